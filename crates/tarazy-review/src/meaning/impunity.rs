//! R402: somebody is at fault by the elements of a norm that gives way, and no other norm takes its place.

use tarazy_law::model::{BookClaim, Derived, Edge, ExcId, Exception, Formula, NormId, PropertyRule};
use tarazy_law::syntax::ast::ExceptionKind;

use super::look::{Look, applies, but_for, claim, derived, follows, has_bearer, has_consequence};
use super::readings::covered;
use crate::class::Class;
use crate::finding::{Finding, Readings, Value};
use crate::witness::Says;

/// Displacements, and claims of the pages that somebody always answers.
pub(super) fn find(look: &mut Look<'_, '_>) {
    let book = look.book;
    for (i, exception) in book.exceptions.iter().enumerate() {
        let id = ExcId(i as u32);
        if exception.kind != ExceptionKind::Displacement
            || follows(book, exception)
            || !look.is_read(Derived::Holds(id))
        {
            continue;
        }
        for edge in &exception.targets {
            if let Edge::Norm(n) = edge {
                displaced(look, id, exception, *n);
            }
        }
    }
    for property in &book.properties {
        if let BookClaim::AlwaysSome(norms) = &property.claim {
            claimed(look, property, norms);
        }
    }
}

fn displaced(look: &mut Look<'_, '_>, id: ExcId, exception: &Exception, n: NormId) {
    let (book, norm) = (look.book, look.norm(n));
    if exception.others.contains(&n) || !norm.answers() || !has_bearer(norm) || !look.is_read(Derived::Applies(n)) {
        return;
    }
    let subjects = [look.context.exception(exception), look.subject(n)];
    // What could take its place: what the exception names, and whatever else reaches the same thing.
    let mut instead: Vec<NormId> = exception.others.clone();
    for (o, other) in book.norms() {
        if o != n && !instead.contains(&o) && has_consequence(other) && has_bearer(other) && look.share(o, n) {
            instead.push(o);
        }
    }
    let mut parts = vec![but_for(book, n, id), derived(book, Derived::Holds(id))];
    parts.extend(instead.iter().map(|o| applies(book, *o).negated()));
    let question = Formula::all(parts);
    let frames: Vec<(String, Formula)> = book
        .properties
        .iter()
        .filter(|p| match &p.claim {
            BookClaim::AlwaysSome(norms) => norms.contains(&n) && norms.iter().any(|m| exception.others.contains(m)),
            BookClaim::NeverBoth(..) => false,
        })
        .map(|p| (p.id.clone(), p.assuming.clone()))
        .collect();
    for (detail, hit) in look.ask_framed(Class::Impunity, &subjects, &question, &frames) {
        look.freed.insert((id, n));
        let names = exception.others.iter().map(|o| book.norm(*o).id.clone()).collect();
        let mut finding = Finding::new(Class::Impunity, subjects.to_vec()).with("instead", Value::Names(names));
        if let Some(detail) = detail {
            finding = finding.with("detail", Value::Text(detail));
        }
        let mut claims =
            vec![claim(&norm.id, Says::Met), claim(&exception.id, Says::Applies), claim(&norm.id, Says::DoesNotApply)];
        claims.extend(instead.iter().map(|o| claim(&book.norm(*o).id, Says::DoesNotApply)));
        look.report(finding, &hit, claims);
    }
}

/// A page claims that some of these norms always applies, it is not so, and the page does not say that it knows.
fn claimed(look: &mut Look<'_, '_>, property: &PropertyRule, norms: &[NormId]) {
    let book = look.book;
    let all_read = norms.iter().all(|n| look.is_read(Derived::Applies(*n)));
    if !all_read || !norms.iter().any(|n| look.norm(*n).answers()) {
        return;
    }
    let here = |e: &&tarazy_law::syntax::ast::PropertyExpectation| {
        !e.proved && e.editions.iter().any(|n| look.context.is_meant_by(&n.text))
    };
    let known: Vec<Readings> = property
        .expect
        .iter()
        .filter(here)
        .map(|e| match &e.readings[..] {
            [] => Readings::Every,
            only => Readings::Only(vec![only.iter().map(|(a, r)| (a.text.clone(), r.text.clone())).collect()]),
        })
        .collect();
    let subjects: Vec<_> = norms.iter().map(|n| look.subject(*n)).collect();
    let none = norms.iter().map(|n| applies(book, *n).negated());
    let question = Formula::all(std::iter::once(property.assuming.clone()).chain(none).collect());
    let Some(hit) = look.ask(Class::Impunity, &subjects, &question) else { return };
    if covered(book, &hit.readings, &known.iter().collect::<Vec<_>>()) {
        return;
    }
    let finding = Finding::new(Class::Impunity, subjects).with("detail", Value::Text(property.id.clone()));
    let claims = norms.iter().map(|n| claim(&book.norm(*n).id, Says::DoesNotApply)).collect();
    look.report(finding, &hit, claims);
}
