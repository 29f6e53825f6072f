//! `cargo xtask test`: formatting, lints, tests, the law, the sample cases, the published schemas, the pages in a browser.

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
    step("formatting", &mut cargo(&["fmt", "--all", "--check"]))?;
    step("lints", &mut cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    // cargo-nextest runs test binaries side by side; without it, cargo's own runner does.
    let nextest = cargo(&["nextest", "--version"]).output().is_ok_and(|o| o.status.success());
    if nextest {
        step("tests", &mut cargo(&["nextest", "run", "--workspace", "--no-fail-fast"]))?;
        step("documentation examples", &mut cargo(&["test", "--quiet", "--workspace", "--doc"]))?;
    } else {
        step("tests", &mut cargo(&["test", "--quiet", "--workspace", "--no-fail-fast"]))?;
    }
    step("the law", &mut tarazy(&["--lang", "en", "law", "check", "law"]))?;
    step("the law is laid out", &mut tarazy(&["--lang", "en", "law", "fmt", "--check", "law"]))?;
    step("the sample cases", &mut tarazy(&["--lang", "en", "decide", "--check", "cases"]))?;
    crate::browser::run(&[])?;
    println!("\nEverything passed.");
    Ok(())
}

/// Lays out Rust and the blocks of the law.
///
/// # Errors
/// Which of them could not be laid out.
pub fn fmt() -> Result<(), String> {
    step("Rust", &mut cargo(&["fmt", "--all"]))?;
    step("the law", &mut tarazy(&["--lang", "en", "law", "fmt", "law"]))
}

/// Writes the JSON Schemas of cases, decisions and reviews to `docs/schema`.
///
/// # Errors
/// Which could not be made or written.
pub fn schemas() -> Result<(), String> {
    for (args, file) in [
        (&["case", "schema"][..], "case-1.json"),
        (&["decide", "--json-schema"], "decision-1.json"),
        (&["law", "review", "--json-schema"], "review-1.json"),
        (&["law", "review", "--patch", "-", "--json-schema"], "patch-1.json"),
        (&["law", "diff", "--json-schema"], "difference-1.json"),
    ] {
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

/// Writes the grammar that editors colour blocks by.
///
/// # Errors
/// That it failed.
pub fn grammar() -> Result<(), String> {
    let mut example = cargo(&["run", "--quiet", "--package", "tarazy-editor", "--example", "grammar"]);
    let out = example.output().map_err(|e| format!("grammar: {e}"))?;
    if !out.status.success() {
        return Err(String::from_utf8_lossy(&out.stderr).into_owned());
    }
    std::fs::write(root().join("editors/vscode/syntaxes/tarazy.json"), out.stdout).map_err(|e| format!("grammar: {e}"))
}

/// Runs the benchmark against the peers.
///
/// # Errors
/// That it failed.
pub fn bench() -> Result<(), String> {
    let run = ["run", "--release", "--manifest-path", "bench/Cargo.toml"];
    step("benchmark", &mut cargo(&run))?;
    step("benchmark of the review", &mut cargo(&[&run[..], &["--package", "tarazy-bench-review"]].concat()))
}

/// Cargo, in the workspace.
pub fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args).current_dir(root());
    command
}

fn tarazy(args: &[&str]) -> Command {
    let mut command = cargo(&["run", "--quiet", "--package", "tarazy", "--"]);
    command.args(args);
    command
}

/// Runs a command, and says how long it took.
///
/// # Errors
/// That it failed.
pub fn step(name: &str, command: &mut Command) -> Result<(), String> {
    println!("── {name}");
    let start = Instant::now();
    let status = command.status().map_err(|e| format!("{name}: {e}"))?;
    println!("   {:.1} s", start.elapsed().as_secs_f32());
    if status.success() { Ok(()) } else { Err(format!("{name}: failed")) }
}
