//! R401: two norms that punish apply to one person for one act, and nothing says which gives way.

use tarazy_law::model::{BookClaim, Formula, NormId};

use super::look::{Look, applies, claim, has_bearer, punishes};
use crate::class::Class;
use crate::finding::{Finding, Value};
use crate::witness::Says;

/// Pairs of norms that punish. What an edge between them settles is settled by its meaning: where it does not hold, they compete all the same.
/// Only norms that stand *beside* each other are left alone.
pub(super) fn find(look: &mut Look<'_, '_>) {
    let book = look.book;
    let whole = |id: NormId| look.is_read(tarazy_law::model::Derived::Applies(id));
    let punishing: Vec<NormId> =
        book.norms().filter(|(id, n)| punishes(n) && has_bearer(n) && whole(*id)).map(|(id, _)| id).collect();
    for (i, one) in punishing.iter().enumerate() {
        for other in &punishing[i + 1..] {
            let beside = book.norm(*one).beside.iter().any(|(b, _)| b == other);
            if !beside && look.may_meet(*one, *other) {
                pair(look, *one, *other);
            }
        }
    }
}

fn pair(look: &mut Look<'_, '_>, one: NormId, other: NormId) {
    let book = look.book;
    // Whoever mends begins with what is newer.
    let (one, other) = if look.age(book.norm(other).provision) > look.age(book.norm(one).provision) {
        (other, one)
    } else {
        (one, other)
    };
    let subjects = [look.subject(one), look.subject(other)];
    let both = Formula::all(vec![applies(book, one), applies(book, other)]);
    let frames: Vec<(String, Formula)> = book
        .properties
        .iter()
        .filter(|p| match &p.claim {
            BookClaim::NeverBoth(a, b) => {
                a.contains(&one) && b.contains(&other) || a.contains(&other) && b.contains(&one)
            }
            BookClaim::AlwaysSome(_) => false,
        })
        .map(|p| (p.id.clone(), p.assuming.clone()))
        .collect();
    for (detail, hit) in look.ask_framed(Class::Competing, &subjects, &both, &frames) {
        let mut finding = Finding::new(Class::Competing, subjects.to_vec());
        if let Some(detail) = detail {
            finding = finding.with("detail", Value::Text(detail));
        }
        let edges = edges(look, one, other);
        if !edges.is_empty() {
            finding = finding.with("despite", Value::Names(edges));
        }
        let claims = [one, other].map(|n| claim(&book.norm(n).id, Says::Applies));
        look.report(finding, &hit, claims.to_vec());
    }
}

/// The exceptions of one that put the other in its place; where they hold, the two do not compete.
fn edges(look: &Look<'_, '_>, one: NormId, other: NormId) -> Vec<String> {
    let from = |a: NormId, b: NormId| {
        let all = look.book.norm(a).exceptions.iter().map(|e| look.book.exception(*e));
        all.filter(move |e| e.others.contains(&b)).map(|e| e.id.clone())
    };
    from(one, other).chain(from(other, one)).collect()
}
