//! Addresses that nobody can guess.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::error::StoreError;

/// Digits and letters without `i`, `l`, `o` and `u`: the first three look like digits, the last makes words that nobody wants in an address.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// 26 letters of 5 bits are 130 bits: the first letter has only three of them.
const LETTERS: usize = 26;

/// The secret by which a case is read, changed and erased: 128 random bits, written as 26 letters.
///
/// Protected is:
/// - the case from whoever does not have the address: a guess is right once in 2¹²⁸;
/// - the case from being changed or erased by whoever has only the address for reading ([`Viewer`]), and by whoever has a copy of the database:
///   it holds neither address, only a hash of each, and no hash leads to an address or from one address to the other;
/// - later changes from whoever has a copy of the database made before.
///
/// Not protected is:
/// - the content from whoever has a copy of the database: documents are not encrypted there;
/// - anything from whoever can write to the database;
/// - anything from whoever sees an address: in a browser's history, a log, a mail. So addresses belong in no log, and `Debug` does not show them.
///   An address cannot be called back; who fears that it is known erases the case and keeps it anew.
///
/// Typed by hand, capital letters, `o` for zero and `i` or `l` for one are understood.
#[derive(Clone, PartialEq, Eq)]
pub struct Holder([u8; 16]);

/// The address for reading only. It follows from the holder's; the way back does not exist.
#[derive(Clone, PartialEq, Eq)]
pub struct Viewer([u8; 16]);

/// Not an address: another number of letters, or letters that no address has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadKey;

impl Holder {
    /// A new address.
    pub(crate) fn new() -> Result<Holder, StoreError> {
        let mut bits = [0; 16];
        getrandom::fill(&mut bits).map_err(StoreError::NoRandomness)?;
        Ok(Holder(bits))
    }

    /// The address for reading only.
    pub fn viewer(&self) -> Viewer {
        let mut bits = [0; 16];
        bits.copy_from_slice(&hash("tarazy: address for reading", &self.0)[..16]);
        Viewer(bits)
    }

    /// By what the database finds the case. Random keys need neither salt nor a slow hash.
    pub(crate) fn stored(&self) -> [u8; 32] {
        hash("tarazy: holder as stored", &self.0)
    }
}

impl Viewer {
    /// By what the database finds the case.
    pub(crate) fn stored(&self) -> [u8; 32] {
        hash("tarazy: viewer as stored", &self.0)
    }
}

/// A hash that means one thing only: what it is for comes first.
fn hash(what_for: &str, key: &[u8; 16]) -> [u8; 32] {
    let mut sha = Sha256::new();
    sha.update(what_for.as_bytes());
    sha.update([0]);
    sha.update(key);
    sha.finalize().into()
}

fn letters(bits: [u8; 16]) -> String {
    let number = u128::from_be_bytes(bits);
    (0..LETTERS).rev().map(|place| char::from(ALPHABET[(number >> (5 * place)) as usize & 31])).collect()
}

fn bits(text: &str) -> Result<[u8; 16], BadKey> {
    if text.len() != LETTERS {
        return Err(BadKey);
    }
    let mut number: u128 = 0;
    for (i, letter) in text.bytes().enumerate() {
        let letter = match letter.to_ascii_lowercase() {
            b'o' => b'0',
            b'i' | b'l' => b'1',
            other => other,
        };
        let value = ALPHABET.iter().position(|a| *a == letter).ok_or(BadKey)?;
        if i == 0 && value > 7 {
            return Err(BadKey);
        }
        number = number << 5 | value as u128;
    }
    Ok(number.to_be_bytes())
}

macro_rules! written {
    ($($key:ident),+) => { $(
        impl fmt::Display for $key {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&letters(self.0))
            }
        }

        impl fmt::Debug for $key {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($key), "(…)"))
            }
        }

        impl FromStr for $key {
            type Err = BadKey;

            fn from_str(text: &str) -> Result<$key, BadKey> {
                bits(text).map($key)
            }
        }
    )+ };
}
written!(Holder, Viewer);

impl fmt::Display for BadKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an address of a case")
    }
}

impl std::error::Error for BadKey {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_say_every_bit() {
        assert_eq!(letters([0; 16]), "00000000000000000000000000");
        assert_eq!(letters([0xff; 16]), "7zzzzzzzzzzzzzzzzzzzzzzzzz");
        assert_eq!(letters(*b"0123456789abcdef"), "1g64s36d1n6rvkgeb1c9hp8sb6");
        let mut rng = fastrand::Rng::with_seed(1);
        for _ in 0..1_000 {
            let key: [u8; 16] = rng.u128(..).to_be_bytes();
            assert_eq!(bits(&letters(key)), Ok(key));
        }
    }

    #[test]
    fn typed_by_hand() {
        let key = bits("0123456789abcdefghjkmnpq01");
        assert!(key.is_ok());
        assert_eq!(bits("oI23456789ABCDEFGHJKMNPQOl"), key);
    }

    #[test]
    fn wrong_letters() {
        let wrong = [
            "",
            "0000000000000000000000000",
            "000000000000000000000000000",
            "80000000000000000000000000",
            "z0000000000000000000000000",
            "0000000000000u000000000000",
            "0000000000000-000000000000",
            "0000000000000 000000000000",
            " 0000000000000000000000000",
            "000000000000000000000000ә",
            "000000000000000000000000\u{0}0",
        ];
        for text in wrong {
            assert_eq!(bits(text), Err(BadKey), "{text}");
        }
    }

    #[test]
    fn one_key_leads_to_no_other() {
        let holder = Holder(*b"0123456789abcdef");
        let viewer = holder.viewer();
        assert_eq!(viewer, holder.viewer());
        let all = [holder.0.to_vec(), viewer.0.to_vec(), holder.stored().to_vec(), viewer.stored().to_vec()];
        for (i, a) in all.iter().enumerate() {
            assert!(all[i + 1..].iter().all(|b| a[..16] != b[..16]));
        }
        assert_eq!(format!("{holder:?} {viewer:?}"), "Holder(…) Viewer(…)");
    }
}
