//! The facts and roles that a case can speak of, the same for every edition.

use std::collections::HashMap;

use jiff::civil::Date;

use super::provision::ProvId;
use crate::diag::{Code, Diagnostic};
use crate::lang::{Lang, Text3};
use crate::source::Span;
use crate::syntax::ast::{Aspect, FactDecl, Feasible, Name, TypeDecl};
use crate::syntax::keyword::Kw;

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Sort {
    Person,
    System,
    Act,
}

impl Sort {
    /// The sort that a word names, in any language.
    pub fn of(word: &str) -> Option<Sort> {
        match Kw::of(word) {
            Some(Kw::Person) => Some(Sort::Person),
            Some(Kw::System) => Some(Sort::System),
            Some(Kw::Act) => Some(Sort::Act),
            _ => None,
        }
    }
}

/// A fact of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VocabId(pub u32);

/// The values a fact can have.
#[derive(Clone, Debug, PartialEq)]
pub enum Domain {
    /// No, yes.
    YesNo,
    /// Named values with their labels.
    OneOf(Vec<(String, Text3)>),
    /// A civil date.
    Date,
    /// A whole number.
    Number,
}

/// A declared fact or role.
#[derive(Clone, Debug)]
pub struct VocabFact {
    /// Its name.
    pub name: String,
    /// Its names in other languages.
    pub also: Vec<String>,
    /// Declared by `role`.
    pub is_role: bool,
    /// What it is about.
    pub params: Vec<Sort>,
    /// Its values.
    pub domain: Domain,
    /// It may be not applicable.
    pub may_be_inapplicable: bool,
    /// An open term.
    pub assessed: bool,
    /// What it tells the review.
    pub tells: Option<Aspect>,
    /// Who is able to bring it about; `None`: not said.
    pub feasible: Option<Feasible<VocabId>>,
    /// States in which it cannot be: a fact, and the index of its value.
    pub excluded_by: Vec<(VocabId, usize)>,
    /// A word of the law that nobody can say the meaning of.
    pub meaning_not_stated: bool,
    /// A few words.
    pub label: Text3,
    /// The question that a person is asked.
    pub question: Text3,
    /// Where it is declared.
    pub provision: ProvId,
    /// The place of its name.
    pub span: Span,
}

impl VocabFact {
    /// How many persons it is about.
    pub fn persons(&self) -> usize {
        self.params.iter().filter(|s| **s == Sort::Person).count()
    }

    /// It is about the act or the persons' conduct in it, rather than about the system.
    pub fn about(&self) -> Sort {
        if self.persons() > 0 {
            Sort::Person
        } else if self.params.contains(&Sort::System) {
            Sort::System
        } else {
            Sort::Act
        }
    }

    /// The index of a named value. Yes-or-no facts have *no* at 0 and *yes* at 1.
    pub fn value_index(&self, value: &str) -> Option<usize> {
        match &self.domain {
            Domain::YesNo => match Kw::of(value) {
                Some(Kw::No) => Some(0),
                Some(Kw::Yes) => Some(1),
                _ => None,
            },
            Domain::OneOf(values) => values.iter().position(|(name, _)| name == value),
            Domain::Date | Domain::Number => None,
        }
    }

    /// The names of its values, where they have names.
    pub fn value_names(&self) -> Vec<&str> {
        match &self.domain {
            Domain::YesNo => vec!["no", "yes"],
            Domain::OneOf(values) => values.iter().map(|(name, _)| name.as_str()).collect(),
            Domain::Date | Domain::Number => Vec::new(),
        }
    }
}

/// A day as a number, so that dates and numbers are cut into intervals alike.
pub(crate) fn day_number(date: Date) -> i64 {
    date.duration_since(Date::constant(1970, 1, 1)).as_hours() / 24
}

/// Every fact by name.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    facts: Vec<VocabFact>,
    by_name: HashMap<String, VocabId>,
}

impl Vocabulary {
    /// Every fact in the order of its declaration.
    pub fn iter(&self) -> impl Iterator<Item = (VocabId, &VocabFact)> {
        self.facts.iter().enumerate().map(|(i, f)| (VocabId(i as u32), f))
    }

    /// The number of facts.
    pub fn len(&self) -> usize {
        self.facts.len()
    }

    /// Nothing is declared.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// The fact with this id.
    pub fn fact(&self, id: VocabId) -> &VocabFact {
        &self.facts[id.0 as usize]
    }

    /// The fact with this name, in any language.
    pub fn find(&self, name: &str) -> Option<VocabId> {
        self.by_name.get(name).copied()
    }

    /// Every name of every fact.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }

    /// `None` where the declaration cannot be understood at all.
    pub(super) fn declare(
        &mut self,
        name: &Name,
        decl: &FactDecl,
        provision: ProvId,
        heading: &str,
        question: &Text3,
        diags: &mut Vec<Diagnostic>,
    ) -> Option<VocabId> {
        let mut params = Vec::new();
        for p in &decl.params {
            match Sort::of(&p.text) {
                Some(sort) => params.push(sort),
                None => diags.push(
                    Diagnostic::error(Code::BadArguments, p.span)
                        .arg("name", &name.text)
                        .arg("expected", "person, system, act"),
                ),
            }
        }
        if params.iter().filter(|s| **s == Sort::Person).count() > 2 {
            diags.push(Diagnostic::error(Code::ThreePersons, name.span).arg("name", &name.text));
            return None;
        }
        let domain = match &decl.ty {
            TypeDecl::YesNo => Domain::YesNo,
            TypeDecl::Date => Domain::Date,
            TypeDecl::Number => Domain::Number,
            TypeDecl::OneOf(values) => {
                if values.len() > 60 {
                    diags.push(
                        Diagnostic::error(Code::TooManyValues, name.span).arg("name", &name.text).arg("limit", 60),
                    );
                }
                let label = |v: &str| {
                    decl.values
                        .iter()
                        .find(|(n, _)| n.text == v)
                        .map_or_else(|| Text3::same(v), |(_, label)| label.clone())
                };
                Domain::OneOf(values.iter().take(60).map(|v| (v.text.clone(), label(&v.text))).collect())
            }
        };
        let fact = VocabFact {
            name: name.text.clone(),
            also: decl.also_named.iter().map(|n| n.text.clone()).collect(),
            is_role: decl.is_role,
            params,
            domain,
            may_be_inapplicable: decl.may_be_inapplicable,
            assessed: decl.assessed,
            tells: decl.tells,
            feasible: None,
            excluded_by: Vec::new(),
            meaning_not_stated: decl.meaning_not_stated,
            label: label_of(heading).unwrap_or_else(|| {
                diags.push(Diagnostic::error(Code::LabelMissing, name.span).arg("name", &name.text));
                Text3::same(&name.text)
            }),
            question: question.clone(),
            provision,
            span: name.span,
        };
        for (value, _) in &decl.values {
            if fact.value_index(&value.text).is_none() {
                let d =
                    Diagnostic::error(Code::UnknownValue, value.span).arg("name", &fact.name).arg("value", &value.text);
                let names = fact.value_names();
                diags.push(d.arg("known", names.join(", ")).near(&value.text, names));
            }
        }
        let id = VocabId(self.facts.len() as u32);
        for n in std::iter::once(name).chain(&decl.also_named) {
            if let Some(before) = self.by_name.insert(n.text.clone(), id) {
                let d = Diagnostic::error(Code::DeclaredTwice, n.span).arg("name", &n.text);
                diags.push(if before == id { d } else { d.also(self.facts[before.0 as usize].span) });
            }
        }
        self.facts.push(fact);
        Some(id)
    }
}

impl Vocabulary {
    /// What facts say of each other, looked up once all of them are declared.
    pub(super) fn relate(&mut self, decls: &[(VocabId, FactDecl)], diags: &mut Vec<Diagnostic>) {
        for (id, decl) in decls {
            let feasible = decl.feasible.as_ref().map(|f| match f {
                Feasible::Nobody => Feasible::Nobody,
                Feasible::For(names) => {
                    Feasible::For(names.iter().filter_map(|n| self.of_somebody(n, diags)).collect())
                }
            });
            let mut excluded_by = Vec::new();
            for (name, value) in &decl.excluded_by {
                let Some(other) = self.named(name, diags) else { continue };
                let index = value.as_ref().map_or_else(
                    || (self.fact(other).domain == Domain::YesNo).then_some(1),
                    |v| self.fact(other).value_index(&v.text),
                );
                match index {
                    Some(index) => excluded_by.push((other, index)),
                    None => {
                        let (at, wrote) = value.as_ref().map_or((name.span, ""), |v| (v.span, &v.text));
                        let names = self.fact(other).value_names();
                        let d = Diagnostic::error(Code::UnknownValue, at).arg("name", &name.text).arg("value", wrote);
                        diags.push(d.arg("known", names.join(", ")).near(wrote, names));
                    }
                }
            }
            let fact = &mut self.facts[id.0 as usize];
            fact.feasible = feasible;
            fact.excluded_by = excluded_by;
        }
    }

    /// A yes-or-no fact about one person, which alone can tell who is able to do something.
    fn of_somebody(&self, name: &Name, diags: &mut Vec<Diagnostic>) -> Option<VocabId> {
        let id = self.named(name, diags)?;
        let fact = self.fact(id);
        if fact.domain == Domain::YesNo && fact.persons() == 1 {
            return Some(id);
        }
        let d = Diagnostic::error(Code::WrongKind, name.span).arg("name", &name.text);
        diags.push(d.arg("expected", "yes-or-no fact about a person"));
        None
    }

    /// The fact with this name, or a report that there is none.
    pub(super) fn named(&self, name: &Name, diags: &mut Vec<Diagnostic>) -> Option<VocabId> {
        let found = self.find(&name.text);
        if found.is_none() {
            let d = Diagnostic::error(Code::UnknownName, name.span).arg("name", &name.text);
            diags.push(d.near(&name.text, self.names()));
        }
        found
    }
}

/// `kk / ru / en` in a heading.
fn label_of(heading: &str) -> Option<Text3> {
    let parts: Vec<&str> = heading.split(" / ").map(str::trim).collect();
    let [kk, ru, en] = parts[..] else { return None };
    let text = Text3 { kk: kk.into(), ru: ru.into(), en: en.into() };
    let whole = text.missing().next().is_none();
    whole.then_some(text)
}

impl VocabFact {
    /// The label of the value with this index.
    pub fn value_label(&self, index: usize, lang: Lang) -> Option<&str> {
        match &self.domain {
            Domain::OneOf(values) => values.get(index).map(|(_, label)| label.get(lang)),
            _ => None,
        }
    }
}
