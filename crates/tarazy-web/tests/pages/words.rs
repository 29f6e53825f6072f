//! Every word of a page is in its language.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use roxmltree::{Document, Node};
use tarazy_law::Lang;

/// Attributes that are read aloud or shown.
const READ: [&str; 4] = ["aria-label", "title", "alt", "content"];
/// Letters that Kazakh has and Russian has not.
const KAZAKH: &str = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";

/// Finds marks of missing messages, names of messages, and letters that the language of the page does not have.
pub(crate) fn said(doc: &Document<'_>, lang: Lang, wrong: &mut Vec<String>) {
    for node in doc.descendants() {
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            line(text, lang_of(node, lang), wrong);
        }
        for name in READ {
            if let Some(text) = node.attribute(name) {
                line(text, lang_of(node, lang), wrong);
            }
        }
    }
}

fn line(text: &str, lang: Option<Lang>, wrong: &mut Vec<String>) {
    if text.contains('⟨') {
        wrong.push(format!("a message is missing: {text}"));
    }
    let names = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    wrong.extend(names.filter(|n| keys().contains(n)).map(|n| format!("the name of a message: {n} in {text}")));
    let foreign = |c: char| match lang {
        Some(Lang::En) => ('\u{400}'..='\u{52f}').contains(&c),
        Some(Lang::Ru) => KAZAKH.contains(c),
        _ => false,
    };
    if text.contains(foreign) {
        wrong.push(format!("not in the language of the page: {text}"));
    }
}

/// The language in which a node is written: its own, or that of what it stands in.
fn lang_of(node: Node<'_, '_>, page: Lang) -> Option<Lang> {
    let own = node.ancestors().find_map(|a| a.attribute("lang"));
    own.map_or(Some(page), Lang::from_code)
}

/// The names of messages that no page would say as a word: those of more than one part.
fn keys() -> &'static BTreeSet<&'static str> {
    static KEYS: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    KEYS.get_or_init(|| {
        let all = [
            include_str!("../../../tarazy-words/locales/en.ftl"),
            include_str!("../../../tarazy-words/locales/pages.en.ftl"),
            include_str!("../../../tarazy-words/locales/review.en.ftl"),
            include_str!("../../../tarazy-words/locales/difference.en.ftl"),
        ];
        let lines = all.into_iter().flat_map(str::lines);
        let names = lines.filter_map(|l| l.split_once(" =")).map(|(name, _)| name);
        names.filter(|n| n.contains('-') && !n.starts_with([' ', '-', '#'])).collect()
    })
}
