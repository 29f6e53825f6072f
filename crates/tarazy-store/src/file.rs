//! The file: opening it, its versions, and what SQLite is told so that what was acknowledged is kept and what was erased is gone.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};

use crate::error::StoreError;
use crate::store::Limits;

/// How long one process waits for another.
const PATIENCE: Duration = Duration::from_secs(5);

/// Says in the file's head whose database it is: `TRZY`.
const APPLICATION: i64 = 0x5452_5a59;

/// What leads from each version to the next. A file of version *n* has had the first *n*; they are never edited, only added to.
const MIGRATIONS: &[&str] = &[include_str!("schema/1.sql")];

/// Opens the file, makes it if there is none, and brings it to the present version.
pub(crate) fn open(path: &Path, limits: &Limits) -> Result<Connection, StoreError> {
    let failed = |e: std::io::Error| StoreError::Open(path.to_owned(), e);
    // SQLite would take a path that begins with `file:` for an address.
    let path: PathBuf = std::path::absolute(path).map_err(failed)?;
    make(&path).map_err(failed)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut db = Connection::open_with_flags(&path, flags)?;
    prepare(&mut db, limits).map_err(|e| match e {
        StoreError::Sqlite(e) if e.sqlite_error_code() == Some(ErrorCode::NotADatabase) => StoreError::NotAStore(path),
        StoreError::NotAStore(_) => StoreError::NotAStore(path),
        other => other,
    })?;
    Ok(db)
}

/// A database that is gone with the process.
pub(crate) fn in_memory(limits: &Limits) -> Result<Connection, StoreError> {
    let mut db = Connection::open_in_memory()?;
    prepare(&mut db, limits)?;
    Ok(db)
}

/// An empty file that nobody else on the machine can read. SQLite gives the files beside it the same permissions.
fn make(path: &Path) -> std::io::Result<()> {
    let mut folder = std::fs::DirBuilder::new();
    let mut file = std::fs::OpenOptions::new();
    folder.recursive(true);
    file.read(true).append(true).create(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
        folder.mode(0o700);
        file.mode(0o600);
    }
    if let Some(parent) = path.parent() {
        folder.create(parent)?;
    }
    file.open(path).map(drop)
}

fn prepare(db: &mut Connection, limits: &Limits) -> Result<(), StoreError> {
    db.busy_timeout(PATIENCE)?;
    // Whose file it is comes first: nothing is written to one that is not ours.
    // What is asked about it is asked at one moment, or another process could be making it between two questions.
    let found = version(&db.transaction()?)?;
    // A reader never waits for a writer.
    let mode: String = patiently(|| db.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0)))?;
    if mode != "wal" && mode != "memory" {
        // A rollback journal would keep what was erased, and be deleted without being overwritten.
        let e = std::io::Error::new(std::io::ErrorKind::Unsupported, "its file system does not support a shared log");
        return Err(StoreError::Open(db.path().unwrap_or_default().into(), e));
    }
    // What is acknowledged has reached the disk, not only the system.
    db.pragma_update(None, "synchronous", "full")?;
    db.pragma_update(None, "fullfsync", true)?;
    // What is deleted is overwritten, not only forgotten.
    db.pragma_update(None, "secure_delete", true)?;
    db.pragma_update(None, "foreign_keys", true)?;
    // A file that somebody tampered with must not bring its own functions.
    db.pragma_update(None, "trusted_schema", false)?;
    db.pragma_update(None, "cell_size_check", true)?;
    let page: u32 = db.pragma_query_value(None, "page_size", |row| row.get(0))?;
    // 0 would not mean «none» but «as it was».
    let pages = u32::try_from(limits.whole / u64::from(page.max(1))).unwrap_or(u32::MAX - 1).max(1);
    db.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))?;
    if found < MIGRATIONS.len() { migrate(db) } else { Ok(()) }
}

fn migrate(db: &mut Connection) -> Result<(), StoreError> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have done it while this one waited.
    for sql in MIGRATIONS.iter().skip(version(&tx)?) {
        tx.execute_batch(sql)?;
    }
    tx.pragma_update(None, "application_id", APPLICATION)?;
    tx.pragma_update(None, "user_version", MIGRATIONS.len() as u32)?;
    Ok(tx.commit()?)
}

/// How many migrations the file has had.
fn version(db: &Transaction<'_>) -> Result<usize, StoreError> {
    let number = |name: &str| -> Result<i64, rusqlite::Error> { db.pragma_query_value(None, name, |row| row.get(0)) };
    let (application, version) = (number("application_id")?, number("user_version")?);
    if application != APPLICATION {
        let tables: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        return if application == 0 && version == 0 && tables == 0 {
            Ok(0)
        } else {
            Err(StoreError::NotAStore(PathBuf::new()))
        };
    }
    match usize::try_from(version) {
        Ok(known) if known <= MIGRATIONS.len() => Ok(known),
        _ => Err(StoreError::Newer {
            version: u32::try_from(version).unwrap_or_default(),
            known: MIGRATIONS.len() as u32,
        }),
    }
}

/// Writes everything into the main file and empties the log beside it, where what was deleted can still be read. `false`: somebody else reads, and,
/// if `patient`, did so for as long as one waits.
pub(crate) fn empty_log(db: &Connection, patient: bool) -> Result<bool, StoreError> {
    db.busy_timeout(if patient { PATIENCE } else { Duration::ZERO })?;
    let busy = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
    db.busy_timeout(PATIENCE)?;
    match busy.map_err(StoreError::from) {
        Ok(busy) => Ok(busy == 0),
        Err(StoreError::Busy) => Ok(false),
        Err(e) => Err(e),
    }
}

/// Again and again while another process does the same: the switch to a log does not wait by itself.
fn patiently<T>(mut step: impl FnMut() -> Result<T, rusqlite::Error>) -> Result<T, StoreError> {
    let started = Instant::now();
    loop {
        match step().map_err(StoreError::from) {
            Err(StoreError::Busy) if started.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(10)),
            done => return done,
        }
    }
}
