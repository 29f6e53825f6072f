//! What became of the findings.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::context::Context;
use crate::finding::{Finding, Key, Kind};
use crate::review::Review;
use crate::witness::{Claim, Witness};

/// The findings of both editions, by what became of them. They are named by their keys; the findings themselves are in the reviews.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Fate {
    /// In the first edition only.
    pub cured: Vec<Key>,
    /// In both: as the first names them, and as the second does.
    pub kept: Vec<(Key, Key)>,
    /// In the second only.
    pub created: Vec<Key>,
    /// In the first; whether they are in the second could not be decided.
    pub open: Vec<Key>,
}

/// Compares two reviews. `renamed` tells how norms of the first are called in the second, where that differs.
pub(crate) fn fate(a: &Review, b: &Review, after: &Context<'_>, renamed: &BTreeMap<String, String>) -> Fate {
    let mut out = Fate::default();
    let mut left: Vec<&Finding> = b.findings.iter().collect();
    for f in &a.findings {
        let key = f.key();
        let there = in_second(&key, renamed);
        let same = left.iter().position(|g| g.key() == there).or_else(|| {
            left.iter()
                .position(|g| g.class == f.class && (same_subjects(f, g, renamed) || still_shown(f, g, after, renamed)))
        });
        match same {
            Some(i) => out.kept.push((key, left.remove(i).key())),
            None if is_open(b, &there) => out.open.push(key),
            None => out.cured.push(key),
        }
    }
    out.created = left.into_iter().map(Finding::key).collect();
    out
}

fn name<'n>(renamed: &'n BTreeMap<String, String>, name: &'n str) -> &'n str {
    renamed.get(name).map_or(name, String::as_str)
}

fn in_second(key: &Key, renamed: &BTreeMap<String, String>) -> Key {
    Key { names: key.names.iter().map(|n| name(renamed, n).to_owned()).collect(), ..key.clone() }
}

fn is_open(review: &Review, key: &Key) -> bool {
    let names = |s: &[crate::Subject]| s.iter().map(|s| s.name.clone()).collect::<Vec<_>>();
    review.undecided.iter().any(|u| u.class == key.class && (names(&u.subjects) == key.names || u.subjects.is_empty()))
}

/// The same things in another order.
fn same_subjects(f: &Finding, g: &Finding, renamed: &BTreeMap<String, String>) -> bool {
    let mut a: Vec<(Kind, &str)> = f.subjects.iter().map(|s| (s.kind, name(renamed, &s.name))).collect();
    let mut b: Vec<(Kind, &str)> = g.subjects.iter().map(|s| (s.kind, s.name.as_str())).collect();
    a.sort_unstable();
    b.sort_unstable();
    !a.is_empty() && a == b && f.key().detail == g.key().detail
}

/// The case that showed the first shows the second: its claims, about the norms by their new names, are those of the second and hold there.
fn still_shown(f: &Finding, g: &Finding, after: &Context<'_>, renamed: &BTreeMap<String, String>) -> bool {
    let (Some(was), Some(is)) = (&f.witness, &g.witness) else { return false };
    let claims: Vec<Claim> =
        was.claims().iter().map(|c| Claim { name: name(renamed, &c.name).to_owned(), ..c.clone() }).collect();
    let said = |c: &Claim| is.claims().iter().any(|d| d.name == c.name && d.says == c.says);
    !claims.is_empty() && claims.iter().all(said) && Witness::replay(after, was.case().clone(), claims).is_some()
}
