//! The facts on which a verdict rests, and cases made of them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use fastrand::Rng;
use tarazy_law::case::{Case, Entry, FactKey, Others, Person, State, Value, parse_value};
use tarazy_law::lang::Text3;
use tarazy_law::model::{Corpus, Derived, Domain, FactId, FactKind, Formula, Op, Rulebook, VocabId};

use super::z3::{Sexp, Z3};

/// Every fact on which a term may rest.
pub fn facts(book: &Rulebook, what: Derived) -> BTreeSet<FactId> {
    let (mut seen, mut todo, mut out) = (HashSet::from([what]), vec![what], BTreeSet::new());
    while let Some(what) = todo.pop() {
        let formula = book.unfold(what);
        formula.visit(&mut |f| match f {
            Formula::Fact { fact, .. } => {
                out.insert(*fact);
            }
            Formula::Derived { what, .. } if seen.insert(*what) => todo.push(*what),
            _ => {}
        });
    }
    for fact in out.clone() {
        if let FactKind::Comparison { left, right, .. } = &book.fact(fact).kind {
            out.extend([left.fact, right.fact]);
        }
    }
    out
}

/// Whether a term rests on a comparison of two dates.
pub fn compares(book: &Rulebook, what: Derived) -> bool {
    facts(book, what).iter().any(|f| matches!(book.fact(*f).kind, FactKind::Comparison { .. }))
}

/// Every way of reading the ambiguities among `facts`.
pub fn readings(book: &Rulebook, facts: &BTreeSet<FactId>) -> Vec<BTreeMap<String, String>> {
    let mut out = vec![BTreeMap::new()];
    for fact in facts {
        let FactKind::Reading { name, readings, .. } = &book.fact(*fact).kind else { continue };
        let each = |c: &BTreeMap<String, String>| {
            let with = |reading: &String| {
                c.iter().map(|(a, r)| (a.clone(), r.clone())).chain([(name.clone(), reading.clone())]).collect()
            };
            readings.iter().map(|(r, _)| with(r)).collect::<Vec<_>>()
        };
        out = out.iter().flat_map(each).collect();
    }
    out
}

/// The constants with which a number or date is compared anywhere.
pub fn thresholds(book: &Rulebook) -> BTreeMap<FactId, Vec<i64>> {
    let mut out: BTreeMap<FactId, Vec<i64>> = BTreeMap::new();
    let mut see = |f: &Formula| {
        if let Formula::Fact { fact, test, .. } = f
            && let Some((Op::Lt | Op::Le | Op::Gt | Op::Ge | Op::Eq | Op::Ne, n)) = test.compare
        {
            out.entry(*fact).or_default().push(n);
        }
    };
    book.definitions.iter().for_each(|d| d.formula.visit(&mut see));
    book.exceptions.iter().for_each(|e| e.cond.visit(&mut see));
    for n in &book.norms {
        n.when.visit(&mut see);
        n.bearer_cond.visit(&mut see);
    }
    out
}

/// A case with these persons and nothing known.
pub fn empty(id: &str, persons: &[String]) -> Case {
    let persons = persons.iter().map(|p| Person { id: p.clone(), name: Text3::same(p) }).collect();
    Case { id: id.to_owned(), persons, others: Others::Nobody, ..Case::default() }
}

/// The same without what is denied of numbers and dates: that it is not this day, the engine takes as saying nothing.
pub fn without_denied_days(corpus: &Corpus, case: &Case) -> Case {
    let mut case = case.clone();
    for (key, entry) in &mut case.facts {
        let domain = &corpus.vocabulary.fact(key.fact).domain;
        if matches!((domain, &entry.state), (Domain::Number | Domain::Date, State::Denied(_))) {
            entry.state = State::Unknown;
        }
    }
    case
}

/// Every tuple of so many persons.
pub fn tuples(count: usize, persons: usize) -> Vec<Vec<usize>> {
    match count {
        0 => vec![Vec::new()],
        1 => (0..persons).map(|p| vec![p]).collect(),
        _ => (0..persons).flat_map(|p| (0..persons).map(move |q| vec![p, q])).collect(),
    }
}

/// The facts of the case that z3 found.
pub fn from_model(z3: &mut Z3, corpus: &Corpus, labels: &[String]) -> Result<BTreeMap<FactKey, State>, String> {
    let (mut keys, mut terms) = (Vec::new(), Vec::new());
    for (id, fact) in corpus.vocabulary.iter() {
        for persons in tuples(fact.persons(), labels.len()) {
            let about: Vec<&str> = persons.iter().map(|p| labels[*p].as_str()).collect();
            let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
            keys.push(FactKey::new(id, &persons));
            terms.push(format!("|{}{about}|", fact.name));
        }
    }
    let values = z3.values(&terms)?;
    Ok(keys.into_iter().zip(values).filter_map(|(key, value)| Some((key, state(corpus, key.fact, &value)?))).collect())
}

fn state(corpus: &Corpus, fact: VocabId, value: &Sexp) -> Option<State> {
    let info = corpus.vocabulary.fact(fact);
    let named = |text: &str| parse_value(corpus, fact, text).map(State::Established);
    match (&info.domain, value) {
        (Domain::YesNo | Domain::OneOf(_), Sexp::Atom(a)) => match a.as_str() {
            "true" => named("yes"),
            "false" => named("no"),
            a => match a.trim_matches('|').rsplit_once(" = ")?.1 {
                "not applicable" => Some(State::NotApplicable),
                name => named(name),
            },
        },
        (Domain::Number, n) => n.int().map(|n| State::Established(Value::Number(n))),
        (Domain::Date, n) => named(&day(n.int()?)?),
        _ => None,
    }
}

/// Days from 1970-01-01 as a date, by the algorithm of Howard Hinnant; `None` far from our time.
pub fn day(n: i64) -> Option<String> {
    if !(-40_000..60_000).contains(&n) {
        return None;
    }
    let z = n + 719_468;
    let (era, of_era) = (z.div_euclid(146_097), z.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let m = (5 * of_year + 2) / 153;
    let (d, m) = (of_year - (153 * m + 2) / 5 + 1, if m < 10 { m + 3 } else { m - 9 });
    Some(format!("{:04}-{m:02}-{d:02}", year + era * 400 + i64::from(m <= 2)))
}

/// Takes a whole case back to what an inquiry would know: `keep` of 100 facts among `relevant` stay, some are disputed or denied.
pub fn blur(
    rng: &mut Rng,
    corpus: &Corpus,
    base: &Case,
    whole: &BTreeMap<FactKey, State>,
    relevant: impl Fn(VocabId) -> bool,
    keep: u32,
) -> Case {
    let mut case = base.clone();
    for (key, state) in whole.iter().filter(|(k, _)| relevant(k.fact)) {
        let roll = rng.u32(0..100);
        let state = match state {
            _ if roll >= keep && roll < keep + (100 - keep) / 2 => continue,
            s if roll < keep => s.clone(),
            State::Established(v) => match (another(rng, corpus, key.fact, *v), roll % 3) {
                (Some(other), 0) => State::Disputed(vec![*v, other]),
                (Some(other), 1) => State::Denied(vec![other]),
                _ => State::Unknown,
            },
            _ => State::Unknown,
        };
        case.facts.insert(*key, Entry { state, ..Entry::default() });
    }
    case
}

/// Another value of the fact.
fn another(rng: &mut Rng, corpus: &Corpus, fact: VocabId, value: Value) -> Option<Value> {
    match value {
        Value::Named(i) => {
            let n = corpus.vocabulary.fact(fact).value_names().len();
            (n > 1).then(|| Value::Named((i + rng.usize(1..n)) % n))
        }
        Value::Number(n) => Some(Value::Number(n + rng.i64(1..20))),
        Value::Date(d) => {
            let mut other = d;
            for _ in 0..rng.usize(1..100) {
                other = other.tomorrow().ok()?;
            }
            Some(Value::Date(other))
        }
    }
}
