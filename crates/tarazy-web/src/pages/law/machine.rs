//! A provision as the machine reads it: its norms clause by clause in words, and the block as it is written.

use maud::{Markup, html};
use tarazy_law::model::{ProvId, Rulebook};
use tarazy_law::syntax::ast::LinkKind;
use tarazy_words::{Clause, Node, View, capital, outline};

use super::place_in;
use super::prose::foreign;
use crate::at::{At, LANGUAGES};
use crate::law::Law;
use crate::places::section;
use crate::ui;

/// A clause with more lines than these is folded away: what the general part of a code adds to every norm.
const LONG: usize = 10;

/// What a provision declares in this edition.
pub(super) fn read(at: &At, law: &Law, book: &Rulebook, provision: ProvId) -> Markup {
    let edition = book.selection.edition.as_str();
    let names: Vec<&String> = law.places().declared(provision).iter().collect();
    let elements: Vec<(&String, String, Vec<Clause>)> = names
        .into_iter()
        .filter(|name| stands_here(book, name, provision))
        .filter_map(|name| Some((name, kind(at, book, name)?, outline(at.words(), law.corpus, book, name)?)))
        .collect();
    let blocks = blocks(section(law.corpus, provision));
    html! {
        @if !elements.is_empty() {
            h3 class="govuk-heading-s" { (at.say("law-machine")) }
            @for (name, kind, clauses) in &elements {
                div class="machine" {
                    p class="machine__name" { strong { (kind) } " · " code { (name) } }
                    @for clause in clauses { (self::clause(at, clause)) }
                    (links(at, law, book, edition, name))
                }
            }
        }
        @if !blocks.is_empty() {
            (ui::details(&at.say("law-block"), &html! {
                pre class="block" lang="zxx" { code { (blocks) } }
            }))
        }
    }
}

fn clause(at: &At, clause: &Clause) -> Markup {
    html! {
        @match clause {
            Clause::Lines(title, lines) if size(lines) > LONG => {
                details {
                    summary class="machine__clause" { (capital(title)) " (" (lines.len()) ")" }
                    (list(at, lines))
                }
            }
            Clause::Lines(title, lines) => {
                p class="machine__clause" { (capital(title)) }
                (list(at, lines))
            }
            Clause::Note(key, text) => p class="machine__clause" { (key) ": " span { (foreign(text, at.lang)) } },
            Clause::Remark(text) => p class="machine__clause" { (foreign(text, at.lang)) },
        }
    }
}

fn size(lines: &[Node]) -> usize {
    lines.iter().map(|l| 1 + size(&l.children)).sum()
}

fn list(at: &At, lines: &[Node]) -> Markup {
    html! {
        ul {
            @for line in lines {
                li { (said(at, &line.text)) @if !line.children.is_empty() { (list(at, &line.children)) } }
            }
        }
    }
}

/// A line; what a text says in one of the languages is said in that language.
fn said(at: &At, text: &str) -> Markup {
    let worded = text.split_once(' ').and_then(|(code, rest)| {
        let (lang, name) = LANGUAGES.iter().find(|(lang, _)| lang.code() == code)?;
        Some((lang.code(), name, rest.trim()))
    });
    match worded {
        Some((code, name, rest)) => html! { span lang=(code) { (name) ": " (rest) } },
        None => foreign(text, at.lang),
    }
}

/// The norms to which this one leads, and those that lead to it.
fn links(at: &At, law: &Law, book: &Rulebook, edition: &str, name: &str) -> Markup {
    let view = View::of_edition(at.words(), law.corpus, edition);
    let key = |kind: LinkKind| match kind {
        LinkKind::Procedure => "law-link-procedure",
        LinkKind::Remedy => "law-link-remedy",
        LinkKind::Sanction => "law-link-sanction",
        LinkKind::AnswersTo => "law-link-answers-to",
    };
    let own = book.norms.iter().filter(|n| n.id == name).flat_map(|n| &n.links);
    let from = book.norms.iter().flat_map(|n| n.links.iter().map(move |(kind, to)| (n, kind, to)));
    let to = from.filter(|(_, _, to)| *to == name);
    let mut out: Vec<(String, &str)> = own.map(|(kind, to)| (at.say(key(*kind)), to.as_str())).collect();
    out.extend(to.map(|(n, kind, _)| (at.say(&format!("{}.from", key(*kind))), n.id.as_str())));
    html! {
        @if !out.is_empty() {
            ul class="machine__links" {
                @for (what, id) in &out {
                    li {
                        (what) ": "
                        @match place_in(law, edition, id) {
                            Some(path) => a class="govuk-link" href=(at.to(&path)) { (view.quoted(id)) },
                            None => (view.quoted(id)),
                        }
                    }
                }
            }
        }
    }
}

/// A later page of the same edition may have put something else in its place.
fn stands_here(book: &Rulebook, name: &str, provision: ProvId) -> bool {
    let norm = book.norms.iter().any(|n| n.id == name && n.provision == provision);
    let definition = book.definitions.iter().any(|d| d.id == name && d.provision == provision);
    norm || definition || book.exceptions.iter().any(|e| e.id == name && e.provision == provision)
}

/// What kind of element it is, in words.
pub(super) fn kind(at: &At, book: &Rulebook, name: &str) -> Option<String> {
    let norm = || Some(format!("kind-{}", book.norms.iter().find(|n| n.id == name)?.kind.as_str()));
    let definition = || book.definitions.iter().find(|d| d.id == name).map(|_| "step-definition".to_owned());
    let exception = || Some(format!("step-{}", book.exceptions.iter().find(|e| e.id == name)?.kind.as_str()));
    let key = norm().or_else(definition).or_else(exception)?;
    Some(capital(at.say(&key).trim_end_matches(',')))
}

/// The fenced blocks of a section, as they are written.
fn blocks(section: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for line in section.lines() {
        let fence = line.trim_start().starts_with("```");
        if fence && !inside && !out.is_empty() {
            out.push('\n');
        }
        if fence || inside {
            out.push_str(line);
            out.push('\n');
        }
        inside ^= fence;
    }
    out
}
