//! Which norms of a code can apply together to one person: every pair proved or refuted, by cubes and by solvers, in the same run on one core.
//! Everybody must find the same pairs and the same dead norms. Then the whole review of the real corpus, from Markdown in memory.

mod book;
#[path = "../../src/clock.rs"]
#[allow(dead_code)]
mod clock;
mod peers;

use std::fs;
use std::hint::black_box;
use std::path::Path;

use book::Book;
use clock::spread;
use tarazy_law::Source;
use tarazy_law::model::{Corpus, NormId, Selection};
use tarazy_review::cubes::Asker;
use tarazy_review::{Options, review_editions, reviewable};

/// Offences and facts of the made codes.
const SIZES: [(usize, usize); 3] = [(20, 20), (100, 60), (300, 150)];
/// Ours must cost no more than this part of the time of CaDiCaL, on the greatest code.
const PART: f64 = 1.0 / 50.0;

fn main() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut missed = false;
    for (n, facts) in SIZES {
        let book = Book::new(n, facts, 1);
        println!("{n} offences over {facts} facts: {} pairs", n * (n - 1) / 2);
        let ours = ours(&book);
        println!(
            "  {:<44} {:>12}  {} together, {} dead",
            "cubes, with the making of the cubes",
            ms(ours.2),
            ours.0,
            ours.1
        );
        let (clauses, applies, last) = book.clauses();
        let mut report = |name: &str, found: Result<(usize, usize, f64), String>| match found {
            Err(why) => println!("  {name:<44} {why}"),
            Ok((together, dead, ns)) => {
                let same = if (together, dead) == (ours.0, ours.1) { "the same found" } else { "OTHERS FOUND" };
                println!("  {name:<44} {:>12}  {:>6.0} × ours, {same}", ms(ns), ns / ours.2);
                missed |= (together, dead) != (ours.0, ours.1);
                missed |= name.starts_with("CaDiCaL") && n == SIZES[2].0 && ours.2 > PART * ns;
            }
        };
        for (name, solver) in [("CaDiCaL 1.5.3 (python-sat)", "cadical153"), ("Glucose 4 (python-sat)", "glucose4")] {
            report(name, peers::python(here, solver, &clauses, &applies));
        }
        report("varisat 0.2.2", Ok(peers::varisat(&clauses, &applies)));
        if n < SIZES[2].0 {
            report("batsat 0.6", Ok(peers::batsat(&clauses, &applies, last)));
        }
    }
    review(here);
    if missed {
        println!("the target is missed, or somebody found something else");
        std::process::exit(1);
    }
}

/// Pairs, dead norms, nanoseconds.
fn ours(book: &Book) -> (usize, usize, f64) {
    let loaded = Corpus::load(vec![book.page()]);
    assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics.first());
    let book = loaded.corpus.book(&Selection { edition: "made".to_owned(), as_of: None });
    let norms: Vec<NormId> = book.norms().map(|(id, _)| id).collect();
    let pairs = Asker::new(&book, 1_000_000).pairs(&norms);
    assert!(pairs.undecided.is_empty());
    let [_, least, _] = spread(15, || {
        black_box(Asker::new(&book, 1_000_000).pairs(black_box(&norms)));
    });
    (pairs.together.len(), pairs.dead.len(), least)
}

fn review(here: &Path) {
    let files = pages(&here.join("../../law"));
    let size: usize = files.iter().map(|f| f.text.len()).sum();
    let loaded = Corpus::load(files.clone());
    for edition in reviewable(&loaded.corpus) {
        let book = loaded.corpus.book(&Selection { edition: edition.to_owned(), as_of: None });
        let norms: Vec<NormId> = book.norms().map(|(id, _)| id).collect();
        let pairs = Asker::new(&book, 1_000_000).pairs(&norms);
        let [first, least, _] = spread(9, || {
            black_box(Asker::new(&book, 1_000_000).pairs(black_box(&norms)));
        });
        println!(
            "Edition {edition}: all pairs of {} norms, {} together, {} dead, {} undecided: first {}, least {}",
            norms.len(),
            pairs.together.len(),
            pairs.dead.len(),
            pairs.undecided.len(),
            ms(first),
            ms(least)
        );
    }
    let (mut findings, mut undecided, mut editions) = (0, 0, 0);
    let [first, least, median] = spread(9, || {
        let loaded = Corpus::load(files.clone());
        let names = reviewable(&loaded.corpus);
        let reviews = review_editions(&loaded, &names, &Options { repairs: false, ..Options::default() });
        editions = names.len();
        findings = reviews.iter().map(|r| r.findings.len()).sum();
        undecided = reviews.iter().map(|r| r.undecided.len()).sum();
    });
    let load = spread(9, || {
        black_box(Corpus::load(files.clone()));
    })[1];
    println!(
        "The whole corpus, {} pages, {} kB, {editions} editions, from Markdown in memory to {findings} findings ({undecided} undecided): \
         first {}, least {}, median {}; of which reading {}",
        files.len(),
        size / 1000,
        ms(first),
        ms(least),
        ms(median),
        ms(load)
    );
}

fn pages(root: &Path) -> Vec<Source> {
    let (mut out, mut todo) = (Vec::new(), vec![root.to_path_buf()]);
    while let Some(dir) = todo.pop() {
        for entry in fs::read_dir(dir).expect("a folder of pages") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                todo.push(path);
            } else if path.extension().is_some_and(|e| e == "md") {
                let text = fs::read_to_string(&path).expect("a page in UTF-8");
                let path = path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
                out.push(Source { path, text });
            }
        }
    }
    out.sort_by(|a, b| a.path.cmp(&b.path));
    out
}

fn ms(ns: f64) -> String {
    format!("{:.3} ms", ns / 1e6)
}
