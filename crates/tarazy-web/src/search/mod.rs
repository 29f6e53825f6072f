//! Finding a provision by what somebody remembers of it: a word in any of its forms, in any of the three languages, or a number.
//!
//! The index is made once, from texts that are restated in three languages side by side, so that a Kazakh question finds a norm for a
//! Russian reader too. It holds a few thousand words and answers without scripts.

mod index;
mod kazakh;
mod letters;
mod stem;

pub(crate) use index::{Found, Index, Piece};
