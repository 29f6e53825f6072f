//! Why a norm applies, does not apply, or cannot be decided: the smallest derivation, step by step.
//!
//! This walks the conditions themselves and not the compiled tables, so that the two check each other.

use crate::case::PersonIdx;
use crate::exact::{Answer, Trial, all_values, bits};
use crate::model::{BookFact, Derived, FactId, FactKind, Formula, OTHERS, Rulebook, Var};
use crate::program::{Program, Rows, Truth, tuples};

/// A step of a derivation.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Reason {
    /// A citable term and what it rests on.
    Term { what: Derived, persons: [PersonIdx; 2], truth: Truth, why: Vec<Reason> },
    /// A fact, and the values (as bits) for which the condition holds.
    Fact { fact: FactId, persons: [PersonIdx; 2], values: u64, truth: Truth },
    /// Whether two persons are the same.
    Same { persons: [PersonIdx; 2], truth: Truth },
    /// For this person it holds, so it holds for someone.
    Someone { person: PersonIdx, why: Vec<Reason> },
    /// For none of the persons it holds, or for none it is decided; each with why. The last may be somebody whom the case does not name.
    Each { truth: Truth, persons: Vec<(Option<PersonIdx>, Vec<Reason>)> },
    /// The fact is open, and every answer leads to the same result.
    EitherWay { fact: FactId, persons: [PersonIdx; 2], truth: Truth, answers: Vec<(u64, Vec<Reason>)> },
}

impl Reason {
    /// How many leaves it has: the measure of *smallest*.
    fn weight(&self) -> usize {
        let sum = |list: &[Reason]| list.iter().map(Reason::weight).sum::<usize>();
        match self {
            Reason::Fact { .. } | Reason::Same { .. } => 1,
            Reason::Term { why, .. } | Reason::Someone { why, .. } => sum(why),
            Reason::Each { persons, .. } => persons.iter().map(|(_, why)| sum(why).max(1)).sum(),
            Reason::EitherWay { answers, .. } => 1 + answers.iter().map(|(_, why)| sum(why)).sum::<usize>(),
        }
    }

    /// Calls `f` on every step.
    pub fn visit(&self, f: &mut impl FnMut(&Reason)) {
        f(self);
        match self {
            Reason::Term { why, .. } | Reason::Someone { why, .. } => why.iter().for_each(|r| r.visit(f)),
            Reason::Each { persons, .. } => persons.iter().flat_map(|(_, why)| why).for_each(|r| r.visit(f)),
            Reason::EitherWay { answers, .. } => answers.iter().flat_map(|(_, why)| why).for_each(|r| r.visit(f)),
            Reason::Fact { .. } | Reason::Same { .. } => {}
        }
    }

    /// The facts on which the derivation stands.
    pub fn facts(&self) -> Vec<(FactId, [PersonIdx; 2])> {
        let mut out = Vec::new();
        self.visit(&mut |r| {
            let key = match r {
                Reason::Fact { fact, persons, .. } | Reason::EitherWay { fact, persons, .. } => (*fact, *persons),
                // That nobody else took part is part of *for none of the persons*.
                Reason::Each { .. } => (OTHERS, [0, 0]),
                _ => return,
            };
            if !out.contains(&key) {
                out.push(key);
            }
        });
        out
    }
}

/// Explains derived terms on one case.
pub struct Explainer<'a> {
    book: &'a Rulebook,
    program: &'a Program,
    rows: Rows,
}

impl<'a> Explainer<'a> {
    /// An explainer of what `rows` (already run) say.
    pub fn new(book: &'a Rulebook, program: &'a Program, rows: &Rows) -> Explainer<'a> {
        Explainer { book, program, rows: rows.clone() }
    }

    /// The derivation of a term about `person`.
    pub fn explain(&mut self, what: Derived, person: PersonIdx) -> Reason {
        let persons = [person, 0];
        let env = [person, person];
        let args = crate::model::Args::first(self.book.persons_of(what));
        let formula = Formula::Derived { what, args };
        if self.truth(&formula, env) != Truth::Unknown {
            return self.reasons(&formula, env).remove(0);
        }
        let exact = self
            .program
            .slot(what)
            .map_or(Truth::Unknown, |slot| Trial::new(self.book, self.program, &self.rows, slot, person).truth());
        if exact == Truth::Unknown {
            return self.reasons(&formula, env).remove(0);
        }
        Reason::Term { what, persons, truth: exact, why: vec![self.either_way(what, person, exact)] }
    }

    /// Every answer to an open fact leads to the same result.
    fn either_way(&mut self, what: Derived, person: PersonIdx, truth: Truth) -> Reason {
        let unfolded = |e: &mut Self| match e.explain(what, person) {
            Reason::Term { why, .. } => why,
            other => vec![other],
        };
        let mut open = match self.program.slot(what) {
            Some(slot) => Trial::new(self.book, self.program, &self.rows, slot, person).open_facts(),
            None => Vec::new(),
        };
        open.retain(|a| a.fact != OTHERS);
        // One whose every answer settles it makes the shortest reason; failing that, any will do. Where the tables see at once what the
        // sentence does not, as in «adult and not adult», the sentence itself is asked what it waits for.
        let settling = open.iter().position(|a| self.settles(what, person, a));
        let open = settling.map(|i| open[i].clone()).or_else(|| open.into_iter().next());
        let args = crate::model::Args::first(self.book.persons_of(what));
        let open = open.or_else(|| self.open_leaf(&Formula::Derived { what, args }, [person, person]));
        let Some(open) = open else { return Reason::Same { persons: [person, person], truth: Truth::True } };
        let before = self.program.get(&self.rows, open.fact, open.persons);
        let mut answers = Vec::new();
        for value in bits(before & all_values(self.book.fact(open.fact))) {
            self.program.set(&mut self.rows, open.fact, open.persons, value);
            self.program.run(&mut self.rows);
            // An answer that no calendar allows is no answer.
            if crate::dates::agree(self.book, self.program, &self.rows, &self.comparisons()) {
                answers.push((value, unfolded(self)));
            }
        }
        self.program.set(&mut self.rows, open.fact, open.persons, before);
        self.program.run(&mut self.rows);
        Reason::EitherWay { fact: open.fact, persons: open.persons, truth, answers }
    }

    /// A fact for which a condition waits.
    fn open_leaf(&self, formula: &Formula, env: [PersonIdx; 2]) -> Option<Answer> {
        match formula {
            Formula::Const(_) | Formula::Same(..) => None,
            Formula::Fact { fact, args, test } => {
                let open = self.truth(formula, env) == Truth::Unknown;
                open.then(|| Answer { fact: *fact, persons: places(args.vars(), env), values: test.values })
            }
            Formula::Derived { what, args } => self.open_leaf(&self.book.unfold(*what), places(args.vars(), env)),
            Formula::Not(inner) => self.open_leaf(inner, env),
            Formula::And(parts) | Formula::Or(parts) => parts.iter().find_map(|p| self.open_leaf(p, env)),
            Formula::Some { var, body } => (0..self.rows.persons).find_map(|q| {
                let mut env = env;
                env[*var as usize] = q;
                self.open_leaf(body, env)
            }),
        }
    }

    /// Every comparison of dates about the persons of the case.
    fn comparisons(&self) -> Vec<(FactId, [PersonIdx; 2])> {
        let named = self.rows.persons - usize::from(self.rows.ghost);
        let facts = self.book.facts.iter().enumerate();
        let compared = facts.filter(|(_, f)| matches!(f.kind, FactKind::Comparison { .. }));
        let about =
            |(i, f): (usize, &BookFact)| tuples(f.persons, named).into_iter().map(move |p| (FactId(i as u32), p));
        compared.flat_map(about).collect()
    }

    /// Each possible answer to an open fact makes the term definite, without more ado.
    fn settles(&mut self, what: Derived, person: PersonIdx, open: &Answer) -> bool {
        let Some(slot) = self.program.slot(what) else { return false };
        let before = self.program.get(&self.rows, open.fact, open.persons);
        let all = bits(before).all(|value| {
            self.program.set(&mut self.rows, open.fact, open.persons, value);
            self.program.run(&mut self.rows);
            self.program.truth(&self.rows, slot, person) != Truth::Unknown
        });
        self.program.set(&mut self.rows, open.fact, open.persons, before);
        self.program.run(&mut self.rows);
        all
    }

    /// What is known of a condition for the persons in `env`.
    pub fn truth(&self, formula: &Formula, env: [PersonIdx; 2]) -> Truth {
        match formula {
            Formula::Const(c) => of(*c),
            Formula::Fact { fact, args, test } => {
                let possible = self.program.get(&self.rows, *fact, places(args.vars(), env));
                if possible & !test.values == 0 {
                    Truth::True
                } else if possible & test.values == 0 {
                    Truth::False
                } else {
                    Truth::Unknown
                }
            }
            Formula::Derived { what, args } => {
                let inner = places(args.vars(), env);
                self.truth(&self.book.unfold(*what), inner)
            }
            Formula::Same(a, b) => of(env[*a as usize] == env[*b as usize]),
            // *Not* of a fact that may be inapplicable is the other values, not every other state.
            Formula::Not(inner) => match &**inner {
                Formula::Fact { fact, args, test } => {
                    let all = (1_u64 << self.book.fact(*fact).values) - 1;
                    let test = crate::model::Test { values: all & !test.values, compare: None };
                    self.truth(&Formula::Fact { fact: *fact, args: *args, test }, env)
                }
                Formula::And(parts) => fold(parts.iter().map(|p| self.truth(&p.clone().negated(), env)), Truth::True),
                Formula::Or(parts) => fold(parts.iter().map(|p| self.truth(&p.clone().negated(), env)), Truth::False),
                other => not(self.truth(other, env)),
            },
            Formula::And(parts) => fold(parts.iter().map(|p| self.truth(p, env)), Truth::False),
            Formula::Or(parts) => fold(parts.iter().map(|p| self.truth(p, env)), Truth::True),
            Formula::Some { var, body } => {
                fold((0..self.rows.persons).map(|q| self.for_person(*var, body, env, q)), Truth::True)
            }
        }
    }

    fn for_person(&self, var: Var, body: &Formula, mut env: [PersonIdx; 2], q: PersonIdx) -> Truth {
        env[var as usize] = q;
        match self.truth(body, env) {
            Truth::True if self.is_ghost(q) => Truth::Unknown,
            truth => truth,
        }
    }

    fn is_ghost(&self, q: PersonIdx) -> bool {
        self.rows.ghost && q + 1 == self.rows.persons
    }

    /// The steps that together show why a condition has the truth it has.
    fn reasons(&mut self, formula: &Formula, env: [PersonIdx; 2]) -> Vec<Reason> {
        let truth = self.truth(formula, env);
        match formula {
            Formula::Const(_) => Vec::new(),
            Formula::Fact { fact, args, test } => {
                vec![Reason::Fact { fact: *fact, persons: places(args.vars(), env), values: test.values, truth }]
            }
            Formula::Same(a, b) => vec![Reason::Same { persons: [env[*a as usize], env[*b as usize]], truth }],
            Formula::Derived { what, args } => {
                let persons = places(args.vars(), env);
                let unfolded = self.book.unfold(*what);
                let why = self.reasons(&unfolded, persons);
                vec![Reason::Term { what: *what, persons, truth, why }]
            }
            Formula::Not(inner) => match &**inner {
                Formula::Fact { fact, args, test } => {
                    let all = (1_u64 << self.book.fact(*fact).values) - 1;
                    let persons = places(args.vars(), env);
                    vec![Reason::Fact { fact: *fact, persons, values: all & !test.values, truth }]
                }
                Formula::And(parts) => self.joined(&negated(parts), env, truth, Truth::True),
                Formula::Or(parts) => self.joined(&negated(parts), env, truth, Truth::False),
                other => self.reasons(other, env),
            },
            Formula::And(parts) => self.joined(parts, env, truth, Truth::False),
            Formula::Or(parts) => self.joined(parts, env, truth, Truth::True),
            Formula::Some { var, body } => self.someone(*var, body, env, truth),
        }
    }

    /// Where one part decides, the smallest such part; where all are needed, all; where it is open, the open ones.
    fn joined(&mut self, parts: &[Formula], env: [PersonIdx; 2], truth: Truth, decisive: Truth) -> Vec<Reason> {
        let relevant: Vec<&Formula> = parts.iter().filter(|p| self.truth(p, env) == truth).collect();
        if truth == decisive {
            let ways = relevant.into_iter().map(|p| self.reasons(p, env)).collect::<Vec<_>>();
            return ways
                .into_iter()
                .min_by_key(|way| way.iter().map(Reason::weight).sum::<usize>())
                .unwrap_or_default();
        }
        relevant.into_iter().flat_map(|p| self.reasons(p, env)).collect()
    }

    fn someone(&mut self, var: Var, body: &Formula, env: [PersonIdx; 2], truth: Truth) -> Vec<Reason> {
        let with = |q: PersonIdx| {
            let mut env = env;
            env[var as usize] = q;
            env
        };
        let all: Vec<PersonIdx> =
            (0..self.rows.persons).filter(|q| self.for_person(var, body, env, *q) == truth).collect();
        if truth == Truth::True {
            let ways = all.into_iter().map(|q| Reason::Someone { person: q, why: self.reasons(body, with(q)) });
            return ways.collect::<Vec<_>>().into_iter().min_by_key(Reason::weight).into_iter().collect();
        }
        let persons = all
            .into_iter()
            .map(|q| {
                let named = (!self.is_ghost(q)).then_some(q);
                let why =
                    if named.is_some() || truth == Truth::False { self.reasons(body, with(q)) } else { Vec::new() };
                (named, why)
            })
            .collect();
        vec![Reason::Each { truth, persons }]
    }
}

fn negated(parts: &[Formula]) -> Vec<Formula> {
    parts.iter().map(|p| p.clone().negated()).collect()
}

fn of(b: bool) -> Truth {
    if b { Truth::True } else { Truth::False }
}

fn not(t: Truth) -> Truth {
    match t {
        Truth::True => Truth::False,
        Truth::False => Truth::True,
        Truth::Unknown => Truth::Unknown,
    }
}

/// `decisive` if any part is; else unknown if any part is; else the contrary.
fn fold(parts: impl Iterator<Item = Truth>, decisive: Truth) -> Truth {
    let mut out = not(decisive);
    for part in parts {
        if part == decisive {
            return decisive;
        }
        if part == Truth::Unknown {
            out = Truth::Unknown;
        }
    }
    out
}

/// The persons for whom variables stand.
fn places(vars: &[Var], env: [PersonIdx; 2]) -> [PersonIdx; 2] {
    let at = |i: usize| vars.get(i).map_or(0, |v| env[*v as usize]);
    [at(0), at(1)]
}
