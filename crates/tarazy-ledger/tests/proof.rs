//! Tiles, policies and proof files: a small log is written, watched, proved and tampered with.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::HashMap;

use tarazy_ledger::checkpoint::Checkpoint;
use tarazy_ledger::note::{Kind, Signer};
use tarazy_ledger::policy::{Distrust, Policy, PolicyError, PolicyWhy};
use tarazy_ledger::proof::{Doubt, Proof};
use tarazy_ledger::tile::{Level, Tile, TileError, Tiles, bundle, entries, hashes};
use tarazy_ledger::tree::{Frontier, Hash, Head, Nodes, consistency, inclusion, verify_consistency};

const ORIGIN: &str = "tarazy.example/ministry/2026";

fn entry(i: u64) -> Vec<u8> {
    format!("entry {i}").into_bytes()
}

/// The tiles of a log of `size` entries, made level by level from their definition.
fn tiles(size: u64) -> HashMap<Tile, Vec<u8>> {
    let mut out = HashMap::new();
    let mut row: Vec<Hash> = (0..size).map(|i| Hash::of_leaf(&entry(i))).collect();
    let mut level = 0;
    while !row.is_empty() {
        let mut above = Vec::new();
        for (index, chunk) in row.chunks(256).enumerate() {
            let tile = Tile { level: Level::Hashes(level), index: index as u64, width: chunk.len() as u16 };
            out.insert(tile, chunk.iter().flat_map(|h| h.0).collect());
            if chunk.len() == 256 {
                let mut frontier = Frontier::default();
                for h in chunk {
                    frontier.push(*h, |_, _, _| {});
                }
                above.push(frontier.root());
            }
        }
        row = above;
        level += 1;
    }
    out
}

fn head(size: u64) -> Head {
    let mut frontier = Frontier::default();
    (0..size).for_each(|i| frontier.push(Hash::of_leaf(&entry(i)), |_, _, _| {}));
    Head { size, root: frontier.root() }
}

fn signer(name: &str, kind: Kind, seed: u8) -> Signer {
    Signer::new(name, kind, &[seed; 32]).expect("a good name")
}

#[test]
fn proofs_out_of_tiles_are_those_of_the_tree() {
    for size in [1, 2, 255, 256, 257, 511, 512, 70_000] {
        let files = tiles(size);
        let nodes = Tiles::new(size, |tile| files.get(&tile).and_then(|b| hashes(tile, b)).ok_or(tile));
        let head_now = head(size);
        assert_eq!(tarazy_ledger::tree::root(&nodes, 0, size), Ok(head_now.root));
        for index in [0, 1, size / 2, size.saturating_sub(2), size - 1].into_iter().filter(|i| *i < size) {
            let path = inclusion(&nodes, index, size).expect("all tiles are there").expect("it is in the tree");
            let leaf = Hash::of_leaf(&entry(index));
            assert_eq!(tarazy_ledger::tree::verify_inclusion(leaf, index, size, &path, head_now.root), Ok(()));
        }
        for old in [0, 1, size / 3, size - 1, size] {
            let path = consistency(&nodes, old, size).expect("all tiles are there").expect("it grew");
            assert_eq!(verify_consistency(head(old), head_now, &path), Ok(()));
        }
        assert_eq!(nodes.node(0, size), Err(TileError::NoNode));
    }
}

#[test]
fn the_example_of_the_specification_has_its_tiles() {
    let size = 70_000;
    let edge: Vec<String> = Tile::edge(size).iter().map(Tile::to_string).collect();
    assert_eq!(edge, ["tile/entries/273.p/112", "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"]);
    let full = |level, index| Tile { level, index, width: 256 };
    assert!(full(Level::Hashes(0), 272).is_in(size) && !full(Level::Hashes(0), 273).is_in(size));
    assert!(full(Level::Hashes(1), 0).is_in(size) && !full(Level::Hashes(1), 1).is_in(size));
    assert_eq!(Tile::edge(256).iter().map(Tile::to_string).collect::<Vec<_>>(), ["tile/1/000.p/1"]);
    assert_eq!(Tile::edge(0), []);
}

#[test]
fn a_tile_has_one_path() {
    for (path, index) in [("tile/0/067", 67), ("tile/3/x001/x234/067", 1_234_067), ("tile/entries/x001/000.p/7", 1000)]
    {
        let tile = Tile::parse(path).expect(path);
        assert_eq!((tile.index, tile.to_string().as_str()), (index, path));
    }
    for path in [
        "tile/0/67",
        "tile/00/067",
        "tile/64/000",
        "tile/0/x000/067",
        "tile/0/001/067",
        "tile/0/067.p/0",
        "tile/0/067.p/256",
        "tile/0/067.p/07",
        "tile/0/067.p",
        "tile/8/0/067",
        "tile/0/",
        "tile/-1/000",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
        "checkpoint",
        "",
    ] {
        assert_eq!(Tile::parse(path), None, "{path}");
    }
}

#[test]
fn a_bundle_gives_back_its_entries() {
    let all: Vec<Vec<u8>> = vec![vec![], b"a".to_vec(), vec![7; 65_535]];
    let bytes = bundle(all.iter().map(Vec::as_slice)).expect("short enough");
    assert_eq!(entries(&bytes), Some(all.iter().map(Vec::as_slice).collect()));
    assert_eq!(entries(&bytes[..bytes.len() - 1]), None);
    assert_eq!(bundle([vec![0; 65_536].as_slice()]), None);
    assert_eq!(entries(&[0; 2 * 257]), None);
}

/// A log with one entry more than a tile, watched by two of three witnesses.
struct Watched {
    log: Signer,
    witnesses: Vec<Signer>,
    proof: Proof,
}

fn watched() -> Watched {
    let log = signer(ORIGIN, Kind::Ed25519, 1);
    let witnesses: Vec<Signer> = (1..=3).map(|i| signer(&format!("w{i}.example"), Kind::Cosignature, 10 + i)).collect();
    let size = 257;
    let mut note = Checkpoint::new(ORIGIN, head(size)).to_note().expect("a checkpoint");
    note.sign(&log);
    note.cosign(&witnesses[0], 1_700_000_000);
    note.cosign(&witnesses[2], 1_700_000_009);
    let files = tiles(size);
    let nodes = Tiles::new(size, |tile| files.get(&tile).and_then(|b| hashes(tile, b)).ok_or(tile));
    let path = inclusion(&nodes, 200, size).expect("tiles").expect("in the tree");
    Watched {
        log,
        witnesses,
        proof: Proof { extra: Some(vec![1, 2, 3]), index: 200, path, checkpoint: note.to_string() },
    }
}

fn policy(w: &Watched, quorum: &str) -> Policy {
    let mut text = format!("# whom we believe\nlog {} https://tarazy.example/\n", w.log.verifier());
    for (i, witness) in w.witnesses.iter().enumerate() {
        text += &format!("\twitness W{} {}\n", i + 1, witness.verifier());
    }
    Policy::parse((text + quorum).as_bytes()).expect("a policy")
}

#[test]
fn a_watched_entry_is_proved_and_by_whom() {
    let w = watched();
    let file = w.proof.to_string();
    let read = Proof::parse(file.as_bytes()).expect("a proof");
    assert_eq!(read, w.proof);
    let two = policy(&w, "group g 2 W1 W2 W3\nquorum g\n");
    let believed = read.verify(&entry(200), &two, None).expect("believed");
    assert_eq!(believed.checkpoint.head.size, 257);
    let names = [("w1.example".to_owned(), 1_700_000_000), ("w3.example".to_owned(), 1_700_000_009)];
    assert_eq!(believed.witnesses, names);
    for (quorum, met) in [
        ("quorum none\n", true),
        ("quorum W1\n", true),
        ("quorum W2\n", false),
        ("group g all W1 W2 W3\nquorum g\n", false),
        ("group g any W2 W3\nquorum g\n", true),
        ("group a any W2 W3\ngroup b all a W1\nquorum b\n", true),
    ] {
        let expected = if met { None } else { Some(Doubt::Checkpoint(Distrust::NoQuorum)) };
        assert_eq!(read.verify(&entry(200), &policy(&w, quorum), None).err(), expected, "{quorum}");
    }
    assert!(matches!(read.verify(&entry(201), &two, None), Err(Doubt::Entry(_))));
    let nobody = Policy::parse(b"quorum none\n").expect("a policy");
    assert_eq!(read.verify(&entry(200), &nobody, None).err(), Some(Doubt::Checkpoint(Distrust::NotTheLog)));
    assert!(read.verify(&entry(200), &nobody, Some(w.log.verifier())).is_ok());
}

#[test]
fn every_byte_of_a_proof_matters_but_those_nothing_vouches_for() {
    let w = watched();
    let all = policy(&w, "group g all W1 W3\nquorum g\n");
    let file = w.proof.to_string();
    let extra = file.find("extra ").map(|at| at..at + "extra AQID".len()).expect("extra");
    for at in (0..file.len()).filter(|at| !extra.contains(at)) {
        for flip in [1, 0x80] {
            let mut bytes = file.as_bytes().to_vec();
            bytes[at] ^= flip;
            let believed = Proof::parse(&bytes).and_then(|p| p.verify(&entry(200), &all, None));
            assert!(believed.is_err(), "byte {at} ^ {flip:#x}: {}", String::from_utf8_lossy(&bytes));
        }
    }
    for end in (0..file.len()).step_by(3) {
        let cut = Proof::parse(&file.as_bytes()[..end]).and_then(|p| p.verify(&entry(200), &all, None));
        assert!(cut.is_err(), "cut at {end}");
    }
}

#[test]
fn a_policy_says_where_it_is_wrong() {
    let w = watched();
    let (log, w1, w2) = (w.log.verifier(), w.witnesses[0].verifier(), w.witnesses[1].verifier());
    for (text, line, why) in [
        (String::new(), 0, PolicyWhy::NoQuorum),
        ("quorum none\nquorum none\n".into(), 2, PolicyWhy::QuorumTwice),
        ("quorum W1\n".into(), 1, PolicyWhy::UnknownName),
        ("\u{7}\n".into(), 1, PolicyWhy::BadByte),
        ("logs x\n".into(), 1, PolicyWhy::UnknownWord),
        ("log\n".into(), 1, PolicyWhy::Malformed),
        ("log key\n".into(), 1, PolicyWhy::BadKey),
        (format!("log {w1}\n"), 1, PolicyWhy::BadKey),
        (format!("witness W {log}\n"), 1, PolicyWhy::BadKey),
        (format!("log {log}\nlog {log}\n"), 2, PolicyWhy::DuplicateKey),
        (format!("witness W {w1}\nwitness V {w1}\n"), 2, PolicyWhy::DuplicateKey),
        (format!("witness W {w1}\nwitness W {w2}\n"), 2, PolicyWhy::DuplicateName),
        (format!("witness none {w1}\n"), 1, PolicyWhy::DuplicateName),
        (format!("witness W {w1}\ngroup g 2 W\n"), 2, PolicyWhy::BadThreshold),
        (format!("witness W {w1}\ngroup g 0 W\n"), 2, PolicyWhy::BadThreshold),
        (format!("witness W {w1}\ngroup g 01 W\n"), 2, PolicyWhy::BadThreshold),
        ("group g all\n".into(), 1, PolicyWhy::BadThreshold),
        (format!("witness W {w1}\ngroup g any W W\n"), 2, PolicyWhy::MemberTwice),
        (format!("witness W {w1}\ngroup g any W\ngroup h any W\n"), 3, PolicyWhy::MemberTwice),
    ] {
        assert_eq!(Policy::parse(text.as_bytes()).err(), Some(PolicyError { line, why }), "{text}");
    }
    // What is not ASCII is compared, never read: a comment need not be UTF-8.
    assert!(Policy::parse(b"# \xff\xfe\nquorum none\n").is_ok());
}
