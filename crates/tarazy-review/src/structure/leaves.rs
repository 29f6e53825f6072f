//! The facts that a condition rests on, through definitions, norms and exceptions, each with the sign under which it is asked for.

use std::rc::Rc;

use tarazy_law::model::{Derived, FactId, Formula, Var};

use super::index::Index;

/// A person that the condition itself introduces (`some q`).
pub(super) const BOUND: Var = 7;

/// A fact in a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Leaf {
    pub(super) fact: FactId,
    /// About whom: 0 is the bearer, 1 the other person, [`BOUND`] somebody.
    pub(super) about: [Option<Var>; 2],
    /// It stands under an even number of negations.
    pub(super) positive: bool,
    /// The values for which it holds.
    pub(super) values: u64,
}

impl Leaf {
    /// It is about the bearer.
    pub(super) fn of_bearer(&self) -> bool {
        self.about.contains(&Some(0))
    }

    /// A yes-or-no fact that is asked to hold.
    pub(super) fn asks_yes(&self) -> bool {
        if self.positive { self.values == 0b10 } else { self.values == 0b01 }
    }

    /// A yes-or-no fact that is asked not to hold.
    pub(super) fn asks_no(&self) -> bool {
        if self.positive { self.values == 0b01 } else { self.values == 0b10 }
    }

    /// The same with its persons under the names they have further up.
    fn renamed(mut self, names: [Var; 2], positive: bool) -> Leaf {
        for v in self.about.iter_mut().flatten() {
            *v = renamed(*v, names);
        }
        self.positive = self.positive == positive;
        self
    }
}

/// How far down conditions are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Depth {
    /// Into definitions only: what the words of the norm itself mean.
    Words,
    /// Into other norms and exceptions too.
    Everything,
}

impl Index<'_> {
    /// The facts of these conditions.
    pub(super) fn leaves<'f>(&self, formulas: impl IntoIterator<Item = &'f Formula>, depth: Depth) -> Vec<Leaf> {
        let mut out = Vec::new();
        for f in formulas {
            self.collect(f, [0, 1], true, depth, &mut out);
        }
        out
    }

    pub(super) fn collect(
        &self,
        formula: &Formula,
        names: [Var; 2],
        positive: bool,
        depth: Depth,
        out: &mut Vec<Leaf>,
    ) {
        match formula {
            Formula::Const(_) | Formula::Same(..) => {}
            Formula::Fact { fact, args, test } => {
                let mut about = [None; 2];
                for (to, v) in about.iter_mut().zip(args.vars()) {
                    *to = Some(renamed(*v, names));
                }
                let leaf = Leaf { fact: *fact, about, positive, values: test.values };
                if !out.contains(&leaf) {
                    out.push(leaf);
                }
            }
            Formula::Derived { what, args } => {
                if depth == Depth::Words && !matches!(what, Derived::Definition(_)) {
                    return;
                }
                let mut inner = [0, 1];
                for (to, v) in inner.iter_mut().zip(args.vars()) {
                    *to = renamed(*v, names);
                }
                for leaf in self.leaves_of(*what, depth).iter() {
                    let leaf = leaf.renamed(inner, positive);
                    if !out.contains(&leaf) {
                        out.push(leaf);
                    }
                }
            }
            Formula::Not(inner) => self.collect(inner, names, !positive, depth, out),
            Formula::And(parts) | Formula::Or(parts) => {
                for p in parts {
                    self.collect(p, names, positive, depth, out);
                }
            }
            Formula::Some { var, body } => self.collect(body, bound(names, *var), positive, depth, out),
        }
    }

    /// The facts of a derived term, its persons numbered as in itself.
    pub(super) fn leaves_of(&self, what: Derived, depth: Depth) -> Rc<[Leaf]> {
        let key = (what, depth);
        if let Some(known) = self.leaves.borrow().get(&key) {
            return known.clone();
        }
        // Circles are broken before anybody asks; this keeps a walk finite even so.
        self.leaves.borrow_mut().insert(key, Rc::from([]));
        let found: Rc<[Leaf]> = self.leaves([&self.book.unfold(what)], depth).into();
        self.leaves.borrow_mut().insert(key, found.clone());
        found
    }
}

fn renamed(v: Var, names: [Var; 2]) -> Var {
    names.get(v as usize).copied().unwrap_or(BOUND)
}

pub(super) fn bound(mut names: [Var; 2], var: Var) -> [Var; 2] {
    if let Some(name) = names.get_mut(var as usize) {
        *name = BOUND;
    }
    names
}
