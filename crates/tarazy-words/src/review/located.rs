//! Where a finding stands in the pages, for whoever reads it by machine.

use tarazy_law::Span;
use tarazy_law::model::Corpus;
use tarazy_review::{Finding, Kind};

/// A stretch of a page: lines and columns from 1, the end past the last character.
pub(super) struct Located<'a> {
    pub path: &'a str,
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
}

/// The place of a span, if its file is among those that were read.
pub(super) fn located(corpus: &Corpus, span: Span) -> Option<Located<'_>> {
    let (_, source) = corpus.sources.iter().find(|(id, _)| *id == span.file)?;
    source.text.get(span.start as usize..span.end as usize)?;
    let (line, column) = corpus.sources.line_column(span);
    let (end_line, end_column) = corpus.sources.line_column(Span { start: span.end, ..span });
    Some(Located { path: &source.path, line, column, end_line, end_column })
}

/// What is the same for the same finding in another edition or another run.
pub(super) fn fingerprint(finding: &Finding) -> String {
    let key = finding.key();
    let mut parts = vec![key.class.code().to_owned()];
    parts.extend(key.names);
    if !key.detail.is_empty() {
        parts.push(key.detail);
    }
    parts.join("|")
}

/// The kind of a subject, as the machine calls it.
pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Norm => "norm",
        Kind::Definition => "definition",
        Kind::Exception => "exception",
        Kind::Fact => "fact",
        Kind::Act => "act",
        Kind::Ambiguity => "ambiguity",
        Kind::Edition => "edition",
        Kind::Name => "name",
    }
}
