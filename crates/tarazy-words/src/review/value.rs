//! The values that the sentence of a finding names.

use tarazy_review::{Finding, Value};

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
    "state",
    "sanction",
    "word",
    "names",
    "connectives",
    "words",
    "terms",
    "readings",
];

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
    // What a message chooses by is the machine's word, whoever it came from.
    if let Some((_, detail)) = finding.values.iter().find(|(n, _)| *n == "detail") {
        out.retain(|(n, _)| n != "detail");
        out.push(("detail".to_owned(), key(detail)));
    }
    out
}

fn yes_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

fn said(shelf: &Shelf<'_>, value: &Value) -> String {
    let words = shelf.view.words;
    let list = |items: Vec<String>| listed(words, &items);
    match value {
        Value::Text(text) => list(text.split(", ").filter(|t| !t.is_empty()).map(|t| words.word(t)).collect()),
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
