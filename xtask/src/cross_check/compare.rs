//! One case, three verdicts for every norm and person.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use tarazy_law::case::{Case, Others, Person};
use tarazy_law::decide::Engine;
use tarazy_law::export;
use tarazy_law::lang::Text3;
use tarazy_law::model::{Bearer, Corpus, Derived, NormId, Selection};
use tarazy_law::program::Truth;
use tarazy_law::write_case::write_case;

use super::clingo::Clingo;
use super::domain;
use super::solvers::Solvers;
use super::z3::{Can, Z3};
use crate::test::root;

/// An edition for some persons, ready to be asked three ways.
pub struct Law<'a> {
    /// What it is called in reports.
    pub name: String,
    pub engine: Engine<'a>,
    pub persons: Vec<String>,
    pub terms: Vec<Term>,
    /// The page it was made from, where it is not in `law/`.
    pub page: Option<&'a str>,
}

/// A norm for a person.
pub struct Term {
    pub norm: NormId,
    pub person: Option<usize>,
    pub smt: String,
    pub asp: String,
    /// It rests on a comparison of two dates, which clingo leaves free.
    pub dates: bool,
}

impl<'a> Law<'a> {
    pub fn new(name: &str, corpus: &'a Corpus, edition: &str, persons: &[&str]) -> Law<'a> {
        let engine = Engine::new(corpus, &Selection { edition: edition.to_owned(), as_of: None });
        let persons: Vec<String> = persons.iter().map(|p| (*p).to_owned()).collect();
        let labels = export::labels(&persons);
        let mut terms = Vec::new();
        for (norm, info) in engine.book.norms() {
            let dates = domain::compares(&engine.book, Derived::Applies(norm));
            let each = if info.bearer == Bearer::Person { (0..persons.len()).map(Some).collect() } else { vec![None] };
            for person in each {
                let about: Vec<&str> = person.map(|p| labels[p].as_str()).into_iter().collect();
                let asp = about.first().map_or("case".to_owned(), |p| format!("\"{p}\""));
                terms.push(Term {
                    norm,
                    person,
                    smt: export::symbol("applies", &info.id, &about),
                    asp: format!("applies(\"{}\",{asp})", info.id),
                    dates,
                });
            }
        }
        Law { name: name.to_owned(), engine, persons, terms, page: None }
    }

    /// The edition with nothing settled, for z3.
    pub fn smtlib(&self) -> String {
        export::smtlib(self.engine.corpus, &self.engine.book, &self.persons, None)
    }

    fn smtlib_case(&self, case: &Case) -> String {
        export::smtlib_case(self.engine.corpus, &self.engine.book, &self.persons, case)
    }

    pub fn asp(&self, case: &Case) -> String {
        export::asp(self.engine.corpus, &self.engine.book, &self.persons, Some(case))
    }

    fn smts(&self) -> Vec<String> {
        self.terms.iter().map(|t| t.smt.clone()).collect()
    }

    fn verdicts(&self, case: &Case) -> Vec<Can> {
        let rows = self.engine.run(case);
        let can = |t: &Term| match self.engine.truth(&rows, t.norm, t.person.unwrap_or(0)) {
            Truth::True => Can { hold: true, fail: false },
            Truth::False => Can { hold: false, fail: true },
            Truth::Unknown => Can { hold: true, fail: true },
        };
        self.terms.iter().map(can).collect()
    }
}

/// A case that takes the engine longer is worth a line.
const SLOW: Duration = Duration::from_secs(2);

/// The comparison, with what came out so far.
pub struct Check {
    pub z3: Z3,
    pub clingo: Clingo,
    cases: usize,
    verdicts: [usize; 3],
    by_clingo: usize,
    free_dates: usize,
    one_sided: usize,
    properties: usize,
    /// Pairs of norms, and norms alone, that were compared; and those that the cubes left open.
    pub pairs: usize,
    pub pairs_undecided: usize,
    contradictory: usize,
    mismatches: Vec<String>,
    /// Time in the engine, in z3, in clingo.
    spent: [Duration; 3],
}

impl Check {
    pub fn new(solvers: &Solvers) -> Result<Check, String> {
        let dir = dir();
        if dir.exists() {
            std::fs::remove_dir_all(&dir).map_err(|e| format!("{}: {e}", dir.display()))?;
        }
        Ok(Check {
            z3: Z3::start(&solvers.z3)?,
            clingo: Clingo(solvers.clingo.clone()),
            cases: 0,
            verdicts: [0; 3],
            by_clingo: 0,
            free_dates: 0,
            one_sided: 0,
            properties: 0,
            pairs: 0,
            pairs_undecided: 0,
            contradictory: 0,
            mismatches: Vec::new(),
            spent: [Duration::ZERO; 3],
        })
    }

    /// What was compared.
    pub fn said(&self) -> String {
        let [applies, not, unknown] = self.verdicts;
        format!(
            "{} cases; {} verdicts ({applies} apply, {not} do not, {unknown} unknown), {} of them by clingo too ({} more left open there \
             for free dates); {} verdicts with somebody unnamed; {} proofs of properties; {} pairs and norms ({} undecided besides); {} cases contradict themselves; {} z3 checks; \
             engine {:.1?}, z3 {:.1?}, clingo {:.1?}; {} mismatches",
            self.cases,
            applies + not + unknown,
            self.by_clingo,
            self.free_dates,
            self.one_sided,
            self.properties,
            self.pairs,
            self.pairs_undecided,
            self.contradictory,
            self.z3.checks,
            self.spent[0],
            self.spent[1],
            self.spent[2],
            self.mismatches.len()
        )
    }

    pub fn finish(self) -> Result<(), String> {
        if self.mismatches.is_empty() {
            return Ok(());
        }
        Err(format!("{} mismatches, see {}", self.mismatches.len(), dir().display()))
    }

    /// Compares the verdicts on a case whose persons are those of the law, with nobody else. z3 must have loaded [`Law::smtlib`].
    pub fn case(&mut self, law: &Law<'_>, case: &Case, clingo: bool) -> Result<(), String> {
        let case = &Case { others: Others::Nobody, ..domain::without_denied_days(law.engine.corpus, case) };
        self.cases += 1;
        let start = Instant::now();
        let engine = law.verdicts(case);
        self.spent[0] += start.elapsed();
        if start.elapsed() > SLOW {
            println!("        slow: the engine took {:.1?} for {}, case {}", start.elapsed(), law.name, case.id);
        }
        let start = Instant::now();
        let smts = law.smts();
        let z3 = self.z3.with(&law.smtlib_case(case), |z3| z3.possible(&smts))?;
        self.spent[1] += start.elapsed();
        let Some(z3) = z3 else {
            self.contradictory += 1;
            return Ok(());
        };
        let start = Instant::now();
        let asps: Vec<String> = law.terms.iter().map(|t| t.asp.clone()).collect();
        let by_clingo = if clingo { self.clingo.possible(&law.asp(case), &asps)? } else { None };
        self.spent[2] += start.elapsed();
        let mut lines = Vec::new();
        for (i, term) in law.terms.iter().enumerate() {
            self.verdicts
                [if !engine[i].fail { 0 } else { usize::from(!engine[i].hold) + 2 * usize::from(engine[i].hold) }] += 1;
            if engine[i] != z3[i] {
                lines.push(format!("{}: engine {}, z3 {}", term.smt, name(engine[i]), name(z3[i])));
            }
            let Some(clingo) = by_clingo.as_ref().map(|c| c[i]) else { continue };
            self.by_clingo += 1;
            if term.dates && name(clingo) == "unknown" && z3[i] != clingo {
                self.free_dates += 1;
            } else if clingo != engine[i] {
                lines.push(format!("{}: engine {}, clingo {}", term.smt, name(engine[i]), name(clingo)));
            }
        }
        self.report(law, case, &lines)
    }

    /// Where it is open whether somebody else took part, whatever the engine is sure of must hold without them and with one of them.
    /// z3 must have loaded `law`, which is for one person more than the case has.
    pub fn others(&mut self, law: &Law<'_>, case: &Case) -> Result<(), String> {
        let case = &domain::without_denied_days(law.engine.corpus, case);
        let mut more = Case { others: Others::Nobody, ..case.clone() };
        more.persons.extend(law.persons.last().map(|id| Person { id: id.clone(), name: Text3::same(id) }));
        self.case(law, &more, false)?;
        let engine = law.verdicts(&Case { others: Others::NotAsked, ..case.clone() });
        let smts = law.smts();
        let Some(z3) = self.z3.with(&law.smtlib_case(&more), |z3| z3.possible(&smts))? else { return Ok(()) };
        let mut lines = Vec::new();
        for (i, term) in law.terms.iter().enumerate().filter(|(_, t)| t.person.is_none_or(|p| p < case.persons.len())) {
            self.one_sided += 1;
            if name(engine[i]) != "unknown" && engine[i] != z3[i] {
                let what = "with somebody unnamed engine";
                lines.push(format!("{}: {what} {}, with somebody more z3 {}", term.smt, name(engine[i]), name(z3[i])));
            }
        }
        self.report(law, &more, &lines)
    }

    /// One property in one reading.
    pub fn property(&mut self, law: &Law<'_>, what: &str, engine: &str, z3: &str) -> Result<(), String> {
        self.properties += 1;
        let lines = if engine == z3 { Vec::new() } else { vec![format!("{what}: engine {engine}, z3 {z3}")] };
        self.report(law, &Case::default(), &lines)
    }

    pub fn report(&mut self, law: &Law<'_>, case: &Case, lines: &[String]) -> Result<(), String> {
        if lines.is_empty() {
            return Ok(());
        }
        let dir = dir().join(format!("{:03}", self.mismatches.len() + 1));
        let title = format!("{}, case {}", law.name, if case.id.is_empty() { "without a name" } else { &case.id });
        println!("MISMATCH {title}\n  {}\n  see {}", lines.join("\n  "), dir.display());
        let smt = export::smtlib(law.engine.corpus, &law.engine.book, &law.persons, Some(case));
        let mut files = vec![
            ("mismatch.txt", format!("{title}\n{}\n", lines.join("\n"))),
            ("law.smt2", smt),
            ("law.lp", law.asp(case)),
            ("case.json", format!("{:#}\n", write_case(law.engine.corpus, case))),
        ];
        files.extend(law.page.map(|p| ("law.md", p.to_owned())));
        std::fs::create_dir_all(&dir).map_err(|e| format!("{}: {e}", dir.display()))?;
        for (name, text) in files {
            std::fs::write(dir.join(name), text).map_err(|e| format!("{name}: {e}"))?;
        }
        self.mismatches.push(title);
        Ok(())
    }
}

fn dir() -> PathBuf {
    root().join("target/cross-check")
}

fn name(can: Can) -> &'static str {
    match (can.hold, can.fail) {
        (true, false) => "applies",
        (false, true) => "does not apply",
        (true, true) => "unknown",
        (false, false) => "nothing",
    }
}
