//! What the last review of an edition found out, for the next one.
//!
//! Whoever edits a page changes a few conditions; all other questions were answered before. An answer is remembered under what its question
//! says ([`super::content`]), not under names or numbers, so it never outlives a change on which it turns.

use std::collections::HashMap;

use tarazy_law::exact::Answer;
use tarazy_law::model::Rulebook;

use super::content::{Content, Contents};
use super::look::Hit;
use crate::cubes::Model;
use crate::finding::Readings;
use crate::review::Options;

/// What was found out in reviews of the same law, edition by edition.
#[derive(Default)]
pub struct Memory {
    editions: HashMap<String, Answers>,
}

impl Memory {
    /// What is known of an edition. What its last review had no use for is forgotten.
    pub(crate) fn of(&mut self, edition: &str, options: &Options) -> &mut Answers {
        let known = self.editions.entry(edition.to_owned()).or_default();
        let asked = (options.budget, options.count);
        known.last = std::mem::take(&mut known.now);
        if known.asked != asked {
            known.last = Kept::default();
            known.asked = asked;
        }
        known
    }
}

/// What is known of one edition.
#[derive(Default)]
pub(crate) struct Answers {
    last: Kept,
    now: Kept,
    /// The budget, and whether cases were counted.
    asked: (u64, bool),
}

#[derive(Default)]
struct Kept {
    may: HashMap<Content, Result<bool, GaveUp>>,
    hits: HashMap<Content, Outcome>,
}

/// A question was given up. With the same budget it would be again.
#[derive(Clone, Copy)]
pub(super) struct GaveUp;

/// What came of a question for a case.
#[derive(Clone)]
struct Outcome {
    case: Option<Case>,
    /// It was given up, in some reading.
    gave_up: bool,
}

/// A case in which a condition holds.
#[derive(Clone)]
struct Case {
    readings: Readings,
    cases: Option<u128>,
    persons: usize,
    facts: Vec<Fact>,
    also: Vec<Fact>,
}

/// A fact by its content, the persons, the values.
type Fact = (Content, [usize; 2], u64);

impl Answers {
    /// Whether there is a case, as far as that could be decided.
    pub(super) fn may(&mut self, question: Content) -> Option<Result<bool, GaveUp>> {
        let may = self.now.may.get(&question).or_else(|| self.last.may.get(&question)).copied()?;
        self.now.may.insert(question, may);
        Some(may)
    }

    pub(super) fn keep_may(&mut self, question: Content, may: Option<bool>) {
        self.now.may.insert(question, may.ok_or(GaveUp));
    }

    /// The case that was shown, or that there was none; and whether the question was given up.
    pub(super) fn hit(&mut self, question: Content, contents: &Contents) -> Option<(Option<Hit>, bool)> {
        let outcome = match self.now.hits.get(&question) {
            Some(outcome) => outcome.clone(),
            None => self.last.hits.remove(&question)?,
        };
        self.now.hits.insert(question, outcome.clone());
        let Outcome { case, gave_up } = outcome;
        let Some(case) = case else { return Some((None, gave_up)) };
        let answers = |facts: &[Fact]| -> Option<Vec<Answer>> {
            let answer = |(content, persons, values): &Fact| {
                Some(Answer { fact: contents.known(*content)?, persons: *persons, values: *values })
            };
            facts.iter().map(answer).collect()
        };
        let model = Model { persons: case.persons, facts: answers(&case.facts)?, also: answers(&case.also)? };
        Some((Some(Hit { readings: case.readings, model, cases: case.cases }), gave_up))
    }

    pub(super) fn keep_hit(
        &mut self,
        question: Content,
        (hit, gave_up): (Option<&Hit>, bool),
        contents: &mut Contents,
        (corpus, book): (&tarazy_law::model::Corpus, &Rulebook),
    ) {
        let mut facts = |answers: &[Answer]| -> Vec<Fact> {
            answers.iter().map(|a| (contents.fact(corpus, book, a.fact), a.persons, a.values)).collect()
        };
        let case = hit.map(|h| Case {
            readings: h.readings.clone(),
            cases: h.cases,
            persons: h.model.persons,
            facts: facts(&h.model.facts),
            also: facts(&h.model.also),
        });
        self.now.hits.insert(question, Outcome { case, gave_up });
    }
}
