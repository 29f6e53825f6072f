//! `cargo xtask test`: formatting, lints, tests, the law, the sample cases, the published schemas.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// The root of the workspace.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Runs every check, and stops at the first that fails.
///
/// # Errors
/// Which check failed.
pub fn run() -> Result<(), String> {
    step("formatting", cargo(&["fmt", "--all", "--check"]))?;
    step("lints", cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    // cargo-nextest runs test binaries side by side; without it, cargo's own runner does.
    let nextest = cargo(&["nextest", "--version"]).output().is_ok_and(|o| o.status.success());
    if nextest {
        step("tests", cargo(&["nextest", "run", "--workspace", "--no-fail-fast"]))?;
        step("documentation examples", cargo(&["test", "--quiet", "--workspace", "--doc"]))?;
    } else {
        step("tests", cargo(&["test", "--quiet", "--workspace", "--no-fail-fast"]))?;
    }
    step("the law", tarazy(&["--lang", "en", "law", "check", "law"]))?;
    step("the law is laid out", tarazy(&["--lang", "en", "law", "fmt", "--check", "law"]))?;
    step("the sample cases", tarazy(&["--lang", "en", "decide", "--check", "cases"]))?;
    println!("\nEverything passed.");
    Ok(())
}

/// Lays out Rust and the blocks of the law.
///
/// # Errors
/// Which of them could not be laid out.
pub fn fmt() -> Result<(), String> {
    step("Rust", cargo(&["fmt", "--all"]))?;
    step("the law", tarazy(&["--lang", "en", "law", "fmt", "law"]))
}

/// Writes the JSON Schemas of cases and decisions to `docs/schema`.
///
/// # Errors
/// Which could not be made or written.
pub fn schemas() -> Result<(), String> {
    for (args, file) in [(&["case", "schema"][..], "case-1.json"), (&["decide", "--json-schema"], "decision-1.json")] {
        let out = tarazy(args).output().map_err(|e| e.to_string())?;
        if !out.status.success() {
            return Err(String::from_utf8_lossy(&out.stderr).into_owned());
        }
        let path = root().join("docs/schema").join(file);
        std::fs::create_dir_all(root().join("docs/schema")).map_err(|e| e.to_string())?;
        std::fs::write(&path, out.stdout).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

/// Runs the benchmark against the peers.
///
/// # Errors
/// That it failed.
pub fn bench() -> Result<(), String> {
    step("benchmark", cargo(&["run", "--release", "--manifest-path", "bench/Cargo.toml"]))
}

fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args).current_dir(root());
    command
}

fn tarazy(args: &[&str]) -> Command {
    let mut command = cargo(&["run", "--quiet", "--package", "tarazy", "--"]);
    command.args(args);
    command
}

fn step(name: &str, mut command: Command) -> Result<(), String> {
    println!("── {name}");
    let start = Instant::now();
    let status = command.status().map_err(|e| format!("{name}: {e}"))?;
    println!("   {:.1} s", start.elapsed().as_secs_f32());
    if status.success() { Ok(()) } else { Err(format!("{name}: failed")) }
}
