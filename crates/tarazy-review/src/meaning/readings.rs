//! Ways of reading: which of them matter, and how the rest is said shortly.

use std::collections::BTreeMap;

use tarazy_law::model::{FactId, FactKind, Rulebook};

use crate::finding::Readings;

/// Ambiguities with the reading chosen for each.
pub(super) type Way = Vec<(FactId, usize)>;

/// More ways than this are not told apart.
pub(super) const MANY: usize = 1024;

/// Every way of reading these ambiguities; too many are cut off, and then some are not looked at.
pub(super) fn ways(book: &Rulebook, ambiguities: &[FactId]) -> Vec<Way> {
    let mut out: Vec<Way> = vec![Vec::new()];
    for fact in ambiguities {
        if out.len() * book.fact(*fact).values > MANY {
            break;
        }
        let each = |w: &Way| {
            let with = |i| w.iter().copied().chain([(*fact, i)]).collect::<Way>();
            (0..book.fact(*fact).values).map(with).collect::<Vec<_>>()
        };
        out = out.iter().flat_map(each).collect();
    }
    out
}

/// A way of reading more agrees with one of reading less.
pub(super) fn agrees(more: &Way, less: &Way) -> bool {
    less.iter().all(|(f, i)| more.iter().all(|(g, j)| f != g || i == j))
}

/// The ways that hold among `all`, said as shortly as they can be: what does not matter is left out.
pub(super) fn merge(book: &Rulebook, all: &[Way], holds: &[Way]) -> Readings {
    if all.iter().all(|w| holds.contains(w)) {
        return Readings::Every;
    }
    let mut short: Vec<Way> = Vec::new();
    for way in holds {
        if short.iter().any(|s| agrees(way, s)) {
            continue;
        }
        let mut less = way.clone();
        let mut i = 0;
        while i < less.len() {
            let mut without = less.clone();
            without.remove(i);
            if all.iter().filter(|w| agrees(w, &without)).all(|w| holds.contains(w)) {
                less = without;
            } else {
                i += 1;
            }
        }
        short.push(less);
    }
    // A way that the others cover together need not be said.
    let mut i = 0;
    while i < short.len() {
        let covered = |w: &&Way| short.iter().enumerate().any(|(j, s)| j != i && agrees(w, s));
        if holds.iter().filter(|w| agrees(w, &short[i])).all(|w| covered(&w)) {
            short.remove(i);
        } else {
            i += 1;
        }
    }
    Readings::Only(short.iter().map(|w| w.iter().filter_map(|(f, i)| reading(book, *f, *i)).collect()).collect())
}

/// The names of an ambiguity and of one of its readings.
pub(super) fn reading(book: &Rulebook, fact: FactId, index: usize) -> Option<(String, String)> {
    match &book.fact(fact).kind {
        FactKind::Reading { name, readings, .. } => Some((name.clone(), readings.get(index)?.0.clone())),
        _ => None,
    }
}

/// Whatever reading `wide` speaks of, some of `narrow` speaks of it too.
pub(super) fn covered(book: &Rulebook, wide: &Readings, narrow: &[&Readings]) -> bool {
    if narrow.contains(&&Readings::Every) {
        return true;
    }
    let only = |r: &Readings| match r {
        Readings::Every => vec![Vec::new()],
        Readings::Only(ways) => ways.clone(),
    };
    let narrow: Vec<Vec<(String, String)>> = narrow.iter().flat_map(|r| only(r)).collect();
    let wide = only(wide);
    let names: BTreeMap<&String, FactId> = narrow
        .iter()
        .chain(&wide)
        .flatten()
        .filter_map(|(name, _)| book.ambiguities.get_key_value(name).map(|(n, f)| (n, *f)))
        .collect();
    let facts: Vec<FactId> = names.into_values().collect();
    let in_words = |w: &Way| w.iter().filter_map(|(f, i)| reading(book, *f, *i)).collect::<Vec<_>>();
    let all: Vec<Vec<(String, String)>> = ways(book, &facts).iter().map(in_words).collect();
    let fits = |way: &[(String, String)], only: &[(String, String)]| only.iter().all(|r| way.contains(r));
    let mut inside = all.iter().filter(|way| wide.iter().any(|o| fits(way, o)));
    inside.all(|way| narrow.iter().any(|o| fits(way, o)))
}
