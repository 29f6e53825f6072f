//! What is kept, and how it is found again.
//!
//! *For*: storage. *May enter*: documents as text, keys, revisions. *Never belongs here*: what a document means.
