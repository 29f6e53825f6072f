//! To know less is never to know the contrary.
//!
//! Whoever erases facts from a case – one, or any two – may turn *applies* into *unknown*, and *does not apply* into *unknown*; never one into
//! the other. (*Competing* says that the norm applies, and another one too.) Erased are facts of the case, the readings that were chosen,
//! and that nobody else took part.

#![allow(
    clippy::print_stdout,
    clippy::needless_for_each,
    clippy::cast_possible_wrap,
    clippy::semicolon_if_nothing_returned,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

mod generator;
mod oracle;
mod support;

use fastrand::Rng;
use oracle::subjects;
use support::{cases, described, editions, law, settled, whole};
use tarazy_law::case::{Case, FactKey, Others};
use tarazy_law::decide::{Engine, Verdict};
use tarazy_law::model::{Corpus, NormId};
use tarazy_law::source::Source;

/// Something that can be erased from a case.
#[derive(Clone, Debug)]
enum Known {
    Fact(FactKey),
    Reading(String),
    NobodyElse,
}

fn known(case: &Case) -> Vec<Known> {
    let facts = case.facts.keys().map(|k| Known::Fact(*k));
    let readings = case.readings.keys().cloned().map(Known::Reading);
    facts.chain(readings).chain(case.others.known().map(|_| Known::NobodyElse)).collect()
}

fn without(case: &Case, erased: &[&Known]) -> Case {
    let mut out = case.clone();
    for known in erased {
        match known {
            Known::Fact(key) => drop(out.facts.remove(key)),
            Known::Reading(name) => drop(out.readings.remove(name)),
            Known::NobodyElse => out.others = Others::Unknown,
        }
    }
    out
}

/// What is settled: for each norm and person, whether it applies.
type Settled = Vec<(NormId, usize, bool)>;

fn settled_in(engine: &Engine<'_>, case: &Case) -> Settled {
    let rows = engine.run(case);
    let mut out = Vec::new();
    for (norm, _) in engine.book.norms() {
        for person in subjects(&engine.book, norm, case) {
            match engine.verdict(&rows, norm, person).0 {
                Verdict::Applies | Verdict::Competing => out.push((norm, person, true)),
                Verdict::DoesNotApply => out.push((norm, person, false)),
                Verdict::Unknown => {}
            }
        }
    }
    out
}

/// Erases, and looks whether anything that was settled has turned round.
fn erase(engine: &Engine<'_>, name: &str, case: &Case, before: &Settled, erased: &[&Known]) {
    let rest = without(case, erased);
    let rows = engine.run(&rest);
    for (norm, person, applied) in before {
        let after = settled(engine.truth(&rows, *norm, *person));
        let id = &engine.book.norm(*norm).id;
        let edition = &engine.book.selection.edition;
        assert!(
            after.is_none_or(|now| now == *applied),
            "{id} for person {person} in {edition}: applied {applied}, now {after:?}, with {erased:?} erased from {name}\n{}",
            described(engine.corpus, case)
        );
    }
}

fn corpus(page: String) -> Corpus {
    Corpus::load(vec![Source { path: "random.md".to_owned(), text: page }]).corpus
}

/// How many pairs of facts are erased from a case in an edition, of all the pairs there are.
fn pairs() -> usize {
    std::env::var("TARAZY_PAIRS").ok().and_then(|n| n.parse().ok()).unwrap_or(60)
}

#[test]
fn the_cases_of_the_project() {
    let mut rng = Rng::with_seed(1);
    for edition in editions(law()) {
        let engine = Engine::new(law(), &whole(edition));
        for (name, case) in cases() {
            let before = settled_in(&engine, &case);
            let known = known(&case);
            for one in &known {
                erase(&engine, &name, &case, &before, &[one]);
            }
            for _ in 0..pairs().min(known.len() * known.len()) {
                let (one, other) = (rng.choice(&known).unwrap(), rng.choice(&known).unwrap());
                erase(&engine, &name, &case, &before, &[one, other]);
            }
        }
    }
}

/// Random cases under random laws: every single fact and every pair of facts.
#[test]
fn random_laws() {
    let mut rng = Rng::with_seed(2);
    for seed in 1_000_000..1_000_030 {
        let corpus = corpus(generator::page(seed));
        let ambiguities = generator::ambiguities(&corpus);
        let engine = Engine::new(&corpus, &whole("base"));
        for i in 0..3 {
            let case = generator::case(&corpus, &ambiguities, &mut rng);
            let before = settled_in(&engine, &case);
            let known = known(&case);
            let name = format!("case {i} of law {seed}\n{}", corpus.sources.iter().next().unwrap().1.text);
            for (i, one) in known.iter().enumerate() {
                erase(&engine, &name, &case, &before, &[one]);
                for other in &known[i + 1..] {
                    erase(&engine, &name, &case, &before, &[one, other]);
                }
            }
        }
    }
}

/// Random cases under the real law: about the persons of 641-1 and 456-2 and whatever else the vocabulary knows.
#[test]
fn random_cases_under_the_real_law() {
    let mut rng = Rng::with_seed(3);
    let ambiguities = generator::ambiguities(law());
    let engines: Vec<Engine<'_>> = editions(law()).into_iter().map(|e| Engine::new(law(), &whole(e))).collect();
    for i in 0..12 {
        let case = generator::case(law(), &ambiguities, &mut rng);
        for engine in &engines {
            let before = settled_in(engine, &case);
            let known = known(&case);
            for _ in 0..pairs() {
                let (one, other) = (rng.choice(&known).unwrap(), rng.choice(&known).unwrap());
                erase(engine, &format!("random case {i}"), &case, &before, &[one]);
                erase(engine, &format!("random case {i}"), &case, &before, &[one, other]);
            }
        }
    }
}
