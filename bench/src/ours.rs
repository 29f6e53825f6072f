//! Tarazy on the common rule set and on the whole corpus.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use tarazy_law::batch::JsonDecider;
use tarazy_law::case::{Case, FactKey, State, Value};
use tarazy_law::decide::{Decision, Engine, Options};
use tarazy_law::model::{Bearer, Consequence, Corpus, Derived, Domain, FactId, Selection, TableRows};
use tarazy_law::program::{Rows, Trace, Truth};
use tarazy_law::read_case::read_case;
use tarazy_law::{FileId, Source};

use crate::domain::{FLAGS, HARMS, OFFENCES, Outcome, Point, ROLES};

/// Every page below `root`.
pub fn pages(root: &Path) -> Vec<Source> {
    let mut out = Vec::new();
    let mut stack = vec![root.to_path_buf()];
    while let Some(dir) = stack.pop() {
        for entry in fs::read_dir(dir).expect("a folder of pages") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                stack.push(path);
            } else if path.extension().is_some_and(|e| e == "md") {
                let text = fs::read_to_string(&path).expect("a page in UTF-8");
                let path = path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
                out.push(Source { path, text });
            }
        }
    }
    out
}

/// The law of an edition, whole.
pub fn engine<'a>(corpus: &'a Corpus, edition: &str) -> Engine<'a> {
    Engine::new(corpus, &Selection { edition: edition.to_owned(), as_of: None })
}

/// The common rule set with everything looked up beforehand, and rows to use again.
pub struct Ours<'a> {
    rules: Rules<'a>,
    rows: Rows,
    trace: Trace,
}

struct Rules<'a> {
    engine: &'a Engine<'a>,
    offences: [Offence; 2],
    size: FactId,
}

struct Offence {
    slot: u32,
    repeated: u32,
    amounts: [Vec<Option<u64>>; 2],
}

/// A point as packed facts: which, and the values still possible as bits.
pub type Facts = [(FactId, u64); 16];

impl<'a> Ours<'a> {
    pub fn new(engine: &'a Engine<'a>) -> Ours<'a> {
        let offences = OFFENCES.map(|name| {
            let norm = engine.book.norm_ids[name];
            let proviso = engine.book.norm(norm).provisos[0];
            let amounts = [&engine.book.norm(norm).sanctions, &engine.book.exception(proviso).sanctions].map(|s| {
                let Consequence::FineBy { table, .. } = s[0].what else { panic!("a fine by size") };
                let TableRows::ByValue(amounts) = &engine.book.tables[table].rows else { panic!("a table by size") };
                amounts.clone()
            });
            let slot = |what| engine.program.slot(what).expect("compiled");
            Offence { slot: slot(Derived::Applies(norm)), repeated: slot(Derived::Holds(proviso)), amounts }
        });
        let size = fact(engine, "size");
        let rules = Rules { engine, offences, size };
        Ours { rules, rows: engine.program.rows(1, false), trace: Trace::default() }
    }

    pub fn facts(&self, p: &Point) -> Facts {
        let yes_no = |yes: bool| 1 << u64::from(yes);
        let mut out = Vec::new();
        out.extend(ROLES.iter().enumerate().map(|(i, r)| (fact(self.rules.engine, r), yes_no(i == p.role))));
        out.extend(HARMS.iter().enumerate().skip(1).map(|(i, h)| (fact(self.rules.engine, h), yes_no(i == p.harm))));
        out.extend(FLAGS.iter().zip(p.flags).map(|(f, yes)| {
            let name = if *f == "initiated" { "initiated_publication" } else { f };
            (fact(self.rules.engine, name), yes_no(yes))
        }));
        out.push((self.rules.size, 1 << p.size));
        out.try_into().expect("sixteen facts")
    }

    /// The facts as rows, nothing derived yet.
    pub fn rows_of(&self, facts: &Facts) -> Rows {
        let mut rows = self.rules.engine.program.rows(1, false);
        for (fact, possible) in facts {
            self.rules.engine.program.set(&mut rows, *fact, [0, 0], *possible);
        }
        rows
    }

    /// Sets the facts one by one, then as [`Ours::prepared`].
    pub fn packed(&mut self, facts: &Facts) -> Outcome {
        for (fact, possible) in facts {
            self.rules.engine.program.set(&mut self.rows, *fact, [0, 0], *possible);
        }
        self.rules.run(&mut self.rows, &mut self.trace)
    }

    /// Runs the program with reasons, and reads verdicts and fines.
    pub fn prepared(&mut self, rows: &mut Rows) -> Outcome {
        self.rules.run(rows, &mut self.trace)
    }

    /// The same without reasons.
    pub fn bare(&self, rows: &mut Rows) -> Outcome {
        self.rules.engine.program.run(rows);
        self.rules.outcome(rows)
    }

    /// The whole way of the command and the API: a case as JSON, read with every check, decided with full derivations, written as JSON.
    pub fn full(&self, json: &str, out: &mut Vec<u8>) {
        let case = read(self.rules.engine.corpus, json);
        out.clear();
        serde_json::to_writer(out, &decision(self.rules.engine, &case)).expect("a decision can be written");
    }
}

impl Rules<'_> {
    fn run(&self, rows: &mut Rows, trace: &mut Trace) -> Outcome {
        self.engine.program.run_traced(rows, trace);
        black_box(&*trace);
        self.outcome(rows)
    }

    fn outcome(&self, rows: &Rows) -> Outcome {
        let program = &self.engine.program;
        let size = program.get(rows, self.size, [0, 0]).trailing_zeros() as usize;
        self.offences.each_ref().map(|o| {
            (program.truth(rows, o.slot, 0) == Truth::True).then(|| {
                let repeated = program.truth(rows, o.repeated, 0) == Truth::True;
                o.amounts[usize::from(repeated)][size].unwrap_or(0)
            })
        })
    }
}

/// The way of many cases: straight from the text into rows and back.
pub fn decider<'e>(engine: &'e Engine<'e>) -> JsonDecider<'e> {
    JsonDecider::new(engine, false)
}

/// Whether each offence applies, in an answer of ours.
pub fn verdicts_in(json: &[u8]) -> [bool; 2] {
    let answer: serde_json::Value = serde_json::from_slice(json).expect("JSON");
    let findings = answer["findings"].as_array().expect("findings");
    let own = |f: &serde_json::Value, o: &str| f["norm"] == o || f["norm"]["id"] == o;
    let verdicts = OFFENCES.map(|o| findings.iter().find(|f| own(f, o)).expect("a finding")["verdict"].clone());
    let both = verdicts.iter().all(|v| v == "competing");
    assert!(
        both || verdicts.iter().all(|v| v == "applies" || v == "does-not-apply"),
        "two that apply compete, one alone does not"
    );
    verdicts.map(|v| v != "does-not-apply")
}

/// A case that must be in order.
pub fn read(corpus: &Corpus, text: &str) -> Case {
    let (case, diagnostics) = read_case(corpus, FileId(0), text);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    case
}

/// The case, with every yes-or-no question that is open answered *no*, and nobody else around.
pub fn settled(corpus: &Corpus, case: &Case) -> Case {
    let mut out = case.clone();
    out.others = tarazy_law::case::Others::Nobody;
    for (fact, info) in corpus.vocabulary.iter().filter(|(_, f)| f.domain == Domain::YesNo) {
        let persons = 0..case.persons.len();
        let tuples: Vec<Vec<usize>> = match info.persons() {
            0 => vec![Vec::new()],
            1 => persons.map(|p| vec![p]).collect(),
            _ => persons.clone().flat_map(|p| persons.clone().map(move |q| vec![p, q])).collect(),
        };
        for about in tuples {
            let entry = out.facts.entry(FactKey::new(fact, &about)).or_default();
            if matches!(entry.state, State::NotAsked | State::Unknown) {
                entry.state = State::Established(Value::Named(0));
            }
        }
    }
    out
}

/// The decision with all derivations, without counterfactuals.
pub fn decision(engine: &Engine<'_>, case: &Case) -> Decision {
    engine.decide(case, Options { all: false, counterfactuals: false })
}

fn fact(engine: &Engine<'_>, name: &str) -> FactId {
    let id = engine.corpus.vocabulary.find(name).unwrap_or_else(|| panic!("{name} is declared"));
    // A fact of which no rule speaks has no place in the compiled program; the point says it all the same.
    engine.book.vocab.get(&id).copied().unwrap_or_else(|| panic!("{name} is in the book"))
}

/// Every page parsed and checked, and every edition compiled.
pub fn cold(files: Vec<Source>) -> usize {
    let loaded = Corpus::load(files);
    let mut slots = 0;
    for e in &loaded.corpus.editions {
        slots += engine(&loaded.corpus, &e.name).program.slots();
    }
    black_box(slots)
}

/// All verdicts of an edition on a case; how many of each kind.
pub fn verdicts(engine: &Engine<'_>, case: &Case) -> [usize; 4] {
    let rows = engine.run(case);
    let mut count = [0; 4];
    for (id, norm) in engine.book.norms() {
        let persons = if norm.bearer == Bearer::Person { case.persons.len() } else { 1 };
        for p in 0..persons {
            count[engine.verdict(&rows, id, p).0 as usize] += 1;
        }
    }
    count
}
