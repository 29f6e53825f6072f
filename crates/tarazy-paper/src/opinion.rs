//! The opinion on a text of law, on paper.

use jiff::civil::Date;
use serde_json::json;
use tarazy_words::opinion::Opinion;

use crate::PaperError;
use crate::docx;
use crate::letters;
use crate::press::{self, Form};

/// The opinion as a PDF, accessible (PDF/UA-1) and fit to be kept (PDF/A-2a), dated. The same opinion is the same bytes.
pub fn opinion_pdf(opinion: &Opinion, written_on: Date) -> Result<Vec<u8>, PaperError> {
    let mut data = json!({ "opinion": opinion, "written-on": written_on.to_string() });
    letters::clean(&mut data);
    press::print(Form::Opinion, data.to_string(), written_on)
}

/// The opinion for a word processor: headings as styles, tables as tables, every text in its language.
pub fn opinion_docx(opinion: &Opinion, written_on: Date) -> Result<Vec<u8>, PaperError> {
    docx::docx(opinion, written_on)
}
