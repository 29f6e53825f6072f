//! R405, R406: a norm that adds nothing to another, two norms that say the same.

use std::collections::HashMap;

use tarazy_law::model::{Consequence, Derived, Formula, Norm, NormId, Sanction};
use tarazy_law::syntax::ast::LinkKind;

use super::look::{Look, applies, claim, has_bearer};
use crate::class::Class;
use crate::finding::Finding;
use crate::witness::Says;

/// Pairs of one kind with one consequence and one content.
pub(super) fn find(look: &mut Look<'_, '_>, contents: &HashMap<NormId, Formula>) {
    let book = look.book;
    let norms: Vec<NormId> = book.norms().map(|(id, _)| id).collect();
    // A norm that says what another says says nothing that a third could be compared with.
    let mut told: Vec<NormId> = Vec::new();
    for (i, a) in norms.iter().enumerate() {
        for b in &norms[i + 1..] {
            let both = [a, b];
            let dead = both.iter().any(|n| look.dead.contains(n) || told.contains(n));
            if !dead && alike(book.norm(*a), book.norm(*b)) && both.iter().all(|n| look.is_read(Derived::Applies(**n)))
            {
                pair(look, contents, *a, *b, &mut told);
            }
        }
    }
}

fn pair(look: &mut Look<'_, '_>, contents: &HashMap<NormId, Formula>, a: NormId, b: NormId, told: &mut Vec<NormId>) {
    let book = look.book;
    let (one, other) = (book.norm(a), book.norm(b));
    let subjects = [look.subject(a), look.subject(b)];
    let content = match (contents.get(&a), contents.get(&b)) {
        (Some(x), Some(y)) => {
            if [(x, y), (y, x)].iter().any(|(x, y)| look.may(&without(x, y)) != Some(false)) {
                return;
            }
            true
        }
        (None, None) => false,
        _ => return,
    };
    // Without a stated content, what a norm asks for stands in its text alone; an offence or liability is what its elements are.
    let known = content || one.answers();
    let follows = one.deadline.is_some() || !one.links.is_empty() || !one.sanctions.is_empty();
    let bare = one.when == Formula::Const(true) && other.when == Formula::Const(true);
    let identical = content || !bare && (known || follows);
    if !known && !identical {
        return;
    }
    let (only_a, only_b) = (look.can_apply_without(a, b), look.can_apply_without(b, a));
    if [only_a, only_b].iter().flatten().any(|may| !may) && (only_a.is_none() || only_b.is_none()) {
        look.undecided(Class::Subsumed, &subjects);
        return;
    }
    match (only_a, only_b) {
        (Some(false), Some(false)) if identical => {
            let question = Formula::all(vec![applies(book, a), applies(book, b)]);
            if let Some(hit) = look.ask(Class::Identical, &subjects, &question) {
                let claims = [one, other].map(|n| claim(&n.id, Says::Applies)).to_vec();
                look.report(Finding::new(Class::Identical, subjects.to_vec()), &hit, claims);
                told.push(b);
            }
        }
        (Some(false), Some(true)) if known && has_bearer(one) => subsumed(look, a, b, told),
        (Some(true), Some(false)) if known && has_bearer(one) => subsumed(look, b, a, told),
        _ => {}
    }
}

/// The first applies only where the second does.
fn subsumed(look: &mut Look<'_, '_>, less: NormId, more: NormId, told: &mut Vec<NormId>) {
    let book = look.book;
    let subjects = [look.subject(less), look.subject(more)];
    let question = without(&applies(book, more), &applies(book, less));
    if let Some(hit) = look.ask(Class::Subsumed, &subjects, &question) {
        let claims = vec![claim(&book.norm(more).id, Says::Applies), claim(&book.norm(less).id, Says::DoesNotApply)];
        let mut finding = Finding::new(Class::Subsumed, subjects.to_vec());
        finding.witness = look.witness(&hit, claims);
        finding.cases = hit.cases;
        look.report_plain(finding);
        told.push(less);
    }
}

fn without(x: &Formula, y: &Formula) -> Formula {
    Formula::all(vec![x.clone(), y.clone().negated()])
}

/// Kind, consequences, term, body, links: everything but the conditions.
fn alike(a: &Norm, b: &Norm) -> bool {
    let sanctions = |a: &[Sanction], b: &[Sanction]| {
        let same = |s: &Sanction, t: &Sanction| s.when == t.when && same_consequence(&s.what, &t.what);
        a.len() == b.len() && a.iter().all(|s| b.iter().any(|t| same(s, t)))
    };
    let links =
        |a: &[(LinkKind, String)], b: &[(LinkKind, String)]| a.len() == b.len() && a.iter().all(|l| b.contains(l));
    let deadline = match (&a.deadline, &b.deadline) {
        (None, None) => true,
        (Some(x), Some(y)) => x.length == y.length && x.from == y.from,
        _ => false,
    };
    a.kind == b.kind
        && a.bearer == b.bearer
        && a.body == b.body
        && a.toward == b.toward
        && a.reviewer == b.reviewer
        && a.provisos == b.provisos
        && deadline
        && links(&a.links, &b.links)
        && sanctions(&a.sanctions, &b.sanctions)
}

fn same_consequence(a: &Consequence, b: &Consequence) -> bool {
    match (a, b) {
        (Consequence::Fine { amount: a, unit: u }, Consequence::Fine { amount: b, unit: v }) => a == b && u == v,
        (Consequence::FineBy { fact: f, args: a, table: t }, Consequence::FineBy { fact: g, args: b, table: u }) => {
            f == g && a == b && t == u
        }
        (Consequence::Measures(a), Consequence::Measures(b)) => a == b,
        (Consequence::Arrest { days: a }, Consequence::Arrest { days: b }) => a == b,
        _ => false,
    }
}
