//! What Tarazy is, how it treats what it is told, whom it can be used by, and its interface for machines.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use serde_json::Value;

use super::{Answer, show};
use crate::at::At;
use crate::layout::Page;
use crate::site::Site;
use crate::ui;

/// A page of headings and paragraphs: for each key its heading, and `.text` below it.
fn prose(at: &At, title: &str, keys: &[&str]) -> Markup {
    html! {
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" {
                h1 class="govuk-heading-xl" { (at.say(title)) }
                p class="govuk-body-l" { (at.say(&format!("{title}.lead"))) }
                @for key in keys {
                    h2 class="govuk-heading-m" { (at.say(key)) }
                    p class="govuk-body" { (at.say(&format!("{key}.text"))) }
                }
            }
        }
    }
}

pub(super) async fn about(State(site): State<Arc<Site>>, at: At) -> Answer {
    let main = prose(&at, "about-title", &["about-verdicts", "about-sources", "about-limits", "about-open"]);
    show(&site, &at, Page::new(at.say("about-title"), main))
}

pub(super) async fn accessibility(State(site): State<Arc<Site>>, at: At) -> Answer {
    let main = prose(&at, "accessibility-title", &["accessibility-how", "accessibility-known", "accessibility-tell"]);
    show(&site, &at, Page::new(at.say("accessibility-title"), main))
}

pub(super) async fn privacy(State(site): State<Arc<Site>>, at: At) -> Answer {
    let main = prose(&at, "privacy-title", &["privacy-kept", "privacy-addresses", "privacy-deleted", "privacy-not"]);
    show(&site, &at, Page::new(at.say("privacy-title"), main))
}

/// The interface for machines, written from the very document that machines read.
pub(super) async fn api(State(site): State<Arc<Site>>, at: At) -> Answer {
    let api = crate::api::description(site.law);
    let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
    let empty = serde_json::Map::new();
    let paths = api["paths"].as_object().unwrap_or(&empty);
    let main = html! {
        h1 class="govuk-heading-xl" { (at.say("api-title")) }
        p class="govuk-body-l" { (at.say("api-lead")) }
        (ui::inset(&html! {
            a class="govuk-link" href="/api/openapi.json" { "/api/openapi.json" } " · "
            a class="govuk-link" href="/api/schema/case" { "/api/schema/case" } " · "
            a class="govuk-link" href="/api/schema/decision" { "/api/schema/decision" }
        }))
        h2 class="govuk-heading-m" { (at.say("api-try")) }
        pre tabindex="0" role="region" aria-label=(at.say("api-try")) {
            code {
                "curl -s http://127.0.0.1:8080/api/samples/aiid-545 > case.json\n"
                "curl -s 'http://127.0.0.1:8080/api/decide?edition=enacted' -H 'content-type: application/json' -d @case.json"
            }
        }
        p class="govuk-body" { (at.say("api-english")) }
        div lang="en" {
            @for (path, methods) in paths {
                @for (method, operation) in methods.as_object().unwrap_or(&empty) {
                    section class="finding" {
                        h2 class="govuk-heading-s" { code { (method.to_uppercase()) " " (path) } }
                        p class="govuk-body" { (text(&operation["summary"])) }
                        @if !operation["description"].is_null() { p class="govuk-body" { (text(&operation["description"])) } }
                        @if let Some(parameters) = operation["parameters"].as_array() {
                            dl class="facts" {
                                @for p in parameters {
                                    dt { code { (text(&p["name"])) } }
                                    dd { (text(&p["description"])) }
                                }
                            }
                        }
                        @if let Some(responses) = operation["responses"].as_object() {
                            ul class="govuk-list" {
                                @for (status, r) in responses { li { strong { (status) } " – " (text(&r["description"])) } }
                            }
                        }
                    }
                }
            }
        }
    };
    show(&site, &at, Page::new(at.say("api-title"), main))
}
