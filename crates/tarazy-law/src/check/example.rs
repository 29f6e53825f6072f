//! Examples: the `test` blocks that stand beside the norms.

use crate::case::{Case, Entry, FactKey, Others, Person, PersonIdx, State, Value};
use crate::decide::answer::DueKind;
use crate::decide::{Engine, Options, Verdict};
use crate::diag::{Code, Diagnostic};
use crate::exact::Trial;
use crate::lang::Text3;
use crate::model::{Corpus, DefId, Derived, Domain, Selection, TestRule};
use crate::program::{Rows, Truth};
use crate::source::Span;
use crate::syntax::ast::{Expected, Expr, Name, Operand, TestExpectation};
use crate::syntax::lex::Punct;

/// How many examples ran, and how many lines of them came out as expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExampleResult {
    /// Examples.
    pub examples: usize,
    /// Expectations that were met.
    pub met: usize,
    /// Expectations that were not.
    pub failed: usize,
}

/// Runs the examples that belong to `edition`.
pub fn run_examples(corpus: &Corpus, edition: &str, diags: &mut Vec<Diagnostic>) -> ExampleResult {
    let engine = Engine::new(corpus, &Selection { edition: edition.to_owned(), as_of: None });
    let mut result = ExampleResult::default();
    for rule in corpus.tests_in(edition) {
        result.examples += 1;
        let Some(case) = scene(corpus, &rule, diags) else {
            result.failed += rule.test.expect.len().max(1);
            continue;
        };
        let rows = engine.run(&case);
        for expect in &rule.test.expect {
            if expect.ought {
                // What should come out is the review's affair; that its names mean something is ours.
                let mut wish = Vec::new();
                look(&engine, &case, &rows, expect, edition, &mut wish);
                diags.extend(wish.into_iter().filter(|d| d.code != Code::Example));
            } else if look(&engine, &case, &rows, expect, edition, diags) {
                result.met += 1;
            } else {
                result.failed += 1;
            }
        }
    }
    result
}

/// The case that an example describes.
pub fn scene(corpus: &Corpus, rule: &TestRule, diags: &mut Vec<Diagnostic>) -> Option<Case> {
    let test = &rule.test;
    let mut case = Case { others: if test.others_none { Others::Nobody } else { Others::NotAsked }, ..Case::default() };
    for p in &test.persons {
        if case.person(&p.text).is_some() {
            diags.push(Diagnostic::error(Code::DeclaredTwice, p.span).arg("name", &p.text));
            return None;
        }
        case.persons.push(Person { id: p.text.clone(), name: Text3::same(&p.text) });
    }
    if case.persons.is_empty() {
        // An example about nobody in particular still needs somebody to be about.
        case.persons.push(Person { id: "a".into(), name: Text3::same("a") });
    }
    if test.otherwise_no {
        deny_all(corpus, &mut case);
    }
    for fact in &test.facts {
        state(corpus, &mut case, fact, diags)?;
    }
    for (ambiguity, reading) in &test.readings {
        match corpus.readings_of(&ambiguity.text) {
            Some(known) if known.contains(&reading.text) => {
                case.readings.insert(ambiguity.text.clone(), reading.text.clone());
            }
            Some(known) => {
                let d = Diagnostic::error(Code::UnknownValue, reading.span).arg("name", &ambiguity.text);
                diags.push(d.arg("value", &reading.text).arg("known", known.join(", ")).arg("near", ""));
                return None;
            }
            None => {
                diags.push(unknown_name(ambiguity, corpus.ambiguity_names().iter().map(String::as_str)));
                return None;
            }
        }
    }
    Some(case)
}

fn unknown_name<'a>(name: &Name, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    Diagnostic::error(Code::UnknownName, name.span).arg("name", &name.text).near(&name.text, known)
}

fn deny_all(corpus: &Corpus, case: &mut Case) {
    let n = case.persons.len();
    for (id, fact) in corpus.vocabulary.iter().filter(|(_, f)| f.domain == Domain::YesNo) {
        for persons in crate::program::tuples(fact.persons(), n) {
            case.facts.insert(FactKey::new(id, &persons), Entry::established(Value::Named(0)));
        }
    }
}

/// Sets what one stated fact says.
fn state(corpus: &Corpus, case: &mut Case, e: &Expr, diags: &mut Vec<Diagnostic>) -> Option<()> {
    let (call, state) = match e {
        Expr::Holds(call) => (call, State::Established(Value::Named(1))),
        Expr::Not(inner, span) => match &**inner {
            Expr::Holds(call) => (call, State::Established(Value::Named(0))),
            Expr::Compare { left: Operand::Call(call), op: Punct::Eq, right: Operand::Name(value), .. } => {
                (call, State::Denied(vec![named(corpus, call, value, diags)?]))
            }
            _ => return not_a_fact(*span, diags),
        },
        Expr::Compare { left: Operand::Call(call), op: Punct::Eq, right, span } => {
            let value = match right {
                Operand::Name(value) => named(corpus, call, value, diags)?,
                Operand::Number(n, _) => Value::Number(*n),
                Operand::Date(d, _) => Value::Date(*d),
                _ => return not_a_fact(*span, diags),
            };
            (call, State::Established(value))
        }
        Expr::In { left, values } => {
            let values: Option<Vec<Value>> = values.iter().map(|v| named(corpus, left, v, diags)).collect();
            (left, State::Disputed(values?))
        }
        _ => return not_a_fact(span_of(e), diags),
    };
    let Some(id) = corpus.vocabulary.find(&call.name.text) else {
        diags.push(unknown_name(&call.name, corpus.vocabulary.names()));
        return None;
    };
    let fact = corpus.vocabulary.fact(id);
    let mut persons: Vec<PersonIdx> = Vec::new();
    for a in &call.args {
        match case.person(&a.text) {
            Some(p) => persons.push(p),
            None if crate::model::Sort::of(&a.text).is_some() => {}
            None => {
                let known = case.persons.iter().map(|p| p.id.as_str()).collect::<Vec<_>>().join(", ");
                diags.push(Diagnostic::error(Code::UnboundVariable, a.span).arg("name", &a.text).arg("known", known));
                return None;
            }
        }
    }
    let kind_fits = match &state {
        State::Established(Value::Date(_)) => fact.domain == Domain::Date,
        State::Established(Value::Number(_)) => fact.domain == Domain::Number,
        State::Established(Value::Named(_)) if matches!(e, Expr::Holds(_) | Expr::Not(..)) => {
            fact.domain == Domain::YesNo
        }
        _ => matches!(fact.domain, Domain::YesNo | Domain::OneOf(_)),
    };
    if persons.len() != fact.persons() || !kind_fits {
        let d = Diagnostic::error(Code::BadArguments, call.span).arg("name", &call.name.text);
        diags.push(d.arg("expected", vec!["person"; fact.persons()].join(", ")));
        return None;
    }
    case.facts.insert(FactKey::new(id, &persons), Entry { state, ..Entry::default() });
    Some(())
}

fn named(corpus: &Corpus, call: &crate::syntax::ast::Call, value: &Name, diags: &mut Vec<Diagnostic>) -> Option<Value> {
    let Some(id) = corpus.vocabulary.find(&call.name.text) else {
        diags.push(unknown_name(&call.name, corpus.vocabulary.names()));
        return None;
    };
    let fact = corpus.vocabulary.fact(id);
    let index = fact.value_index(&value.text);
    if index.is_none() {
        let d = Diagnostic::error(Code::UnknownValue, value.span).arg("name", &fact.name).arg("value", &value.text);
        diags.push(d.arg("known", fact.value_names().join(", ")).near(&value.text, fact.value_names()));
    }
    index.map(Value::Named)
}

fn span_of(e: &Expr) -> Span {
    match e {
        Expr::Holds(c) => c.span,
        Expr::Compare { span, .. } | Expr::Within { span, .. } | Expr::Not(_, span) => *span,
        Expr::In { left, .. } => left.span,
        Expr::Met { norm, .. } | Expr::Applies { norm, .. } => norm.span,
        Expr::ReadingIs { ambiguity, .. } => ambiguity.span,
        Expr::And(parts) | Expr::Or(parts) => span_of(&parts[0]),
        Expr::Some { var, .. } | Expr::Every { var, .. } => var.span,
    }
}

fn not_a_fact<T>(span: Span, diags: &mut Vec<Diagnostic>) -> Option<T> {
    diags.push(Diagnostic::error(Code::Unexpected, span).arg("expected", "F(a), not F(a), F(a) = v").arg("found", "…"));
    None
}

/// Whether one expectation is met.
fn look(
    engine: &Engine<'_>,
    case: &Case,
    rows: &Rows,
    expect: &TestExpectation,
    edition: &str,
    diags: &mut Vec<Diagnostic>,
) -> bool {
    let person = match &expect.person {
        Some(name) => match case.person(&name.text) {
            Some(p) => Some(p),
            None => {
                let known = case.persons.iter().map(|p| p.id.as_str()).collect::<Vec<_>>().join(", ");
                diags.push(
                    Diagnostic::error(Code::UnboundVariable, name.span).arg("name", &name.text).arg("known", known),
                );
                return false;
            }
        },
        None => None,
    };
    let options = Options { all: true, counterfactuals: false };
    let Some(finding) = engine.find(case, rows, &expect.norm.text, person, options) else {
        return look_at_definition(engine, case, expect, person, edition, diags);
    };
    let verdict = finding.verdict;
    let fines = || {
        let certain = finding.consequences.iter().filter(|d| d.certain);
        certain.filter_map(|d| match &d.what {
            DueKind::Fine { from, unit, .. } => Some(format!("{from} {unit}")),
            _ => None,
        })
    };
    let measures = |m| {
        let all = finding.consequences.iter();
        all.clone().any(|d| d.certain && matches!(&d.what, DueKind::Measure { any_of } if any_of.contains(m)))
    };
    let (met, found) = match &expect.what {
        Expected::Applies => (verdict == Verdict::Applies, verdict.as_str().to_owned()),
        Expected::DoesNotApply => (verdict == Verdict::DoesNotApply, verdict.as_str().to_owned()),
        Expected::Unknown => (verdict == Verdict::Unknown, verdict.as_str().to_owned()),
        Expected::Competing => (verdict == Verdict::Competing, verdict.as_str().to_owned()),
        Expected::Fine(n, unit) => {
            let wanted = format!("{n} {unit}");
            (fines().any(|f| f == wanted), fines().collect::<Vec<_>>().join(", "))
        }
        Expected::Measure(m) => (measures(m), verdict.as_str().to_owned()),
        Expected::NotMeasure(m) => (!measures(m), verdict.as_str().to_owned()),
    };
    if !met {
        diags.push(failed(expect, edition, &found));
    }
    met
}

fn failed(expect: &TestExpectation, edition: &str, found: &str) -> Diagnostic {
    let d = Diagnostic::error(Code::Example, expect.span).arg("name", &expect.norm.text);
    d.arg("edition", edition).arg("found", found)
}

/// A definition can be expected to apply too.
fn look_at_definition(
    engine: &Engine<'_>,
    case: &Case,
    expect: &TestExpectation,
    person: Option<PersonIdx>,
    edition: &str,
    diags: &mut Vec<Diagnostic>,
) -> bool {
    let index = engine.book.definitions.iter().position(|d| d.id == expect.norm.text);
    let slot = index.and_then(|i| engine.program.slot(Derived::Definition(DefId(i as u32))));
    let (Some(index), Some(slot)) = (index, slot) else {
        let known: Vec<&str> = engine.book.norms.iter().map(|n| n.id.as_str()).collect();
        let known = known.into_iter().chain(engine.book.definitions.iter().map(|d| d.id.as_str()));
        let norm = engine.book.norm_ids.contains_key(&expect.norm.text);
        diags.push(if norm {
            // The norm is there, but for a person, or for nobody: the other way round than it was asked.
            Diagnostic::error(Code::BadArguments, expect.span).arg("name", &expect.norm.text).arg("expected", "person")
        } else {
            unknown_name(&expect.norm, known)
        });
        return false;
    };
    if engine.book.definitions[index].persons != usize::from(person.is_some()) {
        diags.push(
            Diagnostic::error(Code::BadArguments, expect.span).arg("name", &expect.norm.text).arg("expected", "person"),
        );
        return false;
    }
    let rows = engine.run(case);
    let truth = Trial::new(&engine.book, &engine.program, &rows, slot, person.unwrap_or(0)).truth();
    let (met, found) = match truth {
        Truth::True => (expect.what == Expected::Applies, "applies"),
        Truth::False => (expect.what == Expected::DoesNotApply, "does-not-apply"),
        Truth::Unknown => (expect.what == Expected::Unknown, "unknown"),
    };
    if !met {
        diags.push(failed(expect, edition, found));
    }
    met
}
