//! Wordings that would mend the law, with their proof.
//!
//! A repair is a page like any other: an edition that stands on the reviewed one. It is taken in ([`check_patch`]), the whole edition is
//! reviewed again, and what is said of it is what was found then.

mod page;
mod patch;
mod print;
mod propose;
mod standing;

pub(crate) use patch::is_proposal;
pub use patch::{Claimed, Kept, PATCH, PatchReview, check_patch};
pub use propose::{mend, propose};
pub use standing::{Answer, Standing, standing};
