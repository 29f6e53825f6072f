//! What a case tells at length and a term of the law says in one: «artificial intelligence» in place of the signs by which it is known.

use std::collections::BTreeSet;

use tarazy_law::case::{Case, FactKey, State, Value};
use tarazy_law::model::{Derived, FactKind, Formula, Rulebook, VocabId};
use tarazy_review::Claim;

/// From so many facts on, the term is shorter.
const SIGNS: usize = 2;

/// What the claims ask for themselves, and what they come to rest on through terms.
pub(super) struct Asked {
    /// In their own conditions.
    pub own: BTreeSet<VocabId>,
    /// Through terms.
    pub rest: BTreeSet<VocabId>,
}

/// What the claimed norms and terms ask for. Exceptions are not looked into: what they need is told last.
pub(super) fn asked(book: &Rulebook, claims: &[Claim]) -> Asked {
    let mut out = Asked { own: BTreeSet::new(), rest: BTreeSet::new() };
    let mut todo: Vec<&Formula> = Vec::new();
    for claim in claims {
        for norm in book.norms.iter().filter(|n| n.id == claim.name) {
            todo.extend([&norm.bearer_cond, &norm.when]);
        }
        todo.extend(book.definitions.iter().filter(|d| d.id == claim.name).map(|d| &d.formula));
        todo.extend(book.exceptions.iter().filter(|e| e.id == claim.name).map(|e| &e.cond));
    }
    let mut derived: Vec<Derived> = Vec::new();
    for formula in todo {
        facts(book, formula, &mut out.own);
        derived.extend(formula.derived());
    }
    let mut seen = Vec::new();
    while let Some(what) = derived.pop() {
        let Derived::Definition(id) = what else { continue };
        if !seen.contains(&id) {
            seen.push(id);
            let formula = &book.definition(id).formula;
            facts(book, formula, &mut out.rest);
            derived.extend(formula.derived());
        }
    }
    out
}

fn facts(book: &Rulebook, formula: &Formula, out: &mut BTreeSet<VocabId>) {
    formula.visit(&mut |f| {
        if let Formula::Fact { fact, .. } = f
            && let FactKind::Vocab(v) = &book.fact(*fact).kind
        {
            out.insert(*v);
        }
    });
}

/// The terms that stand for facts of the case about nobody in particular, each with these facts; none of them is among `own`.
pub(super) fn folded(
    book: &Rulebook,
    case: &Case,
    claims: &[Claim],
    own: &BTreeSet<VocabId>,
) -> Vec<(String, Vec<FactKey>)> {
    let mut found: Vec<(String, Vec<FactKey>)> = Vec::new();
    for definition in book.definitions.iter().filter(|d| d.persons == 0 && !claims.iter().any(|c| c.name == d.id)) {
        let Some(mut signs) = signs(book, case, &definition.formula) else { continue };
        signs.sort_unstable();
        signs.dedup();
        if signs.len() >= SIGNS && !signs.iter().any(|k| own.contains(&k.fact)) {
            found.push((definition.id.clone(), signs));
        }
    }
    // The longest first; what it stands for is not said again.
    found.sort_by_key(|(_, signs)| std::cmp::Reverse(signs.len()));
    let mut told: BTreeSet<FactKey> = BTreeSet::new();
    found.retain(|(_, signs)| {
        signs.iter().all(|k| !told.contains(k)) && {
            told.extend(signs);
            true
        }
    });
    found
}

/// The facts of the case by which a condition holds; nothing, where that cannot be seen from them alone.
fn signs(book: &Rulebook, case: &Case, formula: &Formula) -> Option<Vec<FactKey>> {
    match formula {
        Formula::Const(true) => Some(Vec::new()),
        Formula::Fact { .. } => literal(book, case, formula, true),
        Formula::Not(inner) => literal(book, case, inner, false),
        Formula::And(parts) => {
            let all: Option<Vec<_>> = parts.iter().map(|p| signs(book, case, p)).collect();
            all.map(|a| a.concat())
        }
        Formula::Or(parts) => parts.iter().find_map(|p| signs(book, case, p)),
        Formula::Derived { what: Derived::Definition(id), args } if args.vars().is_empty() => {
            signs(book, case, &book.definition(*id).formula)
        }
        _ => None,
    }
}

fn literal(book: &Rulebook, case: &Case, formula: &Formula, wanted: bool) -> Option<Vec<FactKey>> {
    let Formula::Fact { fact, args, test } = formula else { return None };
    let FactKind::Vocab(v) = &book.fact(*fact).kind else { return None };
    if !args.vars().is_empty() || test.compare.is_some() {
        return None;
    }
    let key = FactKey::new(*v, &[]);
    let State::Established(Value::Named(value)) = case.state(key) else { return None };
    let holds = test.values & (1 << value) != 0;
    (holds == wanted).then(|| vec![key])
}
