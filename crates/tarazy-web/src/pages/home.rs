//! The first page.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use maud::html;

use super::{Answer, see, show};
use crate::at::{At, LANGUAGES};
use crate::layout::Page;
use crate::site::Site;
use crate::ui;

/// To the language that the browser asks for; Kazakh, where it asks for none of the three.
pub(super) async fn choose(headers: HeaderMap) -> Response {
    let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let code = preferred(asked);
    let mut response = see(&format!("/{code}")).into_response();
    response.headers_mut().insert(header::VARY, header::HeaderValue::from_static("accept-language"));
    response
}

/// The known language with the greatest weight; among equals the one named first.
fn preferred(asked: &str) -> &'static str {
    let mut best = ("kk", 0.0);
    for part in asked.split(',') {
        let mut words = part.split(';').map(str::trim);
        let code = words.next().unwrap_or_default().split('-').next().unwrap_or_default().to_ascii_lowercase();
        let weight = words.find_map(|w| w.strip_prefix("q=")?.parse::<f64>().ok()).unwrap_or(1.0);
        let known = LANGUAGES.iter().find(|(lang, _)| lang.code() == code);
        if let Some((lang, _)) = known
            && weight > best.1
        {
            best = (lang.code(), weight);
        }
    }
    best.0
}

pub(super) async fn page(State(site): State<Arc<Site>>, at: At) -> Answer {
    let say = |key: &str| at.say(key);
    let main = html! {
        div class="govuk-grid-row hero" {
            div class="govuk-grid-column-two-thirds" {
                h1 class="govuk-heading-xl" { (say("home-title")) }
                p class="govuk-body-l" { (say("home-lead")) }
                p class="govuk-body" { (say("home-how")) }
                (ui::start_button(&at.to("/new"), &say("home-begin")))
                p class="govuk-body" { a class="govuk-link" href=(at.to("/samples")) { (say("home-samples")) } }
            }
        }
        div class="columns" {
            @for key in ["home-asks", "home-answers", "home-keeps"] {
                div class="column" {
                    h2 class="govuk-heading-m" { (say(key)) }
                    p class="govuk-body" { (say(&format!("{key}.text"))) }
                }
            }
        }
        h2 class="govuk-heading-m" { (say("home-other")) }
        ul class="govuk-list" {
            li { a class="govuk-link" href=(at.to("/binds")) { (say("home-binds")) } }
            li { a class="govuk-link" href=(format!("{}#upload", at.to("/new"))) { (say("home-upload")) } }
            li { a class="govuk-link" href=(at.to("/api")) { (say("home-api")) } }
        }
    };
    show(&site, &at, Page::new(say("home-title"), main))
}

#[cfg(test)]
mod tests {
    use super::preferred;

    #[test]
    fn the_language_asked_for() {
        assert_eq!(preferred(""), "kk");
        assert_eq!(preferred("de-DE,de;q=0.9"), "kk");
        assert_eq!(preferred("en-GB,en;q=0.9,ru;q=0.8"), "en");
        assert_eq!(preferred("de,ru;q=0.5,en;q=0.4"), "ru");
        assert_eq!(preferred("en;q=0.1, kk"), "kk");
    }
}
