//! What a corpus claims about itself, put to the test: its examples run, its properties are proved or refuted.

mod example;
mod property;

pub use example::{ExampleResult, run_examples, scene};
pub use property::{Proof, PropertyResult, check_properties, find_case};
