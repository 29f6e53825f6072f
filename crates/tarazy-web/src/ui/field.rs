//! What is written rather than chosen.

use maud::{Markup, html};

/// A line or a box of text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Field<'a> {
    /// The name that is sent, and the id.
    pub name: &'a str,
    /// What is asked.
    pub label: &'a str,
    /// How large the label is written (`l`, `m`, `s`), if not plainly.
    pub size: Option<&'a str>,
    /// A few more words.
    pub hint: Option<&'a str>,
    /// What was wrong with what was written.
    pub error: Option<&'a str>,
    /// The word before an error, for those who listen.
    pub error_word: &'a str,
    /// What is written already.
    pub value: &'a str,
    /// How wide, as a class (`govuk-input--width-10`).
    pub width: Option<&'a str>,
    /// What keyboard a phone shows.
    pub inputmode: Option<&'a str>,
}

/// A line.
pub fn input(field: &Field<'_>) -> Markup {
    let class = class("govuk-input", field);
    around(
        field,
        &html! {
            input class=(class) id=(field.name) name=(field.name) type="text" value=[(!field.value.is_empty()).then_some(field.value)]
                inputmode=[field.inputmode] aria-describedby=[described(field)];
        },
    )
}

/// A box.
pub fn textarea(field: &Field<'_>) -> Markup {
    let class = class("govuk-textarea", field);
    around(
        field,
        &html! {
            textarea class=(class) id=(field.name) name=(field.name) rows="5" aria-describedby=[described(field)] { (field.value) }
        },
    )
}

/// A file.
pub fn file_upload(field: &Field<'_>) -> Markup {
    let class = class("govuk-file-upload", field);
    around(
        field,
        &html! {
            input class=(class) id=(field.name) name=(field.name) type="file" aria-describedby=[described(field)];
        },
    )
}

pub(super) fn error_message(name: &str, word: &str, text: &str) -> Markup {
    html! {
        p id=(format!("{name}-error")) class="govuk-error-message" {
            span class="govuk-visually-hidden" { (word) ":" } " " (text)
        }
    }
}

fn class(base: &str, field: &Field<'_>) -> String {
    let mut out = base.to_owned();
    if let Some(width) = field.width {
        out.push(' ');
        out.push_str(width);
    }
    if field.error.is_some() {
        out.push_str(&format!(" {base}--error"));
    }
    out
}

fn described(field: &Field<'_>) -> Option<String> {
    let ids = [field.hint.map(|_| "hint"), field.error.map(|_| "error")];
    let ids: Vec<String> = ids.into_iter().flatten().map(|what| format!("{}-{what}", field.name)).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn around(field: &Field<'_>, control: &Markup) -> Markup {
    let class = if field.error.is_some() { "govuk-form-group govuk-form-group--error" } else { "govuk-form-group" };
    let label = field.size.map_or_else(|| "govuk-label".to_owned(), |size| format!("govuk-label govuk-label--{size}"));
    html! {
        div class=(class) {
            label class=(label) for=(field.name) { (field.label) }
            @if let Some(hint) = field.hint { div id=(format!("{}-hint", field.name)) class="govuk-hint" { (hint) } }
            @if let Some(error) = field.error { (error_message(field.name, field.error_word, error)) }
            (control)
        }
    }
}
