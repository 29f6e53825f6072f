//! A sample as JSON, in whichever form it was written. Fields keep their order: the persons of a case are numbered by it.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use toml_edit::{Item, TableLike, Value as Toml};

/// The same case as JSON; `None` if it is neither TOML nor JSON.
pub(super) fn to_json(text: &str) -> Option<String> {
    if text.trim_start().starts_with('{') {
        return Some(text.to_owned());
    }
    let document = toml_edit::Document::parse(text).ok()?;
    serde_json::to_string(&Table(document.as_table())).ok()
}

struct Table<'a>(&'a dyn TableLike);

impl Serialize for Table<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let mut map = s.serialize_map(Some(self.0.len()))?;
        for (key, item) in self.0.iter() {
            match item {
                Item::None => {}
                Item::Table(t) => map.serialize_entry(key, &Table(t))?,
                Item::ArrayOfTables(list) => {
                    map.serialize_entry(key, &list.iter().map(|t| Table(t)).collect::<Vec<_>>())?;
                }
                Item::Value(v) => map.serialize_entry(key, &Value(v))?,
            }
        }
        map.end()
    }
}

struct Value<'a>(&'a Toml);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Toml::String(v) => s.serialize_str(v.value()),
            Toml::Integer(v) => s.serialize_i64(*v.value()),
            Toml::Float(v) => s.serialize_f64(*v.value()),
            Toml::Boolean(v) => s.serialize_bool(*v.value()),
            Toml::Datetime(v) => s.collect_str(v.value()),
            Toml::InlineTable(t) => Table(t).serialize(s),
            Toml::Array(list) => {
                let mut seq = s.serialize_seq(Some(list.len()))?;
                for v in list {
                    seq.serialize_element(&Value(v))?;
                }
                seq.end()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_kinds_stay() {
        let toml = "z = 1\na = [true, \"x\"]\nd = 2026-01-18\n[persons.b]\n[persons.a.q]\ni = { not = \"n\" }\n";
        let json = r#"{"z":1,"a":[true,"x"],"d":"2026-01-18","persons":{"b":{},"a":{"q":{"i":{"not":"n"}}}}}"#;
        assert_eq!(to_json(toml).as_deref(), Some(json));
        assert_eq!(to_json(" {}").as_deref(), Some(" {}"));
        assert_eq!(to_json("="), None);
    }
}
