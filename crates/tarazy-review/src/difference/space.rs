//! Conditions as diagrams, seen from one person (or two): what is asked of *somebody* becomes a question of its own.
//!
//! `some q: …` may be answered by the person whom the norm is about or by somebody else. The first is a plain condition; the second is a
//! variable, *somebody else is such*, because nobody knows how many others there are. Which of these variables can be true together is worked
//! out exactly (see [`Space::possible`]): somebody is such only if a person can be thought of who is, and who makes no false one true.

use std::collections::{HashMap, HashSet};

use tarazy_law::model::{Args, Derived, FactId, Formula, Rulebook, Var};

use super::diagram::{ALWAYS, Cube, Diagrams, NEVER, Node};

/// A person in play: 0 is the one the norm is about, those after are *somebody else*.
pub(crate) type Who = u8;

/// What a variable stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Atom {
    /// The value of a fact.
    Fact(FactId, [Who; 2]),
    /// Besides the first so many persons, there is one more of whom this holds.
    Another(Who, Node),
}

/// Diagrams about one book.
pub(crate) struct Space<'a> {
    /// The book.
    pub book: &'a Rulebook,
    /// The diagrams.
    pub d: Diagrams,
    atoms: Vec<Atom>,
    index: HashMap<Atom, u32>,
    derived: HashMap<(Derived, [Who; 2], Who), Node>,
}

impl<'a> Space<'a> {
    /// An empty room with space for so many nodes.
    pub(crate) fn new(book: &'a Rulebook, limit: usize) -> Space<'a> {
        Space { book, d: Diagrams::new(limit), atoms: Vec::new(), index: HashMap::new(), derived: HashMap::new() }
    }

    /// What a variable stands for.
    pub(crate) fn atom(&self, var: u32) -> Atom {
        self.atoms[var as usize]
    }

    /// How many values a variable has; the last may be *not applicable*.
    pub(crate) fn size(&self, var: u32) -> usize {
        self.size_of(self.atom(var))
    }

    fn size_of(&self, atom: Atom) -> usize {
        match atom {
            Atom::Fact(f, _) => {
                let fact = self.book.fact(f);
                fact.values + usize::from(fact.may_be_inapplicable)
            }
            Atom::Another(..) => 2,
        }
    }

    fn literal(&mut self, atom: Atom, values: u64) -> Node {
        let next = self.atoms.len() as u32;
        let var = *self.index.entry(atom).or_insert(next);
        if var == next {
            self.atoms.push(atom);
        }
        let size = self.size_of(atom);
        self.d.literal(var, size, values)
    }

    /// A variable with some of its values.
    pub(crate) fn literal_of(&mut self, var: u32, values: u64) -> Node {
        let size = self.size(var);
        self.d.literal(var, size, values)
    }

    /// The cube as a diagram.
    pub(crate) fn cube(&mut self, cube: &Cube) -> Node {
        let mut out = ALWAYS;
        for (var, values) in cube {
            let lit = self.d.literal(*var, self.size_of(self.atoms[*var as usize]), *values);
            out = self.d.and(out, lit);
        }
        out
    }

    /// A condition about the first so many persons.
    pub(crate) fn about(&mut self, formula: &Formula, persons: Who) -> Node {
        self.node(formula, true, &mut vec![0, 1], persons)
    }

    /// A derived term about the first person.
    pub(crate) fn term(&mut self, what: Derived, persons: Who) -> Node {
        self.derived(what, [0, 1], persons)
    }

    fn derived(&mut self, what: Derived, about: [Who; 2], persons: Who) -> Node {
        // What a term is not about must not make it another term.
        let about = match self.book.persons_of(what) {
            0 => [0, 0],
            1 => [about[0], 0],
            _ => about,
        };
        if let Some(n) = self.derived.get(&(what, about, persons)) {
            return *n;
        }
        let formula = self.book.unfold(what);
        let n = self.node(&formula, true, &mut about.to_vec(), persons);
        self.derived.insert((what, about, persons), n);
        n
    }

    fn node(&mut self, formula: &Formula, positive: bool, env: &mut Vec<Who>, persons: Who) -> Node {
        let who = |env: &[Who], v: Var| env.get(v as usize).copied().unwrap_or(0);
        let pair = |env: &[Who], args: Args| {
            let mut all = args.vars().iter().map(|v| who(env, *v));
            [all.next().unwrap_or(0), all.next().unwrap_or(0)]
        };
        match formula {
            Formula::Const(c) => {
                if *c == positive {
                    ALWAYS
                } else {
                    NEVER
                }
            }
            Formula::Not(inner) => self.node(inner, !positive, env, persons),
            // Of what is not applicable neither a fact nor its contrary holds.
            Formula::Fact { fact, args, test } => {
                let all = (1_u64 << self.book.fact(*fact).values) - 1;
                let values = if positive { test.values } else { all & !test.values };
                self.literal(Atom::Fact(*fact, pair(env, *args)), values)
            }
            Formula::Derived { what, args } => {
                let n = self.derived(*what, pair(env, *args), persons);
                if positive { n } else { self.d.not(n) }
            }
            Formula::Same(a, b) => {
                if (who(env, *a) == who(env, *b)) == positive {
                    ALWAYS
                } else {
                    NEVER
                }
            }
            Formula::And(parts) | Formula::Or(parts) => {
                let nodes: Vec<Node> = parts.iter().map(|p| self.node(p, positive, env, persons)).collect();
                if matches!(formula, Formula::And(_)) == positive { self.d.all(&nodes) } else { self.d.any(&nodes) }
            }
            Formula::Some { var, body } => {
                let n = self.some(*var, body, env, persons);
                if positive { n } else { self.d.not(n) }
            }
        }
    }

    fn some(&mut self, var: Var, body: &Formula, env: &mut Vec<Who>, persons: Who) -> Node {
        let place = var as usize;
        if env.len() <= place {
            env.resize(place + 1, 0);
        }
        let before = env[place];
        let mut ways = Vec::new();
        for p in 0..persons {
            env[place] = p;
            ways.push(self.node(body, true, env, persons));
        }
        env[place] = persons;
        // What does not speak of that person stays outside, so that what is asked of them is all that is.
        let (inside, outside): (Vec<&Formula>, Vec<&Formula>) =
            parts(body).into_iter().partition(|p| p.free_vars() >> var & 1 == 1);
        let outside: Vec<Node> = outside.into_iter().map(|p| self.node(p, true, env, persons + 1)).collect();
        let inside: Vec<Node> = inside.into_iter().map(|p| self.node(p, true, env, persons + 1)).collect();
        env[place] = before;
        let such = self.d.all(&inside);
        let another = match such {
            NEVER => NEVER,
            such => self.literal(Atom::Another(persons, such), 0b10),
        };
        let mut all = outside;
        all.push(another);
        ways.push(self.d.all(&all));
        self.d.any(&ways)
    }

    /// A variable speaks of somebody besides the first so many.
    fn beyond(&self, var: u32, persons: Who) -> bool {
        match self.atom(var) {
            Atom::Fact(f, who) => who[..self.book.fact(f).persons.min(2)].iter().any(|w| *w >= persons),
            Atom::Another(level, _) => level > persons,
        }
    }

    /// Those of the variables that ask for one more person than these, with what they ask.
    pub(crate) fn others(&self, vars: &[u32], persons: Who) -> Vec<(u32, Node)> {
        let asks = |v: &u32| match self.atom(*v) {
            Atom::Another(level, such) if level == persons => Some((*v, such)),
            _ => None,
        };
        vars.iter().filter_map(asks).collect()
    }

    /// Of *somebody else* variable `of`: a person who is such, and who makes none of the others true that are not.
    pub(crate) fn person_for(&mut self, of: (u32, Node), others: &[(u32, Node)]) -> Node {
        let mut out = of.1;
        for (var, such) in others {
            let there = self.d.literal(*var, 2, 0b10);
            let not_such = self.d.not(*such);
            let fits = self.d.or(not_such, there);
            out = self.d.and(out, fits);
        }
        out
    }

    /// Which values the variables on which `turns` turns can have together.
    pub(crate) fn possible(&mut self, turns: Node, persons: Who) -> Node {
        let vars = self.d.support(turns);
        let others = self.others(&vars, persons);
        let mut out = ALWAYS;
        for one in &others {
            let fits = self.person_for(*one, &others);
            let beyond: HashSet<u32> = self.d.support(fits).into_iter().filter(|v| self.beyond(*v, persons)).collect();
            let can = self.d.some(fits, &|v| beyond.contains(&v));
            let there = self.d.literal(one.0, 2, 0b01);
            let holds = self.d.or(there, can);
            out = self.d.and(out, holds);
        }
        out
    }
}

fn parts(formula: &Formula) -> Vec<&Formula> {
    match formula {
        Formula::And(parts) => parts.iter().collect(),
        other => vec![other],
    }
}
