//! Every case there is, one after the other.
//!
//! This shares nothing with the cubes but the conditions themselves: a case is a value for each fact, a condition is asked of it in plain
//! yes and no. Dates and numbers that are compared with each other are tried day by day.

#![allow(dead_code, unreachable_pub)]

use std::collections::BTreeSet;

use tarazy_law::model::{Args, DateExpr, Derived, FactId, FactKind, Formula, OTHERS, Rulebook};
use tarazy_law::syntax::ast::DeadlineUnit;

pub type Key = (FactId, [usize; 2]);

/// The cases of a condition with so many persons.
pub struct Cases<'a> {
    book: &'a Rulebook,
    persons: usize,
    /// What is open, with the number of ways in which it can turn out.
    pub open: Vec<(Key, usize)>,
    /// Those of them that are days or numbers, with the first that is tried.
    exact: Vec<Option<i64>>,
    /// Days are compared.
    pub compares: bool,
}

/// How each of the open facts turned out.
pub type Turned = Vec<usize>;

impl<'a> Cases<'a> {
    /// `None` when there are more than `most`.
    pub fn new(book: &'a Rulebook, condition: &Formula, persons: usize, most: u64) -> Option<Cases<'a>> {
        let mut facts = BTreeSet::new();
        let (mut todo, mut seen) = (vec![condition.clone()], Vec::new());
        while let Some(f) = todo.pop() {
            f.visit(&mut |f| match f {
                Formula::Fact { fact, .. } if *fact != OTHERS => drop(facts.insert(*fact)),
                Formula::Derived { what, .. } if !seen.contains(what) => {
                    seen.push(*what);
                    todo.push(book.unfold(*what));
                }
                _ => {}
            });
        }
        let mut compared = BTreeSet::new();
        let comparisons: Vec<FactId> = facts.iter().copied().collect();
        for fact in comparisons {
            if let FactKind::Comparison { left, right, .. } = &book.fact(fact).kind {
                compared.extend([left.fact, right.fact]);
                facts.remove(&fact);
            }
        }
        facts.extend(&compared);
        let (mut open, mut exact) = (Vec::new(), Vec::new());
        for fact in facts {
            let info = book.fact(fact);
            let cuts = || compared.iter().flat_map(|f| book.fact(*f).cuts.iter().copied());
            let about: Vec<[usize; 2]> = match info.persons {
                0 => vec![[0, 0]],
                1 => (0..persons).map(|p| [p, 0]).collect(),
                _ => (0..persons).flat_map(|p| (0..persons).map(move |q| [p, q])).collect(),
            };
            for persons in about {
                if compared.contains(&fact) {
                    let (low, high) = (cuts().min().unwrap_or(0) - 3, cuts().max().unwrap_or(0) + 3);
                    exact.push(Some(low));
                    open.push(((fact, persons), (high - low) as usize + 1));
                } else {
                    exact.push(None);
                    open.push(((fact, persons), info.values + usize::from(info.may_be_inapplicable)));
                }
            }
        }
        let count = open.iter().try_fold(1_u64, |n, (_, ways)| n.checked_mul(*ways as u64));
        (count? <= most).then_some(Cases { book, persons, open, exact, compares: !compared.is_empty() })
    }

    /// Calls `see` with every case, until it returns false.
    pub fn each(&self, mut see: impl FnMut(&Turned) -> bool) {
        let mut turned = vec![0; self.open.len()];
        loop {
            if !see(&turned) {
                return;
            }
            let mut at = 0;
            loop {
                let Some(t) = turned.get_mut(at) else { return };
                *t += 1;
                if *t < self.open[at].1 {
                    break;
                }
                *t = 0;
                at += 1;
            }
        }
    }

    /// The condition holds in this case, for person 0.
    pub fn holds(&self, condition: &Formula, turned: &Turned) -> bool {
        self.says(condition, [0, 0], turned, true)
    }

    /// The value of a fact in this case, as one bit.
    pub fn value(&self, key: Key, turned: &Turned) -> Option<u64> {
        if let FactKind::Comparison { .. } = self.book.fact(key.0).kind {
            return Some(if self.compare(key, turned) { 0b10 } else { 0b01 });
        }
        let at = self.open.iter().position(|(k, _)| *k == key)?;
        let value = match self.exact[at] {
            Some(low) => {
                let n = low + turned[at] as i64;
                self.book.fact(key.0).cuts.iter().filter(|c| **c <= n).count()
            }
            None => turned[at],
        };
        Some(1 << value)
    }

    fn day(&self, side: &DateExpr, persons: [usize; 2], turned: &Turned) -> i64 {
        let mut about = [0, 0];
        for (place, v) in about.iter_mut().zip(side.args.vars()) {
            *place = persons[*v as usize];
        }
        let at = self.open.iter().position(|(k, _)| *k == (side.fact, about)).unwrap();
        let plus: i64 = side
            .plus
            .iter()
            .map(|(n, unit)| {
                assert_eq!(*unit, DeadlineUnit::Days, "random laws add days only");
                i64::from(*n)
            })
            .sum();
        self.exact[at].unwrap() + turned[at] as i64 + plus
    }

    fn compare(&self, key: Key, turned: &Turned) -> bool {
        let FactKind::Comparison { left, op, right } = &self.book.fact(key.0).kind else { unreachable!() };
        op.holds(self.day(left, key.1, turned), self.day(right, key.1, turned))
    }

    /// The condition holds, or (not `yes`) its contrary does.
    fn says(&self, f: &Formula, env: [usize; 2], turned: &Turned, yes: bool) -> bool {
        let about = |args: &Args| {
            let mut out = [0, 0];
            for (place, v) in out.iter_mut().zip(args.vars()) {
                *place = env[*v as usize];
            }
            out
        };
        match f {
            Formula::Const(c) => *c == yes,
            Formula::Fact { fact, args, test } => {
                let value = self.value((*fact, about(args)), turned).unwrap();
                let inapplicable = value >> self.book.fact(*fact).values != 0;
                !inapplicable && (value & test.values != 0) == yes
            }
            Formula::Derived { what, args } => self.term(*what, about(args), turned) == yes,
            Formula::Same(a, b) => (env[*a as usize] == env[*b as usize]) == yes,
            Formula::Not(inner) => self.says(inner, env, turned, !yes),
            Formula::And(parts) if yes => parts.iter().all(|p| self.says(p, env, turned, true)),
            Formula::And(parts) => parts.iter().any(|p| self.says(p, env, turned, false)),
            Formula::Or(parts) if yes => parts.iter().any(|p| self.says(p, env, turned, true)),
            Formula::Or(parts) => parts.iter().all(|p| self.says(p, env, turned, false)),
            Formula::Some { var, body } => {
                let some = (0..self.persons).any(|q| {
                    let mut env = env;
                    env[*var as usize] = q;
                    self.says(body, env, turned, true)
                });
                some == yes
            }
        }
    }

    fn term(&self, what: Derived, persons: [usize; 2], turned: &Turned) -> bool {
        self.says(&self.book.unfold(what), persons, turned, true)
    }
}
