//! The index: which words stand in which provision, and what comes out of a question.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use tarazy_law::Lang;
use tarazy_law::diag::nearest;
use tarazy_law::model::{Corpus, ProvId};
use tarazy_words::{View, heading_in};

use super::letters::{Token, plain, tokens};
use super::stem::Stems;
use crate::places::Places;

/// How much a word weighs by where it stands.
const IN_HEADING: f32 = 4.0;
const IN_TEXT: f32 = 1.0;
const IN_PLACE: f32 = 3.0;
const IN_NAME: f32 = 2.0;
/// The number of an article, of a part, of anything else.
const ARTICLE: f32 = 8.0;
const PART: f32 = 4.0;
/// A word that only begins like the one that was asked for.
const BEGINS: f32 = 0.4;
/// A beginning has at least so many letters.
const BEGINNING: usize = 4;
/// A question is no longer than this, in words and in letters.
const WORDS: usize = 12;
const LETTERS: usize = 200;
/// So much of a text is shown around the first word that was found, in letters.
const SHOWN: usize = 320;

/// A stretch of text, and whether it is what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The words.
    pub(crate) text: String,
    /// They were asked for.
    pub(crate) found: bool,
}

/// A provision that was found.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// Which.
    pub(crate) provision: ProvId,
    /// Its heading, in the reader's language.
    pub(crate) heading: Vec<Piece>,
    /// The language of the excerpt: the reader's, where the words stand there too.
    pub(crate) lang: Lang,
    /// What it says around the words.
    pub(crate) excerpt: Vec<Piece>,
}

/// Words and numbers to provisions.
pub(crate) struct Index {
    stems: Stems,
    docs: Vec<ProvId>,
    words: BTreeMap<(usize, String), HashMap<u32, f32>>,
    numbers: HashMap<String, HashMap<u32, f32>>,
    /// Words as they are written, to be suggested.
    written: BTreeSet<(usize, String)>,
}

/// A question, word by word: for each word its keys in the three languages, or the number.
struct Question {
    words: Vec<Asked>,
}

enum Asked {
    Number(String),
    Word([Vec<String>; 3]),
}

impl Index {
    /// Reads every provision of every edition once.
    pub(crate) fn new(corpus: &Corpus, places: &Places) -> Index {
        let mut index = Index {
            stems: Stems::new(),
            docs: Vec::new(),
            words: BTreeMap::new(),
            numbers: HashMap::new(),
            written: BTreeSet::new(),
        };
        let mut seen = BTreeSet::new();
        for shelf in places.shelves() {
            let stands = shelf.articles.iter().flat_map(|a| &a.provisions).chain(&shelf.notes);
            for provision in stands.filter(|p| seen.insert(**p)) {
                index.add(corpus, places, *provision);
            }
        }
        index
    }

    fn add(&mut self, corpus: &Corpus, places: &Places, provision: ProvId) {
        let doc = self.docs.len() as u32;
        self.docs.push(provision);
        let p = corpus.provision(provision);
        for lang in Lang::ALL {
            self.take(doc, lang, heading_in(&p.heading, lang), IN_HEADING);
            self.take(doc, lang, p.texts.get(lang), IN_TEXT);
            let place = View::of_edition(crate::http::words(lang), corpus, "").place_of(p);
            self.take(doc, lang, &place, IN_PLACE);
        }
        for name in places.declared(provision) {
            self.take(doc, Lang::En, name, IN_NAME);
        }
        if let Some(cite) = &p.cite {
            self.number(doc, &cite.article, ARTICLE);
            for part in cite.part.iter().chain(&cite.sub) {
                self.number(doc, part, PART);
            }
        }
    }

    fn take(&mut self, doc: u32, lang: Lang, text: &str, weight: f32) {
        for token in tokens(text) {
            if token.number {
                self.number(doc, &token.text, IN_TEXT);
                continue;
            }
            for key in self.stems.keys(lang, &token.text) {
                let seen = self.words.entry((lang as usize, key)).or_default().entry(doc).or_default();
                *seen = seen.max(weight);
            }
            self.written.insert((lang as usize, token.text));
        }
    }

    fn number(&mut self, doc: u32, number: &str, weight: f32) {
        if !number.is_empty() {
            let seen = self.numbers.entry(number.to_owned()).or_default().entry(doc).or_default();
            *seen = seen.max(weight);
        }
    }

    /// The provisions that answer a question, the best first. `ignored` are words that only say what a number is (article, part).
    pub(crate) fn find(&self, corpus: &Corpus, lang: Lang, text: &str, ignored: &str) -> Vec<Found> {
        let question = self.ask(text, ignored);
        let mut scores: HashMap<u32, (usize, f32)> = HashMap::new();
        for asked in &question.words {
            for (doc, score) in self.matching(asked) {
                let entry = scores.entry(doc).or_default();
                entry.0 += 1;
                entry.1 += score;
            }
        }
        // Where something has every word, what has only some is of no use.
        let most = scores.values().map(|(words, _)| *words).max().unwrap_or(0);
        let mut ranked: Vec<(u32, f32)> =
            scores.into_iter().filter(|(_, (words, _))| *words == most).map(|(doc, (_, score))| (doc, score)).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.into_iter().map(|(doc, _)| self.shown(corpus, lang, self.docs[doc as usize], &question)).collect()
    }

    /// Words of the law that look like the one that was asked for.
    pub(crate) fn near(&self, lang: Lang, text: &str) -> Vec<&str> {
        let asked = tokens(&text.chars().take(LETTERS).collect::<String>());
        let Some(word) = asked.iter().filter(|t| !t.number).max_by_key(|t| t.text.chars().count()) else {
            return Vec::new();
        };
        nearest(&word.text, self.written.iter().filter(|(l, _)| *l == lang as usize).map(|(_, w)| w.as_str()))
    }

    fn ask(&self, text: &str, ignored: &str) -> Question {
        let text: String = text.chars().take(LETTERS).collect();
        let asked = tokens(&text);
        let numbered = asked.iter().any(|t| t.number);
        let ignored: BTreeSet<String> = tokens(ignored).into_iter().map(|t| plain(&t.text)).collect();
        let matters = |t: &&Token| t.number || !numbered || !ignored.contains(&plain(&t.text));
        let word = |t: &Token| {
            if t.number {
                Asked::Number(t.text.clone())
            } else {
                Asked::Word(Lang::ALL.map(|lang| self.stems.keys(lang, &t.text)))
            }
        };
        Question { words: asked.iter().filter(matters).take(WORDS).map(word).collect() }
    }

    /// What has this word or number, each with how well.
    fn matching(&self, asked: &Asked) -> HashMap<u32, f32> {
        let mut out: HashMap<u32, f32> = HashMap::new();
        let mut take = |docs: &HashMap<u32, f32>, factor: f32| {
            // A word that stands everywhere says little.
            let rare = (1.0 + self.docs.len() as f32 / docs.len().max(1) as f32).ln();
            for (doc, weight) in docs {
                let best = out.entry(*doc).or_default();
                *best = best.max(weight * factor * rare);
            }
        };
        match asked {
            Asked::Number(number) => {
                if let Some(docs) = self.numbers.get(number) {
                    take(docs, 1.0);
                }
            }
            Asked::Word(keys) => {
                let all = keys.iter().enumerate().flat_map(|(lang, keys)| keys.iter().map(move |k| (lang, k)));
                for (lang, key) in all {
                    let long = key.chars().count() >= BEGINNING;
                    let begin_so = self.words.range((lang, key.clone())..);
                    for ((_, found), docs) in begin_so.take_while(|((l, k), _)| *l == lang && k.starts_with(key)) {
                        if found == key {
                            take(docs, 1.0);
                        } else if long {
                            take(docs, BEGINS);
                        }
                    }
                }
            }
        }
        out
    }

    fn shown(&self, corpus: &Corpus, lang: Lang, provision: ProvId, question: &Question) -> Found {
        let p = corpus.provision(provision);
        let marked = |lang: Lang, text: &str| -> Vec<(usize, usize)> {
            let asked = |t: &Token| question.words.iter().any(|a| self.is(a, lang, t));
            tokens(text).iter().filter(|t| asked(t)).map(|t| (t.start, t.end)).collect()
        };
        let has = |lang: &Lang| !marked(*lang, p.texts.get(*lang)).is_empty();
        let told = [lang].into_iter().chain(Lang::ALL).find(has).unwrap_or(lang);
        // Marks of emphasis are for whoever sees the whole.
        let (heading, text) = (heading_in(&p.heading, lang), p.texts.get(told).replace(['*', '`'], ""));
        Found {
            provision,
            heading: pieces(heading, &marked(lang, heading)),
            lang: told,
            excerpt: excerpt(&text, &marked(told, &text)),
        }
    }

    fn is(&self, asked: &Asked, lang: Lang, token: &Token) -> bool {
        match asked {
            Asked::Number(number) => token.number && token.text == *number,
            Asked::Word(_) if token.number => false,
            Asked::Word(keys) => {
                let own = self.stems.keys(lang, &token.text);
                let begins =
                    |asked: &str| asked.chars().count() >= BEGINNING && own.iter().any(|o| o.starts_with(asked));
                keys[lang as usize].iter().any(|asked| own.contains(asked) || begins(asked))
            }
        }
    }
}

fn pieces(text: &str, marked: &[(usize, usize)]) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut done = 0;
    let mut push = |from: usize, to: usize, found: bool| {
        if let Some(piece) = text.get(from..to).filter(|p| !p.is_empty()) {
            out.push(Piece { text: piece.to_owned(), found });
        }
    };
    for (start, end) in marked {
        push(done, *start, false);
        push(*start, *end, true);
        done = *end;
    }
    push(done, text.len(), false);
    out
}

/// So much of the text that it is read at a glance, from a space to a space, with the first word that was found in it.
fn excerpt(text: &str, marked: &[(usize, usize)]) -> Vec<Piece> {
    let first = marked.first().map_or(0, |m| m.0);
    let length = text.chars().count();
    if length <= SHOWN {
        return pieces(text, marked);
    }
    let before = text[..first].chars().count();
    let skip = if before < SHOWN / 2 { 0 } else { before - SHOWN / 4 };
    let at = |chars: usize| text.char_indices().nth(chars).map_or(text.len(), |(i, _)| i);
    let start = if skip == 0 { 0 } else { text[at(skip)..].find(' ').map_or(at(skip), |i| at(skip) + i + 1) };
    let end = at(skip + SHOWN);
    let end = if end == text.len() { end } else { text[..end].rfind(' ').filter(|e| *e > first).unwrap_or(end) };
    let inside: Vec<(usize, usize)> =
        marked.iter().filter(|(s, e)| *s >= start && *e <= end).map(|(s, e)| (s - start, e - start)).collect();
    let mut out = pieces(&text[start..end], &inside);
    let dots = || Piece { text: "…".to_owned(), found: false };
    if start > 0 {
        out.insert(0, dots());
    }
    if end < text.len() {
        out.push(dots());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{SHOWN, excerpt, pieces};

    #[test]
    fn pieces_make_up_the_text() {
        let text = "Жүйе тәуекелін басқару";
        let (start, end) = (text.find('т').unwrap_or(0), text.find(" б").unwrap_or(0));
        let found = pieces(text, &[(start, end)]);
        assert_eq!(found.iter().map(|p| p.text.as_str()).collect::<String>(), text);
        assert_eq!(found.iter().filter(|p| p.found).map(|p| p.text.as_str()).collect::<Vec<_>>(), ["тәуекелін"]);
    }

    #[test]
    fn an_excerpt_shows_what_was_found() {
        let text = format!("{}иеленуші {}", "сөз ".repeat(300), "тағы ".repeat(300));
        let at = text.find("иеленуші").unwrap_or(0);
        let shown = excerpt(&text, &[(at, at + "иеленуші".len())]);
        assert!(shown.iter().any(|p| p.found && p.text == "иеленуші"));
        assert!(shown.iter().map(|p| p.text.chars().count()).sum::<usize>() <= SHOWN + 2);
    }
}
