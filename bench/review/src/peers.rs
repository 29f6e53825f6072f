//! The same question to solvers: one call for each pair, with two assumptions. The clauses are straightforward and nobody is tuned.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use batsat::{BasicSolver, Lit, SolverInterface, lbool};
use varisat::ExtendFormula;

use crate::clock::cost;

/// Pairs, dead norms, nanoseconds.
type Found = (usize, usize, f64);

/// One of the solvers that come with python-sat; it is installed beside the build when it is not there.
pub fn python(here: &Path, solver: &str, clauses: &[Vec<i32>], applies: &[i32]) -> Result<Found, String> {
    let venv = here.join("../target/python-sat");
    let python = venv.join("bin/python");
    let works = |p: &Path| Command::new(p).args(["-c", "import pysat"]).output().is_ok_and(|o| o.status.success());
    if !works(&python) {
        println!("  installing python-sat into {}", venv.display());
        let venv = venv.display().to_string();
        let pip = format!("{venv}/bin/pip");
        for command in [&["python3", "-m", "venv", &venv][..], &[&pip, "install", "--quiet", "python-sat"]] {
            let status = Command::new(command[0]).args(&command[1..]).status();
            if !status.is_ok_and(|s| s.success()) {
                return Err(format!("{} failed", command.join(" ")));
            }
        }
    }
    let line = |l: &[i32]| l.iter().map(i32::to_string).collect::<Vec<_>>().join(" ") + "\n";
    let text = line(applies) + &clauses.iter().map(|c| line(c)).collect::<String>();
    let mut command = Command::new(python);
    command.arg(here.join("cadical.py")).arg(solver).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().map_err(|e| e.to_string())?;
    let mut stdin = child.stdin.take().ok_or("no pipe")?;
    stdin.write_all(text.as_bytes()).map_err(|e| e.to_string())?;
    drop(stdin);
    let out = child.wait_with_output().map_err(|e| e.to_string())?;
    let said = String::from_utf8_lossy(&out.stdout);
    let numbers: Vec<usize> = said.split_whitespace().filter_map(|n| n.parse().ok()).collect();
    match numbers[..] {
        [together, dead, ns] => Ok((together, dead, ns as f64)),
        _ => Err(format!("python-sat said: {said}")),
    }
}

/// Every offence alone, then every pair.
fn all(applies: &[i32], mut solve: impl FnMut(&[i32]) -> bool) -> Found {
    let (mut together, mut dead) = (0, 0);
    let ns = cost(|| {
        dead = applies.iter().filter(|a| !solve(&[**a])).count();
        for (i, a) in applies.iter().enumerate() {
            together += applies[i + 1..].iter().filter(|b| solve(&[*a, **b])).count();
        }
    });
    (together, dead, ns)
}

pub fn varisat(clauses: &[Vec<i32>], applies: &[i32]) -> Found {
    let lit = |n: &i32| varisat::Lit::from_dimacs(*n as isize);
    let mut solver = varisat::Solver::new();
    for c in clauses {
        solver.add_clause(&c.iter().map(lit).collect::<Vec<_>>());
    }
    all(applies, |assumed| {
        solver.assume(&assumed.iter().map(lit).collect::<Vec<_>>());
        solver.solve().expect("varisat")
    })
}

pub fn batsat(clauses: &[Vec<i32>], applies: &[i32], last: i32) -> Found {
    let mut solver = BasicSolver::default();
    solver.var_of_int(last as u32);
    let lit = |solver: &mut BasicSolver, n: i32| Lit::new(solver.var_of_int(n.unsigned_abs()), n > 0);
    for c in clauses {
        let mut c: Vec<Lit> = c.iter().map(|n| lit(&mut solver, *n)).collect();
        solver.add_clause_reuse(&mut c);
    }
    all(applies, |assumed| {
        let assumed: Vec<Lit> = assumed.iter().map(|n| lit(&mut solver, *n)).collect();
        solver.solve_limited(&assumed) == lbool::TRUE
    })
}
