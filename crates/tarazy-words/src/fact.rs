//! Facts in words: whom they are about, what is asked, which values.

use tarazy_law::decide::answer::{DateRef, FactRef, PersonRef};
use tarazy_law::model::{Corpus, Domain, VocabFact};

use crate::amount::date;
use crate::view::View;
use crate::words::Words;

/// A fact with its values: «Clinic – managed the risks: no».
pub fn fact(words: &Words, corpus: &Corpus, what: &FactRef, persons: &[PersonRef]) -> String {
    View::of_persons(words, corpus, persons).fact(what)
}

impl View<'_> {
    /// A fact with its values.
    pub fn fact(&self, what: &FactRef) -> String {
        self.fact_of(what, None)
    }

    /// A fact with its values, the name of its person left out where it is `own`.
    pub fn fact_of(&self, what: &FactRef, own: Option<&str>) -> String {
        if let FactRef::Comparison { left, op, right, values } = what {
            return self.comparison(left, op, right, values);
        }
        let values = self.values(what);
        let label = self.label_of(what, own);
        if values.is_empty() {
            return label;
        }
        self.say("fact-is", &[("fact", &label), ("value", &self.words.list(&values, "or-list"))])
    }

    /// What is asked, without values.
    pub fn label(&self, what: &FactRef) -> String {
        self.label_of(what, None)
    }

    /// What is asked, the name of its person left out where it is `own`.
    pub fn label_of(&self, what: &FactRef, own: Option<&str>) -> String {
        match what {
            FactRef::Fact { fact, persons, .. } => {
                let label = self.named(fact);
                let about: Vec<String> = persons.iter().map(|p| self.person(p)).collect();
                match &about[..] {
                    [] => label,
                    [_] if own == persons.first().map(String::as_str) => label,
                    [one] => self.say("fact-of", &[("person", one), ("fact", &label)]),
                    [first, .., last] => {
                        self.say("fact-between", &[("first", first), ("second", last), ("fact", &label)])
                    }
                }
            }
            FactRef::Reading { ambiguity, .. } => self.say("reading-of", &[("what", &self.quoted(ambiguity))]),
            FactRef::Others { .. } => self.words.say("others-took-part"),
            // What is missing in a comparison is the day that nobody has given.
            FactRef::Comparison { left, right, .. } => {
                let open: Vec<String> =
                    [left, right].into_iter().filter(|d| d.value.is_none()).map(|d| self.day_label(d)).collect();
                self.words.list(&open, "and-list")
            }
        }
    }

    /// The values, each in words.
    pub fn values(&self, what: &FactRef) -> Vec<String> {
        match what {
            FactRef::Fact { fact, values, .. } => values.iter().map(|v| self.value(fact, v)).collect(),
            FactRef::Others { values } | FactRef::Comparison { values, .. } => {
                values.iter().map(|v| self.yes_no(v)).collect()
            }
            FactRef::Reading { ambiguity, values } => {
                let readings = self.readings(ambiguity);
                let label = |v: &String| {
                    let known = readings.iter().find(|r| r.name.text == *v).map(|r| self.words.of(&r.label));
                    known.filter(|l| !l.is_empty()).unwrap_or(v).to_owned()
                };
                values.iter().map(label).collect()
            }
        }
    }

    /// One value of the vocabulary fact `fact`.
    pub fn value(&self, fact: &str, value: &str) -> String {
        let Some(info) = self.vocabulary(fact) else { return value.to_owned() };
        if value == "not applicable" {
            return self.words.say("value-not-applicable");
        }
        match &info.domain {
            Domain::YesNo => self.yes_no(value),
            Domain::OneOf(_) => {
                let label = info.value_index(value).and_then(|i| info.value_label(i, self.words.lang));
                label.unwrap_or(value).to_owned()
            }
            Domain::Date => self.interval(value, "date"),
            Domain::Number => self.interval(value, "number"),
        }
    }

    /// The label of the vocabulary fact `name`.
    pub fn named(&self, name: &str) -> String {
        let label = self.vocabulary(name).map(|f| self.words.of(&f.label)).filter(|l| !l.is_empty());
        label.unwrap_or(name).to_owned()
    }

    /// The vocabulary fact `name`.
    pub fn vocabulary(&self, name: &str) -> Option<&VocabFact> {
        let vocabulary = &self.corpus.vocabulary;
        vocabulary.find(name).map(|id| vocabulary.fact(id))
    }

    fn yes_no(&self, value: &str) -> String {
        match value {
            "yes" => self.words.say("value-yes"),
            "no" => self.words.say("value-no"),
            other => other.to_owned(),
        }
    }

    /// `≥ A < B`, `≥ A`, `< B`, `= A`, `any`, or a bare value, of a date or a number.
    fn interval(&self, value: &str, kind: &str) -> String {
        let write = |v: &str| if kind == "date" { date(self.words, v) } else { v.to_owned() };
        let parts: Vec<&str> = value.split_whitespace().collect();
        let (form, a, b) = match parts[..] {
            ["any"] => return self.words.say("value-any"),
            ["=", a] => return write(a),
            ["≥", a, "<", b] => ("between", a, b),
            ["≥", a] => ("from", a, ""),
            ["<", b] => ("below", "", b),
            _ => return write(value),
        };
        self.say(&format!("{kind}-{form}"), &[("a", &write(a)), ("b", &write(b))])
    }

    fn comparison(&self, left: &DateRef, op: &str, right: &DateRef, values: &[String]) -> String {
        // That a comparison does not hold is the contrary comparison.
        let op = match (op, values) {
            (op, [only]) if only == "no" => contrary(op),
            (op, _) => op,
        };
        format!("{} {op} {}", self.day(left), self.day(right))
    }

    /// A date of the case, with its day where it is established.
    fn day(&self, d: &DateRef) -> String {
        let mut out = self.day_label(d);
        if let Some(value) = &d.value {
            out = self.say("day-known", &[("what", &out), ("day", &date(self.words, value))]);
        }
        for (n, unit) in &d.plus {
            out.push_str(" + ");
            out.push_str(&self.say(&format!("term-{unit}"), &[("n", &n.to_string())]));
        }
        out
    }

    fn day_label(&self, d: &DateRef) -> String {
        let label = self.named(&d.fact);
        match &d.persons[..] {
            [] => label,
            persons => self.say("fact-of", &[("person", &self.people(persons)), ("fact", &label)]),
        }
    }
}

fn contrary(op: &str) -> &str {
    match op {
        "=" => "≠",
        "≠" => "=",
        "<" => "≥",
        "≤" => ">",
        ">" => "≤",
        "≥" => "<",
        other => other,
    }
}
