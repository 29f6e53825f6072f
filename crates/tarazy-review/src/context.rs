//! An edition, ready to be asked.

use std::cell::OnceCell;
use std::collections::HashSet;

use tarazy_law::decide::Engine;
use tarazy_law::diag::Code;
use tarazy_law::model::{Corpus, Definition, Derived, Exception, Norm, Rulebook, Selection};
use tarazy_law::{Diagnostic, Span};

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
    /// The places of the names of elements that could not be read whole.
    unread: HashSet<Span>,
    engine: OnceCell<Engine<'a>>,
}

impl<'a> Context<'a> {
    /// The edition of this name, taken whole.
    pub fn new(corpus: &'a Corpus, edition: &'a str) -> Context<'a> {
        let (book, problems) = corpus.checked_book(&Selection { edition: edition.to_owned(), as_of: None });
        let unread = unread(corpus, &book, &problems);
        Context { corpus, edition, book, problems, unread, engine: OnceCell::new() }
    }

    /// Everything of the element with its name at this place could be read, and it stands in no circle. What a broken element lacks,
    /// or seems to say, proves nothing.
    pub fn whole(&self, name: Span) -> bool {
        !self.unread.contains(&name)
    }

    /// The elements that could not be read whole.
    pub(crate) fn unread(&self) -> impl Iterator<Item = Span> {
        self.unread.iter().copied()
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

    /// Whether a name in the pages means this edition. What is said of an edition is said of a proposal to change it as well: nobody who wrote
    /// the page could name that.
    pub fn is_meant_by(&self, name: &str) -> bool {
        let Some(meant) = self.corpus.edition(name) else { return false };
        let own = self.corpus.edition(self.edition);
        let proposal = own.filter(|e| crate::repair::is_proposal(self.corpus, e));
        meant.name == self.edition || proposal.is_some_and(|e| e.on.as_deref() == Some(meant.name.as_str()))
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

/// The elements that something is wrong with.
fn unread(corpus: &Corpus, book: &Rulebook, problems: &[Diagnostic]) -> HashSet<Span> {
    let mut out = HashSet::new();
    if problems.is_empty() {
        return out;
    }
    let mut items: Vec<(Span, Span)> = corpus.items().map(|(_, item)| (item.span, item.name.span)).collect();
    items.sort_unstable();
    for problem in problems {
        let at = problem.span;
        let before = items.partition_point(|(s, _)| (s.file, s.start) <= (at.file, at.start));
        let around = before.checked_sub(1).map(|i| items[i]);
        out.extend(around.filter(|(s, _)| s.file == at.file && at.end <= s.end).map(|(_, name)| name));
        // A circle is reported in one place and silences all who stand in it.
        let path = problem.args.iter().filter(|(name, _)| problem.code == Code::Cycle && *name == "path");
        for name in path.flat_map(|(_, path)| path.split(" → ")) {
            out.extend(book.definitions.iter().filter(|d| d.id == name).map(|d| d.span));
            out.extend(book.exceptions.iter().filter(|e| e.id == name).map(|e| e.span));
            out.extend(book.norm_ids.get(name).map(|n| book.norm(*n).span));
        }
    }
    out
}
