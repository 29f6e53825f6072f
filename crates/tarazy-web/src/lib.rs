//! Pages and the API: who answers, in a browser.
//!
//! *For*: HTTP. *May enter*: requests, pages, forms. *Never belongs here*: deciding (`tarazy-law`), wording (`tarazy-words`), storage
//! (`tarazy-store`), documents (`tarazy-paper`). The law and the samples come in from outside, so that they are loaded once.

mod assets;
mod at;
mod edit;
mod law;
mod layout;
mod pages;
mod site;
mod subject;
mod suppose;
mod trouble;
pub mod ui;

pub use law::Law;
pub use site::Site;
