//! Answer-set programs for clingo.

use std::collections::{BTreeMap, BTreeSet};

use super::problem::{NOT_APPLICABLE, Problem, ascii, one_line};
use crate::case::{State, Value};
use crate::lang::Lang;
use crate::model::{Args, DateExpr, Derived, Domain, FactId, FactKind, Formula, Op, Test, VocabId, day_number};
use crate::program::days_later;

const HOW: &str = "\
Does a norm apply to a?  clingo --enum-mode=cautious FILE  lists what applies in every case that is left open,
                         clingo --enum-mode=brave FILE     what applies in some of them. In both: it applies; in neither: it does not;
                         in the second alone: unknown.
A norm that names nobody is applies(NORM,case). refutes(PROPERTY,\"a\") is a case that refutes the property.
Numbers and dates (days from 1970-01-01) are tried out on both sides of everything they are compared with. Two dates compared with
each other are settled where the case establishes both, and free where it does not: more may then seem possible than is.
\"Not\" of a fact that is not applicable does not hold, as in the engine.";

pub(super) fn write(problem: &Problem<'_>) -> String {
    let mut w = Writer { p: problem, out: String::new(), numbers: BTreeMap::new() };
    w.header();
    w.collect_numbers();
    w.facts();
    w.terms();
    w.properties();
    w.out.push_str("\n#show applies/2.\n");
    w.out
}

struct Writer<'p, 'a> {
    p: &'p Problem<'a>,
    out: String,
    /// For each number and date: the numbers beside which something can turn.
    numbers: BTreeMap<FactId, BTreeSet<i64>>,
}

impl Writer<'_, '_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn header(&mut self) {
        for l in self.p.header() {
            self.line(&format!("% {l}"));
        }
        self.line("%");
        for l in HOW.lines() {
            self.line(&format!("% {l}"));
        }
        self.line("\n#defined person/1. #defined given/2. #defined is/3. #defined part/3. #defined any_of/3.");
        self.line("#defined means/2. #defined met/2. #defined holds/2. #defined applies/2.");
        for p in 0..self.p.persons() {
            self.line(&format!("person({}).", text(self.p.label(p))));
        }
    }

    // Facts.

    /// Everything with which a number or date is compared or which the case says of it.
    fn collect_numbers(&mut self) {
        let (book, numbers) = (self.p.book, &mut self.numbers);
        let mut see = |f: &Formula| {
            if let Formula::Fact { fact, test: Test { compare: Some((_, n)), .. }, .. } = f {
                numbers.entry(*fact).or_default().insert(*n);
            }
        };
        for what in &self.p.terms {
            book.unfold(*what).visit(&mut see);
        }
        for property in &book.properties {
            property.assuming.visit(&mut see);
        }
        for (fact, v) in self.vocab() {
            for persons in self.p.tuples(book.fact(fact).persons) {
                if let State::Denied(values) = self.p.state(v, &persons) {
                    self.numbers.entry(fact).or_default().extend(values.iter().filter_map(number));
                }
            }
        }
    }

    fn vocab(&self) -> Vec<(FactId, VocabId)> {
        let facts = self.p.book.facts.iter().enumerate();
        let vocab =
            facts.filter_map(|(i, f)| if let FactKind::Vocab(v) = f.kind { Some((FactId(i as u32), v)) } else { None });
        vocab.collect()
    }

    /// Every value to try, as a term.
    fn values(&self, fact: FactId) -> Vec<String> {
        let names = self.p.value_names(fact);
        if !names.is_empty() {
            return names.iter().map(|n| text(n)).collect();
        }
        let mut all = BTreeSet::from([0]);
        for n in self.numbers.get(&fact).into_iter().flatten() {
            all.extend([n.saturating_sub(1), *n, n.saturating_add(1)]);
        }
        let mut out: Vec<String> = all.into_iter().map(|n| n.to_string()).collect();
        if self.p.book.fact(fact).may_be_inapplicable {
            out.push(text(NOT_APPLICABLE));
        }
        out
    }

    fn facts(&mut self) {
        self.line("\n% Facts.");
        for i in 1..self.p.book.facts.len() {
            let fact = FactId(i as u32);
            let info = self.p.book.fact(fact);
            let name = text(&self.p.fact_name(fact));
            let comment = match &info.kind {
                FactKind::Vocab(v) => one_line(self.p.corpus.vocabulary.fact(*v).label.get(Lang::En)),
                FactKind::Reading { provision, .. } => self.p.place(*provision),
                FactKind::Others | FactKind::Comparison { .. } => {
                    "compared; 1 and 2 are the persons in their order".to_owned()
                }
            };
            let values = self.values(fact);
            self.line(&format!("value({name},({})). % {comment}", values.join(";")));
            let (about, persons) = variables(info.persons);
            self.line(&format!(
                "1 {{ is({name},{about},V) : value({name},V) }} 1 :- {persons}not given({name},{about})."
            ));
            for persons in self.p.tuples(info.persons) {
                self.given(fact, &name, &persons);
            }
        }
    }

    /// What the case settles.
    fn given(&mut self, fact: FactId, name: &str, persons: &[usize]) {
        let about = self.about(persons);
        let (values, comment) = match &self.p.book.fact(fact).kind {
            FactKind::Others => return,
            FactKind::Reading { .. } => match self.p.chosen_reading(fact) {
                Some(reading) => (vec![text(reading)], "chosen, not proved"),
                None => return,
            },
            FactKind::Comparison { left, op, right } => match (self.day(left, persons), self.day(right, persons)) {
                (Some(l), Some(r)) => (vec![text(if op.holds(l, r) { "yes" } else { "no" })], "computed"),
                _ => return,
            },
            FactKind::Vocab(v) => {
                let list = |values: &[Value]| -> Vec<String> { values.iter().map(|v| self.value(fact, *v)).collect() };
                match self.p.state(*v, persons) {
                    State::NotAsked | State::Unknown => return,
                    State::Established(value) => (vec![self.value(fact, *value)], "established"),
                    State::Disputed(values) => (list(values), "disputed"),
                    State::Denied(values) => {
                        let denied = list(values);
                        (self.values(fact).into_iter().filter(|v| !denied.contains(v)).collect(), "denied")
                    }
                    State::NotApplicable => (vec![text(NOT_APPLICABLE)], "not applicable"),
                }
            }
        };
        let each: Vec<String> = values.iter().map(|v| format!("is({name},{about},{v})")).collect();
        let one = if let [only] = &each[..] { only.clone() } else { format!("1 {{ {} }} 1", each.join("; ")) };
        self.line(&format!("given({name},{about}). {one}. % {comment}"));
    }

    fn about(&self, persons: &[usize]) -> String {
        tuple(&self.p.labels(persons).iter().map(|l| text(l)).collect::<Vec<_>>())
    }

    fn value(&self, fact: FactId, value: Value) -> String {
        match (value, number(&value)) {
            (Value::Named(i), _) => self.p.value_names(fact).get(i).map(|n| text(n)).unwrap_or_default(),
            (_, n) => n.unwrap_or_default().to_string(),
        }
    }

    /// The established number or day, so much later.
    fn day(&self, expr: &DateExpr, persons: &[usize]) -> Option<i64> {
        let FactKind::Vocab(v) = self.p.book.fact(expr.fact).kind else { return None };
        let about: Vec<usize> = expr.args.vars().iter().filter_map(|v| persons.get(*v as usize).copied()).collect();
        let State::Established(value) = self.p.state(v, &about) else { return None };
        let n = number(value)?;
        if self.p.corpus.vocabulary.fact(v).domain == Domain::Date { days_later(n, &expr.plus, 1) } else { Some(n) }
    }

    // Terms.

    fn terms(&mut self) {
        self.line("\n% Definitions, elements, exceptions, norms.");
        for what in &self.p.terms {
            let name = text(self.p.book.name_of(*what));
            let (about, persons) = variables(self.p.book.persons_of(*what));
            let word = Problem::word(*what);
            self.line(&format!("% {}", self.p.citation(*what)));
            let mut body =
                Body { w: self, owner: format!("\"{word} {}", &name[1..]), parts: 0, variables: 0, rules: Vec::new() };
            let says = body.literals(&self.p.book.unfold(*what), true);
            let rules = body.rules;
            self.rule(&format!("{word}({name},{about})"), &persons, &says);
            for r in rules {
                self.line(&format!("  {r}"));
            }
        }
    }

    fn rule(&mut self, head: &str, persons: &str, body: &str) {
        self.line(&rule(head, persons, body));
    }

    fn properties(&mut self) {
        if !self.p.book.properties.is_empty() {
            self.line("\n% Properties: what would refute them.");
        }
        for property in &self.p.book.properties {
            let name = text(&property.id);
            self.line(&format!("% {}", self.p.place(property.provision)));
            let owner = format!("\"assuming {}", &name[1..]);
            let mut body = Body { w: self, owner: owner.clone(), parts: 0, variables: 0, rules: Vec::new() };
            let says = body.literals(&property.assuming, true);
            let rules = body.rules;
            self.rule(&format!("part({owner},0,P)"), "person(P), ", &says);
            for r in rules {
                self.line(&format!("  {r}"));
            }
            let (ways, apply) = Problem::refutations(property);
            let sign = if apply { "" } else { "not " };
            for norms in ways {
                let each = norms.iter().map(|n| {
                    let what = Derived::Applies(*n);
                    let (about, _) = variables(self.p.book.persons_of(what));
                    format!("{sign}applies({},{about})", text(self.p.book.name_of(what)))
                });
                let each = each.collect::<Vec<_>>().join(", ");
                self.rule(&format!("refutes({name},P)"), &format!("person(P), part({owner},0,P), "), &each);
            }
        }
        self.line("#defined refutes/2.");
    }
}

/// The body of a rule, with rules of its own for alternatives inside it.
struct Body<'w, 'p, 'a> {
    w: &'w Writer<'p, 'a>,
    owner: String,
    parts: usize,
    variables: usize,
    rules: Vec<String>,
}

impl Body<'_, '_, '_> {
    /// Literals that together say the condition, or its contrary.
    fn literals(&mut self, formula: &Formula, positive: bool) -> String {
        let sign = if positive { "" } else { "not " };
        match formula {
            Formula::Const(c) => format!("#{}", *c == positive),
            Formula::Fact { fact, args, test } => self.fact(*fact, *args, *test, positive),
            Formula::Derived { what, args } => {
                format!("{sign}{}({},{})", Problem::word(*what), text(self.w.p.book.name_of(*what)), of(*args))
            }
            Formula::Same(a, b) => format!("{} {} {}", variable(*a), if positive { "=" } else { "!=" }, variable(*b)),
            Formula::Not(inner) => self.literals(inner, !positive),
            Formula::And(parts) if positive => self.all(parts, true),
            Formula::Or(parts) if !positive => self.all(parts, false),
            Formula::And(parts) | Formula::Or(parts) => {
                let head = self.part(formula.free_vars());
                for p in parts {
                    let body = self.literals(p, positive);
                    self.rules.push(rule(&head, &free(formula.free_vars()), &body));
                }
                head
            }
            Formula::Some { var, body } => {
                let head = self.part(formula.free_vars());
                let says = self.literals(body, true);
                self.rules.push(rule(&head, &free(formula.free_vars() | 1 << var), &says));
                format!("{sign}{head}")
            }
        }
    }

    fn all(&mut self, parts: &[Formula], positive: bool) -> String {
        parts.iter().map(|p| self.literals(p, positive)).collect::<Vec<_>>().join(", ")
    }

    /// The head of a rule for a part about these persons.
    fn part(&mut self, free: u8) -> String {
        self.parts += 1;
        let about: Vec<&str> = (0..2).filter(|v| free >> v & 1 == 1).map(variable).collect();
        format!("part({},{},{})", self.owner, self.parts, tuple(&about))
    }

    fn fact(&mut self, fact: FactId, args: Args, test: Test, positive: bool) -> String {
        let p = self.w.p;
        let (info, name) = (p.book.fact(fact), text(&p.fact_name(fact)));
        if let Some((op, n)) = test.compare {
            self.variables += 1;
            let v = format!("V{}", self.variables);
            let op = if positive { op } else { contrary(op) };
            let applicable =
                if info.may_be_inapplicable { format!(", {v} != {}", text(NOT_APPLICABLE)) } else { String::new() };
            return format!("is({name},{},{v}), {v} {} {n}{applicable}", of(args), ascii(op));
        }
        let names = p.value_names(fact);
        let holds = |i: &usize| (test.values >> i & 1 == 1) == positive;
        let values: Vec<&String> = (0..info.values).filter(holds).filter_map(|i| names.get(i)).collect();
        match &values[..] {
            [] => "#false".to_owned(),
            [one] => format!("is({name},{},{})", of(args), text(one)),
            many => {
                self.variables += 1;
                self.parts += 1;
                let v = format!("V{}", self.variables);
                let list = many.iter().map(|m| text(m)).collect::<Vec<_>>().join(";");
                self.rules.push(format!("any_of({},{},({list})).", self.owner, self.parts));
                format!("is({name},{},{v}), any_of({},{},{v})", of(args), self.owner, self.parts)
            }
        }
    }
}

fn contrary(op: Op) -> Op {
    match op {
        Op::Eq => Op::Ne,
        Op::Ne => Op::Eq,
        Op::Lt => Op::Ge,
        Op::Le => Op::Gt,
        Op::Gt => Op::Le,
        Op::Ge => Op::Lt,
    }
}

fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Named(_) => None,
        Value::Number(n) => Some(*n),
        Value::Date(d) => Some(day_number(*d)),
    }
}

/// A string term.
fn text(s: &str) -> String {
    format!("\"{}\"", s.replace('\\', "\\\\").replace('"', "\\\""))
}

fn variable(v: u8) -> &'static str {
    if v == 0 { "P" } else { "Q" }
}

fn tuple<T: AsRef<str>>(parts: &[T]) -> String {
    match parts {
        [] => "case".to_owned(),
        [one] => one.as_ref().to_owned(),
        many => format!("({})", many.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(",")),
    }
}

fn of(args: Args) -> String {
    tuple(&args.vars().iter().map(|v| variable(*v)).collect::<Vec<_>>())
}

/// `person(P), ` for each of these persons.
fn free(vars: u8) -> String {
    (0..2).filter(|v| vars >> v & 1 == 1).map(|v| format!("person({}), ", variable(v))).collect()
}

/// The arguments of a term about so many persons, and what binds them.
fn variables(persons: usize) -> (String, String) {
    (of(Args::first(persons)), free([0b00, 0b01, 0b11][persons.min(2)]))
}

fn rule(head: &str, persons: &str, body: &str) -> String {
    format!("{head} :- {persons}{body}.")
}
