//! Doing something again after each change of the pages in a directory.
//!
//! The directory is looked at over and over instead of asking the system to tell: what it tells does not reach folders on a network, in a
//! container or of another system's disk, and a law has some hundred pages, whose stamps are read in less than a millisecond.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use tarazy_law::Source;
use tarazy_web::http::stop_signal;
use tarazy_words::Words;

use crate::corpus;
use crate::failure::{Failure, Outcome};
use crate::out;

/// Pages are settled when nothing about them has changed for so long.
const SETTLED: Duration = Duration::from_millis(30);
/// Looking takes at most one part in so many of the time, however slow the folder is.
const SHARE: u32 = 10;
/// So long after a change texts are compared, because some systems stamp two changes alike.
const ALIKE: Duration = Duration::from_secs(2);

/// What one run over the pages found.
pub(crate) struct Run {
    /// Everything, in the order in which it is shown.
    pub(crate) found: Vec<Found>,
    /// The exit code, should it be the last run.
    pub(crate) code: ExitCode,
}

/// One thing that was found.
pub(crate) struct Found {
    /// What makes it the same thing in the next run, wherever on its page it then stands.
    pub(crate) key: String,
    /// How it is shown.
    pub(crate) text: String,
}

/// Runs over the pages of `dir`, and again after each change, until somebody stops it; the exit code is that of the last run. Shown are
/// first everything and then only what is gone and what is new.
pub(crate) fn watch(words: &Words, dir: &Path, mut run: impl FnMut(Vec<Source>) -> Run) -> Result<ExitCode, Failure> {
    let stop = stopped()?;
    let mut eye = Eye { dir: dir.to_owned(), stamps: BTreeMap::new(), pages: None, changed: Instant::now() };
    let mut before: Vec<Found> = Vec::new();
    let mut code = Outcome::Good.code();
    let mut first = true;
    // A directory that is not there at all is a mistake; one that is gone for a moment later on is not.
    corpus::read_dir(dir, dir)?;
    loop {
        let began = Instant::now();
        if let Some(pages) = eye.look() {
            let began = Instant::now();
            let now = run(pages);
            let time = began.elapsed().as_millis().to_string();
            show(words, &before, &now.found, &time)?;
            if first {
                out::text(&words.say_with("watch-waits", &[("dir", &dir.display().to_string())]))?;
                first = false;
            }
            (before, code) = (now.found, now.code);
        }
        let pause = SETTLED.max(began.elapsed() * SHARE).min(Duration::from_secs(2));
        match stop.recv_timeout(pause) {
            Err(RecvTimeoutError::Timeout) => {}
            _ => return Ok(code),
        }
    }
}

/// A message, when somebody stops the program. From now on that no longer ends it at once.
fn stopped() -> Result<Receiver<()>, Failure> {
    let (send, stop) = channel();
    let (ready, listens) = channel();
    let io = |e: std::io::Error| Failure::Io(e.to_string());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(io)?;
    thread::spawn(move || {
        runtime.block_on(async {
            tokio::select! {
                biased;
                () = stop_signal() => {}
                // Reached only when the signal is already listened for.
                () = async { let _ = ready.send(()); std::future::pending::<()>().await } => {}
            }
        });
        let _ = send.send(());
    });
    // A thread that ends without a word never listened; then the program ends as any other does.
    let _ = listens.recv();
    Ok(stop)
}

fn show(words: &Words, before: &[Found], now: &[Found], time: &str) -> Result<(), Failure> {
    let mut lines: Vec<String> = Vec::new();
    let mut pipe = std::io::stdout().lock();
    for gone in without(before, now) {
        lines.push(words.say_with("watch-gone", &[("what", &gone.text)]));
    }
    lines.extend(without(now, before).into_iter().map(|new| new.text.clone()));
    lines.push(words.say_with("watch-now", &[("found", &now.len().to_string()), ("time", time)]));
    writeln!(pipe, "{}", lines.join("\n")).and_then(|()| pipe.flush()).map_err(Failure::write)
}

/// What is in `these` and not in `those`; of things that are alike, as many as there are more.
fn without<'a>(these: &'a [Found], those: &[Found]) -> Vec<&'a Found> {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for f in those {
        *left.entry(&f.key).or_default() += 1;
    }
    let mut out = Vec::new();
    for f in these {
        match left.get_mut(f.key.as_str()) {
            Some(n) if *n > 0 => *n -= 1,
            _ => out.push(f),
        }
    }
    out
}

/// What is known of the directory.
struct Eye {
    dir: PathBuf,
    stamps: BTreeMap<PathBuf, (Option<SystemTime>, u64)>,
    /// The pages of the last run.
    pages: Option<Vec<Source>>,
    changed: Instant,
}

impl Eye {
    /// The pages, where they are others than before and have come to rest.
    fn look(&mut self) -> Option<Vec<Source>> {
        let stamps = stamps(&self.dir).ok()?;
        if stamps != self.stamps {
            // Somebody is writing; the next look tells whether they have ended.
            self.stamps = stamps;
            self.changed = Instant::now();
            if self.pages.is_some() {
                return None;
            }
        } else if self.changed.elapsed() > ALIKE {
            return None;
        }
        // What goes away while it is read comes to rest later.
        let mut pages = corpus::read_dir(&self.dir, &self.dir).ok()?;
        pages.sort_by(|a, b| a.path.cmp(&b.path));
        let same =
            |old: &Vec<Source>| old.iter().map(|p| (&p.path, &p.text)).eq(pages.iter().map(|p| (&p.path, &p.text)));
        if self.pages.as_ref().is_some_and(same) {
            return None;
        }
        self.pages = Some(pages.clone());
        Some(pages)
    }
}

/// Every page with its stamp and its length.
fn stamps(dir: &Path) -> std::io::Result<BTreeMap<PathBuf, (Option<SystemTime>, u64)>> {
    let mut out = BTreeMap::new();
    for entry in std::fs::read_dir(dir)? {
        let path = entry?.path();
        let about = std::fs::metadata(&path)?;
        if about.is_dir() {
            out.extend(stamps(&path)?);
        } else if path.extension().is_some_and(|e| e == "md") {
            out.insert(path, (about.modified().ok(), about.len()));
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(keys: &[&str]) -> Vec<Found> {
        keys.iter().map(|k| Found { key: (*k).to_owned(), text: String::new() }).collect()
    }

    fn keys(found: Vec<&Found>) -> Vec<&str> {
        found.into_iter().map(|f| f.key.as_str()).collect()
    }

    #[test]
    fn what_is_new_is_counted_as_often_as_it_is_there() {
        let (before, now) = (found(&["a", "b", "b"]), found(&["b", "c", "b", "b"]));
        assert_eq!(keys(without(&before, &now)), ["a"]);
        assert_eq!(keys(without(&now, &before)), ["c", "b"]);
    }
}
