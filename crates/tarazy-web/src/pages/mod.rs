//! The pages, one subject a file.

mod about;
mod answer;
mod binds;
mod check;
mod delete;
mod hand_over;
mod history;
mod home;
mod law;
mod overview;
mod person;
mod question;
mod samples;
mod start;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::http::Settings;
use crate::layout::Page;
use crate::site::Site;
use crate::trouble::Trouble;

/// A page, a redirection, or what went wrong.
type Answer = Result<Response, Trouble>;

/// Every page.
pub(crate) fn router(site: &Arc<Site>, settings: &Settings) -> Router<Arc<Site>> {
    let read = |base: &str| {
        let at = |page: &str| format!("/{{lang}}/{base}{page}");
        Router::new()
            .route(&at("/answer"), get(answer::page))
            .route(&at("/answer/{norm}"), get(answer::norm))
            .route(&at("/facts"), get(check::page))
            .route(&at("/case.json"), get(hand_over::case))
            .route(&at("/decision.json"), get(hand_over::decision))
            .route(&at("/finding.pdf"), get(hand_over::finding))
            .route(&at("/copy"), post(start::copy))
    };
    let held = |page: &str| format!("/{{lang}}/case/{{key}}{page}");
    Router::new()
        .route("/", get(home::choose))
        .route("/{lang}", get(home::page))
        .route("/{lang}/samples", get(samples::page))
        .route("/{lang}/samples/{key}", get(to_answer))
        .route("/{lang}/shared/{key}", get(to_answer))
        .merge(read("samples/{key}"))
        .merge(read("shared/{key}"))
        .merge(read("case/{key}"))
        .route("/{lang}/new", get(start::page).post(start::begin))
        .route(
            "/{lang}/upload",
            get(start::page).post(start::upload).layer(DefaultBodyLimit::max(settings.limits.body)),
        )
        .route(&held(""), get(overview::page))
        .route(&held("/about"), get(start::describe).post(start::described))
        .route(&held("/persons"), get(person::list).post(person::add))
        .route(&held("/persons/{person}"), get(person::edit).post(person::edited))
        .route(&held("/persons/{person}/remove"), post(person::remove))
        .route(&held("/next"), get(question::next))
        .route(&held("/question/{fact}"), get(question::page).post(question::answer))
        .route(&held("/history"), get(history::page))
        .route(&held("/restore"), post(history::restore))
        .route(&held("/keep"), get(hand_over::page))
        .route(&held("/delete"), get(delete::page).post(delete::gone))
        .route("/{lang}/deleted", get(delete::done))
        .route("/{lang}/binds", get(binds::page))
        .merge(law::router(site))
        .route("/{lang}/api", get(about::api))
        .route("/{lang}/about", get(about::about))
        .route("/{lang}/accessibility", get(about::accessibility))
        .route("/{lang}/privacy", get(about::privacy))
}

/// A case that can only be read has no page but its answer.
async fn to_answer(at: crate::at::At, subject: crate::subject::Subject) -> Response {
    see(&at.to(&subject.path("/answer")))
}

/// Go on there.
fn see(address: &str) -> Response {
    Redirect::to(address).into_response()
}

/// What a form sent.
struct Form(Vec<(String, String)>);

impl Form {
    fn read(body: &str) -> Form {
        Form(crate::at::decode(body))
    }

    /// The first value, trimmed; empty where there is none.
    fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.trim())
    }

    /// The first value as it was sent.
    fn whole(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.trim())
    }
}

/// A page as a response.
#[expect(clippy::unnecessary_wraps, reason = "handlers end with it")]
fn show(site: &Site, at: &crate::at::At, page: Page) -> Answer {
    Ok(page.render(site, at))
}
