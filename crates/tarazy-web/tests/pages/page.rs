//! A page, and what is true of every one: it is well formed and in one language, has one heading and a title, and nothing inline.
//!
//! What our templates write differs from XML in a few things only. These are undone, and then a strict reader has to accept the page: a
//! browser would mend a wrong page silently.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};
use tarazy_law::Lang;

use crate::words;

/// A page, well formed.
pub(crate) struct Page {
    asked: String,
    lang: Lang,
    html: String,
    xml: String,
}

/// Elements without content.
const VOID: [&str; 8] = ["br", "hr", "img", "input", "link", "meta", "source", "wbr"];
/// Elements that hold words and no blocks.
const PHRASING: [&str; 15] =
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "strong", "a", "label", "button", "summary", "code", "pre"];
const BLOCKS: [&str; 20] = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "div", "table", "form", "fieldset",
    "section", "article", "details",
];

impl Page {
    pub(crate) fn new(asked: &str, lang: Lang, html: &str) -> Page {
        Page { asked: asked.to_owned(), lang, html: html.to_owned(), xml: as_xml(html) }
    }

    pub(crate) fn html(&self) -> &str {
        &self.html
    }

    pub(crate) fn says(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// Every word that is read, in one line.
    pub(crate) fn text(&self) -> String {
        self.with(|doc| text(doc.root_element()))
    }

    pub(crate) fn with<T>(&self, look: impl FnOnce(&Document<'_>) -> T) -> T {
        let document = Document::parse(&self.xml).unwrap_or_else(|e| panic!("{}: {e}\n{}", self.asked, self.html));
        look(&document)
    }

    /// Where the links of the page lead.
    pub(crate) fn links(&self) -> BTreeSet<String> {
        self.with(|doc| elements(doc, "a").filter_map(|a| a.attribute("href").map(str::to_owned)).collect())
    }

    /// Where its forms send what is written: address and method.
    pub(crate) fn forms(&self) -> Vec<(String, String)> {
        let own = self.asked.split(' ').next_back().unwrap_or_default();
        let attribute = |f: &Node<'_, '_>, name: &str| f.attribute(name).map(str::to_owned);
        self.with(|doc| {
            elements(doc, "form")
                .map(|f| {
                    let action = attribute(&f, "action").unwrap_or_else(|| own.to_owned());
                    (action, attribute(&f, "method").unwrap_or_default())
                })
                .collect()
        })
    }

    /// What is complained about: the field, and in which words.
    pub(crate) fn complaints(&self) -> Vec<(String, String)> {
        self.with(|doc| {
            let list = doc.descendants().find(|n| has_class(*n, "govuk-error-summary__list"));
            let links = list.into_iter().flat_map(|l| l.descendants().filter(|n| n.has_tag_name("a")));
            links.map(|a| (a.attribute("href").unwrap().trim_start_matches('#').to_owned(), text(a))).collect()
        })
    }

    /// The fields of the page that are not empty: boxes that are ticked, lines that are written, by name.
    pub(crate) fn filled(&self) -> Vec<(String, String)> {
        self.with(|doc| {
            let mut out = Vec::new();
            for n in doc.descendants() {
                let Some(name) = n.attribute("name") else { continue };
                let value = match n.tag_name().name() {
                    "textarea" => n.text(),
                    "input" if matches!(n.attribute("type"), Some("radio" | "checkbox")) => {
                        n.attribute("checked").and(n.attribute("value"))
                    }
                    "input" => n.attribute("value"),
                    _ => None,
                };
                out.extend(value.filter(|v| !v.is_empty()).map(|v| (name.to_owned(), v.to_owned())));
            }
            out
        })
    }

    /// The words of an element with this id.
    pub(crate) fn at(&self, id: &str) -> Option<String> {
        self.with(|doc| doc.descendants().find(|n| n.attribute("id") == Some(id)).map(text))
    }

    /// Everything that is true of every page.
    pub(crate) fn check(&self) {
        let wrong = self.with(|doc| {
            let mut wrong = Vec::new();
            self.frame(doc, &mut wrong);
            inline(doc, &mut wrong);
            ids(doc, &mut wrong);
            nesting(doc, &mut wrong);
            words::said(doc, self.lang, &mut wrong);
            wrong
        });
        assert!(wrong.is_empty(), "{}\n{}", self.asked, wrong.join("\n"));
    }

    fn frame(&self, doc: &Document<'_>, wrong: &mut Vec<String>) {
        let root = doc.root_element();
        if root.attribute("lang") != Some(self.lang.code()) {
            wrong.push(format!("lang is {:?}", root.attribute("lang")));
        }
        let heads = elements(doc, "h1").filter(|h| !text(*h).is_empty()).count();
        if heads != 1 || elements(doc, "h1").count() != 1 {
            wrong.push(format!("{heads} headings of the first order"));
        }
        let titles: Vec<String> =
            elements(doc, "title").filter(|t| t.tag_name().namespace().is_none()).map(text).collect();
        if titles.len() != 1 || !titles[0].ends_with(" – Tarazy") || titles[0].len() < 12 {
            wrong.push(format!("titles {titles:?}"));
        }
        if elements(doc, "main").count() != 1 {
            wrong.push("not one main part".to_owned());
        }
    }
}

/// Nothing inline: the policy of the house forbids it, so it would not work.
fn inline(doc: &Document<'_>, wrong: &mut Vec<String>) {
    for n in doc.descendants().filter(Node::is_element) {
        let name = n.tag_name().name();
        if name == "style" || (name == "script" && (n.attribute("src").is_none() || !text(n).is_empty())) {
            wrong.push(format!("inline <{name}>"));
        }
        for a in n.attributes() {
            if a.name() == "style" || a.name().starts_with("on") || a.value().trim_start().starts_with("javascript:") {
                wrong.push(format!("<{name} {}=\"{}\">", a.name(), a.value()));
            }
        }
    }
}

/// An id is there once, and whatever is pointed to is there.
fn ids(doc: &Document<'_>, wrong: &mut Vec<String>) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for id in doc.descendants().filter_map(|n| n.attribute("id")) {
        *seen.entry(id).or_default() += 1;
    }
    wrong.extend(seen.iter().filter(|(_, n)| **n > 1).map(|(id, n)| format!("id {id} stands {n} times")));
    for n in doc.descendants().filter(Node::is_element) {
        for name in ["for", "aria-describedby", "aria-labelledby", "aria-controls", "data-aria-controls"] {
            for id in n.attribute(name).unwrap_or_default().split_whitespace() {
                if !seen.contains_key(id) {
                    wrong.push(format!("{name} points to {id}, which is not there"));
                }
            }
        }
        let target = n.attribute("href").and_then(|h| h.strip_prefix('#'));
        if let Some(id) = target.filter(|id| !seen.contains_key(id)) {
            wrong.push(format!("a link to #{id}, which is not there"));
        }
    }
}

/// A browser would take a block out of a paragraph, and a list without its items apart.
fn nesting(doc: &Document<'_>, wrong: &mut Vec<String>) {
    for n in doc.descendants().filter(Node::is_element) {
        let name = n.tag_name().name();
        let around = n.parent_element().map_or("", |p| p.tag_name().name());
        // A heading may stand inside of a legend or summary.
        let heading = matches!(name, "h1" | "h2" | "h3" | "h4") && around == "summary";
        if BLOCKS.contains(&name) && !heading && PHRASING.contains(&around) {
            wrong.push(format!("<{name}> inside of <{around}>"));
        }
        let list = match name {
            "li" => &["ul", "ol"][..],
            "dt" | "dd" => &["dl", "div"],
            "tr" => &["thead", "tbody"],
            "td" | "th" => &["tr"],
            "legend" => &["fieldset"],
            "summary" => &["details"],
            _ => continue,
        };
        if !list.contains(&around) {
            wrong.push(format!("<{name}> inside of <{around}>"));
        }
    }
}

pub(crate) fn elements<'d>(doc: &'d Document<'_>, name: &'d str) -> impl Iterator<Item = Node<'d, 'd>> {
    doc.descendants().filter(move |n| n.is_element() && n.tag_name().name() == name)
}

pub(crate) fn has_class(node: Node<'_, '_>, class: &str) -> bool {
    node.attribute("class").is_some_and(|c| c.split_whitespace().any(|c| c == class))
}

/// The words inside, white space evened out.
pub(crate) fn text(node: Node<'_, '_>) -> String {
    let all: Vec<&str> = node.descendants().filter(Node::is_text).filter_map(|t| t.text()).collect();
    all.concat().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// HTML as our templates write it, as XML: empty elements are closed and bare attributes get a value.
fn as_xml(html: &str) -> String {
    let html = html.strip_prefix("<!DOCTYPE html>").expect("a document type");
    let mut out = String::new();
    for piece in html.split_inclusive('>') {
        let (text, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
        out.push_str(text);
        if tag.starts_with("</") || tag.is_empty() {
            out.push_str(tag);
            continue;
        }
        let inside = tag.trim_start_matches('<').trim_end_matches('>');
        let name = inside.split_whitespace().next().unwrap_or_default();
        out.push('<');
        // Outside of quotes, a word without a value is a bare attribute.
        for (i, part) in inside.split('"').enumerate() {
            if i % 2 == 1 {
                out.push_str(&format!("\"{part}\""));
                continue;
            }
            for word in part.split_inclusive(' ') {
                let bare = word.trim();
                out.push_str(word.trim_end());
                if !bare.is_empty() && bare != name && bare != "/" && !bare.contains('=') && !bare.ends_with('/') {
                    out.push_str("=\"\"");
                }
                if word.ends_with(' ') {
                    out.push(' ');
                }
            }
        }
        out.push_str(if VOID.contains(&name) { "/>" } else { ">" });
    }
    out
}
