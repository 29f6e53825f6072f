//! An answer as it was written, and what it comes down to.

use tarazy_law::Text3;
use tarazy_law::case::{Case, FactKey, State as Known, Value, value_name};
use tarazy_law::model::Domain;

use crate::at::At;
use crate::pages::Form;
use crate::site::Site;
use crate::suppose::value_of;

/// What shows an answer is said in so many letters at most.
pub(super) const EVIDENCE: usize = 2_000;

/// An answer as it was given, whether or not it can be taken.
#[derive(Default)]
pub(super) struct Given {
    pub(super) answer: String,
    pub(super) value: String,
    pub(super) disputed: Vec<String>,
    pub(super) denied: Vec<String>,
    pub(super) disputed_text: String,
    pub(super) evidence: String,
    pub(super) by: String,
}

impl Given {
    pub(super) fn of(form: &Form) -> Given {
        let list = |name| form.all(name).map(str::to_owned).collect();
        Given {
            answer: form.get("answer").to_owned(),
            value: form.get("value").to_owned(),
            disputed: list("disputed"),
            denied: list("denied"),
            disputed_text: form.get("disputed-text").to_owned(),
            evidence: form.get("evidence").to_owned(),
            by: form.get("by").to_owned(),
        }
    }

    /// What the case says now.
    pub(super) fn from_case(site: &Site, at: &At, case: &Case, key: FactKey) -> Given {
        let Some(entry) = case.facts.get(&key) else { return Given::default() };
        let info = site.law.corpus.vocabulary.fact(key.fact);
        let name = |v: &Value| value_name(&site.law.corpus.vocabulary, key.fact, *v);
        let text = |t: &Option<Text3>| t.as_ref().map(|t| t.get(at.lang).to_owned()).unwrap_or_default();
        let mut out = Given { evidence: text(&entry.evidence), by: text(&entry.by), ..Given::default() };
        let written = matches!(info.domain, Domain::Date | Domain::Number);
        match &entry.state {
            Known::NotAsked => {}
            Known::Unknown => "unknown".clone_into(&mut out.answer),
            Known::NotApplicable => "not-applicable".clone_into(&mut out.answer),
            Known::Established(v) if written => {
                "value".clone_into(&mut out.answer);
                out.value = name(v);
            }
            Known::Established(v) => out.answer = name(v),
            Known::Disputed(values) => {
                "disputed".clone_into(&mut out.answer);
                out.disputed = values.iter().map(name).collect();
                out.disputed_text = out.disputed.join(", ");
            }
            Known::Denied(values) => {
                "denied".clone_into(&mut out.answer);
                out.denied = values.iter().map(name).collect();
            }
        }
        out
    }

    /// How far the fact is known now; or what is wrong with the answer, and where.
    pub(super) fn state(&self, site: &Site, key: FactKey) -> Result<Known, (&'static str, &'static str)> {
        let info = site.law.corpus.vocabulary.fact(key.fact);
        let value = |text: &str| value_of(site.law.corpus, key, text);
        let written = match info.domain {
            Domain::Date => Some("question-date-wrong"),
            Domain::Number => Some("question-number-wrong"),
            _ => None,
        };
        let named = |list: &[String], field| {
            let values = each_once(list.iter().map(|v| value(v)));
            values.filter(|v| !v.is_empty()).ok_or((field, "question-choose-values"))
        };
        match (self.answer.as_str(), written) {
            ("", _) => Err(("answer", "question-choose")),
            ("unknown", _) => Ok(Known::Unknown),
            ("not-applicable", _) if info.may_be_inapplicable => Ok(Known::NotApplicable),
            ("value", Some(wrong)) => value(&self.value).map(Known::Established).ok_or(("value", wrong)),
            ("disputed", Some(wrong)) => {
                let parts = self.disputed_text.split([',', ';']).filter(|p| !p.trim().is_empty());
                each_once(parts.map(value)).filter(|v| v.len() > 1).map(Known::Disputed).ok_or(("disputed-text", wrong))
            }
            ("disputed", None) if info.domain == Domain::YesNo => {
                Ok(Known::Disputed(vec![Value::Named(1), Value::Named(0)]))
            }
            ("disputed", None) => match named(&self.disputed, "disputed")? {
                values if values.len() < 2 => Err(("disputed", "question-choose-two")),
                values => Ok(Known::Disputed(values)),
            },
            ("denied", None) => Ok(Known::Denied(named(&self.denied, "denied")?)),
            (other, None) => value(other).map(Known::Established).ok_or(("answer", "question-choose")),
            _ => Err(("answer", "question-choose")),
        }
    }

    pub(super) fn too_long(&self) -> Option<(&'static str, &'static str)> {
        let long = |text: &str| text.chars().count() > EVIDENCE;
        match (long(&self.evidence), long(&self.by)) {
            (true, _) => Some(("evidence", "text-too-long")),
            (_, true) => Some(("by", "text-too-long")),
            _ => None,
        }
    }
}

/// The values in their order, each once; none where one of them was not understood.
fn each_once(values: impl Iterator<Item = Option<Value>>) -> Option<Vec<Value>> {
    let mut out = Vec::new();
    for value in values {
        let value = value?;
        if !out.contains(&value) {
            out.push(value);
        }
    }
    Some(out)
}
