//! Whom to believe (C2SP tlog-policy): which logs, which witnesses, and how many of them.
//!
//! A policy is read as bytes: outside of keys, what is not ASCII is compared and never interpreted.

use std::collections::HashMap;

use crate::checkpoint::{Checkpoint, decimal};
use crate::note::{Kind, Note, NoteError, Signature, Verifier};

/// So many logs, witnesses or groups at most.
pub const MAX_NAMES: usize = 256;

/// Whom to believe.
#[derive(Clone, Debug)]
pub struct Policy {
    logs: Vec<Verifier>,
    witnesses: Vec<Verifier>,
    quorum: Quorum,
}

/// Who must have cosigned.
#[derive(Clone, Debug)]
enum Quorum {
    Nobody,
    Witness(usize),
    AtLeast(usize, Vec<Quorum>),
}

/// What is wrong with a policy, and in which line (from 1; 0 for the whole).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PolicyError {
    /// The line.
    pub line: usize,
    /// What.
    pub why: PolicyWhy,
}

/// What is wrong with a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum PolicyWhy {
    BadByte,
    UnknownWord,
    Malformed,
    BadKey,
    DuplicateKey,
    DuplicateName,
    UnknownName,
    /// A member of two groups could count twice.
    MemberTwice,
    BadThreshold,
    QuorumTwice,
    NoQuorum,
    TooMany,
}

/// Why a checkpoint is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distrust {
    /// It is no note, or a known signature is false.
    Note(NoteError),
    /// No log of the policy has signed it under its own name.
    NotTheLog,
    /// Too few witnesses have cosigned it.
    NoQuorum,
}

/// A checkpoint that a policy believes, with the witnesses who saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Believed {
    /// The checkpoint.
    pub checkpoint: Checkpoint,
    /// The witnesses by the names of their keys, with the time each puts to it.
    pub witnesses: Vec<(String, u64)>,
}

impl Policy {
    /// Reads a policy.
    pub fn parse(bytes: &[u8]) -> Result<Policy, PolicyError> {
        let mut reader = Reader::default();
        for (i, line) in bytes.split(|b| *b == b'\n').enumerate() {
            reader.line(line).map_err(|why| PolicyError { line: i + 1, why })?;
        }
        let quorum = reader.quorum.ok_or(PolicyError { line: 0, why: PolicyWhy::NoQuorum })?;
        Ok(Policy { logs: reader.logs, witnesses: reader.witnesses, quorum })
    }

    /// The logs that are believed.
    pub fn logs(&self) -> &[Verifier] {
        &self.logs
    }

    /// Believes a checkpoint, or says why not. A policy that names no log believes whatever log is signed by `log`.
    pub fn believe(&self, bytes: &[u8], log: Option<&Verifier>) -> Result<Believed, Distrust> {
        let note = Note::parse(bytes).map_err(Distrust::Note)?;
        let checkpoint = Checkpoint::parse(note.text()).map_err(Distrust::Note)?;
        let logs: Vec<Verifier> =
            self.logs.iter().chain(log).filter(|l| l.name() == checkpoint.origin).cloned().collect();
        match note.verify(&logs) {
            Ok(_) => {}
            Err(NoteError::Unsigned) => return Err(Distrust::NotTheLog),
            Err(e) => return Err(Distrust::Note(e)),
        }
        let cosigned: Vec<(&Verifier, &Signature)> = match note.verify(&self.witnesses) {
            Ok(signed) => signed,
            Err(NoteError::Unsigned) => Vec::new(),
            Err(e) => return Err(Distrust::Note(e)),
        };
        let seen = |i: usize| cosigned.iter().any(|(k, _)| **k == self.witnesses[i]);
        if !self.quorum.is_met(&seen) {
            return Err(Distrust::NoQuorum);
        }
        let witnesses = cosigned.iter().map(|(k, s)| (k.name().to_owned(), s.time().unwrap_or(0))).collect();
        Ok(Believed { checkpoint, witnesses })
    }
}

impl Quorum {
    fn is_met(&self, seen: &impl Fn(usize) -> bool) -> bool {
        match self {
            Quorum::Nobody => true,
            Quorum::Witness(i) => seen(*i),
            Quorum::AtLeast(k, members) => members.iter().filter(|m| m.is_met(seen)).count() >= *k,
        }
    }
}

#[derive(Default)]
struct Reader {
    logs: Vec<Verifier>,
    witnesses: Vec<Verifier>,
    /// What a name stands for, and whether it is a member already: in two groups it could count twice.
    names: HashMap<Vec<u8>, (Quorum, bool)>,
    quorum: Option<Quorum>,
}

impl Reader {
    fn line(&mut self, line: &[u8]) -> Result<(), PolicyWhy> {
        if line.iter().any(|b| matches!(b, 0..=8 | 10..=31 | 127)) {
            return Err(PolicyWhy::BadByte);
        }
        let words: Vec<&[u8]> = line.split(|b| matches!(b, b' ' | b'\t')).filter(|w| !w.is_empty()).collect();
        match words[..] {
            [] => Ok(()),
            [first, ..] if first.starts_with(b"#") => Ok(()),
            [b"log", key] | [b"log", key, _] => {
                let key = self.key(key, Kind::Ed25519)?;
                self.logs.push(key);
                Ok(())
            }
            [b"witness", name, key] | [b"witness", name, key, _] => {
                let key = self.key(key, Kind::Cosignature)?;
                self.witnesses.push(key);
                self.name(name, Quorum::Witness(self.witnesses.len() - 1))
            }
            [b"group", name, k, ref members @ ..] => self.group(name, k, members),
            [b"quorum", name] => {
                let quorum = match self.names.get(name) {
                    _ if name == b"none" => Quorum::Nobody,
                    Some((quorum, _)) => quorum.clone(),
                    None => return Err(PolicyWhy::UnknownName),
                };
                if self.quorum.replace(quorum).is_some() { Err(PolicyWhy::QuorumTwice) } else { Ok(()) }
            }
            [b"log" | b"witness" | b"group" | b"quorum", ..] => Err(PolicyWhy::Malformed),
            _ => Err(PolicyWhy::UnknownWord),
        }
    }

    fn key(&self, key: &[u8], kind: Kind) -> Result<Verifier, PolicyWhy> {
        let text = std::str::from_utf8(key).map_err(|_| PolicyWhy::BadKey)?;
        let key = Verifier::parse(text).map_err(|_| PolicyWhy::BadKey)?;
        if key.kind() != kind {
            return Err(PolicyWhy::BadKey);
        }
        let known = if kind == Kind::Ed25519 { &self.logs } else { &self.witnesses };
        if known.len() == MAX_NAMES {
            return Err(PolicyWhy::TooMany);
        }
        // The same key under another name is the same key.
        if known.iter().any(|k| k.same_key(&key)) { Err(PolicyWhy::DuplicateKey) } else { Ok(key) }
    }

    fn name(&mut self, name: &[u8], what: Quorum) -> Result<(), PolicyWhy> {
        if name == b"none" || self.names.contains_key(name) {
            return Err(PolicyWhy::DuplicateName);
        }
        if self.names.len() == 2 * MAX_NAMES {
            return Err(PolicyWhy::TooMany);
        }
        self.names.insert(name.to_vec(), (what, false));
        Ok(())
    }

    fn member(&mut self, name: &[u8]) -> Result<Quorum, PolicyWhy> {
        let (what, member) = self.names.get_mut(name).ok_or(PolicyWhy::UnknownName)?;
        if std::mem::replace(member, true) { Err(PolicyWhy::MemberTwice) } else { Ok(what.clone()) }
    }

    fn group(&mut self, name: &[u8], k: &[u8], members: &[&[u8]]) -> Result<(), PolicyWhy> {
        let members: Vec<Quorum> = members.iter().map(|m| self.member(m)).collect::<Result<_, _>>()?;
        let k = match k {
            b"any" => 1,
            b"all" => members.len(),
            n => {
                let n = std::str::from_utf8(n).ok().and_then(decimal).ok_or(PolicyWhy::BadThreshold)?;
                usize::try_from(n).map_err(|_| PolicyWhy::BadThreshold)?
            }
        };
        if k == 0 || k > members.len() {
            return Err(PolicyWhy::BadThreshold);
        }
        self.name(name, Quorum::AtLeast(k, members))
    }
}
