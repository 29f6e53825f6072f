//! What is written of a case is read back as that case, and is what the published schema of cases allows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod generator;
mod support;

use fastrand::Rng;
use serde_json::{Value as Json, json};
use support::{cases, law};
use tarazy_law::Text3;
use tarazy_law::case::{Case, Entry, Expectation, FactKey, Others, Person, State, Value};
use tarazy_law::model::{Corpus, Domain, VocabFact};
use tarazy_law::read_case::read_case;
use tarazy_law::read_case::schema::case_schema;
use tarazy_law::source::FileId;
use tarazy_law::write_case::write_case;

struct Format {
    schemas: boon::Schemas,
    at: boon::SchemaIndex,
}

impl Format {
    fn of(corpus: &Corpus) -> Format {
        let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
        let schema = case_schema(corpus);
        let url = schema["$id"].as_str().unwrap().to_owned();
        compiler.enable_format_assertions();
        compiler.add_resource(&url, schema).unwrap();
        let at = compiler.compile(&url, &mut schemas).unwrap();
        Format { schemas, at }
    }

    #[track_caller]
    fn allows(&self, written: &Json) {
        if let Err(e) = self.schemas.validate(written, self.at) {
            panic!("{}\n{written:#}", e.to_string().lines().take(20).collect::<Vec<_>>().join("\n"));
        }
    }
}

/// Written and read again.
#[track_caller]
fn there_and_back(corpus: &Corpus, format: &Format, case: &Case) -> Json {
    let written = write_case(corpus, case);
    format.allows(&written);
    for text in [written.to_string(), format!("{written:#}")] {
        let (read, wrong) = read_case(corpus, FileId(0), &text);
        assert!(wrong.is_empty(), "{wrong:#?}\n{written:#}");
        assert_eq!(read, *case, "{written:#}");
    }
    written
}

#[test]
fn the_cases_of_the_project() {
    let format = Format::of(law());
    for (_, case) in cases() {
        there_and_back(law(), &format, &case);
    }
}

#[test]
fn random_cases_of_the_law() {
    let format = Format::of(law());
    for seed in 0..150 {
        there_and_back(law(), &format, &random(law(), &mut Rng::with_seed(seed)));
    }
}

#[test]
fn random_cases_of_random_laws() {
    for seed in 0..200 {
        let corpus = Corpus::load(generator::corpus(seed)).corpus;
        let format = Format::of(&corpus);
        let mut rng = Rng::with_seed(seed);
        let ambiguities = generator::ambiguities(&corpus);
        for _ in 0..5 {
            there_and_back(&corpus, &format, &generator::case(&corpus, &ambiguities, &mut rng));
            there_and_back(&corpus, &format, &random(&corpus, &mut rng));
        }
    }
}

#[test]
fn as_short_as_the_format_allows() {
    let text = r#"
        id = "a"
        title = { kk = "Іс", ru = "Дело", en = "Case" }
        others = "none"
        [persons.firm]
        name = { ru = "firm" }
        age = { is = 18 }
        deployer = { is = true, evidence = { kk = "contract", ru = "contract", en = "contract" } }
        possessor = { is = true }
        [persons.clerk]
        name = "Clerk"
        legal_entity = false
        size = { not = ["large"] }
        [persons.clerk.towards.firm]
        acts_for = { disputed = [true, false], by = "firm" }
        [act]
        acted_on = 2026-03-01
        spread = "unknown"
        [suppose.persons.firm]
        roles = ["owner"]
        [suppose.act]
        damage = true
    "#;
    let (case, wrong) = read_case(law(), FileId(0), text);
    assert!(wrong.is_empty(), "{wrong:#?}");
    let written = there_and_back(law(), &Format::of(law()), &case);
    let expected = json!({
        "id": "a",
        "title": { "kk": "Іс", "ru": "Дело", "en": "Case" },
        "others": "none",
        "persons": {
            "firm": {
                "roles": ["possessor"],
                "deployer": { "is": true, "evidence": "contract" },
                "age": 18,
            },
            "clerk": {
                "name": "Clerk",
                "legal_entity": false,
                "size": { "not": "large" },
                "towards": { "firm": { "acts_for": { "disputed": [true, false], "by": "firm" } } },
            },
        },
        "act": { "acted_on": "2026-03-01", "spread": "unknown" },
        "suppose": { "persons": { "firm": { "roles": ["owner"] } }, "act": { "damage": true } },
    });
    assert_eq!(written, expected);
}

#[test]
fn in_the_order_of_declaration() {
    let read = |text: &str| read_case(law(), FileId(0), text).0;
    let one = read(
        r#"{"act":{"spread":true,"acted_on":"2026-03-01","damage":false},"persons":{"b":{},"a":{}},"title":"t","id":"i"}"#,
    );
    let two = read(
        r#"{"id":"i","title":"t","persons":{"b":{},"a":{}},"act":{"damage":false,"spread":true,"acted_on":"2026-03-01"}}"#,
    );
    let written = write_case(law(), &one);
    assert_eq!(written.to_string(), write_case(law(), &two).to_string());
    let keys = |part: &Json| part.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&written), ["id", "title", "persons", "act"]);
    assert_eq!(keys(&written["persons"]), ["b", "a"]);
    let facts: Vec<_> = keys(&written["act"]).iter().map(|f| law().vocabulary.find(f).unwrap()).collect();
    assert!(facts.is_sorted());
}

#[test]
fn what_no_file_can_say_is_written_as_its_nearest_equal() {
    let id = |name: &str| law().vocabulary.find(name).unwrap();
    let mut case = Case { persons: vec![Person { id: "a".into(), name: Text3::default() }], ..Case::default() };
    let denied = Entry { state: State::Denied(Vec::new()), ..Entry::default() };
    case.facts.insert(FactKey::new(id("damage"), &[]), denied);
    case.facts.insert(FactKey::new(id("owner"), &[7]), Entry::established(Value::Named(1)));
    case.title.ru = "Дело".into();
    assert_eq!(
        write_case(law(), &case).to_string(),
        r#"{"title":{"ru":"Дело"},"persons":{"a":{}},"act":{"damage":"unknown"}}"#
    );
}

/// A case that uses everything the format has.
fn random(corpus: &Corpus, rng: &mut Rng) -> Case {
    let count = rng.usize(1..=4);
    // Not in the order of the alphabet: what sorts them would change who is who.
    let mut ids = vec!["zz", "a", "m \"1\"", "қызметкер", "B"];
    rng.shuffle(&mut ids);
    let person = |id: &&str, rng: &mut Rng| {
        let name = if rng.bool() { Text3::same(id) } else { text(rng) };
        Person { id: (*id).to_owned(), name }
    };
    let mut case = Case {
        id: if rng.bool() { String::new() } else { "id/1 \u{1f600}".into() },
        title: if rng.bool() { Text3::default() } else { text(rng) },
        summary: if rng.bool() { Text3::default() } else { text(rng) },
        source: maybe_text(rng),
        persons: ids[..count].iter().map(|id| person(id, rng)).collect(),
        others: [Others::NotAsked, Others::Unknown, Others::Nobody, Others::Somebody][rng.usize(..4)],
        ..Case::default()
    };
    for (id, info) in corpus.vocabulary.iter() {
        for about in support::tuples(info.persons(), count) {
            if rng.u32(..3) == 0 {
                let entry = Entry {
                    state: state(info, rng),
                    evidence: maybe_text(rng),
                    by: maybe_text(rng),
                    supposed: rng.u32(..4) == 0,
                };
                case.facts.insert(FactKey::new(id, &about), entry);
            }
        }
    }
    for (name, readings) in generator::ambiguities(corpus) {
        if rng.bool() {
            let at = rng.usize(..readings.len());
            case.readings.insert(name, readings[at].clone());
        }
    }
    for edition in &corpus.editions {
        for norm in corpus.item_names().collect::<std::collections::BTreeSet<_>>() {
            let mut expect = |person| {
                let verdict = ["applies", "does-not-apply", "unknown", "competing"][rng.usize(..4)].to_owned();
                case.expect.push(Expectation { edition: edition.name.clone(), norm: norm.to_owned(), person, verdict });
            };
            match norm.len() % 5 {
                0 => expect(None),
                1 => (0..count).rev().for_each(|p| expect(Some(p))),
                _ => {}
            }
        }
    }
    case
}

fn state(info: &VocabFact, rng: &mut Rng) -> State {
    let mut some = |at_most: usize| -> Vec<Value> {
        let value = |rng: &mut Rng| match &info.domain {
            Domain::YesNo => Value::Named(rng.usize(..2)),
            Domain::OneOf(values) => Value::Named(rng.usize(..values.len())),
            Domain::Number => Value::Number(rng.i64(..)),
            Domain::Date => Value::Date(jiff::civil::date(rng.i16(1..=9999), rng.i8(1..=12), rng.i8(1..=28))),
        };
        (0..rng.usize(1..=at_most)).map(|_| value(rng)).collect()
    };
    // Whoever denies every value says that there is none, so of two values at most one is denied.
    let (one, few, fewer) = (some(1), some(3), some(1));
    match rng.u32(..7) {
        0 => State::NotAsked,
        1 => State::Unknown,
        2 => State::Denied(fewer),
        3 => State::Disputed(few),
        4 if info.may_be_inapplicable => State::NotApplicable,
        _ => State::Established(one[0]),
    }
}

fn maybe_text(rng: &mut Rng) -> Option<Text3> {
    (rng.u32(..3) == 0).then(|| text(rng))
}

fn text(rng: &mut Rng) -> Text3 {
    let mut word = || ["сөз", "слово", "word", "\"\\\n\u{7}", "{}", "unknown", "2026-01-01"][rng.usize(..7)].to_owned();
    let (kk, ru, en) = (word(), word(), word());
    if rng.bool() { Text3::same(&en) } else { Text3 { kk, ru, en } }
}
