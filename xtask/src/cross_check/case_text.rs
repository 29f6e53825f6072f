//! A case as TOML, so that a mismatch can be asked again.

use std::fmt::Write as _;

use tarazy_law::case::{Case, State, Value, value_name};
use tarazy_law::model::{Corpus, Sort, VocabId};

pub fn toml(corpus: &Corpus, case: &Case) -> String {
    let mut out = format!("id = \"{}\"\n", case.id);
    match case.others {
        Some(false) => out.push_str("others = \"none\"\n"),
        Some(true) => out.push_str("others = \"some\"\n"),
        None => {}
    }
    let mut section = |heading: String, about: Sort, persons: &[usize], always: bool| {
        let mut lines = String::new();
        for (key, entry) in &case.facts {
            let fact = corpus.vocabulary.fact(key.fact);
            let here =
                fact.persons() == persons.len() && persons.iter().zip(key.persons).all(|(p, q)| *p == usize::from(q));
            if here && fact.about() == about {
                let _ = writeln!(lines, "{} = {}", fact.name, state(corpus, key.fact, &entry.state));
            }
        }
        if always || !lines.is_empty() {
            let _ = write!(out, "\n{heading}\n{lines}");
        }
    };
    for (i, p) in case.persons.iter().enumerate() {
        section(format!("[persons.\"{}\"]", p.id), Sort::Person, &[i], true);
        for (j, q) in case.persons.iter().enumerate() {
            section(format!("[persons.\"{}\".towards.\"{}\"]", p.id, q.id), Sort::Person, &[i, j], false);
        }
    }
    section("[system]".to_owned(), Sort::System, &[], false);
    section("[act]".to_owned(), Sort::Act, &[], false);
    if !case.readings.is_empty() {
        out.push_str("\n[readings]\n");
        for (ambiguity, reading) in &case.readings {
            let _ = writeln!(out, "\"{ambiguity}\" = \"{reading}\"");
        }
    }
    out
}

fn state(corpus: &Corpus, fact: VocabId, state: &State) -> String {
    let one = |v: &Value| {
        let name = value_name(&corpus.vocabulary, fact, *v);
        if matches!(v, Value::Named(_)) { format!("\"{name}\"") } else { name }
    };
    let list = |values: &[Value]| values.iter().map(one).collect::<Vec<_>>().join(", ");
    match state {
        State::NotAsked => "\"not asked\"".to_owned(),
        State::Unknown => "\"unknown\"".to_owned(),
        State::Established(v) => one(v),
        State::Denied(values) => format!("{{ not = [{}] }}", list(values)),
        State::Disputed(values) => format!("{{ disputed = [{}] }}", list(values)),
        State::NotApplicable => "\"not applicable\"".to_owned(),
    }
}
