//! Prints what is found in a folder of law: `cargo run -p tarazy-review --example review -- law`; with `--cases`, the cases that show it too.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::path::{Path, PathBuf};
use std::time::Instant;

use tarazy_law::model::Corpus;
use tarazy_law::source::Source;
use tarazy_review::{Options, review, reviewable};

fn main() -> std::io::Result<()> {
    let (flags, folders): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let cases = flags.iter().any(|f| f == "--cases");
    let folder = folders.first().map_or_else(|| PathBuf::from("law"), PathBuf::from);
    let mut files = Vec::new();
    read(&folder, &mut files)?;
    let loaded = Corpus::load(files);
    for d in &loaded.diagnostics {
        println!("{} {:?}", d.code.as_str(), d.args);
    }
    for edition in reviewable(&loaded.corpus) {
        let start = Instant::now();
        let found = review(&loaded, edition, &Options::default());
        eprintln!("{edition}: {:?}", start.elapsed());
        println!("\n== {edition}: {} findings, {} undecided", found.findings.len(), found.undecided.len());
        if cases {
            println!("{:?}", found.undecided);
        }
        for f in &found.findings {
            let names: Vec<&str> = f.subjects.iter().map(|s| s.name.as_str()).collect();
            let shown = if f.witness.is_some() { " (shown)" } else { "" };
            println!("{} {} {:?}{shown}", f.class, names.join(" + "), f.values);
            if cases {
                println!("    {:?}", f.readings);
                if let Some(w) = &f.witness {
                    let case = w.case();
                    println!("    {:?} {:?} {} {:?}", case.facts, case.readings, case.persons.len(), w.claims());
                }
            }
        }
    }
    Ok(())
}

fn read(at: &Path, out: &mut Vec<Source>) -> std::io::Result<()> {
    if at.is_dir() {
        for entry in std::fs::read_dir(at)? {
            read(&entry?.path(), out)?;
        }
    } else if at.extension().is_some_and(|e| e == "md") {
        out.push(Source { path: at.to_string_lossy().into_owned(), text: std::fs::read_to_string(at)? });
    }
    Ok(())
}
