//! The persons with their roles, and what is known, how far and from whom.

use serde::Serialize;
use tarazy_law::case::{Case, FactKey, State};
use tarazy_law::decide::answer::{FactRef, Known};
use tarazy_law::model::{Sort, VocabFact};
use tarazy_words::{View, capital};

/// A person with their roles.
#[derive(Serialize)]
pub(crate) struct Person {
    name: String,
    roles: String,
}

/// The facts about one thing.
#[derive(Serialize)]
pub(crate) struct About {
    about: String,
    facts: Vec<Line>,
}

/// A fact.
#[derive(Serialize)]
struct Line {
    fact: String,
    value: String,
    state: String,
    basis: String,
}

/// Every person of the case. A role that is not simply established says how far it is known; one that is denied is none.
pub(crate) fn persons(view: &View<'_>, case: &Case) -> Vec<Person> {
    let person = |(place, person): (usize, &tarazy_law::case::Person)| {
        let about = |key: &&FactKey| {
            let fact = view.corpus.vocabulary.fact(key.fact);
            fact.is_role && fact.persons() == 1 && usize::from(key.persons[0]) == place
        };
        let roles: Vec<String> = case.facts.keys().filter(about).filter_map(|key| role(view, case, *key)).collect();
        let roles = if roles.is_empty() { view.words.say("paper-no-role") } else { roles.join(", ") };
        Person { name: capital(&view.person(&person.id)), roles }
    };
    case.persons.iter().enumerate().map(person).collect()
}

fn role(view: &View<'_>, case: &Case, key: FactKey) -> Option<String> {
    let name = &view.corpus.vocabulary.fact(key.fact).name;
    let known = Known::of(view.corpus, case, key);
    let label = view.named(name);
    match (known.state, &known.values[..]) {
        ("established", [yes]) if yes == "yes" && known.supposed => {
            Some(format!("{label} ({})", view.words.say("known-supposed")))
        }
        ("established", [yes]) if yes == "yes" => Some(label),
        ("disputed", _) => Some(format!("{label} ({})", view.words.say("known-disputed"))),
        _ => None,
    }
}

/// What is known of the act, of the system, of each person, and of one person towards another.
pub(crate) fn facts(view: &View<'_>, case: &Case) -> Vec<About> {
    let with = |sort: Sort, key: FactKey| view.corpus.vocabulary.fact(key.fact).params.contains(&sort);
    let persons = |key: FactKey| view.corpus.vocabulary.fact(key.fact).persons();
    let group = |about: String, of: &dyn Fn(FactKey) -> bool| {
        // Not asked is everything that the case does not speak of.
        let known = |k: &&FactKey| of(**k) && *case.state(**k) != State::NotAsked;
        let facts = alike(case.facts.keys().filter(known).map(|k| line(view, case, *k)));
        About { about, facts }
    };
    let mut out = vec![
        group(view.words.say("paper-act"), &|k| persons(k) == 0 && with(Sort::Act, k)),
        group(view.words.say("paper-system"), &|k| persons(k) == 0 && !with(Sort::Act, k)),
    ];
    for (place, person) in case.persons.iter().enumerate() {
        let own = |k: FactKey| persons(k) == 1 && usize::from(k.persons[0]) == place;
        out.push(group(capital(&view.person(&person.id)), &own));
    }
    out.push(group(view.words.say("paper-between"), &|k| persons(k) > 1));
    if let Some(others) = case.others.known() {
        let yes_no = if others { "yes" } else { "no" };
        out[0].facts.push(Line {
            fact: view.label(&FactRef::Others { values: Vec::new() }),
            value: view.words.say(&format!("value-{yes_no}")),
            state: view.words.say("known-established"),
            basis: view.words.say("paper-not-given"),
        });
    }
    out.retain(|a| !a.facts.is_empty());
    out
}

/// Facts of which the same is known in the same way stand in one line.
fn alike(lines: impl Iterator<Item = Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for line in lines {
        let same = |l: &&mut Line| l.value == line.value && l.state == line.state && l.basis == line.basis;
        match out.iter_mut().find(same) {
            Some(l) => l.fact.push_str(&format!("; {}", line.fact)),
            None => out.push(line),
        }
    }
    out
}

fn line(view: &View<'_>, case: &Case, key: FactKey) -> Line {
    let fact = view.corpus.vocabulary.fact(key.fact);
    let known = Known::of(view.corpus, case, key);
    let values: Vec<String> = known.values.iter().map(|v| view.value(&fact.name, v)).collect();
    let value = match known.state {
        "denied" => view.say("known-denied", &[("values", &view.words.list(&values, "or-list"))]),
        _ if values.is_empty() => "–".to_owned(),
        _ => view.words.list(&values, "or-list"),
    };
    Line { fact: label(view, case, fact, key), value, state: state(view, &known), basis: basis(view, &known) }
}

/// The fact; of two persons, who they are. One person is the heading above.
fn label(view: &View<'_>, case: &Case, fact: &VocabFact, key: FactKey) -> String {
    let persons = key.persons.iter().take(fact.persons());
    let persons: Vec<String> =
        persons.filter_map(|p| case.persons.get(usize::from(*p))).map(|p| p.id.clone()).collect();
    let own = persons.first().filter(|_| persons.len() == 1).cloned();
    let fact = FactRef::Fact { fact: fact.name.clone(), persons, values: Vec::new() };
    view.label_of(&fact, own.as_deref())
}

fn state(view: &View<'_>, known: &Known) -> String {
    let key = match known.state {
        "denied" => "paper-state-denied",
        "unknown" => "known-unknown",
        "disputed" => "known-disputed",
        "not-applicable" => "known-not-applicable",
        "established" => "known-established",
        _ => "known-not-asked",
    };
    let mut out = vec![view.words.say(if known.supposed { "paper-state-supposed" } else { key })];
    if known.assessed {
        out.push(view.words.say("known-assessed"));
    }
    out.join("; ")
}

/// What shows it and who says so.
fn basis(view: &View<'_>, known: &Known) -> String {
    let text = |t: &tarazy_law::Text3| view.words.of(t).trim().to_owned();
    let evidence = known.evidence.as_ref().map(text).filter(|t| !t.is_empty());
    let by = known.by.as_ref().map(text).filter(|t| !t.is_empty());
    let by = by.map(|what| view.say("known-by", &[("what", &what)]));
    let both: Vec<String> = evidence.into_iter().chain(by).collect();
    match (both.is_empty(), known.supposed) {
        (false, _) => both.join("; "),
        (true, true) => "–".to_owned(),
        (true, false) => view.words.say("paper-not-given"),
    }
}
