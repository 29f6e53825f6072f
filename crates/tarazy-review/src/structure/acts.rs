//! Acts beside acts: how they relate, and whom an act binds.

use std::collections::{BTreeMap, BTreeSet};

use tarazy_law::model::{ExcId, Norm, Sort};
use tarazy_law::syntax::ast::{Aspect, ExceptionKind, ItemKind, NormKind};

use super::index::Index;
use super::leaves::{Depth, Leaf};
use crate::class::Class;
use crate::finding::{Finding, Value};

/// An act that lays fewer duties than this does not need a provision on whom it binds.
const MANY: usize = 3;

pub(super) fn find(index: &Index<'_>, out: &mut Vec<Finding>) {
    relations(index, out);
    scopes(index, out);
}

/// Two acts of one rank about one subject, and no word on how they stand to each other.
fn relations(index: &Index<'_>, out: &mut Vec<Finding>) {
    let book = index.book;
    let cited: BTreeSet<&str> = book
        .norms
        .iter()
        .map(|n| n.provision)
        .chain(book.definitions.iter().map(|d| d.provision))
        .filter_map(|p| index.act_of(p))
        .collect();
    let mut acts: Vec<_> = index.corpus.acts.iter().collect();
    // What was replaced has nothing to say beside what replaced it.
    acts.retain(|(_, a)| {
        a.rank.is_some()
            && a.replaced_by.is_none()
            && index.chain.contains(index.corpus.provision(a.provision).edition.as_str())
    });
    acts.sort_by_key(|(_, a)| a.span);
    for (i, (one, a)) in acts.iter().enumerate() {
        for (other, b) in &acts[i + 1..] {
            let covers: Vec<&String> = a.covers.iter().filter(|w| b.covers.contains(w)).collect();
            let (one_cited, other_cited) = (cited.contains(one.as_str()), cited.contains(other.as_str()));
            let pair = [one.as_str(), other.as_str()];
            let related = book.relations.iter().any(|r| pair.iter().all(|p| r.acts.iter().any(|x| x == p)));
            if a.rank != b.rank || covers.is_empty() || !(one_cited || other_cited) || related {
                continue;
            }
            // A drafter mends the act whose norms are before him.
            let names = if one_cited { [one, other] } else { [other, one] };
            let subjects = names.into_iter().filter_map(|n| index.act(n)).collect();
            let words = covers.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            out.push(Finding::new(Class::RelationOpen, subjects).with("covers", Value::Text(words)));
        }
    }
}

/// An act that lays duties on persons, and no provision that says on which persons, or where.
fn scopes(index: &Index<'_>, out: &mut Vec<Finding>) {
    let mut by_act: BTreeMap<&str, Vec<&Norm>> = BTreeMap::new();
    for norm in &index.book.norms {
        if let Some(act) = index.act_of(norm.provision) {
            by_act.entry(act).or_default().push(norm);
        }
    }
    for (act, norms) in by_act {
        let binding = |n: &&&Norm| matches!(n.kind, NormKind::Duty | NormKind::Prohibition | NormKind::Liability);
        let speaks = |e: &ExcId| index.leaves_of_scope(*e).iter().any(|l| index.bounds_persons(l));
        let (bounded, open): (Vec<&&Norm>, Vec<&&Norm>) =
            norms.iter().filter(binding).partition(|n| n.scopes.iter().any(speaks));
        // A scope of one chapter does not bound the act.
        if open.len() < MANY || open.len() <= bounded.len() {
            continue;
        }
        // A scope that could not be read may well be the one.
        let unread = index
            .unread_items()
            .any(|item| matches!(&item.kind, ItemKind::Exception(decl) if decl.kind == ExceptionKind::Scope));
        if !unread && let Some(subject) = index.act(act) {
            let finding = Finding::new(Class::ScopeUnbounded, vec![subject]);
            out.push(finding.with("detail", Value::Text("act".to_owned())));
        }
    }
}

impl Index<'_> {
    /// The facts of a scope.
    pub(super) fn leaves_of_scope(&self, scope: ExcId) -> Vec<Leaf> {
        self.leaves([&self.book.exception(scope).cond], Depth::Everything)
    }

    /// It speaks of persons, or of the territory.
    fn bounds_persons(&self, leaf: &Leaf) -> bool {
        self.vocab(leaf.fact).is_some_and(|(_, f)| f.about() == Sort::Person || f.tells == Some(Aspect::Abroad))
    }
}
