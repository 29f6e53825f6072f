//! Characters to words.

use jiff::civil::Date;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::keyword::Kw;
use crate::diag::{Code, Diagnostic};
use crate::source::{FileId, Span};

/// What a word is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tok {
    /// A name or a keyword; in NFC.
    Word(String),
    /// A name followed by `.*`.
    Pattern(String),
    /// A whole number.
    Number(i64),
    /// A civil date.
    Date(Date),
    /// A text in quotation marks.
    Text(String),
    /// Punctuation.
    Punct(Punct),
    /// `# …` to the end of the line (kept for the formatter, skipped by the parser).
    Comment(String),
    /// The end of the block.
    End,
}

/// Punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Punct {
    Open,
    Close,
    BraceOpen,
    BraceClose,
    BracketOpen,
    BracketClose,
    Comma,
    Colon,
    Bar,
    Plus,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl Punct {
    /// As it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Punct::Open => "(",
            Punct::Close => ")",
            Punct::BraceOpen => "{",
            Punct::BraceClose => "}",
            Punct::BracketOpen => "[",
            Punct::BracketClose => "]",
            Punct::Comma => ",",
            Punct::Colon => ":",
            Punct::Bar => "|",
            Punct::Plus => "+",
            Punct::Eq => "=",
            Punct::Ne => "!=",
            Punct::Lt => "<",
            Punct::Le => "<=",
            Punct::Gt => ">",
            Punct::Ge => ">=",
        }
    }
}

/// A word with its place.
#[derive(Clone, Debug)]
pub struct Token {
    /// What it is.
    pub tok: Tok,
    /// The meaning, when it is a keyword. A keyword can still be a name where only a name can stand.
    pub kw: Option<Kw>,
    /// Where it stands.
    pub span: Span,
    /// It is the first of its line.
    pub starts_line: bool,
    /// White space stands between it and the start of its line. Items are not indented, clauses are.
    pub indented: bool,
    /// An empty line stands before it.
    pub after_blank: bool,
}

impl Token {
    /// The word as written, for messages.
    pub fn describe(&self) -> String {
        match &self.tok {
            Tok::Word(w) => w.clone(),
            Tok::Pattern(p) => format!("{p}.*"),
            Tok::Number(n) => n.to_string(),
            Tok::Date(d) => d.to_string(),
            Tok::Text(t) => format!("\"{t}\""),
            Tok::Punct(p) => p.as_str().to_owned(),
            Tok::Comment(_) => "#".to_owned(),
            Tok::End => "∎".to_owned(),
        }
    }
}

/// The words of `text`, which begins at byte `base` of `file`. The last is always [`Tok::End`].
pub fn lex(file: FileId, base: usize, text: &str, diags: &mut Vec<Diagnostic>) -> Vec<Token> {
    let mut out = Vec::new();
    let (mut pos, mut starts_line, mut indented, mut newlines) = (0, true, false, 0);
    let span = |start: usize, end: usize| Span { file, start: (base + start) as u32, end: (base + end) as u32 };
    while let Some(c) = text[pos..].chars().next() {
        if c.is_whitespace() {
            indented = c != '\n';
            if c == '\n' {
                starts_line = true;
                newlines += 1;
            }
            pos += c.len_utf8();
            continue;
        }
        let start = pos;
        let rest = &text[pos..];
        let tok = if c == '#' {
            let end = rest.find('\n').unwrap_or(rest.len());
            pos += end;
            Some(Tok::Comment(rest[1..end].trim().to_owned()))
        } else if let Some(close) = closing_quote(c) {
            let body = &rest[c.len_utf8()..];
            match body.find([close, '\n']) {
                Some(i) if body[i..].starts_with(close) => {
                    pos += c.len_utf8() + i + close.len_utf8();
                    Some(Tok::Text(nfc(&body[..i])))
                }
                end => {
                    pos += c.len_utf8() + end.unwrap_or(body.len());
                    diags.push(Diagnostic::error(Code::OpenString, span(start, pos)).arg("close", close));
                    Some(Tok::Text(nfc(body[..end.unwrap_or(body.len())].trim_end())))
                }
            }
        } else if is_name_start(c) {
            let len = name_length(rest);
            pos += len;
            let word = &rest[..len];
            match number_or_date(word) {
                Some(Ok(tok)) => Some(tok),
                Some(Err(())) => {
                    diags.push(Diagnostic::error(Code::BadNumber, span(start, pos)).arg("found", word));
                    None
                }
                None if text[pos..].starts_with(".*") => {
                    pos += 2;
                    Some(Tok::Pattern(nfc(word)))
                }
                None => Some(Tok::Word(nfc(word))),
            }
        } else if let Some((punct, len)) = punctuation(rest) {
            pos += len;
            Some(Tok::Punct(punct))
        } else {
            pos += c.len_utf8();
            diags.push(Diagnostic::error(Code::BadCharacter, span(start, pos)).arg("found", c));
            None
        };
        if let Some(tok) = tok {
            let kw = if let Tok::Word(w) = &tok { Kw::of(w) } else { None };
            out.push(Token { tok, kw, span: span(start, pos), starts_line, indented, after_blank: newlines > 1 });
            starts_line = false;
            indented = true;
        }
        newlines = 0;
    }
    let end = span(text.trim_end().len(), text.trim_end().len());
    out.push(Token { tok: Tok::End, kw: None, span: end, starts_line: true, indented: false, after_blank: false });
    out
}

fn nfc(text: &str) -> String {
    if is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

fn closing_quote(c: char) -> Option<char> {
    match c {
        '"' => Some('"'),
        '«' => Some('»'),
        '“' => Some('”'),
        _ => None,
    }
}

/// Names may begin with a digit (`641-1`), because article numbers do.
fn is_name_start(c: char) -> bool {
    unicode_ident::is_xid_start(c) || c.is_ascii_digit() || c == '_'
}

/// A name goes on over letters and digits, and over `.` and `-` when a letter or digit follows.
fn name_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let inside = unicode_ident::is_xid_continue(c)
            || matches!(c, '.' | '-') && chars.peek().is_some_and(|(_, n)| unicode_ident::is_xid_continue(*n));
        if !inside {
            return i;
        }
    }
    text.len()
}

fn number_or_date(word: &str) -> Option<Result<Tok, ()>> {
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return Some(word.parse().map(Tok::Number).map_err(|_| ()));
    }
    let shape = word.bytes().map(|b| if b.is_ascii_digit() { b'9' } else { b });
    if shape.eq(*b"9999-99-99") {
        return Some(word.parse().map(Tok::Date).map_err(|_| ()));
    }
    None
}

fn punctuation(text: &str) -> Option<(Punct, usize)> {
    let two =
        [("!=", Punct::Ne), ("<=", Punct::Le), (">=", Punct::Ge), ("≠", Punct::Ne), ("≤", Punct::Le), ("≥", Punct::Ge)];
    let one = [
        ("(", Punct::Open),
        (")", Punct::Close),
        ("{", Punct::BraceOpen),
        ("}", Punct::BraceClose),
        ("[", Punct::BracketOpen),
        ("]", Punct::BracketClose),
        (",", Punct::Comma),
        (":", Punct::Colon),
        ("|", Punct::Bar),
        ("+", Punct::Plus),
        ("=", Punct::Eq),
        ("<", Punct::Lt),
        (">", Punct::Gt),
    ];
    two.into_iter().chain(one).find(|(s, _)| text.starts_with(s)).map(|(s, p)| (p, s.len()))
}
