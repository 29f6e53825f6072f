//! What can go wrong with a request for a page.

use axum::extract::multipart::MultipartError;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::http::Problem;

/// What went wrong.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// There is no such page, or nothing is kept under this address.
    NotFound,
    /// A parameter has a value that it cannot have.
    Parameter {
        /// Which.
        name: &'static str,
        /// The value.
        value: String,
    },
    /// What was sent cannot be understood.
    Bad,
    /// Nothing is law on the day that was asked for.
    NoLaw(String),
    /// Nothing that whoever asked could mend. The words are for the log.
    Internal(String),
    /// Deciding took longer than one request may.
    TooSlow,
    /// More is to be kept than one case may take.
    TooLarge,
    /// Others changed the same case again and again.
    Busy,
}

impl From<tarazy_store::StoreError> for Trouble {
    fn from(e: tarazy_store::StoreError) -> Trouble {
        match e {
            tarazy_store::StoreError::TooLarge { .. } => Trouble::TooLarge,
            other => Trouble::Internal(other.to_string()),
        }
    }
}

impl From<MultipartError> for Trouble {
    fn from(e: MultipartError) -> Trouble {
        if e.status() == StatusCode::PAYLOAD_TOO_LARGE { Trouble::TooLarge } else { Trouble::Bad }
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let problem = match self {
            Trouble::NotFound => Problem::new("not-found"),
            Trouble::Parameter { name, value } => Problem::new("bad-parameter").with("name", name).with("value", value),
            Trouble::Bad => Problem::new("bad-request"),
            Trouble::NoLaw(day) => Problem::new("no-law-on-day").with("day", day),
            Trouble::TooSlow => Problem::new("too-slow"),
            Trouble::TooLarge => Problem::new("too-large"),
            Trouble::Busy => Problem::new("conflict"),
            Trouble::Internal(what) => {
                tracing::error!(what, "a page cannot be made");
                Problem::new("internal")
            }
        };
        problem.into_response()
    }
}
