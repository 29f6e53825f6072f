//! Cases and their revisions.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior, params};

use crate::error::StoreError;
use crate::file;
use crate::key::{Holder, Viewer};

/// How much a store takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest document, in bytes.
    pub document: usize,
    /// The longest note on a change, in bytes.
    pub what: usize,
    /// The most revisions of one case: the first, which says how the case came in, and the newest. Those between are dropped, oldest first.
    /// At least two.
    pub revisions: u32,
    /// The size of the whole file, in bytes.
    pub whole: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { document: 1 << 20, what: 4 << 10, revisions: 100, whole: 16 << 30 }
    }
}

/// A case as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The document.
    pub document: String,
    /// The number of its revision; the first is 1.
    pub revision: u32,
    /// When it was first kept.
    pub created: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
}

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It is kept, as the revision with this number.
    Done(u32),
    /// Another change came between; the case now stands at this revision, and nothing was kept.
    Stale(u32),
    /// There is no such case (any more).
    Missing,
}

/// A revision of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its number.
    pub number: u32,
    /// When it came to be.
    pub at: Timestamp,
    /// The note on the change, as it was given.
    pub what: String,
}

/// Cases under unguessable addresses, in a file of SQLite.
///
/// What was acknowledged survives the death of the process and of the machine. Several stores, in one process or in several, may have the same
/// file open. Times are kept to the microsecond.
#[derive(Debug)]
pub struct Store {
    inner: Mutex<Inner>,
    limits: Limits,
}

#[derive(Debug)]
struct Inner {
    db: Connection,
    /// Something was erased and may still stand in the log, because somebody was reading when it should have been emptied.
    log_to_empty: bool,
}

impl Store {
    /// Opens the store in this file; makes it, and the folder, if there is none.
    pub fn open(path: impl AsRef<Path>, limits: Limits) -> Result<Store, StoreError> {
        let db = file::open(path.as_ref(), &limits)?;
        // Whoever erased something may have died before the log was emptied.
        let log_to_empty = !file::empty_log(&db, false)?;
        Ok(Store { inner: Mutex::new(Inner { db, log_to_empty }), limits })
    }

    /// A store that is gone with the process.
    pub fn in_memory(limits: Limits) -> Result<Store, StoreError> {
        let db = file::in_memory(&limits)?;
        Ok(Store { inner: Mutex::new(Inner { db, log_to_empty: false }), limits })
    }

    /// Keeps a new case.
    pub fn create(&self, document: &str, what: &str, now: Timestamp) -> Result<Holder, StoreError> {
        self.fits(document, what)?;
        let holder = Holder::new()?;
        let at = now.as_microsecond();
        self.write(|tx| {
            tx.execute(
                "INSERT INTO cases (holder, viewer, created, changed, revision) VALUES (?1, ?2, ?3, ?3, 1)",
                params![holder.stored(), holder.viewer().stored(), at],
            )?;
            insert(tx, tx.last_insert_rowid(), 1, at, what, document)
        })?;
        Ok(holder)
    }

    /// The case with this address, for whoever may change it.
    pub fn by_holder(&self, holder: &Holder) -> Result<Option<Kept>, StoreError> {
        self.kept("holder", &holder.stored())
    }

    /// The case with this address, for whoever may only read it.
    pub fn by_viewer(&self, viewer: &Viewer) -> Result<Option<Kept>, StoreError> {
        self.kept("viewer", &viewer.stored())
    }

    fn kept(&self, key: &str, stored: &[u8; 32]) -> Result<Option<Kept>, StoreError> {
        let sql = format!(
            "SELECT document, revision, created, changed FROM cases
             JOIN revisions ON of_case = cases.id AND number = revision WHERE {key} = ?1"
        );
        let kept = |row: &Row<'_>| {
            Ok(Kept { document: row.get(0)?, revision: row.get(1)?, created: time(row, 2)?, changed: time(row, 3)? })
        };
        Ok(self.lock().db.query_row(&sql, [stored], kept).optional()?)
    }

    /// Keeps a new revision, if the case still stands at the revision `based_on`.
    ///
    /// `what` is a short note on the change for whoever shows the history; the store does not look into it. To restore is to change, with an older
    /// document.
    pub fn change(
        &self,
        holder: &Holder,
        based_on: u32,
        document: &str,
        what: &str,
        now: Timestamp,
    ) -> Result<Changed, StoreError> {
        self.fits(document, what)?;
        let at = now.as_microsecond();
        let kept_between = self.limits.revisions.max(2) - 1;
        self.write(|tx| {
            let found = tx
                .query_row("SELECT id, revision FROM cases WHERE holder = ?1", [holder.stored()], |row| {
                    Ok((row.get::<_, i64>(0)?, row.get::<_, u32>(1)?))
                })
                .optional()?;
            let Some((id, revision)) = found else { return Ok(Changed::Missing) };
            // After four thousand million changes there is no number left.
            let Some(next) = revision.checked_add(1).filter(|_| revision == based_on) else {
                return Ok(Changed::Stale(revision));
            };
            insert(tx, id, next, at, what, document)?;
            tx.execute("UPDATE cases SET revision = ?2, changed = ?3 WHERE id = ?1", params![id, next, at])?;
            tx.execute(
                "DELETE FROM revisions WHERE of_case = ?1 AND number > 1 AND number <= ?2",
                params![id, next.saturating_sub(kept_between)],
            )?;
            Ok(Changed::Done(next))
        })
    }

    /// The revisions of a case, oldest first; none, if there is no such case. They are the holder's alone: who reads a case need not know what its
    /// holder took out of it.
    pub fn history(&self, holder: &Holder) -> Result<Vec<Revision>, StoreError> {
        let inner = self.lock();
        let mut query = inner.db.prepare(
            "SELECT number, at, what FROM revisions JOIN cases ON of_case = cases.id WHERE holder = ?1 ORDER BY number",
        )?;
        let revision = |row: &Row<'_>| Ok(Revision { number: row.get(0)?, at: time(row, 1)?, what: row.get(2)? });
        Ok(query.query_map([holder.stored()], revision)?.collect::<Result<_, _>>()?)
    }

    /// The document as it was at a revision, if that is still kept.
    pub fn revision(&self, holder: &Holder, number: u32) -> Result<Option<String>, StoreError> {
        let sql = "SELECT document FROM revisions JOIN cases ON of_case = cases.id WHERE holder = ?1 AND number = ?2";
        Ok(self.lock().db.query_row(sql, params![holder.stored(), number], |row| row.get(0)).optional()?)
    }

    /// Erases a case with all its revisions: their bytes are overwritten in the file, and the log beside it is emptied. Says whether there was one.
    ///
    /// Should another process be reading for so long that the log cannot be emptied, the case is gone for everybody all the same, and the log is
    /// emptied with the next change, by [`Store::tidy`] (which says whether anything is left) or when the store is opened again. Backups, and
    /// what the disk itself keeps back, are out of reach.
    pub fn delete(&self, holder: &Holder) -> Result<bool, StoreError> {
        let gone = self.write(|tx| Ok(tx.execute("DELETE FROM cases WHERE holder = ?1", [holder.stored()])? > 0))?;
        if gone {
            self.erase_from_log();
        }
        Ok(gone)
    }

    /// Erases every case that was last changed before this time, and says how many they were.
    pub fn forget_unchanged_since(&self, before: Timestamp) -> Result<usize, StoreError> {
        let gone =
            self.write(|tx| Ok(tx.execute("DELETE FROM cases WHERE changed < ?1", [before.as_microsecond()])?))?;
        if gone > 0 {
            self.erase_from_log();
        }
        Ok(gone)
    }

    /// Empties the log, if something erased may still stand in it. Says whether nothing does.
    pub fn tidy(&self) -> Result<bool, StoreError> {
        let mut inner = self.lock();
        inner.tidy(true)?;
        Ok(!inner.log_to_empty)
    }

    /// The number of cases.
    pub fn count(&self) -> Result<u64, StoreError> {
        let count: i64 = self.lock().db.query_row("SELECT count(*) FROM cases", [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// The size of the file in bytes, without the log.
    pub fn size(&self) -> Result<u64, StoreError> {
        let inner = self.lock();
        let number = |name| inner.db.pragma_query_value(None, name, |row| row.get::<_, u32>(0));
        Ok(u64::from(number("page_count")?) * u64::from(number("page_size")?))
    }

    /// Reads the whole file and fails if anything in it is damaged.
    pub fn check(&self) -> Result<(), StoreError> {
        let found: String = self.lock().db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if found == "ok" { Ok(()) } else { Err(StoreError::Damaged(found)) }
    }

    fn fits(&self, document: &str, what: &str) -> Result<(), StoreError> {
        for (text, limit) in [(document, self.limits.document), (what, self.limits.what)] {
            if text.len() > limit {
                return Err(StoreError::TooLarge { length: text.len(), limit });
            }
        }
        Ok(())
    }

    /// All or nothing, and one writer at a time, in every process.
    fn write<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut inner = self.lock();
        let tx = inner.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&tx)?;
        tx.commit()?;
        // What is done is done: if the log cannot be emptied now, that is tried again.
        drop(inner.tidy(false));
        Ok(done)
    }

    fn erase_from_log(&self) {
        let mut inner = self.lock();
        inner.log_to_empty = true;
        drop(inner.tidy(true));
    }

    /// What a panic left behind is a transaction that was rolled back, so the connection is as good as before.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn tidy(&mut self, patient: bool) -> Result<(), StoreError> {
        if self.log_to_empty {
            self.log_to_empty = !file::empty_log(&self.db, patient)?;
        }
        Ok(())
    }
}

fn insert(tx: &Transaction<'_>, id: i64, number: u32, at: i64, what: &str, document: &str) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO revisions (of_case, number, at, what, document) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id, number, at, what, document],
    )?;
    Ok(())
}

fn time(row: &Row<'_>, column: usize) -> Result<Timestamp, rusqlite::Error> {
    let at: i64 = row.get(column)?;
    Timestamp::from_microsecond(at)
        .map_err(|e| rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Integer, Box::new(e)))
}
