//! Which norm of one edition is which of the other.

use std::collections::BTreeSet;

use serde::Serialize;
use tarazy_law::model::{Corpus, FactKind, Formula, Norm, NormId, Rulebook};

/// How two norms were recognised as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Matched {
    /// They have one name.
    Name,
    /// They stand in the same place of the same act (or of the act that replaced it), are of one kind and bind the same roles; and no other
    /// norm does.
    Place,
}

/// Norms of both editions, the pairs in the order of the first.
#[derive(Default)]
pub(crate) struct Pairs {
    pub both: Vec<(NormId, NormId, Matched)>,
    pub lost: Vec<NormId>,
    pub gained: Vec<NormId>,
}

impl Pairs {
    pub(crate) fn of(corpus: &Corpus, a: &Rulebook, b: &Rulebook) -> Pairs {
        let mut out = Pairs::default();
        let mut taken = BTreeSet::new();
        for (id, norm) in a.norms() {
            match b.norm_ids.get(&norm.id) {
                Some(other) => {
                    taken.insert(*other);
                    out.both.push((id, *other, Matched::Name));
                }
                None => out.lost.push(id),
            }
        }
        let free: Vec<NormId> = b.norms().map(|(id, _)| id).filter(|id| !taken.contains(id)).collect();
        let like = |x: NormId, y: NormId| alike(corpus, (a, a.norm(x)), (b, b.norm(y)));
        let mut found = Vec::new();
        for x in &out.lost {
            let mut candidates = free.iter().filter(|y| like(*x, **y));
            if let (Some(y), None) = (candidates.next(), candidates.next())
                && out.lost.iter().filter(|z| like(**z, *y)).count() == 1
            {
                found.push((*x, *y, Matched::Place));
            }
        }
        out.lost.retain(|x| found.iter().all(|(y, ..)| x != y));
        out.gained = free.into_iter().filter(|x| found.iter().all(|(_, y, _)| x != y)).collect();
        out.both.extend(found);
        out.both.sort_by_key(|(a, ..)| *a);
        out
    }
}

fn alike(corpus: &Corpus, (a_book, a): (&Rulebook, &Norm), (b_book, b): (&Rulebook, &Norm)) -> bool {
    let cite = |n: &Norm| corpus.provision(n.provision).cite.clone();
    let (Some(x), Some(y)) = (cite(a), cite(b)) else { return false };
    let replaced = |old: &str, new: &str| {
        let by = corpus.acts.get(old).and_then(|act| act.replaced_by.as_ref());
        by.is_some_and(|n| n.text == new)
    };
    let act = x.act == y.act || replaced(&x.act, &y.act) || replaced(&y.act, &x.act);
    let place = (&x.article, &x.part, &x.sub) == (&y.article, &y.part, &y.sub);
    act && place && a.kind == b.kind && a.bearer == b.bearer && roles(corpus, a_book, a) == roles(corpus, b_book, b)
}

/// The roles that make somebody a bearer, definitions unfolded.
pub(crate) fn roles(corpus: &Corpus, book: &Rulebook, norm: &Norm) -> BTreeSet<String> {
    let (mut out, mut seen, mut todo) = (BTreeSet::new(), Vec::new(), vec![norm.bearer_cond.clone()]);
    while let Some(f) = todo.pop() {
        f.visit(&mut |f| match f {
            Formula::Fact { fact, .. } => {
                if let FactKind::Vocab(v) = book.fact(*fact).kind {
                    let info = corpus.vocabulary.fact(v);
                    if info.is_role {
                        out.insert(info.name.clone());
                    }
                }
            }
            Formula::Derived { what, .. } if !seen.contains(what) => {
                seen.push(*what);
                todo.push(book.unfold(*what));
            }
            _ => {}
        });
    }
    out
}
