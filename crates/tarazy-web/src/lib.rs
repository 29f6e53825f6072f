//! Pages and the API: who answers, in a browser.
//!
//! *For*: HTTP. *May enter*: requests, pages, forms. *Never belongs here*: deciding (`tarazy-law`), wording (`tarazy-words`), storage
//! (`tarazy-store`), documents (`tarazy-paper`). The law and the samples come in from outside, so that they are loaded once.

pub mod api;
pub mod http;
mod law;

pub use law::{Law, Sample};
