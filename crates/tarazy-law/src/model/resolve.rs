//! Names to things: builds the [`Rulebook`] of an edition and reports every name that stands for nothing.

use std::collections::HashMap;

use super::book::*;
use super::corpus::Corpus;
use super::formula::{Args, Derived, Formula, Op, Test, Var};
use super::provision::ProvId;
use super::vocabulary::{Domain, Sort, VocabId, day_number};
use crate::diag::{Code, Diagnostic};
use crate::lang::Text3;
use crate::syntax::ast::{self, Call, DeadlineUnit, ExceptionKind, Expr, ItemKind, Name, Operand, Rule};
use crate::syntax::keyword::Kw;
use crate::syntax::lex::Punct;

/// What a name stands for in this edition.
#[derive(Clone, Copy)]
enum Entry {
    Definition(DefId),
    Norm(NormId),
    Exception(ExcId),
    Table(usize),
    /// A property, or a free-standing ambiguity.
    Other,
    /// Declared, but not in force on the day that was asked for.
    NotInForce,
}

impl Corpus {
    pub(super) fn book_with(&self, selection: &Selection, diags: &mut Vec<Diagnostic>) -> Rulebook {
        let chosen = choose(self, selection, diags);
        let mut b = Builder {
            corpus: self,
            diags,
            names: HashMap::new(),
            book: Rulebook {
                selection: selection.clone(),
                facts: vec![BookFact {
                    kind: FactKind::Others,
                    persons: 0,
                    values: 2,
                    may_be_inapplicable: false,
                    cuts: Vec::new(),
                }],
                norms: Vec::new(),
                definitions: Vec::new(),
                exceptions: Vec::new(),
                tables: Vec::new(),
                properties: Vec::new(),
                norm_ids: HashMap::new(),
                ambiguities: HashMap::new(),
                vocab: HashMap::new(),
            },
            env: Vec::new(),
        };
        b.facts();
        b.register(&chosen);
        b.resolve(&chosen);
        b.link();
        b.find_cycles();
        b.cut_domains();
        b.book
    }
}

struct Builder<'a> {
    corpus: &'a Corpus,
    diags: &'a mut Vec<Diagnostic>,
    names: HashMap<String, Entry>,
    book: Rulebook,
    /// The persons in play, outermost first.
    env: Vec<String>,
}

/// What was wrong is reported; go on with what can be understood.
struct Bad;
type Res<T> = Result<T, Bad>;

impl Builder<'_> {
    fn report<T>(&mut self, d: Diagnostic) -> Res<T> {
        self.diags.push(d);
        Err(Bad)
    }

    // Names.

    fn facts(&mut self) {
        for (id, fact) in self.corpus.vocabulary.iter() {
            self.book.vocab.insert(id, FactId(self.book.facts.len() as u32));
            self.book.facts.push(BookFact {
                kind: FactKind::Vocab(id),
                persons: fact.persons(),
                values: match &fact.domain {
                    Domain::YesNo => 2,
                    Domain::OneOf(values) => values.len(),
                    Domain::Date | Domain::Number => 1,
                },
                may_be_inapplicable: fact.may_be_inapplicable,
                cuts: Vec::new(),
            });
        }
    }

    fn register(&mut self, chosen: &[Chosen<'_>]) {
        for c in chosen {
            let name = &c.item.name;
            if let Some(id) = self.corpus.vocabulary.find(&name.text) {
                let before = self.corpus.vocabulary.fact(id).span;
                self.diags.push(Diagnostic::error(Code::DeclaredTwice, name.span).arg("name", &name.text).also(before));
            }
            if !c.active {
                self.names.insert(name.text.clone(), Entry::NotInForce);
                continue;
            }
            let (provision, span, id) = (c.provision, name.span, name.text.clone());
            let entry = match &c.item.kind {
                ItemKind::Definition(rule) => {
                    let persons = rule.params.iter().filter(|p| Sort::of(&p.text).is_none()).count();
                    if persons > 2 {
                        self.diags.push(Diagnostic::error(Code::ThreePersons, span).arg("name", &id));
                    }
                    self.readings(name, &rule.readings, provision);
                    self.book.definitions.push(Definition {
                        id,
                        persons,
                        formula: Formula::Const(false),
                        provision,
                        span,
                    });
                    Entry::Definition(DefId(self.book.definitions.len() as u32 - 1))
                }
                ItemKind::Norm(kind, rule) => {
                    self.readings(name, &rule.readings, provision);
                    let bearer = match &rule.bearer {
                        Some(ast::Bearer::Person(_)) => Bearer::Person,
                        Some(ast::Bearer::NotStated(_)) => Bearer::NotStated,
                        None => Bearer::Absent,
                    };
                    let norm_id = NormId(self.book.norms.len() as u32);
                    self.book.norm_ids.insert(id.clone(), norm_id);
                    self.book.norms.push(Norm {
                        id,
                        kind: *kind,
                        bearer,
                        bearer_cond: Formula::Const(true),
                        when: Formula::Const(true),
                        unless: None,
                        toward: None,
                        reviewer: None,
                        deadline: None,
                        sanctions: Vec::new(),
                        links: Vec::new(),
                        body: None,
                        scopes: Vec::new(),
                        exceptions: Vec::new(),
                        provisos: Vec::new(),
                        presumptions: Vec::new(),
                        beside: Vec::new(),
                        retroactivity: None,
                        provision,
                        span,
                    });
                    if !rule.unless.is_empty() {
                        let inner = Name { text: format!("{}.unless", name.text), span };
                        let exc = self.blank_exception(&inner, ExceptionKind::CarveOut, provision);
                        self.book.exceptions[exc.0 as usize].inline = true;
                        self.book.norms[norm_id.0 as usize].unless = Some(exc);
                        self.names.insert(inner.text, Entry::Exception(exc));
                    }
                    Entry::Norm(norm_id)
                }
                ItemKind::Exception(decl) => {
                    self.readings(name, &decl.rule.readings, provision);
                    Entry::Exception(self.blank_exception(name, decl.kind, provision))
                }
                ItemKind::Ambiguity(readings) => {
                    self.readings(name, readings, provision);
                    Entry::Other
                }
                ItemKind::Table(decl) => {
                    self.book.tables.push(Table {
                        id,
                        unit: decl.unit.text.clone(),
                        by: OTHERS,
                        rows: TableRows::ByDate(Vec::new()),
                        provision,
                    });
                    Entry::Table(self.book.tables.len() - 1)
                }
                _ => Entry::Other,
            };
            self.names.insert(name.text.clone(), entry);
        }
    }

    fn blank_exception(&mut self, name: &Name, kind: ExceptionKind, provision: ProvId) -> ExcId {
        self.book.exceptions.push(Exception {
            id: name.text.clone(),
            kind,
            inline: false,
            targets: Vec::new(),
            others: Vec::new(),
            cond: Formula::Const(true),
            presumed: None,
            day_of_act: None,
            sanctions: Vec::new(),
            exceptions: Vec::new(),
            provision,
            span: name.span,
        });
        ExcId(self.book.exceptions.len() as u32 - 1)
    }

    /// Readings make an ambiguity, which is settled like a fact, though no evidence settles it.
    fn readings(&mut self, name: &Name, readings: &[ast::ReadingDecl], provision: ProvId) {
        if readings.is_empty() {
            return;
        }
        if readings.len() < 2 {
            self.diags.push(Diagnostic::error(Code::OneReading, readings[0].name.span).arg("name", &name.text));
        }
        let mut list: Vec<(String, Text3)> = Vec::new();
        for r in readings {
            if list.iter().any(|(n, _)| *n == r.name.text) {
                self.diags.push(Diagnostic::error(Code::DeclaredTwice, r.name.span).arg("name", &r.name.text));
            } else {
                list.push((r.name.text.clone(), r.label.clone()));
            }
        }
        self.book.ambiguities.insert(name.text.clone(), FactId(self.book.facts.len() as u32));
        self.book.facts.push(BookFact {
            values: list.len(),
            kind: FactKind::Reading { name: name.text.clone(), readings: list, provision },
            persons: 0,
            may_be_inapplicable: false,
            cuts: Vec::new(),
        });
    }

    fn known_names(&self) -> Vec<&str> {
        let vocabulary = &self.corpus.vocabulary;
        vocabulary.names().chain(self.names.keys().map(String::as_str)).collect()
    }

    fn unknown<T>(&mut self, name: &Name) -> Res<T> {
        let d = Diagnostic::error(Code::UnknownName, name.span).arg("name", &name.text);
        let d = d.near(&name.text, self.known_names());
        self.report(d)
    }

    fn wrong_kind<T>(&mut self, name: &Name, expected: &str) -> Res<T> {
        self.report(Diagnostic::error(Code::WrongKind, name.span).arg("name", &name.text).arg("expected", expected))
    }

    // Bodies.

    fn resolve(&mut self, chosen: &[Chosen<'_>]) {
        let active: Vec<&Chosen<'_>> = chosen.iter().filter(|c| c.active).collect();
        // Tables first: sanctions look amounts up in them.
        for c in &active {
            if let (ItemKind::Table(decl), Some(Entry::Table(i))) = (&c.item.kind, self.names.get(&c.item.name.text)) {
                let i = *i;
                let _ = self.table(decl, i);
            }
        }
        for c in &active {
            let entry = self.names.get(&c.item.name.text).copied();
            match (&c.item.kind, entry) {
                (ItemKind::Definition(rule), Some(Entry::Definition(d))) => {
                    self.env =
                        rule.params.iter().filter(|p| Sort::of(&p.text).is_none()).map(|p| p.text.clone()).collect();
                    self.env.truncate(2);
                    let formula = self.condition(&c.item.name, rule);
                    self.book.definitions[d.0 as usize].formula = formula;
                }
                (ItemKind::Norm(_, rule), Some(Entry::Norm(n))) => self.norm(&c.item.name, rule, n),
                (ItemKind::Exception(decl), Some(Entry::Exception(e))) => self.exception(&c.item.name, decl, e),
                (ItemKind::Property(decl), _) => self.property(&c.item.name, decl, c.provision),
                _ => {}
            }
        }
        self.env.clear();
    }

    /// `when` and `means` together with the readings.
    fn condition(&mut self, name: &Name, rule: &Rule) -> Formula {
        let mut parts = Vec::new();
        for e in &rule.when {
            parts.extend(self.expr(e));
        }
        if let Some(&fact) = self.book.ambiguities.get(&name.text)
            && rule.readings.iter().any(|r| r.expr.is_some())
        {
            let mut read = Vec::new();
            for r in &rule.readings {
                let FactKind::Reading { readings, .. } = &self.book.fact(fact).kind else { continue };
                let index = readings.iter().position(|(n, _)| *n == r.name.text).unwrap_or(0);
                let is_read =
                    Formula::Fact { fact, args: Args::default(), test: Test { values: 1 << index, compare: None } };
                if let Some(Ok(says)) = r.expr.as_ref().map(|e| self.expr(e)) {
                    read.push(Formula::all(vec![is_read, says]));
                }
            }
            parts.push(Formula::any(read));
        }
        for e in &rule.unless {
            parts.extend(self.expr(e).map(Formula::negated));
        }
        Formula::all(parts)
    }

    fn norm(&mut self, name: &Name, rule: &Rule, id: NormId) {
        self.env.clear();
        let mut bearer_cond = Formula::Const(true);
        if let Some(ast::Bearer::Person(b)) = &rule.bearer {
            self.env.push(b.var.text.clone());
            if let Some(Ok(f)) = b.cond.as_ref().map(|e| self.expr(e)) {
                bearer_cond = f;
            }
        }
        let main = Rule { when: rule.when.clone(), readings: rule.readings.clone(), ..Rule::default() };
        let when = self.condition(name, &main);
        let unless: Vec<Formula> = rule.unless.iter().filter_map(|e| self.expr(e).ok()).collect();
        let sanctions = self.sanctions(&rule.sanctions);
        let toward = rule.toward.as_ref().and_then(|b| self.second_person(b));
        let reviewer = rule.reviewer.as_ref().and_then(|b| self.second_person(b));
        let mut links = Vec::new();
        for (kind, target) in &rule.links {
            match self.names.get(&target.text) {
                Some(Entry::Norm(_) | Entry::NotInForce) => links.push((*kind, target.text.clone())),
                Some(_) => drop(self.wrong_kind::<()>(target, "norm")),
                None => drop(self.unknown::<()>(target)),
            }
        }
        let deadline = rule
            .deadline
            .as_ref()
            .map(|d| Deadline { length: d.length, from: d.from.as_ref().and_then(|call| self.date_fact(call)) });
        let body = rule.body.as_ref().and_then(|b| {
            if self.corpus.authorities.contains_key(&b.text) {
                return Some(b.text.clone());
            }
            let known = self.corpus.authorities.keys().map(String::as_str);
            self.diags.push(Diagnostic::error(Code::UnknownName, b.span).arg("name", &b.text).near(&b.text, known));
            None
        });
        let norm = &mut self.book.norms[id.0 as usize];
        norm.bearer_cond = bearer_cond;
        norm.when = when;
        norm.sanctions = sanctions;
        norm.toward = toward;
        norm.reviewer = reviewer;
        norm.links = links;
        norm.deadline = deadline;
        norm.body = body;
        if let Some(e) = norm.unless {
            let exc = &mut self.book.exceptions[e.0 as usize];
            exc.cond = Formula::any(unless);
            exc.targets.push(Edge::Norm(id));
        }
    }

    /// A fact that is a date.
    fn date_fact(&mut self, call: &Call) -> Option<VocabId> {
        let found = self.corpus.vocabulary.find(&call.name.text);
        if found.is_some_and(|v| self.corpus.vocabulary.fact(v).domain == Domain::Date) {
            return found;
        }
        drop(if found.is_some() { self.wrong_kind::<()>(&call.name, "date") } else { self.unknown(&call.name) });
        None
    }

    /// The counterparty or reviewer: person 1 where the norm has a bearer, else person 0.
    fn second_person(&mut self, b: &ast::Binding) -> Option<Formula> {
        self.env.push(b.var.text.clone());
        let out = b.cond.as_ref().map_or(Some(Formula::Const(true)), |e| self.expr(e).ok());
        self.env.pop();
        out
    }

    fn exception(&mut self, name: &Name, decl: &ast::ExceptionDecl, id: ExcId) {
        self.env = vec!["p".to_owned()];
        let mut cond = self.condition(name, &decl.rule);
        let targets = self.target(&decl.target, Some(id));
        let others: Vec<NormId> = decl
            .other
            .as_ref()
            .map(|t| self.target(t, Some(id)))
            .unwrap_or_default()
            .into_iter()
            .filter_map(|e| if let Edge::Norm(n) = e { Some(n) } else { None })
            .collect();
        if decl.kind == ExceptionKind::Displacement && decl.rule.when.is_empty() && decl.rule.readings.is_empty() {
            let applies = |n: &NormId| Formula::Derived {
                what: Derived::Applies(*n),
                args: Args::first(self.book.persons_of(Derived::Applies(*n))),
            };
            cond = Formula::any(others.iter().map(applies).collect());
        }
        let presumed = decl.presumed.as_ref().and_then(|(fact, value)| {
            let Some(v) = self.corpus.vocabulary.find(&fact.text) else {
                drop(self.unknown::<()>(fact));
                return None;
            };
            let index = self.corpus.vocabulary.fact(v).value_index(&value.text);
            if index.is_none() {
                drop(self.unknown_value::<()>(v, value));
            }
            index.map(|i| (v, i))
        });
        let sanctions = self.sanctions(&decl.rule.sanctions);
        let day_of_act = decl.day_of_act.as_ref().and_then(|call| self.date_fact(call));
        if cond.free_vars() & 1 != 0 {
            for edge in &targets {
                if let Edge::Norm(n) = edge
                    && self.book.norm(*n).bearer != Bearer::Person
                {
                    let target = &decl.target.names[0].0;
                    let norm = self.book.norm(*n).id.clone();
                    self.diags.push(Diagnostic::error(Code::NoBearer, target.span).arg("name", norm));
                }
            }
        }
        let exc = &mut self.book.exceptions[id.0 as usize];
        exc.cond = cond;
        exc.targets = targets;
        exc.others = others;
        exc.presumed = presumed;
        exc.day_of_act = day_of_act;
        exc.sanctions = sanctions;
    }

    /// The elements that a target names; `of` is never its own target.
    fn target(&mut self, target: &ast::Target, of: Option<ExcId>) -> Vec<Edge> {
        let mut out = Vec::new();
        for (name, pattern) in &target.names {
            let mut found = false;
            for (i, norm) in self.book.norms.iter().enumerate() {
                if covers(&name.text, *pattern, &norm.id) && target.kind.is_none_or(|k| k == norm.kind) {
                    found = true;
                    out.push(Edge::Norm(NormId(i as u32)));
                }
            }
            if !pattern && target.kind.is_none() {
                for (i, exc) in self.book.exceptions.iter().enumerate() {
                    let id = ExcId(i as u32);
                    if exc.id == name.text && of != Some(id) {
                        found = true;
                        out.push(Edge::Exception(id));
                    }
                }
            }
            let later =
                self.names.iter().any(|(n, e)| matches!(e, Entry::NotInForce) && covers(&name.text, *pattern, n));
            // A page of a base edition may speak of norms that only a later edition declares.
            let elsewhere = self.corpus.item_names().any(|n| covers(&name.text, *pattern, n));
            if !found && !later && !elsewhere {
                let d = Diagnostic::error(Code::EmptyTarget, name.span).arg("name", &name.text);
                let known: Vec<&str> = self.book.norms.iter().map(|n| n.id.as_str()).collect();
                self.diags.push(d.near(&name.text, known));
            }
        }
        out
    }

    fn property(&mut self, name: &Name, decl: &ast::PropertyDecl, provision: ProvId) {
        self.env = vec!["p".to_owned()];
        let mut norms = |t: &ast::Target| -> Vec<NormId> {
            self.target(t, None)
                .into_iter()
                .filter_map(|e| if let Edge::Norm(n) = e { Some(n) } else { None })
                .collect()
        };
        let claim = match &decl.claim {
            ast::Claim::NeverBoth(a, b) => BookClaim::NeverBoth(norms(a), norms(b)),
            ast::Claim::AlwaysSome(a) => BookClaim::AlwaysSome(norms(a)),
        };
        // A base page may state a property of norms that only later editions hold; there it is checked.
        let empty = match &claim {
            BookClaim::NeverBoth(a, b) => a.is_empty() || b.is_empty(),
            BookClaim::AlwaysSome(a) => {
                a.is_empty()
                    || decl.claim.targets()[0]
                        .names
                        .iter()
                        .any(|(n, pattern)| !self.book.norms.iter().any(|norm| covers(&n.text, *pattern, &norm.id)))
            }
        };
        if empty {
            return;
        }
        let assuming = Formula::all(decl.assuming.iter().filter_map(|e| self.expr(e).ok()).collect());
        self.book.properties.push(PropertyRule {
            id: name.text.clone(),
            claim,
            assuming,
            expect: decl.expect.clone(),
            provision,
            span: name.span,
        });
    }

    fn sanctions(&mut self, decls: &[ast::SanctionDecl]) -> Vec<Sanction> {
        let mut out = Vec::new();
        for s in decls {
            let when = match &s.when {
                Some(e) => match self.expr(e) {
                    Ok(f) => f,
                    Err(Bad) => continue,
                },
                None => Formula::Const(true),
            };
            let what = match &s.what {
                ast::ConsequenceDecl::Fine { amount, unit } => {
                    if unit.text != "tenge" && !matches!(self.names.get(&unit.text), Some(Entry::Table(_))) {
                        drop(self.unknown::<()>(unit));
                        continue;
                    }
                    Consequence::Fine { amount: *amount, unit: unit.text.clone() }
                }
                ast::ConsequenceDecl::FineFrom { by, table } => {
                    let Some(&Entry::Table(t)) = self.names.get(&table.text) else {
                        drop(if self.names.contains_key(&table.text) {
                            self.wrong_kind::<()>(table, "table")
                        } else {
                            self.unknown(table)
                        });
                        continue;
                    };
                    let Ok((fact, args)) = self.fact_call(by) else { continue };
                    if self.book.tables[t].by != fact {
                        drop(self.wrong_kind::<()>(&by.name, "the fact by which the table is looked up"));
                        continue;
                    }
                    Consequence::FineBy { fact, args, table: t }
                }
                ast::ConsequenceDecl::Measure(m) => Consequence::Measures(m.clone()),
                ast::ConsequenceDecl::Arrest { days } => Consequence::Arrest { days: *days },
            };
            out.push(Sanction { what, when });
        }
        out
    }

    fn table(&mut self, decl: &ast::TableDecl, index: usize) -> Res<()> {
        let Some(v) = self.corpus.vocabulary.find(&decl.by.name.text) else { return self.unknown(&decl.by.name) };
        let fact = self.corpus.vocabulary.fact(v);
        if decl.unit.text != "tenge" && !matches!(self.names.get(&decl.unit.text), Some(Entry::Table(_))) {
            return self.unknown(&decl.unit);
        }
        let rows = match &fact.domain {
            Domain::Date => {
                let mut rows: Vec<_> = Vec::new();
                for (from, amount, span) in &decl.dated {
                    if rows.last().is_some_and(|(before, _)| before >= from) {
                        self.diags.push(Diagnostic::error(Code::BadRow, *span).arg("found", from));
                    }
                    rows.push((*from, *amount));
                }
                if let Some((names, _)) = decl.rows.first() {
                    return self.report(Diagnostic::error(Code::BadRow, names[0].span).arg("found", &names[0].text));
                }
                TableRows::ByDate(rows)
            }
            Domain::OneOf(values) => {
                let mut rows = vec![None; values.len()];
                for (names, amount) in &decl.rows {
                    for n in names {
                        match fact.value_index(&n.text) {
                            Some(i) if rows[i].is_none() => rows[i] = Some(*amount),
                            Some(_) => {
                                self.diags.push(Diagnostic::error(Code::DeclaredTwice, n.span).arg("name", &n.text));
                            }
                            None => drop(self.unknown_value::<()>(v, n)),
                        }
                    }
                }
                if let Some((from, _, span)) = decl.dated.first() {
                    return self.report(Diagnostic::error(Code::BadRow, *span).arg("found", from));
                }
                TableRows::ByValue(rows)
            }
            _ => return self.wrong_kind(&decl.by.name, "named values, date"),
        };
        let table = &mut self.book.tables[index];
        table.by = self.book.vocab[&v];
        table.rows = rows;
        Ok(())
    }

    fn unknown_value<T>(&mut self, v: VocabId, value: &Name) -> Res<T> {
        let fact = self.corpus.vocabulary.fact(v);
        let names = fact.value_names();
        let d = Diagnostic::error(Code::UnknownValue, value.span).arg("name", &fact.name).arg("value", &value.text);
        self.report(d.arg("known", names.join(", ")).near(&value.text, names))
    }

    // Conditions.

    fn expr(&mut self, e: &Expr) -> Res<Formula> {
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
    fn parts(&mut self, parts: &[Expr]) -> Res<Vec<Formula>> {
        let all: Vec<Res<Formula>> = parts.iter().map(|p| self.expr(p)).collect();
        all.into_iter().collect()
    }

    fn quantified(&mut self, var: &Name, body: &Expr) -> Res<Formula> {
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

    fn var(&mut self, name: &Name) -> Res<Var> {
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
    fn args(&mut self, call: &Call, persons: usize, sorts: Option<&[Sort]>) -> Res<Args> {
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

    fn bad_args<T>(&mut self, call: &Call, persons: usize, sorts: Option<&[Sort]>) -> Res<T> {
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

    fn fact_call(&mut self, call: &Call) -> Res<(FactId, Args)> {
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

    fn holds(&mut self, call: &Call) -> Res<Formula> {
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

    fn norm_term(&mut self, norm: &Name, var: Option<&Name>, make: fn(NormId) -> Derived) -> Res<Formula> {
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

    fn reading_is(&mut self, ambiguity: &Name, reading: &Name) -> Res<Formula> {
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

    fn value_bit(&mut self, fact: FactId, value: &Name) -> Res<u64> {
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

    fn compare(&mut self, left: &Operand, op: Punct, right: &Operand, span: crate::Span) -> Res<Formula> {
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

    fn ordered(&mut self, call: &Call, domain: &Domain, span: crate::Span) -> Res<(FactId, Args)> {
        let (fact, args) = self.fact_call(call)?;
        if self.domain(fact) == Some(domain) {
            return Ok((fact, args));
        }
        self.report(Diagnostic::error(Code::NotComparable, span))
    }

    fn domain(&self, fact: FactId) -> Option<&Domain> {
        match self.book.fact(fact).kind {
            FactKind::Vocab(v) => Some(&self.corpus.vocabulary.fact(v).domain),
            _ => None,
        }
    }

    /// Two dates (or numbers) of the case with each other: a fact of its own, which the case settles by computing.
    fn compare_two(&mut self, left: &Operand, op: Op, right: &Operand, span: crate::Span) -> Res<Formula> {
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

    fn date_operand(&mut self, operand: &Operand, span: crate::Span) -> Res<(DateExpr, Args)> {
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

    // Edges.

    /// Tells every norm and exception which edges end in it.
    fn link(&mut self) {
        for i in 0..self.book.exceptions.len() {
            let id = ExcId(i as u32);
            let exc = &self.book.exceptions[i];
            if exc.inline {
                continue;
            }
            let (kind, targets, others) = (exc.kind, exc.targets.clone(), exc.others.clone());
            for edge in targets {
                match edge {
                    Edge::Exception(e) => self.book.exceptions[e.0 as usize].exceptions.push(id),
                    Edge::Norm(n) => {
                        // A norm that takes the place of a group to which it belongs does not displace itself.
                        if kind == ExceptionKind::Displacement && others.contains(&n) {
                            continue;
                        }
                        let norm = &mut self.book.norms[n.0 as usize];
                        match kind {
                            ExceptionKind::CarveOut | ExceptionKind::Displacement => norm.exceptions.push(id),
                            ExceptionKind::Scope => norm.scopes.push(id),
                            ExceptionKind::Proviso => norm.provisos.push(id),
                            ExceptionKind::Presumption => norm.presumptions.push(id),
                            ExceptionKind::Retroactivity => norm.retroactivity = Some(id),
                            ExceptionKind::Savings => {
                                norm.beside.extend(others.iter().map(|o| (*o, id)));
                                for o in &others {
                                    self.book.norms[o.0 as usize].beside.push((n, id));
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// A term that rests on itself has no meaning.
    fn find_cycles(&mut self) {
        #[derive(Clone, Copy, PartialEq)]
        enum Mark {
            Open,
            Done,
        }
        fn walk(
            book: &Rulebook,
            at: Derived,
            marks: &mut HashMap<Derived, Mark>,
            path: &mut Vec<Derived>,
        ) -> Option<Vec<Derived>> {
            match marks.get(&at) {
                Some(Mark::Done) => return None,
                Some(Mark::Open) => {
                    let from = path.iter().position(|d| *d == at).unwrap_or(0);
                    return Some(path[from..].to_vec());
                }
                None => {}
            }
            marks.insert(at, Mark::Open);
            path.push(at);
            for next in book.unfold(at).derived() {
                if let Some(cycle) = walk(book, next, marks, path) {
                    return Some(cycle);
                }
            }
            path.pop();
            marks.insert(at, Mark::Done);
            None
        }
        let exceptions_in_a_ring = self.exception_ring();
        let mut found = exceptions_in_a_ring.map(|e| vec![Derived::Holds(e)]);
        if found.is_none() {
            let mut marks = HashMap::new();
            let roots = (0..self.book.definitions.len()).map(|i| Derived::Definition(DefId(i as u32)));
            let roots = roots.chain((0..self.book.norms.len()).map(|i| Derived::Applies(NormId(i as u32))));
            let roots: Vec<Derived> =
                roots.chain((0..self.book.exceptions.len()).map(|i| Derived::Holds(ExcId(i as u32)))).collect();
            found = roots.into_iter().find_map(|r| walk(&self.book, r, &mut marks, &mut Vec::new()));
        }
        let Some(cycle) = found else { return };
        let path: Vec<&str> = cycle.iter().map(|d| self.book.name_of(*d)).collect();
        let span = match cycle[0] {
            Derived::Definition(d) => self.book.definition(d).span,
            Derived::Met(n) | Derived::Applies(n) => self.book.norm(n).span,
            Derived::Holds(e) => self.book.exception(e).span,
        };
        let d = Diagnostic::error(Code::Cycle, span).arg("name", path[0]).arg("path", path.join(" → "));
        self.diags.push(d);
        // What follows needs an order; a corpus with a cycle is refused anyway.
        for definition in &mut self.book.definitions {
            definition.formula = Formula::Const(false);
        }
        for exc in &mut self.book.exceptions {
            exc.cond = Formula::Const(false);
            exc.exceptions.clear();
        }
        for norm in &mut self.book.norms {
            norm.bearer_cond = Formula::Const(false);
            norm.when = Formula::Const(false);
        }
    }

    /// Exceptions that are exceptions to each other. Found apart, because even asking what they are about would not end.
    fn exception_ring(&self) -> Option<ExcId> {
        let next = |e: ExcId| self.book.exception(e).exceptions.clone();
        (0..self.book.exceptions.len()).map(|i| ExcId(i as u32)).find(|start| {
            let (mut seen, mut todo) = (Vec::new(), next(*start));
            while let Some(e) = todo.pop() {
                if e == *start {
                    return true;
                }
                if !seen.contains(&e) {
                    seen.push(e);
                    todo.extend(next(e));
                }
            }
            false
        })
    }

    // Numbers and dates.

    /// Cuts the domain of every number and date at the constants it is compared with, and turns comparisons into sets of intervals.
    fn cut_domains(&mut self) {
        let book = &mut self.book;
        let mut cuts: HashMap<FactId, Vec<i64>> = HashMap::new();
        for_each_formula(book, &mut |f| {
            if let Formula::Fact { fact, test: Test { compare: Some((op, n)), .. }, .. } = f {
                let at = cuts.entry(*fact).or_default();
                match op {
                    Op::Lt | Op::Ge => at.push(*n),
                    Op::Le | Op::Gt => at.push(n.saturating_add(1)),
                    Op::Eq | Op::Ne => at.extend([*n, n.saturating_add(1)]),
                }
            }
        });
        for (fact, mut at) in cuts {
            at.sort_unstable();
            at.dedup();
            let info = &mut book.facts[fact.0 as usize];
            if at.len() > 59 {
                let name = if let FactKind::Vocab(v) = info.kind { self.corpus.vocabulary.fact(v) } else { continue };
                self.diags
                    .push(Diagnostic::error(Code::TooManyValues, name.span).arg("name", &name.name).arg("limit", 60));
                at.truncate(59);
            }
            info.values = at.len() + 1;
            info.cuts = at;
        }
        let facts = book.facts.clone();
        for_each_formula(book, &mut |f| {
            if let Formula::Fact { fact, test, .. } = f
                && let Some((op, n)) = test.compare
            {
                let info = &facts[fact.0 as usize];
                // An interval lies wholly on one side of every constant, so its first number speaks for it.
                let holds = |i: usize| op.holds(if i == 0 { i64::MIN } else { info.cuts[i - 1] }, n);
                test.values = (0..info.values).filter(|i| holds(*i)).fold(0, |m, i| m | 1 << i);
            }
        });
    }
}

fn for_each_formula(book: &mut Rulebook, f: &mut impl FnMut(&mut Formula)) {
    for d in &mut book.definitions {
        d.formula.visit_mut(f);
    }
    let sanctions = |list: &mut Vec<Sanction>, f: &mut dyn FnMut(&mut Formula)| {
        for s in list {
            s.when.visit_mut(&mut |g| f(g));
        }
    };
    for n in &mut book.norms {
        n.bearer_cond.visit_mut(f);
        n.when.visit_mut(f);
        for g in [&mut n.toward, &mut n.reviewer].into_iter().flatten() {
            g.visit_mut(f);
        }
        sanctions(&mut n.sanctions, f);
    }
    for e in &mut book.exceptions {
        e.cond.visit_mut(f);
        sanctions(&mut e.sanctions, f);
    }
    for p in &mut book.properties {
        p.assuming.visit_mut(f);
    }
}

impl Kw {
    /// The property and test words that name a yes-or-no answer.
    pub fn as_answer(word: &str) -> Option<bool> {
        match Kw::of(word) {
            Some(Kw::Yes) => Some(true),
            Some(Kw::No) => Some(false),
            _ => None,
        }
    }
}
