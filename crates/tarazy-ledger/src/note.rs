//! Signed notes (C2SP signed-note v1.0.0): a text that ends with a line break, a blank line, and a line for each signature.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ed25519_dalek::{Signature as Ed25519, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

/// A note with more signatures than this is not read, so that nobody can make a verifier work for nothing. The specification asks for 16.
pub const MAX_SIGNATURES: usize = 100;
/// Nor one with more bytes.
pub const MAX_BYTES: usize = 1024 * 1024;

const DASH: &str = "\u{2014} ";

/// How a key signs, by the first byte of its identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Ed25519 over the text (0x01).
    Ed25519,
    /// Ed25519 over a witness's time and the text (0x04, C2SP tlog-cosignature).
    Cosignature,
}

impl Kind {
    fn byte(self) -> u8 {
        match self {
            Kind::Ed25519 => 0x01,
            Kind::Cosignature => 0x04,
        }
    }

    fn of(byte: u8) -> Option<Kind> {
        [Kind::Ed25519, Kind::Cosignature].into_iter().find(|k| k.byte() == byte)
    }
}

/// Why something is no note, no key, or not signed as it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteError {
    /// It is not laid out as a note.
    Malformed,
    /// It is too large, or has too many signatures.
    TooLarge,
    /// A signature of a known key does not fit the text. Nothing else in such a note may be believed.
    BadSignature,
    /// No known key has signed it.
    Unsigned,
    /// The name of a key is empty or has a space or a plus sign.
    BadName,
    /// A key that cannot be read.
    BadKey,
}

/// A line of signature: not yet believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The name of the key.
    pub name: String,
    /// The four bytes that tell keys of one name apart.
    pub id: u32,
    /// The signature itself.
    pub bytes: Vec<u8>,
}

/// A note as it was read or is about to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    text: String,
    /// Its signatures, in order.
    pub signatures: Vec<Signature>,
}

impl Note {
    /// A note that nobody has signed yet. The text must end with a line break and hold no control characters besides.
    pub fn unsigned(text: String) -> Result<Note, NoteError> {
        if !text.ends_with('\n') || text.chars().any(|c| c.is_ascii_control() && c != '\n') {
            return Err(NoteError::Malformed);
        }
        Ok(Note { text, signatures: Vec::new() })
    }

    /// The text, up to and with its last line break.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Reads a note. Nothing of it is believed yet.
    pub fn parse(bytes: &[u8]) -> Result<Note, NoteError> {
        if bytes.len() > MAX_BYTES {
            return Err(NoteError::TooLarge);
        }
        let whole = std::str::from_utf8(bytes).map_err(|_| NoteError::Malformed)?;
        // The last blank line: a text may hold blank lines of its own.
        let at = whole.rfind("\n\n").ok_or(NoteError::Malformed)? + 1;
        let mut note = Note::unsigned(whole[..at].to_owned())?;
        let lines = whole[at + 1..].strip_suffix('\n').ok_or(NoteError::Malformed)?;
        for line in lines.split('\n') {
            if note.signatures.len() == MAX_SIGNATURES {
                return Err(NoteError::TooLarge);
            }
            note.signatures.push(Signature::parse(line)?);
        }
        Ok(note)
    }

    /// The keys of `known` that have signed it, with their signatures. One that is known and does not fit spoils the whole note;
    /// keys that are not known are passed over.
    pub fn verify<'k>(&self, known: &'k [Verifier]) -> Result<Vec<(&'k Verifier, &Signature)>, NoteError> {
        let mut out: Vec<(&Verifier, &Signature)> = Vec::new();
        for s in &self.signatures {
            let Some(key) = known.iter().find(|k| k.name == s.name && k.id == s.id) else { continue };
            // A second signature of one key says nothing new.
            if out.iter().any(|(k, _)| *k == key) {
                continue;
            }
            key.check(&self.text, &s.bytes)?;
            out.push((key, s));
        }
        if out.is_empty() { Err(NoteError::Unsigned) } else { Ok(out) }
    }

    /// With one more signature.
    pub fn sign(&mut self, signer: &Signer) {
        self.signatures.push(signer.sign(&self.text, None));
    }

    /// With the signature of a witness who saw it at `time` (seconds since 1970).
    pub fn cosign(&mut self, signer: &Signer, time: u64) {
        self.signatures.push(signer.sign(&self.text, Some(time)));
    }
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)?;
        for s in &self.signatures {
            write!(f, "\n{s}")?;
        }
        f.write_str("\n")
    }
}

impl Signature {
    fn parse(line: &str) -> Result<Signature, NoteError> {
        let rest = line.strip_prefix(DASH).ok_or(NoteError::Malformed)?;
        let (name, blob) = rest.split_once(' ').ok_or(NoteError::Malformed)?;
        let blob = BASE64.decode(blob).map_err(|_| NoteError::Malformed)?;
        let (id, bytes) = blob.split_first_chunk::<4>().ok_or(NoteError::Malformed)?;
        if !is_name(name) || bytes.is_empty() {
            return Err(NoteError::Malformed);
        }
        Ok(Signature { name: name.to_owned(), id: u32::from_be_bytes(*id), bytes: bytes.to_vec() })
    }

    /// The time that a witness put into its signature.
    pub fn time(&self) -> Option<u64> {
        let (time, rest) = self.bytes.split_first_chunk::<8>()?;
        (rest.len() == Ed25519::BYTE_SIZE).then(|| u64::from_be_bytes(*time))
    }
}

impl std::fmt::Display for Signature {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut blob = self.id.to_be_bytes().to_vec();
        blob.extend(&self.bytes);
        write!(f, "{DASH}{} {}", self.name, BASE64.encode(blob))
    }
}

/// Key names stand between spaces and beside plus signs, and so have neither.
fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|c| c.is_whitespace() || c == '+' || c.is_ascii_control())
}

/// The first four bytes of SHA-256(name, line break, kind, key).
fn key_id(name: &str, kind: Kind, key: &[u8; 32]) -> u32 {
    let mut h = Sha256::new();
    h.update(name.as_bytes());
    h.update([b'\n', kind.byte()]);
    h.update(key);
    let digest: [u8; 32] = h.finalize().into();
    u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]])
}

/// What a witness signs: its time, then the text.
fn timed(text: &str, time: u64) -> String {
    format!("cosignature/v1\ntime {time}\n{text}")
}

/// A key by which signatures are checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verifier {
    name: String,
    kind: Kind,
    id: u32,
    key: VerifyingKey,
}

impl Verifier {
    /// Reads `name+id+key`, as such keys are handed round.
    pub fn parse(text: &str) -> Result<Verifier, NoteError> {
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NoteError::BadKey);
        };
        if !is_name(name) {
            return Err(NoteError::BadName);
        }
        let blob = BASE64.decode(key).map_err(|_| NoteError::BadKey)?;
        let (kind, key) = blob.split_first().ok_or(NoteError::BadKey)?;
        let kind = Kind::of(*kind).ok_or(NoteError::BadKey)?;
        let key: [u8; 32] = key.try_into().map_err(|_| NoteError::BadKey)?;
        let verifier = Verifier::new(name, kind, &key)?;
        // Eight small hexadecimal digits and nothing else: one key has one way to be written.
        if format!("{:08x}", verifier.id) == id { Ok(verifier) } else { Err(NoteError::BadKey) }
    }

    fn new(name: &str, kind: Kind, key: &[u8; 32]) -> Result<Verifier, NoteError> {
        let parsed = VerifyingKey::from_bytes(key).map_err(|_| NoteError::BadKey)?;
        if parsed.is_weak() {
            return Err(NoteError::BadKey);
        }
        Ok(Verifier { name: name.to_owned(), kind, id: key_id(name, kind, key), key: parsed })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How it signs.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The same key, under whatever name.
    pub(crate) fn same_key(&self, other: &Verifier) -> bool {
        self.key == other.key
    }

    fn check(&self, text: &str, bytes: &[u8]) -> Result<(), NoteError> {
        let bad = |_| NoteError::BadSignature;
        match self.kind {
            Kind::Ed25519 => {
                let signature = Ed25519::from_slice(bytes).map_err(bad)?;
                self.key.verify_strict(text.as_bytes(), &signature).map_err(bad)
            }
            Kind::Cosignature => {
                let (time, rest) = bytes.split_first_chunk::<8>().ok_or(NoteError::BadSignature)?;
                let signature = Ed25519::from_slice(rest).map_err(bad)?;
                let text = timed(text, u64::from_be_bytes(*time));
                self.key.verify_strict(text.as_bytes(), &signature).map_err(bad)
            }
        }
    }
}

impl std::fmt::Display for Verifier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut blob = vec![self.kind.byte()];
        blob.extend(self.key.as_bytes());
        write!(f, "{}+{:08x}+{}", self.name, self.id, BASE64.encode(blob))
    }
}

/// A key that signs. It is made from 32 secret bytes that somebody else has drawn, because nothing is drawn here.
pub struct Signer {
    key: SigningKey,
    verifier: Verifier,
}

impl Signer {
    /// The signer of this name with this secret.
    pub fn new(name: &str, kind: Kind, secret: &[u8; 32]) -> Result<Signer, NoteError> {
        if !is_name(name) {
            return Err(NoteError::BadName);
        }
        let key = SigningKey::from_bytes(secret);
        let verifier = Verifier::new(name, kind, key.verifying_key().as_bytes())?;
        Ok(Signer { key, verifier })
    }

    /// The key by which others check what it signs.
    pub fn verifier(&self) -> &Verifier {
        &self.verifier
    }

    /// A cosigner without a time signs time 0, which verifiers take for *no time said*.
    fn sign(&self, text: &str, time: Option<u64>) -> Signature {
        let bytes = match self.verifier.kind {
            Kind::Ed25519 => self.key.sign(text.as_bytes()).to_bytes().to_vec(),
            Kind::Cosignature => {
                let time = time.unwrap_or(0);
                let signature = self.key.sign(timed(text, time).as_bytes());
                [&time.to_be_bytes()[..], &signature.to_bytes()[..]].concat()
            }
        };
        Signature { name: self.verifier.name.clone(), id: self.verifier.id, bytes }
    }
}

// The secret never reaches a log.
impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Signer({})", self.verifier)
    }
}
