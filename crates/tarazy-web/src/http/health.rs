//! `/healthz` and `/metrics`: for whoever runs the house.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Json, Router};
use serde_json::{Map, Value, json};

use super::problem::Problem;
use super::serve::Peer;
use super::settings::Settings;

pub(super) fn router(settings: Arc<Settings>) -> Router {
    Router::new().route("/healthz", get(health)).route("/metrics", get(metrics)).with_state(settings)
}

async fn health(State(settings): State<Arc<Settings>>) -> Response {
    let checks = settings.checks.clone();
    let run = move || checks.iter().map(|c| (c.name, (c.run)())).collect::<Vec<_>>();
    let Ok(results) = tokio::task::spawn_blocking(run).await else {
        return Problem::new("internal").into_response();
    };
    let well = results.iter().all(|(_, r)| r.is_ok());
    let mut said = Map::new();
    for (name, result) in results {
        if let Err(why) = &result {
            tracing::error!(check = name, why, "a part of the house does not work");
        }
        said.insert(name.to_owned(), word(result.is_ok()));
    }
    let status = if well { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(json!({ "status": word(well), "checks": said }))).into_response()
}

fn word(well: bool) -> Value {
    json!(if well { "ok" } else { "failed" })
}

async fn metrics(State(settings): State<Arc<Settings>>, peer: Option<Extension<Peer>>, headers: HeaderMap) -> Response {
    if !settings.metrics_for_all && !from_here(peer.map(|p| p.0.0.ip()), &headers) {
        return Problem::new("forbidden").into_response();
    }
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], settings.metrics.text()).into_response()
}

/// From this machine, and not handed on by a proxy that stands on it.
fn from_here(peer: Option<IpAddr>, headers: &HeaderMap) -> bool {
    let handed_on = ["forwarded", "x-forwarded-for", "x-real-ip"].iter().any(|h| headers.contains_key(*h));
    peer.is_some_and(|ip| ip.to_canonical().is_loopback()) && !handed_on
}
