//! A router behind everything that no page may forget.

use std::any::Any;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};

use super::account::{account, tell_route};
use super::guard::guard;
use super::health;
use super::problem::Problem;
use super::settings::Settings;

/// An answer smaller than this fits into one packet anyhow.
const WORTH_COMPRESSING: u64 = 1200;
/// Beyond this, brotli costs more time than its bytes save.
const CHEAP: CompressionLevel = CompressionLevel::Precise(4);

/// Puts a router behind the checks, limits and headers of the house, with `/healthz` and `/metrics` beside its routes.
///
/// From the outside to the inside: the log and the counts (which see the bytes as they leave), compression, the checks of the request and the
/// headers of the answer, and last, closest to the handlers, what catches their panics. A route that takes uploads says so with
/// [`DefaultBodyLimit::max`] of [`Limits::upload`](super::Limits::upload).
pub fn hygiene(router: Router, settings: &Settings) -> Router {
    let settings = Arc::new(settings.clone());
    let compressed = SizeAbove::new(WORTH_COMPRESSING)
        .and(NotForContentType::IMAGES)
        .and(NotForContentType::const_new("font/"))
        .and(NotForContentType::const_new("application/pdf"))
        .and(NotForContentType::const_new("application/zip"))
        // Lines that somebody waits for.
        .and(NotForContentType::const_new("application/x-ndjson"));
    let inner = router
        .merge(health::router(settings.clone()))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(DefaultBodyLimit::max(settings.limits.body))
        .layer(from_fn(tell_route));
    // Only from outside can be seen what a router says by itself, such as which methods a route takes.
    Router::new()
        .fallback_service(inner)
        .layer(from_fn_with_state(settings.clone(), guard))
        .layer(CompressionLayer::new().gzip(true).br(true).quality(CHEAP).compress_when(compressed))
        .layer(from_fn_with_state(settings, account))
}

fn panicked(what: Box<dyn Any + Send>) -> Response {
    let said = what.downcast_ref::<String>().map(String::as_str).or(what.downcast_ref::<&str>().copied());
    tracing::error!(what = said.unwrap_or("?"), "a handler panicked");
    Problem::new("internal").into_response()
}
