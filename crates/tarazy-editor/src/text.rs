//! A text and places in it, as editors count them: lines, and columns in UTF-16 units or in bytes.

use lsp_types::{Position, Range, TextDocumentContentChangeEvent, TextEdit};

/// What a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Columns {
    /// Units of UTF-16, which every editor understands.
    #[default]
    Utf16,
    /// Bytes, which cost nothing, where the editor offers them.
    Utf8,
}

/// A text with the beginnings of its lines.
pub(crate) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    columns: Columns,
}

impl<'a> Lines<'a> {
    /// A line ends with `\n`, `\r\n` or `\r`.
    pub(crate) fn new(text: &'a str, columns: Columns) -> Lines<'a> {
        let bytes = text.as_bytes();
        let ends =
            bytes.iter().enumerate().filter(|(i, b)| **b == b'\n' || **b == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
        let starts = std::iter::once(0).chain(ends.map(|(i, _)| i + 1)).collect();
        Lines { text, starts, columns }
    }

    /// The place of a byte. One inside a letter counts as the beginning of the letter.
    pub(crate) fn position(&self, at: usize) -> Position {
        let at = floor(self.text, at);
        let line = self.starts.partition_point(|s| *s <= at).saturating_sub(1);
        let before = &self.text[self.starts[line]..at];
        let character = match self.columns {
            Columns::Utf8 => before.len(),
            Columns::Utf16 => before.encode_utf16().count(),
        };
        Position::new(line as u32, character as u32)
    }

    /// The places of two bytes.
    pub(crate) fn range(&self, start: usize, end: usize) -> Range {
        Range::new(self.position(start), self.position(end.max(start)))
    }

    /// The byte at a place. A column beyond its line is the end of the line, a line beyond the text is the end of the text.
    pub(crate) fn offset(&self, place: Position) -> usize {
        let Some(&start) = self.starts.get(place.line as usize) else { return self.text.len() };
        let end = self.starts.get(place.line as usize + 1).copied().unwrap_or(self.text.len());
        let line = self.text[start..end].trim_end_matches(['\n', '\r']);
        let column = place.character as usize;
        if self.columns == Columns::Utf8 {
            return start + floor(line, column);
        }
        let mut units = 0;
        for (i, c) in line.char_indices() {
            // A place inside a pair is the place before the letter.
            if units + c.len_utf16() > column {
                return start + i;
            }
            units += c.len_utf16();
        }
        start + line.len()
    }
}

/// The nearest beginning of a letter at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

/// The text after these changes, each of which speaks of what the one before it left.
pub(crate) fn changed(mut text: String, changes: Vec<TextDocumentContentChangeEvent>, columns: Columns) -> String {
    for change in changes {
        match change.range {
            None => text = change.text,
            Some(range) => {
                let lines = Lines::new(&text, columns);
                let (start, end) = (lines.offset(range.start), lines.offset(range.end));
                text.replace_range(start..end.max(start), &change.text);
            }
        }
    }
    text
}

/// What is alike at the beginning and at the end of two texts, in bytes.
pub(crate) fn common(a: &str, b: &str) -> (usize, usize) {
    let mut head = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    while !a.is_char_boundary(head) || !b.is_char_boundary(head) {
        head -= 1;
    }
    let (a, b) = (&a[head..], &b[head..]);
    let mut tail = a.bytes().rev().zip(b.bytes().rev()).take_while(|(x, y)| x == y).count();
    while !a.is_char_boundary(a.len() - tail) || !b.is_char_boundary(b.len() - tail) {
        tail -= 1;
    }
    (head, tail)
}

/// The one edit that makes `old` into `new`, as short as whole lines let it be; none, where they are the same.
pub(crate) fn edit(old: &str, new: &str, columns: Columns) -> Option<TextEdit> {
    if old == new {
        return None;
    }
    let (head, tail) = common(old, new);
    let start = old[..head].rfind('\n').map_or(0, |i| i + 1);
    // Up to the beginning of a line, so that no line end is cut in two.
    let rest = &old[old.len() - tail..];
    let tail = rest.find('\n').map_or(0, |i| rest.len() - i - 1);
    let lines = Lines::new(old, columns);
    Some(TextEdit { range: lines.range(start, old.len() - tail), new_text: new[start..new.len() - tail].to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_units_of_utf16_or_bytes() {
        let text = "әдіс 𝔸x\r\nсоңы\rend";
        let utf16 = Lines::new(text, Columns::Utf16);
        let x = text.find('x').unwrap_or(0);
        assert_eq!(utf16.position(x), Position::new(0, 7));
        assert_eq!(utf16.offset(Position::new(0, 7)), x);
        // Inside the pair: before the letter.
        assert_eq!(utf16.offset(Position::new(0, 6)), x - 4);
        assert_eq!(utf16.offset(Position::new(0, 99)), x + 1);
        assert_eq!(utf16.offset(Position::new(2, 0)), text.len() - 3);
        assert_eq!(utf16.offset(Position::new(9, 9)), text.len());
        let utf8 = Lines::new(text, Columns::Utf8);
        assert_eq!(utf8.position(x), Position::new(0, 13));
        assert_eq!(utf8.offset(Position::new(0, 13)), x);
        assert_eq!(utf8.offset(Position::new(0, 1)), 0);
    }

    #[test]
    fn changes_follow_one_another() {
        let change = |line, from, to, text: &str| TextDocumentContentChangeEvent {
            range: Some(Range::new(Position::new(line, from), Position::new(line, to))),
            range_length: None,
            text: text.to_owned(),
        };
        let text = changed("𝔸б\nә".into(), vec![change(0, 2, 3, "в\nг"), change(2, 0, 1, "ғ")], Columns::Utf16);
        assert_eq!(text, "𝔸в\nг\nғ");
        // A range that ends before it begins removes nothing.
        assert_eq!(changed("ab".into(), vec![change(0, 2, 0, "c")], Columns::Utf16), "abc");
    }

    #[test]
    fn an_edit_makes_one_text_into_the_other() {
        for (old, new) in [
            ("a\nb\nc\n", "a\nx\nc\n"),
            ("a\na\n", "a\n"),
            ("", "ә"),
            ("ә", "ғ"),
            ("x\r\ny", "x\ny"),
            ("a\nb", "a\nb\n"),
        ] {
            let e = edit(old, new, Columns::Utf16);
            let e = e.map(|e| TextDocumentContentChangeEvent {
                range: Some(e.range),
                range_length: None,
                text: e.new_text,
            });
            assert_eq!(changed(old.to_owned(), e.into_iter().collect(), Columns::Utf16), new);
        }
        assert_eq!(edit("a", "a", Columns::Utf16), None);
    }
}
