//! Buttons, and links that look like them.

use maud::{Markup, PreEscaped, html};

/// Onwards.
const ARROW: &str = concat!(
    r#"<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" "#,
    r#"aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>"#
);

/// The button of a form.
pub fn button(text: &str) -> Markup {
    html! { button type="submit" class="govuk-button" data-module="govuk-button" { (text) } }
}

/// A button for the less likely way.
pub fn secondary_button(inside: &Markup) -> Markup {
    html! { button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" { (inside) } }
}

/// A button for what cannot be undone.
pub fn warning_button(text: &str) -> Markup {
    html! { button type="submit" class="govuk-button govuk-button--warning" data-module="govuk-button" { (text) } }
}

/// A link that looks like a button; `secondary` is the less likely way.
pub fn link_button(href: &str, text: &str, secondary: bool) -> Markup {
    let class = if secondary { "govuk-button govuk-button--secondary" } else { "govuk-button" };
    html! { a href=(href) role="button" draggable="false" class=(class) data-module="govuk-button" { (text) } }
}

/// The link that begins something.
pub fn start_button(href: &str, text: &str) -> Markup {
    html! {
        a href=(href) role="button" draggable="false" class="govuk-button govuk-button--start" data-module="govuk-button" {
            (text) " " (PreEscaped(ARROW))
        }
    }
}
