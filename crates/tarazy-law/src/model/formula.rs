//! Conditions with every name looked up.

use super::book::{DefId, ExcId, FactId, NormId};

/// A person in play: 0 is the first (the bearer), 1 the second.
pub type Var = u8;

/// The persons that a fact or a derived term is about, at most two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Args {
    len: u8,
    vars: [Var; 2],
}

impl Args {
    /// These persons; `None` when they are more than two.
    pub fn new(vars: &[Var]) -> Option<Args> {
        match *vars {
            [] => Some(Args::default()),
            [a] => Some(Args { len: 1, vars: [a, 0] }),
            [a, b] => Some(Args { len: 2, vars: [a, b] }),
            _ => None,
        }
    }

    /// The first `n` persons, in their order.
    pub fn first(n: usize) -> Args {
        Args { len: n.min(2) as u8, vars: if n == 2 { [0, 1] } else { [0, 0] } }
    }

    /// The persons.
    pub fn vars(&self) -> &[Var] {
        &self.vars[..self.len as usize]
    }
}

/// A term that follows from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Derived {
    /// A definition.
    Definition(DefId),
    /// The elements of a norm are there.
    Met(NormId),
    /// A norm applies.
    Applies(NormId),
    /// An exception holds.
    Holds(ExcId),
}

/// The values for which a literal holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Test {
    /// One bit for each value of the fact's domain. Filled in last for numbers and dates, whose domain is cut by all comparisons together.
    pub values: u64,
    /// The comparison as written, for numbers and dates.
    pub compare: Option<(Op, i64)>,
}

/// A comparison of a number or date with a constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Op {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl Op {
    /// As it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Op::Eq => "=",
            Op::Ne => "≠",
            Op::Lt => "<",
            Op::Le => "≤",
            Op::Gt => ">",
            Op::Ge => "≥",
        }
    }

    /// It holds between `a` and `b`.
    pub fn holds<T: Ord>(self, a: T, b: T) -> bool {
        match self {
            Op::Eq => a == b,
            Op::Ne => a != b,
            Op::Lt => a < b,
            Op::Le => a <= b,
            Op::Gt => a > b,
            Op::Ge => a >= b,
        }
    }
}

/// A condition.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Formula {
    Const(bool),
    Fact {
        fact: FactId,
        args: Args,
        test: Test,
    },
    Derived {
        what: Derived,
        args: Args,
    },
    Same(Var, Var),
    Not(Box<Formula>),
    And(Vec<Formula>),
    Or(Vec<Formula>),
    /// For some person of the case, bound as `var`.
    Some {
        var: Var,
        body: Box<Formula>,
    },
}

impl Formula {
    /// All of these.
    pub fn all(parts: Vec<Formula>) -> Formula {
        Formula::join(parts, true)
    }

    /// Any of these.
    pub fn any(parts: Vec<Formula>) -> Formula {
        Formula::join(parts, false)
    }

    fn join(parts: Vec<Formula>, all: bool) -> Formula {
        let mut out = Vec::new();
        for part in parts {
            match part {
                Formula::Const(c) if c == all => {}
                Formula::Const(_) => return part,
                Formula::And(inner) if all => out.extend(inner),
                Formula::Or(inner) if !all => out.extend(inner),
                _ => out.push(part),
            }
        }
        match out.len() {
            0 => Formula::Const(all),
            1 => out.remove(0),
            _ if all => Formula::And(out),
            _ => Formula::Or(out),
        }
    }

    /// The contrary.
    pub fn negated(self) -> Formula {
        match self {
            Formula::Const(c) => Formula::Const(!c),
            Formula::Not(inner) => *inner,
            other => Formula::Not(Box::new(other)),
        }
    }

    /// Calls `f` on this condition and on every one inside it.
    pub fn visit(&self, f: &mut impl FnMut(&Formula)) {
        f(self);
        match self {
            Formula::Not(inner) | Formula::Some { body: inner, .. } => inner.visit(f),
            Formula::And(parts) | Formula::Or(parts) => parts.iter().for_each(|p| p.visit(f)),
            _ => {}
        }
    }

    /// The same, on conditions that may be changed.
    pub fn visit_mut(&mut self, f: &mut impl FnMut(&mut Formula)) {
        f(self);
        match self {
            Formula::Not(inner) | Formula::Some { body: inner, .. } => inner.visit_mut(f),
            Formula::And(parts) | Formula::Or(parts) => parts.iter_mut().for_each(|p| p.visit_mut(f)),
            _ => {}
        }
    }

    /// The terms this condition rests on directly.
    pub fn derived(&self) -> Vec<Derived> {
        let mut out = Vec::new();
        self.visit(&mut |f| {
            if let Formula::Derived { what, .. } = f {
                out.push(*what);
            }
        });
        out
    }

    /// The persons that are free in it, as bits.
    pub fn free_vars(&self) -> u8 {
        match self {
            Formula::Const(_) => 0,
            Formula::Fact { args, .. } | Formula::Derived { args, .. } => args.vars().iter().fold(0, |m, v| m | 1 << v),
            Formula::Same(a, b) => 1 << a | 1 << b,
            Formula::Not(inner) => inner.free_vars(),
            Formula::And(parts) | Formula::Or(parts) => parts.iter().fold(0, |m, p| m | p.free_vars()),
            Formula::Some { var, body } => body.free_vars() & !(1 << var),
        }
    }
}
