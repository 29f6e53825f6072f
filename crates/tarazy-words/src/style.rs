//! How text is laid out on a terminal.

/// Colour and width.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// With ANSI colours.
    pub color: bool,
    /// So many characters in a line.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Style {
        Style { color: false, width: 100 }
    }
}
