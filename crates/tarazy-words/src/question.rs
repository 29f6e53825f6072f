//! A question for a person, and how its answer is written down.

use tarazy_law::decide::answer::{FactRef, PersonRef, Question};
use tarazy_law::model::{Corpus, Domain, Sort, VocabFact};

use crate::view::View;
use crate::words::Words;

/// The question, what can be answered, and how to write the answer in the case.
pub fn question(words: &Words, corpus: &Corpus, question: &Question) -> String {
    ask(&View::of_persons(words, corpus, &[]), question)
}

/// The same with the names of the persons, where the case is at hand.
pub fn question_about(words: &Words, corpus: &Corpus, persons: &[PersonRef], question: &Question) -> String {
    ask(&View::of_persons(words, corpus, persons), question)
}

fn ask(view: &View<'_>, question: &Question) -> String {
    let mut lines = match &question.fact {
        FactRef::Fact { fact, persons, .. } => match view.vocabulary(fact) {
            Some(info) => view.about_fact(info, persons),
            None => vec![fact.clone()],
        },
        FactRef::Others { .. } => view.about_others(),
        other => vec![view.label(other)],
    };
    let (settles, of) = (question.settles.to_string(), question.of.to_string());
    lines.push(view.say("question-settles", &[("settles", &settles), ("of", &of)]));
    lines.join("\n")
}

impl View<'_> {
    fn about_fact(&self, info: &VocabFact, persons: &[String]) -> Vec<String> {
        let mut out = vec![self.words.of(&info.question).to_owned()];
        if !persons.is_empty() {
            out.push(self.say("question-about", &[("persons", &self.people(persons))]));
        }
        let answers = self.answers(info);
        out.push(self.say(
            "question-answers",
            &[("answers", &answers.iter().map(|(_, said)| said.as_str()).collect::<Vec<_>>().join("; "))],
        ));
        if info.assessed {
            out.push(self.words.say("question-assessed"));
        }
        out.push(self.words.say("question-how"));
        let place = match (persons, info.about()) {
            ([one], _) => format!("[persons.{one}]"),
            ([one, other], _) => format!("[persons.{one}.towards.{other}]"),
            (_, Sort::System) => "[system]".to_owned(),
            _ => "[act]".to_owned(),
        };
        let written: Vec<&str> = answers.iter().map(|(written, _)| written.as_str()).collect();
        let (first, rest) = written.split_first().map_or(("", ""), |(f, _)| (*f, ""));
        let others = if written.len() > 1 { format!("{rest}    # {}", written.join(", ")) } else { String::new() };
        out.push(format!("    {place}"));
        out.push(format!("    {} = {first}{others}", info.name));
        out
    }

    /// What can be answered: as it is written in a case, and in words.
    pub(crate) fn answers(&self, info: &VocabFact) -> Vec<(String, String)> {
        let say = |key: &str| self.words.say(key);
        let mut out: Vec<(String, String)> = match &info.domain {
            Domain::YesNo => vec![("true".to_owned(), say("value-yes")), ("false".to_owned(), say("value-no"))],
            Domain::OneOf(values) => {
                values.iter().map(|(name, label)| (format!("\"{name}\""), self.words.of(label).to_owned())).collect()
            }
            Domain::Date => vec![(say("answer-date-written"), say("answer-date"))],
            Domain::Number => vec![(say("answer-number-written"), say("answer-number"))],
        };
        if info.may_be_inapplicable {
            out.push(("\"not applicable\"".to_owned(), say("value-not-applicable")));
        }
        out.push(("\"unknown\"".to_owned(), say("known-unknown")));
        out
    }

    fn about_others(&self) -> Vec<String> {
        let say = |key: &str| self.words.say(key);
        let answers = [say("value-yes"), say("value-no"), say("known-unknown")].join("; ");
        vec![
            say("question-others"),
            self.say("question-answers", &[("answers", &answers)]),
            say("question-how"),
            "    others = \"none\"    # \"none\", \"some\", \"unknown\"".to_owned(),
        ]
    }
}
