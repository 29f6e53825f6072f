//! R404: a norm that can apply to nobody, a term that nothing can be.

use tarazy_law::model::{DefId, Derived, Formula};

use super::look::{Look, about_one, derived, names};
use crate::class::Class;
use crate::finding::{Finding, Subject, Value};

/// Every norm, and every definition that a page makes.
pub(super) fn find(look: &mut Look<'_, '_>) {
    let book = look.book;
    let written = look.context.book.definitions.len();
    for (i, definition) in book.definitions.iter().take(written).enumerate() {
        let what = Derived::Definition(DefId(i as u32));
        // What stands after *unless* is a term of its own only inside.
        let inner = look
            .context
            .book
            .definitions
            .iter()
            .any(|d| d.span == definition.span && d.id != definition.id && definition.id.starts_with(&d.id));
        if inner || !look.is_read(what) {
            continue;
        }
        let subjects = vec![look.context.definition(definition)];
        let condition = about_one(derived(book, what));
        if look.never(Class::Dead, &subjects, &condition) {
            report(look, subjects, &definition.formula);
        }
    }
    for (id, norm) in book.norms() {
        if !look.is_read(Derived::Applies(id)) {
            continue;
        }
        let subjects = vec![look.subject(id)];
        match look.can_apply(id) {
            Some(true) => {}
            None => look.undecided(Class::Dead, &subjects),
            Some(false) => {
                look.dead.insert(id);
                let met = Formula::all(vec![norm.bearer_cond.clone(), norm.when.clone()]);
                report(look, subjects, &met);
            }
        }
    }
}

/// With the names of what cannot be together, where that is all in one place.
fn report(look: &mut Look<'_, '_>, subjects: Vec<Subject>, condition: &Formula) {
    let mut parts = match condition {
        Formula::And(parts) => parts.clone(),
        other => vec![other.clone()],
    };
    let clash =
        |look: &mut Look<'_, '_>, parts: &[Formula]| look.may(&about_one(Formula::all(parts.to_vec()))) == Some(false);
    let mut finding = Finding::new(Class::Dead, subjects);
    if clash(look, &parts) {
        let mut i = 0;
        while i < parts.len() {
            let part = parts.remove(i);
            if !clash(look, &parts) {
                parts.insert(i, part);
                i += 1;
            }
        }
        let names = names(look.context, &Formula::And(parts));
        finding = finding.with("clash", Value::Names(names));
    }
    look.report_plain(finding);
}
