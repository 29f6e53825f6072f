//! The review of an edition as a document: the form in which a parliamentary institute sends its remarks.
//!
//! The straight way: a review → [`Opinion`] (every text finished, in one language) → Markdown, HTML, or what `tarazy-paper` makes of it.
//! Writers only lay out; nothing is put into words twice.

mod html;
mod make;
mod markdown;
mod table;

use std::collections::BTreeMap;

use serde::Serialize;

pub use html::html;
pub use markdown::markdown;

/// The headings of the form, by their keys.
const FORM: [&str; 23] = [
    "opinion-contents",
    "opinion-general",
    "opinion-by-article",
    "opinion-current",
    "opinion-current-short",
    "opinion-wrong",
    "opinion-example",
    "opinion-proposed",
    "opinion-reason",
    "opinion-how-to-mend",
    "opinion-comparative",
    "opinion-unit",
    "opinion-annex-duties",
    "opinion-annex-undecided",
    "opinion-annex-undecided-about",
    "opinion-annex-codes",
    "opinion-annex-text",
    "opinion-code",
    "opinion-meaning",
    "opinion-weight",
    "opinion-count",
    "opinion-norm",
    "opinion-says",
];

/// The opinion on one edition, in one language.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Opinion {
    /// ISO 639-1.
    pub lang: &'static str,
    /// The edition.
    pub edition: String,
    /// What it is about.
    pub title: String,
    /// Under the title.
    pub subtitle: String,
    /// How it was made, and what it is not.
    pub preamble: Vec<String>,
    /// How much was found.
    pub found: String,
    /// Remarks about acts and the edition as a whole.
    pub general: Vec<Remark>,
    /// Remarks by article, in the order of the acts.
    pub articles: Vec<Article>,
    /// The comparative table.
    pub rows: Vec<Row>,
    /// Duties and prohibitions from which nothing follows, where they are too many for remarks of their own.
    pub duties: Vec<Duty>,
    /// What the annex of duties says first; empty where there is none.
    pub duties_about: String,
    /// What could not be decided.
    pub undecided: Vec<String>,
    /// The codes that occur.
    pub codes: Vec<CodeRow>,
    /// What the weights mean.
    pub weights: Vec<Line>,
    /// Which text was reviewed.
    pub text: Vec<Line>,
    /// The headings of the form.
    pub words: BTreeMap<&'static str, String>,
}

/// The remarks on one article.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Article {
    /// The act and the article.
    pub heading: String,
    /// In the order of the article.
    pub remarks: Vec<Remark>,
}

/// One remark: a finding, or several of one class about one article.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Remark {
    /// Its number in the document.
    pub number: usize,
    /// The code of the class.
    pub code: &'static str,
    /// The name of the class.
    pub title: String,
    /// The weight, as a key.
    pub weight: &'static str,
    /// The weight, in words.
    pub weight_said: String,
    /// The provisions it is about, with our restatements.
    pub current: Vec<Current>,
    /// What is wrong.
    pub wrong: String,
    /// Of several findings, each.
    pub items: Vec<String>,
    /// The case that shows it, a sentence an entry.
    pub example: Vec<String>,
    /// How many cases there are, where else the same is found.
    pub notes: Vec<String>,
    /// Wordings that would mend it.
    pub proposed: Vec<String>,
    /// What the proof of the wording came out to.
    pub proved: Option<String>,
    /// Why it matters.
    pub reason: String,
    /// How it is mended in general.
    pub mend: String,
}

/// A provision as it stands, in our own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Current {
    /// Its place in the law.
    pub unit: String,
    /// Its heading.
    pub heading: String,
    /// Our restatement.
    pub text: String,
}

/// A line of the comparative table.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The structural unit.
    pub unit: String,
    /// The wording in force or proposed by the bill, restated.
    pub current: String,
    /// The wordings proposed instead.
    pub proposed: Vec<String>,
    /// Why.
    pub reason: Vec<String>,
}

/// A duty or prohibition from whose breach nothing follows.
#[derive(Clone, Debug, Serialize)]
pub struct Duty {
    /// Its place in the law.
    pub unit: String,
    /// Its heading.
    pub heading: String,
    /// Our restatement.
    pub text: String,
}

/// A code that occurs in the document.
#[derive(Clone, Debug, Serialize)]
pub struct CodeRow {
    /// The code.
    pub code: &'static str,
    /// What it means.
    pub title: String,
    /// Its weight in words.
    pub weight: String,
    /// How often it was found.
    pub count: usize,
}

/// A line with what it is about.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// What it is about.
    pub label: String,
    /// What there is to say.
    pub text: String,
}

impl Opinion {
    /// A heading of the form.
    pub fn word(&self, key: &str) -> &str {
        self.words.get(key).map_or("", String::as_str)
    }
}
