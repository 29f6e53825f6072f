//! What follows from a breach, and from what a consequence follows.

use std::collections::HashSet;

use tarazy_law::model::{Derived, FactId, Norm, NormId, Sort};
use tarazy_law::syntax::ast::{LinkKind, NormKind};

use super::index::Index;
use super::leaves::{Depth, Leaf};
use super::subjects::of_norm;

use crate::class::Class;
use crate::finding::{Finding, Value};

const DUTIES: &[NormKind] = &[NormKind::Duty, NormKind::Prohibition];
const PUNISH: &[NormKind] = &[NormKind::Offence, NormKind::Liability];

pub(super) fn find(index: &Index<'_>, out: &mut Vec<Finding>) {
    let punished = Punished::new(index);
    for (id, norm) in index.of_kind(DUTIES) {
        if !duty_has_one(index, norm) && !punished.rests_on(id) && !punished.conduct(index, norm) {
            out.push(no_consequence(norm));
        }
    }
    for (id, norm) in index.of_kind(PUNISH) {
        if !own_consequence(index, norm) && !punished.applies.contains(&id) {
            out.push(no_consequence(norm));
        }
    }
    let asked = Asked::new(index);
    for (_, norm) in index.of_kind(PUNISH).filter(|(_, n)| index.whole(n)) {
        out.extend(without_conduct(index, norm));
        if norm.kind == NormKind::Offence {
            out.extend(omission(index, norm, &asked));
        }
    }
}

fn no_consequence(norm: &Norm) -> Finding {
    let kind = match norm.kind {
        NormKind::Prohibition => "kind-prohibition",
        NormKind::Liability => "kind-liability",
        NormKind::Offence => "kind-offence",
        _ => "kind-duty",
    };
    Finding::new(Class::NoConsequence, vec![of_norm(norm)]).with("kind", Value::Keys(vec![kind]))
}

/// Something follows from the norm by its own words.
fn own_consequence(index: &Index<'_>, norm: &Norm) -> bool {
    index.rule(norm.span).is_none_or(|r| !r.sanctions.is_empty())
        || index.linked(norm, LinkKind::Sanction)
        || norm.provisos.iter().any(|e| !index.book.exception(*e).sanctions.is_empty())
}

fn duty_has_one(index: &Index<'_>, norm: &Norm) -> bool {
    let answers_remedied = || {
        let rights = index.links(norm).filter(|(k, _)| *k == LinkKind::AnswersTo);
        rights.filter_map(|(_, r)| index.named(r)).any(|r| index.linked(r, LinkKind::Remedy))
    };
    own_consequence(index, norm)
        || index.linked(norm, LinkKind::Remedy)
        || index.answering(norm).any(Norm::answers)
        || answers_remedied()
}

/// What offences and liabilities punish without naming it.
struct Punished {
    /// Norms of which one says: who comes under it, and more.
    applies: HashSet<NormId>,
    met: HashSet<NormId>,
    /// Conduct that is punished, and omissions.
    acts: HashSet<FactId>,
    omissions: HashSet<FactId>,
}

impl Punished {
    fn new(index: &Index<'_>) -> Punished {
        let mut out =
            Punished { applies: HashSet::new(), met: HashSet::new(), acts: HashSet::new(), omissions: HashSet::new() };
        for (_, norm) in index.of_kind(PUNISH) {
            for what in norm.bearer_cond.derived().into_iter().chain(norm.when.derived()) {
                match what {
                    Derived::Applies(n) => drop(out.applies.insert(n)),
                    Derived::Met(n) => drop(out.met.insert(n)),
                    _ => {}
                }
            }
            for leaf in index.leaves([&norm.bearer_cond, &norm.when], Depth::Words) {
                if leaf.of_bearer() && index.is_conduct(leaf.fact) {
                    let of = if leaf.asks_no() { &mut out.omissions } else { &mut out.acts };
                    of.insert(leaf.fact);
                }
            }
        }
        out
    }

    fn rests_on(&self, norm: NormId) -> bool {
        self.applies.contains(&norm) || self.met.contains(&norm)
    }

    /// What the duty asks is what somebody is punished for omitting; what the prohibition forbids, for doing.
    fn conduct(&self, index: &Index<'_>, norm: &Norm) -> bool {
        let content = index.leaves(&norm.content, Depth::Words);
        content.iter().any(|l| {
            let omitted = (norm.kind == NormKind::Prohibition) == l.asks_no();
            let punished = if omitted { &self.omissions } else { &self.acts };
            l.of_bearer() && punished.contains(&l.fact)
        })
    }
}

/// A consequence for who somebody is: nothing that was done, nothing that happened.
fn without_conduct(index: &Index<'_>, norm: &Norm) -> Option<Finding> {
    if norm.sanctions.is_empty() {
        return None;
    }
    let unless = norm.unless.map(|e| &index.book.exception(e).cond);
    let own = index.leaves([&norm.bearer_cond, &norm.when].into_iter().chain(unless), Depth::Everything);
    let who =
        |l: &Leaf| index.vocab(l.fact).is_some_and(|(_, f)| f.is_role || f.params.iter().all(|s| *s == Sort::Person));
    // General conditions of guilt stand in scopes.
    let guilt = norm.scopes.iter().any(|e| index.leaves_of_scope(*e).iter().any(|l| index.is_conduct(l.fact)));
    (!guilt && own.iter().all(who)).then(|| {
        let finding = Finding::new(Class::ConsequenceWithoutDuty, vec![of_norm(norm)]);
        finding.with("detail", Value::Text("no-conduct".to_owned())).with("fact", Value::Names(Vec::new()))
    })
}

/// What the duties of the edition ask, and which offences they name.
struct Asked<'a> {
    content: HashSet<FactId>,
    offences: HashSet<&'a str>,
}

impl<'a> Asked<'a> {
    fn new(index: &Index<'a>) -> Asked<'a> {
        let mut out = Asked { content: HashSet::new(), offences: HashSet::new() };
        for (_, norm) in index.of_kind(DUTIES) {
            out.content.extend(index.leaves(&norm.content, Depth::Words).iter().map(|l| l.fact));
            out.offences.extend(index.links(norm).filter(|(k, _)| *k == LinkKind::Sanction).map(|(_, n)| n));
        }
        out
    }
}

/// An omission is punished, and no duty asks for what was omitted.
fn omission(index: &Index<'_>, norm: &Norm, asked: &Asked<'_>) -> Option<Finding> {
    let answers = index.links(norm).filter(|(k, _)| *k == LinkKind::AnswersTo).filter_map(|(_, n)| index.named(n));
    let rests = norm.bearer_cond.derived().into_iter().chain(norm.when.derived());
    let of_duty =
        |d: Derived| matches!(d, Derived::Met(n) | Derived::Applies(n) if DUTIES.contains(&index.book.norm(n).kind));
    if asked.offences.contains(norm.id.as_str())
        || answers.into_iter().any(|n| DUTIES.contains(&n.kind))
        || rests.into_iter().any(of_duty)
    {
        return None;
    }
    let omitted: Vec<String> = index
        .leaves([&norm.bearer_cond, &norm.when], Depth::Words)
        .iter()
        .filter(|l| {
            l.asks_no() && l.about[0] == Some(0) && index.is_conduct(l.fact) && !asked.content.contains(&l.fact)
        })
        .filter_map(|l| index.vocab(l.fact))
        .map(|(_, f)| f.name.clone())
        .collect();
    (!omitted.is_empty()).then(|| {
        let finding = Finding::new(Class::ConsequenceWithoutDuty, vec![of_norm(norm)]);
        finding.with("detail", Value::Text("omission".to_owned())).with("fact", Value::Names(omitted))
    })
}
