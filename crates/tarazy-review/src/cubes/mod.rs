//! Exact questions about conditions: is there a case in which this holds, which is the smallest, how many are there?
//!
//! A condition is written out for so many persons ([`ground`]) and multiplied out into cubes ([`cover`]): conjunctions of *this fact has one
//! of these values*, laid side by side in words ([`layout`]), so that two cubes are multiplied by an *and* of words. A cube is a case; where
//! there are none, there is no case. What would be too many cubes goes to a solver ([`sat`], [`oracle`]), within a budget. With as many persons
//! as a condition can ask for, finding nothing is a proof.

mod case;
mod count;
mod cover;
mod days;
mod ground;
mod layout;
mod oracle;
mod pairs;
mod quick;
mod reading;
mod regions;
mod sat;
mod solve;

use std::rc::Rc;

use tarazy_law::exact::Answer;
use tarazy_law::model::{FactId, Formula, Rulebook};

use cover::{Cover, Owned};
use ground::Ground;
use regions::Scratch;
use solve::At;

pub use pairs::Pairs;

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
    /// Where the condition holds whatever else is so, but only after going through much of that: facts that make it plain. They are not
    /// needed, but the case that shows the condition settles them too.
    pub also: Vec<Answer>,
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
/// Where no number of persons is enough, a case with few is looked for, and nothing can be proved.
const FEW_PERSONS: u8 = 2;

/// The cubes of a part.
#[derive(Clone)]
enum Made {
    NotYet,
    TooMany,
    These(Rc<Cover>),
}

/// Asks questions about one edition, and remembers what it has worked out.
pub struct Asker<'a> {
    book: &'a Rulebook,
    budget: u64,
    ground: Ground<'a>,
    /// The cubes of each part.
    covers: Vec<Made>,
    by_oracle: bool,
    scratch: Scratch,
}

impl<'a> Asker<'a> {
    /// For this edition; each question may cost so many steps.
    pub fn new(book: &'a Rulebook, budget: u64) -> Asker<'a> {
        Asker {
            book,
            budget,
            ground: Ground::new(book),
            covers: Vec::new(),
            by_oracle: false,
            scratch: Scratch::default(),
        }
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
        let Some(cube) = self.fixed(fixed) else { return Found::Never };
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

    /// What is fixed beforehand, as a cube; `None` where it cannot be.
    fn fixed(&mut self, fixed: &[(FactId, u64)]) -> Option<Owned> {
        let mut cube = Vec::new();
        for (fact, values) in fixed {
            let field = self.ground.layout.field(self.book, *fact, [0, 0]);
            let values = cover::values(&cube, &self.ground.layout, field) & values;
            if values == 0 {
                return None;
            }
            cube = cover::with(&cube, &self.ground.layout, field, values);
        }
        Some(cube)
    }

    /// With how many persons a condition is looked at, and whether that is as many as it can ask for.
    fn persons(&mut self, condition: &Formula) -> (u8, bool) {
        match self.ground.sought(condition) {
            Some(others) if others < MAX_PERSONS => (others as u8 + 1, true),
            _ => (FEW_PERSONS, false),
        }
    }
}
