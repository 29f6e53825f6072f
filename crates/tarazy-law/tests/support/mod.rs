//! What several tests need: the law of the project, and cases written down fact by fact.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tarazy_law::case::{Case, Entry, FactKey, Others, Person, State, Value};
use tarazy_law::exact::Answer;
use tarazy_law::model::{Corpus, DateExpr, Domain, FactId, FactKind, Loaded, Rulebook, Selection};
use tarazy_law::program::Truth;
use tarazy_law::read_case::read_case;
use tarazy_law::source::{FileId, Source};
use tarazy_law::{Diagnostic, Text3};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file below a folder that ends so, by its path.
pub fn files(folder: &Path, ending: &str) -> Vec<Source> {
    let mut out = Vec::new();
    let mut todo = vec![folder.to_owned()];
    while let Some(here) = todo.pop() {
        let Ok(entries) = std::fs::read_dir(&here) else { continue };
        for entry in entries {
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

/// The law of the project.
pub fn law() -> &'static Corpus {
    static LAW: OnceLock<Corpus> = OnceLock::new();
    LAW.get_or_init(|| {
        let loaded = Corpus::load(files(&root().join("law"), ".md"));
        assert!(!loaded.has_errors(), "{}", shown(&loaded));
        loaded.corpus
    })
}

/// The cases of the project, each with its name, read without a mistake.
pub fn cases() -> Vec<(String, Case)> {
    let read = |file: Source| {
        let (case, diagnostics) = read_case(law(), FileId(0), &file.text);
        assert!(diagnostics.is_empty(), "{}: {diagnostics:#?}", file.path);
        (file.path, case)
    };
    files(&root().join("cases"), ".toml").into_iter().map(read).collect()
}

/// The names of all editions.
pub fn editions(corpus: &Corpus) -> Vec<&str> {
    corpus.editions.iter().map(|e| e.name.as_str()).collect()
}

/// A whole edition.
pub fn whole(edition: &str) -> Selection {
    Selection { edition: edition.to_owned(), as_of: None }
}

/// Diagnostics, a line for each.
pub fn shown(loaded: &Loaded) -> String {
    loaded.diagnostics.iter().map(|d| shown_at(&loaded.corpus, d) + "\n").collect()
}

/// A diagnostic with its place.
pub fn shown_at(corpus: &Corpus, d: &Diagnostic) -> String {
    let (line, column) = corpus.sources.line_column(d.span);
    format!("{} {}:{line}:{column} {:?}", d.code.as_str(), corpus.sources.file(d.span.file).path, d.args)
}

/// `Some(true)` for *applies*, `Some(false)` for *does not apply*.
pub fn settled(truth: Truth) -> Option<bool> {
    match truth {
        Truth::True => Some(true),
        Truth::False => Some(false),
        Truth::Unknown => None,
    }
}

/// A case that is written down fact by fact.
#[derive(Clone)]
pub struct Scene<'a> {
    pub corpus: &'a Corpus,
    pub case: Case,
}

impl<'a> Scene<'a> {
    /// A case about these persons, of whom nothing is known yet.
    pub fn new(corpus: &'a Corpus, persons: &[&str]) -> Scene<'a> {
        let person = |id: &&str| Person { id: (*id).to_owned(), name: Text3::same(id) };
        let case = Case { persons: persons.iter().map(person).collect(), ..Case::default() };
        Scene { corpus, case }
    }

    /// Nobody else took part.
    pub fn nobody_else(mut self) -> Self {
        self.case.others = Others::Nobody;
        self
    }

    /// What the fact is, about these persons.
    pub fn state(&mut self, fact: &str, persons: &[usize], state: State) {
        let id = self.corpus.vocabulary.find(fact).unwrap_or_else(|| panic!("no fact is named {fact}"));
        let info = self.corpus.vocabulary.fact(id);
        assert_eq!(info.persons(), persons.len(), "{fact} is about another number of persons");
        self.case.facts.insert(FactKey::new(id, persons), Entry { state, ..Entry::default() });
    }

    /// Established.
    pub fn yes(mut self, fact: &str, persons: &[usize]) -> Self {
        self.state(fact, persons, State::Established(Value::Named(1)));
        self
    }

    /// Established that it is not so.
    pub fn no(mut self, fact: &str, persons: &[usize]) -> Self {
        self.state(fact, persons, State::Established(Value::Named(0)));
        self
    }

    /// Yes or no.
    pub fn set(mut self, fact: &str, persons: &[usize], yes: bool) -> Self {
        self.state(fact, persons, State::Established(Value::Named(usize::from(yes))));
        self
    }

    /// Several facts of the act or the system.
    pub fn all_yes(self, facts: &[&str]) -> Self {
        facts.iter().fold(self, |scene, fact| scene.yes(fact, &[]))
    }

    /// One of the named values, a number, or a day.
    pub fn is(mut self, fact: &str, persons: &[usize], value: &str) -> Self {
        let id = self.corpus.vocabulary.find(fact).unwrap_or_else(|| panic!("no fact is named {fact}"));
        let value =
            tarazy_law::case::parse_value(self.corpus, id, value).unwrap_or_else(|| panic!("{fact} is never {value}"));
        self.state(fact, persons, State::Established(value));
        self
    }

    /// Nobody knows.
    pub fn unknown(mut self, fact: &str, persons: &[usize]) -> Self {
        self.state(fact, persons, State::Unknown);
        self
    }

    /// How an ambiguity is read.
    pub fn reading(mut self, ambiguity: &str, reading: &str) -> Self {
        self.case.readings.insert(ambiguity.to_owned(), reading.to_owned());
        self
    }

    /// Every yes-or-no fact that was not mentioned is denied.
    pub fn otherwise_no(mut self) -> Self {
        let n = self.case.persons.len();
        let denied = |id| self.corpus.vocabulary.fact(id).domain == Domain::YesNo;
        let ids: Vec<_> = self.corpus.vocabulary.iter().map(|(id, _)| id).filter(|id| denied(*id)).collect();
        for id in ids {
            for persons in tuples(self.corpus.vocabulary.fact(id).persons(), n) {
                self.case
                    .facts
                    .entry(FactKey::new(id, &persons))
                    .or_insert_with(|| Entry::established(Value::Named(0)));
            }
        }
        self
    }
}

/// Every list of so many of the persons.
pub fn tuples(count: usize, persons: usize) -> Vec<Vec<usize>> {
    match count {
        0 => vec![Vec::new()],
        1 => (0..persons).map(|p| vec![p]).collect(),
        _ => (0..persons).flat_map(|p| (0..persons).map(move |q| vec![p, q])).collect(),
    }
}

/// A case as a reader can check it, a fact on each line.
pub fn described(corpus: &Corpus, case: &Case) -> String {
    use std::fmt::Write as _;
    let mut out =
        format!("persons: {}; others: {:?}; readings: {:?}\n", case.persons.len(), case.others, case.readings);
    for (key, entry) in &case.facts {
        let info = corpus.vocabulary.fact(key.fact);
        let about = &key.persons[..info.persons()];
        let _ = writeln!(out, "  {}{about:?} {:?}", info.name, entry.state);
    }
    out
}

/// The case with everything erased but these facts.
pub fn only(book: &Rulebook, case: &Case, keep: &[(FactId, [usize; 2])]) -> Case {
    let mut out = Case { persons: case.persons.clone(), ..Case::default() };
    for (fact, persons) in keep {
        match &book.fact(*fact).kind {
            FactKind::Others => out.others = case.others,
            FactKind::Reading { name, .. } => {
                out.readings.extend(case.readings.get(name).map(|r| (name.clone(), r.clone())));
            }
            FactKind::Vocab(v) => copy(case, &mut out, FactKey::new(*v, &persons[..book.fact(*fact).persons])),
            FactKind::Comparison { left, right, .. } => {
                for side in [left, right] {
                    copy(case, &mut out, key_of(book, side, *persons));
                }
            }
        }
    }
    out
}

fn key_of(book: &Rulebook, side: &DateExpr, persons: [usize; 2]) -> FactKey {
    let FactKind::Vocab(v) = book.fact(side.fact).kind else { panic!("a date is a fact") };
    let about: Vec<usize> = side.args.vars().iter().map(|var| persons[*var as usize]).collect();
    FactKey::new(v, &about)
}

fn copy(from: &Case, to: &mut Case, key: FactKey) {
    to.facts.extend(from.facts.get(&key).map(|entry| (key, entry.clone())));
}

/// The case, once these answers have been given.
pub fn told(corpus: &Corpus, book: &Rulebook, case: &Case, answers: &[Answer]) -> Case {
    let mut out = case.clone();
    for a in answers {
        let info = book.fact(a.fact);
        let values: Vec<usize> = (0..=info.values).filter(|i| a.values >> i & 1 == 1).collect();
        match &info.kind {
            FactKind::Others => out.others = if a.values == 0b10 { Others::Somebody } else { Others::Nobody },
            // Where any of several readings will do, the first is tried.
            FactKind::Reading { name, readings, .. } => {
                drop(out.readings.insert(name.clone(), readings[values[0]].0.clone()));
            }
            FactKind::Vocab(v) => {
                let domain = &corpus.vocabulary.fact(*v).domain;
                let list: Vec<Value> =
                    values.iter().filter(|i| **i < info.values).map(|i| inside(domain, &info.cuts, *i)).collect();
                // An answer *one of these, or not applicable* cannot be written down; each of the two is an answer by itself.
                let state = match &list[..] {
                    [] => State::NotApplicable,
                    [one] => State::Established(*one),
                    _ => State::Disputed(list),
                };
                out.facts.insert(FactKey::new(*v, &a.persons[..info.persons]), Entry { state, ..Entry::default() });
            }
            FactKind::Comparison { .. } => panic!("that two days stand in this order is no fact of a case"),
        }
    }
    out
}

/// The named value, or some number or day in the interval, with this index.
fn inside(domain: &Domain, cuts: &[i64], index: usize) -> Value {
    let number = || match (index.checked_sub(1).map(|c| cuts[c]), cuts.get(index)) {
        (Some(low), _) => low,
        (None, Some(high)) => high - 1,
        (None, None) => 0,
    };
    match domain {
        Domain::Number => Value::Number(number()),
        Domain::Date => Value::Date(jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(number()))),
        _ => Value::Named(index),
    }
}
