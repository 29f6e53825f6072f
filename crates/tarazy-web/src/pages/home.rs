//! The first page.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::{Answer, see, show};
use crate::at::At;
use crate::http::Asked;
use crate::layout::Page;
use crate::site::Site;
use crate::ui;

/// To the language that the browser prefers; Kazakh, where it names none of the three.
pub(super) async fn choose(asked: Asked) -> Response {
    let mut response = see(&format!("/{}", asked.lang.code())).into_response();
    response.headers_mut().insert(header::VARY, header::HeaderValue::from_static("accept-language"));
    response
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
