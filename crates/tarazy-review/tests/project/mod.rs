//! The law of the project, and small laws of a test's own.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tarazy_law::Source;
use tarazy_law::model::{Corpus, Loaded};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every page below a folder, by its path.
pub fn pages(folder: &Path) -> Vec<Source> {
    let (mut out, mut todo) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(here) = todo.pop() {
        for entry in std::fs::read_dir(here).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                todo.push(path);
            } else if path.extension().is_some_and(|e| e == "md") {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                out.push(Source { path: name, text: std::fs::read_to_string(&path).unwrap() });
            }
        }
    }
    out
}

/// The law of the project.
pub fn law() -> &'static Loaded {
    static LAW: OnceLock<Loaded> = OnceLock::new();
    LAW.get_or_init(|| {
        let loaded = Corpus::load(pages(&root().join("law")));
        assert!(!loaded.has_errors(), "{:#?}", loaded.diagnostics);
        loaded
    })
}

/// A law of one page.
pub fn small(text: &str) -> Loaded {
    let loaded = Corpus::load(vec![Source { path: "page.md".to_owned(), text: text.to_owned() }]);
    assert!(!loaded.has_errors(), "{:#?}", loaded.diagnostics);
    loaded
}
