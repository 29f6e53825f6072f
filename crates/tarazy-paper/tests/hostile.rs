//! What anybody may write into a case, and cases of every size: there is a paper, and what was written stands on it as text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use support::{case, decide, in_force, law, letters, paper, sample, squeezed};
use tarazy_law::case::{Case, Entry, FactKey, MAX_PERSONS, Person, State, Value};
use tarazy_law::decide::Decision;
use tarazy_law::{Lang, Text3};
use tarazy_paper::Finding;
use tarazy_words::Words;

const MARKUP: [&str; 12] = [
    "#panic()",
    "#read(\"/etc/passwd\")",
    "$ x^2 $ $",
    "*bold* _italics_ `code` ```",
    "@missing <label>",
    "= heading",
    "- list\n+ list\n/ term: x",
    "\\u{41} \\ \\\\ ~ --- \"q\" 'q'",
    "] } ) [ { ( */ /* //",
    "<script>alert(1)</script> &amp; %s %n ${x} {{x}}",
    "https://example.org/#a?b=c&d",
    "kk = { $x }",
];

#[test]
fn markup_is_text() {
    let mut written = case("[persons.a]\nowner = true\npossessor = \"unknown\"\n[act]\nspread = true\n");
    let all = |mark: &str| Text3::same(&MARKUP.map(|text| format!("{mark} {text} {mark}")).join(" "));
    (written.title, written.summary, written.persons[0].name) = (all("T"), all("S"), all("P"));
    for entry in written.facts.values_mut() {
        (entry.evidence, entry.by) = (Some(all("E")), Some(all("B")));
    }
    let mut decision = decide(in_force(), &written);
    decision.findings.truncate(20);
    let read = letters(&paper(Lang::En, &written, &decision).unwrap());
    for text in MARKUP {
        for mark in ["T", "S", "P", "E", "B"] {
            let stands = format!("{mark}{}{mark}", squeezed(text));
            assert!(read.contains(&stands), "{stands} is not among what was read");
        }
    }
}

/// A small case with nothing in it but what is written here.
fn small(text: &str) -> (Case, Decision) {
    let mut written = case("[persons.a]\n");
    written.title = Text3::same(text);
    written.summary = Text3::same(text);
    written.persons[0].name = Text3::same(text);
    let mut decision = decide(in_force(), &written);
    decision.findings.truncate(8);
    (written, decision)
}

#[test]
fn letters_of_the_world() {
    let texts = [
        "😀👩‍👩‍👧‍👦🇰🇿 flags",
        "مرحبا بالعالم",
        "שלום עולם",
        "საქართველო",
        "Հայաստան",
        "小米科技 東京 서울",
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́O̵̹̻̝̳!",
        "a\u{202e}gnp.exe\u{202c} \u{2066}x\u{2069}",
        "\u{0}\u{1}\u{7f}\u{feff}\u{fffd}\u{fffe}\u{10ffff}\u{e000}",
        "क्षत्रिय ภาษาไทย বাংলা ᠮᠣᠩᠭᠣᠯ",
        "é é за́мок й",
        "א\u{0301} a\u{05b0} ✓\u{0301} ≠\u{0338}",
        "ﷺ ﬁ ﬂ ½ ™ ℃",
    ];
    let (mut written, _) = small(&texts.join(" "));
    for (i, text) in texts.into_iter().enumerate() {
        written.persons.push(Person { id: format!("p{i}"), name: Text3::same(text) });
    }
    let mut decision = decide(in_force(), &written);
    decision.findings.truncate(8);
    paper(Lang::Kk, &written, &decision).unwrap();
}

#[test]
fn what_no_font_shows_is_written_by_its_number() {
    let (written, decision) = small("小米");
    let read = letters(&paper(Lang::Ru, &written, &decision).unwrap());
    assert!(read.contains("[U+5C0F][U+7C73]"));
}

#[test]
fn long_texts() {
    let sentence = "Жүйе адам туралы шешім қабылдады, бірақ ешкім тексермеді. ";
    let texts =
        [sentence.repeat(1800 * 58 / sentence.len()), "ы".repeat(5_000), "word ".repeat(2_000), "\n".repeat(1000)];
    for text in texts {
        let (mut written, decision) = small("A");
        written.summary = Text3::same(&text);
        paper(Lang::Kk, &written, &decision).unwrap();
    }
    let mut written = case("[persons.a]\nowner = true\n");
    let long = "Өтеұзынсөз".repeat(300);
    written.title = Text3::same(&long);
    written.persons[0].name = Text3::same(&long);
    for entry in written.facts.values_mut() {
        entry.evidence = Some(Text3::same(&long));
    }
    let mut decision = decide(in_force(), &written);
    decision.findings.truncate(20);
    paper(Lang::Kk, &written, &decision).unwrap();
}

#[test]
fn nothing_found() {
    let written = sample("opinion-medical-advice");
    let mut decision = decide(in_force(), &written);
    decision.findings.clear();
    for lang in Lang::ALL {
        let read = letters(&paper(lang, &written, &decision).unwrap());
        assert!(read.contains(&squeezed(&Words::new(lang).say("paper-no-findings"))));
    }
}

#[test]
fn a_case_of_which_nothing_is_known() {
    let written = case("[persons.a]\n");
    let decision = decide(in_force(), &written);
    for lang in Lang::ALL {
        let read = letters(&paper(lang, &written, &decision).unwrap());
        assert!(!read.contains('⟨'), "a message is missing");
    }
}

#[test]
fn as_many_persons_as_a_case_can_have() {
    let mut written = sample("opinion-news");
    while written.persons.len() < MAX_PERSONS {
        let id = format!("person{}", written.persons.len());
        written.persons.push(Person { name: Text3::same(&format!("Тұлға {id}")), id });
    }
    let decision = decide(in_force(), &written);
    let read = letters(&paper(Lang::Kk, &written, &decision).unwrap());
    for person in &written.persons {
        assert!(read.contains(&squeezed(&person.name.kk)), "{}", person.id);
    }
}

#[test]
fn every_state_of_a_fact_is_said() {
    let mut written = sample("opinion-medical-advice");
    let vocabulary = &law().vocabulary;
    let yes_no = |n: &str| FactKey::new(vocabulary.find(n).unwrap(), &[]);
    let yes = Value::Named(1);
    let no = Value::Named(0);
    let states = [
        ("error_occurred", State::Established(yes)),
        ("health_harmed", State::Unknown),
        ("spread", State::Disputed(vec![no, yes])),
        ("decision_taken", State::NotApplicable),
        ("damage", State::Denied(vec![yes])),
        ("signs_of_crime", State::NotAsked),
    ];
    for (name, state) in states {
        let evidence = Some(Text3::same(&format!("evidence of {name}")));
        let by = Some(Text3::same(&format!("witness of {name}")));
        written.facts.insert(yes_no(name), Entry { state, evidence, by, supposed: false });
    }
    let mut decision = decide(in_force(), &written);
    decision.findings.clear();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let read = letters(&paper(lang, &written, &decision).unwrap());
        for key in
            ["known-established", "known-unknown", "known-disputed", "known-not-applicable", "paper-state-denied"]
        {
            assert!(read.contains(&squeezed(&words.say(key))), "{key}");
        }
        for name in ["error_occurred", "health_harmed", "spread", "decision_taken", "damage"] {
            assert!(read.contains(&squeezed(&format!("evidence of {name}"))), "{name}");
            assert!(read.contains(&squeezed(&format!("witness of {name}"))), "{name}");
        }
        let label = &vocabulary.fact(vocabulary.find("signs_of_crime").unwrap()).label;
        let facts = read.split(&squeezed(&words.say("paper-basis"))).nth(1).unwrap();
        let about_the_act = facts.split(&squeezed(&words.say("paper-system"))).next().unwrap();
        assert!(!about_the_act.contains(&squeezed(words.of(label))), "what was not asked is left out");
    }
}

#[test]
fn the_address_is_said() {
    let (written, decision) = small("A");
    let words = Words::new(Lang::Kk);
    let address = Some("https://tarazy.example/c/17".to_owned());
    let finding = Finding {
        words: &words,
        corpus: law(),
        case: &written,
        decision: &decision,
        written_on: support::DAY,
        address,
    };
    assert!(letters(&finding.pdf().unwrap()).contains("https://tarazy.example/c/17"));
}
