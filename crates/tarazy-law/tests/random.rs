//! Random laws and random cases: whatever the law and whatever is known, the engine says what the judge of `oracle/` says.
//!
//! Nothing here depends on the day or the machine: a case is found again by its seed, which a failure prints together with the page and
//! the case. `TARAZY_RANDOM` says how many pairs of a law and a case are tried.

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

use std::collections::BTreeMap;

use fastrand::Rng;
use oracle::{Answer, Judge, Law, subjects};
use support::{described, only, settled, shown, told, whole};
use tarazy_law::case::{Case, Others};
use tarazy_law::decide::{Engine, Verdict};
use tarazy_law::exact::Trial;
use tarazy_law::explain::{Explainer, Reason};
use tarazy_law::model::{Bearer, Corpus, Derived, Formula, NormId};
use tarazy_law::program::{Rows, Truth};
use tarazy_law::source::Source;
use tarazy_law::syntax::format::format_page;

/// Cases for each law.
const CASES: u64 = 40;

fn pairs() -> u64 {
    std::env::var("TARAZY_RANDOM").ok().and_then(|n| n.replace('_', "").parse().ok()).unwrap_or(6_000)
}

fn load(seed: u64, page: String) -> Corpus {
    let loaded = Corpus::load(vec![Source { path: "random.md".to_owned(), text: page.clone() }]);
    assert!(loaded.diagnostics.is_empty(), "law {seed} is not well-formed:\n{}\n{page}", shown(&loaded));
    loaded.corpus
}

/// What was looked at, to see that the random laws are not all trivial.
#[derive(Default, Debug)]
struct Tally {
    applies: u64,
    does_not: u64,
    unknown: u64,
    competing: u64,
    only_soundness: u64,
    too_many: u64,
    /// Definite for the judge and unknown for the engine, where that is allowed.
    given_up: u64,
    explained: u64,
    ways: u64,
    worlds: u64,
}

/// The engine on one case, with what is needed to say where something went wrong.
struct Sitting<'a> {
    seed: u64,
    engine: &'a Engine<'a>,
    case: &'a Case,
    rows: Rows,
}

impl Sitting<'_> {
    fn context(&self, norm: NormId, person: usize) -> String {
        let corpus = self.engine.corpus;
        let page = &corpus.sources.iter().next().unwrap().1.text;
        let id = &self.engine.book.norm(norm).id;
        format!("{id} for person {person}, law {}\n{page}\n{}", self.seed, described(corpus, self.case))
    }
}

#[test]
fn the_engine_says_what_the_judge_says() {
    let mut tally = Tally::default();
    let mut smallest: Option<(usize, String)> = None;
    for seed in 0..pairs().div_ceil(CASES) {
        if std::env::var_os("TARAZY_SMALLEST").is_none() {
            law_and_cases(seed, &mut tally);
            continue;
        }
        // To study a mistake: go on, and show the smallest law in which it was made.
        let size = generator::page(seed).len();
        let tried = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| law_and_cases(seed, &mut tally)));
        if let Err(message) = tried
            && smallest.as_ref().is_none_or(|(least, _)| size < *least)
        {
            smallest = Some((size, message.downcast_ref::<String>().cloned().unwrap_or_default()));
        }
    }
    assert!(smallest.is_none(), "{}", smallest.unwrap_or_default().1);
    assert!(tally.applies > 100 && tally.does_not > 100 && tally.unknown > 100 && tally.competing > 10, "{tally:?}");
    assert!(tally.too_many * 10 < tally.applies + tally.does_not + tally.unknown, "{tally:?}");
}

/// A random law with its cases.
fn law_and_cases(seed: u64, tally: &mut Tally) {
    let corpus = load(seed, generator::page(seed));
    let engine = Engine::new(&corpus, &whole("base"));
    let law = Law::new(&corpus, &engine.book);
    let ambiguities = generator::ambiguities(&corpus);
    let rests_on: Vec<_> = engine.book.norms().map(|(id, _)| law.rests_on(Derived::Applies(id))).collect();
    let mut rng = Rng::with_seed(seed ^ 0x5eed);
    for _ in 0..CASES {
        let case = generator::case(&corpus, &ambiguities, &mut rng);
        let rows = engine.run(&case);
        let sitting = Sitting { seed, engine: &engine, case: &case, rows };
        let judge = Judge::new(&law, &case);
        for (norm, _) in engine.book.norms() {
            for person in subjects(&engine.book, norm, &case) {
                let looks_around = rests_on[norm.0 as usize].1;
                compare(&sitting, &law, &judge, norm, person, looks_around, tally);
            }
        }
        tally.worlds += judge.worlds();
    }
}

fn compare(
    s: &Sitting<'_>,
    law: &Law<'_>,
    judge: &Judge<'_>,
    norm: NormId,
    person: usize,
    looks_around: bool,
    tally: &mut Tally,
) {
    let engine = s.engine.truth(&s.rows, norm, person);
    let expected = match judge.applies(norm, person) {
        Answer::Yes => Some(true),
        Answer::No => Some(false),
        Answer::Open => None,
        Answer::TooMany => {
            tally.too_many += 1;
            return;
        }
    };
    let what = Derived::Applies(norm);
    // Where only somebody whom the case does not name, or the days of dates that nobody stated, would decide, *unknown* is no mistake.
    let allowed = s.case.others != Others::Nobody && looks_around || judge.has_open_comparison(what);
    if settled(engine) == expected {
        match engine {
            Truth::True => tally.applies += 1,
            Truth::False => tally.does_not += 1,
            Truth::Unknown => tally.unknown += 1,
        }
    } else {
        assert!(
            allowed && engine == Truth::Unknown,
            "engine {engine:?}, judge {expected:?}: {}",
            s.context(norm, person)
        );
        tally.given_up += 1;
    }
    tally.only_soundness += u64::from(allowed);
    // Three-valued evaluation of the conditions themselves must not go further than the facts either.
    let explainer = Explainer::new(&s.engine.book, &s.engine.program, &s.rows);
    let args = tarazy_law::model::Args::first(s.engine.book.persons_of(what));
    if let Some(says) = settled(explainer.truth(&Formula::Derived { what, args }, [person, person])) {
        assert_eq!(Some(says), expected, "the explainer differs: {}", s.context(norm, person));
    }
    verdict(s, law, judge, norm, person, engine, tally);
    if engine != Truth::Unknown {
        let by_facts_alone = !allowed;
        explanation(s, law, norm, person, engine, by_facts_alone);
        tally.explained += 1;
    } else if !allowed && s.seed.is_multiple_of(4) {
        needs(s, law, norm, person, tally);
    }
}

/// Competing: another offence applies to the same person, and no savings clause lets both stand.
fn verdict(
    s: &Sitting<'_>,
    law: &Law<'_>,
    judge: &Judge<'_>,
    norm: NormId,
    person: usize,
    truth: Truth,
    tally: &mut Tally,
) {
    let (verdict, also) = s.engine.verdict(&s.rows, norm, person);
    let plain = match truth {
        Truth::True => Verdict::Applies,
        Truth::False => Verdict::DoesNotApply,
        Truth::Unknown => Verdict::Unknown,
    };
    if truth != Truth::True {
        assert_eq!(verdict, plain, "{}", s.context(norm, person));
        return;
    }
    let mut expected = Vec::new();
    for rival in law.rivals(norm) {
        match judge.applies(rival, person) {
            // Whether the engine sees what the judge sees is tested above, rival by rival.
            Answer::Yes if s.engine.truth(&s.rows, rival, person) == Truth::True => expected.push(rival),
            Answer::TooMany => return,
            _ => {}
        }
    }
    assert_eq!(also, expected, "{}", s.context(norm, person));
    assert_eq!(verdict, if expected.is_empty() { Verdict::Applies } else { Verdict::Competing });
    tally.competing += u64::from(!expected.is_empty());
}

/// The derivation is whole, and stands on facts that by themselves lead to the same verdict.
fn explanation(s: &Sitting<'_>, law: &Law<'_>, norm: NormId, person: usize, truth: Truth, by_facts_alone: bool) {
    let engine = s.engine;
    let reason = Explainer::new(&engine.book, &engine.program, &s.rows).explain(Derived::Applies(norm), person);
    match &reason {
        Reason::Term { what, truth: says, .. } => {
            assert!(*what == Derived::Applies(norm) && *says == truth, "{}", s.context(norm, person));
        }
        other => panic!("a derivation begins with the norm, not with {other:?}: {}", s.context(norm, person)),
    }
    // Of somebody whom the case does not name nothing can be said but that everything is possible; and which days fit is looked for in haste.
    let whole = s.case.others == Others::Nobody && by_facts_alone;
    reason.visit(&mut |step| {
        assert!(!whole || !is_open(step), "open: {} in {}: {}", short(step), short(&reason), s.context(norm, person));
        assert!(
            !is_idle(step),
            "a step that says nothing: {} in {}: {}",
            short(step),
            short(&reason),
            s.context(norm, person)
        );
    });
    let mut rest = only(&engine.book, s.case, &reason.facts());
    let mut tries_answers = false;
    reason.visit(&mut |step| tries_answers |= matches!(step, Reason::EitherWay { .. }));
    if tries_answers {
        // Where answers are tried out, who took part is taken as it is: of an unnamed person no answer is tried.
        rest.others = s.case.others;
    }
    let again = engine.truth(&engine.run(&rest), norm, person);
    // The engine may lose itself among the many facts that are open now; the judge may too, but not in the same way.
    let judged = || match Judge::new(law, &rest).applies(norm, person) {
        Answer::Yes => truth == Truth::True,
        Answer::No => truth == Truth::False,
        Answer::TooMany => true,
        // Which days fit together, and that somebody unnamed contradicts themselves, does not lie in the facts alone.
        Answer::Open => !by_facts_alone,
    };
    let suffices = again == truth || again == Truth::Unknown && tries_answers && judged();
    assert!(
        suffices,
        "{} does not suffice:\n{}\n{}",
        short(&reason),
        described(engine.corpus, &rest),
        s.context(norm, person)
    );
}

/// A derivation can be long.
fn short(reason: &Reason) -> String {
    format!("{reason:?}").chars().take(2000).collect()
}

fn is_open(step: &Reason) -> bool {
    matches!(
        step,
        Reason::Term { truth: Truth::Unknown, .. }
            | Reason::Fact { truth: Truth::Unknown, .. }
            | Reason::Each { truth: Truth::Unknown, .. }
    )
}

/// *Somebody is not the person they are.*
fn is_idle(step: &Reason) -> bool {
    matches!(step, Reason::Same { persons: [p, q], truth } if (p == q) != (*truth == Truth::True))
}

/// What is said to settle an open verdict does settle it.
fn needs(s: &Sitting<'_>, law: &Law<'_>, norm: NormId, person: usize, tally: &mut Tally) {
    let engine = s.engine;
    let slot = engine.program.slot(Derived::Applies(norm)).unwrap();
    let needs = Trial::new(&engine.book, &engine.program, &s.rows, slot, person).needs();
    for (ways, wanted) in [(&needs.applies, Answer::Yes), (&needs.does_not_apply, Answer::No)] {
        assert!(
            !ways.is_empty(),
            "an open verdict can be settled either way ({wanted:?}): {}",
            s.context(norm, person)
        );
        for way in ways {
            let told = told(engine.corpus, &engine.book, s.case, way);
            let settles = Judge::new(law, &told).applies(norm, person);
            if settles == Answer::TooMany {
                continue;
            }
            assert_eq!(
                settles,
                wanted,
                "{way:?} settles nothing: {}\n{}",
                s.context(norm, person),
                described(engine.corpus, &told)
            );
            // An answer that leaves everything possible is no answer.
            let empty = way.iter().find(|a| engine.program.get(&s.rows, a.fact, a.persons) & !a.values == 0);
            assert!(empty.is_none(), "{empty:?} of {way:?} says nothing: {}", s.context(norm, person));
            tally.ways += 1;
        }
    }
}

/// Laying a page out a second time changes nothing, and what it says stays the same.
#[test]
fn a_page_that_was_laid_out_says_the_same() {
    for seed in 0..(pairs() / CASES).min(400) {
        let page = generator::page(seed);
        let tidy = format_page(&page);
        assert_eq!(format_page(&tidy), tidy, "law {seed} is laid out differently the second time:\n{tidy}");
        let (before, after) = (load(seed, page.clone()), load(seed, tidy.clone()));
        let (before, after) = (Engine::new(&before, &whole("base")), Engine::new(&after, &whole("base")));
        let mut rng = Rng::with_seed(seed);
        for _ in 0..5 {
            let case = generator::case(before.corpus, &generator::ambiguities(before.corpus), &mut rng);
            assert_eq!(
                verdicts(&before, &case),
                verdicts(&after, &case),
                "law {seed}\n{page}\n{tidy}\n{}",
                described(before.corpus, &case)
            );
        }
    }
}

fn verdicts(engine: &Engine<'_>, case: &Case) -> BTreeMap<(String, usize), Truth> {
    let rows = engine.run(case);
    let of = |(id, norm): (NormId, &tarazy_law::model::Norm)| {
        let persons = if norm.bearer == Bearer::Person { case.persons.len() } else { 1 };
        let name = norm.id.clone();
        let truths: Vec<_> = (0..persons).map(|p| ((name.clone(), p), engine.truth(&rows, id, p))).collect();
        truths
    };
    engine.book.norms().flat_map(of).collect()
}
