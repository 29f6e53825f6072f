//! Conditions for so many persons: no quantifier, no negation, each part once.
//!
//! What is derived is a term of its own, and its contrary is that it does not hold: there what is not applicable counts. The contrary of a
//! fact is another of its values: there it does not. So a negation is carried inwards in two ways, until it has reached a fact.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use tarazy_law::model::{Args, Derived, Formula, OTHERS, Rulebook, Var};

use super::layout::Layout;
use super::quick::Quick;

/// A part.
pub(super) type Id = u32;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Node {
    Const(bool),
    /// The field has one of these values.
    Lit(u32, u64),
    And(Box<[Id]>),
    Or(Box<[Id]>),
}

pub(super) const FALSE: Id = 0;
pub(super) const TRUE: Id = 1;

/// At most so many persons are in play in one condition.
const VARS: usize = 4;

/// Everything that was asked about so far.
pub(super) struct Ground<'a> {
    book: &'a Rulebook,
    pub(super) layout: Layout,
    pub(super) nodes: Vec<Node>,
    index: HashMap<Node, Id, Quick>,
    unfolded: HashMap<Derived, Rc<Formula>, Quick>,
    quantifies: HashMap<Derived, bool, Quick>,
    /// Term, persons, how many there are (0 where that does not matter), whether it is to hold.
    terms: HashMap<(Derived, [u8; 2], u8, bool), Id, Quick>,
}

/// How a condition is to be taken.
#[derive(Clone, Copy)]
struct Sense {
    /// A negation inside the condition stands over it.
    not: bool,
    /// What is asked is that the whole does not hold.
    fails: bool,
}

impl<'a> Ground<'a> {
    pub(super) fn new(book: &'a Rulebook) -> Ground<'a> {
        let mut out = Ground {
            book,
            layout: Layout::default(),
            nodes: Vec::new(),
            index: HashMap::default(),
            unfolded: HashMap::default(),
            quantifies: HashMap::default(),
            terms: HashMap::default(),
        };
        out.intern(Node::Const(false));
        out.intern(Node::Const(true));
        out
    }

    /// A condition about person 0, of so many; or that it does not hold.
    pub(super) fn condition(&mut self, formula: &Formula, persons: u8, holds: bool) -> Id {
        self.ground(formula, [0; VARS], persons, Sense { not: false, fails: !holds })
    }

    fn intern(&mut self, node: Node) -> Id {
        if let Some(id) = self.index.get(&node) {
            return *id;
        }
        let id = self.nodes.len() as Id;
        self.nodes.push(node.clone());
        self.index.insert(node, id);
        id
    }

    fn ground(&mut self, formula: &Formula, env: [u8; VARS], n: u8, sense: Sense) -> Id {
        let contrary = sense.not ^ sense.fails;
        match formula {
            Formula::Const(c) => constant(*c != contrary),
            Formula::Fact { fact, args, test } => {
                let info = self.book.fact(*fact);
                let values = u64::MAX >> (64 - info.values.clamp(1, 64));
                let says = if sense.not { values & !test.values } else { values & test.values };
                let all = if info.may_be_inapplicable { values << 1 | 1 } else { values };
                let says = if sense.fails { all & !says } else { says };
                if *fact == OTHERS {
                    // Here the persons are all who took part.
                    return constant(says & 1 == 1);
                }
                if says == 0 || says == all {
                    return constant(says != 0);
                }
                let field = self.layout.field(self.book, *fact, about(*args, env));
                self.intern(Node::Lit(field, says))
            }
            Formula::Derived { what, args } => self.term(*what, about(*args, env), n, !contrary),
            Formula::Same(a, b) => constant((at(env, *a) == at(env, *b)) != contrary),
            Formula::Not(inner) => self.ground(inner, env, n, Sense { not: !sense.not, ..sense }),
            Formula::And(parts) | Formula::Or(parts) => {
                let all = matches!(formula, Formula::And(_)) != contrary;
                let mut ids = Vec::with_capacity(parts.len());
                for p in parts {
                    let id = self.ground(p, env, n, sense);
                    if id == constant(!all) {
                        return id;
                    }
                    ids.push(id);
                }
                self.join(ids, all)
            }
            Formula::Some { var, body } => {
                let ids = (0..n).map(|q| {
                    let mut env = env;
                    if let Some(place) = env.get_mut(*var as usize) {
                        *place = q;
                    }
                    self.ground(body, env, n, Sense { not: false, fails: contrary })
                });
                let ids = ids.collect();
                self.join(ids, contrary)
            }
        }
    }

    fn term(&mut self, what: Derived, persons: [u8; 2], n: u8, holds: bool) -> Id {
        let relevant = if self.quantifies(what) { n } else { 0 };
        let key = (what, persons, relevant, holds);
        if let Some(id) = self.terms.get(&key) {
            return *id;
        }
        let formula = self.unfold(what);
        let id = self.ground(&formula, [persons[0], persons[1], 0, 0], n, Sense { not: false, fails: !holds });
        self.terms.insert(key, id);
        id
    }

    /// All or any of these: flat, sorted, literals of one field put together.
    fn join(&mut self, ids: Vec<Id>, all: bool) -> Id {
        let mut out: Vec<Id> = Vec::with_capacity(ids.len());
        let mut lits: Vec<(u32, u64)> = Vec::new();
        for id in ids {
            let inner = match (&self.nodes[id as usize], all) {
                (Node::And(inner), true) | (Node::Or(inner), false) => &inner[..],
                _ => std::slice::from_ref(&id),
            };
            for id in inner {
                match self.nodes[*id as usize] {
                    Node::Const(c) if c == all => {}
                    Node::Const(_) => return *id,
                    Node::Lit(f, v) => match lits.iter_mut().find(|l| l.0 == f) {
                        Some(l) if all => l.1 &= v,
                        Some(l) => l.1 |= v,
                        None => lits.push((f, v)),
                    },
                    _ => out.push(*id),
                }
            }
        }
        for (f, v) in lits {
            if v == 0 {
                return FALSE;
            }
            if v == self.layout.fields[f as usize].full {
                return TRUE;
            }
            out.push(self.intern(Node::Lit(f, v)));
        }
        out.sort_unstable();
        out.dedup();
        match out.len() {
            0 => constant(all),
            1 => out[0],
            _ if all => self.intern(Node::And(out.into())),
            _ => self.intern(Node::Or(out.into())),
        }
    }

    pub(super) fn unfold(&mut self, what: Derived) -> Rc<Formula> {
        let book = self.book;
        self.unfolded.entry(what).or_insert_with(|| Rc::new(book.unfold(what))).clone()
    }

    /// Whether it matters how many persons there are.
    fn quantifies(&mut self, what: Derived) -> bool {
        if let Some(q) = self.quantifies.get(&what) {
            return *q;
        }
        let formula = self.unfold(what);
        let mut out = false;
        formula.visit(&mut |f| out |= matches!(f, Formula::Some { .. }));
        out = out || formula.derived().into_iter().any(|d| self.quantifies(d));
        self.quantifies.insert(what, out);
        out
    }

    /// How many other persons are enough for a condition to hold if it can: a *some* that must hold asks for one, for each person about whom
    /// it is asked; a *some* that must not hold asks for nobody, because what is true for nobody stays so when persons leave the case.
    /// `None` when no number is enough: for everybody there must be somebody.
    pub(super) fn sought(&mut self, formula: &Formula) -> Option<usize> {
        let mut seek = Seek { found: 0, terms: HashSet::new(), some: HashSet::new() };
        self.seek(formula, [0; VARS], true, &mut seek).then_some(seek.found)
    }

    fn seek(&mut self, formula: &Formula, env: [usize; VARS], wanted: bool, seek: &mut Seek) -> bool {
        match formula {
            Formula::Const(_) | Formula::Fact { .. } | Formula::Same(..) => true,
            Formula::Not(inner) => self.seek(inner, env, !wanted, seek),
            Formula::And(parts) | Formula::Or(parts) => parts.iter().all(|p| self.seek(p, env, wanted, seek)),
            Formula::Derived { what, args } => {
                let mut about = args.vars().iter().map(|v| env.get(*v as usize).copied().unwrap_or(0));
                let about = [about.next().unwrap_or(0), about.next().unwrap_or(0)];
                if !self.quantifies(*what) || !seek.terms.insert((*what, about, wanted)) {
                    return true;
                }
                let formula = self.unfold(*what);
                self.seek(&formula, [about[0], about[1], 0, 0], wanted, seek)
            }
            Formula::Some { var, body } => {
                let outer = body.free_vars() & !(1 << var);
                // Persons of whom the condition does not speak do not make it another.
                let mut env = env;
                for (i, p) in env.iter_mut().enumerate() {
                    if outer >> i & 1 == 0 {
                        *p = 0;
                    }
                }
                // Terms are kept, so their parts keep their places.
                if !seek.some.insert((std::ptr::from_ref::<Formula>(body).addr(), env, wanted)) {
                    return true;
                }
                let found = if wanted {
                    if (0..VARS).any(|i| outer >> i & 1 == 1 && env[i] == ANYBODY) {
                        return false;
                    }
                    seek.found += 1;
                    seek.found
                } else {
                    ANYBODY
                };
                if let Some(place) = env.get_mut(*var as usize) {
                    *place = found;
                }
                self.seek(body, env, wanted, seek)
            }
        }
    }
}

const ANYBODY: usize = usize::MAX;

struct Seek {
    found: usize,
    terms: HashSet<(Derived, [usize; 2], bool)>,
    some: HashSet<(usize, [usize; VARS], bool)>,
}

fn constant(c: bool) -> Id {
    if c { TRUE } else { FALSE }
}

fn at(env: [u8; VARS], var: Var) -> u8 {
    env.get(var as usize).copied().unwrap_or(0)
}

fn about(args: Args, env: [u8; VARS]) -> [u8; 2] {
    let mut persons = args.vars().iter().map(|v| at(env, *v));
    [persons.next().unwrap_or(0), persons.next().unwrap_or(0)]
}
