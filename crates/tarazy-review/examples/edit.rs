//! How long a review takes after an edit: `cargo run --release -p tarazy-review --example edit -- law koap/641-1.md`. In the page of that name
//! one condition after the other is edited (a word of it is denied), and each time the whole law is read and reviewed again. With `--check`
//! it is reviewed anew as well, and the findings must be the same.

#![allow(clippy::print_stdout)]

use std::path::{Path, PathBuf};

use tarazy_law::model::{Corpus, Loaded};
use tarazy_law::source::Source;
use tarazy_review::{Memory, Options, Review, review_again, review_editions, reviewable};

fn main() -> std::io::Result<()> {
    let (flags, args): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let (check, mut args) = (!flags.is_empty(), args.into_iter());
    let folder = args.next().map_or_else(|| PathBuf::from("law"), PathBuf::from);
    let page = args.next().unwrap_or_else(|| "koap/641-1.md".to_owned());
    let mut files = Vec::new();
    read(&folder, &mut files)?;
    let Some(at) = files.iter().position(|f| f.path.ends_with(&page)) else { return Ok(()) };
    let mut memory = Memory::default();
    let start = on_core();
    again(&Corpus::load(files.clone()), &mut memory);
    println!("cold: {:?} on the core", Millis(on_core() - start));
    let before = files[at].text.clone();
    let places: Vec<usize> = before.match_indices(" and ").map(|(i, _)| i + " and ".len()).collect();
    for place in places {
        let (head, tail) = before.split_at(place);
        files[at].text = format!("{head}not {tail}");
        let pages = files.clone();
        let start = on_core();
        let loaded = Corpus::load(pages);
        let read = Millis(on_core() - start);
        let found = again(&loaded, &mut memory);
        let whole = Millis(on_core() - start);
        let anew = || review_editions(&loaded, &reviewable(&loaded.corpus), &Options::default());
        let said = match check.then(|| keys(&found) == keys(&anew())) {
            Some(true) => ", the same",
            Some(false) => ", OTHERS",
            None => "",
        };
        let count: usize = found.iter().map(|r| r.findings.len()).sum();
        println!("{whole:?}, of which reading {read:?}: {count} findings{said}");
    }
    Ok(())
}

/// A time.
struct Millis(f64);

impl std::fmt::Debug for Millis {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.1} ms", self.0)
    }
}

/// How long this thread has had a core, in milliseconds; who else works on the machine makes no difference. Zero where Linux does not tell.
fn on_core() -> f64 {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    said.split(' ').next().and_then(|n| n.parse::<f64>().ok()).unwrap_or_default() / 1e6
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
