//! `tarazy law fmt`: lays out the blocks of a page and touches nothing else.
//!
//! Line breaks and comments stay where the author put them; what changes is indentation and the space between words. So formatting
//! twice is formatting once.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::keyword::Kw;
use super::lex::{Punct, Tok, Token, lex};
use crate::source::FileId;

/// Clauses are indented so far, and what follows their keyword begins at this column.
const CLAUSE_INDENT: usize = 2;
const BODY_COLUMN: usize = 12;

/// The page with its blocks laid out.
pub fn format_page(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    for (kind, range) in blocks(text) {
        out.push_str(&text[copied..range.start]);
        out.push_str(&format_block(&text[range.clone()], kind));
        copied = range.end;
    }
    out.push_str(&text[copied..]);
    out
}

/// What a fenced block of a page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// Items.
    Norm,
    /// An example.
    Test,
}

/// The blocks of a page that the machine reads, with the place of what stands between the fences.
pub fn blocks(text: &str) -> Vec<(Block, Range<usize>)> {
    let mut out = Vec::new();
    let mut open: Option<(Block, Option<Range<usize>>)> = None;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_HEADING_ATTRIBUTES).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                open = match info.trim() {
                    "norm" | "норма" => Some((Block::Norm, None)),
                    "test" | "мысал" | "пример" => Some((Block::Test, None)),
                    _ => None,
                }
            }
            Event::Text(_) => {
                if let Some((_, covered)) = &mut open {
                    let start = covered.as_ref().map_or(range.start, |c| c.start);
                    *covered = Some(start..range.end);
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some((kind, Some(mut range))) = open.take() {
                    // With Windows line ends, a line break at either end is only half counted to the text.
                    if text[..range.start].ends_with('\r') {
                        range.start -= 1;
                    }
                    if !text[range.clone()].ends_with('\n') {
                        let rest = &text[range.end..];
                        range.end += ["\r\n", "\n"].into_iter().find(|e| rest.starts_with(e)).map_or(0, str::len);
                    }
                    out.push((kind, range));
                }
            }
            _ => {}
        }
    }
    out
}

fn format_block(text: &str, kind: Block) -> String {
    let mut diags = Vec::new();
    let tokens = lex(FileId(0), 0, text, &mut diags);
    // A block that cannot even be read as words is left as it is; `check` says why.
    if !diags.is_empty() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut in_table = false;
    let mut opener = None;
    for line in lines(&tokens) {
        let first = &line[0];
        if first.after_blank && !out.is_empty() {
            out.push('\n');
        }
        let keyword = first.kw.filter(|_| matches!(first.tok, Tok::Word(_)));
        let opens_item = kind == Block::Norm && !first.indented && keyword.is_some_and(Kw::opens_item);
        if opens_item {
            let declared = if keyword == Some(Kw::Replace) { line.get(1).and_then(|t| t.kw) } else { keyword };
            in_table = declared == Some(Kw::Table);
            opener = declared;
        }
        if opens_item || kind == Block::Test && keyword.is_some_and(Kw::opens_test_line) {
            put_words(&mut out, line);
        } else if matches!(first.tok, Tok::Comment(_)) {
            if first.indented {
                out.push_str(&" ".repeat(CLAUSE_INDENT));
            }
            put_words(&mut out, line);
        } else if in_table {
            put_row(&mut out, line);
        } else if keyword.is_some_and(|kw| kw.opens_clause() && !is_continuation(kw, opener)) {
            put_clause(&mut out, line);
        } else {
            put_continuation(&mut out, line, if kind == Block::Norm { BODY_COLUMN } else { 7 });
        }
        out.push('\n');
    }
    // A block that ends with its file has no last line break, and gets none.
    if !text.ends_with('\n') {
        out.truncate(out.trim_end().len());
    }
    out
}

/// `from` opens a clause only in an edition; elsewhere it goes on with the line before.
fn is_continuation(kw: Kw, opener: Option<Kw>) -> bool {
    kw == Kw::From && opener != Some(Kw::Edition)
}

fn lines(tokens: &[Token]) -> Vec<&[Token]> {
    let words = &tokens[..tokens.len() - 1];
    let mut out: Vec<&[Token]> = Vec::new();
    let mut start = 0;
    for i in 1..=words.len() {
        if i == words.len() || words[i].starts_line {
            if start < i {
                out.push(&words[start..i]);
            }
            start = i;
        }
    }
    out
}

/// Clause keyword, then the rest from one column on. Of `answers to`, `refers to`, `feasible for` and `excluded by` the first word is
/// the keyword and the second opens the rest, so that the names stand one under the other.
fn put_clause(out: &mut String, line: &[Token]) {
    let keyword = written(&line[0].tok);
    out.push_str(&" ".repeat(CLAUSE_INDENT));
    out.push_str(&keyword);
    let used = CLAUSE_INDENT + keyword.chars().count();
    if line.len() > 1 {
        out.push_str(&" ".repeat(BODY_COLUMN.saturating_sub(used).max(1)));
        put_words(out, &line[1..]);
    }
}

/// `and` and `or` stand left of the column, so that the conditions they join stand one under the other.
fn put_continuation(out: &mut String, line: &[Token], column: usize) {
    let joins = matches!(line[0].kw, Some(Kw::And | Kw::Or));
    let hang = if joins { written(&line[0].tok).chars().count() + 1 } else { 0 };
    out.push_str(&" ".repeat(column.saturating_sub(hang)));
    put_words(out, line);
}

/// The last word of a table row is its amount.
fn put_row(out: &mut String, line: &[Token]) {
    let amount = line.iter().rposition(|t| matches!(t.tok, Tok::Number(_))).unwrap_or(line.len());
    let mut label = String::new();
    put_words(&mut label, &line[..amount]);
    out.push_str(&" ".repeat(CLAUSE_INDENT));
    out.push_str(&label);
    if amount < line.len() {
        let used = CLAUSE_INDENT + label.chars().count();
        out.push_str(&" ".repeat(28_usize.saturating_sub(used).max(2)));
        put_words(out, &line[amount..]);
    }
}

fn put_words(out: &mut String, words: &[Token]) {
    for (i, t) in words.iter().enumerate() {
        if i > 0 && spaced(&words[i - 1], t) {
            out.push(' ');
        }
        out.push_str(&written(&t.tok));
    }
}

fn spaced(left: &Token, right: &Token) -> bool {
    use Punct::*;
    match (&left.tok, &right.tok) {
        (_, Tok::Punct(Comma | Colon | Close | BraceClose | BracketClose)) => false,
        (Tok::Punct(Open | BraceOpen | BracketOpen), _) => false,
        // A call has no space before its parenthesis; a group after a keyword has one.
        (Tok::Word(_), Tok::Punct(Open)) => left.kw.is_some_and(Kw::precedes_condition),
        _ => true,
    }
}

fn written(tok: &Tok) -> String {
    match tok {
        Tok::Word(w) => w.clone(),
        Tok::Pattern(p) => format!("{p}.*"),
        Tok::Number(n) => n.to_string(),
        Tok::Date(d) => d.to_string(),
        // Whatever it was written in, one pair of marks is left that does not end inside it.
        Tok::Text(t) => match ['"', '»', '”'].into_iter().find(|close| !t.contains(*close)) {
            Some('»') => format!("«{t}»"),
            Some('”') => format!("“{t}”"),
            _ => format!("\"{t}\""),
        },
        Tok::Punct(p) => p.as_str().to_owned(),
        Tok::Comment(c) if c.is_empty() => "#".to_owned(),
        Tok::Comment(c) => format!("# {c}"),
        Tok::End => String::new(),
    }
}
