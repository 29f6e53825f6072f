//! A solver for what would be too many cubes.

use batsat::{Callbacks, Lit as Literal, Solver, SolverInterface, clause, lbool};

/// A propositional variable, or its contrary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lit(u32);

impl Lit {
    /// The variable holds.
    pub(super) fn new(var: u32) -> Lit {
        Lit(var << 1)
    }
}

impl std::ops::Not for Lit {
    type Output = Lit;

    fn not(self) -> Lit {
        Lit(self.0 ^ 1)
    }
}

/// Says whether clauses can all be true.
pub(super) trait Oracle {
    /// A variable more.
    fn var(&mut self) -> u32;
    /// One of these must hold.
    fn clause(&mut self, lits: &[Lit]);
    /// Whether everything can be true under these assumptions; `None` when so many conflicts were not enough to tell.
    fn satisfiable(&mut self, assumptions: &[Lit], conflicts: u64) -> Option<bool>;
    /// The value of a variable in what was found.
    fn value(&self, var: u32) -> bool;
}

/// batsat.
#[derive(Default)]
pub(super) struct Batsat {
    solver: Solver<Limit>,
}

/// Stops the solver after so many learnt clauses.
#[derive(Default)]
struct Limit {
    learnt: u64,
    most: u64,
}

impl Callbacks for Limit {
    fn on_start(&mut self) {
        self.learnt = 0;
    }

    fn on_new_clause(&mut self, _: &[Literal], kind: clause::Kind) {
        self.learnt += u64::from(matches!(kind, clause::Kind::Learnt));
    }

    fn stop(&self) -> bool {
        self.learnt > self.most
    }
}

impl Batsat {
    fn literal(&mut self, lit: Lit) -> Literal {
        Literal::new(self.solver.var_of_int(lit.0 >> 1), lit.0 & 1 == 0)
    }
}

impl Oracle for Batsat {
    fn var(&mut self) -> u32 {
        let var = self.solver.num_vars();
        self.solver.var_of_int(var);
        var
    }

    fn clause(&mut self, lits: &[Lit]) {
        let mut clause: Vec<Literal> = lits.iter().map(|l| self.literal(*l)).collect();
        self.solver.add_clause_reuse(&mut clause);
    }

    fn satisfiable(&mut self, assumptions: &[Lit], conflicts: u64) -> Option<bool> {
        self.solver.cb_mut().most = conflicts;
        let assumptions: Vec<Literal> = assumptions.iter().map(|l| self.literal(*l)).collect();
        match self.solver.solve_limited(&assumptions) {
            answer if answer == lbool::TRUE => Some(true),
            answer if answer == lbool::FALSE => Some(false),
            _ => None,
        }
    }

    fn value(&self, var: u32) -> bool {
        self.solver.get_model().get(var as usize).is_some_and(|v| *v == lbool::TRUE)
    }
}
