//! What is needed to speak of one answer: the words, the law it was asked of, and the names of the persons.

use tarazy_law::decide::answer::{Citable, Decision, PersonRef};
use tarazy_law::model::{Corpus, ProvisionInfo};
use tarazy_law::syntax::ast::{ItemKind, ReadingDecl};

use tarazy_law::Lang;

use crate::cite;
use crate::words::Words;

/// The person in an answer who stands for somebody whom the case does not name.
const SOMEBODY: &str = "?";

/// A decision with what puts it into words.
pub struct View<'a> {
    /// The language.
    pub words: &'a Words,
    /// The law.
    pub corpus: &'a Corpus,
    persons: &'a [PersonRef],
    /// The edition and those it stands on, the oldest first. Empty: any.
    editions: Vec<&'a str>,
}

impl<'a> View<'a> {
    /// Of a decision.
    pub fn new(words: &'a Words, corpus: &'a Corpus, decision: &'a Decision) -> View<'a> {
        let editions = corpus.chain(&decision.law.edition).into_iter().map(|e| e.name.as_str()).collect();
        View { words, corpus, persons: &decision.case.persons, editions }
    }

    /// Without a decision: names where they are known, and the law of every edition.
    pub fn of_persons(words: &'a Words, corpus: &'a Corpus, persons: &'a [PersonRef]) -> View<'a> {
        View { words, corpus, persons, editions: Vec::new() }
    }

    /// Of an edition, without a case.
    pub fn of_edition(words: &'a Words, corpus: &'a Corpus, edition: &str) -> View<'a> {
        let editions = corpus.chain(edition).into_iter().map(|e| e.name.as_str()).collect();
        View { words, corpus, persons: &[], editions }
    }

    /// Of an edition, with persons who have no names but those given here.
    pub fn of_scene(words: &'a Words, corpus: &'a Corpus, edition: &str, persons: &'a [PersonRef]) -> View<'a> {
        View { persons, ..View::of_edition(words, corpus, edition) }
    }

    /// A person by their name in the case.
    pub fn person(&self, id: &str) -> String {
        if id == SOMEBODY {
            return self.words.say("somebody-unnamed");
        }
        let known = self.persons.iter().find(|p| p.id == id).map(|p| self.words.of(&p.name));
        known.filter(|n| !n.trim().is_empty()).unwrap_or(id).to_owned()
    }

    /// Several persons: «a and b».
    pub fn people(&self, ids: &[String]) -> String {
        self.words.list(&ids.iter().map(|p| self.person(p)).collect::<Vec<_>>(), "and-list")
    }

    /// The provision that declares `id` in this edition: the youngest, where a later edition replaced it.
    pub fn provision(&self, id: &str) -> Option<&'a ProvisionInfo> {
        let corpus = self.corpus;
        let age = |edition: &str| self.editions.iter().position(|e| *e == edition);
        let own = id.strip_suffix(".unless").unwrap_or(id);
        let mut best: Option<(Option<usize>, &ProvisionInfo)> = None;
        for (provision, _) in corpus.declarations(own) {
            let info = corpus.provision(provision);
            let age = age(&info.edition);
            if best.is_none_or(|(before, _)| before <= age) {
                best = Some((age, info));
            }
        }
        best.map(|(_, info)| info)
    }

    /// The heading over `id`, in this language.
    pub fn heading(&self, id: &str) -> Option<&'a str> {
        Some(heading_in(&self.provision(id)?.heading, self.words.lang))
    }

    /// The heading in quotation marks; the name itself, where there is no heading.
    pub fn quoted(&self, id: &str) -> String {
        match self.heading(id) {
            Some(text) if text.starts_with(['«', '"', '“']) => text.to_owned(),
            Some(text) => self.words.say_with("quoted", &[("text", text)]),
            None => id.to_owned(),
        }
    }

    /// What the provision says, in one sentence.
    pub fn restated(&self, id: &str) -> Option<String> {
        let text = self.words.of(&self.provision(id)?.texts).trim();
        (!text.is_empty()).then(|| first_sentence(text).to_owned())
    }

    /// Where the norm stands in the law.
    pub fn cited(&self, what: &Citable) -> String {
        cite::cited(self.words, self.corpus, what)
    }

    /// Where the element called `id` stands in the law.
    pub fn cited_by_id(&self, id: &str) -> String {
        let place = self.provision(id).and_then(|p| p.cite.as_ref()).map(cite::place);
        place.map_or_else(|| id.to_owned(), |c| cite::citation(self.words, self.corpus, &c))
    }

    /// Where a provision stands in the law; empty where it has no place.
    pub fn place_of(&self, provision: &ProvisionInfo) -> String {
        let place = provision.cite.as_ref().map(cite::place);
        place.map(|c| cite::citation(self.words, self.corpus, &c)).unwrap_or_default()
    }

    /// How far a provision was read.
    pub fn source_of(&self, provision: &ProvisionInfo) -> String {
        cite::source_words(self.words, provision.proposed_by.as_deref(), provision.source.as_str())
    }

    /// The readings of an ambiguity.
    pub fn readings<'s>(&'s self, ambiguity: &'s str) -> &'s [ReadingDecl] {
        let found = self.corpus.declarations(ambiguity).map(|(_, item)| match &item.kind {
            ItemKind::Ambiguity(readings) => readings.as_slice(),
            ItemKind::Definition(rule) | ItemKind::Norm(_, rule) => &rule.readings,
            ItemKind::Exception(decl) => &decl.rule.readings,
            _ => &[],
        });
        found.filter(|r| !r.is_empty()).last().unwrap_or(&[])
    }

    /// A message of this language.
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.words.say_with(key, args)
    }
}

/// A heading `kk / ru / en` in one language; whole, where it is not of that form.
pub fn heading_in(heading: &str, lang: Lang) -> &str {
    let parts: Vec<&str> = heading.split(" / ").map(str::trim).collect();
    let [kk, ru, en] = parts[..] else { return heading };
    match lang {
        Lang::Kk => kk,
        Lang::Ru => ru,
        Lang::En => en,
    }
}

/// Up to the first full stop that ends a sentence: one outside quotation marks that a space and a capital letter follow, and that
/// does not shorten a word.
fn first_sentence(text: &str) -> &str {
    const CLOSING: [char; 4] = ['»', '"', '”', ')'];
    for (i, c) in text.char_indices() {
        if !matches!(c, '.' | '!' | '?') {
            continue;
        }
        let word = text[..i].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let shortened = c == '.' && word.chars().count() <= 2 && !word.chars().all(char::is_numeric);
        let rest = text[i + 1..].trim_start_matches(CLOSING);
        let sentence = &text[..text.len() - rest.len()];
        let mut next = rest.chars();
        let another =
            next.next() == Some(' ') && next.next().is_some_and(|c| c.is_uppercase() || matches!(c, '«' | '"' | '“'));
        if another && !shortened && !inside_quotes(sentence) {
            return sentence;
        }
    }
    text
}

fn inside_quotes(text: &str) -> bool {
    let count = |c: char| text.matches(c).count();
    count('«') > count('»') || count('“') > count('”') || count('"') % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn a_sentence_ends_where_another_begins() {
        assert_eq!(first_sentence("Отвечает владелец. Если вред, то штраф."), "Отвечает владелец.");
        assert_eq!(first_sentence("См. ст. 12 и п. Б закона. Далее."), "См. ст. 12 и п. Б закона.");
        assert_eq!(first_sentence("«Ескерту. Егер болса.» Сонда."), "«Ескерту. Егер болса.»");
        assert_eq!(first_sentence("Only one"), "Only one");
    }
}
