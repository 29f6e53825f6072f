//! Exceptions as a lawyer means them: what touches what, and who is meant.

#![allow(
    clippy::print_stdout,
    clippy::needless_for_each,
    clippy::cast_possible_wrap,
    clippy::semicolon_if_nothing_returned,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

mod support;

use support::{Scene, settled, shown, whole};
use tarazy_law::Code;
use tarazy_law::case::Case;
use tarazy_law::decide::Engine;
use tarazy_law::model::{Corpus, Loaded};
use tarazy_law::source::Source;

fn load(norms: &str) -> Loaded {
    let text = format!(
        "# дерек / факт / fact {{#small}}\n\nedition: base\ncite: code 1\nsource: primary\n\nkk: мәтін\n\nru: текст\n\nen: text\n\n```norm\n\
         act code\n  title \"Code\"\n  short \"Code\"\n  divided into parts\n\nedition base in force 2020-01-01\n\n\
         fact breach(person)\nfact small(person)\nfact urgent(act)\nfact warned(person)\nfact quiet(act): yes or no or not applicable\n\n{norms}\n```\n"
    );
    Corpus::load(vec![Source { path: "small.md".to_owned(), text }])
}

fn law(norms: &str) -> Corpus {
    let loaded = load(norms);
    assert!(loaded.diagnostics.is_empty(), "{}", shown(&loaded));
    loaded.corpus
}

/// Whether the norm `n` applies to the first person.
fn applies(corpus: &Corpus, case: &Case) -> Option<bool> {
    let engine = Engine::new(corpus, &whole("base"));
    settled(engine.truth(&engine.run(case), engine.book.norm_ids["n"], 0))
}

/// One person who committed the breach, of whom these facts are so and all others are not.
fn who(corpus: &Corpus, facts: &[&str]) -> Case {
    let mut scene = Scene::new(corpus, &["a"]).nobody_else();
    for fact in facts {
        let id = corpus.vocabulary.find(fact).unwrap();
        let persons = if corpus.vocabulary.fact(id).persons() == 1 { &[0][..] } else { &[] };
        scene = scene.yes(fact, persons);
    }
    scene.otherwise_no().case
}

#[test]
fn an_exception_to_an_exception_restores_the_rule() {
    let corpus = law(
        "offence n\n  subject p where breach(p)\n\ncarve-out mercy from n\n  when small(p)\n\ncarve-out limit from mercy\n  when warned(p)\n\n\
         carve-out again from limit\n  when urgent(act)",
    );
    assert_eq!(applies(&corpus, &who(&corpus, &["breach"])), Some(true));
    assert_eq!(applies(&corpus, &who(&corpus, &["breach", "small"])), Some(false));
    assert_eq!(applies(&corpus, &who(&corpus, &["breach", "small", "warned"])), Some(true));
    assert_eq!(applies(&corpus, &who(&corpus, &["breach", "small", "warned", "urgent"])), Some(false));
}

/// A scope keeps a norm in; an exception to the scope lets in what it kept out.
#[test]
fn an_exception_to_a_scope_widens_it() {
    let corpus = law(
        "offence n\n  subject p where breach(p)\n\nscope bounds governs n\n  when small(p)\n\ncarve-out beyond from bounds\n  when urgent(act)",
    );
    assert_eq!(applies(&corpus, &who(&corpus, &["breach"])), Some(false));
    assert_eq!(applies(&corpus, &who(&corpus, &["breach", "small"])), Some(true));
    assert_eq!(applies(&corpus, &who(&corpus, &["breach", "urgent"])), Some(true));
}

/// *The exception holds only where …*: a scope that governs an exception bounds the exception, and does not lift it.
#[test]
fn a_scope_can_bound_an_exception() {
    let loaded = load(
        "offence n\n  subject p where breach(p)\n\ncarve-out mercy from n\n  when small(p)\n\nscope bounds governs mercy\n  when urgent(act)",
    );
    // It may be refused; if it is not, it means what it says.
    if loaded.diagnostics.is_empty() {
        let corpus = loaded.corpus;
        assert_eq!(
            applies(&corpus, &who(&corpus, &["breach", "small", "urgent"])),
            Some(false),
            "within its bounds the exception holds"
        );
        assert_eq!(applies(&corpus, &who(&corpus, &["breach", "small"])), Some(true), "beyond them it does not");
    }
}

/// What is no exception at all – other consequences, a rule on time – does not lift one.
#[test]
fn other_edges_do_not_lift_an_exception() {
    for edge in [
        "proviso other to mercy\n  sanction correction",
        "retroactivity other for mercy",
        "savings other of mercy beside n",
    ] {
        let loaded = load(&format!(
            "offence n\n  subject p where breach(p)\n\ncarve-out mercy from n\n  when small(p)\n\n{edge}"
        ));
        if loaded.diagnostics.is_empty() {
            let corpus = loaded.corpus;
            assert_eq!(applies(&corpus, &who(&corpus, &["breach", "small"])), Some(false), "{edge}");
        }
    }
}

/// An exception to something that is neither norm nor exception would have no effect; it is refused.
#[test]
fn an_exception_touches_norms_and_exceptions_only() {
    for edge in [
        "carve-out other from adult\n  when urgent(act)",
        "carve-out other from other\n  when urgent(act)",
        "displacement other of n by mercy",
        "displacement other of n by adult",
        "savings other of n beside mercy",
    ] {
        let loaded = load(&format!(
            "definition adult(p)\n  means small(p)\n\noffence n\n  subject p where breach(p)\n\ncarve-out mercy from n\n  when small(p)\n\n{edge}"
        ));
        assert!(loaded.has_errors(), "{edge}");
    }
}

/// A norm about nobody in particular cannot hang on who somebody is, be it in an exception to its exception.
#[test]
fn a_norm_about_nobody_does_not_ask_who() {
    let of = |condition: &str| {
        load(&format!(
            "procedure n\n  bearer not stated\n  when urgent(act)\n\ncarve-out first from n\n  when quiet(act)\n\n\
             carve-out second from first\n  when {condition}"
        ))
    };
    let codes: Vec<Code> = of("warned(p)").diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, [Code::NoBearer]);
    // That somebody was warned can be asked.
    assert!(of("some q: warned(q)").diagnostics.is_empty());
}

/// Of what is not applicable neither the fact holds nor its contrary; and it does not matter how long the sentence is in which it stands.
#[test]
fn the_contrary_of_something_inapplicable_does_not_hold_in_a_long_sentence_either() {
    // «not (either (quiet and small) or …)», with more and more alternatives.
    for more in 0..6 {
        let long: String = (0..more).map(|i| format!("(warned(p) and small(p) and f{i}(act)) or ")).collect();
        let facts: String = (0..more).map(|i| format!("fact f{i}(act)\n")).collect();
        let corpus = law(&format!(
            "{facts}offence n\n  subject p where breach(p)\n  when not ({long}(quiet(act) and urgent(act) and breach(p)))"
        ));
        let mut case = who(&corpus, &["breach", "urgent"]);
        let mut scene = Scene { corpus: &corpus, case };
        scene.state("quiet", &[], tarazy_law::case::State::NotApplicable);
        case = scene.case;
        assert_eq!(applies(&corpus, &case), Some(false), "with {more} more alternatives");
    }
}

/// A definition that excepts something means the same as a norm that does.
#[test]
fn unless_means_the_same_everywhere() {
    let norm = law("offence n\n  subject p where breach(p)\n  unless quiet(act)");
    let definition =
        law("definition guilty(p)\n  means breach(p)\n  unless quiet(act)\n\noffence n\n  subject p where guilty(p)");
    for quiet in ["yes", "no", "not applicable"] {
        let case = |corpus: &Corpus| {
            let mut scene = Scene { corpus, case: who(corpus, &["breach"]) };
            let value = |i| tarazy_law::case::State::Established(tarazy_law::case::Value::Named(i));
            let state = match quiet {
                "yes" => value(1),
                "no" => value(0),
                _ => tarazy_law::case::State::NotApplicable,
            };
            scene.state("quiet", &[], state);
            scene.case
        };
        assert_eq!(applies(&norm, &case(&norm)), applies(&definition, &case(&definition)), "quiet: {quiet}");
    }
}
