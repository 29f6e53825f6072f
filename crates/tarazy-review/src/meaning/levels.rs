//! R207: a duty without levels, although the law allows states of the system in which it cannot be met.

use std::collections::HashMap;

use tarazy_law::model::{Args, Derived, FactId, Formula, NormId, Test};
use tarazy_law::syntax::ast::NormKind;

use super::look::{Look, applies, claim, has_bearer};
use super::power::{fact_names, vocab};
use super::rests::positive;
use crate::class::Class;
use crate::finding::{Finding, Value};
use crate::witness::Says;

/// Duties whose content rests on a fact that some state excludes.
pub(super) fn find(look: &mut Look<'_, '_>, contents: &HashMap<NormId, Formula>) {
    let book = look.book;
    for (id, norm) in book.norms().filter(|(_, n)| n.kind == NormKind::Duty) {
        let Some(content) = contents.get(&id) else { continue };
        if look.dead.contains(&id) || !look.is_read(Derived::Applies(id)) {
            continue;
        }
        for rest in positive(book, content) {
            let Some(literal) = rest.literal else { continue };
            let states = vocab(look, rest.fact).map(|v| v.excluded_by.clone()).unwrap_or_default();
            let mut found = false;
            for (state, value) in states {
                let Some(state) = book.vocab.get(&state).copied().filter(|s| book.fact(*s).persons < 2) else {
                    continue;
                };
                if book.fact(state).persons == 1 && !has_bearer(norm) {
                    continue;
                }
                let test = Test { values: 1 << value, compare: None };
                let excluded = Formula::Fact { fact: state, args: Args::first(book.fact(state).persons), test };
                found = without_level(look, id, content, (rest.fact, &literal), (state, &excluded, value));
                if found {
                    break;
                }
            }
            if found {
                break;
            }
        }
    }
}

fn without_level(
    look: &mut Look<'_, '_>,
    id: NormId,
    content: &Formula,
    (fact, literal): (FactId, &Formula),
    (state, excluded, value): (FactId, &Formula, usize),
) -> bool {
    let subjects = vec![look.subject(id)];
    let there = Formula::all(vec![applies(look.book, id), excluded.clone()]);
    let otherwise = Formula::all(vec![there.clone(), content.clone(), literal.clone().negated()]);
    let allowed = Formula::all(vec![there, allowed(look, state)]);
    let Some(hit) = look.ask(Class::NoLevels, &subjects, &allowed) else { return false };
    if !look.never(Class::NoLevels, &subjects, &otherwise) {
        return false;
    }
    let mut finding = Finding::new(Class::NoLevels, subjects)
        .with("fact", Value::Names(fact_names(look, [fact].into_iter())))
        .with("state", Value::Names(fact_names(look, [state].into_iter())));
    let names = vocab(look, state).map(|v| v.value_names()).unwrap_or_default();
    if look.book.fact(state).values > 2
        && let Some(name) = names.get(value)
    {
        finding = finding.with("value", Value::Text((*name).to_owned()));
    }
    let claims = vec![claim(&look.norm(id).id, Says::Applies)];
    look.report(finding, &hit, claims);
    true
}

/// No prohibition that turns on the state applies to anybody.
fn allowed(look: &mut Look<'_, '_>, state: FactId) -> Formula {
    let book = look.book;
    let mut parts = Vec::new();
    for (id, norm) in book.norms().filter(|(_, n)| n.kind == NormKind::Prohibition) {
        let what = Derived::Applies(id);
        let turns = look.prints.below(book, what).contains_key(&state)
            || norm.content.as_ref().is_some_and(|c| look.prints.of(book, c).contains_key(&state));
        if !turns {
            continue;
        }
        let anybody = if has_bearer(norm) {
            let args = Args::new(&[1]).unwrap_or_default();
            Formula::Some { var: 1, body: Box::new(Formula::Derived { what, args }) }
        } else {
            applies(book, id)
        };
        parts.push(anybody.negated());
    }
    Formula::all(parts)
}
