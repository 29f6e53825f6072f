//! The clauses that a review rests on, as a reader sees them in the three languages.
#![allow(clippy::unwrap_used)]

mod common;

use common::golden;
use tarazy_law::model::{Corpus, Selection};
use tarazy_law::{Lang, Source};
use tarazy_words::{Style, Words};

#[test]
fn what_stands_beside_the_conditions_is_shown() {
    let loaded = Corpus::load(vec![Source { path: "law.md".into(), text: include_str!("clauses.md").into() }]);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    let book = loaded.corpus.book(&Selection { edition: "new".into(), as_of: None });
    let ids = [
        "ai.8",
        "ai.8.automatic",
        "ai.9",
        "ai.10",
        "dc",
        "informatization",
        "controlled",
        "foreseen",
        "reality",
        "stage",
    ];
    let style = Style { color: false, width: 90 };
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let page = |id: &&str| tarazy_words::provision(&words, &loaded.corpus, &book, id, &style).unwrap();
        golden(&format!("clauses.{}.txt", lang.code()), &ids.iter().map(page).collect::<Vec<_>>().join("\n\n----\n\n"));
    }
}
