//! What there is: editions and sample cases.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tarazy_law::Text3;

use super::Api;
use super::query::Parameters;
use super::to_json::to_json;
use crate::http::Problem;

type Given = Query<Vec<(String, String)>>;

pub(super) async fn editions(State(api): State<Api>, Query(given): Given) -> Result<Json<Value>, Problem> {
    Parameters::new(given, &[])?;
    let compared = api.law.compared();
    let now = api.law.in_force().map(|e| e.book.selection.edition.as_str());
    let list = api.law.corpus.editions.iter().map(|e| {
        json!({
            "name": e.name,
            "also": e.also,
            "title": e.title,
            "on": e.on,
            "in_force": e.in_force.map(|d| d.to_string()),
            "newest_in_force": now == Some(e.name.as_str()),
            "compared": compared.iter().any(|c| c.book.selection.edition == e.name),
        })
    });
    Ok(Json(list.collect()))
}

pub(super) async fn samples(State(api): State<Api>, Query(given): Given) -> Result<Json<Value>, Problem> {
    Parameters::new(given, &[])?;
    let list = api.law.samples.iter().map(|s| {
        let source = s.case.source.clone().unwrap_or_else(Text3::default);
        json!({ "id": s.case.id, "title": s.case.title, "summary": s.case.summary, "source": source })
    });
    Ok(Json(list.collect()))
}

/// The case, ready to be sent to `/api/decide`: as JSON, or as it was written for whoever prefers TOML.
pub(super) async fn sample(
    State(api): State<Api>,
    Path(id): Path<String>,
    Query(given): Given,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    Parameters::new(given, &[])?;
    let sample = api.law.sample(&id).ok_or_else(|| Problem::new("not-found"))?;
    let accept = headers.get(header::ACCEPT).and_then(|a| a.to_str().ok()).unwrap_or_default();
    if accept.contains("application/toml") && sample.source.path.ends_with(".toml") {
        return Ok(([(header::CONTENT_TYPE, "application/toml")], sample.source.text.clone()).into_response());
    }
    let case = to_json(&sample.source.text).ok_or_else(|| Problem::new("internal"))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], case).into_response())
}
