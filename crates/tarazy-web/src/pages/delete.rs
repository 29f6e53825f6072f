//! A case is deleted by whoever holds it.

use std::sync::Arc;

use axum::extract::State;
use maud::html;

use super::{Answer, see, show};
use crate::at::At;
use crate::layout::Page;
use crate::site::Site;
use crate::subject::{Held, blocking};
use crate::ui;

pub(super) async fn page(State(site): State<Arc<Site>>, at: At, held: Held) -> Answer {
    let back = at.to(&held.subject.path(""));
    let main = html! {
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" {
                h1 class="govuk-heading-xl" { (at.say("delete-title")) }
                p class="govuk-body-l" { (held.subject.case.title.get(at.lang)) }
                (ui::warning(&at.say("page-warning"), &at.say("delete-warning")))
                form method="post" { (ui::warning_button(&at.say("delete-go"))) }
                p class="govuk-body" { a class="govuk-link" href=(back) { (at.say("delete-keep")) } }
            }
        }
    };
    show(&site, &at, Page::new(at.say("delete-title"), main).back(&at, &back))
}

pub(super) async fn gone(State(site): State<Arc<Site>>, at: At, held: Held) -> Answer {
    blocking(&site, move |site| site.store.delete(&held.holder)).await?;
    Ok(see(&at.to("/deleted")))
}

pub(super) async fn done(State(site): State<Arc<Site>>, at: At) -> Answer {
    let main = html! {
        (ui::panel(&at.say("delete-done"), &html! { (at.say("delete-done.text")) }))
        p class="govuk-body" { a class="govuk-link" href=(at.to("")) { (at.say("page-home")) } }
    };
    show(&site, &at, Page::new(at.say("delete-done"), main))
}
