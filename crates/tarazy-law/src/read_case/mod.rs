//! A case from TOML or JSON, with every mistake in it reported at its place.

mod node;
pub mod schema;

use crate::case::{Case, Entry, Expectation, FactKey, MAX_PERSONS, Person, PersonIdx, State, Value};
use crate::diag::{Code, Diagnostic};
use crate::lang::{Lang, Text3};
use crate::model::{Corpus, Domain, Sort, VocabId};
use crate::source::FileId;
use node::{Field, Kind, Node};

const TOP: [&str; 10] =
    ["id", "title", "summary", "source", "others", "persons", "system", "act", "suppose", "readings"];
const VERDICTS: [&str; 4] = ["applies", "does-not-apply", "unknown", "competing"];

/// Whoever has so many mistakes mends these first; looking for what each of a million was meant to be would take for ever.
const MOST_MISTAKES: usize = 100;

/// Reads a case. With any diagnostic, the case is what could be understood, and should not be decided.
pub fn read_case(corpus: &Corpus, file: FileId, text: &str) -> (Case, Vec<Diagnostic>) {
    let mut reader = Reader { corpus, case: Case::default(), diags: Vec::new(), supposed: false };
    match node::parse(file, text) {
        Ok(root) => reader.root(root),
        Err(d) => reader.diags.push(d),
    }
    (reader.case, reader.diags)
}

struct Reader<'a> {
    corpus: &'a Corpus,
    case: Case,
    diags: Vec<Diagnostic>,
    supposed: bool,
}

/// Where in a case a fact stands.
#[derive(Clone, Copy)]
enum About {
    Act,
    System,
    Person(PersonIdx),
    Two(PersonIdx, PersonIdx),
}

impl Reader<'_> {
    /// There is more than enough to mend.
    fn enough(&self) -> bool {
        self.diags.len() >= MOST_MISTAKES
    }

    fn root(&mut self, root: Node) {
        let span = root.span;
        let Kind::Map(fields) = root.kind else {
            self.diags.push(Diagnostic::error(Code::CaseSyntax, span).arg("message", "{…}"));
            return;
        };
        // Persons first, whatever the order of the file: everything else may speak of them.
        let (persons, rest): (Vec<Field>, Vec<Field>) = fields.into_iter().partition(|f| f.key == "persons");
        let mut facts_of_persons = Vec::new();
        for f in persons {
            facts_of_persons.extend(self.persons(f));
        }
        if self.case.persons.is_empty() {
            self.diags.push(Diagnostic::error(Code::CaseNoPersons, span));
        }
        for (person, fields) in facts_of_persons {
            self.person_facts(person, fields);
        }
        for f in rest {
            if self.enough() {
                return;
            }
            self.top(f);
        }
    }

    fn persons(&mut self, f: Field) -> Vec<(PersonIdx, Vec<Field>)> {
        let Kind::Map(list) = f.value.kind else {
            self.bad_value(&f.value, "persons", "[persons.NAME]");
            return Vec::new();
        };
        let mut out = Vec::new();
        for p in list {
            if self.enough() {
                break;
            }
            if self.case.persons.len() == MAX_PERSONS {
                self.diags.push(Diagnostic::error(Code::CaseTooManyPersons, p.key_span).arg("limit", MAX_PERSONS));
                break;
            }
            let Kind::Map(fields) = p.value.kind else {
                self.bad_value(&p.value, &p.key, "{…}");
                continue;
            };
            out.push((self.case.persons.len(), fields));
            self.case.persons.push(Person { name: Text3::same(&p.key), id: p.key });
        }
        out
    }

    fn person_facts(&mut self, person: PersonIdx, fields: Vec<Field>) {
        for f in fields {
            if self.enough() {
                return;
            }
            match f.key.as_str() {
                "name" if !self.supposed => {
                    // A name that the template left empty is no name.
                    if let Some(name) = self.text3(&f.value, "name").filter(|n| !n.en.is_empty()) {
                        self.case.persons[person].name = name;
                    }
                }
                "roles" => self.roles(person, f.value),
                "towards" => {
                    let Kind::Map(others) = f.value.kind else {
                        self.bad_value(&f.value, "towards", "[persons.A.towards.B]");
                        continue;
                    };
                    for other in others {
                        if self.enough() {
                            break;
                        }
                        let Some(q) = self.person(&other.key, other.key_span) else { continue };
                        if let Kind::Map(fields) = other.value.kind {
                            self.facts(About::Two(person, q), fields);
                        } else {
                            self.bad_value(&other.value, &other.key, "{…}");
                        }
                    }
                }
                _ => self.fact(About::Person(person), f),
            }
        }
    }

    fn roles(&mut self, person: PersonIdx, value: Node) {
        let Kind::List(list) = value.kind else {
            self.bad_value(&value, "roles", "[\"owner\", …]");
            return;
        };
        for role in list {
            if self.enough() {
                return;
            }
            let Kind::Text(name) = &role.kind else {
                self.bad_value(&role, "roles", "\"owner\"");
                continue;
            };
            let found = self.corpus.vocabulary.find(name).filter(|id| self.corpus.vocabulary.fact(*id).is_role);
            let Some(id) = found else {
                let known = self.corpus.vocabulary.iter().filter(|(_, f)| f.is_role).map(|(_, f)| f.name.as_str());
                let known: Vec<&str> = known.collect();
                let d = Diagnostic::error(Code::CaseUnknownField, role.span).arg("field", name);
                self.diags.push(d.arg("known", known.join(", ")).near(name, known));
                continue;
            };
            let entry = Entry { supposed: self.supposed, ..Entry::established(Value::Named(1)) };
            self.case.facts.insert(FactKey::new(id, &[person]), entry);
        }
    }

    fn top(&mut self, f: Field) {
        match f.key.as_str() {
            "id" => self.case.id = self.plain(&f.value, "id").unwrap_or_default(),
            "source" => self.case.source = self.text3(&f.value, "source"),
            "title" => self.case.title = self.text3(&f.value, "title").unwrap_or_default(),
            "summary" => self.case.summary = self.text3(&f.value, "summary").unwrap_or_default(),
            "others" => match &f.value.kind {
                Kind::Text(t) if t == "none" => self.case.others = Some(false),
                Kind::Text(t) if t == "unknown" => self.case.others = None,
                Kind::Text(t) if t == "some" => self.case.others = Some(true),
                Kind::Bool(b) => self.case.others = Some(*b),
                _ => self.bad_value(&f.value, "others", "\"none\", \"some\", \"unknown\""),
            },
            "act" => self.part(About::Act, f),
            "system" => self.part(About::System, f),
            "suppose" => self.suppose(f),
            "readings" => self.readings(f),
            "expect" => self.expect(f),
            other => {
                // A fact at the top level is a fact in the wrong place: say where it belongs.
                let d = match self.corpus.vocabulary.find(other) {
                    Some(id) => Diagnostic::error(Code::CaseMisplaced, f.key_span)
                        .arg("field", other)
                        .arg("belongs", place_of(self.corpus.vocabulary.fact(id).about())),
                    None => Diagnostic::error(Code::CaseUnknownField, f.key_span)
                        .arg("field", other)
                        .arg("known", TOP.join(", "))
                        .near(other, TOP),
                };
                self.diags.push(d);
            }
        }
    }

    fn part(&mut self, about: About, f: Field) {
        match f.value.kind {
            Kind::Map(fields) => self.facts(about, fields),
            _ => self.bad_value(&f.value, &f.key, "{…}"),
        }
    }

    fn suppose(&mut self, f: Field) {
        let Kind::Map(parts) = f.value.kind else {
            self.bad_value(&f.value, "suppose", "[suppose.act]");
            return;
        };
        self.supposed = true;
        for part in parts {
            match part.key.as_str() {
                "act" => self.part(About::Act, part),
                "system" => self.part(About::System, part),
                "persons" => {
                    let Kind::Map(persons) = part.value.kind else {
                        self.bad_value(&part.value, "persons", "[suppose.persons.NAME]");
                        continue;
                    };
                    for p in persons {
                        if self.enough() {
                            break;
                        }
                        let Some(person) = self.person(&p.key, p.key_span) else { continue };
                        match p.value.kind {
                            Kind::Map(fields) => self.person_facts(person, fields),
                            _ => self.bad_value(&p.value, &p.key, "{…}"),
                        }
                    }
                }
                other => {
                    let known = ["act", "system", "persons"];
                    let d = Diagnostic::error(Code::CaseUnknownField, part.key_span).arg("field", other);
                    self.diags.push(d.arg("known", known.join(", ")).near(other, known));
                }
            }
        }
        self.supposed = false;
    }

    fn facts(&mut self, about: About, fields: Vec<Field>) {
        for f in fields {
            if self.enough() {
                return;
            }
            self.fact(about, f);
        }
    }

    fn fact(&mut self, about: About, f: Field) {
        let Some(id) = self.corpus.vocabulary.find(&f.key) else {
            let known = self.corpus.vocabulary.names();
            let d = Diagnostic::error(Code::CaseUnknownField, f.key_span).arg("field", &f.key).near(&f.key, known);
            self.diags.push(d.arg("known", ""));
            return;
        };
        let vocab = self.corpus.vocabulary.fact(id);
        let persons: &[PersonIdx] = match about {
            About::Act | About::System => &[],
            About::Person(p) => &[p],
            About::Two(p, q) => &[p, q],
        };
        let fits = match about {
            About::Act => vocab.about() == Sort::Act,
            About::System => vocab.about() == Sort::System,
            About::Person(_) | About::Two(..) => vocab.persons() == persons.len(),
        };
        if !fits {
            let belongs = if vocab.persons() == 2 { "[persons.A.towards.B]" } else { place_of(vocab.about()) };
            let d = Diagnostic::error(Code::CaseMisplaced, f.key_span).arg("field", &f.key).arg("belongs", belongs);
            self.diags.push(d);
            return;
        }
        let key = FactKey::new(id, persons);
        if let Some(entry) = self.entry(id, &f.key, f.value) {
            self.case.facts.insert(key, Entry { supposed: self.supposed, ..entry });
        }
    }

    fn entry(&mut self, id: VocabId, field: &str, node: Node) -> Option<Entry> {
        let Kind::Map(parts) = node.kind else {
            return self.state(id, field, &node).map(|state| Entry { state, ..Entry::default() });
        };
        let (mut out, mut found) = (Entry::default(), false);
        for part in parts {
            match part.key.as_str() {
                "evidence" => out.evidence = self.text3(&part.value, "evidence"),
                "by" => out.by = self.text3(&part.value, "by"),
                "is" => {
                    out.state = self.state(id, field, &part.value)?;
                    found = true;
                }
                "not" => {
                    let span = part.value.span;
                    let denied = self.values(id, field, part.value)?;
                    let vocab = self.corpus.vocabulary.fact(id);
                    let all = (0..vocab.value_names().len()).all(|i| denied.contains(&Value::Named(i)));
                    // Whoever denies every value says that there is none.
                    if all && !vocab.value_names().is_empty() && !vocab.may_be_inapplicable {
                        let d = Diagnostic::error(Code::CaseBadValue, span).arg("field", field).arg("found", "[…]");
                        self.diags.push(d.arg("known", vocab.value_names().join(", ")));
                        return None;
                    }
                    out.state = State::Denied(denied);
                    found = true;
                }
                "disputed" => {
                    out.state = State::Disputed(self.values(id, field, part.value)?);
                    found = true;
                }
                other => {
                    let known = ["is", "not", "disputed", "evidence", "by"];
                    let d = Diagnostic::error(Code::CaseUnknownField, part.key_span).arg("field", other);
                    self.diags.push(d.arg("known", known.join(", ")).near(other, known));
                    return None;
                }
            }
        }
        if !found {
            self.diags.push(
                Diagnostic::error(Code::CaseBadValue, node.span)
                    .arg("field", field)
                    .arg("found", "{…}")
                    .arg("known", "is, not, disputed"),
            );
        }
        found.then_some(out)
    }

    fn values(&mut self, id: VocabId, field: &str, node: Node) -> Option<Vec<Value>> {
        match node.kind {
            Kind::List(list) if !list.is_empty() => list.iter().map(|n| self.value(id, field, n)).collect(),
            _ => self.value(id, field, &node).map(|v| vec![v]),
        }
    }

    fn state(&mut self, id: VocabId, field: &str, node: &Node) -> Option<State> {
        if let Kind::Text(t) = &node.kind {
            match t.as_str() {
                "unknown" => return Some(State::Unknown),
                "not asked" => return Some(State::NotAsked),
                "not applicable" if self.corpus.vocabulary.fact(id).may_be_inapplicable => {
                    return Some(State::NotApplicable);
                }
                _ => {}
            }
        }
        self.value(id, field, node).map(State::Established)
    }

    fn value(&mut self, id: VocabId, field: &str, node: &Node) -> Option<Value> {
        let vocab = self.corpus.vocabulary.fact(id);
        let value = match (&vocab.domain, &node.kind) {
            (Domain::YesNo, Kind::Bool(b)) => Some(Value::Named(usize::from(*b))),
            (Domain::YesNo | Domain::OneOf(_), Kind::Text(t)) => vocab.value_index(t).map(Value::Named),
            (Domain::Number, Kind::Int(n)) => Some(Value::Number(*n)),
            (Domain::Date, Kind::Date(d)) => Some(Value::Date(*d)),
            (Domain::Date, Kind::Text(t)) => t.parse().ok().map(Value::Date),
            _ => None,
        };
        if value.is_none() {
            let known = match vocab.domain {
                Domain::YesNo => "true, false, \"unknown\"".to_owned(),
                Domain::Number => "0, 1, 2, …".to_owned(),
                Domain::Date => "2026-01-18".to_owned(),
                Domain::OneOf(_) => vocab.value_names().join(", "),
            };
            let inapplicable = if vocab.may_be_inapplicable { ", \"not applicable\"" } else { "" };
            let d = Diagnostic::error(Code::CaseBadValue, node.span).arg("field", field).arg("found", node.describe());
            self.diags.push(d.arg("known", known + inapplicable));
        }
        value
    }

    fn readings(&mut self, f: Field) {
        let Kind::Map(fields) = f.value.kind else {
            self.bad_value(&f.value, "readings", "{…}");
            return;
        };
        for r in fields {
            if self.enough() {
                return;
            }
            let known = self.corpus.ambiguity_names();
            let Some(readings) = self.corpus.readings_of(&r.key) else {
                let d = Diagnostic::error(Code::CaseUnknownField, r.key_span).arg("field", &r.key);
                let near: Vec<&str> = known.iter().map(String::as_str).collect();
                self.diags.push(d.arg("known", known.join(", ")).near(&r.key, near));
                continue;
            };
            match &r.value.kind {
                Kind::Text(t) if readings.contains(t) => {
                    self.case.readings.insert(r.key, t.clone());
                }
                _ => self.bad_value(&r.value, &r.key, &readings.join(", ")),
            }
        }
    }

    fn expect(&mut self, f: Field) {
        let Kind::Map(editions) = f.value.kind else {
            self.bad_value(&f.value, "expect", "[expect.EDITION]");
            return;
        };
        for e in editions {
            if self.enough() {
                return;
            }
            let Some(edition) = self.corpus.edition(&e.key).map(|i| i.name.clone()) else {
                let known: Vec<&str> = self.corpus.editions.iter().map(|e| e.name.as_str()).collect();
                let d = Diagnostic::error(Code::CaseBadExpectation, e.key_span).arg("field", &e.key);
                self.diags.push(d.arg("known", known.join(", ")).near(&e.key, known));
                continue;
            };
            let Kind::Map(norms) = e.value.kind else {
                self.bad_value(&e.value, &e.key, "{…}");
                continue;
            };
            for n in norms {
                if self.enough() {
                    return;
                }
                self.expect_norm(&edition, n);
            }
        }
    }

    fn expect_norm(&mut self, edition: &str, n: Field) {
        if self.corpus.declarations(&n.key).next().is_none() {
            let d = Diagnostic::error(Code::CaseBadExpectation, n.key_span).arg("field", &n.key).arg("known", "");
            self.diags.push(d.near(&n.key, self.corpus.item_names()));
            return;
        }
        let add = |reader: &mut Self, person: Option<PersonIdx>, node: &Node| match &node.kind {
            Kind::Text(t) if VERDICTS.contains(&t.as_str()) => reader.case.expect.push(Expectation {
                edition: edition.to_owned(),
                norm: n.key.clone(),
                person,
                verdict: t.clone(),
            }),
            _ => reader.bad_value(node, &n.key, &VERDICTS.join(", ")),
        };
        match &n.value.kind {
            Kind::Map(persons) => {
                for p in persons {
                    if self.enough() {
                        return;
                    }
                    if let Some(person) = self.person(&p.key, p.key_span) {
                        add(self, Some(person), &p.value);
                    }
                }
            }
            _ => add(self, None, &n.value),
        }
    }

    fn person(&mut self, id: &str, span: crate::Span) -> Option<PersonIdx> {
        let found = self.case.person(id);
        if found.is_none() {
            let known: Vec<&str> = self.case.persons.iter().map(|p| p.id.as_str()).collect();
            let d = Diagnostic::error(Code::CaseUnknownPerson, span).arg("name", id);
            self.diags.push(d.arg("known", known.join(", ")).near(id, known));
        }
        found
    }

    fn bad_value(&mut self, node: &Node, field: &str, known: &str) {
        let d = Diagnostic::error(Code::CaseBadValue, node.span).arg("field", field);
        self.diags.push(d.arg("found", node.describe()).arg("known", known));
    }

    fn plain(&mut self, node: &Node, field: &str) -> Option<String> {
        if let Kind::Text(t) = &node.kind {
            return Some(t.clone());
        }
        self.bad_value(node, field, "\"…\"");
        None
    }

    fn text3(&mut self, node: &Node, field: &str) -> Option<Text3> {
        match &node.kind {
            Kind::Text(t) => Some(Text3::same(t)),
            Kind::Map(fields) => {
                let mut out = Text3::default();
                for f in fields {
                    match (Lang::from_code(&f.key), &f.value.kind) {
                        (Some(lang), Kind::Text(t)) => t.clone_into(out.get_mut(lang)),
                        _ => self.bad_value(&f.value, field, "kk, ru, en"),
                    }
                }
                // Whoever writes one language is understood in all.
                let any =
                    Lang::ALL.into_iter().map(|l| out.get(l)).find(|t| !t.is_empty()).unwrap_or_default().to_owned();
                for lang in Lang::ALL {
                    if out.get(lang).is_empty() {
                        any.clone_into(out.get_mut(lang));
                    }
                }
                Some(out)
            }
            _ => {
                self.bad_value(node, field, "\"…\", { kk, ru, en }");
                None
            }
        }
    }
}

fn place_of(sort: Sort) -> &'static str {
    match sort {
        Sort::Person => "[persons.NAME]",
        Sort::System => "[system]",
        Sort::Act => "[act]",
    }
}
