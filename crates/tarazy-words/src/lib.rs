//! What Tarazy says to people, in Kazakh, Russian and English.
//!
//! *For*: everything a person reads: mistakes in a page or a case, and answers. *May enter*: messages, citations, layout.
//! *Never belongs here*: deciding anything. What is said here was decided in `tarazy-law`; here it is only put into words.
//!
//! The words are in `locales/`, one file for each language; the build compares the files and fails where one falls behind.

mod amount;
mod because;
mod brief;
mod cite;
mod clauses;
mod compare;
mod condition;
mod diagnostics;
pub mod difference;
mod due;
mod fact;
mod finding;
mod full;
mod html;
mod known;
mod law;
pub mod opinion;
mod outline;
mod patch;
mod picture;
mod provision;
mod question;
pub mod review;
mod sentence;
mod style;
mod tree;
mod view;
mod waiting;
mod words;

pub use amount::{capital, date, number};
pub use because::{distance, open_facts, steps_away};
pub use brief::brief;
pub use cite::{citation, cited, source};
pub use compare::compare;
pub use diagnostics::{diagnostics, explain_code, one_line};
pub use due::Detail;
pub use fact::fact;
pub use finding::Note;
pub use full::{full, near_miss};
pub use html::html;
pub use law::{contents, property};
pub use outline::{Clause, outline};
pub use patch::{PATCH_FORMAT, PatchAccount, PropertyDoc, patch, patch_schema};
pub use picture::{Link, Part, Picture, Relations, picture, relations, relations_of};
pub use provision::provision;
pub use question::{question, question_about};
pub use sentence::{answers, clusters, sentence};
pub use style::Style;
pub use tree::{Node, Shown};
pub use view::{View, heading_in};
pub use waiting::Waiting;
pub use words::Words;
