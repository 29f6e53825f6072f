//! Terms: without meaning, without use, worded in two ways.

use std::collections::{BTreeMap, HashSet};

use tarazy_law::model::{FactKind, Formula};
use tarazy_law::syntax::ast::{ConsequenceDecl, Expr, ItemKind, Operand, Rule};
use tarazy_law::{Lang, Text3};

use super::index::Index;
use super::subjects::{of_definition, of_fact, of_norm};

use crate::class::Class;
use crate::finding::{Finding, Subject, Value};

pub(super) fn find(index: &Index<'_>, out: &mut Vec<Finding>) {
    meaning_not_stated(index, out);
    not_used(index, out);
    drift(index, out);
}

/// A word of the law of which nobody can say the meaning, where it is used.
fn meaning_not_stated(index: &Index<'_>, out: &mut Vec<Finding>) {
    if !index.corpus.vocabulary.iter().any(|(_, f)| f.meaning_not_stated) {
        return;
    }
    let mut seen = HashSet::new();
    for (subject, formulas) in elements(index) {
        for formula in formulas {
            formula.visit(&mut |f| {
                let Formula::Fact { fact, .. } = f else { return };
                let mut facts = vec![*fact];
                if let FactKind::Comparison { left, right, .. } = &index.book.fact(*fact).kind {
                    facts = vec![left.fact, right.fact];
                }
                for fact in facts {
                    if let Some((_, v)) = index.vocab(fact).filter(|(_, v)| v.meaning_not_stated)
                        && seen.insert((subject.span, fact))
                    {
                        out.push(Finding::new(Class::MeaningNotStated, vec![subject.clone(), of_fact(v)]));
                    }
                }
            });
        }
    }
}

/// Every element of the edition with its conditions.
pub(super) fn elements<'a>(index: &Index<'a>) -> Vec<(Subject, Vec<&'a Formula>)> {
    let book = index.book;
    let mut out = Vec::new();
    for d in &book.definitions {
        // What a definition excepts is a definition of its own, at the same place.
        let named = index.item(d.span).map_or(d.id.as_str(), |item| &item.name.text);
        let subject = Subject { name: named.to_owned(), ..of_definition(d) };
        out.push((subject, vec![&d.formula]));
    }
    for n in &book.norms {
        let mut all = vec![&n.bearer_cond, &n.when];
        all.extend([&n.toward, &n.reviewer, &n.content].into_iter().flatten());
        all.extend(n.sanctions.iter().map(|s| &s.when));
        out.push((of_norm(n), all));
    }
    for e in &book.exceptions {
        let mut all = vec![&e.cond];
        all.extend(&e.reason);
        all.extend(e.sanctions.iter().map(|s| &s.when));
        out.push((index.exception(e), all));
    }
    out
}

/// A definition that nothing of the edition speaks of.
fn not_used(index: &Index<'_>, out: &mut Vec<Finding>) {
    let mut used: HashSet<&str> = HashSet::new();
    let book = index.book;
    let spans = book.definitions.iter().map(|d| d.span);
    let spans = spans.chain(book.norms.iter().map(|n| n.span)).chain(book.exceptions.iter().map(|e| e.span));
    // As it is written, so that a clause that could not be read whole still counts for what it names.
    for span in spans {
        let Some(item) = index.item(span) else { continue };
        match &item.kind {
            ItemKind::Definition(rule) | ItemKind::Norm(_, rule) => rule_names(rule, &mut used),
            ItemKind::Exception(decl) => rule_names(&decl.rule, &mut used),
            _ => {}
        }
    }
    for d in &book.definitions {
        let written = index.item(d.span).is_some_and(|item| item.name.text == d.id);
        if written && !used.contains(d.id.as_str()) {
            out.push(Finding::new(Class::NotUsed, vec![of_definition(d)]));
        }
    }
}

fn rule_names<'a>(rule: &'a Rule, out: &mut HashSet<&'a str>) {
    let bindings = [&rule.toward, &rule.reviewer].into_iter().flatten().filter_map(|b| b.cond.as_ref());
    let bearer = match &rule.bearer {
        Some(tarazy_law::syntax::ast::Bearer::Person(b)) => b.cond.as_ref(),
        _ => None,
    };
    let exprs = rule.when.iter().chain(&rule.unless).chain(&rule.content).chain(&rule.reason).chain(bearer);
    let exprs = exprs.chain(bindings).chain(rule.readings.iter().filter_map(|r| r.expr.as_ref()));
    for e in exprs.chain(rule.sanctions.iter().filter_map(|s| s.when.as_ref())) {
        names(e, out);
    }
    for s in &rule.sanctions {
        if let ConsequenceDecl::FineFrom { by, .. } = &s.what {
            out.insert(&by.name.text);
        }
    }
}

/// The facts and definitions that a condition calls.
pub(super) fn names<'a>(e: &'a Expr, out: &mut HashSet<&'a str>) {
    fn operand<'a>(o: &'a Operand, out: &mut HashSet<&'a str>) {
        match o {
            Operand::Call(call) => drop(out.insert(&call.name.text)),
            Operand::Plus(inner, ..) => operand(inner, out),
            _ => {}
        }
    }
    match e {
        Expr::Holds(call) | Expr::In { left: call, .. } => drop(out.insert(&call.name.text)),
        Expr::Compare { left, right, .. } | Expr::Within { left, after: right, .. } => {
            operand(left, out);
            operand(right, out);
        }
        Expr::Not(inner, _) | Expr::Some { body: inner, .. } | Expr::Every { body: inner, .. } => names(inner, out),
        Expr::And(parts) | Expr::Or(parts) => parts.iter().for_each(|p| names(p, out)),
        Expr::Met { .. } | Expr::Applies { .. } | Expr::ReadingIs { .. } => {}
    }
}

/// One term, worded differently in different places.
fn drift(index: &Index<'_>, out: &mut Vec<Finding>) {
    let mut by_term: BTreeMap<&str, Vec<(Subject, &Text3)>> = BTreeMap::new();
    let book = index.book;
    let places = book
        .definitions
        .iter()
        .map(|d| (of_definition(d), d.span))
        .chain(book.norms.iter().map(|n| (of_norm(n), n.span)));
    for (subject, span) in places {
        let Some(rule) = index.rule(span) else { continue };
        // A definition with exceptions stands in the book twice, under one place.
        if index.item(span).is_some_and(|item| item.name.text != subject.name) {
            continue;
        }
        for (term, wording) in &rule.says {
            let known = index.corpus.vocabulary.find(&term.text);
            let term = known.map_or(&term.text, |v| &index.corpus.vocabulary.fact(v).name);
            by_term.entry(term.as_str()).or_default().push((subject.clone(), wording));
        }
    }
    for (term, said) in by_term {
        let groups: Vec<(usize, [String; 3])> = said.iter().enumerate().map(|(i, (_, w))| (i, folded(w))).collect();
        let count = |w: &[String; 3]| groups.iter().filter(|(_, other)| other == w).count();
        // Where most places agree, the odd one is to be mended; where none do, the later one.
        let Some((usual, wording)) = groups.iter().rev().max_by_key(|(i, w)| (count(w), usize::MAX - i)) else {
            continue;
        };
        let mut odd: Vec<usize> = groups.iter().filter(|(_, w)| w != wording).map(|(i, _)| *i).collect();
        if odd.is_empty() {
            continue;
        }
        odd.push(*usual);
        let mut subjects: Vec<Subject> = Vec::new();
        for i in odd {
            if !subjects.contains(&said[i].0) {
                subjects.push(said[i].0.clone());
            }
        }
        out.push(Finding::new(Class::TermDrift, subjects).with("terms", Value::Names(vec![term.to_owned()])));
    }
}

fn folded(wording: &Text3) -> [String; 3] {
    Lang::ALL.map(|l| wording.get(l).trim().to_lowercase())
}
