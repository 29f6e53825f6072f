//! Every page, read and checked: the vocabulary, the acts, the editions and the law of each.

use std::collections::HashMap;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::book::{Rulebook, Selection, TestRule};
use super::provision::{ProvId, ProvisionInfo};
use super::vocabulary::{VocabId, Vocabulary};
use crate::diag::{Code, Diagnostic, Severity};
use crate::lang::Text3;
use crate::source::{Source, Sources, Span};
use crate::syntax::ast::{ActDecl, FactDecl, Item, ItemKind, Page, ReadingDecl, SourceStatus, TestBlock};
use crate::syntax::parse_page;

/// An edition as it was declared.
#[derive(Clone, Debug)]
pub struct EditionInfo {
    /// Its name.
    pub name: String,
    /// Other names.
    pub also: Vec<String>,
    /// What people call it.
    pub title: Text3,
    /// The edition it stands on.
    pub on: Option<String>,
    /// From when it is law; never, when absent.
    pub in_force: Option<Date>,
    /// From when changes exist that nobody has read, and which.
    pub not_seen: Vec<(Date, Text3)>,
    /// Where it is declared.
    pub provision: ProvId,
}

/// An act that citations name.
#[derive(Clone, Debug)]
pub struct ActInfo {
    /// As it is declared.
    pub decl: ActDecl,
    /// Where.
    pub provision: ProvId,
    /// The place of its name.
    pub span: Span,
}

impl std::ops::Deref for ActInfo {
    type Target = ActDecl;

    fn deref(&self) -> &ActDecl {
        &self.decl
    }
}

/// A corpus with what is wrong with it.
pub struct Loaded {
    /// What could be read.
    pub corpus: Corpus,
    /// Every mistake.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// Something is wrong enough that nothing may be decided on it.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }
}

/// The law as it was read.
pub struct Corpus {
    /// The files.
    pub sources: Sources,
    /// SHA-256 over the path and text of every file, in hexadecimal.
    pub digest: String,
    /// The facts that a case can speak of.
    pub vocabulary: Vocabulary,
    /// Acts by name.
    pub acts: HashMap<String, ActInfo>,
    /// Authorities by name.
    pub authorities: HashMap<String, Text3>,
    /// Editions in the order of their declaration.
    pub editions: Vec<EditionInfo>,
    provisions: Vec<ProvisionInfo>,
    items: Vec<(ProvId, Item)>,
    tests: Vec<(ProvId, TestBlock)>,
}

impl Corpus {
    /// Reads and checks the pages among `files` (those that end in `.md`). What lies in `proposals/` is no edition's law: such a page is taken
    /// in only when somebody asks what it would change.
    pub fn load(files: Vec<Source>) -> Loaded {
        let is_page = |f: &Source| f.path.ends_with(".md") && !f.path.starts_with("proposals/");
        let sources = Sources::new(files.into_iter().filter(is_page).collect());
        let digest = digest(&sources);
        let mut diags = Vec::new();
        let pages: Vec<Page> = sources.iter().map(|(id, file)| parse_page(id, &file.text, &mut diags)).collect();
        let mut corpus = Corpus {
            sources,
            digest,
            vocabulary: Vocabulary::default(),
            acts: HashMap::new(),
            authorities: HashMap::new(),
            editions: Vec::new(),
            provisions: Vec::new(),
            items: Vec::new(),
            tests: Vec::new(),
        };
        corpus.take(pages, &mut diags);
        corpus.check_headings(&mut diags);
        for edition in &corpus.editions {
            let selection = Selection { edition: edition.name.clone(), as_of: None };
            corpus.book_with(&selection, &mut diags);
        }
        diags.sort_by_key(|d| (d.span, d.code));
        diags.dedup();
        Loaded { corpus, diagnostics: diags }
    }

    fn take(&mut self, pages: Vec<Page>, diags: &mut Vec<Diagnostic>) {
        let mut facts = Vec::new();
        for page in pages {
            for p in page.provisions {
                let id = ProvId(self.provisions.len() as u32);
                self.provisions.push(ProvisionInfo {
                    id: p.id.map(|n| n.text),
                    edition: p.edition.map(|n| n.text).unwrap_or_default(),
                    cite: p.cite,
                    source: p.source.unwrap_or(SourceStatus::Secondary),
                    proposed_by: p.proposed_by,
                    points: p.points,
                    in_force: p.in_force,
                    texts: p.texts,
                    span: p.span,
                    heading: p.heading,
                });
                self.tests.extend(p.tests.into_iter().map(|t| (id, t)));
                for item in p.items {
                    self.declare(id, item, &mut facts, diags);
                }
            }
        }
        self.vocabulary.relate(&facts, diags);
        for (name, act) in &self.acts {
            for other in act.decl.replaced_by.iter().filter(|o| !self.acts.contains_key(&o.text)) {
                let d = Diagnostic::error(Code::UnknownName, other.span).arg("name", &other.text);
                diags.push(d.near(&other.text, self.acts.keys().filter(|n| *n != name).map(String::as_str)));
            }
        }
    }

    fn declare(
        &mut self,
        provision: ProvId,
        item: Item,
        facts: &mut Vec<(VocabId, FactDecl)>,
        diags: &mut Vec<Diagnostic>,
    ) {
        let info = &self.provisions[provision.0 as usize];
        let name = item.name.clone();
        let twice = |name: &str| Diagnostic::error(Code::DeclaredTwice, item.name.span).arg("name", name);
        match item.kind {
            ItemKind::Fact(decl) => {
                let id = self.vocabulary.declare(&name, &decl, provision, &info.heading, &info.texts, diags);
                facts.extend(id.map(|id| (id, decl)));
            }
            ItemKind::Act(act) => {
                if self.acts.insert(name.text.clone(), ActInfo { decl: act, provision, span: name.span }).is_some() {
                    diags.push(twice(&name.text));
                }
            }
            ItemKind::Authority(title) => {
                if self.authorities.insert(name.text.clone(), title).is_some() {
                    diags.push(twice(&name.text));
                }
            }
            ItemKind::Edition(e) => {
                if self.editions.iter().any(|e| e.name == name.text) {
                    diags.push(twice(&name.text));
                    return;
                }
                // An edition stands on one that is declared above it, so that no circle can arise.
                if let Some(on) = e.on.as_ref().filter(|on| !self.editions.iter().any(|e| e.name == on.text)) {
                    let known = self.editions.iter().map(|e| e.name.as_str());
                    diags.push(
                        Diagnostic::error(Code::UnknownName, on.span).arg("name", &on.text).near(&on.text, known),
                    );
                    return;
                }
                self.editions.push(EditionInfo {
                    title: e.title.unwrap_or_else(|| Text3::same(&name.text)),
                    name: name.text,
                    also: e.also_named.into_iter().map(|n| n.text).collect(),
                    on: e.on.map(|n| n.text),
                    in_force: e.in_force,
                    not_seen: e.not_seen,
                    provision,
                });
            }
            _ => self.items.push((provision, item)),
        }
    }

    /// What every heading owes to what stands under it.
    fn check_headings(&self, diags: &mut Vec<Diagnostic>) {
        let with_rules: std::collections::BTreeMap<ProvId, &Item> =
            self.items.iter().rev().map(|(p, item)| (*p, item)).collect();
        for (id, item) in with_rules {
            let p = self.provision(id);
            let place = item.name.span;
            if p.edition.is_empty() {
                diags.push(Diagnostic::error(Code::NoEdition, place).also(p.span));
            } else if self.edition(&p.edition).is_none() {
                let known = self.editions.iter().map(|e| e.name.as_str());
                let d = Diagnostic::error(Code::UnknownName, p.span).arg("name", &p.edition);
                diags.push(d.near(&p.edition, known));
            }
            let missing: Vec<&str> = p.texts.missing().map(crate::Lang::code).collect();
            if !missing.is_empty() {
                diags.push(Diagnostic::error(Code::TextMissing, p.span).arg("missing", missing.join(", ")));
            }
            let needs_citation = matches!(item.kind, ItemKind::Norm(..) | ItemKind::Exception(_) | ItemKind::Table(_));
            match &p.cite {
                None if needs_citation => diags.push(Diagnostic::error(Code::CitationMissing, p.span)),
                Some(c) if !self.acts.contains_key(&c.act) => {
                    let known = self.acts.keys().map(String::as_str);
                    diags.push(Diagnostic::error(Code::UnknownName, c.span).arg("name", &c.act).near(&c.act, known));
                }
                _ => {}
            }
        }
    }

    /// The provision.
    pub fn provision(&self, id: ProvId) -> &ProvisionInfo {
        &self.provisions[id.0 as usize]
    }

    /// The heading under which a heading stands: the nearest before it, on the same page, that has no name of its own.
    pub fn group_of(&self, id: ProvId) -> Option<&ProvisionInfo> {
        let own = self.provision(id).span.file;
        let before = self.provisions[..id.0 as usize].iter().rev().take_while(|p| p.span.file == own);
        before.into_iter().find(|p| p.id.is_none())
    }

    /// Every provision in reading order.
    pub fn provisions(&self) -> impl Iterator<Item = (ProvId, &ProvisionInfo)> {
        self.provisions.iter().enumerate().map(|(i, p)| (ProvId(i as u32), p))
    }

    /// The edition with this name, or with this other name.
    pub fn edition(&self, name: &str) -> Option<&EditionInfo> {
        let own = self.editions.iter().find(|e| e.name == name);
        own.or_else(|| self.editions.iter().find(|e| e.also.iter().any(|n| n == name)))
    }

    /// The edition in force on `day`.
    pub fn edition_on(&self, day: Date) -> Option<&EditionInfo> {
        self.editions.iter().filter(|e| e.in_force.is_some_and(|from| from <= day)).max_by_key(|e| e.in_force)
    }

    /// An edition and those it stands on, the oldest first.
    pub fn chain(&self, name: &str) -> Vec<&EditionInfo> {
        let mut out = Vec::new();
        let mut next = self.edition(name);
        while let Some(edition) = next {
            out.push(edition);
            next = edition.on.as_deref().and_then(|n| self.edition(n));
        }
        out.reverse();
        out
    }

    pub(super) fn items_of<'a>(&'a self, edition: &'a str) -> impl Iterator<Item = (ProvId, &'a Item)> + 'a {
        self.items.iter().filter(move |(p, _)| self.provision(*p).edition == edition).map(|(p, item)| (*p, item))
    }

    /// Everything that the pages of all editions declare, as it is written.
    pub fn items(&self) -> impl Iterator<Item = (ProvId, &Item)> {
        self.items.iter().map(|(p, item)| (*p, item))
    }

    /// The items that declare `id`, in every edition.
    pub fn declarations<'a>(&'a self, id: &'a str) -> impl Iterator<Item = (ProvId, &'a Item)> + 'a {
        self.items.iter().filter(move |(_, item)| item.name.text == id).map(|(p, item)| (*p, item))
    }

    /// The names of everything declared in an edition's pages.
    pub fn item_names(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|(_, item)| item.name.text.as_str())
    }

    /// The names of the norms and exceptions of every edition.
    pub(super) fn norm_names(&self) -> impl Iterator<Item = &str> {
        let named = self.items.iter().filter(|(_, i)| matches!(i.kind, ItemKind::Norm(..) | ItemKind::Exception(_)));
        named.map(|(_, item)| item.name.text.as_str())
    }

    /// The law of a selection. What is wrong with it was reported when the corpus was loaded.
    pub fn book(&self, selection: &Selection) -> Rulebook {
        self.book_with(selection, &mut Vec::new())
    }

    /// The same, with what is wrong with this edition alone.
    pub fn checked_book(&self, selection: &Selection) -> (Rulebook, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let book = self.book_with(selection, &mut diagnostics);
        (book, diagnostics)
    }

    /// The examples that run in `edition`.
    pub fn tests_in<'a>(&'a self, edition: &'a str) -> impl Iterator<Item = TestRule> + 'a {
        self.tests
            .iter()
            .filter(move |(p, t)| {
                let own = &self.provision(*p).edition;
                if t.editions.is_empty() {
                    own == edition
                } else {
                    t.editions.iter().any(|n| self.edition(&n.text).is_some_and(|e| e.name == edition))
                }
            })
            .map(|(p, t)| TestRule { test: t.clone(), provision: *p })
    }

    /// The names of all ambiguities, in every edition.
    pub fn ambiguity_names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            self.items.iter().filter(|(_, i)| !readings(i).is_empty()).map(|(_, i)| i.name.text.clone()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The readings of an ambiguity.
    pub fn readings_of(&self, name: &str) -> Option<Vec<String>> {
        let (_, item) = self.items.iter().find(|(_, i)| i.name.text == name && !readings(i).is_empty())?;
        Some(readings(item).iter().map(|r| r.name.text.clone()).collect())
    }

    /// Every example.
    pub fn tests(&self) -> impl Iterator<Item = (ProvId, &TestBlock)> {
        self.tests.iter().map(|(p, t)| (*p, t))
    }
}

fn readings(item: &Item) -> &[ReadingDecl] {
    match &item.kind {
        ItemKind::Ambiguity(readings) => readings,
        ItemKind::Definition(rule) | ItemKind::Norm(_, rule) => &rule.readings,
        ItemKind::Exception(decl) => &decl.rule.readings,
        _ => &[],
    }
}

fn digest(sources: &Sources) -> String {
    let mut hash = Sha256::new();
    for (_, file) in sources.iter() {
        for part in [&file.path, &file.text] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
    }
    hash.finalize().iter().map(|b| format!("{b:02x}")).collect()
}
