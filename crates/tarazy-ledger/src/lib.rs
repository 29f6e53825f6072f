//! Evidence that nobody can change silently.
//!
//! *For*: whoever must show years later, to somebody who does not trust them, what was done and what was said. *May enter*: trees, notes,
//! checkpoints, tiles, proofs and policies as RFC 6962 and C2SP define them.
//! *Never belongs here*: a clock, a disk, a network, words for people, and any personal data.

pub mod checkpoint;
pub mod note;
pub mod policy;
pub mod proof;
pub mod tile;
pub mod tree;
