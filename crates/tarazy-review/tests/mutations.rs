//! Clean law is changed in small ways, as drafters err: each change is found, and found where it was made.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use support::{NOT_YET, all_shown, findings, load};
use tarazy_review::Class;

const LAW: &str = include_str!("../classes/clean.md");

/// A change: what is found, about what, in which page, what is written (each once), and what is written instead.
struct Change {
    class: Class,
    about: &'static str,
    page: &'static str,
    edits: &'static [(&'static str, &'static str)],
}

const fn change(
    class: Class,
    about: &'static str,
    page: &'static str,
    edits: &'static [(&'static str, &'static str)],
) -> Change {
    Change { class, about, page, edits }
}

macro_rules! page {
    ($code:literal) => {
        include_str!(concat!("../classes/", $code, "/clean.md"))
    };
}

const CHANGES: &[Change] = &[
    // Acts.
    change(Class::RelationOpen, "robots", LAW, &[("relation robots.23 between robots and traffic\n", "")]),
    change(Class::RelationOpen, "robots", page!("R101"), &[("relation robots.2 between robots and traffic\n", "")]),
    change(
        Class::RelationOpen,
        "robots",
        page!("R313"),
        &[
            ("en \"Robots Act\"\n", "en \"Robots Act\"\n  rank law\n  covers streets, safety\n"),
            ("en \"Traffic Act\"\n", "en \"Traffic Act\"\n  rank law\n  covers signs, streets\n"),
        ],
    ),
    // Addressees.
    change(
        Class::AddresseeNotStated,
        "robots.24",
        LAW,
        &[("duty robots.24\n  bearer    p where keeper(p, system)", "duty robots.24\n  bearer    not stated")],
    ),
    change(Class::AddresseeNotStated, "robots.3", page!("R102"), &[("  bearer    p where keeper(p, system)\n", "")]),
    change(Class::AddresseeNotStated, "robots.3", page!("R102"), &[("p where keeper(p, system)", "p")]),
    change(
        Class::AddresseeNotStated,
        "robots.17",
        LAW,
        &[("power robots.17\n  body      city\n", "power robots.17\n")],
    ),
    change(
        Class::AddresseeNotStated,
        "robots.10",
        LAW,
        &[("procedure robots.10\n  bearer    p where keeper(p, system)\n", "procedure robots.10\n")],
    ),
    // Bounds.
    change(
        Class::ScopeUnbounded,
        "robots.18",
        LAW,
        &[("institution robots.18\n  bearer    p where keeper(p, system)", "institution robots.18\n  bearer    p")],
    ),
    change(
        Class::ScopeUnbounded,
        "robots.18",
        LAW,
        &[("institution robots.18\n  bearer    p where keeper(p, system)\n", "institution robots.18\n")],
    ),
    change(
        Class::ScopeUnbounded,
        "robots.18",
        LAW,
        &[(
            "institution robots.18\n  bearer    p where keeper(p, system)",
            "institution robots.18\n  bearer    p where keeper(p, system) and by_a_school(act)",
        )],
    ),
    change(
        Class::ScopeUnbounded,
        "robots",
        LAW,
        &[("robot(system) and not used_abroad(system)", "robot(system)"), ("\n  tells abroad\n", "\n")],
    ),
    // Liability.
    change(Class::NotAllocated, "robots.8", page!("R201"), &[(" and took_part(p, act)", "")]),
    change(
        Class::NotAllocated,
        "robots.8",
        page!("R201"),
        &[("(maker(p, system) or keeper(p, system)) and took_part(p, act)", "keeper(p, system) or maker(p, system)")],
    ),
    change(
        Class::NotAllocated,
        "robots.8",
        page!("R202"),
        &[("took_part(p, act)\n  when      damage(act)", "(some q: took_part(q, act))\n  when      damage(act)")],
    ),
    change(Class::NoProcedureForCause, "robots.8", page!("R202"), &[("  procedure robots.10\n", "")]),
    change(
        Class::NoProcedureForCause,
        "robots.8",
        LAW,
        &[
            ("error_stage(act) = building\n  procedure robots.10\n", "error_stage(act) = building\n"),
            ("\n  establishes error_stage\n", "\n"),
        ],
    ),
    change(
        Class::NoProcedureForCause,
        "robots.14",
        LAW,
        &[
            ("error_stage(act) = use\n  procedure robots.10\n", "error_stage(act) = use\n"),
            ("\n  establishes error_stage\n", "\n"),
        ],
    ),
    change(
        Class::NoConsequence,
        "robots.21",
        LAW,
        &[("content   steers(p, system)\n  sanction  correction", "content   steers(p, system)")],
    ),
    change(
        Class::NoConsequence,
        "robots.24",
        LAW,
        &[("inspected_on(system)\n  sanction  suspension", "inspected_on(system)")],
    ),
    change(
        Class::NoConsequence,
        "robots.8",
        LAW,
        &[(
            "error_stage(act) = building\n  procedure robots.10\n  sanction  compensation",
            "error_stage(act) = building\n  procedure robots.10",
        )],
    ),
    change(Class::NoConsequence, "robots.9", page!("R204"), &[("  sanction  fine 20000 tenge\n", "")]),
    change(
        Class::ConsequenceWithoutDuty,
        "robots.9",
        page!("R204"),
        &[("  content   keeps_log(p, system)\n  sanction  robots.9", "  sanction  correction")],
    ),
    change(
        Class::ConsequenceWithoutDuty,
        "robots.9",
        page!("R204"),
        &[("  when      not keeps_log(p, system)\n  sanction  fine", "  sanction  fine")],
    ),
    change(
        Class::ConsequenceWithoutDuty,
        "robots.11",
        LAW,
        &[(
            "keeper(p, system) and drives_on_pavement(p, act)\n  sanction",
            "keeper(p, system) and size(p) = firm\n  sanction",
        )],
    ),
    change(Class::RightWithoutProcedure, "robots.5", page!("R205"), &[("  procedure robots.6\n", "")]),
    change(Class::RightWithoutProcedure, "robots.5", page!("R205"), &[("  remedy    robots.7\n", "")]),
    change(
        Class::RightWithoutProcedure,
        "robots.5",
        page!("R205"),
        &[("  deadline  10 days from complained_on(act)\n", "")],
    ),
    change(Class::RightWithoutProcedure, "robots.5", page!("R205"), &[("  reviewer  q where independent(q)\n", "")]),
    change(Class::RightWithoutProcedure, "robots.5", LAW, &[("  remedy    robots.7\n", "")]),
    change(Class::OutOfReach, "robots.3", page!("R208"), &[("  when      made_abroad(system)\n", "")]),
    change(
        Class::OutOfReach,
        "robots.3",
        page!("R208"),
        &[(
            "importer(p, system)\n  when      made_abroad(system)",
            "importer(p, system)\n  when      not made_abroad(system)",
        )],
    ),
    change(
        Class::OutOfReach,
        "robots.3",
        page!("R208"),
        &[
            (
                "bearer    p where importer(p, system)",
                "bearer    p where importer(p, system) and not made_abroad(system)",
            ),
            ("  when      made_abroad(system)\n", ""),
        ],
    ),
    change(
        Class::LiableWithoutDuty,
        "robots.8",
        page!("R210"),
        &[("maker(p, system) or keeper(p, system)\n", "keeper(p, system)\n")],
    ),
    change(
        Class::LiableWithoutDuty,
        "robots.8",
        page!("R210"),
        &[("bearer    p where maker(p, system) or keeper(p, system)\n", "bearer    p where maker(p, system)\n")],
    ),
    change(
        Class::LiableWithoutDuty,
        "robots.8",
        LAW,
        &[(
            "duty robots.20\n  bearer    p where maker(p, system)",
            "duty robots.20\n  bearer    p where owner(p, system)",
        )],
    ),
    // Terms.
    change(Class::MeaningNotStated, "robots.3", page!("R303"), &[("gives_way(p, act)", "drives_politely(p, act)")]),
    change(
        Class::MeaningNotStated,
        "robots.21",
        LAW,
        &[("fact driverless(system)\n", "fact driverless(system)\n  meaning not stated\n")],
    ),
    change(
        Class::MeaningNotStated,
        "robot",
        LAW,
        &[("fact toy(system)\n", "fact toy(system)\n  meaning not stated\n")],
    ),
    change(
        Class::MeaningNotStated,
        "robots.13",
        LAW,
        &[("fact rescuing(act)\n", "fact rescuing(act)\n  meaning not stated\n")],
    ),
    change(
        Class::NotDefined,
        "robot_car",
        LAW,
        &[(
            "robot(system) and not used_abroad(system)",
            "robot(system) and not used_abroad(system) and not robot_car(system)",
        )],
    ),
    change(
        Class::NotDefined,
        "heavy_robots",
        page!("R305"),
        &[
            ("when      heavy_robot(system)", "when      heavy_robots(system)"),
            ("definition heavy_robot(system)\n  means     weight(system) > 100\n", ""),
        ],
    ),
    change(
        Class::NotDefined,
        "tail",
        page!("R306"),
        &[("means     weight(system) > 100", "means     weight(system) > 100 and tail(system)")],
    ),
    change(Class::NotUsed, "heavy_robot", page!("R306"), &[("  when      heavy_robot(system)\n", "")]),
    change(Class::NotUsed, "by_a_school", LAW, &[("  unless    by_a_school(act)\n", "")]),
    change(
        Class::NotUsed,
        "machine",
        page!("R307"),
        &[("means     machine(system)", "means     moves_itself(system)")],
    ),
    change(
        Class::Circular,
        "robot",
        page!("R307"),
        &[(
            "definition machine(system)\n  means     moves_itself(system)",
            "definition machine(system)\n  means     robot(system) or moves_itself(system)",
        )],
    ),
    change(
        Class::Circular,
        "robot",
        LAW,
        &[("means     moves_itself(system) and not toy(system)", "means     moves_itself(system) and robot(system)")],
    ),
    change(
        Class::Circular,
        "heavy_robot",
        page!("R305"),
        &[("means     weight(system) > 100", "means     weight(system) > 100 or heavy_robot(system)")],
    ),
    change(
        Class::Indistinguishable,
        "owner",
        page!("R308"),
        &[(
            "duty robots.4\n  bearer    p where keeper",
            "duty robots.4\n  bearer    p where owner(p, system) or keeper",
        )],
    ),
    change(
        Class::Indistinguishable,
        "owner",
        page!("R308"),
        &[(
            "duty robots.4\n  bearer    p where keeper(p, system)",
            "duty robots.4\n  bearer    p where keeper(p, system) or owner(p, system)",
        )],
    ),
    change(
        Class::Indistinguishable,
        "owner",
        page!("R309"),
        &[(
            "permission robots.5\n  bearer    p where keeper(p, system)",
            "permission robots.5\n  bearer    p where keeper(p, system) or owner(p, system)",
        )],
    ),
    change(
        Class::ConnectiveDrift,
        "robots.4",
        page!("R309"),
        &[("joined    or\n  content   insured", "joined    and\n  content   insured")],
    ),
    change(
        Class::ConnectiveDrift,
        "robots.4",
        page!("R309"),
        &[("joined    or\n  content   insured", "joined    and or\n  content   insured")],
    ),
    change(
        Class::ConnectiveDrift,
        "robots.9",
        LAW,
        &[("joined    or\n  when      not keeps_log", "joined    and or\n  when      not keeps_log")],
    ),
    change(
        Class::TermDrift,
        "robots.4",
        page!("R310"),
        &[(
            "fine 50000 tenge\n  says      keeper kk \"робот ұстаушы\"",
            "fine 50000 tenge\n  says      keeper kk \"робот иесі\"",
        )],
    ),
    change(
        Class::TermDrift,
        "robots.4",
        page!("R310"),
        &[(
            "fine 50000 tenge\n  says      keeper kk \"робот ұстаушы\" ru \"содержатель робота\"",
            "fine 50000 tenge\n  says      keeper kk \"робот ұстаушы\" ru \"владелец робота\"",
        )],
    ),
    change(
        Class::TermDrift,
        "robots.4",
        LAW,
        &[(
            "not insured(p, system)\n  says      keeper kk \"робот ұстаушы\" ru \"содержатель робота\" en \"keeper of a robot\"",
            "not insured(p, system)\n  says      keeper kk \"робот ұстаушы\" ru \"содержатель робота\" en \"operator of a robot\"",
        )],
    ),
    change(
        Class::AbsoluteWording,
        "robots.3",
        page!("R312"),
        &[
            ("соблюдает правила", "всегда соблюдает правила"),
            ("The keeper of a robot follows", "The keeper of a robot always follows"),
        ],
    ),
    change(
        Class::AbsoluteWording,
        "robots.3",
        page!("R312"),
        &[
            ("Робот ұстаушы қауіпсіздік", "Робот ұстаушы кез келген жағдайда қауіпсіздік"),
            ("соблюдает правила", "в любом случае соблюдает правила"),
        ],
    ),
    change(
        Class::AbsoluteWording,
        "robots.24",
        LAW,
        &[
            ("Робот ұстаушы роботты тексеруден", "Робот ұстаушы роботты әрқашан тексеруден"),
            ("brings the robot to an inspection", "always brings the robot to an inspection"),
        ],
    ),
    change(
        Class::DanglingReference,
        "robots.3",
        page!("R313"),
        &[("refers    to traffic\n", "refers    to traffic-1990\n")],
    ),
    change(
        Class::DanglingReference,
        "robots.5",
        page!("R205"),
        &[("  remedy    robots.7\n", "  remedy    robots.70\n")],
    ),
    change(Class::DanglingReference, "robots.12", LAW, &[("  sanction  robots.11\n", "  sanction  robots.111\n")]),
    change(
        Class::DanglingReference,
        "robots.13",
        LAW,
        &[("from robots.11, robots.12", "from robots.11, robots.12, robots.99")],
    ),
    change(
        Class::EdgesInCycle,
        "robots.4",
        page!("R407"),
        &[("carve-out robots.4 from robots.3\n", "carve-out robots.4 from robots.3, robots.5\n")],
    ),
    change(
        Class::EdgesInCycle,
        "robots.4",
        page!("R407"),
        &[("when      rescuing(act)", "when      rescuing(act) and not applies(robots.3, p)")],
    ),
    change(
        Class::EdgesInCycle,
        "robots.15.pavement",
        LAW,
        &[(
            "offence robots.15\n  subject   p where keeper(p, system) and hit_somebody(p, act)",
            "offence robots.15\n  subject   p where keeper(p, system) and hit_somebody(p, act) and not applies(robots.11, p)",
        )],
    ),
    // Time.
    change(
        Class::TimeContradicts,
        "robots.6",
        page!("R501"),
        &[("when      complained(act)\n  deadline  10 days", "when      complained(act)\n  deadline  1 month")],
    ),
    change(
        Class::TimeContradicts,
        "robots.6",
        page!("R501"),
        &[(
            "deadline  10 days from complained_on(act)\n  procedure",
            "deadline  5 days from complained_on(act)\n  procedure",
        )],
    ),
    change(
        Class::TimeContradicts,
        "robots.7",
        LAW,
        &[(
            "deadline  5 working days from decided_on(act)",
            "deadline  5 working days from complained_on(act)\n  answers   to robots.5",
        )],
    ),
    change(Class::TimeAmbiguous, "robots.3", page!("R502"), &[("3 days from happened_on(act)", "3 days")]),
    change(Class::TimeAmbiguous, "robots.10", LAW, &[("10 days from happened_on(act)", "10 days")]),
    change(Class::TimeAmbiguous, "robots.7", LAW, &[("5 working days from decided_on(act)", "5 working days")]),
    change(Class::NoTransition, "robots", LAW, &[("retroactivity robots.22 for robots.* by happened_on(act)\n", "")]),
    change(Class::NoTransition, "robots", page!("R503"), &[("  when      bought_on(system) >= 2030-01-01\n", "")]),
    change(
        Class::NoTransition,
        "robots",
        page!("R203"),
        &[("edition law\n  title", "edition law in force 2031-07-01\n  title")],
    ),
];

#[test]
fn every_change_is_found_where_it_was_made() {
    let mut wrong = Vec::new();
    for change in CHANGES.iter().filter(|c| !NOT_YET.contains(&c.class)) {
        let mut page = change.page.to_owned();
        for (old, new) in change.edits {
            assert_eq!(page.matches(old).count(), 1, "{} in {}: {old}", change.class, change.about);
            page = page.replace(old, new);
        }
        let loaded = load(&page);
        let found = findings(&loaded);
        let there = |f: &&tarazy_review::Finding| f.class == change.class && f.subjects[0].name == change.about;
        if found.iter().filter(there).count() != 1 || found.iter().any(|f| f.class != change.class) {
            wrong.push(format!("{} {} {:?}: {:#?}", change.class, change.about, change.edits, all_shown(&loaded)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_class_is_tried_in_three_ways() {
    for class in Class::ALL.iter().filter(|c| !NOT_YET.contains(c)) {
        let tried = CHANGES.iter().filter(|c| c.class == *class).count();
        assert!(tried >= 3, "{class}: {tried}");
    }
}
