//! Where the solvers are: on PATH, or in a virtual environment of this workspace.

use std::path::Path;
use std::process::Command;

use crate::test::root;

/// How to start each.
pub struct Solvers {
    pub z3: Vec<String>,
    pub clingo: Vec<String>,
}

/// Finds z3 and clingo; installs what is missing with pip into `target/cross-check-venv`, and says so.
pub fn find() -> Result<Solvers, String> {
    let venv = root().join("target/cross-check-venv");
    let inside = |name: &str| venv.join("bin").join(name).display().to_string();
    let z3 = || [vec!["z3".to_owned()], vec![inside("z3")]].into_iter().find(|c| works(c));
    let clingo = || {
        let module = vec![inside("python"), "-m".to_owned(), "clingo".to_owned()];
        [vec!["clingo".to_owned()], module].into_iter().find(|c| works(c))
    };
    if z3().is_none() || clingo().is_none() {
        install(&venv)?;
    }
    let (z3, clingo) = (z3().ok_or("z3 does not start")?, clingo().ok_or("clingo does not start")?);
    println!("z3: {}, {}", z3.join(" "), version(&z3));
    println!("clingo: {}, {}", clingo.join(" "), version(&clingo));
    Ok(Solvers { z3, clingo })
}

fn version(command: &[String]) -> String {
    let out = Command::new(&command[0]).args(&command[1..]).arg("--version").output();
    let text = out.map(|o| String::from_utf8_lossy(&o.stdout).into_owned()).unwrap_or_default();
    text.lines().next().unwrap_or_default().to_owned()
}

fn works(command: &[String]) -> bool {
    let out = Command::new(&command[0]).args(&command[1..]).arg("--version").output();
    out.is_ok_and(|o| o.status.success())
}

fn install(venv: &Path) -> Result<(), String> {
    println!("z3 or clingo is not on PATH: installing z3-solver and clingo with pip into {}", venv.display());
    let pip = venv.join("bin/pip").display().to_string();
    let venv = venv.display().to_string();
    for command in [&["python3", "-m", "venv", &venv][..], &[&pip, "install", "--quiet", "z3-solver", "clingo"]] {
        let status = Command::new(command[0]).args(&command[1..]).status();
        if !status.is_ok_and(|s| s.success()) {
            return Err(format!("{} failed", command.join(" ")));
        }
    }
    Ok(())
}
