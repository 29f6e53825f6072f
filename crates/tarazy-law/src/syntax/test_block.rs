//! `test` blocks: a small case and what must come out of it.

use super::ast::*;
use super::keyword::Kw;
use super::lex::{Punct, Tok};
use super::parse::{Parsed, Parser};
use crate::diag::Diagnostic;
use crate::source::FileId;

/// A `test` block; `None` where it cannot be read (and that is reported).
pub(super) fn parse_test(file: FileId, base: usize, text: &str, diags: &mut Vec<Diagnostic>) -> Option<TestBlock> {
    let mut p = Parser::new(file, base, text, diags);
    let mut test = TestBlock::default();
    while !p.at_end() {
        p.test_line(&mut test).ok()?;
    }
    Some(test)
}

impl Parser<'_> {
    fn test_line(&mut self, test: &mut TestBlock) -> Parsed<()> {
        let start = self.peek().span;
        match self.kw() {
            Some(Kw::In) => {
                self.next();
                test.editions = self.list(Self::norm_name)?;
            }
            Some(Kw::For) => {
                self.next();
                if !self.at_punct(Punct::Colon) {
                    test.persons.extend(self.list(Self::name)?);
                }
                self.want_punct(Punct::Colon)?;
                test.facts.extend(self.list(Self::expr)?);
            }
            Some(Kw::Others) => {
                self.next();
                self.want(Kw::None)?;
                test.others_none = true;
            }
            Some(Kw::Otherwise) => {
                self.next();
                self.want(Kw::No)?;
                test.otherwise_no = true;
            }
            Some(Kw::Reading) => {
                self.next();
                let ambiguity = self.norm_name()?;
                self.want_punct(Punct::Eq)?;
                let reading = self.name()?;
                test.readings.push((ambiguity, reading));
            }
            Some(kw @ (Kw::Expect | Kw::Ought)) => {
                self.next();
                let mut e = self.expectation()?;
                e.ought = kw == Kw::Ought;
                e.span = start.to(self.last_span());
                test.expect.push(e);
            }
            _ => return self.expected("in, for, others, otherwise, reading, expect, ought"),
        }
        Ok(())
    }

    fn expectation(&mut self) -> Parsed<TestExpectation> {
        let span = self.peek().span;
        let negative = self.eat(Kw::No) || self.at(Kw::Not) && self.eat(Kw::Not);
        let measure = self.kw().and_then(Measure::of);
        let (what, norm) = if self.at(Kw::Fine) {
            self.next();
            let amount = self.number()?.unsigned_abs();
            let unit = self.name()?.text;
            self.want(Kw::Under)?;
            (Expected::Fine(amount, unit), self.norm_name()?)
        } else if let Some(m) = measure {
            self.next();
            self.want(Kw::Under)?;
            (if negative { Expected::NotMeasure(m) } else { Expected::Measure(m) }, self.norm_name()?)
        } else {
            let norm = self.norm_name()?;
            let what = match self.kw() {
                Some(Kw::Applies) => Expected::Applies,
                Some(Kw::Unknown) => Expected::Unknown,
                Some(Kw::Competing) => Expected::Competing,
                Some(Kw::Does) if self.peek_after(1).kw == Some(Kw::Not) => {
                    self.next();
                    self.next();
                    Expected::DoesNotApply
                }
                Some(Kw::Not) => {
                    self.next();
                    Expected::DoesNotApply
                }
                _ => return self.expected("applies, does not apply, unknown, competing"),
            };
            if what == Expected::DoesNotApply && !self.at(Kw::Applies) {
                return self.expected("apply");
            }
            self.next();
            (what, norm)
        };
        let person = if self.eat(Kw::To) || self.eat(Kw::For) {
            match self.peek().tok {
                Tok::Word(_) => Some(self.name()?),
                _ => return self.expected("<person>"),
            }
        } else {
            None
        };
        Ok(TestExpectation { what, norm, person, ought: false, span })
    }
}
