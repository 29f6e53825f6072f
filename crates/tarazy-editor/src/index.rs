//! Who is called what, where it is declared, and where it is said: over all pages.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use tarazy_law::model::covers;
use tarazy_law::source::FileId;
use tarazy_law::syntax::ast::NormKind;
use tarazy_law::syntax::format::{Block, blocks};
use tarazy_law::syntax::lex::{Tok, Token, lex};

use crate::walk::{How, Kind, Mention, PageTree, Thing};

/// A mention, by its page and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Site {
    /// The page.
    pub page: usize,
    /// The number of the mention in the page.
    pub mention: usize,
}

/// Every thing with its sites, in the order of pages and places.
pub(crate) struct Index {
    sites: BTreeMap<Thing, Vec<Site>>,
    /// Patterns reach what they are not called, so they stand apart.
    patterns: Vec<(Site, String, Option<NormKind>)>,
    elements: HashMap<String, String>,
    editions: HashMap<String, String>,
}

impl Index {
    /// Of all pages.
    pub(crate) fn new(pages: &[Arc<PageTree>]) -> Index {
        let mut index =
            Index { sites: BTreeMap::new(), patterns: Vec::new(), elements: HashMap::new(), editions: HashMap::new() };
        for tree in pages {
            index.aliases(tree);
        }
        for (page, tree) in pages.iter().enumerate() {
            for (mention, m) in tree.mentions.iter().enumerate() {
                let site = Site { page, mention };
                match (&m.how, &m.thing) {
                    (How::Pattern(kind), Thing::Element(prefix)) => index.patterns.push((site, prefix.clone(), *kind)),
                    _ => index.sites.entry(index.of_page(page, &m.thing)).or_default().push(site),
                }
            }
        }
        index
    }

    fn aliases(&mut self, tree: &PageTree) {
        for alias in tree.mentions.iter().filter(|m| m.how == How::Alias) {
            let own = tree
                .mentions
                .iter()
                .find(|m| m.item == alias.item && matches!(m.how, How::Declared(_) | How::Replaced(_)));
            match (&alias.thing, own.map(|m| &m.thing)) {
                (Thing::Element(also), Some(Thing::Element(name))) => {
                    self.elements.insert(also.clone(), name.clone());
                }
                (Thing::Edition(also), Some(Thing::Edition(name))) => {
                    self.editions.insert(also.clone(), name.clone());
                }
                _ => {}
            }
        }
    }

    /// What a thing of a page is, whatever it is called there. Persons of different pages are different persons.
    fn of_page(&self, page: usize, thing: &Thing) -> Thing {
        match thing {
            Thing::Person(item, name) => Thing::Person((page as u32) << 16 | (item & 0xffff), name.clone()),
            other => self.canonical(other),
        }
    }

    /// The thing under its first name.
    pub(crate) fn canonical(&self, thing: &Thing) -> Thing {
        let first = |names: &HashMap<String, String>, name: &String| names.get(name).unwrap_or(name).clone();
        match thing {
            Thing::Element(name) => Thing::Element(first(&self.elements, name)),
            Thing::Edition(name) => Thing::Edition(first(&self.editions, name)),
            Thing::Value(fact, value) => Thing::Value(first(&self.elements, fact), value.clone()),
            other => other.clone(),
        }
    }

    /// The thing of a mention.
    pub(crate) fn thing(&self, page: usize, m: &Mention) -> Thing {
        self.of_page(page, &m.thing)
    }

    /// Every thing with its sites.
    pub(crate) fn things(&self) -> impl Iterator<Item = (&Thing, &[Site])> {
        self.sites.iter().map(|(t, s)| (t, s.as_slice()))
    }

    /// Where a thing is said, patterns not counted.
    pub(crate) fn sites(&self, thing: &Thing) -> &[Site] {
        self.sites.get(thing).map_or(&[], Vec::as_slice)
    }

    /// Every other name of an element.
    pub(crate) fn other_names<'a>(&'a self, element: &'a str) -> impl Iterator<Item = &'a str> {
        self.elements.iter().filter(move |(_, own)| *own == element).map(|(also, _)| also.as_str())
    }

    /// The patterns that reach an element of this kind.
    pub(crate) fn patterns<'a>(&'a self, name: &'a str, kind: NormKind) -> impl Iterator<Item = Site> + 'a {
        let reach = move |(_, prefix, bound): &&(Site, String, Option<NormKind>)| {
            bound.is_none_or(|b| b == kind) && covers(prefix, true, name)
        };
        self.patterns.iter().filter(reach).map(|(site, ..)| *site)
    }

    /// The sites where things whose name begins with a prefix are declared, of this kind.
    pub(crate) fn reached(&self, pages: &[Arc<PageTree>], prefix: &str, bound: Option<NormKind>) -> Vec<Site> {
        let mut out = Vec::new();
        for (thing, sites) in &self.sites {
            let Thing::Element(name) = thing else { continue };
            if covers(prefix, true, name) {
                let declared = |s: &&Site| match pages[s.page].mentions[s.mention].how {
                    How::Declared(Kind::Norm(k)) | How::Replaced(Kind::Norm(k)) => bound.is_none_or(|b| b == k),
                    _ => false,
                };
                out.extend(sites.iter().filter(declared));
            }
        }
        out
    }

    /// Whether anything has this name among the elements.
    pub(crate) fn has_element(&self, name: &str) -> bool {
        self.elements.contains_key(name) || self.sites.contains_key(&Thing::Element(name.to_owned()))
    }

    /// What a bare word can stand for, where its item cannot be read.
    pub(crate) fn by_word(&self, word: &str) -> Option<Thing> {
        let word = word.to_owned();
        let kinds: [fn(String) -> Thing; 4] = [Thing::Element, Thing::Edition, Thing::Act, Thing::Authority];
        kinds.into_iter().map(|k| self.canonical(&k(word.clone()))).find(|t| self.sites.contains_key(t))
    }
}

/// The mention at a byte of a page; at the end of a name, too, because that is where a cursor stands after it was typed.
pub(crate) fn mention_at(tree: &PageTree, at: usize) -> Option<usize> {
    let holds = |m: &Mention, end: u32| m.start as usize <= at && at < end as usize;
    let inside = tree.mentions.iter().position(|m| holds(m, m.end));
    inside.or_else(|| tree.mentions.iter().position(|m| holds(m, m.end + 1)))
}

/// A block of a page, as words.
pub(crate) struct Words {
    /// Items, or an example.
    pub block: Block,
    /// Its words, comments among them.
    pub tokens: Vec<Token>,
}

/// The block in which a byte stands.
pub(crate) fn block_at(text: &str, at: usize) -> Option<Words> {
    let (block, range) = blocks(text).into_iter().find(|(_, r)| r.start <= at && at <= r.end)?;
    let base = range.start;
    let tokens = lex(FileId(0), base, &text[range], &mut Vec::new());
    Some(Words { block, tokens })
}

/// The word of a block at a byte.
pub(crate) fn word_at(text: &str, at: usize) -> Option<Token> {
    let tokens = block_at(text, at)?.tokens;
    let touches =
        |t: &&Token| t.span.start as usize <= at && at <= t.span.end as usize && matches!(t.tok, Tok::Word(_));
    tokens.iter().find(|t| touches(t) && at < t.span.end as usize).or_else(|| tokens.iter().find(touches)).cloned()
}
