//! Article 641-1 (1) (2) beside article 456-2: every situation there can be.
//!
//! One person, `a`, has any set of the five roles; another, `b`, has none. The owner or possessor managed the risks or did not; `a` started
//! the publication or did not; so did `b`; there are signs of a crime or not. For the enacted text the system is of high risk or not. That is
//! 31 × 16 = 496 situations, 992 for the enacted text. Everything else is settled so that nothing else stands in the way: the information is
//! false and prohibited, it did harm, it stood on a platform whose user `a` is, and so on.
//!
//! In every edition and in every reading the engine must agree with the judge of `oracle/`, norm by norm. And two figures are counted:
//!
//! - **doubles**: situations in which `a` answers both under 641-1 (1) (2) and under some part of 456-2 (*nobody twice for one offence*,
//!   article 12 of the Code);
//! - **vacuum**: situations in which `a` is to blame – as owner or possessor who did not manage the risks, or as the one who started the
//!   publication – without signs of a crime, and yet neither article reaches them.
//!
//! The figures were first found by other means (`law-engines.md` §4.3); here they come out of the pages of `law/`.

#![allow(
    clippy::print_stdout,
    clippy::needless_for_each,
    clippy::cast_possible_wrap,
    clippy::semicolon_if_nothing_returned,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

mod oracle;
mod support;

use oracle::{Answer, Judge, Law};
use support::{Scene, law, settled, whole};
use tarazy_law::case::Case;
use tarazy_law::decide::Engine;
use tarazy_law::model::NormId;
use tarazy_law::program::Truth;

/// The roles in question (a person can have several).
const ROLES: [&str; 5] = ["owner", "possessor", "developer", "operator", "user"];
/// Persons of the scene.
const A: usize = 0;
const B: usize = 1;

/// One of the 496 (or 992) situations.
#[derive(Clone, Copy, Debug)]
struct Situation {
    /// One bit for each of [`ROLES`].
    roles: u32,
    /// `a` managed the risks.
    managed: bool,
    /// `a` started the publication.
    started_by_a: bool,
    /// `b` did.
    started_by_b: bool,
    crime: bool,
    high_risk: bool,
}

impl Situation {
    fn all(risk_matters: bool) -> Vec<Situation> {
        let mut out = Vec::new();
        for roles in 1..1 << ROLES.len() {
            for bits in 0..if risk_matters { 32 } else { 16 } {
                out.push(Situation {
                    roles,
                    managed: bits & 1 != 0,
                    started_by_a: bits & 2 != 0,
                    started_by_b: bits & 4 != 0,
                    crime: bits & 8 != 0,
                    high_risk: bits & 16 == 0,
                });
            }
        }
        out
    }

    /// `a` owns or possesses the system.
    fn holder(self) -> bool {
        self.roles & 0b11 != 0
    }

    /// `a` is to blame for something, by way of omission or of publication, and it is no crime.
    fn to_blame(self) -> bool {
        (self.holder() && !self.managed || self.started_by_a) && !self.crime
    }

    fn case(self) -> Case {
        let mut s = Scene::new(law(), &["a", "b"])
            .nobody_else()
            .set("risks_managed", &[A], self.managed)
            .set("initiated_publication", &[A], self.started_by_a)
            .set("initiated_publication", &[B], self.started_by_b)
            .set("signs_of_crime", &[], self.crime)
            .is("risk", &[], if self.high_risk { "high" } else { "medium" });
        for (i, role) in ROLES.iter().enumerate() {
            s = s.set(role, &[A], self.roles >> i & 1 == 1);
        }
        // The breach: false and (for the bill) prohibited information, and harm from the omission.
        s = s.all_yes(&[
            "information_false",
            "information_prohibited",
            "spread",
            "other_harm",
            "harm_from_unmanaged_risk",
        ]);
        // The system is AI by any definition, and it works by itself.
        s = s.all_yes(&[
            "single_ict",
            "set_of_technologies",
            "imitates_cognition",
            "comparable_results",
            "intellectual_tasks",
        ]);
        s = s.all_yes(&["runs_on_models", "runs_automatically"]);
        // The platform.
        s = s.is("channel", &[], "online_platform").all_yes(&["conditions_for_breach", "committed_in_kazakhstan"]);
        for p in [A, B] {
            // Nothing else stands in the way: fault, management, size, age, limitation.
            s = s.yes("platform_user", &[p]).yes("at_fault", &[p]);
            s = s.yes("legal_entity", &[p]).yes("accountable_management", &[p]).is("size", &[p], "large");
        }
        s = s.is("acted_on", &[], "2026-03-02").is("decided_on", &[], "2026-03-30");
        s.otherwise_no().case
    }
}

/// How the doubtful words are read.
type Readings = &'static [(&'static str, &'static str)];

/// An edition with its situations and the norms in question.
struct Domain {
    engine: Engine<'static>,
    situations: Vec<(Situation, Case)>,
    omission: NormId,
    publication: Vec<NormId>,
}

impl Domain {
    fn new(edition: &str) -> Domain {
        let engine = Engine::new(law(), &whole(edition));
        let id = |name: &str| *engine.book.norm_ids.get(name).unwrap_or_else(|| panic!("{edition} has no {name}"));
        let omission = id("koap.641-1.p1.s2");
        let parts = engine.book.norms().filter(|(_, n)| n.id.starts_with("koap.456-2.")).map(|(id, _)| id);
        let publication: Vec<NormId> = parts.collect();
        assert_eq!(publication.len(), 8, "parts 1, 2, 3, 3-1, 4, 5, 6, 7 of article 456-2");
        let situations = Situation::all(edition == "enacted").into_iter().map(|s| (s, s.case())).collect();
        Domain { engine, situations, omission, publication }
    }

    /// Doubles and vacuum, in one way of reading. What the engine says is compared with the judge on the way.
    fn count(&mut self, readings: Readings) -> (usize, usize) {
        let law = Law::new(law(), &self.engine.book);
        let (mut doubles, mut vacuum) = (0, 0);
        for (situation, case) in &mut self.situations {
            case.readings = readings.iter().map(|(a, r)| ((*a).to_owned(), (*r).to_owned())).collect();
            let rows = self.engine.run(case);
            let judge = Judge::new(&law, case);
            let applies = |norm: NormId, p: usize| {
                let engine = self.engine.truth(&rows, norm, p);
                let expected = match judge.applies(norm, p) {
                    Answer::Yes => Some(true),
                    Answer::No => Some(false),
                    _ => None,
                };
                let name = &self.engine.book.norm(norm).id;
                assert_eq!(settled(engine), expected, "{name} for person {p} in {situation:?}, read {readings:?}");
                engine == Truth::True
            };
            let omission = applies(self.omission, A);
            let publication: Vec<bool> = self.publication.iter().map(|n| applies(*n, A)).collect();
            for norm in self.publication.iter().chain([&self.omission]) {
                applies(*norm, B);
            }
            let publication = publication.contains(&true);
            doubles += usize::from(omission && publication);
            vacuum += usize::from(situation.to_blame() && !omission && !publication);
        }
        (doubles, vacuum)
    }
}

const OTHER: &str = "koap.641-1.other-harm";
const COMMA: &str = "koap.641-1.comma";
const SPREADS: &str = "koap.disseminates";
const NOTE: &str = "koap.641-1.note";

/// The bill of January 2025. *False information* falls under 456-2 and, being prohibited, under 641-1: nothing chooses between them.
/// Whoever holds the system, did not manage the risks and published by himself answers twice: 24 role sets with a holder × `b` published
/// or not. If the holder of a system that publishes by itself also "spreads", it is twice as many.
#[test]
fn the_bill_punishes_twice() {
    let mut bill = Domain::new("bill-2025-01");
    assert_eq!(bill.situations.len(), 496);
    assert_eq!(bill.count(&[(SPREADS, "narrow"), (OTHER, "alternative")]), (48, 0));
    assert_eq!(bill.count(&[(SPREADS, "narrow"), (OTHER, "cumulative")]), (48, 0));
    assert_eq!(bill.count(&[(SPREADS, "broad"), (OTHER, "alternative")]), (96, 0));
    assert_eq!(bill.count(&[(SPREADS, "broad"), (OTHER, "cumulative")]), (96, 0));
}

/// The opinion's Note to article 641-1, read to the letter: *whoever* started the publication, 456-2 takes the place of 641-1. The double
/// is gone, but so is the holder's own fault when somebody else published: in 24 situations nobody asks the holder anything. And where
/// the system publishes by itself the Note does not help at all, because then nobody started the publication: 24 doubles.
#[test]
fn the_note_read_to_the_letter_cures_one_defect_by_another() {
    let mut opinion = Domain::new("opinion");
    assert_eq!(opinion.situations.len(), 496);
    assert_eq!(opinion.count(&[(NOTE, "any"), (SPREADS, "narrow"), (OTHER, "alternative")]), (0, 24));
    assert_eq!(opinion.count(&[(NOTE, "any"), (SPREADS, "narrow"), (OTHER, "cumulative")]), (0, 24));
    assert_eq!(opinion.count(&[(NOTE, "any"), (SPREADS, "broad"), (OTHER, "alternative")]), (24, 0));
    assert_eq!(opinion.count(&[(NOTE, "any"), (SPREADS, "broad"), (OTHER, "cumulative")]), (24, 0));
}

/// The Note read as speaking of the person themselves: with 456-2 for those who start a publication only, both defects are gone.
/// If 456-2 also reaches the holder of a system that publishes by itself, the doubles of those who did not start it remain: 24 × 2.
#[test]
fn the_note_read_of_the_person_themselves() {
    let mut opinion = Domain::new("opinion");
    assert_eq!(opinion.count(&[(NOTE, "own"), (SPREADS, "narrow"), (OTHER, "alternative")]), (0, 0));
    assert_eq!(opinion.count(&[(NOTE, "own"), (SPREADS, "narrow"), (OTHER, "cumulative")]), (0, 0));
    assert_eq!(opinion.count(&[(NOTE, "own"), (SPREADS, "broad"), (OTHER, "alternative")]), (48, 0));
    assert_eq!(opinion.count(&[(NOTE, "own"), (SPREADS, "broad"), (OTHER, "cumulative")]), (48, 0));
}

/// The enacted text, in force since 18 January 2026. No Note, so the doubles of the bill stay, for systems of high risk. For other systems
/// the omission is not punished: 24 role sets × `b` published or not = 48 situations that no norm reaches. That is the choice of the
/// legislator, not a slip; the engine says *no sanction reaches this case* and leaves the judgement to the reader.
#[test]
fn the_enacted_text_punishes_twice_and_leaves_systems_of_lower_risk_alone() {
    let mut enacted = Domain::new("enacted");
    assert_eq!(enacted.situations.len(), 992);
    for (comma, other) in [
        ("alternative", "alternative"),
        ("alternative", "cumulative"),
        ("cumulative", "alternative"),
        ("cumulative", "cumulative"),
    ] {
        let read = |spreads| -> Readings { Box::leak(Box::new([(SPREADS, spreads), (COMMA, comma), (OTHER, other)])) };
        assert_eq!(enacted.count(read("narrow")), (48, 48));
        assert_eq!(enacted.count(read("broad")), (96, 0));
    }
}

/// A reading that nobody chose is open: then a verdict stands only if it stands in every reading.
#[test]
fn open_readings_leave_open_what_turns_on_them() {
    for edition in ["bill-2025-01", "opinion", "enacted"] {
        let mut domain = Domain::new(edition);
        let every_fifth = domain.situations.iter().step_by(5).cloned().collect();
        domain.situations = every_fifth;
        domain.count(&[]);
        domain.count(&[(SPREADS, "broad")]);
    }
}
