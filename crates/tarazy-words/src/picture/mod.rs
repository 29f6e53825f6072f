//! A picture of the case: the system, what happened, who had which part in it, and which norms may reach whom.
//!
//! Two drawings of the same scene, one for a narrow page and one for a wide one, and the same in words, so that nobody needs the eye.
//! What is drawn carries no colour: only class names, for which the page has a style sheet. A line's kind can be told without colour by
//! its thickness and dashes, by the sign at its end and by the words where it begins.

mod card;
mod cards;
mod draw;
mod look;
mod measure;
mod narrow;
mod norms;
mod said;
mod scene;
mod svg;
mod ties;
mod wide;
mod wires;

#[cfg(test)]
mod tests;

pub use norms::{Link, Relations, relations, relations_of};
use tarazy_law::case::Case;
use tarazy_law::decide::answer::Decision;
use tarazy_law::model::Corpus;

use crate::sentence::sentence;
use crate::view::View;
use crate::words::Words;

/// A case and what one edition says of it, drawn and said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// An SVG element, tall, for phones: 340 units wide.
    pub narrow: String,
    /// An SVG element for desktops and paper: 900 units wide.
    pub wide: String,
    /// What the picture is of.
    pub title: String,
    /// The answer in one sentence: what the eye sees first.
    pub summary: String,
    /// The same in words, whole: also the names and norms for which the drawing has no room. Plain text; whoever puts it into a page
    /// escapes it.
    pub words: Vec<Part>,
}

/// A part of the picture in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is about.
    pub heading: String,
    /// One sentence for each thing.
    pub lines: Vec<String>,
}

/// Draws a case and what `decision` says of it.
pub fn picture(words: &Words, corpus: &Corpus, case: &Case, decision: &Decision) -> Picture {
    let view = View::new(words, corpus, decision);
    let scene = scene::Scene::new(&view, case, decision);
    let summary = sentence(words, corpus, decision);
    let frame = |kind: &str| svg::About {
        id: format!("pic-{kind}-{}", svg::id(&[&case.id, &decision.law.edition, words.lang.code()])),
        kind: format!("pic-{kind}"),
        lang: words.lang.code(),
        title: &scene.title,
        summary: &summary,
    };
    Picture {
        narrow: svg::svg(&narrow::draw(&view, &scene), &frame("narrow")),
        wide: svg::svg(&wide::draw(&view, &scene), &frame("wide")),
        words: said::said(&view, &scene),
        title: scene.title.clone(),
        summary,
    }
}
