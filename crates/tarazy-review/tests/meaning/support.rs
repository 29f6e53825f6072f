//! Small laws, the law of Kazakhstan, and findings in a shape that is easily compared.

#![allow(dead_code, unreachable_pub)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tarazy_law::model::{Corpus, Loaded};
use tarazy_law::source::Source;
use tarazy_review::{Class, Finding, Options, Readings, Review, Value, review};

/// The classes that are found by meaning.
pub const OURS: &[Class] = &[
    Class::CannotBePerformed,
    Class::NoLevels,
    Class::ConsequenceNarrower,
    Class::TooNarrow,
    Class::TooBroad,
    Class::Surplus,
    Class::TextsDiverge,
    Class::Competing,
    Class::Impunity,
    Class::ExceptionTooWide,
    Class::Dead,
    Class::Subsumed,
    Class::Identical,
];

const HEAD: &str = r#"# А / Б / C {#here}

edition: e
cite: a 1

kk: Мәтін.

ru: Текст.

en: Text.

```norm
edition e

act a
  title "А"
  short "А"
  divided into parts
```
"#;

const FACTS: &[&str] = &[
    "role owner(person, system)",
    "role possessor(person, system)",
    "role user(person, system)",
    "fact managed(person, system)",
    "fact started(person, act)",
    "fact can_control(person, system)",
    "fact controls(person, system)\n  feasible  for can_control\n  excluded  by automatic",
    "fact foresees_all(person, act)\n  feasible  for nobody",
    "fact automatic(system)",
    "fact level(system): low | medium | high",
    "fact false_information(act)",
    "fact crime(act)",
];

/// A law of one page.
pub fn load(items: &str) -> Loaded {
    let mut page = HEAD.to_owned();
    for fact in FACTS {
        page.push_str(&format!("\n## а / б / c\n\n```norm\n{fact}\n```\n"));
    }
    page.push_str(&format!("\n## А / Б / C {{#there}}\n\nedition: e\ncite: a 2\n\nkk: Мәтін.\n\nru: Текст.\n\nen: Text.\n\n```norm\n{items}```\n"));
    if items.contains("doubt") {
        page.push_str("\n## А / Б / C {#doubt}\n\nedition: e\ncite: a 3\n\nkk: Мәтін.\n\nru: Текст.\n\nen: Text.\n\n```norm\nambiguity doubt\n  reading kk kk \"а\" ru \"б\" en \"c\"\n  reading ru kk \"а\" ru \"б\" en \"c\"\n```\n");
    }
    Corpus::load(vec![Source { path: "small.md".to_owned(), text: page }])
}

/// What is found in it by meaning.
pub fn small(items: &str) -> Vec<Finding> {
    let loaded = load(items);
    assert!(loaded.diagnostics.is_empty(), "{items}\n{:#?}", loaded.diagnostics);
    let review = review(&loaded, "e", &Options::default());
    shows_itself(&review, items);
    assert!(review.undecided.is_empty(), "{items}\n{:#?}", review.undecided);
    review.findings.into_iter().filter(|f| OURS.contains(&f.class)).collect()
}

/// The subjects of the findings of a class.
pub fn found(findings: &[Finding], class: Class) -> Vec<Vec<String>> {
    let of_class = findings.iter().filter(|f| f.class == class);
    of_class.map(|f| f.subjects.iter().map(|s| s.name.clone()).collect()).collect()
}

/// Readings by name.
pub fn only(ways: &[&[(&str, &str)]]) -> Readings {
    Readings::Only(ways.iter().map(|w| w.iter().map(|(a, r)| ((*a).to_owned(), (*r).to_owned())).collect()).collect())
}

/// Every finding that owes a case has one: the only way to a witness is its replay, so one that is missing did not replay. How many there are.
pub fn shows_itself(review: &Review, of: &str) -> usize {
    let mut shown = 0;
    for f in review.findings.iter().filter(|f| OURS.contains(&f.class)) {
        let owes = match f.class {
            Class::Dead | Class::Surplus => false,
            Class::TextsDiverge => f.subjects.len() > 1,
            _ => true,
        };
        assert!(!owes || f.witness.is_some(), "{of}: {:#?}", Shown::of(f));
        shown += usize::from(f.witness.is_some());
    }
    shown
}

/// A finding as it is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub class: Class,
    pub subjects: Vec<String>,
    pub detail: String,
    pub values: BTreeMap<&'static str, Vec<String>>,
    pub readings: Readings,
}

impl Shown {
    pub fn of(f: &Finding) -> Shown {
        let text = |v: &Value| match v {
            Value::Text(t) => vec![t.clone()],
            Value::Names(names) => names.clone(),
            Value::Keys(keys) => keys.iter().map(|k| (*k).to_owned()).collect(),
            Value::Number(n) => vec![n.to_string()],
        };
        let values: BTreeMap<_, _> = f.values.iter().map(|(name, v)| (*name, text(v))).collect();
        Shown {
            class: f.class,
            subjects: f.subjects.iter().map(|s| s.name.clone()).collect(),
            detail: values.get("detail").map(|d| d.concat()).unwrap_or_default(),
            values,
            readings: f.readings.clone(),
        }
    }
}

/// The law of the project.
pub fn law() -> &'static Loaded {
    static LAW: OnceLock<Loaded> = OnceLock::new();
    LAW.get_or_init(|| {
        let loaded = Corpus::load(pages(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law/kz")));
        assert!(!loaded.has_errors(), "{:#?}", loaded.diagnostics);
        loaded
    })
}

fn pages(folder: &Path) -> Vec<Source> {
    let mut out = Vec::new();
    let mut todo: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(here) = todo.pop() {
        for entry in std::fs::read_dir(&here).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                todo.push(path);
            } else if path.extension().is_some_and(|e| e == "md") {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                out.push(Source { path: name, text: std::fs::read_to_string(&path).unwrap() });
            }
        }
    }
    out.sort_by(|a, b| a.path.cmp(&b.path));
    out
}

/// Every way to put `count` persons into `n` places, as the generator of random cases asks for it.
pub fn tuples(n: usize, count: usize) -> Vec<Vec<usize>> {
    (0..n).fold(vec![Vec::new()], |all, _| {
        all.iter().flat_map(|t| (0..count).map(|p| t.iter().copied().chain([p]).collect())).collect()
    })
}
