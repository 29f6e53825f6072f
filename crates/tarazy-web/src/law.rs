//! The law as the pages and the API ask it: read once, every edition ready.

use tarazy_law::case::Case;
use tarazy_law::decide::{Engine, Options};
use tarazy_law::model::{Corpus, Selection};

/// The law and the samples.
pub struct Law {
    /// The law.
    pub corpus: &'static Corpus,
    /// The sample cases, in order.
    pub samples: Vec<Case>,
    engines: Vec<Engine<'static>>,
}

impl Law {
    /// Every edition that can be asked, ready.
    pub fn new(corpus: &'static Corpus, samples: Vec<Case>) -> Law {
        let asked = corpus.editions.iter().filter(|e| e.on.is_some());
        let engine = |name: &str| Engine::new(corpus, &Selection { edition: name.to_owned(), as_of: None });
        let engines = asked.map(|e| engine(&e.name)).collect();
        Law { corpus, samples, engines }
    }

    /// The editions, the oldest first.
    pub fn engines(&self) -> &[Engine<'static>] {
        &self.engines
    }

    /// An edition by its name.
    pub fn engine(&self, edition: &str) -> Option<&Engine<'static>> {
        let name = &self.corpus.edition(edition)?.name;
        self.engines.iter().find(|e| e.book.selection.edition == *name)
    }

    /// The newest edition that is law; the newest of all, where none is.
    pub fn in_force(&self) -> Option<&Engine<'static>> {
        let since = |e: &Engine<'_>| self.corpus.edition(&e.book.selection.edition).and_then(|e| e.in_force);
        self.engines.iter().filter(|e| since(e).is_some()).max_by_key(|e| since(e)).or(self.engines.last())
    }

    /// A sample by its name.
    pub fn sample(&self, id: &str) -> Option<&Case> {
        self.samples.iter().find(|c| c.id == id)
    }
}

/// What the pages ask for: everything that matters, with what would change it.
pub const FULL: Options = Options { all: false, counterfactuals: true };
/// Verdicts alone.
pub const BRIEF: Options = Options { all: false, counterfactuals: false };
