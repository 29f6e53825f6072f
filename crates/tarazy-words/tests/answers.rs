//! What is said about a small case under a small law, in the three languages.
#![allow(clippy::unwrap_used)]

mod common;

use common::{case, corpus, decisions, golden, read};
use tarazy_law::Lang;
use tarazy_law::decide::answer::FactRef;
use tarazy_words::{Style, Words};

const STYLE: Style = Style { color: false, width: 90 };

fn in_each_language(name: &str, say: impl Fn(&Words) -> String) {
    for lang in Lang::ALL {
        golden(&format!("{name}.{}.txt", lang.code()), &say(&Words::new(lang)));
    }
}

#[test]
fn one_sentence() {
    let corpus = corpus();
    let decisions = decisions(&corpus, &case(&corpus));
    in_each_language("sentence", |w| {
        decisions.iter().map(|d| tarazy_words::sentence(w, &corpus, d)).collect::<Vec<_>>().join("\n")
    });
}

#[test]
fn a_case_in_brief() {
    let corpus = corpus();
    let case = case(&corpus);
    let decisions = decisions(&corpus, &case);
    in_each_language("brief", |w| tarazy_words::brief(w, &corpus, case.title.get(w.lang), &decisions, &STYLE));
}

#[test]
fn the_whole_answer() {
    let corpus = corpus();
    let decisions = decisions(&corpus, &case(&corpus));
    in_each_language("full", |w| {
        decisions.iter().map(|d| tarazy_words::full(w, &corpus, d, &STYLE)).collect::<Vec<_>>().join("\n\n----\n\n")
    });
}

#[test]
fn editions_side_by_side() {
    let corpus = corpus();
    let decisions = decisions(&corpus, &case(&corpus));
    in_each_language("compare", |w| tarazy_words::compare(w, &corpus, &decisions, &STYLE));
}

#[test]
fn the_next_question() {
    let corpus = corpus();
    let decisions = decisions(&corpus, &case(&corpus));
    in_each_language("question", |w| {
        tarazy_words::question_about(w, &corpus, &decisions[0].case.persons, decisions[0].ask.as_ref().unwrap())
    });
}

#[test]
fn nested_html() {
    let corpus = corpus();
    let decisions = decisions(&corpus, &case(&corpus));
    in_each_language("html", |w| tarazy_words::html(w, &corpus, &decisions[1]));
}

#[test]
fn html_is_well_nested_and_escaped() {
    let corpus = corpus();
    let decisions = decisions(&corpus, &case(&corpus));
    for lang in Lang::ALL {
        let html = tarazy_words::html(&Words::new(lang), &corpus, &decisions[0]);
        assert!(html.contains(&format!("lang=\"{}\"", lang.code())));
        assert!(html.contains("&amp; "), "the name of the clerk is escaped");
        let mut open: Vec<&str> = Vec::new();
        for tag in html.split('<').skip(1).map(|t| t.split(['>', ' ']).next().unwrap()) {
            match tag.strip_prefix('/') {
                Some(closed) => assert_eq!(open.pop(), Some(closed)),
                None => open.push(tag),
            }
        }
        assert!(open.is_empty(), "left open: {open:?}");
    }
}

#[test]
fn an_element_of_the_law() {
    let corpus = corpus();
    let book = corpus.book(&tarazy_law::model::Selection { edition: "new".into(), as_of: None });
    let show = |w: &Words| {
        let ids = ["code.20", "code.10.p1", "new.note", "code.5", "ai.8", "size"];
        let pages: Vec<String> =
            ids.iter().map(|id| tarazy_words::provision(w, &corpus, &book, id, &STYLE).unwrap()).collect();
        pages.join("\n\n----\n\n")
    };
    in_each_language("provision", show);
    in_each_language("contents", |w| tarazy_words::contents(w, &corpus, &book, &STYLE));
    assert!(tarazy_words::provision(&Words::new(Lang::En), &corpus, &book, "nothing", &STYLE).is_none());
}

#[test]
fn nobody_answers() {
    let corpus = corpus();
    let case = read(
        &corpus,
        "others = \"none\"\n[persons.a]\nowner = false\nmanaged = true\npublished = false\nat_fault = false\n[act]\nharmed = false\n",
    );
    let old = &decisions(&corpus, &case)[0];
    let say = |lang| tarazy_words::sentence(&Words::new(lang), &corpus, old);
    assert_eq!(say(Lang::Kk), "Бұл редакция бойынша ешкім жауап бермейді.");
    assert_eq!(say(Lang::Ru), "По этой редакции никто не отвечает.");
    assert_eq!(say(Lang::En), "Under this edition nobody answers.");
}

#[test]
fn a_fact_with_its_values() {
    let corpus = corpus();
    let persons = &decisions(&corpus, &case(&corpus))[0].case.persons;
    let fact = |name: &str, person: &str, values: &[&str]| FactRef::Fact {
        fact: name.into(),
        persons: if person.is_empty() { Vec::new() } else { vec![person.into()] },
        values: values.iter().map(|v| (*v).to_owned()).collect(),
    };
    let say = |lang, what: &FactRef| tarazy_words::fact(&Words::new(lang), &corpus, what, persons);
    assert_eq!(say(Lang::En, &fact("managed", "firm", &["no"])), "the firm – managed the risks: no");
    assert_eq!(say(Lang::Ru, &fact("size", "firm", &["small", "large"])), "фирма – размер субъекта: малый или крупный");
    assert_eq!(say(Lang::Kk, &fact("age", "firm", &["≥ 16"])), "фирма – жасы: 16 немесе одан көп");
    assert_eq!(
        say(Lang::En, &fact("age", "?", &["≥ 16 < 18"])),
        "somebody whom the case does not name – age: from 16, less than 18"
    );
    assert_eq!(say(Lang::Ru, &fact("acted_on", "", &["≥ 2026-01-18"])), "дата деяния: 18 января 2026 года или позже");
    assert_eq!(say(Lang::Kk, &fact("acted_on", "", &["2026-01-18"])), "әрекет күні: 2026 жылғы 18 қаңтар");
    let reading = FactRef::Reading { ambiguity: "harm-readings".into(), values: vec!["wide".into()] };
    assert_eq!(say(Lang::Kk, &reading), "«Зиян» дегеннің оқылуы: кез келген зиян");
    let others = FactRef::Others { values: vec!["no".into()] };
    assert_eq!(say(Lang::En, &others), "somebody else took part: no");
}

#[test]
fn narrow_terminals_and_colour() {
    let corpus = corpus();
    let decisions = decisions(&corpus, &case(&corpus));
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let narrow = tarazy_words::full(&words, &corpus, &decisions[0], &Style { color: false, width: 60 });
        assert!(narrow.lines().all(|l| l.chars().count() <= 60), "{narrow}");
        let colored = tarazy_words::full(&words, &corpus, &decisions[0], &Style { color: true, width: 60 });
        let mut plain = String::new();
        for (i, piece) in colored.split('\u{1b}').enumerate() {
            plain.push_str(if i == 0 { piece } else { piece.split_once('m').map_or("", |(_, rest)| rest) });
        }
        assert_eq!(plain, narrow, "colour changes nothing else");
    }
}
