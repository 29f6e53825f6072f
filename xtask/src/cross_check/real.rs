//! The law of `law/`: its properties, the cases of `cases/`, and cases that z3 makes for every norm.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

use fastrand::Rng;
use tarazy_law::case::{Case, Others};
use tarazy_law::check::{Proof, check_properties};
use tarazy_law::export;
use tarazy_law::model::{Corpus, Derived, FactId, FactKind, VocabId};
use tarazy_law::read_case::read_case;
use tarazy_law::{FileId, Source};

use super::compare::{Check, Law};
use super::{domain, pairs};
use crate::test::root;

/// The norms whose domain is gone through in every reading.
const DOMAIN: [&str; 2] = ["koap.641-1", "koap.456-2"];
/// The persons of cases that are made.
const PERSONS: [&str; 2] = ["a", "b"];
/// Properties are asked for so many persons at most: the one it is about, and two whom a condition may look for.
const MOST_PERSONS: usize = 3;

pub fn run(check: &mut Check, seed: u64, only_pairs: bool) -> Result<(), String> {
    let mut pages = Vec::new();
    collect(&root().join("law"), &mut pages)?;
    let loaded = Corpus::load(pages);
    if loaded.has_errors() {
        return Err("the corpus in law/ has errors: run `tarazy law check law`".to_owned());
    }
    let corpus = &loaded.corpus;
    let cases = cases(corpus)?;
    for edition in &corpus.editions {
        let start = Instant::now();
        pairs::run(check, corpus, &edition.name, &edition.name, None, 1)?;
        println!("        {}: pairs of norms {:.1?}", edition.name, start.elapsed());
        if only_pairs {
            continue;
        }
        let start = Instant::now();
        properties(check, corpus, &edition.name)?;
        let then = Instant::now();
        for case in &cases {
            real_case(check, corpus, &edition.name, case)?;
        }
        let now = Instant::now();
        made_cases(check, corpus, &edition.name, seed)?;
        println!(
            "        {}: properties {:.1?}, {} cases {:.1?}, cases made {:.1?}",
            edition.name,
            then - start,
            cases.len(),
            now - then,
            now.elapsed()
        );
    }
    Ok(())
}

fn collect(dir: &Path, out: &mut Vec<Source>) -> Result<(), String> {
    let Ok(entries) = std::fs::read_dir(dir) else { return Ok(()) };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, out)?;
        } else {
            let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            // As the command names pages: what lies in `proposals/` is no edition's law.
            let short = path.strip_prefix(root().join("law")).or(path.strip_prefix(root())).unwrap_or(&path);
            out.push(Source { path: short.display().to_string(), text });
        }
    }
    Ok(())
}

fn cases(corpus: &Corpus) -> Result<Vec<Case>, String> {
    let mut files = Vec::new();
    collect(&root().join("cases"), &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut out = Vec::new();
    for file in files.iter().filter(|f| f.path.ends_with(".toml")) {
        let (mut case, diags) = read_case(corpus, FileId(0), &file.text);
        if !diags.is_empty() {
            println!("        {} has mistakes and is left out", file.path);
            continue;
        }
        case.id.clone_from(&file.path);
        out.push(case);
    }
    Ok(out)
}

/// A case of `cases/`: with nobody else, and with somebody else unless it says that there is nobody.
fn real_case(check: &mut Check, corpus: &Corpus, edition: &str, case: &Case) -> Result<(), String> {
    let mut persons: Vec<&str> = case.persons.iter().map(|p| p.id.as_str()).collect();
    let law = Law::new(edition, corpus, edition, &persons);
    check.z3.load(&law.smtlib())?;
    check.case(&law, case, true)?;
    if case.others != Others::Nobody {
        persons.push("somebody-else");
        let law = Law::new(edition, corpus, edition, &persons);
        check.z3.load(&law.smtlib())?;
        check.others(&law, case)?;
    }
    Ok(())
}

/// Every property in every reading: proved exactly where z3 finds no case against it.
fn properties(check: &mut Check, corpus: &Corpus, edition: &str) -> Result<(), String> {
    let (_, results) = check_properties(corpus, edition, false, &mut Vec::new());
    let mut refuted = vec![false; results.len()];
    let ids: Vec<String> = (1..=MOST_PERSONS).map(|i| format!("p{i}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let law = Law::new(edition, corpus, edition, &ids);
    for n in 1..=ids.len() {
        let law = Law::new(edition, corpus, edition, &ids[..n]);
        check.z3.load(&law.smtlib())?;
        for (result, refuted) in results.iter().zip(&mut refuted) {
            let mut case = domain::empty("", &law.persons);
            case.readings = result.readings.iter().cloned().collect();
            let assertions = export::smtlib_case(corpus, &law.engine.book, &law.persons, &case);
            let claim = format!("{assertions}(assert {})\n", export::symbol("refutes", &result.property, &ids[..1]));
            *refuted |= check.z3.with(&claim, super::z3::Z3::satisfiable)?;
        }
    }
    for (result, refuted) in results.iter().zip(refuted) {
        let engine = match result.proof {
            Proof::Proved => "proved",
            Proof::Refuted { .. } => "refuted",
            Proof::Undecided => "undecided",
        };
        let readings: Vec<String> = result.readings.iter().map(|(a, r)| format!("{a} = {r}")).collect();
        let what = format!("{} [{}]", result.property, readings.join(", "));
        check.property(&law, &what, engine, if refuted { "refuted" } else { "proved" })?;
    }
    Ok(())
}

/// For every norm, cases in which it applies and in which only an exception keeps it from applying, whole and with much of them taken back.
fn made_cases(check: &mut Check, corpus: &Corpus, edition: &str, seed: u64) -> Result<(), String> {
    let law = Law::new(edition, corpus, edition, &PERSONS);
    let labels = export::labels(&law.persons);
    check.z3.load(&law.smtlib())?;
    let mut rng = Rng::with_seed(seed);
    let book = &law.engine.book;
    for (n, term) in law.terms.iter().enumerate().filter(|(_, t)| t.person.is_none_or(|p| p == 0)) {
        let id = &book.norm(term.norm).id;
        let facts = domain::facts(book, Derived::Applies(term.norm));
        let in_domain = DOMAIN.iter().any(|d| id.starts_with(d));
        let readings = if in_domain { domain::readings(book, &facts) } else { vec![std::collections::BTreeMap::new()] };
        let vocab = vocab(&law, &facts);
        let met = term.smt.replacen("|applies", "|met", 1);
        for reading in readings {
            for (k, goal) in [term.smt.clone(), format!("(and {met} (not {}))", term.smt)].into_iter().enumerate() {
                let base = Case {
                    readings: reading.clone(),
                    ..domain::empty(&format!("made for {id}, {n}.{k}"), &law.persons)
                };
                let assertions = export::smtlib_case(corpus, book, &law.persons, &base);
                let found = check.z3.with(&format!("{assertions}(assert {goal})\n"), |z3| {
                    if z3.satisfiable()? { domain::from_model(z3, corpus, &labels).map(Some) } else { Ok(None) }
                })?;
                let Some(whole) = found else { continue };
                check.case(&law, &domain::blur(&mut rng, corpus, &base, &whole, |_| true, 100), in_domain && k == 0)?;
                for keep in [85, 60] {
                    let case = domain::blur(&mut rng, corpus, &base, &whole, |f| vocab.contains(&f), keep);
                    check.case(&law, &case, n % 40 == 0)?;
                }
            }
        }
    }
    Ok(())
}

fn vocab(law: &Law<'_>, facts: &BTreeSet<FactId>) -> BTreeSet<VocabId> {
    let kinds = facts.iter().map(|f| &law.engine.book.fact(*f).kind);
    kinds.filter_map(|k| if let FactKind::Vocab(v) = k { Some(*v) } else { None }).collect()
}
