//! How long a review takes after an edit: `cargo run --release -p tarazy-review --example edit -- law koap/641-1.md`. In the page of that name
//! one condition after the other is edited (a word of it is denied), and each time the whole law is read and reviewed again.

#![allow(clippy::print_stdout)]

use std::path::{Path, PathBuf};
use std::time::Instant;

use tarazy_law::model::{Corpus, Loaded};
use tarazy_law::source::Source;
use tarazy_review::{Memory, Options, Review, review_again, review_editions, reviewable};

fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().map_or_else(|| PathBuf::from("law"), PathBuf::from);
    let page = args.next().unwrap_or_else(|| "koap/641-1.md".to_owned());
    let mut files = Vec::new();
    read(&folder, &mut files)?;
    let Some(at) = files.iter().position(|f| f.path.ends_with(&page)) else { return Ok(()) };
    let mut memory = Memory::default();
    let start = Instant::now();
    again(&Corpus::load(files.clone()), &mut memory);
    println!("cold: {:?}", start.elapsed());
    let before = files[at].text.clone();
    let places: Vec<usize> = before.match_indices(" and ").map(|(i, _)| i + " and ".len()).collect();
    for place in places {
        let (head, tail) = before.split_at(place);
        files[at].text = format!("{head}not {tail}");
        let pages = files.clone();
        let start = Instant::now();
        let loaded = Corpus::load(pages);
        let read = start.elapsed();
        let found = again(&loaded, &mut memory);
        let whole = start.elapsed();
        let anew = review_editions(&loaded, &reviewable(&loaded.corpus), &Options::default());
        let same = keys(&found) == keys(&anew);
        let count: usize = found.iter().map(|r| r.findings.len()).sum();
        println!("{whole:?}, of which reading {read:?}: {count} findings, {}", if same { "the same" } else { "OTHERS" });
    }
    Ok(())
}

fn again(loaded: &Loaded, memory: &mut Memory) -> Vec<Review> {
    review_again(loaded, &reviewable(&loaded.corpus), &Options::default(), memory)
}

fn keys(reviews: &[Review]) -> Vec<String> {
    let all = reviews.iter().flat_map(|r| &r.findings);
    all.map(|f| format!("{:?} {:?} {:?} {}", f.key(), f.values, f.readings, f.witness.is_some())).collect()
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
