//! What is different between two editions: not which words, but for whom and in which cases.
//!
//! Both editions are put into one book ([`joint`]), conditions become diagrams ([`space`], [`diagram`]), and where those of a norm differ,
//! the cases that come and the cases that go are said as shortly as can be ([`cover`]), each with a case that the ordinary evaluator has
//! decided under both editions ([`show`]).

mod cases;
mod causes;
mod clauses;
mod compare;
mod cover;
pub(crate) mod diagram;
mod findings;
mod joint;
mod pairs;
pub(crate) mod show;
pub(crate) mod space;

use std::collections::BTreeMap;

use serde::Serialize;
use tarazy_law::model::{Bearer, Loaded, NormId};

pub use cases::{Cases, Literal, Range, Shared, Shown, Side, Way};
pub use causes::{Cause, How, Part};
pub use clauses::{Asked, Change, Due, Term};
pub use findings::Fate;
pub use pairs::Matched;

use crate::context::Context;
use crate::review::{Options, Review, review};
use compare::{Claims, Comparer};
pub(crate) use findings::fate;
use joint::Joint;
use pairs::Pairs;
pub(crate) use pairs::roles;

/// The difference between two editions.
#[derive(Clone, Debug, Serialize)]
pub struct Difference {
    /// The first edition.
    pub before: String,
    /// The second.
    pub after: String,
    /// Norms that only the second has.
    pub gained: Vec<String>,
    /// Norms that only the first has.
    pub lost: Vec<String>,
    /// Norms of both that differ.
    pub changed: Vec<Changed>,
    /// How many norms are the same in every case.
    pub same: usize,
    /// What became of the findings; absent where nobody asked for the reviews.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub findings: Option<Fate>,
}

/// A norm that differs.
#[derive(Clone, Debug, Serialize)]
pub struct Changed {
    /// Its name in the first edition.
    pub before: String,
    /// Its name in the second.
    pub after: String,
    /// How the two were recognised as one.
    pub matched: Matched,
    /// Cases in which it applies now and did not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applies: Option<Cases>,
    /// Cases in which it applied and no longer does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_longer: Option<Cases>,
    /// What else differs.
    pub clauses: Vec<Change>,
    /// The definitions, exceptions and other norms on which it rests and whose own text changed.
    pub causes: Vec<Cause>,
}

impl Difference {
    /// How norms of the first edition are called in the second, where that differs.
    pub(crate) fn renamed(&self) -> BTreeMap<String, String> {
        let other = self.changed.iter().filter(|c| c.before != c.after);
        other.map(|c| (c.before.clone(), c.after.clone())).collect()
    }
}

/// The difference between two editions of a corpus, with what became of the findings.
pub fn difference(loaded: &Loaded, before: &str, after: &str, options: &Options) -> Difference {
    let (a, b) = (Context::new(&loaded.corpus, before), Context::new(&loaded.corpus, after));
    let mut out = norms(&a, &b, options);
    let plain = Options { repairs: false, ..options.clone() };
    let (was, is) = (review(loaded, before, &plain), review(loaded, after, &plain));
    out.findings = Some(of_findings(&was, &is, &b, &out));
    out
}

/// What became of the findings of two reviews that were made already.
pub fn of_findings(was: &Review, is: &Review, after: &Context<'_>, norms: &Difference) -> Fate {
    fate(was, is, after, &norms.renamed())
}

/// The difference between the norms alone.
pub fn norms<'c>(before: &Context<'c>, after: &Context<'c>, options: &Options) -> Difference {
    let joint = Joint::new(&before.book, &after.book);
    let pairs = Pairs::of(before.corpus, &before.book, &after.book);
    let mut comparer = Comparer::new(before, after, &joint, options.budget);
    let name = |book: &tarazy_law::model::Rulebook, ids: &[NormId]| {
        ids.iter().map(|n| book.norm(*n).id.clone()).collect::<Vec<_>>()
    };
    let mut out = Difference {
        before: before.edition.to_owned(),
        after: after.edition.to_owned(),
        gained: name(&after.book, &pairs.gained),
        lost: name(&before.book, &pairs.lost),
        changed: Vec::new(),
        same: 0,
        findings: None,
    };
    for (x, y, matched) in &pairs.both {
        let (one, other) = (before.book.norm(*x), after.book.norm(*y));
        let (a, b) = (*x, joint.second.norm(*y));
        let persons = u8::from(one.bearer == Bearer::Person || other.bearer == Bearer::Person);
        let (was, is) = (comparer.parts(a, persons), comparer.parts(b, persons));
        let comes = Claims::of(&one.id, &other.id, true);
        let goes = Claims::of(&one.id, &other.id, false);
        let applies = comparer.beyond(&was, &is, persons, Some(&comes));
        let no_longer = comparer.beyond(&is, &was, persons, Some(&goes));
        let clauses = clauses::changes(&mut comparer, before.corpus, [a, b], persons);
        let renamed = *matched != Matched::Name;
        if applies.is_none() && no_longer.is_none() && clauses.is_empty() && !renamed {
            out.same += 1;
            continue;
        }
        let causes =
            if applies.is_some() || no_longer.is_some() { causes::causes(&joint.book, a, b) } else { Vec::new() };
        let (before, after, matched) = (one.id.clone(), other.id.clone(), *matched);
        out.changed.push(Changed { before, after, matched, applies, no_longer, clauses, causes });
    }
    out
}
