//! Properties: proved over every case there can be, or refuted by a smallest case.

use crate::diag::{Code, Diagnostic};
use crate::exact::{Answer, Exhausted, Search, all_values, bits};
use crate::model::{
    Args, BookClaim, Corpus, Derived, FactId, FactKind, Formula, NormId, PropertyRule, Rulebook, Selection,
};
use crate::program::{Atom, Program};

/// More persons than this, besides the one it is about, are not looked for.
const MAX_OTHERS: usize = 2;

/// What came out for one property in one edition and one way of reading it.
#[derive(Clone, Debug)]
pub struct PropertyResult {
    /// The property.
    pub property: String,
    /// The edition.
    pub edition: String,
    /// The readings, by ambiguity.
    pub readings: Vec<(String, String)>,
    /// Proved or refuted.
    pub proof: Proof,
}

/// The outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// It holds in every case.
    Proved,
    /// It fails in this case: the two norms, where it is about two, and the facts (person 0 is the one it fails for).
    Refuted {
        /// The norms.
        norms: Vec<NormId>,
        /// The facts.
        facts: Vec<Answer>,
    },
    /// The budget ran out before either was found.
    Undecided,
}

/// Proves or refutes every property of `edition`, and reports those that come out otherwise than their page expects.
///
/// With `witnesses`, a refutation comes with a smallest case; without, only the fact that there is one, which is all that loading needs.
pub fn check_properties(
    corpus: &Corpus,
    edition: &str,
    witnesses: bool,
    diags: &mut Vec<Diagnostic>,
) -> (Rulebook, Vec<PropertyResult>) {
    let book = corpus.book(&Selection { edition: edition.to_owned(), as_of: None });
    let mut out = Vec::new();
    for property in &book.properties {
        let results = check(&book, property, edition, witnesses);
        for expect in &property.expect {
            if !expect.editions.iter().any(|e| corpus.edition(&e.text).is_some_and(|e| e.name == edition)) {
                continue;
            }
            let matching = results.iter().filter(|r| {
                expect.readings.iter().all(|(a, v)| r.readings.iter().all(|(b, w)| *b != a.text || *w == v.text))
            });
            for r in matching {
                let met = match r.proof {
                    Proof::Proved => expect.proved,
                    Proof::Refuted { .. } => !expect.proved,
                    Proof::Undecided => false,
                };
                if !met {
                    let readings: Vec<String> = r.readings.iter().map(|(a, v)| format!("{a} = {v}")).collect();
                    diags.push(
                        Diagnostic::error(Code::Property, expect.span)
                            .arg("name", &property.id)
                            .arg("edition", edition)
                            .arg("expected", if expect.proved { "proved" } else { "refuted" })
                            .arg(
                                "found",
                                match r.proof {
                                    Proof::Proved => "proved",
                                    Proof::Refuted { .. } => "refuted",
                                    Proof::Undecided => "undecided",
                                },
                            )
                            .arg("readings", readings.join(", ")),
                    );
                    break;
                }
            }
        }
        out.extend(results);
    }
    (book, out)
}

fn check(book: &Rulebook, property: &PropertyRule, edition: &str, witnesses: bool) -> Vec<PropertyResult> {
    let claims = counterexamples(book, property);
    let formulas: Vec<Formula> = claims.iter().map(|(_, f)| f.clone()).collect();
    let program = Program::only(book, &[], &formulas);
    let readings = readings_in(book, &program);
    let mut out = Vec::new();
    for combination in combinations(book, &readings) {
        let mut proof = Proof::Proved;
        for ((norms, _), slot) in claims.iter().zip(&program.extra) {
            match refutation(book, &program, *slot, &combination, witnesses) {
                Ok(None) => {}
                Ok(Some((_, facts))) => {
                    proof = Proof::Refuted { norms: norms.clone(), facts };
                    break;
                }
                Err(_) => proof = Proof::Undecided,
            }
        }
        let named = combination.iter().filter_map(|(fact, value)| match &book.fact(*fact).kind {
            FactKind::Reading { name, readings, .. } => {
                readings.get(value.trailing_zeros() as usize).map(|(r, _)| (name.clone(), r.clone()))
            }
            _ => None,
        });
        out.push(PropertyResult {
            property: property.id.clone(),
            edition: edition.to_owned(),
            readings: named.collect(),
            proof,
        });
    }
    out
}

/// A case in which `condition` holds for person 0, with facts fixed beforehand (readings, for example), and the number of its persons.
pub fn find_case(
    book: &Rulebook,
    condition: &Formula,
    fixed: &[(FactId, u64)],
) -> Result<Option<(usize, Vec<Answer>)>, Exhausted> {
    let program = Program::only(book, &[], std::slice::from_ref(condition));
    refutation(book, &program, program.extra[0], fixed, true)
}

/// A case in which a condition holds for the first person, with as few others as can be. With so many persons as the condition can ask for,
/// not finding one is a proof that there is none.
fn refutation(
    book: &Rulebook,
    program: &Program,
    slot: u32,
    readings: &[(FactId, u64)],
    smallest: bool,
) -> Result<Option<(usize, Vec<Answer>)>, Exhausted> {
    let sought = program.persons_sought(slot);
    for others in 0..=sought.unwrap_or(MAX_OTHERS).min(MAX_OTHERS) {
        let mut rows = program.rows(1 + others, false);
        program.set(&mut rows, crate::model::OTHERS, [0, 0], 0b01);
        for (fact, value) in readings {
            program.set(&mut rows, *fact, [0, 0], *value);
        }
        if let Some(facts) = Search::new(book, program, &rows, slot).find(smallest)? {
            return Ok(Some((1 + others, facts)));
        }
    }
    if sought.is_some_and(|n| n <= MAX_OTHERS) { Ok(None) } else { Err(Exhausted) }
}

/// The conditions any of which would refute the property.
fn counterexamples(book: &Rulebook, property: &PropertyRule) -> Vec<(Vec<NormId>, Formula)> {
    let applies = |n: NormId| {
        let what = Derived::Applies(n);
        Formula::Derived { what, args: Args::first(book.persons_of(what)) }
    };
    match &property.claim {
        BookClaim::NeverBoth(a, b) => {
            let mut out = Vec::new();
            for x in a {
                for y in b.iter().filter(|y| *y != x) {
                    out.push((vec![*x, *y], Formula::all(vec![property.assuming.clone(), applies(*x), applies(*y)])));
                }
            }
            out
        }
        BookClaim::AlwaysSome(norms) => {
            let none = norms.iter().map(|n| applies(*n).negated());
            vec![(Vec::new(), Formula::all(std::iter::once(property.assuming.clone()).chain(none).collect()))]
        }
    }
}

/// The ambiguities on which the compiled conditions turn.
fn readings_in(book: &Rulebook, program: &Program) -> Vec<FactId> {
    let mut out = Vec::new();
    for lit in &program.lits {
        if let Atom::Fact(f) = lit.what
            && matches!(book.fact(f).kind, FactKind::Reading { .. })
            && !out.contains(&f)
        {
            out.push(f);
        }
    }
    out.sort_unstable();
    out
}

/// Every way of reading all of them.
fn combinations(book: &Rulebook, readings: &[FactId]) -> Vec<Vec<(FactId, u64)>> {
    let mut out: Vec<Vec<(FactId, u64)>> = vec![Vec::new()];
    for r in readings {
        let each = |c: &Vec<(FactId, u64)>| {
            let with = |value| c.iter().copied().chain([(*r, value)]).collect::<Vec<_>>();
            bits(all_values(book.fact(*r))).map(with).collect::<Vec<_>>()
        };
        out = out.iter().flat_map(each).collect();
    }
    out
}
