//! What every request must pass, and what every answer carries.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, HttpBody};
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, Method, Request, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;

use super::asked::Asked;
use super::host::host;
use super::origin;
use super::problem::{Problem, render};
use super::request_id::RequestId;
use super::settings::Settings;
use super::watched::{Fate, Watched};

/// Nothing from anywhere but here, no frames, no inline scripts or styles.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const PERMISSIONS_POLICY: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
     magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

/// Headers that an answer has unless its handler says otherwise.
const UNLESS_SET: [(HeaderName, &str); 2] =
    [(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY), (header::CACHE_CONTROL, "no-store")];
/// Headers that every answer has. Addresses are secrets here, so no other site learns from where somebody came.
const ALWAYS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS_POLICY),
];

pub(super) async fn guard(State(settings): State<Arc<Settings>>, mut request: Request<Body>, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().cloned();
    let id = id.unwrap_or_else(|| RequestId::of(request.headers()));
    let asked = Asked::of(request.uri().path(), request.headers(), id);
    request.extensions_mut().insert(asked.clone());
    let options = request.method() == Method::OPTIONS;
    let response = match refusal(&request, &settings) {
        Some(problem) => problem.into_response(),
        None if options && request.uri().path() == "*" => allowed("GET, HEAD, POST"),
        None => answer(request, next, &settings).await,
    };
    let mut response = in_words(if options { answer_options(response) } else { response }, &asked, &settings);
    let headers = response.headers_mut();
    for (name, value) in UNLESS_SET {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

fn refusal(request: &Request<Body>, settings: &Settings) -> Option<Problem> {
    let host = match host(request, &settings.hosts) {
        Ok(host) => host,
        Err(problem) => return Some(problem),
    };
    if let Err(problem) = origin::own(request, &host) {
        return Some(problem);
    }
    // What says beforehand that it is too large need not be sent.
    let announced = request.body().size_hint().lower();
    (announced > settings.limits.upload as u64).then(|| Problem::new("too-large"))
}

/// The answer of the handler, in time.
async fn answer(request: Request<Body>, next: Next, settings: &Settings) -> Response {
    let limits = &settings.limits;
    let mut fate = Fate::default();
    let request = request.map(|body| {
        let (watched, its_fate) = Watched::new(body, limits.upload, limits.stall);
        fate = its_fate;
        Body::new(watched)
    });
    let response = match timeout(limits.request, next.run(request)).await {
        Ok(response) => response,
        Err(_) if fate.is_reading() => return Problem::new("stalled").into_response(),
        Err(_) => return retry_after(Problem::new("too-slow"), Duration::from_secs(5)),
    };
    match fate.problem() {
        // The handler saw a broken body; we know why.
        Some(kind) if response.status().is_client_error() => Problem::new(kind).into_response(),
        _ => response,
    }
}

fn retry_after(problem: Problem, pause: Duration) -> Response {
    let mut response = problem.into_response();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(pause.as_secs()));
    response
}

/// Puts a refusal into words. What some layer refused in bare words of its own is a refusal too; a page or data of a handler stays.
fn in_words(mut response: Response, asked: &Asked, settings: &Settings) -> Response {
    let status = response.status();
    let problem = match response.extensions_mut().remove::<Problem>() {
        Some(problem) => problem,
        None if (status.is_client_error() || status.is_server_error()) && is_bare(&response) => {
            Problem::of_status(status)
        }
        None => return response,
    };
    let problem = match response.headers().get(header::ALLOW).and_then(|a| a.to_str().ok()) {
        Some(allow) => problem.with("allow", allow.replace(',', ", ")),
        None => problem,
    };
    render(&problem, asked, &settings.problem_page, response)
}

fn is_bare(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    kind.is_none_or(|k| k.starts_with(b"text/plain"))
}

/// A route that answers nothing else says what it answers.
fn answer_options(response: Response) -> Response {
    if response.status() != StatusCode::METHOD_NOT_ALLOWED {
        return response;
    }
    let allow = response.headers().get(header::ALLOW).and_then(|a| a.to_str().ok()).unwrap_or_default();
    allowed(allow)
}

fn allowed(methods: &str) -> Response {
    let mut all: Vec<&str> = methods.split(',').map(str::trim).filter(|m| !m.is_empty()).collect();
    all.push("OPTIONS");
    let mut response = StatusCode::NO_CONTENT.into_response();
    if let Ok(value) = HeaderValue::from_str(&all.join(", ")) {
        response.headers_mut().insert(header::ALLOW, value);
    }
    response
}
