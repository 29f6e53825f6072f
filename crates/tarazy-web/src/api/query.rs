//! The parameters of an address: known ones only, each value checked, so that a slip is not answered as if it had been meant.

use crate::http::Problem;
use crate::law::Law;

/// The parameters, in order.
pub(super) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// The parameters, if all of them are `known`.
    pub(super) fn new(given: Vec<(String, String)>, known: &[&str]) -> Result<Parameters, Problem> {
        match given.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            Some((name, _)) => {
                let known = if known.is_empty() { "–".to_owned() } else { known.join(", ") };
                Err(Problem::new("unknown-parameter").with("name", name).with("known", known))
            }
            None => Ok(Parameters(given)),
        }
    }

    /// Every value of a parameter.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The value of a parameter that may stand once.
    pub(super) fn one<'a>(&'a self, name: &'a str) -> Result<Option<&'a str>, Problem> {
        let mut values = self.all(name);
        let first = values.next();
        if values.next().is_some() {
            return Err(Problem::new("parameter-twice").with("name", name));
        }
        Ok(first)
    }

    /// Yes or no.
    pub(super) fn flag(&self, name: &str, default: bool) -> Result<bool, Problem> {
        match self.one(name)? {
            None => Ok(default),
            Some("true") => Ok(true),
            Some("false") => Ok(false),
            Some(other) => Err(bad(name, other, "true, false")),
        }
    }

    /// Neither may stand beside the other.
    pub(super) fn apart(&self, one: &str, other: &str) -> Result<(), Problem> {
        let both = self.all(one).next().is_some() && self.all(other).next().is_some();
        if both { Err(Problem::new("parameters-collide").with("name", one).with("other", other)) } else { Ok(()) }
    }

    /// How ambiguities are to be read: `reading=AMBIGUITY=READING`, as often as needed.
    pub(super) fn readings(&self, law: &Law) -> Result<Vec<(String, String)>, Problem> {
        self.all("reading").map(|r| reading(law, r)).collect()
    }
}

pub(super) fn bad(name: &str, value: &str, known: &str) -> Problem {
    Problem::new("bad-parameter").with("name", name).with("value", value).with("known", known)
}

/// The names of the editions, for a problem that lists them.
pub(super) fn bad_edition(law: &Law, name: &str, value: &str) -> Problem {
    let known: Vec<&str> = law.corpus.editions.iter().map(|e| e.name.as_str()).collect();
    bad(name, value, &known.join(", "))
}

fn reading(law: &Law, text: &str) -> Result<(String, String), Problem> {
    let (ambiguity, reading) = text.split_once('=').unwrap_or((text, ""));
    let (ambiguity, reading) = (ambiguity.trim(), reading.trim());
    match law.corpus.readings_of(ambiguity) {
        Some(known) if known.iter().any(|k| k == reading) => Ok((ambiguity.to_owned(), reading.to_owned())),
        Some(known) => {
            let known: Vec<String> = known.iter().map(|k| format!("{ambiguity}={k}")).collect();
            Err(bad("reading", text, &known.join(", ")))
        }
        None => {
            let known = law.corpus.ambiguity_names().into_iter().map(|n| format!("{n}=…")).collect::<Vec<_>>();
            Err(bad("reading", text, &known.join(", ")))
        }
    }
}
