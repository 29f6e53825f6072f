//! Cubes and the solver against a plain enumeration of all cases, on random laws and random conditions; every case found is decided by the
//! ordinary evaluator. `TARAZY_RANDOM` says how many laws are tried.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, unreachable_pub)]

mod enumeration;
#[path = "../../tarazy-law/tests/generator/mod.rs"]
mod generator;
#[path = "../../tarazy-law/tests/support/mod.rs"]
mod support;

use enumeration::Cases;
use fastrand::Rng;
use tarazy_law::decide::Engine;
use tarazy_law::exact::{Answer, Trial};
use tarazy_law::model::{Args, Corpus, DefId, Derived, ExcId, Formula, NormId, Rulebook, Selection};
use tarazy_law::program::{Program, Truth};
use tarazy_review::cubes::{Asker, Found, Model};

/// More cases than this are not gone through.
const MOST: u64 = 1 << 14;

fn laws() -> u64 {
    std::env::var("TARAZY_RANDOM").ok().and_then(|n| n.parse().ok()).unwrap_or(150)
}

fn selection() -> Selection {
    Selection { edition: "base".to_owned(), as_of: None }
}

fn law(seed: u64) -> Corpus {
    Corpus::load(generator::corpus(seed)).corpus
}

/// A random condition about person 0, on top of what the law derives.
fn condition(book: &Rulebook, rng: &mut Rng, depth: u32) -> Formula {
    if depth == 0 || rng.u32(..3) == 0 {
        let what = match rng.u32(..4) {
            0 if !book.definitions.is_empty() => Derived::Definition(DefId(rng.u32(..book.definitions.len() as u32))),
            1 if !book.exceptions.is_empty() => Derived::Holds(ExcId(rng.u32(..book.exceptions.len() as u32))),
            2 => Derived::Met(NormId(rng.u32(..book.norms.len() as u32))),
            _ => Derived::Applies(NormId(rng.u32(..book.norms.len() as u32))),
        };
        let args = match book.persons_of(what) {
            2 => Args::new(&[0, 0]).unwrap(),
            n => Args::first(n),
        };
        let term = Formula::Derived { what, args };
        return if rng.u32(..3) == 0 { term.negated() } else { term };
    }
    let parts = (0..2).map(|_| condition(book, rng, depth - 1)).collect();
    if rng.bool() { Formula::all(parts) } else { Formula::any(parts) }
}

/// The ordinary evaluator finds the condition true in the case.
fn replays(corpus: &Corpus, book: &Rulebook, condition: &Formula, model: &Model) -> bool {
    let case = model.to_case(corpus, book);
    let program = Program::only(book, &[], std::slice::from_ref(condition));
    let mut rows = program.pack(book, &case);
    program.run(&mut rows);
    Trial::new(book, &program, &rows, program.extra_slot(0).unwrap(), 0).truth() == Truth::True
}

/// Whether the condition can hold with so many persons, given the answers; `None` where that is too much to go through.
fn possible(book: &Rulebook, condition: &Formula, persons: usize, given: &[Answer], wanted: bool) -> Option<bool> {
    let cases = Cases::new(book, condition, persons, MOST)?;
    let mut found = false;
    cases.each(|turned| {
        let agrees = given.iter().all(|a| cases.value((a.fact, a.persons), turned).is_none_or(|v| v & a.values != 0));
        found = agrees && cases.holds(condition, turned) == wanted;
        !found
    });
    Some(found)
}

#[derive(Default, Debug)]
struct Tally {
    found: u32,
    never: u32,
    undecided: u32,
    enumerated: u32,
    minimal: u32,
    several_persons: u32,
    compared: u32,
}

fn check(seed: u64, by_oracle: bool, tally: &mut Tally) {
    let corpus = law(seed);
    let engine = Engine::new(&corpus, &selection());
    let book = &engine.book;
    let mut rng = Rng::with_seed(seed ^ 0xC0BE);
    let mut asker = Asker::new(book, 1_000_000);
    if by_oracle {
        asker = asker.by_oracle();
    }
    for i in 0..8 {
        let condition = condition(book, &mut rng, 2);
        let found = asker.find(&condition);
        let said = || format!("law {seed}, condition {i}: {condition:?}\n{found:?}\n{}", generator::page(seed));
        match &found {
            Found::Case(model) => {
                tally.found += 1;
                tally.several_persons += u32::from(model.persons > 1);
                assert!(replays(&corpus, book, &condition, model), "does not replay: {}", said());
                for fewer in 1..model.persons {
                    let possible = possible(book, &condition, fewer, &[], true);
                    assert_ne!(possible, Some(true), "possible with {fewer}: {}", said());
                }
                let Some(cases) = Cases::new(book, &condition, model.persons, MOST) else { continue };
                if cases.compares {
                    tally.compared += 1;
                    continue;
                }
                tally.enumerated += 1;
                let contrary = |given: &[Answer]| possible(book, &condition, model.persons, given, false).unwrap();
                assert!(!contrary(&model.facts), "more is needed: {}", said());
                for at in 0..model.facts.len() {
                    let mut fewer = model.facts.clone();
                    fewer.remove(at);
                    assert!(contrary(&fewer), "{at} is superfluous: {}", said());
                    tally.minimal += 1;
                }
            }
            Found::Never => {
                tally.never += 1;
                for persons in 1..=3 {
                    match possible(book, &condition, persons, &[], true) {
                        Some(found) => assert!(!found, "possible with {persons}: {}", said()),
                        None => break,
                    }
                    tally.enumerated += 1;
                }
            }
            Found::Undecided => tally.undecided += 1,
        }
    }
}

#[test]
fn what_is_found_is_there_and_what_is_not_is_not() {
    let mut tally = Tally::default();
    for seed in 0..laws() {
        check(seed, false, &mut tally);
    }
    println!("{tally:?}");
    assert!(tally.never > 0 && tally.several_persons > 0 && tally.minimal > 0 && tally.compared > 0);
}

#[test]
fn the_solver_alone_finds_the_same() {
    let mut tally = Tally::default();
    for seed in 0..laws() / 3 {
        check(seed, true, &mut tally);
    }
    println!("{tally:?}");
    for seed in 0..laws() {
        let corpus = law(seed);
        let book = corpus.book(&selection());
        let mut rng = Rng::with_seed(seed ^ 0x5A7);
        let (mut cubes, mut solver) = (Asker::new(&book, 1_000_000), Asker::new(&book, 1_000_000).by_oracle());
        for _ in 0..8 {
            let condition = condition(&book, &mut rng, 2);
            let (a, b) = (cubes.find(&condition), solver.find(&condition));
            let kind = |f: &Found| (f.model().map(|m| m.persons), *f == Found::Never);
            assert_eq!(kind(&a), kind(&b), "law {seed}: {condition:?}\n{a:?}\n{b:?}\n{}", generator::page(seed));
        }
    }
}
