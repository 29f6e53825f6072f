//! R311: the texts in two languages say different things.

use std::collections::HashMap;

use tarazy_law::Lang;
use tarazy_law::model::{Derived, FactId, FactKind, Formula, NormId, ProvId, Rulebook};
use tarazy_law::syntax::ast::{Bearer, Expr, ItemKind, lang_of};
use tarazy_law::syntax::keyword::Kw;

use super::ground::Ground;
use super::look::{Look, all_terms, applies, claim, derived};
use super::prints::Prints;
use crate::class::Class;
use crate::finding::{Finding, Kind, Subject, Value};
use crate::witness::{Says, Witness};

/// A doubt whose readings are the texts of several languages, and the edition as each of them has it.
pub(super) struct Texts {
    name: String,
    provision: ProvId,
    /// The readings, with their names.
    readings: Vec<(usize, String)>,
    /// What each term means by each reading, where that turns on it.
    terms: HashMap<(Derived, usize), Formula>,
    /// The conditions of consequences that turn on it: the norm, and the condition by reading.
    consequences: Vec<(NormId, Vec<Formula>)>,
    /// Nothing in the edition speaks of it.
    idle: bool,
}

/// Finds the doubts between languages, and reads the edition by each.
pub(super) fn prepare(book: &Rulebook, ground: &mut Ground) -> Vec<Texts> {
    let mut out = Vec::new();
    let facts: Vec<FactId> = (0..book.facts.len()).map(|i| FactId(i as u32)).collect();
    for fact in facts {
        let FactKind::Reading { name, readings, provision } = book.fact(fact).kind.clone() else { continue };
        let in_language =
            |(i, (name, _)): (usize, &(String, tarazy_law::Text3))| Some((i, name.clone(), language(name)?));
        let spoken: Vec<(usize, String, Lang)> = readings.iter().enumerate().filter_map(in_language).collect();
        if spoken.iter().any(|(_, _, lang)| *lang != spoken[0].2) {
            let readings = spoken.into_iter().map(|(i, name, _)| (i, name)).collect();
            out.push(read_by_each(book, ground, fact, name, provision, readings));
        }
    }
    out
}

fn language(name: &str) -> Option<Lang> {
    Kw::of(name).and_then(lang_of)
}

fn read_by_each(
    book: &Rulebook,
    ground: &mut Ground,
    fact: FactId,
    name: String,
    provision: ProvId,
    readings: Vec<(usize, String)>,
) -> Texts {
    let mut prints = Prints::default();
    let turning: Vec<Derived> =
        all_terms(book).into_iter().filter(|w| prints.below(book, *w).contains_key(&fact)).collect();
    let mut terms = HashMap::new();
    let mut reserved = Vec::new();
    for what in &turning {
        for (reading, _) in &readings {
            let name = ground.reserve(book.persons_of(*what), place(book, *what));
            let formula = derived(&ground.book, Derived::Definition(name));
            terms.insert((*what, *reading), formula);
            reserved.push((name, *what, *reading));
        }
    }
    for (name, what, reading) in reserved {
        ground.define(name, as_read(book.unfold(what), fact, reading, &terms));
    }
    let mut consequences = Vec::new();
    for (id, norm) in book.norms() {
        let when = norm.sanctions.iter().map(|s| &s.when).chain(&norm.content);
        for when in when.filter(|w| prints.of(book, w).contains_key(&fact)) {
            let by = |(reading, _): &(usize, String)| as_read(when.clone(), fact, *reading, &terms);
            let by: Vec<Formula> = readings.iter().map(by).collect();
            let by = by.into_iter().map(|f| ground.name(f, (norm.provision, norm.span))).collect();
            consequences.push((id, by));
        }
    }
    let idle = turning.is_empty() && consequences.is_empty();
    Texts { name, provision, readings, terms, consequences, idle }
}

/// A condition with one reading chosen, here and in every term below.
fn as_read(
    mut condition: Formula,
    fact: FactId,
    reading: usize,
    terms: &HashMap<(Derived, usize), Formula>,
) -> Formula {
    condition.visit_mut(&mut |f| {
        let new = match &*f {
            Formula::Fact { fact: g, test, .. } if *g == fact => Formula::Const(test.values >> reading & 1 == 1),
            Formula::Derived { what, args } => match terms.get(&(*what, reading)) {
                Some(Formula::Derived { what, .. }) => Formula::Derived { what: *what, args: *args },
                _ => return,
            },
            _ => return,
        };
        *f = new;
    });
    condition
}

fn place(book: &Rulebook, what: Derived) -> (ProvId, tarazy_law::Span) {
    match what {
        Derived::Definition(d) => (book.definition(d).provision, book.definition(d).span),
        Derived::Met(n) | Derived::Applies(n) => (book.norm(n).provision, book.norm(n).span),
        Derived::Holds(e) => (book.exception(e).provision, book.exception(e).span),
    }
}

/// One finding for each doubt, with a norm that turns on it where there is one.
pub(super) fn find(look: &mut Look<'_, '_>, all: &[Texts]) {
    for texts in all {
        // A doubt about the words of another edition is none about this one.
        if texts.idle && spoken_of_elsewhere(look, &texts.name) {
            continue;
        }
        let provision = look.context.corpus.provision(texts.provision);
        let declared = look.context.corpus.declarations(&texts.name).find(|(p, _)| *p == texts.provision);
        let span = declared.map_or(provision.span, |(_, item)| item.name.span);
        let subject =
            Subject { kind: Kind::Ambiguity, name: texts.name.clone(), provision: Some(texts.provision), span };
        let names = texts.readings.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>().join(", ");
        let finding = |subjects| Finding::new(Class::TextsDiverge, subjects).with("texts", Value::Text(names.clone()));
        let turned = turned(look, texts, &subject);
        look.report_plain(match turned {
            Some((norm, witness)) => {
                let mut finding = finding(vec![subject, look.subject(norm)]);
                finding.witness = witness;
                finding
            }
            None => finding(vec![subject]),
        });
    }
}

/// A norm with a case that comes out differently.
fn turned(look: &mut Look<'_, '_>, texts: &Texts, subject: &Subject) -> Option<(NormId, Option<Witness>)> {
    let book = look.book;
    let subjects = std::slice::from_ref(subject);
    for (id, norm) in look.context.book.norms() {
        for (a, name_a) in &texts.readings {
            for (b, name_b) in texts.readings.iter().filter(|(b, _)| b != a) {
                let what = Derived::Applies(id);
                let (Some(by_a), Some(by_b)) = (texts.terms.get(&(what, *a)), texts.terms.get(&(what, *b))) else {
                    continue;
                };
                let question = Formula::all(vec![by_a.clone(), by_b.clone().negated()]);
                let Some(hit) = look.ask(Class::TextsDiverge, subjects, &question) else { continue };
                let read = |reading: &str, says| {
                    let mut case = look.case(&hit);
                    case.readings.insert(texts.name.clone(), reading.to_owned());
                    Witness::replay(look.context, case, vec![claim(&norm.id, says)])
                };
                // The same case, read twice.
                let both = (read(name_a, Says::Applies), read(name_b, Says::DoesNotApply));
                return Some((id, if both.1.is_some() { both.0 } else { None }));
            }
        }
    }
    for (id, by) in &texts.consequences {
        for a in 0..by.len() {
            for b in (0..by.len()).filter(|b| *b != a) {
                let question = Formula::all(vec![applies(book, *id), by[a].clone(), by[b].clone().negated()]);
                if let Some(hit) = look.ask(Class::TextsDiverge, subjects, &question) {
                    let witness = look.witness(&hit, vec![claim(&look.norm(*id).id, Says::Applies)]);
                    return Some((*id, witness));
                }
            }
        }
    }
    None
}

/// Some page speaks of the doubt; as nothing in this edition does, another one is meant.
fn spoken_of_elsewhere(look: &Look<'_, '_>, name: &str) -> bool {
    let corpus = look.context.corpus;
    let mut names: Vec<&str> = corpus.item_names().collect();
    names.sort_unstable();
    names.dedup();
    names.iter().flat_map(|n| corpus.declarations(n)).any(|(_, item)| {
        let (rule, exception) = match &item.kind {
            ItemKind::Definition(rule) | ItemKind::Norm(_, rule) => (rule, None),
            ItemKind::Exception(decl) => (&decl.rule, Some(&decl.rule)),
            _ => return false,
        };
        let reason = exception.and_then(|r| r.reason.as_ref());
        let bearer = rule.bearer.iter().filter_map(|b| if let Bearer::Person(b) = b { b.cond.as_ref() } else { None });
        let all = rule.when.iter().chain(&rule.unless).chain(&rule.content).chain(reason).chain(bearer);
        let sanctions = rule.sanctions.iter().filter_map(|s| s.when.as_ref());
        let readings = rule.readings.iter().filter_map(|r| r.expr.as_ref());
        all.chain(sanctions).chain(readings).any(|e| speaks_of(e, name))
    })
}

fn speaks_of(e: &Expr, name: &str) -> bool {
    match e {
        Expr::ReadingIs { ambiguity, .. } => ambiguity.text == name,
        Expr::Not(inner, _) => speaks_of(inner, name),
        Expr::And(parts) | Expr::Or(parts) => parts.iter().any(|p| speaks_of(p, name)),
        Expr::Some { body, .. } | Expr::Every { body, .. } => speaks_of(body, name),
        _ => false,
    }
}
