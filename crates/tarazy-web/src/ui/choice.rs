//! One of several, or some of several.

use maud::{Markup, html};

use super::field::error_message;

/// What can be chosen.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub text: String,
    /// A few more words.
    pub hint: Option<String>,
    /// It is chosen already.
    pub checked: bool,
    /// What is asked further when it is chosen.
    pub conditional: Option<Markup>,
    /// The word above it that sets it apart from what came before.
    pub divider: Option<String>,
}

impl Item {
    /// A choice of these words.
    pub fn new(value: impl Into<String>, text: impl Into<String>, checked: bool) -> Item {
        Item { value: value.into(), text: text.into(), checked, ..Item::default() }
    }
}

/// A question with its choices.
#[derive(Clone, Debug, Default)]
pub struct Choice<'a> {
    /// The name that is sent, and the id of the first choice.
    pub name: &'a str,
    /// The question.
    pub legend: &'a str,
    /// How large the question is written (`l`, `m`, `s`), if not plainly.
    pub size: Option<&'a str>,
    /// The question is the heading of the page.
    pub heading: bool,
    /// A few more words.
    pub hint: Option<&'a str>,
    /// What was wrong with the answer.
    pub error: Option<&'a str>,
    /// The word before an error, for those who listen.
    pub error_word: &'a str,
    /// The choices.
    pub items: Vec<Item>,
}

/// One of several.
pub fn radios(choice: &Choice<'_>) -> Markup {
    group(choice, "radio", "radios")
}

/// Some of several.
pub fn checkboxes(choice: &Choice<'_>) -> Markup {
    group(choice, "checkbox", "checkboxes")
}

fn group(choice: &Choice<'_>, kind: &str, family: &str) -> Markup {
    let name = choice.name;
    let described: Vec<String> =
        [choice.hint.map(|_| format!("{name}-hint")), choice.error.map(|_| format!("{name}-error"))]
            .into_iter()
            .flatten()
            .collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let class = if choice.error.is_some() { "govuk-form-group govuk-form-group--error" } else { "govuk-form-group" };
    let legend = match choice.size {
        Some(size) => format!("govuk-fieldset__legend govuk-fieldset__legend--{size}"),
        None => "govuk-fieldset__legend".to_owned(),
    };
    html! {
        div class=(class) {
            fieldset class="govuk-fieldset" aria-describedby=[described] {
                legend class=(legend) {
                    @if choice.heading { h1 class="govuk-fieldset__heading" { (choice.legend) } } @else { (choice.legend) }
                }
                @if let Some(hint) = choice.hint { div id=(format!("{name}-hint")) class="govuk-hint" { (hint) } }
                @if let Some(error) = choice.error { (error_message(name, choice.error_word, error)) }
                div class=(format!("govuk-{family}")) data-module=(format!("govuk-{family}")) {
                    @for (place, item) in numbered(&choice.items) { (one(choice, item, place, kind, family)) }
                }
            }
        }
    }
}

/// The items with their places, from 1. A divider takes a place too.
fn numbered(items: &[Item]) -> impl Iterator<Item = (usize, &Item)> {
    items.iter().scan(0, |place, item| {
        *place += 1 + usize::from(item.divider.is_some());
        Some((*place, item))
    })
}

fn one(choice: &Choice<'_>, item: &Item, place: usize, kind: &str, family: &str) -> Markup {
    let id = if place == 1 { choice.name.to_owned() } else { format!("{}-{place}", choice.name) };
    let hint = item.hint.as_ref().map(|_| format!("{id}-item-hint"));
    let controls = item.conditional.as_ref().map(|_| format!("conditional-{id}"));
    let conditional_class = if item.checked {
        format!("govuk-{family}__conditional")
    } else {
        format!("govuk-{family}__conditional govuk-{family}__conditional--hidden")
    };
    html! {
        @if let Some(divider) = &item.divider { div class=(format!("govuk-{family}__divider")) { (divider) } }
        div class=(format!("govuk-{family}__item")) {
            input class=(format!("govuk-{family}__input")) id=(id) name=(choice.name) type=(kind) value=(item.value)
                checked[item.checked] data-aria-controls=[controls.clone()] aria-describedby=[hint.clone()];
            label class=(format!("govuk-label govuk-{family}__label")) for=(id) { (item.text) }
            @if let (Some(text), Some(hint)) = (&item.hint, &hint) {
                div id=(hint) class=(format!("govuk-hint govuk-{family}__hint")) { (text) }
            }
        }
        @if let (Some(inner), Some(controls)) = (&item.conditional, &controls) {
            div class=(conditional_class) id=(controls) { (inner) }
        }
    }
}
