//! The law and the sample cases: built in, or from a directory.

use std::path::Path;

use include_dir::{Dir, include_dir};
use tarazy_law::check::check_properties;
use tarazy_law::model::{Corpus, Selection};
use tarazy_law::{Diagnostic, Source};
use tarazy_words::Words;

use crate::cli::Global;
use crate::failure::Failure;

static LAW: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../law");
static CASES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../cases");

/// The law that a command works with: read, checked, its properties proved or refuted.
pub(crate) fn load(global: &Global, words: &Words) -> Result<Corpus, Failure> {
    let (corpus, mut diags) = read(global)?;
    if diags.is_empty() {
        for edition in &corpus.editions {
            check_properties(&corpus, &edition.name, false, &mut diags);
        }
    }
    if diags.is_empty() { Ok(corpus) } else { Err(Failure::diagnostics(global, words, &corpus.sources, &diags)) }
}

/// The law and what is wrong with it.
pub(crate) fn read(global: &Global) -> Result<(Corpus, Vec<Diagnostic>), Failure> {
    let loaded = Corpus::load(files(global)?);
    Ok((loaded.corpus, loaded.diagnostics))
}

/// The files of the law.
pub(crate) fn files(global: &Global) -> Result<Vec<Source>, Failure> {
    let Some(dir) = &global.law else { return Ok(embedded(&LAW)) };
    let files = read_dir(dir, dir)?;
    if !files.iter().any(|f| f.path.ends_with(".md")) {
        return Err(Failure::Io(format!("{}: *.md?", dir.display())));
    }
    Ok(files)
}

/// The sample cases that are built in.
pub(crate) fn samples() -> Vec<Source> {
    let mut files = embedded(&CASES);
    files.retain(|f| is_case(&f.path));
    files.sort_by_cached_key(|f| natural(&f.path));
    files
}

/// `aiid-92` comes before `aiid-101`.
pub(crate) fn natural(path: &str) -> Vec<(String, u64)> {
    let mut out = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        let (text, tail) = rest.split_at(digits);
        let end = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        out.push((text.to_owned(), tail[..end].parse().unwrap_or(0)));
        rest = &tail[end..];
    }
    out
}

pub(crate) fn is_case(path: &str) -> bool {
    path.ends_with(".toml") || path.ends_with(".json")
}

fn embedded(dir: &Dir<'_>) -> Vec<Source> {
    let mut out = Vec::new();
    for file in dir.files() {
        if let Some(text) = file.contents_utf8() {
            out.push(Source { path: slashes(file.path()), text: text.to_owned() });
        }
    }
    for inner in dir.dirs() {
        out.extend(embedded(inner));
    }
    out
}

/// Every file below `dir`, with its path relative to `root`, so that a corpus has one digest wherever it lies.
pub(crate) fn read_dir(root: &Path, dir: &Path) -> Result<Vec<Source>, Failure> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(|e| Failure::read(dir, &e))? {
        let path = entry.map_err(|e| Failure::read(dir, &e))?.path();
        if path.is_dir() {
            out.extend(read_dir(root, &path)?);
        } else if path.extension().is_some_and(|e| e == "md" || e == "toml" || e == "json") {
            let text = read_file(&path)?;
            out.push(Source { path: slashes(path.strip_prefix(root).unwrap_or(&path)), text });
        }
    }
    Ok(out)
}

/// A file as text.
pub(crate) fn read_file(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|e| Failure::read(path, &e))
}

/// A path as it is named in a corpus, the same on every machine.
pub(crate) fn slashes(path: &Path) -> String {
    let text = path.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    // The root is a component of its own.
    text.strip_prefix('/').filter(|rest| rest.starts_with('/')).map_or(text.clone(), str::to_owned)
}

/// The selection of an edition by name.
pub(crate) fn selection(corpus: &Corpus, name: &str) -> Result<Selection, Failure> {
    match corpus.edition(name) {
        Some(e) => Ok(Selection { edition: e.name.clone(), as_of: None }),
        None => {
            let known: Vec<&str> = corpus.editions.iter().map(|e| e.name.as_str()).collect();
            Err(Failure::Usage(format!("--edition {name}: {}", known.join(", "))))
        }
    }
}

/// The editions that are compared when nobody says which: all but those that only carry others.
pub(crate) fn editions(corpus: &Corpus) -> Vec<String> {
    corpus.editions.iter().filter(|e| e.on.is_some()).map(|e| e.name.clone()).collect()
}

/// The newest edition that is law.
pub(crate) fn in_force(corpus: &Corpus) -> String {
    let newest = corpus.editions.iter().filter(|e| e.in_force.is_some()).max_by_key(|e| e.in_force);
    newest.or(corpus.editions.last()).map(|e| e.name.clone()).unwrap_or_default()
}
