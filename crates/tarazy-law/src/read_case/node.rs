//! TOML and JSON as one tree with places, so that a mistake in either is shown where it stands.

use jiff::civil::Date;
use jsonc_parser::ast::{ObjectPropName, Value as Json};
use jsonc_parser::common::Ranged;

use super::measure::start;
use crate::diag::{Code, Diagnostic};
use crate::source::{FileId, Span};

/// A value and its place.
pub(super) struct Node {
    pub span: Span,
    pub kind: Kind,
}

pub(super) enum Kind {
    Bool(bool),
    Int(i64),
    Text(String),
    Date(Date),
    List(Vec<Node>),
    Map(Vec<Field>),
    /// A number with a fraction, a time, `null`: nothing a case can hold.
    Other(&'static str),
}

pub(super) struct Field {
    pub key: String,
    pub key_span: Span,
    pub value: Node,
}

impl Node {
    pub(super) fn describe(&self) -> String {
        match &self.kind {
            Kind::Bool(b) => b.to_string(),
            Kind::Int(n) => n.to_string(),
            Kind::Text(t) => format!("\"{}\"", start(t)),
            Kind::Date(d) => d.to_string(),
            Kind::List(_) => "[…]".to_owned(),
            Kind::Map(_) => "{…}".to_owned(),
            Kind::Other(what) => (*what).to_owned(),
        }
    }
}

/// Reads `text` as JSON if it begins like an object, else as TOML. Both parsers refuse deep nesting by themselves.
pub(super) fn parse(file: FileId, text: &str) -> Result<Node, Diagnostic> {
    // Some editors begin a file with a mark that says nothing. What replaces it keeps the places right.
    let unmarked = text.strip_prefix('\u{feff}');
    let like_json = unmarked.unwrap_or(text).trim_start().starts_with('{');
    match unmarked {
        Some(rest) if like_json => json(file, &format!("   {rest}")),
        _ if like_json => json(file, text),
        _ => toml(file, text),
    }
}

fn span(file: FileId, start: usize, end: usize) -> Span {
    Span { file, start: start as u32, end: end as u32 }
}

fn json(file: FileId, text: &str) -> Result<Node, Diagnostic> {
    let options = jsonc_parser::ParseOptions::default();
    match jsonc_parser::parse_to_ast(text, &jsonc_parser::CollectOptions::default(), &options) {
        Ok(ast) => match ast.value {
            Some(value) => Ok(from_json(file, &value)),
            None => Err(Diagnostic::error(Code::CaseSyntax, span(file, 0, 0)).arg("message", "no value")),
        },
        Err(e) => {
            let at = e.range();
            Err(Diagnostic::error(Code::CaseSyntax, span(file, at.start, at.end)).arg("message", e.kind()))
        }
    }
}

fn from_json(file: FileId, value: &Json<'_>) -> Node {
    let range = value.range();
    let kind = match value {
        Json::BooleanLit(b) => Kind::Bool(b.value),
        Json::NumberLit(n) => whole(n.value).map_or(Kind::Other("fraction"), Kind::Int),
        Json::StringLit(s) => Kind::Text(s.value.to_string()),
        Json::Array(a) => Kind::List(a.elements.iter().map(|e| from_json(file, e)).collect()),
        Json::Object(o) => Kind::Map(
            o.properties
                .iter()
                .map(|p| {
                    let at = p.name.range();
                    let key = match &p.name {
                        ObjectPropName::String(s) => s.value.to_string(),
                        ObjectPropName::Word(w) => w.value.to_owned(),
                    };
                    Field { key, key_span: span(file, at.start, at.end), value: from_json(file, &p.value) }
                })
                .collect(),
        ),
        Json::NullKeyword(_) => Kind::Other("null"),
    };
    Node { span: span(file, range.start, range.end), kind }
}

/// To JSON, and to the schema of a case, `2.0` is the whole number 2.
fn whole(number: &str) -> Option<i64> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let nothing = !fraction.is_empty() && fraction.bytes().all(|b| b == b'0');
    if nothing { whole.parse().ok() } else { None }
}

fn toml(file: FileId, text: &str) -> Result<Node, Diagnostic> {
    match toml_edit::Document::parse(text) {
        Ok(doc) => Ok(Node { span: span(file, 0, text.len()), kind: table(file, doc.as_table()) }),
        Err(e) => {
            let at = e.span().unwrap_or(0..0);
            Err(Diagnostic::error(Code::CaseSyntax, span(file, at.start, at.end)).arg("message", e.message()))
        }
    }
}

fn table(file: FileId, table: &dyn toml_edit::TableLike) -> Kind {
    let mut fields = Vec::new();
    for (key, item) in table.iter() {
        let at = table.key(key).and_then(toml_edit::Key::span).unwrap_or(0..0);
        let key_span = span(file, at.start, at.end);
        let at = item.span().map_or(key_span, |s| span(file, s.start, s.end));
        let kind = match item {
            toml_edit::Item::Table(t) => self::table(file, t),
            toml_edit::Item::ArrayOfTables(list) => Kind::List(
                list.iter()
                    .map(|t| {
                        let at = t.span().map_or(key_span, |s| span(file, s.start, s.end));
                        Node { span: at, kind: self::table(file, t) }
                    })
                    .collect(),
            ),
            toml_edit::Item::Value(v) => value(file, v, at),
            toml_edit::Item::None => Kind::Other("nothing"),
        };
        fields.push(Field { key: key.to_owned(), key_span, value: Node { span: at, kind } });
    }
    Kind::Map(fields)
}

fn value(file: FileId, v: &toml_edit::Value, at: Span) -> Kind {
    use toml_edit::Value as V;
    match v {
        V::Boolean(b) => Kind::Bool(*b.value()),
        V::Integer(n) => Kind::Int(*n.value()),
        V::String(s) => Kind::Text(s.value().clone()),
        V::Datetime(d) => match (d.value().date, d.value().time) {
            (Some(d), None) => {
                let date = Date::new(d.year.cast_signed(), d.month.cast_signed(), d.day.cast_signed());
                date.map_or(Kind::Other("date"), Kind::Date)
            }
            _ => Kind::Other("time"),
        },
        V::Float(_) => Kind::Other("fraction"),
        V::Array(a) => Kind::List(
            a.iter()
                .map(|e| {
                    let span = e.span().map_or(at, |s| span(file, s.start, s.end));
                    Node { span, kind: value(file, e, span) }
                })
                .collect(),
        ),
        V::InlineTable(t) => table(file, t),
    }
}
