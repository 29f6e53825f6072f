//! The canonical repairs, each on a small law: what is offered reads, removes its finding, and brings nothing as heavy.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod project;

use project::small;
use tarazy_law::Source;
use tarazy_law::model::Loaded;
use tarazy_review::repair::check_patch;
use tarazy_review::{Class, Finding, Options, Repair, review};

fn law(what: &str) -> Loaded {
    small(&format!(
        "# дерек / факт / fact {{#small}}\n\nedition: one\ncite: code 1\nsource: primary\n\nkk: мәтін\n\nru: текст\n\nen: text\n\n```norm\n\
         act code\n  title \"Code\"\n  short \"Code\"\n  divided into parts\n\nedition one in force 2020-01-01\n\n\
         role boss(person, system)\nrole clerk(person, system)\nfact harm(act)\nfact loud(act)\nfact did(person, act)\nfact meant(person, act)\n\n{what}\n```\n"
    ))
}

/// The finding of this class with its repair.
fn found(loaded: &Loaded, class: Class) -> Finding {
    let r = review(loaded, "one", &Options { repairs: true, ..Options::default() });
    let classes: Vec<Class> = r.findings.iter().map(|f| f.class).collect();
    r.findings.into_iter().find(|f| f.class == class).unwrap_or_else(|| panic!("{class} not among {classes:?}"))
}

/// Its repair, which is proved once more from its page alone.
fn mended(what: &str, class: Class) -> Repair {
    let loaded = law(what);
    let finding = found(&loaded, class);
    let key = finding.key();
    let repair = finding.repair.unwrap_or_else(|| panic!("no repair of {key:?}"));
    assert!(repair.removes.contains(&key));
    let source = Source { path: "again.md".to_owned(), text: repair.page.clone() };
    let again = check_patch(&loaded, "one", vec![source], &Options::default());
    assert!(again.diagnostics.is_empty(), "{}\n{:#?}", repair.page, again.diagnostics);
    assert!(again.removed.contains(&key) && !again.after.findings.iter().any(|f| f.key() == key));
    let weight = class.weight();
    assert!(repair.creates.iter().all(|f| f.class.weight() > weight));
    repair
}

#[test]
fn the_special_norm_goes_first() {
    let r = mended(
        "offence a\n  subject p where did(p, act) and harm(act)\n  sanction fine 5 tenge\n\n\
         offence b\n  subject p where did(p, act) and harm(act) and meant(p, act)\n  sanction fine 9 tenge",
        Class::Competing,
    );
    assert_eq!(r.key, "repair-special");
    assert!(r.page.contains("displacement a.gives-way.b of a by b"), "{}", r.page);
}

#[test]
fn own_conduct_goes_before_a_role() {
    let r = mended(
        "offence a\n  subject p where boss(p, system) and harm(act)\n  sanction fine 5 tenge\n\n\
         offence b\n  subject p where did(p, act) and meant(p, act) and harm(act)\n  sanction fine 9 tenge",
        Class::Competing,
    );
    assert_eq!(r.key, "repair-own-conduct");
    assert!(r.page.contains("of a by b"), "{}", r.page);
}

#[test]
fn an_exception_frees_only_where_another_norm_strikes() {
    let r = mended(
        "offence a\n  subject p where boss(p, system) and harm(act)\n  sanction fine 5 tenge\n\n\
         offence b\n  subject p where did(p, act) and harm(act)\n  sanction fine 9 tenge\n\n\
         displacement note of a by b\n  when loud(act)",
        Class::Impunity,
    );
    assert_eq!(r.key, "repair-exactly-where");
    assert!(r.page.contains("replace displacement note of a by b\n```"), "{}", r.page);
}

#[test]
fn what_nobody_uses_is_repealed() {
    let r = mended(
        "definition idle(p)\n  means did(p, act)\n\noffence a\n  subject p where did(p, act) and harm(act)\n  sanction fine 5 tenge",
        Class::NotUsed,
    );
    assert_eq!(r.key, "repair-repeal");
    assert!(r.page.contains("repeal idle"));
}

#[test]
fn a_word_too_many_is_dropped() {
    let r = mended(
        "definition guilty(p)\n  means did(p, act) and meant(p, act) or did(p, act)\n\noffence a\n  subject p where guilty(p) and harm(act)\n  sanction fine 5 tenge",
        Class::Surplus,
    );
    assert_eq!(r.key, "repair-drop");
    assert!(r.page.contains("means did(p, act)\n"), "{}", r.page);
}

#[test]
fn a_norm_for_nobody_loses_what_contradicts() {
    let r = mended(
        "offence a\n  subject p where did(p, act)\n  when harm(act) and loud(act) and not harm(act)\n  sanction fine 5 tenge",
        Class::Dead,
    );
    assert_eq!(r.key, "repair-drop");
}

#[test]
fn a_reference_goes_to_the_successor() {
    let r = mended(
        "act old\n  title \"Old\"\n  short \"Old\"\n  replaced by new\n\nact new\n  title \"New\"\n  short \"New\"\n\n\
         offence a\n  subject p where did(p, act) and harm(act)\n  refers to old\n  sanction fine 5 tenge",
        Class::DanglingReference,
    );
    assert_eq!(r.key, "repair-re-point");
    assert!(r.page.contains("refers to new"), "{}", r.page);
}

#[test]
fn of_two_norms_that_say_the_same_one_goes() {
    let r = mended(
        "duty a\n  bearer p where boss(p, system) and harm(act)\n  content did(p, act)\n\n\
         duty b\n  bearer p where harm(act) and boss(p, system)\n  content did(p, act)",
        Class::Identical,
    );
    assert_eq!(r.key, "repair-repeal");
}

#[test]
fn a_duty_is_linked_to_what_strikes_the_same_bearers() {
    let r = mended(
        "duty d\n  bearer p where boss(p, system)\n  content did(p, act)\n\n\
         offence a\n  subject p where boss(p, system) and loud(act)\n  sanction fine 5 tenge",
        Class::NoConsequence,
    );
    assert_eq!(r.key, "repair-sanction");
    assert!(r.page.contains("sanction a"), "{}", r.page);
}

#[test]
fn where_content_is_missing_there_is_a_slot_and_no_page() {
    let loaded = law("duty d\n  bearer p where clerk(p, system)\n  content did(p, act)");
    let repair = found(&loaded, Class::NoConsequence).repair.unwrap();
    assert_eq!((repair.key, repair.page.as_str()), ("repair-slot-consequence", ""));
    assert!(repair.removes.is_empty());
}

#[test]
fn nobody_gets_repairs_who_does_not_ask() {
    let loaded = law("duty d\n  bearer p where clerk(p, system)\n  content did(p, act)");
    let r = review(&loaded, "one", &Options::default());
    assert!(!r.findings.is_empty() && r.findings.iter().all(|f| f.repair.is_none()));
}
