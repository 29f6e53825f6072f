//! To standard output, and how it looks there.

use std::io::{IsTerminal, Write, stdout};

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
