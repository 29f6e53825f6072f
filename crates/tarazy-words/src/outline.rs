//! What the engine understands of one element of the law, clause by clause, before anybody decides how it is set out.

use tarazy_law::decide::answer::DeadlineRef;
use tarazy_law::model::{Bearer, Corpus, Definition, Edge, ExcId, Exception, Formula, Norm, ProvId, Rulebook};
use tarazy_law::syntax::ast::{DeadlineLength, ExceptionKind};

use crate::amount::capital;
use crate::condition::Shelf;
use crate::tree::Node;
use crate::view::View;
use crate::words::Words;

/// A clause in words.
#[derive(Clone, Debug, PartialEq)]
pub enum Clause {
    /// A heading with the lines of a condition.
    Lines(String, Vec<Node>),
    /// Something said in a few words: what, and how it is.
    Note(String, String),
    /// A sentence of its own.
    Remark(String),
}

/// The clauses of a norm, a definition or an exception; `None` when the edition has nothing of that name.
pub fn outline(words: &Words, corpus: &Corpus, book: &Rulebook, id: &str) -> Option<Vec<Clause>> {
    let shelf = Shelf { view: View::of_edition(words, corpus, &book.selection.edition), book };
    let norm = || Some(shelf.norm_clauses(book.norms.iter().find(|n| n.id == id)?));
    let definition = || Some(shelf.definition_clauses(book.definitions.iter().find(|d| d.id == id)?));
    let exception = || Some(shelf.exception_clauses(book.exceptions.iter().find(|e| e.id == id)?));
    norm().or_else(definition).or_else(exception)
}

/// Clauses in the making: what says nothing is left out.
struct Clauses<'s, 'a> {
    shelf: &'s Shelf<'a>,
    out: Vec<Clause>,
}

impl Clauses<'_, '_> {
    fn lines(&mut self, key: &str, lines: Vec<Node>) {
        if !lines.is_empty() {
            self.out.push(Clause::Lines(self.shelf.view.words.say(key), lines));
        }
    }

    /// A condition; nothing, where it always holds.
    fn condition(&mut self, key: &str, formula: &Formula) {
        self.lines(key, self.shelf.condition(formula));
    }

    fn note(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.out.push(Clause::Note(capital(&self.shelf.view.words.say(key)), text.to_owned()));
        }
    }

    /// Exceptions with their places and conditions.
    fn edges<'e>(&mut self, key: &str, edges: impl Iterator<Item = &'e ExcId>) {
        let shelf = self.shelf;
        let lines = edges.map(|e| {
            let exc = shelf.book.exception(*e);
            Node {
                truth: None,
                text: shelf.edge(exc),
                children: shelf.presumed(exc).into_iter().chain(shelf.condition(&exc.cond)).collect(),
            }
        });
        self.lines(key, lines.collect());
    }
}

impl Shelf<'_> {
    pub(crate) fn definition_clauses(&self, d: &Definition) -> Vec<Clause> {
        let mut clauses = Clauses { shelf: self, out: Vec::new() };
        clauses.condition("show-means", &d.formula);
        clauses.out
    }

    pub(crate) fn norm_clauses(&self, n: &Norm) -> Vec<Clause> {
        let mut c = Clauses { shelf: self, out: Vec::new() };
        if n.bearer == Bearer::NotStated {
            c.out.push(Clause::Remark(self.view.words.say("show-names-nobody")));
        }
        c.condition("show-who", &n.bearer_cond);
        for (key, other) in [("show-toward", &n.toward), ("show-reviewer", &n.reviewer)] {
            if let Some(formula) = other {
                c.condition(key, formula);
            }
        }
        c.condition("show-when", &n.when);
        c.out.extend(self.content(n));
        c.edges("show-unless", n.unless.iter().chain(&n.exceptions));
        c.edges("show-scope", n.scopes.iter());
        let provisos = n.provisos.iter().map(|e| self.proviso(*e));
        c.lines("show-follows", n.sanctions.iter().map(|s| self.consequence(s)).chain(provisos).collect());
        if let Some(deadline) = &n.deadline {
            let from = deadline.from.map(|v| self.view.corpus.vocabulary.fact(v).name.clone());
            let (kind, count, unit) = match deadline.length {
                DeadlineLength::Immediately => ("immediately", None, None),
                DeadlineLength::Within(n, u) => ("within", Some(n), Some(u.as_str())),
                DeadlineLength::Every(n, u) => ("every", Some(n), Some(u.as_str())),
            };
            c.note("note-deadline", &self.view.deadline(&DeadlineRef { kind, count, unit, from }));
        }
        let body = n.body.as_ref().and_then(|b| self.view.corpus.authorities.get(b)).map(|t| self.view.words.of(t));
        c.note("note-body", body.unwrap_or_default());
        c.edges("show-presumed", n.presumptions.iter());
        c.edges("show-beside", n.beside.iter().map(|(_, e)| e));
        c.edges("show-reaches-back", n.retroactivity.iter());
        c.out.extend(self.wording(n));
        c.out
    }

    pub(crate) fn exception_clauses(&self, e: &Exception) -> Vec<Clause> {
        let touched = |edge: &Edge| {
            let (id, provision) = match edge {
                Edge::Norm(n) => (&self.book.norm(*n).id, self.book.norm(*n).provision),
                Edge::Exception(x) => (&self.book.exception(*x).id, self.book.exception(*x).provision),
            };
            self.element(id, provision)
        };
        let mut c = Clauses { shelf: self, out: Vec::new() };
        c.lines("show-touches", e.targets.iter().map(touched).collect());
        let others = e.others.iter().map(|n| self.element(&self.book.norm(*n).id, self.book.norm(*n).provision));
        c.lines("show-instead", others.collect());
        c.lines("show-presumed", self.presumed(e).into_iter().collect());
        c.condition("show-when", &e.cond);
        if let Some(reason) = &e.reason {
            c.condition("show-reason", reason);
        }
        c.lines("show-follows", e.sanctions.iter().map(|s| self.consequence(s)).collect());
        c.out
    }

    fn edge(&self, exc: &Exception) -> String {
        let (place, _) = self.placed(&exc.id, exc.provision);
        // Under a heading of their own the others need not say again what they are.
        let kind = match exc.kind {
            ExceptionKind::CarveOut | ExceptionKind::Displacement | ExceptionKind::Proviso => {
                format!("{} ", self.view.words.say(&format!("step-{}", exc.kind.as_str())))
            }
            _ => String::new(),
        };
        self.view.say(
            "show-edge",
            &[("what", &kind), ("name", &self.view.quoted(&exc.id)), ("place", &place), ("id", &exc.id)],
        )
    }

    /// The fact as a presumption has it.
    fn presumed(&self, exc: &Exception) -> Option<Node> {
        let (vocab, value) = exc.presumed?;
        let fact = self.fact(*self.book.vocab.get(&vocab)?, &["p".to_owned(), "q".to_owned()], 1 << value);
        Some(Node { truth: None, text: self.view.fact(&fact), children: Vec::new() })
    }

    fn proviso(&self, id: ExcId) -> Node {
        let exc = self.book.exception(id);
        let children = self.condition(&exc.cond).into_iter().chain(exc.sanctions.iter().map(|s| self.consequence(s)));
        Node { truth: None, text: self.edge(exc), children: children.collect() }
    }

    fn element(&self, id: &str, provision: ProvId) -> Node {
        let (place, _) = self.placed(id, provision);
        Node {
            truth: None,
            text: format!("{} · {place} [{id}]", self.view.heading(id).unwrap_or(id)),
            children: Vec::new(),
        }
    }
}
