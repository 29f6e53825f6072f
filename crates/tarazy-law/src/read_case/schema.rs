//! The JSON Schema of a case, and a template, both made from the vocabulary.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::case::{MAX_NAME, MAX_PERSONS, MAX_TEXT, MAX_VALUES};
use crate::lang::Lang;
use crate::model::{Corpus, Domain, Sort, VocabFact};

/// JSON Schema (draft 2020-12) of a case.
pub fn case_schema(corpus: &Corpus) -> Value {
    let facts = |sort: Sort, persons: usize| -> Map<String, Value> {
        let of = corpus.vocabulary.iter().filter(|(_, f)| f.about() == sort && f.persons() == persons);
        of.map(|(_, f)| (f.name.clone(), fact_schema(f))).collect()
    };
    let object = |properties: Map<String, Value>| json!({ "type": "object", "properties": properties, "additionalProperties": false });
    let roles: Vec<&str> =
        corpus.vocabulary.iter().filter(|(_, f)| f.is_role && f.persons() == 1).map(|(_, f)| f.name.as_str()).collect();
    let mut person = facts(Sort::Person, 1);
    person.insert("name".into(), json!({ "$ref": "#/$defs/text" }));
    person.insert(
        "roles".into(),
        json!({ "type": "array", "items": { "enum": roles }, "uniqueItems": true, "maxItems": MAX_VALUES }),
    );
    person
        .insert("towards".into(), json!({ "type": "object", "additionalProperties": object(facts(Sort::Person, 2)) }));
    let name = json!({ "maxLength": MAX_NAME });
    let persons = json!({
        "type": "object", "minProperties": 1, "maxProperties": MAX_PERSONS, "propertyNames": name,
        "additionalProperties": { "$ref": "#/$defs/person" }
    });
    let text = json!({ "type": "string", "maxLength": MAX_TEXT });
    // What is supposed of a person is a fact of theirs, not their name.
    let supposed = json!({ "allOf": [{ "$ref": "#/$defs/person" }, { "not": { "required": ["name"] } }] });
    let (system, act) = (object(facts(Sort::System, 0)), object(facts(Sort::Act, 0)));
    let verdict = json!({ "enum": super::VERDICTS });
    let editions: Vec<&String> = corpus.editions.iter().flat_map(|e| [&e.name].into_iter().chain(&e.also)).collect();
    let norms: BTreeSet<&str> = corpus.item_names().collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://tarazy.example/schema/case-1.json",
        "title": "Tarazy case",
        "type": "object",
        "required": ["persons"],
        "additionalProperties": false,
        "properties": {
            "id": text,
            "title": { "$ref": "#/$defs/text" },
            "summary": { "$ref": "#/$defs/text" },
            "source": { "$ref": "#/$defs/text" },
            "others": { "enum": ["none", "some", "unknown", true, false] },
            "persons": persons,
            "system": system,
            "act": act,
            "suppose": { "type": "object", "additionalProperties": false, "properties": {
                "persons": { "type": "object", "additionalProperties": supposed },
                "system": { "$ref": "#/properties/system" },
                "act": { "$ref": "#/properties/act" },
            } },
            "readings": { "type": "object", "properties": readings_schema(corpus), "additionalProperties": false },
            "expect": { "type": "object", "propertyNames": { "enum": editions }, "additionalProperties": {
                "type": "object", "propertyNames": { "enum": norms },
                "additionalProperties": { "anyOf": [verdict, { "type": "object", "additionalProperties": verdict }] },
            } },
        },
        "$defs": { "person": object(person), "text": { "anyOf": [
            text,
            { "type": "object", "additionalProperties": false, "properties": { "kk": text, "ru": text, "en": text } },
        ] } },
    })
}

fn readings_schema(corpus: &Corpus) -> Map<String, Value> {
    corpus
        .ambiguity_names()
        .into_iter()
        .map(|n| {
            let values = corpus.readings_of(&n).unwrap_or_default();
            (n, json!({ "enum": values }))
        })
        .collect()
}

fn fact_schema(fact: &VocabFact) -> Value {
    let value = match &fact.domain {
        Domain::YesNo => json!({ "type": "boolean" }),
        Domain::OneOf(values) => json!({ "enum": values.iter().map(|(n, _)| n).collect::<Vec<_>>() }),
        Domain::Date => json!({ "type": "string", "format": "date" }),
        Domain::Number => json!({ "type": "integer", "minimum": i64::MIN, "maximum": i64::MAX }),
    };
    let mut words = vec!["unknown", "not asked"];
    if fact.may_be_inapplicable {
        words.push("not applicable");
    }
    let one_or_more =
        json!({ "anyOf": [value, { "type": "array", "items": value, "minItems": 1, "maxItems": MAX_VALUES }] });
    json!({
        "title": fact.label.en,
        "description": fact.question.en,
        "anyOf": [
            value,
            { "enum": words },
            { "type": "object", "additionalProperties": false, "properties": {
                "is": { "anyOf": [value, { "enum": words }] },
                "not": one_or_more,
                "disputed": one_or_more,
                "evidence": { "$ref": "#/$defs/text" },
                "by": { "$ref": "#/$defs/text" },
            }, "anyOf": [{ "required": ["is"] }, { "required": ["not"] }, { "required": ["disputed"] }] },
        ],
    })
}

/// A case to fill in: every fact with its question, commented out, so that what is left alone stays *not asked*.
pub fn case_template(corpus: &Corpus, lang: Lang, intro: &str) -> String {
    let mut out = String::new();
    for line in intro.lines() {
        out.push_str(&format!("# {line}\n"));
    }
    out.push_str("\nid = \"\"\ntitle = \"\"\nsummary = \"\"\n# others = \"none\"\n");
    let mut section = |heading: &str, roles: Option<bool>, keep: &dyn Fn(&VocabFact) -> bool| {
        out.push_str(&format!("\n{heading}\n"));
        if roles.is_some() {
            out.push_str("name = \"\"\n");
            let names: Vec<String> = corpus
                .vocabulary
                .iter()
                .filter(|(_, f)| f.is_role)
                .map(|(_, f)| format!("{} – {}", f.name, f.label.get(lang)))
                .collect();
            for n in names {
                out.push_str(&format!("# {n}\n"));
            }
            out.push_str("roles = []\n");
        }
        for (_, f) in corpus.vocabulary.iter().filter(|(_, f)| keep(f)) {
            out.push_str(&format!("\n# {}\n# {} = {}\n", f.question.get(lang).trim(), f.name, example(f)));
        }
    };
    section("[persons.a]", Some(true), &|f| f.persons() == 1 && !f.is_role);
    section("# [persons.a.towards.b]", None, &|f| f.persons() == 2);
    section("[system]", None, &|f| f.about() == Sort::System);
    section("[act]", None, &|f| f.about() == Sort::Act);
    out
}

fn example(fact: &VocabFact) -> String {
    match &fact.domain {
        Domain::YesNo => "true".to_owned(),
        Domain::OneOf(values) => values.iter().map(|(n, _)| format!("\"{n}\"")).collect::<Vec<_>>().join(" | "),
        Domain::Date => "2026-01-18".to_owned(),
        Domain::Number => "0".to_owned(),
    }
}
