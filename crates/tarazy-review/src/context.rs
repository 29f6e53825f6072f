//! An edition, ready to be asked.

use tarazy_law::Diagnostic;
use tarazy_law::model::{Corpus, Norm, Rulebook, Selection};

use crate::finding::{Kind, Subject};

/// What every check looks at.
pub struct Context<'a> {
    /// Everything that was read.
    pub corpus: &'a Corpus,
    /// The edition.
    pub edition: &'a str,
    /// Its norms, with every name looked up.
    pub book: Rulebook,
    /// What is wrong with its pages.
    pub problems: Vec<Diagnostic>,
}

impl<'a> Context<'a> {
    /// The edition of this name, taken whole.
    pub fn new(corpus: &'a Corpus, edition: &'a str) -> Context<'a> {
        let (book, problems) = corpus.checked_book(&Selection { edition: edition.to_owned(), as_of: None });
        Context { corpus, edition, book, problems }
    }

    /// A norm as the subject of a finding.
    pub fn norm(&self, norm: &Norm) -> Subject {
        Subject { kind: Kind::Norm, name: norm.id.clone(), provision: Some(norm.provision), span: norm.span }
    }
}
