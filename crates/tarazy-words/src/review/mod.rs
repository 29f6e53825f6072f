//! What the review of the law has found, in words: the sentence of a finding, the case that shows it, what its class means.
//!
//! Nothing is judged here. A value that a finding does not carry leaves a shorter sentence, never a hole in one.

mod excerpt;
mod explain;
mod fold;
mod json;
mod located;
mod sarif;
mod scene;
mod subject;
mod terminal;
mod value;

use tarazy_law::model::{Corpus, Rulebook};
use tarazy_review::{Class, Finding, Readings, Repair, Weight};

use crate::amount::{capital, number};
use crate::condition::Shelf;
use crate::view::View;
use crate::words::Words;

pub use explain::{Example, codes, explain};
pub use json::{EditionReview, FORMAT, FindingDoc, Reviews, json, review_schema};
pub use sarif::sarif;
pub(crate) use scene::claimed;
pub use scene::{example, scene};
pub use subject::{heading, place, restated, subject};
pub use terminal::{hint, terminal, total};

/// So many ways of reading are told; the others are counted.
const READINGS: usize = 3;

/// A finding in one sentence, and where it does not hold in every reading, a second that says in which it does.
pub fn sentence(words: &Words, corpus: &Corpus, book: &Rulebook, finding: &Finding) -> String {
    let said = message(words, corpus, book, finding, "").unwrap_or_else(|| title(words, finding.class));
    match readings(words, corpus, book, finding) {
        Some(readings) => format!("{said} {}.", capital(&readings)),
        None => said,
    }
}

/// A wording to begin with, for the classes that have one.
pub fn wording(words: &Words, corpus: &Corpus, book: &Rulebook, finding: &Finding) -> Option<String> {
    message(words, corpus, book, finding, "-wording")
}

pub(crate) fn message(
    words: &Words,
    corpus: &Corpus,
    book: &Rulebook,
    finding: &Finding,
    part: &str,
) -> Option<String> {
    let shelf = shelf(words, corpus, book);
    let args = value::args(&shelf, finding);
    let args: Vec<(&str, &str)> = args.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let said = words.find(&format!("{}{part}", finding.class), &args)?;
    Some(capital(&tidy(&said)))
}

/// In which readings alone a finding holds; nothing, where it holds in every one.
pub fn readings(words: &Words, corpus: &Corpus, book: &Rulebook, finding: &Finding) -> Option<String> {
    let Readings::Only(ways) = &finding.readings else { return None };
    let view = shelf(words, corpus, book).view;
    let one = |(ambiguity, reading): &(String, String)| {
        let label = view.readings(ambiguity).iter().find(|r| r.name.text == *reading).map(|r| words.of(&r.label));
        let how = label.filter(|l| !l.is_empty()).unwrap_or(reading);
        words.say_with("review-reading", &[("what", &view.quoted(ambiguity)), ("how", how)])
    };
    let way = |way: &Vec<(String, String)>| words.list(&way.iter().map(one).collect::<Vec<_>>(), "and-list");
    let said: Vec<String> = ways.iter().filter(|w| !w.is_empty()).map(way).collect();
    if said.is_empty() {
        return None;
    }
    let shown = words.list(&said[..said.len().min(READINGS)], "or-list");
    let shown = match said.len().saturating_sub(READINGS) {
        0 => shown,
        more => words.say_with("and-more-in-line", &[("items", &shown), ("count", &more.to_string())]),
    };
    Some(words.say_with("review-only-readings", &[("readings", &shown)]))
}

/// The other editions in which the same finding holds.
pub fn elsewhere(words: &Words, corpus: &Corpus, book: &Rulebook, finding: &Finding) -> Option<String> {
    let others = finding.editions.iter().filter(|e| **e != book.selection.edition);
    let others: Vec<String> = others.map(|e| edition(words, corpus, e)).collect();
    let said = words.list(&others, "and-list");
    (!others.is_empty()).then(|| words.say_with("review-in-editions", &[("editions", &said)]))
}

/// How many cases a finding has, where that was counted.
pub fn cases(words: &Words, finding: &Finding) -> Option<String> {
    let count = finding.cases?;
    Some(match u64::try_from(count) {
        Ok(n) => words.say_with("review-cases", &[("count", &number(words, n))]),
        Err(_) => words.say("review-cases-many"),
    })
}

/// What people call an edition.
pub fn edition(words: &Words, corpus: &Corpus, name: &str) -> String {
    corpus.edition(name).map_or_else(|| name.to_owned(), |e| words.of(&e.title).to_owned())
}

/// The repair of a finding, where a page was proved to mend it; one that leaves open what to write is none.
pub fn proved(finding: &Finding) -> Option<&Repair> {
    finding.repair.as_ref().filter(|r| !r.page.is_empty())
}

/// The rules of a repair, as they stand in the law language, in one line.
pub(crate) fn rules(repair: &Repair) -> String {
    let (mut inside, mut out) = (false, Vec::new());
    for line in repair.page.lines() {
        if line.starts_with("```") {
            inside = !inside;
        } else if inside {
            out.push(line.trim());
        }
    }
    tidy(&out.join(" "))
}

/// The name of a kind of defect.
pub fn title(words: &Words, class: Class) -> String {
    words.say(&format!("{class}-title"))
}

/// What a kind of defect means, and whom it hurts.
pub fn why(words: &Words, class: Class) -> String {
    words.say(&format!("{class}-why"))
}

/// How a kind of defect is mended.
pub fn mend(words: &Words, class: Class) -> String {
    words.say(&format!("{class}-mend"))
}

/// A weight in one word.
pub fn weight(words: &Words, weight: Weight) -> String {
    words.say(&format!("weight-{}", weight.as_str()))
}

/// The subject under which a class stands among the others.
pub fn group(words: &Words, class: Class) -> String {
    words.say(&format!("group-{}", &class.code()[..2]))
}

/// «a, b and c»; members that have commas of their own are kept apart by semicolons.
pub(crate) fn listed(words: &Words, items: &[String]) -> String {
    if items.len() > 2 && items.iter().any(|i| i.contains(',')) {
        return items.join("; ");
    }
    words.list(items, "and-list")
}

pub(crate) fn shelf<'a>(words: &'a Words, corpus: &'a Corpus, book: &'a Rulebook) -> Shelf<'a> {
    Shelf { view: View::of_edition(words, corpus, &book.selection.edition), book }
}

/// In one line: a message may be written over several.
pub(crate) fn tidy(text: &str) -> String {
    let mut out = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    // A part that was left out leaves no space inside the quotation marks; the full stop stands behind them.
    for (a, b) in [("« ", "«"), ("“ ", "“"), (" »", "»"), (" ”", "”"), (".»", "».")] {
        out = out.replace(a, b);
    }
    out
}
