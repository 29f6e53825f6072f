//! What several tests need: pages reviewed, and findings shown.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use tarazy_law::model::{Corpus, Loaded};
use tarazy_law::source::Source;
use tarazy_review::{Class, Finding, Options, review, reviewable};

/// Classes whose checks are not there yet.
pub const NOT_YET: &[Class] = &[
    Class::CannotBePerformed,
    Class::NoLevels,
    Class::ConsequenceNarrower,
    Class::TooNarrow,
    Class::TooBroad,
    Class::Surplus,
    Class::TextsDiverge,
    Class::Competing,
    Class::Impunity,
    Class::ExceptionTooWide,
    Class::Dead,
    Class::Subsumed,
    Class::Identical,
];

/// A corpus of one page.
pub fn load(page: &str) -> Loaded {
    Corpus::load(vec![Source { path: "page.md".to_owned(), text: page.to_owned() }])
}

/// What is found in the last edition of a page.
pub fn findings(loaded: &Loaded) -> Vec<Finding> {
    let options = Options { repairs: false, ..Options::default() };
    reviewable(&loaded.corpus).last().map(|e| review(loaded, e, &options).findings).unwrap_or_default()
}

/// A finding as it is compared: its code, the line of its first subject, the names of all.
pub fn shown(loaded: &Loaded, finding: &Finding) -> String {
    let line = finding.subjects.first().map_or(0, |s| loaded.corpus.sources.line_column(s.span).0);
    let names: Vec<&str> = finding.subjects.iter().map(|s| s.name.as_str()).collect();
    format!("{} line {line}: {} {:?}", finding.class, names.join(", "), finding.values)
}

/// All findings, a line for each.
pub fn all_shown(loaded: &Loaded) -> Vec<String> {
    findings(loaded).iter().map(|f| shown(loaded, f)).collect()
}

/// What is wrong with the page itself.
pub fn mistakes(loaded: &Loaded) -> Vec<String> {
    loaded.diagnostics.iter().map(|d| format!("{} {:?}", d.code.as_str(), d.args)).collect()
}

/// What is found in all editions.
pub fn all_findings(loaded: &Loaded) -> Vec<Finding> {
    let options = Options { repairs: false, ..Options::default() };
    reviewable(&loaded.corpus).iter().flat_map(|e| review(loaded, e, &options).findings).collect()
}
