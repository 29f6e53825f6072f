//! What a change of the law does, in words: findings that are gone, kept and new, what the pages claim, and the difference.

use schemars::JsonSchema;
use serde::Serialize;
use tarazy_law::model::{Corpus, Selection};
use tarazy_review::repair::{Claimed, Kept, PatchReview};
use tarazy_review::{Finding, Review};

use crate::difference::{Account, Entry, Point, Section, account, finding_entry, keyed, section};
use crate::review::{edition, example, readings};
use crate::words::Words;

/// The version of this shape.
pub const PATCH_FORMAT: &str = "tarazy-patch/1";

/// A change in words.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PatchAccount {
    /// The version of this shape.
    pub format: &'static str,
    /// The program.
    pub made_by: String,
    /// The language of every text.
    pub lang: &'static str,
    /// SHA-256 of the corpus with the change.
    pub corpus: String,
    /// The edition that is changed.
    pub edition: String,
    /// What is changed, in words.
    pub title: String,
    /// How many findings are gone, kept, new and open, in one line.
    pub summary: String,
    /// The findings; `cured`: each proved to be gone.
    pub findings: Vec<Section>,
    /// What the pages claim.
    pub properties: Vec<PropertyDoc>,
    /// The difference between the edition and the changed one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<Account>,
}

/// A property in one way of reading, before and after.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PropertyDoc {
    /// Its name.
    pub property: String,
    /// The readings, as ambiguity and reading; empty: every one.
    pub readings: Vec<(String, String)>,
    /// Whether it held; absent: it was not there, or not decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<bool>,
    /// Whether it holds; absent: not decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<bool>,
    /// All of that in one line.
    pub said: String,
}

/// A reviewed change in words. `before` is the corpus without it; of the ways of each difference at most `most` are told.
pub fn patch(words: &Words, before: &Corpus, patch: &PatchReview, most: Option<usize>) -> PatchAccount {
    let after = &patch.loaded.corpus;
    let base = &patch.before.edition;
    let book = |corpus: &Corpus, r: &Review| corpus.book(&Selection { edition: r.edition.clone(), as_of: None });
    let (was, is) = (book(before, &patch.before), book(after, &patch.after));
    let gone = |keys: &[tarazy_review::Key]| -> Vec<Entry> {
        keys.iter().map(|k| keyed(words, before, &was, &patch.before, k)).collect()
    };
    let find = |r: &'_ Review, key: &tarazy_review::Key| r.findings.iter().find(|f| f.key() == *key).cloned();
    let kept = patch.kept.iter().map(|k: &Kept| {
        let mut entry = keyed(words, after, &is, &patch.after, &k.after);
        let how = |corpus, book, f: Option<Finding>| {
            let only = f.and_then(|f| readings(words, corpus, book, &f));
            only.unwrap_or_else(|| words.say("review-every-reading"))
        };
        if k.was_in != k.is_in {
            let (b, a) =
                (how(before, &was, find(&patch.before, &k.before)), how(after, &is, find(&patch.after, &k.after)));
            let said = words.say_with("patch-readings", &[("before", &b), ("after", &a)]);
            entry.points.push(Point { said, ..Point::default() });
        }
        entry
    });
    let created = patch.created.iter().map(|f| {
        let mut entry = finding_entry(words, after, &is, f);
        entry.points.extend(f.witness.as_ref().map(|w| Point {
            said: words.say("review-example"),
            notes: vec![example(words, after, &is, w).join(" ")],
            ..Point::default()
        }));
        entry
    });
    let sections = [
        section(words, "cured", gone(&patch.removed)),
        section(words, "kept", kept.collect()),
        section(words, "created", created.collect()),
        section(words, "open", gone(&patch.open)),
    ];
    let name = edition(words, before, base);
    let count = |n: usize| n.to_string();
    PatchAccount {
        format: PATCH_FORMAT,
        made_by: format!("Tarazy {}", env!("CARGO_PKG_VERSION")),
        lang: words.lang.code(),
        corpus: after.digest.clone(),
        edition: base.clone(),
        title: words.say_with("patch-title", &[("edition", &name)]),
        summary: words.say_with(
            "patch-summary",
            &[
                ("removed", &count(patch.removed.len())),
                ("kept", &count(patch.kept.len())),
                ("created", &count(patch.created.len())),
                ("open", &count(patch.open.len())),
            ],
        ),
        findings: sections.into_iter().flatten().collect(),
        properties: patch.properties.iter().map(|p| property(words, after, &patch.edition, p)).collect(),
        difference: patch.difference.as_ref().map(|d| account(words, after, d, most)),
    }
}

fn property(words: &Words, corpus: &Corpus, edition: &str, p: &Claimed) -> PropertyDoc {
    let view = crate::view::View::of_edition(words, corpus, edition);
    let say = |holds: Option<bool>| {
        words.say(match holds {
            Some(true) => "patch-holds",
            Some(false) => "patch-fails",
            None => "patch-unknown",
        })
    };
    let reading = |(ambiguity, reading): &(String, String)| {
        let known = view.readings(ambiguity).iter().find(|r| r.name.text == *reading).map(|r| words.of(&r.label));
        let how = known.filter(|l| !l.is_empty()).unwrap_or(reading);
        words.say_with("review-reading", &[("what", &view.quoted(ambiguity)), ("how", how)])
    };
    let ways: Vec<String> = p.readings.iter().map(reading).collect();
    let (before, after, name) = (say(p.before), say(p.after), view.quoted(&p.property));
    let readings = words.list(&ways, "and-list");
    let mut args = vec![("property", name.as_str()), ("before", &before), ("after", &after)];
    let key = if ways.is_empty() { "patch-property" } else { "patch-property-in" };
    if !ways.is_empty() {
        args.push(("readings", &readings));
    }
    PropertyDoc {
        said: words.say_with(key, &args),
        property: p.property.clone(),
        readings: p.readings.clone(),
        before: p.before,
        after: p.after,
    }
}

/// The JSON Schema of [`PatchAccount`].
pub fn patch_schema() -> serde_json::Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<PatchAccount>();
    schema.insert("$id".to_owned(), "https://tarazy.example/schema/patch-1.json".into());
    schema.to_value()
}
