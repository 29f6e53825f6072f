//! The law of the day of the act, and the milder law that came later (articles 4 and 5 of the Code).
//!
//! An act is judged by the law in force when it was committed. A later law that softens or lifts liability reaches back to it; a later law
//! that brings liability in or makes it harsher does not.

#![allow(
    clippy::print_stdout,
    clippy::needless_for_each,
    clippy::cast_possible_wrap,
    clippy::semicolon_if_nothing_returned,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

mod support;

use jiff::civil::{Date, date};
use support::{Scene, law, shown};
use tarazy_law::decide::answer::{DueKind, Severity};
use tarazy_law::decide::{Decision, Finding, Options, Verdict, decide_in_time};
use tarazy_law::model::Corpus;
use tarazy_law::source::Source;

/// A code that is amended every year. What each article says is in the blocks; the fines change, the breach does not.
const CODE: &str = r#"# кодекс / кодекс / code {#code}

edition: y2020
cite: code 1
source: primary

kk: мәтін

ru: текст

en: text

```norm
act code
  title "Code"
  short "Code"
  divided into parts

edition y2020 in force 2020-01-01
edition y2021 on y2020 in force 2021-01-01
edition y2022 on y2021 in force 2022-01-01
edition draft on y2022

fact breach(person)
fact case_started_on(act): date

table mci: tenge by date case_started_on(act)
  from 2020-01-01  1000
  from 2021-01-01  2000
  from 2022-01-01  3000
  from 2023-01-01  not known

# Softened in 2021.
offence code.softer
  subject  p where breach(p)
  sanction fine 50 mci

# Made harsher in 2021.
offence code.harsher
  subject  p where breach(p)
  sanction fine 50 mci

# Repealed in 2021.
offence code.repealed
  subject  p where breach(p)
  sanction fine 50 mci

# Softened in 2021, made harsher again in 2022, though less than it was.
offence code.wavering
  subject  p where breach(p)
  sanction fine 50 mci

# Replaced in 2021 by words that say the same.
offence code.same
  subject  p where breach(p)
  sanction fine 50 mci

# From a fine to a smaller fine with a suspension: lighter in one way, heavier in another.
offence code.other-kind
  subject  p where breach(p)
  sanction fine 50 mci

# A liability outside the article on retroactivity.
liability civil.softer
  subject  p where breach(p)
  sanction fine 50 mci

# Never amended. Each of these stands beside the others.
savings code.beside of offence code.* beside code.*

retroactivity code.milder for offence code.*
```

## 2021 / 2021 / 2021 {#y2021}

edition: y2021
cite: code 1

kk: мәтін

ru: текст

en: text

```norm
replace offence code.softer
  subject  p where breach(p)
  sanction fine 20 mci

replace offence code.harsher
  subject  p where breach(p)
  sanction fine 70 mci

repeal code.repealed

replace offence code.wavering
  subject  p where breach(p)
  sanction fine 20 mci

replace offence code.same
  subject  p where breach(p)
  sanction fine 50 mci

replace offence code.other-kind
  subject  p where breach(p)
  sanction fine 20 mci
  sanction suspension

replace liability civil.softer
  subject  p where breach(p)
  sanction fine 20 mci

offence code.new
  subject  p where breach(p)
  sanction fine 10 mci
```

## 2022 / 2022 / 2022 {#y2022}

edition: y2022
cite: code 1

kk: мәтін

ru: текст

en: text

```norm
replace offence code.wavering
  subject  p where breach(p)
  sanction fine 30 mci
```

## жоба / проект / draft {#draft}

edition: draft
cite: code 1

kk: мәтін

ru: текст

en: text

```norm
replace offence code.softer
  subject  p where breach(p)
  sanction fine 1 mci
```
"#;

fn load(text: &str) -> Corpus {
    let loaded = Corpus::load(vec![Source { path: "code.md".to_owned(), text: text.to_owned() }]);
    assert!(loaded.diagnostics.is_empty(), "{}", shown(&loaded));
    loaded.corpus
}

/// One person committed the breach on `acted`; the case was opened on `started` and is decided on `decided`.
fn judged(corpus: &Corpus, acted: Date, started: &str, decided: Date) -> Decision {
    let case = Scene::new(corpus, &["a"]).nobody_else().yes("breach", &[0]).is("case_started_on", &[], started).case;
    decide_in_time(corpus, &case, acted, decided, Options::default()).unwrap()
}

fn find<'a>(decision: &'a Decision, norm: &str) -> &'a Finding {
    decision.findings.iter().find(|f| f.norm.id == norm).unwrap_or_else(|| panic!("nothing is said of {norm}"))
}

fn fine(dues: &[tarazy_law::decide::answer::Due]) -> Vec<u64> {
    let fines = dues.iter().filter_map(|d| match &d.what {
        DueKind::Fine { from, to, .. } if from == to => Some(*from),
        _ => None,
    });
    fines.collect()
}

const ACTED: Date = date(2020, 6, 1);

/// Fifty units when it was committed, twenty when it is decided: twenty.
#[test]
fn a_later_milder_law_reaches_back() {
    let decision = judged(&load(CODE), ACTED, "2021-02-01", date(2021, 3, 1));
    let finding = find(&decision, "code.softer");
    assert_eq!(finding.verdict, Verdict::Applies);
    assert_eq!(fine(&finding.consequences), [50]);
    let later = finding.later_law.as_ref().unwrap();
    assert_eq!((later.edition.as_str(), later.compared, later.governs), ("y2021", Severity::Milder, true));
    assert_eq!(fine(&later.consequences), [20]);
    assert_eq!(later.rule.id, "code.milder");
    assert!(later.rule.citation.is_some(), "the article that lets it reach back is named");
}

/// Fifty when it was committed, seventy when it is decided: fifty.
#[test]
fn a_later_harsher_law_does_not() {
    let decision = judged(&load(CODE), ACTED, "2021-02-01", date(2021, 3, 1));
    let finding = find(&decision, "code.harsher");
    assert_eq!(fine(&finding.consequences), [50]);
    let later = finding.later_law.as_ref().unwrap();
    assert_eq!((later.compared, later.governs), (Severity::Harsher, false));
}

/// What has ceased to be an offence is not punished any more.
#[test]
fn a_norm_that_was_repealed_does_not_apply_any_more() {
    let decision = judged(&load(CODE), ACTED, "2021-02-01", date(2021, 3, 1));
    let finding = find(&decision, "code.repealed");
    assert_eq!(finding.verdict, Verdict::Applies, "it was law when it was broken");
    let later = finding.later_law.as_ref().unwrap();
    assert_eq!((later.verdict, later.compared, later.governs), (Verdict::DoesNotApply, Severity::Milder, true));
    assert!(later.consequences.is_empty());
}

/// Between the act and the decision the fine was twenty for a year; now it is thirty. The mildest that was law governs.
#[test]
fn a_milder_law_that_came_and_went_reaches_back_too() {
    let decision = judged(&load(CODE), ACTED, "2022-02-01", date(2022, 3, 1));
    let later = find(&decision, "code.wavering").later_law.as_ref().unwrap();
    assert_eq!((later.edition.as_str(), later.governs), ("y2021", true));
    assert_eq!(fine(&later.consequences), [20]);
}

/// Other words for the same, or lighter in one kind and heavier in another: nothing reaches back.
#[test]
fn what_is_not_milder_does_not_reach_back() {
    let decision = judged(&load(CODE), ACTED, "2021-02-01", date(2021, 3, 1));
    assert!(find(&decision, "code.same").later_law.is_none());
    let later = find(&decision, "code.other-kind").later_law.as_ref().unwrap();
    assert_eq!((later.compared, later.governs), (Severity::NotComparable, false));
}

/// Without an article that says so, the law of the day of the act governs alone.
#[test]
fn without_a_rule_nothing_reaches_back() {
    let decision = judged(&load(CODE), ACTED, "2021-02-01", date(2021, 3, 1));
    let finding = find(&decision, "civil.softer");
    assert_eq!(fine(&finding.consequences), [50]);
    assert!(finding.later_law.is_none(), "{:?}", finding.later_law);
}

/// What was no offence on the day of the act is not punished; it is named, with the day since when it is law.
#[test]
fn a_new_offence_does_not_reach_back() {
    let decision = judged(&load(CODE), ACTED, "2021-02-01", date(2021, 3, 1));
    assert!(decision.findings.iter().all(|f| f.norm.id != "code.new"));
    let not_yet: Vec<_> = decision.not_yet_in_force.iter().map(|n| (n.norm.id.as_str(), n.since.as_deref())).collect();
    assert_eq!(not_yet, [("code.new", Some("2021-01-01"))]);
}

/// A law that comes into force after the decision, and a draft that never does, change nothing.
#[test]
fn what_is_not_law_yet_reaches_nobody() {
    let decision = judged(&load(CODE), ACTED, "2020-07-01", date(2020, 12, 31));
    assert!(decision.findings.iter().all(|f| f.later_law.is_none()));
    assert!(decision.not_yet_in_force.is_empty());
    let decision = judged(&load(CODE), date(2022, 6, 1), "2022-07-01", date(2023, 12, 31));
    assert!(decision.findings.iter().all(|f| f.later_law.is_none()));
    assert_eq!(fine(&find(&decision, "code.softer").consequences), [20]);
}

/// The day a law comes into force is its first day: an act of that day is judged by it, and a decision of that day knows it.
#[test]
fn the_first_day_of_a_law_belongs_to_it() {
    let corpus = load(CODE);
    let before = judged(&corpus, date(2020, 12, 31), "2020-12-31", date(2020, 12, 31));
    assert_eq!(fine(&find(&before, "code.softer").consequences), [50]);
    assert!(find(&before, "code.softer").later_law.is_none());
    let decided_on_it = judged(&corpus, date(2020, 12, 31), "2021-01-01", date(2021, 1, 1));
    assert!(find(&decided_on_it, "code.softer").later_law.as_ref().unwrap().governs);
    let acted_on_it = judged(&corpus, date(2021, 1, 1), "2021-01-01", date(2021, 1, 1));
    assert_eq!(fine(&find(&acted_on_it, "code.softer").consequences), [20]);
}

/// Amounts in tenge follow the day on which the case was opened, not the day of the act and not that of the decision (article 44).
#[test]
fn the_index_is_that_of_the_day_the_case_was_opened() {
    let corpus = load(CODE);
    let tenge = |started: &str| {
        let decision = judged(&corpus, ACTED, started, date(2023, 6, 1));
        match &find(&decision, "code.softer").consequences[0].what {
            DueKind::Fine { tenge, .. } => tenge.as_ref().map(|t| (t.from, t.rate, t.on.clone())),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(tenge("2020-12-31"), Some((50_000, 1000, "2020-12-31".to_owned())));
    assert_eq!(tenge("2021-01-01"), Some((100_000, 2000, "2021-01-01".to_owned())));
    assert_eq!(tenge("2022-05-01"), Some((150_000, 3000, "2022-05-01".to_owned())));
    // Before the first row and where the index is not known there is no amount, and none is guessed.
    assert_eq!(tenge("2019-12-31"), None);
    assert_eq!(tenge("2023-02-01"), None);
}

/// A milder later fine is counted by the same index.
#[test]
fn the_later_law_is_counted_by_the_same_index() {
    let decision = judged(&load(CODE), ACTED, "2021-02-01", date(2021, 3, 1));
    let later = find(&decision, "code.softer").later_law.as_ref().unwrap();
    match &later.consequences[0].what {
        DueKind::Fine { tenge: Some(t), .. } => assert_eq!((t.from, t.rate), (40_000, 2000)),
        other => panic!("{other:?}"),
    }
}

/// What was repealed can be enacted anew; from then on it is law again.
#[test]
fn what_was_repealed_can_come_back() {
    let again = CODE.replace(
        "replace offence code.wavering\n  subject  p where breach(p)\n  sanction fine 30 mci",
        "offence code.repealed\n  subject  p where breach(p)\n  sanction fine 30 mci",
    );
    assert_ne!(again, CODE);
    let corpus = load(&again);
    let decision = judged(&corpus, date(2022, 6, 1), "2022-06-01", date(2022, 6, 1));
    assert_eq!(fine(&find(&decision, "code.repealed").consequences), [30]);
    // For an act of the year in which it was no offence it is a new one.
    let between = judged(&corpus, date(2021, 6, 1), "2022-06-01", date(2022, 6, 1));
    assert!(between.findings.iter().all(|f| f.norm.id != "code.repealed"));
    assert!(between.not_yet_in_force.iter().any(|n| n.norm.id == "code.repealed"));
}

/// The code, with the amendments of 2022 in force from July of that year only.
fn staged(code: &str) -> Corpus {
    let heading = "{#y2022}\n\nedition: y2022\ncite: code 1\n";
    let staged = code.replace(heading, &format!("{heading}in force: 2022-07-01\n"));
    assert_ne!(staged, code);
    load(&staged)
}

/// An amendment that enters into force later than the law that makes it leaves the old text in force until its own day.
#[test]
fn an_amendment_with_a_day_of_its_own_waits_for_it() {
    let corpus = staged(CODE);
    let in_may = judged(&corpus, date(2022, 5, 1), "2022-05-01", date(2022, 5, 1));
    assert_eq!(fine(&find(&in_may, "code.wavering").consequences), [20], "the text of 2021 is still law");
    let in_august = judged(&corpus, date(2022, 8, 1), "2022-08-01", date(2022, 8, 1));
    assert_eq!(fine(&find(&in_august, "code.wavering").consequences), [30]);
}

/// So does a repeal.
#[test]
fn a_repeal_with_a_day_of_its_own_waits_for_it() {
    let corpus = staged(&CODE.replace("  sanction fine 30 mci\n", "  sanction fine 30 mci\n\nrepeal code.same\n"));
    let in_may = judged(&corpus, date(2022, 5, 1), "2022-05-01", date(2022, 5, 1));
    assert_eq!(fine(&find(&in_may, "code.same").consequences), [50]);
    let in_august = judged(&corpus, date(2022, 8, 1), "2022-08-01", date(2022, 8, 1));
    assert!(in_august.findings.iter().all(|f| f.norm.id != "code.same"));
}

// The law of Kazakhstan.

const OMISSION: &str = "koap.641-1.p1.s2";

/// The holder of a high-risk system did not manage its risks, and people's health was harmed.
fn unmanaged(acted: &str, decided: &str) -> Scene<'static> {
    let system =
        ["runs_on_models", "health_harmed", "other_harm", "harm_from_unmanaged_risk", "committed_in_kazakhstan"];
    Scene::new(law(), &["holder"])
        .nobody_else()
        .yes("possessor", &[0])
        .yes("legal_entity", &[0])
        .yes("accountable_management", &[0])
        .is("size", &[0], "large")
        .is("risk", &[], "high")
        .all_yes(&system)
        .is("acted_on", &[], acted)
        .is("decided_on", &[], decided)
        .is("case_started_on", &[], decided)
}

fn in_kazakhstan(scene: Scene<'_>, acted: &str, decided: &str) -> Decision {
    let case = scene.otherwise_no().case;
    decide_in_time(law(), &case, acted.parse().unwrap(), decided.parse().unwrap(), Options::default()).unwrap()
}

/// On 1 February 2026 article 641-1 was law: 100 MCI for a large business, 432 500 tenge at the index of 2026.
#[test]
fn an_act_of_february_2026_falls_under_641_1() {
    let decision = in_kazakhstan(unmanaged("2026-02-01", "2026-03-15"), "2026-02-01", "2026-03-15");
    assert_eq!(decision.law.edition, "enacted");
    let finding = find(&decision, OMISSION);
    assert_eq!(finding.verdict, Verdict::Applies);
    match &finding.consequences[..] {
        [due] => match &due.what {
            DueKind::Fine { from: 100, to: 100, tenge: Some(t), .. } => assert_eq!((t.from, t.rate), (432_500, 4325)),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
    assert!(decision.not_yet_in_force.is_empty());
}

/// On 1 June 2025 nobody answered under 641-1. A breach that was still going on when it was found in 2026 is named as not yet an offence on
/// the day of the act.
#[test]
fn an_act_of_june_2025_does_not() {
    let scene = unmanaged("2025-06-01", "2026-03-15").yes("continuing", &[]).is("discovered_on", &[], "2026-03-01");
    let decision = in_kazakhstan(scene, "2025-06-01", "2026-03-15");
    assert_eq!(decision.law.edition, "base");
    assert!(decision.findings.iter().all(|f| f.norm.id != OMISSION), "it was no law then");
    let not_yet = decision.not_yet_in_force.iter().find(|n| n.norm.id == OMISSION).expect("it is law now");
    assert_eq!(not_yet.since.as_deref(), Some("2026-01-18"));
}

/// The last day before it came into force, and the first day of it.
#[test]
fn the_eighteenth_of_january_2026() {
    let before = in_kazakhstan(unmanaged("2026-01-17", "2026-03-01"), "2026-01-17", "2026-03-01");
    assert!(before.findings.iter().all(|f| f.norm.id != OMISSION));
    assert!(before.not_yet_in_force.iter().any(|n| n.norm.id == OMISSION));
    let on_it = in_kazakhstan(unmanaged("2026-01-18", "2026-03-01"), "2026-01-18", "2026-03-01");
    assert_eq!(find(&on_it, OMISSION).verdict, Verdict::Applies);
}
