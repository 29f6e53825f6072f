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

/// A fact about these persons (unused places are 0).
pub type Key = (FactId, [PersonIdx; 2]);

/// Whether there are days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// These: for each date or number that is compared, its day or number.
    Days(Vec<(Key, i64)>),
    /// There are none.
    Never,
    /// There are too many to try.
    TooMany,
}

#[derive(Clone)]
struct Constraint<'a> {
    left: usize,
    right: usize,
    left_plus: &'a [(u32, DeadlineUnit)],
    right_plus: &'a [(u32, DeadlineUnit)],
    op: Op,
    holds: bool,
}

/// Days (and numbers) that agree with these answers to comparisons, where every date lies in one of the intervals that `possible` gives as bits.
pub fn fit(book: &Rulebook, comparisons: &[(Key, bool)], possible: impl Fn(Key) -> u64) -> Fit {
    solve(book, comparisons, &[], possible)
}

/// Whether there are days that agree with every decided comparison among `facts` and with the intervals in `rows`.
pub(crate) fn agree(book: &Rulebook, program: &Program, rows: &Rows, comparisons: &[Key]) -> bool {
    let mut decided = Vec::new();
    for key in comparisons {
        match program.get(rows, key.0, key.1) {
            0b10 => decided.push((*key, true)),
            0b01 => decided.push((*key, false)),
            _ => {}
        }
    }
    decided.is_empty() || solve(book, &decided, &rows.days, |key| program.get(rows, key.0, key.1)) != Fit::Never
}

fn solve(book: &Rulebook, comparisons: &[(Key, bool)], known: &[(Key, i64)], possible: impl Fn(Key) -> u64) -> Fit {
    let mut dates: Vec<Key> = Vec::new();
    let mut constraints = Vec::new();
    for ((fact, persons), holds) in comparisons {
        let FactKind::Comparison { left, op, right } = &book.fact(*fact).kind else { continue };
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
            holds: *holds,
        });
    }
    // What is not compared with each other, even by way of others, has nothing to do with each other: numbers are not days.
    let (mut out, mut too_many) = (Vec::new(), false);
    for (dates, constraints) in apart(&dates, &constraints) {
        let room = room(&constraints);
        let frame = frame(book, known, &dates, room);
        let spans: Vec<Vec<(i64, i64)>> =
            dates.iter().map(|key| spans(book, known, *key, possible(*key), frame)).collect();
        match choose(&spans, &constraints, room, &mut Vec::new(), &mut 0) {
            Found::Days(days) => out.extend(dates.into_iter().zip(days)),
            Found::Nothing => return Fit::Never,
            Found::TooMany => too_many = true,
        }
    }
    if too_many { Fit::TooMany } else { Fit::Days(out) }
}

/// Dates and comparisons in groups that have nothing to do with each other.
fn apart<'a>(dates: &[Key], constraints: &[Constraint<'a>]) -> Vec<(Vec<Key>, Vec<Constraint<'a>>)> {
    let mut group: Vec<usize> = (0..dates.len()).collect();
    for c in constraints {
        let (from, to) = (group[c.left], group[c.right]);
        group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
    }
    let mut out = Vec::new();
    for g in 0..dates.len() {
        let members: Vec<usize> = (0..dates.len()).filter(|i| group[*i] == g).collect();
        if members.is_empty() {
            continue;
        }
        let place = |i: usize| members.iter().position(|m| *m == i).unwrap_or(0);
        let of_group = constraints.iter().filter(|c| group[c.left] == g);
        let moved = of_group.map(|c| Constraint { left: place(c.left), right: place(c.right), ..c.clone() });
        out.push((members.iter().map(|i| dates[*i]).collect(), moved.collect()));
    }
    out
}

/// The date that one side of a comparison about these persons reads.
pub fn date_of(side: &DateExpr, persons: [PersonIdx; 2]) -> Key {
    let mut about = side.args.vars().iter().map(|v| persons[*v as usize]);
    (side.fact, [about.next().unwrap_or(0), about.next().unwrap_or(0)])
}

/// By how many days comparisons can move a day at most, one after the other; months are counted with days to spare.
fn room(constraints: &[Constraint<'_>]) -> i64 {
    let days = |plus: &[(u32, DeadlineUnit)]| shift(0, plus).abs();
    constraints.iter().map(|c| days(c.left_plus) + days(c.right_plus) + 2).sum::<i64>() + 60
}

/// The days among which a solution lies if there is one: around everything that is known or compared with, with room for every term.
fn frame(book: &Rulebook, known: &[(Key, i64)], dates: &[Key], room: i64) -> (i64, i64) {
    let cuts = dates.iter().flat_map(|(f, _)| book.fact(*f).cuts.iter().copied());
    let marks: Vec<i64> = cuts.chain(known.iter().map(|(_, day)| *day)).collect();
    let low = marks.iter().min().copied().unwrap_or(20_000);
    let high = marks.iter().max().copied().unwrap_or(20_000);
    (low - room, high + room)
}

/// The stretches of days that a date can still have.
fn spans(book: &Rulebook, known: &[(Key, i64)], key: Key, possible: u64, frame: (i64, i64)) -> Vec<(i64, i64)> {
    if let Some((_, day)) = known.iter().find(|(k, _)| *k == key) {
        return vec![(*day, *day)];
    }
    let fact = book.fact(key.0);
    let mut out: Vec<(i64, i64)> = Vec::new();
    for bit in bits(possible) {
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

enum Found {
    Days(Vec<i64>),
    Nothing,
    TooMany,
}

/// The first of these that is not *nothing*.
fn first(ways: impl Iterator<Item = Found>) -> Found {
    ways.into_iter().find(|f| !matches!(f, Found::Nothing)).unwrap_or(Found::Nothing)
}

/// One stretch for each date, and days in them that satisfy everything.
fn choose(
    spans: &[Vec<(i64, i64)>],
    constraints: &[Constraint<'_>],
    room: i64,
    chosen: &mut Vec<(i64, i64)>,
    tries: &mut u32,
) -> Found {
    let Some(next) = spans.get(chosen.len()) else {
        let earliest: Vec<i64> = chosen.iter().map(|span| span.0).collect();
        // The earliest days that satisfy everything follow from the earliest that are open, and so lie no further off than comparisons
        // reach: beyond that, they drive each other on for ever.
        let end = earliest.iter().max().map_or(0, |day| day + room);
        let spans: Vec<(i64, i64)> = chosen.iter().map(|span| (span.0, span.1.min(end))).collect();
        return least_days(&spans, earliest, constraints, tries);
    };
    first(next.iter().map(|span| {
        chosen.push(*span);
        let found = choose(spans, constraints, room, chosen, tries);
        chosen.pop();
        found
    }))
}

/// Every date takes its earliest day, and a later one only when a comparison asks for it. A day so much later never comes before a day that
/// is earlier by as much, so what one comparison has moved need never be moved back: if there are such days, these are the earliest. Only two
/// days that must differ and do not leave a choice, and then both ways are gone.
fn least_days(spans: &[(i64, i64)], mut days: Vec<i64>, constraints: &[Constraint<'_>], tries: &mut u32) -> Found {
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
                return Found::TooMany;
            }
            let later = match (c.op, c.holds) {
                (Op::Lt | Op::Le, true) | (Op::Gt | Op::Ge, false) => c.right,
                (Op::Gt | Op::Ge, true) | (Op::Lt | Op::Le, false) => c.left,
                (Op::Eq, true) | (Op::Ne, false) if l < r => c.left,
                (Op::Eq, true) | (Op::Ne, false) => c.right,
                (Op::Eq, false) | (Op::Ne, true) => {
                    return first([Op::Lt, Op::Gt].into_iter().map(|op| {
                        let mut ordered = constraints.to_vec();
                        ordered[i] = Constraint { op, holds: true, ..c.clone() };
                        least_days(spans, days.clone(), &ordered, tries)
                    }));
                }
            };
            let gap = (l - r).abs();
            // All but the last few days of the way at once: months are of different length.
            days[later] += (gap - 4).max(1);
            if days[later] > spans[later].1 {
                return Found::Nothing;
            }
            moved = true;
        }
        if !moved {
            return Found::Days(days);
        }
    }
}

fn shift(day: i64, plus: &[(u32, DeadlineUnit)]) -> i64 {
    days_later(day, plus, 1).unwrap_or(day)
}
