//! A case to bits.

use jiff::{Span as Time, civil::Date};

use super::{Field, Program, Rows};
use crate::case::{Case, FactKey, Others, PersonIdx, State, Value};
use crate::model::Op;
use crate::model::{BookFact, DateExpr, FactId, FactKind, Rulebook, VocabId};
use crate::syntax::ast::DeadlineUnit;

impl Program {
    /// The case as bits, derived terms not yet computed.
    pub fn pack(&self, book: &Rulebook, case: &Case) -> Rows {
        let named = case.persons.len();
        let mut rows = self.rows(named, case.others != Others::Nobody);
        for (i, fact) in book.facts.iter().enumerate() {
            let id = FactId(i as u32);
            match &fact.kind {
                FactKind::Others => {
                    let possible = case.others.known().map_or(0b11, |o| 1 << u64::from(o));
                    self.set(&mut rows, id, [0, 0], possible);
                }
                FactKind::Reading { name, readings, .. } => {
                    let chosen = case.readings.get(name).and_then(|c| readings.iter().position(|(n, _)| n == c));
                    if let Some(i) = chosen {
                        self.set(&mut rows, id, [0, 0], 1 << i);
                    }
                }
                FactKind::Comparison { left, op, right } => {
                    for persons in tuples(fact.persons, named) {
                        let possible = compare(book, case, left, *op, right, persons);
                        self.set(&mut rows, id, persons, possible);
                    }
                }
                FactKind::Vocab(_) => {}
            }
        }
        for (key, entry) in &case.facts {
            if let Some(&id) = book.vocab.get(&key.fact) {
                let possible = possible(book.fact(id), &entry.state);
                self.set(&mut rows, id, key.persons.map(usize::from), possible);
                let day = match entry.state {
                    State::Established(Value::Date(d)) => Some(crate::model::day_number(d)),
                    State::Established(Value::Number(n)) => Some(n),
                    _ => None,
                };
                rows.days.extend(day.map(|day| ((id, key.persons.map(usize::from)), day)));
            }
        }
        rows
    }

    /// Says which values of a fact are still possible.
    pub fn set(&self, rows: &mut Rows, fact: FactId, persons: [PersonIdx; 2], possible: u64) {
        self.set_field(rows, self.field(fact), persons, possible);
    }

    /// The same for a field that is at hand.
    pub(crate) fn set_field(&self, rows: &mut Rows, field: Field, persons: [PersonIdx; 2], possible: u64) {
        let at = self.place(field.persons, field.word, rows.persons, persons[0], persons[1]);
        rows.data[at] = rows.data[at] & !field.mask | possible << field.shift & field.mask;
    }

    /// Settles the comparisons whose dates or numbers are all established.
    pub(crate) fn set_comparisons(
        &self,
        book: &Rulebook,
        rows: &mut Rows,
        named: usize,
        value: impl Fn(FactKey) -> Option<i64>,
    ) {
        for (i, fact) in book.facts.iter().enumerate() {
            let FactKind::Comparison { left, op, right } = &fact.kind else { continue };
            for persons in tuples(fact.persons, named) {
                let side = |e: &DateExpr| days_later(value(date_key(book, e, persons)?)?, &e.plus, 1);
                if let (Some(a), Some(b)) = (side(left), side(right)) {
                    self.set(rows, FactId(i as u32), persons, if op.holds(a, b) { 0b10 } else { 0b01 });
                }
            }
        }
    }

    /// Which values of a fact are still possible.
    pub fn get(&self, rows: &Rows, fact: FactId, persons: [PersonIdx; 2]) -> u64 {
        let field: Field = self.field(fact);
        let at = self.place(field.persons, field.word, rows.persons, persons[0], persons[1]);
        (rows.data[at] & field.mask) >> field.shift
    }
}

/// Every tuple of so many of the named persons.
pub(crate) fn tuples(count: usize, named: usize) -> Vec<[PersonIdx; 2]> {
    match count {
        0 => vec![[0, 0]],
        1 => (0..named).map(|p| [p, 0]).collect(),
        _ => (0..named).flat_map(|p| (0..named).map(move |q| [p, q])).collect(),
    }
}

/// The bits of the values that a state leaves possible.
pub(crate) fn possible(fact: &BookFact, state: &State) -> u64 {
    let inapplicable = 1_u64 << fact.values;
    let all = if fact.may_be_inapplicable { (inapplicable << 1) - 1 } else { inapplicable - 1 };
    let bit = |v: &Value| 1_u64 << value_index(fact, *v);
    match state {
        State::NotAsked | State::Unknown => all,
        State::Established(v) => bit(v),
        State::Disputed(values) => values.iter().map(bit).fold(0, |a, b| a | b),
        // Excluding one number or day excludes no interval, unless the interval is that number alone; being cautious, it excludes none.
        State::Denied(values) => {
            all & !values.iter().filter(|v| matches!(v, Value::Named(_))).map(bit).fold(0, |a, b| a | b)
        }
        State::NotApplicable => inapplicable & all,
    }
}

/// The place of a value in the fact's domain, which for numbers and dates is cut into intervals.
pub(crate) fn value_index(fact: &BookFact, value: Value) -> usize {
    let n = match value {
        Value::Named(i) => return i,
        Value::Number(n) => n,
        Value::Date(d) => crate::model::day_number(d),
    };
    fact.cuts.partition_point(|cut| *cut <= n)
}

fn compare(book: &Rulebook, case: &Case, left: &DateExpr, op: Op, right: &DateExpr, persons: [PersonIdx; 2]) -> u64 {
    let (Some(l), Some(r)) = (values(book, case, left, persons), values(book, case, right, persons)) else {
        return 0b11;
    };
    let mut possible = 0;
    for a in &l {
        for b in &r {
            possible |= if op.holds(*a, *b) { 0b10 } else { 0b01 };
        }
    }
    if possible == 0 { 0b11 } else { possible }
}

/// The numbers that a date or number may be; `None` when it may be any.
fn values(book: &Rulebook, case: &Case, expr: &DateExpr, persons: [PersonIdx; 2]) -> Option<Vec<i64>> {
    let key = date_key(book, expr, persons)?;
    let list = match case.state(key) {
        State::Established(v) => std::slice::from_ref(v),
        State::Disputed(values) => values.as_slice(),
        _ => return None,
    };
    list.iter()
        .map(|v| match v {
            Value::Number(n) => Some(*n),
            Value::Date(d) => later(*d, &expr.plus).map(crate::model::day_number),
            Value::Named(_) => None,
        })
        .collect()
}

/// The fact of the case that a date expression reads.
pub(crate) fn date_key(book: &Rulebook, expr: &DateExpr, persons: [PersonIdx; 2]) -> Option<FactKey> {
    let fact: VocabId = match book.fact(expr.fact).kind {
        FactKind::Vocab(v) => v,
        _ => return None,
    };
    let about: Vec<PersonIdx> = expr.args.vars().iter().map(|v| persons[*v as usize]).collect();
    Some(FactKey::new(fact, &about))
}

/// A day so much later. A month later than the 31st is the last day of a shorter month.
fn later(day: Date, plus: &[(u32, DeadlineUnit)]) -> Option<Date> {
    shifted(day, plus, 1)
}

fn shifted(day: Date, plus: &[(u32, DeadlineUnit)], sign: i64) -> Option<Date> {
    plus.iter().try_fold(day, |day, (n, unit)| {
        let n = i64::from(*n) * sign;
        let time = match unit {
            DeadlineUnit::Years => Time::new().try_years(n),
            DeadlineUnit::Months => Time::new().try_months(n),
            _ => Time::new().try_days(n),
        };
        day.checked_add(time.ok()?).ok()
    })
}

/// The same on numbered days.
pub(crate) fn days_later(day: i64, plus: &[(u32, DeadlineUnit)], sign: i64) -> Option<i64> {
    if plus.is_empty() {
        return Some(day);
    }
    let epoch = Date::constant(1970, 1, 1);
    let date = epoch.checked_add(Time::new().try_days(day).ok()?).ok()?;
    shifted(date, plus, sign).map(crate::model::day_number)
}
