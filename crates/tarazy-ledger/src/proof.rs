//! Proofs as files (C2SP tlog-proof v1): what is needed to check, without any network, that an entry is in a log that others watch.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::checkpoint::decimal;
use crate::note::{MAX_BYTES, Verifier};
use crate::policy::{Believed, Distrust, Policy};
use crate::tree::{Hash, Unproved, verify_inclusion};

const FIRST: &str = "c2sp.org/tlog-proof@v1";
/// No tree that can be is higher.
const MAX_PATH: usize = 64;

/// A proof: not yet believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Further bytes, which nothing vouches for.
    pub extra: Option<Vec<u8>>,
    /// The place of the entry in the log.
    pub index: u64,
    /// The hashes beside its way to the root.
    pub path: Vec<Hash>,
    /// The signed checkpoint.
    pub checkpoint: String,
}

/// Why a proof is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It is not laid out as a proof.
    Malformed,
    /// The policy does not believe its checkpoint.
    Checkpoint(Distrust),
    /// The entry is not where it says.
    Entry(Unproved),
}

impl Proof {
    /// Reads a proof.
    pub fn parse(bytes: &[u8]) -> Result<Proof, Doubt> {
        let text = std::str::from_utf8(bytes).ok().filter(|t| t.len() <= MAX_BYTES).ok_or(Doubt::Malformed)?;
        let (head, checkpoint) = text.split_once("\n\n").ok_or(Doubt::Malformed)?;
        let mut lines = head.split('\n').peekable();
        if lines.next() != Some(FIRST) {
            return Err(Doubt::Malformed);
        }
        let extra = match lines.peek().and_then(|l| l.strip_prefix("extra ")) {
            Some(text) => {
                lines.next();
                Some(BASE64.decode(text).map_err(|_| Doubt::Malformed)?)
            }
            None => None,
        };
        let index = lines.next().and_then(|l| l.strip_prefix("index ")).and_then(decimal).ok_or(Doubt::Malformed)?;
        let hash = |line: &str| BASE64.decode(line).ok().and_then(|b| <[u8; 32]>::try_from(b).ok()).map(Hash);
        let path: Vec<Hash> = lines.map(|l| hash(l).ok_or(Doubt::Malformed)).collect::<Result<_, _>>()?;
        if path.len() > MAX_PATH {
            return Err(Doubt::Malformed);
        }
        Ok(Proof { extra, index, path, checkpoint: checkpoint.to_owned() })
    }

    /// Checks that `entry` is in a log that `policy` believes (or, where the policy names no log, in that of `log`).
    pub fn verify(&self, entry: &[u8], policy: &Policy, log: Option<&Verifier>) -> Result<Believed, Doubt> {
        let believed = policy.believe(self.checkpoint.as_bytes(), log).map_err(Doubt::Checkpoint)?;
        let head = believed.checkpoint.head;
        verify_inclusion(Hash::of_leaf(entry), self.index, head.size, &self.path, head.root).map_err(Doubt::Entry)?;
        Ok(believed)
    }
}

impl std::fmt::Display for Proof {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{FIRST}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", BASE64.encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        self.path.iter().try_for_each(|h| writeln!(f, "{}", BASE64.encode(h.0)))?;
        write!(f, "\n{}", self.checkpoint)
    }
}
