//! A [`Rulebook`](crate::model::Rulebook) compiled into flat tables.
//!
//! A case becomes rows of bits: one row for the act and the system, one for each person, one for each ordered pair of persons. Each fact
//! owns a field with one bit for each value *that is still possible*. So a fact that is not known has all its bits set, a disputed one
//! those of the disputed values, and an established one a single bit. A literal (*the fact has one of these values*) is
//! true when no possible value lies outside them, false when none lies inside, and unknown otherwise.
//!
//! Every condition is a list of cubes (conjunctions of literals), any of which suffices. Derived terms (definitions, *met*, *applies*,
//! exceptions) stay terms with a two-bit field of their own, computed in an order in which nothing is needed before it is there; so nesting
//! cannot explode. Evaluation reads and writes those rows and allocates nothing.

mod compile;
mod eval;
mod pack;

use std::collections::HashMap;

use crate::model::{Derived, FactId};

pub use eval::{Rows, Trace, Truth};
pub(crate) use pack::{date_key, days_later, tuples, value_index};

/// Which row a field is read from, seen from the persons in play.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RowSel {
    /// The act and the system.
    Case,
    /// The first person.
    P,
    /// The second person.
    Q,
    /// The first person towards the second.
    PQ,
    /// The second towards the first.
    QP,
    /// The first person towards themselves.
    PP,
    /// The second towards themselves.
    QQ,
    /// No row: the two are the same person.
    Same,
}

impl RowSel {
    /// The persons of the row, in order, among the two in play.
    pub(crate) fn pick(self, [p, q]: [usize; 2]) -> [usize; 2] {
        match self {
            RowSel::Case | RowSel::Same => [0, 0],
            RowSel::P => [p, 0],
            RowSel::Q => [q, 0],
            RowSel::PQ => [p, q],
            RowSel::QP => [q, p],
            RowSel::PP => [p, p],
            RowSel::QQ => [q, q],
        }
    }
}

/// Where a fact or derived term lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// About how many persons.
    pub persons: u8,
    /// The word of its row.
    pub word: u16,
    /// Its lowest bit.
    pub shift: u8,
    /// All its bits.
    pub mask: u64,
}

/// *The field has one of these values.*
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lit {
    /// The row.
    pub row: RowSel,
    /// The word.
    pub word: u16,
    /// The field.
    pub mask: u64,
    /// The bits of the values for which it holds.
    pub values: u64,
    /// What it is about.
    pub what: Atom,
}

impl Lit {
    /// For a derived term: the literal asks for it to hold, and not for its contrary.
    pub(crate) fn asks_for_truth(&self) -> bool {
        self.values & (self.mask & self.mask << 1) != 0
    }
}

/// What a field stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Atom {
    Fact(FactId),
    Slot(u32),
    Same,
}

/// A conjunction: a stretch of the literals.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cube {
    start: u32,
    end: u32,
}

/// A derived term: any of its cubes suffices.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    /// About how many persons.
    persons: u8,
    /// *For some person*: the cubes speak of one person more than the slot.
    some: bool,
    /// A stretch of the cubes.
    cubes: (u32, u32),
    /// Where the result goes.
    out: Field,
}

/// An edition, compiled.
pub struct Program {
    pub(crate) lits: Vec<Lit>,
    pub(crate) cubes: Vec<Cube>,
    pub(crate) slots: Vec<Slot>,
    pub(crate) fact_fields: Vec<Field>,
    pub(crate) slot_of: HashMap<Derived, u32>,
    /// Slots of consequences and the like, by the order in which they were asked for.
    pub(crate) extra: Vec<u32>,
    /// Words of a case row, a person row and a pair row.
    pub(crate) words: [usize; 3],
    /// What an empty row looks like: every value possible.
    pub(crate) blank: [Vec<u64>; 3],
}

impl Program {
    /// The number of derived terms.
    pub fn slots(&self) -> usize {
        self.slots.len()
    }

    /// The number of cubes.
    pub fn cubes(&self) -> usize {
        self.cubes.len()
    }

    /// The slot of a derived term.
    pub fn slot(&self, what: Derived) -> Option<u32> {
        self.slot_of.get(&what).copied()
    }

    /// The slot of an extra condition, by the order in which they were given.
    pub fn extra_slot(&self, at: usize) -> Option<u32> {
        self.extra.get(at).copied()
    }

    /// Every literal, in the order of the tables.
    pub(crate) fn literals(&self) -> &[Lit] {
        &self.lits
    }

    /// The field of a fact.
    pub fn field(&self, fact: FactId) -> Field {
        self.fact_fields[fact.0 as usize]
    }
}
