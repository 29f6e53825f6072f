//! The law is reviewed: a corpus in, findings out.
//!
//! *For*: drafters, who want to know where a bill fails before a court does. *May enter*: what can be said of a text from the structure
//! and the meaning of its norms, each finding with a case that shows it, each repair with its proof.
//! *Never belongs here*: a clock, a disk, a network, words for people (they are in `tarazy-words`), and any article of any law: a finding
//! follows from what a norm says, never from what it is called.
//!
//! The straight way: [`Context`] (an edition, ready to be asked) → [`structure`] (what is missing) and [`meaning`] (what follows, by
//! [`cubes`]) → [`Finding`]s, every [`Witness`] replayed by the ordinary evaluator → [`Review`].

mod class;
mod context;
pub mod cubes;
pub mod difference;
mod finding;
mod meaning;
pub mod repair;
mod review;
mod structure;
mod witness;

pub use class::{Class, Weight};
pub use context::Context;
pub use finding::{Finding, Key, Kind, Readings, Repair, Subject, Value};
pub use meaning::Memory;
pub use review::{Options, Review, Undecided, review, review_again, review_editions, reviewable};
pub use witness::{Claim, Says, Witness};
