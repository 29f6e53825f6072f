//! Broken pages are reviewed as far as they were read, and never bring the review down.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use fastrand::Rng;
use support::{all_findings, load};
use tarazy_review::Class;

const LAW: &str = include_str!("../classes/clean.md");

/// The page after some careless edits: lines lost, doubled, moved; words put where others were.
fn careless(rng: &mut Rng, page: &str) -> String {
    let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
    for _ in 0..=rng.usize(..6) {
        let at = rng.usize(..lines.len());
        let other = rng.usize(..lines.len());
        match rng.u32(..5) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[other].clone()),
            2 => lines.swap(at, other),
            3 => {
                let word = lines[other].split_whitespace().last().unwrap_or("x").to_owned();
                let first = lines[at].split_whitespace().last().unwrap_or("").to_owned();
                if !first.is_empty() {
                    lines[at] = lines[at].replace(&first, &word);
                }
            }
            _ => {
                let cut = lines[at].char_indices().map(|(i, _)| i).nth(rng.usize(..20)).unwrap_or(0);
                lines[at].truncate(cut);
            }
        }
        if lines.is_empty() {
            lines.push(String::new());
        }
    }
    lines.join("\n")
}

#[test]
fn careless_edits_bring_nothing_down() {
    for seed in 0..400 {
        let mut rng = Rng::with_seed(seed);
        let class = Class::ALL[rng.usize(..Class::ALL.len())];
        let page = if rng.bool() { LAW } else { class.examples().1 };
        let page = careless(&mut rng, page);
        all_findings(&load(&page));
    }
}

#[test]
fn a_broken_element_does_not_hide_a_defect_of_another() {
    let broken = LAW.replace("content   steers(p, system)", "content   stears(p, system)");
    let broken = broken.replace("  remedy    robots.7\n", "");
    let found: Vec<Class> = all_findings(&load(&broken)).iter().map(|f| f.class).collect();
    assert_eq!(found, [Class::RightWithoutProcedure, Class::NotDefined]);
}

/// Each circle is found, not only the first.
#[test]
fn every_circle_is_found() {
    let broken = LAW.replace("moves_itself(system) and not toy(system)\n", "moves_itself(system) and robot(system)\n");
    let broken = broken.replace(
        "definition by_a_school(act)",
        "definition one(act)\n  means     other(act)\n\ndefinition other(act)\n  means     one(act)\n\ndefinition by_a_school(act)",
    );
    let found = all_findings(&load(&broken));
    let circles: Vec<&str> =
        found.iter().filter(|f| f.class == Class::Circular).map(|f| f.subjects[0].name.as_str()).collect();
    assert_eq!(circles, ["robot", "one"]);
    assert!(found.iter().all(|f| f.class == Class::Circular), "{found:#?}");
}
