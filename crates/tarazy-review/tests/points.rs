//! What the reading of the law by hand has found, the review finds: the points O1 to O12 on the bills, the twelve findings on the enacted law,
//! where its texts in two languages part, and the duties from whose breach nothing follows.
//!
//! The names stand here, in the test. The review itself looks for none of them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod project;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use project::law;
use tarazy_review::{Class, Finding, Options, Review, review};

/// A finding that must be there: the point, the class, the first subjects, and whether a case shows it.
type Expected = (&'static str, Class, &'static [&'static str], bool);

const BILL: &str = "bill-2025-01";
const ENACTED: &str = "enacted";
const SHOWN: bool = true;
const SEEN: bool = false;

const POINTS: &[Expected] = &[
    ("O1", Class::RelationOpen, &["bill", "dc-draft"], SEEN),
    ("O2", Class::NotAllocated, &["bill.8.p2"], SHOWN),
    ("O2", Class::NoProcedureForCause, &["bill.8.p2"], SEEN),
    ("O2", Class::NoConsequence, &["bill.8.p2"], SEEN),
    ("O3", Class::ScopeUnbounded, &["bill.1.platform"], SHOWN),
    ("O3", Class::ScopeUnbounded, &["bill"], SEEN),
    ("O4", Class::RightWithoutProcedure, &["bill.7.p2"], SEEN),
    ("O4", Class::CannotBePerformed, &["bill.7.p2"], SHOWN),
    ("O5", Class::TooNarrow, &["artificial_intelligence"], SHOWN),
    ("O6", Class::MeaningNotStated, &["generative_system", "synthetic_output"], SEEN),
    ("O6", Class::MeaningNotStated, &["generative_system", "changes_reality"], SEEN),
    ("O6", Class::TooNarrow, &["generative_system"], SHOWN),
    ("O7", Class::NoLevels, &["bill.8.p1"], SHOWN),
    ("O7", Class::CannotBePerformed, &["bill.8.p1"], SHOWN),
    ("O7", Class::AbsoluteWording, &["bill.8.p1"], SEEN),
    ("O8", Class::Indistinguishable, &["owner", "possessor"], SEEN),
    ("O9", Class::MeaningNotStated, &["platform_matter", "called_data_library"], SEEN),
    ("O10", Class::OutOfReach, &["bill.11.p2"], SEEN),
    ("O11", Class::TooBroad, &["listed_harm"], SHOWN),
    ("O12", Class::Competing, &["koap.641-1.p1.s2", "koap.456-2.p1"], SHOWN),
    ("O12", Class::Competing, &["koap.641-1.p1.s2", "koap.456-2.p3"], SHOWN),
    ("O12", Class::Competing, &["koap.641-1.p1.s2", "koap.456-2.p5"], SHOWN),
];

const TWELVE: &[Expected] = &[
    ("1: and, or, and (or)", Class::ConnectiveDrift, &[], SEEN),
    ("2: control and high autonomy", Class::NoLevels, &["ail.8.p1"], SHOWN),
    ("3: rights without procedure", Class::RightWithoutProcedure, &["ail.7.p2"], SEEN),
    ("3: rights without procedure", Class::RightWithoutProcedure, &["ail.16.p1.s4"], SEEN),
    ("3: rights without procedure", Class::RightWithoutProcedure, &["ail.16.p1.s5"], SEEN),
    ("3: rights without procedure", Class::RightWithoutProcedure, &["ail.16.p1.s6"], SEEN),
    ("4: only a user", Class::TooNarrow, &["ail.7.p2"], SHOWN),
    ("5: no addressee", Class::AddresseeNotStated, &["ail.7.p1"], SEEN),
    ("5: no addressee", Class::AddresseeNotStated, &["ail.7.p2.inform"], SEEN),
    ("5: no addressee", Class::AddresseeNotStated, &["ail.21.p1"], SEEN),
    ("5: no addressee", Class::AddresseeNotStated, &["ail.21.p2"], SEEN),
    ("5: no addressee", Class::AddresseeNotStated, &["ail.23.p5"], SEEN),
    ("5: no addressee", Class::AddresseeNotStated, &["ail.27.p5"], SEEN),
    ("6: sanction narrower than duty", Class::ConsequenceNarrower, &["ail.21.p3", "koap.641-1.p1.s1"], SHOWN),
    ("7: goods that contain AI", Class::TooNarrow, &["ail.21.p1"], SHOWN),
    ("8: possessor (operator)", Class::TermDrift, &["ail.17.p4.local"], SEEN),
    ("8: owners of libraries, of data", Class::TermDrift, &["ail.27.p3"], SEEN),
    ("8: high risk, high degree", Class::TermDrift, &["ail.17.p1.as-state-system", "ail.17.p1"], SEEN),
    ("9: absolute", Class::AbsoluteWording, &["ail.11.p1"], SEEN),
    ("10: informatisation", Class::DanglingReference, &["ail.17.p1", "informatization"], SEEN),
    ("10: informatisation", Class::DanglingReference, &["ail.17.p4.open", "informatization"], SEEN),
    ("11: the developer has no duty", Class::LiableWithoutDuty, &["ail.8.p2", "developer"], SEEN),
    ("12: no scope", Class::ScopeUnbounded, &["ail"], SEEN),
    ("12: no transition", Class::NoTransition, &["ail"], SEEN),
];

const TEXTS: &[Expected] = &[
    ("1(7): person, human being", Class::TextsDiverge, &["ail.1.person"], SHOWN),
    ("10(1): except for, excluded", Class::TextsDiverge, &["ail.10.p1.texts"], SHOWN),
    ("17(1): systems, resources", Class::TextsDiverge, &["ail.17.p1.texts"], SHOWN),
    ("17(3)7): results, systems", Class::TextsDiverge, &["ail.17.p3.s7"], SHOWN),
    ("22(2): unambiguous, without replacement", Class::TextsDiverge, &["valid_form"], SHOWN),
    ("possessor: two words", Class::TextsDiverge, &["ail.15.possessor"], SEEN),
    ("641-1(2): whom suspension hits", Class::TextsDiverge, &["koap.641-1.p2.texts"], SHOWN),
    ("641-1: prohibited, false", Class::TooBroad, &["listed_harm"], SHOWN),
    ("641-1: no note", Class::Competing, &["koap.641-1.p1.s2", "koap.456-2.p1"], SHOWN),
];

/// The table of duties, row by row: from its breach nothing follows.
const NOTHING_FOLLOWS: &[&str] = &[
    "ail.8.p1",
    "ail.18.p2",
    "ail.17.p1",
    "ail.15.p2.s2",
    "ail.11.p1",
    "ail.15.p2.s3",
    "ail.15.p2.s4",
    "ail.15.p2.s5",
    "ail.7.p1",
    "ail.7.p2.inform",
    "ail.16.p1.s4.explain",
    "ail.21.p1",
    "ail.21.p2.unlabelled",
    "ail.21.p5",
    "ail.11.p2",
    "ail.17.p3.s1",
    "ail.17.p3.s7",
    "ail.19.p2",
    "ail.27.p2.quality",
    "ail.27.p2.access",
    "ail.27.p2.law",
    "ail.27.p5",
    "ail.23.p5",
    "ail.16.p2.access",
    "ail.16.p2.rules",
    "ail.8.p3",
];

/// Rows of the table for which it names a sanction: narrower than the duty.
const NARROWER: &[&str] = &["ail.11.p3", "ail.15.p2.s1", "ail.18.p1", "ail.21.p3"];

fn reviewed(edition: &'static str) -> &'static Review {
    static BOTH: OnceLock<[Review; 2]> = OnceLock::new();
    let both = BOTH.get_or_init(|| [BILL, ENACTED].map(|e| review(law(), e, &Options::default())));
    both.iter().find(|r| r.edition == edition).unwrap()
}

fn begins_with(finding: &Finding, subjects: &[&str]) -> bool {
    finding.subjects.len() >= subjects.len() && subjects.iter().zip(&finding.subjects).all(|(name, s)| *name == s.name)
}

fn all_there(edition: &'static str, expected: &[Expected]) {
    let found = &reviewed(edition).findings;
    let missing: Vec<_> = expected
        .iter()
        .filter(|(_, class, subjects, shown)| {
            let here = |f: &&Finding| f.class == *class && begins_with(f, subjects);
            !found.iter().filter(here).any(|f| !*shown || f.witness.is_some())
        })
        .collect();
    assert!(missing.is_empty(), "{edition}: {missing:#?}");
}

fn of(class: Class) -> BTreeSet<&'static str> {
    let found = reviewed(ENACTED).findings.iter().filter(|f| f.class == class);
    found.filter_map(|f| f.subjects.first()).map(|s| s.name.as_str()).collect()
}

#[test]
fn every_point_of_the_opinion_is_found_in_the_bills() {
    all_there(BILL, POINTS);
    let points: BTreeSet<&str> = POINTS.iter().map(|(p, ..)| *p).collect();
    assert_eq!(points.len(), 12);
}

#[test]
fn the_twelve_findings_on_the_enacted_law_are_found() {
    all_there(ENACTED, TWELVE);
    let drift = reviewed(ENACTED).findings.iter().find(|f| f.class == Class::ConnectiveDrift).unwrap();
    for norm in ["ail.11.p3", "ail.18.p2", "ail.17.p4.closed", "ail.17.p1", "ail.18.p1", "ail.19.p2"] {
        assert!(drift.subjects.iter().any(|s| s.name == norm), "{norm}");
    }
}

#[test]
fn where_the_texts_part_it_is_found() {
    all_there(ENACTED, TEXTS);
}

#[test]
fn duties_from_whose_breach_nothing_follows_are_found() {
    let (nothing, narrower) = (of(Class::NoConsequence), of(Class::ConsequenceNarrower));
    let missing: Vec<_> = NOTHING_FOLLOWS.iter().filter(|n| !nothing.contains(**n)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for norm in NARROWER {
        assert!(narrower.contains(norm) && !nothing.contains(norm), "{norm}");
    }
}
