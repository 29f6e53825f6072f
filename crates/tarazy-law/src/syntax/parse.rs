//! The cursor of the parser: looking, moving, and demanding what must come.

use super::ast::*;
use super::keyword::Kw;
use super::lex::{Punct, Tok, Token, lex};
use crate::diag::{Code, Diagnostic};
use crate::lang::Text3;
use crate::source::{FileId, Span};

/// The parser gave up on this item; what was wrong is already reported.
pub(super) struct Failed;
pub(super) type Parsed<T> = Result<T, Failed>;

/// A cursor over the words of one block.
pub(super) struct Parser<'a> {
    tokens: Vec<Token>,
    pub(super) pos: usize,
    pub(super) depth: u32,
    pub(super) diags: &'a mut Vec<Diagnostic>,
}

impl<'a> Parser<'a> {
    pub(super) fn new(file: FileId, base: usize, text: &str, diags: &'a mut Vec<Diagnostic>) -> Parser<'a> {
        let mut tokens = lex(file, base, text, diags);
        tokens.retain(|t| !matches!(t.tok, Tok::Comment(_)));
        Parser { tokens, pos: 0, depth: 0, diags }
    }

    // Looking.

    pub(super) fn peek(&self) -> &Token {
        &self.tokens[self.pos.min(self.tokens.len() - 1)]
    }

    pub(super) fn peek_after(&self, n: usize) -> &Token {
        &self.tokens[(self.pos + n).min(self.tokens.len() - 1)]
    }

    pub(super) fn kw(&self) -> Option<Kw> {
        self.peek().kw
    }

    pub(super) fn at(&self, kw: Kw) -> bool {
        self.kw() == Some(kw)
    }

    pub(super) fn at_punct(&self, punct: Punct) -> bool {
        self.peek().tok == Tok::Punct(punct)
    }

    pub(super) fn at_end(&self) -> bool {
        self.peek().tok == Tok::End
    }

    pub(super) fn at_item(&self) -> bool {
        let t = self.peek();
        t.tok == Tok::End || t.starts_line && !t.indented && t.kw.is_some_and(Kw::opens_item)
    }

    // Moving.

    pub(super) fn next(&mut self) -> Token {
        let t = self.peek().clone();
        self.pos += 1;
        t
    }

    pub(super) fn eat(&mut self, kw: Kw) -> bool {
        let yes = self.at(kw);
        self.pos += usize::from(yes);
        yes
    }

    pub(super) fn eat_punct(&mut self, punct: Punct) -> bool {
        let yes = self.at_punct(punct);
        self.pos += usize::from(yes);
        yes
    }

    pub(super) fn last_span(&self) -> Span {
        self.tokens[self.pos.saturating_sub(1).min(self.tokens.len() - 1)].span
    }

    pub(super) fn skip_to_item(&mut self, from: usize) {
        self.pos = self.pos.max(from + 1).min(self.tokens.len() - 1);
        while !self.at_item() {
            self.pos += 1;
        }
    }

    // Demanding.

    pub(super) fn expected<T>(&mut self, what: &str) -> Parsed<T> {
        let t = self.peek().clone();
        self.diags.push(Diagnostic::error(Code::Unexpected, t.span).arg("expected", what).arg("found", t.describe()));
        Err(Failed)
    }

    pub(super) fn want(&mut self, kw: Kw) -> Parsed<Span> {
        if self.at(kw) { Ok(self.next().span) } else { self.expected(form(kw)) }
    }

    pub(super) fn want_punct(&mut self, punct: Punct) -> Parsed<Span> {
        if self.at_punct(punct) { Ok(self.next().span) } else { self.expected(punct.as_str()) }
    }

    pub(super) fn name(&mut self) -> Parsed<Name> {
        match self.peek().tok.clone() {
            Tok::Word(text) => Ok(Name { text, span: self.next().span }),
            _ => self.expected("<name>"),
        }
    }

    /// A name of a thing that may be a bare article number.
    pub(super) fn any_name(&mut self) -> Parsed<Name> {
        match self.peek().tok.clone() {
            Tok::Number(n) => Ok(Name { text: n.to_string(), span: self.next().span }),
            Tok::Date(d) => Ok(Name { text: d.to_string(), span: self.next().span }),
            _ => self.name(),
        }
    }

    pub(super) fn number(&mut self) -> Parsed<i64> {
        match self.peek().tok {
            Tok::Number(n) => {
                self.pos += 1;
                Ok(n)
            }
            _ => self.expected("<number>"),
        }
    }

    pub(super) fn count(&mut self) -> Parsed<u32> {
        let span = self.peek().span;
        let n = self.number()?;
        u32::try_from(n).map_err(|_| {
            self.diags.push(Diagnostic::error(Code::BadNumber, span).arg("found", n));
            Failed
        })
    }

    pub(super) fn amount(&mut self) -> Parsed<u64> {
        self.number().map(i64::unsigned_abs)
    }

    pub(super) fn date(&mut self) -> Parsed<jiff::civil::Date> {
        match self.peek().tok {
            Tok::Date(d) => {
                self.pos += 1;
                Ok(d)
            }
            _ => self.expected("<date>"),
        }
    }

    pub(super) fn text(&mut self) -> Parsed<String> {
        match self.peek().tok.clone() {
            Tok::Text(t) => {
                self.pos += 1;
                Ok(t)
            }
            _ => self.expected("\"…\""),
        }
    }

    /// `kk "…" ru "…" en "…"`, in any order; one bare string is the same in every language.
    pub(super) fn text3(&mut self) -> Parsed<Text3> {
        if let Tok::Text(t) = self.peek().tok.clone() {
            self.pos += 1;
            return Ok(Text3::same(&t));
        }
        let (start, mut out) = (self.peek().span, Text3::default());
        while let Some(lang) = self.kw().and_then(lang_of) {
            self.pos += 1;
            *out.get_mut(lang) = self.text()?;
        }
        let missing: Vec<_> = out.missing().map(crate::Lang::code).collect();
        if !missing.is_empty() {
            let span = if missing.len() == 3 { start } else { start.to(self.last_span()) };
            self.diags.push(Diagnostic::error(Code::TextMissing, span).arg("missing", missing.join(", ")));
        }
        Ok(out)
    }

    /// Words separated by commas.
    pub(super) fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Parsed<T>) -> Parsed<Vec<T>> {
        let mut out = vec![one(self)?];
        while self.eat_punct(Punct::Comma) {
            out.push(one(self)?);
        }
        Ok(out)
    }
}

/// The English form of a keyword, which messages show.
pub(super) fn form(kw: Kw) -> &'static str {
    Kw::TABLE.iter().find(|(k, _)| *k == kw).map_or("", |(_, forms)| forms[0])
}
