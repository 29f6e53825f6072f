//! A second judge, written so that it shares nothing with the engine but the conditions themselves.
//!
//! The engine thinks in three values, bits and cubes. This judge does not: it goes through every way in which the open facts may turn out,
//! one world after the other, and asks in each world plainly *yes or no*. A norm applies if it applies in every world, does not apply if it
//! applies in none, and is unknown otherwise. That is slow and hard to get wrong.
//!
//! What a norm means it reads from the fields of [`Norm`](tarazy_law::model::Norm) and [`Exception`](tarazy_law::model::Exception), by the
//! words of `docs/law-language.md`:
//! a norm is *met* where its bearer clause and its conditions hold and its own `unless` does not; it *applies* where it is met, every scope
//! that governs it holds, and no carve-out or displacement that touches it does; an exception gives way to the exceptions that touch it, and holds
//! only within the scopes that govern it.

#![allow(dead_code, unreachable_pub)]

use std::cell::Cell;
use std::collections::BTreeSet;

use tarazy_law::case::{Case, FactKey, State, Value};
use tarazy_law::model::{
    Args, Bearer, Corpus, DateExpr, DefId, Derived, Domain, Edge, ExcId, FactId, FactKind, Formula, NormId, Op,
    Rulebook, VocabId,
};
use tarazy_law::syntax::ast::{DeadlineUnit, ExceptionKind, NormKind};

/// After so many worlds the judge gives up on a question.
const PATIENCE: u32 = 1_000;

/// What comes out over all worlds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It holds in every world.
    Yes,
    /// It holds in none.
    No,
    /// It holds in some and not in others.
    Open,
    /// There are too many worlds to look at.
    TooMany,
}

/// An edition as the judge reads it.
pub struct Law<'a> {
    corpus: &'a Corpus,
    book: &'a Rulebook,
    /// The scopes, and the carve-outs and displacements, of each norm.
    scopes: Vec<Vec<ExcId>>,
    barriers: Vec<Vec<ExcId>>,
    /// The exceptions to each exception, and the scopes that bound it.
    lifted_by: Vec<Vec<ExcId>>,
    bounded_by: Vec<Vec<ExcId>>,
    /// Dates and numbers that are compared with each other: these are tried day by day and not in intervals.
    compared: BTreeSet<VocabId>,
    /// Months and years have no fixed length: such comparisons are answered freely, so that only their contraries are excluded.
    only_days: bool,
    /// How far apart compared days may usefully lie, beyond the constants of the law.
    margin: i64,
    cuts: Vec<i64>,
}

impl<'a> Law<'a> {
    /// Reads an edition.
    pub fn new(corpus: &'a Corpus, book: &'a Rulebook) -> Law<'a> {
        let exceptions = || book.exceptions.iter().enumerate().map(|(i, e)| (ExcId(i as u32), e));
        let edges = |n: NormId, kinds: &[ExceptionKind]| -> Vec<ExcId> {
            exceptions()
                .filter(|(_, e)| !e.inline && kinds.contains(&e.kind) && e.targets.contains(&Edge::Norm(n)))
                .filter(|(_, e)| !(e.kind == ExceptionKind::Displacement && e.others.contains(&n)))
                .map(|(id, _)| id)
                .collect()
        };
        let of_norms =
            |kinds: &[ExceptionKind]| (0..book.norms.len()).map(|i| edges(NormId(i as u32), kinds)).collect();
        let touching = |scopes: bool| -> Vec<Vec<ExcId>> {
            let of = |e: ExcId| {
                let touch = exceptions().filter(|(_, x)| x.targets.contains(&Edge::Exception(e)));
                touch.filter(|(_, x)| (x.kind == ExceptionKind::Scope) == scopes).map(|(id, _)| id).collect()
            };
            (0..book.exceptions.len()).map(|i| of(ExcId(i as u32))).collect()
        };
        let (mut compared, mut only_days, mut margin, mut cuts) = (BTreeSet::new(), true, 2, Vec::new());
        for fact in &book.facts {
            let FactKind::Comparison { left, right, .. } = &fact.kind else { continue };
            for side in [left, right] {
                let FactKind::Vocab(v) = book.fact(side.fact).kind else { continue };
                compared.insert(v);
                cuts.extend(&book.fact(side.fact).cuts);
                only_days &= side.plus.iter().all(|(_, unit)| *unit == DeadlineUnit::Days);
                margin += side.plus.iter().map(|(n, _)| i64::from(*n)).sum::<i64>() + 1;
            }
        }
        Law {
            scopes: of_norms(&[ExceptionKind::Scope]),
            barriers: of_norms(&[ExceptionKind::CarveOut, ExceptionKind::Displacement]),
            lifted_by: touching(false),
            bounded_by: touching(true),
            corpus,
            book,
            compared,
            only_days,
            margin,
            cuts,
        }
    }

    /// Everything on which a term may rest: the facts, and whether it looks for *some person*.
    pub fn rests_on(&self, what: Derived) -> (BTreeSet<FactId>, bool) {
        let (mut facts, mut looks_around) = (BTreeSet::new(), false);
        let (mut seen, mut todo) = (Vec::new(), vec![what]);
        while let Some(next) = todo.pop() {
            if seen.contains(&next) {
                continue;
            }
            seen.push(next);
            todo.extend(self.parts_of(next).into_iter().map(Derived::Holds));
            for formula in self.conditions_of(next) {
                formula.visit(&mut |f| match f {
                    Formula::Fact { fact, .. } => drop(facts.insert(*fact)),
                    Formula::Derived { what, .. } => todo.push(*what),
                    Formula::Some { .. } => looks_around = true,
                    _ => {}
                });
            }
            if let Derived::Applies(n) = next {
                todo.push(Derived::Met(n));
            }
        }
        (facts, looks_around)
    }

    fn parts_of(&self, what: Derived) -> Vec<ExcId> {
        match what {
            Derived::Definition(_) => Vec::new(),
            Derived::Met(n) => self.book.norm(n).unless.into_iter().collect(),
            Derived::Applies(n) => [&self.scopes[n.0 as usize][..], &self.barriers[n.0 as usize][..]].concat(),
            Derived::Holds(e) => [&self.lifted_by[e.0 as usize][..], &self.bounded_by[e.0 as usize][..]].concat(),
        }
    }

    fn conditions_of(&self, what: Derived) -> Vec<&Formula> {
        match what {
            Derived::Definition(d) => vec![&self.book.definition(d).formula],
            Derived::Met(n) => vec![&self.book.norm(n).bearer_cond, &self.book.norm(n).when],
            Derived::Applies(_) => Vec::new(),
            Derived::Holds(e) => vec![&self.book.exception(e).cond],
        }
    }

    /// Offences that stand beside each other without a word of the law that allows it.
    pub fn rivals(&self, n: NormId) -> Vec<NormId> {
        let offence = |id: NormId| self.book.norm(id).kind == NormKind::Offence;
        let beside = |a: NormId, b: NormId| {
            let savings = self.book.exceptions.iter().filter(|e| e.kind == ExceptionKind::Savings);
            savings.into_iter().any(|e| {
                let joins = |x, y| e.targets.contains(&Edge::Norm(x)) && e.others.contains(&y);
                joins(a, b) || joins(b, a)
            })
        };
        let others = (0..self.book.norms.len()).map(|i| NormId(i as u32));
        if offence(n) { others.filter(|o| *o != n && offence(*o) && !beside(n, *o)).collect() } else { Vec::new() }
    }
}

/// A fact of a world.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Key {
    Fact(FactKey),
    Reading(FactId),
    /// A comparison that is answered freely.
    Free(FactId, [usize; 2]),
}

/// How a fact turned out in a world.
#[derive(Clone, Copy)]
enum Turned {
    /// The value (or interval) with this index.
    Out(usize),
    /// This very number or day.
    Exactly(i64),
    Inapplicable,
}

/// One case before the judge.
pub struct Judge<'a> {
    law: &'a Law<'a>,
    case: &'a Case,
    patience: u32,
    worlds: Cell<u64>,
}

/// One way in which the open facts turn out. Facts are only settled when somebody asks for them.
struct World<'a> {
    judge: &'a Judge<'a>,
    /// The persons of the case and, in some worlds, one more.
    persons: usize,
    /// A short list: looking through it is quicker than hashing.
    turned: Vec<(Key, Turned)>,
    /// What was open and is settled in this world: the options, and which one.
    open: Vec<(Key, Vec<Turned>, usize)>,
}

impl<'a> Judge<'a> {
    /// A judge of a case.
    pub fn new(law: &'a Law<'a>, case: &'a Case) -> Judge<'a> {
        Judge { law, case, patience: PATIENCE, worlds: Cell::new(0) }
    }

    /// The worlds that were looked at.
    pub fn worlds(&self) -> u64 {
        self.worlds.get()
    }

    /// Whether a norm applies to a person.
    pub fn applies(&self, norm: NormId, person: usize) -> Answer {
        self.ask(Derived::Applies(norm), person)
    }

    /// Whether a term holds for a person.
    pub fn ask(&self, what: Derived, person: usize) -> Answer {
        let named = self.case.persons.len();
        let with_others: &[usize] = match self.case.others.known() {
            Some(false) => &[0],
            Some(true) => &[1],
            None => &[0, 1],
        };
        let (mut yes, mut no, mut looked_at) = (false, false, 0);
        for others in with_others {
            let mut world = World { judge: self, persons: named + others, turned: Vec::new(), open: Vec::new() };
            loop {
                if world.term(what, [person, 0]) {
                    yes = true;
                } else {
                    no = true;
                }
                looked_at += 1;
                self.worlds.set(self.worlds.get() + 1);
                if yes && no {
                    return Answer::Open;
                }
                if looked_at > self.patience {
                    return Answer::TooMany;
                }
                if !world.next() {
                    break;
                }
            }
        }
        if yes { Answer::Yes } else { Answer::No }
    }

    /// Some comparison of dates or numbers on which a term rests is not settled by the case.
    pub fn has_open_comparison(&self, what: Derived) -> bool {
        let book = self.law.book;
        let sides = self.law.rests_on(what).0.into_iter().filter_map(|f| match &book.fact(f).kind {
            FactKind::Comparison { left, right, .. } => Some([left, right]),
            _ => None,
        });
        sides.flatten().any(|side| {
            let FactKind::Vocab(v) = book.fact(side.fact).kind else { return true };
            let settled =
                |persons: &[usize]| matches!(self.case.state(FactKey::new(v, persons)), State::Established(_));
            match book.fact(side.fact).persons {
                0 => !settled(&[]),
                1 => !(0..self.case.persons.len()).all(|p| settled(&[p])),
                _ => !(0..self.case.persons.len()).all(|p| (0..self.case.persons.len()).all(|q| settled(&[p, q]))),
            }
        })
    }

    /// The ways in which something may turn out.
    fn options(&self, key: Key) -> Vec<Turned> {
        let book = self.law.book;
        match key {
            Key::Free(..) => vec![Turned::Out(0), Turned::Out(1)],
            Key::Reading(fact) => {
                let FactKind::Reading { name, readings, .. } = &book.fact(fact).kind else { unreachable!() };
                let chosen = self.case.readings.get(name);
                let fits = |i: &usize| chosen.is_none_or(|c| readings[*i].0 == *c);
                (0..readings.len()).filter(fits).map(Turned::Out).collect()
            }
            Key::Fact(key) => self.options_of_fact(key),
        }
    }

    fn options_of_fact(&self, key: FactKey) -> Vec<Turned> {
        let info = self.law.corpus.vocabulary.fact(key.fact);
        let turned = |v: &Value| match *v {
            Value::Named(i) => Turned::Out(i),
            Value::Number(n) => Turned::Exactly(n),
            Value::Date(d) => Turned::Exactly(day(d)),
        };
        let state = self.case.state(key);
        match state {
            State::Established(v) => return vec![turned(v)],
            State::Disputed(values) => return values.iter().map(turned).collect(),
            State::NotApplicable => return vec![Turned::Inapplicable],
            _ => {}
        }
        let mut out: Vec<Turned> = match &info.domain {
            Domain::YesNo => (0..2).map(Turned::Out).collect(),
            Domain::OneOf(values) => (0..values.len()).map(Turned::Out).collect(),
            Domain::Number | Domain::Date if self.law.compared.contains(&key.fact) => {
                self.days().map(Turned::Exactly).collect()
            }
            Domain::Number | Domain::Date => {
                (0..self.law.book.fact(self.law.book.vocab[&key.fact]).values).map(Turned::Out).collect()
            }
        };
        if let State::Denied(values) = state {
            // That one number or day is excluded is no help to the engine, and none is taken here.
            out.retain(|t| !values.iter().any(|v| matches!((v, t), (Value::Named(a), Turned::Out(b)) if a == b)));
        }
        if info.may_be_inapplicable {
            out.push(Turned::Inapplicable);
        }
        out
    }

    /// The days (or numbers) that are tried for a fact that is compared with another.
    fn days(&self) -> impl Iterator<Item = i64> {
        let law = self.law;
        let stated = self.case.facts.iter().filter(|(key, _)| law.compared.contains(&key.fact)).flat_map(|(_, e)| {
            match &e.state {
                State::Established(v) => vec![*v],
                State::Disputed(values) => values.clone(),
                _ => Vec::new(),
            }
        });
        let stated = stated.filter_map(|v| match v {
            Value::Number(n) => Some(n),
            Value::Date(d) => Some(day(d)),
            Value::Named(_) => None,
        });
        let all: Vec<i64> = law.cuts.iter().copied().chain(stated).collect();
        let (low, high) = (all.iter().min().copied().unwrap_or(0), all.iter().max().copied().unwrap_or(0));
        // One more day for each person, so that all of them can differ.
        let margin = law.margin + i64::try_from(self.case.persons.len()).unwrap_or(i64::MAX);
        low - margin..=high + margin
    }
}

impl World<'_> {
    /// The next world; `false` when this was the last.
    fn next(&mut self) -> bool {
        while let Some((key, options, at)) = self.open.last_mut() {
            *at += 1;
            let place = self.turned.iter().position(|(k, _)| k == key).unwrap_or_default();
            if let Some(next) = options.get(*at) {
                self.turned[place].1 = *next;
                return true;
            }
            self.turned.swap_remove(place);
            self.open.pop();
        }
        false
    }

    fn look_up(&mut self, key: Key) -> Turned {
        if let Some((_, turned)) = self.turned.iter().find(|(k, _)| *k == key) {
            return *turned;
        }
        let options = self.judge.options(key);
        let first = options[0];
        self.turned.push((key, first));
        if options.len() > 1 {
            self.open.push((key, options, 0));
        }
        first
    }

    fn term(&mut self, what: Derived, who: [usize; 2]) -> bool {
        let law = self.judge.law;
        match what {
            Derived::Definition(d) => self.definition(d, who),
            Derived::Met(n) => self.met(n, who),
            Derived::Applies(n) => {
                law.scopes[n.0 as usize].iter().all(|e| self.exception(*e, who))
                    && self.met(n, who)
                    && !law.barriers[n.0 as usize].iter().any(|e| self.exception(*e, who))
            }
            Derived::Holds(e) => self.exception(e, who),
        }
    }

    fn definition(&mut self, d: DefId, who: [usize; 2]) -> bool {
        self.holds(&self.judge.law.book.definition(d).formula, who)
    }

    fn met(&mut self, n: NormId, who: [usize; 2]) -> bool {
        let norm = self.judge.law.book.norm(n);
        self.holds(&norm.bearer_cond, who)
            && self.holds(&norm.when, who)
            && !norm.unless.is_some_and(|e| self.exception(e, who))
    }

    fn exception(&mut self, e: ExcId, who: [usize; 2]) -> bool {
        let law = self.judge.law;
        let exception = law.book.exception(e);
        let own =
            self.holds(&exception.cond, who) && law.bounded_by[e.0 as usize].iter().all(|x| self.exception(*x, who));
        let lifted = law.lifted_by[e.0 as usize].iter().any(|x| self.exception(*x, who));
        // A scope that is lifted lets in what it kept out; any other exception that is lifted has no effect.
        if exception.kind == ExceptionKind::Scope { own || lifted } else { own && !lifted }
    }

    /// The condition is true to the facts.
    fn holds(&mut self, formula: &Formula, who: [usize; 2]) -> bool {
        match formula {
            Formula::Const(c) => *c,
            Formula::Fact { fact, args, test } => {
                self.value(*fact, *args, who).is_some_and(|v| test.values >> v & 1 == 1)
            }
            Formula::Derived { what, args } => self.term(*what, about(*args, who)),
            Formula::Same(a, b) => who[*a as usize] == who[*b as usize],
            Formula::Not(inner) => self.fails(inner, who),
            Formula::And(parts) => parts.iter().all(|p| self.holds(p, who)),
            Formula::Or(parts) => parts.iter().any(|p| self.holds(p, who)),
            Formula::Some { var, body } => (0..self.persons).any(|q| self.holds(body, with(who, *var, q))),
        }
    }

    /// The contrary of the condition is true to the facts. Of a fact that is not applicable neither is.
    fn fails(&mut self, formula: &Formula, who: [usize; 2]) -> bool {
        match formula {
            Formula::Fact { fact, args, test } => {
                self.value(*fact, *args, who).is_some_and(|v| test.values >> v & 1 == 0)
            }
            Formula::Not(inner) => self.holds(inner, who),
            Formula::And(parts) => parts.iter().any(|p| self.fails(p, who)),
            Formula::Or(parts) => parts.iter().all(|p| self.fails(p, who)),
            plain => !self.holds(plain, who),
        }
    }

    /// The index of a fact's value in this world; `None` where it is not applicable.
    fn value(&mut self, fact: FactId, args: Args, who: [usize; 2]) -> Option<usize> {
        let book = self.judge.law.book;
        let persons = about(args, who);
        match &book.fact(fact).kind {
            FactKind::Others => Some(usize::from(self.persons > self.judge.case.persons.len())),
            FactKind::Reading { .. } => match self.look_up(Key::Reading(fact)) {
                Turned::Out(i) => Some(i),
                _ => unreachable!(),
            },
            FactKind::Vocab(v) => {
                let key = FactKey::new(*v, &persons[..book.fact(fact).persons]);
                match self.look_up(Key::Fact(key)) {
                    Turned::Out(i) => Some(i),
                    Turned::Exactly(n) => Some(book.fact(fact).cuts.iter().filter(|cut| **cut <= n).count()),
                    Turned::Inapplicable => None,
                }
            }
            FactKind::Comparison { left, op, right } => {
                let free = |w: &mut Self| match w.look_up(Key::Free(fact, persons)) {
                    Turned::Out(i) => Some(i),
                    _ => unreachable!(),
                };
                let stated = self.is_stated(left, persons) && self.is_stated(right, persons);
                if !self.judge.law.only_days && !stated {
                    return free(self);
                }
                match (self.day_of(left, persons), self.day_of(right, persons)) {
                    (Some(l), Some(r)) => Some(usize::from(compare(*op, l, r))),
                    // What the comparison of something inapplicable would be, no text says.
                    _ => free(self),
                }
            }
        }
    }

    fn key_of(&self, side: &DateExpr, persons: [usize; 2]) -> FactKey {
        let book = self.judge.law.book;
        let FactKind::Vocab(v) = book.fact(side.fact).kind else { unreachable!() };
        let who = about(side.args, persons);
        FactKey::new(v, &who[..side.args.vars().len()])
    }

    fn is_stated(&self, side: &DateExpr, persons: [usize; 2]) -> bool {
        matches!(self.judge.case.state(self.key_of(side, persons)), State::Established(_) | State::Disputed(_))
    }

    fn day_of(&mut self, side: &DateExpr, persons: [usize; 2]) -> Option<i64> {
        let key = self.key_of(side, persons);
        match self.look_up(Key::Fact(key)) {
            Turned::Exactly(n) => Some(side.plus.iter().fold(n, |n, (count, unit)| later(n, *count, *unit))),
            _ => None,
        }
    }
}

fn about(args: Args, who: [usize; 2]) -> [usize; 2] {
    let mut out = [0, 0];
    for (place, var) in args.vars().iter().enumerate() {
        out[place] = who[*var as usize];
    }
    out
}

fn with(mut who: [usize; 2], var: u8, q: usize) -> [usize; 2] {
    who[var as usize] = q;
    who
}

fn compare(op: Op, left: i64, right: i64) -> bool {
    match op {
        Op::Eq => left == right,
        Op::Ne => left != right,
        Op::Lt => left < right,
        Op::Le => left <= right,
        Op::Gt => left > right,
        Op::Ge => left >= right,
    }
}

/// Days since the first of January 1970, counted the plain way.
pub fn day(date: jiff::civil::Date) -> i64 {
    let start = jiff::civil::date(1970, 1, 1);
    i64::from(start.until(date).unwrap_or_default().get_days())
}

fn later(day: i64, count: u32, unit: DeadlineUnit) -> i64 {
    let count = i64::from(count);
    if unit == DeadlineUnit::Days {
        return day + count;
    }
    let start = jiff::civil::date(1970, 1, 1);
    let span = jiff::Span::new();
    let months = if unit == DeadlineUnit::Years { 12 * count } else { count };
    let date = start.saturating_add(jiff::Span::new().days(day)).saturating_add(span.months(months));
    self::day(date)
}

/// The persons about whom a norm is asked.
pub fn subjects(book: &Rulebook, norm: NormId, case: &Case) -> Vec<usize> {
    if book.norm(norm).bearer == Bearer::Person { (0..case.persons.len()).collect() } else { vec![0] }
}
