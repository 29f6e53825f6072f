//! What a right needs so that somebody can use it: a way, a term, somebody who looks again, something that mends.

use std::collections::HashSet;

use tarazy_law::model::Norm;
use tarazy_law::syntax::ast::{LinkKind, NormKind};

use super::index::Index;
use super::subjects::of_norm;

use crate::class::Class;
use crate::finding::{Finding, Value};

pub(super) fn find(index: &Index<'_>, out: &mut Vec<Finding>) {
    for (_, right) in index.of_kind(&[NormKind::Right]) {
        let missing = missing(index, right);
        if !missing.is_empty() {
            let finding = Finding::new(Class::RightWithoutProcedure, vec![of_norm(right)]);
            out.push(finding.with("parts", Value::Keys(missing)));
        }
    }
}

fn missing<'a>(index: &Index<'a>, right: &'a Norm) -> Vec<&'static str> {
    let (mut procedure, mut deadline, mut reviewer, mut remedy) = (false, false, false, false);
    for norm in reached(index, right) {
        let rule = index.rule(norm.span);
        procedure |= norm.kind == NormKind::Procedure || index.linked(norm, LinkKind::Procedure);
        deadline |= rule.is_some_and(|r| r.deadline.is_some());
        reviewer |= rule.is_some_and(|r| r.reviewer.is_some());
        remedy |= index.linked(norm, LinkKind::Remedy);
    }
    let parts = [
        (procedure, "part-procedure"),
        (deadline, "part-deadline"),
        (reviewer, "part-reviewer"),
        (remedy, "part-remedy"),
    ];
    parts.into_iter().filter(|(there, _)| !there).map(|(_, part)| part).collect()
}

/// The right, what it leads to, and what answers to it.
fn reached<'a>(index: &Index<'a>, right: &'a Norm) -> Vec<&'a Norm> {
    let mut seen: HashSet<&str> = HashSet::from([right.id.as_str()]);
    let mut out = vec![right];
    let answering = index.answering(right).filter(|n| n.kind != NormKind::Right);
    out.extend(answering.filter(|n| seen.insert(&n.id)).collect::<Vec<_>>());
    let mut at = 0;
    while let Some(norm) = out.get(at).copied() {
        at += 1;
        let links = index.links(norm).filter(|(k, _)| matches!(k, LinkKind::Procedure | LinkKind::Remedy));
        let targets: Vec<&Norm> = links.filter_map(|(_, target)| index.named(target)).collect();
        out.extend(targets.into_iter().filter(|n| seen.insert(&n.id)));
    }
    out
}
