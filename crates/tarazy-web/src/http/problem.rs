//! How a request is refused: RFC 9457, in the language of whoever asked.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Value, json};
use tarazy_words::Words;

use super::asked::Asked;

/// Every kind there is, with the status that it usually has. Each has a title and a detail in the message files.
pub const KINDS: [(&str, StatusCode); 23] = [
    ("bad-request", StatusCode::BAD_REQUEST),
    ("unknown-parameter", StatusCode::BAD_REQUEST),
    ("bad-parameter", StatusCode::BAD_REQUEST),
    ("parameter-twice", StatusCode::BAD_REQUEST),
    ("parameters-collide", StatusCode::BAD_REQUEST),
    ("not-utf8", StatusCode::BAD_REQUEST),
    ("bad-host", StatusCode::BAD_REQUEST),
    ("cross-site", StatusCode::FORBIDDEN),
    ("forbidden", StatusCode::FORBIDDEN),
    ("not-found", StatusCode::NOT_FOUND),
    ("method-not-allowed", StatusCode::METHOD_NOT_ALLOWED),
    ("stalled", StatusCode::REQUEST_TIMEOUT),
    ("conflict", StatusCode::CONFLICT),
    ("gone", StatusCode::GONE),
    ("too-large", StatusCode::PAYLOAD_TOO_LARGE),
    ("unsupported-media-type", StatusCode::UNSUPPORTED_MEDIA_TYPE),
    ("misdirected", StatusCode::MISDIRECTED_REQUEST),
    ("bad-case", StatusCode::UNPROCESSABLE_ENTITY),
    ("no-law-on-day", StatusCode::UNPROCESSABLE_ENTITY),
    ("too-many-requests", StatusCode::TOO_MANY_REQUESTS),
    ("internal", StatusCode::INTERNAL_SERVER_ERROR),
    ("unavailable", StatusCode::SERVICE_UNAVAILABLE),
    ("too-slow", StatusCode::SERVICE_UNAVAILABLE),
];

/// One mistake in what was sent, at its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong, in words.
    pub message: String,
    /// Its code.
    pub code: &'static str,
}

/// A refusal. As an answer of a handler it carries no words yet: [`hygiene`](super::hygiene) puts it into the language of the request.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The status.
    pub status: StatusCode,
    /// The kind, one of [`KINDS`].
    pub kind: &'static str,
    /// Values that the detail names.
    pub values: Vec<(&'static str, String)>,
    /// What is wrong with what was sent, in detail.
    pub errors: Vec<Mistake>,
}

impl Problem {
    /// A problem of this kind, with its usual status.
    pub fn new(kind: &'static str) -> Problem {
        let known = KINDS.iter().find(|(k, _)| *k == kind);
        let status = known.map_or(StatusCode::INTERNAL_SERVER_ERROR, |(_, status)| *status);
        Problem { status, kind, values: Vec::new(), errors: Vec::new() }
    }

    /// A value for the detail.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Problem {
        self.values.push((name, value.into()));
        self
    }

    /// What a bare status comes down to: never a kind that says more than the status does.
    pub(super) fn of_status(status: StatusCode) -> Problem {
        let kind = match status {
            StatusCode::FORBIDDEN => "forbidden",
            StatusCode::NOT_FOUND => "not-found",
            StatusCode::METHOD_NOT_ALLOWED => "method-not-allowed",
            StatusCode::REQUEST_TIMEOUT => "stalled",
            StatusCode::CONFLICT => "conflict",
            StatusCode::GONE => "gone",
            StatusCode::PAYLOAD_TOO_LARGE => "too-large",
            StatusCode::UNSUPPORTED_MEDIA_TYPE => "unsupported-media-type",
            StatusCode::MISDIRECTED_REQUEST => "misdirected",
            StatusCode::TOO_MANY_REQUESTS => "too-many-requests",
            StatusCode::SERVICE_UNAVAILABLE => "unavailable",
            s if s.is_server_error() => "internal",
            _ => "bad-request",
        };
        Problem { status, ..Problem::new(kind) }
    }

    /// What happened, in one line.
    pub fn title(&self, words: &Words) -> String {
        words.say(&format!("problem-{}", self.kind))
    }

    /// What happened here, and what to do.
    pub fn detail(&self, words: &Words) -> String {
        let mut values: Vec<(&str, &str)> = self.values.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let known = self.values.iter().any(|(n, v)| *n == "known" && !v.is_empty());
        values.push(("has-known", if known { "yes" } else { "no" }));
        // A detail may name a value that this place did not give.
        for name in ["known", "name", "value", "other", "allow", "day", "errors"] {
            if !self.values.iter().any(|(n, _)| *n == name) {
                values.push((name, "…"));
            }
        }
        let said = words.say_with(&format!("problem-{}.detail", self.kind), &values);
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// As `application/problem+json`.
    pub fn json(&self, asked: &Asked) -> Value {
        let words = asked.words();
        let mut out = json!({
            "type": format!("/problems/{}", self.kind),
            "title": self.title(words),
            "status": self.status.as_u16(),
            "detail": self.detail(words),
            "instance": asked.id.as_str(),
        });
        if !self.errors.is_empty() {
            out["errors"] = json!(self.errors);
        }
        out
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The answer in words: a page for a browser, data for everybody else. Headers that say more (`Allow`, `Retry-After`) stay.
pub(super) fn render(
    problem: &Problem,
    asked: &Asked,
    page: &super::settings::ProblemPage,
    bare: Response,
) -> Response {
    let (mut parts, _) = bare.into_parts();
    parts.status = problem.status;
    let (kind, body) = if asked.page {
        ("text/html; charset=utf-8", page(problem, asked))
    } else {
        ("application/problem+json", problem.json(asked).to_string())
    };
    for name in [header::CONTENT_LENGTH, header::CONTENT_ENCODING, header::TRANSFER_ENCODING] {
        parts.headers.remove(name);
    }
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    parts.headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(asked.lang.code()));
    Response::from_parts(parts, Body::from(body))
}

/// The page of a problem where nobody has a better one.
pub(super) fn plain_page(problem: &Problem, asked: &Asked) -> String {
    let (words, lang) = (asked.words(), asked.lang.code());
    let (title, detail) = (escaped(&problem.title(words)), escaped(&problem.detail(words)));
    let mut list = String::new();
    for e in &problem.errors {
        list.push_str(&format!("<li>{}:{} {}</li>", e.line, e.column, escaped(&e.message)));
    }
    let list = if list.is_empty() { list } else { format!("<ul>{list}</ul>\n") };
    let (status, id) = (problem.status.as_u16(), asked.id.as_str());
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<main>\n<h1>{title}</h1>\n\
         <p>{detail}</p>\n{list}<p><small>{status} · {id}</small></p>\n</main>\n</html>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use tarazy_law::Lang;

    #[test]
    fn every_kind_has_words_in_three_languages() {
        for lang in Lang::ALL {
            let words = super::super::words(lang);
            for (kind, status) in KINDS {
                let p = Problem::new(kind);
                assert_eq!(p.status, status);
                for said in [p.title(words), p.detail(words)] {
                    assert!(!said.contains('⟨') && !said.contains('{'), "{kind} {lang:?}: {said}");
                }
            }
        }
    }

    #[test]
    fn a_bare_status_says_no_more_than_it_knows() {
        for (status, kind) in [
            (400, "bad-request"),
            (403, "forbidden"),
            (404, "not-found"),
            (413, "too-large"),
            (418, "bad-request"),
            (422, "bad-request"),
            (500, "internal"),
            (502, "internal"),
            (503, "unavailable"),
        ] {
            let problem = Problem::of_status(StatusCode::from_u16(status).unwrap());
            assert_eq!((problem.kind, problem.status.as_u16()), (kind, status));
        }
    }
}
