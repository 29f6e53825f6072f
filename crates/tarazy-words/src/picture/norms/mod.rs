//! A picture of how norms relate: who bears them, what is an exception from what, what takes whose place, what follows a breach.
//!
//! Two drawings, as of a case, and the same as a list of links. Every link is said in a row of the card where it begins, so a link for
//! whose line there is no room is not lost.

mod graph;
mod layers;
mod narrow;
mod wide;

#[cfg(test)]
mod tests;

use tarazy_law::model::{Corpus, ProvId, Rulebook};

use self::graph::Graph;
use super::svg;
use crate::condition::Shelf;
use crate::view::View;
use crate::words::Words;

/// Norms that are connected, drawn and said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relations {
    /// An SVG element for phones.
    pub narrow: String,
    /// An SVG element for desktops and paper.
    pub wide: String,
    /// What the picture is of.
    pub title: String,
    /// How much is in it.
    pub summary: String,
    /// Every link, also those for which the drawing has no line.
    pub links: Vec<Link>,
}

/// A link between two elements of the law, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it begins: the name, and what it is called; no name where it is a person.
    pub from: (Option<String>, String),
    /// What it means.
    pub means: String,
    /// Where it ends.
    pub to: (Option<String>, String),
}

/// How the norms of these provisions relate to each other and to their neighbours; `None` where nothing relates to anything.
pub fn relations_of(
    words: &Words,
    corpus: &Corpus,
    book: &Rulebook,
    title: &str,
    provisions: &[ProvId],
) -> Option<Relations> {
    let shelf = Shelf { view: View::of_edition(words, corpus, &book.selection.edition), book };
    let graph = Graph::around(&shelf, provisions);
    (!graph.nodes.is_empty()).then(|| drawn(&shelf, graph, title, 0))
}

/// Every group of norms of an edition that are connected, the largest first.
pub fn relations(words: &Words, corpus: &Corpus, book: &Rulebook, title: &str) -> Vec<Relations> {
    let shelf = Shelf { view: View::of_edition(words, corpus, &book.selection.edition), book };
    let groups = Graph::groups(&shelf);
    groups.into_iter().enumerate().map(|(i, graph)| drawn(&shelf, graph, title, i)).collect()
}

fn drawn(shelf: &Shelf<'_>, graph: Graph, title: &str, number: usize) -> Relations {
    let view = &shelf.view;
    let links = graph.links(view);
    let count = |n: usize| n.to_string();
    let summary = view.say(
        "relations-summary",
        &[("norms", &count(graph.nodes.iter().filter(|n| n.name.is_some()).count())), ("links", &count(links.len()))],
    );
    let frame = |kind: &str| svg::About {
        id: format!("rel-{kind}-{}", svg::id(&[&shelf.book.selection.edition, &graph.key(), &count(number)])),
        kind: format!("pic-{kind}"),
        lang: view.words.lang.code(),
        title,
        summary: &summary,
    };
    Relations {
        narrow: svg::svg(&narrow::draw(view, &graph), &frame("narrow")),
        wide: svg::svg(&wide::draw(view, &graph), &frame("wide")),
        title: title.to_owned(),
        links,
        summary,
    }
}
