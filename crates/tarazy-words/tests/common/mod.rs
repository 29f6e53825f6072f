//! A small law and a small case.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

use std::path::Path;

use tarazy_law::case::Case;
use tarazy_law::decide::{Decision, Engine, Options};
use tarazy_law::model::{Corpus, Selection};
use tarazy_law::read_case::read_case;
use tarazy_law::{FileId, Source, Sources};
use tarazy_words::Words;

/// The small law, in which nothing is wrong.
pub(crate) fn corpus() -> Corpus {
    let loaded = Corpus::load(vec![Source { path: "law.md".into(), text: include_str!("../law.md").into() }]);
    let words = Words::new(tarazy_law::Lang::En);
    assert!(
        loaded.diagnostics.is_empty(),
        "{}",
        tarazy_words::diagnostics(&words, &loaded.corpus.sources, &loaded.diagnostics, false)
    );
    loaded.corpus
}

/// The small case.
pub(crate) fn case(corpus: &Corpus) -> Case {
    read(corpus, include_str!("../case.toml"))
}

/// A case in which nothing is wrong.
pub(crate) fn read(corpus: &Corpus, text: &str) -> Case {
    let (case, diags) = read_case(corpus, FileId(0), text);
    let sources = Sources::new(vec![Source { path: "case.toml".into(), text: text.into() }]);
    assert!(
        diags.is_empty(),
        "{}",
        tarazy_words::diagnostics(&Words::new(tarazy_law::Lang::En), &sources, &diags, false)
    );
    case
}

/// What both editions of the small law say.
pub(crate) fn decisions(corpus: &Corpus, case: &Case) -> Vec<Decision> {
    decisions_in(corpus, case, &["old", "new"])
}

/// What these editions say.
pub(crate) fn decisions_in(corpus: &Corpus, case: &Case, editions: &[&str]) -> Vec<Decision> {
    let decide = |edition: &&str| {
        let selection = Selection { edition: (*edition).to_owned(), as_of: None };
        Engine::new(corpus, &selection).decide(case, Options { all: false, counterfactuals: true })
    };
    editions.iter().map(decide).collect()
}

/// `text` is what the file says. With `GOLDEN=write` the file says it from now on.
pub(crate) fn golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    assert!(!text.contains('⟨'), "{name}: a message is missing\n{text}");
    // The digest of the small law would change with every comma.
    let text = text
        .lines()
        .map(|l| if l.contains(": ") && is_digest(l) { "  <digest>" } else { l })
        .collect::<Vec<_>>()
        .join("\n");
    if std::env::var_os("GOLDEN").is_some() {
        std::fs::write(&path, text + "\n").unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        text.trim_end(),
        expected.trim_end(),
        "{name} reads otherwise; if it should, run the tests with GOLDEN=write and look at it"
    );
}

fn is_digest(line: &str) -> bool {
    line.rsplit(' ').next().is_some_and(|w| w.len() == 12 && w.chars().all(|c| c.is_ascii_hexdigit()))
}
