//! Conditions as clauses, for what would be too many cubes.
//!
//! A field has a variable for each value, exactly one of which holds. A part of a condition has a variable that holds only where the part
//! does; so a solution of the clauses is a case, and every case is a solution. Whether comparisons of dates fit together is asked
//! afterwards: what does not fit is forbidden by one clause more.

use std::collections::HashMap;

use tarazy_law::model::Rulebook;

use super::cover;
use super::days;
use super::ground::{Id, Node};
use super::layout::Layout;
use super::oracle::{Batsat, Lit, Oracle};

/// What an oracle says.
pub(super) enum Said {
    /// The cube holds, and the condition follows from it.
    Cube(Vec<(u32, u64)>),
    Never,
    Undecided,
}

/// Clauses for one question.
pub(super) struct Sat<'s, 'a> {
    nodes: &'s [Node],
    layout: &'s Layout,
    book: &'a Rulebook,
    oracle: Box<dyn Oracle>,
    /// The first variable of each field.
    fields: HashMap<u32, u32>,
    parts: HashMap<Id, Lit>,
    literals: HashMap<(u32, u64), Lit>,
    conflicts: u64,
}

impl<'s, 'a> Sat<'s, 'a> {
    pub(super) fn new(nodes: &'s [Node], layout: &'s Layout, book: &'a Rulebook, conflicts: u64) -> Sat<'s, 'a> {
        Sat {
            nodes,
            layout,
            book,
            oracle: Box::new(Batsat::default()),
            fields: HashMap::new(),
            parts: HashMap::new(),
            literals: HashMap::new(),
            conflicts,
        }
    }

    /// The condition must hold.
    pub(super) fn require(&mut self, part: Id) {
        let lit = self.part(part);
        self.oracle.clause(&[lit]);
    }

    /// A cube in which the required condition `part` holds and these literals too.
    pub(super) fn find(&mut self, part: Id, given: &[(u32, u64)]) -> Said {
        let assumptions: Vec<Lit> = given.iter().map(|(f, v)| self.literal(*f, *v)).collect();
        // Each time at least one way in which dates do not fit is forbidden.
        for _ in 0..=self.conflicts {
            match self.oracle.satisfiable(&assumptions, self.conflicts) {
                Some(true) => {}
                Some(false) => return Said::Never,
                None => return Said::Undecided,
            }
            let mut lits = given.to_vec();
            self.reasons(part, &mut lits);
            let cube = self.cube(&lits);
            if days::possible(&cube, self.layout, self.book) {
                return Said::Cube(cube);
            }
            self.forbid(&cube);
        }
        Said::Undecided
    }

    fn field(&mut self, field: u32) -> u32 {
        if let Some(first) = self.fields.get(&field) {
            return *first;
        }
        let n = self.layout.fields[field as usize].full.count_ones();
        let vars: Vec<u32> = (0..n).map(|_| self.oracle.var()).collect();
        let lits: Vec<Lit> = vars.iter().map(|v| Lit::new(*v)).collect();
        self.oracle.clause(&lits);
        for (i, a) in lits.iter().enumerate() {
            for b in &lits[..i] {
                self.oracle.clause(&[!*a, !*b]);
            }
        }
        self.fields.insert(field, vars[0]);
        vars[0]
    }

    fn values(&mut self, field: u32, values: u64) -> Vec<Lit> {
        let first = self.field(field);
        (0..64).filter(|i| values >> i & 1 == 1).map(|i| Lit::new(first + i)).collect()
    }

    /// Holds only where the field has one of these values.
    fn literal(&mut self, field: u32, values: u64) -> Lit {
        if let Some(lit) = self.literals.get(&(field, values)) {
            return *lit;
        }
        let mut clause = self.values(field, values);
        let lit = if clause.len() == 1 {
            clause[0]
        } else {
            let lit = Lit::new(self.oracle.var());
            clause.push(!lit);
            self.oracle.clause(&clause);
            lit
        };
        self.literals.insert((field, values), lit);
        lit
    }

    fn part(&mut self, id: Id) -> Lit {
        if let Some(lit) = self.parts.get(&id) {
            return *lit;
        }
        let nodes = self.nodes;
        let lit = match &nodes[id as usize] {
            Node::Lit(field, values) => self.literal(*field, *values),
            Node::Const(c) => {
                let lit = Lit::new(self.oracle.var());
                self.oracle.clause(&[if *c { lit } else { !lit }]);
                lit
            }
            Node::And(parts) => {
                let parts: Vec<Lit> = parts.iter().map(|p| self.part(*p)).collect();
                let lit = Lit::new(self.oracle.var());
                for p in parts {
                    self.oracle.clause(&[!lit, p]);
                }
                lit
            }
            Node::Or(parts) => {
                let mut clause: Vec<Lit> = parts.iter().map(|p| self.part(*p)).collect();
                let lit = Lit::new(self.oracle.var());
                clause.push(!lit);
                self.oracle.clause(&clause);
                lit
            }
        };
        self.parts.insert(id, lit);
        lit
    }

    /// The value that a field has in what was found.
    fn found(&self, field: u32) -> u64 {
        let Some(first) = self.fields.get(&field) else { return 0 };
        let n = self.layout.fields[field as usize].full.count_ones();
        (0..n).filter(|i| self.oracle.value(first + i)).fold(0, |m, i| m | 1 << i)
    }

    /// A part holds in what was found.
    fn holds(&self, id: Id, known: &mut HashMap<Id, bool>) -> bool {
        if let Some(holds) = known.get(&id) {
            return *holds;
        }
        let holds = match &self.nodes[id as usize] {
            Node::Const(c) => *c,
            Node::Lit(field, values) => self.found(*field) & values != 0,
            Node::And(parts) => parts.iter().all(|p| self.holds(*p, known)),
            Node::Or(parts) => parts.iter().any(|p| self.holds(*p, known)),
        };
        known.insert(id, holds);
        holds
    }

    /// Literals because of which a part holds in what was found.
    fn reasons(&self, id: Id, out: &mut Vec<(u32, u64)>) {
        let mut known = HashMap::new();
        let (mut todo, mut seen) = (vec![id], std::collections::HashSet::new());
        while let Some(id) = todo.pop() {
            if !seen.insert(id) {
                continue;
            }
            match &self.nodes[id as usize] {
                Node::Const(_) => {}
                Node::Lit(field, values) => out.push((*field, *values)),
                Node::And(parts) => todo.extend(parts.iter()),
                Node::Or(parts) => {
                    let holding = parts.iter().filter(|p| self.holds(**p, &mut known));
                    // What is there already costs nothing, a literal little.
                    let best = holding.min_by_key(|p| match &self.nodes[**p as usize] {
                        _ if seen.contains(*p) => 0,
                        Node::Lit(..) => 1,
                        _ => 2,
                    });
                    todo.extend(best);
                }
            }
        }
    }

    fn cube(&self, lits: &[(u32, u64)]) -> Vec<(u32, u64)> {
        lits.iter().fold(Vec::new(), |cube, (f, v)| {
            let values = cover::values(&cube, self.layout, *f) & v;
            cover::with(&cube, self.layout, *f, values)
        })
    }

    /// No case has these dates.
    fn forbid(&mut self, cube: &cover::Cube) {
        let mut core: Vec<(u32, u64)> = cube.to_vec();
        for (field, _) in cover::literals(cube, self.layout) {
            let wider = cover::with(&core, self.layout, field, self.layout.fields[field as usize].full);
            if !days::possible(&wider, self.layout, self.book) {
                core = wider;
            }
        }
        let mut clause = Vec::new();
        for (field, values) in cover::literals(&core, self.layout) {
            let others = self.layout.fields[field as usize].full & !values;
            clause.extend(self.values(field, others));
        }
        self.oracle.clause(&clause);
    }
}
