//! The derivation as a tree of lines, before anybody decides how a tree is drawn.

use std::collections::HashSet;

use tarazy_law::decide::answer::{Citable, EachPerson, EitherAnswer, FactRef, Known, Step, TruthRef};

use crate::style::{Page, Role, Text};
use crate::view::View;

/// A line with what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Whether it holds; absent for a heading.
    pub truth: Option<TruthRef>,
    /// What it says.
    pub text: String,
    /// What it rests on.
    pub children: Vec<Node>,
}

/// The derivations that have already been shown, so that none is shown twice.
#[derive(Clone, Default)]
pub struct Shown(HashSet<(String, &'static str, Vec<String>)>);

/// A derivation with fewer lines than this is rather repeated than referred to.
const WORTH_REFERRING: usize = 3;

impl Node {
    fn leaf(truth: TruthRef, text: String) -> Node {
        Node { truth: Some(truth), text, children: Vec::new() }
    }

    fn size(&self) -> usize {
        1 + self.children.iter().map(Node::size).sum::<usize>()
    }

    /// The sign before the line.
    pub fn sign(&self) -> &'static str {
        self.mark().1
    }

    pub(crate) fn mark(&self) -> (Role, &'static str) {
        match self.truth {
            Some(TruthRef::Yes) => (Role::Yes, "✓"),
            Some(TruthRef::No) => (Role::No, "✗"),
            Some(TruthRef::Open) => (Role::Open, "?"),
            None => (Role::Plain, "·"),
        }
    }

    /// Draws what the line rests on below it.
    pub(crate) fn draw(&self, page: &mut Page, margin: &str) {
        for (i, child) in self.children.iter().enumerate() {
            let last = i + 1 == self.children.len();
            let (branch, below) = if last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            let (role, mark) = child.mark();
            let text = Text::new(role, mark).and(Role::Plain, format!(" {}", child.text));
            // The lines of a long text hang under its first letter, and the branch to its children goes on beside them.
            let beside = if child.children.is_empty() { "  " } else { "│ " };
            page.hang(&format!("{margin}{branch}"), &format!("{margin}{below}{beside}"), text);
            child.draw(page, &format!("{margin}{below}"));
        }
    }
}

impl View<'_> {
    /// The derivation. With `shown`, parts that were shown before are only referred to.
    pub fn tree(&self, step: &Step, shown: Option<&mut Shown>) -> Node {
        let mut all = Shown::default();
        let (repeat, shown) = match shown {
            Some(shown) => (false, shown),
            None => (true, &mut all),
        };
        Builder { view: self, shown, repeat }.node(step, None)
    }

    /// The whole derivation.
    pub fn derivation(&self, step: &Step) -> Node {
        self.tree(step, None)
    }

    /// A fact as it is: its known value, how it is known, and what is needed where that is something else.
    pub fn fact_line(&self, fact: &FactRef, truth: TruthRef, known: Option<&Known>) -> String {
        let Some(known) = known else { return self.fact(fact) };
        let is = self.say("fact-is", &[("fact", &self.label(fact)), ("value", &self.known(fact, known))]);
        if truth == TruthRef::Yes {
            return is;
        }
        let needed = self.words.list(&self.values(fact), "or-list");
        self.say("fact-needed", &[("fact", &is), ("value", &needed)])
    }
}

struct Builder<'v, 's> {
    view: &'v View<'v>,
    shown: &'s mut Shown,
    repeat: bool,
}

impl Builder<'_, '_> {
    fn node(&mut self, step: &Step, within: Option<&str>) -> Node {
        let view = self.view;
        match step {
            Step::Term { term, what, persons, truth, because } => {
                self.term(term, what, persons, *truth, because, within)
            }
            Step::Fact { fact, truth, known } => Node::leaf(*truth, view.fact_line(fact, *truth, known.as_ref())),
            Step::SamePerson { persons, truth } => {
                let value = view.words.say(if *truth == TruthRef::Yes { "value-yes" } else { "value-no" });
                let fact = view.say("same-person", &[("persons", &view.people(persons))]);
                Node::leaf(*truth, view.say("fact-is", &[("fact", &fact), ("value", &value)]))
            }
            Step::Someone { person, because } => Node {
                truth: Some(TruthRef::Yes),
                text: view.say("each-holds-for", &[("person", &view.person(person))]),
                children: self.nodes(because, within),
            },
            Step::Each { truth, persons } => Node {
                truth: Some(*truth),
                text: view.words.say(if *truth == TruthRef::No { "each-nobody" } else { "each-open" }),
                children: persons.iter().map(|p| self.each(*truth, p, within)).collect(),
            },
            Step::EitherWay { fact, truth, answers } => self.either_way(fact, *truth, answers, within),
        }
    }

    fn nodes(&mut self, steps: &[Step], within: Option<&str>) -> Vec<Node> {
        steps.iter().map(|s| self.node(s, within)).collect()
    }

    /// What is open, and what each answer leads to. Where every answer leads there by the same way, the way alone.
    fn either_way(&mut self, fact: &FactRef, truth: TruthRef, answers: &[EitherAnswer], within: Option<&str>) -> Node {
        let ways: Vec<Vec<Node>> = answers
            .iter()
            .map(|a| {
                // What was shown on one supposition may look different on another.
                let mut supposed = Shown::default();
                Builder { view: self.view, shown: &mut supposed, repeat: self.repeat }.nodes(&a.because, within)
            })
            .collect();
        if let [[way], rest @ ..] = &ways.iter().map(Vec::as_slice).collect::<Vec<_>>()[..]
            && rest.iter().all(|w| *w == std::slice::from_ref(way))
        {
            return way.clone();
        }
        let view = self.view;
        let supposing = |a: &EitherAnswer| view.say("if-so", &[("fact", &view.fact(&a.fact))]);
        let children = answers.iter().zip(ways).map(|(a, children)| Node { truth: None, text: supposing(a), children });
        Node {
            truth: Some(truth),
            text: view.say("either-way", &[("fact", &view.label(fact))]),
            children: children.collect(),
        }
    }

    fn each(&mut self, truth: TruthRef, p: &EachPerson, within: Option<&str>) -> Node {
        let text = p.person.as_ref().map_or_else(|| self.view.words.say("somebody-unnamed"), |id| self.view.person(id));
        Node { truth: Some(truth), text, children: self.nodes(&p.because, within) }
    }

    fn term(
        &mut self,
        term: &Citable,
        what: &'static str,
        persons: &[String],
        truth: TruthRef,
        because: &[Step],
        within: Option<&str>,
    ) -> Node {
        let mut text = self.view.term_line(term, what, persons, truth, within);
        let key = (term.id.clone(), what, persons.to_vec());
        if !self.repeat && self.shown.0.contains(&key) {
            text = self.view.say("as-above", &[("what", &text)]);
            return Node::leaf(truth, text);
        }
        let node = Node { truth: Some(truth), text, children: self.nodes(because, Some(&term.id)) };
        if node.size() > WORTH_REFERRING {
            self.shown.0.insert(key);
        }
        node
    }
}

impl View<'_> {
    fn term_line(
        &self,
        term: &Citable,
        what: &str,
        persons: &[String],
        truth: TruthRef,
        within: Option<&str>,
    ) -> String {
        let truth_key = match truth {
            TruthRef::Yes => "yes",
            TruthRef::No => "no",
            TruthRef::Open => "open",
        };
        let kind = match what {
            "applies" | "met" | "definition" | "scope" => what,
            _ => "exception",
        };
        let holds = self.say(&format!("truth-{kind}"), &[("truth", truth_key)]);
        if what == "met" && within == Some(term.id.as_str()) {
            return self.say("step-own-conditions", &[("holds", &holds)]);
        }
        if term.id.strip_suffix(".unless").is_some_and(|norm| within == Some(norm)) {
            return self.say("step-own-exception", &[("holds", &holds)]);
        }
        let mut name = self.quoted(&term.id);
        if what == "definition" && self.heading(&term.id).is_some() {
            // One heading may stand over several definitions.
            name = format!("{name} [{}]", term.id);
        }
        let persons = if persons.is_empty() { String::new() } else { format!(", {}", self.people(persons)) };
        self.say(
            "step",
            &[
                ("what", &self.words.say(&format!("step-{what}"))),
                ("name", &name),
                ("place", &self.cited(term)),
                ("persons", &persons),
                ("holds", &holds),
            ],
        )
    }
}
