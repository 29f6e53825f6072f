//! Facts in, who answers out.

pub mod answer;
mod ask;
mod consequence;
mod engine;
mod in_time;
mod refs;

pub use answer::{Decision, Finding, Verdict, decision_schema};
pub use engine::{Engine, Options};
pub use in_time::{InTime, day_of_act, decide_in_time, decide_in_time_while};
pub use refs::person_refs;
