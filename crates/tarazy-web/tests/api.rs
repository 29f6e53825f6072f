//! The API as a program meets it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod support;

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use support::{Answer, Server, law};
use tarazy_law::batch::JsonDecider;
use tarazy_law::decide::{Options, day_of_act, decide_in_time};
use tarazy_law::read_case::read_case;
use tarazy_law::{Code, FileId};
use tarazy_web::http::KINDS;

const SMALL: &[u8] = br#"{"id":"s","persons":{"a":{"roles":["owner"]}}}"#;
const NDJSON: &str = "Content-Type: application/x-ndjson";

/// What the command prints for a case with `--json`.
fn printed(text: &str, edition: &str, options: Options) -> Value {
    let (case, wrong) = read_case(law().corpus, FileId(0), text);
    assert!(wrong.is_empty(), "{wrong:?}");
    json!(law().engine(edition).unwrap().decide(&case, options))
}

/// A validator for a component of the published description.
fn validator(openapi: &Value, component: &str) -> impl Fn(&Value) + use<> {
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.set_default_draft(boon::Draft::V2020_12);
    compiler.enable_format_assertions();
    compiler.add_resource("mem:///openapi.json", openapi.clone()).unwrap();
    let place = format!("mem:///openapi.json#{component}");
    let index = compiler.compile(&place, &mut schemas).unwrap();
    move |value| schemas.validate(value, index).unwrap_or_else(|e| panic!("{e:#}\n{value:#}"))
}

#[tokio::test]
async fn a_decision_is_what_the_command_prints_and_keeps_to_the_published_schema() {
    let server = Server::api().await;
    let openapi = server.get("/api/openapi.json").await.json();
    let valid = validator(&openapi, "/components/schemas/Decision");
    let schema = server.get("/api/schema/decision").await.json();
    let valid_too = validator(&schema, "");
    for sample in &law().samples {
        let toml = sample.source.text.as_bytes();
        let answer =
            server.send("POST", "/api/decide?edition=enacted", &["Content-Type: application/toml"], toml).await;
        assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/json")));
        assert_eq!(answer.json(), printed(&sample.source.text, "enacted", Options::default()), "{}", sample.case.id);
        valid(&answer.json());
        valid_too(&answer.json());
        // The same case as JSON, as the server itself gives it.
        let case = server.get(&format!("/api/samples/{}", sample.case.id)).await;
        assert_eq!(server.post_json("/api/decide?edition=enacted", &case.body).await.json(), answer.json());
    }
}

#[tokio::test]
async fn editions_side_by_side() {
    let server = Server::api().await;
    let text = std::str::from_utf8(SMALL).unwrap();
    let one = |e: &str| printed(text, e, Options::default());
    let both = json!([one("opinion"), one("enacted")]);
    for query in ["compare=opinion,enacted", "edition=opinion&edition=enacted", "compare=opinion,%20enacted,opinion"] {
        assert_eq!(server.post_json(&format!("/api/decide?{query}"), SMALL).await.json(), both, "{query}");
    }
    assert_eq!(server.post_json("/api/decide?compare=enacted", SMALL).await.json(), one("enacted"));
    // By another name of the edition.
    let also = &law().corpus.editions.iter().find(|e| !e.also.is_empty()).unwrap();
    let named = server.post_json(&format!("/api/decide?edition={}", also.also[0]), SMALL).await;
    assert_eq!(named.json(), one(&also.name));
    let all: Vec<Value> = law().compared().iter().map(|e| one(&e.book.selection.edition)).collect();
    assert_eq!(server.post_json("/api/decide", SMALL).await.json(), json!(all));
}

#[tokio::test]
async fn options_readings_and_days() {
    let server = Server::api().await;
    let text = std::str::from_utf8(SMALL).unwrap();
    let answer = server.post_json("/api/decide?edition=enacted&all=true&counterfactuals=false", SMALL).await;
    assert_eq!(answer.json(), printed(text, "enacted", Options { all: true, counterfactuals: false }));

    let ambiguity = &law().corpus.ambiguity_names()[0];
    let reading = &law().corpus.readings_of(ambiguity).unwrap()[0];
    let (mut case, _) = read_case(law().corpus, FileId(0), text);
    case.readings.insert(ambiguity.clone(), reading.clone());
    for engine in law().compared() {
        let edition = &engine.book.selection.edition;
        let path = format!("/api/decide?edition={edition}&reading={ambiguity}={reading}");
        assert_eq!(server.post_json(&path, SMALL).await.json(), json!(engine.decide(&case, Options::default())));
    }

    let sample = &law().samples[0];
    let day = "2026-10-01".parse().unwrap();
    let acted = day_of_act(law().corpus, &sample.case).filter(|d| *d <= day).unwrap_or(day);
    let decision = decide_in_time(law().corpus, &sample.case, acted, day, Options::default()).unwrap();
    let toml = ["Content-Type: application/toml"];
    let answer = server.send("POST", "/api/decide?as_of=2026-10-01", &toml, sample.source.text.as_bytes()).await;
    assert_eq!(answer.json(), json!(decision));
    let answer = server.post_json("/api/decide?as_of=1900-01-01", SMALL).await;
    assert_eq!(answer.problem(), "no-law-on-day");
}

#[tokio::test]
async fn a_wrong_parameter_is_told_what_it_could_be() {
    let server = Server::api().await;
    for (query, kind, says) in [
        ("editon=enacted", "unknown-parameter", "counterfactuals"),
        ("edition=enactd", "bad-parameter", "enacted"),
        ("compare=enacted,", "bad-parameter", "opinion"),
        ("compare=enacted&compare=opinion", "parameter-twice", "compare"),
        ("all=yes", "bad-parameter", "true, false"),
        ("all=true&all=true", "parameter-twice", "all"),
        ("as_of=tomorrow", "bad-parameter", "2026-01-18"),
        ("as_of=2026-02-30", "bad-parameter", "2026-01-18"),
        ("as_of=2026-01-18&edition=enacted", "parameters-collide", "edition"),
        ("compare=opinion&edition=enacted", "parameters-collide", "compare"),
        ("reading=x", "bad-parameter", &law().corpus.ambiguity_names()[0]),
        (&format!("reading={}=x", law().corpus.ambiguity_names()[0]), "bad-parameter", "="),
        ("edition=%FF%00", "bad-parameter", "enacted"),
        ("=", "unknown-parameter", "edition"),
    ] {
        let answer = server.post_json(&format!("/api/decide?{query}"), SMALL).await;
        assert_eq!((answer.status, answer.problem().as_str()), (400, kind), "{query}");
        assert!(answer.json()["detail"].as_str().unwrap().contains(says), "{query}: {}", answer.text());
    }
    assert_eq!(server.get("/api/editions?x=1").await.problem(), "unknown-parameter");
    assert_eq!(server.get("/api/samples/nobody").await.problem(), "not-found");
    assert_eq!(server.get("/api/samples/%FF").await.status, 400);
}

#[tokio::test]
async fn a_bad_case_is_told_where_in_three_languages() {
    let server = Server::api().await;
    let text = "{\n  \"persons\": {\"a\": {\"roles\": [\"ownr\"]}},\n  \"ақт\": 1, \"xx\": 2\n}";
    let mut said = Vec::new();
    for lang in ["kk", "ru", "en"] {
        let headers = ["Content-Type: application/json", &format!("Accept-Language: {lang}")];
        let answer = server.send("POST", "/api/decide", &headers, text.as_bytes()).await;
        assert_eq!((answer.status, answer.problem().as_str()), (422, "bad-case"));
        let json = answer.json();
        let places: Vec<_> =
            json["errors"].as_array().unwrap().iter().map(|e| (e["line"].clone(), e["column"].clone())).collect();
        assert_eq!(places, [(json!(2), json!(31)), (json!(3), json!(3)), (json!(3), json!(13))]);
        for e in json["errors"].as_array().unwrap() {
            assert_eq!(e["code"], Code::CaseUnknownField.as_str());
        }
        assert!(json["errors"][0]["message"].as_str().unwrap().contains("owner"), "{json:#}");
        said.push(json["errors"][0]["message"].clone());
    }
    said.dedup();
    assert_eq!(said.len(), 3);
    // As a page, for a browser.
    let html = ["Content-Type: application/json", "Accept: text/html"];
    let page = server.send("POST", "/api/decide", &html, text.as_bytes()).await;
    assert!(page.text().contains("<li>2:31 "), "{}", page.text());
}

#[tokio::test]
async fn garbage_is_refused_quickly() {
    let server = Server::api().await;
    let mut rng = fastrand::Rng::with_seed(7);
    let random: Vec<u8> = std::iter::repeat_with(|| rng.u8(..)).take(10 << 20).collect();
    let deep = |open: &str, n: usize| open.repeat(n).into_bytes();
    let fields = |n: usize| {
        let fields: Vec<String> = (0..n).map(|i| format!("\"committed_{i}\":1")).collect();
        format!("{{\"persons\":{{\"a\":{{}}}},\"act\":{{{}}}}}", fields.join(",")).into_bytes()
    };
    let persons = |n: usize| {
        let persons: Vec<String> = (0..n).map(|i| format!("\"p{i}\":{{}}")).collect();
        format!("{{\"persons\":{{{}}}}}", persons.join(",")).into_bytes()
    };
    for (what, body, status) in [
        ("random", random.clone(), 413),
        ("less random", random[..1 << 20].to_vec(), 400),
        ("deep objects", deep("{\"a\":", 100_000), 422),
        ("deep lists", [&b"{\"a\":"[..], &deep("[", 100_000)].concat(), 422),
        ("half a text", b"{\"persons\":{\"\xd0".to_vec(), 400),
        ("nothing", Vec::new(), 422),
        ("a list", b"[]".to_vec(), 422),
        ("null", b"null".to_vec(), 422),
        ("TOML", b"[persons.a]\n".to_vec(), 422),
        ("many mistakes", fields(60_000), 422),
        ("many persons", persons(100_000), 422),
        ("zeros", vec![0; 1 << 20], 422),
    ] {
        let began = Instant::now();
        let answer = server.post_json("/api/decide", &body).await;
        assert_eq!(answer.status, status, "{what}");
        answer.problem();
        assert!(began.elapsed() < Duration::from_secs(5), "{what}: {:?}", began.elapsed());
        assert!(answer.body.len() < 200_000, "{what}: {}", answer.body.len());
    }
    let toml =
        async |text: Vec<u8>| server.send("POST", "/api/decide", &["Content-Type: application/toml"], &text).await;
    assert_eq!(toml(deep("a = [", 1).into_iter().chain(deep("[", 100_000)).collect()).await.problem(), "bad-case");
    assert_eq!(toml(format!("[{}]", "a.".repeat(50_000) + "a").into_bytes()).await.problem(), "bad-case");
    for kind in
        ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", "multipart/form-data; boundary=x", ""]
    {
        let answer = server.send("POST", "/api/decide", &[&format!("Content-Type: {kind}")], SMALL).await;
        assert_eq!((answer.status, answer.problem().as_str()), (415, "unsupported-media-type"), "{kind}");
    }
    assert_eq!(server.send("POST", "/api/decide", &[], SMALL).await.status, 200);
    assert_eq!(
        server.send("POST", "/api/decide", &["Content-Type: Application/JSON;charset=utf-8"], SMALL).await.status,
        200
    );
}

#[tokio::test]
async fn one_request_does_not_hold_a_core_for_long() {
    let server = Server::api().await;
    let persons: Vec<String> = (0..24).map(|i| format!("\"p{i}\":{{}}")).collect();
    let body = format!("{{\"persons\":{{{}}}}}", persons.join(","));
    let began = Instant::now();
    let answer = server.post_json("/api/decide?all=true", body.as_bytes()).await;
    assert_eq!((answer.status, answer.problem().as_str()), (503, "too-slow"));
    assert!(began.elapsed() < Duration::from_secs(6), "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_batch_answers_each_line_as_the_command_does() {
    let server = Server::api().await;
    let mut lines = Vec::new();
    for sample in &law().samples {
        lines.push(server.get(&format!("/api/samples/{}", sample.case.id)).await.text());
    }
    lines.extend(
        ["", "{", "x = 1", "{\"persons\":{}}", " ", "{\"id\":\"last\",\"persons\":{\"a\":{}}}"].map(str::to_owned),
    );
    let answer =
        server.send("POST", "/api/decide/batch", &[NDJSON, "Accept-Language: en"], lines.join("\n").as_bytes()).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/x-ndjson")));
    let text = answer.text();
    let got: Vec<Value> = text.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(got.len(), law().samples.len() + 4);
    let engine = law().in_force().unwrap();
    let mut decider = JsonDecider::new(engine, false);
    for (sample, got) in law().samples.iter().zip(&got) {
        let mut expected = Vec::new();
        decider.decide_case(&sample.case, &mut expected);
        assert_eq!(*got, serde_json::from_slice::<Value>(&expected).unwrap(), "{}", sample.case.id);
    }
    let n = law().samples.len();
    let errors: Vec<_> = got[n..n + 3].iter().map(|e| (e["line"].clone(), e["errors"][0]["code"].clone())).collect();
    let syntax = json!(Code::CaseSyntax.as_str());
    let first = json!(n + 2);
    assert_eq!(errors[0], (first, syntax.clone()));
    assert_eq!(errors[1], (json!(n + 3), syntax));
    assert_eq!(errors[2], (json!(n + 4), json!(Code::CaseNoPersons.as_str())));
    assert_eq!(got[n + 3]["case"], "last");
    let metrics = server.get("/metrics").await.text();
    assert!(metrics.contains(&format!("tarazy_decisions_total {}", n + 1)), "{metrics}");
}

#[tokio::test]
async fn a_batch_is_answered_while_it_comes() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let server = Server::api().await;
    let mut stream = server.connect().await;
    let head = format!(
        "POST /api/decide/batch HTTP/1.1\r\nHost: {}\r\n{NDJSON}\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n",
        server.address
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let chunk = |text: &[u8]| [format!("{:x}\r\n", text.len()).as_bytes(), text, b"\r\n"].concat();
    let line = [SMALL, b"\n"].concat();
    // The first line in two pieces; its answer must come before the second is sent.
    stream.write_all(&chunk(&line[..10])).await.unwrap();
    stream.write_all(&chunk(&line[10..])).await.unwrap();
    let mut got = Vec::new();
    while !String::from_utf8_lossy(&got).contains("\"case\":\"s\"") {
        let mut some = [0; 4096];
        let n = stream.read(&mut some).await.unwrap();
        assert!(n > 0, "an answer comes");
        got.extend_from_slice(&some[..n]);
    }
    stream.write_all(&chunk(SMALL)).await.unwrap();
    stream.write_all(b"0\r\n\r\n").await.unwrap();
    stream.read_to_end(&mut got).await.unwrap();
    assert_eq!(Answer::parse(&got).text().lines().count(), 2);
}

#[tokio::test]
async fn a_batch_has_limits_too() {
    let server = Server::api().await;
    let batch = async |path: &str, headers: &[&str], body: &[u8]| server.send("POST", path, headers, body).await;
    let path = "/api/decide/batch";
    assert_eq!(batch(path, &["Content-Type: application/json"], SMALL).await.problem(), "unsupported-media-type");
    assert_eq!(batch(&format!("{path}?counterfactuals=true"), &[NDJSON], SMALL).await.problem(), "unknown-parameter");
    assert_eq!(batch(&format!("{path}?edition=x"), &[NDJSON], SMALL).await.problem(), "bad-parameter");
    assert_eq!(batch(path, &[NDJSON], b"").await.text(), "");
    assert_eq!(batch(path, &[NDJSON], &vec![b'\n'; 17 << 20]).await.problem(), "too-large");
    // A line without an end is not collected for ever.
    let long = batch(path, &[NDJSON], &[&[SMALL, b"\n"].concat()[..], &vec![b'{'; 5 << 20]].concat()).await.text();
    let last: Value = serde_json::from_str(long.lines().last().unwrap()).unwrap();
    assert_eq!((long.lines().count(), &last["errors"][0]["code"], &last["line"]), (2, &json!("too-large"), &json!(2)));
    let text = batch(path, &[NDJSON], b"\xff\xfe\n[]\nnull\n{\"persons\":{\"a\":{}}}").await.text();
    let codes: Vec<Value> =
        text.lines().map(|l| serde_json::from_str::<Value>(l).unwrap()["errors"][0]["code"].clone()).collect();
    assert_eq!(codes, [json!("not-utf8"), json!("C0101"), json!("C0101"), Value::Null]);
}

#[tokio::test]
async fn the_description_is_true() {
    let server = Server::api().await;
    let openapi = server.get("/api/openapi.json").await.json();
    assert_eq!(openapi["openapi"], "3.1.0");
    let schema = |name: &str| format!("/components/schemas/{name}");
    // Every reference leads somewhere.
    let mut todo = vec![&openapi];
    while let Some(value) = todo.pop() {
        match value {
            Value::Object(fields) => {
                if let Some(to) = fields.get("$ref").and_then(Value::as_str) {
                    assert!(openapi.pointer(to.strip_prefix('#').unwrap()).is_some(), "{to}");
                }
                todo.extend(fields.values());
            }
            Value::Array(list) => todo.extend(list),
            _ => {}
        }
    }
    for (kind, _) in KINDS {
        assert!(
            openapi.pointer(&schema("ProblemType")).unwrap()["enum"]
                .as_array()
                .unwrap()
                .contains(&json!(format!("/problems/{kind}")))
        );
    }
    // Lists keep to their schemas.
    for (path, component) in [("/api/editions", "Edition"), ("/api/samples", "SampleInfo")] {
        let valid = validator(&openapi, &schema(component));
        let list = server.get(path).await.json();
        assert!(!list.as_array().unwrap().is_empty());
        list.as_array().unwrap().iter().for_each(valid);
    }
    let valid = validator(&openapi, &schema("Case"));
    let case_schema = server.get("/api/schema/case").await.json();
    let valid_too = validator(&case_schema, "");
    for sample in &law().samples {
        let case = server.get(&format!("/api/samples/{}", sample.case.id)).await.json();
        valid(&case);
        valid_too(&case);
    }
    validator(&openapi, &schema("Problem"))(&server.post_json("/api/decide", b"{\"x\":1}").await.json());
    // Every example runs.
    let mut ran = 0;
    for (path, of_path) in openapi["paths"].as_object().unwrap() {
        let Some(content) = of_path.pointer("/post/requestBody/content").and_then(Value::as_object) else { continue };
        for (kind, media) in content {
            for (name, example) in media["examples"].as_object().unwrap() {
                let value = &example["value"];
                let body = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                let answer = server.send("POST", path, &[&format!("Content-Type: {kind}")], body.as_bytes()).await;
                assert_eq!(answer.status, 200, "{path} {kind} {name}: {}", answer.text());
                ran += 1;
            }
        }
    }
    assert!(ran >= 6, "{ran}");
    // What is described is there, and in the way that is described.
    for (path, of_path) in openapi["paths"].as_object().unwrap() {
        let path = path.replace("{id}", &law().samples[0].case.id);
        let methods = server.send("OPTIONS", &path, &[], b"").await;
        for method in of_path.as_object().unwrap().keys() {
            assert!(methods.header("allow").unwrap().contains(&method.to_uppercase()), "{path}");
        }
    }
}

#[tokio::test]
async fn a_sample_comes_as_it_was_written_for_whoever_asks() {
    let server = Server::api().await;
    let sample = &law().samples[0];
    let answer =
        server.send("GET", &format!("/api/samples/{}", sample.case.id), &["Accept: application/toml"], b"").await;
    assert_eq!(answer.header("content-type"), Some("application/toml"));
    assert_eq!(answer.text(), sample.source.text);
}
