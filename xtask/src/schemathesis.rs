//! `cargo xtask schemathesis`: requests made up from the published description of the API, against the API.
//!
//! What fits the description must be answered, what does not must be refused, and every answer must be as described. The seed is fixed, so that
//! what was found is found again.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::test::root;

/// The version with which nothing was found; another one may look for more.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";

/// # Errors
/// That something was found, or what could not be started.
pub fn run(args: &[String]) -> Result<(), String> {
    let number = |name: &str, default: &str| match args.iter().position(|a| a == name) {
        Some(i) => args.get(i + 1).cloned().ok_or(format!("{name} N")),
        None => Ok(default.to_owned()),
    };
    let (examples, seed) = (number("--examples", "50")?, number("--seed", "1")?);
    let venv = root().join("target/schemathesis-venv");
    install(&venv)?;
    let server = Server::start()?;
    // Every form of every fact of a case would be tens of thousands of requests: cases are drawn, everything else is gone through.
    let drawn = ["--include-path", "/api/decide", "--phases", "examples,fuzzing"];
    for part in [&drawn[..], &["--exclude-path", "/api/decide"]] {
        let status = Command::new(venv.join("bin/schemathesis"))
            .args(["run", &server.description, "--seed", &seed, "--max-examples", &examples, "--no-color"])
            .args(part)
            .env("SCHEMATHESIS_HOOKS", "hooks")
            .env("PYTHONPATH", root().join("xtask/schemathesis"))
            .current_dir(root().join("target"))
            .status()
            .map_err(|e| e.to_string())?;
        if !status.success() {
            return Err("schemathesis found something".to_owned());
        }
    }
    Ok(())
}

/// The API on a port that the system chooses.
pub struct Server {
    child: Child,
    /// Where its description is.
    pub description: String,
}

impl Server {
    fn start() -> Result<Server, String> {
        Server::start_with(&[])
    }

    /// Builds and starts it, with these arguments for cargo.
    pub fn start_with(how: &[&str]) -> Result<Server, String> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let build = |command: &str| {
            let mut cargo = Command::new(&cargo);
            cargo
                .args([command, "--quiet", "--package", "tarazy-web", "--example", "api"])
                .args(how)
                .current_dir(root());
            cargo
        };
        if !build("build").status().is_ok_and(|s| s.success()) {
            return Err("the server cannot be built".to_owned());
        }
        let folder = if how.contains(&"--release") { "release" } else { "debug" };
        let program = root().join("target").join(folder).join("examples/api");
        let mut child = Command::new(program)
            .arg("127.0.0.1:0")
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|e| format!("the server does not start: {e}"))?;
        let mut line = String::new();
        let said = child.stdout.take().map(|out| BufReader::new(out).read_line(&mut line));
        if !matches!(said, Some(Ok(n)) if n > 0) {
            return Err("the server says nothing".to_owned());
        }
        Ok(Server { child, description: line.trim().to_owned() })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn install(venv: &Path) -> Result<(), String> {
    let pip = venv.join("bin/pip");
    let folder = venv.display().to_string();
    let mut commands = vec![(pip.display().to_string(), vec!["install", "--quiet", SCHEMATHESIS])];
    if !pip.exists() {
        commands.insert(0, ("python3".to_owned(), vec!["-m", "venv", &folder]));
    }
    for (program, args) in commands {
        if !Command::new(&program).args(&args).status().is_ok_and(|s| s.success()) {
            return Err(format!("{program} {} failed", args.join(" ")));
        }
    }
    Ok(())
}
