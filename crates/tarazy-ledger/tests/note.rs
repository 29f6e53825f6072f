//! Notes and checkpoints: a note of Go's `sumdb/note`, round trips, and everything that must be refused.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use tarazy_ledger::checkpoint::Checkpoint;
use tarazy_ledger::note::{Kind, MAX_SIGNATURES, Note, NoteError, Signer, Verifier};
use tarazy_ledger::tree::{Hash, Head};

// The example of golang.org/x/mod/sumdb/note.
const KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const NOTE: &str = "If you think cryptography is the answer to your problem,\n\
    then you don't know what your problem is.\n\
    \n\
    \u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

fn signer(name: &str, kind: Kind, seed: u8) -> Signer {
    Signer::new(name, kind, &[seed; 32]).expect("a good name")
}

#[test]
fn a_note_of_go_verifies_and_is_written_as_it_was() {
    let key = Verifier::parse(KEY).expect("a key");
    let note = Note::parse(NOTE.as_bytes()).expect("a note");
    assert_eq!(note.verify(std::slice::from_ref(&key)).map(|v| v.len()), Ok(1));
    assert_eq!(note.to_string(), NOTE);
    assert_eq!(key.to_string(), KEY);
}

#[test]
fn every_byte_of_a_note_matters() {
    let keys = [Verifier::parse(KEY).expect("a key")];
    for at in 0..NOTE.len() {
        for flip in [1, 0x20, 0x80] {
            let mut bytes = NOTE.as_bytes().to_vec();
            bytes[at] ^= flip;
            let believed = Note::parse(&bytes).and_then(|n| n.verify(&keys).map(|v| v.len()));
            assert!(believed.is_err(), "byte {at} ^ {flip:#x}");
        }
    }
    for end in 0..NOTE.len() {
        assert!(Note::parse(&NOTE.as_bytes()[..end]).and_then(|n| n.verify(&keys).map(|v| v.len())).is_err(), "{end}");
    }
}

#[test]
fn signatures_of_strangers_are_passed_over_and_false_ones_of_friends_spoil_the_note() {
    let (ours, theirs) = (signer("ours", Kind::Ed25519, 1), signer("theirs", Kind::Ed25519, 2));
    let mut note = Note::unsigned("a text\n".into()).expect("a text");
    note.sign(&theirs);
    let known = [ours.verifier().clone()];
    assert_eq!(note.verify(&known).unwrap_err(), NoteError::Unsigned);
    note.sign(&ours);
    let read = Note::parse(note.to_string().as_bytes()).expect("a note");
    assert_eq!(read.verify(&known).map(|v| v[0].0.name().to_owned()), Ok("ours".to_owned()));
    let mut spoiled = read.clone();
    spoiled.signatures[1].bytes[0] ^= 1;
    assert_eq!(spoiled.verify(&known).unwrap_err(), NoteError::BadSignature);
    let mut other = Note::unsigned("another text\n".into()).expect("a text");
    other.signatures.clone_from(&read.signatures);
    assert_eq!(other.verify(&known).unwrap_err(), NoteError::BadSignature);
}

#[test]
fn a_witness_signs_its_time_too() {
    let witness = signer("witness.example/w1", Kind::Cosignature, 3);
    let mut note = Note::unsigned("log.example\n0\n".into()).expect("a text");
    note.cosign(&witness, 1_700_000_000);
    let known = [Verifier::parse(&witness.verifier().to_string()).expect("a key")];
    assert_eq!(note.verify(&known).map(|v| v[0].1.time()), Ok(Some(1_700_000_000)));
    note.signatures[0].bytes[7] ^= 1;
    assert_eq!(note.verify(&known).unwrap_err(), NoteError::BadSignature);
}

#[test]
fn what_is_no_note_is_refused() {
    let line = NOTE.lines().last().expect("a line");
    for (bytes, why) in [
        (String::new(), NoteError::Malformed),
        ("text\n".to_owned(), NoteError::Malformed),
        (format!("text\r\n\n{line}\n"), NoteError::Malformed),
        (format!("te\txt\n\n{line}\n"), NoteError::Malformed),
        (format!("text\n\n{line}"), NoteError::Malformed),
        (format!("text\n\n{line}\n\n"), NoteError::Malformed),
        (format!("text\n\n{}\n", line.replace('\u{2014}', "-")), NoteError::Malformed),
        (format!("text\n\n{}\n", line.trim_end_matches('=')), NoteError::Malformed),
        ("text\n\n\u{2014} name AAAAAA==\n".to_owned(), NoteError::Malformed),
        ("text\n\n\u{2014} na+me AAAAAAAA\n".to_owned(), NoteError::Malformed),
        (format!("text\n\n{}", format!("{line}\n").repeat(MAX_SIGNATURES + 1)), NoteError::TooLarge),
    ] {
        assert_eq!(Note::parse(bytes.as_bytes()).unwrap_err(), why, "{bytes:?}");
    }
    assert_eq!(Note::parse(&[0xff, b'\n', b'\n']).unwrap_err(), NoteError::Malformed);
    assert!(Note::parse(format!("text\n\n{}", format!("{line}\n").repeat(MAX_SIGNATURES)).as_bytes()).is_ok());
}

#[test]
fn a_key_has_one_way_to_be_written() {
    for (key, why) in [
        (KEY.replace("c74f20a3", "C74F20A3"), NoteError::BadKey),
        (KEY.replace("c74f20a3", "c74f20a4"), NoteError::BadKey),
        (KEY.replace("PeterNeumann", ""), NoteError::BadName),
        (KEY.replace("PeterNeumann", "Peter Neumann"), NoteError::BadName),
        (KEY.replace("ARpc", "CRpc"), NoteError::BadKey),
        (KEY[..KEY.len() - 4].to_owned(), NoteError::BadKey),
        ("name".to_owned(), NoteError::BadKey),
    ] {
        assert_eq!(Verifier::parse(&key).unwrap_err(), why, "{key}");
    }
}

#[test]
fn a_checkpoint_is_read_as_it_is_written() {
    let head = Head { size: 20_852_163, root: Hash::of_leaf(b"x") };
    let checkpoint = Checkpoint::new("tarazy.example/ministry/2026", head);
    assert_eq!(Checkpoint::parse(&checkpoint.to_string()), Ok(checkpoint.clone()));
    let with = Checkpoint { extensions: vec!["more".into()], ..checkpoint.clone() };
    assert_eq!(Checkpoint::parse(&with.to_string()), Ok(with));
    let text = checkpoint.to_string();
    for spoiled in [
        text.replace("20852163", "020852163"),
        text.replace("20852163", "+20852163"),
        text.replace("20852163", "99999999999999999999"),
        text.replace("tarazy.example/ministry/2026", ""),
        text.trim_end().to_owned(),
        format!("{text}\n"),
        text.lines().take(2).map(|l| format!("{l}\n")).collect(),
        text.replace('=', ""),
    ] {
        assert_eq!(Checkpoint::parse(&spoiled), Err(NoteError::Malformed), "{spoiled:?}");
    }
}
