//! R206: what a duty asks cannot be known, or is not in the power of whom it binds.

use std::collections::HashMap;

use tarazy_law::model::{Args, Derived, FactId, FactKind, Formula, NormId, Test, VocabFact, VocabId};
use tarazy_law::syntax::ast::{Feasible, NormKind};

use super::look::{Look, applies, claim, has_bearer};
use super::rests::{Rest, positive};
use crate::class::Class;
use crate::finding::{Finding, Value};
use crate::witness::Says;

/// Duties and rights that say what is to be done or may be demanded.
pub(super) fn find(look: &mut Look<'_, '_>, contents: &HashMap<NormId, Formula>) {
    let book = look.book;
    for (id, norm) in book.norms() {
        let Some(content) = contents.get(&id) else { continue };
        let asks = matches!(norm.kind, NormKind::Duty | NormKind::Right);
        if !asks || look.dead.contains(&id) || !look.is_read(Derived::Applies(id)) {
            continue;
        }
        let rests = positive(book, content);
        if for_nobody(look, id, content, &rests) || never(look, id, content) {
            continue;
        }
        if has_bearer(norm) {
            beyond_power(look, id, content, &rests);
        }
    }
}

/// Nobody is able to bring it about, and there is no other way to do what is asked.
fn for_nobody(look: &mut Look<'_, '_>, id: NormId, content: &Formula, rests: &[Rest]) -> bool {
    let nobody: Vec<&Rest> =
        rests.iter().filter(|r| vocab(look, r.fact).is_some_and(|v| v.feasible == Some(Feasible::Nobody))).collect();
    if nobody.is_empty() {
        return false;
    }
    let here = applies(look.book, id);
    let not: Vec<Formula> = nobody.iter().filter_map(|r| r.literal.clone()).map(Formula::negated).collect();
    let otherwise = Formula::all([here.clone(), content.clone()].into_iter().chain(not).collect());
    let subjects = vec![look.subject(id)];
    if !look.never(Class::CannotBePerformed, &subjects, &otherwise) {
        return false;
    }
    let Some(hit) = look.ask(Class::CannotBePerformed, &subjects, &here) else { return false };
    let finding = Finding::new(Class::CannotBePerformed, subjects)
        .with("detail", Value::Text("nobody".into()))
        .with("fact", Value::Names(fact_names(look, nobody.iter().map(|r| r.fact))));
    let claims = vec![claim(&look.norm(id).id, Says::Applies)];
    look.report(finding, &hit, claims);
    true
}

/// What is asked cannot be wherever it is asked.
fn never(look: &mut Look<'_, '_>, id: NormId, content: &Formula) -> bool {
    let here = applies(look.book, id);
    let subjects = vec![look.subject(id)];
    let done = Formula::all(vec![here.clone(), content.clone()]);
    if !look.never(Class::CannotBePerformed, &subjects, &done) {
        return false;
    }
    let Some(hit) = look.ask(Class::CannotBePerformed, &subjects, &here) else { return false };
    let facts = positive(look.book, content).into_iter().map(|r| r.fact);
    let finding = Finding::new(Class::CannotBePerformed, subjects)
        .with("detail", Value::Text("never".into()))
        .with("fact", Value::Names(fact_names(look, facts)));
    let claims = vec![claim(&look.norm(id).id, Says::Applies)];
    look.report(finding, &hit, claims);
    true
}

/// Somebody is bound who is not among those able to do it, and there is no other way for them.
fn beyond_power(look: &mut Look<'_, '_>, id: NormId, content: &Formula, rests: &[Rest]) {
    let of_power: Vec<(FactId, Formula, Formula)> = rests.iter().filter_map(|r| without_power(look, r)).collect();
    // Each thing that is asked by itself; then all of them, where one of several would do.
    let mut tries: Vec<&[(FactId, Formula, Formula)]> = of_power.chunks(1).collect();
    if of_power.len() > 1 {
        tries.push(&of_power);
    }
    let subjects = vec![look.subject(id)];
    for group in tries {
        let able = group.iter().map(|(_, _, powerless)| powerless.clone());
        let here = Formula::all(std::iter::once(applies(look.book, id)).chain(able).collect());
        let not = group.iter().map(|(_, literal, _)| literal.clone().negated());
        let otherwise = Formula::all([here.clone(), content.clone()].into_iter().chain(not).collect());
        let Some(hit) = look.ask(Class::CannotBePerformed, &subjects, &here) else { continue };
        if !look.never(Class::CannotBePerformed, &subjects, &otherwise) {
            continue;
        }
        let finding = Finding::new(Class::CannotBePerformed, subjects)
            .with("detail", Value::Text("power".into()))
            .with("fact", Value::Names(fact_names(look, group.iter().map(|(f, ..)| *f))));
        let claims = vec![claim(&look.norm(id).id, Says::Applies)];
        look.report(finding, &hit, claims);
        return;
    }
}

/// The fact, that it is so, and that person 0 is none of those who can bring it about; where the fact is about them or about nobody.
fn without_power(look: &Look<'_, '_>, rest: &Rest) -> Option<(FactId, Formula, Formula)> {
    let literal = rest.literal.clone()?;
    let Some(Feasible::For(powers)) = &vocab(look, rest.fact)?.feasible else { return None };
    if literal.free_vars() & !1 != 0 {
        return None;
    }
    let powers: Option<Vec<Formula>> = powers.iter().map(|p| holds(look, *p)).collect();
    let none = powers?.into_iter().map(Formula::negated).collect();
    Some((rest.fact, literal, Formula::all(none)))
}

/// A yes-or-no fact holds of person 0, or of nobody in particular.
fn holds(look: &Look<'_, '_>, fact: VocabId) -> Option<Formula> {
    let id = *look.book.vocab.get(&fact)?;
    let persons = look.book.fact(id).persons;
    let test = Test { values: 0b10, compare: None };
    (persons < 2).then(|| Formula::Fact { fact: id, args: Args::first(persons), test })
}

/// The fact as the vocabulary has it.
pub(super) fn vocab<'a>(look: &Look<'_, 'a>, fact: FactId) -> Option<&'a VocabFact> {
    match look.book.fact(fact).kind {
        FactKind::Vocab(v) => Some(look.context.corpus.vocabulary.fact(v)),
        _ => None,
    }
}

/// The names of facts, each once.
pub(super) fn fact_names(look: &Look<'_, '_>, facts: impl Iterator<Item = FactId>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in facts.filter_map(|f| vocab(look, f)).map(|v| v.name.clone()) {
        if !out.contains(&name) {
            out.push(name);
        }
    }
    out
}
