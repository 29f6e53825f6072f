//! Conditions: expressions to formulas.

use super::book::*;
use super::formula::{Args, Derived, Formula, Op, Test, Var};
use super::resolve::{Bad, Builder, Entry, Res};
use super::vocabulary::{Domain, Sort, day_number};
use crate::diag::{Code, Diagnostic};
use crate::syntax::ast::{Call, DeadlineUnit, Expr, Name, Operand};
use crate::syntax::lex::Punct;

impl Builder<'_> {
    pub(super) fn expr(&mut self, e: &Expr) -> Res<Formula> {
        match e {
            Expr::And(parts) => self.parts(parts).map(Formula::all),
            Expr::Or(parts) => self.parts(parts).map(Formula::any),
            Expr::Not(inner, _) => self.expr(inner).map(Formula::negated),
            Expr::Some { var, body } => self.quantified(var, body),
            Expr::Every { var, body } => {
                let none = Expr::Not(body.clone(), var.span);
                self.quantified(var, &none).map(Formula::negated)
            }
            Expr::Holds(call) => self.holds(call),
            Expr::Met { norm, var } => self.norm_term(norm, var.as_ref(), Derived::Met),
            Expr::Applies { norm, var } => self.norm_term(norm, var.as_ref(), Derived::Applies),
            Expr::ReadingIs { ambiguity, reading } => self.reading_is(ambiguity, reading),
            Expr::In { left, values } => {
                let (fact, args) = self.fact_call(left)?;
                let mut bits = 0;
                for v in values {
                    bits |= self.value_bit(fact, v)?;
                }
                Ok(Formula::Fact { fact, args, test: Test { values: bits, compare: None } })
            }
            Expr::Compare { left, op, right, span } => self.compare(left, *op, right, *span),
            Expr::Within { left, length, after, span } => {
                let end = Operand::Plus(Box::new(after.clone()), length.0, length.1, *span);
                let not_before = self.compare(left, Punct::Ge, after, *span)?;
                let not_after = self.compare(left, Punct::Le, &end, *span)?;
                Ok(Formula::all(vec![not_before, not_after]))
            }
        }
    }

    /// Every part is looked at, so that every mistake is reported.
    pub(super) fn parts(&mut self, parts: &[Expr]) -> Res<Vec<Formula>> {
        let all: Vec<Res<Formula>> = parts.iter().map(|p| self.expr(p)).collect();
        all.into_iter().collect()
    }

    pub(super) fn quantified(&mut self, var: &Name, body: &Expr) -> Res<Formula> {
        if self.env.len() == 2 {
            return self.report(Diagnostic::error(Code::ThreePersons, var.span).arg("name", &var.text));
        }
        if self.env.contains(&var.text) {
            return self.report(Diagnostic::error(Code::DeclaredTwice, var.span).arg("name", &var.text));
        }
        self.env.push(var.text.clone());
        let body = self.expr(body);
        self.env.pop();
        Ok(Formula::Some { var: self.env.len() as Var, body: Box::new(body?) })
    }

    pub(super) fn var(&mut self, name: &Name) -> Res<Var> {
        match self.env.iter().position(|v| *v == name.text) {
            Some(i) => Ok(i as Var),
            None => {
                let d = Diagnostic::error(Code::UnboundVariable, name.span).arg("name", &name.text);
                let known = self.env.join(", ");
                self.report(d.arg("known", known))
            }
        }
    }

    /// The persons among the words in parentheses. `system` and `act` may be left out, but not put where they do not belong.
    pub(super) fn args(&mut self, call: &Call, persons: usize, sorts: Option<&[Sort]>) -> Res<Args> {
        let mut vars = Vec::new();
        for (i, a) in call.args.iter().enumerate() {
            let sort = Sort::of(&a.text).filter(|_| !self.env.contains(&a.text));
            let fits = match (sort, sorts) {
                (Some(Sort::Person), _) => false,
                (Some(s), Some(sorts)) => sorts.get(i).map_or(sorts.contains(&s), |expected| *expected == s),
                _ => true,
            };
            if !fits {
                return self.bad_args(call, persons, sorts);
            }
            if sort.is_none() {
                vars.push(self.var(a)?);
            }
        }
        if vars.len() != persons {
            return self.bad_args(call, persons, sorts);
        }
        match Args::new(&vars) {
            Some(args) => Ok(args),
            None => self.bad_args(call, persons, sorts),
        }
    }

    pub(super) fn bad_args<T>(&mut self, call: &Call, persons: usize, sorts: Option<&[Sort]>) -> Res<T> {
        let expected = match sorts {
            Some(sorts) => sorts
                .iter()
                .map(|s| match s {
                    Sort::Person => "person",
                    Sort::System => "system",
                    Sort::Act => "act",
                })
                .collect::<Vec<_>>()
                .join(", "),
            None => vec!["person"; persons].join(", "),
        };
        self.report(
            Diagnostic::error(Code::BadArguments, call.span).arg("name", &call.name.text).arg("expected", expected),
        )
    }

    pub(super) fn fact_call(&mut self, call: &Call) -> Res<(FactId, Args)> {
        let Some(v) = self.corpus.vocabulary.find(&call.name.text) else {
            return if self.names.contains_key(&call.name.text) {
                self.wrong_kind(&call.name, "fact")
            } else {
                self.unknown(&call.name)
            };
        };
        let fact = self.corpus.vocabulary.fact(v);
        let args = self.args(call, fact.persons(), Some(&fact.params))?;
        Ok((self.book.vocab[&v], args))
    }

    pub(super) fn holds(&mut self, call: &Call) -> Res<Formula> {
        if let Some(v) = self.corpus.vocabulary.find(&call.name.text) {
            if self.corpus.vocabulary.fact(v).domain != Domain::YesNo {
                return self.wrong_kind(&call.name, "yes or no");
            }
            let (fact, args) = self.fact_call(call)?;
            return Ok(Formula::Fact { fact, args, test: Test { values: 0b10, compare: None } });
        }
        match self.names.get(&call.name.text).copied() {
            Some(Entry::Definition(d)) => {
                let args = self.args(call, self.book.definition(d).persons, None)?;
                Ok(Formula::Derived { what: Derived::Definition(d), args })
            }
            Some(Entry::NotInForce) => Ok(Formula::Const(false)),
            Some(_) => self.wrong_kind(&call.name, "fact, definition"),
            None => self.unknown(&call.name),
        }
    }

    pub(super) fn norm_term(&mut self, norm: &Name, var: Option<&Name>, make: fn(NormId) -> Derived) -> Res<Formula> {
        let id = match self.names.get(&norm.text).copied() {
            Some(Entry::Norm(n)) => n,
            // What is not in force does not apply.
            Some(Entry::NotInForce) => return Ok(Formula::Const(false)),
            Some(_) => return self.wrong_kind(norm, "norm"),
            None => return self.unknown(norm),
        };
        let persons = usize::from(self.book.norm(id).bearer == Bearer::Person);
        let call = Call { name: norm.clone(), args: var.cloned().into_iter().collect(), span: norm.span };
        let args = self.args(&call, persons, None)?;
        Ok(Formula::Derived { what: make(id), args })
    }

    pub(super) fn reading_is(&mut self, ambiguity: &Name, reading: &Name) -> Res<Formula> {
        let Some(&fact) = self.book.ambiguities.get(&ambiguity.text) else {
            if matches!(self.names.get(&ambiguity.text), Some(Entry::NotInForce)) {
                return Ok(Formula::Const(false));
            }
            let known = self.book.ambiguities.keys().map(String::as_str);
            let d = Diagnostic::error(Code::UnknownName, ambiguity.span).arg("name", &ambiguity.text);
            let d = d.near(&ambiguity.text, known);
            return self.report(d);
        };
        let bits = self.value_bit(fact, reading)?;
        Ok(Formula::Fact { fact, args: Args::default(), test: Test { values: bits, compare: None } })
    }

    pub(super) fn value_bit(&mut self, fact: FactId, value: &Name) -> Res<u64> {
        match self.book.fact(fact).kind.clone() {
            FactKind::Vocab(v) => match self.corpus.vocabulary.fact(v).value_index(&value.text) {
                Some(i) => Ok(1 << i),
                None => self.unknown_value(v, value),
            },
            FactKind::Reading { name, readings, .. } => match readings.iter().position(|(n, _)| *n == value.text) {
                Some(i) => Ok(1 << i),
                None => {
                    let known: Vec<&str> = readings.iter().map(|(n, _)| n.as_str()).collect();
                    let d =
                        Diagnostic::error(Code::UnknownValue, value.span).arg("name", name).arg("value", &value.text);
                    self.report(d.arg("known", known.join(", ")).near(&value.text, known))
                }
            },
            _ => Err(Bad),
        }
    }

    pub(super) fn compare(&mut self, left: &Operand, op: Punct, right: &Operand, span: crate::Span) -> Res<Formula> {
        // `q = p`.
        if let (Operand::Name(a), Operand::Name(b)) = (left, right) {
            let (a, b) = (self.var(a)?, self.var(b)?);
            return match op {
                Punct::Eq => Ok(Formula::Same(a, b)),
                Punct::Ne => Ok(Formula::Same(a, b).negated()),
                _ => self.report(Diagnostic::error(Code::NotComparable, span)),
            };
        }
        // `F(p) = value`.
        if let (Operand::Call(call), Operand::Name(value)) = (left, right) {
            let (fact, args) = self.fact_call(call)?;
            let bits = self.value_bit(fact, value)?;
            let holds = Formula::Fact { fact, args, test: Test { values: bits, compare: None } };
            return match op {
                Punct::Eq => Ok(holds),
                Punct::Ne => Ok(holds.negated()),
                _ => self.report(Diagnostic::error(Code::NotComparable, span)),
            };
        }
        let op = match op {
            Punct::Eq => Op::Eq,
            Punct::Ne => Op::Ne,
            Punct::Lt => Op::Lt,
            Punct::Le => Op::Le,
            Punct::Gt => Op::Gt,
            _ => Op::Ge,
        };
        // `F(p) < constant`.
        if let (Operand::Call(call), Operand::Number(n, _)) = (left, right) {
            let (fact, args) = self.ordered(call, &Domain::Number, span)?;
            return Ok(Formula::Fact { fact, args, test: Test { values: 0, compare: Some((op, *n)) } });
        }
        if let (Operand::Call(call), Operand::Date(d, _)) = (left, right) {
            let (fact, args) = self.ordered(call, &Domain::Date, span)?;
            return Ok(Formula::Fact { fact, args, test: Test { values: 0, compare: Some((op, day_number(*d))) } });
        }
        self.compare_two(left, op, right, span)
    }

    pub(super) fn ordered(&mut self, call: &Call, domain: &Domain, span: crate::Span) -> Res<(FactId, Args)> {
        let (fact, args) = self.fact_call(call)?;
        if self.domain(fact) == Some(domain) {
            return Ok((fact, args));
        }
        self.report(Diagnostic::error(Code::NotComparable, span))
    }

    pub(super) fn domain(&self, fact: FactId) -> Option<&Domain> {
        match self.book.fact(fact).kind {
            FactKind::Vocab(v) => Some(&self.corpus.vocabulary.fact(v).domain),
            _ => None,
        }
    }

    /// Two dates (or numbers) of the case with each other: a fact of its own, which the case settles by computing.
    pub(super) fn compare_two(&mut self, left: &Operand, op: Op, right: &Operand, span: crate::Span) -> Res<Formula> {
        let (left, left_args) = self.date_operand(left, span)?;
        let (right, right_args) = self.date_operand(right, span)?;
        if self.domain(left.fact) != self.domain(right.fact) {
            return self.report(Diagnostic::error(Code::NotComparable, span));
        }
        let mut vars: Vec<Var> = Vec::new();
        for v in left_args.vars().iter().chain(right_args.vars()) {
            if !vars.contains(v) {
                vars.push(*v);
            }
        }
        let place = |args: Args| {
            let at = |v: &Var| vars.iter().position(|w| w == v).unwrap_or(0) as Var;
            Args::new(&args.vars().iter().map(at).collect::<Vec<_>>()).unwrap_or_default()
        };
        let left = DateExpr { args: place(left_args), ..left };
        let right = DateExpr { args: place(right_args), ..right };
        let Some(args) = Args::new(&vars) else { return self.report(Diagnostic::error(Code::NotComparable, span)) };
        let same = |f: &BookFact| matches!(&f.kind, FactKind::Comparison { left: l, op: o, right: r } if *l == left && *o == op && *r == right);
        let found = self.book.facts.iter().position(same);
        let fact = FactId(found.unwrap_or(self.book.facts.len()) as u32);
        if found.is_none() {
            self.book.facts.push(BookFact {
                kind: FactKind::Comparison { left, op, right },
                persons: vars.len(),
                values: 2,
                may_be_inapplicable: false,
                cuts: Vec::new(),
            });
        }
        Ok(Formula::Fact { fact, args, test: Test { values: 0b10, compare: None } })
    }

    pub(super) fn date_operand(&mut self, operand: &Operand, span: crate::Span) -> Res<(DateExpr, Args)> {
        match operand {
            Operand::Call(call) => {
                let (fact, args) = self.fact_call(call)?;
                match self.domain(fact) {
                    Some(Domain::Date | Domain::Number) => Ok((DateExpr { fact, args, plus: Vec::new() }, args)),
                    _ => self.report(Diagnostic::error(Code::NotComparable, span)),
                }
            }
            Operand::Plus(inner, n, unit, span) => {
                let (mut expr, args) = self.date_operand(inner, *span)?;
                let calendar = matches!(unit, DeadlineUnit::Years | DeadlineUnit::Months | DeadlineUnit::Days);
                if self.domain(expr.fact) != Some(&Domain::Date) || !calendar {
                    return self.report(Diagnostic::error(Code::NotComparable, *span));
                }
                expr.plus.push((*n, *unit));
                Ok((expr, args))
            }
            _ => self.report(Diagnostic::error(Code::NotComparable, span)),
        }
    }
}
