//! `tarazy law check --watch`: what is gone and what is new, and how it ends.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

const PAGE: &str = "\
# Page

edition: base
source: proposed
proposed by: Tarazy

kk: а

ru: б

en: c

```norm
edition base

act law
  title     \"Law\"
  short     \"Law\"
```

## Бірі / Один / One {#one}

cite: law 1

kk: а

ru: б

en: c

```norm
duty one
  bearer    p where owner(p, system)
```
";

const ROLE: &str = "\
# Role

edition: base
source: proposed
proposed by: Tarazy

## ие / хозяин / owner

kk: а

ru: б

en: c

```norm
role owner(person, system)
```
";

/// Ends with its test, however that ends.
struct Watching(Child);

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.0.kill();
    }
}

#[test]
fn changes_are_told_until_somebody_stops_it() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("watch-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(dir.join("below")).unwrap();
    std::fs::write(dir.join("page.md"), PAGE).unwrap();
    let child = Command::new(env!("CARGO_BIN_EXE_tarazy"))
        .args(["--lang", "en", "law", "check", "--watch"])
        .arg(&dir)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut child = Watching(child);
    let mut lines = BufReader::new(child.0.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut next = |begins: &str| {
        let line = lines.next().unwrap();
        assert!(line.starts_with(begins), "{line}\nis not\n{begins}");
    };
    let unknown = "An unknown name: nothing here is called “owner”";
    next(&format!("page.md:33:21: L0301 {unknown}"));
    next("1 left (");
    next("Watching ");
    // Two pages down, so that new directories are seen as well.
    std::fs::write(dir.join("below/role.md"), ROLE).unwrap();
    next(&format!("gone: page.md:33:21: L0301 {unknown}"));
    next("everything is in order (");
    // What only moves is neither gone nor new; what comes beside it is.
    std::fs::write(dir.join("page.md"), PAGE.replace("owner(p", "owne(p")).unwrap();
    next("page.md:33:21: L0301 An unknown name: nothing here is called “owne”");
    next("1 left (");
    std::fs::write(
        dir.join("page.md"),
        PAGE.replace("owner(p", "owne(p")
            .replace("# Page", "\n# Page")
            .replace("kk: а\n\nru: б\n\nen: c\n\n```norm\nduty", "kk: а\n\nru: б\n\n```norm\nduty"),
    )
    .unwrap();
    next("page.md:22:1: L0105 ");
    next("2 left (");
    std::fs::remove_dir_all(dir.join("below")).unwrap();
    std::fs::write(dir.join("page.md"), PAGE).unwrap();
    let stopped = Command::new("kill").args(["-INT", &child.0.id().to_string()]).status().unwrap();
    assert!(stopped.success());
    // The last run found mistakes.
    assert_eq!(child.0.wait().unwrap().code(), Some(3));
    std::fs::remove_dir_all(&dir).unwrap();
}

#[test]
fn what_is_built_in_is_not_watched() {
    let run = |args: &[&str]| Command::new(env!("CARGO_BIN_EXE_tarazy")).args(args).output().unwrap();
    let out = run(&["--lang", "en", "law", "check", "--watch"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8(out.stderr).unwrap().starts_with("What is built in does not change."));
    let out = run(&["law", "check", "--watch", "no/such/directory"]);
    assert_eq!(out.status.code(), Some(4));
}

#[test]
fn findings_come_and_go_with_the_pages() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("watch-review-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(&dir).unwrap();
    let page = |name: &str| {
        let at = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tarazy-review/classes/R401").join(name);
        std::fs::read_to_string(at).unwrap()
    };
    std::fs::write(dir.join("page.md"), page("defect.md")).unwrap();
    let child = Command::new(env!("CARGO_BIN_EXE_tarazy"))
        .args(["--lang", "en", "law", "review", "--watch", "--law"])
        .arg(&dir)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut child = Watching(child);
    let mut lines = BufReader::new(child.0.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut next = |begins: &str| {
        let line = lines.next().unwrap();
        assert!(line.starts_with(begins), "{line}\nis not\n{begins}");
    };
    next("page.md:37:");
    next("1 left (");
    next("Watching ");
    std::fs::write(dir.join("page.md"), page("clean.md")).unwrap();
    next("gone: page.md:37:");
    next("everything is in order (");
    let stopped = Command::new("kill").args(["-INT", &child.0.id().to_string()]).status().unwrap();
    assert!(stopped.success());
    assert_eq!(child.0.wait().unwrap().code(), Some(0));
    std::fs::remove_dir_all(&dir).unwrap();
}
