//! What a store promises, from outside.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod folder;

use folder::Folder;
use jiff::Timestamp;
use tarazy_store::{Changed, Holder, Kept, Limits, Revision, Store, StoreError, Viewer};

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn store() -> Store {
    Store::in_memory(Limits::default()).unwrap()
}

#[test]
fn kept_and_found_again() {
    let store = store();
    let holder = store.create("{\"іс\":1}\0", "made", at(10)).unwrap();
    let kept = Kept { document: "{\"іс\":1}\0".into(), revision: 1, created: at(10), changed: at(10) };
    assert_eq!(store.by_holder(&holder).unwrap(), Some(kept.clone()));
    assert_eq!(store.by_viewer(&holder.viewer()).unwrap(), Some(kept));
    assert_eq!(store.count().unwrap(), 1);
    assert!(store.size().unwrap() > 0);
    store.check().unwrap();

    // As it is written in an address.
    let written: Holder = holder.to_string().parse().unwrap();
    let read: Viewer = holder.viewer().to_string().parse().unwrap();
    assert_eq!((written.clone(), read), (holder.clone(), holder.viewer()));
    assert!(store.by_holder(&written).unwrap().is_some());
}

#[test]
fn no_two_addresses_are_alike() {
    let store = store();
    let mut all: Vec<String> = (0..200)
        .flat_map(|i| {
            let holder = store.create(&i.to_string(), "", at(i)).unwrap();
            [holder.to_string(), holder.viewer().to_string()]
        })
        .collect();
    assert!(all.iter().all(|a| a.len() == 26));
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 400);
    // Random bits: every letter turns up in some place but the first.
    for letter in "0123456789abcdefghjkmnpqrstvwxyz".chars() {
        assert!(all.iter().any(|a| a[1..].contains(letter)), "{letter}");
    }
}

#[test]
fn who_may_only_read_cannot_change() {
    let store = store();
    let holder = store.create("1", "", at(1)).unwrap();
    let trying: Holder = holder.viewer().to_string().parse().unwrap();
    assert_eq!(store.by_holder(&trying).unwrap(), None);
    assert_eq!(store.change(&trying, 1, "2", "", at(2)).unwrap(), Changed::Missing);
    assert!(!store.delete(&trying).unwrap());
    assert_eq!(store.history(&trying).unwrap(), []);
    assert_eq!(store.revision(&trying, 1).unwrap(), None);
    let reading: Viewer = holder.to_string().parse().unwrap();
    assert_eq!(store.by_viewer(&reading).unwrap(), None);
    assert_eq!(store.by_holder(&holder).unwrap().unwrap().document, "1");
}

#[test]
fn changed_restored_and_followed() {
    let store = store();
    let holder = store.create("one", "{\"made\":true}", at(1)).unwrap();
    let other = store.create("other", "", at(1)).unwrap();
    assert_eq!(store.change(&holder, 1, "two", "b", at(2)).unwrap(), Changed::Done(2));
    let first = store.revision(&holder, 1).unwrap().unwrap();
    assert_eq!(store.change(&holder, 2, &first, "back", at(3)).unwrap(), Changed::Done(3));
    let kept = store.by_viewer(&holder.viewer()).unwrap().unwrap();
    assert_eq!(kept, Kept { document: "one".into(), revision: 3, created: at(1), changed: at(3) });
    let revision = |number, what: &str| Revision { number, at: at(i64::from(number)), what: what.into() };
    let all = [revision(1, "{\"made\":true}"), revision(2, "b"), revision(3, "back")];
    assert_eq!(store.history(&holder).unwrap(), all);
    assert_eq!(store.revision(&holder, 2).unwrap().as_deref(), Some("two"));
    assert_eq!(store.revision(&holder, 4).unwrap(), None);
    assert_eq!(store.by_holder(&other).unwrap().unwrap().document, "other");
    assert_eq!(store.history(&other).unwrap().len(), 1);
}

#[test]
fn a_change_that_came_too_late() {
    let store = store();
    let holder = store.create("one", "", at(1)).unwrap();
    assert_eq!(store.change(&holder, 1, "two", "", at(2)).unwrap(), Changed::Done(2));
    for based_on in [0, 1, 3, u32::MAX] {
        assert_eq!(store.change(&holder, based_on, "late", "", at(3)).unwrap(), Changed::Stale(2));
    }
    let kept = store.by_holder(&holder).unwrap().unwrap();
    assert_eq!((kept.document.as_str(), kept.revision, kept.changed), ("two", 2, at(2)));
    assert_eq!(store.history(&holder).unwrap().len(), 2);
}

#[test]
fn too_much() {
    let limits = Limits { document: 10, what: 3, revisions: 4, ..Limits::default() };
    let store = Store::in_memory(limits).unwrap();
    let too_large = |e: StoreError| matches!(e, StoreError::TooLarge { length: 11 | 4, limit: 10 | 3 });
    assert!(too_large(store.create("elevenbytes", "", at(1)).unwrap_err()));
    assert!(too_large(store.create("", "four", at(1)).unwrap_err()));
    let holder = store.create("1", "", at(1)).unwrap();
    assert!(too_large(store.change(&holder, 1, "elevenbytes", "", at(1)).unwrap_err()));
    for n in 1..10 {
        assert_eq!(store.change(&holder, n, &(n + 1).to_string(), "", at(1)).unwrap(), Changed::Done(n + 1));
    }
    // The first and the newest.
    let numbers: Vec<u32> = store.history(&holder).unwrap().iter().map(|r| r.number).collect();
    assert_eq!(numbers, [1, 8, 9, 10]);
    assert_eq!(store.revision(&holder, 5).unwrap(), None);
    assert_eq!(store.by_holder(&holder).unwrap().unwrap().document, "10");
}

#[test]
fn a_full_store_takes_nothing_and_keeps_everything() {
    let folder = Folder::new("full");
    let limits = Limits { whole: 1 << 20, ..Limits::default() };
    let store = Store::open(folder.file(), limits).unwrap();
    let large = "x".repeat(100_000);
    let mut holders = Vec::new();
    let full = loop {
        match store.create(&large, "", at(1)) {
            Ok(holder) => holders.push(holder),
            Err(e) => break e,
        }
        assert!(holders.len() < 20);
    };
    assert!(matches!(full, StoreError::Full), "{full}");
    assert!(holders.len() > 5);
    assert!(holders.iter().all(|h| store.by_holder(h).unwrap().unwrap().document == large));
    // There is room again once something is erased.
    assert!(store.delete(&holders[0]).unwrap());
    store.create(&large, "", at(2)).unwrap();
    store.check().unwrap();
}

#[test]
fn erased() {
    let folder = Folder::new("erased");
    let store = Store::open(folder.file(), Limits::default()).unwrap();
    let secret = |n: u32| format!("{} SECRET-{n} {}", "x".repeat(9_000), "y".repeat(9_000));
    let holder = store.create(&secret(1), "SECRET-note", at(1)).unwrap();
    let other = store.create("PLAIN", "", at(1)).unwrap();
    for n in 1..5 {
        store.change(&holder, n, &secret(n + 1), "SECRET-note", at(2)).unwrap();
    }
    assert!(folder.holds("SECRET") && folder.holds("PLAIN"));
    assert!(store.delete(&holder).unwrap());
    assert!(!folder.holds("SECRET"));
    assert!(folder.holds("PLAIN"));
    assert!(!store.delete(&holder).unwrap());
    assert_eq!(store.by_holder(&holder).unwrap(), None);
    assert_eq!(store.by_viewer(&holder.viewer()).unwrap(), None);
    assert_eq!(store.history(&holder).unwrap(), []);
    assert_eq!(store.change(&holder, 5, "again", "", at(3)).unwrap(), Changed::Missing);
    assert!(store.by_holder(&other).unwrap().is_some());
    assert!(store.tidy().unwrap());
}

#[test]
fn erased_while_somebody_reads() {
    let folder = Folder::new("reading");
    let store = Store::open(folder.file(), Limits::default()).unwrap();
    let holder = store.create("SECRET", "", at(1)).unwrap();
    let reader = rusqlite::Connection::open(folder.file()).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM revisions").unwrap();
    assert!(store.delete(&holder).unwrap());
    assert_eq!(store.by_holder(&holder).unwrap(), None);
    assert!(folder.holds("SECRET"));
    // It does not stay so: the next who writes empties the log.
    reader.execute_batch("COMMIT").unwrap();
    store.create("PLAIN", "", at(2)).unwrap();
    assert!(!folder.holds("SECRET"));
    assert!(store.tidy().unwrap());
}

#[test]
fn forgotten() {
    let folder = Folder::new("forgotten");
    let store = Store::open(folder.file(), Limits::default()).unwrap();
    let old = store.create("OLD", "", at(1)).unwrap();
    let changed = store.create("CHANGED", "", at(1)).unwrap();
    let new = store.create("NEW", "", at(100)).unwrap();
    store.change(&changed, 1, "CHANGED AGAIN", "", at(100)).unwrap();
    assert_eq!(store.forget_unchanged_since(at(1)).unwrap(), 0);
    assert_eq!(store.forget_unchanged_since(at(100)).unwrap(), 1);
    assert_eq!(store.by_holder(&old).unwrap(), None);
    assert!(store.by_holder(&changed).unwrap().is_some() && store.by_holder(&new).unwrap().is_some());
    assert!(!folder.holds("OLD") && folder.holds("CHANGED"));
    assert_eq!(store.count().unwrap(), 2);
}

/// Whoever has a copy of the files has no address.
#[test]
fn addresses_are_not_in_the_files() {
    let folder = Folder::new("addresses");
    let store = Store::open(folder.file(), Limits::default()).unwrap();
    let holder = store.create("document", "what", at(1)).unwrap();
    for address in [holder.to_string(), holder.viewer().to_string()] {
        let number = address.bytes().fold(0u128, |n, letter| {
            n << 5 | "0123456789abcdefghjkmnpqrstvwxyz".find(char::from(letter)).unwrap() as u128
        });
        assert!(!folder.holds(&address) && !folder.holds_bytes(&number.to_be_bytes()));
    }
    assert!(folder.holds("document"));
}

#[test]
fn opened_again() {
    let folder = Folder::new("again");
    let path = folder.path.join("a/b/cases.db");
    let holder = {
        let store = Store::open(&path, Limits::default()).unwrap();
        let holder = store.create("one", "", at(1)).unwrap();
        store.change(&holder, 1, "two", "", at(2)).unwrap();
        holder
    };
    let store = Store::open(&path, Limits::default()).unwrap();
    assert_eq!(store.by_holder(&holder).unwrap().unwrap().document, "two");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for entry in std::fs::read_dir(path.parent().unwrap()).unwrap() {
            assert_eq!(entry.unwrap().metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
}

#[test]
fn files_that_are_no_store() {
    let folder = Folder::new("no-store");
    let open = |path: &std::path::Path| Store::open(path, Limits::default()).unwrap_err();
    let text = folder.path.join("text");
    std::fs::write(&text, "no database, but long enough to have a head".repeat(100)).unwrap();
    assert!(matches!(open(&text), StoreError::NotAStore(path) if path == text));
    assert!(std::fs::read_to_string(&text).unwrap().starts_with("no database"));

    let foreign = folder.path.join("foreign");
    rusqlite::Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE cats (name TEXT)").unwrap();
    let before = std::fs::read(&foreign).unwrap();
    assert!(matches!(open(&foreign), StoreError::NotAStore(path) if path == foreign));
    assert_eq!(std::fs::read(&foreign).unwrap(), before);

    let file_for_folder = text.join("cases.db");
    assert!(matches!(open(&file_for_folder), StoreError::Open(path, _) if path == file_for_folder));
    assert!(matches!(open(&folder.path), StoreError::Open(..)));
    assert!(matches!(open("".as_ref()), StoreError::Open(..)));
}

#[test]
fn a_newer_store_is_left_alone() {
    let folder = Folder::new("newer");
    drop(Store::open(folder.file(), Limits::default()).unwrap());
    rusqlite::Connection::open(folder.file()).unwrap().pragma_update(None, "user_version", 1_000).unwrap();
    let e = Store::open(folder.file(), Limits::default()).unwrap_err();
    assert!(matches!(e, StoreError::Newer { version: 1_000, known: 1 }), "{e}");
    assert_eq!(e.to_string(), "the store has version 1000, and this program knows versions up to 1");
}

#[test]
fn a_damaged_store_says_so() {
    let folder = Folder::new("damaged");
    {
        let store = Store::open(folder.file(), Limits::default()).unwrap();
        for i in 0..50 {
            store.create(&"x".repeat(3_000), "", at(i)).unwrap();
        }
    }
    let mut bytes = std::fs::read(folder.file()).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8_192].fill(0xa5);
    std::fs::write(folder.file(), bytes).unwrap();
    let store = Store::open(folder.file(), Limits::default()).unwrap();
    assert!(matches!(store.check().unwrap_err(), StoreError::Damaged(_)));
}

/// Several who open a file that is not there yet: one makes it, the others find it made.
#[test]
fn made_by_many_at_once() {
    let folder = Folder::new("many");
    for i in 0..8 {
        let path = folder.path.join(format!("{i}.db"));
        let barrier = std::sync::Barrier::new(6);
        let open = || {
            barrier.wait();
            Store::open(&path, Limits::default()).unwrap().create("", "", at(1)).unwrap();
        };
        std::thread::scope(|scope| {
            for _ in 0..6 {
                scope.spawn(open);
            }
        });
        assert_eq!(Store::open(&path, Limits::default()).unwrap().count().unwrap(), 6);
    }
}

/// Two stores on one file, several threads on each: no change is lost and none is made on what its maker did not see.
#[test]
fn two_stores_on_one_file() {
    let folder = Folder::new("two");
    let stores: Vec<Store> = std::thread::scope(|scope| {
        let open = || Store::open(folder.file(), Limits { revisions: 1_000, ..Limits::default() }).unwrap();
        let opening: Vec<_> = (0..4).map(|_| scope.spawn(open)).collect();
        opening.into_iter().map(|o| o.join().unwrap()).collect()
    });
    let holder = stores[0].create("", "", at(0)).unwrap();
    std::thread::scope(|scope| {
        for (i, store) in stores.iter().enumerate() {
            for j in 0..2 {
                let holder = &holder;
                scope.spawn(move || {
                    for n in 0..10 {
                        loop {
                            let kept = store.by_holder(holder).unwrap().unwrap();
                            let document = format!("{}{i}.{j}.{n}\n", kept.document);
                            match store.change(holder, kept.revision, &document, "", at(n)).unwrap() {
                                Changed::Done(_) => break,
                                Changed::Stale(now) => assert!(now > kept.revision),
                                Changed::Missing => panic!("the case is gone"),
                            }
                        }
                    }
                });
            }
        }
    });
    let kept = stores[1].by_holder(&holder).unwrap().unwrap();
    assert_eq!(kept.revision, 81);
    let mut lines: Vec<&str> = kept.document.lines().collect();
    lines.sort_unstable();
    lines.dedup();
    assert_eq!(lines.len(), 80);
    assert!(stores[2].delete(&holder).unwrap());
    assert_eq!(stores[3].by_holder(&holder).unwrap(), None);
    stores[0].check().unwrap();
}
