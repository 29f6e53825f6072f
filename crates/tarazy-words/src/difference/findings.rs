//! What became of the findings.

use tarazy_law::model::{Corpus, Rulebook, Selection};
use tarazy_review::difference::Fate;
use tarazy_review::{Finding, Key, Review};

use super::{Entry, Section};
use crate::review::{sentence, title};
use crate::words::Words;

/// What became of the findings, told by the reviews from which it came: cured, kept, created, open.
pub fn findings(words: &Words, corpus: &Corpus, fate: &Fate, before: &Review, after: &Review) -> Vec<Section> {
    let books = [before, after].map(|r| corpus.book(&Selection { edition: r.edition.clone(), as_of: None }));
    let of = |review: &Review, book: &Rulebook, keys: &mut dyn Iterator<Item = &Key>| -> Vec<Entry> {
        keys.map(|k| keyed(words, corpus, book, review, k)).collect()
    };
    let [was, is] = &books;
    let all = [
        ("cured", of(before, was, &mut fate.cured.iter())),
        ("kept", of(after, is, &mut fate.kept.iter().map(|(_, k)| k))),
        ("created", of(after, is, &mut fate.created.iter())),
        ("open", of(before, was, &mut fate.open.iter())),
    ];
    all.into_iter().filter_map(|(key, entries)| section(words, key, entries)).collect()
}

/// A finding of a review by its key.
pub(crate) fn keyed(words: &Words, corpus: &Corpus, book: &Rulebook, review: &Review, key: &Key) -> Entry {
    match review.findings.iter().find(|f| f.key() == *key) {
        Some(f) => entry(words, corpus, book, f),
        None => Entry {
            code: Some(key.class.code()),
            name: key.names.first().cloned().unwrap_or_default(),
            said: format!("{}: {}", title(words, key.class), key.names.join(", ")),
            points: Vec::new(),
        },
    }
}

/// A finding in one sentence.
pub(crate) fn entry(words: &Words, corpus: &Corpus, book: &Rulebook, f: &Finding) -> Entry {
    Entry {
        code: Some(f.class.code()),
        name: f.subjects.first().map(|s| s.name.clone()).unwrap_or_default(),
        said: sentence(words, corpus, book, f),
        points: Vec::new(),
    }
}

/// A section with its heading, unless nothing stands in it.
pub(crate) fn section(words: &Words, key: &'static str, entries: Vec<Entry>) -> Option<Section> {
    (!entries.is_empty()).then(|| Section { key, title: words.say(&format!("diff-{key}")), entries })
}
