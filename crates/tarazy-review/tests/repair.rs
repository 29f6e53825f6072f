//! Wordings that would mend the law, put to the proof.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod project;

use std::sync::OnceLock;

use project::{law, root};
use tarazy_law::Source;
use tarazy_review::repair::{Answer, PatchReview, Standing, check_patch, standing};
use tarazy_review::{Class, Context, Key, Options, Readings};

fn page(path: &str) -> Source {
    Source { path: path.to_owned(), text: std::fs::read_to_string(root().join("law").join(path)).unwrap() }
}

fn patched(pages: Vec<Source>) -> PatchReview {
    let p = check_patch(law(), "bill-2025-01", pages, &Options { repairs: false, ..Options::default() });
    assert!(p.diagnostics.is_empty(), "{:#?}", p.diagnostics);
    p
}

/// The opinion's Note as a patch of the bill, by itself.
fn the_note() -> &'static PatchReview {
    static PATCH: OnceLock<PatchReview> = OnceLock::new();
    PATCH.get_or_init(|| {
        let text = page("kz/opinion/o12.md").text.replacen("edition: opinion", "edition: patch", 1);
        patched(vec![Source { path: "note.md".to_owned(), text }])
    })
}

/// The same, re-worded.
fn re_worded() -> &'static PatchReview {
    static PATCH: OnceLock<PatchReview> = OnceLock::new();
    PATCH.get_or_init(|| patched(vec![page("proposals/note.md")]))
}

const OFFENCE: &str = "koap.641-1.p1.s2";

/// How the offence of article 641-1 stands to all parts of article 456-2.
fn stands(p: &PatchReview, edition: &str) -> Vec<Standing> {
    let context = Context::new(&p.loaded.corpus, edition);
    let spreading: Vec<&str> =
        context.book.norms.iter().map(|n| n.id.as_str()).filter(|n| n.starts_with("koap.456-2.")).collect();
    assert!(spreading.len() >= 8);
    standing(&context, OFFENCE, &spreading, 1_000_000).unwrap()
}

fn between(k: &Key) -> bool {
    k.names.iter().any(|n| n == OFFENCE) && k.names.iter().any(|n| n.starts_with("koap.456-2."))
}

/// Whether a property holds after the patch, in the ways of reading that agree with these.
fn holds(p: &PatchReview, property: &str, readings: &[(&str, &str)]) -> Vec<Option<bool>> {
    let agrees = |r: &[(String, String)]| readings.iter().all(|(a, v)| r.iter().all(|(b, w)| a != b || v == w));
    let all: Vec<Option<bool>> =
        p.properties.iter().filter(|c| c.property == property && agrees(&c.readings)).map(|c| c.after).collect();
    assert!(!all.is_empty(), "{property}");
    all
}

fn all(found: &[Option<bool>], wanted: bool) -> bool {
    found.iter().all(|f| *f == Some(wanted))
}

#[test]
fn the_bill_punishes_twice_in_every_reading() {
    for s in stands(re_worded(), "bill-2025-01") {
        assert!(s.both.witness().is_some(), "{:?}", s.readings);
        // Nothing gives way there, so nobody goes free by giving way.
        assert!(s.neither.is_never(), "{:?}", s.readings);
    }
}

#[test]
fn the_note_removes_the_competition_in_one_reading_only() {
    let p = the_note();
    // False information, a person at fault: what the Note is about.
    assert!(all(&holds(p, "koap.no-double", &[("koap.disseminates", "narrow")]), true));
    assert!(all(&holds(p, "koap.no-double", &[("koap.disseminates", "broad")]), false));
    assert!(p.properties.iter().filter(|c| c.property == "koap.no-double").all(|c| c.before == Some(false)));
    // A legal entity answers without fault, so a Note that rests on fault leaves it under both articles however anything is read.
    assert!(all(&holds(p, "koap.no-double-for-entities", &[]), false));
    // The same as findings: nothing between the two articles is gone, but one is left in the broad reading only.
    assert!(!p.removed.iter().any(|k| k.class == Class::Competing && between(k)));
    let broad = Readings::Only(vec![vec![("koap.disseminates".to_owned(), "broad".to_owned())]]);
    let narrowed = p.kept.iter().filter(|k| k.was_in == Readings::Every && k.is_in == broad && between(&k.before));
    assert!(narrowed.count() >= 8);
}

#[test]
fn the_note_leaves_double_liability_and_impunity_in_each_reading() {
    let found = stands(the_note(), "patch");
    // Who spreads, whom the Note means, which harm counts.
    assert_eq!(found.len(), 2 * 2 * 2);
    for s in &found {
        assert!(s.both.witness().is_some(), "{:?}", s.readings);
        assert!(s.neither.witness().is_some(), "{:?}", s.readings);
    }
    // Of those it is about, it frees an owner who did not manage the risks as soon as somebody else published.
    let other = [("koap.disseminates", "narrow"), ("koap.641-1.note", "any")];
    assert!(all(&holds(the_note(), "koap.no-vacuum", &other), false));
    let own = [("koap.disseminates", "narrow"), ("koap.641-1.note", "own"), ("koap.641-1.other-harm", "alternative")];
    assert!(all(&holds(the_note(), "koap.no-vacuum", &own), true));
    // A reviewer sees it: impunity comes with the Note, with a case.
    let created = the_note().created.iter().filter(|f| f.class == Class::Impunity);
    let by_the_note: Vec<_> = created.filter(|f| f.subjects.iter().any(|s| s.name == "koap.641-1.note")).collect();
    assert!(!by_the_note.is_empty() && by_the_note.iter().all(|f| f.witness.is_some()));
}

#[test]
fn the_re_worded_note_leaves_neither() {
    let p = re_worded();
    // Between the two articles nothing turns on any reading any more, and both questions have the answer never.
    let found = stands(p, "patch");
    assert_eq!(found.len(), 1);
    assert!(found[0].readings.is_empty());
    assert!(found[0].both.is_never() && found[0].neither.is_never());
    assert!(all(&holds(p, "koap.no-double", &[]), true));
    assert!(all(&holds(p, "koap.no-double-for-entities", &[]), true));
    // The same as findings: all between the two articles are gone, none is left undecided, none comes.
    let competing = |k: &Key| k.class == Class::Competing && between(k);
    assert!(p.removed.iter().filter(|k| competing(k)).count() >= 8);
    assert!(!p.kept.iter().any(|k| competing(&k.after)) && !p.open.iter().any(competing));
    assert!(!p.created.iter().any(|f| f.class == Class::Competing));
    assert!(!p.created.iter().any(|f| f.subjects.iter().any(|s| s.name == "koap.641-1.note")));
}

#[test]
fn what_is_left_is_not_of_the_note() {
    // Who answers when nobody published by hand depends on which harm counts: the bill speaks of prohibited information only, and a listed
    // harm may have to come with another. That is as it was where the bill is read narrowly, and no Note can mend it.
    let p = re_worded();
    assert!(all(&holds(p, "koap.no-vacuum", &[("koap.641-1.other-harm", "alternative")]), true));
    assert!(all(&holds(p, "koap.no-vacuum", &[("koap.641-1.other-harm", "cumulative")]), false));
    let before = Context::new(&p.loaded.corpus, "bill-2025-01");
    assert!(before.book.norm_ids.contains_key(OFFENCE));
    let before = check_patch(law(), "bill-2025-01", Vec::new(), &Options { repairs: false, ..Options::default() });
    let narrow = [("koap.disseminates", "narrow"), ("koap.641-1.other-harm", "cumulative")];
    assert!(all(&holds(&before, "koap.no-vacuum", &narrow), false));
    // A patch of nothing changes nothing.
    assert!(before.removed.is_empty() && before.created.is_empty() && before.open.is_empty());
    assert!(before.difference.as_ref().unwrap().changed.is_empty());
}

#[test]
fn with_false_information_for_prohibited_nobody_goes_free_in_any_reading() {
    let text = page("kz/opinion/o11.md").text.replacen("edition: opinion", "edition: patch", 1);
    let p = patched(vec![page("proposals/note.md"), Source { path: "o11.md".to_owned(), text }]);
    for property in ["koap.no-double", "koap.no-double-for-entities", "koap.no-vacuum"] {
        assert!(all(&holds(&p, property, &[]), true), "{property}");
    }
    assert!(!p.created.iter().any(|f| f.class == Class::Impunity));
}

#[test]
fn the_examples_of_the_proposal_come_out() {
    let mut diagnostics = Vec::new();
    let result = tarazy_law::check::run_examples(&re_worded().loaded.corpus, "patch", &mut diagnostics);
    assert_eq!((result.examples, result.failed), (2, 0), "{diagnostics:#?}");
}

#[test]
fn a_patch_that_cannot_be_read_says_so() {
    let text = "# x\n\nedition: patch\nsource: proposed\ncite: koap-bill 641-1 p1 s2\n\nkk: м\n\nru: т\n\nen: t\n\n```norm\nrepeal nothing.like.it\n```\n";
    let source = Source { path: "p.md".to_owned(), text: text.to_owned() };
    let p = check_patch(law(), "bill-2025-01", vec![source], &Options { repairs: false, ..Options::default() });
    assert!(!p.diagnostics.is_empty() && p.difference.is_none() && p.removed.is_empty());
}

#[test]
fn answers_say_what_they_are() {
    assert_eq!(serde_json::to_string(&Answer::Never).unwrap(), "\"never\"");
}
