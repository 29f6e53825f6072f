//! `cargo xtask cross-check`: the engine against z3 and clingo, on the real corpus with its cases and on random corpora.
//!
//! Both solvers read what `tarazy_law::export` writes: the conditions of the pages for named persons, with real numbers and dates. The engine
//! goes another way (intervals, tables of cubes, three-valued evaluation, trial of open facts). For every norm and person the verdicts must
//! be the same: *applies* where no case that is left open fails it, *does not apply* where none fulfils it, *unknown* otherwise.
//!
//! So too the review: which norms can apply together to one person, and which to nobody. `--pairs` asks for that alone.

mod clingo;
mod compare;
mod domain;
mod pairs;
mod random;
mod real;
mod solvers;
mod z3;

use std::process::Command;
use std::time::Instant;

use compare::Check;

/// How many random corpora are made unless told otherwise.
const RANDOM: u64 = 200;

/// # Errors
/// How many verdicts differ, or why a solver could not be asked.
pub fn run(args: &[String]) -> Result<(), String> {
    let number = |name: &str, default: u64| -> Result<u64, String> {
        match args.iter().position(|a| a == name) {
            Some(i) => args.get(i + 1).and_then(|n| n.parse().ok()).ok_or(format!("{name} N")),
            None => Ok(default),
        }
    };
    if cfg!(debug_assertions) {
        return optimised(args);
    }
    let (corpora, seed) = (number("--random", RANDOM)?, number("--seed", 1)?);
    let start = Instant::now();
    let mut check = Check::new(&solvers::find()?)?;
    let only_pairs = args.iter().any(|a| a == "--pairs");
    if !args.iter().any(|a| a == "--no-real") {
        real::run(&mut check, seed, only_pairs)?;
        println!("{:>6.1?}  the real law: {}", start.elapsed(), check.said());
    }
    random::run(&mut check, corpora, seed, only_pairs)?;
    println!("{:>6.1?}  all: {}", start.elapsed(), check.said());
    check.finish()
}

/// Thousands of cases want an optimised engine.
fn optimised(args: &[String]) -> Result<(), String> {
    println!("running with --release");
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = Command::new(cargo);
    command.args(["run", "--release", "--quiet", "--package", "xtask", "--", "cross-check"]).args(args);
    let status = command.current_dir(crate::test::root()).status().map_err(|e| e.to_string())?;
    if status.success() { Ok(()) } else { Err("see above".to_owned()) }
}
