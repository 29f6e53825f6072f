//! What can go wrong with a store.

use std::fmt;
use std::path::PathBuf;

use rusqlite::ErrorCode;

/// Why a store did not do what it was asked. Nothing was kept then.
#[derive(Debug)]
#[non_exhaustive]
pub enum StoreError {
    /// A document or a note is longer than the store takes.
    TooLarge {
        /// Its length in bytes.
        length: usize,
        /// The longest that is taken.
        limit: usize,
    },
    /// The store or its disk has no room left.
    Full,
    /// Another process kept the file for itself too long.
    Busy,
    /// A newer Tarazy wrote the file; an older one could only spoil it.
    Newer {
        /// The version of the file.
        version: u32,
        /// The newest version known here.
        known: u32,
    },
    /// The file is no store: not SQLite, or the database of something else.
    NotAStore(PathBuf),
    /// The file or its folder cannot be opened or made.
    Open(PathBuf, std::io::Error),
    /// The file is damaged.
    Damaged(String),
    /// The system gives no random numbers, so no address can be made.
    NoRandomness(getrandom::Error),
    /// Anything else that SQLite reports.
    Sqlite(rusqlite::Error),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::TooLarge { length, limit } => write!(f, "{length} bytes, and at most {limit} can be kept"),
            StoreError::Full => f.write_str("the store has no room left"),
            StoreError::Busy => f.write_str("the store is in use by another process"),
            StoreError::Newer { version, known } => {
                write!(f, "the store has version {version}, and this program knows versions up to {known}")
            }
            StoreError::NotAStore(path) => write!(f, "{} is not a Tarazy store", path.display()),
            StoreError::Open(path, e) => write!(f, "{}: {e}", path.display()),
            StoreError::Damaged(what) => write!(f, "the store is damaged: {what}"),
            StoreError::NoRandomness(e) => write!(f, "no random numbers: {e}"),
            StoreError::Sqlite(e) => write!(f, "the store: {e}"),
        }
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            StoreError::Open(_, e) => Some(e),
            StoreError::NoRandomness(e) => Some(e),
            StoreError::Sqlite(e) => Some(e),
            _ => None,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(e: rusqlite::Error) -> StoreError {
        match e.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
            Some(ErrorCode::DiskFull) => StoreError::Full,
            Some(ErrorCode::DatabaseCorrupt) => StoreError::Damaged(e.to_string()),
            _ => StoreError::Sqlite(e),
        }
    }
}
