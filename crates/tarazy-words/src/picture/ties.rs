//! Which facts of the case the picture tells: roles, a part in the act, and what of the system and the act the answer turns on.

use std::collections::{BTreeMap, BTreeSet};

use tarazy_law::case::{Case, Entry, FactKey, State, Value};
use tarazy_law::decide::answer::{Decision, FactRef, Finding, Step};
use tarazy_law::model::{Domain, Sort, VocabFact, VocabId};
use tarazy_law::syntax::ast::NormKind;

use crate::sentence::answers;
use crate::view::View;

/// So many established facts are told of the act, so many of the system, and so many that are asked for in vain.
const OF_ACT: usize = 4;
const OF_SYSTEM: usize = 2;
const OPEN: usize = 2;

/// A fact in a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) text: String,
    /// Nobody knows it, or it is disputed.
    pub(super) open: bool,
}

/// Roles towards the system, the part in the act, and ties to other persons. `needed` are facts for which an open norm waits.
pub(super) fn of_person(
    view: &View<'_>,
    case: &Case,
    person: usize,
    needed: &BTreeSet<&str>,
) -> (Vec<Said>, Vec<Said>, Vec<Said>) {
    let (mut roles, mut part, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for (id, fact) in view.corpus.vocabulary.iter() {
        let about = |second: &[usize]| {
            let persons: Vec<usize> = std::iter::once(person).chain(second.iter().copied()).collect();
            case.facts.get(&FactKey::new(id, &persons))
        };
        match (fact.persons(), fact.is_role, fact.params.contains(&Sort::Act)) {
            (1, true, _) => {
                let entry = about(&[]);
                let waits = needed.contains(fact.name.as_str());
                match entry.and_then(|e| said(view, fact, &e.state)) {
                    Some(mut s) => {
                        if entry.is_some_and(|e| e.supposed) {
                            s.text = view.say("pic-supposed", &[("what", &s.text)]);
                        }
                        roles.push(s);
                    }
                    None if waits => roles.push(Said { text: view.words.of(&fact.label).to_owned(), open: true }),
                    None => {}
                }
            }
            // What is only supposed of anybody's conduct is no part of the story.
            (1, false, true) => {
                part.extend(about(&[]).filter(|e| !e.supposed).and_then(|e| said(view, fact, &e.state)));
            }
            (2, ..) => {
                for other in (0..case.persons.len()).filter(|o| *o != person) {
                    let Some(s) = about(&[other]).filter(|e| !e.supposed).and_then(|e| said(view, fact, &e.state))
                    else {
                        continue;
                    };
                    let text =
                        view.say("fact-is", &[("fact", &s.text), ("value", &view.person(&case.persons[other].id))]);
                    others.push(Said { text, ..s });
                }
            }
            _ => {}
        }
    }
    (established_first(roles), established_first(part), others)
}

fn established_first(mut facts: Vec<Said>) -> Vec<Said> {
    facts.sort_by_key(|s| s.open);
    facts
}

/// A fact that holds or may hold; nothing, where it does not hold, is a date or a number, or was not asked.
fn said(view: &View<'_>, fact: &VocabFact, state: &State) -> Option<Said> {
    let label = view.words.of(&fact.label).to_owned();
    let yes = |values: &[Value]| values.contains(&Value::Named(1));
    match (&fact.domain, state) {
        (Domain::YesNo, State::Established(Value::Named(1))) => Some(Said { text: label, open: false }),
        (Domain::YesNo, State::Denied(values)) if values == &[Value::Named(0)] => {
            Some(Said { text: label, open: false })
        }
        (Domain::YesNo, State::Unknown) => Some(Said { text: label, open: true }),
        (Domain::YesNo, State::Disputed(values)) if yes(values) => Some(Said { text: label, open: true }),
        (Domain::OneOf(_), State::Established(value)) => {
            Some(Said { text: valued(view, fact, &[*value])?, open: false })
        }
        (Domain::OneOf(_), State::Unknown) => Some(Said { text: label, open: true }),
        (Domain::OneOf(_), State::Disputed(values)) => Some(Said { text: valued(view, fact, values)?, open: true }),
        _ => None,
    }
}

/// «channel: mass media».
fn valued(view: &View<'_>, fact: &VocabFact, values: &[Value]) -> Option<String> {
    let label = |v: &Value| match v {
        Value::Named(i) => fact.value_label(*i, view.words.lang).map(ToOwned::to_owned),
        _ => None,
    };
    let values: Vec<String> = values.iter().map(label).collect::<Option<_>>()?;
    let args = [("fact", view.words.of(&fact.label)), ("value", &view.words.list(&values, "or-list"))];
    Some(view.say("fact-is", &args))
}

/// What is told of the system and of the act: what is established and on which the shown findings turn or stand most, then what these
/// wait for, if somebody asked.
pub(super) fn key_facts(
    view: &View<'_>,
    case: &Case,
    decision: &Decision,
    shown: &[&Finding],
) -> (Vec<Said>, Vec<Said>) {
    let weights = weights(decision, shown);
    let awaited: BTreeSet<&str> = shown.iter().flat_map(|f| awaited(f)).collect();
    let elements: BTreeSet<&str> = shown.iter().flat_map(|f| in_reason(f)).collect();
    let background: BTreeSet<&str> = decision.findings.iter().flat_map(behind).collect();
    let of = |sort: Sort, established: usize| {
        let mut known: Vec<(usize, VocabId, Said)> = Vec::new();
        let mut open = Vec::new();
        for (id, fact) in view.corpus.vocabulary.iter().filter(|(_, f)| f.about() == sort) {
            let Some((entry, s)) = told(view, case, id, fact) else { continue };
            let weight = weights.get(fact.name.as_str()).copied().unwrap_or(0);
            if !s.open && (weight > 0 || entry.evidence.is_some() && !background.contains(fact.name.as_str())) {
                known.push((weight * 2 + usize::from(entry.evidence.is_some()), id, s));
            } else if s.open && awaited.contains(fact.name.as_str()) && elements.contains(fact.name.as_str()) {
                open.push(s);
            }
        }
        known.sort_by_key(|(weight, ..)| std::cmp::Reverse(*weight));
        known.truncate(established);
        known.sort_by_key(|(_, id, _)| *id);
        open.truncate(OPEN);
        known.into_iter().map(|(.., s)| s).chain(open).collect::<Vec<Said>>()
    };
    (of(Sort::System, OF_SYSTEM), of(Sort::Act, OF_ACT))
}

/// What the record itself tells of a fact that is about no person.
fn told<'c>(view: &View<'_>, case: &'c Case, id: VocabId, fact: &VocabFact) -> Option<(&'c Entry, Said)> {
    let entry = case.facts.get(&FactKey::new(id, &[])).filter(|e| !e.supposed)?;
    Some((entry, said(view, fact, &entry.state)?))
}

/// How much hangs on each fact: most where the verdict of a shown finding turns on it, less where its reason only names it. What stands in
/// the reasons of nearly every norm is the definition of the subject, not the story.
fn weights<'d>(decision: &'d Decision, shown: &[&'d Finding]) -> BTreeMap<&'d str, usize> {
    const TURNS: usize = 4;
    const REASON: usize = 2;
    let mut out: BTreeMap<&str, usize> = BTreeMap::new();
    for f in shown {
        let turns: BTreeSet<&str> = f.turns.iter().filter_map(|t| name(&t.fact)).collect();
        for fact in in_reason(f) {
            *out.entry(fact).or_default() += if turns.contains(fact) { TURNS } else { REASON };
        }
    }
    let all: Vec<BTreeSet<&str>> = decision.findings.iter().filter(|f| answers(f.kind)).map(in_reason).collect();
    // That a norm does not apply may be the story too.
    for fact in all.iter().flatten() {
        *out.entry(fact).or_default() += 1;
    }
    for (fact, weight) in &mut out {
        let everywhere = all.iter().filter(|r| r.contains(fact)).count();
        if all.len() > 2 && everywhere * 5 > all.len() * 4 {
            *weight = 0;
        }
    }
    out
}

fn awaited(finding: &Finding) -> impl Iterator<Item = &str> {
    finding.needs.iter().flat_map(|n| n.applies.iter().flatten()).filter_map(name)
}

fn name(fact: &FactRef) -> Option<&str> {
    match fact {
        FactRef::Fact { fact, .. } => Some(fact),
        _ => None,
    }
}

/// The facts that a derivation names, as far as they make the norm what it is: what stands in exceptions and in limits of scope (where it
/// happened, what the law calls an AI system) is hardly ever the story.
fn in_reason(finding: &Finding) -> BTreeSet<&str> {
    let mut out = BTreeSet::new();
    collect(std::slice::from_ref(&finding.reason), &|what| matches!(what, "applies" | "met" | "definition"), &mut out);
    out
}

/// The facts by which a norm is limited or a word defined, and those that set authorities going (who reported it).
fn behind(finding: &Finding) -> BTreeSet<&str> {
    let mut out = BTreeSet::new();
    let all = &|_: &str| true;
    if matches!(finding.kind, NormKind::Power | NormKind::Procedure) {
        collect(std::slice::from_ref(&finding.reason), all, &mut out);
        return out;
    }
    let mut steps: Vec<&Step> = vec![&finding.reason];
    while let Some(step) = steps.pop() {
        match step {
            Step::Term { what: "applies" | "met", because, .. } => steps.extend(because),
            Step::Term { because, .. } => collect(because, all, &mut out),
            _ => {}
        }
    }
    out
}

/// The facts named by `steps`, without going into terms that are not `wanted`.
fn collect<'d>(steps: &'d [Step], wanted: &dyn Fn(&str) -> bool, out: &mut BTreeSet<&'d str>) {
    for step in steps {
        match step {
            Step::Fact { fact, .. } => out.extend(name(fact)),
            Step::Term { what, because, .. } if wanted(what) => collect(because, wanted, out),
            Step::Someone { because, .. } => collect(because, wanted, out),
            Step::Each { persons, .. } => {
                for p in persons {
                    collect(&p.because, wanted, out);
                }
            }
            Step::EitherWay { fact, answers, .. } => {
                out.extend(name(fact));
                for a in answers {
                    collect(&a.because, wanted, out);
                }
            }
            Step::Term { .. } | Step::SamePerson { .. } => {}
        }
    }
}
