//! How a command can end, and with which exit code.

use std::io::{IsTerminal, Write, stderr};
use std::path::Path;
use std::process::ExitCode;

use tarazy_law::{Diagnostic, Sources};
use tarazy_words::Words;

use crate::cli::{Color, Global};

/// It was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything is in order.
    Good,
    /// Something is not as it claims to be.
    NotInOrder,
}

impl Outcome {
    pub(crate) fn code(self) -> ExitCode {
        match self {
            Outcome::Good => ExitCode::SUCCESS,
            Outcome::NotInOrder => ExitCode::from(1),
        }
    }
}

/// It could not be done.
pub(crate) enum Failure {
    /// What was asked for does not exist; the message says what does.
    Usage(String),
    /// A page or a case cannot be read; the message is already laid out.
    Unreadable(String),
    /// A file cannot be read or written.
    Io(String),
    /// Whoever reads our output went away.
    Closed,
}

impl Failure {
    /// A failure to read `path`.
    pub(crate) fn read(path: &Path, e: &std::io::Error) -> Failure {
        Failure::Io(format!("{}: {e}", path.display()))
    }

    /// A failure to write to standard output.
    pub(crate) fn write(e: std::io::Error) -> Failure {
        if e.kind() == std::io::ErrorKind::BrokenPipe { Failure::Closed } else { Failure::Io(e.to_string()) }
    }

    /// What is wrong with pages or cases.
    pub(crate) fn diagnostics(global: &Global, words: &Words, sources: &Sources, diags: &[Diagnostic]) -> Failure {
        let color = match global.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        };
        Failure::Unreadable(tarazy_words::diagnostics(words, sources, diags, color))
    }

    pub(crate) fn report(&self) {
        let text = match self {
            Failure::Usage(t) | Failure::Unreadable(t) | Failure::Io(t) => t,
            Failure::Closed => return,
        };
        // There is nobody left to tell if even this fails.
        let _ = writeln!(stderr(), "{}", text.trim_end());
    }

    pub(crate) fn code(&self) -> ExitCode {
        match self {
            Failure::Usage(_) => ExitCode::from(2),
            Failure::Unreadable(_) => ExitCode::from(3),
            Failure::Io(_) => ExitCode::from(4),
            Failure::Closed => ExitCode::SUCCESS,
        }
    }
}
