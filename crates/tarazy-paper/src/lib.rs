//! A decision on paper: the *finding*, a PDF that an office can sign; and the *opinion* on a text of law, as PDF and for a word processor.
//!
//! *For*: documents. *May enter*: words and layout. *Never belongs here*: deciding, and any text that `tarazy-words` could say.
//! It is a room of its own because typst takes long to build, and nobody else needs it.
//!
//! The straight way: a decision → `sheet` (what stands on the paper, as plain data) → `letters` (only what the fonts can show) →
//! `press` (typst lays it out by `finding.typ` and writes the PDF). What a person wrote reaches typst as data and never as markup.

mod docx;
mod facts;
mod letters;
mod norms;
mod opinion;
mod press;
mod sheet;
mod tables;

pub use opinion::{opinion_docx, opinion_pdf};

use std::fmt;

use jiff::civil::Date;
use tarazy_law::case::Case;
use tarazy_law::decide::Decision;
use tarazy_law::model::Corpus;
use tarazy_words::Words;

/// What goes on paper. Whatever stands on it comes from here, the day too, so the same finding is the same bytes.
pub struct Finding<'a> {
    /// The language.
    pub words: &'a Words,
    /// The law that was asked.
    pub corpus: &'a Corpus,
    /// The case that was decided.
    pub case: &'a Case,
    /// What came out.
    pub decision: &'a Decision,
    /// The day it is written.
    pub written_on: Date,
    /// Where the same answer can be looked up.
    pub address: Option<String>,
}

impl Finding<'_> {
    /// The PDF, accessible (PDF/UA-1) and fit to be kept (PDF/A-2a).
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let mut data = serde_json::to_value(sheet::Sheet::of(self)).map_err(|e| PaperError(e.to_string()))?;
        letters::clean(&mut data);
        press::print(press::Form::Finding, data.to_string(), self.written_on)
    }
}

/// Why there is no paper. Nothing that a person writes into a case should lead here.
#[derive(Debug)]
pub struct PaperError(String);

impl fmt::Display for PaperError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PaperError {}
