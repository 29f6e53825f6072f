//! The edition, looked up once for all checks.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use tarazy_law::model::{
    Corpus, Derived, Exception, FactId, FactKind, Norm, NormId, ProvId, Rulebook, VocabFact, VocabId,
};
use tarazy_law::syntax::ast::{Item, ItemKind, LinkKind, NormKind, Rule};
use tarazy_law::{Diagnostic, Span};

use super::leaves::{Depth, Leaf};
use crate::context::Context;
use crate::finding::{Kind, Subject};

use super::subjects::subject;

/// The facts of derived terms, once they were asked for.
type Known = RefCell<HashMap<(Derived, Depth), Rc<[Leaf]>>>;

/// What the checks look things up in.
pub(super) struct Index<'a> {
    pub(super) problems: &'a [Diagnostic],
    pub(super) book: &'a Rulebook,
    pub(super) corpus: &'a Corpus,
    /// The edition and those it stands on.
    pub(super) chain: HashSet<&'a str>,
    /// What is declared, by the place of its name.
    items: HashMap<Span, (ProvId, &'a Item)>,
    /// Elements that could not be read whole.
    unread: HashSet<Span>,
    /// The norms that answer to a norm, by its name.
    answers: HashMap<&'a str, Vec<NormId>>,
    /// What a derived term rests on, once it was asked for.
    pub(super) leaves: Known,
}

impl<'a> Index<'a> {
    pub(super) fn new(context: &'a Context<'_>) -> Index<'a> {
        let corpus = context.corpus;
        let chain: HashSet<&str> = corpus.chain(context.edition).iter().map(|e| e.name.as_str()).collect();
        let here = |p: ProvId| chain.contains(corpus.provision(p).edition.as_str());
        let items: HashMap<Span, (ProvId, &Item)> =
            corpus.items().filter(|(p, _)| here(*p)).map(|(p, item)| (item.name.span, (p, item))).collect();
        let mut index = Index {
            problems: &context.problems,
            book: &context.book,
            corpus,
            chain,
            items,
            unread: context.unread().collect(),
            answers: HashMap::new(),
            leaves: RefCell::new(HashMap::new()),
        };
        for (id, norm) in index.book.norms() {
            for (_, target) in index.links(norm).filter(|(k, _)| *k == LinkKind::AnswersTo) {
                index.answers.entry(target).or_default().push(id);
            }
        }
        index
    }

    /// The element inside which a place lies.
    pub(super) fn around(&self, place: Span) -> Option<(ProvId, &'a Item)> {
        let inside = |s: Span| s.file == place.file && s.start <= place.start && place.end <= s.end;
        self.items.values().find(|(_, item)| inside(item.span)).copied()
    }

    /// An element as it is written.
    pub(super) fn item(&self, name: Span) -> Option<&'a Item> {
        self.items.get(&name).map(|(_, item)| *item)
    }

    /// The clauses of an element as they are written.
    pub(super) fn rule(&self, name: Span) -> Option<&'a Rule> {
        match &self.item(name)?.kind {
            ItemKind::Definition(rule) | ItemKind::Norm(_, rule) => Some(rule),
            ItemKind::Exception(decl) => Some(&decl.rule),
            _ => None,
        }
    }

    /// Everything of it could be understood.
    pub(super) fn whole(&self, norm: &Norm) -> bool {
        !self.unread.contains(&norm.span)
    }

    /// The elements of which something could not be understood.
    pub(super) fn unread_items(&self) -> impl Iterator<Item = &'a Item> {
        self.unread.iter().filter_map(|span| self.item(*span))
    }

    /// The links of a norm as they are written, those that lead nowhere too.
    pub(super) fn links(&self, norm: &Norm) -> impl Iterator<Item = (LinkKind, &'a str)> + use<'a> {
        let rule = self.rule(norm.span);
        rule.into_iter().flat_map(|r| r.links.iter().map(|(kind, target)| (*kind, target.text.as_str())))
    }

    /// It has a link of this kind, wherever that leads.
    pub(super) fn linked(&self, norm: &Norm, kind: LinkKind) -> bool {
        self.links(norm).any(|(k, _)| k == kind)
    }

    /// The norm with this name.
    pub(super) fn named(&self, name: &str) -> Option<&'a Norm> {
        self.book.norm_ids.get(name).map(|id| self.book.norm(*id))
    }

    /// The norms that answer to this one.
    pub(super) fn answering(&self, norm: &Norm) -> impl Iterator<Item = &'a Norm> {
        let book = self.book;
        self.answers.get(norm.id.as_str()).into_iter().flatten().map(move |id| book.norm(*id))
    }

    /// The norms of these kinds.
    pub(super) fn of_kind(&self, kinds: &'static [NormKind]) -> impl Iterator<Item = (NormId, &'a Norm)> {
        self.book.norms().filter(move |(_, n)| kinds.contains(&n.kind))
    }

    /// The fact as the vocabulary declares it.
    pub(super) fn vocab(&self, fact: FactId) -> Option<(VocabId, &'a VocabFact)> {
        match self.book.fact(fact).kind {
            FactKind::Vocab(v) => Some((v, self.corpus.vocabulary.fact(v))),
            _ => None,
        }
    }

    /// It is a role.
    pub(super) fn is_role(&self, fact: FactId) -> bool {
        self.vocab(fact).is_some_and(|(_, f)| f.is_role)
    }

    /// The name of the act in which a provision stands.
    pub(super) fn act_of(&self, provision: ProvId) -> Option<&'a str> {
        self.corpus.provision(provision).cite.as_ref().map(|c| c.act.as_str())
    }

    // Subjects.

    pub(super) fn exception(&self, e: &Exception) -> Subject {
        // An inline carve-out is a clause of its norm.
        match self.item(e.span) {
            Some(item) if e.inline => subject(Kind::Norm, &item.name.text, Some(e.provision), e.span),
            _ => subject(Kind::Exception, &e.id, Some(e.provision), e.span),
        }
    }

    pub(super) fn act(&self, name: &str) -> Option<Subject> {
        let act = self.corpus.acts.get(name)?;
        Some(subject(Kind::Act, name, Some(act.provision), act.span))
    }
}
