//! Pages and the API: who answers, in a browser.
//!
//! *For*: HTTP. *May enter*: requests, pages, forms. *Never belongs here*: deciding (`tarazy-law`), wording (`tarazy-words`), storage
//! (`tarazy-store`), documents (`tarazy-paper`). The law and the samples come in from outside, so that they are loaded once.

pub mod api;
mod assets;
mod at;
mod edit;
pub mod http;
mod law;
mod layout;
mod pages;
mod site;
mod subject;
mod suppose;
mod trouble;
pub mod ui;

pub use law::{Law, Sample};
pub use site::Site;
