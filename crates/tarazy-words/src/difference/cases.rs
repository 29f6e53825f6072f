//! In which cases something differs: what must be so, way by way.

use tarazy_law::decide::answer::{DateRef, FactRef};
use tarazy_law::model::Domain;
use tarazy_review::difference::{Cases, Literal, Range, Shared, Shown, Side, Way};

use super::norms::Teller;
use super::{Point, Told};
use crate::amount::{capital, date};
use crate::review::{claimed, scene};

/// The person whom a norm is about; of them a condition speaks without a name.
const OWN: &str = "0";

impl Teller<'_> {
    /// Cases under a sentence.
    pub(super) fn cases(&self, said: String, cases: &Cases) -> Point {
        let words = self.words;
        let mut notes = Vec::new();
        let always = self.literals(&cases.always);
        if !always.is_empty() {
            notes.push(words.say_with("diff-always", &[("what", &always)]));
        }
        if cases.ways.is_empty() {
            notes.push(words.say(if cases.complete { "diff-every" } else { "diff-unsaid" }));
        } else if !cases.complete {
            notes.push(words.say("diff-incomplete"));
        }
        let (ways, more) = self.some(cases.ways.iter().map(|w| self.way(w)).collect());
        Point { said, notes, within: self.within(&cases.within), ways, more }
    }

    fn way(&self, way: &Way) -> Told {
        let said = match self.literals(&way.literals) {
            nothing if nothing.is_empty() => self.words.say("diff-every"),
            said => said,
        };
        Told { said, example: way.shown.as_ref().map(|s| self.shown(s)).unwrap_or_default() }
    }

    /// One case with what both editions say of it.
    fn shown(&self, shown: &Shown) -> Vec<String> {
        let [before, after] = self.books;
        let mut told = scene(self.words, self.corpus, after, shown.after.case(), &[]);
        let was = claimed(self.words, self.corpus, before, shown.before.case(), shown.before.claims());
        let is = claimed(self.words, self.corpus, after, shown.after.case(), shown.after.claims());
        if !was.is_empty() && !is.is_empty() {
            told.push(self.words.say_with("diff-shown", &[("before", &was), ("after", &is)]));
        }
        told
    }

    /// The conditions that both editions share; scopes and exceptions by their headings.
    fn within(&self, shared: &[Shared]) -> Option<String> {
        let (mut said, mut scopes, mut exceptions) = (Vec::new(), Vec::new(), Vec::new());
        for s in shared {
            match s {
                Shared::Bearer => said.push(self.words.say("diff-shared-bearer")),
                Shared::When => said.push(self.words.say("diff-shared-when")),
                Shared::Unless => said.push(self.words.say("diff-shared-unless")),
                Shared::Scope(name) => scopes.push(self.heading(name)),
                Shared::Exception(name) => exceptions.push(self.heading(name)),
            }
        }
        for (key, names) in [("diff-shared-scopes", scopes), ("diff-shared-exceptions", exceptions)] {
            if !names.is_empty() {
                said.push(self.words.say_with(key, &[("names", &names.join("; "))]));
            }
        }
        (!said.is_empty()).then(|| self.words.say_with("diff-within", &[("what", &said.join(", "))]))
    }

    fn literals(&self, literals: &[Literal]) -> String {
        literals.iter().map(|l| self.literal(l)).collect::<Vec<_>>().join("; ")
    }

    fn literal(&self, literal: &Literal) -> String {
        let (words, view) = (self.words, self.shelf(1).view);
        match literal {
            Literal::Fact { fact, about, values, ranges, or_not_applicable, .. } => {
                let persons = about.iter().map(u8::to_string).collect();
                let label = view.label_of(
                    &FactRef::Fact { fact: fact.clone(), persons, values: Vec::new() },
                    // Of two persons both are named.
                    (about.len() == 1).then_some(OWN),
                );
                let mut said: Vec<String> = values.iter().map(|v| view.value(fact, v)).collect();
                said.extend(ranges.iter().map(|r| self.range(fact, r)));
                if *or_not_applicable {
                    said.push(words.say("value-not-applicable"));
                }
                if said.is_empty() {
                    return label;
                }
                words.say_with("fact-is", &[("fact", &label), ("value", &words.list(&said, "or-list"))])
            }
            Literal::Reading { ambiguity, readings } => {
                view.fact(&FactRef::Reading { ambiguity: ambiguity.clone(), values: readings.clone() })
            }
            Literal::Compared { left, op, right } => view.fact(&FactRef::Comparison {
                left: day(left),
                op,
                right: day(right),
                values: vec!["yes".to_owned()],
            }),
            Literal::Another { exists, such } => {
                let ways: Vec<String> = such.iter().map(|w| self.literals(w)).filter(|w| !w.is_empty()).collect();
                let said = match &ways[..] {
                    [] => words.say("diff-such-unsaid"),
                    [one] => format!("({one})"),
                    several => {
                        let each: Vec<String> = several.iter().map(|w| format!("({w})")).collect();
                        words.list(&each, "or-list")
                    }
                };
                words.say_with(if *exists { "diff-another" } else { "diff-no-other" }, &[("such", &said)])
            }
        }
    }

    /// A stretch of days or numbers, both ends inside.
    fn range(&self, fact: &str, range: &Range) -> String {
        let words = self.words;
        let dated = self.shelf(1).view.vocabulary(fact).is_some_and(|f| f.domain == Domain::Date);
        let kind = if dated { "date" } else { "number" };
        let write = |v: &String| if dated { date(words, v) } else { v.clone() };
        match (range.from.as_ref().map(write), range.to.as_ref().map(write)) {
            (Some(a), Some(b)) if a == b => a,
            (Some(a), Some(b)) => words.say_with(&format!("diff-{kind}-between"), &[("a", &a), ("b", &b)]),
            (Some(a), None) => words.say_with(&format!("{kind}-from"), &[("a", &a), ("b", "")]),
            (None, Some(b)) => words.say_with(&format!("diff-{kind}-to"), &[("b", &b)]),
            (None, None) => words.say("value-any"),
        }
    }
}

fn day(side: &Side) -> DateRef {
    let persons = side.about.iter().map(u8::to_string).collect();
    DateRef { fact: side.fact.clone(), persons, plus: side.plus.clone(), value: None }
}

/// A sentence of its own: with a large letter and a full stop.
pub(super) fn full_stop(text: &str) -> String {
    let text = capital(text);
    if text.ends_with(['.', '!', '?', '…', ':']) { text } else { format!("{text}.") }
}
