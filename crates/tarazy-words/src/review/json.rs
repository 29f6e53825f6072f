//! Reviews as JSON: everything a finding is, and the words for it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use tarazy_law::decide::answer::CitationRef;
use tarazy_law::model::{Corpus, Rulebook, Selection};
use tarazy_law::write_case::write_case;
use tarazy_review::{Finding, Readings, Review, Says, Subject, Undecided, Value};

use super::located::{fingerprint, kind, located};
use super::{edition, example, proved, sentence, subject, title, wording};
use crate::cite;
use crate::words::Words;

/// The version of this shape.
pub const FORMAT: &str = "tarazy-review/1";

/// Reviews of one or more editions.
#[derive(Serialize, JsonSchema)]
pub struct Reviews {
    /// The version of this shape.
    pub format: &'static str,
    /// The program.
    pub made_by: String,
    /// The language of every text.
    pub lang: &'static str,
    /// SHA-256 of the whole corpus.
    pub corpus: String,
    /// One for each edition.
    pub editions: Vec<EditionReview>,
}

/// What was found in one edition.
#[derive(Serialize, JsonSchema)]
pub struct EditionReview {
    /// The name of the edition.
    pub edition: String,
    /// What people call it.
    pub title: String,
    /// How many norms were reviewed.
    pub norms: usize,
    /// How many definitions.
    pub definitions: usize,
    /// How many exceptions.
    pub exceptions: usize,
    /// What was found, by class and place.
    pub findings: Vec<FindingDoc>,
    /// What could not be decided within the bounds of the work.
    pub undecided: Vec<UndecidedDoc>,
}

/// A finding.
#[derive(Serialize, JsonSchema)]
pub struct FindingDoc {
    /// The class: a code that never changes its meaning.
    pub code: &'static str,
    /// `serious`, `moderate` or `remark`.
    pub weight: &'static str,
    /// The name of the class.
    pub title: String,
    /// The finding in one sentence.
    pub sentence: String,
    /// The same for the same finding in another edition or another run.
    pub fingerprint: String,
    /// What it is about; the first is where to begin mending.
    pub subjects: Vec<SubjectDoc>,
    /// What the sentence names besides, as the machine calls it.
    pub values: BTreeMap<&'static str, serde_json::Value>,
    /// The ways of reading in which alone it holds, each as ambiguity and reading; empty: in every one.
    pub readings: Vec<BTreeMap<String, String>>,
    /// The editions, of those reviewed together, in which the same finding holds.
    pub editions: Vec<String>,
    /// A case that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<ExampleDoc>,
    /// How many cases there are, where they were counted, in decimal digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cases: Option<String>,
    /// A wording to begin with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
    /// A wording that was proved to mend it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repair: Option<RepairDoc>,
}

/// One thing that a finding is about.
#[derive(Serialize, JsonSchema)]
pub struct SubjectDoc {
    /// `norm`, `definition`, `exception`, `fact`, `act`, `ambiguity`, `edition` or `name`.
    pub kind: &'static str,
    /// Its name in the law language.
    pub name: String,
    /// It in words.
    pub said: String,
    /// Its place in the law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citation: Option<CitationRef>,
    /// Its place in the pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<PlaceDoc>,
}

/// A place in the pages.
#[derive(Serialize, JsonSchema)]
pub struct PlaceDoc {
    /// The file, relative to the directory of the law.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// A case that shows a finding.
#[derive(Serialize, JsonSchema)]
pub struct ExampleDoc {
    /// It told, a sentence an entry.
    pub told: Vec<String>,
    /// It as a case that can be decided.
    pub case: serde_json::Value,
    /// What it shows.
    pub claims: Vec<ClaimDoc>,
}

/// What a case shows of a norm, a definition or an exception.
#[derive(Serialize, JsonSchema)]
pub struct ClaimDoc {
    /// Its name.
    pub name: String,
    /// For which person of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// `applies`, `does-not-apply`, `met` or `not-met`.
    pub says: &'static str,
}

/// A wording with its proof.
#[derive(Serialize, JsonSchema)]
pub struct RepairDoc {
    /// What it does, in words.
    pub what: String,
    /// The page, in the law language.
    pub page: String,
    /// How many findings are gone with it.
    pub removes: usize,
    /// How many come with it.
    pub creates: usize,
}

/// A question that was given up.
#[derive(Serialize, JsonSchema)]
pub struct UndecidedDoc {
    /// The class that was looked for.
    pub code: &'static str,
    /// About what.
    pub subjects: Vec<SubjectDoc>,
}

/// The JSON Schema of [`Reviews`].
pub fn review_schema() -> serde_json::Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Reviews>();
    schema.insert("$id".to_owned(), "https://tarazy.example/schema/review-1.json".into());
    schema.to_value()
}

/// Reviews as they are sent.
pub fn json(words: &Words, corpus: &Corpus, reviews: &[Review]) -> Reviews {
    Reviews {
        format: FORMAT,
        made_by: format!("Tarazy {}", env!("CARGO_PKG_VERSION")),
        lang: words.lang.code(),
        corpus: corpus.digest.clone(),
        editions: reviews.iter().map(|r| of_edition(words, corpus, r)).collect(),
    }
}

fn of_edition(words: &Words, corpus: &Corpus, review: &Review) -> EditionReview {
    let book = corpus.book(&Selection { edition: review.edition.clone(), as_of: None });
    let undecided = |u: &Undecided| UndecidedDoc {
        code: u.class.code(),
        subjects: u.subjects.iter().map(|s| subject_doc(words, corpus, &book, s)).collect(),
    };
    EditionReview {
        edition: review.edition.clone(),
        title: edition(words, corpus, &review.edition),
        norms: book.norms.len(),
        definitions: book.definitions.len(),
        exceptions: book.exceptions.len(),
        findings: review.findings.iter().map(|f| finding(words, corpus, &book, f)).collect(),
        undecided: review.undecided.iter().map(undecided).collect(),
    }
}

fn finding(words: &Words, corpus: &Corpus, book: &Rulebook, f: &Finding) -> FindingDoc {
    let readings = match &f.readings {
        Readings::Every => Vec::new(),
        Readings::Only(ways) => ways.iter().map(|way| way.iter().cloned().collect()).collect(),
    };
    let example = f.witness.as_ref().map(|w| ExampleDoc {
        told: example(words, corpus, book, w),
        case: write_case(corpus, w.case()),
        claims: w
            .claims()
            .iter()
            .map(|c| ClaimDoc {
                name: c.name.clone(),
                person: w.case().persons.get(c.person).map(|p| p.id.clone()),
                says: says(c.says),
            })
            .collect(),
    });
    FindingDoc {
        code: f.class.code(),
        weight: f.class.weight().as_str(),
        title: title(words, f.class),
        sentence: sentence(words, corpus, book, f),
        fingerprint: fingerprint(f),
        subjects: f.subjects.iter().map(|s| subject_doc(words, corpus, book, s)).collect(),
        values: f.values.iter().map(|(n, v)| (*n, value(v))).collect(),
        readings,
        editions: f.editions.clone(),
        example,
        cases: f.cases.map(|n| n.to_string()),
        wording: wording(words, corpus, book, f),
        repair: proved(f).map(|r| RepairDoc {
            what: words.find(r.key, &[]).unwrap_or_default(),
            page: r.page.clone(),
            removes: r.removes.len(),
            creates: r.creates.len(),
        }),
    }
}

fn says(says: Says) -> &'static str {
    match says {
        Says::Applies => "applies",
        Says::DoesNotApply => "does-not-apply",
        Says::Met => "met",
        Says::NotMet => "not-met",
    }
}

fn value(value: &Value) -> serde_json::Value {
    match value {
        Value::Text(text) => text.as_str().into(),
        Value::Names(names) => names.clone().into(),
        Value::Keys(keys) => keys.iter().map(|k| (*k).to_owned()).collect::<Vec<String>>().into(),
        Value::Number(n) => (*n).into(),
    }
}

fn subject_doc(words: &Words, corpus: &Corpus, book: &Rulebook, s: &Subject) -> SubjectDoc {
    SubjectDoc {
        kind: kind(s.kind),
        name: s.name.clone(),
        said: subject(words, corpus, book, s),
        citation: s.provision.and_then(|p| corpus.provision(p).cite.as_ref()).map(cite::place),
        at: located(corpus, s.span).map(|at| PlaceDoc { file: at.path.to_owned(), line: at.line, column: at.column }),
    }
}
