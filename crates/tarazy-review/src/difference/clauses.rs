//! What else of a norm differs: what it asks, until when, what follows, where it leads.

use serde::Serialize;
use tarazy_law::lang::Text3;
use tarazy_law::model::{
    Bearer, Consequence, Corpus, Deadline, Derived, FactKind, Norm, NormId, Sanction, Table, TableRows,
};
use tarazy_law::syntax::ast::{Connective, DeadlineLength, LinkKind};

use super::cases::Cases;
use super::compare::{Comparer, Parts};
use super::diagram::Node;
use super::space::Who;

/// A clause of a norm that is not the same in both editions.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Its kind, by its key.
    Kind {
        /// Before.
        before: &'static str,
        /// After.
        after: &'static str,
    },
    /// Whether it says whom it binds.
    Bearer {
        /// `person`, `not-stated` or `absent`.
        before: &'static str,
        /// The same, after.
        after: &'static str,
    },
    /// What is to be done, may be demanded, is forbidden.
    Content(Asked),
    /// Towards whom.
    Toward(Asked),
    /// Who reviews.
    Reviewer(Asked),
    /// The term.
    Deadline {
        /// Before.
        before: Option<Term>,
        /// After.
        after: Option<Term>,
    },
    /// Something follows that did not follow.
    ConsequenceGained(Due),
    /// Something that followed does not.
    ConsequenceLost(Due),
    /// The same follows, in other cases.
    ConsequenceWhen {
        /// What.
        what: Due,
        /// The cases.
        asked: Asked,
    },
    /// An amount.
    Amount {
        /// The table, or none where the amount stands in the norm itself.
        table: Option<String>,
        /// The value of the fact by which it is looked up, or the day from which it holds.
        at: Option<String>,
        /// Before.
        before: Option<u64>,
        /// After.
        after: Option<u64>,
        /// What is counted.
        unit: String,
    },
    /// The competent body.
    Body {
        /// Before.
        before: Option<String>,
        /// After.
        after: Option<String>,
    },
    /// Where it leads.
    Links {
        /// Which way.
        kind: LinkKind,
        /// Leads there no longer.
        lost: Vec<String>,
        /// Leads there now.
        gained: Vec<String>,
    },
    /// How its bearers are joined.
    Joined {
        /// Before.
        before: Option<&'static str>,
        /// After.
        after: Option<&'static str>,
    },
    /// The acts it leans on.
    Refers {
        /// No longer.
        lost: Vec<String>,
        /// Now.
        gained: Vec<String>,
    },
    /// How it words a term.
    Says {
        /// The term.
        term: String,
    },
}

/// What is asked now and was not, and what is no longer asked.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Asked {
    /// There was such a clause.
    pub was: bool,
    /// There is one.
    pub is: bool,
    /// Cases that satisfy it now and did not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gained: Option<Cases>,
    /// Cases that satisfied it and no longer do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lost: Option<Cases>,
}

/// A term of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    /// `immediately`, `within` or `every`.
    pub how: &'static str,
    /// How many, and of what (by its key).
    pub length: Option<(u32, &'static str)>,
    /// From which date fact.
    pub from: Option<String>,
}

/// Something that follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Due {
    /// A fine that the norm itself names.
    Fine {
        /// How much.
        amount: u64,
        /// Of what.
        unit: String,
    },
    /// A fine by a table.
    FineBy {
        /// The table.
        table: String,
    },
    /// Measures, by their keys; any of them.
    Measures(Vec<&'static str>),
    /// Arrest up to so many days.
    Arrest(u32),
}

/// Everything that differs besides in which cases the norm applies.
pub(crate) fn changes(
    c: &mut Comparer<'_, '_>,
    corpus: &Corpus,
    [before, after]: [NormId; 2],
    persons: Who,
) -> Vec<Change> {
    let (x, y) = (c.joint.book.norm(before).clone(), c.joint.book.norm(after).clone());
    let mut out = Vec::new();
    if x.kind != y.kind {
        out.push(Change::Kind { before: x.kind.as_str(), after: y.kind.as_str() });
    }
    if x.bearer != y.bearer {
        out.push(Change::Bearer { before: bearer(x.bearer), after: bearer(y.bearer) });
    }
    let content = [x.content.as_ref(), y.content.as_ref()].map(|f| c.single(f, persons));
    out.extend(asked(c, content, [x.content.is_some(), y.content.is_some()], persons).map(Change::Content));
    let toward = [x.toward.as_ref(), y.toward.as_ref()].map(|f| c.single(f, persons + 1));
    out.extend(asked(c, toward, [x.toward.is_some(), y.toward.is_some()], persons + 1).map(Change::Toward));
    let reviewer = [x.reviewer.as_ref(), y.reviewer.as_ref()].map(|f| c.single(f, persons + 1));
    out.extend(asked(c, reviewer, [x.reviewer.is_some(), y.reviewer.is_some()], persons + 1).map(Change::Reviewer));
    let terms = [&x, &y].map(|n| n.deadline.as_ref().map(|d| term(corpus, d)));
    let [before, after] = terms;
    if before != after {
        out.push(Change::Deadline { before, after });
    }
    consequences(c, &x, &y, persons, &mut out);
    if x.body != y.body {
        out.push(Change::Body { before: x.body.clone(), after: y.body.clone() });
    }
    for kind in [LinkKind::Procedure, LinkKind::Remedy, LinkKind::Sanction, LinkKind::AnswersTo] {
        let to = |n: &Norm| n.links.iter().filter(|(k, _)| *k == kind).map(|(_, t)| t.clone()).collect::<Vec<_>>();
        if let Some((lost, gained)) = apart(&to(&x), &to(&y)) {
            out.push(Change::Links { kind, lost, gained });
        }
    }
    if x.joined != y.joined {
        let key = |n: &Norm| n.joined.map(Connective::as_str);
        out.push(Change::Joined { before: key(&x), after: key(&y) });
    }
    if let Some((lost, gained)) = apart(&x.refers, &y.refers) {
        out.push(Change::Refers { lost, gained });
    }
    out.extend(reworded(&x.says, &y.says).into_iter().map(|term| Change::Says { term }));
    out
}

fn bearer(b: Bearer) -> &'static str {
    match b {
        Bearer::Person => "person",
        Bearer::NotStated => "not-stated",
        Bearer::Absent => "absent",
    }
}

fn asked(c: &mut Comparer<'_, '_>, [a, b]: [Parts; 2], [was, is]: [bool; 2], persons: Who) -> Option<Asked> {
    if was != is {
        return Some(Asked { was, is, ..Asked::default() });
    }
    let (gained, lost) = (c.beyond(&a, &b, persons, None), c.beyond(&b, &a, persons, None));
    (gained.is_some() || lost.is_some()).then_some(Asked { was, is, gained, lost })
}

fn term(corpus: &Corpus, d: &Deadline) -> Term {
    let (how, length) = match d.length {
        DeadlineLength::Immediately => ("immediately", None),
        DeadlineLength::Within(n, unit) => ("within", Some((n, unit.as_str()))),
        DeadlineLength::Every(n, unit) => ("every", Some((n, unit.as_str()))),
    };
    Term { how, length, from: d.from.map(|v| corpus.vocabulary.fact(v).name.clone()) }
}

fn apart(a: &[String], b: &[String]) -> Option<(Vec<String>, Vec<String>)> {
    let without = |x: &[String], y: &[String]| x.iter().filter(|n| !y.contains(n)).cloned().collect::<Vec<_>>();
    let (lost, gained) = (without(a, b), without(b, a));
    (!lost.is_empty() || !gained.is_empty()).then_some((lost, gained))
}

fn reworded(a: &[(String, Text3)], b: &[(String, Text3)]) -> Vec<String> {
    let odd = |x: &[(String, Text3)], y: &[(String, Text3)]| {
        x.iter().filter(|s| !y.contains(s)).map(|(t, _)| t.clone()).collect::<Vec<_>>()
    };
    let mut out = odd(a, b);
    out.extend(odd(b, a));
    out.sort_unstable();
    out.dedup();
    out
}

/// Something that follows, with the node of when it does.
struct Follows {
    what: Due,
    sanction: Sanction,
    when: Node,
}

fn consequences(c: &mut Comparer<'_, '_>, x: &Norm, y: &Norm, persons: Who, out: &mut Vec<Change>) {
    let before = follows(c, x, persons);
    let mut after = follows(c, y, persons);
    let mut lost = Vec::new();
    for one in before {
        let same =
            |o: &Follows| o.what == one.what && o.when == one.when && rows(c, &o.sanction) == rows(c, &one.sanction);
        let exact = after.iter().position(same);
        // The same thing in other cases; a fine by one fact, with other amounts.
        let near = || after.iter().position(|o| comparable(&one.sanction, &o.sanction));
        match exact.or_else(near) {
            Some(i) => {
                let other = after.remove(i);
                amounts(c, &one, &other, out);
                if one.when != other.when {
                    let parts = |when| vec![(super::cases::Shared::When, when)];
                    let pair = [parts(one.when), parts(other.when)];
                    let asked = asked(c, pair, [true, true], persons);
                    out.extend(asked.map(|asked| Change::ConsequenceWhen { what: other.what, asked }));
                }
            }
            None => lost.push(Change::ConsequenceLost(one.what)),
        }
    }
    out.extend(lost);
    out.extend(after.into_iter().map(|o| Change::ConsequenceGained(o.what)));
}

fn follows(c: &mut Comparer<'_, '_>, norm: &Norm, persons: Who) -> Vec<Follows> {
    let mut all: Vec<(Sanction, Option<Derived>)> = norm.sanctions.iter().map(|s| (s.clone(), None)).collect();
    for e in &norm.provisos {
        let own = c.joint.book.exception(*e).sanctions.clone();
        all.extend(own.into_iter().map(|s| (s, Some(Derived::Holds(*e)))));
    }
    let mut out = Vec::new();
    for (sanction, proviso) in all {
        let mut when = c.space.about(&sanction.when, persons);
        if let Some(what) = proviso {
            let holds = c.space.term(what, persons);
            when = c.space.d.and(when, holds);
        }
        let what = match &sanction.what {
            Consequence::Fine { amount, unit } => Due::Fine { amount: *amount, unit: unit.clone() },
            Consequence::FineBy { table, .. } => Due::FineBy { table: c.joint.book.tables[*table].id.clone() },
            Consequence::Measures(m) => Due::Measures(m.iter().map(|m| m.as_str()).collect()),
            Consequence::Arrest { days } => Due::Arrest(*days),
        };
        out.push(Follows { what, sanction, when });
    }
    out
}

/// The amounts of a fine: by value, or one.
fn rows(c: &Comparer<'_, '_>, s: &Sanction) -> Vec<Option<u64>> {
    match &s.what {
        Consequence::FineBy { table, .. } => match &c.joint.book.tables[*table].rows {
            TableRows::ByValue(rows) => rows.clone(),
            TableRows::ByDate(rows) => rows.iter().map(|(_, n)| *n).collect(),
        },
        Consequence::Fine { amount, .. } => vec![Some(*amount)],
        _ => Vec::new(),
    }
}

fn comparable(a: &Sanction, b: &Sanction) -> bool {
    match (&a.what, &b.what) {
        (Consequence::Fine { unit: x, .. }, Consequence::Fine { unit: y, .. }) => x == y,
        (Consequence::FineBy { fact: x, .. }, Consequence::FineBy { fact: y, .. }) => x == y,
        (Consequence::Measures(x), Consequence::Measures(y)) => x == y,
        (Consequence::Arrest { days: x }, Consequence::Arrest { days: y }) => x == y,
        _ => false,
    }
}

fn amounts(c: &Comparer<'_, '_>, was: &Follows, is: &Follows, out: &mut Vec<Change>) {
    let tables = &c.joint.book.tables;
    match (&was.sanction.what, &is.sanction.what) {
        (Consequence::Fine { amount: before, unit }, Consequence::Fine { amount: after, .. }) => {
            if before != after {
                let (before, after) = (Some(*before), Some(*after));
                out.push(Change::Amount { table: None, at: None, before, after, unit: unit.clone() });
            }
            units(c, unit, out);
        }
        (Consequence::FineBy { table: old, fact, .. }, Consequence::FineBy { table: new, .. }) => {
            let (old, new) = (&tables[*old], &tables[*new]);
            let (TableRows::ByValue(before), TableRows::ByValue(after)) = (&old.rows, &new.rows) else { return };
            let FactKind::Vocab(v) = c.joint.book.fact(*fact).kind else { return };
            for (i, name) in c.corpus().vocabulary.fact(v).value_names().iter().enumerate() {
                let at = |rows: &[Option<u64>]| rows.get(i).copied().flatten();
                if at(before) != at(after) || old.unit != new.unit {
                    out.push(Change::Amount {
                        table: Some(new.id.clone()),
                        at: Some((*name).to_owned()),
                        before: at(before),
                        after: at(after),
                        unit: new.unit.clone(),
                    });
                }
            }
            units(c, &new.unit, out);
        }
        _ => {}
    }
}

/// What a unit is worth, where that is not the same on every day.
fn units(c: &Comparer<'_, '_>, unit: &str, out: &mut Vec<Change>) {
    let (old, new) = c.joint.book.tables.split_at(c.joint.second.tables());
    let find = |tables: &[Table]| tables.iter().find(|t| t.id == unit).map(|t| (t.rows.clone(), t.unit.clone()));
    let (Some((TableRows::ByDate(before), _)), Some((TableRows::ByDate(after), counted))) = (find(old), find(new))
    else {
        return;
    };
    let mut days: Vec<_> = before.iter().chain(&after).map(|(day, _)| *day).collect();
    days.sort_unstable();
    days.dedup();
    for day in days {
        let on =
            |rows: &[(jiff::civil::Date, Option<u64>)]| rows.iter().rev().find(|(d, _)| *d <= day).and_then(|r| r.1);
        if on(&before) != on(&after) {
            let (table, at) = (Some(unit.to_owned()), Some(day.to_string()));
            out.push(Change::Amount { table, at, before: on(&before), after: on(&after), unit: counted.clone() });
        }
    }
}
