//! Norms as Markdown that lawyers read, compiled into verdicts with reasons.
//!
//! *For*: everybody who asks what the law says about a case. *May enter*: the law language, its meaning, its evaluation and analysis.
//! *Never belongs here*: a clock, a disk, a network, words for people (they are in `tarazy-words`), and any article number, term or amount
//! (they are in `law/`).
//!
//! The straight way: files → [`syntax`] → [`model`] (names looked up, one [`model::Rulebook`] for each edition) → [`program`] (flat tables)
//! → verdicts, with [`explain`] for reasons.

pub mod batch;
pub mod case;
pub mod check;
pub mod dates;
pub mod decide;
pub mod diag;
pub mod exact;
pub mod explain;
pub mod export;
pub mod lang;
pub mod model;
pub mod program;
pub mod read_case;
pub mod source;
pub mod syntax;
pub mod write_case;

pub use diag::{Code, Diagnostic, Severity};
pub use lang::{Lang, Text3};
pub use source::{FileId, Source, Sources, Span};
