//! Where everything stands: each edition as a book of articles, with what it takes over from the editions it stands on.

use std::collections::{HashMap, HashSet};

use tarazy_law::Span;
use tarazy_law::model::{Corpus, ProvId, ProvisionInfo, Rulebook};
use tarazy_law::syntax::ast::ItemKind;

/// One article of one act, as an edition has it.
pub(crate) struct Article {
    /// The act, by its name in the law language.
    pub(crate) act: String,
    /// The number; empty where the act as a whole is meant.
    pub(crate) number: String,
    /// What stands in it, in order.
    pub(crate) provisions: Vec<ProvId>,
}

/// An edition as a book.
pub(crate) struct Shelf {
    /// Its name.
    pub(crate) edition: String,
    /// Its articles, act by act.
    pub(crate) articles: Vec<Article>,
    /// What it says besides, in no article.
    pub(crate) notes: Vec<ProvId>,
}

/// Every edition, and what each provision declares.
pub(crate) struct Places {
    shelves: Vec<Shelf>,
    declared: HashMap<ProvId, Vec<String>>,
}

impl Places {
    /// Looks through the editions; `books` are theirs, in the same order.
    pub(crate) fn new(corpus: &Corpus, books: &[&Rulebook]) -> Places {
        let mut declared: HashMap<ProvId, Vec<String>> = HashMap::new();
        // Some provisions only take away or prove; they stand in the law as long as their edition does.
        let mut lasting: HashSet<ProvId> = HashSet::new();
        let names: HashSet<&str> = corpus.item_names().collect();
        for name in names {
            for (provision, item) in corpus.declarations(name) {
                match item.kind {
                    ItemKind::Repeal(_) | ItemKind::Property(_) => _ = lasting.insert(provision),
                    _ => declared.entry(provision).or_default().push(name.to_owned()),
                }
            }
        }
        for (provision, names) in &mut declared {
            let text = corpus.sources.file(corpus.provision(*provision).span.file);
            // In the order in which they are written.
            names.sort_by_key(|n| {
                let own = corpus.declarations(n).find(|(p, _)| p == provision);
                own.map_or(text.text.len(), |(_, item)| item.span.start as usize)
            });
            names.dedup();
        }
        let besides = besides(corpus);
        let shelves = corpus.editions.iter().zip(books).map(|(edition, book)| {
            let alive = alive(book);
            let chain: Vec<&str> = corpus.chain(&edition.name).iter().map(|e| e.name.as_str()).collect();
            let stands = |(id, p): &(ProvId, &ProvisionInfo)| {
                let own = chain.contains(&p.edition.as_str()) && !besides.contains(id);
                own && (!declared.contains_key(id) || alive.contains(id) || lasting.contains(id))
            };
            shelf(&edition.name, corpus.provisions().filter(stands).collect())
        });
        Places { shelves: shelves.collect(), declared }
    }

    /// The edition with this name.
    pub(crate) fn shelf(&self, edition: &str) -> Option<&Shelf> {
        self.shelves.iter().find(|s| s.edition == edition)
    }

    /// Every edition.
    pub(crate) fn shelves(&self) -> &[Shelf] {
        &self.shelves
    }

    /// What a provision declares, in the order in which it is written.
    pub(crate) fn declared(&self, provision: ProvId) -> &[String] {
        self.declared.get(&provision).map_or(&[], Vec::as_slice)
    }
}

impl Shelf {
    /// The article of an act.
    pub(crate) fn article(&self, act: &str, number: &str) -> Option<&Article> {
        self.articles.iter().find(|a| a.act == act && a.number == number)
    }

    /// Articles of this number, of any act.
    pub(crate) fn numbered<'s>(&'s self, number: &'s str) -> impl Iterator<Item = &'s Article> {
        self.articles.iter().filter(move |a| a.number == number)
    }

    /// The article in which a provision stands.
    pub(crate) fn of(&self, provision: ProvId) -> Option<&Article> {
        self.articles.iter().find(|a| a.provisions.contains(&provision))
    }

    /// The acts, in order, each with its articles.
    pub(crate) fn acts(&self) -> Vec<(&str, Vec<&Article>)> {
        let mut out: Vec<(&str, Vec<&Article>)> = Vec::new();
        for article in &self.articles {
            match out.last_mut().filter(|(act, _)| *act == article.act) {
                Some((_, articles)) => articles.push(article),
                None => out.push((&article.act, vec![article])),
            }
        }
        out
    }
}

impl Article {
    /// Its address in an edition, without language.
    pub(crate) fn path(&self, edition: &str) -> String {
        if self.number.is_empty() {
            format!("/law/{edition}/{}", self.act)
        } else {
            format!("/law/{edition}/{}/{}", self.act, self.number)
        }
    }
}

/// The part of a page that belongs to a heading: up to the next one.
pub(crate) fn section(corpus: &Corpus, provision: ProvId) -> &str {
    let span = corpus.provision(provision).span;
    let text = &corpus.sources.file(span.file).text;
    let next = corpus.provisions().map(|(_, p)| p.span).filter(|s| s.file == span.file && s.start > span.start);
    let end = next.map(|s| s.start as usize).min().unwrap_or(text.len());
    text.get(span.start as usize..end).unwrap_or_default().trim_end()
}

/// The pages that bring something to an edition: path, and the first heading.
pub(crate) fn pages<'c>(corpus: &'c Corpus, edition: &str) -> Vec<(&'c str, &'c str)> {
    let mut out: Vec<(&str, &str)> = Vec::new();
    for (_, p) in corpus.provisions() {
        let path = corpus.sources.file(p.span.file).path.as_str();
        if p.edition == edition && p.cite.is_some() && !out.iter().any(|(known, _)| *known == path) {
            let first = corpus.provisions().find(|(_, q)| q.span.file == p.span.file);
            out.push((path, first.map_or(path, |(_, q)| q.heading.as_str())));
        }
    }
    out
}

/// The heading under which a place lies.
pub(crate) fn provision_at(corpus: &Corpus, span: Span) -> Option<ProvId> {
    let before = corpus.provisions().filter(|(_, p)| p.span.file == span.file && p.span.start <= span.start);
    before.max_by_key(|(_, p)| p.span.start).map(|(id, _)| id)
}

/// Numbers compare as numbers: article 10 comes after 9, 641-1 after 456-2.
pub(crate) fn natural(text: &str) -> Vec<(u64, String)> {
    let mut out = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, tail) = rest.split_at(digits);
        let letters = tail.find(|c: char| c.is_ascii_digit()).unwrap_or(tail.len());
        let (letters, tail) = tail.split_at(letters);
        out.push((number.parse().unwrap_or(0), letters.to_owned()));
        rest = tail;
    }
    out
}

/// Headings that declare what the law speaks of rather than law: facts, acts, editions.
fn besides(corpus: &Corpus) -> HashSet<ProvId> {
    let facts = corpus.vocabulary.iter().map(|(_, f)| f.provision);
    let acts = corpus.acts.values().map(|a| a.provision);
    let editions = corpus.editions.iter().map(|e| e.provision);
    facts.chain(acts).chain(editions).collect()
}

/// Provisions of which this edition has something.
fn alive(book: &Rulebook) -> HashSet<ProvId> {
    use tarazy_law::model::FactKind;
    let readings = book.facts.iter().filter_map(|f| match f.kind {
        FactKind::Reading { provision, .. } => Some(provision),
        _ => None,
    });
    let norms = book.norms.iter().map(|n| n.provision);
    let definitions = book.definitions.iter().map(|d| d.provision);
    let exceptions = book.exceptions.iter().map(|e| e.provision);
    let tables = book.tables.iter().map(|t| t.provision);
    let relations = book.relations.iter().map(|r| r.provision);
    readings.chain(norms).chain(definitions).chain(exceptions).chain(tables).chain(relations).collect()
}

fn shelf(edition: &str, provisions: Vec<(ProvId, &ProvisionInfo)>) -> Shelf {
    let mut articles: Vec<Article> = Vec::new();
    let mut acts: Vec<&str> = Vec::new();
    let mut notes = Vec::new();
    for (id, p) in provisions {
        let Some(cite) = &p.cite else {
            if !p.texts.kk.is_empty() {
                notes.push(id);
            }
            continue;
        };
        if !acts.contains(&cite.act.as_str()) {
            acts.push(&cite.act);
        }
        match articles.iter_mut().find(|a| a.act == cite.act && a.number == cite.article) {
            Some(article) => article.provisions.push(id),
            None => {
                articles.push(Article { act: cite.act.clone(), number: cite.article.clone(), provisions: vec![id] });
            }
        }
    }
    let order = |act: &str| acts.iter().position(|a| *a == act);
    articles.sort_by_cached_key(|a| (order(&a.act), natural(&a.number)));
    Shelf { edition: edition.to_owned(), articles, notes }
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn articles_are_in_the_order_of_their_numbers() {
        let mut numbers = ["641-1", "10", "9", "456-2", "3-1", "3"];
        numbers.sort_by_key(|n| natural(n));
        assert_eq!(numbers, ["3", "3-1", "9", "10", "456-2", "641-1"]);
    }
}
