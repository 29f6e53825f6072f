//! Random laws, written as text like any page, and random cases for them.
//!
//! Everything that the language has on the way from facts to *applies* turns up: yes-or-no facts, named values, numbers and dates with
//! thresholds and compared with each other, facts that may be not applicable, facts about one person and about two, free-standing
//! ambiguities and readings inside a rule, definitions on definitions, norms with and without a bearer, `unless`, scopes, carve-outs,
//! displacements with and without `when`, savings, exceptions to exceptions, patterns, `some` and `every`.
//!
//! A term may only rest on terms made before it, so no cycle can arise; the text shuffles them, because order must not matter.

#![allow(dead_code, unreachable_pub)]

use std::fmt::Write as _;

use fastrand::Rng;
use tarazy_law::Text3;
use tarazy_law::case::{Case, Entry, FactKey, Others, Person, State, Value};
use tarazy_law::model::{Corpus, Domain};
use tarazy_law::source::Source;

/// Numbers and days lie in a small range, so that they meet.
const NUMBERS: i64 = 4;

/// A random corpus of one page.
pub fn corpus(seed: u64) -> Vec<Source> {
    vec![Source { path: "random.md".to_owned(), text: page(seed) }]
}

/// Its text.
pub fn page(seed: u64) -> String {
    let mut w = Writer::new(seed);
    w.vocabulary();
    w.rules();
    let mut items = std::mem::take(&mut w.items);
    w.rng.shuffle(&mut items);
    let mut out = String::from(
        "# дерек / факт / fact {#random}\n\nedition: base\ncite: code 1\nsource: primary\n\nkk: мәтін\n\nru: текст\n\nen: text\n\n```norm\n\
         act code\n  title \"Code\"\n  short \"Code\"\n  divided into parts\n\nedition base in force 2020-01-01\n```\n\n",
    );
    for item in w.facts_text.iter().chain(&items) {
        let _ = write!(out, "```norm\n{item}```\n\n");
    }
    out
}

#[derive(Clone, Copy, PartialEq)]
enum About {
    Case,
    Person,
    Two,
}

#[derive(Clone, PartialEq)]
enum Kind {
    YesNo,
    OneOf(usize),
    Number,
    Date,
}

struct Fact {
    name: String,
    about: About,
    kind: Kind,
    /// `system` or `act`, if it is written out.
    thing: Option<&'static str>,
}

/// Something that a condition can call: a definition or a norm.
struct Term {
    name: String,
    persons: usize,
    is_norm: bool,
    /// It rests on no norm, so anything may rest on it.
    plain: bool,
}

struct Writer {
    rng: Rng,
    facts: Vec<Fact>,
    facts_text: Vec<String>,
    ambiguities: Vec<(String, usize)>,
    terms: Vec<Term>,
    items: Vec<String>,
    exceptions: usize,
    /// How many persons can be in play at once: two, of whom an exception always has one, even one to a norm about nobody.
    room: usize,
    /// Line breaks inside conditions, here and there.
    untidy: bool,
    /// It compares numbers and dates with each other at every turn.
    compares: bool,
}

impl Writer {
    fn new(seed: u64) -> Writer {
        let mut rng = Rng::with_seed(seed);
        let untidy = rng.bool();
        let compares = rng.u32(..5) == 0;
        Writer {
            rng,
            facts: Vec::new(),
            facts_text: Vec::new(),
            ambiguities: Vec::new(),
            terms: Vec::new(),
            items: Vec::new(),
            exceptions: 0,
            room: 2,
            untidy,
            compares,
        }
    }

    fn one_in(&mut self, n: u32) -> bool {
        self.rng.u32(..n) == 0
    }

    // The vocabulary.

    fn vocabulary(&mut self) {
        let count = self.rng.usize(4..=8);
        for i in 0..count {
            let about = match self.rng.u32(..10) {
                0..4 => About::Case,
                4..8 => About::Person,
                _ => About::Two,
            };
            let kind = match self.rng.u32(if self.compares { 4..10 } else { 0..10 }) {
                0..5 => Kind::YesNo,
                5..7 => Kind::OneOf(self.rng.usize(2..=4)),
                7..9 => Kind::Number,
                _ => Kind::Date,
            };
            let thing = self.rng.choice([None, Some("act"), Some("system")]).flatten();
            let thing = if about == About::Case { Some(thing.unwrap_or("act")) } else { thing };
            let role = about == About::Person && kind == Kind::YesNo && thing == Some("system") && self.rng.bool();
            let name = format!("f{i}");
            let mut params = match about {
                About::Case => Vec::new(),
                About::Person => vec!["person"],
                About::Two => vec!["person", "person"],
            };
            params.extend(thing);
            let mut text = format!("{} {name}({})", if role { "role" } else { "fact" }, params.join(", "));
            let ty = match kind {
                Kind::YesNo => "yes or no".to_owned(),
                Kind::OneOf(n) => (0..n).map(|v| format!("v{v}")).collect::<Vec<_>>().join(" | "),
                Kind::Number => "number".to_owned(),
                Kind::Date => "date".to_owned(),
            };
            // What the comparison of an inapplicable number is, the language does not say; so numbers and dates are always applicable here,
            // except where a later line makes them so and nothing compares them.
            let inapplicable = matches!(kind, Kind::YesNo | Kind::OneOf(_)) && self.one_in(4);
            if inapplicable {
                let _ = write!(text, ": {ty} or not applicable");
            } else if kind != Kind::YesNo {
                let _ = write!(text, ": {ty}");
            }
            self.facts_text.push(text + "\n");
            self.facts.push(Fact { name, about, kind, thing });
        }
        if self.one_in(6) {
            self.facts_text.push("fact inapplicable_number(person): number or not applicable\n".to_owned());
            self.facts.push(Fact {
                name: "inapplicable_number".into(),
                about: About::Person,
                kind: Kind::Number,
                thing: None,
            });
        }
        for i in 0..self.rng.usize(..=1) {
            let readings = self.rng.usize(2..=3);
            let name = format!("a{i}");
            let mut text = format!("ambiguity {name}\n");
            for r in 0..readings {
                let _ = writeln!(text, "  reading r{r} \"reading {r}\"");
            }
            self.facts_text.push(text);
            self.ambiguities.push((name, readings));
        }
    }

    // Conditions.

    /// A condition about the persons in `vars`.
    fn condition(&mut self, vars: &[&'static str], plain: bool) -> String {
        // Now and then a wide one, which has to be cut into terms of its own.
        let depth = self.rng.u32(1..=3);
        let text = if self.one_in(16) { self.wide(vars, plain) } else { self.expression(vars, depth, plain) };
        self.break_lines(text)
    }

    fn break_lines(&mut self, text: String) -> String {
        if !self.untidy {
            return text;
        }
        let mut out = String::new();
        for c in text.chars() {
            if c == ' ' && self.one_in(8) {
                out.push_str(self.rng.choice(["\n      ", "   ", " # why\n        ", "\n\n  "]).unwrap_or(" "));
            } else {
                out.push(c);
            }
        }
        out
    }

    fn wide(&mut self, vars: &[&'static str], plain: bool) -> String {
        let (outer, inner, not) = match self.rng.u32(..4) {
            0 => (" or ", " and ", "not "),
            1 => (" or ", " and ", ""),
            2 => (" and ", " or ", "not "),
            _ => (" and ", " or ", ""),
        };
        let parts: Vec<String> = (0..self.rng.usize(3..=5))
            .map(|_| {
                let inside: Vec<String> = (0..self.rng.usize(2..=4)).map(|_| self.expression(vars, 1, plain)).collect();
                format!("({})", inside.join(inner))
            })
            .collect();
        format!("{not}({})", parts.join(outer))
    }

    fn expression(&mut self, vars: &[&'static str], depth: u32, plain: bool) -> String {
        if depth == 0 || self.one_in(4) {
            return self.leaf(vars, plain);
        }
        match self.rng.u32(..10) {
            0..3 => self.joined(vars, depth, plain, " and "),
            3..6 => self.joined(vars, depth, plain, " or "),
            6..8 => format!("not {}", self.expression(vars, depth - 1, plain)),
            _ if vars.len() < self.room => {
                let var = ["q", "r"].into_iter().find(|v| !vars.contains(v)).unwrap_or("q");
                let inner: Vec<&'static str> = vars.iter().copied().chain([var]).collect();
                let word = if self.rng.bool() { "some" } else { "every" };
                format!("({word} {var}: {})", self.expression(&inner, depth - 1, plain))
            }
            _ => self.leaf(vars, plain),
        }
    }

    fn joined(&mut self, vars: &[&'static str], depth: u32, plain: bool, with: &str) -> String {
        let parts: Vec<String> = (0..self.rng.usize(2..=3)).map(|_| self.expression(vars, depth - 1, plain)).collect();
        format!("({})", parts.join(with))
    }

    fn leaf(&mut self, vars: &[&'static str], plain: bool) -> String {
        if self.compares
            && self.one_in(3)
            && let Some(comparison) = self.comparison(vars)
        {
            return comparison;
        }
        match self.rng.u32(..20) {
            0..5 => self.call(vars, plain).unwrap_or_else(|| self.literal(vars)),
            5 => self.reading().unwrap_or_else(|| self.literal(vars)),
            6 if vars.len() == 2 => format!("{} {} {}", vars[0], self.rng.choice(["=", "!="]).unwrap_or("="), vars[1]),
            7 => self.comparison(vars).unwrap_or_else(|| self.literal(vars)),
            _ => self.literal(vars),
        }
    }

    /// A definition, or a norm that is met or applies.
    fn call(&mut self, vars: &[&'static str], plain: bool) -> Option<String> {
        let fits = |t: &Term| (t.persons == 0 || !vars.is_empty()) && (t.plain || !plain);
        let places: Vec<usize> = (0..self.terms.len()).filter(|i| fits(&self.terms[*i])).collect();
        let at = *self.rng.choice(&places)?;
        let (persons, is_norm, name) = (self.terms[at].persons, self.terms[at].is_norm, self.terms[at].name.clone());
        let args: Vec<&str> = (0..persons).map(|_| self.rng.choice(vars.iter().copied()).unwrap_or("p")).collect();
        if !is_norm {
            return Some(format!("{name}({})", args.join(", ")));
        }
        let word = if self.rng.bool() { "met" } else { "applies" };
        let rest = args.first().map_or(String::new(), |p| format!(", {p}"));
        Some(format!("{word}({name}{rest})"))
    }

    fn reading(&mut self) -> Option<String> {
        let at = self.rng.choice(0..self.ambiguities.len())?;
        let (name, readings) = self.ambiguities[at].clone();
        let r = self.rng.usize(..readings);
        Some(format!("reading({name}) = r{r}"))
    }

    /// A fact about some of these persons; one about the case, if there is none.
    fn called(&mut self, at: usize, vars: &[&'static str]) -> Option<String> {
        let (about, thing, name) = (self.facts[at].about, self.facts[at].thing, self.facts[at].name.clone());
        let n = match about {
            About::Case => 0,
            About::Person => 1,
            About::Two => 2,
        };
        if n > 0 && vars.is_empty() {
            return None;
        }
        let mut args: Vec<&str> = (0..n).map(|_| self.rng.choice(vars.iter().copied()).unwrap_or("p")).collect();
        // The system and the act may be left out.
        args.extend(thing.filter(|_| self.rng.bool()));
        Some(format!("{name}({})", args.join(", ")))
    }

    fn literal(&mut self, vars: &[&'static str]) -> String {
        for _ in 0..20 {
            let at = self.rng.usize(..self.facts.len());
            let Some(call) = self.called(at, vars) else { continue };
            return match self.facts[at].kind.clone() {
                Kind::YesNo => call,
                Kind::OneOf(n) => {
                    let v = |w: &mut Self| format!("v{}", w.rng.usize(..n));
                    match self.rng.u32(..3) {
                        0 => format!("{call} = {}", v(self)),
                        1 => format!("{call} != {}", v(self)),
                        _ => format!("{call} in {{{}, {}}}", v(self), v(self)),
                    }
                }
                Kind::Number => format!("{call} {} {}", self.operator(), self.rng.i64(1..NUMBERS)),
                Kind::Date => format!("{call} {} 2026-01-{:02}", self.operator(), self.rng.i64(11..11 + NUMBERS)),
            };
        }
        // There is nothing to say about nobody but this.
        "(every q: q = q)".to_owned()
    }

    fn operator(&mut self) -> &'static str {
        self.rng.choice(["=", "!=", "<", "<=", ">", ">="]).unwrap_or("=")
    }

    /// Two dates or two numbers with each other.
    fn comparison(&mut self, vars: &[&'static str]) -> Option<String> {
        let kind = if self.rng.bool() { Kind::Number } else { Kind::Date };
        let places: Vec<usize> =
            (0..self.facts.len()).filter(|i| self.facts[*i].kind == kind && self.facts[*i].thing.is_some()).collect();
        let (a, b) = (*self.rng.choice(&places)?, *self.rng.choice(&places)?);
        let left = self.called(a, vars)?;
        let mut right = self.called(b, vars)?;
        if kind == Kind::Date {
            if self.one_in(3) {
                return Some(format!("{left} within {} days after {right}", self.rng.u32(1..4)));
            }
            if self.rng.bool() {
                let _ = write!(right, " + {} days", self.rng.u32(1..4));
            }
        }
        Some(format!("{left} {} {right}", self.operator()))
    }

    // Rules.

    fn rules(&mut self) {
        for i in 0..self.rng.usize(0..=3) {
            self.definition(&format!("d{i}"), true);
        }
        for i in 0..self.rng.usize(2..=4) {
            self.norm(i);
            if self.one_in(3) {
                self.definition(&format!("e{i}"), false);
            }
        }
        if self.one_in(3) {
            // An exception that touches a whole group; it rests on facts alone, so that it cannot rest on itself.
            let condition = self.condition(&["p"], true);
            let (word, link) =
                self.rng.choice([("scope", "governs"), ("carve-out", "from")]).unwrap_or(("scope", "governs"));
            let kind = self.rng.choice(["offence ", "duty ", "right "]).unwrap_or("offence ");
            if self.items.iter().any(|i| i.starts_with(kind)) {
                self.items.push(format!("{word} general {link} {kind}n.*\n  when      {condition}\n"));
            }
        }
        let offences: Vec<String> =
            self.items.iter().filter_map(|i| i.strip_prefix("offence ")).map(|i| i[..3].to_owned()).collect();
        if offences.len() > 1 && self.one_in(3) {
            self.items.push(format!("savings beside of {} beside {}\n", offences[0], offences[1]));
        }
    }

    fn definition(&mut self, name: &str, plain: bool) {
        let (params, vars): (&str, &[&'static str]) = match self.rng.u32(..6) {
            0 => ("act", &[]),
            1..4 => ("p, system", &["p"]),
            _ => ("p, q", &["p", "q"]),
        };
        let mut text = format!("definition {name}({params})\n");
        text += &self.body(name, "means", vars, plain);
        self.items.push(text);
        self.terms.push(Term { name: name.to_owned(), persons: vars.len(), is_norm: false, plain });
    }

    /// A condition, or two readings of it.
    fn body(&mut self, name: &str, word: &str, vars: &[&'static str], plain: bool) -> String {
        let mut out = String::new();
        let readings = self.one_in(6);
        if !readings || self.one_in(3) {
            let _ = writeln!(out, "  {word}     {}", self.condition(vars, plain));
        }
        if readings {
            for r in 0..2 {
                let _ = writeln!(out, "  reading r{r}: {}", self.condition(vars, plain));
            }
            self.ambiguities.push((name.to_owned(), 2));
        }
        out
    }

    fn norm(&mut self, i: usize) {
        let name = format!("n.{i}");
        let about_nobody = self.one_in(6);
        let vars: &[&'static str] = if about_nobody { &[] } else { &["p"] };
        let kind = if about_nobody {
            "procedure"
        } else {
            self.rng.choice(["offence", "offence", "duty", "right"]).unwrap_or("duty")
        };
        let mut text = format!("{kind} {name}\n");
        if about_nobody {
            if self.rng.bool() {
                text += "  bearer    not stated\n";
            }
        } else if self.one_in(5) {
            text += "  subject   p\n";
        } else {
            let _ = writeln!(text, "  bearer    p where {}", self.condition(vars, false));
        }
        for _ in 0..self.rng.usize(0..=2) {
            text += &self.body_of_norm(&name, vars);
        }
        if self.one_in(3) {
            let _ = writeln!(text, "  unless    {}", self.condition(vars, false));
        }
        self.room = if about_nobody { 1 } else { 2 };
        let exceptions = self.exceptions_to(&name, vars);
        self.room = 2;
        self.items.push(text);
        self.items.extend(exceptions);
        self.terms.push(Term { name, persons: vars.len(), is_norm: true, plain: false });
    }

    fn body_of_norm(&mut self, name: &str, vars: &[&'static str]) -> String {
        // A norm is one ambiguity at most.
        if self.ambiguities.iter().any(|(n, _)| n == name) {
            return format!("  when      {}\n", self.condition(vars, false));
        }
        self.body(name, "when", vars, false)
    }

    fn exceptions_to(&mut self, target: &str, vars: &[&'static str]) -> Vec<String> {
        let mut out = Vec::new();
        let mut open = vec![(target.to_owned(), 0, false)];
        while let Some((target, depth, of_scope)) = open.pop() {
            let wanted = self.rng.usize(0..=if depth == 0 { 2 } else { 1 });
            for _ in 0..wanted {
                let id = format!("x.{}", self.exceptions);
                self.exceptions += 1;
                let fits = |t: &Term| t.is_norm && t.persons <= vars.len();
                let displacing: Vec<String> = self.terms.iter().filter(|t| fits(t)).map(|t| t.name.clone()).collect();
                let displacing = self.rng.choice(displacing);
                let text = match (self.rng.u32(..4), displacing) {
                    (0, Some(other)) if self.rng.bool() => format!("displacement {id} of {target} by {other}\n"),
                    (0, Some(other)) => {
                        format!("displacement {id} of {target} by {other}\n{}", self.body(&id, "when", vars, false))
                    }
                    // A scope bounds a norm or an exception; who wants to widen a scope makes an exception to it.
                    (1, _) if !of_scope => {
                        format!("scope {id} governs {target}\n{}", self.body(&id, "when", vars, false))
                    }
                    _ => format!("carve-out {id} from {target}\n{}", self.body(&id, "when", vars, false)),
                };
                if depth < 3 {
                    open.push((id, depth + 1, text.starts_with("scope")));
                }
                out.push(text);
            }
        }
        out
    }
}

// Cases.

/// A random case: one to three persons, facts in every state.
pub fn case(corpus: &Corpus, ambiguities: &[(String, Vec<String>)], rng: &mut Rng) -> Case {
    let count = rng.usize(1..=3);
    let persons =
        ["a", "b", "c"][..count].iter().map(|id| Person { id: (*id).to_owned(), name: Text3::same(id) }).collect();
    let others = match rng.u32(..8) {
        0..6 => Others::Nobody,
        6 => Others::NotAsked,
        _ => Others::Somebody,
    };
    let mut case = Case { persons, others, ..Case::default() };
    // From nearly everything known to nearly nothing.
    let known = rng.u32(5..=9);
    let tuples = |n: usize| crate::support::tuples(n, count);
    for (id, info) in corpus.vocabulary.iter() {
        for about in tuples(info.persons()) {
            let state = if rng.u32(..10) < known {
                State::Established(value(&info.domain, rng))
            } else {
                other_state(&info.domain, rng)
            };
            let state = if info.may_be_inapplicable && rng.u32(..5) == 0 { State::NotApplicable } else { state };
            if state != State::NotAsked {
                case.facts.insert(FactKey::new(id, &about), Entry { state, ..Entry::default() });
            }
        }
    }
    for (name, readings) in ambiguities {
        if rng.bool() {
            let reading = rng.choice(readings).cloned().unwrap_or_default();
            case.readings.insert(name.clone(), reading);
        }
    }
    case
}

/// A random case in which everything is settled and nobody else took part.
pub fn settled_case(corpus: &Corpus, persons: usize, rng: &mut Rng) -> Case {
    let named = ["a", "b", "c", "d"][..persons].iter();
    let persons = named.map(|id| Person { id: (*id).to_owned(), name: Text3::same(id) }).collect::<Vec<_>>();
    let mut case = Case { others: Others::Nobody, ..Case::default() };
    for (id, info) in corpus.vocabulary.iter() {
        for about in crate::support::tuples(info.persons(), persons.len()) {
            let inapplicable = info.may_be_inapplicable && rng.u32(..5) == 0;
            let state = if inapplicable { State::NotApplicable } else { State::Established(value(&info.domain, rng)) };
            case.facts.insert(FactKey::new(id, &about), Entry { state, ..Entry::default() });
        }
    }
    case.persons = persons;
    case
}

fn other_state(domain: &Domain, rng: &mut Rng) -> State {
    match rng.u32(..6) {
        0 => State::Denied(vec![value(domain, rng)]),
        1 => State::Disputed(vec![value(domain, rng), value(domain, rng)]),
        2 => State::Unknown,
        _ => State::NotAsked,
    }
}

fn value(domain: &Domain, rng: &mut Rng) -> Value {
    match domain {
        Domain::YesNo => Value::Named(rng.usize(..2)),
        Domain::OneOf(values) => Value::Named(rng.usize(..values.len())),
        Domain::Number => Value::Number(rng.i64(0..=NUMBERS)),
        Domain::Date => Value::Date(jiff::civil::date(2026, 1, 10 + rng.i8(0..=7))),
    }
}

/// The ambiguities of a corpus with their readings.
pub fn ambiguities(corpus: &Corpus) -> Vec<(String, Vec<String>)> {
    let names = corpus.ambiguity_names();
    names.into_iter().map(|name| (name.clone(), corpus.readings_of(&name).unwrap_or_default())).collect()
}
