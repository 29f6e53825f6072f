//! What a condition asks for: the facts on which it rests positively.

use tarazy_law::model::{Args, FactId, Formula, Rulebook, Test, Var};

/// A fact that must be so for (a part of) a condition to hold.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rest {
    /// The fact.
    pub(super) fact: FactId,
    /// That it is so, about the persons in play; `None` where it is about somebody whom the condition only looks for.
    pub(super) literal: Option<Formula>,
}

/// The facts on which a condition rests positively, however far down.
pub(super) fn positive(book: &Rulebook, condition: &Formula) -> Vec<Rest> {
    let mut out = Vec::new();
    walk(book, condition, true, [Some(0), Some(1), None], &mut out);
    out
}

/// For each person a condition speaks of, who that is outside of it.
type Env = [Option<Var>; 3];

fn at(env: Env, v: Var) -> Option<Var> {
    env.get(v as usize).copied().flatten()
}

fn walk(book: &Rulebook, condition: &Formula, wanted: bool, env: Env, out: &mut Vec<Rest>) {
    match condition {
        Formula::Fact { fact, args, test } => {
            let all = (1_u64 << book.fact(*fact).values) - 1;
            let values = if wanted { test.values } else { all & !test.values };
            // *No* is not something that is brought about.
            if book.fact(*fact).values == 2 && values != 0b10 {
                return;
            }
            let about: Option<Vec<Var>> = args.vars().iter().map(|v| at(env, *v)).collect();
            let args = about.and_then(|vars| Args::new(&vars));
            let literal = args.map(|args| Formula::Fact { fact: *fact, args, test: Test { values, compare: None } });
            let rest = Rest { fact: *fact, literal };
            if !out.contains(&rest) {
                out.push(rest);
            }
        }
        Formula::Derived { what, args } => {
            let mut inner = [None; 3];
            for (i, v) in args.vars().iter().enumerate() {
                inner[i] = at(env, *v);
            }
            walk(book, &book.unfold(*what), wanted, inner, out);
        }
        Formula::Not(inner) => walk(book, inner, !wanted, env, out),
        Formula::And(parts) | Formula::Or(parts) => parts.iter().for_each(|p| walk(book, p, wanted, env, out)),
        Formula::Some { var, body } => {
            let mut inner = env;
            if let Some(place) = inner.get_mut(*var as usize) {
                *place = None;
            }
            walk(book, body, wanted, inner, out);
        }
        Formula::Const(_) | Formula::Same(..) => {}
    }
}
