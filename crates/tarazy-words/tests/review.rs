//! Every class of finding has its words in three languages, and they read as sentences, with values and without.
#![allow(clippy::unwrap_used)]

mod common;

use common::golden;
use tarazy_law::Lang;
use tarazy_law::model::{Corpus, Rulebook, Selection};
use tarazy_review::{Claim, Class, Finding, Kind, Readings, Says, Subject, Value, Weight};
use tarazy_words::{Style, Words, review};

fn book(corpus: &Corpus) -> Rulebook {
    corpus.book(&Selection { edition: "new".into(), as_of: None })
}

fn norm(book: &Rulebook, id: &str) -> Subject {
    let n = book.norms.iter().find(|n| n.id == id).unwrap();
    Subject { kind: Kind::Norm, name: n.id.clone(), provision: Some(n.provision), span: n.span }
}

fn fact(corpus: &Corpus, name: &str) -> Subject {
    let info = corpus.vocabulary.fact(corpus.vocabulary.find(name).unwrap());
    Subject { kind: Kind::Fact, name: name.into(), provision: Some(info.provision), span: info.span }
}

#[test]
fn every_class_has_its_words() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for class in Class::ALL {
            for part in ["-title", "-why", "-mend", "", "-wording"] {
                let key = format!("{class}{part}");
                assert!(words.find(&key, &[]).is_some(), "{key} in {}", lang.code());
            }
            let explained = review::explain(&words, *class, &Style::default());
            assert!(!explained.contains("{$") && !explained.contains('⟨'), "{explained}");
            assert!(!words.say(&format!("{class}-title")).ends_with('.'), "{class}");
            for part in ["-why", "-mend"] {
                assert!(words.say(&format!("{class}{part}")).ends_with('.'), "{class}{part} in {}", lang.code());
            }
        }
        for weight in [Weight::Serious, Weight::Moderate, Weight::Remark] {
            for key in [format!("weight-{}", weight.as_str()), format!("weight-{}-about", weight.as_str())] {
                assert!(words.find(&key, &[]).is_some(), "{key}");
            }
        }
        for key in ["part-procedure", "part-deadline", "part-reviewer", "part-remedy", "bearer-not-stated"] {
            assert!(words.find(key, &[]).is_some(), "{key}");
        }
        for key in ["bearer-absent", "bearer-anybody", "connective-and", "connective-or", "connective-and-or"] {
            assert!(words.find(key, &[]).is_some(), "{key}");
        }
    }
}

#[test]
fn a_sentence_without_its_values_is_still_one() {
    let corpus = common::corpus();
    let book = book(&corpus);
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for class in Class::ALL {
            for subjects in [vec![], vec![norm(&book, "ai.8")], vec![norm(&book, "ai.8"), norm(&book, "ai.9")]] {
                let finding = Finding::new(*class, subjects);
                let wording = review::wording(&words, &corpus, &book, &finding).unwrap();
                let said = review::sentence(&words, &corpus, &book, &finding);
                for text in [&said, &wording] {
                    for hole in ["{$", "⟨", "()", "  ", "«»", "“”", " :", " ,", " .", "( "] {
                        assert!(!text.contains(hole), "{class} in {}: {text}", lang.code());
                    }
                }
                assert!(said.ends_with('.'), "{said}");
            }
        }
    }
}

/// The values that the classes carry, all at once, over a small law.
fn findings(corpus: &Corpus, book: &Rulebook) -> Vec<Finding> {
    let names = |n: &[&str]| Value::Names(n.iter().map(|n| (*n).to_owned()).collect());
    let of = |class, ids: &[&str]| Finding::new(class, ids.iter().map(|id| norm(book, id)).collect());
    vec![
        of(Class::AddresseeNotStated, &["ai.24"]).with("part", Value::Keys(vec!["bearer-not-stated"])),
        of(Class::NotAllocated, &["new.error"]).with("roles", names(&["owner", "at_fault"])),
        of(Class::NoConsequence, &["ai.8"]).with("kind", Value::Keys(vec!["kind-duty"])),
        of(Class::NoConsequence, &["ai.9"]).with("kind", Value::Keys(vec!["kind-duty"])),
        of(Class::RightWithoutProcedure, &["ai.8"])
            .with("parts", Value::Keys(vec!["part-procedure", "part-deadline", "part-remedy"])),
        of(Class::CannotBePerformed, &["ai.8"])
            .with("detail", Value::Text("power".into()))
            .with("fact", names(&["managed"])),
        of(Class::NoLevels, &["ai.8"]).with("fact", names(&["managed"])).with("state", names(&["size = large"])),
        Finding::new(Class::MeaningNotStated, vec![norm(book, "code.10.p1"), fact(corpus, "harmed")]),
        Finding::new(Class::ConnectiveDrift, vec![norm(book, "ai.8"), norm(book, "ai.9")])
            .with("connectives", Value::Keys(vec!["connective-and", "connective-and-or"])),
        of(Class::Competing, &["code.10.p1", "code.20"])
            .in_readings(Readings::Only(vec![vec![("harm-readings".into(), "wide".into())]])),
        of(Class::Subsumed, &["ai.9", "ai.8"]),
        Finding::new(
            Class::NotDefined,
            vec![Subject { kind: Kind::Name, name: "operator".into(), ..norm(book, "ai.8") }],
        ),
    ]
}

#[test]
fn sentences() {
    let corpus = common::corpus();
    let book = book(&corpus);
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let lines: Vec<String> = findings(&corpus, &book)
            .iter()
            .map(|f| format!("{} {}", f.class, review::sentence(&words, &corpus, &book, f)))
            .collect();
        golden(&format!("review-sentences.{}.txt", lang.code()), &lines.join("\n"));
    }
}

#[test]
fn a_case_is_told_with_who_is_who() {
    let corpus = common::corpus();
    let book = book(&corpus);
    let case = common::read(
        &corpus,
        "others = \"none\"\n[persons.p]\nroles = [\"owner\"]\nmanaged = false\nage = 17\n\
         [persons.q]\npublished = true\nsize = \"large\"\n[act]\nharmed = true\nacted_on = 2026-03-02\n",
    );
    let claim = |name: &str, person, says| Claim { name: name.into(), person, says };
    let claims = [
        claim("code.10.p1", 0, Says::Applies),
        claim("code.20", 1, Says::DoesNotApply),
        claim("code.20", 0, Says::Met),
        claim("new.note", 1, Says::Applies),
    ];
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let told = review::scene(&words, &corpus, &book, &case, &claims);
        golden(&format!("review-scene.{}.txt", lang.code()), &told.join("\n"));
    }
}

#[test]
fn all_codes_are_listed() {
    for lang in Lang::ALL {
        let listed = review::codes(&Words::new(lang), &Style::default());
        for class in Class::ALL {
            assert!(listed.contains(class.code()), "{class}");
        }
        for code in tarazy_law::Code::ALL {
            assert!(listed.contains(code.as_str()), "{}", code.as_str());
        }
    }
}
