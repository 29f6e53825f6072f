//! The difference between two editions in words: which norms came, went or changed, for whom and in which cases.
//!
//! What comes out is data ([`Account`]), so that a terminal, a document and a page say the same.

mod cases;
mod clauses;
mod findings;
mod norms;
mod patch;
mod terminal;

use schemars::JsonSchema;
use serde::Serialize;
use tarazy_law::model::{Corpus, Selection};
use tarazy_review::difference::Difference;

use crate::amount::capital;
use crate::review::edition;
use crate::words::Words;

pub use findings::findings;
pub(crate) use findings::{entry as finding_entry, keyed, section};
pub use patch::{patch_markdown, patch_terminal};
pub use terminal::{markdown, terminal};

/// So many ways of one difference are told; the others are counted.
pub const SHOWN: usize = 5;

/// A difference in words.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Account {
    /// The name of the first edition.
    pub before: String,
    /// The name of the second.
    pub after: String,
    /// Which two are compared.
    pub title: String,
    /// How much differs, in one line.
    pub summary: String,
    /// What differs; sections in which nothing stands are left out.
    pub sections: Vec<Section>,
}

/// Entries of one sort.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Section {
    /// `gained`, `lost`, `changed` (norms), `cured`, `kept`, `created`, `open` (findings).
    pub key: &'static str,
    /// Its heading.
    pub title: String,
    /// What stands in it.
    pub entries: Vec<Entry>,
}

/// A norm or a finding.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Entry {
    /// The code of the class, for a finding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'static str>,
    /// The norm, or what the finding is about first, by its name in the law language.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// It in words: the norm with its place, the finding in one sentence.
    pub said: String,
    /// What is to be said about it.
    pub points: Vec<Point>,
}

/// One thing that is to be said, with the ways in which it is so.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Point {
    /// In one sentence, without a full stop.
    pub said: String,
    /// Notes that hold for every way: what is so always, whether these are all ways.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// The conditions that both editions share, and within which all of this is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// The ways, each by what must be so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<Told>,
    /// That there are more ways than these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<String>,
}

/// One way, or a case.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Told {
    /// What must be so.
    pub said: String,
    /// A case of this kind, a sentence an entry, decided under both editions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub example: Vec<String>,
}

/// A difference in words. Of the ways of each change, at most `most` are told (all, where it is `None`). What became of the findings is
/// told by [`findings`], for whoever has the reviews at hand.
pub fn account(words: &Words, corpus: &Corpus, difference: &Difference, most: Option<usize>) -> Account {
    let count = |n: usize| n.to_string();
    let names = [&difference.before, &difference.after].map(|e| capital(&edition(words, corpus, e)));
    let books =
        [&difference.before, &difference.after].map(|e| corpus.book(&Selection { edition: e.clone(), as_of: None }));
    let teller = norms::Teller::new(words, corpus, &books, most);
    let mut sections = Vec::new();
    let gained = difference.gained.iter().map(|n| teller.alone(1, n)).collect();
    let lost = difference.lost.iter().map(|n| teller.alone(0, n)).collect();
    let changed = difference.changed.iter().map(|c| teller.changed(c)).collect();
    sections.extend(section(words, "gained", gained));
    sections.extend(section(words, "lost", lost));
    sections.extend(section(words, "changed", changed));
    Account {
        before: difference.before.clone(),
        after: difference.after.clone(),
        title: words.say_with("diff-title", &[("before", &names[0]), ("after", &names[1])]),
        summary: if sections.is_empty() {
            words.say("diff-nothing")
        } else {
            words.say_with(
                "diff-summary",
                &[
                    ("gained", &count(difference.gained.len())),
                    ("lost", &count(difference.lost.len())),
                    ("changed", &count(difference.changed.len())),
                    ("same", &count(difference.same)),
                ],
            )
        },
        sections,
    }
}

/// The JSON Schema of [`Account`].
pub fn schema() -> serde_json::Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Account>();
    schema.insert("$id".to_owned(), "https://tarazy.example/schema/difference-1.json".into());
    schema.to_value()
}
