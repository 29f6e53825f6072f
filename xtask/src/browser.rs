//! `cargo xtask browser`: the pages in a real browser, without and with its scripts, for eyes, ears and keyboards.
//!
//! The tests are in `browser/`. Here is what they need: Chromium, Node, the packages of `browser/package-lock.json`, and a server.

use std::ffi::OsString;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::test::{cargo, root, step};

/// The names under which Chromium goes.
const CHROMIUM: [&str; 2] = ["chromium", "chromium-browser"];

/// Runs the tests of `browser/tests`; with names, only the files whose names contain one of them; with `--all`, everything in every
/// language, light and dark, wide and narrow, with and without scripts, which takes long.
///
/// # Errors
/// What is missing, or that a test failed.
pub fn run(args: &[String]) -> Result<(), String> {
    let (options, names): (Vec<&String>, Vec<&String>) = args.iter().partition(|a| a.starts_with("--"));
    if options.iter().any(|o| *o != "--all") {
        return Err("cargo xtask browser [--all] [NAME...]".to_owned());
    }
    let chromium = browser()?;
    let folder = root().join("browser");
    let mut packages = Command::new("npm");
    step(
        "packages of the browser tests",
        packages.args(["ci", "--no-audit", "--no-fund", "--silent"]).current_dir(&folder),
    )?;
    step("tarazy, optimised", &mut cargo(&["build", "--release", "--quiet", "--package", "tarazy"]))?;
    let target = target()?;
    let binary = target.join("release/tarazy");
    let server = Server::start(&binary)?;
    let mut tests = Command::new("node");
    tests.args(["--test", "--test-reporter=spec"]).args(files(&folder, &names)?).current_dir(&folder);
    tests.env("TARAZY_ADDRESS", &server.address).env("TARAZY_BINARY", &binary).env("TARAZY_CHROMIUM", chromium);
    tests.env("TARAZY_EVERY_WAY", if options.is_empty() { "0" } else { "1" });
    tests.env("TARAZY_SCREENSHOTS", target.join("screenshots"));
    step("the pages in a browser", &mut tests)
}

/// A server that is stopped when it is no longer needed, however the tests end.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(binary: &Path) -> Result<Server, String> {
        let mut command = Command::new(binary);
        command.args(["--lang", "en", "demo", "--listen", "127.0.0.1:0"]).stdin(Stdio::null()).stdout(Stdio::piped());
        let child = command.spawn().map_err(|e| format!("{}: {e}", binary.display()))?;
        let mut server = Server { child, address: String::new() };
        // It says where it listens as soon as it does.
        let mut said = String::new();
        if let Some(out) = server.child.stdout.as_mut() {
            BufReader::new(out).read_line(&mut said).map_err(|e| e.to_string())?;
        }
        let address = said.split_whitespace().find(|word| word.starts_with("http://"));
        address.ok_or_else(|| format!("the server does not start: {said}"))?.clone_into(&mut server.address);
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to stop.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where Chromium is. Installs it, Node and npm with apt-get if they are missing and whoever runs this may.
fn browser() -> Result<PathBuf, String> {
    let wanted = [("node", "nodejs"), ("npm", "npm")];
    let missing: Vec<&str> = wanted
        .iter()
        .filter(|(command, _)| find(command).is_none())
        .map(|(_, package)| *package)
        .chain(CHROMIUM.iter().all(|name| find(name).is_none()).then_some("chromium"))
        .collect();
    if !missing.is_empty() {
        install(&missing)?;
    }
    CHROMIUM.iter().find_map(|name| find(name)).ok_or_else(|| "chromium is not on PATH".to_owned())
}

fn install(packages: &[&str]) -> Result<(), String> {
    let list = packages.join(" ");
    let root = Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout.trim_ascii() == b"0");
    if !root || find("apt-get").is_none() {
        return Err(format!("the browser tests need packages that are missing; install them: apt-get install {list}"));
    }
    println!("missing on this machine: installing {list} with apt-get");
    let apt = |args: &[&str]| {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").args(args).stdout(Stdio::null());
        step(&format!("apt-get {}", args[0]), &mut command)
    };
    apt(&["update"])?;
    apt(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
}

/// A command on PATH.
fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Where cargo builds: this very program lies there.
fn target() -> Result<PathBuf, String> {
    let here = std::env::current_exe().map_err(|e| e.to_string())?;
    here.ancestors().nth(2).map(Path::to_owned).ok_or_else(|| "where cargo builds is not known".to_owned())
}

fn files(folder: &Path, names: &[&String]) -> Result<Vec<OsString>, String> {
    let entries = std::fs::read_dir(folder.join("tests")).map_err(|e| e.to_string())?;
    let wanted = |name: &str| {
        name.ends_with(".test.mjs") && (names.is_empty() || names.iter().any(|n| name.contains(n.as_str())))
    };
    let found = entries.flatten().filter(|e| wanted(&e.file_name().to_string_lossy()));
    let mut files: Vec<OsString> = found.map(|e| e.path().into_os_string()).collect();
    files.sort();
    let named: Vec<&str> = names.iter().map(|n| n.as_str()).collect();
    if files.is_empty() { Err(format!("no test is called {}", named.join(" or "))) } else { Ok(files) }
}
