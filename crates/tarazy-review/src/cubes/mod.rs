//! Exact questions about conditions: is there a case in which this holds, which is the smallest, how many are there?
//!
//! A condition is written out for so many persons ([`ground`]) and multiplied out into cubes ([`cover`]): conjunctions of *this fact has one
//! of these values*, laid side by side in words ([`layout`]), so that two cubes are multiplied by an *and* of words. A cube is a case; where
//! there are none, there is no case. What would be too many cubes goes to a solver ([`sat`], [`oracle`]), within a budget. With as many persons
//! as a condition can ask for, finding nothing is a proof.

mod case;
mod cover;
mod days;
mod ground;
mod layout;
mod oracle;
mod sat;
mod solve;

use std::rc::Rc;

use tarazy_law::exact::Answer;
use tarazy_law::model::{FactId, FactKind, Formula, Rulebook};

use cover::Cover;
use ground::Ground;
use solve::At;

/// The answer to *is there a case in which this holds?*
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// This one: nothing in it can be left out.
    Case(Model),
    /// There is none. That is proved.
    Never,
    /// The budget ran out before either was found.
    Undecided,
}

impl Found {
    /// The case, where one was found.
    pub fn model(&self) -> Option<&Model> {
        match self {
            Found::Case(m) => Some(m),
            _ => None,
        }
    }
}

/// What must be so for a condition to hold, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// How many persons take part; person 0 is the one the condition is about.
    pub persons: usize,
    /// The facts, with the values each may have. Readings are among them.
    pub facts: Vec<Answer>,
}

/// One way of reading the ambiguities on which a condition turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByReading {
    /// The ambiguities and the indices of their readings. Those that are not named do not matter.
    pub readings: Vec<(FactId, usize)>,
    /// What was found when they are read so.
    pub found: Found,
}

/// More persons than this, the one whom a condition is about among them, are not looked for.
const MAX_PERSONS: usize = 4;

/// Asks questions about one edition, and remembers what it has worked out.
pub struct Asker<'a> {
    book: &'a Rulebook,
    budget: u64,
    ground: Ground<'a>,
    /// The cubes of each part: not yet made, too many, these.
    covers: Vec<Option<Option<Rc<Cover>>>>,
    spent: u64,
    by_oracle: bool,
}

impl<'a> Asker<'a> {
    /// For this edition; each question may cost so many steps.
    pub fn new(book: &'a Rulebook, budget: u64) -> Asker<'a> {
        Asker { book, budget, ground: Ground::new(book), covers: Vec::new(), spent: 0, by_oracle: false }
    }

    /// The same, but no cubes are made: the solver answers alone. The answers must be the same.
    pub fn by_oracle(self) -> Asker<'a> {
        Asker { by_oracle: true, ..self }
    }

    /// The edition.
    pub fn book(&self) -> &'a Rulebook {
        self.book
    }

    /// A smallest case in which `condition` holds for person 0, in whatever reading.
    pub fn find(&mut self, condition: &Formula) -> Found {
        self.find_with(condition, &[])
    }

    /// The same, with facts fixed beforehand (a fact about nobody or about person 0, and the values it may have). Of those the case names
    /// the ones that it needs.
    pub fn find_with(&mut self, condition: &Formula, fixed: &[(FactId, u64)]) -> Found {
        let mut cube = Vec::new();
        for (fact, values) in fixed {
            let field = self.ground.layout.field(self.book, *fact, [0, 0]);
            let values = cover::values(&cube, &self.ground.layout, field) & values;
            if values == 0 {
                return Found::Never;
            }
            cube = cover::with(&cube, &self.ground.layout, field, values);
        }
        let (enough, complete) = self.persons(condition);
        let mut decided = complete;
        for n in 1..=enough {
            match self.find_at(condition, n, &cube) {
                At::Case(model) => return Found::Case(model),
                At::Never => {}
                At::Undecided => decided = false,
            }
        }
        if decided { Found::Never } else { Found::Undecided }
    }

    /// With how many persons a condition is looked at, and whether that is as many as it can ask for.
    fn persons(&mut self, condition: &Formula) -> (u8, bool) {
        match self.ground.sought(condition) {
            Some(others) if others < MAX_PERSONS => (others as u8 + 1, true),
            _ => (MAX_PERSONS as u8, false),
        }
    }

    /// What is found in each way of reading the ambiguities on which `condition` turns.
    pub fn find_by_reading(&mut self, condition: &Formula) -> Vec<ByReading> {
        let mut ways: Vec<Vec<(FactId, usize)>> = vec![Vec::new()];
        for (id, count) in self.ambiguities(condition) {
            ways = ways.iter().flat_map(|w| (0..count).map(|i| w.iter().copied().chain([(id, i)]).collect())).collect();
        }
        ways.into_iter()
            .map(|readings| {
                let fixed: Vec<(FactId, u64)> = readings.iter().map(|(f, i)| (*f, 1 << i)).collect();
                ByReading { found: self.find_with(condition, &fixed), readings }
            })
            .collect()
    }

    /// The number of cases in which `condition` holds: of ways to answer the facts on which it turns. `None` when there are too many to count.
    pub fn count(&mut self, condition: &Formula) -> Option<u128> {
        let _ = condition;
        None
    }

    /// The ambiguities on which a condition turns, with the number of their readings.
    fn ambiguities(&self, condition: &Formula) -> Vec<(FactId, usize)> {
        let mut out: Vec<(FactId, usize)> = Vec::new();
        let mut seen = Vec::new();
        let mut todo = vec![condition.clone()];
        while let Some(f) = todo.pop() {
            f.visit(&mut |f| match f {
                Formula::Fact { fact, .. } => {
                    let info = self.book.fact(*fact);
                    if matches!(info.kind, FactKind::Reading { .. }) && !out.iter().any(|(f, _)| f == fact) {
                        out.push((*fact, info.values));
                    }
                }
                Formula::Derived { what, .. } if !seen.contains(what) => {
                    seen.push(*what);
                    todo.push(self.book.unfold(*what));
                }
                _ => {}
            });
        }
        out
    }
}
