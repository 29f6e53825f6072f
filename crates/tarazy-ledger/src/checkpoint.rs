//! Checkpoints (C2SP tlog-checkpoint v1.0.0): the head of a log as the text of a note.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::note::{Note, NoteError};
use crate::tree::{Hash, Head};

/// The head of the log that is called `origin`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log: a name without a scheme, such as `tarazy.example/ministry/2026`.
    pub origin: String,
    /// Its size and root.
    pub head: Head,
    /// Further lines. We write none, because no witness vouches for them; those of others are kept.
    pub extensions: Vec<String>,
}

impl Checkpoint {
    /// The head of a log.
    pub fn new(origin: &str, head: Head) -> Checkpoint {
        Checkpoint { origin: origin.to_owned(), head, extensions: Vec::new() }
    }

    /// As the text of a note.
    pub fn to_note(&self) -> Result<Note, NoteError> {
        Note::unsigned(self.to_string())
    }

    /// Reads the text of a note.
    pub fn parse(text: &str) -> Result<Checkpoint, NoteError> {
        let body = text.strip_suffix('\n').ok_or(NoteError::Malformed)?;
        let mut lines = body.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
            return Err(NoteError::Malformed);
        };
        let extensions: Vec<String> = lines.map(str::to_owned).collect();
        if origin.is_empty() || extensions.iter().any(String::is_empty) {
            return Err(NoteError::Malformed);
        }
        let root = BASE64.decode(root).ok().and_then(|b| <[u8; 32]>::try_from(b).ok()).ok_or(NoteError::Malformed)?;
        let size = decimal(size).ok_or(NoteError::Malformed)?;
        Ok(Checkpoint { origin: origin.to_owned(), head: Head { size, root: Hash(root) }, extensions })
    }
}

/// A number as it must be written: digits alone, no zero in front.
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let plain = text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    text.parse().ok().filter(|_| plain)
}

impl std::fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.head.size, BASE64.encode(self.head.root.0))?;
        self.extensions.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}
