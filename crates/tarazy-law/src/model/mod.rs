//! What a corpus says, with every name looked up.

mod book;
mod corpus;
mod formula;
mod provision;
mod resolve;
mod vocabulary;

pub use book::{OTHERS, Edge, ExcId, Exception, FactId, NormId, Norm, Rulebook, Selection, Sanction, Consequence, Table, TableRows, DefId, Definition, Deadline, BookFact, FactKind, PropertyRule, BookClaim, TestRule, DateExpr, Bearer};
pub use corpus::{Corpus, EditionInfo, Loaded, ActInfo};
pub use formula::{Args, Derived, Formula, Op, Test, Var};
pub use provision::{ProvId, ProvisionInfo};
pub(crate) use vocabulary::day_number;
pub use vocabulary::{Domain, Vocabulary, VocabFact, VocabId, Sort};
