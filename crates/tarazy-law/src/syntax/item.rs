//! Words to items: recursive descent that reports every mistake and goes on at the next item.

use super::ast::*;
use super::keyword::Kw;
use super::lex::{Punct, Tok};
use super::parse::{Failed, Parsed, Parser, form};
use crate::diag::{Code, Diagnostic};
use crate::lang::Text3;
use crate::source::{FileId, Span};

/// The items of a `norm` block.
pub(super) fn parse_items(file: FileId, base: usize, text: &str, diags: &mut Vec<Diagnostic>) -> Vec<Item> {
    let mut p = Parser::new(file, base, text, diags);
    let mut items = Vec::new();
    while !p.at_end() {
        let before = p.pos;
        match p.item() {
            Ok(item) => items.push(item),
            Err(Failed) => p.skip_to_item(before),
        }
    }
    items
}

impl Parser<'_> {
    fn item(&mut self) -> Parsed<Item> {
        let start = self.peek().span;
        if !self.at_item() {
            return self.expected("fact, duty, offence, …");
        }
        let replace = self.eat(Kw::Replace);
        let Some(kw) = self.kw() else { return self.expected("fact, duty, offence, …") };
        if kw == Kw::Repeal {
            self.pos += 1;
            let names = self.list(Self::any_name)?;
            let span = start.to(self.last_span());
            return Ok(Item {
                replace,
                kind: ItemKind::Repeal(names),
                name: Name { text: "repeal".into(), span: start },
                span,
            });
        }
        if !kw.opens_item() {
            return self.expected("fact, duty, offence, …");
        }
        self.pos += 1;
        let name = self.any_name()?;
        let kind = match kw {
            Kw::Fact | Kw::Role => ItemKind::Fact(self.fact(kw == Kw::Role)?),
            Kw::Definition => {
                let params = self.params()?;
                let mut rule = self.rule(kw)?;
                rule.params = params;
                ItemKind::Definition(rule)
            }
            Kw::Ambiguity => ItemKind::Ambiguity(self.rule(kw)?.readings),
            Kw::Table => ItemKind::Table(self.table()?),
            Kw::Edition => ItemKind::Edition(self.edition()?),
            Kw::Act => ItemKind::Act(self.act()?),
            Kw::Authority => {
                self.want(Kw::Title)?;
                ItemKind::Authority(self.text3()?)
            }
            Kw::Property => ItemKind::Property(self.property()?),
            Kw::Relation => {
                self.want(Kw::Between)?;
                let one = self.any_name()?;
                self.want(Kw::And)?;
                ItemKind::Relation(one, self.any_name()?)
            }
            _ => match NormKind::of(kw) {
                Some(kind) => ItemKind::Norm(kind, self.rule(kw)?),
                None => ItemKind::Exception(self.exception(kw)?),
            },
        };
        if !self.at_item() {
            return self.expected("<clause>");
        }
        Ok(Item { replace, kind, name, span: start.to(self.last_span()) })
    }

    fn params(&mut self) -> Parsed<Vec<Name>> {
        self.want_punct(Punct::Open)?;
        if self.eat_punct(Punct::Close) {
            return Ok(Vec::new());
        }
        let params = self.list(Self::name)?;
        self.want_punct(Punct::Close)?;
        Ok(params)
    }

    fn fact(&mut self, is_role: bool) -> Parsed<FactDecl> {
        let params = self.params()?;
        let mut decl = FactDecl {
            is_role,
            params,
            ty: TypeDecl::YesNo,
            may_be_inapplicable: false,
            assessed: false,
            also_named: Vec::new(),
            values: Vec::new(),
            tells: None,
            feasible: None,
            excluded_by: Vec::new(),
            meaning_not_stated: false,
        };
        if self.eat_punct(Punct::Colon) {
            decl.ty = match self.kw() {
                Some(Kw::Date) => {
                    self.pos += 1;
                    TypeDecl::Date
                }
                Some(Kw::NumberOf) => {
                    self.pos += 1;
                    TypeDecl::Number
                }
                Some(Kw::Yes) => {
                    self.pos += 1;
                    self.want(Kw::Or)?;
                    self.want(Kw::No)?;
                    TypeDecl::YesNo
                }
                _ => {
                    let mut values = vec![self.name()?];
                    while self.eat_punct(Punct::Bar) {
                        values.push(self.name()?);
                    }
                    TypeDecl::OneOf(values)
                }
            };
            if self.eat(Kw::Or) {
                self.want(Kw::Not)?;
                self.want(Kw::Applicable)?;
                decl.may_be_inapplicable = true;
            }
        }
        loop {
            match self.kw() {
                Some(Kw::Assessed) => {
                    self.pos += 1;
                    decl.assessed = true;
                }
                Some(Kw::Named) => {
                    self.pos += 1;
                    decl.also_named.extend(self.other_names());
                }
                Some(Kw::Value) => {
                    self.pos += 1;
                    let value = self.name()?;
                    let label = self.text3()?;
                    decl.values.push((value, label));
                }
                Some(Kw::Tells) => {
                    self.pos += 1;
                    decl.tells = Some(self.aspect()?);
                }
                Some(Kw::Feasible) => {
                    self.pos += 1;
                    self.want(Kw::For)?;
                    decl.feasible = Some(if self.eat(Kw::Nobody) {
                        Feasible::Nobody
                    } else {
                        Feasible::For(self.list(Self::name)?)
                    });
                }
                Some(Kw::Excluded) => {
                    self.pos += 1;
                    self.want(Kw::By)?;
                    let states = self.list(|p| {
                        let fact = p.name()?;
                        Ok((fact, if p.eat_punct(Punct::Eq) { Some(p.name()?) } else { None }))
                    })?;
                    decl.excluded_by.extend(states);
                }
                Some(Kw::Meaning) => {
                    self.pos += 1;
                    self.want(Kw::Not)?;
                    self.want(Kw::Stated)?;
                    decl.meaning_not_stated = true;
                }
                _ => return Ok(decl),
            }
        }
    }

    fn aspect(&mut self) -> Parsed<Aspect> {
        const KNOWN: &str = "stage, cause, abroad";
        let Tok::Word(word) = self.peek().tok.clone() else { return self.expected(KNOWN) };
        let aspect = match word.as_str() {
            "stage" | "кезең" | "стадия" => Aspect::Stage,
            "cause" | "себеп" | "причина" => Aspect::Cause,
            "abroad" | "шетел" | "зарубежье" => Aspect::Abroad,
            _ => return self.expected(KNOWN),
        };
        self.pos += 1;
        Ok(aspect)
    }

    /// Bare names up to the next clause or item.
    fn other_names(&mut self) -> Vec<Name> {
        let mut out = Vec::new();
        while let (Tok::Word(text), false) = (self.peek().tok.clone(), self.peek().starts_line) {
            if self.at(Kw::Assessed) {
                break;
            }
            out.push(Name { text, span: self.next().span });
            self.eat_punct(Punct::Comma);
        }
        // An edition may be named after its date.
        if let (Tok::Date(d), true) = (self.peek().tok.clone(), out.is_empty()) {
            out.push(Name { text: d.to_string(), span: self.next().span });
        }
        out
    }

    /// The clauses of a definition, a norm or an exception.
    fn rule(&mut self, of: Kw) -> Parsed<Rule> {
        let mut rule = Rule::default();
        while let (Some(kw), false) = (self.kw(), self.at_item()) {
            if !kw.opens_clause() {
                break;
            }
            let span = self.next().span;
            if !clause_fits(of, kw) {
                self.diags
                    .push(Diagnostic::error(Code::ClauseMisplaced, span).arg("clause", form(kw)).arg("kind", form(of)));
                return Err(Failed);
            }
            let twice = match kw {
                Kw::Bearer => {
                    let bearer = if self.at(Kw::Not) && self.peek_after(1).kw == Some(Kw::Stated) {
                        self.pos += 2;
                        Bearer::NotStated(span.to(self.last_span()))
                    } else {
                        Bearer::Person(self.binding()?)
                    };
                    rule.bearer.replace(bearer).is_some()
                }
                Kw::Toward => {
                    let b = self.binding()?;
                    rule.toward.replace(b).is_some()
                }
                Kw::Reviewer => {
                    let b = self.binding()?;
                    rule.reviewer.replace(b).is_some()
                }
                Kw::When | Kw::Means => {
                    let e = self.expr()?;
                    rule.when.push(e);
                    false
                }
                Kw::Unless => {
                    let e = self.expr()?;
                    rule.unless.push(e);
                    false
                }
                Kw::Deadline => {
                    let d = self.deadline(span)?;
                    rule.deadline.replace(d).is_some()
                }
                Kw::Reading => {
                    let r = self.reading(of == Kw::Ambiguity)?;
                    rule.readings.push(r);
                    false
                }
                Kw::Sanction => {
                    self.sanction(&mut rule, span)?;
                    false
                }
                Kw::Procedure | Kw::Remedy => {
                    let link = if kw == Kw::Procedure { LinkKind::Procedure } else { LinkKind::Remedy };
                    let target = self.any_name()?;
                    rule.links.push((link, target));
                    false
                }
                Kw::Answers => {
                    self.want(Kw::To)?;
                    let target = self.any_name()?;
                    rule.links.push((LinkKind::AnswersTo, target));
                    false
                }
                Kw::Body => {
                    let name = self.name()?;
                    rule.body.replace(name).is_some()
                }
                Kw::Content => {
                    let e = self.expr()?;
                    rule.content.replace(e).is_some()
                }
                Kw::Reason => {
                    let e = self.expr()?;
                    rule.reason.replace(e).is_some()
                }
                Kw::Joined => {
                    let how = self.connective()?;
                    rule.joined.replace(how).is_some()
                }
                Kw::Refers => {
                    self.want(Kw::To)?;
                    let acts = self.list(Self::any_name)?;
                    rule.refers.extend(acts);
                    false
                }
                Kw::Says => {
                    let term = self.name()?;
                    let wording = self.text3()?;
                    rule.says.push((term, wording));
                    false
                }
                Kw::Establishes => {
                    let facts = self.list(Self::name)?;
                    rule.establishes.extend(facts);
                    false
                }
                _ => return self.expected("<clause>"),
            };
            if twice {
                self.diags.push(Diagnostic::error(Code::ClauseTwice, span).arg("clause", form(kw)));
            }
        }
        Ok(rule)
    }

    fn connective(&mut self) -> Parsed<Connective> {
        if self.eat(Kw::And) {
            return Ok(if self.eat(Kw::Or) { Connective::AndOr } else { Connective::And });
        }
        if self.eat(Kw::Or) { Ok(Connective::Or) } else { self.expected("and, or, and or") }
    }

    fn binding(&mut self) -> Parsed<Binding> {
        let var = self.name()?;
        let cond = if self.eat(Kw::Where) { Some(self.expr()?) } else { None };
        Ok(Binding { var, cond })
    }

    pub(super) fn unit(&mut self) -> Parsed<DeadlineUnit> {
        let unit = match self.kw() {
            Some(Kw::Years) => DeadlineUnit::Years,
            Some(Kw::Months) => DeadlineUnit::Months,
            Some(Kw::Days) => DeadlineUnit::Days,
            Some(kw @ (Kw::Working | Kw::Koap)) => {
                self.pos += 1;
                // Kazakh and Russian сутки need no second word.
                if self.at(Kw::Days) {
                    self.pos += 1;
                }
                return Ok(if kw == Kw::Working { DeadlineUnit::WorkingDays } else { DeadlineUnit::KoapDays });
            }
            _ => return self.expected("years, months, days, working days, koap days"),
        };
        self.pos += 1;
        Ok(unit)
    }

    fn deadline(&mut self, start: Span) -> Parsed<DeadlineDecl> {
        let length = if self.eat(Kw::Immediately) {
            DeadlineLength::Immediately
        } else if self.eat(Kw::Every) {
            DeadlineLength::Every(self.count()?, self.unit()?)
        } else {
            DeadlineLength::Within(self.count()?, self.unit()?)
        };
        let from = if self.eat(Kw::From) { Some(self.call()?) } else { None };
        Ok(DeadlineDecl { length, from, span: start.to(self.last_span()) })
    }

    fn reading(&mut self, bare: bool) -> Parsed<ReadingDecl> {
        let name = self.name()?;
        let labelled = matches!(self.peek().tok, Tok::Text(_)) || self.kw().and_then(lang_of).is_some();
        let label = if labelled { self.text3()? } else { Text3::same(&name.text) };
        let expr = if bare {
            None
        } else {
            self.want_punct(Punct::Colon)?;
            Some(self.expr()?)
        };
        Ok(ReadingDecl { name, label, expr })
    }

    fn sanction(&mut self, rule: &mut Rule, start: Span) -> Parsed<()> {
        let what = match self.kw() {
            Some(Kw::Fine) => {
                self.pos += 1;
                if self.eat(Kw::By) {
                    let by = self.call()?;
                    self.want(Kw::From)?;
                    ConsequenceDecl::FineFrom { by, table: self.any_name()? }
                } else {
                    ConsequenceDecl::Fine { amount: self.amount()?, unit: self.name()? }
                }
            }
            Some(Kw::Arrest) => {
                self.pos += 1;
                if self.eat(Kw::Up) {
                    self.eat(Kw::To);
                }
                let days = self.count()?;
                self.want(Kw::Days)?;
                ConsequenceDecl::Arrest { days }
            }
            Some(kw) if Measure::of(kw).is_some() => {
                let mut measures = Vec::new();
                loop {
                    match self.kw().and_then(Measure::of) {
                        Some(m) => measures.push(m),
                        None => {
                            return self.expected(
                                "suspension, prohibition, compensation, correction, referral, disqualification",
                            );
                        }
                    }
                    self.pos += 1;
                    if !self.eat(Kw::Or) {
                        break;
                    }
                }
                ConsequenceDecl::Measure(measures)
            }
            _ => {
                let target = self.any_name()?;
                rule.links.push((LinkKind::Sanction, target));
                return Ok(());
            }
        };
        // A `when` on the same line belongs to the consequence; on a line of its own, to the norm.
        let own = self.at(Kw::When) && !self.peek().starts_line;
        let when = if own && self.eat(Kw::When) { Some(self.expr()?) } else { None };
        rule.sanctions.push(SanctionDecl { what, when, span: start.to(self.last_span()) });
        Ok(())
    }

    fn target(&mut self) -> Parsed<Target> {
        let kind = self.kw().and_then(NormKind::of);
        if kind.is_some() {
            self.pos += 1;
        }
        let names = self.list(|p| match p.peek().tok.clone() {
            Tok::Pattern(text) => Ok((Name { text, span: p.next().span }, true)),
            _ => Ok((p.any_name()?, false)),
        })?;
        Ok(Target { kind, names })
    }

    fn exception(&mut self, kw: Kw) -> Parsed<ExceptionDecl> {
        let (kind, before) = match kw {
            Kw::CarveOut => (ExceptionKind::CarveOut, Kw::From),
            Kw::Displacement => (ExceptionKind::Displacement, Kw::Of),
            Kw::Proviso => (ExceptionKind::Proviso, Kw::To),
            Kw::Savings => (ExceptionKind::Savings, Kw::Of),
            Kw::Scope => (ExceptionKind::Scope, Kw::Governs),
            Kw::Presumption => (ExceptionKind::Presumption, Kw::For),
            _ => (ExceptionKind::Retroactivity, Kw::For),
        };
        self.want(before)?;
        let target = self.target()?;
        let other = match kind {
            ExceptionKind::Displacement => {
                self.want(Kw::By)?;
                Some(self.target()?)
            }
            ExceptionKind::Savings => {
                self.want(Kw::Beside)?;
                Some(self.target()?)
            }
            _ => None,
        };
        let presumed = if kind == ExceptionKind::Presumption {
            self.want(Kw::Of)?;
            let fact = self.name()?;
            self.want(Kw::Is)?;
            Some((fact, self.name()?))
        } else {
            None
        };
        let day_of_act =
            if kind == ExceptionKind::Retroactivity && self.eat(Kw::By) { Some(self.call()?) } else { None };
        Ok(ExceptionDecl { kind, target, other, presumed, day_of_act, rule: self.rule(kw)? })
    }

    fn table(&mut self) -> Parsed<TableDecl> {
        self.want_punct(Punct::Colon)?;
        let unit = self.name()?;
        self.want(Kw::By)?;
        // `by date F(act)` and `by size(p)` or just `by size`.
        if self.at(Kw::Date) && matches!(self.peek_after(1).tok, Tok::Word(_)) {
            self.pos += 1;
        }
        let by = if self.peek_after(1).tok == Tok::Punct(Punct::Open) {
            self.call()?
        } else {
            let name = self.name()?;
            Call { span: name.span, name, args: Vec::new() }
        };
        let (mut rows, mut dated) = (Vec::new(), Vec::new());
        while !self.at_item() {
            let start = self.peek().span;
            if self.eat(Kw::From) {
                let from = self.date()?;
                let amount = if self.eat(Kw::Not) {
                    self.want(Kw::Known)?;
                    None
                } else {
                    Some(self.amount()?)
                };
                dated.push((from, amount, start.to(self.last_span())));
            } else {
                let names = self.list(Self::name)?;
                rows.push((names, self.amount()?));
            }
        }
        Ok(TableDecl { unit, by, rows, dated })
    }

    fn edition(&mut self) -> Parsed<EditionDecl> {
        let on = if self.eat(Kw::On) { Some(self.any_name()?) } else { None };
        let mut decl = EditionDecl { title: None, on, in_force: None, also_named: Vec::new(), not_seen: Vec::new() };
        if self.eat(Kw::In) {
            self.want(Kw::Force)?;
            decl.in_force = Some(self.date()?);
        }
        loop {
            if self.eat(Kw::Title) {
                decl.title = Some(self.text3()?);
            } else if self.eat(Kw::Named) {
                decl.also_named.extend(self.other_names());
            } else if self.eat(Kw::From) {
                let from = self.date()?;
                self.want(Kw::Not)?;
                self.want(Kw::Seen)?;
                decl.not_seen.push((from, self.text3()?));
            } else {
                return Ok(decl);
            }
        }
    }

    fn act(&mut self) -> Parsed<ActDecl> {
        let mut act = ActDecl::default();
        loop {
            match self.kw() {
                Some(Kw::Title) => {
                    self.pos += 1;
                    act.title = self.text3()?;
                }
                Some(Kw::Short) => {
                    self.pos += 1;
                    act.short = self.text3()?;
                }
                Some(Kw::NumberOf) => {
                    self.pos += 1;
                    act.number = Some(self.text()?);
                }
                Some(Kw::Of) => {
                    self.pos += 1;
                    act.date = Some(self.date()?);
                }
                Some(Kw::Divided) => {
                    self.pos += 1;
                    self.want(Kw::Into)?;
                    let how = self.name()?;
                    act.parts = matches!(how.text.as_str(), "parts" | "бөлік" | "бөліктер" | "части");
                }
                Some(Kw::Link) => {
                    self.pos += 1;
                    act.link = Some(self.text()?);
                }
                Some(Kw::Rank) => {
                    self.pos += 1;
                    act.rank = Some(self.name()?.text);
                }
                Some(Kw::Covers) => {
                    self.pos += 1;
                    act.covers.extend(self.list(Self::name)?.into_iter().map(|n| n.text));
                }
                Some(Kw::Replaced) => {
                    self.pos += 1;
                    self.want(Kw::By)?;
                    act.replaced_by = Some(self.any_name()?);
                }
                _ => return Ok(act),
            }
        }
    }

    fn property(&mut self) -> Parsed<PropertyDecl> {
        self.want_punct(Punct::Colon)?;
        let claim = if self.eat(Kw::Never) {
            self.want(Kw::Both)?;
            let first = self.target()?;
            self.want(Kw::And)?;
            Claim::NeverBoth(first, self.target()?)
        } else {
            self.want(Kw::Always)?;
            self.want(Kw::Some)?;
            self.eat(Kw::Of);
            Claim::AlwaysSome(self.target()?)
        };
        // `for one person, one act` says aloud what a property always means.
        if self.eat(Kw::For) {
            self.want(Kw::One)?;
            self.want(Kw::Person)?;
            self.want_punct(Punct::Comma)?;
            self.want(Kw::One)?;
            self.want(Kw::Act)?;
        }
        let mut decl = PropertyDecl { claim, assuming: Vec::new(), expect: Vec::new() };
        loop {
            let start = self.peek().span;
            if self.eat(Kw::Assuming) {
                let e = self.expr()?;
                decl.assuming.push(e);
            } else if self.eat(Kw::Expect) {
                let proved = self.at(Kw::Proved);
                if !proved && !self.at(Kw::Refuted) {
                    return self.expected("proved, refuted");
                }
                self.pos += 1;
                self.want(Kw::In)?;
                let editions = self.list(Self::any_name)?;
                let mut readings = Vec::new();
                if self.eat(Kw::Where) {
                    readings.push(self.reading_choice()?);
                    while self.eat(Kw::And) {
                        readings.push(self.reading_choice()?);
                    }
                }
                decl.expect.push(PropertyExpectation { proved, editions, readings, span: start.to(self.last_span()) });
            } else {
                return Ok(decl);
            }
        }
    }

    /// `reading(ID) = name`.
    fn reading_choice(&mut self) -> Parsed<(Name, Name)> {
        self.want(Kw::Reading)?;
        self.want_punct(Punct::Open)?;
        let ambiguity = self.any_name()?;
        self.want_punct(Punct::Close)?;
        self.want_punct(Punct::Eq)?;
        Ok((ambiguity, self.name()?))
    }

    pub(super) fn norm_name(&mut self) -> Parsed<Name> {
        self.any_name()
    }
}

/// Which clauses each kind of element can have.
pub fn clause_fits(of: Kw, clause: Kw) -> bool {
    use Kw::*;
    match of {
        Definition => matches!(clause, Means | When | Unless | Reading | Refers | Says),
        Ambiguity => clause == Reading,
        Proviso => matches!(clause, When | Reading | Sanction),
        CarveOut | Displacement => matches!(clause, When | Reading | Reason),
        Scope => matches!(clause, When | Reading),
        Savings | Presumption | Retroactivity => matches!(clause, When),
        Procedure if clause == Establishes => true,
        _ => matches!(
            clause,
            Content
                | Joined
                | Refers
                | Says
                | Bearer
                | Toward
                | When
                | Unless
                | Deadline
                | Procedure
                | Reviewer
                | Remedy
                | Sanction
                | Answers
                | Body
                | Reading
        ),
    }
}
