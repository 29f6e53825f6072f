//! Where the law can be read in two ways: the ways, and how much hangs on each.

use maud::{Markup, html};
use tarazy_law::decide::answer::{Decision, FactRef, Verdict};

use super::Scene;
use crate::law::BRIEF;

/// An ambiguity of the law that was asked.
struct Ambiguity {
    name: String,
    readings: Vec<Reading>,
}

struct Reading {
    name: String,
    /// It is the one that was chosen.
    chosen: bool,
    /// So many verdicts are otherwise than while the ambiguity is left open.
    changes: usize,
}

impl Scene<'_> {
    /// The ambiguities that change something here.
    pub(super) fn readings(&self) -> Markup {
        let ambiguities = self.ambiguities();
        let quoted = |name: &str| self.view.quoted(name);
        html! {
            h2 class="govuk-heading-l" id="readings" { (self.say("answer-readings")) }
            @if ambiguities.is_empty() {
                p class="govuk-body" { (self.say("readings-none")) }
            } @else {
                p class="govuk-body" { (self.say("readings-lead")) }
            }
            @for a in &ambiguities {
                h3 class="govuk-heading-s" { (quoted(&a.name)) " – " (self.view.cited_by_id(&a.name)) }
                ul class="govuk-list govuk-list--bullet" {
                    @for r in &a.readings {
                        @let fact = FactRef::Reading { ambiguity: a.name.clone(), values: vec![r.name.clone()] };
                        @let label = self.view.values(&fact).join("");
                        li {
                            @if r.chosen {
                                strong { (label) " – " (self.say("readings-chosen")) }
                            } @else {
                                a class="govuk-link" rel="nofollow" href=(self.here("reading", Some(&format!("{}={}", a.name, r.name)), true)) { (label) }
                                " – " (self.view.say("readings-change", &[("count", &r.changes.to_string())]))
                            }
                        }
                    }
                }
            }
        }
    }

    /// Each ambiguity of the edition with what its readings change. An ambiguity of which no reading changes anything is left out, unless
    /// one was chosen.
    fn ambiguities(&self) -> Vec<Ambiguity> {
        let engine = self.asked.engine;
        let mut out = Vec::new();
        for name in engine.corpus.ambiguity_names() {
            if !engine.book.ambiguities.contains_key(&name) {
                continue;
            }
            let mut open = self.asked.case.clone();
            let chosen = open.readings.remove(&name);
            let base = engine.decide(&open, BRIEF);
            let mut readings = Vec::new();
            for reading in engine.corpus.readings_of(&name).unwrap_or_default() {
                open.readings.insert(name.clone(), reading.clone());
                let changes = differences(&base, &engine.decide(&open, BRIEF));
                readings.push(Reading { chosen: chosen.as_ref() == Some(&reading), name: reading, changes });
            }
            if chosen.is_some() || readings.iter().any(|r| r.changes > 0) {
                out.push(Ambiguity { name, readings });
            }
        }
        out
    }
}

/// How many verdicts of two answers to the same case differ. A norm that one of them leaves out does not apply there.
fn differences(a: &Decision, b: &Decision) -> usize {
    let verdict = |d: &Decision, norm: &str, person: Option<&String>| {
        let found = d.findings.iter().find(|f| f.norm.id == norm && f.person.as_ref() == person);
        found.map_or(Verdict::DoesNotApply, |f| f.verdict)
    };
    let differs = |f: &&tarazy_law::decide::Finding| verdict(b, &f.norm.id, f.person.as_ref()) != f.verdict;
    let only_in_b = b.findings.iter().filter(|f| {
        f.verdict != Verdict::DoesNotApply && !a.findings.iter().any(|g| g.norm.id == f.norm.id && g.person == f.person)
    });
    a.findings.iter().filter(differs).count() + only_in_b.count()
}
