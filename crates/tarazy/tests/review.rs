//! `tarazy law review` and `tarazy explain` as a user meets them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn tarazy(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tarazy")).args(args).current_dir(root()).stdin(Stdio::null()).output().unwrap()
}

fn stdout(out: &Output) -> String {
    String::from_utf8(out.stdout.clone()).unwrap()
}

fn stderr(out: &Output) -> String {
    String::from_utf8(out.stderr.clone()).unwrap()
}

fn dir(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(&dir).unwrap();
    dir
}

/// Nothing serious: 0; something serious: 1. How much is found is not asked here.
fn is_done(out: &Output) {
    assert!(matches!(out.status.code(), Some(0 | 1)), "{}", stderr(out));
}

#[test]
fn json_keeps_to_the_published_schema() {
    let out = tarazy(&["--lang", "ru", "law", "review", "--json"]);
    is_done(&out);
    let value: Value = serde_json::from_str(&stdout(&out)).unwrap();
    let path = root().join("docs/schema/review-1.json");
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    compiler.add_resource("review.json", schema).unwrap();
    let index = compiler.compile("review.json", &mut schemas).unwrap();
    if let Err(e) = schemas.validate(&value, index) {
        panic!("{e}");
    }
    let editions: Vec<&str> =
        value["editions"].as_array().unwrap().iter().map(|e| e["edition"].as_str().unwrap()).collect();
    assert!(!editions.contains(&"base") && editions.contains(&"bill-2025-01"), "{editions:?}");
}

#[test]
fn the_exit_code_says_whether_something_serious_was_found() {
    let out = tarazy(&["law", "review", "--edition", "bill-2025-01", "--json"]);
    let value: Value = serde_json::from_str(&stdout(&out)).unwrap();
    let findings = value["editions"][0]["findings"].as_array().unwrap();
    let serious = findings.iter().any(|f| f["weight"] == "serious");
    assert_eq!(out.status.code(), Some(i32::from(serious)));
    let only = tarazy(&["law", "review", "--edition", "bill-2025-01", "--json", "--weight", "serious"]);
    let only: Value = serde_json::from_str(&stdout(&only)).unwrap();
    let only = only["editions"][0]["findings"].as_array().unwrap();
    assert!(only.iter().all(|f| f["weight"] == "serious"));
    assert_eq!(only.len(), findings.iter().filter(|f| f["weight"] == "serious").count());
    let r306 = tarazy(&["law", "review", "--edition", "bill-2025-01", "--json", "--class", "r306"]);
    assert_eq!(r306.status.code(), Some(0));
}

#[test]
fn a_document_has_the_form_of_its_ending() {
    let dir = dir("review-documents");
    for (name, begins) in [
        ("o.md", &b"# "[..]),
        ("o.html", b"<!DOCTYPE html>"),
        ("o.pdf", b"%PDF-"),
        ("o.docx", b"PK\x03\x04"),
        ("o.json", b"{"),
        ("o.sarif", b"{"),
    ] {
        let path = dir.join(name);
        let out =
            tarazy(&["law", "review", "--edition", "enacted", "--date", "2026-07-01", "-o", path.to_str().unwrap()]);
        is_done(&out);
        assert!(out.stdout.is_empty());
        assert!(std::fs::read(&path).unwrap().starts_with(begins), "{name}");
    }
    assert_eq!(std::fs::read_dir(&dir).unwrap().count(), 6, "nothing half-written is left");
}

#[test]
fn a_file_that_cannot_be_written_is_told_and_nothing_is_left() {
    let dir = dir("review-unwritable");
    let path = dir.join("no-such-folder/o.md");
    let out = tarazy(&["law", "review", "--edition", "enacted", "-o", path.to_str().unwrap()]);
    assert_eq!(out.status.code(), Some(4));
    assert!(stderr(&out).contains("no-such-folder"), "{}", stderr(&out));
    // A directory stands where the file should: it stays, and nothing else comes.
    let taken = dir.join("taken");
    std::fs::create_dir(&taken).unwrap();
    let out = tarazy(&["law", "review", "--edition", "enacted", "--format", "md", "-o", taken.to_str().unwrap()]);
    assert_eq!(out.status.code(), Some(4));
    assert_eq!(std::fs::read_dir(&dir).unwrap().count(), 1);
}

#[test]
fn a_patch_is_an_edition_of_its_own() {
    let dir = dir("review-patch");
    let page = dir.join("amendment.md");
    let text = "# Түзету / Поправка / Amendment\n\nedition: amended\nsource: proposed\n\nkk: Түзету.\n\nru: Поправка.\n\nen: An amendment.\n\n\
                ```norm\nedition amended on bill-2025-01\n  title kk \"түзетілген\" ru \"с поправкой\" en \"amended\"\n```\n";
    std::fs::write(&page, text).unwrap();
    let out = tarazy(&["--lang", "en", "law", "review", "--json", "--patch", page.to_str().unwrap()]);
    is_done(&out);
    let value: Value = serde_json::from_str(&stdout(&out)).unwrap();
    let editions = value["editions"].as_array().unwrap();
    assert_eq!(editions.len(), 1);
    assert_eq!(editions[0]["edition"], "amended");
    assert_eq!(editions[0]["title"], "amended");
    let both = [
        "law",
        "review",
        "--json",
        "--patch",
        page.to_str().unwrap(),
        "--edition",
        "bill-2025-01",
        "--edition",
        "amended",
    ];
    let both: Value = serde_json::from_str(&stdout(&tarazy(&both))).unwrap();
    assert_eq!(both["editions"].as_array().unwrap().len(), 2);
}

#[test]
fn broken_pages_are_reviewed_as_far_as_they_were_read() {
    let dir = dir("review-broken");
    let page = root().join("law/kz/editions.md");
    let text = std::fs::read_to_string(page).unwrap();
    std::fs::write(dir.join("editions.md"), text + "\n```norm\nduty x\n  bearer p where nobody_knows(p)\n```\n")
        .unwrap();
    let out = tarazy(&["--lang", "en", "law", "review", "--law", dir.to_str().unwrap(), "--edition", "enacted"]);
    is_done(&out);
    assert!(stderr(&out).contains("tarazy law check"), "{}", stderr(&out));
}

#[test]
fn codes_are_explained_in_three_languages() {
    for (lang, wanted) in [("kk", "Қалай түзетуге болады"), ("ru", "Как исправить"), ("en", "How to mend it")]
    {
        let out = tarazy(&["--lang", lang, "explain", "r401"]);
        assert_eq!(out.status.code(), Some(0));
        assert!(stdout(&out).contains("R401") && stdout(&out).contains(wanted), "{}", stdout(&out));
        let all = tarazy(&["--lang", lang, "explain"]);
        assert_eq!(all.status.code(), Some(0));
        assert!(stdout(&all).contains("R503") && stdout(&all).contains("L0301"));
    }
}

#[test]
fn help_tells_the_exit_codes_of_a_review() {
    let out = tarazy(&["law", "review", "--help"]);
    assert!(stdout(&out).contains("0  nothing serious was found"), "{}", stdout(&out));
}
