//! A sample as JSON, in whichever form it was written.

use serde_json::{Map, Value};
use toml_edit::{Item, TableLike};

/// The same case as JSON; `None` if it is neither TOML nor JSON.
pub(super) fn to_json(text: &str) -> Option<Value> {
    if text.trim_start().starts_with('{') {
        return serde_json::from_str(text).ok();
    }
    let document = toml_edit::Document::parse(text).ok()?;
    Some(table(document.as_table()))
}

fn table(table: &dyn TableLike) -> Value {
    let fields: Map<String, Value> = table.iter().map(|(key, item)| (key.to_owned(), of(item))).collect();
    Value::Object(fields)
}

fn of(item: &Item) -> Value {
    match item {
        Item::None => Value::Null,
        Item::Table(t) => table(t),
        Item::ArrayOfTables(list) => list.iter().map(|t| table(t)).collect(),
        Item::Value(v) => value(v),
    }
}

fn value(v: &toml_edit::Value) -> Value {
    use toml_edit::Value as V;
    match v {
        V::String(s) => s.value().as_str().into(),
        V::Integer(n) => (*n.value()).into(),
        V::Float(f) => (*f.value()).into(),
        V::Boolean(b) => (*b.value()).into(),
        V::Datetime(d) => d.value().to_string().into(),
        V::Array(list) => list.iter().map(value).collect(),
        V::InlineTable(t) => table(t),
    }
}
