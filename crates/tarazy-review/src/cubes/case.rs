//! A model as a case that the ordinary evaluator can decide.

use std::collections::BTreeMap;

use jiff::civil::Date;
use tarazy_law::Text3;
use tarazy_law::case::{Case, Entry, FactKey, Others, Person, State, Value};
use tarazy_law::dates::{Fit, Key, fit};
use tarazy_law::exact::Answer;
use tarazy_law::model::{Corpus, Domain, FactKind, Rulebook};

use super::Model;

impl Model {
    /// The case: its persons are all who took part, and what it does not say is not known. Where a fact may have one of several values, the
    /// case shows the first; dates and numbers are chosen so that they compare as the model says.
    pub fn to_case(&self, corpus: &Corpus, book: &Rulebook) -> Case {
        let names = ["a", "b", "c", "d", "e", "f"];
        let persons = (0..self.persons).map(|i| {
            let id = names.get(i).map_or_else(|| format!("p{i}"), |n| (*n).to_owned());
            Person { name: Text3::same(&id.to_uppercase()), id }
        });
        let mut case = Case { persons: persons.collect(), others: Others::Nobody, ..Case::default() };
        let mut facts = BTreeMap::new();
        let days = self.days(book);
        for a in self.facts.iter().chain(&self.also) {
            match &book.fact(a.fact).kind {
                FactKind::Vocab(_) => {
                    let day = days.iter().find(|(key, _)| *key == (a.fact, a.persons)).map(|(_, day)| *day);
                    facts.extend(entry(corpus, book, a, day));
                }
                FactKind::Reading { name, readings, .. } => {
                    if let Some((reading, _)) = readings.get(a.values.trailing_zeros() as usize) {
                        case.readings.insert(name.clone(), reading.clone());
                    }
                }
                FactKind::Others | FactKind::Comparison { .. } => {}
            }
        }
        for ((fact, persons), day) in days {
            let answer = Answer { fact, persons, values: 0 };
            facts.extend(entry(corpus, book, &answer, Some(day)));
        }
        case.facts = facts;
        case
    }

    /// Days and numbers for everything that the model compares.
    fn days(&self, book: &Rulebook) -> Vec<(Key, i64)> {
        let compares = |a: &&Answer| matches!(book.fact(a.fact).kind, FactKind::Comparison { .. });
        let comparisons: Vec<(Key, bool)> = self
            .facts
            .iter()
            .chain(&self.also)
            .filter(compares)
            .filter(|a| a.values.is_power_of_two())
            .map(|a| ((a.fact, a.persons), a.values == 0b10))
            .collect();
        let possible = |key: Key| {
            let known = self.facts.iter().chain(&self.also).find(|a| (a.fact, a.persons) == key);
            known.map_or(u64::MAX, |a| a.values)
        };
        match fit(book, &comparisons, possible) {
            Fit::Days(days) => days,
            Fit::Never | Fit::TooMany => Vec::new(),
        }
    }
}

/// What the case says of a fact.
fn entry(corpus: &Corpus, book: &Rulebook, a: &Answer, day: Option<i64>) -> Option<(FactKey, Entry)> {
    let info = book.fact(a.fact);
    let FactKind::Vocab(fact) = info.kind else { return None };
    let first = a.values.trailing_zeros() as usize;
    let domain = &corpus.vocabulary.fact(fact).domain;
    let value = match (domain, day) {
        (Domain::YesNo | Domain::OneOf(_), _) => Value::Named(first),
        // An interval is shown by its first member, the open one by its last.
        (Domain::Number | Domain::Date, day) => {
            let of_interval = || match first.checked_sub(1) {
                Some(cut) => info.cuts.get(cut).copied().unwrap_or_default(),
                None => info.cuts.first().map_or(0, |c| c - 1),
            };
            let n = day.unwrap_or_else(of_interval);
            if *domain == Domain::Number { Value::Number(n) } else { Value::Date(date(n)?) }
        }
    };
    let inapplicable = day.is_none() && first >= info.values;
    let state = if inapplicable { State::NotApplicable } else { State::Established(value) };
    Some((FactKey::new(fact, a.persons.get(..info.persons)?), Entry { state, ..Entry::default() }))
}

fn date(n: i64) -> Option<Date> {
    Date::constant(1970, 1, 1).checked_add(jiff::Span::new().try_days(n).ok()?).ok()
}
