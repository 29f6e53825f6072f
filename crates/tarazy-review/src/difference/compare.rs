//! In which cases two conditions differ.

use tarazy_law::case::Case;
use tarazy_law::model::{Derived, FactKind, Formula, NormId};
use tarazy_law::write_case::write_case;

use super::cases::{Cases, Literal, Shared, Shown, Way, Writer};
use super::cover::cover;
use super::diagram::{ALWAYS, Cube, NEVER, Node};
use super::joint::Joint;
use super::show::{self, show};
use super::space::{Atom, Space, Who};
use crate::context::Context;
use crate::witness::{Claim, Says, Witness};

/// More ways than these nobody reads.
const MOST_WAYS: usize = 512;
/// How many diagrams a question about two editions may need.
const MOST_NODES: usize = 2_000_000;

/// Compares conditions of two editions.
pub(crate) struct Comparer<'a, 'c> {
    before: &'a Context<'c>,
    after: &'a Context<'c>,
    pub(crate) joint: &'a Joint,
    pub(crate) space: Space<'a>,
    budget: u64,
}

/// A condition in parts, all of which must hold.
pub(crate) type Parts = Vec<(Shared, Node)>;

/// What the cases of a difference show: of what, and what it says before and after.
#[derive(Clone)]
pub(crate) struct Claims<'n> {
    pub before: Option<(&'n str, bool)>,
    pub after: Option<(&'n str, bool)>,
}

impl<'a, 'c> Comparer<'a, 'c> {
    pub(crate) fn new(
        before: &'a Context<'c>,
        after: &'a Context<'c>,
        joint: &'a Joint,
        budget: u64,
    ) -> Comparer<'a, 'c> {
        Comparer { before, after, joint, space: Space::new(&joint.book, MOST_NODES), budget }
    }

    pub(crate) fn corpus(&self) -> &'c tarazy_law::model::Corpus {
        self.before.corpus
    }

    /// What must hold for a norm of the joint book to apply to the first person.
    pub(crate) fn parts(&mut self, norm: NormId, persons: Who) -> Parts {
        let n = self.joint.book.norm(norm).clone();
        let mut out = Vec::new();
        for e in &n.scopes {
            let name = self.joint.book.exception(*e).id.clone();
            out.push((Shared::Scope(name), self.space.term(Derived::Holds(*e), persons)));
        }
        out.push((Shared::Bearer, self.space.about(&n.bearer_cond, persons)));
        out.push((Shared::When, self.space.about(&n.when, persons)));
        if let Some(e) = n.unless {
            let holds = self.space.term(Derived::Holds(e), persons);
            out.push((Shared::Unless, self.space.d.not(holds)));
        }
        for e in &n.exceptions {
            let name = self.joint.book.exception(*e).id.clone();
            let holds = self.space.term(Derived::Holds(*e), persons);
            out.push((Shared::Exception(name), self.space.d.not(holds)));
        }
        out.retain(|(_, node)| *node != ALWAYS);
        out
    }

    /// A condition by itself.
    pub(crate) fn single(&mut self, formula: Option<&Formula>, persons: Who) -> Parts {
        formula.map(|f| (Shared::When, self.space.about(f, persons))).into_iter().collect()
    }

    /// The cases in which all of `b` holds and `a` does not; `None` when there are none.
    pub(crate) fn beyond(&mut self, a: &Parts, b: &Parts, persons: Who, claims: Option<&Claims<'_>>) -> Option<Cases> {
        let mut within: Vec<Shared> = Vec::new();
        let (mut common, mut rest_a, mut rest_b) = (ALWAYS, ALWAYS, ALWAYS);
        for (label, node) in b {
            if a.iter().any(|(_, n)| n == node) {
                within.push(label.clone());
                common = self.space.d.and(common, *node);
            } else {
                rest_b = self.space.d.and(rest_b, *node);
            }
        }
        for (_, node) in a.iter().filter(|(_, n)| b.iter().all(|(_, m)| m != n)) {
            rest_a = self.space.d.and(rest_a, *node);
        }
        let differs = self.space.d.without(rest_b, rest_a);
        if differs == NEVER && !self.space.d.full {
            return None;
        }
        let here = self.space.d.and(differs, common);
        let mut can = self.possible(here, persons);
        // What cannot be, because no days fit, is learned from the attempts to show it.
        for _ in 0..32 {
            let must = self.space.d.and(here, can);
            if must == NEVER && !self.space.d.full {
                return None;
            }
            let relevant = self.space.d.and(common, can);
            let free = self.space.d.not(relevant);
            let may = self.space.d.or(differs, free);
            let (cubes, complete) = cover(&mut self.space, must, may, MOST_WAYS);
            if self.space.d.full {
                break;
            }
            let everywhere = in_all(&cubes);
            let (mut ways, mut learned) = (Vec::new(), false);
            for cube in cubes {
                let node = self.space.cube(&cube);
                let node = self.space.d.and(node, must);
                let shown = match show(&mut self.space, self.before.corpus, node, persons, self.budget) {
                    show::Shown::Never(values) => {
                        let values = self.space.cube(&values);
                        can = self.space.d.without(can, values);
                        learned = true;
                        break;
                    }
                    show::Shown::Unclear => None,
                    show::Shown::Case(case) => claims.and_then(|c| self.replay(case, c)),
                };
                let own = cube.into_iter().filter(|l| !everywhere.contains(l)).collect();
                let literals = self.write(&own);
                ways.push(Way { literals, shown });
            }
            if !learned {
                let always = self.write(&everywhere);
                return Some(Cases { within, always, ways, complete });
            }
        }
        Some(Cases { within, complete: false, ..Cases::default() })
    }

    fn write(&mut self, cube: &Cube) -> Vec<Literal> {
        Writer { corpus: self.before.corpus }.literals(&mut self.space, cube)
    }

    /// Which values can come together, as far as it is known without looking for days.
    fn possible(&mut self, turns: Node, persons: Who) -> Node {
        let mut can = self.space.possible(turns, persons);
        for var in self.space.d.support(turns) {
            if let Atom::Fact(fact, _) = self.space.atom(var)
                && let Some(both) = self.joint.common_readings.get(&fact)
                && matches!(self.joint.book.fact(fact).kind, FactKind::Reading { .. })
            {
                let size = self.space.size(var);
                let known = self.space.d.literal(var, size, *both);
                can = self.space.d.and(can, known);
            }
        }
        can
    }

    /// The case under both editions, by the ordinary evaluator.
    fn replay(&self, case: Case, claims: &Claims<'_>) -> Option<Shown> {
        let claim = |c: Option<(&str, bool)>| {
            let says = |applies| if applies { Says::Applies } else { Says::DoesNotApply };
            c.map(|(name, applies)| Claim { name: name.to_owned(), person: 0, says: says(applies) })
        };
        let both = |case: Case| {
            let written = write_case(self.before.corpus, &case);
            let before = Witness::replay(self.before, case.clone(), claim(claims.before).into_iter().collect())?;
            let after = Witness::replay(self.after, case, claim(claims.after).into_iter().collect())?;
            Some(Shown { before, after, written })
        };
        let whole = show::completed(self.before.corpus, &case);
        both(case).or_else(|| both(whole))
    }
}

impl Claims<'_> {
    /// Of a norm: it comes to apply, or it ceases to.
    pub(crate) fn of<'n>(before: &'n str, after: &'n str, comes: bool) -> Claims<'n> {
        Claims { before: Some((before, !comes)), after: Some((after, comes)) }
    }
}

/// The literals of every cube, where there are several.
fn in_all(cubes: &[Cube]) -> Cube {
    let [first, rest @ ..] = cubes else { return Vec::new() };
    if rest.is_empty() {
        return Vec::new();
    }
    first.iter().filter(|l| rest.iter().all(|c| c.contains(l))).copied().collect()
}
