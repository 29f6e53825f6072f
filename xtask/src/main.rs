//! Tasks of the workspace, for `cargo xtask TASK`.

mod browser;
mod cross_check;
mod fuzz;
mod load;
mod schemathesis;
mod test;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask test                      everything the tests need, then all tests
cargo xtask browser [--all] [NAME...] the pages in Chromium (installs it, if root); --all: everything in every language, size and colour;
                                      with names, only those files of browser/tests
cargo xtask fuzz [--seconds N]        mutated pages and cases against the parser and the engine (60 seconds)
cargo xtask cross-check [--random N] [--seed S] [--no-real]
                                      the engine against z3 and clingo (installs them with pip if missing)
cargo xtask schemathesis [--examples N] [--seed S]
                                      requests made up from the description of the API (installs schemathesis with pip if missing)
cargo xtask load [--seconds N]        the API under load beside a bare server (needs wrk)
cargo xtask fmt                       lay out Rust and the blocks of law/
cargo xtask grammar                   write the colours of blocks for editors anew (editors/vscode/syntaxes)
cargo xtask schemas                   write the published JSON Schemas anew (docs/schema)
cargo xtask bench                     peers and Tarazy on the same work (builds the peers, which takes long)";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let rest = args.get(1..).unwrap_or_default();
    let done = match args.first().map(String::as_str) {
        Some("test") => test::run(),
        Some("browser") => browser::run(rest),
        Some("fuzz") => fuzz::run(rest),
        Some("cross-check") => cross_check::run(rest),
        Some("schemathesis") => schemathesis::run(rest),
        Some("load") => load::run(rest),
        Some("fmt") => test::fmt(),
        Some("schemas") => test::schemas(),
        Some("grammar") => test::grammar(),
        Some("bench") => test::bench(),
        _ => {
            println!("{HELP}");
            return if args.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) };
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}
