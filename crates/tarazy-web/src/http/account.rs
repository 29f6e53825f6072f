//! What is said of a request afterwards: one line of the log, and the counts.

use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll};
use std::time::Instant;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{MatchedPath, State};
use axum::http::{Method, Request};
use axum::middleware::Next;
use axum::response::Response;
use hyper::body::{Frame, SizeHint};
use tracing::Instrument;

use super::metrics::Metrics;
use super::request_id::{self, RequestId};
use super::settings::Settings;

/// The route where there is none.
const NO_ROUTE: &str = "-";

/// Where the router, deep inside, notes which route it took.
#[derive(Clone, Default)]
struct Route(Arc<OnceLock<MatchedPath>>);

impl Route {
    fn as_str(&self) -> &str {
        self.0.get().map_or(NO_ROUTE, MatchedPath::as_str)
    }
}

/// Notes the route, for the log.
pub(super) async fn tell_route(request: Request<Body>, next: Next) -> Response {
    if let (Some(route), Some(path)) = (request.extensions().get::<Route>(), request.extensions().get::<MatchedPath>())
    {
        // It was taken once; there is nothing to note a second time.
        let _ = route.0.set(path.clone());
    }
    next.run(request).await
}

pub(super) async fn account(State(settings): State<Arc<Settings>>, mut request: Request<Body>, next: Next) -> Response {
    let id = RequestId::of(request.headers());
    let route = Route::default();
    request.extensions_mut().insert(route.clone());
    let mut line = Line {
        metrics: settings.metrics.clone(),
        id: id.clone(),
        method: request.method().clone(),
        route,
        began: Instant::now(),
        status: None,
        bytes: 0,
    };
    let span = tracing::info_span!("request", id = id.as_str());
    request.extensions_mut().insert(id.clone());
    let mut response = next.run(request).instrument(span).await;
    line.status = Some(response.status().as_u16());
    if let Some(value) = id.header() {
        response.headers_mut().insert(request_id::HEADER, value);
    }
    response.map(|body| Body::new(Counted { body, line }))
}

/// Written when it is dropped: when the answer is sent, or when whoever asked is gone.
struct Line {
    metrics: Metrics,
    id: RequestId,
    method: Method,
    /// The pattern and not the address: addresses here are secrets, and a log is read by more people.
    route: Route,
    began: Instant,
    status: Option<u16>,
    bytes: u64,
}

impl Drop for Line {
    fn drop(&mut self) {
        let took = self.began.elapsed();
        // Nobody saw a status when whoever asked left before the answer.
        let status = self.status.unwrap_or(499);
        self.metrics.request(self.route.as_str(), &self.method, status, took);
        tracing::info!(
            target: "tarazy::http",
            id = self.id.as_str(),
            method = self.method.as_str(),
            route = self.route.as_str(),
            status,
            ms = took.as_secs_f64() * 1000.0,
            bytes = self.bytes,
            "request"
        );
    }
}

/// A body whose bytes are counted on their way out.
struct Counted {
    body: Body,
    line: Line,
}

impl HttpBody for Counted {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        if let Poll::Ready(Some(Ok(frame))) = &frame {
            self.line.bytes += frame.data_ref().map_or(0, Bytes::len) as u64;
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
