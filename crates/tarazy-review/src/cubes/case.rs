//! A model as a case that the ordinary evaluator can decide.

use std::collections::BTreeMap;

use jiff::civil::Date;
use tarazy_law::Text3;
use tarazy_law::case::{Case, Entry, FactKey, Others, Person, State, Value};
use tarazy_law::exact::Answer;
use tarazy_law::model::{Corpus, Domain, FactKind, Rulebook, VocabId};

use super::Model;

impl Model {
    /// The case: its persons are all who took part, and what it does not say is not known.
    pub fn to_case(&self, corpus: &Corpus, book: &Rulebook) -> Case {
        let names = ["a", "b", "c", "d", "e", "f"];
        let persons = (0..self.persons).map(|i| {
            let id = names.get(i).map_or_else(|| format!("p{i}"), |n| (*n).to_owned());
            Person { name: Text3::same(&id.to_uppercase()), id }
        });
        let mut case = Case { persons: persons.collect(), others: Others::Nobody, ..Case::default() };
        let mut facts = BTreeMap::new();
        for a in &self.facts {
            let info = book.fact(a.fact);
            match &info.kind {
                FactKind::Vocab(v) => {
                    let key = FactKey::new(*v, &a.persons[..info.persons]);
                    facts.insert(
                        key,
                        Entry { state: state(corpus, *v, a, &info.cuts, info.values), ..Entry::default() },
                    );
                }
                FactKind::Reading { name, readings, .. } => {
                    if let Some((reading, _)) = readings.get(a.values.trailing_zeros() as usize) {
                        case.readings.insert(name.clone(), reading.clone());
                    }
                }
                FactKind::Others | FactKind::Comparison { .. } => {}
            }
        }
        case.facts = facts;
        case
    }
}

fn state(corpus: &Corpus, fact: VocabId, a: &Answer, cuts: &[i64], values: usize) -> State {
    let first = a.values.trailing_zeros() as usize;
    if first >= values {
        return State::NotApplicable;
    }
    match corpus.vocabulary.fact(fact).domain {
        Domain::YesNo | Domain::OneOf(_) => {
            let all: Vec<Value> = (0..values).filter(|i| a.values >> i & 1 == 1).map(Value::Named).collect();
            match all[..] {
                [one] => State::Established(one),
                _ => State::Disputed(all),
            }
        }
        // An interval is shown by its first member, the open one by its last.
        Domain::Number | Domain::Date => {
            let n = match first.checked_sub(1) {
                Some(cut) => cuts.get(cut).copied().unwrap_or_default(),
                None => cuts.first().map_or(0, |c| c - 1),
            };
            if corpus.vocabulary.fact(fact).domain == Domain::Number {
                State::Established(Value::Number(n))
            } else {
                State::Established(Value::Date(day(n)))
            }
        }
    }
}

fn day(n: i64) -> Date {
    let epoch = Date::constant(1970, 1, 1);
    let span = jiff::Span::new().try_days(n);
    span.ok().and_then(|s| epoch.checked_add(s).ok()).unwrap_or(epoch)
}
