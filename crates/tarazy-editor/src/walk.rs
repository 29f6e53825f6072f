//! Every name of a page: where it stands, and what it is said of.

use tarazy_law::Span;
use tarazy_law::source::FileId;
use tarazy_law::syntax::ast::*;
use tarazy_law::syntax::keyword::Kw;
use tarazy_law::syntax::lex::{Tok, lex};
use tarazy_law::syntax::parse_page;
use unicode_normalization::UnicodeNormalization;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Thing {
    /// A fact, role, definition, norm, exception, table, property, ambiguity or relation: they share one set of names.
    Element(String),
    /// An act that citations name.
    Act(String),
    /// A body.
    Authority(String),
    /// An edition.
    Edition(String),
    /// A value of a fact: the fact, the value.
    Value(String, String),
    /// A reading of an ambiguity: the ambiguity, the reading.
    Reading(String, String),
    /// A person of an item or an example: which of the page, and its name there.
    Person(u32, String),
}

/// How a name is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// Here it begins to stand for something.
    Declared(Kind),
    /// A further name of what is declared here.
    Alias,
    /// A later edition puts something else in its place.
    Replaced(Kind),
    /// It is said.
    Used,
    /// The heading over what it stands for.
    Heading,
    /// `prefix.*`, with the kind to which it is bound.
    Pattern(Option<NormKind>),
}

/// What is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Kind {
    Fact,
    Role,
    Definition,
    Norm(NormKind),
    Exception(ExceptionKind),
    Ambiguity,
    Table,
    Edition,
    Act,
    Authority,
    Property,
    Relation,
    Value,
    Reading,
    Person,
}

/// A name at its place.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What it stands for. Other names of a fact or an edition stand as they are written.
    pub thing: Thing,
    /// How it is said.
    pub how: How,
    /// The item in which it stands, by its number in the page; the heading, where it stands in none.
    pub item: u32,
}

/// A page with the names in it.
pub(crate) struct PageTree {
    /// What was read.
    pub page: Page,
    /// Its names, by place.
    pub mentions: Vec<Mention>,
    /// It cannot be read as a whole: names that stand in it may be missing here.
    pub broken: bool,
}

impl PageTree {
    /// Reads one page.
    pub(crate) fn read(text: &str) -> PageTree {
        let mut diags = Vec::new();
        let page = parse_page(FileId(0), text, &mut diags);
        let mut walk = Walk { text, out: Vec::new(), item: 0 };
        for p in &page.provisions {
            walk.provision(p);
        }
        let mut mentions = walk.out;
        mentions.sort_by_key(|m| (m.start, m.end));
        // What the first heading says is inherited by the others, and is said once.
        mentions.dedup_by(|a, b| a.start == b.start && a.end == b.end && a.thing == b.thing);
        let broken = diags.iter().any(|d| d.code.as_str().starts_with("L02"));
        PageTree { page, mentions, broken }
    }
}

struct Walk<'a> {
    text: &'a str,
    out: Vec<Mention>,
    item: u32,
}

impl Walk<'_> {
    fn put(&mut self, span: Span, thing: Thing, how: How) {
        self.out.push(Mention { start: span.start, end: span.end, thing, how, item: self.item });
    }

    fn element(&mut self, name: &Name, how: How) {
        // The carve-out inside an element is called after it.
        let inner = name.text.strip_suffix(UNLESS).filter(|_| how == How::Used);
        let span =
            if inner.is_some() { Span { end: name.span.end - UNLESS.len() as u32, ..name.span } } else { name.span };
        self.put(span, Thing::Element(inner.unwrap_or(&name.text).to_owned()), how);
    }

    fn elements(&mut self, names: &[Name]) {
        for n in names {
            self.element(n, How::Used);
        }
    }

    fn edition(&mut self, name: &Name, how: How) {
        self.put(name.span, Thing::Edition(nfc(&name.text)), how);
    }

    fn act(&mut self, name: &Name, how: How) {
        self.put(name.span, Thing::Act(name.text.clone()), how);
    }

    fn provision(&mut self, p: &Provision) {
        self.item += 1;
        if let Some(id) = &p.id {
            self.put(id.span, Thing::Element(nfc(&id.text)), How::Heading);
        }
        if let Some(e) = &p.edition {
            self.edition(e, How::Used);
        }
        if let Some(c) = &p.cite {
            let span = Span { end: c.span.start + c.act.len() as u32, ..c.span };
            self.put(span, Thing::Act(nfc(&c.act)), How::Used);
        }
        for item in &p.items {
            self.item += 1;
            self.of_item(item);
        }
        for test in &p.tests {
            self.item += 1;
            self.test(test);
        }
    }

    fn of_item(&mut self, item: &Item) {
        let name = &item.name;
        let kind = match &item.kind {
            ItemKind::Fact(f) if f.is_role => Kind::Role,
            ItemKind::Fact(_) => Kind::Fact,
            ItemKind::Definition(_) => Kind::Definition,
            ItemKind::Norm(kind, _) => Kind::Norm(*kind),
            ItemKind::Exception(e) => Kind::Exception(e.kind),
            ItemKind::Ambiguity(_) => Kind::Ambiguity,
            ItemKind::Table(_) => Kind::Table,
            ItemKind::Edition(_) => Kind::Edition,
            ItemKind::Act(_) => Kind::Act,
            ItemKind::Authority(_) => Kind::Authority,
            ItemKind::Property(_) => Kind::Property,
            ItemKind::Relation(..) => Kind::Relation,
            ItemKind::Repeal(names) => return self.elements(names),
        };
        let how = if item.replace { How::Replaced(kind) } else { How::Declared(kind) };
        match kind {
            Kind::Edition => self.edition(name, how),
            Kind::Act => self.act(name, how),
            Kind::Authority => self.put(name.span, Thing::Authority(name.text.clone()), how),
            _ => self.element(name, how),
        }
        match &item.kind {
            ItemKind::Fact(f) => self.fact(&name.text, f),
            ItemKind::Definition(rule) | ItemKind::Norm(_, rule) => self.rule(&name.text, rule),
            ItemKind::Exception(e) => self.exception(&name.text, e),
            ItemKind::Ambiguity(readings) => self.readings(&name.text, readings),
            ItemKind::Table(t) => self.table(t),
            ItemKind::Edition(e) => {
                if let Some(on) = &e.on {
                    self.edition(on, How::Used);
                }
                for n in &e.also_named {
                    self.edition(n, How::Alias);
                }
            }
            ItemKind::Act(a) => a.replaced_by.iter().for_each(|by| self.act(by, How::Used)),
            ItemKind::Property(p) => self.property(p),
            ItemKind::Relation(one, other) => [one, other].into_iter().for_each(|a| self.act(a, How::Used)),
            ItemKind::Authority(_) | ItemKind::Repeal(_) => {}
        }
    }

    fn fact(&mut self, fact: &str, f: &FactDecl) {
        for n in &f.also_named {
            self.put(n.span, Thing::Element(n.text.clone()), How::Alias);
        }
        if let TypeDecl::OneOf(values) = &f.ty {
            for v in values {
                self.value(fact, v, How::Declared(Kind::Value));
            }
        }
        for (v, _) in &f.values {
            self.value(fact, v, How::Used);
        }
        if let Some(Feasible::For(facts)) = &f.feasible {
            self.elements(facts);
        }
        for (state, value) in &f.excluded_by {
            self.element(state, How::Used);
            if let Some(v) = value {
                self.value(&state.text, v, How::Used);
            }
        }
    }

    fn value(&mut self, fact: &str, value: &Name, how: How) {
        self.put(value.span, Thing::Value(fact.to_owned(), value.text.clone()), how);
    }

    fn rule(&mut self, of: &str, rule: &Rule) {
        for p in &rule.params {
            self.person(p, How::Declared(Kind::Person));
        }
        if let Some(Bearer::Person(b)) = &rule.bearer {
            self.binding(b);
        }
        rule.toward.iter().chain(&rule.reviewer).for_each(|b| self.binding(b));
        let conditions = rule.when.iter().chain(&rule.unless).chain(&rule.content).chain(&rule.reason);
        conditions.for_each(|e| self.expr(e));
        self.readings(of, &rule.readings);
        if let Some(from) = rule.deadline.as_ref().and_then(|d| d.from.as_ref()) {
            self.call(from);
        }
        for s in &rule.sanctions {
            self.sanction(s);
        }
        for (_, n) in &rule.links {
            self.element(n, How::Used);
        }
        if let Some(b) = &rule.body {
            self.put(b.span, Thing::Authority(b.text.clone()), How::Used);
        }
        for a in &rule.refers {
            self.act(a, How::Used);
        }
        for (term, _) in &rule.says {
            self.element(term, How::Used);
        }
        self.elements(&rule.establishes);
    }

    fn binding(&mut self, b: &Binding) {
        self.person(&b.var, How::Declared(Kind::Person));
        if let Some(e) = &b.cond {
            self.expr(e);
        }
    }

    fn person(&mut self, name: &Name, how: How) {
        // `system` and `act` are nobody.
        if !matches!(Kw::of(&name.text), Some(Kw::System | Kw::Act | Kw::Person)) {
            self.put(name.span, Thing::Person(self.item, name.text.clone()), how);
        }
    }

    fn readings(&mut self, of: &str, readings: &[ReadingDecl]) {
        for r in readings {
            self.put(r.name.span, Thing::Reading(of.to_owned(), r.name.text.clone()), How::Declared(Kind::Reading));
            if let Some(e) = &r.expr {
                self.expr(e);
            }
        }
    }

    fn reading(&mut self, ambiguity: &Name, reading: &Name) {
        self.element(ambiguity, How::Used);
        self.put(reading.span, Thing::Reading(ambiguity.text.clone(), reading.text.clone()), How::Used);
    }

    fn sanction(&mut self, s: &SanctionDecl) {
        match &s.what {
            ConsequenceDecl::Fine { unit, .. } => self.element(unit, How::Used),
            ConsequenceDecl::FineFrom { by, table } => {
                self.call(by);
                self.element(table, How::Used);
            }
            ConsequenceDecl::Measure(_) | ConsequenceDecl::Arrest { .. } => {}
        }
        if let Some(e) = &s.when {
            self.expr(e);
        }
    }

    fn target(&mut self, target: &Target) {
        for (name, pattern) in &target.names {
            if *pattern {
                let how = How::Pattern(target.kind);
                self.put(name.span, Thing::Element(name.text.clone()), how);
            } else {
                self.element(name, How::Used);
            }
        }
    }

    fn exception(&mut self, of: &str, e: &ExceptionDecl) {
        self.target(&e.target);
        if let Some(t) = &e.other {
            self.target(t);
        }
        if let Some((fact, value)) = &e.presumed {
            self.element(fact, How::Used);
            self.value(&fact.text, value, How::Used);
        }
        if let Some(c) = &e.day_of_act {
            self.call(c);
        }
        self.rule(of, &e.rule);
    }

    fn table(&mut self, t: &TableDecl) {
        self.element(&t.unit, How::Used);
        self.call(&t.by);
        for v in t.rows.iter().flat_map(|(names, _)| names) {
            self.value(&t.by.name.text, v, How::Used);
        }
    }

    fn property(&mut self, p: &PropertyDecl) {
        p.claim.targets().into_iter().for_each(|t| self.target(t));
        for e in &p.assuming {
            self.expr(e);
        }
        for expect in &p.expect {
            for e in &expect.editions {
                self.edition(e, How::Used);
            }
            for (a, r) in &expect.readings {
                self.reading(a, r);
            }
        }
    }

    fn test(&mut self, t: &TestBlock) {
        for e in &t.editions {
            self.edition(e, How::Used);
        }
        for p in &t.persons {
            self.person(p, How::Declared(Kind::Person));
        }
        for e in &t.facts {
            self.expr(e);
        }
        for (a, r) in &t.readings {
            self.reading(a, r);
        }
        for expect in &t.expect {
            self.element(&expect.norm, How::Used);
            if let Some(p) = &expect.person {
                self.person(p, How::Used);
            }
            if let Expected::Fine(_, unit) = &expect.what {
                self.unit_of(expect.span, unit);
            }
        }
    }

    /// The tree keeps no place of the unit of an expected fine.
    fn unit_of(&mut self, span: Span, unit: &str) {
        let Some(text) = self.text.get(span.start as usize..span.end as usize) else { return };
        let tokens = lex(span.file, span.start as usize, text, &mut Vec::new());
        let found = tokens
            .windows(2)
            .find(|w| matches!(w[0].tok, Tok::Number(_)) && matches!(&w[1].tok, Tok::Word(word) if word == unit));
        if let Some([_, word]) = found {
            self.put(word.span, Thing::Element(unit.to_owned()), How::Used);
        }
    }

    fn call(&mut self, call: &Call) {
        self.element(&call.name, How::Used);
        for a in &call.args {
            self.person(a, How::Used);
        }
    }

    fn expr(&mut self, e: &Expr) {
        match e {
            Expr::Holds(call) => self.call(call),
            Expr::Compare { left, right, .. } => {
                self.operand(left, right);
                self.operand(right, left);
            }
            Expr::In { left, values } => {
                self.call(left);
                for v in values {
                    self.value(&left.name.text, v, How::Used);
                }
            }
            Expr::Within { left, after, .. } => {
                self.operand(left, after);
                self.operand(after, left);
            }
            Expr::Met { norm, var } | Expr::Applies { norm, var } => {
                self.element(norm, How::Used);
                if let Some(v) = var {
                    self.person(v, How::Used);
                }
            }
            Expr::ReadingIs { ambiguity, reading } => self.reading(ambiguity, reading),
            Expr::Not(inner, _) => self.expr(inner),
            Expr::And(parts) | Expr::Or(parts) => parts.iter().for_each(|p| self.expr(p)),
            Expr::Some { var, body } | Expr::Every { var, body } => {
                self.person(var, How::Declared(Kind::Person));
                self.expr(body);
            }
        }
    }

    /// A bare name beside a fact is one of its values, beside another name a person.
    fn operand(&mut self, operand: &Operand, beside: &Operand) {
        match (operand, beside) {
            (Operand::Call(call), _) => self.call(call),
            (Operand::Plus(inner, ..), _) => self.operand(inner, beside),
            (Operand::Name(value), Operand::Call(fact)) => self.value(&fact.name.text, value, How::Used),
            (Operand::Name(person), _) => self.person(person, How::Used),
            (Operand::Number(..) | Operand::Date(..), _) => {}
        }
    }
}

/// What the carve-out inside an element is called, after the name of the element.
pub(crate) const UNLESS: &str = ".unless";

/// A name as it is compared.
pub(crate) fn nfc(text: &str) -> String {
    text.nfc().collect()
}
