//! How text is laid out on a terminal: words in roles, wrapped at a width, with or without colour.

use annotate_snippets::renderer::{AnsiColor, Effects, Style as Ansi};

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

/// What a stretch of text is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Plain,
    Strong,
    Faint,
    Yes,
    No,
    Open,
    Warning,
}

impl Role {
    fn ansi(self) -> Ansi {
        let colored = |c: AnsiColor| c.on_default();
        match self {
            Role::Plain => Ansi::new(),
            Role::Strong => Ansi::new() | Effects::BOLD,
            Role::Faint => Ansi::new() | Effects::DIMMED,
            Role::Yes => colored(AnsiColor::Green),
            Role::No => colored(AnsiColor::Red),
            Role::Open => colored(AnsiColor::Yellow),
            Role::Warning => colored(AnsiColor::Magenta) | Effects::BOLD,
        }
    }
}

/// Stretches of text, each in its role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Text(pub(crate) Vec<(Role, String)>);

impl Text {
    pub(crate) fn new(role: Role, text: impl Into<String>) -> Text {
        Text(vec![(role, text.into())])
    }

    pub(crate) fn and(mut self, role: Role, text: impl Into<String>) -> Text {
        self.0.push((role, text.into()));
        self
    }

    /// Without roles.
    pub(crate) fn plain(&self) -> String {
        self.0.iter().map(|(_, t)| t.as_str()).collect()
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text::new(Role::Plain, text)
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text::new(Role::Plain, text)
    }
}

/// Lines in the making.
pub(crate) struct Page {
    style: Style,
    out: String,
}

impl Page {
    pub(crate) fn new(style: &Style) -> Page {
        Page { style: *style, out: String::new() }
    }

    /// One empty line; never two.
    pub(crate) fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// A paragraph, every line indented.
    pub(crate) fn line(&mut self, indent: usize, text: impl Into<Text>) {
        let margin = " ".repeat(indent);
        self.hang(&margin, &margin, text);
    }

    /// A paragraph whose first line begins with `first` and whose other lines begin with `rest`, both faint.
    pub(crate) fn hang(&mut self, first: &str, rest: &str, text: impl Into<Text>) {
        let text = text.into();
        let width = self.style.width.saturating_sub(chars(rest).max(chars(first))).max(24);
        for (i, line) in wrap(&text, width).iter().enumerate() {
            let prefix = if i == 0 { first } else { rest };
            self.paint(Role::Faint, if line.0.is_empty() { prefix.trim_end() } else { prefix });
            for (role, piece) in &line.0 {
                self.paint(*role, piece);
            }
            self.out.push('\n');
        }
    }

    /// One line as it is, however long.
    pub(crate) fn row(&mut self, text: Text) {
        for (role, piece) in &text.0 {
            self.paint(*role, piece);
        }
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
    }

    fn paint(&mut self, role: Role, text: &str) {
        let ansi = role.ansi();
        if self.style.color && role != Role::Plain && !text.trim().is_empty() {
            self.out.push_str(&format!("{ansi}{text}{ansi:#}"));
        } else {
            self.out.push_str(text);
        }
    }

    pub(crate) fn finish(self) -> String {
        let mut out = self.out;
        out.truncate(out.trim_end().len());
        out
    }
}

/// How wide a text is. None of the three alphabets has letters that take two columns.
pub(crate) fn chars(text: &str) -> usize {
    text.chars().count()
}

/// Broken at spaces into lines of at most `width` characters; a word longer than a line stays whole.
fn wrap(text: &Text, width: usize) -> Vec<Text> {
    let mut letters = text.0.iter().flat_map(|(role, t)| t.chars().map(|c| (c, *role))).peekable();
    let (mut lines, mut line, mut used) = (Vec::new(), Text::default(), 0);
    while letters.peek().is_some() {
        let mut word = Text::default();
        let mut spaces = Text::default();
        while let Some((c, role)) = letters.next_if(|(c, _)| *c == ' ') {
            push(&mut spaces, c, role);
        }
        while let Some((c, role)) = letters.next_if(|(c, _)| *c != ' ') {
            push(&mut word, c, role);
        }
        let (gap, len) = (chars(&spaces.plain()), chars(&word.plain()));
        if used > 0 && used + gap + len > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        } else {
            line.0.extend(spaces.0);
            used += gap;
        }
        line.0.extend(word.0);
        used += len;
    }
    lines.push(line);
    lines
}

fn push(text: &mut Text, c: char, role: Role) {
    match text.0.last_mut() {
        Some((last, t)) if *last == role => t.push(c),
        _ => text.0.push((role, c.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::{Page, Role, Style, Text};

    #[test]
    fn lines_are_broken_at_spaces_and_hang() {
        let mut page = Page::new(&Style { color: false, width: 30 });
        page.hang("├─ ", "│  ", "жауаптылық пен құқық бұзушылық бір нәрсе емес");
        assert_eq!(page.finish(), "├─ жауаптылық пен құқық\n│  бұзушылық бір нәрсе емес");
    }

    #[test]
    fn color_does_not_count_as_width() {
        let text = Text::new(Role::Yes, "yes").and(Role::Plain, ", and no more than that is said here");
        let mut plain = Page::new(&Style { color: false, width: 30 });
        plain.line(0, text.clone());
        let mut colored = Page::new(&Style { color: true, width: 30 });
        colored.line(0, text);
        let (plain, colored) = (plain.finish(), colored.finish());
        assert_eq!(plain.lines().count(), colored.lines().count());
        assert!(colored.contains("\u{1b}["));
    }
}
