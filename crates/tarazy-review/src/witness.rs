//! A case that shows a finding, replayed by the ordinary evaluator before anybody sees it.

use tarazy_law::case::{Case, PersonIdx};
use tarazy_law::exact::Trial;
use tarazy_law::model::Derived;
use tarazy_law::program::Truth;

use crate::context::Context;

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
    pub fn replay(context: &Context<'_>, case: Case, claims: Vec<Claim>) -> Option<Witness> {
        let engine = context.engine();
        let rows = engine.run(&case);
        for claim in &claims {
            let what = context.derived(&claim.name)?;
            let (what, wanted) = match (claim.says, what) {
                (Says::Met | Says::NotMet, Derived::Applies(n)) => (Derived::Met(n), claim.says == Says::Met),
                (Says::Met | Says::NotMet, _) => return None,
                _ => (what, claim.says == Says::Applies),
            };
            let slot = engine.program.slot(what)?;
            let found = Trial::new(&engine.book, &engine.program, &rows, slot, claim.person).truth();
            if found != if wanted { Truth::True } else { Truth::False } {
                return None;
            }
        }
        Some(Witness { case, claims })
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
