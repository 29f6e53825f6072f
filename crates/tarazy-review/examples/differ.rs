//! How long the differences between the editions of the project's law take: `cargo run --release --example differ -- law`.

#![allow(clippy::print_stdout)]

use std::path::Path;

use tarazy_law::Source;
use tarazy_law::model::Corpus;
use tarazy_review::difference::norms;
use tarazy_review::{Context, Options};

fn pages(root: &Path, folder: &Path, out: &mut Vec<Source>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            pages(root, &path, out)?;
        } else if path.extension().is_some_and(|e| e == "md") {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            out.push(Source { path: name, text: std::fs::read_to_string(&path)? });
        }
    }
    Ok(())
}

fn main() -> std::io::Result<()> {
    let root = std::env::args().nth(1).unwrap_or_else(|| "law".to_owned());
    let mut files = Vec::new();
    pages(Path::new(&root), Path::new(&root), &mut files)?;
    let loaded = Corpus::load(files);
    let contexts: Vec<Context<'_>> =
        loaded.corpus.editions.iter().map(|e| Context::new(&loaded.corpus, &e.name)).collect();
    for (i, a) in contexts.iter().enumerate() {
        for b in &contexts[i + 1..] {
            let start = std::time::Instant::now();
            let d = norms(a, b, &Options::default());
            let ways = d
                .changed
                .iter()
                .flat_map(|c| c.applies.iter().chain(&c.no_longer))
                .map(|c| c.ways.len())
                .sum::<usize>();
            println!("{} → {}: {} changed, {ways} ways, {:?}", a.edition, b.edition, d.changed.len(), start.elapsed());
        }
    }
    Ok(())
}
