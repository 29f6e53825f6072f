//! What the API is, for machines: one document written by hand, with the schemas that the law and the answers give.

use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tarazy_law::decide::decision_schema as schema_of_decision;
use tarazy_law::read_case::schema::case_schema as schema_of_case;

use super::Api;
use super::query::Parameters;
use super::to_json::to_json;
use crate::http::{KINDS, Problem};
use crate::law::Law;

/// The documents, written once.
pub(super) struct Documents {
    case: Bytes,
    decision: Bytes,
    openapi: Bytes,
}

impl Documents {
    pub(super) fn new(law: &Law) -> Documents {
        let (case, decision) = (schema_of_case(law.corpus), schema_of_decision());
        let openapi = document(law, &case, &decision);
        let bytes = |v: &Value| Bytes::from(v.to_string());
        Documents { case: bytes(&case), decision: bytes(&decision), openapi: bytes(&openapi) }
    }
}

/// The whole document.
pub fn description(law: &Law) -> Value {
    document(law, &schema_of_case(law.corpus), &schema_of_decision())
}

fn document(law: &Law, case: &Value, decision: &Value) -> Value {
    // The tests read it; a document that does not parse never leaves the house.
    let mut doc: Value = serde_json::from_str(include_str!("openapi.json")).unwrap_or_default();
    doc["info"]["version"] = json!(env!("CARGO_PKG_VERSION"));
    if let Some(schemas) = doc["components"]["schemas"].as_object_mut() {
        for (name, schema, own) in [("Case", case, "Case"), ("Decision", decision, "")] {
            let mut schema = schema.clone();
            let defs = schema.as_object_mut().and_then(|s| {
                s.remove("$id");
                s.remove("$schema");
                s.remove("$defs")
            });
            moved(&mut schema, name, own);
            schemas.insert(name.to_owned(), schema);
            for (def, mut schema) in defs.and_then(|d| d.as_object().cloned()).into_iter().flatten() {
                moved(&mut schema, name, own);
                schemas.insert(component(own, &def), schema);
            }
        }
        let editions: Vec<&String> =
            law.corpus.editions.iter().flat_map(|e| [&e.name].into_iter().chain(&e.also)).collect();
        schemas.insert("EditionName".to_owned(), json!({ "type": "string", "enum": editions }));
        let readings: Vec<String> = law
            .corpus
            .ambiguity_names()
            .into_iter()
            .flat_map(|name| {
                let of = law.corpus.readings_of(&name).unwrap_or_default();
                of.into_iter().map(move |r| format!("{name}={r}"))
            })
            .collect();
        schemas.insert("Reading".to_owned(), json!({ "type": "string", "enum": readings }));
        let ids: Vec<&str> = law.samples.iter().map(|s| s.case.id.as_str()).collect();
        schemas.insert("SampleId".to_owned(), json!({ "type": "string", "enum": ids }));
        let kinds: Vec<String> = KINDS.iter().map(|(kind, _)| format!("/problems/{kind}")).collect();
        schemas.insert("ProblemType".to_owned(), json!({ "type": "string", "enum": kinds }));
    }
    examples(law, &mut doc);
    doc
}

/// A sample as the example of every body that is a case, so that what is shown also runs.
fn examples(law: &Law, doc: &mut Value) {
    let Some(sample) = law.samples.first() else { return };
    let Some(line) = to_json(&sample.source.text) else { return };
    let Ok(case) = serde_json::from_str::<Value>(&line) else { return };
    let decide = &mut doc["paths"]["/api/decide"]["post"]["requestBody"]["content"];
    decide["application/json"]["examples"]["sample"] = json!({ "summary": sample.case.title.en, "value": case });
    if sample.source.path.ends_with(".toml") {
        let example = json!({ "summary": sample.case.title.en, "value": sample.source.text });
        decide["application/toml"]["examples"]["sample"] = example;
    }
    let batch = &mut doc["paths"]["/api/decide/batch"]["post"]["requestBody"]["content"]["application/x-ndjson"];
    let line = json!({ "summary": sample.case.title.en, "value": format!("{line}\n") });
    batch["examples"]["sample"] = line;
}

/// References inside a schema, rewritten for its place in the document.
fn moved(value: &mut Value, name: &str, own: &str) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(to)) = fields.get_mut("$ref") {
                *to = match to.strip_prefix("#/$defs/") {
                    Some(def) => format!("#/components/schemas/{}", component(own, def)),
                    None => to.replacen("#/", &format!("#/components/schemas/{name}/"), 1),
                };
            }
            fields.values_mut().for_each(|v| moved(v, name, own));
        }
        Value::Array(list) => list.iter_mut().for_each(|v| moved(v, name, own)),
        _ => {}
    }
}

/// `text` of a case is another thing than a definition of the same name elsewhere.
fn component(own: &str, def: &str) -> String {
    let mut letters = def.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{own}{first}{}", letters.as_str())
}

type Given = Query<Vec<(String, String)>>;

pub(super) async fn case_schema(State(api): State<Api>, Query(given): Given) -> Result<Response, Problem> {
    document_of(given, "application/schema+json", api.documents.case.clone())
}

pub(super) async fn decision_schema(State(api): State<Api>, Query(given): Given) -> Result<Response, Problem> {
    document_of(given, "application/schema+json", api.documents.decision.clone())
}

pub(super) async fn openapi(State(api): State<Api>, Query(given): Given) -> Result<Response, Problem> {
    document_of(given, "application/json", api.documents.openapi.clone())
}

/// The law does not change while the server runs, but it may be another server tomorrow.
fn document_of(given: Vec<(String, String)>, kind: &'static str, text: Bytes) -> Result<Response, Problem> {
    Parameters::new(given, &[])?;
    Ok(([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=300")], text).into_response())
}
