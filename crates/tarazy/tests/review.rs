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
        assert!(stdout(&out).contains("displacement robots.11 of robots.9 by robots.10"), "{}", stdout(&out));
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

#[test]
fn the_bill_punishes_twice() {
    let out = tarazy(&["--lang", "ru", "law", "review", "--edition", "bill-2025-01", "--class", "R401", "--verbose"]);
    assert_eq!(out.status.code(), Some(1));
    let text = stdout(&out);
    assert!(text.contains("R401") && text.contains("641-1") && text.contains("456-2"), "{text}");
}

/// A page of a change: a bearer that nobody declared, where `bearer` is wrong.
fn change(dir: &Path, name: &str, block: &str) -> String {
    let text = format!(
        "# Түзету / Поправка / Amendment\n\nedition: patch\nsource: proposed\nproposed by: Tarazy\n\nkk: Түзету.\n\nru: Поправка.\n\nen: A.\n\n\
         ```norm\n{block}\n```\n"
    );
    let path = dir.join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn holds_to_schema(value: &Value, file: &str) {
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    let schema = std::fs::read_to_string(root().join("docs/schema").join(file)).unwrap();
    compiler.add_resource("s.json", serde_json::from_str(&schema).unwrap()).unwrap();
    let index = compiler.compile("s.json", &mut schemas).unwrap();
    if let Err(e) = schemas.validate(value, index) {
        panic!("{e}");
    }
}

#[test]
fn a_change_is_told_by_what_it_mends_leaves_and_breaks() {
    let patch = ["law", "review", "--edition", "bill-2025-01", "--patch", "law/proposals/note.md"];
    for (lang, gone) in
        [("kk", "Жойылған ескертулер"), ("ru", "Устранённые замечания"), ("en", "Findings that are gone")]
    {
        let out = tarazy(&[&["--lang", lang][..], &patch].concat());
        // It brings somebody who answers under neither, in one reading.
        assert_eq!(out.status.code(), Some(1), "{}", stderr(&out));
        let text = stdout(&out);
        assert!(text.contains(gone) && text.contains("R401") && text.contains("R402"), "{text}");
        assert!(!text.contains('⟨'), "{text}");
    }
    let json: Value = serde_json::from_str(&stdout(&tarazy(&[&patch[..], &["--json"]].concat()))).unwrap();
    holds_to_schema(&json, "patch-1.json");
    let cured = json["findings"].as_array().unwrap().iter().find(|s| s["key"] == "cured").unwrap();
    assert_eq!(cured["entries"].as_array().unwrap().iter().filter(|e| e["code"] == "R401").count(), 8);
    let md = stdout(&tarazy(&[&patch[..], &["--format", "md"]].concat()));
    assert!(md.starts_with("# ") && md.contains("- **R402**"), "{md}");
    assert_eq!(tarazy(&[&patch[..], &["--format", "sarif"]].concat()).status.code(), Some(2));
}

#[test]
fn a_change_may_lie_anywhere_and_be_several_pages() {
    let dir = dir("review-change");
    let (one, two) = (change(&dir, "one.md", "repeal bill.15.rights"), change(&dir, "two.md", "repeal bill.8.p2"));
    let out = Command::new(env!("CARGO_BIN_EXE_tarazy"))
        .args([
            "--lang",
            "en",
            "law",
            "review",
            "--edition",
            "bill-2025-01",
            "--json",
            "--patch",
            "one.md",
            "--patch",
            &two,
        ])
        .current_dir(&dir)
        .output()
        .unwrap();
    is_done(&out);
    let json: Value = serde_json::from_str(&stdout(&out)).unwrap();
    let lost = json["difference"]["sections"].as_array().unwrap().iter().find(|s| s["key"] == "lost").unwrap();
    assert_eq!(lost["entries"].as_array().unwrap().len(), 2, "{lost}");
    let none = tarazy(&["--lang", "en", "law", "review", "--patch", &one]);
    assert_eq!(none.status.code(), Some(2));
    assert!(stderr(&none).contains("--edition"), "{}", stderr(&none));
    let bad = change(&dir, "bad.md", "duty x.1\n  bearer p where nobody_knows(p)");
    let out = tarazy(&["--lang", "en", "law", "review", "--edition", "bill-2025-01", "--patch", &bad]);
    assert_eq!(out.status.code(), Some(3));
    let said = stderr(&out);
    assert!(said.contains(&format!("{bad}:14")) && said.contains("nobody_knows") && said.contains("L0301"), "{said}");
}

#[test]
fn editions_differ_in_words() {
    for (lang, wanted) in [("kk", "Өзгерген нормалар"), ("ru", "Изменившиеся нормы"), ("en", "Norms that changed")]
    {
        let out = tarazy(&["--lang", lang, "law", "diff", "bill-2025-01", "opinion"]);
        assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
        let text = stdout(&out);
        assert!(text.contains(wanted) && text.contains("bill.8.p2") && !text.contains('⟨'), "{text}");
    }
    let out = tarazy(&["--lang", "ru", "law", "diff", "bill-2025-01", "opinion", "--json"]);
    let json: Value = serde_json::from_str(&stdout(&out)).unwrap();
    holds_to_schema(&json, "difference-1.json");
    let one = ["--lang", "en", "law", "diff", "bill-2025-01", "opinion", "--norm", "bill.11.p2", "--format", "md"];
    let md = stdout(&tarazy(&one));
    assert!(md.contains("`bill.11.p2`") && !md.contains("bill.8.p2"), "{md}");
    let same = tarazy(&["--lang", "en", "law", "diff", "enacted", "enacted"]);
    assert!(stdout(&same).contains("no difference"), "{}", stdout(&same));
    assert_eq!(tarazy(&["law", "diff", "bill-2025-01", "opinoin"]).status.code(), Some(2));
    assert_eq!(tarazy(&["law", "diff", "bill-2025-01", "opinion", "--norm", "no.such"]).status.code(), Some(2));
}

#[test]
fn repairs_are_offered_with_their_proof() {
    let dir = dir("review-repairs");
    let page = std::fs::read_to_string(root().join("crates/tarazy-review/classes/R401/defect.md")).unwrap();
    std::fs::write(dir.join("page.md"), page).unwrap();
    let law = dir.to_str().unwrap();
    let plain = stdout(&tarazy(&["--lang", "en", "--law", law, "law", "review", "--verbose"]));
    assert!(!plain.contains("Proved repair"), "{plain}");
    let out = tarazy(&["--lang", "en", "--law", law, "law", "review", "--repairs", "--verbose"]);
    let text = stdout(&out);
    assert!(text.contains("Proved repair: The special norm") && text.contains("displacement"), "{text}");
    let md = stdout(&tarazy(&["--lang", "en", "--law", law, "law", "review", "--repairs", "--format", "md"]));
    assert!(md.contains("As a rule of the law language"), "{md}");
}
