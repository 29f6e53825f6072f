//! A drawing as an SVG element. Attributes are for geometry alone; what things look like is the style sheet's, by their classes.

use super::draw::{Drawing, Frame, Mark, Text, Wire};
use super::look::{NUMBER, Tie};
use crate::html::escaped;

/// So much of a line at either end breaks no other.
const ENDS: i32 = 5;

/// What a drawing is called.
pub(super) struct About<'a> {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) lang: &'a str,
    pub(super) title: &'a str,
    pub(super) summary: &'a str,
}

/// A name for an element, from names that may hold anything: what is not a plain letter is written as its number, so that names that differ
/// (in their first forty letters) stay apart.
pub(super) fn id(parts: &[&str]) -> String {
    let one = |part: &&str| {
        let letter = |c: char| match c {
            'a'..='z' | '0'..='9' | '-' => c.to_string(),
            other => format!("_{:x}_", u32::from(other)),
        };
        part.chars().take(40).map(letter).collect::<String>()
    };
    parts.iter().map(one).collect::<Vec<_>>().join("-")
}

/// The element.
pub(super) fn svg(d: &Drawing, about: &About<'_>) -> String {
    let About { id, kind, lang, title, summary } = about;
    let (title, summary) = (plain(title), plain(summary));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"pic {kind}\" viewBox=\"0 0 {} {}\" role=\"img\" lang=\"{lang}\" \
         aria-labelledby=\"{id}-t {id}-d\">\n<title id=\"{id}-t\">{title}</title>\n<desc id=\"{id}-d\">{summary}</desc>\n",
        d.width, d.height
    );
    // Weak lines first: where lines run together, the strong one is seen.
    let mut wires = d.wires.clone();
    wires.sort_by_key(|w| (w.from.0 != w.to.0, w.tie));
    for w in &wires {
        wire(&mut out, w);
    }
    for f in &d.frames {
        frame(&mut out, f);
    }
    for f in &d.strips {
        frame(&mut out, f);
    }
    for m in &d.marks {
        mark(&mut out, m.at, &m.mark);
    }
    for t in &d.texts {
        text(&mut out, t);
    }
    out.push_str("</svg>\n");
    out
}

fn plain(text: &str) -> String {
    escaped(&super::measure::clean(text))
}

fn frame(out: &mut String, f: &Frame) {
    let a = f.area;
    let round = if f.round > 0 { format!(" rx=\"{}\"", f.round) } else { String::new() };
    out.push_str(&format!(
        "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{round}/>\n",
        f.class, a.x, a.y, a.w, a.h
    ));
}

fn wire(out: &mut String, w: &Wire) {
    let ((x1, y1), (x2, y2)) = (w.from, w.to);
    let mut path = |class: &str, x1: i32, x2: i32| {
        out.push_str(&format!("<path class=\"{class}\" d=\"M{x1} {y1}L{x2} {y2}\"/>\n"));
    };
    // The line breaks those that it crosses, not those in which it ends.
    let (left, right) = (x1.min(x2) + ENDS, x1.max(x2) - ENDS);
    if y1 == y2 && left < right {
        path("pic-gap", left, right);
    }
    path(w.tie.line(), x1, x2);
    if w.tie == Tie::Competing {
        path("pic-inner", x1, x2);
    }
}

fn mark(out: &mut String, (x, y): (i32, i32), mark: &Mark) {
    let drawn = match mark {
        Mark::Round(tie) => format!("<circle class=\"{}\" cx=\"{x}\" cy=\"{y}\" r=\"4\"/>", tie.dot()),
        Mark::Square(tie) => {
            format!("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"7\" height=\"7\"/>", tie.dot(), x - 3, y - 3)
        }
        Mark::Bullet { hollow } => {
            let class = if *hollow { "pic-bullet pic-open" } else { "pic-bullet" };
            format!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"3\"/>")
        }
        Mark::Number { class, text: number } => {
            let circle = if number.starts_with(|c: char| c.is_ascii_digit()) {
                format!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"10\"/>")
            } else {
                String::new()
            };
            let base = super::draw::base(y - NUMBER.leading / 2, NUMBER);
            format!(
                "{circle}<text class=\"{class} pic-strong\" x=\"{x}\" y=\"{base}\" font-size=\"{}\" text-anchor=\"middle\">{number}</text>",
                NUMBER.size
            )
        }
        Mark::Sign(sign) => {
            format!("<path class=\"pic-sign\" transform=\"translate({} {})\" d=\"{}\"/>", x - 9, y - 9, outline(sign))
        }
    };
    out.push_str(&drawn);
    out.push('\n');
}

/// Signs in a square of eighteen units.
fn outline(sign: &str) -> &'static str {
    match sign {
        "person" => "M9 1.5a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6ZM2 16.5a7 5.6 0 0 1 14 0Z",
        "system" => {
            "M4 4h10v10h-10ZM7 7h4v4h-4ZM6 1v3M9 1v3M12 1v3M6 14v3M9 14v3M12 14v3M1 6h3M1 9h3M1 12h3M14 6h3M14 9h3M14 12h3"
        }
        _ => "M10.5 1L3 10.5h5L7 17L15 7.5h-5Z",
    }
}

fn text(out: &mut String, t: &Text) {
    let strong = if t.set.bold { " pic-strong" } else { "" };
    out.push_str(&format!(
        "<text class=\"{}{strong}\" x=\"{}\" y=\"{}\" font-size=\"{}\">{}</text>\n",
        t.class,
        t.x,
        t.y,
        t.set.size,
        escaped(&t.letters)
    ));
}
