//! What is wrong with a page or a case: where, what, and what to do about it.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};
use tarazy_law::{Code, Diagnostic, Severity, Source, Sources, Span};

use crate::words::Words;

/// Every value that a message may name.
const NAMES: [&str; 18] = [
    "key", "near", "known", "value", "missing", "found", "name", "expected", "close", "clause", "kind", "limit",
    "path", "edition", "readings", "message", "field", "belongs",
];
/// More names than these nobody reads in a list of what could stand in a place.
const SHOWN: usize = 16;

/// Every mistake with its place, its label and the way out, and at the end how many there are.
pub fn diagnostics(words: &Words, sources: &Sources, diags: &[Diagnostic], color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for d in diags {
        out.push_str(&one(words, sources, d, &renderer));
        out.push_str("\n\n");
    }
    out.push_str(&total(words, diags));
    out
}

/// One mistake in one paragraph, for whoever shows places in a way of their own: what it is, what stands there, what to do.
pub fn one_line(words: &Words, d: &Diagnostic) -> String {
    let args = values(words, d.code, &d.args);
    let label = message(words, d.code, ".label", &args).map(|l| format!(": {l}")).unwrap_or_default();
    let help = message(words, d.code, ".help", &args).map(|h| format!(" {h}")).unwrap_or_default();
    format!("{}{label}.{help}", words.say(d.code.as_str()))
}

/// What a code means and what to do about it in general.
pub fn explain_code(words: &Words, code: Code) -> String {
    let args = values(words, code, &[]);
    let help = message(words, code, ".help", &args).unwrap_or_default();
    let title = words.say(code.as_str());
    format!("{} {title}.\n{help}", code.as_str()).trim_end().to_owned()
}

fn total(words: &Words, diags: &[Diagnostic]) -> String {
    let count = |s: Severity| diags.iter().filter(|d| d.severity == s).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let mut parts = Vec::new();
    if errors > 0 || warnings == 0 {
        parts.push(words.say_with("errors-count", &[("errors", &errors.to_string())]));
    }
    if warnings > 0 {
        parts.push(words.say_with("warnings-count", &[("warnings", &warnings.to_string())]));
    }
    parts.join(", ")
}

fn one(words: &Words, sources: &Sources, d: &Diagnostic, renderer: &Renderer) -> String {
    let level = match d.severity {
        Severity::Error => Level::ERROR.with_name(words.say("severity-error")),
        Severity::Warning => Level::WARNING.with_name(words.say("severity-warning")),
    };
    let args = values(words, d.code, &d.args);
    let (label, also) = (message(words, d.code, ".label", &args), message(words, d.code, ".also", &args));
    let mut group =
        level.primary_title(words.say(d.code.as_str())).id(d.code.as_str()).elements(Vec::<Element<'_>>::new());
    if let Some((source, at)) = place(sources, d.span) {
        let mut snippet = snippet(source).annotation(AnnotationKind::Primary.span(at).label(label));
        let second = d.also.and_then(|s| place(sources, s).map(|p| (s, p)));
        match second {
            Some((s, (_, at))) if s.file == d.span.file => {
                snippet = snippet.annotation(AnnotationKind::Context.span(at).label(also));
                group = group.element(snippet);
            }
            Some((_, (source, at))) => {
                let there = self::snippet(source).annotation(AnnotationKind::Context.span(at).label(also));
                group = group.element(snippet).element(there);
            }
            None => group = group.element(snippet),
        }
    }
    if let Some(help) = message(words, d.code, ".help", &args) {
        group = group.element(Level::HELP.with_name(words.say("severity-help")).message(help));
    }
    renderer.render(&[group] as &[Group<'_>])
}

fn snippet(source: &Source) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    Snippet::source(source.text.as_str()).path(source.path.as_str())
}

/// The file and the bytes, brought into the file where they are outside it.
fn place(sources: &Sources, span: Span) -> Option<(&Source, Range<usize>)> {
    let (_, source) = sources.iter().find(|(id, _)| *id == span.file)?;
    let floor = |at: u32| {
        let at = (at as usize).min(source.text.len());
        (0..=at).rev().find(|i| source.text.is_char_boundary(*i)).unwrap_or(0)
    };
    let (start, end) = (floor(span.start), floor(span.end));
    Some((source, start..end.max(start)))
}

/// A part of the message of a code; `None` where it is absent or says nothing.
fn message(words: &Words, code: Code, part: &str, args: &[(String, String)]) -> Option<String> {
    let args: Vec<(&str, &str)> = args.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let said = words.find(&format!("{}{part}", code.as_str()), &args)?;
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    (!said.is_empty()).then_some(said)
}

/// The values of a diagnostic in words, and for those that may be empty, whether they are there.
fn values(words: &Words, code: Code, args: &[(&'static str, String)]) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for name in ["near", "known", "readings", "expected", "found"] {
        let there = args.iter().any(|(n, v)| *n == name && !v.is_empty());
        out.push((format!("has-{name}"), if there { "yes" } else { "no" }.to_owned()));
    }
    for (name, value) in args {
        let value = match *name {
            "found" if in_a_page(code) && !value.starts_with('"') && in_words(words, value) == *value => {
                words.say_with("quoted", &[("text", value)])
            }
            "expected" | "found" => in_words(words, value),
            "known" => shortened(value),
            _ => value.clone(),
        };
        out.push(((*name).to_owned(), value));
    }
    // A message may name a value that this place did not give.
    for name in NAMES {
        if !args.iter().any(|(n, _)| *n == name) {
            out.push((name.to_owned(), "…".to_owned()));
        }
    }
    out
}

/// What was found is a word of the page and not of the machine.
fn in_a_page(code: Code) -> bool {
    matches!(code, Code::Unexpected | Code::BadCharacter | Code::BadNumber | Code::BadRow)
}

/// The machine's words for what it expected or found.
fn in_words(words: &Words, value: &str) -> String {
    let one = |v: &str| match v {
        "∎" => words.word("end"),
        "…" => words.word("something-else"),
        slot if slot.starts_with('<') && slot.len() > 2 => words.word(&format!("slot{slot}")),
        other => words.word(other),
    };
    let whole = one(value);
    if whole == value { value.split(", ").map(one).collect::<Vec<_>>().join(", ") } else { whole }
}

fn shortened(list: &str) -> String {
    let names: Vec<&str> = list.split(", ").collect();
    if names.len() <= SHOWN { list.to_owned() } else { format!("{}, …", names[..SHOWN].join(", ")) }
}
