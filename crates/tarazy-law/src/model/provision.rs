//! What every element carries from its heading: citation, status, three texts.

use crate::lang::Text3;
use crate::source::Span;
use crate::syntax::ast::{Citation, InForce, SourceStatus};

/// A heading of the corpus, by its place in the reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ProvId(pub u32);

/// A heading with its restatement.
#[derive(Clone, Debug)]
pub struct ProvisionInfo {
    /// `{#name}`, where there is one.
    pub id: Option<String>,
    /// The heading.
    pub heading: String,
    /// The edition it belongs to.
    pub edition: String,
    /// Its place in the law.
    pub cite: Option<Citation>,
    /// How far it was read.
    pub source: SourceStatus,
    /// Who proposes it.
    pub proposed_by: Option<String>,
    /// The points of the opinion it answers.
    pub points: Vec<String>,
    /// When it holds.
    pub in_force: Option<InForce>,
    /// The restatement.
    pub texts: Text3,
    /// Where the heading is.
    pub span: Span,
}
