//! What a corpus says, with every name looked up.

mod book;
mod condition;
mod corpus;
mod edges;
mod formula;
mod intervals;
mod provision;
mod resolve;
mod vocabulary;

pub use book::{
    Bearer, BookClaim, BookFact, Consequence, DateExpr, Deadline, DefId, Definition, Edge, ExcId, Exception, FactId,
    FactKind, Norm, NormId, OTHERS, PropertyRule, Relation, Rulebook, Sanction, Selection, Table, TableRows, TestRule,
    covers,
};
pub use corpus::{ActInfo, Corpus, EditionInfo, Loaded};
pub use formula::{Args, Derived, Formula, Op, Test, Var};
pub use provision::{ProvId, ProvisionInfo};
pub(crate) use vocabulary::day_number;
pub use vocabulary::{Domain, Sort, VocabFact, VocabId, Vocabulary};
