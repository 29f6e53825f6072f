//! What follows from norms is found: on the law of Kazakhstan, on the small encodings of articles 641-1 and 456-2 that were counted by other
//! means, on defects put into small laws, and on random laws. Every case that a finding shows is replayed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::needless_raw_string_hashes)]

#[path = "../../tarazy-law/tests/generator/mod.rs"]
mod generator;
#[path = "meaning/support.rs"]
mod support;

use support::{Shown, found, law, only, shows_itself, small};
use tarazy_law::model::Corpus;
use tarazy_review::{Class, Finding, Options, Readings, Review, review};

fn broad() -> Readings {
    only(&[&[("spreads", "broad")]])
}

fn narrow() -> Readings {
    only(&[&[("spreads", "narrow")]])
}

// The encodings of `law-engines.md` §4.3: an owner or possessor who did not manage the risks, and false information that was spread.

const SPREADS: &str = "\
definition spreads(p, act)
  reading narrow kk \"а\" ru \"б\" en \"c\": started(p, act)
  reading broad kk \"а\" ru \"б\" en \"c\": started(p, act) or owner(p, system) or possessor(p, system)

offence risks
  subject   p where owner(p, system) or possessor(p, system)
  when      not managed(p, system) and false_information(act)
  unless    crime(act)
  sanction  fine 10 tenge
";

const SPREADER: &str = "
offence spreading
  subject   p where spreads(p, act)
  when      false_information(act)
  unless    crime(act)
  sanction  fine 20 tenge
";

/// The closing clause: only who initiated spreads.
const INITIATOR: &str = "
offence spreading
  subject   p where started(p, act)
  when      false_information(act)
  unless    crime(act)
  sanction  fine 20 tenge
";

/// The Note of the opinion, taken at its word.
const NOTE: &str = "
displacement note of risks by spreading
  when      some q: started(q, act)
";

/// The Note where *this* person initiated.
const OWN_NOTE: &str = "
displacement note of risks by spreading
  when      started(p, act)
";

fn told(items: &str) -> Vec<(Class, Readings)> {
    let found = small(items);
    found
        .iter()
        .filter(|f| [Class::Competing, Class::Impunity].contains(&f.class))
        .map(|f| (f.class, f.readings.clone()))
        .collect()
}

#[test]
fn the_bill_punishes_twice_in_every_reading() {
    assert_eq!(told(&format!("{SPREADS}{SPREADER}")), [(Class::Competing, Readings::Every)]);
}

#[test]
fn the_note_leaves_double_liability_or_impunity() {
    let expected = [(Class::Competing, broad()), (Class::Impunity, narrow())];
    assert_eq!(told(&format!("{SPREADS}{SPREADER}{NOTE}")), expected);
}

#[test]
fn the_note_with_the_closing_clause_leaves_impunity() {
    assert_eq!(told(&format!("{SPREADS}{INITIATOR}{NOTE}")), [(Class::Impunity, Readings::Every)]);
}

#[test]
fn the_reworded_note_leaves_neither() {
    assert_eq!(told(&format!("{SPREADS}{INITIATOR}{OWN_NOTE}")), []);
}

#[test]
fn a_property_frames_the_question() {
    let guilty = "
property both: never both risks and spreading for one person, one act
  assuming  not started(p, act)
";
    // By the frame only the reading is told in which who did not start it is punished twice; what is outside is told apart.
    let found = small(&format!("{SPREADS}{SPREADER}{guilty}"));
    let told: Vec<_> = found.iter().filter(|f| f.class == Class::Competing).map(Shown::of).collect();
    assert_eq!(told.len(), 2, "{told:#?}");
    assert_eq!((told[0].detail.as_str(), &told[0].readings), ("", &broad()));
    assert_eq!((told[1].detail.as_str(), &told[1].readings), ("otherwise", &Readings::Every));
}

#[test]
fn a_claim_that_somebody_always_answers_is_put_to_the_test() {
    let claim = |expect: &str| {
        format!(
            "{SPREADS}{SPREADER}\nproperty some-answers: always some of risks, spreading for one person, one act\n  assuming  owner(p, system) and false_information(act){expect}\n"
        )
    };
    assert_eq!(found(&small(&claim("")), Class::Impunity), [["risks", "spreading"]]);
    assert_eq!(found(&small(&claim("\n  expect    refuted in e")), Class::Impunity), Vec::<Vec<String>>::new());
}

#[test]
fn norms_that_stand_beside_each_other_or_exclude_each_other_do_not_compete() {
    let two = |edge: &str, second: &str| {
        small(&format!(
            "offence one\n  subject   p where owner(p, system) and started(p, act)\n  sanction  fine 1 tenge\n\noffence two\n  subject   p where owner(p, system) and {second}\n  sanction  fine 2 tenge\n{edge}"
        ))
    };
    assert_eq!(found(&two("", "crime(act)"), Class::Competing), [["one", "two"]]);
    let none = Vec::<Vec<String>>::new();
    assert_eq!(found(&two("\nsavings s of one beside two\n", "crime(act)"), Class::Competing), none);
    assert_eq!(found(&two("\ndisplacement d of one by two\n", "crime(act)"), Class::Competing), none);
    assert_eq!(
        found(&two("\ncarve-out d from one\n  when      applies(two, p)\n", "crime(act)"), Class::Competing),
        none
    );
    assert_eq!(found(&two("", "not started(p, act)"), Class::Competing), none);
    // What makes good is owed once, whoever says so.
    let liable = "liability one\n  subject   p where owner(p, system)\n  sanction  compensation\n\nliability two\n  subject   p where owner(p, system)\n  when      crime(act)\n  sanction  compensation\n";
    assert_eq!(found(&small(liable), Class::Competing), none);
}

#[test]
fn an_exception_reaches_no_further_than_its_reason() {
    let carve = |when: &str| {
        small(&format!(
            "offence one\n  subject   p where owner(p, system)\n  sanction  fine 1 tenge\n\ncarve-out c from one\n  when      {when}\n  reason    crime(act) or started(p, act)\n"
        ))
    };
    assert_eq!(found(&carve("crime(act)"), Class::ExceptionTooWide), Vec::<Vec<String>>::new());
    assert_eq!(found(&carve("crime(act) or managed(p, system)"), Class::ExceptionTooWide), [["c", "one"]]);
    // What the norm does not touch, its exception may say.
    assert_eq!(found(&carve("crime(act) or not owner(p, system)"), Class::ExceptionTooWide), Vec::<Vec<String>>::new());
}

#[test]
fn a_duty_that_gives_way_to_nothing() {
    let gives_way = |when: &str| {
        small(&format!(
            "duty one\n  bearer    p where owner(p, system)\n\nduty two\n  bearer    p where possessor(p, system)\n\ndisplacement d of one by two\n  when      {when}\n"
        ))
    };
    assert_eq!(found(&gives_way("some q: possessor(q, system)"), Class::ExceptionTooWide), Vec::<Vec<String>>::new());
    assert_eq!(found(&gives_way("automatic(system)"), Class::ExceptionTooWide), [["d", "one"]]);
}

#[test]
fn what_can_never_be_is_dead() {
    let dead = small(
        "definition word(act)\n  means     crime(act) and not crime(act)\n\nduty one\n  bearer    p where owner(p, system)\n  when      automatic(system) and level(system) = low\n  when      level(system) = high\n",
    );
    assert_eq!(found(&dead, Class::Dead), [["word"], ["one"]]);
    let norm = dead.iter().find(|f| f.subjects[0].name == "one").unwrap();
    assert_eq!(Shown::of(norm).values["clash"], ["level"]);
    // Nothing else is said of what never is.
    assert!(dead.iter().all(|f| f.class == Class::Dead), "{:#?}", dead.iter().map(Shown::of).collect::<Vec<_>>());
}

#[test]
fn norms_that_add_nothing() {
    let pair = |one: &str, two: &str| {
        small(&format!(
            "offence one\n  subject   p where {one}\n  sanction  fine 1 tenge\n\noffence two\n  subject   p where {two}\n  sanction  fine 1 tenge\n\nsavings s of one beside x\n\noffence x\n  subject   p where started(p, act)\n  sanction  fine 3 tenge\n"
        ))
    };
    let none = Vec::<Vec<String>>::new();
    let less = pair("owner(p, system)", "owner(p, system) and crime(act)");
    assert_eq!(found(&less, Class::Subsumed), [["two", "one"]]);
    assert_eq!(found(&less, Class::Identical), none);
    let duty = |content: &str| {
        small(&format!(
            "duty one\n  bearer    p where owner(p, system) or possessor(p, system)\n  content   managed(p, system)\n\nduty two\n  bearer    p where possessor(p, system) or owner(p, system){content}\n"
        ))
    };
    assert_eq!(found(&duty("\n  content   managed(p, system)"), Class::Identical), [["two", "one"]]);
    // Another content, or one that stands in the text alone.
    assert_eq!(found(&duty("\n  content   started(p, act)"), Class::Identical), none);
    assert_eq!(found(&duty(""), Class::Identical), none);
}

#[test]
fn nobody_is_asked_for_what_cannot_be_done() {
    let duty = |bearer: &str, content: &str| {
        small(&format!("duty one\n  bearer    p where {bearer}\n  content   {content}\n"))
    };
    let detail = |found: &[Finding]| -> Vec<String> {
        found.iter().filter(|f| f.class == Class::CannotBePerformed).map(|f| Shown::of(f).detail).collect()
    };
    assert_eq!(detail(&duty("owner(p, system)", "foresees_all(p, act)")), ["nobody"]);
    assert_eq!(detail(&duty("owner(p, system)", "foresees_all(p, act) or managed(p, system)")), Vec::<String>::new());
    assert_eq!(detail(&duty("user(p, system)", "controls(p, system)")), ["power"]);
    assert_eq!(
        detail(&duty("user(p, system) and can_control(p, system)", "controls(p, system)")),
        Vec::<String>::new()
    );
    assert_eq!(detail(&duty("user(p, system)", "controls(p, system) or managed(p, system)")), Vec::<String>::new());
    assert_eq!(detail(&duty("user(p, system) and crime(act)", "not crime(act)")), ["never"]);
}

#[test]
fn control_has_levels() {
    let duty = |when: &str, content: &str, more: &str| {
        found(
            &small(&format!(
                "duty one\n  bearer    p where owner(p, system) and can_control(p, system){when}\n  content   {content}\n{more}"
            )),
            Class::NoLevels,
        )
    };
    let none = Vec::<Vec<String>>::new();
    assert_eq!(duty("", "controls(p, system)", ""), [["one"]]);
    assert_eq!(duty("\n  unless    automatic(system)", "controls(p, system)", ""), none);
    assert_eq!(duty("", "controls(p, system) or automatic(system) and managed(p, system)", ""), none);
    // The law does not allow the state.
    let forbidden = "\nprohibition no\n  bearer    p where owner(p, system)\n  when      automatic(system)\n";
    assert_eq!(duty("", "controls(p, system)", forbidden), none);
}

#[test]
fn a_breach_is_reached() {
    let duty = |subject: &str, when: &str| {
        small(&format!(
            "duty one\n  bearer    p where owner(p, system)\n  content   managed(p, system)\n  sanction  fine-it\n\noffence fine-it\n  subject   p where {subject}\n  when      not managed(p, system){when}\n  sanction  fine 1 tenge\n"
        ))
    };
    let none = Vec::<Vec<String>>::new();
    assert_eq!(found(&duty("owner(p, system) or possessor(p, system)", ""), Class::ConsequenceNarrower), none);
    let harm = duty("owner(p, system)", " and crime(act)");
    assert_eq!(found(&harm, Class::ConsequenceNarrower), [["one", "fine-it"]]);
    let narrower = harm.iter().find(|f| f.class == Class::ConsequenceNarrower).unwrap();
    assert_eq!(Shown::of(narrower).values["narrower"], ["crime"]);
    assert_eq!(found(&duty("possessor(p, system)", ""), Class::ConsequenceNarrower), [["one", "fine-it"]]);
}

#[test]
fn what_ought_to_be_is_compared_with_what_is() {
    let text = |means: &str, expect: &str| {
        small(&format!(
            "definition word(p, act)\n  {means}\n```\n\n```test\nfor a: started(a, act)\nothers none\notherwise no\n{expect}\n"
        ))
    };
    let by_text = |means: &str, expect: &str| -> Vec<(Class, Readings)> {
        let all = text(means, expect);
        all.iter()
            .filter(|f| [Class::TooNarrow, Class::TooBroad].contains(&f.class))
            .map(|f| (f.class, f.readings.clone()))
            .collect()
    };
    assert_eq!(
        by_text("means     managed(p, system)", "ought word applies to a"),
        [(Class::TooNarrow, Readings::Every)]
    );
    assert_eq!(by_text("means     started(p, act)", "ought word applies to a"), []);
    assert_eq!(
        by_text("means     started(p, act)", "ought word does not apply to a"),
        [(Class::TooBroad, Readings::Every)]
    );
    let doubt = "reading wide kk \"а\" ru \"б\" en \"c\": started(p, act)\n  reading close kk \"а\" ru \"б\" en \"c\": managed(p, system)";
    let close = only(&[&[("word", "close")]]);
    assert_eq!(by_text(doubt, "ought word applies to a"), [(Class::TooNarrow, close)]);
    let wide = only(&[&[("word", "wide")]]);
    assert_eq!(by_text(doubt, "ought word does not apply to a"), [(Class::TooBroad, wide.clone())]);
    assert_eq!(by_text(doubt, "reading word = wide\nought word does not apply to a"), [(Class::TooBroad, wide)]);
}

#[test]
fn a_word_too_many() {
    let word = |means: &str| -> Vec<Vec<String>> {
        let all = small(&format!("definition word(p, act)\n  means     {means}\n"));
        all.iter().filter(|f| f.class == Class::Surplus).map(|f| Shown::of(f).values["word"].clone()).collect()
    };
    assert_eq!(word("crime(act) or crime(act) and started(p, act)"), [["started"]]);
    assert_eq!(word("level(system) = low and level(system) in {low, high}"), [["level"]]);
    assert_eq!(word("crime(act) or started(p, act)"), Vec::<Vec<String>>::new());
    assert_eq!(
        word("crime(act) and started(p, act) or not crime(act) and managed(p, system)"),
        Vec::<Vec<String>>::new()
    );
    // Where readings are compared, each says what the others say but for one word.
    assert_eq!(
        word(
            "reading(doubt) = kk and (crime(act) or started(p, act)) or reading(doubt) = ru and crime(act) and started(p, act)"
        ),
        Vec::<Vec<String>>::new()
    );
}

#[test]
fn texts_in_two_languages() {
    let duty = "duty one\n  bearer    p where owner(p, system)\n  when      crime(act) or reading(doubt) = ru\n";
    let all = small(duty);
    assert_eq!(found(&all, Class::TextsDiverge), [["doubt", "one"]]);
    assert!(all.iter().find(|f| f.class == Class::TextsDiverge).unwrap().witness.is_some());
    // It makes no difference.
    assert_eq!(
        found(&small("# no doubt\nduty one\n  bearer    p where owner(p, system)\n"), Class::TextsDiverge),
        [["doubt"]]
    );
}

#[test]
fn nothing_is_said_of_what_could_not_be_read() {
    let loaded = support::load(
        "offence one\n  subject   p where owner(p, system) and unheard_of(p)\n  sanction  fine 1 tenge\n\noffence two\n  subject   p where owner(p, system)\n  sanction  fine 1 tenge\n",
    );
    assert!(loaded.has_errors());
    let review = review(&loaded, "e", &Options::default());
    let ours = review.findings.iter().filter(|f| support::OURS.contains(&f.class) && f.class != Class::TextsDiverge);
    assert_eq!(ours.map(Shown::of).collect::<Vec<_>>(), []);
}

// The law of Kazakhstan, reviewed once.

#[test]
fn the_law_of_kazakhstan() {
    let editions = ["base", "bill-2025-01", "opinion", "enacted"];
    let reviews: Vec<Review> = editions.iter().map(|e| review(law(), e, &Options::default())).collect();
    let shown: usize = reviews.iter().map(|r| shows_itself(r, &r.edition)).sum();
    assert!(shown > 50, "{shown}");
    the_note_of_the_opinion(&reviews);
    the_texts_diverge(&reviews);
}

fn of<'a>(reviews: &'a [Review], edition: &str) -> &'a Review {
    reviews.iter().find(|r| r.edition == edition).unwrap()
}

/// The competition between 641-1 (1) (2) and each part of 456-2: in which readings, by edition. Whoever is at fault is asked about first, as
/// the page on the readings of 641-1 does; legal entities without fault are told apart.
fn the_note_of_the_opinion(reviews: &[Review]) {
    let both = |edition: &str| {
        let review = of(reviews, edition);
        let competing = |f: &&Finding| {
            f.class == Class::Competing
                && f.subjects[0].name == "koap.641-1.p1.s2"
                && f.subjects[1].name.starts_with("koap.456-2.")
        };
        let main = review.findings.iter().filter(competing).map(Shown::of).filter(|s| s.detail.is_empty());
        let competing: Vec<Readings> = main.map(|s| s.readings).collect();
        let note = |f: &&Finding| f.class == Class::Impunity && f.subjects[0].name == "koap.641-1.note";
        let freed = review.findings.iter().filter(note).map(Shown::of).filter(|s| s.detail.is_empty());
        (competing, freed.map(|s| s.readings).collect::<Vec<_>>())
    };
    let (bill, freed) = both("bill-2025-01");
    assert!(bill.len() == 8 && bill.iter().all(|r| *r == Readings::Every), "{bill:#?}");
    assert_eq!(freed, []);
    let (opinion, freed) = both("opinion");
    let broad = only(&[&[("koap.disseminates", "broad")]]);
    assert!(opinion.len() == 8 && opinion.iter().all(|r| *r == broad), "{opinion:#?}");
    assert_eq!(freed, [only(&[&[("koap.disseminates", "narrow"), ("koap.641-1.note", "any")]])]);
    let (enacted, _) = both("enacted");
    assert!(!enacted.is_empty() && enacted.iter().all(|r| *r == Readings::Every), "{enacted:#?}");
}

fn the_texts_diverge(reviews: &[Review]) {
    let diverge = found(&of(reviews, "enacted").findings, Class::TextsDiverge);
    let names: Vec<&str> = diverge.iter().map(|f| f[0].as_str()).collect();
    for doubt in ["ail.1.person", "ail.10.p1.texts", "ail.17.p1.texts", "ail.17.p3.s7", "koap.641-1.p2.texts"] {
        assert!(names.contains(&doubt), "{doubt} among {names:?}");
    }
    // The doubt about the enacted text is none about the bill.
    assert_eq!(found(&of(reviews, "bill-2025-01").findings, Class::TextsDiverge), Vec::<Vec<String>>::new());
}

#[test]
fn every_case_that_is_shown_for_a_random_law_is_replayed() {
    let mut shown = 0;
    for seed in 0..150 {
        let loaded = Corpus::load(generator::corpus(seed));
        let review = review(&loaded, "base", &Options { budget: 20_000, ..Options::default() });
        shown += shows_itself(&review, &format!("seed {seed}"));
    }
    assert!(shown > 30, "{shown}");
}
