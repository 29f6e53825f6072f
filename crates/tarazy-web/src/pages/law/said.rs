//! What is said of a class of defects and of a finding. The words are those of the review, which says them to every reader; here they become
//! markup. Every page takes what it says of findings from here.

use maud::{Markup, html};
use tarazy_law::model::{Corpus, Rulebook};
use tarazy_review::{Class, Finding, Weight};
use tarazy_words::{capital, review};

use super::prose::foreign;
use crate::at::At;
use crate::ui;

/// The weights, the heaviest first.
pub(super) const WEIGHTS: [Weight; 3] = [Weight::Serious, Weight::Moderate, Weight::Remark];

/// What a class is called.
pub(super) fn title(at: &At, class: Class) -> String {
    review::title(at.words(), class)
}

/// Why it hurts, how it is mended.
pub(super) fn about(at: &At, class: Class) -> [(String, String); 2] {
    let words = at.words();
    [(at.say("explain-why"), review::why(words, class)), (at.say("explain-mend"), review::mend(words, class))]
}

/// How heavy it weighs, in a word with a colour.
pub(super) fn weight(at: &At, weight: Weight) -> Markup {
    let colour = match weight {
        Weight::Serious => Some("red"),
        Weight::Moderate => Some("purple"),
        Weight::Remark => Some("grey"),
    };
    ui::tag(&review::weight(at.words(), weight), colour)
}

/// What that weight means.
pub(super) fn weighs(at: &At, weight: Weight) -> String {
    format!("{}.", capital(&at.say(&format!("weight-{}-about", weight.as_str()))))
}

/// A finding in a sentence, a case that shows it, and where else it holds.
pub(super) fn finding(at: &At, corpus: &Corpus, book: &Rulebook, f: &Finding) -> Markup {
    let (words, lang) = (at.words(), at.lang);
    let elsewhere = review::elsewhere(words, corpus, book, f);
    html! {
        p class="govuk-body" { (foreign(&review::sentence(words, corpus, book, f), lang)) }
        @if let Some(witness) = &f.witness {
            (ui::details(&at.say("law-finding-example"), &html! {
                ul class="govuk-list govuk-list--bullet" {
                    @for told in review::example(words, corpus, book, witness) { li { (foreign(&told, lang)) } }
                }
                @if let Some(cases) = review::cases(words, f) { p class="govuk-body-s" { (capital(&cases)) "." } }
            }))
        }
        @if let Some(elsewhere) = elsewhere { p class="govuk-body-s visually-quiet" { (capital(&elsewhere)) "." } }
    }
}
