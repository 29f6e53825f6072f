//! The colours in the extension are those of the language.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use serde_json::Value;
use tarazy_law::syntax::keyword::Kw;

fn published() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../editors/vscode/syntaxes/tarazy.json");
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn the_published_grammar_is_that_of_the_table() {
    let made = format!("{:#}\n", tarazy_editor::grammar::grammar());
    assert!(published() == made, "the table of keywords has changed: cargo xtask grammar");
}

#[test]
fn every_form_of_every_keyword_has_a_colour() {
    let grammar: Value = serde_json::from_str(&published()).unwrap();
    let rules = grammar["repository"]["words"]["patterns"].as_array().unwrap();
    let words: Vec<&str> = rules.iter().filter_map(|r| r["match"].as_str()).collect();
    for form in Kw::TABLE.iter().flat_map(|(_, forms)| forms) {
        let escaped = form.replace('-', "\\-");
        let stands = |rule: &&str| rule.split(['(', ')', '|', ':', '?']).any(|part| part == escaped);
        assert!(words.iter().any(stands), "{form}");
    }
}
