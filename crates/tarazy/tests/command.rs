//! The command as a user meets it: exit codes, messages, JSON that keeps to its published schema.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn tarazy(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tarazy")).args(args).current_dir(root()).stdin(Stdio::null()).output().unwrap()
}

fn piped(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tarazy"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Beside reading the answers: both pipes are short.
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_owned());
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let out = child.wait_with_output().unwrap();
    // A command that refuses its arguments never reads.
    drop(writer.join().unwrap());
    out
}

fn stdout(out: &Output) -> String {
    String::from_utf8(out.stdout.clone()).unwrap()
}

fn stderr(out: &Output) -> String {
    String::from_utf8(out.stderr.clone()).unwrap()
}

fn code(out: &Output) -> i32 {
    out.status.code().unwrap()
}

#[test]
fn help_tells_the_exit_codes() {
    let out = tarazy(&["--help"]);
    assert_eq!(code(&out), 0);
    for n in ["0  done", "1  done", "2  the command", "3  a page", "4  a file"] {
        assert!(stdout(&out).contains(n), "{n}");
    }
}

#[test]
fn sample_cases_come_out_as_they_expect() {
    let out = tarazy(&["--lang", "en", "decide", "--check", "cases"]);
    assert_eq!(code(&out), 0, "{}", stdout(&out));
    assert!(stdout(&out).contains(" 0 not met"));
}

#[test]
fn what_is_built_in_is_what_lies_on_disk() {
    // Away from the checkout only what is in the binary can be found.
    let away = Command::new(env!("CARGO_BIN_EXE_tarazy")).args(["decide", "cases"]).current_dir("/").output().unwrap();
    assert_eq!(stdout(&away), stdout(&tarazy(&["decide", "cases", "--law", "law"])));
}

#[test]
fn an_unmet_expectation_is_exit_code_1() {
    let case = r#"{"persons":{"a":{"owner":true}},"expect":{"enacted":{"koap.641-1.p1.s2":{"a":"applies"}}}}"#;
    let out = piped(&["--lang", "en", "decide", "--check", "-"], case);
    assert_eq!(code(&out), 1);
    assert!(stdout(&out).contains("koap.641-1.p1.s2 for a is unknown"), "{}", stdout(&out));
}

#[test]
fn unknown_names_are_told_with_those_that_exist() {
    for (args, exit, wanted) in [
        (&["--lang", "en", "decide", "aiid-54"][..], 4, "aiid-545"),
        (&["--lang", "en", "decide", "aiid-545", "--edition", "enactd"], 2, "enacted"),
        (&["--lang", "en", "decide", "aiid-545", "--reading", "koap.disseminates=wide"], 2, "narrow, broad"),
        (&["--lang", "en", "law", "show", "koap.641-1.p1.s9"], 2, "koap.641-1.p1.s2"),
        (&["--lang", "en", "explain", "L9999"], 2, "tarazy explain"),
        (&["--lang", "en", "explain", "L0031"], 2, "L0301"),
        (&["--lang", "en", "explain", "R4O1"], 2, "R401"),
        (&["--lang", "en", "law", "review", "--class", "R4O1"], 2, "R401"),
        (&["--lang", "en", "law", "review", "--edition", "bill-2025"], 2, "bill-2025-01"),
        (&["--lang", "en", "law", "review", "--format", "md"], 2, "--edition bill-2025-01"),
        (&["--lang", "de", "law", "keywords"], 2, "kk, ru, en"),
        (&["decide"], 2, "Usage"),
    ] {
        let out = tarazy(args);
        assert_eq!(code(&out), exit, "{args:?}: {}", stderr(&out));
        assert!(stderr(&out).contains(wanted), "{args:?}: {}", stderr(&out));
        assert!(out.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn every_mistake_of_a_case_is_told_with_its_place_and_a_way_out() {
    let case = "[persons.a]\nrole = [\"owner\"]\nriks_managed = true\nsize = \"huge\"\n\n[act]\nrisk = \"high\"\n";
    for lang in ["kk", "ru", "en"] {
        let out = piped(&["--lang", lang, "--color", "never", "decide", "-"], case);
        assert_eq!(code(&out), 3);
        let text = stderr(&out);
        for wanted in ["C0102", "C0103", "C0105", "risks_managed", "medium", "[system]", "-:3:1", "-:4:8", "-:7:1"] {
            assert!(text.contains(wanted), "{lang}: {wanted}\n{text}");
        }
    }
}

#[test]
fn a_broken_page_is_told_and_nothing_is_decided() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken-law");
    std::fs::create_dir_all(&dir).unwrap();
    std::fs::write(
        dir.join("page.md"),
        "# A\n\nedition: base\n\n```norm\nduty x\n  bearer p where ownr(p, system)\n```\n",
    )
    .unwrap();
    let out = tarazy(&["--lang", "en", "--color", "never", "law", "check", dir.to_str().unwrap()]);
    assert_eq!(code(&out), 3);
    assert!(stderr(&out).contains("page.md"), "{}", stderr(&out));
    let out = tarazy(&["--law", dir.to_str().unwrap(), "decide", "aiid-545"]);
    assert_eq!(code(&out), 3);
    assert!(out.stdout.is_empty());
}

#[test]
fn answers_and_cases_keep_to_the_published_schemas() {
    for (args, file) in [
        (&["decide", "--json-schema"][..], "decision-1.json"),
        (&["case", "schema"], "case-1.json"),
        (&["law", "review", "--json-schema"], "review-1.json"),
        (&["law", "review", "--patch", "-", "--json-schema"], "patch-1.json"),
        (&["law", "diff", "--json-schema"], "difference-1.json"),
    ] {
        let printed: Value = serde_json::from_slice(&tarazy(args).stdout).unwrap();
        let path = root().join("docs/schema").join(file);
        let published: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        assert_eq!(printed, published, "docs/schema/{file} is old: cargo xtask schemas");
    }
    let decisions = stdout(&tarazy(&["decide", "cases", "--json", "--edition", "enacted"]));
    let all = decisions.lines().map(|l| serde_json::from_str::<Value>(l).unwrap());
    validate("decision-1.json", all);
    let cases = std::fs::read_dir(root().join("cases")).unwrap().map(|e| {
        let text = std::fs::read_to_string(e.unwrap().path()).unwrap();
        to_json(text.parse::<toml_edit::DocumentMut>().unwrap().as_item())
    });
    validate("case-1.json", cases);
}

fn validate(schema: &str, values: impl Iterator<Item = Value>) {
    let path = root().join("docs/schema").join(schema);
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    let text: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let url = text["$id"].as_str().unwrap().to_owned();
    compiler.add_resource(&url, text).unwrap();
    let index = compiler.compile(&url, &mut schemas).unwrap();
    let mut count = 0;
    for value in values {
        if let Err(e) = schemas.validate(&value, index) {
            panic!("{schema}: {}", e.to_string().lines().take(20).collect::<Vec<_>>().join("\n"));
        }
        count += 1;
    }
    assert_eq!(count, 27);
}

/// TOML as JSON: the same case in its other form.
fn to_json(item: &toml_edit::Item) -> Value {
    if let Some(table) = item.as_table_like() {
        return table.iter().map(|(k, v)| (k.to_owned(), to_json(v))).collect::<serde_json::Map<_, _>>().into();
    }
    if let Some(list) = item.as_array() {
        return list.iter().map(|v| to_json(&toml_edit::Item::Value(v.clone()))).collect();
    }
    if let Some(b) = item.as_bool() {
        return json!(b);
    }
    if let Some(n) = item.as_integer() {
        return json!(n);
    }
    item.as_str().map_or_else(|| json!(item.as_datetime().unwrap().to_string()), |s| json!(s))
}

/// Suppositions become facts, and what is only told about facts is left out: what is left the fast way can read.
fn plain(mut case: Value) -> Value {
    let suppose = case.as_object_mut().unwrap().remove("suppose").unwrap_or(json!({}));
    for part in ["system", "act"] {
        merge(&mut case, part, &suppose[part]);
    }
    if let Some(persons) = suppose["persons"].as_object() {
        for (id, facts) in persons {
            merge(&mut case["persons"], id, facts);
        }
    }
    strip(&mut case);
    case
}

fn merge(into: &mut Value, key: &str, from: &Value) {
    let Some(from) = from.as_object() else { return };
    let target = into.as_object_mut().unwrap().entry(key).or_insert(json!({}));
    for (k, v) in from {
        target[k] = v.clone();
    }
}

fn strip(value: &mut Value) {
    if let Some(is) = value.get("is").cloned() {
        *value = is;
    } else if let Some(map) = value.as_object_mut() {
        map.values_mut().for_each(strip);
    }
}

#[test]
fn a_batch_gives_the_verdicts_of_single_cases() {
    let mut lines = String::new();
    let mut singles = Vec::new();
    for name in [
        "aiid-004",
        "aiid-545",
        "aiid-836",
        "aiid-998",
        "opinion-news",
        "opinion-left-running",
        "opinion-installer-error",
    ] {
        let text = std::fs::read_to_string(root().join(format!("cases/{name}.toml"))).unwrap();
        let case = to_json(text.parse::<toml_edit::DocumentMut>().unwrap().as_item());
        for case in [case.clone(), plain(case)] {
            lines.push_str(&format!("{case}\n"));
            let single = piped(&["decide", "-", "--json", "--all", "--edition", "enacted"], &case.to_string());
            assert_eq!(code(&single), 0, "{name}: {}", stderr(&single));
            singles.push(serde_json::from_slice::<Value>(&single.stdout).unwrap());
        }
    }
    let out = piped(&["decide", "--batch", "--all", "--edition", "enacted"], &lines);
    assert_eq!(code(&out), 0, "{}", stderr(&out));
    let batch: Vec<Value> = stdout(&out).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(batch.len(), singles.len());
    for (fast, single) in batch.iter().zip(&singles) {
        let verdicts = |v: &Value| -> Vec<(String, String, String)> {
            let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
            let one = |f: &Value, norm: String| (norm, text(&f["person"]), text(&f["verdict"]));
            let all = v["findings"].as_array().unwrap().iter();
            let mut all: Vec<_> = all
                .map(|f| one(f, f["norm"].as_str().unwrap_or_else(|| f["norm"]["id"].as_str().unwrap()).to_owned()))
                .collect();
            all.sort();
            all
        };
        assert_eq!(verdicts(fast), verdicts(single));
        assert!(verdicts(fast).len() > 100);
    }
}

#[test]
fn a_batch_goes_on_after_a_broken_line() {
    let good = r#"{"id":"g","persons":{"a":{"owner":true}}}"#;
    let out = piped(
        &["--lang", "en", "decide", "--batch"],
        &format!("{good}\n{{\"persons\":{{\"a\":{{\"ownr\":true}}}}}}\nnonsense\n{good}\n"),
    );
    assert_eq!(code(&out), 3);
    assert!(stderr(&out).contains("2 of 4"), "{}", stderr(&out));
    let lines: Vec<Value> = stdout(&out).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0]["case"], "g");
    assert_eq!(lines[1]["errors"][0]["code"], "C0102");
    assert_eq!(lines[1]["line"], 2);
    assert_eq!(lines[2]["errors"][0]["code"], "C0101");
    assert_eq!(lines[0], lines[3]);
}

#[test]
fn the_question_is_one_and_its_answer_moves_on() {
    let case = "[persons.a]\nroles = [\"owner\"]\n";
    let first = piped(&["--lang", "en", "decide", "-", "--ask"], case);
    assert_eq!(code(&first), 0);
    let asked = json_ask(case);
    let fact = asked["fact"]["fact"].as_str().unwrap();
    assert!(stdout(&first).contains(&format!("{fact} = ")), "{}", stdout(&first));
    // Answered, it is not asked again.
    let section = if asked["fact"]["persons"].is_array() {
        "[persons.a]"
    } else if stdout(&first).contains("[system]") {
        "[system]"
    } else {
        "[act]"
    };
    let value = asked["fact"]["values"][1].as_str().unwrap();
    let value = if matches!(value, "yes" | "no") { (value == "yes").to_string() } else { format!("\"{value}\"") };
    let answered = if section == "[persons.a]" {
        format!("{case}{fact} = {value}\n")
    } else {
        format!("{case}{section}\n{fact} = {value}\n")
    };
    assert_ne!(json_ask(&answered)["fact"], asked["fact"]);
}

fn json_ask(case: &str) -> Value {
    serde_json::from_slice(&piped(&["decide", "-", "--ask", "--json"], case).stdout).unwrap()
}

#[test]
fn the_law_of_the_day_of_the_act_governs() {
    let case = |day: &str| format!("[persons.a]\nroles=[\"owner\"]\n[act]\nacted_on={day}\n");
    let before = piped(&["--lang", "en", "decide", "-", "--as-of", "2026-04-01", "--json"], &case("2025-06-01"));
    let before: Value = serde_json::from_slice(&before.stdout).unwrap();
    assert_eq!(before["law"]["edition"], "base");
    let after = piped(&["--lang", "en", "decide", "-", "--as-of", "2026-04-01", "--json"], &case("2026-02-01"));
    let after: Value = serde_json::from_slice(&after.stdout).unwrap();
    assert_eq!(after["law"]["edition"], "enacted");
    let none = piped(&["decide", "-", "--as-of", "1999-01-01"], &case("1998-01-01"));
    assert_eq!(code(&none), 2);
}

#[test]
fn completions_and_manual_are_made() {
    for shell in ["bash", "zsh", "fish"] {
        assert!(stdout(&tarazy(&["completions", shell])).contains("decide"), "{shell}");
    }
    assert!(stdout(&tarazy(&["man"])).contains(".TH tarazy"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tarazy"))
        .args(["decide", "cases"])
        .current_dir(root())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let out = child.wait_with_output().unwrap();
    assert_eq!((code(&out), stderr(&out).as_str()), (0, ""));
}
