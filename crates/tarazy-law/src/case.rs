//! A case: one act of one system, the persons around it, and how far each fact is known.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::lang::Text3;
use crate::model::{Corpus, Domain, VocabId, Vocabulary};

/// More persons than this no case has; the limit keeps work bounded.
pub const MAX_PERSONS: usize = 24;

/// A case file has no more bytes than this: every fact about every person, each with its evidence, is far less.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The name of a field or a person has no more characters than this.
pub const MAX_NAME: usize = 200;

/// A text of a case has no more characters than this.
pub const MAX_TEXT: usize = 20_000;

/// A list of a case has no more members than this; no fact has more named values.
pub const MAX_VALUES: usize = 60;

/// A person of a case, by place.
pub type PersonIdx = usize;

/// A value of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// The index of a named value; *no* is 0 and *yes* is 1.
    Named(usize),
    /// A number.
    Number(i64),
    /// A day.
    Date(Date),
}

/// How far a fact is known.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum State {
    /// Nobody asked.
    #[default]
    NotAsked,
    /// Asked, and nobody knows.
    Unknown,
    /// Established.
    Established(Value),
    /// These values are excluded; which other holds is open.
    Denied(Vec<Value>),
    /// Said to be one of these by some and another by others.
    Disputed(Vec<Value>),
    /// The question does not arise.
    NotApplicable,
}

/// A fact of a case with where it comes from.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Entry {
    /// How far it is known.
    pub state: State,
    /// What shows it.
    pub evidence: Option<Text3>,
    /// Who says so.
    pub by: Option<Text3>,
    /// Not from the record: supposed, to see what would follow.
    pub supposed: bool,
}

impl Entry {
    /// Established without further ado.
    pub fn established(value: Value) -> Entry {
        Entry { state: State::Established(value), ..Entry::default() }
    }
}

/// Whether somebody took part whom the case does not name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Others {
    /// Nobody asked.
    #[default]
    NotAsked,
    /// Asked, and nobody knows.
    Unknown,
    /// The persons of the case are all.
    Nobody,
    /// Somebody did.
    Somebody,
}

impl Others {
    /// Whether somebody did, where that is known.
    pub fn known(self) -> Option<bool> {
        match self {
            Others::NotAsked | Others::Unknown => None,
            Others::Nobody => Some(false),
            Others::Somebody => Some(true),
        }
    }
}

/// A person of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name by which the case refers to them.
    pub id: String,
    /// Their name.
    pub name: Text3,
}

/// A fact about up to two persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactKey {
    /// Which fact.
    pub fact: VocabId,
    /// About whom, in order; unused places are 0.
    pub persons: [u8; 2],
}

impl FactKey {
    /// The fact about these persons.
    pub fn new(fact: VocabId, persons: &[PersonIdx]) -> FactKey {
        let at = |i: usize| persons.get(i).map_or(0, |p| *p as u8);
        FactKey { fact, persons: [at(0), at(1)] }
    }
}

/// A verdict that the case expects (for sample cases and tests).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// In which edition.
    pub edition: String,
    /// Of which norm.
    pub norm: String,
    /// For whom; absent for norms about nobody in particular.
    pub person: Option<PersonIdx>,
    /// The verdict, by its key: `applies`, `does-not-apply`, `unknown`, `competing`.
    pub verdict: String,
}

/// A case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    /// A short name.
    pub id: String,
    /// A title.
    pub title: Text3,
    /// What happened, in words.
    pub summary: Text3,
    /// Where the facts come from.
    pub source: Option<Text3>,
    /// The persons.
    pub persons: Vec<Person>,
    /// Whether somebody else took part.
    pub others: Others,
    /// What is known. A fact that is not here was not asked.
    pub facts: BTreeMap<FactKey, Entry>,
    /// How ambiguities are read, by name.
    pub readings: BTreeMap<String, String>,
    /// What should come out.
    pub expect: Vec<Expectation>,
}

impl Case {
    /// What is known of a fact.
    pub fn state(&self, key: FactKey) -> &State {
        const NOT_ASKED: &State = &State::NotAsked;
        self.facts.get(&key).map_or(NOT_ASKED, |e| &e.state)
    }

    /// The established day of a date fact.
    pub fn date(&self, key: FactKey) -> Option<Date> {
        match self.state(key) {
            State::Established(Value::Date(d)) => Some(*d),
            _ => None,
        }
    }

    /// The person with this id.
    pub fn person(&self, id: &str) -> Option<PersonIdx> {
        self.persons.iter().position(|p| p.id == id)
    }
}

/// Writes a value as it is written in a case.
pub fn value_name(vocabulary: &Vocabulary, fact: VocabId, value: Value) -> String {
    match value {
        Value::Named(i) => vocabulary.fact(fact).value_names().get(i).copied().unwrap_or_default().to_owned(),
        Value::Number(n) => n.to_string(),
        Value::Date(d) => d.to_string(),
    }
}

/// Reads a value as it is written in a case.
pub fn parse_value(corpus: &Corpus, fact: VocabId, text: &str) -> Option<Value> {
    let info = corpus.vocabulary.fact(fact);
    match info.domain {
        Domain::YesNo | Domain::OneOf(_) => info.value_index(text).map(Value::Named),
        Domain::Date => text.parse().ok().map(Value::Date),
        Domain::Number => text.parse().ok().map(Value::Number),
    }
}
