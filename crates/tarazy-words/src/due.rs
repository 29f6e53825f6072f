//! What follows from a norm, by when, and who decides.

use tarazy_law::decide::answer::Severity;
use tarazy_law::decide::answer::{DeadlineRef, Due, DueKind, Finding, LaterLaw, Tenge};

use crate::amount::{date, number};
use crate::view::View;

/// How much to say about an amount.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// The amount.
    Short,
    /// The day and the rate, and what put it in place of another.
    Full,
}

impl View<'_> {
    /// The consequences of a norm, in one line.
    pub fn dues(&self, dues: &[Due], detail: Detail) -> String {
        dues.iter().map(|d| self.due(d, detail)).collect::<Vec<_>>().join("; ")
    }

    fn due(&self, due: &Due, detail: Detail) -> String {
        let mut out = match &due.what {
            DueKind::Measure { any_of } => {
                let measures: Vec<String> =
                    any_of.iter().map(|m| self.words.say(&format!("measure-{}", m.as_str()))).collect();
                self.words.list(&measures, "or-list")
            }
            DueKind::Arrest { days } => self.say("arrest", &[("days", &days.to_string())]),
            DueKind::Fine { from, to, unit, none_for_some, tenge } => {
                let mut out = self.fine(*from, *to, unit);
                if let Some(t) = tenge {
                    out = self.in_tenge(&out, t, detail);
                } else if detail == Detail::Full && unit != "tenge" {
                    out.push_str(&self.words.say("fine-rate-unknown"));
                }
                if *none_for_some && detail == Detail::Full {
                    out.push_str(&self.words.say("fine-none-for-some"));
                }
                out
            }
        };
        if let (Some(proviso), Detail::Full) = (&due.proviso, detail) {
            out.push_str(&self.say("by-proviso", &[("rule", &self.cited(proviso))]));
        }
        if due.certain { out } else { self.say("possibly", &[("what", &out)]) }
    }

    /// An amount or a range.
    pub fn fine(&self, from: u64, to: u64, unit: &str) -> String {
        let unit = self.words.word(unit);
        let (from, to) = (number(self.words, from), number(self.words, to));
        let range = if from == to { "no" } else { "yes" };
        self.say("fine", &[("range", range), ("from", &from), ("to", &to), ("unit", &unit)])
    }

    fn in_tenge(&self, fine: &str, t: &Tenge, detail: Detail) -> String {
        let (from, to) = (number(self.words, t.from), number(self.words, t.to));
        let range = if from == to { "no" } else { "yes" };
        let mut out = self.say("fine-in-tenge", &[("fine", fine), ("range", range), ("from", &from), ("to", &to)]);
        if detail == Detail::Full {
            out.push_str(&self.say(
                "fine-rate",
                &[
                    ("rate", &number(self.words, t.rate)),
                    ("day", &date(self.words, &t.on)),
                    ("what", &self.named(&t.by)),
                    ("rule", &self.cited(&t.table)),
                ],
            ));
        }
        out
    }

    /// A term and from when it runs.
    pub fn deadline(&self, d: &DeadlineRef) -> String {
        let term = match (d.count, d.unit) {
            (Some(n), Some(unit)) => self.say(&format!("term-{unit}"), &[("n", &n.to_string())]),
            _ => String::new(),
        };
        let mut out = self.say(&format!("deadline-{}", d.kind), &[("term", &term)]);
        if let Some(from) = &d.from {
            out.push_str(&self.say("deadline-from", &[("what", &self.named(from))]));
        }
        out
    }

    /// What later law says, and which governs.
    pub fn later(&self, finding: &Finding, later: &LaterLaw) -> String {
        let compared = match later.compared {
            Severity::Milder => "milder",
            Severity::Same => "same",
            Severity::Harsher => "harsher",
            Severity::NotComparable => "not-comparable",
        };
        let mut says = self.words.say(&format!("verdict-{}", later.verdict.as_str()));
        if !later.consequences.is_empty() {
            says = format!("{says} – {}", self.dues(&later.consequences, Detail::Full));
        }
        self.say(
            "later-law",
            &[
                ("edition", &self.edition(&later.edition)),
                ("day", &date(self.words, &later.on)),
                ("norm", &self.cited(&finding.norm)),
                ("says", &says),
                ("compared", compared),
                ("governs", if later.governs { "yes" } else { "no" }),
                ("rule", &self.cited(&later.rule)),
            ],
        )
    }

    /// An edition by the words people use for it, and by its name.
    pub fn edition(&self, name: &str) -> String {
        self.corpus.edition(name).map_or_else(|| name.to_owned(), |e| self.words.of(&e.title).to_owned())
    }
}
