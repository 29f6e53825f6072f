//! How large a case may be. It may come from anybody, so everything that reading, deciding and printing cost is bounded here, once, before
//! anything is looked up.

use std::collections::HashSet;

use super::node::{Kind, Node};
use crate::case::{MAX_NAME, MAX_TEXT, MAX_VALUES};
use crate::diag::{Code, Diagnostic};

/// The first thing that no case may have: a name or a text too long, a list too long, a field that stands twice.
///
/// One is enough: who exceeds the measure of a case by accident corrects it, and the others need no list.
pub(super) fn beyond(node: &Node) -> Option<Diagnostic> {
    match &node.kind {
        Kind::Text(text) => longer(text, MAX_TEXT)
            .then(|| Diagnostic::error(Code::CaseTooLong, node.span).arg("found", start(text)).arg("limit", MAX_TEXT)),
        Kind::List(list) if list.len() > MAX_VALUES => {
            Some(Diagnostic::error(Code::CaseTooManyValues, node.span).arg("limit", MAX_VALUES))
        }
        Kind::List(list) => list.iter().find_map(beyond),
        Kind::Map(fields) => {
            let mut seen = HashSet::new();
            fields.iter().find_map(|f| {
                if longer(&f.key, MAX_NAME) {
                    let d = Diagnostic::error(Code::CaseTooLong, f.key_span);
                    return Some(d.arg("found", start(&f.key)).arg("limit", MAX_NAME));
                }
                // JSON lets a field stand twice; two readers could then read two cases.
                if !seen.insert(f.key.as_str()) {
                    return Some(Diagnostic::error(Code::CaseFieldTwice, f.key_span).arg("field", &f.key));
                }
                beyond(&f.value)
            })
        }
        Kind::Bool(_) | Kind::Int(_) | Kind::Date(_) | Kind::Other(_) => None,
    }
}

fn longer(text: &str, limit: usize) -> bool {
    text.len() > limit && text.chars().nth(limit).is_some()
}

/// As much of a text as a message shows.
pub(super) fn start(text: &str) -> String {
    const SHOWN: usize = 60;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
