//! Every command that the README shows runs as it is written there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// The lines of the `sh` blocks, without comments, each with the exit code that its comment names (else 0).
fn commands() -> Vec<(String, i32)> {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let mut out = Vec::new();
    let mut inside = false;
    for line in readme.lines() {
        match line {
            "```sh" => inside = true,
            "```" => inside = false,
            _ if inside => {
                let (command, comment) = line.split_once(" # ").unwrap_or((line, ""));
                let code = comment.trim().strip_prefix("exits with ").and_then(|c| c[..1].parse().ok());
                out.push((command.trim().to_owned(), code.unwrap_or(0)));
            }
            _ => {}
        }
    }
    out
}

#[test]
fn every_command_of_the_readme_runs() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(&dir).unwrap();
    for name in ["law", "cases"] {
        std::os::unix::fs::symlink(root().join(name), dir.join(name)).unwrap();
    }
    // What the README takes for granted: a file with a case a line.
    let line = r#"{"id":"one","persons":{"a":{"roles":["owner"],"risks_managed":false}},"system":{"risk":"high"}}"#;
    std::fs::write(dir.join("cases.jsonl"), format!("{line}\n{line}\n")).unwrap();
    let (mut ran, mut servers): (usize, Vec<Server>) = (0, Vec::new());
    for (command, code) in commands() {
        ran += 1;
        match command.strip_prefix("cargo run --release -- ") {
            Some(rest) if rest.starts_with("demo") || rest.starts_with("serve") => {
                servers.push(Server::start(&dir, rest));
            }
            Some(rest) => run(&dir, rest, code),
            None if command.starts_with("curl ") => {
                // The README names the usual address; here the system chose one.
                shell(&dir, &command.replace("http://127.0.0.1:8080", &servers[0].address));
            }
            None => assert_eq!(command, "cargo xtask test", "the test knows every command, and not this one"),
        }
    }
    assert!(ran >= 24, "only {ran} commands found");
    for server in servers {
        shell(&dir, &format!("curl --fail -s {}/healthz", server.address));
        server.stop();
    }
    assert!(dir.join("tarazy.db").exists());
    assert!(std::fs::read(dir.join("opinion.pdf")).unwrap().starts_with(b"%PDF-"));
    let answers = std::fs::read_to_string(dir.join("answers.jsonl")).unwrap();
    assert_eq!(answers.lines().count(), 2);
    assert!(std::fs::read_to_string(dir.join("my.toml")).unwrap().contains("[persons.a]"));
}

/// Runs what stands after `--`, with `<` and `>` as a shell would.
fn run(dir: &Path, line: &str, code: i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tarazy"));
    command.current_dir(dir).stdin(Stdio::null());
    let mut words = line.split_whitespace();
    let mut into = None;
    while let Some(word) = words.next() {
        match word {
            "<" => {
                let file = std::fs::File::open(dir.join(words.next().unwrap())).unwrap();
                command.stdin(file);
            }
            ">" => into = words.next(),
            _ => {
                command.arg(word);
            }
        }
    }
    let out = command.output().unwrap();
    assert_eq!(out.status.code(), Some(code), "{line}\n{}", String::from_utf8_lossy(&out.stderr));
    assert!(!out.stdout.is_empty() || line.contains(" -o "), "{line} printed nothing");
    if let Some(file) = into {
        std::fs::write(dir.join(file), out.stdout).unwrap();
    }
}

/// A server of the README, at an address that the system chooses.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(dir: &Path, line: &str) -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tarazy"));
        command.current_dir(dir).args(line.split_whitespace()).args(["--listen", "127.0.0.1:0"]);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut ready = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut ready).unwrap();
        let address = ready.split_whitespace().find(|w| w.starts_with("http://")).expect(&ready).to_owned();
        Server { child, address }
    }

    /// Asked to stop, it stops in good order.
    fn stop(mut self) {
        shell(Path::new("/"), &format!("kill {}", self.child.id()));
        assert!(self.child.wait().unwrap().success());
    }
}

fn shell(dir: &Path, line: &str) {
    let out = Command::new("sh").current_dir(dir).args(["-c", line]).output().unwrap();
    assert!(
        out.status.success(),
        "{line}\n{}{}",
        String::from_utf8_lossy(&out.stdout),
        String::from_utf8_lossy(&out.stderr)
    );
}
