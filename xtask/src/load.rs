//! `cargo xtask load`: the API under load, beside a route of the same server that says one word and passes no checks.
//!
//! The bare route is what this machine, this runtime and this server loop can do at best; each line says how much of it remains.

use std::fs;
use std::process::Command;

use crate::schemathesis::Server;
use crate::test::root;

/// What is measured: a name, a path, and what is sent (nothing for GET).
struct Run {
    name: &'static str,
    path: &'static str,
    send: Option<(&'static str, String)>,
}

/// # Errors
/// That wrk or the server does not start, or that an answer was none.
pub fn run(args: &[String]) -> Result<(), String> {
    let seconds = match args.iter().position(|a| a == "--seconds") {
        Some(i) => args.get(i + 1).cloned().ok_or("--seconds N")?,
        None => "5".to_owned(),
    };
    let sample = fs::read_to_string(root().join("cases/opinion-news.toml")).map_err(|e| e.to_string())?;
    let small = r#"{"id":"1","persons":{"a":{"roles":["owner"]}}}"#.to_owned();
    let lines = format!("{small}\n").repeat(10);
    let toml = Some(("application/toml", sample));
    let runs = [
        Run { name: "bare hello", path: "/hello", send: None },
        Run { name: "editions (all checks)", path: "/api/editions", send: None },
        Run { name: "decide a sample", path: "/api/decide?edition=enacted", send: toml.clone() },
        Run {
            name: "  without counterfactuals",
            path: "/api/decide?edition=enacted&counterfactuals=false",
            send: toml,
        },
        Run { name: "batch of 1", path: "/api/decide/batch", send: Some(("application/x-ndjson", small)) },
        Run { name: "batch of 10", path: "/api/decide/batch", send: Some(("application/x-ndjson", lines)) },
    ];
    let server = Server::start_with(&["--release"])?;
    let host = server.description.trim_end_matches("/api/openapi.json");
    let mut bare = None;
    println!("{:26} {:>12} {:>8}", "", "requests/s", "of bare");
    for run in runs {
        let rate = measure(host, &run, &seconds)?;
        let bare = *bare.get_or_insert(rate);
        println!("{:26} {rate:>12.0} {:>8.4}", run.name, rate / bare);
    }
    Ok(())
}

/// Requests a second that were answered.
fn measure(host: &str, run: &Run, seconds: &str) -> Result<f64, String> {
    let script = root().join("target/load.lua");
    let text = match &run.send {
        // A long string of Lua ends with as many signs as it began.
        Some((kind, body)) => format!(
            "wrk.method = \"POST\"\nwrk.headers[\"Content-Type\"] = \"{kind}\"\nwrk.body = [====[\n{body}]====]\n"
        ),
        None => String::new(),
    };
    fs::write(&script, text).map_err(|e| e.to_string())?;
    let out = Command::new("wrk")
        .args([
            "--threads",
            "1",
            "--connections",
            "32",
            "--timeout",
            "30s",
            "--duration",
            &format!("{seconds}s"),
            "--script",
        ])
        .arg(&script)
        .arg(format!("{host}{}", run.path))
        .output()
        .map_err(|e| format!("wrk: {e}"))?;
    let said = String::from_utf8_lossy(&out.stdout);
    if said.contains("Non-2xx") || said.contains("Socket errors") {
        return Err(format!("{}: {said}", run.name));
    }
    let rate = said.lines().find_map(|l| l.trim().strip_prefix("Requests/sec:"));
    rate.and_then(|r| r.trim().parse().ok()).ok_or_else(|| format!("{}: {said}", run.name))
}
