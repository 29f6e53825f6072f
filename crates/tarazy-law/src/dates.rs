//! Whether what is supposed of dates fits together.
//!
//! Where a norm compares two dates of a case, the comparison is a fact of its own: *the decision is later than two months after the act: yes*.
//! While answers are tried out, such facts could contradict each other or the days themselves. Here a trial is asked for days that satisfy
//! all of them at once.

use crate::case::PersonIdx;
use crate::exact::bits;
use crate::model::{DateExpr, FactId, FactKind, Op, Rulebook};
use crate::program::{Program, Rows, days_later};
use crate::syntax::ast::DeadlineUnit;

/// So many steps may be spent on one question; it is seldom that many.
const MAX_TRIES: u32 = 20_000;

pub(crate) type Key = (FactId, [PersonIdx; 2]);

#[derive(Clone)]
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
            let key = date_of(side, *persons);
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
    if constraints.is_empty() {
        return true;
    }
    let frame = frame(book, rows, &dates, &constraints);
    let spans: Vec<Vec<(i64, i64)>> = dates.iter().map(|key| spans(book, program, rows, *key, frame)).collect();
    choose(&spans, &constraints, &mut Vec::new(), &mut 0)
}

/// The date that one side of a comparison about these persons reads.
pub(crate) fn date_of(side: &DateExpr, persons: [PersonIdx; 2]) -> Key {
    let mut about = side.args.vars().iter().map(|v| persons[*v as usize]);
    (side.fact, [about.next().unwrap_or(0), about.next().unwrap_or(0)])
}

/// The days among which a solution lies if there is one: around everything that is known or compared with, with room for every term.
fn frame(book: &Rulebook, rows: &Rows, dates: &[Key], constraints: &[Constraint<'_>]) -> (i64, i64) {
    let cuts = dates.iter().flat_map(|(f, _)| book.fact(*f).cuts.iter().copied());
    let marks: Vec<i64> = cuts.chain(rows.days.iter().map(|(_, day)| *day)).collect();
    let days = |plus: &[(u32, DeadlineUnit)]| shift(0, plus).abs();
    let room: i64 = constraints.iter().map(|c| days(c.left_plus) + days(c.right_plus) + 2).sum::<i64>() + 60;
    let low = marks.iter().min().copied().unwrap_or(20_000);
    let high = marks.iter().max().copied().unwrap_or(20_000);
    (low - room, high + room)
}

/// The stretches of days that a date can still have.
fn spans(book: &Rulebook, program: &Program, rows: &Rows, key: Key, frame: (i64, i64)) -> Vec<(i64, i64)> {
    if let Some((_, day)) = rows.days.iter().find(|(k, _)| *k == key) {
        return vec![(*day, *day)];
    }
    let fact = book.fact(key.0);
    let mut out: Vec<(i64, i64)> = Vec::new();
    for bit in bits(program.get(rows, key.0, key.1)) {
        let i = bit.trailing_zeros() as usize;
        if i >= fact.values {
            continue;
        }
        let low = i.checked_sub(1).map_or(frame.0, |c| fact.cuts[c]);
        let high = fact.cuts.get(i).map_or(frame.1, |c| c - 1);
        match out.last_mut() {
            Some(last) if last.1 + 1 == low => last.1 = high,
            _ => out.push((low, high)),
        }
    }
    out
}

/// One stretch for each date, and days in them that satisfy everything.
fn choose(
    spans: &[Vec<(i64, i64)>],
    constraints: &[Constraint<'_>],
    chosen: &mut Vec<(i64, i64)>,
    tries: &mut u32,
) -> bool {
    let Some(next) = spans.get(chosen.len()) else {
        let earliest = chosen.iter().map(|span| span.0).collect();
        return least_days(chosen, earliest, constraints, tries);
    };
    next.iter().any(|span| {
        chosen.push(*span);
        let found = choose(spans, constraints, chosen, tries);
        chosen.pop();
        found
    })
}

/// Every date takes its earliest day, and a later one only when a comparison asks for it. A day so much later never comes before a day that
/// is earlier by as much, so what one comparison has moved need never be moved back: if there are such days, these are the earliest. Only two
/// days that must differ and do not leave a choice, and then both ways are gone.
fn least_days(spans: &[(i64, i64)], mut days: Vec<i64>, constraints: &[Constraint<'_>], tries: &mut u32) -> bool {
    loop {
        let mut moved = false;
        for (i, c) in constraints.iter().enumerate() {
            let (l, r) = (shift(days[c.left], c.left_plus), shift(days[c.right], c.right_plus));
            if c.op.holds(l, r) == c.holds {
                continue;
            }
            *tries += 1;
            // Too much to try: they may fit, and the verdict stays open.
            if *tries > MAX_TRIES {
                return true;
            }
            let later = match (c.op, c.holds) {
                (Op::Lt | Op::Le, true) | (Op::Gt | Op::Ge, false) => c.right,
                (Op::Gt | Op::Ge, true) | (Op::Lt | Op::Le, false) => c.left,
                (Op::Eq, true) | (Op::Ne, false) if l < r => c.left,
                (Op::Eq, true) | (Op::Ne, false) => c.right,
                (Op::Eq, false) | (Op::Ne, true) => {
                    return [Op::Lt, Op::Gt].into_iter().any(|op| {
                        let mut ordered = constraints.to_vec();
                        ordered[i] = Constraint { op, holds: true, ..c.clone() };
                        least_days(spans, days.clone(), &ordered, tries)
                    });
                }
            };
            let gap = (l - r).abs();
            // All but the last few days of the way at once: months are of different length.
            days[later] += (gap - 4).max(1);
            if days[later] > spans[later].1 {
                return false;
            }
            moved = true;
        }
        if !moved {
            return true;
        }
    }
}

fn shift(day: i64, plus: &[(u32, DeadlineUnit)]) -> i64 {
    days_later(day, plus, 1).unwrap_or(day)
}
