//! A case out of the body of a request.

use axum::http::{HeaderMap, header};
use tarazy_law::case::Case;
use tarazy_law::model::Corpus;
use tarazy_law::read_case::read_case;
use tarazy_law::{Code, Diagnostic, FileId, Span};
use tarazy_words::{Words, one_line};

use crate::http::{Mistake, Problem};

/// In what a case is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Json,
    Toml,
}

/// What the header says; nothing there leaves it to the text.
pub(super) fn form(headers: &HeaderMap) -> Result<Option<Form>, Problem> {
    let Some(kind) = headers.get(header::CONTENT_TYPE) else { return Ok(None) };
    let kind = kind.to_str().unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match kind.as_str() {
        "application/json" => Ok(Some(Form::Json)),
        "application/toml" => Ok(Some(Form::Toml)),
        _ => Err(Problem::new("unsupported-media-type").with("known", "application/json, application/toml")),
    }
}

/// The case, or every mistake in it at its place.
pub(super) fn read(corpus: &Corpus, words: &Words, form: Option<Form>, body: &[u8]) -> Result<Case, Problem> {
    let text = std::str::from_utf8(body).map_err(|_| Problem::new("not-utf8"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (case, wrong) =
        if form == Some(Form::Json) { read_json(corpus, text) } else { read_case(corpus, FileId(0), text) };
    if wrong.is_empty() {
        return Ok(case);
    }
    let errors = wrong.iter().map(|d| mistake(words, text, d)).collect();
    let mut problem = Problem::new("bad-case").with("errors", wrong.len().to_string());
    problem.errors = errors;
    Err(problem)
}

/// Reads JSON and nothing else: what does not begin like an object would be taken for TOML.
pub(super) fn read_json(corpus: &Corpus, text: &str) -> (Case, Vec<Diagnostic>) {
    if text.trim_start().starts_with('{') {
        return read_case(corpus, FileId(0), text);
    }
    let span = Span { file: FileId(0), start: 0, end: 0 };
    (Case::default(), vec![Diagnostic::error(Code::CaseSyntax, span).arg("message", "{…}")])
}

fn mistake(words: &Words, text: &str, d: &Diagnostic) -> Mistake {
    let (line, column) = line_column(text, d.span.start as usize);
    Mistake { line, column, message: one_line(words, d), code: d.code.as_str() }
}

/// Line and column of a byte, wherever it falls.
pub(super) fn line_column(text: &str, at: usize) -> (usize, usize) {
    let at = text.floor_char_boundary(at);
    let before = text.get(..at).unwrap_or_default();
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    (line, before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1)
}
