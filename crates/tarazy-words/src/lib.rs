//! What Tarazy says to people, in Kazakh, Russian and English.
//!
//! *For*: everything a person reads: mistakes in a page or a case, and answers. *May enter*: messages, citations, layout.
//! *Never belongs here*: deciding anything. What is said here was decided in `tarazy-law`; here it is only put into words.
//!
//! The words are in `locales/`, one file for each language; the build compares the files and fails where one falls behind.

mod cite;
mod diagnostics;
mod style;
mod words;

pub use cite::{citation, cited, source};
pub use diagnostics::{diagnostics, explain_code};
pub use style::Style;
pub use words::Words;

use tarazy_law::decide::answer::{Decision, Question};
use tarazy_law::model::Corpus;

/// One sentence: who may answer, that norms compete, that it cannot be said yet, or that nobody answers.
pub fn sentence(_words: &Words, _corpus: &Corpus, _decision: &Decision) -> String {
    String::new()
}

/// A case in a few lines: its title, one sentence for each edition, and why they differ.
pub fn brief(_words: &Words, _corpus: &Corpus, title: &str, _decisions: &[Decision], _style: &Style) -> String {
    title.to_owned()
}

/// The whole answer with its reasons.
pub fn full(_words: &Words, _corpus: &Corpus, _decision: &Decision, _style: &Style) -> String {
    String::new()
}

/// Editions side by side.
pub fn compare(_words: &Words, _corpus: &Corpus, _decisions: &[Decision], _style: &Style) -> String {
    String::new()
}

/// A question, what can be answered, and how to write the answer in the case.
pub fn question(_words: &Words, _corpus: &Corpus, _question: &Question) -> String {
    String::new()
}

/// The answer as nested HTML.
pub fn html(_words: &Words, _corpus: &Corpus, _decision: &Decision) -> String {
    String::new()
}
