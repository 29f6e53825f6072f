//! Who answers when several could: by what they are sorted, who finds it out, and whether anything was asked of them before.

use std::collections::BTreeSet;

use tarazy_law::model::{Derived, Domain, FactId, Norm, NormId, Sort};
use tarazy_law::syntax::ast::{Aspect, LinkKind, NormKind};

use super::alternatives::Alternative;
use super::index::Index;
use super::leaves::{Depth, Leaf};
use super::subjects::{of_fact, of_norm};

use crate::class::Class;
use crate::finding::{Finding, Value};

pub(super) fn find(index: &Index<'_>, out: &mut Vec<Finding>) {
    let bound = bound_roles(index);
    for (id, norm) in index.of_kind(&[NormKind::Liability]).filter(|(_, n)| index.whole(n)) {
        // What only attaches a consequence to another liability shares out nothing anew.
        let rests = norm.when.derived().into_iter();
        if rests.chain(norm.bearer_cond.derived()).any(|d| is_liability(index, d, id)) {
            continue;
        }
        out.extend(not_allocated(index, norm));
        out.extend(no_procedure(index, norm));
        out.extend(without_duty(index, norm, bound.as_ref()));
    }
}

fn is_liability(index: &Index<'_>, what: Derived, of: NormId) -> bool {
    matches!(what, Derived::Applies(n) if n != of && index.book.norm(n).kind == NormKind::Liability)
}

/// The facts of the whole condition of a norm, as far as the words go.
fn condition(index: &Index<'_>, norm: &Norm) -> Vec<Leaf> {
    let unless = norm.unless.map(|e| &index.book.exception(e).cond);
    index.leaves([&norm.bearer_cond, &norm.when].into_iter().chain(unless), Depth::Everything)
}

fn tells_how(index: &Index<'_>, leaf: &Leaf) -> bool {
    index.vocab(leaf.fact).is_some_and(|(_, f)| matches!(f.tells, Some(Aspect::Stage | Aspect::Cause)))
}

/// The roles of the bearers, in the order in which the text names them.
fn roles(index: &Index<'_>, norm: &Norm) -> Vec<FactId> {
    let mut out = Vec::new();
    for role in index.alternatives(&norm.bearer_cond).iter().flat_map(|a| a.roles(index)) {
        if !out.contains(&role) {
            out.push(role);
        }
    }
    out
}

/// The roles of which two may be liable side by side: for who answers only where another does not, the text itself has an order.
fn side_by_side(index: &Index<'_>, ways: &[Alternative]) -> BTreeSet<FactId> {
    let with_roles: Vec<(&Alternative, BTreeSet<FactId>)> =
        ways.iter().map(|a| (a, a.roles(index).collect::<BTreeSet<_>>())).filter(|(_, r)| !r.is_empty()).collect();
    let beside = |(a, of_a): &(&Alternative, BTreeSet<FactId>), (b, of_b): &(&Alternative, BTreeSet<FactId>)| {
        !of_a.is_subset(of_b)
            && !of_b.is_subset(of_a)
            && !of_b.iter().any(|r| a.excludes(*r))
            && !of_a.iter().any(|r| b.excludes(*r))
    };
    let others = |a| with_roles.iter().filter(move |b| beside(a, b)).flat_map(|(_, roles)| roles.iter().copied());
    with_roles.iter().flat_map(others).collect()
}

/// Several answer for the same thing, and nothing orders them.
fn not_allocated(index: &Index<'_>, norm: &Norm) -> Option<Finding> {
    let ways = index.alternatives(&norm.bearer_cond);
    let unordered = side_by_side(index, &ways);
    if unordered.len() < 2 {
        return None;
    }
    let own_part = ways.iter().any(|a| a.own_part(index));
    let sorts = |leaf: &Leaf| {
        tells_how(index, leaf)
            || leaf.of_bearer() && index.is_conduct(leaf.fact)
            || index.vocab(leaf.fact).is_some_and(|(_, f)| {
                f.about() == Sort::Act && matches!(&f.domain, Domain::OneOf(values) if values.len() >= 3)
            })
    };
    if own_part || condition(index, norm).iter().any(sorts) {
        return None;
    }
    let finding = Finding::new(Class::NotAllocated, vec![of_norm(norm)]);
    Some(finding.with("roles", names(index, unordered)))
}

/// Somebody has to find out who answers, and no procedure says how.
fn no_procedure(index: &Index<'_>, norm: &Norm) -> Option<Finding> {
    let rests_on: Vec<FactId> = condition(index, norm).iter().filter(|l| tells_how(index, l)).map(|l| l.fact).collect();
    if rests_on.is_empty() && side_by_side(index, &index.alternatives(&norm.bearer_cond)).is_empty() {
        return None;
    }
    let own = index.linked(norm, LinkKind::Procedure) || index.answering(norm).any(|n| n.kind == NormKind::Procedure);
    let establishes = |n: &Norm| n.establishes.iter().any(|v| rests_on.contains(&index.book.vocab[v]));
    if own || index.of_kind(&[NormKind::Procedure]).any(|(_, n)| establishes(n) || !index.whole(n)) {
        return None;
    }
    Some(Finding::new(Class::NoProcedureForCause, vec![of_norm(norm)]))
}

/// The roles on which a duty or prohibition is laid; `None` where one is laid on everybody, or not all could be read.
fn bound_roles(index: &Index<'_>) -> Option<BTreeSet<FactId>> {
    let mut out = BTreeSet::new();
    for (_, norm) in index.of_kind(&[NormKind::Duty, NormKind::Prohibition]) {
        if !index.whole(norm) {
            return None;
        }
        let all = [Some(&norm.bearer_cond), Some(&norm.when), norm.content.as_ref()];
        let asked = index.leaves(all.into_iter().flatten(), Depth::Everything);
        out.extend(asked.iter().filter(|l| l.asks_yes() && l.of_bearer()).map(|l| l.fact));
    }
    Some(out)
}

/// A role that answers, though nothing is asked of it.
fn without_duty(index: &Index<'_>, norm: &Norm, bound: Option<&BTreeSet<FactId>>) -> Option<Finding> {
    let bound = bound?;
    let free: Vec<FactId> = roles(index, norm).into_iter().filter(|r| !bound.contains(r)).collect();
    if free.is_empty() {
        return None;
    }
    let roles = free.iter().filter_map(|r| index.vocab(*r)).map(|(_, f)| of_fact(f));
    Some(Finding::new(Class::LiableWithoutDuty, std::iter::once(of_norm(norm)).chain(roles).collect()))
}

fn names(index: &Index<'_>, facts: impl IntoIterator<Item = FactId>) -> Value {
    Value::Names(facts.into_iter().filter_map(|f| index.vocab(f)).map(|(_, f)| f.name.clone()).collect())
}
