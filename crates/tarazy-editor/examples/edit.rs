//! How long an edit of a page of the real law takes, from the message to the diagnostics: `cargo run --release -p tarazy-editor --example edit`.
//! The time is that of the processor where the system tells it (Linux), so that other work on the machine does not count.

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use lsp_server::{Message, Notification, Request};
use serde_json::{Value, json};
use tarazy_editor::{Disk, Server};
use tarazy_law::{Lang, Source};

struct Here;

impl Disk for Here {
    fn is_dir(&self, path: &str) -> bool {
        Path::new(path).is_dir()
    }

    fn pages(&self, root: &str) -> Vec<Source> {
        let mut out = Vec::new();
        let mut todo = vec![Path::new(root).to_owned()];
        while let Some(dir) = todo.pop() {
            for path in std::fs::read_dir(dir).into_iter().flatten().flatten().map(|e| e.path()) {
                if path.is_dir() {
                    todo.push(path);
                } else if let (Ok(text), Ok(inside)) = (std::fs::read_to_string(&path), path.strip_prefix(root)) {
                    out.push(Source { path: inside.to_string_lossy().into_owned(), text });
                }
            }
        }
        out
    }

    fn read(&self, path: &str) -> Option<String> {
        std::fs::read_to_string(path).ok()
    }
}

fn tell(server: &mut Server<Here>, method: &str, params: Value) -> Vec<Message> {
    let mut out = Vec::new();
    server.receive(Notification::new(method.to_owned(), params).into());
    while server.work(&mut out) {}
    server.publish(&mut out);
    out
}

/// Nanoseconds on the processor, else on the clock.
fn now(began: Instant) -> u128 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    told.and_then(|t| t.split(' ').next()?.parse().ok()).unwrap_or_else(|| began.elapsed().as_nanos())
}

fn main() -> std::io::Result<()> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../law");
    let uri = format!("file://{root}/kz/koap/641-1.md");
    let text = std::fs::read_to_string(&uri[7..])?;
    let mut server = Server::new(Here, Lang::Kk, Some(root.to_owned()));
    let mut out = Vec::new();
    server.receive(Request::new(1.into(), "initialize".into(), json!({ "capabilities": {} })).into());
    server.work(&mut out);
    let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
    tell(&mut server, "textDocument/didOpen", json!({ "textDocument": document }));
    let line = text[..text.find("not users_informed").unwrap_or(0)].matches('\n').count();
    let (began, mut took) = (Instant::now(), Vec::new());
    for version in 2..202 {
        let adds = version % 2 == 0;
        let end = json!({ "line": line, "character": if adds { 12 } else { 13 } });
        let range = json!({ "start": { "line": line, "character": 12 }, "end": end });
        let changes = json!([{ "range": range, "text": if adds { "x" } else { "" } }]);
        let before = now(began);
        let document = json!({ "uri": uri, "version": version });
        let told =
            tell(&mut server, "textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
        took.push(now(began) - before);
        // What was typed is a mistake, and told at once.
        let mistakes = told.iter().any(|m| json!(m)["params"]["diagnostics"].as_array().is_some_and(|d| !d.is_empty()));
        assert_eq!(mistakes, adds);
    }
    took.sort_unstable();
    let ms = |i: usize| took[i] as f64 / 1e6;
    writeln!(
        std::io::stdout(),
        "an edit: median {:.1} ms, of a hundred 95 within {:.1} ms, all within {:.1} ms",
        ms(100),
        ms(190),
        ms(199)
    )
}
