//! A word as the index knows it: without its endings, in the way of its language.

use rust_stemmers::{Algorithm, Stemmer};
use tarazy_law::Lang;

use super::kazakh;
use super::letters::plain;

/// Stemmers of the languages that have one.
pub(super) struct Stems {
    russian: Stemmer,
    english: Stemmer,
}

impl Stems {
    pub(super) fn new() -> Stems {
        Stems { russian: Stemmer::create(Algorithm::Russian), english: Stemmer::create(Algorithm::English) }
    }

    /// The keys of a folded word in the index of a language; more than one, where it can be taken apart in more than one way. Kazakh ones
    /// are kept as they are typed without Kazakh letters.
    pub(super) fn keys(&self, lang: Lang, word: &str) -> Vec<String> {
        match lang {
            Lang::Kk => kazakh::stems(word).iter().map(|s| plain(s)).collect(),
            Lang::Ru => vec![self.russian.stem(word).into_owned()],
            Lang::En => vec![self.english.stem(word).into_owned()],
        }
    }
}
