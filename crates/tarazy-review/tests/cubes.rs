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
use tarazy_law::model::{Args, Corpus, DefId, Derived, ExcId, FactId, FactKind, Formula, NormId, Rulebook, Selection};
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

/// The number of cases by going through all of them: with as few persons as it takes, over the facts that make a difference.
fn counted(book: &Rulebook, condition: &Formula) -> Option<u128> {
    for persons in 1..=2 {
        let cases = Cases::new(book, condition, persons, MOST)?;
        if cases.compares {
            return None;
        }
        let mut table = Vec::new();
        cases.each(|turned| {
            table.push(cases.holds(condition, turned));
            true
        });
        let mut count = table.iter().filter(|holds| **holds).count();
        if count == 0 {
            continue;
        }
        let mut step = 1;
        for (_, ways) in &cases.open {
            // The cases that differ in this fact alone stand so far apart.
            let same = (0..table.len()).all(|i| {
                let first = i - i / step % ways * step;
                table[i] == table[first]
            });
            if same {
                count /= ways;
            }
            step *= ways;
        }
        return Some(count as u128);
    }
    None
}

#[test]
fn counts_are_those_of_an_enumeration() {
    let (mut compared, mut dated) = (0, 0);
    for seed in 0..2 * laws() {
        let corpus = law(seed);
        let book = corpus.book(&selection());
        let mut rng = Rng::with_seed(seed ^ 0xC0);
        let mut asker = Asker::new(&book, 1_000_000);
        for _ in 0..6 {
            let condition = condition(&book, &mut rng, 2);
            let said = asker.count(&condition);
            assert!(
                said.is_none_or(|n| (n == 0) == (asker.find(&condition) == Found::Never)),
                "law {seed}: {said:?} of {condition:?}"
            );
            match counted(&book, &condition) {
                Some(counted) => {
                    assert_eq!(said, Some(counted), "law {seed}: {condition:?}\n{}", generator::page(seed));
                    compared += 1;
                }
                None => dated += 1,
            }
        }
    }
    println!("{compared} counts compared, {dated} not");
    assert!(compared > 100);
}

/// The readings that somebody chose.
fn choose(ways: &[(FactId, usize)]) -> Vec<(FactId, u64)> {
    ways.iter().map(|(f, i)| (*f, 1 << i)).collect()
}

#[test]
fn each_way_of_reading_is_answered_and_what_does_not_matter_is_not_named() {
    let mut named = 0;
    for seed in 0..2 * laws() {
        let corpus = law(seed);
        let book = corpus.book(&selection());
        let ambiguities: Vec<(FactId, usize)> = (0..book.facts.len())
            .map(|i| FactId(i as u32))
            .filter(|f| matches!(book.fact(*f).kind, FactKind::Reading { .. }))
            .map(|f| (f, book.fact(f).values))
            .collect();
        let count: usize = ambiguities.iter().map(|a| a.1).product();
        if ambiguities.is_empty() || count > 12 {
            continue;
        }
        let mut rng = Rng::with_seed(seed ^ 0xAB);
        let mut asker = Asker::new(&book, 1_000_000);
        let mut solver = Asker::new(&book, 1_000_000).by_oracle();
        for _ in 0..4 {
            let condition = condition(&book, &mut rng, 2);
            let ways = asker.find_by_reading(&condition);
            let said = || format!("law {seed}: {condition:?}\n{ways:#?}");
            named += usize::from(ways.len() > 1);
            for at in 0..count {
                let mut rest = at;
                let way: Vec<(FactId, usize)> = ambiguities
                    .iter()
                    .map(|(f, n)| {
                        let i = rest % n;
                        rest /= n;
                        (*f, i)
                    })
                    .collect();
                let answers: Vec<_> = ways.iter().filter(|w| w.readings.iter().all(|r| way.contains(r))).collect();
                assert_eq!(answers.len(), 1, "{way:?}: {}", said());
                let alone = solver.find_with(&condition, &choose(&way));
                let kind = |f: &Found| (f.model().is_some(), *f == Found::Never);
                if alone != Found::Undecided {
                    assert_eq!(kind(&answers[0].found), kind(&alone), "{way:?}: {}", said());
                }
            }
            // An ambiguity is named only where its readings differ in something.
            for w in &ways {
                for (f, _) in &w.readings {
                    let others: Vec<_> = ways.iter().filter(|o| o.readings.iter().any(|(g, _)| g == f)).collect();
                    let differ = others.iter().any(|o| o.found.model().is_some())
                        && others.iter().any(|o| o.found.model().is_none());
                    assert!(differ, "{f:?} does not matter: {}", said());
                }
                if let Found::Case(model) = &w.found {
                    assert!(replays(&corpus, &book, &condition, model), "does not replay: {}", said());
                }
            }
        }
    }
    println!("{named} conditions turn on how something is read");
    assert!(named > 0);
}

#[test]
fn pairs_are_found_as_one_by_one() {
    let mut together = 0;
    for seed in 0..2 * laws() {
        let corpus = law(seed);
        let book = corpus.book(&selection());
        let norms: Vec<NormId> = book.norms().map(|(id, _)| id).collect();
        let pairs = Asker::new(&book, 1_000_000).pairs(&norms);
        let mut asker = Asker::new(&book, 1_000_000);
        let applies = |n: NormId| {
            let what = Derived::Applies(n);
            Formula::Derived { what, args: Args::first(book.persons_of(what)) }
        };
        for (i, a) in norms.iter().enumerate() {
            let alone = asker.find(&applies(*a));
            assert_eq!(pairs.dead.contains(a), alone == Found::Never, "law {seed}: {a:?}");
            assert_eq!(pairs.undecided.contains(&(*a, *a)), alone == Found::Undecided, "law {seed}: {a:?}");
            for b in &norms[i + 1..] {
                let both = asker.find(&Formula::all(vec![applies(*a), applies(*b)]));
                let said = format!("law {seed}: {a:?} {b:?} {both:?}\n{}", generator::page(seed));
                assert_eq!(pairs.together.contains(&(*a, *b)), both.model().is_some(), "{said}");
                // What can apply to nobody cannot apply together with anything, whoever else the other looks for.
                let dead = pairs.dead.contains(a) || pairs.dead.contains(b);
                assert_eq!(pairs.undecided.contains(&(*a, *b)), both == Found::Undecided && !dead, "{said}");
                together += u32::from(both.model().is_some());
            }
        }
        assert_eq!(Asker::new(&book, 1_000_000).by_oracle().pairs(&norms), pairs, "law {seed}");
    }
    assert!(together > 0);
}
