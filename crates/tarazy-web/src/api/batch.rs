//! `POST /api/decide/batch`: a case a line in, an answer a line out, while more lines come.
//!
//! Nobody's batch is held here whole: what is read is decided and sent before more is read.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use hyper::body::Frame;
use serde_json::json;
use tarazy_law::batch::JsonDecider;
use tarazy_words::{Words, one_line};
use tokio::sync::mpsc;
use tracing::Instrument;

use super::Api;
use super::case::{line_column, read_json};
use super::query::{Parameters, bad_edition};
use super::work::{GoOn, Room};
use crate::http::{Asked, Metrics, Problem};

const KNOWN: [&str; 3] = ["edition", "all", "reading"];
const FORMS: [&str; 3] = ["application/x-ndjson", "application/ndjson", "application/jsonl"];
/// Pieces of answers that wait for whoever asked. A client that only writes is slowed down when they are full.
const PIECES: usize = 16;

pub(super) async fn batch(
    State(api): State<Api>,
    Query(given): Query<Vec<(String, String)>>,
    asked: Asked,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let given = Parameters::new(given, &KNOWN)?;
    let engine = match given.one("edition")? {
        Some(name) => api.law.engine(name).ok_or_else(|| bad_edition(api.law, "edition", name))?,
        None => api.law.in_force().ok_or_else(|| Problem::new("unavailable"))?,
    };
    let (all, readings) = (given.flag("all", false)?, given.readings(api.law)?);
    let kind = headers.get(header::CONTENT_TYPE).and_then(|k| k.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !FORMS.iter().any(|f| f.eq_ignore_ascii_case(kind)) {
        return Err(Problem::new("unsupported-media-type").with("known", FORMS[0]));
    }
    let mut decider = JsonDecider::new(engine, all);
    // An ambiguity of another edition is no mistake: this one has nothing to read there.
    let known: Vec<_> = readings.into_iter().filter(|r| engine.book.ambiguities.contains_key(&r.0)).collect();
    decider.choose(&known).map_err(|_| Problem::new("internal"))?;
    let lines = Lines {
        decider,
        words: asked.words(),
        metrics: api.settings.metrics.clone(),
        number: 0,
        rest: Vec::new(),
        longest: api.settings.limits.body,
    };
    let (send, receive) = mpsc::channel(PIECES);
    tokio::spawn(decide_all(lines, body, api.room.clone(), send).in_current_span());
    Ok(([(header::CONTENT_TYPE, FORMS[0])], Body::new(Pieces(receive))).into_response())
}

/// Reads, decides and sends until there is no more, or nobody takes the answers.
async fn decide_all(mut lines: Lines, mut body: Body, room: Room, send: mpsc::Sender<Bytes>) {
    loop {
        let frame = body.frame().await;
        let (piece, last) = match frame {
            Some(Ok(frame)) => (frame.into_data().unwrap_or_default(), false),
            None => (Bytes::new(), true),
            Some(Err(_)) => {
                drop(send.send(lines.broken("stalled").into()).await);
                return;
            }
        };
        if lines.rest.len() + piece.len() > lines.longest {
            drop(send.send(lines.broken("too-large").into()).await);
            return;
        }
        if !last && !piece.contains(&b'\n') {
            lines.rest.extend_from_slice(&piece);
            continue;
        }
        // A turn at a time: between two turns others have theirs, and what is decided is on its way.
        let mut piece = piece;
        loop {
            let turn = room.run(move |go_on| {
                let mut out = Vec::new();
                let all = lines.take(&piece, last, &go_on, &mut out);
                (lines, out, all)
            });
            let Ok((back, out, all)) = turn.await else { return };
            lines = back;
            if !out.is_empty() && send.send(out.into()).await.is_err() {
                return;
            }
            if all {
                break;
            }
            piece = Bytes::new();
        }
        if last {
            return;
        }
    }
}

/// The lines of a batch, as far as they have come.
struct Lines {
    decider: JsonDecider<'static>,
    words: &'static Words,
    metrics: Metrics,
    number: u64,
    rest: Vec<u8>,
    longest: usize,
}

impl Lines {
    /// Decides the lines that are complete with this piece, as long as it may go on. Whether that were all of them.
    fn take(&mut self, piece: &[u8], last: bool, go_on: &GoOn, out: &mut Vec<u8>) -> bool {
        let mut text = std::mem::take(&mut self.rest);
        text.extend_from_slice(piece);
        let mut decided = 0;
        let mut rest = &text[..];
        let mut all = true;
        while let Some(end) = rest.iter().position(|b| *b == b'\n').or((last && !rest.is_empty()).then_some(rest.len()))
        {
            if !go_on.holds() {
                all = false;
                break;
            }
            decided += u64::from(self.line(&rest[..end], out));
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        self.rest = rest.to_vec();
        self.metrics.decided(decided);
        all
    }

    /// One line; whether it was decided.
    fn line(&mut self, line: &[u8], out: &mut Vec<u8>) -> bool {
        self.number += 1;
        if line.trim_ascii().is_empty() {
            return false;
        }
        let start = out.len();
        let good = if self.decider.decide(line, out).is_ok() {
            true
        } else {
            out.truncate(start);
            self.slowly(line, out)
        };
        out.push(b'\n');
        good
    }

    /// A line that the fast way does not read: by the ordinary reader, which can say what is wrong.
    fn slowly(&mut self, line: &[u8], out: &mut Vec<u8>) -> bool {
        let Ok(text) = std::str::from_utf8(line) else {
            let message = self.words.say("problem-not-utf8");
            self.error(out, "", &json!([{ "code": "not-utf8", "column": 1, "message": message }]));
            return false;
        };
        let (case, wrong) = read_json(self.decider.corpus(), text);
        if wrong.is_empty() {
            self.decider.decide_case(&case, out);
            return true;
        }
        let errors: Vec<_> = wrong
            .iter()
            .map(|d| {
                let (_, column) = line_column(text, d.span.start as usize);
                let values: serde_json::Map<_, _> = d.args.iter().map(|(k, v)| ((*k).to_owned(), json!(v))).collect();
                json!({ "code": d.code.as_str(), "column": column, "message": one_line(self.words, d), "values": values })
            })
            .collect();
        self.error(out, &case.id, &json!(errors));
        false
    }

    fn error(&self, out: &mut Vec<u8>, case: &str, errors: &serde_json::Value) {
        let line = json!({ "line": self.number, "case": case, "errors": errors });
        out.extend_from_slice(line.to_string().as_bytes());
    }

    /// The last line of a batch that could not be read to its end.
    fn broken(&self, kind: &'static str) -> Vec<u8> {
        let message = Problem::new(kind).detail(self.words);
        let error = json!({ "code": kind, "column": 1, "message": message });
        let mut line = json!({ "line": self.number + 1, "case": "", "errors": [error] }).to_string().into_bytes();
        line.push(b'\n');
        line
    }
}

/// Answers on their way out.
struct Pieces(mpsc::Receiver<Bytes>);

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        self.0.poll_recv(cx).map(|piece| piece.map(|p| Ok(Frame::data(p))))
    }
}
