//! A real server on a port of its own, and a client that sends whatever bytes a test wants.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use axum::Router;
use serde_json::Value;
use tarazy_law::Source;
use tarazy_law::model::Corpus;
use tarazy_web::http::{Settings, hygiene, serve};
use tarazy_web::{Law, api};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// Longer than any test takes; only a hanging server comes here.
const TOO_LONG: Duration = Duration::from_secs(30);

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file below a folder that ends so, by its path.
pub fn files(folder: &Path, ending: &str) -> Vec<Source> {
    let (mut out, mut todo) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(here) = todo.pop() {
        for entry in std::fs::read_dir(here).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                todo.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                out.push(Source { path: name, text: std::fs::read_to_string(&path).unwrap() });
            }
        }
    }
    out.sort_by(|a, b| a.path.cmp(&b.path));
    out
}

/// The law of the project, with its sample cases.
pub fn law() -> &'static Law {
    static LAW: OnceLock<Law> = OnceLock::new();
    LAW.get_or_init(|| {
        let loaded = Corpus::load(files(&root().join("law"), ".md"));
        assert!(!loaded.has_errors());
        Law::new(Box::leak(Box::new(loaded)), files(&root().join("cases"), ".toml"))
    })
}

pub struct Server {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

impl Server {
    pub async fn start(router: Router, settings: Settings) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let task = tokio::spawn(async move {
            let router = hygiene(router, &settings);
            serve(listener, router, &settings, async { drop(stopped.await) }).await;
        });
        Server { address, stop: Some(stop), task }
    }

    /// The API on the law of the project.
    pub async fn api() -> Server {
        let settings = Settings::default();
        Server::start(api::router(law(), &settings), settings).await
    }

    /// Tells the server to stop; the task ends when it has.
    pub fn stop(mut self) -> JoinHandle<()> {
        self.stop.take().unwrap().send(()).unwrap();
        self.task
    }

    pub async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// Sends bytes as they are and reads until the server closes. A server that has answered need not read the rest.
    pub async fn raw(&self, bytes: &[u8]) -> Answer {
        let (mut read, mut write) = self.connect().await.into_split();
        let bytes = bytes.to_vec();
        let writer = tokio::spawn(async move {
            let _ = write.write_all(&bytes).await;
            write
        });
        let mut got = Vec::new();
        let _ = timeout(TOO_LONG, read.read_to_end(&mut got)).await.expect("the server closes the connection");
        drop(writer.await.unwrap());
        Answer::parse(&got)
    }

    /// A request with these lines of headers, `Host` and `Connection: close` added.
    pub async fn send(&self, method: &str, path: &str, headers: &[&str], body: &[u8]) -> Answer {
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", self.address);
        for h in headers {
            head.push_str(h);
            head.push_str("\r\n");
        }
        if !body.is_empty() || method == "POST" {
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        head.push_str("\r\n");
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(body);
        self.raw(&bytes).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], b"").await
    }

    pub async fn post_json(&self, path: &str, body: &[u8]) -> Answer {
        self.send("POST", path, &["Content-Type: application/json"], body).await
    }
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn parse(bytes: &[u8]) -> Answer {
        let end = bytes.windows(4).position(|w| w == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no head in {:?}", String::from_utf8_lossy(bytes)));
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let mut lines = head.split("\r\n");
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers: Vec<(String, String)> =
            lines.map(|l| l.split_once(": ").unwrap()).map(|(n, v)| (n.to_ascii_lowercase(), v.to_owned())).collect();
        let mut answer = Answer { status, headers, body: bytes[end + 4..].to_vec() };
        if answer.header("transfer-encoding") == Some("chunked") {
            answer.body = unchunked(&answer.body);
        }
        answer
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(n, _)| n == name).map(|(_, v)| v.as_str());
        let first = found.next();
        assert!(found.next().is_none(), "{name} stands twice");
        first
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }

    /// The kind of a problem, after a look at everything that every problem has.
    pub fn problem(&self) -> String {
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{self:?}");
        let json = self.json();
        assert_eq!(json["status"], self.status);
        assert_eq!(json["instance"].as_str(), self.header("x-request-id"));
        for said in ["title", "detail"] {
            let said = json[said].as_str().unwrap();
            assert!(!said.is_empty() && !said.contains(['⟨', '{']) && !said.contains(": …."), "{said}");
        }
        json["type"].as_str().unwrap().strip_prefix("/problems/").unwrap().to_owned()
    }
}

fn unchunked(mut bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    while let Some(end) = bytes.windows(2).position(|w| w == b"\r\n") {
        let length = usize::from_str_radix(std::str::from_utf8(&bytes[..end]).unwrap(), 16).unwrap();
        if length == 0 {
            break;
        }
        out.extend_from_slice(&bytes[end + 2..end + 2 + length]);
        bytes = &bytes[end + 4 + length..];
    }
    out
}
