//! Ways through the pages.

use maud::{Markup, html};

/// Past everything that stands on each page.
pub fn skip_link(text: &str, href: &str) -> Markup {
    html! { a href=(href) class="govuk-skip-link" data-module="govuk-skip-link" { (text) } }
}

/// To the page before this one.
pub fn back_link(text: &str, href: &str) -> Markup {
    html! { a href=(href) class="govuk-back-link" { (text) } }
}

/// The same page in another language: code, name, address (none for the one that is read).
pub fn languages(label: &str, items: &[(&str, &str, Option<String>)]) -> Markup {
    html! {
        nav class="govuk-language-navigation" aria-label=(label) {
            ul class="govuk-language-navigation__list" {
                @for (code, name, href) in items {
                    li class="govuk-language-navigation__list-item" {
                        @if let Some(href) = href {
                            a class="govuk-language-navigation__link" href=(href) rel="alternate" lang=(code) hreflang=(code) { (name) " " }
                        } @else {
                            span class="govuk-language-navigation__text" aria-current="true" lang=(code) { (name) }
                        }
                    }
                }
            }
        }
    }
}

/// The main ways: address, name, whether one is on it.
pub fn service_navigation(menu: &str, items: &[(String, String, bool)]) -> Markup {
    html! {
        div class="govuk-service-navigation" data-module="govuk-service-navigation" {
            div class="govuk-width-container" {
                div class="govuk-service-navigation__container" {
                    nav aria-label=(menu) class="govuk-service-navigation__wrapper" {
                        button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
                            aria-controls="navigation" hidden aria-hidden="true" { (menu) }
                        ul class="govuk-service-navigation__list" id="navigation" {
                            @for (href, text, active) in items {
                                @if *active {
                                    li class="govuk-service-navigation__item govuk-service-navigation__item--active" {
                                        a class="govuk-service-navigation__link" href=(href) aria-current="true" {
                                            strong class="govuk-service-navigation__active-fallback" { (text) }
                                        }
                                    }
                                } @else {
                                    li class="govuk-service-navigation__item" {
                                        a class="govuk-service-navigation__link" href=(href) { (text) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
