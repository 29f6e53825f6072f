//! The few facts on which a verdict stands or for which it waits.

use tarazy_law::decide::answer::{Citable, FactRef, Finding, Known, Step, TruthRef, Verdict};
use tarazy_law::syntax::ast::NormKind;

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
        (FactRef::Fact { fact, persons, .. }, FactRef::Fact { fact: other, persons: others, .. }) => {
            fact == other && persons == others
        }
        (FactRef::Reading { ambiguity, .. }, FactRef::Reading { ambiguity: other, .. }) => ambiguity == other,
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
        Step::EitherWay { fact, answers, .. } => {
            for a in answers {
                within(&a.because, own, out);
            }
            // On what may be either way nothing rests.
            out.retain(|l| !same(l.fact, fact));
        }
        Step::SamePerson { .. } => {}
    }
}

impl View<'_> {
    /// Why the verdict is what it is, in a few facts, the deciding ones first.
    pub fn because(&self, finding: &Finding) -> Vec<String> {
        if finding.verdict == Verdict::Unknown {
            return self.missing(finding);
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
        // An exception or a rival comes before the facts that lead to it.
        let first = match finding.verdict {
            Verdict::DoesNotApply => self.exception(finding),
            Verdict::Competing => {
                let rivals: Vec<String> = finding.competing.iter().map(|c| self.cited(c)).collect();
                Some(self.say("because-rivals", &[("norms", &self.words.list(&rivals, "and-list"))]))
            }
            _ => None,
        };
        first.into_iter().chain(found.iter().map(|l| self.as_it_is(l, own))).collect()
    }

    /// The questions on which an open verdict waits: those of the shortest way to its applying.
    pub fn missing(&self, finding: &Finding) -> Vec<String> {
        let own = finding.person.as_deref();
        let ways = finding.needs.iter().flat_map(|n| &n.applies);
        let shortest = ways.min_by_key(|w| w.len());
        let facts: Vec<&FactRef> = shortest.map_or_else(|| open_facts(finding), |w| w.iter().collect());
        let mut out: Vec<String> = facts.into_iter().map(|f| self.label_of(f, own)).collect();
        out.dedup();
        out
    }

    /// The open facts that somebody has already been asked about, with what came of it.
    pub fn contested(&self, finding: &Finding) -> Vec<String> {
        let mut found = Vec::new();
        leaves(&finding.reason, false, &mut found);
        let asked = |l: &Leaf<'_>| l.truth == TruthRef::Open && l.known.is_some_and(|k| k.state != "not-asked");
        let own = finding.person.as_deref();
        found.iter().filter(|l| asked(l)).filter_map(|l| l.known.map(|k| self.fact_known(l.fact, own, k))).collect()
    }

    fn fact_known(&self, fact: &FactRef, own: Option<&str>, known: &Known) -> String {
        self.say("fact-is", &[("fact", &self.label_of(fact, own)), ("value", &self.known(fact, known))])
    }

    /// At most `most` of `items`, and how many more.
    pub fn some_of(&self, items: &[String], most: usize) -> String {
        let more = items.len().saturating_sub(most);
        // «And 1 more» takes as much room as the one.
        if more <= 1 {
            return items.join("; ");
        }
        self.say("and-more", &[("items", &items[..most].join("; ")), ("count", &more.to_string())])
    }

    /// The same inside a sentence, whose parts are set off by semicolons already.
    pub fn some_in_line(&self, items: &[String], most: usize) -> String {
        let more = items.len().saturating_sub(most);
        if more <= 1 {
            return self.words.list(items, "and-list");
        }
        self.say("and-more-in-line", &[("items", &items[..most].join(", ")), ("count", &more.to_string())])
    }

    /// The exception or scope that takes the norm away, where that is the reason.
    fn exception(&self, finding: &Finding) -> Option<String> {
        let Step::Term { because, .. } = &finding.reason else { return None };
        let (term, what) = exception(because)?;
        let key = if what == "scope" { "because-outside" } else { "because-exception" };
        Some(self.say(key, &[("name", &self.quoted(&term.id)), ("place", &self.cited(term))]))
    }

    fn as_it_is(&self, leaf: &Leaf<'_>, own: Option<&str>) -> String {
        let Some(known) = leaf.known.filter(|k| !k.values.is_empty()) else { return self.fact_of(leaf.fact, own) };
        let label = self.label_of(leaf.fact, own);
        let value = match (leaf.fact, &known.values[..]) {
            (FactRef::Fact { fact, .. }, [value]) if known.state == "established" && !known.supposed => {
                self.value(fact, value)
            }
            _ => self.known(leaf.fact, &Known { evidence: None, by: None, assessed: false, ..known.clone() }),
        };
        self.say("fact-is", &[("fact", &label), ("value", &value)])
    }
}

/// How far a norm is from somebody's answering with a consequence: 0 where norms compete, then those that apply, then the open ones by
/// the answers that are missing. A liability that does not say what follows is further than one that does.
pub fn distance(f: &Finding) -> usize {
    const WITHOUT_CONSEQUENCE: usize = 10;
    let imperfect = if f.kind == NormKind::Liability && f.consequences.is_empty() { WITHOUT_CONSEQUENCE } else { 0 };
    match f.verdict {
        Verdict::Competing => 0,
        Verdict::Applies => 1 + imperfect,
        Verdict::Unknown => steps_away(f).saturating_add(1 + imperfect),
        Verdict::DoesNotApply => usize::MAX,
    }
}

/// How many answers an open norm is away from applying.
pub fn steps_away(finding: &Finding) -> usize {
    let ways = finding.needs.iter().flat_map(|n| &n.applies);
    ways.map(Vec::len).min().unwrap_or(usize::MAX)
}

/// The exception or scope on which `steps` stand, where they stand on one alone. Where an open fact leads to the same either way, each of
/// its answers has the reason inside.
pub(crate) fn exception(steps: &[Step]) -> Option<(&Citable, &'static str)> {
    match steps {
        [Step::Term { term, what, .. }] if !matches!(*what, "met" | "applies" | "definition") => Some((term, *what)),
        [Step::EitherWay { answers, .. }] => {
            let mut found = answers.iter().map(|a| exception(&a.because));
            let first = found.next()??;
            found.all(|f| f.is_some_and(|(term, _)| term.id == first.0.id)).then_some(first)
        }
        _ => None,
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
