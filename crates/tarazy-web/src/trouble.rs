//! What can go wrong with a request for a page.

use axum::response::{IntoResponse, Response};

use crate::http::Problem;

/// What went wrong.
#[derive(Debug)]
pub enum Trouble {
    /// There is no such page, or nothing is kept under this address.
    NotFound,
    /// The request cannot be understood.
    Bad(String),
    /// What is kept cannot be read or written.
    Store(tarazy_store::StoreError),
    /// The document cannot be made.
    Paper(String),
}

impl From<tarazy_store::StoreError> for Trouble {
    fn from(e: tarazy_store::StoreError) -> Trouble {
        Trouble::Store(e)
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        match self {
            Trouble::NotFound => Problem::not_found(),
            Trouble::Bad(detail) => Problem::bad_request(detail),
            Trouble::Store(e) => Problem::internal(&e),
            Trouble::Paper(e) => Problem::internal(&e),
        }
        .into_response()
    }
}
