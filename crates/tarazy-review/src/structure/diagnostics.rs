//! What the reading of the pages found: names that stand for nothing, circles.

use std::collections::HashSet;

use tarazy_law::diag::Code;
use tarazy_law::model::ProvId;
use tarazy_law::syntax::ast::{Bearer, Expr, Item, ItemKind, Name, Operand, Rule};
use tarazy_law::{Diagnostic, Span};

use super::index::Index;
use super::subjects::{of_definition, of_item, of_norm, subject};

use crate::class::Class;
use crate::finding::{Finding, Kind, Subject};

pub(super) fn find(index: &Index<'_>, all: &[Diagnostic], out: &mut Vec<Finding>) {
    let mut names = HashSet::new();
    for problem in index.problems {
        match problem.code {
            Code::UnknownName => out.extend(nothing(index, problem, &mut names)),
            Code::EmptyTarget => out.extend(empty_target(index, problem)),
            Code::Cycle => out.extend(circle(index, problem)),
            _ => {}
        }
    }
    // Whether an act is declared is looked up for all editions at once.
    for problem in all.iter().filter(|d| d.code == Code::UnknownName) {
        out.extend(citation(index, problem));
    }
}

fn value<'d>(problem: &'d Diagnostic, name: &str) -> &'d str {
    problem.args.iter().find(|(n, _)| *n == name).map_or("", |(_, v)| v)
}

/// A name that stands for nothing: a term nobody defined, or a reference to what is not there.
fn nothing(index: &Index<'_>, problem: &Diagnostic, seen: &mut HashSet<String>) -> Option<Finding> {
    let (provision, item) = index.around(problem.span)?;
    let name = value(problem, "name");
    let what = subject(Kind::Name, name, Some(provision), problem.span);
    if !is_term(item, problem.span) {
        // What an example or a claim speaks of is no reference of the law.
        let of_law = !matches!(item.kind, ItemKind::Property(_) | ItemKind::Repeal(_));
        let from = of_item(provision, item);
        return of_law.then(|| Finding::new(Class::DanglingReference, vec![from, what]));
    }
    // A term is defined once, however often it is used.
    seen.insert(name.to_owned()).then(|| Finding::new(Class::NotDefined, vec![what]))
}

fn empty_target(index: &Index<'_>, problem: &Diagnostic) -> Option<Finding> {
    let (provision, item) = index.around(problem.span)?;
    let what = subject(Kind::Name, value(problem, "name"), Some(provision), problem.span);
    let edge = matches!(item.kind, ItemKind::Exception(_));
    edge.then(|| Finding::new(Class::DanglingReference, vec![of_item(provision, item), what]))
}

fn citation(index: &Index<'_>, problem: &Diagnostic) -> Option<Finding> {
    let cites = |p: ProvId| index.corpus.provision(p).cite.as_ref().is_some_and(|c| c.span == problem.span);
    let norm = index.book.norms.iter().find(|n| cites(n.provision))?;
    let what = subject(Kind::Name, value(problem, "name"), Some(norm.provision), problem.span);
    Some(Finding::new(Class::DanglingReference, vec![of_norm(norm), what]))
}

/// What rests on itself.
fn circle(index: &Index<'_>, problem: &Diagnostic) -> Option<Finding> {
    let book = index.book;
    let mut subjects: Vec<Subject> = Vec::new();
    for name in value(problem, "path").split(" → ") {
        // The exceptions of an element are a term of their own, but a drafter knows the element only.
        let own = name.strip_suffix(".unless").unwrap_or(name);
        let definition = book.definitions.iter().find(|d| d.id == own).map(of_definition);
        let norm = || index.named(own).map(of_norm);
        let exception = || book.exceptions.iter().find(|e| e.id == name && !e.inline).map(|e| index.exception(e));
        let found = definition.or_else(exception).or_else(norm);
        subjects.extend(found.filter(|s| !subjects.contains(s)));
    }
    let defined = subjects.iter().any(|s| s.kind == Kind::Definition);
    // The definition is what must be mended, or else the edge.
    let first = if defined { Kind::Definition } else { Kind::Exception };
    subjects.sort_by_key(|s| (s.kind != first, s.span));
    let class = if defined { Class::Circular } else { Class::EdgesInCycle };
    (!subjects.is_empty()).then(|| Finding::new(class, subjects))
}

/// At this place of the element a fact or a definition is called.
fn is_term(item: &Item, place: Span) -> bool {
    let rule = match &item.kind {
        ItemKind::Definition(rule) | ItemKind::Norm(_, rule) => rule,
        ItemKind::Exception(decl) => {
            if decl.presumed.as_ref().is_some_and(|(fact, _)| fact.span == place)
                || decl.day_of_act.as_ref().is_some_and(|c| c.name.span == place)
            {
                return true;
            }
            &decl.rule
        }
        _ => return false,
    };
    rule_calls(rule, place)
}

fn rule_calls(rule: &Rule, place: Span) -> bool {
    let bearer = match &rule.bearer {
        Some(Bearer::Person(b)) => b.cond.as_ref(),
        _ => None,
    };
    let bindings = [&rule.toward, &rule.reviewer].into_iter().flatten().filter_map(|b| b.cond.as_ref());
    let exprs = rule.when.iter().chain(&rule.unless).chain(&rule.content).chain(&rule.reason).chain(bearer);
    let exprs = exprs.chain(bindings).chain(rule.readings.iter().filter_map(|r| r.expr.as_ref()));
    let mut exprs = exprs.chain(rule.sanctions.iter().filter_map(|s| s.when.as_ref()));
    let at = |n: &Name| n.span == place;
    exprs.any(|e| calls(e, place))
        || rule.says.iter().any(|(term, _)| at(term))
        || rule.establishes.iter().any(at)
        || rule.deadline.iter().filter_map(|d| d.from.as_ref()).any(|c| at(&c.name))
}

fn calls(e: &Expr, place: Span) -> bool {
    fn operand(o: &Operand, place: Span) -> bool {
        match o {
            Operand::Call(call) => call.name.span == place,
            Operand::Plus(inner, ..) => operand(inner, place),
            _ => false,
        }
    }
    match e {
        Expr::Holds(call) | Expr::In { left: call, .. } => call.name.span == place,
        Expr::Compare { left, right, .. } | Expr::Within { left, after: right, .. } => {
            operand(left, place) || operand(right, place)
        }
        Expr::Not(inner, _) | Expr::Some { body: inner, .. } | Expr::Every { body: inner, .. } => calls(inner, place),
        Expr::And(parts) | Expr::Or(parts) => parts.iter().any(|p| calls(p, place)),
        Expr::Met { .. } | Expr::Applies { .. } | Expr::ReadingIs { .. } => false,
    }
}
