//! A defect put into clean law is found, at its place, and nothing else; taken out again, nothing is found.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use support::{NOT_YET, all_shown, findings, load, mistakes};
use tarazy_law::model::Loaded;
use tarazy_review::Class;

/// Classes that are found in pages with mistakes.
const MISTAKEN: &[Class] = &[Class::NotDefined, Class::Circular, Class::EdgesInCycle, Class::DanglingReference];

/// The page has exactly the defect, first of all on the line that says so.
fn has_exactly(class: Class, page: &str) -> Vec<String> {
    let loaded = load(page);
    let mark = format!("# <- {class}");
    let marked = page.lines().position(|l| l.trim_end().ends_with(&mark)).map(|i| i + 1);
    let marked = marked.unwrap_or_else(|| panic!("{class}: no line is marked"));
    let mut wrong = Vec::new();
    if !MISTAKEN.contains(&class) {
        wrong.extend(mistakes(&loaded));
    }
    let found = findings(&loaded);
    if found.len() != 1 || found[0].class != class {
        wrong.push(format!("{class} is not all that is found: {:#?}", all_shown(&loaded)));
    } else if line(&loaded, &found[0]) != marked {
        wrong.push(format!("{class} is found elsewhere than on line {marked}: {:?}", all_shown(&loaded)));
    }
    wrong
}

fn line(loaded: &Loaded, finding: &tarazy_review::Finding) -> usize {
    loaded.corpus.sources.line_column(finding.subjects[0].span).0
}

#[test]
fn clean_examples_are_clean() {
    for class in Class::ALL {
        let loaded = load(class.examples().0);
        assert_eq!(mistakes(&loaded), Vec::<String>::new(), "{class}");
        assert_eq!(all_shown(&loaded), Vec::<String>::new(), "{class}");
    }
}

#[test]
fn every_example_shows_its_defect_and_no_other() {
    let mut wrong = Vec::new();
    for class in Class::ALL.iter().filter(|c| !NOT_YET.contains(c)) {
        wrong.extend(has_exactly(*class, class.examples().1));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is found in the examples of classes whose check is missing is at most that class.
#[test]
fn examples_of_missing_checks_have_no_other_defect() {
    for class in NOT_YET {
        let loaded = load(class.examples().1);
        assert_eq!(mistakes(&loaded), Vec::<String>::new(), "{class}");
        let others: Vec<_> = findings(&loaded).iter().filter(|f| f.class != *class).map(|f| f.class).collect();
        assert_eq!(others, [], "{class}: {:#?}", all_shown(&loaded));
    }
}

/// A larger law without any defect, with most clauses of the language.
const CLEAN: &str = include_str!("../classes/clean.md");

#[test]
fn the_larger_law_is_clean() {
    let loaded = load(CLEAN);
    assert_eq!(mistakes(&loaded), Vec::<String>::new());
    assert_eq!(all_shown(&loaded), Vec::<String>::new());
}
