//! Roles that no norm tells apart, and roles that texts join now so, now otherwise.

use std::collections::{BTreeMap, BTreeSet};

use tarazy_law::model::{DefId, Derived, FactId, Formula, Norm, Sort};
use tarazy_law::syntax::ast::{Connective, ItemKind};

use super::canonical::{Exchange, canonical};
use super::index::Index;
use super::leaves::Depth;
use super::subjects::{of_definition, of_fact, of_norm};
use super::terms::elements;

use crate::class::Class;
use crate::finding::{Finding, Subject, Value};

pub(super) fn find(index: &Index<'_>, out: &mut Vec<Finding>) {
    indistinguishable(index, out);
    connectives(index, out);
}

/// A role, or a word that stands for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Term {
    Role(FactId),
    Word(DefId),
}

/// Terms that can be exchanged everywhere and nothing changes.
fn indistinguishable(index: &Index<'_>, out: &mut Vec<Finding>) {
    let elements: Vec<Vec<&Formula>> = elements(index).into_iter().map(|(_, formulas)| formulas).collect();
    let mut used: BTreeMap<Term, BTreeSet<usize>> = BTreeMap::new();
    for (i, formulas) in elements.iter().enumerate() {
        for formula in formulas {
            formula.visit(&mut |f| {
                let term = match f {
                    Formula::Fact { fact, .. } if index.is_role(*fact) => Term::Role(*fact),
                    Formula::Derived { what: Derived::Definition(d), .. } if is_word(index, *d) => Term::Word(*d),
                    _ => return,
                };
                used.entry(term).or_default().insert(i);
            });
        }
    }
    // Only terms that stand in the same elements can be the same.
    let mut together: BTreeMap<(Vec<u8>, &BTreeSet<usize>), Vec<Term>> = BTreeMap::new();
    for (term, places) in used.iter().filter(|(_, places)| places.len() >= 2) {
        together.entry((params(index, *term), places)).or_default().push(*term);
    }
    for ((_, places), terms) in together {
        let mut left = terms;
        while let Some((first, others)) = left.split_first() {
            let alike = |other: &Term| {
                let exchange = match (*first, *other) {
                    (Term::Role(a), Term::Role(b)) => Exchange::Facts(a, b),
                    (Term::Word(a), Term::Word(b)) => Exchange::Definitions(a, b),
                    _ => return false,
                };
                let mut formulas = places.iter().flat_map(|i| &elements[*i]);
                formulas.all(|f| canonical(f, Exchange::None) == canonical(f, exchange))
            };
            let (group, rest): (Vec<Term>, Vec<Term>) = others.iter().partition(|t| alike(t));
            if !group.is_empty() {
                let group: Vec<Term> = std::iter::once(*first).chain(group).collect();
                let mut subjects: Vec<Subject> = group.iter().filter_map(|t| term_subject(index, *t)).collect();
                subjects.sort_by_key(|s| s.span);
                let names = subjects.iter().map(|s| s.name.clone()).collect();
                out.push(Finding::new(Class::Indistinguishable, subjects).with("names", Value::Names(names)));
            }
            left = rest;
        }
    }
}

/// A definition about a person; of things and events many are named side by side for no other reason than to be named.
fn is_word(index: &Index<'_>, d: DefId) -> bool {
    let d = index.book.definition(d);
    d.persons > 0 && index.item(d.span).is_some_and(|item| item.name.text == d.id)
}

/// What a term is about, as numbers that can be put in order.
fn params(index: &Index<'_>, term: Term) -> Vec<u8> {
    match term {
        Term::Role(f) => index.vocab(f).map(|(_, f)| f.params.iter().map(|s| *s as u8).collect()).unwrap_or_default(),
        Term::Word(d) => match index.item(index.book.definition(d).span).map(|item| &item.kind) {
            Some(ItemKind::Definition(rule)) => {
                rule.params.iter().map(|p| Sort::of(&p.text).unwrap_or(Sort::Person) as u8).collect()
            }
            _ => Vec::new(),
        },
    }
}

fn term_subject(index: &Index<'_>, term: Term) -> Option<Subject> {
    match term {
        Term::Role(f) => index.vocab(f).map(|(_, f)| of_fact(f)),
        Term::Word(d) => Some(of_definition(index.book.definition(d))),
    }
}

/// The same bearers, joined now by *and*, now by *or*.
fn connectives(index: &Index<'_>, out: &mut Vec<Finding>) {
    let mut by_roles: BTreeMap<BTreeSet<FactId>, Vec<(&Norm, Connective)>> = BTreeMap::new();
    for norm in &index.book.norms {
        let Some(joined) = norm.joined else { continue };
        let asked = index.leaves([&norm.bearer_cond], Depth::Words);
        let roles = asked.iter().filter(|l| l.asks_yes() && l.of_bearer() && index.is_role(l.fact)).map(|l| l.fact);
        by_roles.entry(roles.collect()).or_default().push((norm, joined));
    }
    for (roles, norms) in by_roles {
        let mut kinds: Vec<Connective> = Vec::new();
        for (_, joined) in &norms {
            if !kinds.contains(joined) {
                kinds.push(*joined);
            }
        }
        if roles.len() < 2 || kinds.len() < 2 {
            continue;
        }
        // The odd one first: that is where a drafter would begin.
        let count = |k: Connective| norms.iter().filter(|(_, j)| *j == k).count();
        let place = |k: Connective| norms.iter().find(|(_, j)| *j == k).map(|(n, _)| n.span);
        kinds.sort_by_key(|k| (count(*k), std::cmp::Reverse(place(*k))));
        let first = |k: &Connective| norms.iter().find(|(_, j)| j == k).map(|(n, _)| of_norm(n));
        let mut subjects: Vec<Subject> = kinds.iter().filter_map(first).collect();
        for (norm, _) in &norms {
            let subject = of_norm(norm);
            if !subjects.contains(&subject) {
                subjects.push(subject);
            }
        }
        let key = |k: &Connective| match k {
            Connective::And => "connective-and",
            Connective::Or => "connective-or",
            Connective::AndOr => "connective-and-or",
        };
        let keys = kinds.iter().map(key).collect();
        out.push(Finding::new(Class::ConnectiveDrift, subjects).with("connectives", Value::Keys(keys)));
    }
}
