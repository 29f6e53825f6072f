//! Every class of finding has its words in three languages, and they read as sentences, with values and without.
#![allow(clippy::unwrap_used)]

mod common;
mod made_up;

use common::golden;
use made_up::{book, findings, norm};
use tarazy_law::Lang;
use tarazy_review::{Claim, Class, Finding, Says, Weight};
use tarazy_words::{Style, Words, review};

#[test]
fn every_class_has_its_words() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let example = review::Example { wrong: "# a\n", right: "# b\n" };
        for class in Class::ALL {
            for part in ["-title", "-why", "-mend", "", "-wording"] {
                let key = format!("{class}{part}");
                assert!(words.find(&key, &[]).is_some(), "{key} in {}", lang.code());
            }
            let explained = review::explain(&words, *class, Some(example), &Style::default());
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
