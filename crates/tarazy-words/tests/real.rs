//! The law and the sample cases of the house can be said in every language.
#![allow(clippy::unwrap_used)]

mod common;

use std::path::{Path, PathBuf};

use tarazy_law::model::Corpus;
use tarazy_law::{Lang, Source};
use tarazy_words::{Style, Words};

fn read(root: &Path, out: &mut Vec<Source>) {
    let mut inside: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).collect();
    inside.sort();
    for path in inside {
        if path.is_dir() {
            read(&path, out);
        } else {
            out.push(Source { path: path.display().to_string(), text: std::fs::read_to_string(&path).unwrap() });
        }
    }
}

#[test]
fn nothing_is_left_unsaid() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let (mut pages, mut cases) = (Vec::new(), Vec::new());
    read(&root.join("law"), &mut pages);
    read(&root.join("cases"), &mut cases);
    let corpus = Corpus::load(pages).corpus;
    let cases: Vec<_> = cases.iter().filter(|c| c.path.contains("opinion-")).collect();
    assert!(!cases.is_empty());
    for source in cases {
        let case = common::read(&corpus, &source.text);
        let decisions = common::decisions_in(&corpus, &case, &["bill-2025-01", "opinion", "enacted"]);
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let style = Style { color: false, width: 100 };
            let mut said = vec![
                tarazy_words::brief(&words, &corpus, case.title.get(lang), &decisions, &style),
                tarazy_words::compare(&words, &corpus, &decisions, &style),
            ];
            for d in &decisions {
                said.push(tarazy_words::full(&words, &corpus, d, &style));
                said.push(tarazy_words::html(&words, &corpus, d));
                said.extend(d.ask.as_ref().map(|q| tarazy_words::question(&words, &corpus, q)));
            }
            for text in said {
                let unsaid = text.lines().find(|l| l.contains('⟨') || l.contains("{$"));
                assert_eq!(unsaid, None, "{} in {}", source.path, lang.code());
            }
        }
    }
}
