//! Differences between editions: against enumeration by the ordinary evaluator, and on the law of the project.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod project;

use std::fmt::Write as _;

use project::{law, small};
use tarazy_law::case::{Case, Entry, FactKey, Others, Person, State, Value};
use tarazy_law::decide::Engine;
use tarazy_law::model::{Corpus, Derived, Loaded, Selection};
use tarazy_law::program::Truth;
use tarazy_review::difference::{Cases, Change, Difference, How, Literal, Matched, Shared, Way, difference, norms};
use tarazy_review::{Context, Options};

fn of(loaded: &Loaded, a: &str, b: &str) -> Difference {
    let (x, y) = (Context::new(&loaded.corpus, a), Context::new(&loaded.corpus, b));
    norms(&x, &y, &Options::default())
}

/// A law in two editions: `one` on the ground, and `two` that patches it.
fn two_editions(facts: &str, one: &str, two: &str) -> Loaded {
    let page = |edition: &str, what: &str| {
        format!(
            "# дерек / факт / fact {{#{edition}.page}}\n\nedition: {edition}\ncite: code 1\nsource: primary\n\nkk: мәтін\n\nru: текст\n\n\
             en: text\n\n```norm\n{what}\n```\n\n"
        )
    };
    let head = format!(
        "act code\n  title \"Code\"\n  short \"Code\"\n  divided into parts\n\nedition one\n\nedition two on one\n\n{facts}\n"
    );
    small(&format!("{}{}", page("one", &format!("{head}\n{one}")), page("two", two).replacen("# ", "# т/", 1)))
}

const FACTS: &str = "fact f0(person)\nfact f1(person)\nfact f2(person, person)\nfact g0(act)\n\
                     fact g1(act): x | y | z or not applicable\nfact n0(act): number";

// Random laws.

/// A condition of the first person (and, within, of a second).
fn condition(rng: &mut fastrand::Rng, depth: u32, second: bool) -> String {
    if depth == 0 || rng.u32(..4) == 0 {
        let who = if second && rng.bool() { "q" } else { "p" };
        return match rng.u32(..9) {
            0 | 1 => format!("f0({who})"),
            2 | 3 => format!("f1({who})"),
            4 => "g0(act)".to_owned(),
            5 => format!("g1(act) {} {}", if rng.bool() { "=" } else { "!=" }, ["x", "y", "z"][rng.usize(..3)]),
            6 => format!("n0(act) {} {}", if rng.bool() { "<" } else { ">=" }, rng.u32(1..4)),
            7 => format!("reading(amb) = {}", if rng.bool() { "k" } else { "l" }),
            _ if second => "f2(p, q)".to_owned(),
            _ => "d0(p)".to_owned(),
        };
    }
    let inner = |rng: &mut fastrand::Rng| condition(rng, depth - 1, second);
    match rng.u32(..8) {
        0..3 => format!("({} and {})", inner(rng), inner(rng)),
        3..6 => format!("({} or {})", inner(rng), inner(rng)),
        6 if !second => {
            let (word, other) = if rng.bool() { ("some", "") } else { ("every", "not ") };
            format!("({word} q: ({other}{} and {}))", condition(rng, 1, true), condition(rng, 0, true))
        }
        _ => format!("not {}", inner(rng)),
    }
}

/// One in so many random laws.
const BARE: u64 = 8;

fn random(seed: u64) -> Loaded {
    let mut rng = fastrand::Rng::with_seed(seed);
    let own = |rng: &mut fastrand::Rng| format!("when f0(p)\n  when {}", condition(rng, 2, false));
    let definition = |rng: &mut fastrand::Rng| {
        let text = condition(rng, 1, false);
        format!("definition d0(p)\n  means {}\n", text.replace("d0(p)", "f1(p)"))
    };
    let mut one =
        "ambiguity amb\n  reading k kk \"k\" ru \"k\" en \"k\"\n  reading l kk \"l\" ru \"l\" en \"l\"\n\n".to_owned();
    let _ = writeln!(one, "{}", definition(&mut rng));
    // Every so often nothing stands in both editions, so that a description has to say all by itself.
    let bare = seed.is_multiple_of(BARE);
    let bearers = ["f0(p) or f1(p)", if bare { "f1(p)" } else { "f0(p) or f1(p)" }];
    let _ = writeln!(one, "duty n\n  bearer p where {}\n  {}\n", bearers[0], own(&mut rng));
    if !bare {
        let _ = writeln!(one, "scope s governs n\n  when {}\n", condition(&mut rng, 2, false));
        let _ = writeln!(one, "carve-out c from n\n  when {}\n", condition(&mut rng, 2, false));
    }
    let mut two = String::new();
    while two.is_empty() {
        if rng.u32(..3) == 0 {
            let _ = writeln!(two, "replace {}", definition(&mut rng));
        }
        if bare || rng.bool() {
            let _ = writeln!(two, "replace duty n\n  bearer p where {}\n  {}\n", bearers[1], own(&mut rng));
        }
        if rng.u32(..3) == 0 {
            let _ = writeln!(two, "carve-out e from n\n  when {}\n", condition(&mut rng, 2, false));
        }
        if !bare && rng.u32(..4) == 0 {
            let _ = writeln!(two, "repeal s\n");
        }
    }
    two_editions(FACTS, &one, &two)
}

/// Every case with so many persons over the facts of the random laws.
fn every_case(corpus: &Corpus, persons: usize) -> Vec<Case> {
    let fact = |name: &str| corpus.vocabulary.find(name).unwrap();
    let named = |n: usize| (0..n).map(|i| Entry::established(Value::Named(i))).collect::<Vec<_>>();
    let mut open: Vec<(FactKey, Vec<Entry>)> = Vec::new();
    for p in 0..persons {
        open.push((FactKey::new(fact("f0"), &[p]), named(2)));
        open.push((FactKey::new(fact("f1"), &[p]), named(2)));
        // Only the first person's side of a pair is ever asked of in a case about them; the others' are needed for definitions.
        open.push((FactKey::new(fact("f2"), &[0, p]), named(2)));
    }
    open.push((FactKey::new(fact("g0"), &[]), named(2)));
    let mut values = named(3);
    values.push(Entry { state: State::NotApplicable, ..Entry::default() });
    open.push((FactKey::new(fact("g1"), &[]), values));
    open.push((FactKey::new(fact("n0"), &[]), (0..4).map(|n| Entry::established(Value::Number(n))).collect()));
    let person = |i: usize| Person { id: format!("p{i}"), name: tarazy_law::Text3::same("p") };
    let start = Case { persons: (0..persons).map(person).collect(), others: Others::Nobody, ..Case::default() };
    let mut out = Vec::new();
    for reading in ["k", "l"] {
        let mut case = start.clone();
        case.readings.insert("amb".to_owned(), reading.to_owned());
        out.push(case);
    }
    for (key, entries) in open {
        let with = |c: &Case| entries.iter().map(|e| (c.clone(), e.clone())).collect::<Vec<_>>();
        out = out
            .iter()
            .flat_map(with)
            .map(|(mut c, e)| {
                c.facts.insert(key, e);
                c
            })
            .collect();
    }
    out
}

// What a description says of a case, read off the case alone.

fn holds(corpus: &Corpus, case: &Case, who: &[usize], literal: &Literal) -> bool {
    match literal {
        Literal::Fact { id, about, values, ranges, or_not_applicable, .. } => {
            let persons: Vec<usize> = about.iter().map(|w| who[usize::from(*w)]).collect();
            match case.state(FactKey::new(*id, &persons)) {
                State::NotApplicable => *or_not_applicable,
                State::Established(Value::Named(i)) => {
                    let name = corpus.vocabulary.fact(*id).value_names()[*i].to_owned();
                    values.contains(&name)
                }
                State::Established(Value::Number(n)) => ranges.iter().any(|r| {
                    let (from, to) =
                        (r.from.as_ref().map(|f| f.parse::<i64>().unwrap()), r.to.as_ref().map(|t| t.parse().unwrap()));
                    from.is_none_or(|f| f <= *n) && to.is_none_or(|t| *n <= t)
                }),
                other => panic!("{other:?}"),
            }
        }
        Literal::Reading { ambiguity, readings } => readings.contains(&case.readings[ambiguity]),
        Literal::Another { exists, such } => {
            let others = (0..case.persons.len()).filter(|q| !who.contains(q));
            let is =
                |q: usize| such.iter().any(|way| way.iter().all(|l| holds(corpus, case, &[who, &[q]].concat(), l)));
            others.into_iter().any(is) == *exists
        }
        Literal::Compared { .. } => panic!("no two numbers are compared here"),
    }
}

fn way_holds(corpus: &Corpus, case: &Case, cases: &Cases, way: &Way) -> bool {
    cases.always.iter().chain(&way.literals).all(|l| holds(corpus, case, &[0], l))
}

fn described(corpus: &Corpus, case: &Case, cases: Option<&Cases>) -> bool {
    cases.is_some_and(|c| c.ways.iter().any(|w| way_holds(corpus, case, c, w)))
}

fn engines(loaded: &Loaded) -> [Engine<'_>; 2] {
    ["one", "two"].map(|e| Engine::new(&loaded.corpus, &Selection { edition: e.to_owned(), as_of: None }))
}

fn applies(engine: &Engine<'_>, case: &Case) -> bool {
    let truth = engine.truth(&engine.run(case), engine.book.norm_ids["n"], 0);
    assert_ne!(truth, Truth::Unknown);
    truth == Truth::True
}

#[test]
fn descriptions_are_the_difference_in_every_case() {
    let mut maximal = 0;
    for seed in 0..60 {
        let loaded = random(seed);
        let corpus = &loaded.corpus;
        let [one, two] = engines(&loaded);
        let d = of(&loaded, "one", "two");
        let changed = d.changed.iter().find(|c| c.before == "n");
        let (comes, goes) = (changed.and_then(|c| c.applies.as_ref()), changed.and_then(|c| c.no_longer.as_ref()));
        for c in [comes, goes].into_iter().flatten() {
            assert!(c.complete);
            assert!(c.ways.iter().all(|w| w.shown.is_some()), "{seed}: {c:#?}");
        }
        let persons = if seed.is_multiple_of(BARE) { 3 } else { 2 };
        let mut needed = [comes, goes].map(|c| vec![false; c.map_or(0, |c| c.ways.len())]);
        let (mut came, mut went) = (false, false);
        for case in (1..=persons).flat_map(|n| every_case(corpus, n)) {
            let (a, b) = (applies(&one, &case), applies(&two, &case));
            // The description speaks of the cases that the common conditions take in, and b applies in no others.
            assert_eq!(b && !a, b && described(corpus, &case, comes), "{seed}: {case:#?} {comes:#?}");
            assert_eq!(a && !b, a && described(corpus, &case, goes), "{seed}: {case:#?} {goes:#?}");
            came |= b && !a;
            went |= a && !b;
            for (i, (cases, here)) in [(comes, b && !a), (goes, a && !b)].into_iter().enumerate() {
                let Some(cases) = cases.filter(|_| here) else { continue };
                let ways: Vec<usize> =
                    (0..cases.ways.len()).filter(|w| way_holds(corpus, &case, cases, &cases.ways[*w])).collect();
                if let [only] = ways[..] {
                    needed[i][only] = true;
                }
            }
        }
        // Nothing of a way can be left out: without any one literal it would take in a case that is no difference.
        let whole: Vec<&Cases> = [comes, goes].into_iter().flatten().filter(|c| c.within.is_empty()).collect();
        if persons == 3 && !whole.is_empty() {
            let decided: Vec<(Case, [bool; 2])> = (1..=persons)
                .flat_map(|n| every_case(corpus, n))
                .map(|c| {
                    let verdicts = [applies(&one, &c), applies(&two, &c)];
                    (c, verdicts)
                })
                .collect();
            for cases in whole {
                let wanted = if comes.is_some_and(|c| std::ptr::eq(c, cases)) { [false, true] } else { [true, false] };
                for way in &cases.ways {
                    let all: Vec<&Literal> = cases.always.iter().chain(&way.literals).collect();
                    for out in 0..all.len() {
                        let rest = |c: &Case| (0..all.len()).all(|i| i == out || holds(corpus, c, &[0], all[i]));
                        let wider = decided.iter().any(|(c, verdicts)| *verdicts != wanted && rest(c));
                        assert!(wider, "{seed}: a word too many: {:?}", all[out]);
                        maximal += 1;
                    }
                }
            }
        }
        assert_eq!((came, went), (comes.is_some(), goes.is_some()), "{seed}");
        assert!(
            persons < 3 || needed.iter().flatten().all(|n| *n),
            "{seed}: a way too many: {needed:?} {comes:#?} {goes:#?}"
        );
    }
    assert!(maximal > 0);
}

#[test]
fn witnesses_are_the_same_case_under_both() {
    let mut seen = 0;
    for seed in 0..60 {
        let loaded = random(seed);
        let d = of(&loaded, "one", "two");
        let cases = d.changed.iter().flat_map(|c| c.applies.iter().chain(&c.no_longer));
        for s in cases.flat_map(|c| &c.ways).filter_map(|w| w.shown.as_ref()) {
            assert_eq!(s.before.case(), s.after.case());
            assert_ne!(s.before.claims()[0].says, s.after.claims()[0].says);
            seen += 1;
        }
    }
    assert!(seen > 60, "{seen}");
}

#[test]
fn one_word_is_said_as_one_word() {
    let facts = "fact harm(act)\nfact careless(person)\nfact size(person): small | medium | large";
    let one = "definition at_fault(p)\n  means careless(p)\n\noffence n\n  subject p where at_fault(p) and harm(act)\n  sanction fine by size(p) from fines\n\n\
               table fines: tenge by size\n  small 1\n  medium, large 2\n\nduty d\n  bearer p where careless(p)\n  deadline 3 days";
    let two = "replace definition at_fault(p)\n  means careless(p) and size(p) in {medium, large}\n\nreplace table fines: tenge by size\n  small 1\n  medium 2\n  large 5\n\n\
               replace duty d\n  bearer p where careless(p)\n  deadline 5 days\n";
    let loaded = two_editions(facts, one, two);
    let d = of(&loaded, "one", "two");
    assert_eq!((d.changed.len(), d.same, d.gained.len(), d.lost.len()), (2, 0, 0, 0));
    let n = &d.changed[0];
    assert_eq!((n.before.as_str(), n.matched), ("n", Matched::Name));
    assert!(n.applies.is_none());
    let gone = n.no_longer.as_ref().unwrap();
    assert_eq!(gone.ways.len(), 1);
    let said = serde_json::to_value(&gone.ways[0].literals).unwrap();
    let careless = serde_json::json!({"fact": {"fact": "careless", "about": [0], "values": ["yes"]}});
    assert!(
        said.as_array()
            .unwrap()
            .contains(&serde_json::json!({"fact": {"fact": "size", "about": [0], "values": ["small"]}}))
    );
    assert!(said.as_array().unwrap().contains(&careless));
    // The definition is named as the cause, and the amounts stand by value.
    assert_eq!(n.causes.iter().map(|c| (c.name.as_str(), c.how)).collect::<Vec<_>>(), [("at_fault", How::Changed)]);
    let amounts: Vec<_> = n
        .clauses
        .iter()
        .filter_map(|c| match c {
            Change::Amount { at, before, after, .. } => Some((at.as_deref(), *before, *after)),
            _ => None,
        })
        .collect();
    assert_eq!(amounts, [(Some("large"), Some(2), Some(5))]);
    assert!(
        matches!(&d.changed[1].clauses[..], [Change::Deadline { before: Some(x), after: Some(y) }] if x.length == Some((3, "days")) && y.length == Some((5, "days")))
    );
}

#[test]
fn a_norm_with_another_name_is_recognised_by_its_place() {
    let facts = "role boss(person, system)\nfact harm(act)";
    let one = "duty old\n  bearer p where boss(p, system)\n  when harm(act)";
    let loaded = two_editions(facts, one, "repeal old\n\nduty new\n  bearer p where boss(p, system)\n");
    let d = of(&loaded, "one", "two");
    assert_eq!((d.changed.len(), d.gained.len(), d.lost.len()), (1, 0, 0));
    assert_eq!(
        (d.changed[0].before.as_str(), d.changed[0].after.as_str(), d.changed[0].matched),
        ("old", "new", Matched::Place)
    );
    assert!(d.changed[0].applies.is_some() && d.changed[0].no_longer.is_none());
}

#[test]
fn days_that_cannot_be_are_no_case() {
    let facts = "fact began(act): date\nfact ended(act): date\nfact harm(act)";
    let one = "offence n\n  subject p\n  when ended(act) < began(act)";
    // Nobody can tell the two apart: a year after an earlier day is later than that day.
    let two = "replace offence n\n  subject p\n  when ended(act) < began(act) and ended(act) < began(act) + 1 year\n";
    let d = of(&two_editions(facts, one, two), "one", "two");
    assert_eq!((d.changed.len(), d.same), (0, 1), "{:#?}", d.changed);
}

#[test]
fn the_opinion_changes_the_bill_so() {
    let d = difference(law(), "bill-2025-01", "opinion", &Options { repairs: false, ..Options::default() });
    assert!(d.gained.iter().any(|n| n == "opinion.o2.developer"));
    assert!(d.lost.iter().any(|n| n == "bill.8.p2"));
    let platform = d.changed.iter().find(|c| c.before == "bill.11.p2").unwrap();
    assert_eq!(platform.causes.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["artificial_intelligence"]);
    let offence = d.changed.iter().find(|c| c.before == "koap.641-1.p1.s2").unwrap();
    let names: Vec<&str> = offence.causes.iter().map(|c| c.name.as_str()).collect();
    assert!(names.contains(&"koap.641-1.note") && names.contains(&"listed_harm"), "{names:?}");
    let gone = offence.no_longer.as_ref().unwrap();
    assert!(gone.complete && gone.within.contains(&Shared::Scope("koap.25".to_owned())));
    assert!(gone.ways.iter().all(|w| w.shown.is_some()));
    assert!(d.findings.is_some());
    // An edition does not differ from itself.
    let same = of(law(), "enacted", "enacted");
    assert!(same.changed.is_empty() && same.gained.is_empty() && same.lost.is_empty() && same.same > 0);
    // The name of what is derived is the same everywhere.
    let context = Context::new(&law().corpus, "enacted");
    assert!(matches!(context.derived("koap.641-1.p1.s2"), Some(Derived::Applies(_))));
}
