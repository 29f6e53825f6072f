//! `tarazy explain`.

use tarazy_law::diag::nearest;
use tarazy_review::Class;
use tarazy_words::Words;
use tarazy_words::review::{self as words_of, Example};

use crate::case::yes_no;
use crate::cli::Global;
use crate::failure::{Failure, Outcome};
use crate::out;

/// `tarazy explain [CODE]`.
pub(crate) fn run(global: &Global, code: Option<&str>) -> Result<Outcome, Failure> {
    let (words, style) = (Words::new(global.lang), out::style(global));
    let Some(code) = code else { return out::text(&words_of::codes(&words, &style)) };
    let wanted = code.trim().to_uppercase();
    if let Ok(class) = wanted.parse::<Class>() {
        let (right, wrong) = class.examples();
        return out::text(&words_of::explain(&words, class, Some(Example { wrong, right }), &style));
    }
    if let Some(code) = tarazy_law::Code::ALL.iter().find(|c| c.as_str() == wanted) {
        return out::text(&tarazy_words::explain_code(&words, *code));
    }
    let known = Class::ALL.iter().map(|c| c.code()).chain(tarazy_law::Code::ALL.iter().map(|c| c.as_str()));
    Err(unknown_code(&words, code, known))
}

/// There is no such code; these are near.
pub(crate) fn unknown_code<'a>(words: &Words, code: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    let near = nearest(&code.to_uppercase(), known).join(", ");
    let args = [("code", code), ("near", near.as_str()), ("has-near", yes_no(&near))];
    Failure::Usage(one_line(&words.say_with("review-unknown-class", &args)))
}

/// A hint that is not there leaves no gap.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
