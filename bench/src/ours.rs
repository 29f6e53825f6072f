//! Tarazy on the common rule set and on the whole corpus.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use tarazy_law::case::Case;
use tarazy_law::decide::{Engine, Options, Verdict};
use tarazy_law::model::{Bearer, Consequence, Corpus, Derived, FactId, NormId, Selection, TableRows};
use tarazy_law::program::{Rows, Trace, Truth};
use tarazy_law::read_case::read_case;
use tarazy_law::{FileId, Source};

use crate::domain::{FLAGS, HARMS, OFFENCES, Outcome, Point, ROLES, SIZES};

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

/// The common rule set with everything looked up beforehand.
pub struct Ours<'a> {
    engine: &'a Engine<'a>,
    rows: Rows,
    trace: Trace,
    offences: [Offence; 2],
    size: FactId,
}

struct Offence {
    norm: NormId,
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
            Offence { norm, slot: slot(Derived::Applies(norm)), repeated: slot(Derived::Holds(proviso)), amounts }
        });
        let size = fact(engine, "size");
        Ours { engine, rows: engine.program.rows(1, false), trace: Trace::default(), offences, size }
    }

    pub fn facts(&self, p: &Point) -> Facts {
        let yes_no = |yes: bool| 1 << u64::from(yes);
        let mut out = Vec::new();
        out.extend(ROLES.iter().enumerate().map(|(i, r)| (fact(self.engine, r), yes_no(i == p.role))));
        out.extend(HARMS.iter().enumerate().skip(1).map(|(i, h)| (fact(self.engine, h), yes_no(i == p.harm))));
        out.extend(FLAGS.iter().zip(p.flags).map(|(f, yes)| {
            let name = if *f == "initiated" { "initiated_publication" } else { f };
            (fact(self.engine, name), yes_no(yes))
        }));
        out.push((self.size, 1 << p.size));
        out.try_into().expect("sixteen facts")
    }

    /// Sets the facts, runs the program with reasons, and reads verdicts and fines.
    pub fn packed(&mut self, facts: &Facts) -> Outcome {
        let program = &self.engine.program;
        for (fact, possible) in facts {
            program.set(&mut self.rows, *fact, [0, 0], *possible);
        }
        program.run_traced(&mut self.rows, &mut self.trace);
        let size = program.get(&self.rows, self.size, [0, 0]).trailing_zeros() as usize;
        [0, 1].map(|i| {
            let o: &Offence = &self.offences[i];
            black_box(self.trace.held[o.slot as usize]);
            (program.truth(&self.rows, o.slot, 0) == Truth::True).then(|| {
                let repeated = program.truth(&self.rows, o.repeated, 0) == Truth::True;
                o.amounts[usize::from(repeated)][size].unwrap_or(0)
            })
        })
    }

    /// The same without reasons.
    pub fn packed_bare(&mut self, facts: &Facts) -> Outcome {
        let program = &self.engine.program;
        for (fact, possible) in facts {
            program.set(&mut self.rows, *fact, [0, 0], *possible);
        }
        program.run(&mut self.rows);
        let size = program.get(&self.rows, self.size, [0, 0]).trailing_zeros() as usize;
        [0, 1].map(|i| {
            let o: &Offence = &self.offences[i];
            (program.truth(&self.rows, o.slot, 0) == Truth::True).then(|| {
                let repeated = program.truth(&self.rows, o.repeated, 0) == Truth::True;
                o.amounts[usize::from(repeated)][size].unwrap_or(0)
            })
        })
    }

    /// The whole way of the command and the API: a case as JSON, read with every check, decided with full derivations, written as JSON.
    pub fn full(&self, json: &str, out: &mut Vec<u8>) {
        let (case, diagnostics) = read_case(self.engine.corpus, FileId(0), json);
        assert!(diagnostics.is_empty(), "the case is whole");
        let decision = self.engine.decide(&case, Options { all: false, counterfactuals: false });
        out.clear();
        serde_json::to_writer(out, &decision).expect("a decision can be written");
    }

    /// Verdicts by way of a [`Case`], for the check.
    pub fn competing(&self, json: &str) -> bool {
        let (case, _) = read_case(self.engine.corpus, FileId(0), json);
        let rows = self.engine.run(&case);
        self.engine.verdict(&rows, self.offences[0].norm, 0).0 == Verdict::Competing
    }
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
