//! The next question: the one whose answer may settle most.

use std::collections::BTreeMap;

use super::answer::{Citable, FactRef, Question};
use super::engine::Engine;
use crate::case::{Case, FactKey, Others, PersonIdx, State};
use crate::exact::{Trial, bits};
use crate::model::{Bearer, Derived, FactId, FactKind, NormId, OTHERS};
use crate::program::{Rows, Truth};

/// A fact about persons.
type Asked = (FactId, [PersonIdx; 2]);

impl Engine<'_> {
    /// The open question whose answers, taken together, settle most: first of who answers (offences and liabilities), then of everything
    /// else; among equals, the one for which more verdicts wait.
    pub fn next_question(&self, case: &Case, rows: &Rows) -> Option<Question> {
        let open = self.open_verdicts(case, rows);
        let waiting = self.waiting(&open, rows, |fact, persons| self.askable(case, fact, persons));
        let mut best: Option<((usize, usize, usize), Asked)> = None;
        for (&(fact, persons), verdicts) in &waiting {
            let answering: Vec<_> = verdicts.iter().copied().filter(|(n, _)| self.book.norm(*n).answers()).collect();
            let settled = |verdicts: &[_]| self.settled_by(rows, fact, persons, verdicts);
            let score = (settled(&answering), settled(verdicts), verdicts.len());
            if best.is_none_or(|(before, _)| before < score) {
                best = Some((score, (fact, persons)));
            }
        }
        let (_, (fact, persons)) = best?;
        let settles = waiting[&(fact, persons)].len();
        let all = crate::exact::all_values(self.book.fact(fact));
        Some(Question { fact: self.refs(case).fact(fact, persons, all), settles, of: open.len() })
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
        let waiting = self.waiting(&self.open_verdicts(case, rows), rows, asked);
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
        ask: impl Fn(FactId, [PersonIdx; 2]) -> Vec<Asked>,
    ) -> BTreeMap<Asked, Vec<(NormId, PersonIdx)>> {
        let mut waiting: BTreeMap<Asked, Vec<(NormId, PersonIdx)>> = BTreeMap::new();
        for &(norm, person) in open {
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
        waiting
    }

    fn open_verdicts(&self, case: &Case, rows: &Rows) -> Vec<(NormId, PersonIdx)> {
        let mut out = Vec::new();
        for (id, norm) in self.book.norms() {
            let persons = if norm.bearer == Bearer::Person { case.persons.len() } else { 1 };
            out.extend((0..persons).filter(|p| self.truth(rows, id, *p) == Truth::Unknown).map(|p| (id, p)));
        }
        out
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
