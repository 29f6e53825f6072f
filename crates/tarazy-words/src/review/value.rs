//! The values that the sentence of a finding names.

use tarazy_review::{Class, Finding, Kind, Value};

use super::listed;
use crate::amount::number;
use crate::condition::Shelf;

/// Every value that a sentence may name, whether its finding has it or not.
const NAMES: [&str; 15] = [
    "covers",
    "part",
    "detail",
    "roles",
    "kind",
    "fact",
    "parts",
    "sanction",
    "narrower",
    "word",
    "names",
    "connectives",
    "words",
    "terms",
    "readings",
];

/// What a right needs besides being declared.
const PARTS: [&str; 4] = ["part-procedure", "part-deadline", "part-reviewer", "part-remedy"];

/// The variables of a sentence: the subjects, each value in words, `has-NAME`, and `NAME-key` as the machine calls it.
pub(super) fn args(shelf: &Shelf<'_>, finding: &Finding) -> Vec<(String, String)> {
    let words = shelf.view.words;
    let subjects: Vec<String> = finding.subjects.iter().map(|s| shelf.subject(s)).collect();
    let others = subjects.get(1..).unwrap_or_default();
    let mut out = vec![
        ("subject".to_owned(), subjects.first().cloned().unwrap_or_else(|| "…".to_owned())),
        ("others".to_owned(), listed(words, others)),
        ("has-others".to_owned(), yes_no(!others.is_empty())),
        ("subjects".to_owned(), listed(words, &subjects)),
        ("count".to_owned(), subjects.len().to_string()),
    ];
    for name in NAMES {
        let value = finding.values.iter().find(|(n, _)| *n == name).map(|(_, v)| v);
        let said = value.map(|v| said(shelf, v)).unwrap_or_default();
        out.push((format!("has-{name}"), yes_no(!said.is_empty())));
        out.push((format!("{name}-key"), value.map(key).unwrap_or_default()));
        out.push((name.to_owned(), said));
    }
    let state = finding.values.iter().find(|(n, _)| *n == "state").map(|(_, v)| state(shelf, finding, v));
    out.push(("has-state".to_owned(), yes_no(state.is_some())));
    out.push(("state".to_owned(), state.unwrap_or_default()));
    // A wording leaves out the parts that are there. Where nothing is known of the parts, it has them all.
    if let Some((_, Value::Keys(parts))) = finding.values.iter().find(|(n, _)| *n == "parts") {
        out.extend(PARTS.iter().map(|p| (format!("has-{p}"), yes_no(parts.contains(p)))));
    }
    let term = finding.subjects.first().filter(|s| matches!(s.kind, Kind::Definition | Kind::Ambiguity));
    let term = term.and_then(|s| shelf.called(&s.name));
    out.push(("has-term".to_owned(), yes_no(term.is_some())));
    out.push(("term".to_owned(), term.unwrap_or_default()));
    let texts = texts(shelf, finding);
    out.push(("has-texts".to_owned(), yes_no(!texts.is_empty())));
    out.push(("texts".to_owned(), texts));
    // What a sanction asks for besides: what has a name of its own. A term without one would be called as the norm is.
    if let Some((_, Value::Names(names))) = finding.values.iter().find(|(n, _)| *n == "narrower") {
        let known = |n: &&String| shelf.view.vocabulary(n).is_some() || shelf.called(n).is_some();
        let names: Vec<String> = names.iter().filter(known).map(|n| shelf.name(n)).collect();
        out.retain(|(n, _)| n != "narrower" && n != "has-narrower");
        out.push(("has-narrower".to_owned(), yes_no(!names.is_empty())));
        out.push(("narrower".to_owned(), listed(words, &names)));
    }
    let absolute = absolute(shelf, finding);
    if !absolute.is_empty() {
        out.retain(|(n, _)| n != "words");
        out.push(("words".to_owned(), absolute));
    }
    // What a message chooses by is the machine's word, whoever it came from.
    if let Some((_, detail)) = finding.values.iter().find(|(n, _)| *n == "detail") {
        out.retain(|(n, _)| n != "detail");
        out.push(("detail".to_owned(), key(detail)));
    }
    out
}

/// The absolute words of the text in the reader's own language, whole and as they stand there.
fn absolute(shelf: &Shelf<'_>, finding: &Finding) -> String {
    let Some((_, Value::Text(stems))) = finding.values.iter().find(|(n, _)| *n == "words") else {
        return String::new();
    };
    let Some(provision) = finding.subjects.first().and_then(|s| s.provision) else { return String::new() };
    let text = shelf.view.words.of(&shelf.view.corpus.provision(provision).texts).to_lowercase();
    let mut out: Vec<String> = Vec::new();
    for stem in stems.split(", ").filter(|s| !s.is_empty()) {
        let Some(at) = text.find(stem) else { continue };
        let rest = &text[at + stem.len()..];
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let word = shelf.view.say("review-name", &[("name", &text[at..at + stem.len() + end])]);
        if !out.contains(&word) {
            out.push(word);
        }
    }
    listed(shelf.view.words, &out)
}

/// The state with its value, where it has more than two.
fn state(shelf: &Shelf<'_>, finding: &Finding, state: &Value) -> String {
    let value = finding.values.iter().find(|(n, _)| *n == "value").map(|(_, v)| v);
    match (state, value) {
        (Value::Names(names), Some(Value::Text(value))) if names.len() == 1 => {
            shelf.name(&format!("{} = {value}", names[0]))
        }
        _ => said(shelf, state),
    }
}

/// What the texts of two languages say, or the different wordings of one term.
fn texts(shelf: &Shelf<'_>, finding: &Finding) -> String {
    let words = shelf.view.words;
    let quoted = |t: &str| shelf.view.say("review-name", &[("name", t)]);
    let mut out: Vec<String> = Vec::new();
    for s in &finding.subjects {
        match finding.class {
            Class::TextsDiverge if s.kind == Kind::Ambiguity || s.kind == Kind::Definition => {
                out.extend(shelf.view.readings(&s.name).iter().map(|r| words.of(&r.label).to_owned()));
            }
            Class::TermDrift => {
                let said = shelf.book.norms.iter().filter(|n| n.id == s.name).flat_map(|n| &n.says);
                let term = finding.values.iter().find_map(|(n, v)| match v {
                    Value::Names(names) if *n == "terms" => names.first(),
                    _ => None,
                });
                out.extend(said.filter(|(t, _)| Some(t) == term).map(|(_, text)| quoted(words.of(text))));
            }
            _ => {}
        }
    }
    out.retain(|t| !t.is_empty());
    let mut seen: Vec<String> = Vec::new();
    out.retain(|t| {
        !seen.contains(t) && {
            seen.push(t.clone());
            true
        }
    });
    if out.len() < 2 { String::new() } else { out.join("; ") }
}

fn yes_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

fn said(shelf: &Shelf<'_>, value: &Value) -> String {
    let words = shelf.view.words;
    let list = |items: Vec<String>| listed(words, &items);
    match value {
        Value::Text(text) => {
            list(text.split(", ").filter(|t| !t.is_empty()).map(|t| words.word(t).replace('_', " ")).collect())
        }
        Value::Names(names) => list(names.iter().map(|n| shelf.name(n)).collect()),
        Value::Keys(keys) => list(keys.iter().map(|k| words.say(k)).collect()),
        Value::Number(n) => number(words, *n),
    }
}

fn key(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Names(names) => names.first().cloned().unwrap_or_default(),
        Value::Keys(keys) => keys.first().copied().unwrap_or_default().to_owned(),
        Value::Number(n) => n.to_string(),
    }
}
