//! Reasons: every answer about the real law is cited, and every definite answer rests on facts that suffice for it.

#![allow(
    clippy::print_stdout,
    clippy::needless_for_each,
    clippy::cast_possible_wrap,
    clippy::semicolon_if_nothing_returned,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

mod oracle;
mod support;

use oracle::subjects;
use support::{Scene, cases, described, editions, law, only, settled, shown, whole};
use tarazy_law::case::Case;
use tarazy_law::decide::answer::Step;
use tarazy_law::decide::{Engine, Options};
use tarazy_law::explain::{Explainer, Reason};
use tarazy_law::model::{Corpus, Derived, FactKind, NormId};
use tarazy_law::program::Truth;
use tarazy_law::source::Source;

/// The facts that a derivation names are enough: with every other fact of the case erased the verdict is the same.
#[test]
fn reasons_suffice() {
    let mut checked = 0;
    for edition in editions(law()) {
        let engine = Engine::new(law(), &whole(edition));
        for (name, case) in cases() {
            let rows = engine.run(&case);
            for (norm, _) in engine.book.norms() {
                for person in subjects(&engine.book, norm, &case) {
                    let truth = engine.truth(&rows, norm, person);
                    if truth == Truth::Unknown {
                        continue;
                    }
                    let reason =
                        Explainer::new(&engine.book, &engine.program, &rows).explain(Derived::Applies(norm), person);
                    let rest = only(&engine.book, &case, &reason.facts());
                    let again = engine.truth(&engine.run(&rest), norm, person);
                    let id = &engine.book.norm(norm).id;
                    assert_eq!(
                        again,
                        truth,
                        "{id} for person {person} of {name} in {edition}: {reason:#?}\n{}",
                        described(law(), &rest)
                    );
                    assert!(!says_nothing(&reason), "{id} for person {person} of {name} in {edition}: {reason:#?}");
                    checked += 1;
                }
            }
        }
    }
    assert!(cases().is_empty() || checked > 1000, "only {checked} derivations");
}

/// Every norm, and every term in every derivation, says where it stands in the law. (What a definition of Tarazy means has no place in it.)
#[test]
fn nothing_is_said_without_a_citation() {
    for edition in editions(law()) {
        let engine = Engine::new(law(), &whole(edition));
        let nobody_known = Scene::new(law(), &["a", "b"]).case;
        for case in cases().into_iter().map(|(_, case)| case).step_by(3).chain([nobody_known]) {
            let decision = engine.decide(&case, Options { all: true, counterfactuals: false });
            assert!(!decision.findings.is_empty() || engine.book.norms.is_empty());
            for finding in &decision.findings {
                assert!(finding.norm.citation.is_some(), "{} in {edition} has no place in the law", finding.norm.id);
                assert!(finding.competing.iter().all(|c| c.citation.is_some()));
                assert!(finding.consequences.iter().all(|d| d.proviso.iter().all(|p| p.citation.is_some())));
                cited(&finding.reason, edition);
            }
        }
    }
}

fn cited(step: &Step, edition: &str) {
    let inner: Vec<&Step> = match step {
        Step::Term { term, because, .. } => {
            assert!(term.citation.is_some(), "{} in {edition} has no place in the law", term.id);
            because.iter().collect()
        }
        Step::Someone { because, .. } => because.iter().collect(),
        Step::Each { persons, .. } => persons.iter().flat_map(|p| &p.because).collect(),
        Step::EitherWay { answers, .. } => answers.iter().flat_map(|a| &a.because).collect(),
        Step::Fact { .. } | Step::SamePerson { .. } => Vec::new(),
    };
    for step in inner {
        cited(step, edition);
    }
}

/// *A person is not the person they are*, or *open* inside something that is settled: a step that explains nothing.
fn says_nothing(reason: &Reason) -> bool {
    let mut found = false;
    reason.visit(&mut |step| {
        found |= match step {
            Reason::Same { persons: [p, q], truth } => (p == q) != (*truth == Truth::True),
            Reason::Term { truth, .. } | Reason::Fact { truth, .. } | Reason::Each { truth, .. } => {
                *truth == Truth::Unknown
            }
            Reason::EitherWay { answers, .. } => answers.is_empty(),
            Reason::Someone { .. } => false,
        };
    });
    found
}

/// A law of a few lines, on a page that has all else it needs.
fn small_law(norms: &str) -> Corpus {
    let text = format!(
        "# дерек / факт / fact {{#small}}\n\nedition: base\ncite: code 1\nsource: primary\n\nkk: мәтін\n\nru: текст\n\nen: text\n\n```norm\n\
         act code\n  title \"Code\"\n  short \"Code\"\n  divided into parts\n\nedition base in force 2020-01-01\n\n{norms}```\n"
    );
    let loaded = Corpus::load(vec![Source { path: "small.md".to_owned(), text }]);
    assert!(loaded.diagnostics.is_empty(), "{}", shown(&loaded));
    loaded.corpus
}

/// The verdict of the norm `n` for the first person, with the derivation.
fn verdict(corpus: &Corpus, case: &Case) -> (Option<bool>, Reason) {
    let engine = Engine::new(corpus, &whole("base"));
    let rows = engine.run(case);
    let n: NormId = engine.book.norm_ids["n"];
    let reason = Explainer::new(&engine.book, &engine.program, &rows).explain(Derived::Applies(n), 0);
    (settled(engine.truth(&rows, n, 0)), reason)
}

/// Whoever wants two things that exclude each other gets neither, whatever the facts: the derivation goes through the answers.
#[test]
fn a_contradiction_is_explained_by_the_answers_to_its_fact() {
    let corpus = small_law(
        "fact grown(person)\ndefinition adult(p)\n  means grown(p)\noffence n\n  subject p where adult(p)\n  when not adult(p)\n",
    );
    let (applies, reason) = verdict(&corpus, &Scene::new(&corpus, &["a"]).nobody_else().case);
    assert_eq!(applies, Some(false));
    assert!(!says_nothing(&reason), "{reason:#?}");
}

/// The same where the contradiction lies in somebody whom the case does not name.
#[test]
fn a_contradiction_in_a_person_whom_nobody_named_is_explained() {
    let corpus =
        small_law("fact grown(person)\noffence n\n  subject p where some q: grown(q) and not grown(q) and q != p\n");
    let (applies, reason) = verdict(&corpus, &Scene::new(&corpus, &["a"]).case);
    assert_eq!(applies, Some(false));
    let mut idle = false;
    reason.visit(&mut |step| {
        idle |= matches!(step, Reason::Same { persons: [p, q], truth } if (p == q) != (*truth == Truth::True));
    });
    assert!(!idle, "{reason:#?}");
}

/// An answer that no calendar allows is no answer: who began before the tenth and ended after the twentieth did not end before they began.
#[test]
fn an_impossible_answer_is_left_out_of_a_derivation() {
    let corpus = small_law(
        "fact began(act): date\nfact ended(act): date\noffence n\n  subject p\n  when began(act) < 2026-01-10 and ended(act) > 2026-01-20\n    \
         and ended(act) < began(act)\n",
    );
    let engine = Engine::new(&corpus, &whole("base"));
    let (applies, reason) = verdict(&corpus, &Scene::new(&corpus, &["a"]).nobody_else().case);
    assert_eq!(applies, Some(false));
    reason.visit(&mut |step| {
        if let Reason::EitherWay { fact, answers, .. } = step
            && matches!(engine.book.fact(*fact).kind, FactKind::Comparison { .. })
        {
            // The one answer left is *no*.
            assert_eq!(answers.iter().map(|(value, _)| *value).collect::<Vec<_>>(), [0b01], "{reason:#?}");
        }
    });
}
