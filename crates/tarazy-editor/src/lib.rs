//! The law in an editor: mistakes and findings while typing, where a name is declared and used, what it says.
//!
//! *For*: whoever writes pages in an editor that speaks the Language Server Protocol. *May enter*: what an editor asks about a page, and how
//! that is answered from the pages as they stand, unsaved text and all.
//! *Never belongs here*: a pipe, a disk, a clock, a thread (they are the command's), what the law means (`tarazy-law`), what is wrong with it
//! (`tarazy-review`), words for people (`tarazy-words`).
//!
//! The straight way: [`Server`] (messages in and out) → `world` (pages on the disk and in the editor) → `walk` (the names of one page) →
//! `index` (over all pages) → `goto`, `say`, `rename`, `complete`, `outline`; and beside it `remark` (what is to be said at places).

mod answer;
mod complete;
mod goto;
pub mod grammar;
mod index;
mod outline;
mod remark;
mod rename;
mod say;
mod server;
mod text;
mod uri;
mod walk;
mod world;

pub use server::{Disk, Done, Job, Server};
