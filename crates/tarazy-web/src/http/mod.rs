//! The ground under every page: the server loop, and what every request and answer goes through.
//!
//! [`serve`] takes connections, [`hygiene`] puts a router behind the checks and headers that no page may forget, [`Problem`] is how any
//! of them refuses. Nothing here knows what a page or a case is.

mod account;
mod asked;
mod guard;
mod health;
mod host;
mod hygiene;
mod io;
mod metrics;
mod origin;
mod problem;
mod request_id;
mod serve;
mod settings;
mod watched;

pub use asked::{Asked, words};
pub use hygiene::hygiene;
pub use metrics::Metrics;
pub use problem::{KINDS, Mistake, Problem};
pub use request_id::RequestId;
pub use serve::{Peer, serve, stop_signal};
pub use settings::{Check, Limits, ProblemPage, Settings};
