//! A process that writes is killed in the middle of it: what it had acknowledged is there, and the file is whole.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod folder;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use folder::Folder;
use jiff::Timestamp;
use tarazy_store::{Changed, Holder, Limits, Store};

const FILE: &str = "TARAZY_STORE_TEST_FILE";

fn open(path: PathBuf) -> Store {
    Store::open(path, Limits { revisions: u32::MAX, ..Limits::default() }).unwrap()
}

/// Of different length, so that it takes one page or several.
fn document(holder: &Holder, revision: u32) -> String {
    format!("{holder} {revision} {}", "x".repeat(revision as usize * 997 % 20_000))
}

/// The child: writes and says so, until it is killed. By itself it does nothing.
#[test]
fn writes_until_it_is_killed() {
    let Some(path) = std::env::var_os(FILE) else { return };
    let store = open(path.into());
    let mut out = std::io::stdout();
    loop {
        let holder = store.create("", "", Timestamp::UNIX_EPOCH).unwrap();
        writeln!(out, "kept {holder} 1").unwrap();
        for n in 1..20 {
            let changed = store.change(&holder, n, &document(&holder, n + 1), "", Timestamp::UNIX_EPOCH).unwrap();
            assert_eq!(changed, Changed::Done(n + 1));
            writeln!(out, "kept {holder} {}", n + 1).unwrap();
        }
        let gone = store.create("", "", Timestamp::UNIX_EPOCH).unwrap();
        assert!(store.delete(&gone).unwrap());
        writeln!(out, "gone {gone} 0").unwrap();
    }
}

#[test]
fn what_was_acknowledged_is_kept() {
    let folder = Folder::new("killed");
    let mut kept: BTreeMap<String, u32> = BTreeMap::new();
    let mut gone: Vec<String> = Vec::new();
    for round in 0..8 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "writes_until_it_is_killed", "--nocapture"])
            .env(FILE, folder.file())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = 0;
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // To the end: what it said while it was being killed counts, too.
        for line in lines {
            let line = line.unwrap();
            // The harness may write on the same line before the first.
            let words: Vec<&str> = line.split(' ').collect();
            let Some(start) = words.iter().position(|w| *w == "kept" || *w == "gone") else { continue };
            let [what, holder, revision] = words[start..] else { continue };
            let Ok(revision) = revision.parse::<u32>() else { continue };
            if what == "kept" {
                kept.insert(holder.to_owned(), revision);
            } else {
                gone.push(holder.to_owned());
            }
            said += 1;
            if said == 20 + 17 * round {
                child.kill().unwrap();
            }
        }
        assert!(said >= 20 + 17 * round, "the child said {said} and ended by itself");
        child.wait().unwrap();

        let store = open(folder.file());
        store.check().unwrap();
        for (holder, revision) in &kept {
            let holder: Holder = holder.parse().unwrap();
            let now = store.by_holder(&holder).unwrap().expect("an acknowledged case is there");
            // At most the one change that was not acknowledged any more came after.
            assert!((*revision..=revision + 1).contains(&now.revision), "{} for {revision}", now.revision);
            for n in 2..=now.revision {
                assert_eq!(store.revision(&holder, n).unwrap(), Some(document(&holder, n)));
            }
            assert_eq!(store.history(&holder).unwrap().len(), now.revision as usize);
        }
        for holder in &gone {
            assert_eq!(store.by_holder(&holder.parse().unwrap()).unwrap(), None);
        }
    }
    assert!(!gone.is_empty());
}
