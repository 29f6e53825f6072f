//! What a reader should notice.

use maud::{Markup, html};

/// Something wrong with what was sent, and the field where it is.
#[derive(Clone, Debug)]
pub struct Complaint {
    /// The id of the field.
    pub field: String,
    /// What is wrong and how to mend it.
    pub text: String,
}

/// Everything that is wrong, above the page, each with a link to its field.
pub fn error_summary(title: &str, complaints: &[Complaint]) -> Markup {
    html! {
        div class="govuk-error-summary" data-module="govuk-error-summary" {
            div role="alert" {
                h2 class="govuk-error-summary__title" { (title) }
                div class="govuk-error-summary__body" {
                    ul class="govuk-list govuk-error-summary__list" {
                        @for c in complaints { li { a href=(format!("#{}", c.field)) { (c.text) } } }
                    }
                }
            }
        }
    }
}

/// What opens when somebody wants to know more.
pub fn details(summary: &str, inside: &Markup) -> Markup {
    fold(None, false, &html! { (summary) }, inside)
}

/// The same with an id, already open, or under more than plain words.
pub fn fold(id: Option<&str>, open: bool, summary: &Markup, inside: &Markup) -> Markup {
    html! {
        details id=[id] class="govuk-details" open[open] {
            summary class="govuk-details__summary" { span class="govuk-details__summary-text" { (summary) } }
            div class="govuk-details__text" { (inside) }
        }
    }
}

/// A state in a word.
pub fn tag(text: &str, colour: Option<&str>) -> Markup {
    let class = colour.map_or_else(|| "govuk-tag".to_owned(), |c| format!("govuk-tag govuk-tag--{c}"));
    html! { strong class=(class) { (text) } }
}

/// Words set apart.
pub fn inset(inside: &Markup) -> Markup {
    html! { div class="govuk-inset-text" { (inside) } }
}

/// What may hurt.
pub fn warning(word: &str, text: &str) -> Markup {
    html! {
        div class="govuk-warning-text" {
            span class="govuk-warning-text__icon" aria-hidden="true" { "!" }
            strong class="govuk-warning-text__text" { span class="govuk-visually-hidden" { (word) } " " (text) }
        }
    }
}

/// That something was done, and its name.
pub fn panel(title: &str, inside: &Markup) -> Markup {
    html! {
        div class="govuk-panel govuk-panel--confirmation" {
            h1 class="govuk-panel__title" { (title) }
            div class="govuk-panel__body" { (inside) }
        }
    }
}
