//! What is kept, and how it is found again.
//!
//! *For*: storage. *May enter*: documents as text, keys, revisions. *Never belongs here*: what a document means, a clock (whoever calls says
//! what time it is), a word for people.
//!
//! There are no accounts. Who keeps a case gets an address that nobody can guess ([`Holder`]) and from it one for reading only ([`Viewer`]);
//! whoever has an address has what it opens. What that protects and what not stands at [`Holder`].
//!
//! Calls block: they write to a disk and wait until it has written.

mod error;
mod file;
mod key;
mod store;

pub use error::StoreError;
pub use key::{BadKey, Holder, Viewer};
pub use store::{Changed, Kept, Limits, Revision, Store};
