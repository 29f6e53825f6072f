//! What is said of a class of defects and of a finding. The words are those of the review (`R401-title`, `R401-why`, `R401-mend`); where
//! nobody has written them, a finding still says its code and what it is about. Every page takes what it says of findings from here.

use tarazy_law::case::{State, Value, value_name};
use tarazy_law::decide::answer::{FactRef, PersonRef};
use tarazy_law::model::{Corpus, Rulebook};
use tarazy_review::{Class, Finding, Readings, Weight, Witness};
use tarazy_words::{View, capital};

use crate::at::At;

/// What a class is called.
pub(super) fn title(at: &At, class: Class) -> String {
    let said = at.words().find(&format!("{}-title", class.code()), &[]);
    said.unwrap_or_else(|| at.say_with("law-class", &[("code", class.code())]))
}

/// Why it hurts, how to mend it: paragraphs about a class, those that somebody has written.
pub(super) fn about(at: &At, class: Class) -> Vec<(String, String)> {
    let part = |part: &str, key: &str| Some((at.say(key), at.words().find(&format!("{}-{part}", class.code()), &[])?));
    [part("why", "law-class-why"), part("mend", "law-class-mend")].into_iter().flatten().collect()
}

/// How heavy it weighs, and the colour in which that is said.
pub(super) fn weight(at: &At, weight: Weight) -> (String, Option<&'static str>) {
    let colour = match weight {
        Weight::Serious => Some("red"),
        Weight::Moderate => Some("purple"),
        Weight::Remark => Some("grey"),
    };
    (at.say(&format!("law-weight-{}", weight.as_str())), colour)
}

/// A finding in one sentence.
pub(super) fn sentence(at: &At, corpus: &Corpus, book: &Rulebook, finding: &Finding) -> String {
    let view = View::of_edition(at.words(), corpus, &book.selection.edition);
    let name = |name: &String| match corpus.vocabulary.find(name) {
        Some(fact) => at.words().of(&corpus.vocabulary.fact(fact).label).to_owned(),
        None => format!("{} ({})", view.quoted(name), view.cited_by_id(name)),
    };
    let about: Vec<String> = finding.subjects.iter().map(|s| name(&s.name)).collect();
    let about = at.words().list(&about, "and-list");
    capital(&at.say_with("law-finding-about", &[("what", &title(at, finding.class)), ("about", &about)]))
}

/// In which readings alone it holds; nothing, where it holds in every one.
pub(super) fn readings(at: &At, corpus: &Corpus, book: &Rulebook, readings: &Readings) -> Vec<String> {
    let Readings::Only(ways) = readings else { return Vec::new() };
    let view = View::of_edition(at.words(), corpus, &book.selection.edition);
    let one = |(ambiguity, reading): &(String, String)| {
        let label = view.readings(ambiguity).iter().find(|r| r.name.text == *reading);
        let label = label.map_or_else(|| reading.clone(), |r| at.words().of(&r.label).to_owned());
        format!("{} – {label}", view.quoted(ambiguity))
    };
    ways.iter().map(|way| way.iter().map(one).collect::<Vec<_>>().join("; ")).collect()
}

/// The case that shows a finding, fact by fact.
pub(super) fn example(at: &At, corpus: &Corpus, witness: &Witness) -> Vec<String> {
    let case = witness.case();
    let persons: Vec<PersonRef> =
        case.persons.iter().map(|p| PersonRef { id: p.id.clone(), name: p.name.clone() }).collect();
    let view = View::of_persons(at.words(), corpus, &persons);
    let vocabulary = &corpus.vocabulary;
    let fact = |(key, entry): (&tarazy_law::case::FactKey, &tarazy_law::case::Entry)| {
        let State::Established(value) = entry.state else { return None };
        // What is the case is told before what is not.
        let name = value_name(vocabulary, key.fact, value);
        let places = &key.persons[..vocabulary.fact(key.fact).persons().min(2)];
        let about = places.iter().filter_map(|p| persons.get(usize::from(*p))).map(|p| p.id.clone()).collect();
        let fact = FactRef::Fact { fact: vocabulary.fact(key.fact).name.clone(), persons: about, values: vec![name] };
        Some((value != Value::Named(0), capital(&view.fact(&fact))))
    };
    let mut told: Vec<(bool, String)> = case.facts.iter().filter_map(fact).collect();
    told.sort_by_key(|(yes, _)| !yes);
    told.into_iter().map(|(_, text)| text).collect()
}
