//! What stands on the paper, as plain data: every text is finished here, the template only lays it out.

use std::collections::BTreeMap;

use serde::Serialize;
use tarazy_law::decide::answer::Verdict;
use tarazy_words::{View, capital, date, sentence};

use crate::Finding;
use crate::facts::{self, About, Person};
use crate::norms::{self, Chapter};
use crate::tables::{self, NotApplying, Open, Other, Waits};

/// So much of a digest tells two corpora apart.
const DIGEST: usize = 12;

/// Words of the form itself: headings, heads of tables, places to sign.
const FORM: [&str; 36] = [
    "paper-title",
    "paper-summary",
    "paper-answer",
    "paper-persons",
    "paper-person",
    "paper-roles",
    "paper-applying",
    "paper-open",
    "paper-open-others",
    "paper-not-applying",
    "paper-not-yet",
    "paper-facts",
    "paper-annex",
    "head-corpus",
    "paper-fact",
    "paper-value",
    "paper-state",
    "paper-basis",
    "paper-norm",
    "paper-says",
    "paper-consequence",
    "paper-missing",
    "paper-who",
    "paper-why-not",
    "paper-otherwise",
    "paper-norms",
    "paper-waits",
    "paper-since",
    "paper-sign",
    "paper-sign-name",
    "paper-sign-position",
    "paper-sign-date",
    "paper-sign-signature",
    "paper-no-findings",
    "paper-not-a-decision",
    "not-a-decision",
];

/// A line with what it is about.
#[derive(Serialize)]
pub(crate) struct Row {
    pub label: String,
    pub text: String,
}

impl Row {
    pub(crate) fn new(label: String, text: impl Into<String>) -> Row {
        Row { label: capital(&label), text: text.into() }
    }
}

/// The whole finding.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Sheet {
    lang: &'static str,
    words: BTreeMap<&'static str, String>,
    /// For the catalogue of whoever files it.
    catalogue: String,
    title: String,
    head: Vec<Row>,
    hypothetical: Option<String>,
    summary: Vec<String>,
    sentence: String,
    persons: Vec<Person>,
    chapters: Vec<Chapter>,
    applying: Vec<Other>,
    open: Vec<Open>,
    open_others: Vec<Waits>,
    facts: Vec<About>,
    not_yet: Vec<Row>,
    not_applying: Vec<NotApplying>,
    annex: Vec<Row>,
    digest: String,
}

impl Sheet {
    pub(crate) fn of(finding: &Finding<'_>) -> Sheet {
        let Finding { words, corpus, case, decision, .. } = *finding;
        let view = View::new(words, corpus, decision);
        let of_case = words.of(&case.title).trim();
        let title = if of_case.is_empty() { case.id.clone() } else { of_case.to_owned() };
        let form = |key: &'static str| (key, words.say(key));
        Sheet {
            lang: words.lang.code(),
            words: FORM.into_iter().map(form).collect(),
            catalogue: words.say_with("paper-catalogue", &[("title", &title)]),
            head: head(finding, &view),
            hypothetical: decision.law.hypothetical.then(|| words.say("head-hypothetical")),
            summary: paragraphs(words.of(&case.summary)),
            sentence: sentence(words, corpus, decision),
            persons: facts::persons(&view, case),
            chapters: [Verdict::Competing, Verdict::Applies, Verdict::Unknown]
                .into_iter()
                .filter_map(|v| norms::chapter(&view, decision, v))
                .collect(),
            applying: tables::applying(&view, decision),
            open: tables::open(&view, decision),
            open_others: tables::open_others(&view, decision),
            facts: facts::facts(&view, case),
            not_yet: tables::not_yet(&view, decision),
            not_applying: tables::not_applying(&view, decision),
            annex: annex(finding, &view),
            digest: decision.law.corpus.clone(),
            title,
        }
    }
}

/// What was asked, of which law, when. What is empty is left out.
fn head(finding: &Finding<'_>, view: &View<'_>) -> Vec<Row> {
    let Finding { words, case, decision, .. } = *finding;
    let law = &decision.law;
    let all = |texts: Vec<String>| Some(texts.join("; ")).filter(|t| !t.is_empty());
    let edition = view.say("head-edition", &[("edition", words.of(&law.title)), ("name", &law.edition)]);
    let readings = law.readings.iter().map(|r| format!("{} – {}", view.quoted(&r.ambiguity), words.of(&r.label)));
    let rows = [
        ("paper-case", Some(case.id.clone())),
        ("paper-written-on", Some(date(words, &finding.written_on.to_string()))),
        ("head-law", Some(edition)),
        ("head-as-of", law.as_of.as_ref().map(|d| date(words, d))),
        ("head-not-seen", all(law.not_seen.iter().map(|t| words.of(t).to_owned()).collect())),
        ("head-readings", all(readings.collect())),
        ("head-source", case.source.as_ref().map(|s| words.of(s).to_owned())),
        ("head-corpus", Some(law.corpus.chars().take(DIGEST).collect())),
        ("paper-address", finding.address.clone()),
    ];
    rows.into_iter().filter_map(|(key, text)| text.map(|t| Row::new(words.say(key), t))).collect()
}

/// What is needed to ask the same again years later.
fn annex(finding: &Finding<'_>, view: &View<'_>) -> Vec<Row> {
    let Finding { words, corpus, decision, .. } = *finding;
    let law = &decision.law;
    let editions: Vec<String> =
        corpus.chain(&law.edition).iter().map(|e| format!("{} ({})", words.of(&e.title), e.name)).collect();
    let rows = [
        ("paper-editions", editions.join(" → ")),
        ("paper-format", decision.format.to_owned()),
        ("paper-made-by", format!("Tarazy {}", env!("CARGO_PKG_VERSION"))),
    ];
    rows.into_iter().map(|(key, text)| Row::new(view.words.say(key), text)).collect()
}

/// A text in its paragraphs.
fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
}
