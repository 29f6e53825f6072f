//! The few facts on which a verdict stands or for which it waits.

use std::collections::HashMap;

use tarazy_law::decide::answer::{FactRef, Finding, Known, Step, TruthRef, Verdict};

use crate::view::View;

/// A fact at the end of a derivation.
struct Leaf<'a> {
    fact: &'a FactRef,
    truth: TruthRef,
    known: Option<&'a Known>,
    /// It belongs to the elements of the norm itself, not to the general rules around it.
    own: bool,
}

/// The same question about the same persons, whatever the values.
fn same(a: &FactRef, b: &FactRef) -> bool {
    match (a, b) {
        (FactRef::Fact { fact: f, persons: p, .. }, FactRef::Fact { fact: g, persons: q, .. }) => f == g && p == q,
        (FactRef::Reading { ambiguity: f, .. }, FactRef::Reading { ambiguity: g, .. }) => f == g,
        (FactRef::Others { .. }, FactRef::Others { .. }) => true,
        _ => a == b,
    }
}

fn leaves<'a>(step: &'a Step, own: bool, out: &mut Vec<Leaf<'a>>) {
    let within = |steps: &'a [Step], own: bool, out: &mut Vec<Leaf<'a>>| steps.iter().for_each(|s| leaves(s, own, out));
    match step {
        Step::Fact { fact, truth, known } => {
            if !out.iter().any(|l| same(l.fact, fact)) {
                out.push(Leaf { fact, truth: *truth, known: known.as_ref(), own });
            }
        }
        Step::Term { what, because, .. } => within(because, own || *what == "met", out),
        Step::Someone { because, .. } => within(because, own, out),
        Step::Each { persons, .. } => persons.iter().for_each(|p| within(&p.because, own, out)),
        Step::EitherWay { answers, .. } => answers.iter().for_each(|a| within(&a.because, own, out)),
        Step::SamePerson { .. } => {}
    }
}

impl View<'_> {
    /// Why the verdict is what it is, in a few facts, the deciding ones first.
    pub(crate) fn because(&self, finding: &Finding) -> Vec<String> {
        if finding.verdict == Verdict::Unknown {
            return self.missing(&[finding]);
        }
        let mut found = Vec::new();
        leaves(&finding.reason, false, &mut found);
        let wanted = if finding.verdict == Verdict::DoesNotApply { None } else { Some(TruthRef::Yes) };
        found.retain(|l| wanted.is_none_or(|t| l.truth == t));
        if finding.verdict != Verdict::DoesNotApply && found.iter().any(|l| l.own) {
            found.retain(|l| l.own);
        }
        // What would turn the verdict decides it.
        found.sort_by_key(|l| !finding.turns.iter().any(|t| same(&t.fact, l.fact)));
        let own = finding.person.as_deref();
        let mut out: Vec<String> = found.iter().map(|l| self.as_it_is(l, own)).collect();
        out.extend(self.exception(finding));
        // An exception is the reason; the facts that open it come after.
        if finding.verdict == Verdict::DoesNotApply {
            out.reverse();
            out[1..].reverse();
        }
        out
    }

    /// The questions that are open, those on which most verdicts wait first.
    pub(crate) fn missing(&self, findings: &[&Finding]) -> Vec<String> {
        let mut order: Vec<String> = Vec::new();
        let mut waiting: HashMap<String, usize> = HashMap::new();
        for finding in findings {
            let mut here: Vec<String> = Vec::new();
            for fact in open_facts(finding) {
                let label = self.label(fact);
                if !here.contains(&label) {
                    here.push(label);
                }
            }
            for label in here {
                if !waiting.contains_key(&label) {
                    order.push(label.clone());
                }
                *waiting.entry(label).or_default() += 1;
            }
        }
        order.sort_by_key(|l| std::cmp::Reverse(waiting[l]));
        order
    }

    /// At most `most` of `items`, and how many more.
    pub(crate) fn some_of(&self, items: &[String], most: usize) -> String {
        let more = items.len().saturating_sub(most);
        // «And 1 more» takes as much room as the one.
        if more <= 1 {
            return items.join("; ");
        }
        self.say("and-more", &[("items", &items[..most].join("; ")), ("count", &more.to_string())])
    }

    /// The exception or scope that takes the norm away, where that is the reason.
    fn exception(&self, finding: &Finding) -> Option<String> {
        let Step::Term { because, .. } = &finding.reason else { return None };
        let [Step::Term { term, what, .. }] = &because[..] else { return None };
        let key = match *what {
            "met" | "applies" | "definition" => return None,
            "scope" => "because-outside",
            _ => "because-exception",
        };
        Some(self.say(key, &[("name", &self.quoted(&term.id)), ("place", &self.cited(term))]))
    }

    fn as_it_is(&self, leaf: &Leaf<'_>, own: Option<&str>) -> String {
        let Some(known) = leaf.known.filter(|k| !k.values.is_empty()) else { return self.fact_of(leaf.fact, own) };
        let label = self.label_of(leaf.fact, own);
        let plain = Known { evidence: None, by: None, assessed: false, ..known.clone() };
        let value = if plain.state == "established" && !plain.supposed {
            plain.values.iter().map(|v| if let FactRef::Fact { fact, .. } = leaf.fact { self.value(fact, v) } else { v.clone() }).collect()
        } else {
            self.known(leaf.fact, &plain)
        };
        self.say("fact-is", &[("fact", &label), ("value", &value)])
    }
}

/// The facts that would settle an open verdict, each once.
pub(crate) fn open_facts(finding: &Finding) -> Vec<&FactRef> {
    let mut out: Vec<&FactRef> = Vec::new();
    let Some(needs) = &finding.needs else { return out };
    for fact in needs.applies.iter().chain(&needs.does_not_apply).flatten() {
        if !out.iter().any(|f| same(f, fact)) {
            out.push(fact);
        }
    }
    out
}
