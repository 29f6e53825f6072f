//! A case as JSON: what [`read_case`](crate::read_case) reads back as the same case.
//!
//! Fields stand in the order of the format, persons in the order of the case, facts in the order in which the vocabulary declares them, so
//! that two writings of one case are the same text and a change of one answer is a change of one line. The order of the persons means
//! something: it is how everything else refers to them.

use serde_json::{Map, Value as Json, json};

use crate::case::{Case, Entry, FactKey, Others, Person, PersonIdx, State, Value, value_name};
use crate::lang::{Lang, Text3};
use crate::model::{Corpus, Domain, Sort, VocabId};

/// Writes a case as shortly as the format allows.
///
/// A case that has been read comes back equal. A case made in memory can hold what no case file can (a denial of no value, a text in one language
/// only, facts about persons who are not there); that is written as its nearest equal or left out.
pub fn write_case(corpus: &Corpus, case: &Case) -> Json {
    let writer = Writer { corpus, case };
    let mut out = Map::new();
    if !case.id.is_empty() {
        out.insert("id".into(), json!(case.id));
    }
    for (field, text) in [("title", Some(&case.title)), ("summary", Some(&case.summary))] {
        out.extend(text.filter(|t| !says_nothing(t)).map(|t| (field.to_owned(), text3(t))));
    }
    out.extend(case.source.as_ref().map(|t| ("source".to_owned(), text3(t))));
    let others = match case.others {
        Others::NotAsked => None,
        Others::Unknown => Some("unknown"),
        Others::Nobody => Some("none"),
        Others::Somebody => Some("some"),
    };
    out.extend(others.map(|o| ("others".to_owned(), json!(o))));
    let persons = case.persons.iter().enumerate();
    let persons: Map<String, Json> = persons.map(|(i, p)| (p.id.clone(), writer.person(i, p).into())).collect();
    out.insert("persons".into(), persons.into());
    put(&mut out, "system", writer.about(Sort::System, false));
    put(&mut out, "act", writer.about(Sort::Act, false));
    put(&mut out, "suppose", writer.supposed());
    put(&mut out, "readings", case.readings.iter().map(|(name, r)| (name.clone(), json!(r))).collect());
    put(&mut out, "expect", writer.expectations());
    out.into()
}

struct Writer<'a> {
    corpus: &'a Corpus,
    case: &'a Case,
}

impl<'a> Writer<'a> {
    fn person(&self, at: PersonIdx, person: &Person) -> Map<String, Json> {
        let mut out = Map::new();
        if person.name != Text3::same(&person.id) && !says_nothing(&person.name) {
            out.insert("name".into(), text3(&person.name));
        }
        out.extend(self.about_person(at, false));
        out
    }

    fn about_person(&self, at: PersonIdx, supposed: bool) -> Map<String, Json> {
        let (mut roles, mut facts) = (Vec::new(), Map::new());
        for (key, entry) in self.entries(Sort::Person, supposed) {
            let info = self.corpus.vocabulary.fact(key.fact);
            if info.persons() != 1 || usize::from(key.persons[0]) != at {
                continue;
            }
            let bare = Entry { supposed, ..Entry::established(Value::Named(1)) };
            if info.is_role && *entry == bare {
                roles.push(json!(info.name));
            } else {
                facts.insert(info.name.clone(), self.entry(key.fact, entry));
            }
        }
        let mut towards = Map::new();
        for (i, other) in self.case.persons.iter().enumerate() {
            let about_two = self.entries(Sort::Person, supposed).filter(|(key, _)| {
                self.corpus.vocabulary.fact(key.fact).persons() == 2 && key.persons.map(usize::from) == [at, i]
            });
            put(&mut towards, &other.id, about_two.map(|(key, entry)| self.named(key, entry)).collect());
        }
        let mut out = Map::new();
        if !roles.is_empty() {
            out.insert("roles".into(), roles.into());
        }
        out.extend(facts);
        put(&mut out, "towards", towards);
        out
    }

    fn supposed(&self) -> Map<String, Json> {
        let (mut out, mut persons) = (Map::new(), Map::new());
        for (i, p) in self.case.persons.iter().enumerate() {
            put(&mut persons, &p.id, self.about_person(i, true));
        }
        put(&mut out, "persons", persons);
        put(&mut out, "system", self.about(Sort::System, true));
        put(&mut out, "act", self.about(Sort::Act, true));
        out
    }

    /// The facts about the act or the system.
    fn about(&self, sort: Sort, supposed: bool) -> Map<String, Json> {
        self.entries(sort, supposed).map(|(key, entry)| self.named(key, entry)).collect()
    }

    fn entries(&self, sort: Sort, supposed: bool) -> impl Iterator<Item = (FactKey, &'a Entry)> {
        let (case, vocabulary) = (self.case, &self.corpus.vocabulary);
        let wanted = move |key: FactKey, e: &Entry| vocabulary.fact(key.fact).about() == sort && e.supposed == supposed;
        case.facts.iter().filter(move |(key, e)| wanted(**key, e)).map(|(key, e)| (*key, e))
    }

    fn named(&self, key: FactKey, entry: &Entry) -> (String, Json) {
        (self.corpus.vocabulary.fact(key.fact).name.clone(), self.entry(key.fact, entry))
    }

    fn entry(&self, fact: VocabId, entry: &Entry) -> Json {
        let (how, what) = match &entry.state {
            State::NotAsked => ("is", json!("not asked")),
            State::NotApplicable => ("is", json!("not applicable")),
            State::Established(v) => ("is", self.value(fact, *v)),
            State::Denied(list) if !list.is_empty() => ("not", self.values(fact, list)),
            State::Disputed(list) if !list.is_empty() => ("disputed", self.values(fact, list)),
            // Of no value is anything said: asked, and nobody knows.
            State::Unknown | State::Denied(_) | State::Disputed(_) => ("is", json!("unknown")),
        };
        if how == "is" && entry.evidence.is_none() && entry.by.is_none() {
            return what;
        }
        let mut out = Map::new();
        out.insert(how.into(), what);
        out.extend(entry.evidence.as_ref().map(|t| ("evidence".to_owned(), text3(t))));
        out.extend(entry.by.as_ref().map(|t| ("by".to_owned(), text3(t))));
        out.into()
    }

    fn values(&self, fact: VocabId, list: &[Value]) -> Json {
        match list {
            [one] => self.value(fact, *one),
            _ => list.iter().map(|v| self.value(fact, *v)).collect(),
        }
    }

    fn value(&self, fact: VocabId, value: Value) -> Json {
        match value {
            Value::Named(i) if self.corpus.vocabulary.fact(fact).domain == Domain::YesNo => json!(i == 1),
            Value::Number(n) => json!(n),
            Value::Named(_) | Value::Date(_) => json!(value_name(&self.corpus.vocabulary, fact, value)),
        }
    }

    fn expectations(&self) -> Map<String, Json> {
        let mut out = Map::new();
        for e in &self.case.expect {
            let norms = out.entry(e.edition.as_str()).or_insert_with(|| json!({}));
            match e.person.map(|p| self.case.persons.get(p)) {
                None => norms[e.norm.as_str()] = json!(e.verdict),
                Some(Some(person)) => {
                    let of_norm = &mut norms[e.norm.as_str()];
                    if !of_norm.is_object() {
                        *of_norm = json!({});
                    }
                    of_norm[person.id.as_str()] = json!(e.verdict);
                }
                Some(None) => {}
            }
        }
        out
    }
}

/// A part that says something.
fn put(out: &mut Map<String, Json>, name: &str, part: Map<String, Json>) {
    if !part.is_empty() {
        out.insert(name.to_owned(), part.into());
    }
}

fn says_nothing(text: &Text3) -> bool {
    Lang::ALL.into_iter().all(|l| text.get(l).is_empty())
}

/// One string where all languages have the same words.
fn text3(text: &Text3) -> Json {
    if *text == Text3::same(&text.en) {
        return json!(text.en);
    }
    let written = Lang::ALL.into_iter().filter(|l| !text.get(*l).is_empty());
    written.map(|l| (l.code().to_owned(), json!(text.get(l)))).collect::<Map<_, _>>().into()
}
