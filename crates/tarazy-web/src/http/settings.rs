//! What differs from one house to another.

use std::sync::Arc;
use std::time::Duration;

use super::asked::Asked;
use super::metrics::Metrics;
use super::problem::Problem;

/// How much and how long. The defaults suit a small machine on the open internet.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Open connections; further ones wait in the backlog of the system.
    pub connections: usize,
    /// For the head of a request, and for the pause between two requests on one connection.
    pub head: Duration,
    /// Between two pieces of a body that somebody sends.
    pub stall: Duration,
    /// Between two pieces of an answer that somebody takes.
    pub unread: Duration,
    /// From the head of a request to the head of its answer.
    pub request: Duration,
    /// For what still runs when the server is told to stop.
    pub stop: Duration,
    /// Bytes of an ordinary body.
    pub body: usize,
    /// Bytes of an upload or a batch; nothing larger is read at all.
    pub upload: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            connections: 4096,
            head: Duration::from_secs(10),
            stall: Duration::from_secs(10),
            unread: Duration::from_secs(30),
            request: Duration::from_secs(30),
            stop: Duration::from_secs(10),
            body: 2 << 20,
            upload: 16 << 20,
        }
    }
}

/// Whether a part of the house works. It may block; what it says goes to the log only.
#[derive(Clone)]
pub struct Check {
    /// The part, such as `store`.
    pub name: &'static str,
    /// The check.
    pub run: Arc<dyn Fn() -> Result<(), String> + Send + Sync>,
}

/// Renders a problem as a page.
pub type ProblemPage = Arc<dyn Fn(&Problem, &Asked) -> String + Send + Sync>;

/// The settings of a server.
#[derive(Clone)]
pub struct Settings {
    /// How much and how long.
    pub limits: Limits,
    /// The names under which this server is reached, without ports; empty for any name.
    pub hosts: Vec<String>,
    /// Who may read `/metrics`: everybody, or only whoever asks from this machine.
    pub metrics_for_all: bool,
    /// What `/healthz` looks at.
    pub checks: Vec<Check>,
    /// The page of a problem.
    pub problem_page: ProblemPage,
    /// What is counted.
    pub metrics: Metrics,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            limits: Limits::default(),
            hosts: Vec::new(),
            metrics_for_all: false,
            checks: Vec::new(),
            problem_page: Arc::new(super::problem::plain_page),
            metrics: Metrics::default(),
        }
    }
}
