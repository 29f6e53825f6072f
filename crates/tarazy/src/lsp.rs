//! `tarazy lsp`: the server of `tarazy-editor` on standard input and output. Three threads: one reads, one answers, one reviews.

use std::io::{BufReader, Write, stdin, stdout};
use std::path::{Path, absolute};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use lsp_server::Message;
use tarazy_editor::{Disk, Done, Job, Server};
use tarazy_law::Source;

use crate::cli::Global;
use crate::corpus;
use crate::failure::Failure;

/// A review begins when nobody has typed for so long.
const QUIET: Duration = Duration::from_millis(150);

/// What the answering thread waits for.
enum Event {
    Message(Message),
    Reviewed(Done),
    /// The editor has gone, with what was wrong with its last words.
    Closed(Option<std::io::Error>),
}

/// Pages as they lie on this machine.
struct Here;

impl Disk for Here {
    fn is_dir(&self, path: &str) -> bool {
        Path::new(path).is_dir()
    }

    fn pages(&self, root: &str) -> Vec<Source> {
        let mut out = Vec::new();
        collect(Path::new(root), Path::new(root), &mut out);
        out
    }

    fn read(&self, path: &str) -> Option<String> {
        std::fs::read_to_string(path).ok()
    }
}

/// What cannot be read is left out: an editor shows what it can.
fn collect(root: &Path, dir: &Path, out: &mut Vec<Source>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for path in entries.filter_map(|e| Some(e.ok()?.path())) {
        if path.is_dir() {
            // What tools keep beside the pages is not law, and a link may lead in a circle.
            let hidden = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
            if !hidden && !path.is_symlink() {
                collect(root, &path, out);
            }
        } else if path.extension().is_some_and(|e| e == "md")
            && let Ok(text) = std::fs::read_to_string(&path)
        {
            out.push(Source { path: corpus::slashes(path.strip_prefix(root).unwrap_or(&path)), text });
        }
    }
}

/// Talks until the editor says that it is over, or goes.
pub(crate) fn run(global: &Global) -> Result<ExitCode, Failure> {
    let law = match &global.law {
        Some(dir) => {
            let dir = absolute(dir).map_err(|e| Failure::read(dir, &e))?;
            Some(dir.to_string_lossy().replace('\\', "/").trim_end_matches('/').to_owned())
        }
        None => None,
    };
    let mut server = Server::new(Here, global.lang, law);
    let (events, incoming) = channel();
    let jobs = reviewer(events.clone());
    thread::spawn(move || read(&events));
    let mut out = Vec::new();
    while server.over().is_none() {
        let Ok(event) = incoming.recv() else { break };
        let mut next = Some(event);
        // Everything that has come is looked at before the first of it is answered: some of it may be taken back.
        while let Some(event) = next {
            match event {
                Event::Message(message) => out.extend(server.receive(message)),
                Event::Reviewed(done) => server.take(done),
                Event::Closed(None) => return Ok(ExitCode::from(1)),
                Event::Closed(Some(e)) => return Err(Failure::Io(e.to_string())),
            }
            next = incoming.try_recv().ok();
        }
        while server.over().is_none() && server.work(&mut out) {
            send(&mut out)?;
        }
        server.publish(&mut out);
        send(&mut out)?;
        if let Some(job) = server.job() {
            // Without a reviewer there are no findings, and everything else goes on.
            let _ = jobs.send(job);
        }
    }
    Ok(ExitCode::from(server.over().and_then(|c| u8::try_from(c).ok()).unwrap_or(1)))
}

fn send(out: &mut Vec<Message>) -> Result<(), Failure> {
    if out.is_empty() {
        return Ok(());
    }
    let mut pipe = stdout().lock();
    for message in out.drain(..) {
        message.write(&mut pipe).map_err(Failure::write)?;
    }
    pipe.flush().map_err(Failure::write)
}

fn read(events: &Sender<Event>) {
    let mut pipe = BufReader::new(stdin());
    loop {
        let event = match Message::read(&mut pipe) {
            Ok(Some(message)) => Event::Message(message),
            Ok(None) => Event::Closed(None),
            Err(e) => Event::Closed(Some(e)),
        };
        let last = matches!(event, Event::Closed(_));
        if events.send(event).is_err() || last {
            return;
        }
    }
}

/// Makes reviews apart from the answers, always of the newest law.
fn reviewer(events: Sender<Event>) -> Sender<Job> {
    let (jobs, waiting): (Sender<Job>, Receiver<Job>) = channel();
    thread::spawn(move || {
        while let Ok(mut job) = waiting.recv() {
            loop {
                match waiting.recv_timeout(QUIET) {
                    Ok(newer) => job = newer,
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            if events.send(Event::Reviewed(job.done())).is_err() {
                return;
            }
        }
    });
    jobs
}
