//! Systems and persons abroad: whether anybody within reach answers for them.

use std::collections::BTreeMap;

use tarazy_law::model::{Bearer, Norm, Sort};
use tarazy_law::syntax::ast::{Aspect, NormKind};

use super::alternatives::Alternative;
use super::index::Index;
use super::leaves::{Depth, Leaf};
use super::subjects::of_norm;

use crate::class::Class;
use crate::finding::Finding;

pub(super) fn find(index: &Index<'_>, out: &mut Vec<Finding>) {
    let abroad = |f: &tarazy_law::model::VocabFact| f.tells == Some(Aspect::Abroad) && f.about() != Sort::Person;
    if !index.corpus.vocabulary.iter().any(|(_, f)| abroad(f)) {
        return;
    }
    let binding = || index.of_kind(&[NormKind::Duty, NormKind::Liability]).map(|(_, n)| n).filter(|n| index.whole(n));
    if binding().any(|n| local(index, n)) {
        return;
    }
    // It is one gap of an act, however many of its norms fall into it.
    let mut by_act: BTreeMap<Option<&str>, Vec<&Norm>> = BTreeMap::new();
    for norm in binding().filter(|n| out_of_reach(index, n) && !within_territory(index, n)) {
        by_act.entry(index.act_of(norm.provision)).or_default().push(norm);
    }
    for mut norms in by_act.into_values() {
        norms.sort_by_key(|n| (!reaches(index, n), n.kind != NormKind::Liability, n.span));
        out.push(Finding::new(Class::OutOfReach, norms.into_iter().map(of_norm).collect()));
    }
}

fn tells_abroad(index: &Index<'_>, leaf: &Leaf) -> bool {
    index.vocab(leaf.fact).is_some_and(|(_, f)| f.tells == Some(Aspect::Abroad))
}

fn about_person(index: &Index<'_>, leaf: &Leaf) -> bool {
    index.vocab(leaf.fact).is_some_and(|(_, f)| f.about() == Sort::Person)
}

/// It binds somebody here for what is abroad.
fn local(index: &Index<'_>, norm: &Norm) -> bool {
    if norm.bearer != Bearer::Person {
        return false;
    }
    let asked = index.leaves([&norm.bearer_cond, &norm.when], Depth::Everything);
    let for_it = asked.iter().any(|l| l.asks_yes() && tells_abroad(index, l) && !about_person(index, l));
    let himself = |l: &Leaf| l.asks_yes() && l.of_bearer() && tells_abroad(index, l);
    let here = |a: &Alternative| !a.leaves.iter().any(himself);
    for_it && index.alternatives(&norm.bearer_cond).iter().any(here) && index.alternatives(&norm.when).iter().any(here)
}

/// It names nobody, or reaches for somebody or something abroad.
fn out_of_reach(index: &Index<'_>, norm: &Norm) -> bool {
    if norm.bearer != Bearer::Person {
        let asked = index.leaves([&norm.bearer_cond, &norm.when], Depth::Everything);
        return asked.is_empty() || asked.iter().any(|l| !about_person(index, l));
    }
    reaches(index, norm)
}

/// It speaks of what is abroad itself.
fn reaches(index: &Index<'_>, norm: &Norm) -> bool {
    let asked = index.leaves([&norm.bearer_cond, &norm.when], Depth::Everything);
    asked.iter().any(|l| l.asks_yes() && tells_abroad(index, l))
}

fn within_territory(index: &Index<'_>, norm: &Norm) -> bool {
    norm.scopes.iter().any(|e| index.leaves_of_scope(*e).iter().any(|l| tells_abroad(index, l)))
}
