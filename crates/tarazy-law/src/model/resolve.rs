//! Names to things: builds the [`Rulebook`] of an edition and reports every name that stands for nothing.

use std::collections::HashMap;

use super::book::*;
use super::corpus::Corpus;
use super::formula::{Args, Derived, Formula, Test};
use super::provision::ProvId;
use super::vocabulary::{Domain, Sort, VocabId};
use crate::diag::{Code, Diagnostic};
use crate::lang::Text3;
use crate::syntax::ast::{self, Call, ExceptionKind, ItemKind, Name, Rule};

/// What a name stands for in this edition.
#[derive(Clone, Copy)]
pub(super) enum Entry {
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
                relations: Vec::new(),
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
        b.check_bearers();
        b.find_cycles();
        b.cut_domains();
        b.book
    }
}

/// A rulebook in the making.
pub(super) struct Builder<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) diags: &'a mut Vec<Diagnostic>,
    pub(super) names: HashMap<String, Entry>,
    pub(super) book: Rulebook,
    /// The persons in play, outermost first.
    pub(super) env: Vec<String>,
}

/// What was wrong is reported; go on with what can be understood.
pub(super) struct Bad;
pub(super) type Res<T> = Result<T, Bad>;

impl Builder<'_> {
    pub(super) fn report<T>(&mut self, d: Diagnostic) -> Res<T> {
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
                    let definition = Definition { id, persons, formula: Formula::Const(false), provision, span };
                    // What it excepts is a term of its own, so that *unless* means the same here as in a norm.
                    if !rule.unless.is_empty() {
                        let inner = unless_of(name);
                        self.names.insert(inner.clone(), Entry::Definition(DefId(self.book.definitions.len() as u32)));
                        self.book.definitions.push(Definition { id: inner, ..definition.clone() });
                    }
                    self.book.definitions.push(definition);
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
                        content: None,
                        joined: rule.joined,
                        refers: Vec::new(),
                        says: Vec::new(),
                        establishes: Vec::new(),
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
                        let inner = Name { text: unless_of(name), span };
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
            scopes: Vec::new(),
            reason: None,
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

    pub(super) fn unknown<T>(&mut self, name: &Name) -> Res<T> {
        let d = Diagnostic::error(Code::UnknownName, name.span).arg("name", &name.text);
        let d = d.near(&name.text, self.known_names());
        self.report(d)
    }

    pub(super) fn wrong_kind<T>(&mut self, name: &Name, expected: &str) -> Res<T> {
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
                    let mut formula = self.condition(&c.item.name, rule);
                    if let Some(&Entry::Definition(u)) = self.names.get(&unless_of(&c.item.name)) {
                        let unless = rule.unless.iter().filter_map(|e| self.expr(e).ok()).collect();
                        self.book.definitions[u.0 as usize].formula = Formula::any(unless);
                        let args = Args::first(self.book.definition(u).persons);
                        let excepted = Formula::Derived { what: Derived::Definition(u), args };
                        formula = Formula::all(vec![formula, excepted.negated()]);
                    }
                    self.book.definitions[d.0 as usize].formula = formula;
                }
                (ItemKind::Norm(_, rule), Some(Entry::Norm(n))) => self.norm(&c.item.name, rule, n),
                (ItemKind::Exception(decl), Some(Entry::Exception(e))) => self.exception(&c.item.name, decl, e),
                (ItemKind::Property(decl), _) => self.property(&c.item.name, decl, c.provision),
                (ItemKind::Relation(one, other), _) => {
                    let acts = [self.act(one), self.act(other)];
                    if let [Some(one), Some(other)] = acts {
                        let id = c.item.name.text.clone();
                        self.book.relations.push(Relation { id, acts: [one, other], provision: c.provision });
                    }
                }
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
        let content = rule.content.as_ref().and_then(|e| self.expr(e).ok());
        let refers = rule.refers.iter().filter_map(|a| self.act(a)).collect();
        let establishes = rule.establishes.iter().filter_map(|f| self.corpus.vocabulary.named(f, self.diags)).collect();
        let says = rule.says.iter().map(|(term, wording)| (term.text.clone(), wording.clone())).collect();
        for (term, _) in &rule.says {
            if self.corpus.vocabulary.find(&term.text).is_none() && !self.names.contains_key(&term.text) {
                drop(self.unknown::<()>(term));
            }
        }
        let norm = &mut self.book.norms[id.0 as usize];
        norm.content = content;
        norm.refers = refers;
        norm.says = says;
        norm.establishes = establishes;
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

    /// The name of an act that is declared.
    fn act(&mut self, name: &Name) -> Option<String> {
        if self.corpus.acts.contains_key(&name.text) {
            return Some(name.text.clone());
        }
        let known = self.corpus.acts.keys().map(String::as_str);
        self.diags
            .push(Diagnostic::error(Code::UnknownName, name.span).arg("name", &name.text).near(&name.text, known));
        None
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
        let targets = self.target(&decl.target, Some(id), decl.kind);
        let others = decl.other.as_ref().map(|t| self.norms_of(t)).unwrap_or_default();
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
        let reason = decl.rule.reason.as_ref().and_then(|e| self.expr(e).ok());
        let sanctions = self.sanctions(&decl.rule.sanctions);
        let day_of_act = decl.day_of_act.as_ref().and_then(|call| self.date_fact(call));
        let exc = &mut self.book.exceptions[id.0 as usize];
        exc.cond = cond;
        exc.targets = targets;
        exc.others = others;
        exc.presumed = presumed;
        exc.day_of_act = day_of_act;
        exc.sanctions = sanctions;
        exc.reason = reason;
    }

    /// The elements that an edge of this kind may touch, among those that a target names; `of` is never its own target.
    fn target(&mut self, target: &ast::Target, of: Option<ExcId>, kind: ExceptionKind) -> Vec<Edge> {
        let mut out = Vec::new();
        for (name, pattern) in &target.names {
            let covered = |id: &str| covers(&name.text, *pattern, id);
            let norms = self.book.norms().filter(|(_, n)| covered(&n.id) && target.kind.is_none_or(|k| k == n.kind));
            let mut found: Vec<Edge> = norms.map(|(id, _)| Edge::Norm(id)).collect();
            // Patterns reach norms only: who makes an exception to an exception names it.
            let exception =
                self.book.exceptions.iter().position(|e| !pattern && target.kind.is_none() && covered(&e.id));
            if let Some(i) = exception.filter(|i| of != Some(ExcId(*i as u32))) {
                let defeats = matches!(kind, ExceptionKind::CarveOut | ExceptionKind::Displacement);
                let bounds = kind == ExceptionKind::Scope && self.book.exceptions[i].kind != ExceptionKind::Scope;
                if !defeats && !bounds {
                    drop(self.wrong_kind::<()>(name, "norm"));
                    continue;
                }
                found.push(Edge::Exception(ExcId(i as u32)));
            }
            if found.is_empty() && !self.is_elsewhere(name, *pattern, of) {
                let d = Diagnostic::error(Code::EmptyTarget, name.span).arg("name", &name.text);
                let known: Vec<&str> = self.book.norms.iter().map(|n| n.id.as_str()).collect();
                self.diags.push(d.near(&name.text, known));
            }
            out.extend(found);
        }
        out
    }

    /// The norms that a target names.
    fn norms_of(&mut self, target: &ast::Target) -> Vec<NormId> {
        // A kind of edge that touches norms only.
        let edges = self.target(target, None, ExceptionKind::Savings);
        edges.into_iter().filter_map(|e| if let Edge::Norm(n) = e { Some(n) } else { None }).collect()
    }

    /// A page of a base edition may speak of norms and exceptions that only another edition, or another day, holds.
    fn is_elsewhere(&self, name: &Name, pattern: bool, of: Option<ExcId>) -> bool {
        let itself = of.map(|e| self.book.exception(e).id.as_str());
        let mut there = self.corpus.norm_names().filter(|n| Some(*n) != itself);
        there.any(|n| covers(&name.text, pattern, n) && !matches!(self.names.get(n), Some(Entry::Exception(_))))
    }

    fn property(&mut self, name: &Name, decl: &ast::PropertyDecl, provision: ProvId) {
        self.env = vec!["p".to_owned()];
        let mut norms = |t: &ast::Target| self.norms_of(t);
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

    pub(super) fn unknown_value<T>(&mut self, v: VocabId, value: &Name) -> Res<T> {
        let fact = self.corpus.vocabulary.fact(v);
        let names = fact.value_names();
        let d = Diagnostic::error(Code::UnknownValue, value.span).arg("name", &fact.name).arg("value", &value.text);
        self.report(d.arg("known", names.join(", ")).near(&value.text, names))
    }
}

/// The name of the inline carve-out of an element.
fn unless_of(name: &Name) -> String {
    format!("{}.unless", name.text)
}
