//! To standard output, and how it looks there.

use std::io::{IsTerminal, Write, stdout};
use std::path::Path;

use tarazy_words::Style;

use crate::cli::{Color, Global};
use crate::failure::{Failure, Outcome};

/// Prints `text` and ends well.
pub(crate) fn text(text: &str) -> Result<Outcome, Failure> {
    bytes(text.trim_end().as_bytes())?;
    bytes(b"\n")
}

/// Prints `bytes` and ends well.
pub(crate) fn bytes(bytes: &[u8]) -> Result<Outcome, Failure> {
    stdout().lock().write_all(bytes).map_err(Failure::write)?;
    Ok(Outcome::Good)
}

/// Writes a file as a whole or not at all: what stood there stays until the new one is complete.
pub(crate) fn file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let written = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        // There may be nothing to take away.
        let _ = std::fs::remove_file(&beside);
    }
    written.map_err(|e| Failure::read(path, &e))
}

/// Colour and width of standard output.
pub(crate) fn style(global: &Global) -> Style {
    let terminal = stdout().is_terminal();
    let color = match global.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => terminal && std::env::var_os("NO_COLOR").is_none(),
    };
    let columns = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    Style { color, width: columns.unwrap_or(100).clamp(40, 160) }
}
