//! Terms of time, and what is to become of what is already there.

use std::collections::BTreeMap;

use tarazy_law::model::{Deadline, Domain, Edge, FactKind, Formula, Norm, Sort};
use tarazy_law::syntax::ast::{DeadlineLength, ExceptionKind, LinkKind, NormKind};

use super::canonical::same;
use super::index::Index;
use super::leaves::{Depth, Leaf};
use super::subjects::of_norm;

use crate::class::Class;
use crate::finding::Finding;

pub(super) fn find(index: &Index<'_>, out: &mut Vec<Finding>) {
    contradictions(index, out);
    ambiguous(index, out);
    transition(index, out);
}

/// Two terms for one step.
fn contradictions(index: &Index<'_>, out: &mut Vec<Finding>) {
    let mut report = |a: &Norm, b: &Norm| {
        // The later provision is the one that did not look at the earlier.
        let (a, b) = if a.span > b.span { (a, b) } else { (b, a) };
        let finding = Finding::new(Class::TimeContradicts, vec![of_norm(a), of_norm(b)]);
        if !out.iter().any(|f| f.class == finding.class && f.subjects == finding.subjects) {
            out.push(finding);
        }
    };
    for norm in &index.book.norms {
        let answering: Vec<&Norm> = index.answering(norm).collect();
        for (i, a) in answering.iter().enumerate() {
            for b in &answering[i + 1..] {
                if one_step(a, b) && contradict(index, a, b, false) {
                    report(a, b);
                }
            }
        }
        let procedures = index.links(norm).filter(|(k, _)| *k == LinkKind::Procedure);
        for procedure in procedures.filter_map(|(_, name)| index.named(name)) {
            if procedure.span != norm.span && contradict(index, norm, procedure, true) {
                report(norm, procedure);
            }
        }
    }
}

/// Neither asks for something else, and one case can be under both.
fn one_step(a: &Norm, b: &Norm) -> bool {
    let content = match (&a.content, &b.content) {
        (Some(a), Some(b)) => same(a, b),
        _ => true,
    };
    content && !exclude(&a.when, &b.when)
}

/// One condition denies outright what the other asks.
fn exclude(a: &Formula, b: &Formula) -> bool {
    fn parts(f: &Formula) -> &[Formula] {
        match f {
            Formula::And(parts) => parts,
            other => std::slice::from_ref(other),
        }
    }
    let contrary = |a: &Formula, b: &Formula| match (a, b) {
        (Formula::Not(inner), other) | (other, Formula::Not(inner)) => same(inner, other),
        (Formula::Fact { fact, args, test }, Formula::Fact { fact: other, args: of, test: asks }) => {
            fact == other && args == of && test.values & asks.values == 0
        }
        _ => false,
    };
    parts(a).iter().any(|a| parts(b).iter().any(|b| contrary(a, b)))
}

/// Their terms differ, and begin at one moment. `linked`: one is the way of the other, whatever their conditions say.
fn contradict(index: &Index<'_>, a: &Norm, b: &Norm, linked: bool) -> bool {
    let (Some(x), Some(y)) = (&a.deadline, &b.deadline) else { return false };
    if x.length == y.length || is_every(x) != is_every(y) || !index.whole(a) || !index.whole(b) {
        return false;
    }
    match (x.from, y.from) {
        (Some(x), Some(y)) => x == y,
        // Where one has no beginning of its own, the two begin together only if they bind the same people in the same case.
        _ => {
            let immediate = [x, y].iter().any(|d| d.length == DeadlineLength::Immediately);
            let case = same(&a.when, &b.when) && (linked || same(&a.bearer_cond, &b.bearer_cond));
            case && (immediate || x.from == y.from)
        }
    }
}

fn is_every(d: &Deadline) -> bool {
    matches!(d.length, DeadlineLength::Every(..))
}

/// A term that nobody can count, because it begins nowhere.
fn ambiguous(index: &Index<'_>, out: &mut Vec<Finding>) {
    for norm in &index.book.norms {
        let written = index.rule(norm.span).and_then(|r| r.deadline.as_ref());
        if written.is_some_and(|d| matches!(d.length, DeadlineLength::Within(..)) && d.from.is_none()) {
            out.push(Finding::new(Class::TimeAmbiguous, vec![of_norm(norm)]));
        }
    }
}

/// An act lays duties on systems from a day on, and says nothing of the systems that are there on that day.
fn transition(index: &Index<'_>, out: &mut Vec<Finding>) {
    let mut by_act: BTreeMap<&str, Vec<&Norm>> = BTreeMap::new();
    for norm in &index.book.norms {
        if let Some(act) = index.act_of(norm.provision) {
            by_act.entry(act).or_default().push(norm);
        }
    }
    let in_force = |norm: &Norm| {
        let edition = &index.corpus.provision(norm.provision).edition;
        index.corpus.edition(edition).is_some_and(|e| e.in_force.is_some())
    };
    let on_systems = |norm: &&&Norm| {
        let mine = index.leaves([&norm.bearer_cond, &norm.when], Depth::Everything);
        matches!(norm.kind, NormKind::Duty | NormKind::Prohibition)
            && in_force(norm)
            && (mine.iter().any(|l| about_system(index, l))
                || norm.scopes.iter().any(|e| index.leaves_of_scope(*e).iter().any(|l| about_system(index, l))))
    };
    for (act, norms) in by_act {
        if !norms.iter().any(|n| on_systems(&n)) {
            continue;
        }
        let provided = norms.iter().any(|n| n.retroactivity.is_some() || rests_on_date(index, n));
        let lifted = index.book.exceptions.iter().any(|e| {
            e.kind == ExceptionKind::Retroactivity
                && e.targets
                    .iter()
                    .any(|t| matches!(t, Edge::Norm(n) if norms.iter().any(|m| m.span == index.book.norm(*n).span)))
        });
        if !provided
            && !lifted
            && let Some(subject) = index.act(act)
        {
            out.push(Finding::new(Class::NoTransition, vec![subject]));
        }
    }
}

fn about_system(index: &Index<'_>, leaf: &Leaf) -> bool {
    index.vocab(leaf.fact).is_some_and(|(_, f)| f.params.contains(&Sort::System))
}

fn rests_on_date(index: &Index<'_>, norm: &Norm) -> bool {
    let edges = norm.unless.iter().chain(&norm.exceptions).chain(&norm.scopes);
    let edges = edges.map(|e| &index.book.exception(*e).cond);
    let asked = index.leaves([&norm.bearer_cond, &norm.when].into_iter().chain(edges), Depth::Everything);
    asked.iter().any(|l| match &index.book.fact(l.fact).kind {
        FactKind::Vocab(v) => index.corpus.vocabulary.fact(*v).domain == Domain::Date,
        FactKind::Comparison { .. } => true,
        _ => false,
    })
}
