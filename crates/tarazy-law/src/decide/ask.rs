//! The next question: the one whose answer may settle most.

use std::collections::BTreeMap;

use super::answer::{Citable, FactRef, Question};
use super::engine::Engine;
use crate::case::{Case, FactKey, Others, PersonIdx, State};
use crate::exact::{Trial, bits};
use crate::model::{Bearer, Derived, FactId, FactKind, NormId, OTHERS};
use crate::program::{Rows, Truth};

/// It was not to go on.
#[derive(Debug)]
pub(super) struct Stopped;

/// A fact about persons.
type Asked = (FactId, [PersonIdx; 2]);

impl Engine<'_> {
    /// The open question whose answers, taken together, settle most: first of who answers (offences and liabilities), then of everything
    /// else; among equals, the one for which more verdicts wait.
    pub fn next_question(&self, case: &Case, rows: &Rows) -> Option<Question> {
        self.next_question_while(case, rows, &|| true).unwrap_or_default()
    }

    /// The same, unless `go_on` says no meanwhile.
    pub(super) fn next_question_while(
        &self,
        case: &Case,
        rows: &Rows,
        go_on: &dyn Fn() -> bool,
    ) -> Result<Option<Question>, Stopped> {
        let open = self.open_verdicts(case, rows, go_on)?;
        let waiting = self.waiting(&open, rows, go_on, |fact, persons| self.askable(case, fact, persons))?;
        let mut best: Option<((usize, usize, usize), Asked)> = None;
        for (&(fact, persons), verdicts) in &waiting {
            if !go_on() {
                return Err(Stopped);
            }
            let answering: Vec<_> = verdicts.iter().copied().filter(|(n, _)| self.book.norm(*n).answers()).collect();
            let settled = |verdicts: &[_]| self.settled_by(rows, fact, persons, verdicts);
            let score = (settled(&answering), settled(verdicts), verdicts.len());
            if best.is_none_or(|(before, _)| before < score) {
                best = Some((score, (fact, persons)));
            }
        }
        let Some((_, (fact, persons))) = best else { return Ok(None) };
        let settles = waiting[&(fact, persons)].len();
        let all = crate::exact::all_values(self.book.fact(fact));
        Ok(Some(Question { fact: self.refs(case).fact(fact, persons, all), settles, of: open.len() }))
    }

    /// The norms whose verdict waits for an answer to this question, each once.
    pub fn waiting_for(&self, case: &Case, rows: &Rows, question: &FactRef) -> Vec<Citable> {
        let refs = self.refs(case);
        let asked = |fact, persons| {
            let same = match (refs.fact(fact, persons, 0), question) {
                (FactRef::Fact { fact, persons, .. }, FactRef::Fact { fact: asked, persons: about, .. }) => {
                    fact == *asked && persons == *about
                }
                (FactRef::Comparison { left, right, .. }, FactRef::Fact { fact, persons, .. }) => {
                    [left, right].iter().any(|d| d.fact == *fact && d.persons == *persons)
                }
                (FactRef::Others { .. }, FactRef::Others { .. }) => true,
                _ => false,
            };
            if same { vec![(fact, persons)] } else { Vec::new() }
        };
        let always = || true;
        let open = self.open_verdicts(case, rows, &always).unwrap_or_default();
        let waiting = self.waiting(&open, rows, &always, asked).unwrap_or_default();
        let mut norms: Vec<NormId> = waiting.into_values().flatten().map(|(norm, _)| norm).collect();
        norms.sort_unstable();
        norms.dedup();
        norms.into_iter().map(|n| refs.term(Derived::Applies(n))).collect()
    }

    /// For each question, as `ask` makes them of open facts, the open verdicts that wait for it.
    fn waiting(
        &self,
        open: &[(NormId, PersonIdx)],
        rows: &Rows,
        go_on: &dyn Fn() -> bool,
        ask: impl Fn(FactId, [PersonIdx; 2]) -> Vec<Asked>,
    ) -> Result<BTreeMap<Asked, Vec<(NormId, PersonIdx)>>, Stopped> {
        let mut waiting: BTreeMap<Asked, Vec<(NormId, PersonIdx)>> = BTreeMap::new();
        for &(norm, person) in open {
            if !go_on() {
                return Err(Stopped);
            }
            let Some(slot) = self.program.slot(Derived::Applies(norm)) else { continue };
            for a in Trial::new(&self.book, &self.program, rows, slot, person).open_facts() {
                for key in ask(a.fact, a.persons) {
                    let list = waiting.entry(key).or_default();
                    if !list.contains(&(norm, person)) {
                        list.push((norm, person));
                    }
                }
            }
        }
        Ok(waiting)
    }

    fn open_verdicts(
        &self,
        case: &Case,
        rows: &Rows,
        go_on: &dyn Fn() -> bool,
    ) -> Result<Vec<(NormId, PersonIdx)>, Stopped> {
        let mut out = Vec::new();
        for (id, norm) in self.book.norms() {
            if !go_on() {
                return Err(Stopped);
            }
            let persons = if norm.bearer == Bearer::Person { case.persons.len() } else { 1 };
            out.extend((0..persons).filter(|p| self.truth(rows, id, *p) == Truth::Unknown).map(|p| (id, p)));
        }
        Ok(out)
    }

    /// What a person can be asked: facts that nobody asked yet. A comparison of dates is asked as its dates; a reading cannot be asked.
    fn askable(&self, case: &Case, fact: FactId, persons: [PersonIdx; 2]) -> Vec<Asked> {
        let not_asked = |key: FactKey| matches!(case.state(key), State::NotAsked);
        match &self.book.fact(fact).kind {
            FactKind::Others if case.others == Others::NotAsked => vec![(OTHERS, [0, 0])],
            FactKind::Others => Vec::new(),
            FactKind::Reading { .. } => Vec::new(),
            FactKind::Vocab(v) => {
                let key = FactKey { fact: *v, persons: persons.map(|p| p as u8) };
                if not_asked(key) { vec![(fact, persons)] } else { Vec::new() }
            }
            FactKind::Comparison { left, right, .. } => [left, right]
                .into_iter()
                .filter_map(|side| crate::program::date_key(&self.book, side, persons))
                .filter(|key| not_asked(*key))
                .map(|key| (self.book.vocab[&key.fact], key.persons.map(usize::from)))
                .collect(),
        }
    }

    /// How many verdicts the answers settle, summed over the answers and brought to one scale.
    fn settled_by(
        &self,
        rows: &Rows,
        fact: FactId,
        persons: [PersonIdx; 2],
        verdicts: &[(NormId, PersonIdx)],
    ) -> usize {
        let possible = self.program.get(rows, fact, persons);
        let answers: Vec<u64> = bits(possible).collect();
        if answers.len() < 2 {
            return 0;
        }
        let mut settled = 0;
        let mut trial = rows.clone();
        for answer in &answers {
            self.program.set(&mut trial, fact, persons, *answer);
            self.program.run(&mut trial);
            for (norm, p) in verdicts {
                let slot = self.program.slot(Derived::Applies(*norm));
                if slot.is_some_and(|s| self.program.truth(&trial, s, *p) != Truth::Unknown) {
                    settled += 1;
                }
            }
        }
        settled * 60 / answers.len()
    }
}
