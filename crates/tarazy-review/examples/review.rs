//! Prints what is found in a folder of law: `cargo run -p tarazy-review --example review -- law`.

#![allow(clippy::print_stdout)]

use std::path::{Path, PathBuf};
use std::time::Instant;

use tarazy_law::model::Corpus;
use tarazy_law::source::Source;
use tarazy_review::{Options, review, reviewable};

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).map_or_else(|| PathBuf::from("law"), PathBuf::from);
    let mut files = Vec::new();
    read(&folder, &mut files)?;
    let loaded = Corpus::load(files);
    for d in &loaded.diagnostics {
        println!("{} {:?}", d.code.as_str(), d.args);
    }
    for edition in reviewable(&loaded.corpus) {
        let start = Instant::now();
        let found = review(&loaded, edition, &Options::default());
        println!("\n== {edition}: {} findings in {:?}", found.findings.len(), start.elapsed());
        for f in &found.findings {
            let names: Vec<&str> = f.subjects.iter().map(|s| s.name.as_str()).collect();
            let shown = if f.witness.is_some() { " (shown)" } else { "" };
            println!("{} {} {:?}{shown}", f.class, names.join(" + "), f.values);
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
