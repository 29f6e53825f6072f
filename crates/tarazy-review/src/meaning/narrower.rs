//! R209: a duty can be broken in cases that its sanction does not reach.

use std::collections::HashMap;

use tarazy_law::model::{Derived, Formula, Norm, NormId};
use tarazy_law::syntax::ast::{LinkKind, NormKind};

use super::look::{Look, applies, claim, has_bearer, names, punishes};
use crate::class::Class;
use crate::finding::{Finding, Value};
use crate::witness::Says;

/// Duties and prohibitions that say what they ask, and whose breach another norm answers.
pub(super) fn find(look: &mut Look<'_, '_>, contents: &HashMap<NormId, Formula>, elements: &HashMap<NormId, Formula>) {
    let book = look.book;
    for (id, norm) in book.norms() {
        let Some(content) = contents.get(&id) else { continue };
        let broken = match norm.kind {
            NormKind::Duty => content.clone().negated(),
            NormKind::Prohibition => content.clone(),
            _ => continue,
        };
        let linked = linked(look, id, norm);
        // A liability makes good what came of it; only a punishment is for the breach itself.
        if !linked.iter().any(|o| punishes(book.norm(*o)))
            || !has_bearer(norm)
            || look.dead.contains(&id)
            || !look.is_read(Derived::Applies(id))
        {
            continue;
        }
        // Where no conduct is asked for at all, that is another defect.
        let conduct = |look: &mut Look<'_, '_>, o: &NormId| look.matter(*o).into_iter().any(|f| !look.is_role(f));
        if !linked.iter().any(|o| conduct(look, o)) {
            continue;
        }
        // A consequence of its own reaches what its condition says.
        let mut here = vec![applies(book, id), broken];
        here.extend(norm.sanctions.iter().map(|s| s.when.clone().negated()));
        let out_of_reach = linked.iter().filter_map(|o| elements.get(o)).map(|e| e.clone().negated());
        let question = Formula::all(here.iter().cloned().chain(out_of_reach).collect());
        let subjects: Vec<_> = std::iter::once(id).chain(linked.iter().copied()).map(|n| look.subject(n)).collect();
        let Some(hit) = look.ask(Class::ConsequenceNarrower, &subjects, &question) else { continue };
        let sanction = linked.iter().map(|o| book.norm(*o).id.clone()).collect();
        let finding = Finding::new(Class::ConsequenceNarrower, subjects)
            .with("sanction", Value::Names(sanction))
            .with("narrower", Value::Names(narrower(look, &here, &linked)));
        let mut claims = vec![claim(&norm.id, Says::Applies)];
        claims.extend(linked.iter().map(|o| claim(&book.norm(*o).id, Says::DoesNotApply)));
        look.report(finding, &hit, claims);
    }
}

/// The offences and liabilities that answer its breach.
fn linked(look: &Look<'_, '_>, id: NormId, norm: &Norm) -> Vec<NormId> {
    let to = norm.links.iter().filter(|(kind, _)| *kind == LinkKind::Sanction);
    let mut out: Vec<NormId> = to.filter_map(|(_, name)| look.book.norm_ids.get(name).copied()).collect();
    for (o, other) in look.book.norms() {
        let answers = |(kind, name): &(LinkKind, String)| *kind == LinkKind::AnswersTo && *name == norm.id;
        if o != id && other.links.iter().any(answers) && !out.contains(&o) {
            out.push(o);
        }
    }
    out.retain(|o| look.norm(*o).answers() && look.is_read(Derived::Applies(*o)));
    out
}

/// What the offences ask for besides the breach.
fn narrower(look: &mut Look<'_, '_>, here: &[Formula], linked: &[NormId]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for o in linked {
        let norm = look.norm(*o);
        let whole = Formula::all(vec![norm.bearer_cond.clone(), norm.when.clone()]);
        let parts = match whole {
            Formula::And(parts) => parts,
            other => vec![other],
        };
        for part in parts {
            let names = names(look.context, &part);
            let question = Formula::all(here.iter().cloned().chain([part.negated()]).collect());
            if names.iter().any(|n| !out.contains(n)) && look.may(&question) != Some(false) {
                out.extend(names.into_iter().filter(|n| !out.contains(n)).collect::<Vec<_>>());
            }
        }
    }
    out
}
