//! The law and the sample cases of the project, and text read back from a PDF.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use jiff::civil::{Date, date};
use tarazy_law::Lang;
use tarazy_law::case::Case;
use tarazy_law::decide::{Decision, Engine, Options};
use tarazy_law::model::{Corpus, Selection};
use tarazy_law::read_case::read_case;
use tarazy_law::source::{FileId, Source};
use tarazy_paper::{Finding, PaperError};
use tarazy_words::Words;

/// The day on which everything here is written.
pub const DAY: Date = date(2026, 7, 1);

fn files(folder: &Path, ending: &str) -> Vec<Source> {
    let mut out = Vec::new();
    let mut todo = vec![folder.to_owned()];
    while let Some(here) = todo.pop() {
        for entry in std::fs::read_dir(here).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                todo.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                out.push(Source { path: name, text: std::fs::read_to_string(&path).unwrap() });
            }
        }
    }
    out.sort_by(|a, b| a.path.cmp(&b.path));
    out
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The law of the project.
pub fn law() -> &'static Corpus {
    static LAW: OnceLock<Corpus> = OnceLock::new();
    LAW.get_or_init(|| {
        let loaded = Corpus::load(files(&root().join("law"), ".md"));
        assert!(!loaded.has_errors());
        loaded.corpus
    })
}

/// A case written as TOML.
pub fn case(text: &str) -> Case {
    let (case, diagnostics) = read_case(law(), FileId(0), text);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    case
}

/// The sample cases.
pub fn cases() -> Vec<Case> {
    files(&root().join("cases"), ".toml").iter().map(|f| case(&f.text)).collect()
}

/// The sample case of this name.
pub fn sample(id: &str) -> Case {
    cases().into_iter().find(|c| c.id == id).unwrap()
}

/// The edition of this name, ready for cases.
pub fn edition(name: &str) -> Engine<'static> {
    Engine::new(law(), &Selection { edition: name.to_owned(), as_of: None })
}

/// The edition in force.
pub fn in_force() -> &'static Engine<'static> {
    static ENGINE: OnceLock<Engine<'static>> = OnceLock::new();
    ENGINE.get_or_init(|| {
        let newest = law().editions.iter().filter(|e| e.in_force.is_some()).max_by_key(|e| e.in_force).unwrap();
        edition(&newest.name)
    })
}

/// What an edition says of a case.
pub fn decide(engine: &Engine<'_>, case: &Case) -> Decision {
    engine.decide(case, Options { all: false, counterfactuals: true })
}

/// The paper.
pub fn paper(lang: Lang, case: &Case, decision: &Decision) -> Result<Vec<u8>, PaperError> {
    let words = Words::new(lang);
    Finding { words: &words, corpus: law(), case, decision, written_on: DAY, address: None }.pdf()
}

/// The letters that stand on the paper, in order, without white space (which a PDF only has where somebody put it).
pub fn letters(pdf: &[u8]) -> String {
    let text = pdf_extract::extract_text_from_mem(pdf).unwrap();
    squeezed(&text)
}

/// Without white space, places to break, and the hyphens at the ends of lines.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '-' | '\u{ad}' | '\u{2010}')).collect()
}
