//! From *unknown* to what would decide.
//!
//! Evaluation is three-valued, and that is sound but not complete: where `F or not F` stands in a norm, it says *unknown* though either answer
//! gives the same verdict. Here the undecided facts are tried out (exact supervaluation), so that *either way it applies* is *applies*;
//! and where the verdict really is open, the smallest sets of answers that would settle it are found.

use crate::case::PersonIdx;
use crate::dates::{Key, date_of};
use crate::model::{BookFact, FactId, FactKind, OTHERS, Rulebook};
use crate::program::{Atom, Program, Rows, Truth, tuples};

/// How many rows of trial answers one question may cost. Beyond it the verdict stays *unknown*, which is always true to the facts.
const BUDGET: u32 = 10_000;
/// Sets of answers are searched up to this size one by one; a larger one is found from an example.
const MAX_FACTS: usize = 28;
/// No reader wants more ways than this.
const MAX_WAYS: usize = 8;

/// An answer to a question that is open: the fact has one of these values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which fact.
    pub fact: FactId,
    /// About whom.
    pub persons: [PersonIdx; 2],
    /// Any of these values, as bits.
    pub values: u64,
}

/// The smallest sets of answers that would settle a verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Any one of these sets makes the norm apply.
    pub applies: Vec<Vec<Answer>>,
    /// Any one of these sets makes it not apply.
    pub does_not_apply: Vec<Vec<Answer>>,
}

/// A change of what is established that would turn a verdict round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// What would have to be otherwise.
    pub answer: Answer,
    /// The verdict then.
    pub then: Truth,
}

/// Tries answers out on one derived term about one person.
pub struct Trial<'a> {
    book: &'a Rulebook,
    program: &'a Program,
    rows: Rows,
    cone: Vec<usize>,
    /// The comparisons of dates on which the term may rest.
    comparisons: Vec<Key>,
    slot: u32,
    person: PersonIdx,
    spent: u32,
    exhausted: bool,
}

impl<'a> Trial<'a> {
    /// A trial that starts from `rows` (already run).
    pub fn new(book: &'a Rulebook, program: &'a Program, rows: &Rows, slot: u32, person: PersonIdx) -> Trial<'a> {
        let cone = program.cone(slot);
        let mut comparisons = Vec::new();
        for (i, fact) in book.facts.iter().enumerate() {
            if matches!(fact.kind, FactKind::Comparison { .. })
                && cone.iter().any(|s| program.mentions(*s, FactId(i as u32)))
            {
                let named = rows.persons - usize::from(rows.ghost);
                comparisons.extend(tuples(fact.persons, named).into_iter().map(|p| (FactId(i as u32), p)));
            }
        }
        Trial { book, program, rows: rows.clone(), cone, comparisons, slot, person, spent: 0, exhausted: false }
    }

    fn run(&mut self) -> Truth {
        self.spent += 1;
        for slot in &self.cone {
            self.program.run_slot(&mut self.rows, *slot, None);
        }
        self.program.truth(&self.rows, self.slot, self.person)
    }

    /// The verdict that every completion of what is known agrees on, if they agree.
    pub fn truth(&mut self) -> Truth {
        match self.run() {
            Truth::Unknown => {}
            definite => return definite,
        }
        self.spent = 0;
        match (self.can(Truth::True), self.can(Truth::False)) {
            (Some(_), None) => Truth::True,
            (None, Some(_)) => Truth::False,
            _ => Truth::Unknown,
        }
    }

    /// Answers that lead to `want`; `Some` also when the budget ran out, because then nothing can be excluded.
    fn can(&mut self, want: Truth) -> Option<Vec<Answer>> {
        match self.run() {
            Truth::Unknown => {}
            now => {
                return (now == want && crate::dates::agree(self.book, self.program, &self.rows, &self.comparisons))
                    .then(Vec::new);
            }
        }
        // What cannot be need not be looked into.
        if !crate::dates::agree(self.book, self.program, &self.rows, &self.comparisons) {
            return None;
        }
        if self.spent > BUDGET {
            self.exhausted = true;
            return Some(Vec::new());
        }
        // Only somebody whom the case does not name could decide it: both remain possible.
        let Some(open) = self.open_literal() else { return Some(Vec::new()) };
        let before = self.program.get(&self.rows, open.fact, open.persons);
        let (likely, rest) = (before & open.values, before & !open.values);
        let order = if want == Truth::True { [likely, rest] } else { [rest, likely] };
        for values in order.into_iter().flat_map(bits) {
            self.program.set(&mut self.rows, open.fact, open.persons, values);
            let found = self.can(want);
            self.program.set(&mut self.rows, open.fact, open.persons, before);
            if let Some(mut way) = found {
                way.push(Answer { values, ..open.clone() });
                self.run();
                return Some(way);
            }
        }
        self.run();
        None
    }

    /// A fact that keeps the term undecided, with the values that would help it to hold.
    fn open_literal(&self) -> Option<Answer> {
        self.program.open_below(&self.rows, self.slot, self.person, self.person).into_iter().next()
    }

    /// Every fact that keeps the term undecided.
    pub fn open_facts(&self) -> Vec<Answer> {
        let mut out: Vec<Answer> = Vec::new();
        for a in self.program.open_below(&self.rows, self.slot, self.person, self.person) {
            if !out.iter().any(|b| b.fact == a.fact && b.persons == a.persons) {
                out.push(a);
            }
        }
        out
    }

    /// What these answers lead to, as evaluation alone sees it: a definite result is right, and hardly any is missed.
    fn with(&mut self, answers: &[Answer]) -> Truth {
        self.supposing(answers, Trial::run)
    }

    /// The same, exactly.
    fn exactly_with(&mut self, answers: &[Answer]) -> Truth {
        self.supposing(answers, Trial::truth)
    }

    fn supposing(&mut self, answers: &[Answer], look: impl FnOnce(&mut Self) -> Truth) -> Truth {
        let before: Vec<u64> = answers.iter().map(|a| self.program.get(&self.rows, a.fact, a.persons)).collect();
        for a in answers {
            self.program.set(&mut self.rows, a.fact, a.persons, a.values);
        }
        let truth = look(self);
        for (a, values) in answers.iter().zip(before) {
            self.program.set(&mut self.rows, a.fact, a.persons, values);
        }
        truth
    }

    /// The smallest sets of answers that would settle it.
    ///
    /// Every set of one or two answers is found, up to a number that a reader can use; where a side has none so small, one minimal larger set.
    pub fn needs(&mut self) -> Needs {
        let mut needs = Needs::default();
        self.run();
        let open: Vec<Answer> = self.open_facts().into_iter().take(MAX_FACTS).collect();
        let mut singles: Vec<(usize, u64, Truth)> = Vec::new();
        for (i, a) in open.iter().enumerate() {
            let (mut yes, mut no) = (0, 0);
            for values in self.trial_values(a) {
                match self.with(&[Answer { values, ..a.clone() }]) {
                    Truth::True => yes |= values,
                    Truth::False => no |= values,
                    Truth::Unknown => {}
                }
            }
            for (values, truth) in [(yes, Truth::True), (no, Truth::False)] {
                if values != 0 {
                    singles.push((i, values, truth));
                    needs.side(truth).push(vec![Answer { values, ..a.clone() }]);
                }
            }
        }
        for truth in [Truth::True, Truth::False] {
            if needs.side(truth).is_empty() {
                let pairs = self.pairs(&open, &singles, truth);
                *needs.side(truth) = pairs;
            }
            if needs.side(truth).is_empty()
                && let Some(way) = self.example(truth)
            {
                needs.side(truth).push(way);
            }
            needs.side(truth).truncate(MAX_WAYS);
        }
        needs
    }

    fn trial_values(&self, a: &Answer) -> Vec<u64> {
        // Nobody can be asked to name the person whom the case does not name; that there is nobody can be said.
        if a.fact == OTHERS {
            return vec![0b01];
        }
        bits(self.program.get(&self.rows, a.fact, a.persons)).collect()
    }

    fn pairs(&mut self, open: &[Answer], singles: &[(usize, u64, Truth)], want: Truth) -> Vec<Vec<Answer>> {
        let decided = |i: usize, v: u64| singles.iter().any(|(j, values, _)| i == *j && v & values != 0);
        let mut out: Vec<Vec<Answer>> = Vec::new();
        for i in 0..open.len() {
            for j in i + 1..open.len() {
                for a in self.trial_values(&open[i]) {
                    for b in self.trial_values(&open[j]) {
                        if out.len() >= MAX_WAYS || decided(i, a) || decided(j, b) {
                            continue;
                        }
                        let way =
                            vec![Answer { values: a, ..open[i].clone() }, Answer { values: b, ..open[j].clone() }];
                        if self.with(&way) == want {
                            merge(&mut out, way);
                        }
                    }
                }
            }
        }
        // Where every answer to a question settles it together with another, that other is enough.
        for way in &mut out {
            way.retain(|a| a.values != self.program.get(&self.rows, a.fact, a.persons));
        }
        out.retain(|way| !way.is_empty());
        out.dedup();
        out
    }

    /// Answers that lead to `want`, with every superfluous one taken out.
    fn example(&mut self, want: Truth) -> Option<Vec<Answer>> {
        self.spent = 0;
        let mut way = self.can(want)?;
        way.reverse();
        let mut i = 0;
        while i < way.len() {
            let mut shorter = way.clone();
            shorter.remove(i);
            if self.with(&shorter) == want {
                way = shorter;
            } else {
                i += 1;
            }
        }
        (self.with(&way) == want).then_some(way)
    }

    /// What would turn a definite verdict round: each single fact of the case that, had it been otherwise, would change it.
    pub fn turns(&mut self, known: &[(FactId, [PersonIdx; 2])]) -> Vec<Turn> {
        let now = self.truth();
        let mut out = Vec::new();
        for (fact, persons) in known {
            let here = self.program.get(&self.rows, *fact, *persons);
            let as_it_was = self.rows.clone();
            self.free((*fact, *persons));
            let mut turned: Vec<Turn> = Vec::new();
            for values in bits(all_values(self.book.fact(*fact)) & !here) {
                let then = self.exactly_with(&[Answer { fact: *fact, persons: *persons, values }]);
                if then == now {
                    continue;
                }
                match turned.iter_mut().find(|t| t.then == then) {
                    Some(t) => t.answer.values |= values,
                    None => turned.push(Turn { answer: Answer { fact: *fact, persons: *persons, values }, then }),
                }
            }
            out.extend(turned);
            self.rows = as_it_was;
        }
        out
    }

    /// Forgets the very day of a date, and with it whatever that day settled when it was compared: what is supposed to be otherwise is
    /// otherwise against all other days too.
    fn free(&mut self, date: Key) {
        let days = self.rows.days.len();
        self.rows.days.retain(|(key, _)| *key != date);
        if self.rows.days.len() == days {
            return;
        }
        for (fact, persons) in &self.comparisons {
            let FactKind::Comparison { left, right, .. } = &self.book.fact(*fact).kind else { continue };
            if [left, right].into_iter().any(|side| date_of(side, *persons) == date) {
                self.program.set(&mut self.rows, *fact, *persons, 0b11);
            }
        }
    }
}

/// Looks for a case in which a term about person 0 holds.
pub struct Search<'a>(Trial<'a>);

/// The budget ran out before an answer was found.
#[derive(Debug)]
pub struct Exhausted;

impl<'a> Search<'a> {
    /// A search among all completions of `rows`.
    pub fn new(book: &'a Rulebook, program: &'a Program, rows: &Rows, slot: u32) -> Search<'a> {
        Search(Trial::new(book, program, rows, slot, 0))
    }

    /// Answers under which the term holds (with `smallest`, none of them superfluous), or `None` when there are none.
    pub fn find(mut self, smallest: bool) -> Result<Option<Vec<Answer>>, Exhausted> {
        let found = if smallest { self.0.example(Truth::True) } else { self.0.can(Truth::True) };
        // A smallest set was tried and found to hold; any other result of an exhausted search is none.
        if self.0.exhausted && !(smallest && found.is_some()) { Err(Exhausted) } else { Ok(found) }
    }
}

impl Needs {
    fn side(&mut self, truth: Truth) -> &mut Vec<Vec<Answer>> {
        if truth == Truth::True { &mut self.applies } else { &mut self.does_not_apply }
    }
}

/// Ways that differ in the values of one answer only are one way.
fn merge(ways: &mut Vec<Vec<Answer>>, way: Vec<Answer>) {
    let same = |a: &Answer, b: &Answer| a.fact == b.fact && a.persons == b.persons;
    for w in ways.iter_mut() {
        if same(&w[0], &way[0]) && same(&w[1], &way[1]) {
            if w[0].values == way[0].values {
                w[1].values |= way[1].values;
                return;
            }
            if w[1].values == way[1].values {
                w[0].values |= way[0].values;
                return;
            }
        }
    }
    ways.push(way);
}

/// Every value of a fact, as bits.
pub(crate) fn all_values(fact: &BookFact) -> u64 {
    (1_u64 << (fact.values + usize::from(fact.may_be_inapplicable))) - 1
}

/// Each set bit by itself.
pub(crate) fn bits(mut set: u64) -> impl Iterator<Item = u64> {
    std::iter::from_fn(move || {
        let low = set & set.wrapping_neg();
        set &= !low;
        (low != 0).then_some(low)
    })
}

impl Program {
    /// A slot and those it rests on, in the order of evaluation.
    pub(crate) fn cone(&self, slot: u32) -> Vec<usize> {
        let mut needed = vec![false; self.slots.len()];
        needed[slot as usize] = true;
        for i in (0..=slot as usize).rev() {
            if needed[i] {
                for lit in self.slot_lits(i) {
                    if let Atom::Slot(s) = lit.what {
                        needed[s as usize] = true;
                    }
                }
            }
        }
        (0..needed.len()).filter(|i| needed[*i]).collect()
    }

    /// How many other persons are enough for a term to hold if it can: a *some* that must hold asks for one, for each person about whom it is
    /// asked; a *some* that must not hold asks for nobody, because what is true for nobody stays so when persons leave the case. `None` when
    /// no number is enough: for everybody there must be somebody.
    pub(crate) fn persons_sought(&self, slot: u32) -> Option<usize> {
        const ANYBODY: usize = usize::MAX;
        let mut seen: Vec<(u32, [usize; 2], bool)> = Vec::new();
        let mut todo = vec![(slot, [0, 0], true)];
        let mut others = 0;
        while let Some((slot, about, wanted)) = todo.pop() {
            // A term about fewer persons is the same term whoever else is in play.
            let about = match self.persons_of(slot) {
                0 => [0, 0],
                1 => [about[0], about[0]],
                _ => about,
            };
            if seen.contains(&(slot, about, wanted)) {
                continue;
            }
            seen.push((slot, about, wanted));
            let mut env = about;
            if self.is_some(slot) {
                let found = if wanted {
                    if self.persons_of(slot) > 0 && about[0] == ANYBODY {
                        return None;
                    }
                    others += 1;
                    others
                } else {
                    ANYBODY
                };
                env = if self.persons_of(slot) == 0 { [found, found] } else { [about[0], found] };
            }
            for lit in self.slot_lits(slot as usize) {
                if let Atom::Slot(inner) = lit.what {
                    todo.push((inner, lit.row.pick(env), wanted == lit.asks_for_truth()));
                }
            }
        }
        Some(others)
    }

    /// A slot's own conditions speak of the fact.
    fn mentions(&self, slot: usize, fact: FactId) -> bool {
        self.slot_lits(slot).any(|l| l.what == Atom::Fact(fact))
    }

    /// The facts whose answers a slot is waiting for, the likeliest to help first.
    pub(crate) fn open_below(&self, rows: &Rows, slot: u32, p: PersonIdx, q: PersonIdx) -> Vec<Answer> {
        let mut out = Vec::new();
        self.collect_open(rows, slot, p, q, true, &mut Vec::new(), &mut out);
        out
    }

    #[allow(clippy::too_many_arguments)]
    fn collect_open(
        &self,
        rows: &Rows,
        slot: u32,
        p: PersonIdx,
        q: PersonIdx,
        wanted: bool,
        seen: &mut Vec<(u32, PersonIdx, PersonIdx)>,
        out: &mut Vec<Answer>,
    ) {
        if seen.contains(&(slot, p, q)) {
            return;
        }
        seen.push((slot, p, q));
        let persons: Vec<(PersonIdx, PersonIdx)> = if !self.is_some(slot) {
            vec![(p, q)]
        } else if rows.ghost {
            // The person whom the case does not name matters only if one exists.
            if self.get(rows, OTHERS, [0, 0]) == 0b11 {
                out.push(Answer { fact: OTHERS, persons: [0, 0], values: 0b10 });
            }
            (0..rows.persons - 1).map(|q| (p, q)).collect()
        } else {
            (0..rows.persons).map(|q| (p, q)).collect()
        };
        for (p, q) in persons {
            let (p, q) = if self.is_some(slot) && self.persons_of(slot) == 0 { (q, q) } else { (p, q) };
            for cube in self.open_cubes(rows, slot, p, q) {
                for lit in cube {
                    let about = lit.row.pick([p, q]);
                    match lit.what {
                        Atom::Fact(fact) => {
                            let inside = lit.values >> self.field(fact).shift;
                            let values = if wanted { inside } else { !inside };
                            out.push(Answer { fact, persons: about, values });
                        }
                        Atom::Slot(inner) => {
                            let (a, b) =
                                if self.persons_of(inner) == 2 { (about[0], about[1]) } else { (about[0], about[0]) };
                            self.collect_open(rows, inner, a, b, wanted == lit.asks_for_truth(), seen, out);
                        }
                        Atom::Same => {}
                    }
                }
            }
        }
    }
}
