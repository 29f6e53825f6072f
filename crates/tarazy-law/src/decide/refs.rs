//! Ids to names: the typed result as it is written down.

use super::answer::*;
use crate::case::{Case, FactKey, PersonIdx, State, Value, value_name};
use crate::exact::Answer;
use crate::explain::Reason;
use crate::model::{Corpus, DateExpr, Derived, FactId, FactKind, ProvId, Rulebook, VocabId};
use crate::program::Truth;
use crate::syntax::ast::ExceptionKind;

/// Writes ids of one edition and one case as names.
pub(super) struct Refs<'a> {
    pub corpus: &'a Corpus,
    pub book: &'a Rulebook,
    pub case: &'a Case,
}

impl Known {
    /// How far `case` knows the fact.
    pub fn of(corpus: &Corpus, case: &Case, key: FactKey) -> Known {
        let entry = case.facts.get(&key);
        let name = |v: &Value| value_name(&corpus.vocabulary, key.fact, *v);
        let (state, values) = match case.state(key) {
            State::NotAsked => ("not-asked", Vec::new()),
            State::Unknown => ("unknown", Vec::new()),
            State::Established(v) => ("established", vec![name(v)]),
            State::Denied(list) => ("denied", list.iter().map(name).collect()),
            State::Disputed(list) => ("disputed", list.iter().map(name).collect()),
            State::NotApplicable => ("not-applicable", Vec::new()),
        };
        Known {
            state,
            values,
            evidence: entry.and_then(|e| e.evidence.clone()),
            by: entry.and_then(|e| e.by.clone()),
            supposed: entry.is_some_and(|e| e.supposed),
            assessed: corpus.vocabulary.fact(key.fact).assessed,
        }
    }
}

impl Refs<'_> {
    pub(super) fn citable(&self, id: &str, provision: ProvId) -> Citable {
        let p = self.corpus.provision(provision);
        Citable {
            id: id.to_owned(),
            citation: p.cite.as_ref().map(|c| CitationRef {
                act: c.act.clone(),
                article: c.article.clone(),
                part: c.part.clone(),
                subparagraph: c.sub.clone(),
            }),
            source: p.source.as_str(),
            proposed_by: p.proposed_by.clone(),
        }
    }

    pub(super) fn term(&self, what: Derived) -> Citable {
        let provision = match what {
            Derived::Definition(d) => self.book.definition(d).provision,
            Derived::Met(n) | Derived::Applies(n) => self.book.norm(n).provision,
            Derived::Holds(e) => self.book.exception(e).provision,
        };
        self.citable(self.book.name_of(what), provision)
    }

    pub(super) fn persons(&self, count: usize, persons: [PersonIdx; 2]) -> Vec<String> {
        persons.iter().take(count).map(|p| self.person(*p)).collect()
    }

    fn person(&self, p: PersonIdx) -> String {
        self.case.persons.get(p).map_or_else(|| "?".to_owned(), |p| p.id.clone())
    }

    pub(super) fn answer(&self, a: &Answer) -> FactRef {
        self.fact(a.fact, a.persons, a.values)
    }

    pub(super) fn fact(&self, fact: FactId, persons: [PersonIdx; 2], values: u64) -> FactRef {
        let info = self.book.fact(fact);
        let yes_no = || {
            let names = ["no", "yes"];
            (0..2).filter(|i| values >> i & 1 == 1).map(|i| names[i].to_owned()).collect()
        };
        match &info.kind {
            FactKind::Others => FactRef::Others { values: yes_no() },
            FactKind::Reading { name, readings, .. } => FactRef::Reading {
                ambiguity: name.clone(),
                values: readings
                    .iter()
                    .enumerate()
                    .filter(|(i, _)| values >> i & 1 == 1)
                    .map(|(_, (n, _))| n.clone())
                    .collect(),
            },
            FactKind::Comparison { left, op, right } => FactRef::Comparison {
                left: self.date(left, persons),
                op: op.as_str(),
                right: self.date(right, persons),
                values: yes_no(),
            },
            FactKind::Vocab(v) => FactRef::Fact {
                fact: self.corpus.vocabulary.fact(*v).name.clone(),
                persons: self.persons(info.persons, persons),
                values: self.value_names(*v, fact, values),
            },
        }
    }

    /// Names of values; for numbers and dates the intervals, written as comparisons.
    fn value_names(&self, v: VocabId, fact: FactId, values: u64) -> Vec<String> {
        let (vocab, info) = (self.corpus.vocabulary.fact(v), self.book.fact(fact));
        let names = vocab.value_names();
        let mut out: Vec<String> = if names.is_empty() {
            self.book.intervals(self.corpus, fact, values)
        } else {
            names.iter().enumerate().filter(|(i, _)| values >> i & 1 == 1).map(|(_, n)| (*n).to_owned()).collect()
        };
        if info.may_be_inapplicable && values >> info.values & 1 == 1 {
            out.push("not applicable".to_owned());
        }
        out
    }

    fn date(&self, expr: &DateExpr, persons: [PersonIdx; 2]) -> DateRef {
        let key = crate::program::date_key(self.book, expr, persons);
        let (fact, value) = match key {
            Some(key) => {
                let value = match self.case.state(key) {
                    State::Established(v) => Some(value_name(&self.corpus.vocabulary, key.fact, *v)),
                    _ => None,
                };
                (self.corpus.vocabulary.fact(key.fact).name.clone(), value)
            }
            None => (String::new(), None),
        };
        let about: Vec<String> = expr.args.vars().iter().map(|v| self.person(persons[*v as usize])).collect();
        DateRef { fact, persons: about, plus: expr.plus.iter().map(|(n, u)| (*n, u.as_str())).collect(), value }
    }

    fn known(&self, fact: FactId, persons: [PersonIdx; 2]) -> Option<Known> {
        let FactKind::Vocab(v) = self.book.fact(fact).kind else { return None };
        let key = FactKey { fact: v, persons: persons.map(|p| p as u8) };
        Some(Known::of(self.corpus, self.case, key))
    }

    pub(super) fn steps(&self, reasons: &[Reason]) -> Vec<Step> {
        reasons.iter().map(|r| self.step(r)).collect()
    }

    pub(super) fn step(&self, reason: &Reason) -> Step {
        match reason {
            Reason::Term { what, persons, truth, why } => Step::Term {
                term: self.term(*what),
                what: self.what(*what),
                persons: self.persons(self.book.persons_of(*what), *persons),
                truth: truth_ref(*truth),
                because: self.steps(why),
            },
            Reason::Fact { fact, persons, values, truth } => Step::Fact {
                fact: self.fact(*fact, *persons, *values),
                truth: truth_ref(*truth),
                known: self.known(*fact, *persons),
            },
            Reason::Same { persons, truth } => {
                Step::SamePerson { persons: self.persons(2, *persons), truth: truth_ref(*truth) }
            }
            Reason::Someone { person, why } => Step::Someone { person: self.person(*person), because: self.steps(why) },
            Reason::Each { truth, persons } => Step::Each {
                truth: truth_ref(*truth),
                persons: persons
                    .iter()
                    .map(|(p, why)| EachPerson { person: p.map(|p| self.person(p)), because: self.steps(why) })
                    .collect(),
            },
            Reason::EitherWay { fact, persons, truth, answers } => Step::EitherWay {
                fact: self.fact(*fact, *persons, crate::exact::all_values(self.book.fact(*fact))),
                truth: truth_ref(*truth),
                answers: answers
                    .iter()
                    .map(|(v, why)| EitherAnswer { fact: self.fact(*fact, *persons, *v), because: self.steps(why) })
                    .collect(),
            },
        }
    }

    fn what(&self, what: Derived) -> &'static str {
        match what {
            Derived::Definition(_) => "definition",
            Derived::Met(_) => "met",
            Derived::Applies(_) => "applies",
            Derived::Holds(e) => match self.book.exception(e).kind {
                ExceptionKind::Scope => "scope",
                other => other.as_str(),
            },
        }
    }
}

pub(super) fn truth_ref(t: Truth) -> TruthRef {
    match t {
        Truth::True => TruthRef::Yes,
        Truth::False => TruthRef::No,
        Truth::Unknown => TruthRef::Open,
    }
}
