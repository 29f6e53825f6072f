//! One edition of the law, assembled: its own pages over those of the edition it stands on.

use std::collections::HashMap;

use jiff::civil::Date;

use super::corpus::Corpus;
use super::formula::{Args, Derived, Formula, Op};
use super::provision::ProvId;
use super::vocabulary::{Domain, VocabId};
use crate::diag::{Code, Diagnostic};
use crate::lang::Text3;
use crate::source::Span;
use crate::syntax::ast::{self, Claim, DeadlineLength, ExceptionKind, ItemKind, LinkKind, Measure, NormKind};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+) => {
        $($(#[$doc])* #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)] pub struct $name(pub u32);)+
    };
}

ids! {
    /// A fact as this edition uses it (see [`FactKind`]).
    FactId,
    /// A norm of this edition.
    NormId,
    /// A definition of this edition.
    DefId,
    /// An exception of this edition.
    ExcId
}

/// Which law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The edition.
    pub edition: String,
    /// Only what is in force on this day.
    pub as_of: Option<Date>,
}

/// A fact, or something that a case settles in the same way.
#[derive(Clone, Debug)]
pub struct BookFact {
    /// What it is.
    pub kind: FactKind,
    /// How many persons it is about.
    pub persons: usize,
    /// How many values it has, without *not applicable*.
    pub values: usize,
    /// It may also be not applicable.
    pub may_be_inapplicable: bool,
    /// For numbers and dates: where the domain is cut. Value `i` is what lies from cut `i-1` up to, not including, cut `i`.
    pub cuts: Vec<i64>,
}

/// What a [`BookFact`] is.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum FactKind {
    /// Somebody whom the case does not name took part.
    Others,
    /// A fact of the vocabulary.
    Vocab(VocabId),
    /// How an ambiguity is read.
    Reading { name: String, readings: Vec<(String, Text3)>, provision: ProvId },
    /// Two dates or numbers of the case compared with each other.
    Comparison { left: DateExpr, op: Op, right: DateExpr },
}

/// A date or number of the case, later by some time.
#[derive(Clone, Debug, PartialEq)]
pub struct DateExpr {
    /// Which fact.
    pub fact: FactId,
    /// About which of the persons of the comparison.
    pub args: Args,
    /// Later by so much.
    pub plus: Vec<(u32, ast::DeadlineUnit)>,
}

/// A definition.
#[derive(Clone, Debug)]
pub struct Definition {
    /// Its name.
    pub id: String,
    /// About how many persons.
    pub persons: usize,
    /// What it means.
    pub formula: Formula,
    /// Where it stands.
    pub provision: ProvId,
    /// Its place.
    pub span: Span,
}

/// Who is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearer {
    /// A person, for whom the conditions are asked.
    Person,
    /// The text names nobody.
    NotStated,
    /// The element has no bearer clause.
    Absent,
}

/// A term of time.
#[derive(Clone, Debug)]
pub struct Deadline {
    /// How long.
    pub length: DeadlineLength,
    /// From when.
    pub from: Option<VocabId>,
}

/// A norm element.
#[derive(Clone, Debug)]
pub struct Norm {
    /// Its name.
    pub id: String,
    /// Its kind.
    pub kind: NormKind,
    /// Who is bound, entitled, answers.
    pub bearer: Bearer,
    /// What makes a person its bearer.
    pub bearer_cond: Formula,
    /// The condition.
    pub when: Formula,
    /// The inline carve-out, if there is one.
    pub unless: Option<ExcId>,
    /// The counterparty (person 1).
    pub toward: Option<Formula>,
    /// Who reviews (person 1).
    pub reviewer: Option<Formula>,
    /// The term.
    pub deadline: Option<Deadline>,
    /// What follows.
    pub sanctions: Vec<Sanction>,
    /// Links to other elements, by name.
    pub links: Vec<(LinkKind, String)>,
    /// The competent body, by name.
    pub body: Option<String>,
    /// What is to be done, may be demanded, or is forbidden.
    pub content: Option<Formula>,
    /// How the text joins its bearers.
    pub joined: Option<ast::Connective>,
    /// Acts that the text leans on, by name.
    pub refers: Vec<String>,
    /// How this text words a term, by the name of the term.
    pub says: Vec<(String, Text3)>,
    /// What this procedure establishes.
    pub establishes: Vec<VocabId>,
    /// The scopes that govern it.
    pub scopes: Vec<ExcId>,
    /// Carve-outs and displacements from outside.
    pub exceptions: Vec<ExcId>,
    /// Provisos.
    pub provisos: Vec<ExcId>,
    /// Presumptions that protect its bearer.
    pub presumptions: Vec<ExcId>,
    /// Norms beside which it lawfully stands.
    pub beside: Vec<(NormId, ExcId)>,
    /// The rule by which a milder later law reaches back.
    pub retroactivity: Option<ExcId>,
    /// Where it stands.
    pub provision: ProvId,
    /// Its place.
    pub span: Span,
}

impl Norm {
    /// It says who answers: an offence or a liability.
    pub fn answers(&self) -> bool {
        matches!(self.kind, NormKind::Offence | NormKind::Liability)
    }
}

/// What an exception touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Edge {
    Norm(NormId),
    Exception(ExcId),
}

/// A named edge.
#[derive(Clone, Debug)]
pub struct Exception {
    /// Its name.
    pub id: String,
    /// Its kind.
    pub kind: ExceptionKind,
    /// It stands inside the norm, as `unless`.
    pub inline: bool,
    /// What it touches.
    pub targets: Vec<Edge>,
    /// What takes the place, or stands beside.
    pub others: Vec<NormId>,
    /// When it holds.
    pub cond: Formula,
    /// The presumed fact and the index of its value.
    pub presumed: Option<(VocabId, usize)>,
    /// The date fact that tells the day of the act (retroactivity).
    pub day_of_act: Option<VocabId>,
    /// The consequences that a proviso puts in place.
    pub sanctions: Vec<Sanction>,
    /// Exceptions to this exception.
    pub exceptions: Vec<ExcId>,
    /// The scopes within which alone it holds.
    pub scopes: Vec<ExcId>,
    /// The cases for which it is made.
    pub reason: Option<Formula>,
    /// Where it stands.
    pub provision: ProvId,
    /// Its place.
    pub span: Span,
}

/// How two acts relate, as a provision says.
#[derive(Clone, Debug)]
pub struct Relation {
    /// Its name.
    pub id: String,
    /// The two acts.
    pub acts: [String; 2],
    /// Where it stands.
    pub provision: ProvId,
}

/// A consequence with its condition.
#[derive(Clone, Debug)]
pub struct Sanction {
    /// What follows.
    pub what: Consequence,
    /// When.
    pub when: Formula,
}

/// What can follow.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Consequence {
    Fine { amount: u64, unit: String },
    FineBy { fact: FactId, args: Args, table: usize },
    Measures(Vec<Measure>),
    Arrest { days: u32 },
}

/// Amounts.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name.
    pub id: String,
    /// What it counts.
    pub unit: String,
    /// By what it is looked up.
    pub by: FactId,
    /// Its rows.
    pub rows: TableRows,
    /// Where it stands.
    pub provision: ProvId,
}

/// The rows of a table.
#[derive(Clone, Debug)]
pub enum TableRows {
    /// For each value of the fact.
    ByValue(Vec<Option<u64>>),
    /// From a date on, in order.
    ByDate(Vec<(Date, Option<u64>)>),
}

impl TableRows {
    /// The amount on `day`.
    pub fn on(&self, day: Date) -> Option<u64> {
        match self {
            TableRows::ByDate(rows) => rows.iter().rev().find(|(from, _)| *from <= day).and_then(|(_, amount)| *amount),
            TableRows::ByValue(_) => None,
        }
    }
}

/// A property with its norms looked up.
#[derive(Clone, Debug)]
pub struct PropertyRule {
    /// Its name.
    pub id: String,
    /// What it claims.
    pub claim: BookClaim,
    /// The cases it is about (person 0).
    pub assuming: Formula,
    /// What the page expects.
    pub expect: Vec<ast::PropertyExpectation>,
    /// Where it stands.
    pub provision: ProvId,
    /// Its place.
    pub span: Span,
}

/// What a property claims.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum BookClaim {
    NeverBoth(Vec<NormId>, Vec<NormId>),
    AlwaysSome(Vec<NormId>),
}

/// An example of a page that belongs to this edition.
#[derive(Clone, Debug)]
pub struct TestRule {
    /// The example.
    pub test: ast::TestBlock,
    /// The provision beside which it stands.
    pub provision: ProvId,
}

/// An edition of the law, ready to be compiled.
#[derive(Clone, Debug)]
pub struct Rulebook {
    /// Which law.
    pub selection: Selection,
    /// Facts; [`FactKind::Others`] is the first.
    pub facts: Vec<BookFact>,
    /// Norms.
    pub norms: Vec<Norm>,
    /// Definitions.
    pub definitions: Vec<Definition>,
    /// Exceptions.
    pub exceptions: Vec<Exception>,
    /// Tables.
    pub tables: Vec<Table>,
    /// Properties.
    pub properties: Vec<PropertyRule>,
    /// How acts relate.
    pub relations: Vec<Relation>,
    /// Norms by name.
    pub norm_ids: HashMap<String, NormId>,
    /// Readings by the name of the ambiguity.
    pub ambiguities: HashMap<String, FactId>,
    /// Facts by vocabulary id.
    pub vocab: HashMap<VocabId, FactId>,
}

/// *Somebody else took part* is the first fact of every book.
pub const OTHERS: FactId = FactId(0);

impl Rulebook {
    /// The norm.
    pub fn norm(&self, id: NormId) -> &Norm {
        &self.norms[id.0 as usize]
    }

    /// The exception.
    pub fn exception(&self, id: ExcId) -> &Exception {
        &self.exceptions[id.0 as usize]
    }

    /// The definition.
    pub fn definition(&self, id: DefId) -> &Definition {
        &self.definitions[id.0 as usize]
    }

    /// The fact.
    pub fn fact(&self, id: FactId) -> &BookFact {
        &self.facts[id.0 as usize]
    }

    /// Every norm with its id.
    pub fn norms(&self) -> impl Iterator<Item = (NormId, &Norm)> {
        self.norms.iter().enumerate().map(|(i, n)| (NormId(i as u32), n))
    }

    /// The name of what is derived.
    pub fn name_of(&self, what: Derived) -> &str {
        match what {
            Derived::Definition(d) => &self.definition(d).id,
            Derived::Met(n) | Derived::Applies(n) => &self.norm(n).id,
            Derived::Holds(e) => &self.exception(e).id,
        }
    }

    /// Intervals of a number or date, written as comparisons.
    pub fn intervals(&self, corpus: &Corpus, fact: FactId, values: u64) -> Vec<String> {
        let info = self.fact(fact);
        let dates = matches!(info.kind, FactKind::Vocab(v) if corpus.vocabulary.fact(v).domain == Domain::Date);
        let write = |n: i64| if dates { day(n) } else { n.to_string() };
        let mut out = Vec::new();
        let mut i = 0;
        while i < info.values {
            if values >> i & 1 == 0 {
                i += 1;
                continue;
            }
            let first = i;
            while i < info.values && values >> i & 1 == 1 {
                i += 1;
            }
            let from = first.checked_sub(1).map(|c| info.cuts[c]);
            let to = info.cuts.get(i - 1).copied();
            out.push(match (from, to) {
                (None, None) => "any".to_owned(),
                (Some(a), Some(b)) if b == a + 1 => format!("= {}", write(a)),
                (Some(a), Some(b)) => format!("≥ {} < {}", write(a), write(b)),
                (Some(a), None) => format!("≥ {}", write(a)),
                (None, Some(b)) => format!("< {}", write(b)),
            });
        }
        out
    }

    /// How many persons a derived term is about.
    pub fn persons_of(&self, what: Derived) -> usize {
        match what {
            Derived::Definition(d) => self.definition(d).persons,
            Derived::Met(n) | Derived::Applies(n) => usize::from(self.norm(n).bearer == Bearer::Person),
            Derived::Holds(e) => usize::from(self.exception(e).about_person(self)),
        }
    }

    /// What a derived term stands for, one step down.
    pub fn unfold(&self, what: Derived) -> Formula {
        let args = |n| Args::first(n);
        let holds =
            |e: ExcId| Formula::Derived { what: Derived::Holds(e), args: args(self.persons_of(Derived::Holds(e))) };
        match what {
            Derived::Definition(d) => self.definition(d).formula.clone(),
            Derived::Met(n) => {
                let norm = self.norm(n);
                let mut parts = vec![norm.bearer_cond.clone(), norm.when.clone()];
                parts.extend(norm.unless.map(|e| holds(e).negated()));
                Formula::all(parts)
            }
            Derived::Applies(n) => {
                let norm = self.norm(n);
                let persons = self.persons_of(what);
                let mut parts: Vec<Formula> = norm.scopes.iter().map(|e| holds(*e)).collect();
                parts.push(Formula::Derived { what: Derived::Met(n), args: args(persons) });
                parts.extend(norm.exceptions.iter().map(|e| holds(*e).negated()));
                Formula::all(parts)
            }
            Derived::Holds(e) => {
                let exc = self.exception(e);
                let to_this: Vec<Formula> = exc.exceptions.iter().map(|e| holds(*e)).collect();
                if exc.kind == ExceptionKind::Scope {
                    // An exception to a scope lifts it: what it kept out may come in.
                    return Formula::any(std::iter::once(exc.cond.clone()).chain(to_this).collect());
                }
                let within = exc.scopes.iter().map(|e| holds(*e));
                let negated = to_this.into_iter().map(Formula::negated);
                Formula::all(std::iter::once(exc.cond.clone()).chain(within).chain(negated).collect())
            }
        }
    }
}

impl Exception {
    /// Its condition is about the person whom the norm is about.
    pub fn about_person(&self, book: &Rulebook) -> bool {
        let mut edges = self.exceptions.iter().chain(&self.scopes);
        self.cond.free_vars() & 1 != 0 || edges.any(|e| book.exception(*e).about_person(book))
    }
}

/// An item of the edition, after every patch.
pub(super) struct Chosen<'a> {
    pub item: &'a ast::Item,
    pub provision: ProvId,
    /// In force on the day that was asked for.
    pub active: bool,
}

/// What stands in `selection` once every later edition has had its say.
pub(super) fn choose<'a>(corpus: &'a Corpus, selection: &Selection, diags: &mut Vec<Diagnostic>) -> Vec<Chosen<'a>> {
    let mut out: Vec<Chosen<'a>> = Vec::new();
    let mut index: HashMap<&str, usize> = HashMap::new();
    let mut gone: Vec<usize> = Vec::new();
    for edition in corpus.chain(&selection.edition) {
        let here: Vec<(ProvId, &ast::Item)> = corpus.items_of(&edition.name).collect();
        // What stands before this edition's own pages can be patched by them.
        let inherited = index.clone();
        let mut replaced: HashMap<&str, Span> = HashMap::new();
        for (provision, item) in here {
            let default = edition.in_force.map(|from| ast::InForce { from, until: None });
            let days = corpus.provision(provision).in_force.or(default);
            let active = selection.as_of.is_none_or(|day| days.is_none_or(|d| d.holds_on(day)));
            // A patch that is not in force yet leaves what it patches as it is.
            let waits = !active && (item.replace || matches!(item.kind, ItemKind::Repeal(_)));
            if let ItemKind::Repeal(names) = &item.kind {
                for name in names {
                    match inherited.get(name.text.as_str()) {
                        Some(_) if waits => {}
                        Some(i) => {
                            gone.push(*i);
                            index.remove(name.text.as_str());
                        }
                        None => diags.push(nothing_to_patch(name, inherited.keys().copied())),
                    }
                }
                continue;
            }
            let name = item.name.text.as_str();
            let chosen = Chosen { item, provision, active };
            match (item.replace, inherited.get(name), index.get(name)) {
                (true, Some(_), _) if waits => {}
                (true, Some(i), _) => match replaced.insert(name, item.name.span) {
                    None => out[*i] = chosen,
                    Some(before) => diags
                        .push(Diagnostic::error(Code::DeclaredTwice, item.name.span).arg("name", name).also(before)),
                },
                (true, None, _) => diags.push(nothing_to_patch(&item.name, inherited.keys().copied())),
                (false, _, Some(i)) => diags.push(
                    Diagnostic::error(Code::DeclaredTwice, item.name.span)
                        .arg("name", name)
                        .also(out[*i].item.name.span),
                ),
                (false, _, None) => {
                    index.insert(name, out.len());
                    out.push(chosen);
                }
            }
        }
    }
    gone.sort_unstable();
    gone.dedup();
    for i in gone.into_iter().rev() {
        out.remove(i);
    }
    out
}

fn nothing_to_patch<'a>(name: &ast::Name, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    Diagnostic::error(Code::NothingToPatch, name.span).arg("name", &name.text).near(&name.text, known)
}

/// Whether a pattern or name of a target covers `id`.
pub fn covers(name: &str, pattern: bool, id: &str) -> bool {
    if pattern { id.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')) } else { id == name }
}

impl Claim {
    /// The targets it names.
    pub fn targets(&self) -> Vec<&ast::Target> {
        match self {
            Claim::NeverBoth(a, b) => vec![a, b],
            Claim::AlwaysSome(a) => vec![a],
        }
    }
}

fn day(n: i64) -> String {
    let epoch = jiff::civil::Date::constant(1970, 1, 1);
    let span = jiff::Span::new().try_days(n);
    span.ok().and_then(|s| epoch.checked_add(s).ok()).map_or_else(|| n.to_string(), |d| d.to_string())
}
