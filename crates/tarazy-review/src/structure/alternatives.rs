//! The ways in which a condition can come to hold: *owner, or possessor who took part* are two.

use tarazy_law::model::{Derived, FactId, Formula, Sort, Var};

use super::index::Index;
use super::leaves::{Leaf, bound};

/// More alternatives than this are taken together: nobody wrote them one by one.
const LIMIT: usize = 64;

/// One way.
#[derive(Clone, Debug, Default)]
pub(super) struct Alternative {
    pub(super) leaves: Vec<Leaf>,
}

impl Alternative {
    /// The roles that it asks of the bearer.
    pub(super) fn roles<'s>(&'s self, index: &'s Index<'_>) -> impl Iterator<Item = FactId> + 's {
        self.leaves.iter().filter(|l| l.asks_yes() && l.of_bearer() && index.is_role(l.fact)).map(|l| l.fact)
    }

    /// The roles that somebody else must not have.
    pub(super) fn excludes(&self, role: FactId) -> bool {
        self.leaves.iter().any(|l| l.fact == role && l.asks_no())
    }

    /// It asks what this person did: something about them and the act or the system that is no role.
    pub(super) fn own_part(&self, index: &Index<'_>) -> bool {
        self.leaves.iter().any(|l| l.of_bearer() && index.is_conduct(l.fact))
    }
}

impl Index<'_> {
    /// It is about a person and the act or the system, and no role.
    pub(super) fn is_conduct(&self, fact: FactId) -> bool {
        self.vocab(fact).is_some_and(|(_, f)| {
            !f.is_role && f.persons() > 0 && f.params.iter().any(|s| matches!(s, Sort::Act | Sort::System))
        })
    }

    /// The alternatives of a condition.
    pub(super) fn alternatives(&self, formula: &Formula) -> Vec<Alternative> {
        self.ways(formula, [0, 1], true, 0)
    }

    fn ways(&self, formula: &Formula, names: [Var; 2], positive: bool, depth: usize) -> Vec<Alternative> {
        match formula {
            Formula::Const(holds) if *holds == positive => vec![Alternative::default()],
            Formula::Const(_) => Vec::new(),
            Formula::Same(..) => vec![Alternative::default()],
            Formula::Not(inner) => self.ways(inner, names, !positive, depth),
            Formula::Some { var, body } => self.ways(body, bound(names, *var), positive, depth),
            Formula::And(parts) if positive => self.product(parts, names, positive, depth),
            Formula::Or(parts) if !positive => self.product(parts, names, positive, depth),
            Formula::And(parts) | Formula::Or(parts) => {
                limited(parts.iter().flat_map(|p| self.ways(p, names, positive, depth)).collect())
            }
            Formula::Derived { what: Derived::Definition(d), args } if depth < 16 => {
                let mut inner = [0, 1];
                for (to, v) in inner.iter_mut().zip(args.vars()) {
                    *to = names.get(*v as usize).copied().unwrap_or(super::leaves::BOUND);
                }
                self.ways(&self.book.definition(*d).formula, inner, positive, depth + 1)
            }
            Formula::Fact { .. } | Formula::Derived { .. } => {
                let mut leaves = Vec::new();
                self.collect(formula, names, positive, super::leaves::Depth::Words, &mut leaves);
                vec![Alternative { leaves }]
            }
        }
    }

    fn product(&self, parts: &[Formula], names: [Var; 2], positive: bool, depth: usize) -> Vec<Alternative> {
        let mut out = vec![Alternative::default()];
        for part in parts {
            let ways = self.ways(part, names, positive, depth);
            let both = |a: &Alternative, b: &Alternative| Alternative {
                leaves: a.leaves.iter().chain(&b.leaves).copied().collect(),
            };
            out = limited(out.iter().flat_map(|a| ways.iter().map(move |b| both(a, b))).collect());
        }
        out
    }
}

fn limited(ways: Vec<Alternative>) -> Vec<Alternative> {
    if ways.len() <= LIMIT {
        return ways;
    }
    vec![Alternative { leaves: ways.into_iter().flat_map(|w| w.leaves).collect() }]
}
