//! Which norms can apply together to one person, and which to nobody: cubes against z3 and clingo.
//!
//! What the cubes call impossible is asked for at once, as one disjunction that must have no case. What they call possible is found again,
//! each case of z3 settling all pairs that apply in it.

use std::collections::HashSet;

use tarazy_law::case::Case;
use tarazy_law::model::{Corpus, NormId};
use tarazy_review::cubes::{Asker, Pairs};

use super::compare::{Check, Law};
use super::domain;

/// The one whom the question is about, and two whom a condition may look for.
const PERSONS: [&str; 3] = ["a", "b", "c"];

/// Two norms; one beside itself stands for that norm alone.
type Pair = (NormId, NormId);

/// An edition, all of its norms. clingo is asked for so many persons at most.
pub fn run(
    check: &mut Check,
    corpus: &Corpus,
    edition: &str,
    name: &str,
    page: Option<&str>,
    clingo: usize,
) -> Result<(), String> {
    let law = Law { page, ..Law::new(name, corpus, edition, &PERSONS) };
    let book = &law.engine.book;
    let norms: Vec<NormId> = book.norms().map(|(id, _)| id).collect();
    let found = Asker::new(book, 1_000_000).pairs(&norms);
    let (mut never, mut open) = claims(&norms, &found);
    check.pairs += never.len() + open.len();
    check.pairs_undecided += found.undecided.len();
    let mut lines = Vec::new();
    let together: HashSet<Pair> = open.iter().copied().collect();
    let mut by_clingo: HashSet<Pair> = HashSet::new();
    for n in 1..=PERSONS.len() {
        let law = Law { page, ..Law::new(name, corpus, edition, &PERSONS[..n]) };
        let smt = |norm: NormId| law.terms.iter().find(|t| t.norm == norm && t.person.is_none_or(|p| p == 0));
        let term = |norm: NormId| smt(norm).map(|t| t.smt.clone()).unwrap_or_default();
        let terms: Vec<String> = norms.iter().map(|n| term(*n)).collect();
        check.z3.load(&law.smtlib())?;
        loop {
            let any: Vec<String> = never.iter().map(|(a, b)| format!("(and {} {})", term(*a), term(*b))).collect();
            let claim = format!("(assert (or false {}))\n", any.join(" "));
            let Some(together) = check.z3.with(&claim, |z3| z3.holding(&terms))? else { break };
            let there: Vec<Pair> = never.iter().copied().filter(|p| holds(&together, *p)).collect();
            lines.extend(there.iter().map(|p| format!("{}: cubes never, z3 with {n} persons", said(&law, *p))));
            never.retain(|p| !there.contains(p));
        }
        let mut later = Vec::new();
        while let Some((a, b)) = open.pop() {
            let claim = format!("(assert {})\n(assert {})\n", term(a), term(b));
            match check.z3.with(&claim, |z3| z3.holding(&terms))? {
                Some(together) => open.retain(|p| !holds(&together, *p)),
                None => later.push((a, b)),
            }
        }
        open = later;
        if n <= clingo {
            by_clingo.extend(clingo_pairs(check, &law, &norms)?);
        }
    }
    lines.extend(open.iter().map(|p| format!("{}: cubes together, z3 never", said(&law, *p))));
    // clingo leaves comparisons of dates free, so those norms are left out.
    let dates = |n: NormId| law.terms.iter().any(|t| t.norm == n && t.dates);
    let compared = |p: &Pair| !dates(p.0) && !dates(p.1) && !found.undecided.contains(p);
    for p in by_clingo.iter().filter(|p| compared(p) && !together.contains(p)) {
        lines.push(format!("{}: cubes never, clingo together", said(&law, *p)));
    }
    if clingo == PERSONS.len() {
        for p in together.iter().filter(|p| compared(p) && !by_clingo.contains(p)) {
            lines.push(format!("{}: cubes together, clingo never", said(&law, *p)));
        }
    }
    check.report(&law, &Case::default(), &lines)
}

/// What the cubes call impossible, and what possible.
fn claims(norms: &[NormId], found: &Pairs) -> (Vec<Pair>, Vec<Pair>) {
    let (mut never, mut open) = (Vec::new(), Vec::new());
    for (i, a) in norms.iter().enumerate() {
        for b in &norms[i..] {
            let pair = (*a, *b);
            if found.undecided.contains(&pair) {
                continue;
            }
            let can = if a == b { !found.dead.contains(a) } else { found.together.contains(&pair) };
            if can { open.push(pair) } else { never.push(pair) }
        }
    }
    (never, open)
}

/// The pairs that clingo finds together for the first person.
fn clingo_pairs(check: &Check, law: &Law<'_>, norms: &[NormId]) -> Result<Vec<Pair>, String> {
    let mut program = law.asp(&domain::empty("", &law.persons));
    let atom = |norm: NormId| {
        law.terms
            .iter()
            .find(|t| t.norm == norm && t.person.is_none_or(|p| p == 0))
            .map(|t| t.asp.as_str())
            .unwrap_or_default()
    };
    let mut pairs = Vec::new();
    for (i, a) in norms.iter().enumerate() {
        for b in &norms[i..] {
            program.push_str(&format!("\nboth({},{}) :- {}, {}.", a.0, b.0, atom(*a), atom(*b)));
            pairs.push((*a, *b));
        }
    }
    program.push_str("\n#show both/2.\n");
    let atoms: Vec<String> = pairs.iter().map(|(a, b)| format!("both({},{})", a.0, b.0)).collect();
    let Some(some) = check.clingo.some(&program, &atoms)? else { return Ok(Vec::new()) };
    Ok(pairs.into_iter().zip(some).filter(|(_, holds)| *holds).map(|(p, _)| p).collect())
}

/// Both norms are among those that apply.
fn holds(together: &[bool], (a, b): Pair) -> bool {
    let at = |n: NormId| together.get(n.0 as usize).copied().unwrap_or(false);
    at(a) && at(b)
}

fn said(law: &Law<'_>, (a, b): Pair) -> String {
    let book = &law.engine.book;
    if a == b { book.norm(a).id.clone() } else { format!("{} and {}", book.norm(a).id, book.norm(b).id) }
}
