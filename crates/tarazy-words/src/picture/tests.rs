//! In no picture does anything lie over anything else, run out of its box or leave the paper.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use tarazy_law::case::{Case, Entry, FactKey, Person, State, Value};
use tarazy_law::decide::{Decision, Engine, Options};
use tarazy_law::model::{Corpus, Domain, Selection};
use tarazy_law::read_case::read_case;
use tarazy_law::{FileId, Lang, Source, Text3};

use super::draw::{Area, Drawing, Mark};
use super::measure::Type;
use super::{narrow, picture, scene, wide};
use crate::view::View;
use crate::words::Words;

const EDITIONS: [&str; 3] = ["bill-2025-01", "opinion", "enacted"];

fn read(root: &Path, out: &mut Vec<Source>) {
    let mut inside: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).collect();
    inside.sort();
    for path in inside {
        if path.is_dir() {
            read(&path, out);
        } else {
            out.push(Source { path: path.display().to_string(), text: std::fs::read_to_string(&path).unwrap() });
        }
    }
}

pub(super) fn sources(of: &str) -> Vec<Source> {
    let mut out = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(of), &mut out);
    out
}

fn engine<'a>(corpus: &'a Corpus, edition: &str) -> Engine<'a> {
    Engine::new(corpus, &Selection { edition: edition.to_owned(), as_of: None })
}

/// Checks both drawings of a case in every language.
fn check(corpus: &Corpus, case: &Case, decision: &Decision) {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let view = View::new(&words, corpus, decision);
        let scene = scene::Scene::new(&view, case, decision);
        for (kind, drawing) in [("narrow", narrow::draw(&view, &scene)), ("wide", wide::draw(&view, &scene))] {
            let name = format!("{} {} {} {kind}", case.id, decision.law.edition, lang.code());
            in_order(&drawing, &name);
        }
        let picture = picture(&words, corpus, case, decision);
        well_formed(&picture.narrow, &picture.wide);
        let said: String = picture.words.iter().flat_map(|p| p.lines.clone()).collect();
        assert!(!said.contains('⟨') && !picture.wide.contains('⟨'), "{said}");
        for n in &scene.norms {
            assert!(said.contains(&n.place), "{} is not in the words", n.place);
        }
        for p in &scene.persons {
            assert!(said.contains(&crate::amount::capital(&p.name)), "{} is not in the words", p.name);
        }
    }
}

/// A box as it lies on the paper.
#[derive(Clone, Copy, Debug)]
struct Lies {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Lies {
    fn of(a: Area) -> Lies {
        Lies { left: a.x as f32, top: a.y as f32, right: a.right() as f32, bottom: a.bottom() as f32 }
    }

    fn around((x, y): (i32, i32), half: f32) -> Lies {
        let (x, y) = (x as f32, y as f32);
        Lies { left: x - half, top: y - half, right: x + half, bottom: y + half }
    }

    fn touches(self, other: Lies) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn within(self, other: Lies) -> bool {
        self.left >= other.left && self.right <= other.right && self.top >= other.top && self.bottom <= other.bottom
    }
}

fn letters(d: &Drawing) -> Vec<(Lies, String)> {
    let text = |t: &super::draw::Text| {
        let ((left, right), size) = (t.span(), t.set.size as f32);
        let lies = Lies { left, right, top: t.y as f32 - size * 0.75, bottom: t.y as f32 + size * 0.25 };
        (lies, t.letters.clone())
    };
    let mut out: Vec<(Lies, String)> = d.texts.iter().map(text).collect();
    for m in &d.marks {
        let half = match &m.mark {
            Mark::Number { text, .. } if text.starts_with('+') => {
                super::measure::width(text, Type { size: 14, bold: true, leading: 18 }) / 2.0
            }
            Mark::Number { .. } => 10.75,
            Mark::Sign(_) => 9.0,
            Mark::Bullet { .. } => 3.5,
            Mark::Round(_) | Mark::Square(_) => continue,
        };
        out.push((Lies::around(m.at, half), format!("{:?}", m.mark)));
    }
    out
}

pub(super) fn in_order(d: &Drawing, name: &str) {
    let paper = Lies { left: 0.0, top: 0.0, right: d.width as f32, bottom: d.height as f32 };
    let frames: Vec<Lies> = d.frames.iter().map(|f| Lies::of(f.area)).collect();
    let strips: Vec<Lies> = d.strips.iter().map(|f| Lies::of(f.area)).collect();
    let letters = letters(d);

    for (i, f) in frames.iter().enumerate() {
        assert!(f.within(paper), "{name}: a card leaves the paper: {f:?}");
        for g in &frames[..i] {
            assert!(!f.touches(*g), "{name}: cards overlap: {f:?} {g:?}");
        }
    }
    for (i, s) in strips.iter().enumerate() {
        assert!(frames.iter().any(|f| s.within(*f)), "{name}: a strip leaves its card: {s:?}");
        for other in &strips[..i] {
            assert!(!s.touches(*other), "{name}: strips overlap");
        }
    }
    for (i, (at, text)) in letters.iter().enumerate() {
        assert!(at.within(paper), "{name}: {text:?} leaves the paper: {at:?}");
        for edge in frames.iter().chain(&strips).filter(|f| at.touches(**f)) {
            assert!(at.within(*edge), "{name}: {text:?} leaves its box: {at:?} {edge:?}");
        }
        for (other, what) in &letters[..i] {
            assert!(!at.touches(*other), "{name}: {text:?} lies over {what:?}: {at:?} {other:?}");
        }
    }
    for (i, w) in d.wires.iter().enumerate() {
        let across = w.from.1 == w.to.1;
        assert!(across || w.from.0 == w.to.0, "{name}: a slanting line");
        let line = |w: &super::draw::Wire, half: f32| Lies {
            left: w.from.0.min(w.to.0) as f32 - if across { 0.0 } else { half },
            right: w.from.0.max(w.to.0) as f32 + if across { 0.0 } else { half },
            top: w.from.1.min(w.to.1) as f32 - if across { half } else { 0.0 },
            bottom: w.from.1.max(w.to.1) as f32 + if across { half } else { 0.0 },
        };
        let here = line(w, 1.5);
        assert!(here.within(paper), "{name}: a line leaves the paper: {w:?}");
        for f in &frames {
            assert!(!here.touches(*f), "{name}: a line runs through a card: {w:?} {f:?}");
        }
        for (at, text) in &letters {
            assert!(!here.touches(*at), "{name}: a line runs through {text:?}: {w:?}");
        }
        for other in d.wires[..i].iter().filter(|o| (o.from.1 == o.to.1) == across) {
            assert!(!here.touches(line(other, 1.5)), "{name}: two lines run along each other: {w:?} {other:?}");
        }
    }
}

/// Every element and attribute that a picture may have: classes and geometry, nothing that a page's rules forbid, nothing that runs.
pub(super) fn well_formed(narrow: &str, wide: &str) {
    let mut ids = BTreeSet::new();
    for svg in [narrow, wide] {
        let document = roxmltree::Document::parse(svg).unwrap();
        let root = document.root_element();
        let here: BTreeSet<&str> = document.descendants().filter_map(|n| n.attribute("id")).collect();
        assert_eq!(root.attribute("role"), Some("img"));
        let labels: BTreeSet<&str> = root.attribute("aria-labelledby").unwrap().split(' ').collect();
        assert_eq!(labels, here, "named by its title and its description");
        for id in here {
            assert!(ids.insert(id.to_owned()), "{id} stands twice");
        }
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            let name = node.tag_name().name();
            assert!(["svg", "title", "desc", "rect", "path", "circle", "text"].contains(&name), "<{name}>");
            for a in node.attributes() {
                let geometry = ["x", "y", "width", "height", "rx", "cx", "cy", "r", "d", "viewBox", "transform"];
                let other = ["class", "id", "role", "lang", "aria-labelledby", "font-size", "text-anchor"];
                assert!(geometry.contains(&a.name()) || other.contains(&a.name()), "{name} {}", a.name());
            }
            if let Some(size) = node.attribute("font-size") {
                assert!(size.parse::<i32>().unwrap() >= 13);
            }
        }
    }
}

#[test]
fn every_sample_case_is_drawn_in_order() {
    let corpus = Corpus::load(sources("law")).corpus;
    let cases: Vec<Case> = sources("cases").iter().map(|c| read_case(&corpus, FileId(0), &c.text).0).collect();
    assert!(cases.len() > 20);
    for edition in EDITIONS {
        let engine = engine(&corpus, edition);
        for case in &cases {
            check(&corpus, case, &engine.decide(case, Options::default()));
        }
    }
}

/// Names that no drawing has room for or that try to break it.
fn hostile(i: usize) -> String {
    let names = [
        "<script>alert(\"1\")</script> & 'Со' <b>".to_owned(),
        "ы".repeat(200),
        "Қазақстан Республикасының Жасанды интеллект және цифрлық даму министрлігі ".repeat(3),
        "W".repeat(200),
        "👩‍⚖️🏛️".repeat(40),
        "שלום עולם مرحبا بالعالم \u{202e}перевёрнуто\u{2066}".to_owned(),
        "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}".repeat(40),
        "информационно-коммуникационно-технологическая ".repeat(5),
        "]]> --> <!-- \u{0} \u{7} \u{fffe} \u{feff}".to_owned(),
        "﷽ ﷺ ".repeat(20),
        String::new(),
        "a b ".repeat(50),
    ];
    names[i % names.len()].clone()
}

/// A case of so many persons in which everything is said of everybody, one way or another.
fn made_up(corpus: &Corpus, seed: u64, persons: usize) -> Case {
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut case =
        Case { id: format!("made-up <{seed}>"), title: Text3::same(&hostile(seed as usize)), ..Case::default() };
    case.persons =
        (0..persons).map(|i| Person { id: format!("p{i}"), name: Text3::same(&hostile(i + seed as usize)) }).collect();
    case.others = tarazy_law::case::Others::Nobody;
    for (id, fact) in corpus.vocabulary.iter() {
        let values = match &fact.domain {
            Domain::YesNo => 2,
            Domain::OneOf(values) => values.len(),
            Domain::Date | Domain::Number => continue,
        };
        let about: Vec<Vec<usize>> = match fact.persons() {
            0 => vec![Vec::new()],
            1 => (0..persons).map(|p| vec![p]).collect(),
            _ => (1..persons).map(|p| vec![p, rng.usize(0..p)]).collect(),
        };
        for persons in about {
            let state = match rng.usize(0..10) {
                0 => State::NotAsked,
                1 => State::Unknown,
                2 => State::Disputed((0..values).map(Value::Named).collect()),
                _ => State::Established(Value::Named(rng.usize(0..values))),
            };
            let entry = Entry { state, supposed: rng.usize(0..8) == 0, ..Entry::default() };
            case.facts.insert(FactKey::new(id, &persons), entry);
        }
    }
    case
}

#[test]
fn made_up_cases_are_drawn_in_order() {
    let corpus = Corpus::load(sources("law")).corpus;
    for edition in EDITIONS {
        let engine = engine(&corpus, edition);
        for (seed, persons) in [(1, 24), (2, 24), (3, 1), (4, 2), (5, 7), (6, 13)] {
            let case = made_up(&corpus, seed, persons);
            check(&corpus, &case, &engine.decide(&case, Options { all: false, counterfactuals: false }));
        }
    }
}

#[test]
fn nothing_but_persons_is_drawn_in_order() {
    let corpus = Corpus::load(sources("law")).corpus;
    let engine = engine(&corpus, "enacted");
    for persons in [0, 1, 24] {
        let mut case = made_up(&corpus, 9, persons.max(1));
        case.facts.clear();
        let mut decision = engine.decide(&case, Options { all: false, counterfactuals: false });
        check(&corpus, &case, &decision);
        decision.findings.clear();
        case.persons.truncate(persons);
        check(&corpus, &case, &decision);
    }
}

#[test]
fn markup_in_names_stays_text() {
    let corpus = Corpus::load(sources("law")).corpus;
    let mut case = made_up(&corpus, 0, 1);
    case.persons[0].name = Text3::same("<script>\"x\"&</script>");
    case.title = Text3::same("</title><script>");
    let decision = engine(&corpus, "enacted").decide(&case, Options::default());
    let picture = picture(&Words::new(Lang::En), &corpus, &case, &decision);
    for svg in [&picture.narrow, &picture.wide] {
        assert!(!svg.contains("<script"));
        let document = roxmltree::Document::parse(svg).unwrap();
        let said: Vec<&str> = document.descendants().filter_map(|n| n.text()).collect();
        assert!(said.contains(&"<script>\"x\"&</script>"), "{said:?}");
        assert!(said.contains(&"</title><script>"));
    }
}

#[test]
fn ids_keep_apart_what_is_apart() {
    assert_eq!(super::svg::id(&["aiid-545", "enacted", "kk"]), "aiid-545-enacted-kk");
    assert_ne!(super::svg::id(&["ә"]), super::svg::id(&["Ә"]));
    assert!(super::svg::id(&["\" onload=\"x"]).chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)));
}
