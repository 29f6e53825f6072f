//! SMT-LIB 2.

use super::calendar;
use super::problem::{NOT_APPLICABLE, Problem, one_line, symbol};
use super::sexp::Sexp;
use crate::case::{Others, State, Value};
use crate::lang::Lang;
use crate::model::{Args, DateExpr, Derived, Domain, FactId, FactKind, Formula, Op, PropertyRule, Test, day_number};

/// How a fact is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Yes or no.
    Bool,
    /// Named values.
    Named,
    /// A number, or a day counted from 1970-01-01.
    Int,
}

pub(super) fn write(problem: &Problem<'_>) -> String {
    let mut w = Writer { p: problem, out: String::new() };
    w.header();
    w.sorts();
    w.facts();
    w.comparisons();
    w.case();
    w.terms();
    w.properties();
    w.out
}

pub(super) fn write_case(problem: &Problem<'_>) -> String {
    let mut w = Writer { p: problem, out: String::new() };
    w.case();
    w.out
}

struct Writer<'p, 'a> {
    p: &'p Problem<'a>,
    out: String,
}

impl<'p> Writer<'p, '_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn define(&mut self, name: &str, sort: &str, body: &Sexp) {
        let head = format!("(define-fun {name} () {sort}");
        let one = format!("{head} ");
        let start = self.out.len();
        body.write(&mut self.out, one.chars().count());
        let fits = !self.out[start..].contains('\n');
        self.out.truncate(start);
        if fits {
            self.out.push_str(&one);
            body.write(&mut self.out, one.chars().count());
        } else {
            self.out.push_str(&head);
            self.out.push_str("\n  ");
            body.write(&mut self.out, 2);
        }
        self.out.push_str(")\n");
    }

    fn assert(&mut self, claim: &Sexp, comment: &str) {
        self.out.push_str("(assert ");
        claim.write(&mut self.out, 8);
        self.out.push(')');
        self.out.push_str(if comment.is_empty() { "" } else { " ; " });
        self.out.push_str(comment);
        self.out.push('\n');
    }

    fn header(&mut self) {
        for l in self.p.header() {
            self.line(&format!("; {l}"));
        }
        self.line(";");
        self.line(
            "; Does a norm apply to a?  (check-sat-assuming (|applies NORM (a)|))        unsat: it does not apply",
        );
        self.line(";                           (check-sat-assuming ((not |applies NORM (a)|)))  unsat: it applies; sat twice: unknown");
        self.line("; A norm that names nobody is |applies NORM|. |refutes PROPERTY (a)|, where it is sat, is a case that refutes the property.");
        self.line("; Dates are days from 1970-01-01. \"Not\" of a fact that is not applicable does not hold, as in the engine.");
        self.line("(set-logic ALL)");
    }

    // Facts.

    fn shape(&self, fact: FactId) -> Shape {
        let info = self.p.book.fact(fact);
        match &info.kind {
            FactKind::Vocab(v) => match self.p.corpus.vocabulary.fact(*v).domain {
                Domain::Date | Domain::Number => Shape::Int,
                Domain::YesNo if !info.may_be_inapplicable => Shape::Bool,
                _ => Shape::Named,
            },
            FactKind::Reading { .. } => Shape::Named,
            FactKind::Others | FactKind::Comparison { .. } => Shape::Bool,
        }
    }

    fn fact_symbol(&self, fact: FactId, persons: &[usize]) -> String {
        let about = self.p.labels(persons).join(", ");
        let about = if about.is_empty() { about } else { format!(" ({about})") };
        format!("|{}{about}|", self.p.fact_name(fact))
    }

    fn value_symbol(&self, fact: FactId, value: &str) -> String {
        format!("|{} = {value}|", self.p.fact_name(fact))
    }

    fn applicable_symbol(&self, fact: FactId, persons: &[usize]) -> String {
        format!("|applicable: {}", &self.fact_symbol(fact, persons)[1..])
    }

    fn fact_ids(&self) -> impl Iterator<Item = FactId> + 'p {
        // The first fact of every book is whether somebody else took part: nobody did.
        (1..self.p.book.facts.len()).map(|i| FactId(i as u32))
    }

    fn sorts(&mut self) {
        self.line("\n; Values.");
        for fact in self.fact_ids() {
            if self.shape(fact) != Shape::Named {
                continue;
            }
            let values: Vec<String> =
                self.p.value_names(fact).iter().map(|v| format!("({})", self.value_symbol(fact, v))).collect();
            let name = self.p.fact_name(fact);
            self.line(&format!("(declare-datatypes ((|values of {name}| 0)) (({})))", values.join(" ")));
        }
    }

    fn facts(&mut self) {
        self.line("\n; Facts.");
        let civil = self.civil_dates();
        if !civil.is_empty() {
            self.line(calendar::FUNCTIONS.trim_end());
        }
        for fact in self.fact_ids() {
            let info = self.p.book.fact(fact);
            match &info.kind {
                FactKind::Vocab(v) => {
                    let vocab = self.p.corpus.vocabulary.fact(*v);
                    self.line(&format!("; {}: {}", vocab.name, one_line(vocab.label.get(Lang::En))));
                }
                FactKind::Reading { name, provision, .. } => {
                    self.line(&format!("; How {name} is read; {}.", self.p.place(*provision)));
                }
                FactKind::Others | FactKind::Comparison { .. } => continue,
            }
            for persons in self.p.tuples(info.persons) {
                self.declare(fact, &persons);
                if civil.contains(&fact) {
                    let day = Sexp::Atom(self.fact_symbol(fact, &persons));
                    let name = self.fact_symbol(fact, &persons);
                    self.civil(&name, &day);
                }
            }
        }
    }

    fn declare(&mut self, fact: FactId, persons: &[usize]) {
        let name = self.fact_symbol(fact, persons);
        let sort = match self.shape(fact) {
            Shape::Bool => "Bool".to_owned(),
            Shape::Int => "Int".to_owned(),
            Shape::Named => format!("|values of {}|", self.p.fact_name(fact)),
        };
        self.line(&format!("(declare-const {name} {sort})"));
        if self.shape(fact) == Shape::Int && self.p.book.fact(fact).may_be_inapplicable {
            let applicable = self.applicable_symbol(fact, persons);
            self.line(&format!("(declare-const {applicable} Bool)"));
        }
    }

    /// Dates to which months or years are added somewhere.
    fn civil_dates(&self) -> Vec<FactId> {
        let mut out = Vec::new();
        for info in &self.p.book.facts {
            if let FactKind::Comparison { left, right, .. } = &info.kind {
                out.extend([left, right].into_iter().filter(|e| calendar::needs_civil(&e.plus)).map(|e| e.fact));
            }
        }
        out
    }

    /// Year, month and day of a day number, declared and tied to it.
    fn civil(&mut self, name: &str, day: &Sexp) -> [Sexp; 3] {
        let parts = civil_symbols(name);
        for p in &parts {
            self.line(&format!("(declare-const {p} Int)"));
        }
        let ymd = parts.map(Sexp::Atom);
        self.assert(&Sexp::call("|is a day|", ymd.clone()), "");
        self.assert(&Sexp::call("=", [day.clone(), Sexp::call("|day number|", ymd.clone())]), "");
        ymd
    }

    fn comparisons(&mut self) {
        self.line("\n; Dates and numbers compared with each other; 1 and 2 are the persons in their order.");
        for fact in self.fact_ids() {
            let info = self.p.book.fact(fact);
            let FactKind::Comparison { left, op, right } = &info.kind else { continue };
            for persons in self.p.tuples(info.persons) {
                let name = self.fact_symbol(fact, &persons);
                let l = self.date(left, &persons, &name, "left");
                let r = self.date(right, &persons, &name, "right");
                let mut body = compare(*op, l, r);
                let applicable: Vec<Sexp> =
                    [left, right].into_iter().filter_map(|e| self.applicable(e, &persons)).collect();
                if !applicable.is_empty() {
                    // What is not applicable cannot be compared: either answer is possible.
                    let free = format!("|free: {}", &name[1..]);
                    self.line(&format!("(declare-const {free} Bool)"));
                    body = Sexp::call("ite", [Sexp::join(applicable, true), body, Sexp::Atom(free)]);
                }
                self.define(&name, "Bool", &body);
            }
        }
    }

    fn about(expr: &DateExpr, persons: &[usize]) -> Vec<usize> {
        picked(expr.args, persons)
    }

    fn applicable(&self, expr: &DateExpr, persons: &[usize]) -> Option<Sexp> {
        let about = Self::about(expr, persons);
        let may_not = self.p.book.fact(expr.fact).may_be_inapplicable;
        may_not.then(|| Sexp::Atom(self.applicable_symbol(expr.fact, &about)))
    }

    fn date(&mut self, expr: &DateExpr, persons: &[usize], name: &str, side: &str) -> Sexp {
        let base = self.fact_symbol(expr.fact, &Self::about(expr, persons));
        let day = Sexp::Atom(base.clone());
        calendar::later(day, &expr.plus, |step, term| {
            if step == 0 {
                return civil_symbols(&base).map(Sexp::Atom);
            }
            let name = format!("|{side} {step} of {}", &name[1..]);
            self.civil(&name, &term)
        })
    }

    /// *The fact has one of these values*, or *one of the others*.
    fn literal(&self, fact: FactId, persons: &[usize], test: Test, positive: bool) -> Sexp {
        let info = self.p.book.fact(fact);
        let here = Sexp::Atom(self.fact_symbol(fact, persons));
        if let Some((op, n)) = test.compare {
            let holds = compare(op, here, Sexp::int(n));
            let holds = if positive { holds } else { holds.negated() };
            if info.may_be_inapplicable {
                return Sexp::join([Sexp::Atom(self.applicable_symbol(fact, persons)), holds], true);
            }
            return holds;
        }
        let holds = |i: &usize| (test.values >> i & 1 == 1) == positive;
        let values: Vec<usize> = (0..info.values).filter(holds).collect();
        if values.len() == info.values && !info.may_be_inapplicable {
            return Sexp::bool(true);
        }
        Sexp::join(values.into_iter().map(|i| self.is(fact, persons, i)), false)
    }

    fn is(&self, fact: FactId, persons: &[usize], value: usize) -> Sexp {
        let here = Sexp::Atom(self.fact_symbol(fact, persons));
        if self.shape(fact) == Shape::Bool {
            return if value == 1 { here } else { here.negated() };
        }
        match self.p.value_names(fact).get(value) {
            Some(name) => Sexp::call("=", [here, Sexp::Atom(self.value_symbol(fact, name))]),
            None => Sexp::bool(false),
        }
    }

    // The case.

    fn case(&mut self) {
        let Some(case) = self.p.case else { return };
        self.line("\n; What the case settles.");
        if case.others != Others::Nobody {
            self.line("; It does not say that the persons are all; here they are.");
        }
        for fact in self.fact_ids() {
            if let Some(reading) = self.p.chosen_reading(fact) {
                let is = [Sexp::Atom(self.fact_symbol(fact, &[])), Sexp::Atom(self.value_symbol(fact, reading))];
                self.assert(&Sexp::call("=", is), "chosen, not proved");
            }
            let FactKind::Vocab(v) = self.p.book.fact(fact).kind else { continue };
            for persons in self.p.tuples(self.p.book.fact(fact).persons) {
                let one = |value: &Value| self.has(fact, &persons, *value);
                let (claim, comment) = match self.p.state(v, &persons) {
                    State::NotAsked | State::Unknown => continue,
                    State::Established(value) => (one(value), "established"),
                    State::Disputed(values) => (Sexp::join(values.iter().map(one), false), "disputed"),
                    State::Denied(values) => (Sexp::join(values.iter().map(one), false).negated(), "denied"),
                    State::NotApplicable => (self.inapplicable(fact, &persons), "not applicable"),
                };
                self.assert(&claim, comment);
            }
        }
    }

    fn has(&self, fact: FactId, persons: &[usize], value: Value) -> Sexp {
        let number = match value {
            Value::Named(i) => return self.is(fact, persons, i),
            Value::Number(n) => n,
            Value::Date(d) => day_number(d),
        };
        self.literal(fact, persons, Test { values: 0, compare: Some((Op::Eq, number)) }, true)
    }

    fn inapplicable(&self, fact: FactId, persons: &[usize]) -> Sexp {
        if !self.p.book.fact(fact).may_be_inapplicable {
            return Sexp::bool(false);
        }
        if self.shape(fact) == Shape::Int {
            return Sexp::Atom(self.applicable_symbol(fact, persons)).negated();
        }
        let here = Sexp::Atom(self.fact_symbol(fact, persons));
        Sexp::call("=", [here, Sexp::Atom(self.value_symbol(fact, NOT_APPLICABLE))])
    }

    // Terms.

    fn term_symbol(&self, what: Derived, persons: &[usize]) -> String {
        symbol(Problem::word(what), self.p.book.name_of(what), &self.p.labels(persons))
    }

    fn terms(&mut self) {
        self.line("\n; Definitions, elements, exceptions, norms: each for every person or pair.");
        for what in &self.p.terms {
            self.line(&format!("; {}", self.p.citation(*what)));
            let formula = self.p.book.unfold(*what);
            for persons in self.p.tuples(self.p.book.persons_of(*what)) {
                let name = self.term_symbol(*what, &persons);
                let body = self.formula(&formula, &persons, true);
                self.define(&name, "Bool", &body);
            }
        }
    }

    /// A condition, or its contrary, about these persons.
    fn formula(&self, formula: &Formula, env: &[usize], positive: bool) -> Sexp {
        let about = |args: Args| picked(args, env);
        let sign = |s: Sexp| if positive { s } else { s.negated() };
        match formula {
            Formula::Const(c) => Sexp::bool(*c == positive),
            // *Not* of a fact is another of its values: what is not applicable is neither.
            Formula::Fact { fact, args, test } => self.literal(*fact, &about(*args), *test, positive),
            Formula::Derived { what, args } => sign(Sexp::Atom(self.term_symbol(*what, &about(*args)))),
            Formula::Same(a, b) => Sexp::bool((env.get(*a as usize) == env.get(*b as usize)) == positive),
            Formula::Not(inner) => self.formula(inner, env, !positive),
            Formula::And(parts) => Sexp::join(parts.iter().map(|f| self.formula(f, env, positive)), positive),
            Formula::Or(parts) => Sexp::join(parts.iter().map(|f| self.formula(f, env, positive)), !positive),
            Formula::Some { var, body } => {
                let each = (0..self.p.persons()).map(|q| self.formula(body, &with(env, *var as usize, q), true));
                sign(Sexp::join(each, false))
            }
        }
    }

    fn properties(&mut self) {
        if !self.p.book.properties.is_empty() {
            self.line("\n; Properties: what would refute them.");
        }
        for property in &self.p.book.properties {
            self.line(&format!("; {}", self.p.place(property.provision)));
            let persons = if self.p.persons() == 0 { Vec::new() } else { self.p.tuples(1) };
            for person in persons {
                let body = self.refutation(property, person[0]);
                self.define(&symbol("refutes", &property.id, &self.p.labels(&person)), "Bool", &body);
            }
        }
    }

    fn refutation(&self, property: &PropertyRule, person: usize) -> Sexp {
        let (ways, apply) = Problem::refutations(property);
        let applies = |n| {
            let name = Sexp::Atom(self.term_symbol(Derived::Applies(n), &self.p.bearer(n, person)));
            if apply { name } else { name.negated() }
        };
        let ways = ways.iter().map(|norms| Sexp::join(norms.iter().map(|n| applies(*n)), true));
        Sexp::join(
            [self.formula(&property.assuming, &[person], true), Sexp::join(ways.collect::<Vec<_>>(), false)],
            true,
        )
    }
}

/// Those of the persons in play whom a term is about.
fn picked(args: Args, env: &[usize]) -> Vec<usize> {
    args.vars().iter().map(|v| env.get(*v as usize).copied().unwrap_or(0)).collect()
}

/// The persons in play with one more.
fn with(env: &[usize], var: usize, person: usize) -> Vec<usize> {
    let mut out = env.to_vec();
    out.resize(out.len().max(var + 1), person);
    out[var] = person;
    out
}

fn compare(op: Op, left: Sexp, right: Sexp) -> Sexp {
    match op {
        Op::Ne => Sexp::call("=", [left, right]).negated(),
        Op::Eq => Sexp::call("=", [left, right]),
        Op::Lt => Sexp::call("<", [left, right]),
        Op::Le => Sexp::call("<=", [left, right]),
        Op::Gt => Sexp::call(">", [left, right]),
        Op::Ge => Sexp::call(">=", [left, right]),
    }
}

fn civil_symbols(name: &str) -> [String; 3] {
    ["year", "month", "day"].map(|part| format!("|{part} of {}", &name[1..]))
}
