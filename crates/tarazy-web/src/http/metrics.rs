//! What is counted, in the text format of Prometheus.

use std::sync::Arc;
use std::time::Duration;

use axum::http::Method;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

/// From half a millisecond (a page from memory) to the limit of a request.
const SECONDS: [f64; 11] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10.0, 30.0];

/// The counts of a server. Cheap to clone; all clones count together.
#[derive(Clone)]
pub struct Metrics(Arc<Counts>);

struct Counts {
    registry: Registry,
    requests: Family<Request, Counter>,
    seconds: Family<Route, Histogram>,
    connections: Gauge,
    decisions: Counter,
    memory: Gauge,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    route: String,
    method: &'static str,
    status: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

impl Default for Metrics {
    fn default() -> Metrics {
        let requests = Family::default();
        let seconds: Family<Route, Histogram> =
            Family::new_with_constructor(|| Histogram::new(SECONDS.iter().copied()));
        let (connections, decisions, memory) = (Gauge::default(), Counter::default(), Gauge::default());
        let mut registry = Registry::with_prefix("tarazy");
        registry.register("http_requests", "Requests answered", requests.clone());
        let help = "From the head of a request to the end of its answer";
        registry.register_with_unit("http_request_duration", help, Unit::Seconds, seconds.clone());
        registry.register("http_connections", "Connections open", connections.clone());
        registry.register("decisions", "Cases decided, once for each edition", decisions.clone());
        registry.register_with_unit("process_resident_memory", "Memory in use", Unit::Bytes, memory.clone());
        Metrics(Arc::new(Counts { registry, requests, seconds, connections, decisions, memory }))
    }
}

impl Metrics {
    /// Counts decisions.
    pub fn decided(&self, how_many: u64) {
        self.0.decisions.inc_by(how_many);
    }

    pub(super) fn request(&self, route: &str, method: &Method, status: u16, took: Duration) {
        let labels = Request { route: route.to_owned(), method: method_name(method), status: class(status) };
        self.0.requests.get_or_create(&labels).inc();
        self.0.seconds.get_or_create(&Route { route: route.to_owned() }).observe(took.as_secs_f64());
    }

    pub(super) fn connection_opened(&self) -> Open {
        self.0.connections.inc();
        Open(self.0.connections.clone())
    }

    /// Everything as text.
    pub fn text(&self) -> String {
        if let Some(bytes) = resident_memory() {
            self.0.memory.set(bytes);
        }
        let mut out = String::new();
        // Writing to a text cannot fail.
        let _ = encode(&mut out, &self.0.registry);
        out
    }
}

/// A connection that is open as long as this lives.
pub(super) struct Open(Gauge);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// Anybody can make up methods; each would be a line for ever.
fn method_name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

fn class(status: u16) -> &'static str {
    match status / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}

/// Where the system tells it.
fn resident_memory() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"))?;
    let kib: i64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kib * 1024)
}
