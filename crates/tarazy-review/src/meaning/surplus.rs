//! R304: a word without which the text would say the same.

use tarazy_law::Span;
use tarazy_law::model::{DefId, Derived, Formula, ProvId};

use super::ground::Ground;
use super::look::{Look, about_one, names};
use super::prints::{Prints, is_reading};
use crate::class::Class;
use crate::context::Context;
use crate::finding::{Finding, Subject, Value};

/// A condition, and what it would be without one of its members.
pub(super) struct Clause {
    what: Derived,
    subject: Subject,
    whole: Formula,
    without: Vec<(Formula, Vec<String>)>,
}

/// The conditions of definitions and norms that have members worth asking about.
pub(super) fn prepare(context: &Context<'_>, ground: &mut Ground) -> Vec<Clause> {
    let book = &context.book;
    let mut prints = Prints::default();
    let mut clauses: Vec<(Derived, Subject, &Formula, (ProvId, Span))> = Vec::new();
    for (i, d) in book.definitions.iter().enumerate() {
        let what = Derived::Definition(DefId(i as u32));
        clauses.push((what, context.definition(d), &d.formula, (d.provision, d.span)));
    }
    for (id, n) in book.norms() {
        let unless = n.unless.map(|e| &book.exception(e).cond);
        for clause in [Some(&n.bearer_cond), Some(&n.when), unless].into_iter().flatten() {
            clauses.push((Derived::Applies(id), context.norm(n), clause, (n.provision, n.span)));
        }
    }
    let mut out = Vec::new();
    for (what, subject, clause, at) in clauses {
        if clause.free_vars() & !0b11 != 0 {
            continue;
        }
        let print = prints.of(book, clause);
        let mut members = Vec::new();
        each_member(clause, &mut |f| f, &mut |without, member| {
            // A fact that stands once in the whole says something by itself.
            let own = prints.of(book, member);
            let again = own.iter().any(|(fact, n)| print.get(fact).is_some_and(|all| all > n));
            let always = matches!(member, Formula::Fact { fact, test, .. }
                if test.values == (1 << book.fact(*fact).values) - 1 && !book.fact(*fact).may_be_inapplicable);
            let mut compares = false;
            member.visit(&mut |f| {
                compares |= matches!(f, Formula::Fact { fact, .. } if is_reading(book, *fact));
            });
            if (again || always) && !compares {
                members.push((without, member.clone()));
            }
        });
        if members.is_empty() {
            continue;
        }
        let whole = ground.name(clause.clone(), at);
        let mut without = Vec::new();
        for (rest, member) in members {
            let elsewhere = names(context, &rest);
            let mut word = names(context, &member);
            // What stands elsewhere too is not what is too much, unless there is nothing else.
            if word.iter().any(|w| !elsewhere.contains(w)) {
                word.retain(|w| !elsewhere.contains(w));
            }
            without.push((ground.name(rest, at), word));
        }
        out.push(Clause { what, subject, whole, without });
    }
    out
}

/// Calls `f` with the condition as it is without each member of an *and* or *or*, and with that member; outer ones first.
fn each_member(at: &Formula, around: &mut dyn FnMut(Formula) -> Formula, f: &mut dyn FnMut(Formula, &Formula)) {
    let joined = |all: bool, parts: Vec<Formula>| if all { Formula::all(parts) } else { Formula::any(parts) };
    match at {
        Formula::And(parts) | Formula::Or(parts) => {
            let all = matches!(at, Formula::And(_));
            for (i, member) in parts.iter().enumerate() {
                let mut rest = parts.clone();
                rest.remove(i);
                f(around(joined(all, rest)), member);
            }
            for (i, member) in parts.iter().enumerate() {
                let mut inside = |new: Formula| {
                    let mut rest = parts.clone();
                    rest[i] = new;
                    around(joined(all, rest))
                };
                each_member(member, &mut inside, f);
            }
        }
        Formula::Not(inner) => each_member(inner, &mut |new| around(new.negated()), f),
        Formula::Some { var, body } => {
            each_member(body, &mut |new| around(Formula::Some { var: *var, body: Box::new(new) }), f);
        }
        _ => {}
    }
}

/// Asks of each member whether it changes anything.
pub(super) fn find(look: &mut Look<'_, '_>, clauses: &[Clause]) {
    let mut told: Vec<Derived> = Vec::new();
    for clause in clauses {
        let dead = matches!(clause.what, Derived::Applies(n) if look.dead.contains(&n));
        if dead || told.contains(&clause.what) || !look.is_read(clause.what) {
            continue;
        }
        let subjects = vec![clause.subject.clone()];
        // Of what is always so, or never, every member is too much; that is another defect.
        let may_hold = look.may(&about_one(clause.whole.clone()));
        let may_fail = look.may(&about_one(clause.whole.clone().negated()));
        if may_hold != Some(true) || may_fail != Some(true) {
            continue;
        }
        for (without, word) in &clause.without {
            let differs = |a: &Formula, b: &Formula| about_one(Formula::all(vec![a.clone(), b.clone().negated()]));
            let same = look.never(Class::Surplus, &subjects, &differs(&clause.whole, without))
                && look.never(Class::Surplus, &subjects, &differs(without, &clause.whole));
            if same {
                let finding = Finding::new(Class::Surplus, subjects).with("word", Value::Names(word.clone()));
                look.report_plain(finding);
                told.push(clause.what);
                break;
            }
        }
    }
}
