//! What follows from a norm, in units of the law and in tenge, and which of two laws is milder.

use super::answer::*;
use super::refs::Refs;
use crate::case::{FactKey, PersonIdx};
use crate::exact::bits;
use crate::explain::Explainer;
use crate::model::{Args, Consequence, Derived, FactKind, Norm, Sanction, TableRows};
use crate::program::{Program, Rows, Truth};
use crate::syntax::ast::Measure;

/// The consequences of a norm that applies or may apply.
pub(super) fn consequences(
    refs: &Refs<'_>,
    program: &Program,
    rows: &Rows,
    norm: &Norm,
    person: PersonIdx,
) -> Vec<Due> {
    let explainer = Explainer::new(refs.book, program, rows);
    let env = [person, person];
    let mut out = Vec::new();
    let mut ordinary = Truth::True;
    for e in &norm.provisos {
        let what = Derived::Holds(*e);
        let args = Args::first(refs.book.persons_of(what));
        let holds = explainer.truth(&crate::model::Formula::Derived { what, args }, env);
        if holds == Truth::False {
            continue;
        }
        let exc = refs.book.exception(*e);
        for s in &exc.sanctions {
            let due = due(refs, program, rows, &explainer, s, person);
            out.extend(due.map(|d| Due {
                certain: d.certain && holds == Truth::True,
                proviso: Some(refs.term(what)),
                ..d
            }));
        }
        ordinary = if holds == Truth::True { Truth::False } else { Truth::Unknown };
    }
    if ordinary != Truth::False {
        for s in &norm.sanctions {
            let due = due(refs, program, rows, &explainer, s, person);
            out.extend(due.map(|d| Due { certain: d.certain && ordinary == Truth::True, ..d }));
        }
    }
    out
}

fn due(
    refs: &Refs<'_>,
    program: &Program,
    rows: &Rows,
    ex: &Explainer<'_>,
    s: &Sanction,
    person: PersonIdx,
) -> Option<Due> {
    let truth = ex.truth(&s.when, [person, person]);
    if truth == Truth::False {
        return None;
    }
    let certain = truth == Truth::True;
    let (what, settled) = match &s.what {
        Consequence::Measures(m) => (DueKind::Measure { any_of: m.clone() }, true),
        Consequence::Arrest { days } => (DueKind::Arrest { days: *days }, true),
        Consequence::Fine { amount, unit } => (fine(refs, *amount, *amount, unit, false), true),
        Consequence::FineBy { fact, args, table } => {
            let about = args.vars().iter().map(|_| person).collect::<Vec<_>>();
            let persons = [about.first().copied().unwrap_or(0), about.get(1).copied().unwrap_or(0)];
            let table = &refs.book.tables[*table];
            let TableRows::ByValue(amounts) = &table.rows else { return None };
            let possible = program.get(rows, *fact, persons);
            let mut of_possible: Vec<Option<u64>> =
                bits(possible).map(|b| amounts.get(b.trailing_zeros() as usize).copied().flatten()).collect();
            let none_for_some = of_possible.contains(&None);
            of_possible.retain(Option::is_some);
            let (from, to) = (of_possible.iter().flatten().min()?, of_possible.iter().flatten().max()?);
            (fine(refs, *from, *to, &table.unit, none_for_some), from == to && !none_for_some)
        }
    };
    Some(Due { what, certain: certain && settled, proviso: None })
}

fn fine(refs: &Refs<'_>, from: u64, to: u64, unit: &str, none_for_some: bool) -> DueKind {
    DueKind::Fine { from, to, unit: unit.to_owned(), none_for_some, tenge: tenge(refs, from, to, unit) }
}

/// The amount in tenge, where the unit is a dated table and its day is established.
fn tenge(refs: &Refs<'_>, from: u64, to: u64, unit: &str) -> Option<Tenge> {
    let table = refs.book.tables.iter().find(|t| t.id == unit)?;
    let FactKind::Vocab(v) = refs.book.fact(table.by).kind else { return None };
    let day = refs.case.date(FactKey::new(v, &[]))?;
    let rate = table.rows.on(day)?;
    Some(Tenge {
        from: from.checked_mul(rate)?,
        to: to.checked_mul(rate)?,
        by: refs.corpus.vocabulary.fact(v).name.clone(),
        on: day.to_string(),
        rate,
        table: refs.citable(&table.id, table.provision),
    })
}

/// How heavy consequences are: days of arrest, then measures against the activity, then the fine. `None` where something is open.
fn weight(dues: &[Due]) -> Option<(u32, u64, u64)> {
    let (mut arrest, mut measures, mut fine) = (0, 0, 0);
    for d in dues {
        if !d.certain {
            return None;
        }
        match &d.what {
            DueKind::Arrest { days } => arrest = arrest.max(*days),
            DueKind::Measure { any_of } => {
                let weigh = |m: &Measure| match m {
                    Measure::Suspension => 1,
                    Measure::Prohibition | Measure::Disqualification => 2,
                    Measure::Referral => 3,
                    Measure::Compensation | Measure::Correction => 0,
                };
                measures += any_of.iter().map(weigh).max().unwrap_or(0);
            }
            DueKind::Fine { to, .. } => fine = fine.max(*to),
        }
    }
    Some((arrest, measures, fine))
}

/// How the second law compares with the first, for one person and one norm.
pub(super) fn compare(first: (Verdict, &[Due]), second: (Verdict, &[Due])) -> Severity {
    let applies = |v: Verdict| match v {
        Verdict::Applies | Verdict::Competing => Some(true),
        Verdict::DoesNotApply => Some(false),
        Verdict::Unknown => None,
    };
    let (Some(a), Some(b)) = (applies(first.0), applies(second.0)) else { return Severity::NotComparable };
    match (a, b) {
        (false, false) => Severity::Same,
        (true, false) => Severity::Milder,
        (false, true) => Severity::Harsher,
        (true, true) => {
            let (Some(x), Some(y)) = (weight(first.1), weight(second.1)) else { return Severity::NotComparable };
            // Where one is heavier in one kind and lighter in another, no order of the law says which is milder.
            let at_most = |a: (u32, u64, u64), b: (u32, u64, u64)| a.0 <= b.0 && a.1 <= b.1 && a.2 <= b.2;
            match (at_most(y, x), at_most(x, y)) {
                (true, true) => Severity::Same,
                (true, false) => Severity::Milder,
                (false, true) => Severity::Harsher,
                (false, false) => Severity::NotComparable,
            }
        }
    }
}
