//! Who is bound, entitled, answers, is served: and whether the text says so.

use tarazy_law::model::{Bearer, FactKind, Formula, Norm};
use tarazy_law::syntax::ast::{self, NormKind};

use super::index::Index;
use super::leaves::Depth;
use super::subjects::of_norm;

use crate::class::Class;
use crate::finding::{Finding, Value};

pub(super) fn find(index: &Index<'_>, out: &mut Vec<Finding>) {
    for norm in &index.book.norms {
        if norm.kind == NormKind::Institution {
            out.extend(institution(index, norm));
        } else {
            let part = missing(index, norm);
            out.extend(part.map(|part| {
                let finding = Finding::new(Class::AddresseeNotStated, vec![of_norm(norm)]);
                finding.with("part", Value::Keys(vec![part]))
            }));
        }
    }
}

fn missing(index: &Index<'_>, norm: &Norm) -> Option<&'static str> {
    let binds = matches!(norm.kind, NormKind::Duty | NormKind::Prohibition | NormKind::Liability | NormKind::Offence);
    match (norm.kind, norm.bearer) {
        (NormKind::Permission | NormKind::Exemption | NormKind::Institution, _) => None,
        (NormKind::Power | NormKind::Procedure, Bearer::NotStated | Bearer::Absent) => {
            // A body that is named, though nobody declared it, is named.
            let body = index.rule(norm.span).is_some_and(|r| r.body.is_some());
            (!body).then_some(if norm.bearer == Bearer::Absent { "bearer-absent" } else { "bearer-not-stated" })
        }
        (_, Bearer::NotStated) => Some("bearer-not-stated"),
        (_, Bearer::Absent) => Some("bearer-absent"),
        (_, Bearer::Person) => (binds && anybody(index, norm)).then_some("bearer-anybody"),
    }
}

/// Neither the bearer clause nor anything else of the norm tells this person from others.
fn anybody(index: &Index<'_>, norm: &Norm) -> bool {
    let conditions = [Some(&norm.bearer_cond), Some(&norm.when)];
    let unless = norm.unless.map(|e| &index.book.exception(e).cond);
    let mut all = conditions.into_iter().chain([unless]).flatten();
    index.whole(norm) && norm.bearer_cond == Formula::Const(true) && all.all(|f| f.free_vars() & 1 == 0)
}

/// An institution that serves or binds one does not know whom.
fn institution(index: &Index<'_>, norm: &Norm) -> Option<Finding> {
    let finding = |detail: &str| {
        let finding = Finding::new(Class::ScopeUnbounded, vec![of_norm(norm)]);
        finding.with("detail", Value::Text(detail.to_owned()))
    };
    let stated = index.rule(norm.span).is_some_and(|r| matches!(&r.bearer, Some(ast::Bearer::Person(_))));
    if !stated || anybody(index, norm) {
        return Some(finding("institution"));
    }
    let leaves = index.leaves([&norm.bearer_cond], Depth::Everything);
    let read = leaves.iter().filter_map(|l| match &index.book.fact(l.fact).kind {
        FactKind::Reading { name, .. } => Some(name.clone()),
        _ => None,
    });
    let mut names: Vec<String> = read.collect();
    names.sort_unstable();
    names.dedup();
    (!names.is_empty()).then(|| finding("readings").with("readings", Value::Names(names)))
}
