//! Pages and the API: who answers, in a browser.
//!
//! *For*: HTTP. *May enter*: requests, pages, forms. *Never belongs here*: deciding (`tarazy-law`), wording (`tarazy-words`), storage
//! (`tarazy-store`), documents (`tarazy-paper`). The law and the samples come in from outside, so that they are loaded once.

pub mod api;
mod assets;
mod at;
mod edit;
pub mod http;
mod law;
mod layout;
mod pages;
mod places;
mod search;
mod site;
mod subject;
mod suppose;
mod trouble;
pub mod ui;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

pub use law::{Law, Sample};
pub use site::Site;

/// Everything that is served: pages, the API, what browsers load, behind the checks of the house.
pub fn router(site: Arc<Site>, mut settings: http::Settings) -> (Router, http::Settings) {
    let for_problems = site.clone();
    settings.problem_page = Arc::new(move |problem, asked| layout::problem(&for_problems, problem, asked));
    let router = pages::router(&site, &settings)
        .route("/assets/{digest}/{name}", get(assets::serve))
        .route("/favicon.ico", get(assets::icon))
        .with_state(site.clone())
        .merge(api::router(site.law, &settings));
    (http::hygiene(router, &settings), settings)
}
