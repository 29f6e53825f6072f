//! R403: an exception reaches beyond the reason for which it was made.

use tarazy_law::model::{Derived, Edge, ExcId, Exception, Formula, NormId};
use tarazy_law::syntax::ast::ExceptionKind;

use super::look::{Look, applies, but_for, claim, derived, follows, has_bearer};
use crate::class::Class;
use crate::finding::{Finding, Subject, Value};
use crate::witness::{Claim, Says};

/// Exceptions with a reason that is stated, and displacements, whose reason is that another norm takes over.
pub(super) fn find(look: &mut Look<'_, '_>) {
    let book = look.book;
    for (i, exception) in book.exceptions.iter().enumerate() {
        let id = ExcId(i as u32);
        if !look.is_read(Derived::Holds(id)) {
            continue;
        }
        let targets: Vec<NormId> = exception
            .targets
            .iter()
            .filter_map(|e| if let Edge::Norm(n) = e { Some(*n) } else { None })
            .filter(|n| !exception.others.contains(n) && look.is_read(Derived::Applies(*n)))
            .collect();
        if let Some(reason) = &exception.reason {
            beyond_reason(look, id, exception, reason, &targets);
        }
        if exception.kind == ExceptionKind::Displacement && !exception.others.is_empty() && !follows(book, exception) {
            for n in targets {
                // Where somebody goes free because of it, that is said already.
                if !look.freed.contains(&(id, n)) {
                    leads_nowhere(look, id, exception, n);
                }
            }
        }
    }
}

/// It frees somebody in a case of another kind than those for which it was made.
fn beyond_reason(look: &mut Look<'_, '_>, id: ExcId, exception: &Exception, reason: &Formula, targets: &[NormId]) {
    let book = look.book;
    let outside = Formula::all(vec![derived(book, Derived::Holds(id)), reason.clone().negated()]);
    // What it does not touch anyway, it does not reach.
    let mut ways: Vec<(Vec<Subject>, Formula, Vec<Claim>)> = Vec::new();
    for n in targets {
        let subjects = vec![look.context.exception(exception), look.subject(*n)];
        let question = Formula::all(vec![outside.clone(), but_for(book, *n, id)]);
        let claims = vec![claim(&exception.id, Says::Applies), claim(&book.norm(*n).id, Says::DoesNotApply)];
        ways.push((subjects, question, claims));
    }
    if exception.targets.iter().any(|e| matches!(e, Edge::Exception(_))) {
        ways.push((vec![look.context.exception(exception)], outside, vec![claim(&exception.id, Says::Applies)]));
    }
    for (subjects, question, claims) in ways {
        if let Some(hit) = look.ask(Class::ExceptionTooWide, &subjects, &question) {
            let finding = Finding::new(Class::ExceptionTooWide, subjects).with("detail", Value::Text("reason".into()));
            look.report(finding, &hit, claims);
            return;
        }
    }
}

/// It holds, and the norms that it puts in place apply to nobody.
fn leads_nowhere(look: &mut Look<'_, '_>, id: ExcId, exception: &Exception, n: NormId) {
    let book = look.book;
    let subjects = vec![look.context.exception(exception), look.subject(n)];
    let (of_somebody, of_nobody): (Vec<NormId>, Vec<NormId>) =
        exception.others.iter().partition(|o| has_bearer(book.norm(**o)));
    let somebody = Formula::any(
        of_somebody
            .iter()
            .map(|o| {
                let args = tarazy_law::model::Args::new(&[1]).unwrap_or_default();
                Formula::Derived { what: Derived::Applies(*o), args }
            })
            .collect(),
    );
    let mut parts = vec![derived(book, Derived::Holds(id)), but_for(book, n, id)];
    if !of_somebody.is_empty() {
        parts.push(Formula::Some { var: 1, body: Box::new(somebody) }.negated());
    }
    parts.extend(of_nobody.iter().map(|o| applies(book, *o).negated()));
    if let Some(hit) = look.ask(Class::ExceptionTooWide, &subjects, &Formula::all(parts)) {
        let names = exception.others.iter().map(|o| book.norm(*o).id.clone()).collect();
        let finding = Finding::new(Class::ExceptionTooWide, subjects)
            .with("detail", Value::Text("nowhere".into()))
            .with("instead", Value::Names(names));
        let mut claims = vec![claim(&exception.id, Says::Applies), claim(&book.norm(n).id, Says::DoesNotApply)];
        claims.extend(exception.others.iter().map(|o| claim(&book.norm(*o).id, Says::DoesNotApply)));
        look.report(finding, &hit, claims);
    }
}
