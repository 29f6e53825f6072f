//! A case in a few lines: one sentence for each edition, and why they differ.

use tarazy_law::decide::answer::{Decision, Finding, Verdict};
use tarazy_law::model::Corpus;

use crate::because::steps_away;
use crate::sentence::{answers, sentence};
use crate::style::{Page, Role, Style, Text, chars};
use crate::view::View;
use crate::words::Words;

/// A line names so many deciding facts.
const FACTS: usize = 3;

/// The title, a sentence for each edition, and for each edition the norm and the facts that make the difference.
pub fn brief(words: &Words, corpus: &Corpus, title: &str, decisions: &[Decision], style: &Style) -> String {
    let mut page = Page::new(style);
    page.line(0, Text::new(Role::Strong, title));
    let labels: Vec<String> = decisions.iter().map(|d| View::new(words, corpus, d).edition(&d.law.edition)).collect();
    let width = labels.iter().map(|l| chars(l)).max().unwrap_or(0);
    let rest = " ".repeat(width + 4);
    let label = |l: &str| format!("  {l}{}  ", " ".repeat(width - chars(l)));
    for (d, l) in decisions.iter().zip(&labels) {
        page.hang(&label(l), &rest, sentence(words, corpus, d));
    }
    if differ(decisions) {
        page.line(2, Text::new(Role::Faint, words.say("why-they-differ")));
        for (d, l) in decisions.iter().zip(&labels) {
            page.hang(&label(l), &rest, View::new(words, corpus, d).difference(d, decisions));
        }
    }
    page.finish()
}

/// The answers of the editions are not the same.
fn differ(decisions: &[Decision]) -> bool {
    let answer = |d: &Decision| {
        let answering = d.findings.iter().filter(|f| answers(f.kind) && f.verdict != Verdict::DoesNotApply);
        answering.map(|f| (f.norm.id.clone(), f.person.clone(), f.verdict)).collect::<Vec<_>>()
    };
    decisions.windows(2).any(|pair| answer(&pair[0]) != answer(&pair[1]))
}

/// What `decision` says of the norm and person of `finding`.
pub(crate) fn same_in<'d>(decision: &'d Decision, finding: &Finding) -> Option<&'d Finding> {
    decision.findings.iter().find(|f| f.norm.id == finding.norm.id && f.person == finding.person)
}

/// How far a norm is from somebody's answering with a consequence. One that says what follows weighs more than one that does not.
fn weight(f: &Finding) -> usize {
    const WITHOUT_CONSEQUENCE: usize = 4;
    let imperfect = if f.consequences.is_empty() { WITHOUT_CONSEQUENCE } else { 0 };
    match f.verdict {
        Verdict::Competing => 0,
        Verdict::Applies => 1 + imperfect,
        Verdict::Unknown => steps_away(f).saturating_add(1 + imperfect),
        Verdict::DoesNotApply => usize::MAX,
    }
}

impl View<'_> {
    /// The norm on which this edition differs from the others, its verdict, and the deciding facts.
    fn difference(&self, decision: &Decision, all: &[Decision]) -> String {
        let answering: Vec<&Finding> = decision.findings.iter().filter(|f| answers(f.kind)).collect();
        let elsewhere = |f: &Finding| {
            let others = all.iter().filter(|d| d.law.edition != decision.law.edition);
            others.map(|d| same_in(d, f).map(|g| g.verdict)).collect::<Vec<_>>()
        };
        // Among norms of the same weight, one that another edition judges otherwise, and rather one that it knows at all.
        let decisive = answering.iter().min_by_key(|f| {
            let elsewhere = elsewhere(f);
            let otherwise = elsewhere.iter().any(|v| v.is_some_and(|v| v != f.verdict));
            (weight(f), !otherwise, !elsewhere.iter().any(Option::is_none))
        });
        let Some(f) = decisive else { return self.words.say("no-answering-norm") };
        let mut out = self.verdict_of(f);
        let because = self.because(f);
        if !because.is_empty() {
            let key = if f.verdict == Verdict::Unknown { "missing-facts" } else { "because-facts" };
            out.push_str(&self.say(key, &[("facts", &self.some_of(&because, FACTS))]));
        }
        if all.len() > 1 && elsewhere(f).iter().all(Option::is_none) {
            out.push_str(&self.words.say("only-here"));
        }
        out
    }

    /// The norm, the person and the verdict, in a few words.
    pub(crate) fn verdict_of(&self, f: &Finding) -> String {
        let person = f.person.as_ref().map(|p| format!(", {}", self.person(p))).unwrap_or_default();
        let kind = self.words.say(&format!("kind-{}", f.kind.as_str()));
        let verdict = self.words.say(&format!("verdict-{}", f.verdict.as_str()));
        let (name, norm) = (self.quoted(&f.norm.id), self.cited(&f.norm));
        self.say("verdict-line", &[("kind", &kind), ("name", &name), ("norm", &norm), ("person", &person), ("verdict", &verdict)])
    }
}
