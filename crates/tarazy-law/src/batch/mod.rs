//! Many cases: one JSON object in, one JSON object out, straight from the text into rows of bits and back.
//!
//! It reads the same cases as [`read_case`](crate::read_case) and gives the same verdicts; a line that it cannot read at once (a mistake, or a
//! corner of the format that hardly anybody uses) it hands back, so that the ordinary reader can say what is wrong.

mod read;
mod write;

use std::collections::HashMap;

use crate::case::{Case, FactKey};
use crate::decide::Engine;
use crate::model::{Bearer, Corpus, FactId, FactKind, NormId, OTHERS, VocabId};
use crate::program::{Field, Rows, Trace};

/// The line needs the ordinary reader.
#[derive(Debug, PartialEq, Eq)]
pub struct NeedsReader;

/// Decides one case after another by one edition. What it needs for a case is kept and used again for the next.
pub struct JsonDecider<'e> {
    engine: &'e Engine<'e>,
    facts: HashMap<&'e str, KnownFact>,
    readings: HashMap<&'e str, (FactId, Vec<&'e str>)>,
    readings_chosen: Vec<(String, String)>,
    asked: Vec<Asked>,
    leaves: Vec<String>,
    head: String,
    rows: Rows,
    trace: Trace,
    input: Input,
}

/// A fact of the vocabulary with its place in the rows.
#[derive(Clone, Copy)]
struct KnownFact {
    vocab: VocabId,
    fact: FactId,
    field: Field,
    persons: usize,
}

/// A norm that is asked for, with everything that is always the same in its answer.
struct Asked {
    norm: NormId,
    slot: u32,
    person: bool,
    /// `"norm":"…","citation":{…},…`
    fixed: String,
}

/// What a line said, before the number of its persons is known.
#[derive(Default)]
struct Input {
    id: String,
    /// The names of the persons, one after the other, and where each ends.
    names: String,
    ends: Vec<usize>,
    others: Option<bool>,
    /// Which values remain possible, for a fact about persons.
    set: Vec<(Field, [usize; 2], u64)>,
    /// Established dates and numbers, which comparisons need.
    values: Vec<(FactKey, i64)>,
    chosen: Vec<(FactId, u64)>,
}

impl Input {
    fn clear(&mut self) {
        self.id.clear();
        self.names.clear();
        self.ends.clear();
        self.others = None;
        self.set.clear();
        self.values.clear();
        self.chosen.clear();
    }

    fn person(&self, i: usize) -> &str {
        let start = if i == 0 { 0 } else { self.ends.get(i - 1).copied().unwrap_or(0) };
        self.names.get(start..self.ends.get(i).copied().unwrap_or(start)).unwrap_or_default()
    }

    fn find(&self, name: &str) -> Option<usize> {
        (0..self.ends.len()).find(|i| self.person(*i) == name)
    }
}

impl<'e> JsonDecider<'e> {
    /// A decider for offences and liabilities, or (with `all`) for every norm.
    pub fn new(engine: &'e Engine<'e>, all: bool) -> JsonDecider<'e> {
        let book = &engine.book;
        let mut facts = HashMap::new();
        for (vocab, info) in engine.corpus.vocabulary.iter() {
            let Some(&fact) = book.vocab.get(&vocab) else { continue };
            let known = KnownFact { vocab, fact, field: engine.program.field(fact), persons: info.persons() };
            facts.insert(info.name.as_str(), known);
            facts.extend(info.also.iter().map(|n| (n.as_str(), known)));
        }
        let mut readings = HashMap::new();
        for (name, fact) in &book.ambiguities {
            if let FactKind::Reading { readings: list, .. } = &book.fact(*fact).kind {
                readings.insert(name.as_str(), (*fact, list.iter().map(|(n, _)| n.as_str()).collect()));
            }
        }
        let asked = book.norms().filter(|(_, n)| all || n.answers()).filter_map(|(id, norm)| {
            let slot = engine.program.slot(crate::model::Derived::Applies(id))?;
            Some(Asked { norm: id, slot, person: norm.bearer == Bearer::Person, fixed: write::fixed(engine, norm) })
        });
        JsonDecider {
            facts,
            readings,
            readings_chosen: Vec::new(),
            asked: asked.collect(),
            leaves: write::leaves(engine),
            head: write::head(engine),
            rows: engine.program.rows(0, false),
            trace: Trace::default(),
            input: Input::default(),
            engine,
        }
    }

    /// Decides the case in `json` and appends the answer to `out`, without a line break.
    pub fn decide(&mut self, json: &[u8], out: &mut Vec<u8>) -> Result<(), NeedsReader> {
        self.input.clear();
        read::read(self, json).map_err(|_| NeedsReader)?;
        if self.input.ends.is_empty() || self.input.ends.len() > crate::case::MAX_PERSONS {
            return Err(NeedsReader);
        }
        self.pack();
        self.engine.program.run_traced(&mut self.rows, &mut self.trace);
        self.write(out);
        Ok(())
    }

    /// Decides a case that the ordinary reader has read.
    pub fn decide_case(&mut self, case: &Case, out: &mut Vec<u8>) {
        self.input.clear();
        self.input.id.push_str(&case.id);
        for p in &case.persons {
            self.input.names.push_str(&p.id);
            self.input.ends.push(self.input.names.len());
        }
        let mut case = case.clone();
        case.readings.extend(self.readings_chosen.iter().cloned());
        self.rows = self.engine.program.pack(&self.engine.book, &case);
        self.engine.program.run_traced(&mut self.rows, &mut self.trace);
        self.write(out);
    }

    /// Reads ambiguities in one way for every case; the name of the first that there is not.
    pub fn choose(&mut self, readings: &[(String, String)]) -> Result<(), String> {
        for (name, reading) in readings {
            let found = self.readings.get(name.as_str()).and_then(|(_, names)| names.iter().position(|n| n == reading));
            if found.is_none() {
                return Err(format!("{name}={reading}"));
            }
        }
        self.readings_chosen = readings.to_vec();
        Ok(())
    }

    /// The corpus by which it decides.
    pub fn corpus(&self) -> &'e Corpus {
        self.engine.corpus
    }

    /// What was read, as rows.
    fn pack(&mut self) {
        let (program, book, input) = (&self.engine.program, &self.engine.book, &self.input);
        let named = input.ends.len();
        program.reset(&mut self.rows, named, input.others != Some(false));
        program.set(&mut self.rows, OTHERS, [0, 0], input.others.map_or(0b11, |o| 1 << u64::from(o)));
        for (field, persons, possible) in &input.set {
            program.set_field(&mut self.rows, *field, *persons, *possible);
        }
        for (name, reading) in &self.readings_chosen {
            if let Some((fact, names)) = self.readings.get(name.as_str())
                && let Some(i) = names.iter().position(|n| n == reading)
            {
                program.set(&mut self.rows, *fact, [0, 0], 1 << i);
            }
        }
        for (fact, possible) in &input.chosen {
            program.set(&mut self.rows, *fact, [0, 0], *possible);
        }
        if !input.values.is_empty() {
            let value = |key: FactKey| input.values.iter().find(|(k, _)| *k == key).map(|(_, v)| *v);
            program.set_comparisons(book, &mut self.rows, named, value);
        }
    }
}
