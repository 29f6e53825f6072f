//! Conditions of the law as lines: *all of these*, *any of these*, facts by their labels.

use tarazy_law::decide::answer::{Citable, DateRef, FactRef};
use tarazy_law::model::{
    Args, Consequence, Corpus, DateExpr, Derived, FactId, FactKind, Formula, ProvId, Rulebook, Sanction, TableRows, Var,
};

use crate::amount::number;
use crate::cite;
use crate::tree::Node;
use crate::view::View;

/// The law of one edition and what puts it into words.
pub(crate) struct Shelf<'a> {
    pub view: View<'a>,
    pub book: &'a Rulebook,
}

fn heading(text: String, children: Vec<Node>) -> Node {
    Node { truth: None, text, children }
}

/// The persons that a condition speaks of, as the pages call them.
fn variable(var: Var) -> String {
    if var == 0 { "p" } else { "q" }.to_owned()
}

fn variables(args: Args) -> Vec<String> {
    args.vars().iter().map(|v| variable(*v)).collect()
}

impl Shelf<'_> {
    /// The lines of a condition; none, where it always holds.
    pub(crate) fn condition(&self, formula: &Formula) -> Vec<Node> {
        match formula {
            Formula::Const(true) => Vec::new(),
            Formula::And(parts) => parts.iter().map(|p| self.line(p)).collect(),
            other => vec![self.line(other)],
        }
    }

    fn line(&self, formula: &Formula) -> Node {
        let words = self.view.words;
        let group =
            |key: &str, parts: &[Formula]| heading(words.say(key), parts.iter().map(|p| self.line(p)).collect());
        match formula {
            Formula::Const(yes) => heading(words.say(if *yes { "show-always" } else { "show-never" }), Vec::new()),
            Formula::And(parts) => group("show-all-of", parts),
            Formula::Or(parts) => group("show-any-of", parts),
            Formula::Some { var, body } => {
                heading(words.say_with("show-somebody", &[("who", &variable(*var))]), self.condition(body))
            }
            Formula::Fact { fact, args, test } => {
                heading(self.view.fact(&self.fact(*fact, &variables(*args), test.values)), Vec::new())
            }
            Formula::Same(a, b) => heading(self.same(*a, *b, "value-yes"), Vec::new()),
            Formula::Derived { what, args } => heading(self.term(*what, &variables(*args)), Vec::new()),
            Formula::Not(inner) => match &**inner {
                Formula::And(parts) => group("show-not-all-of", parts),
                Formula::Or(parts) => group("show-none-of", parts),
                Formula::Some { var, body } => {
                    heading(words.say_with("show-nobody", &[("who", &variable(*var))]), self.condition(body))
                }
                Formula::Fact { fact, args, test } => {
                    let all = (1_u64 << self.book.fact(*fact).values) - 1;
                    heading(self.view.fact(&self.fact(*fact, &variables(*args), all & !test.values)), Vec::new())
                }
                Formula::Same(a, b) => heading(self.same(*a, *b, "value-no"), Vec::new()),
                other => {
                    let Node { text, children, .. } = self.line(other);
                    heading(words.say_with("show-not", &[("what", &text)]), children)
                }
            },
        }
    }

    fn same(&self, a: Var, b: Var, value: &str) -> String {
        let persons = self.view.people(&[variable(a), variable(b)]);
        let fact = self.view.say("same-person", &[("persons", &persons)]);
        self.view.say("fact-is", &[("fact", &fact), ("value", &self.view.words.say(value))])
    }

    /// A definition, a norm or an exception, and the persons it is asked of.
    fn term(&self, what: Derived, persons: &[String]) -> String {
        let id = self.book.name_of(what);
        let kind = match what {
            Derived::Definition(_) => "step-definition".to_owned(),
            Derived::Met(_) => "step-met".to_owned(),
            Derived::Applies(_) => "step-applies".to_owned(),
            Derived::Holds(e) => format!("step-{}", self.book.exception(e).kind.as_str()),
        };
        let persons = if persons.is_empty() { String::new() } else { format!(", {}", persons.join(", ")) };
        self.view.say(
            "show-term",
            &[
                ("what", &self.view.words.say(&kind)),
                ("name", &self.view.quoted(id)),
                ("id", id),
                ("persons", &persons),
            ],
        )
    }

    /// A fact of this edition as it stands in an answer.
    pub(crate) fn fact(&self, fact: FactId, persons: &[String], values: u64) -> FactRef {
        let info = self.book.fact(fact);
        let among = |names: &[&str]| {
            let held = names.iter().enumerate().filter(|(i, _)| values >> i & 1 == 1);
            held.map(|(_, n)| (*n).to_owned()).collect::<Vec<_>>()
        };
        let yes_no = || among(&["no", "yes"]);
        match &info.kind {
            FactKind::Others => FactRef::Others { values: yes_no() },
            FactKind::Reading { name, readings, .. } => {
                let names: Vec<&str> = readings.iter().map(|(n, _)| n.as_str()).collect();
                FactRef::Reading { ambiguity: name.clone(), values: among(&names) }
            }
            FactKind::Comparison { left, op, right } => FactRef::Comparison {
                left: self.date(left, persons),
                op: op.as_str(),
                right: self.date(right, persons),
                values: yes_no(),
            },
            FactKind::Vocab(v) => {
                let vocab = self.view.corpus.vocabulary.fact(*v);
                let names = vocab.value_names();
                let mut values_in_words =
                    if names.is_empty() { self.book.intervals(self.view.corpus, fact, values) } else { among(&names) };
                if info.may_be_inapplicable && values >> info.values & 1 == 1 {
                    values_in_words.push("not applicable".to_owned());
                }
                FactRef::Fact {
                    fact: vocab.name.clone(),
                    persons: persons[..info.persons.min(persons.len())].to_vec(),
                    values: values_in_words,
                }
            }
        }
    }

    fn date(&self, expr: &DateExpr, persons: &[String]) -> DateRef {
        let fact = match self.book.fact(expr.fact).kind {
            FactKind::Vocab(v) => self.view.corpus.vocabulary.fact(v).name.clone(),
            _ => String::new(),
        };
        let about = expr.args.vars().iter().filter_map(|v| persons.get(*v as usize).cloned());
        DateRef {
            fact,
            persons: about.collect(),
            plus: expr.plus.iter().map(|(n, u)| (*n, u.as_str())).collect(),
            value: None,
        }
    }

    /// What follows, row by row where it depends on who it is, and when.
    pub(crate) fn consequence(&self, sanction: &Sanction) -> Node {
        let words = self.view.words;
        let mut children = self.condition(&sanction.when);
        let text = match &sanction.what {
            Consequence::Fine { amount, unit } => self.view.fine(*amount, *amount, unit),
            Consequence::Arrest { days } => words.say_with("arrest", &[("days", &days.to_string())]),
            Consequence::Measures(m) => {
                let names: Vec<String> = m.iter().map(|m| words.say(&format!("measure-{}", m.as_str()))).collect();
                words.list(&names, "or-list")
            }
            Consequence::FineBy { fact, args, table } => {
                let table = &self.book.tables[*table];
                let persons = variables(*args);
                if let TableRows::ByValue(rows) = &table.rows {
                    let row = |(i, amount): (usize, &Option<u64>)| {
                        let fact = self.fact(*fact, &persons, 1 << i);
                        let amount = amount.map_or_else(
                            || words.say("fine-none"),
                            |a| format!("{} {}", number(words, a), words.word(&table.unit)),
                        );
                        heading(format!("{} – {amount}", self.view.values(&fact).join(", ")), Vec::new())
                    };
                    children.extend(rows.iter().enumerate().map(row));
                }
                words.say_with("fine-by", &[("fact", &self.view.label_of(&self.fact(*fact, &persons, 0), Some("p")))])
            }
        };
        let text =
            if sanction.when == Formula::Const(true) { text } else { words.say_with("show-if", &[("what", &text)]) };
        heading(text, children)
    }

    /// An element with its place and its source.
    pub(crate) fn placed(&self, id: &str, provision: ProvId) -> (String, String) {
        let what = citable(self.view.corpus, id, provision);
        (self.view.cited(&what), cite::source(self.view.words, &what))
    }
}

fn citable(corpus: &Corpus, id: &str, provision: ProvId) -> Citable {
    let p = corpus.provision(provision);
    Citable {
        id: id.to_owned(),
        citation: p.cite.as_ref().map(cite::place),
        source: p.source.as_str(),
        proposed_by: p.proposed_by.clone(),
    }
}
