//! What else of a norm differs: what it asks, its term, what follows, where it leads.

use tarazy_law::decide::answer::DeadlineRef;
use tarazy_law::model::FactKind;
use tarazy_law::syntax::ast::LinkKind;
use tarazy_review::difference::{Asked, Change, Due, Term};

use super::Point;
use super::norms::Teller;
use crate::amount::{capital, date, number};
use crate::review::listed;

impl Teller<'_> {
    /// One clause, in as many points as it has directions.
    pub(super) fn change(&self, norm: &str, change: &Change) -> Vec<Point> {
        let words = self.words;
        let kind = |key: &str| words.say(&format!("kind-{key}"));
        let bearer = |key: &str| words.say(&format!("diff-bearer-{key}"));
        let joined = |key: &Option<&str>| self.or_none(key.map(|k| words.say(&format!("show-joined-{k}"))));
        match change {
            Change::Kind { before, after } => self.was_is("diff-what-kind", &kind(before), &kind(after)),
            Change::Bearer { before, after } => self.was_is("diff-what-bearer", &bearer(before), &bearer(after)),
            Change::Content(asked) => self.asked("diff-part-content", asked),
            Change::Toward(asked) => self.asked("diff-part-toward", asked),
            Change::Reviewer(asked) => self.asked("diff-part-reviewer", asked),
            Change::Deadline { before, after } => {
                let term = |t: &Option<Term>| self.or_none(t.as_ref().map(|t| self.term(t)));
                self.was_is("diff-what-deadline", &term(before), &term(after))
            }
            Change::ConsequenceGained(due) => said(words.say_with("diff-follows", &[("what", &self.due(norm, due))])),
            Change::ConsequenceLost(due) => said(words.say_with("diff-follows-not", &[("what", &self.due(norm, due))])),
            Change::ConsequenceWhen { what, asked } => {
                let due = self.due(norm, what);
                let point = |key: &str, cases| self.cases(words.say_with(key, &[("what", &due)]), cases);
                let gained = asked.gained.as_ref().map(|c| point("diff-follows-also", c));
                let lost = asked.lost.as_ref().map(|c| point("diff-follows-less", c));
                gained.into_iter().chain(lost).collect()
            }
            Change::Amount { table, at, before, after, unit } => {
                let amount =
                    |n: &Option<u64>| self.or_none(n.map(|n| format!("{} {}", number(words, n), words.word(unit))));
                let what = match at {
                    Some(at) => words.say_with("diff-what-amount-at", &[("at", &self.row(table.as_deref(), at))]),
                    None => words.say("diff-what-amount"),
                };
                self.from_to(&what, &amount(before), &amount(after))
            }
            Change::Body { before, after } => {
                let body = |b: &Option<String>| self.or_none(b.as_ref().map(|b| words.word(b)));
                self.was_is("diff-what-body", &body(before), &body(after))
            }
            Change::Links { kind, lost, gained } => {
                let key = match kind {
                    LinkKind::Procedure => "diff-link-procedure",
                    LinkKind::Remedy => "diff-link-remedy",
                    LinkKind::Sanction => "diff-link-sanction",
                    LinkKind::AnswersTo => "diff-link-answers-to",
                };
                self.was_is(key, &self.names(lost), &self.names(gained))
            }
            Change::Joined { before, after } => self.was_is("diff-what-joined", &joined(before), &joined(after)),
            Change::Refers { lost, gained } => self.was_is("diff-refers", &self.names(lost), &self.names(gained)),
            Change::Says { term } => said(words.say_with("diff-says", &[("term", &self.name(term))])),
        }
    }

    fn was_is(&self, what: &str, before: &str, after: &str) -> Vec<Point> {
        self.from_to(&self.words.say(what), before, after)
    }

    fn from_to(&self, what: &str, before: &str, after: &str) -> Vec<Point> {
        let text = self.words.say_with("diff-was-is", &[("what", what), ("before", before), ("after", after)]);
        said(capital(&text))
    }

    fn or_none(&self, text: Option<String>) -> String {
        text.unwrap_or_else(|| self.words.say("diff-none"))
    }

    fn names(&self, names: &[String]) -> String {
        let all: Vec<String> = names.iter().map(|n| self.name(n)).collect();
        self.or_none((!all.is_empty()).then(|| listed(self.words, &all)))
    }

    fn asked(&self, part: &str, asked: &Asked) -> Vec<Point> {
        let part = self.words.say(part);
        let head = |key: &str| capital(&self.words.say_with(key, &[("part", &part)]));
        match (asked.was, asked.is) {
            (false, true) => said(head("diff-asked-added")),
            (true, false) => said(head("diff-asked-removed")),
            _ => {
                let gained = asked.gained.as_ref().map(|c| self.cases(head("diff-asked-gained"), c));
                let lost = asked.lost.as_ref().map(|c| self.cases(head("diff-asked-lost"), c));
                gained.into_iter().chain(lost).collect()
            }
        }
    }

    fn term(&self, term: &Term) -> String {
        self.shelf(1).view.deadline(&DeadlineRef {
            kind: term.how,
            count: term.length.map(|l| l.0),
            unit: term.length.map(|l| l.1),
            from: term.from.clone(),
        })
    }

    fn due(&self, norm: &str, due: &Due) -> String {
        let (words, view) = (self.words, self.shelf(1).view);
        match due {
            Due::Fine { amount, unit } => view.fine(*amount, *amount, unit),
            Due::FineBy { table } => {
                let fact = self.looked_up_by(table).map_or_else(|| norm.to_owned(), |fact| view.named(&fact));
                words.say_with("fine-by", &[("fact", &fact)])
            }
            Due::Measures(measures) => {
                let names: Vec<String> = measures.iter().map(|m| words.say(&format!("measure-{m}"))).collect();
                words.list(&names, "or-list")
            }
            Due::Arrest(days) => words.say_with("arrest", &[("days", &days.to_string())]),
        }
    }

    /// The vocabulary fact by which a table is looked up.
    fn looked_up_by(&self, table: &str) -> Option<String> {
        self.books.iter().rev().find_map(|book| {
            let table = book.tables.iter().find(|t| t.id == table)?;
            match book.fact(table.by).kind {
                FactKind::Vocab(v) => Some(self.corpus.vocabulary.fact(v).name.clone()),
                _ => None,
            }
        })
    }

    /// The row of a table: the value of a fact, or the day from which it holds.
    fn row(&self, table: Option<&str>, at: &str) -> String {
        let view = self.shelf(1).view;
        let named = table
            .and_then(|t| self.looked_up_by(t))
            .filter(|f| view.vocabulary(f).is_some_and(|fact| fact.value_names().contains(&at)));
        named.map_or_else(|| date(self.words, at), |fact| view.value(&fact, at))
    }
}

fn said(text: String) -> Vec<Point> {
    vec![Point { said: text, ..Point::default() }]
}
