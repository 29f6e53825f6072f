//! What was changed in the text, as against what changed because of it.

use std::collections::BTreeMap;

use serde::Serialize;
use tarazy_law::model::{Derived, Formula, Norm, NormId, Rulebook};

/// A definition, exception or other norm whose own text is not the same, and on which the norm rests.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Cause {
    /// What it is.
    pub what: Part,
    /// Its name.
    pub name: String,
    /// Whether it stands in both editions.
    pub how: How,
}

/// What a cause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Part {
    Norm,
    Definition,
    Exception,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum How {
    Gained,
    Lost,
    Changed,
}

/// The causes of a difference between two norms of the joint book: the norms themselves first, where their own text changed.
pub(crate) fn causes(book: &Rulebook, a: NormId, b: NormId) -> Vec<Cause> {
    let (before, after) = (texts(book, a), texts(book, b));
    let (one, other) = (&book.norm(a).id, &book.norm(b).id);
    let mut out = Vec::new();
    for (key, text) in &before {
        let name = if key.1 == *one { other } else { &key.1 };
        let how = match after.get(&(key.0, name.clone())) {
            None => How::Lost,
            Some(t) if t != text => How::Changed,
            Some(_) => continue,
        };
        out.push(Cause { what: key.0, name: name.clone(), how });
    }
    for (what, name) in after.keys() {
        let was = if name == other { one } else { name };
        if !before.contains_key(&(*what, was.clone())) {
            out.push(Cause { what: *what, name: name.clone(), how: How::Gained });
        }
    }
    out.sort();
    out
}

/// Everything a norm rests on, by name, with its own text.
fn texts(book: &Rulebook, norm: NormId) -> BTreeMap<(Part, String), String> {
    let (mut out, mut seen, mut todo) = (BTreeMap::new(), Vec::new(), vec![Derived::Applies(norm)]);
    while let Some(what) = todo.pop() {
        if seen.contains(&what) {
            continue;
        }
        seen.push(what);
        let (part, text) = match what {
            Derived::Met(n) | Derived::Applies(n) => (Part::Norm, of_norm(book, book.norm(n))),
            Derived::Definition(d) => (Part::Definition, own(book, &book.definition(d).formula)),
            Derived::Holds(e) => (Part::Exception, own(book, &book.exception(e).cond)),
        };
        out.insert((part, book.name_of(what).to_owned()), text);
        todo.extend(book.unfold(what).derived());
    }
    out
}

fn of_norm(book: &Rulebook, norm: &Norm) -> String {
    format!("{:?} {} / {}", norm.bearer, own(book, &norm.bearer_cond), own(book, &norm.when))
}

/// The text of a condition, in which order and edition play no part.
fn own(book: &Rulebook, formula: &Formula) -> String {
    match formula {
        Formula::Derived { what, args } => {
            let kind = match what {
                Derived::Definition(_) => "def",
                Derived::Met(_) => "met",
                Derived::Applies(_) => "applies",
                Derived::Holds(_) => "holds",
            };
            format!("{kind} {}{:?}", book.name_of(*what), args.vars())
        }
        Formula::Not(inner) => format!("not({})", own(book, inner)),
        Formula::And(parts) | Formula::Or(parts) => {
            let mut all: Vec<String> = parts.iter().map(|p| own(book, p)).collect();
            all.sort_unstable();
            let word = if matches!(formula, Formula::And(_)) { "and" } else { "or" };
            format!("{word}({})", all.join(", "))
        }
        Formula::Some { var, body } => format!("some {var}({})", own(book, body)),
        Formula::Fact { fact, args, test } => format!("{}{:?}={:b}", fact.0, args.vars(), test.values),
        Formula::Const(_) | Formula::Same(..) => format!("{formula:?}"),
    }
}
