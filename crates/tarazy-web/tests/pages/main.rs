//! The pages as a browser gets them, through the whole router, with the real law and samples and a store in memory.
//!
//! Every page that any test here is given is held against what must be true of every page (`page`).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod downloads;
mod every_page;
mod house;
mod law;
mod life;
mod page;
mod persons;
mod questions;
mod refusals;
mod sharing;
mod uploads;
mod what_if;
mod words;
