//! What a finding is about: a norm by its place, a term by its name, a fact by its label.

use tarazy_law::model::{Corpus, ProvId, Rulebook};
use tarazy_law::syntax::ast::ItemKind;
use tarazy_review::{Kind, Subject};

use super::shelf;
use crate::condition::Shelf;
use crate::view::{View, heading_in};
use crate::words::Words;

/// A subject in full: «КоАП, ст. 8, п. 2 (Постоянный контроль)».
pub fn subject(words: &Words, corpus: &Corpus, book: &Rulebook, subject: &Subject) -> String {
    shelf(words, corpus, book).subject(subject)
}

/// Where a subject stands in the law; empty where it has no place.
pub fn place(words: &Words, corpus: &Corpus, subject: &Subject) -> String {
    let view = View::of_persons(words, corpus, &[]);
    subject.provision.map(|p| view.place_of(corpus.provision(p))).unwrap_or_default()
}

/// The heading over a subject, in this language.
pub fn heading<'a>(words: &Words, corpus: &'a Corpus, subject: &Subject) -> Option<&'a str> {
    subject.provision.map(|p| heading_in(&corpus.provision(p).heading, words.lang))
}

/// What the provision of a subject says, in our own words.
pub fn restated<'a>(words: &Words, corpus: &'a Corpus, subject: &Subject) -> Option<&'a str> {
    let text = corpus.provision(subject.provision?).texts.get(words.lang).trim();
    (!text.is_empty()).then_some(text)
}

impl Shelf<'_> {
    pub(crate) fn subject(&self, subject: &Subject) -> String {
        let view = &self.view;
        match subject.kind {
            Kind::Norm | Kind::Exception => self.at(&subject.name, subject.provision),
            Kind::Definition | Kind::Ambiguity => self.defined(&subject.name, subject.provision),
            Kind::Fact => self.in_quotes(&view.named(&subject.name)),
            Kind::Act => self.act(&subject.name),
            Kind::Edition => super::edition(view.words, view.corpus, &subject.name),
            Kind::Name => view.words.say_with("review-name", &[("name", &subject.name)]),
        }
    }

    /// Whatever the law language calls by this name. `fact = value` is a fact with its value.
    pub(crate) fn name(&self, name: &str) -> String {
        let view = &self.view;
        if let Some((fact, value)) = name.split_once('=') {
            let (fact, value) = (fact.trim(), value.trim());
            return view.say("fact-is", &[("fact", &view.named(fact)), ("value", &view.value(fact, value))]);
        }
        if view.vocabulary(name).is_some() {
            return view.named(name);
        }
        if view.corpus.acts.contains_key(name) {
            return self.act(name);
        }
        let own = name.strip_suffix(".unless").unwrap_or(name);
        match self.declared(own) {
            Some((p, true)) => self.called(own).unwrap_or_else(|| self.at(name, Some(p))),
            Some((p, false)) => self.at(name, Some(p)),
            None => name.to_owned(),
        }
    }

    /// Where this edition declares a name, and whether it is a term.
    fn declared(&self, name: &str) -> Option<(ProvId, bool)> {
        let norms = self.book.norms.iter().map(|n| (&n.id, n.provision, false));
        let exceptions = self.book.exceptions.iter().map(|e| (&e.id, e.provision, false));
        let terms = self.book.definitions.iter().map(|d| (&d.id, d.provision, true));
        let here = norms.chain(exceptions).chain(terms).find(|(id, ..)| *id == name).map(|(_, p, term)| (p, term));
        let term = |item: &ItemKind| matches!(item, ItemKind::Definition(_) | ItemKind::Ambiguity(_));
        here.or_else(|| self.view.corpus.declarations(name).last().map(|(p, item)| (p, term(&item.kind))))
    }

    /// What a term is called: by the heading over it, or, where it stands beside a norm, by the heading that it has elsewhere.
    pub(crate) fn called(&self, name: &str) -> Option<String> {
        let here = self.declared(name).and_then(|(p, _)| self.own_heading(name, p));
        let corpus = self.view.corpus;
        here.or_else(|| {
            corpus.declarations(name).collect::<Vec<_>>().into_iter().rev().find_map(|(p, _)| self.own_heading(name, p))
        })
    }

    /// In quotation marks, unless it begins with them.
    pub(crate) fn in_quotes(&self, text: &str) -> String {
        if text.starts_with(['«', '"', '“']) {
            return text.to_owned();
        }
        self.view.words.say_with("review-name", &[("name", text)])
    }

    fn act(&self, name: &str) -> String {
        let act = self.view.corpus.acts.get(name);
        act.map(|a| self.view.words.of(&a.short)).filter(|t| !t.is_empty()).unwrap_or(name).to_owned()
    }

    /// A place with the heading that stands there.
    pub(crate) fn at(&self, name: &str, provision: Option<ProvId>) -> String {
        let Some(info) = provision.map(|p| self.view.corpus.provision(p)).or_else(|| self.view.provision(name)) else {
            return name.to_owned();
        };
        let (place, heading) = (self.view.place_of(info), heading_in(&info.heading, self.view.words.lang));
        let heading = match self.among(name, provision) {
            Some(n) => self.view.say("review-nth", &[("name", heading), ("n", &n.to_string())]),
            None => heading.to_owned(),
        };
        match (place.is_empty(), heading.is_empty()) {
            (false, false) => self.view.say("review-placed", &[("place", &place), ("name", &heading)]),
            (false, true) => place,
            (true, false) => heading,
            (true, true) => name.to_owned(),
        }
    }

    /// Which of the norms under one heading it is, where the heading does not tell this one from the others.
    fn among(&self, name: &str, provision: Option<ProvId>) -> Option<usize> {
        let siblings: Vec<&str> =
            self.book.norms.iter().filter(|n| Some(n.provision) == provision).map(|n| n.id.as_str()).collect();
        let at = siblings.iter().position(|n| *n == name)?;
        (siblings.len() > 1).then_some(at + 1)
    }

    /// A term with its place.
    pub(crate) fn defined(&self, name: &str, provision: Option<ProvId>) -> String {
        let Some(said) = self.called(name) else { return self.at(name, provision) };
        let said = self.in_quotes(&said);
        let place = provision.map(|p| self.view.place_of(self.view.corpus.provision(p))).unwrap_or_default();
        if place.is_empty() {
            return said;
        }
        self.view.say("review-term-placed", &[("name", &said), ("place", &place)])
    }

    /// The heading, where it is that of the term and not of a norm beside which the term is explained.
    fn own_heading(&self, name: &str, provision: ProvId) -> Option<String> {
        let book = self.book;
        let norms = book.norms.iter().any(|n| n.provision == provision);
        let definitions = book.definitions.iter().filter(|d| d.provision == provision).count();
        let info = self.view.corpus.provision(provision);
        let own = info.id.as_deref() == Some(name) || (!norms && definitions <= 1);
        own.then(|| heading_in(&info.heading, self.view.words.lang).to_owned()).filter(|h| !h.is_empty())
    }
}
