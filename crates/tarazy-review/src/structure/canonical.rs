//! A number for what a condition says, the same however its parts are ordered.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use tarazy_law::model::{DefId, Derived, FactId, Formula};

/// Two names exchanged for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exchange {
    None,
    Facts(FactId, FactId),
    Definitions(DefId, DefId),
}

impl Exchange {
    fn fact(self, f: FactId) -> FactId {
        match self {
            Exchange::Facts(a, b) if f == a => b,
            Exchange::Facts(a, b) if f == b => a,
            _ => f,
        }
    }

    fn derived(self, what: Derived) -> Derived {
        match (self, what) {
            (Exchange::Definitions(a, b), Derived::Definition(d)) if d == a => Derived::Definition(b),
            (Exchange::Definitions(a, b), Derived::Definition(d)) if d == b => Derived::Definition(a),
            _ => what,
        }
    }
}

/// What a condition says after the exchange.
pub(super) fn canonical(formula: &Formula, exchange: Exchange) -> u64 {
    let mut h = DefaultHasher::new();
    std::mem::discriminant(formula).hash(&mut h);
    match formula {
        Formula::Const(c) => c.hash(&mut h),
        Formula::Fact { fact, args, test } => (exchange.fact(*fact), args, test.values).hash(&mut h),
        Formula::Derived { what, args } => (exchange.derived(*what), args).hash(&mut h),
        Formula::Same(a, b) => (a.min(b), a.max(b)).hash(&mut h),
        Formula::Not(inner) => canonical(inner, exchange).hash(&mut h),
        Formula::Some { var, body } => (var, canonical(body, exchange)).hash(&mut h),
        Formula::And(parts) | Formula::Or(parts) => {
            let mut all: Vec<u64> = parts.iter().map(|p| canonical(p, exchange)).collect();
            all.sort_unstable();
            all.dedup();
            all.hash(&mut h);
        }
    }
    h.finish()
}

/// The two say the same, part for part.
pub(super) fn same(a: &Formula, b: &Formula) -> bool {
    canonical(a, Exchange::None) == canonical(b, Exchange::None)
}
