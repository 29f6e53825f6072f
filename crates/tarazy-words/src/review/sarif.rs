//! Reviews as SARIF 2.1.0, which code hosts and editors show beside the lines.

use serde_json::{Value, json};
use tarazy_law::model::{Corpus, Selection};
use tarazy_review::{Class, Finding, Key, Review, Subject, Weight};

use super::located::{fingerprint, kind, located};
use super::{group, mend, sentence, subject, title, weight, why};
use crate::words::Words;

/// The name under which paths are relative to the directory of the law.
const BASE: &str = "LAW";

/// One run over all reviews; a finding that holds in several editions is one result that names them.
pub fn sarif(words: &Words, corpus: &Corpus, reviews: &[Review]) -> Value {
    let mut seen: Vec<Key> = Vec::new();
    let mut results = Vec::new();
    for review in reviews {
        let book = corpus.book(&Selection { edition: review.edition.clone(), as_of: None });
        for f in &review.findings {
            let key = f.key();
            if seen.contains(&key) {
                continue;
            }
            seen.push(key);
            let message = sentence(words, corpus, &book, f);
            let related = f.subjects.get(1..).unwrap_or_default();
            let related = related.iter().filter_map(|s| {
                let mut place = location(corpus, s)?;
                place["message"] = json!({ "text": subject(words, corpus, &book, s) });
                Some(place)
            });
            results.push(json!({
                "ruleId": f.class.code(),
                "ruleIndex": index(f.class),
                "level": level(f.class.weight()),
                "message": { "text": message },
                "locations": f.subjects.first().and_then(|s| location(corpus, s)).into_iter().collect::<Vec<_>>(),
                "relatedLocations": related.collect::<Vec<_>>(),
                "partialFingerprints": { "tarazyFinding/v1": fingerprint(f) },
                "properties": { "editions": editions(f, review), "weight": f.class.weight().as_str() },
            }));
        }
    }
    json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Tarazy",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": Class::ALL.iter().map(|c| rule(words, *c)).collect::<Vec<_>>(),
            } },
            "language": words.lang.code(),
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": { BASE: { "description": { "text": format!("SHA-256: {}", corpus.digest) } } },
            "results": results,
        }],
    })
}

fn editions(f: &Finding, review: &Review) -> Vec<String> {
    if f.editions.is_empty() { vec![review.edition.clone()] } else { f.editions.clone() }
}

fn rule(words: &Words, class: Class) -> Value {
    let (why, mend) = (why(words, class), mend(words, class));
    json!({
        "id": class.code(),
        "name": format!("{class:?}"),
        "shortDescription": { "text": format!("{}.", title(words, class)) },
        "fullDescription": { "text": why },
        "help": {
            "text": format!("{why} {mend}"),
            "markdown": format!("{why}\n\n**{}.** {mend}", words.say("explain-mend")),
        },
        "defaultConfiguration": { "level": level(class.weight()) },
        "properties": { "tags": [group(words, class), weight(words, class.weight())] },
    })
}

fn index(class: Class) -> usize {
    Class::ALL.iter().position(|c| *c == class).unwrap_or_default()
}

fn level(weight: Weight) -> &'static str {
    match weight {
        Weight::Serious => "error",
        Weight::Moderate => "warning",
        Weight::Remark => "note",
    }
}

fn location(corpus: &Corpus, subject: &Subject) -> Option<Value> {
    let at = located(corpus, subject.span)?;
    Some(json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(at.path), "uriBaseId": BASE },
            "region": {
                "startLine": at.line,
                "startColumn": at.column,
                "endLine": at.end_line,
                "endColumn": at.end_column,
            },
        },
        "logicalLocations": [{ "fullyQualifiedName": subject.name, "kind": kind(subject.kind) }],
    }))
}

/// A path as a relative reference: whatever has a meaning of its own in one, or is no ASCII, is written by its bytes.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for b in path.bytes() {
        if b.is_ascii_alphanumeric() || b"-._~/".contains(&b) {
            out.push(char::from(b));
        } else {
            out.push_str(&format!("%{b:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_are_relative_references() {
        assert_eq!(uri("kz/bill/8.md"), "kz/bill/8.md");
        assert_eq!(uri("заң жоба#1.md"), "%D0%B7%D0%B0%D2%A3%20%D0%B6%D0%BE%D0%B1%D0%B0%231.md");
    }
}
