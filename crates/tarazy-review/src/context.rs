//! An edition, ready to be asked.

use std::cell::OnceCell;

use tarazy_law::Diagnostic;
use tarazy_law::decide::Engine;
use tarazy_law::model::{Corpus, Definition, Derived, Exception, Norm, Rulebook, Selection};

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
    engine: OnceCell<Engine<'a>>,
}

impl<'a> Context<'a> {
    /// The edition of this name, taken whole.
    pub fn new(corpus: &'a Corpus, edition: &'a str) -> Context<'a> {
        let (book, problems) = corpus.checked_book(&Selection { edition: edition.to_owned(), as_of: None });
        Context { corpus, edition, book, problems, engine: OnceCell::new() }
    }

    /// The ordinary evaluator, by which every witness is replayed. Made when it is first needed.
    pub fn engine(&self) -> &Engine<'a> {
        self.engine.get_or_init(|| Engine::new(self.corpus, &self.book.selection))
    }

    /// What a name stands for in this edition: a norm's application, a definition, an exception.
    pub fn derived(&self, name: &str) -> Option<Derived> {
        use tarazy_law::model::{DefId, ExcId};
        let norm = self.book.norm_ids.get(name).map(|n| Derived::Applies(*n));
        let definition = || self.book.definitions.iter().position(|d| d.id == name);
        let exception = || self.book.exceptions.iter().position(|e| e.id == name);
        norm.or_else(|| definition().map(|i| Derived::Definition(DefId(i as u32))))
            .or_else(|| exception().map(|i| Derived::Holds(ExcId(i as u32))))
    }

    /// A norm as the subject of a finding.
    pub fn norm(&self, norm: &Norm) -> Subject {
        Subject { kind: Kind::Norm, name: norm.id.clone(), provision: Some(norm.provision), span: norm.span }
    }

    /// A definition as the subject of a finding.
    pub fn definition(&self, d: &Definition) -> Subject {
        Subject { kind: Kind::Definition, name: d.id.clone(), provision: Some(d.provision), span: d.span }
    }

    /// An exception as the subject of a finding.
    pub fn exception(&self, e: &Exception) -> Subject {
        Subject { kind: Kind::Exception, name: e.id.clone(), provision: Some(e.provision), span: e.span }
    }
}
