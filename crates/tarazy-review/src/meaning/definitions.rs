//! R301, R302: cases that a definition or a norm should take in and does not, or takes in and should not.

use std::collections::HashSet;

use tarazy_law::case::Case;
use tarazy_law::check::scene;
use tarazy_law::model::{Derived, FactId, TestRule};
use tarazy_law::syntax::ast::{Expected, TestExpectation};

use super::prints::{Prints, ambiguities};
use super::readings::{self, Way, merge};
use crate::class::Class;
use crate::context::Context;
use crate::finding::{Finding, Subject, Value};
use crate::review::Review;
use crate::witness::{Claim, Says, Witness};

/// What the examples of the pages say ought to be so, and examples of definitions that come out otherwise.
pub(super) fn find(context: &Context<'_>, unread: &HashSet<Derived>, out: &mut Review) {
    let mut prints = Prints::default();
    let mut found: Vec<(Finding, u64)> = Vec::new();
    for (rule, own) in examples(context) {
        let ought = |e: &&TestExpectation| e.ought || own;
        for expect in rule.test.expect.iter().filter(ought) {
            let Some(finding) = look_at(context, unread, &mut prints, &rule, expect) else { continue };
            match found.iter_mut().find(|(f, _)| f.key() == finding.key()) {
                Some((_, times)) => *times += 1,
                None => found.push((finding, 1)),
            }
        }
    }
    out.findings.extend(found.into_iter().map(|(f, times)| f.with("examples", Value::Number(times))));
}

/// The examples of the edition, and whether they run in it. What an example says ought to be so stays true in the editions that stand on its own.
fn examples(context: &Context<'_>) -> Vec<(TestRule, bool)> {
    let corpus = context.corpus;
    let mut out: Vec<(TestRule, bool)> = Vec::new();
    let chain = corpus.chain(context.edition);
    for (provision, test) in corpus.tests() {
        if !test.expect.iter().any(|e| e.ought || is_verdict(e)) {
            continue;
        }
        let edition = &corpus.provision(provision).edition;
        let named =
            |n: &tarazy_law::syntax::ast::Name| corpus.edition(&n.text).is_some_and(|e| e.name == context.edition);
        let runs = if test.editions.is_empty() { edition == context.edition } else { test.editions.iter().any(named) };
        let meant = test.editions.iter().any(|n| context.is_meant_by(&n.text));
        if runs || meant || test.editions.is_empty() && chain.iter().any(|e| e.name == *edition) {
            out.push((TestRule { test: test.clone(), provision }, runs));
        }
    }
    out
}

fn is_verdict(expect: &TestExpectation) -> bool {
    matches!(expect.what, Expected::Applies | Expected::DoesNotApply)
}

fn look_at(
    context: &Context<'_>,
    unread: &HashSet<Derived>,
    prints: &mut Prints,
    rule: &TestRule,
    expect: &TestExpectation,
) -> Option<Finding> {
    let (book, corpus) = (&context.book, context.corpus);
    let what = context.derived(&expect.norm.text).filter(|w| !unread.contains(w))?;
    let subject = subject(context, what)?;
    if !expect.ought && !matches!(what, Derived::Definition(_)) || !is_verdict(expect) {
        return None;
    }
    let case = scene(corpus, rule, &mut Vec::new())?;
    let person = match &expect.person {
        Some(name) => Some(case.person(&name.text)?),
        None => None,
    };
    if book.persons_of(what) != usize::from(person.is_some()) {
        return None;
    }
    let (class, says) = if expect.what == Expected::Applies {
        (Class::TooNarrow, Says::DoesNotApply)
    } else {
        (Class::TooBroad, Says::Applies)
    };
    let claim = Claim { name: expect.norm.text.clone(), person: person.unwrap_or(0), says };
    let finding = Finding::new(class, vec![subject]);
    // First as it stands, then with every reading that it leaves open.
    let mut open: Vec<FactId> = ambiguities(book, &prints.below(book, what));
    let chosen: Vec<FactId> = open
        .iter()
        .copied()
        .filter(|f| readings::reading(book, *f, 0).is_some_and(|(n, _)| case.readings.contains_key(&n)))
        .collect();
    open.retain(|f| !chosen.contains(f));
    let here: Way = chosen.iter().filter_map(|f| Some((*f, chosen_index(context, *f, &case)?))).collect();
    let everything: Vec<FactId> = chosen.iter().chain(&open).copied().collect();
    let all = readings::ways(book, &everything);
    let shows = |way: &Way| {
        let mut case = case.clone();
        case.readings.extend(way.iter().filter_map(|(f, i)| readings::reading(book, *f, *i)));
        Witness::replay(context, case, vec![claim.clone()])
    };
    if let Some(witness) = Witness::replay(context, case.clone(), vec![claim.clone()]) {
        let holds: Vec<Way> = all.iter().filter(|w| readings::agrees(w, &here)).cloned().collect();
        return Some(finding.in_readings(merge(book, &all, &holds)).shown_by(witness));
    }
    let inside: Vec<&Way> = all.iter().filter(|w| readings::agrees(w, &here)).collect();
    let shown: Vec<(&Way, Witness)> = inside.into_iter().filter_map(|w| Some((w, shows(w)?))).collect();
    let holds: Vec<Way> = shown.iter().map(|(w, _)| (*w).clone()).collect();
    let witness = shown.into_iter().next()?.1;
    Some(finding.in_readings(merge(book, &all, &holds)).shown_by(witness))
}

fn chosen_index(context: &Context<'_>, fact: FactId, case: &Case) -> Option<usize> {
    let indices = 0..context.book.fact(fact).values;
    let is_chosen = |i: &usize| {
        readings::reading(&context.book, fact, *i)
            .is_some_and(|(name, reading)| case.readings.get(&name) == Some(&reading))
    };
    indices.into_iter().find(is_chosen)
}

fn subject(context: &Context<'_>, what: Derived) -> Option<Subject> {
    match what {
        Derived::Definition(d) => Some(context.definition(context.book.definition(d))),
        Derived::Met(n) | Derived::Applies(n) => Some(context.norm(context.book.norm(n))),
        Derived::Holds(_) => None,
    }
}
