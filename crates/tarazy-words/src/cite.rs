//! Places in the law, as lawyers of each language write them.

use tarazy_law::decide::answer::{Citable, CitationRef};
use tarazy_law::model::Corpus;
use tarazy_law::syntax::ast::Citation;

use crate::words::Words;

/// The act, the article, the part or point, the subparagraph: «КоАП, ст. 641-1, ч. 1, пп. 2)».
pub fn citation(words: &Words, corpus: &Corpus, place: &CitationRef) -> String {
    let act = corpus.acts.get(&place.act);
    let mut out = act.map_or_else(|| place.act.clone(), |a| words.of(&a.short).to_owned());
    // A code is divided into parts, a law into points.
    let (article, part) = match act {
        Some(a) if a.parts => ("cite-article-code", "cite-part"),
        _ => ("cite-article-law", "cite-point"),
    };
    let number = Some(&place.article).filter(|a| !a.is_empty());
    for (key, n) in [(article, number), (part, place.part.as_ref()), ("cite-subparagraph", place.subparagraph.as_ref())]
    {
        if let Some(n) = n {
            out.push_str(&words.say_with(key, &[("n", n)]));
        }
    }
    out
}

/// The place of a norm, exception or definition; its name in the corpus, where it has no place in the law.
pub fn cited(words: &Words, corpus: &Corpus, what: &Citable) -> String {
    what.citation.as_ref().map_or_else(|| what.id.clone(), |c| citation(words, corpus, c))
}

/// How far the text was read: the official text, second hand, or a proposal and whose.
pub fn source(words: &Words, what: &Citable) -> String {
    source_words(words, what.proposed_by.as_deref(), what.source)
}

pub(crate) fn source_words(words: &Words, proposed_by: Option<&str>, source: &str) -> String {
    match (proposed_by, source) {
        (Some(who), "proposed") => words.say_with("source-proposed-by", &[("who", &words.word(who))]),
        (_, status) => words.say(&format!("source-{status}")),
    }
}

/// A citation of a page, as it stands in an answer.
pub(crate) fn place(cite: &Citation) -> CitationRef {
    CitationRef {
        act: cite.act.clone(),
        article: cite.article.clone(),
        part: cite.part.clone(),
        subparagraph: cite.sub.clone(),
    }
}
