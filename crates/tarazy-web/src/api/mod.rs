//! The API: a case in, the decision out, in the one shape that the command prints and the pages show.
//!
//! Deciding is work of the processor and not of the network: it runs beside the server loop, as many cases at once as there are cores, and each
//! request for a limited time.

mod batch;
mod case;
mod decide;
mod lists;
mod openapi;
mod query;
mod to_json;
mod work;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::routing::{get, post};

use crate::http::Settings;
use crate::law::Law;
use openapi::Documents;
pub use openapi::description;
use work::Room;

/// For how long one request may occupy a core.
const LONGEST: Duration = Duration::from_secs(3);

/// What the handlers share.
#[derive(Clone)]
struct Api {
    law: &'static Law,
    settings: Arc<Settings>,
    documents: Arc<Documents>,
    room: Room,
}

/// The routes below `/api`. They rely on [`hygiene`](crate::http::hygiene) around them.
pub fn router(law: &'static Law, settings: &Settings) -> Router {
    let api = Api {
        law,
        settings: Arc::new(settings.clone()),
        documents: Arc::new(Documents::new(law)),
        room: Room::new(LONGEST),
    };
    Router::new()
        .route("/api/decide", post(decide::decide))
        .route("/api/decide/batch", post(batch::batch))
        .route("/api/editions", get(lists::editions))
        .route("/api/samples", get(lists::samples))
        .route("/api/samples/{id}", get(lists::sample))
        .route("/api/schema/case", get(openapi::case_schema))
        .route("/api/schema/decision", get(openapi::decision_schema))
        .route("/api/openapi.json", get(openapi::openapi))
        .with_state(api)
}
