//! Whether what is supposed of dates fits together.
//!
//! Where a norm compares two dates of a case, the comparison is a fact of its own: *the decision is later than two months after the act: yes*.
//! While answers are tried out, such facts could contradict each other or the days themselves. Here a trial is asked for days that satisfy
//! all of them at once.

use crate::case::PersonIdx;
use crate::exact::bits;
use crate::model::{BookFact, DateExpr, FactId, FactKind, Op, Rulebook, day_number};
use crate::program::{Program, Rows, days_later};
use crate::syntax::ast::DeadlineUnit;

/// With more dates than this in play at once, fitting is taken for granted: a verdict then stays *unknown* rather than become wrong.
const MAX_DATES: usize = 5;
/// So many candidate days are tried for a date.
const MAX_CANDIDATES: usize = 80;

type Key = (FactId, [PersonIdx; 2]);

struct Constraint<'a> {
    left: usize,
    right: usize,
    left_plus: &'a [(u32, DeadlineUnit)],
    right_plus: &'a [(u32, DeadlineUnit)],
    op: Op,
    holds: bool,
}

/// Whether there are days that agree with every decided comparison among `facts` and with the intervals in `rows`.
pub(crate) fn agree(book: &Rulebook, program: &Program, rows: &Rows, comparisons: &[Key]) -> bool {
    let mut dates: Vec<Key> = Vec::new();
    let mut constraints = Vec::new();
    for (fact, persons) in comparisons {
        let FactKind::Comparison { left, op, right } = &book.fact(*fact).kind else { continue };
        let holds = match program.get(rows, *fact, *persons) {
            0b10 => true,
            0b01 => false,
            _ => continue,
        };
        let mut place = |side: &DateExpr| {
            let about: Vec<PersonIdx> = side.args.vars().iter().map(|v| persons[*v as usize]).collect();
            let at = |i: usize| about.get(i).copied().unwrap_or(0);
            let key = (side.fact, [at(0), at(1)]);
            dates.iter().position(|d| *d == key).unwrap_or_else(|| {
                dates.push(key);
                dates.len() - 1
            })
        };
        let (l, r) = (place(left), place(right));
        constraints.push(Constraint {
            left: l,
            right: r,
            left_plus: &left.plus,
            right_plus: &right.plus,
            op: *op,
            holds,
        });
    }
    if constraints.is_empty() || dates.len() > MAX_DATES {
        return true;
    }
    let possible: Vec<u64> = dates.iter().map(|(f, p)| program.get(rows, *f, *p)).collect();
    let candidates = candidates(book, &dates, &possible, &constraints);
    assign(&candidates, &constraints, &mut Vec::new())
}

/// Days on which something could turn: the ends of intervals, and the days that comparisons carry over from one date to another.
fn candidates(book: &Rulebook, dates: &[Key], possible: &[u64], constraints: &[Constraint<'_>]) -> Vec<Vec<i64>> {
    let within = |i: usize, day: i64| {
        let interval = book.fact(dates[i].0).cuts.partition_point(|cut| *cut <= day);
        possible[i] >> interval & 1 == 1
    };
    let mut out: Vec<Vec<i64>> = (0..dates.len()).map(|i| ends(book.fact(dates[i].0), possible[i])).collect();
    for _ in 0..dates.len() {
        for c in constraints {
            for (from, to, plus, minus) in
                [(c.left, c.right, c.left_plus, c.right_plus), (c.right, c.left, c.right_plus, c.left_plus)]
            {
                for day in out[from].clone() {
                    let carried = shift(shift(day, plus, 1), minus, -1);
                    // A month taken back is not always the month that was added: look some days around.
                    for near in carried - 4..=carried + 4 {
                        if within(to, near) && out[to].len() < MAX_CANDIDATES && !out[to].contains(&near) {
                            out[to].push(near);
                        }
                    }
                }
            }
        }
    }
    out
}

fn ends(fact: &BookFact, possible: u64) -> Vec<i64> {
    let mut out = Vec::new();
    for bit in bits(possible) {
        let i = bit.trailing_zeros() as usize;
        let low = i.checked_sub(1).and_then(|c| fact.cuts.get(c)).copied();
        let high = fact.cuts.get(i).map(|c| c - 1);
        match (low, high) {
            (None, None) => out.push(day_number(jiff::civil::Date::constant(2026, 6, 15))),
            _ => out.extend([low, high].into_iter().flatten()),
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

fn shift(day: i64, plus: &[(u32, DeadlineUnit)], sign: i64) -> i64 {
    days_later(day, plus, sign).unwrap_or(day)
}

fn assign(candidates: &[Vec<i64>], constraints: &[Constraint<'_>], chosen: &mut Vec<i64>) -> bool {
    let fits = constraints.iter().filter(|c| c.left.max(c.right) < chosen.len()).all(|c| {
        let (l, r) = (shift(chosen[c.left], c.left_plus, 1), shift(chosen[c.right], c.right_plus, 1));
        c.op.holds(l, r) == c.holds
    });
    if !fits {
        return false;
    }
    let Some(next) = candidates.get(chosen.len()) else { return true };
    next.iter().any(|day| {
        chosen.push(*day);
        let found = assign(candidates, constraints, chosen);
        chosen.pop();
        found
    })
}
