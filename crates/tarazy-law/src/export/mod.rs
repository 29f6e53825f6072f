//! The same law for somebody else's solver: SMT-LIB 2 (z3, cvc5) and answer-set programs (clingo).
//!
//! Both say, for named persons, what every fact may be, what a case settles, and what follows. They are written from the conditions
//! as they stand in the pages, not from the compiled tables, and with the numbers and dates themselves instead of intervals:
//! so a solver checks the whole of what the engine does on its way to a verdict. `cargo xtask cross-check` does.

mod asp;
mod calendar;
mod problem;
mod sexp;
mod smtlib;

use crate::case::Case;
use crate::model::{Corpus, Rulebook};
use problem::Problem;

pub use problem::{labels, symbol};

/// The edition for an SMT solver: every fact a constant, every term a `define-fun` for each person or pair, what the case settles asserted.
///
/// `persons` are those for whom it is written; when empty, the persons of the case. Of a case, only what it says of these persons is asserted.
pub fn smtlib(corpus: &Corpus, book: &Rulebook, persons: &[String], case: Option<&Case>) -> String {
    smtlib::write(&Problem::new(corpus, book, persons, case))
}

/// The edition for clingo: a choice for every open fact, rules for every term, `applies/2` shown.
///
/// `persons` as for [`smtlib`].
pub fn asp(corpus: &Corpus, book: &Rulebook, persons: &[String], case: Option<&Case>) -> String {
    asp::write(&Problem::new(corpus, book, persons, case))
}

/// Of [`smtlib`], only the assertions that a case adds: an edition can be loaded once, and each case asserted between `(push)` and `(pop)`.
pub fn smtlib_case(corpus: &Corpus, book: &Rulebook, persons: &[String], case: &Case) -> String {
    smtlib::write_case(&Problem::new(corpus, book, persons, Some(case)))
}
