//! Tarazy and its peers on the same work, in the same run, on one core. What is compared is said in the README.

mod cedar;
mod clock;
mod domain;
mod ours;
mod rego;
mod table;

use std::hint::black_box;
use std::path::Path;

use cedar::Cedar;
use clock::{Entry, contest, spread};
use domain::{OFFENCES, Outcome, Point, oracle, points};
use ours::{Ours, pages};
use rego::Rego;
use table::{Table, rate, time};
use tarazy_law::model::Corpus;

const RULES_REGO: &str = include_str!("../policies/rules.rego");
const TUNED_REGO: &str = include_str!("../policies/tuned.rego");
const RULES_CEDAR: &str = include_str!("../policies/rules.cedar");
const FINES: &str = include_str!("../policies/fines.json");
const LOCK: &str = include_str!("../Cargo.lock");

fn main() {
    let markdown = std::env::args().any(|a| a == "--markdown");
    if let Some(unknown) = std::env::args().skip(1).find(|a| a != "--markdown") {
        eprintln!("unknown argument `{unknown}`; there is only --markdown");
        std::process::exit(2);
    }
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    println!("{}\n", machine());

    // The cold start comes first, while nothing is warm.
    let cold = whole_corpus(&here.join("../law"));

    let loaded = Corpus::load(pages(&here.join("law")));
    assert!(!loaded.has_errors(), "bench/law is in order");
    let engine = ours::engine(&loaded.corpus, "bill");
    let points = points();
    let inputs = Inputs {
        points: &points,
        flat: points.iter().map(Point::flat_json).collect(),
        cases: points.iter().map(Point::case_json).collect(),
    };
    let wrong = check(&engine, &inputs);
    packed(&engine, &inputs, wrong).print(markdown);
    json(&engine, &inputs).print(markdown);
    cold.print(markdown);
    real_case(here).print(markdown);
}

/// The points, and the same as documents.
struct Inputs<'a> {
    points: &'a [Point],
    flat: Vec<String>,
    cases: Vec<String>,
}

/// Every engine, by every way that is measured, on every point; prints how many points came out otherwise than they should.
fn check(engine: &tarazy_law::decide::Engine<'_>, inputs: &Inputs<'_>) -> usize {
    let mut ours = Ours::new(engine);
    let mut decider = ours::decider(engine);
    let mut regos = [Rego::new(RULES_REGO, FINES), Rego::new(TUNED_REGO, FINES)];
    let cedars = [Cedar::new(RULES_CEDAR, false), Cedar::new(RULES_CEDAR, true)];
    let mut wrong = std::collections::BTreeMap::new();
    let mut both = 0;
    let mut out = Vec::new();
    for (i, p) in inputs.points.iter().enumerate() {
        let expected = oracle(p);
        both += usize::from(expected.iter().all(Option::is_some));
        let mut note = |who: &'static str, right: bool| *wrong.entry(who).or_insert(0) += usize::from(!right);
        let facts = ours.facts(p);
        note("Tarazy, packed", ours.packed(&facts) == expected && ours.prepared(&mut ours.rows_of(&facts)) == expected);
        out.clear();
        assert!(decider.decide(inputs.cases[i].as_bytes(), &mut out).is_ok(), "the decider reads every case");
        note("Tarazy, JSON", ours::verdicts_in(&out) == expected.map(|o| o.is_some()));
        ours.full(&inputs.cases[i], &mut out);
        note("Tarazy, whole way", ours::verdicts_in(&out) == expected.map(|o| o.is_some()));
        for rego in &mut regos {
            let result = rego.packed(&Rego::input(&inputs.flat[i]));
            note("regorus, packed", rego.outcome(&result) == expected);
            rego.json(&inputs.flat[i], &mut out);
            note("regorus, JSON", fines_in(&out) == expected);
        }
        for cedar in &cedars {
            let result = cedar.packed(&cedar.requests(&inputs.flat[i]));
            note("Cedar, packed", cedar.outcome(result, p) == expected);
            cedar.json(&inputs.flat[i], &mut out);
            note("Cedar, JSON", fines_in(&out) == expected);
        }
    }
    let each: Vec<String> = wrong.iter().map(|(who, n)| format!("{who} {n}")).collect();
    println!(
        "Points: {}, of which {both} where two norms compete. Points that came out wrong: {}.\n",
        inputs.points.len(),
        each.join("; ")
    );
    wrong.values().sum()
}

/// The fines in a peer's answer.
fn fines_in(json: &[u8]) -> Outcome {
    let answer: serde_json::Value = serde_json::from_slice(json).expect("JSON");
    OFFENCES.map(|o| answer[o].as_u64().filter(|fine| *fine > 0))
}

/// One row for each entry, with how many times the first of them is faster.
fn ranking(caption: String, mut entries: Vec<Entry<'_>>, count: usize) -> Table {
    let costs: Vec<f64> = contest(&mut entries, 15).into_iter().map(|c| c / count as f64).collect();
    let rows = entries.iter().zip(&costs).map(|(e, c)| {
        let times = c / costs[0];
        let times = if times < 10.0 { format!("{times:.1}") } else { format!("{times:.0}") };
        vec![e.name.to_owned(), time(*c), rate(*c), times]
    });
    Table { caption, head: vec!["engine", "per case", "cases", "× the first"], rows: rows.collect() }
}

/// Does the work for each of them, and lets no result be optimised away.
fn each<I: IntoIterator, T>(list: I, mut work: impl FnMut(I::Item) -> T) {
    for item in list {
        black_box(work(item));
    }
}

fn packed(engine: &tarazy_law::decide::Engine<'_>, inputs: &Inputs<'_>, wrong: usize) -> Table {
    let (mut setting, mut preparing, bare) = (Ours::new(engine), Ours::new(engine), Ours::new(engine));
    let facts: Vec<_> = inputs.points.iter().map(|p| setting.facts(p)).collect();
    let mut rows: Vec<_> = facts.iter().map(|f| setting.rows_of(f)).collect();
    let mut more_rows = rows.clone();
    let mut rules = Rego::new(RULES_REGO, FINES);
    let mut tuned = Rego::new(TUNED_REGO, FINES);
    let values: Vec<_> = inputs.flat.iter().map(|j| Rego::input(j)).collect();
    let (one, split) = (Cedar::new(RULES_CEDAR, false), Cedar::new(RULES_CEDAR, true));
    let requests: Vec<_> = inputs.flat.iter().map(|j| one.requests(j)).collect();
    let (facts, values, requests) = (&facts, &values, &requests);
    let entries = vec![
        Entry::new("Tarazy: verdicts, fine, reasons", || each(&mut rows, |r| preparing.prepared(r))),
        Entry::new("Tarazy, its 16 facts set one by one: the same", || each(facts, |f| setting.packed(f))),
        Entry::new("Tarazy: verdicts, fine", || each(&mut more_rows, |r| bare.bare(r))),
        Entry::new("regorus RVM, tuned by hand: verdicts, fine", || each(values, |v| tuned.packed(v))),
        Entry::new("regorus RVM, a rule for each provision: verdicts, fine", || each(values, |v| rules.packed(v))),
        Entry::new("Cedar, a policy set for each offence: verdicts", || each(requests, |r| split.packed(r))),
        Entry::new("Cedar, one policy set: verdicts", || each(requests, |r| one.packed(r))),
    ];
    let caption = format!("1. Prepared facts in, verdicts out; {} cases, {wrong} mismatches.", inputs.points.len());
    ranking(caption, entries, inputs.points.len())
}

fn json(engine: &tarazy_law::decide::Engine<'_>, inputs: &Inputs<'_>) -> Table {
    let mut decider = ours::decider(engine);
    let whole = Ours::new(engine);
    let mut rules = Rego::new(RULES_REGO, FINES);
    let mut tuned = Rego::new(TUNED_REGO, FINES);
    let cedar = Cedar::new(RULES_CEDAR, true);
    let [mut a, mut b, mut c, mut d, mut e] = [const { Vec::new() }; 5];
    let (cases, flat) = (&inputs.cases, &inputs.flat);
    let entries = vec![
        Entry::new("Tarazy, batch: verdicts, citations, deciding facts", || {
            each(cases, |j| {
                a.clear();
                decider.decide(j.as_bytes(), black_box(&mut a))
            });
        }),
        Entry::new("Tarazy, whole way: every check, fines, full derivations", || {
            each(cases, |j| whole.full(j, black_box(&mut b)))
        }),
        Entry::new("regorus RVM, tuned by hand: verdicts, fine", || each(flat, |j| tuned.json(j, black_box(&mut c)))),
        Entry::new("regorus RVM, a rule for each provision: verdicts, fine", || {
            each(flat, |j| rules.json(j, black_box(&mut d)))
        }),
        Entry::new("Cedar, a policy set for each offence: verdicts, fine by the host", || {
            each(flat, |j| cedar.json(j, black_box(&mut e)))
        }),
    ];
    ranking("2. JSON in, JSON out.".to_owned(), entries, cases.len())
}

/// The whole corpus from text to compiled editions.
fn whole_corpus(root: &Path) -> Table {
    let files = pages(root);
    let size: usize = files.iter().map(|f| f.text.len()).sum();
    let copies: Vec<_> = (0..41).map(|_| files.clone()).collect();
    let mut copies = copies.into_iter();
    let [first, least, median] = spread(41, || {
        black_box(ours::cold(copies.next().unwrap_or_default()));
    });
    let parse = spread(41, || {
        black_box(Corpus::load(files.clone()));
    });
    let loaded = Corpus::load(files.clone());
    let row =
        |what: &str, [first, least, median]: [f64; 3]| vec![what.to_owned(), time(first), time(least), time(median)];
    let mut rows = vec![
        row("read, checked, every edition compiled", [first, least, median]),
        row("of which read and checked", parse),
    ];
    for edition in &loaded.corpus.editions {
        let engine = spread(15, || {
            black_box(ours::engine(&loaded.corpus, &edition.name));
        });
        rows.push(row(&format!("of which edition {}", edition.name), engine));
    }
    let caption = format!(
        "3. The whole corpus, {} pages, {} kB: from text in memory to compiled tables; {} diagnostics.",
        files.len(),
        size / 1000,
        loaded.diagnostics.len()
    );
    Table { caption, head: vec!["work", "first", "least", "median"], rows }
}

/// A real case by the enacted edition.
fn real_case(here: &Path) -> Table {
    let loaded = Corpus::load(pages(&here.join("../law")));
    let engine = ours::engine(&loaded.corpus, "enacted");
    let text = std::fs::read_to_string(here.join("../cases/aiid-545.toml")).expect("the case");
    let case = ours::read(&loaded.corpus, &text);
    let settled = ours::settled(&loaded.corpus, &case);
    let mut rows = Vec::new();
    for (name, case) in [("as the record has it", &case), ("every open question answered no", &settled)] {
        let [applies, does_not, unknown, competing] = ours::verdicts(&engine, case);
        let packed = engine.program.pack(&engine.book, case);
        let run = spread(301, || engine.program.run(black_box(&mut packed.clone())))[1];
        let all = spread(101, || each([case], |c| ours::verdicts(&engine, c)))[1];
        let full = spread(21, || each([case], |c| ours::decision(&engine, c)))[1];
        rows.push(vec![
            name.to_owned(),
            format!("{}", applies + does_not + unknown + competing),
            format!("{unknown}"),
            time(run),
            time(all),
            time(full),
        ]);
    }
    let caption = format!(
        "4. All {} norms of the enacted edition ({} terms) on a case with {} persons (AIID incident 545).",
        engine.book.norms.len(),
        engine.program.slots(),
        case.persons.len()
    );
    Table {
        caption,
        head: vec!["case", "verdicts", "unknown", "evaluated", "exact verdicts", "with all reasons"],
        rows,
    }
}

fn machine() -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|l| l.strip_prefix("model name")?.split_once(": ")).map_or("unknown", |(_, m)| m);
    format!(
        "regorus {}, cedar-policy {}; {model}, one core, CPU time of the thread, best of 15 rounds after a warm-up.",
        version("regorus"),
        version("cedar-policy")
    )
}

/// The version of a package in the lock file.
fn version(package: &str) -> &'static str {
    let found = LOCK.split("[[package]]").find(|p| p.contains(&format!("name = \"{package}\"")));
    found.and_then(|p| p.split("version = \"").nth(1)?.split('"').next()).unwrap_or("?")
}
