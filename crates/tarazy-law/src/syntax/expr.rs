//! Conditions. `and` binds closer than `or`; `some` and `every` reach as far right as they can.

use super::ast::*;
use super::keyword::Kw;
use super::lex::{Punct, Tok};
use super::parse::{Failed, Parsed, Parser};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// Deeper nesting than this no reader follows, and no stack should have to.
const MAX_DEPTH: u32 = 64;

impl Parser<'_> {
    pub(super) fn expr(&mut self) -> Parsed<Expr> {
        self.deeper(|p| {
            let mut parts = vec![p.conjunction()?];
            while p.eat(Kw::Or) {
                parts.push(p.conjunction()?);
            }
            Ok(joined(parts, Expr::Or))
        })
    }

    fn deeper<T>(&mut self, inner: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= MAX_DEPTH {
            let span = self.peek().span;
            self.diags.push(Diagnostic::error(Code::TooDeep, span).arg("limit", MAX_DEPTH));
            return Err(Failed);
        }
        self.depth += 1;
        let out = inner(self);
        self.depth -= 1;
        out
    }

    fn conjunction(&mut self) -> Parsed<Expr> {
        let mut parts = vec![self.negation()?];
        while self.eat(Kw::And) {
            parts.push(self.negation()?);
        }
        Ok(joined(parts, Expr::And))
    }

    fn negation(&mut self) -> Parsed<Expr> {
        let start = self.peek().span;
        if self.eat(Kw::Not) {
            let inner = self.deeper(Self::negation)?;
            return Ok(Expr::Not(Box::new(inner), start.to(self.last_span())));
        }
        // `some q: …` is a quantifier only with its colon, so that a fact may be named `some`.
        if matches!(self.kw(), Some(Kw::Some | Kw::Every)) && self.peek_after(2).tok == Tok::Punct(Punct::Colon) {
            let some = self.next().kw == Some(Kw::Some);
            let var = self.name()?;
            self.want_punct(Punct::Colon)?;
            let body = Box::new(self.expr()?);
            return Ok(if some { Expr::Some { var, body } } else { Expr::Every { var, body } });
        }
        if self.eat_punct(Punct::Open) {
            let inner = self.expr()?;
            self.want_punct(Punct::Close)?;
            return Ok(inner);
        }
        self.atom()
    }

    fn atom(&mut self) -> Parsed<Expr> {
        let opens_paren = self.peek_after(1).tok == Tok::Punct(Punct::Open);
        match self.kw() {
            Some(Kw::Met | Kw::Applies) if opens_paren => {
                let met = self.next().kw == Some(Kw::Met);
                self.want_punct(Punct::Open)?;
                let norm = self.norm_name()?;
                let var = if self.eat_punct(Punct::Comma) { Some(self.name()?) } else { None };
                self.want_punct(Punct::Close)?;
                return Ok(if met { Expr::Met { norm, var } } else { Expr::Applies { norm, var } });
            }
            Some(Kw::Reading) if opens_paren => {
                self.next();
                self.want_punct(Punct::Open)?;
                let ambiguity = self.norm_name()?;
                self.want_punct(Punct::Close)?;
                self.want_punct(Punct::Eq)?;
                return Ok(Expr::ReadingIs { ambiguity, reading: self.name()? });
            }
            _ => {}
        }
        let left = self.operand()?;
        let start = left.span();
        if let Some(op) = self.comparison() {
            self.next();
            let right = self.operand()?;
            return Ok(Expr::Compare { left, op, right, span: start.to(self.last_span()) });
        }
        if self.at(Kw::In) && self.peek_after(1).tok == Tok::Punct(Punct::BraceOpen) {
            return self.membership(left);
        }
        if self.eat(Kw::Within) {
            let length = self.length()?;
            self.want(Kw::After)?;
            let after = self.operand()?;
            return Ok(Expr::Within { left, length, after, span: start.to(self.last_span()) });
        }
        match left {
            Operand::Name(person) if self.eat(Kw::Is) => self.person_is(person),
            Operand::Call(call) => Ok(Expr::Holds(call)),
            _ => self.expected("=, <, in, within, is"),
        }
    }

    /// `p is F` and `p is F of system`.
    fn person_is(&mut self, person: Name) -> Parsed<Expr> {
        let name = self.name()?;
        let mut args = vec![person];
        if self.eat(Kw::Of) {
            args.push(self.name()?);
        }
        let span = args[0].span.to(self.last_span());
        Ok(Expr::Holds(Call { name, args, span }))
    }

    fn membership(&mut self, left: Operand) -> Parsed<Expr> {
        let Operand::Call(left) = left else { return self.expected("<fact>") };
        self.next();
        self.want_punct(Punct::BraceOpen)?;
        let values = self.list(Self::name)?;
        self.want_punct(Punct::BraceClose)?;
        Ok(Expr::In { left, values })
    }

    fn comparison(&self) -> Option<Op> {
        match self.peek().tok {
            Tok::Punct(p @ (Punct::Eq | Punct::Ne | Punct::Lt | Punct::Le | Punct::Gt | Punct::Ge)) => Some(p),
            _ => None,
        }
    }

    fn length(&mut self) -> Parsed<(u32, DeadlineUnit)> {
        let span = self.peek().span;
        let n = self.number()?;
        let Ok(n) = u32::try_from(n) else {
            self.diags.push(Diagnostic::error(Code::BadNumber, span).arg("found", n));
            return Err(Failed);
        };
        Ok((n, self.unit()?))
    }

    fn operand(&mut self) -> Parsed<Operand> {
        let start: Span = self.peek().span;
        let mut out = match self.peek().tok.clone() {
            Tok::Number(n) => {
                self.next();
                Operand::Number(n, start)
            }
            Tok::Date(d) => {
                self.next();
                Operand::Date(d, start)
            }
            Tok::Word(_) if self.peek_after(1).tok == Tok::Punct(Punct::Open) => Operand::Call(self.call()?),
            Tok::Word(_) => Operand::Name(self.name()?),
            _ => return self.expected("<condition>"),
        };
        while self.eat_punct(Punct::Plus) {
            let (n, unit) = self.length()?;
            out = Operand::Plus(Box::new(out), n, unit, start.to(self.last_span()));
        }
        Ok(out)
    }

    pub(super) fn call(&mut self) -> Parsed<Call> {
        let name = self.name()?;
        let start = name.span;
        self.want_punct(Punct::Open)?;
        let args = if self.at_punct(Punct::Close) { Vec::new() } else { self.list(Self::name)? };
        self.want_punct(Punct::Close)?;
        Ok(Call { name, args, span: start.to(self.last_span()) })
    }
}

fn joined(mut parts: Vec<Expr>, join: impl FnOnce(Vec<Expr>) -> Expr) -> Expr {
    if parts.len() == 1 { parts.remove(0) } else { join(parts) }
}
