//! What every request meets, whoever answers it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod support;

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::{DefaultBodyLimit, Form, Path, Query};
use axum::http::{StatusCode, header};
use axum::response::Html;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};
use support::{Answer, Server};
use tarazy_web::http::{Asked, Check, Limits, Problem, ProblemPage, Settings};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{sleep, timeout};

const SECOND: Duration = Duration::from_secs(1);

/// Limits short enough for a test.
fn quick() -> Settings {
    let limits = Limits {
        head: Duration::from_millis(150),
        stall: Duration::from_millis(150),
        unread: Duration::from_millis(300),
        request: Duration::from_millis(400),
        stop: Duration::from_millis(600),
        body: 2000,
        upload: 10_000,
        ..Limits::default()
    };
    Settings { limits, ..Settings::default() }
}

fn routes() -> Router {
    #[derive(serde::Deserialize)]
    struct Number {
        n: u32,
    }
    Router::new()
        .route("/small", get(|| async { "small" }).post(|body: String| async move { body }))
        .route("/large", get(|| async { "long ".repeat(2000) }))
        .route("/image", get(|| async { ([(header::CONTENT_TYPE, "image/png")], "long ".repeat(2000)) }))
        .route("/kept", get(|| async { ([(header::CACHE_CONTROL, "max-age=60")], "kept") }))
        .route("/c/{secret}", get(|Path(secret): Path<String>| async move { format!("{}", secret.len()) }))
        .route("/number", get(|Query(n): Query<Number>| async move { n.n.to_string() }))
        .route("/form", post(|Form(n): Form<Number>| async move { n.n.to_string() }))
        .route("/json", post(|Json(v): Json<Value>| async move { Json(v) }))
        .route(
            "/upload",
            post(|body: String| async move { body.len().to_string() }).layer(DefaultBodyLimit::max(10_000)),
        )
        .route("/panic", get(|| async { panicking() }))
        .route("/slow", get(|| async { sleep(Duration::from_hours(1)).await }))
        .route(
            "/while",
            get(|| async {
                sleep(Duration::from_millis(250)).await;
                "done"
            }),
        )
        .route("/own-page", get(|| async { (StatusCode::NOT_FOUND, Html("<p>own")) }))
        .route("/bare", get(|| async { (StatusCode::BAD_GATEWAY, "secret words of a layer") }))
        .route("/lang", get(|asked: Asked| async move { asked.lang.code() }))
        .route("/kk/lang", get(|asked: Asked| async move { asked.lang.code() }))
        .route("/endless", get(|| async { "x".repeat(50_000_000) }))
        .route(
            "/refused",
            get(|| async { Problem::new("bad-parameter").with("name", "<a>").with("value", "&").with("known", "b") }),
        )
}

fn panicking() -> &'static str {
    assert!(std::env::args().count() == 0, "on purpose");
    ""
}

#[tokio::test]
async fn every_answer_carries_the_headers_of_the_house() {
    let server = Server::start(routes(), Settings::default()).await;
    for path in ["/small", "/nowhere", "/panic", "/refused", "/healthz"] {
        let answer = server.get(path).await;
        for (name, value) in [
            (
                "content-security-policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
                 form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            ),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{path} {name}");
        }
        assert!(answer.header("permissions-policy").unwrap().contains("camera=()"));
        assert_eq!(answer.header("x-request-id").unwrap().len(), 16);
    }
    assert_eq!(server.get("/kept").await.header("cache-control"), Some("max-age=60"));
}

#[tokio::test]
async fn a_sane_request_id_is_kept_and_another_replaced() {
    let server = Server::start(routes(), Settings::default()).await;
    let with = async |id: &str| {
        let line = format!("X-Request-Id: {id}");
        server.send("GET", "/nowhere", &[&line], b"").await
    };
    let answer = with("trace-7_A").await;
    assert_eq!(answer.header("x-request-id"), Some("trace-7_A"));
    assert_eq!(answer.problem(), "not-found");
    for bad in ["a b", "<x>", &"a".repeat(65), "ә"] {
        assert_ne!(with(bad).await.header("x-request-id"), Some(bad));
    }
}

/// Method, path, headers, body; status and kind.
type Refused = (&'static str, &'static str, &'static [&'static str], &'static [u8], u16, &'static str);

#[tokio::test]
async fn whatever_is_refused_is_a_problem_in_three_languages() {
    let server = Server::start(routes(), quick()).await;
    let cases: [Refused; 15] = [
        ("GET", "/nowhere", &[], b"", 404, "not-found"),
        ("GET", "/small/", &[], b"", 404, "not-found"),
        ("DELETE", "/small", &[], b"", 405, "method-not-allowed"),
        ("BREW", "/small", &[], b"", 405, "method-not-allowed"),
        ("GET", "/number?n=x", &[], b"", 400, "bad-request"),
        ("POST", "/form", &["Content-Type: application/x-www-form-urlencoded"], b"n=x", 422, "bad-request"),
        ("POST", "/form", &[], b"n=1", 415, "unsupported-media-type"),
        ("POST", "/json", &["Content-Type: application/json"], b"{", 400, "bad-request"),
        ("POST", "/json", &[], b"{}", 415, "unsupported-media-type"),
        ("POST", "/small", &[], b"\xff\xfe", 400, "bad-request"),
        ("POST", "/small", &[], &[b'x'; 3000], 413, "too-large"),
        ("POST", "/small", &["Sec-Fetch-Site: cross-site"], b"x", 403, "cross-site"),
        ("GET", "/panic", &[], b"", 500, "internal"),
        ("GET", "/bare", &[], b"", 502, "internal"),
        ("GET", "/slow", &[], b"", 503, "too-slow"),
    ];
    for (method, path, headers, body, status, kind) in cases {
        let mut titles = Vec::new();
        for lang in ["kk", "ru", "en"] {
            let language = format!("Accept-Language: {lang}");
            let headers: Vec<&str> = headers.iter().copied().chain([language.as_str()]).collect();
            let answer = server.send(method, path, &headers, body).await;
            assert_eq!((answer.status, answer.problem().as_str()), (status, kind), "{method} {path} {lang}");
            assert_eq!(answer.header("content-language"), Some(lang));
            assert!(!answer.text().contains("secret"));
            titles.push(answer.json()["title"].clone());
        }
        titles.sort_by_key(ToString::to_string);
        titles.dedup();
        assert_eq!(titles.len(), 3, "{kind}");
    }
}

#[tokio::test]
async fn a_browser_gets_a_page_and_no_markup_of_its_own() {
    let page: ProblemPage = Arc::new(|problem, asked| format!("<p>{} {}", problem.kind, asked.lang.code()));
    let html = ["Accept: text/html,*/*;q=0.8"];
    let server = Server::start(routes(), Settings::default()).await;
    let answer = server.send("GET", "/refused", &html, b"").await;
    assert_eq!((answer.status, answer.header("content-type")), (400, Some("text/html; charset=utf-8")));
    assert!(answer.text().contains("&lt;a&gt;") && answer.text().contains("«&amp;»") && !answer.text().contains("<a>"));
    assert!(answer.text().contains("<html lang=\"kk\">"));
    assert_eq!(server.send("GET", "/own-page", &html, b"").await.text(), "<p>own");
    let server = Server::start(routes(), Settings { problem_page: page, ..Settings::default() }).await;
    assert_eq!(server.send("GET", "/ru/nothing", &html, b"").await.text(), "<p>not-found ru");
}

#[tokio::test]
async fn the_language_of_the_address_comes_first() {
    let server = Server::start(routes(), Settings::default()).await;
    let ru = ["Accept-Language: de, ru;q=0.9"];
    assert_eq!(server.send("GET", "/lang", &ru, b"").await.text(), "ru");
    assert_eq!(server.send("GET", "/kk/lang", &ru, b"").await.text(), "kk");
    assert_eq!(server.get("/lang").await.text(), "kk");
}

#[tokio::test]
async fn methods() {
    let server = Server::start(routes(), Settings::default()).await;
    let answer = server.send("HEAD", "/small", &[], b"").await;
    assert_eq!((answer.status, answer.header("content-length"), answer.body.len()), (200, Some("5"), 0));
    let answer = server.send("HEAD", "/nowhere", &[], b"").await;
    assert_eq!((answer.status, answer.body.len()), (404, 0));
    let answer = server.send("PUT", "/small", &["Accept-Language: en"], b"").await;
    assert_eq!((answer.status, answer.header("allow")), (405, Some("GET,HEAD,POST")));
    assert_eq!(answer.json()["detail"], "The address takes: GET, HEAD, POST.");
    let answer = server.send("OPTIONS", "/small", &["Origin: https://evil.example"], b"").await;
    assert_eq!((answer.status, answer.header("allow")), (204, Some("GET, HEAD, POST, OPTIONS")));
    assert_eq!(answer.header("access-control-allow-origin"), None);
    assert_eq!(server.send("OPTIONS", "*", &[], b"").await.status, 204);
    assert_eq!(server.send("OPTIONS", "/nowhere", &[], b"").await.status, 404);
    assert_eq!(server.send("CONNECT", "example:80", &[], b"").await.status / 100, 4);
    assert_eq!(server.send("TRACE", "/small", &[], b"").await.status, 405);
}

#[tokio::test]
async fn what_another_site_sends_changes_nothing() {
    let server = Server::start(routes(), Settings::default()).await;
    let own = format!("Origin: http://{}", server.address);
    for (headers, status) in [
        (&["Sec-Fetch-Site: cross-site"][..], 403),
        (&["Sec-Fetch-Site: same-site", &own], 403),
        (&["Sec-Fetch-Site: same-origin"], 200),
        (&["Sec-Fetch-Site: none"], 200),
        (&["Sec-Fetch-Site: none", "Sec-Fetch-Site: cross-site"], 403),
        (&["Origin: https://evil.example"], 403),
        (&["Origin: null"], 403),
        (&[&own], 200),
        (&[], 200),
    ] {
        assert_eq!(server.send("POST", "/small", headers, b"x").await.status, status, "{headers:?}");
        assert_eq!(server.send("GET", "/small", headers, b"").await.status, 200);
    }
}

#[tokio::test]
async fn hosts_and_smuggled_bodies() {
    let server = Server::start(routes(), Settings { hosts: vec!["tarazy.kz".into()], ..Settings::default() }).await;
    let raw = async |text: &str| server.raw(text.as_bytes()).await;
    for (head, status) in [
        ("GET /small HTTP/1.1\r\nHost: tarazy.kz\r\n", 200),
        ("GET /small HTTP/1.1\r\nHost: TARAZY.KZ:8080\r\n", 200),
        ("GET http://tarazy.kz/small HTTP/1.1\r\nHost: tarazy.kz\r\n", 200),
        ("GET http://evil.example/small HTTP/1.1\r\nHost: tarazy.kz\r\n", 400),
        ("GET /small HTTP/1.1\r\nHost: evil.example\r\n", 421),
        ("GET /small HTTP/1.1\r\n", 400),
        ("GET /small HTTP/1.1\r\nHost: a\r\nHost: b\r\n", 400),
        ("GET /small HTTP/1.1\r\nHost: me@tarazy.kz\r\n", 400),
        ("POST /small HTTP/1.1\r\nHost: tarazy.kz\r\nContent-Length: 1\r\nContent-Length: 2\r\n", 400),
        ("POST /small HTTP/1.1\r\nHost: tarazy.kz\r\nContent-Length: x\r\n", 400),
        ("POST /small HTTP/1.1\r\nHost: tarazy.kz\r\nContent-Length: -1\r\n", 400),
        ("POST /small HTTP/1.1\r\nHost: tarazy.kz\r\nContent-Length: 99999999999999999999\r\n", 400),
        ("POST /small HTTP/1.1\r\nHost: tarazy.kz\r\nTransfer-Encoding: identity, x\r\n", 400),
        ("GET /small HTTP/1.1\r\nHost: tarazy.kz\r\nA : b\r\n", 400),
        ("GET /sm\0all HTTP/1.1\r\nHost: tarazy.kz\r\n", 400),
        ("garbage\r\n", 400),
    ] {
        let answer = raw(&format!("{head}Connection: close\r\n\r\n")).await;
        assert_eq!(answer.status, status, "{head:?}");
    }
    let many = format!("GET /small HTTP/1.1\r\nHost: tarazy.kz\r\n{}\r\n", "A: b\r\n".repeat(500));
    assert_eq!(raw(&many).await.status, 431);
    let long = format!("GET /small HTTP/1.1\r\nHost: tarazy.kz\r\nA: {}\r\n\r\n", "b".repeat(100_000));
    assert_eq!(raw(&long).await.status, 431);
    // A body of one request never becomes the next request.
    let smuggled = "POST /small HTTP/1.1\r\nHost: tarazy.kz\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n\
                    0\r\n\r\nGET /panic HTTP/1.1\r\nHost: tarazy.kz\r\n\r\n";
    let answer = raw(smuggled).await;
    assert_eq!((answer.status, answer.text().matches("HTTP/1.1").count()), (200, 0));
    let broken =
        "POST /small HTTP/1.1\r\nHost: tarazy.kz\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\nx\r\n";
    assert_eq!(raw(broken).await.status, 400);
}

#[tokio::test]
async fn bodies_have_their_limits() {
    let server = Server::start(routes(), quick()).await;
    let post = async |path: &str, n: usize| server.send("POST", path, &[], &vec![b'x'; n]).await;
    assert_eq!(post("/small", 2000).await.status, 200);
    assert_eq!(post("/small", 2001).await.problem(), "too-large");
    assert_eq!(post("/upload", 10_000).await.text(), "10000");
    assert_eq!(post("/upload", 10_001).await.problem(), "too-large");
    // In pieces, so that nothing is announced.
    let mut chunked = format!(
        "POST /upload HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n",
        server.address
    );
    for _ in 0..200 {
        chunked.push_str(&format!("64\r\n{}\r\n", "x".repeat(100)));
    }
    chunked.push_str("0\r\n\r\n");
    assert_eq!(server.raw(chunked.as_bytes()).await.problem(), "too-large");
}

#[tokio::test]
async fn slow_senders_are_let_go() {
    let server = Server::start(routes(), quick()).await;
    // A head that never ends.
    let began = Instant::now();
    let mut slow = server.connect().await;
    slow.write_all(b"GET /small HTTP/1.1\r\nHo").await.unwrap();
    let mut got = Vec::new();
    timeout(SECOND, slow.read_to_end(&mut got)).await.expect("the connection is closed").unwrap();
    assert!(began.elapsed() >= Duration::from_millis(140), "{:?}", began.elapsed());
    assert_eq!(server.get("/small").await.status, 200);
    // A body that stops; and one that comes drop by drop, which takes too long as a whole.
    let head = format!("POST /small HTTP/1.1\r\nHost: {}\r\nContent-Length: 100\r\n\r\nabc", server.address);
    assert_eq!(timeout(SECOND, server.raw(head.as_bytes())).await.unwrap().problem(), "stalled");
    let (mut read, mut write) = server.connect().await.into_split();
    let dripping = tokio::spawn(async move {
        let _ = write.write_all(head.as_bytes()).await;
        for _ in 0..90 {
            sleep(Duration::from_millis(50)).await;
            if write.write_all(b"x").await.is_err() {
                break;
            }
        }
    });
    let mut got = Vec::new();
    let _ = timeout(SECOND, read.read_to_end(&mut got)).await.expect("the connection is closed");
    assert_eq!(Answer::parse(&got).problem(), "stalled");
    dripping.abort();
    // Nothing at all, after a good request.
    let mut idle = server.connect().await;
    let request = format!("GET /small HTTP/1.1\r\nHost: {}\r\n\r\n", server.address);
    idle.write_all(request.as_bytes()).await.unwrap();
    let mut got = Vec::new();
    timeout(SECOND, idle.read_to_end(&mut got)).await.expect("an idle connection is closed").unwrap();
    assert_eq!(Answer::parse(&got).status, 200);
}

#[tokio::test]
async fn whoever_takes_nothing_is_let_go() {
    let settings = quick();
    let metrics = settings.metrics.clone();
    let server = Server::start(routes(), settings).await;
    let mut greedy = server.connect().await;
    greedy.write_all(format!("GET /endless HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).as_bytes()).await.unwrap();
    let closed = async {
        while metrics.text().contains("tarazy_http_connections 1") || !metrics.text().contains("/endless") {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(3 * SECOND, closed).await.expect("the connection is closed");
}

#[tokio::test]
async fn a_thousand_slow_clients_hold_up_nobody() {
    let server = Server::start(routes(), Settings::default()).await;
    let before = memory();
    let mut slow = Vec::new();
    for _ in 0..1000 {
        let mut stream = server.connect().await;
        stream.write_all(b"POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx").await.unwrap();
        slow.push(stream);
    }
    let answer = timeout(5 * SECOND, server.get("/small")).await.expect("somebody else is answered");
    assert_eq!(answer.status, 200);
    let each = memory().saturating_sub(before) / 1000;
    assert!(each < 64 << 10, "{each} bytes for each");
}

fn memory() -> u64 {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    text.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or(0) * 4096
}

#[tokio::test]
async fn further_connections_wait_for_room() {
    let limits = Limits { connections: 2, ..quick().limits };
    let server = Server::start(routes(), Settings { limits, ..Settings::default() }).await;
    let held = (server.connect().await, server.connect().await);
    // The two are closed when they have said nothing for too long; then the third has its turn.
    let answer = timeout(SECOND, server.get("/small")).await.expect("the third is answered");
    assert_eq!(answer.status, 200);
    drop(held);
}

#[tokio::test]
async fn a_stop_finishes_what_runs() {
    let server = Server::start(routes(), quick()).await;
    let address = server.address;
    let mut running = server.connect().await;
    running.write_all(format!("GET /while HTTP/1.1\r\nHost: {address}\r\n\r\n").as_bytes()).await.unwrap();
    let idle = server.connect().await;
    sleep(Duration::from_millis(80)).await;
    let stopped = server.stop();
    let mut got = Vec::new();
    timeout(SECOND, running.read_to_end(&mut got)).await.unwrap().unwrap();
    let answer = Answer::parse(&got);
    assert_eq!((answer.status, answer.text().as_str()), (200, "done"));
    timeout(SECOND, stopped).await.expect("the server stops").unwrap();
    assert!(tokio::net::TcpStream::connect(address).await.is_err(), "nobody is taken any more");
    drop(idle);
}

#[tokio::test]
async fn a_stop_does_not_wait_for_ever() {
    let limits = Limits { request: Duration::from_mins(1), ..quick().limits };
    let server = Server::start(routes(), Settings { limits, ..Settings::default() }).await;
    let mut running = server.connect().await;
    running.write_all(format!("GET /slow HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).as_bytes()).await.unwrap();
    sleep(Duration::from_millis(80)).await;
    timeout(2 * SECOND, server.stop()).await.expect("the server stops").unwrap();
}

#[tokio::test]
async fn compression_where_it_pays() {
    let server = Server::start(routes(), Settings::default()).await;
    let encoding = async |path: &str, accept: &str| {
        let answer = server.send("GET", path, &[&format!("Accept-Encoding: {accept}")], b"").await;
        answer.header("content-encoding").map(str::to_owned)
    };
    assert_eq!(encoding("/large", "gzip").await.as_deref(), Some("gzip"));
    assert_eq!(encoding("/large", "br, gzip").await.as_deref(), Some("br"));
    assert_eq!(encoding("/large", "identity").await, None);
    assert_eq!(encoding("/small", "gzip").await, None);
    assert_eq!(encoding("/image", "gzip").await, None);
}

#[tokio::test]
async fn health_and_metrics() {
    let well = Check { name: "store", run: Arc::new(|| Ok(())) };
    let settings = Settings { checks: vec![well.clone()], ..Settings::default() };
    let server = Server::start(routes(), settings).await;
    let answer = server.get("/healthz").await;
    assert_eq!((answer.status, answer.json()), (200, json!({ "status": "ok", "checks": { "store": "ok" } })));
    server.get("/c/an-unguessable-address").await;
    server.get("/nowhere/an-unguessable-address").await;
    let text = server.get("/metrics").await.text();
    for line in [
        "tarazy_http_requests_total{route=\"/c/{secret}\",method=\"GET\",status=\"2xx\"} 1",
        "tarazy_http_requests_total{route=\"-\",method=\"GET\",status=\"4xx\"} 1",
        "tarazy_http_request_duration_seconds_count{route=\"/healthz\"} 1",
        "tarazy_http_connections 1",
        "tarazy_decisions_total 0",
        "tarazy_process_resident_memory_bytes ",
        "# EOF",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(!text.contains("unguessable"));
    let handed_on = server.send("GET", "/metrics", &["X-Forwarded-For: 10.0.0.1"], b"").await;
    assert_eq!(handed_on.problem(), "forbidden");
    let ill = Check { name: "paper", run: Arc::new(|| Err("the secret path is full".into())) };
    let settings = Settings { checks: vec![well, ill], metrics_for_all: true, ..Settings::default() };
    let server = Server::start(routes(), settings).await;
    let answer = server.get("/healthz").await;
    let said = json!({ "status": "failed", "checks": { "store": "ok", "paper": "failed" } });
    assert_eq!((answer.status, answer.json()), (503, said));
    assert_eq!(server.send("GET", "/metrics", &["X-Forwarded-For: 10.0.0.1"], b"").await.status, 200);
}
