//! Dates that are compared with each other must fit together, and to see that they do not takes no time.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::fmt::Write as _;
use std::sync::mpsc;
use std::time::Duration;

use support::{Scene, settled, shown, whole};
use tarazy_law::decide::{Engine, Options, Verdict};
use tarazy_law::model::Corpus;
use tarazy_law::source::Source;

fn law(norms: &str) -> Corpus {
    let text = format!(
        "# дерек / факт / fact {{#small}}\n\nedition: base\ncite: code 1\nsource: primary\n\nkk: мәтін\n\nru: текст\n\nen: text\n\n```norm\n\
         act code\n  title \"Code\"\n  short \"Code\"\n  divided into parts\n\nedition base in force 2020-01-01\n\n\
         fact began(act): date\nfact noticed(act): date\nfact reported(act): date\nfact opened(act): date\nfact closed(act): date\n\n{norms}\n```\n"
    );
    let loaded = Corpus::load(vec![Source { path: "small.md".to_owned(), text }]);
    assert!(loaded.diagnostics.is_empty(), "{}", shown(&loaded));
    loaded.corpus
}

/// Whether the norm applies, when these days are known and no others.
fn applies(corpus: &Corpus, known: &[(&str, &str)]) -> Option<bool> {
    let scene = Scene::new(corpus, &["a"]).nobody_else();
    let case = known.iter().fold(scene, |scene, (fact, day)| scene.is(fact, &[], day)).case;
    let engine = Engine::new(corpus, &whole("base"));
    settled(engine.truth(&engine.run(&case), engine.book.norm_ids["n"], 0))
}

/// What ended cannot have ended before it began, whatever the days.
#[test]
fn days_follow_each_other() {
    let corpus = law(
        "offence n\n  subject p\n  when began(act) < noticed(act) and noticed(act) < reported(act) and reported(act) < began(act)",
    );
    assert_eq!(applies(&corpus, &[]), Some(false));
    let corpus = law(
        "offence n\n  subject p\n  when began(act) < noticed(act) and noticed(act) < reported(act) and began(act) < reported(act)",
    );
    assert_eq!(applies(&corpus, &[]), None);
    let corpus = law(
        "offence n\n  subject p\n  when noticed(act) > began(act) + 2 months and began(act) >= 2026-03-01 and noticed(act) < 2026-05-01",
    );
    assert_eq!(applies(&corpus, &[]), Some(false));
}

/// A day that is known is that very day, not any day between two dates of the law.
#[test]
fn a_known_day_is_that_very_day() {
    let corpus = law(
        "offence n\n  subject p\n  when noticed(act) < 2026-02-01 and noticed(act) > began(act) and began(act) >= 2026-01-01",
    );
    // Began in January: it may have been noticed in January.
    assert_eq!(applies(&corpus, &[("began", "2026-01-10")]), None);
    // Began in February: it was not noticed before.
    assert_eq!(applies(&corpus, &[("began", "2026-02-10")]), Some(false));
}

/// *Not on the same day*: whichever of the two can move, moves.
#[test]
fn two_days_that_differ() {
    for condition in ["began(act) != noticed(act)", "noticed(act) != began(act)", "not began(act) = noticed(act)"] {
        let corpus = law(&format!("offence n\n  subject p\n  when {condition} and began(act) >= 2026-03-01"));
        // It may have begun on any later day.
        assert_eq!(applies(&corpus, &[("noticed", "2026-03-01")]), None, "{condition}");
        assert_eq!(applies(&corpus, &[("noticed", "2026-03-01"), ("began", "2026-03-02")]), Some(true), "{condition}");
        let narrow = law(&format!(
            "offence n\n  subject p\n  when {condition} and began(act) >= 2026-03-01 and began(act) < 2026-03-02"
        ));
        // It can only have begun on the very day on which it was noticed.
        assert_eq!(applies(&narrow, &[("noticed", "2026-03-01")]), Some(false), "{condition}");
    }
}

/// What would turn a verdict round is said of a case that can be: whoever moves a day moves it against all others.
#[test]
fn a_day_that_would_have_to_be_otherwise_takes_its_comparisons_along() {
    let corpus =
        law("offence n\n  subject p\n  when began(act) >= 2026-01-18 and noticed(act) > began(act) + 2 months");
    let case =
        Scene::new(&corpus, &["a"]).nobody_else().is("began", &[], "2025-06-01").is("noticed", &[], "2025-12-01").case;
    let engine = Engine::new(&corpus, &whole("base"));
    let finding = engine.find(&case, &engine.run(&case), "n", Some(0), Options::default()).unwrap();
    assert_eq!(finding.verdict, Verdict::DoesNotApply);
    // Had it begun in 2026, it would have been noticed before it began: the norm would not apply either.
    assert!(finding.turns.is_empty(), "{:?}", finding.turns);
}

/// However many days of the law there are in between: what can be, can be.
#[test]
fn many_days_of_the_law_do_not_make_the_possible_impossible() {
    let mut norms = String::from(
        "offence n\n  subject p\n  when closed(act) = opened(act) + 2 months\n  when opened(act) > reported(act) and reported(act) >= 2027-06-01\n",
    );
    // The days stand in another norm; they cut time into pieces all the same.
    norms += "\nduty other\n  bearer p\n";
    for year in 2024..2028 {
        for month in ["01", "04", "07", "10"] {
            let _ = writeln!(norms, "  when opened(act) != {year}-{month}-15");
        }
    }
    let corpus = law(&norms);
    assert_eq!(applies(&corpus, &[]), None);
    assert_eq!(
        applies(&corpus, &[("reported", "2027-06-02"), ("opened", "2027-08-02"), ("closed", "2027-10-02")]),
        Some(true)
    );
}

/// Five dates, each with days of the law at which it counts, every one later than the one before, and the first later than the last.
#[test]
fn many_dates_are_compared_at_once() {
    let dates = ["began", "noticed", "reported", "opened", "closed"];
    let mut norms = String::from("offence n\n  subject p\n");
    for (i, date) in dates.iter().enumerate() {
        let next = dates[(i + 1) % dates.len()];
        let _ = writeln!(norms, "  when {date}(act) + 1 days < {next}(act)");
        let _ = writeln!(norms, "  when {date}(act) != 2026-0{}-01 and {date}(act) != 2026-0{}-15", i + 1, i + 2);
    }
    // If it takes too long, do not wait for it.
    let (done, answer) = mpsc::channel();
    std::thread::spawn(move || done.send(applies(&law(&norms), &[])));
    assert_eq!(answer.recv_timeout(Duration::from_secs(10)).expect("an answer within ten seconds"), Some(false));
}
