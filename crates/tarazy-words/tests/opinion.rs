//! The opinion on a made-up review: as Markdown, HTML, JSON, SARIF and on a terminal.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
mod made_up;

use common::golden;
use made_up::review;
use serde_json::Value;
use tarazy_law::Lang;
use tarazy_review::{Class, Finding, Review};
use tarazy_words::opinion::{self, Opinion};
use tarazy_words::{Style, Words};

/// The digest of the small law changes with every comma of it.
fn without_digest(corpus: &tarazy_law::model::Corpus, text: &str) -> String {
    text.replace(&corpus.digest, "<digest>")
}

#[test]
fn markdown() {
    let corpus = common::corpus();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let opinion = Opinion::new(&words, &corpus, &review(&corpus));
        let text = opinion::markdown(&opinion);
        golden(&format!("opinion.{}.md", lang.code()), &without_digest(&corpus, &text));
    }
}

#[test]
fn html() {
    let corpus = common::corpus();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let opinion = Opinion::new(&words, &corpus, &review(&corpus));
        let page = opinion::html(&opinion);
        assert!(page.contains(&format!("<html lang=\"{}\">", lang.code())));
        for tag in ["section", "article", "table", "thead", "tbody", "tr", "th", "td", "p", "ul", "li", "nav", "dl"] {
            let count = |open: &str| page.matches(open).count();
            let opened = count(&format!("<{tag}>")) + count(&format!("<{tag} "));
            assert_eq!(opened, count(&format!("</{tag}>")), "{tag}");
        }
        let ids: Vec<&str> = page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len());
        for link in page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(ids.contains(&link), "{link}");
        }
        assert!(!page.contains('⟨') && !page.contains("{$"));
        assert!(!page.contains("http"), "the page stands alone");
    }
}

#[test]
fn what_the_law_says_is_never_markup() {
    let page = include_str!("law.md").replace("Time to answer", "<b>Time</b> | _to_ *answer*");
    let loaded = tarazy_law::model::Corpus::load(vec![tarazy_law::Source { path: "law.md".into(), text: page }]);
    let words = Words::new(Lang::En);
    let opinion = Opinion::new(&words, &loaded.corpus, &review(&loaded.corpus));
    let html = opinion::html(&opinion);
    assert!(!html.contains("<b>") && html.contains("&lt;b&gt;Time&lt;/b&gt; | _to_ *answer*"));
    let markdown = opinion::markdown(&opinion);
    assert!(markdown.contains("&lt;b>Time&lt;/b> | \\_to\\_ \\*answer\\*"));
    for row in markdown.lines().filter(|l| l.starts_with("| ")) {
        let bars = row.replace("\\|", "").matches('|').count();
        assert!(bars == 5 || bars == 4, "{row}");
    }
}

#[test]
fn many_duties_without_consequence_stand_in_an_annex() {
    let corpus = common::corpus();
    let one = review(&corpus).findings.into_iter().find(|f| f.class == Class::NoConsequence).unwrap();
    let many: Vec<Finding> = (0..9).map(|_| one.clone()).collect();
    let words = Words::new(Lang::Ru);
    let review = Review { edition: "new".into(), findings: many, undecided: Vec::new() };
    let opinion = Opinion::new(&words, &corpus, &review);
    assert_eq!(opinion.duties.len(), 9);
    assert_eq!(opinion.general.len(), 1);
    assert!(opinion.articles.is_empty() && opinion.rows.is_empty());
    let few = Review { findings: review.findings[..3].to_vec(), ..review };
    let opinion = Opinion::new(&words, &corpus, &few);
    assert!(opinion.duties.is_empty() && opinion.general.is_empty());
    assert_eq!(opinion.articles[0].remarks.len(), 1, "alike findings of one article are one remark");
    assert_eq!(opinion.articles[0].remarks[0].items.len(), 3);
}

#[test]
fn nothing_found_is_a_document_too() {
    let corpus = common::corpus();
    let review = Review { edition: "old".into(), findings: Vec::new(), undecided: Vec::new() };
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let opinion = Opinion::new(&words, &corpus, &review);
        assert!(opinion::markdown(&opinion).contains(&words.say("opinion-found-nothing")));
        assert!(opinion::html(&opinion).contains("</html>"));
    }
}

#[test]
fn terminal() {
    let corpus = common::corpus();
    let style = Style { color: false, width: 100 };
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let short = tarazy_words::review::terminal(&words, &corpus, &[review(&corpus)], false, &style);
        golden(&format!("review.{}.txt", lang.code()), &short);
        let long = tarazy_words::review::terminal(&words, &corpus, &[review(&corpus)], true, &style);
        assert!(long.len() > short.len());
        assert!(long.contains(&words.say("opinion-proposed")));
    }
}

#[test]
fn json_keeps_to_its_schema() {
    let corpus = common::corpus();
    let schema = tarazy_words::review::review_schema();
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("review.json", schema).unwrap();
    let index = compiler.compile("review.json", &mut schemas).unwrap();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let reviews = [review(&corpus), Review { edition: "old".into(), findings: Vec::new(), undecided: Vec::new() }];
        let json = serde_json::to_value(tarazy_words::review::json(&words, &corpus, &reviews)).unwrap();
        if let Err(e) = schemas.validate(&json, index) {
            panic!("{e}\n{json:#}");
        }
        assert_eq!(json["format"], "tarazy-review/1");
        let competing = json["editions"][0]["findings"].as_array().unwrap();
        let competing = competing.iter().find(|f| f["code"] == "R401").unwrap();
        assert_eq!(competing["cases"], "12345");
        assert_eq!(competing["readings"][0]["harm-readings"], "wide");
        assert_eq!(competing["editions"], serde_json::json!(["old", "new"]));
        let at = &competing["subjects"][0]["at"];
        let line = include_str!("law.md").lines().nth(at["line"].as_u64().unwrap() as usize - 1).unwrap();
        assert!(line.contains("offence code.10.p1"), "{line}");
    }
}

#[test]
fn sarif_has_what_the_standard_asks_for() {
    let corpus = common::corpus();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        // The same finding in two editions is one result.
        let sarif = tarazy_words::review::sarif(&words, &corpus, &[review(&corpus), review(&corpus)]);
        assert_eq!(sarif["version"], "2.1.0");
        let run = &sarif["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        assert_eq!(rules.len(), Class::ALL.len());
        let results = run["results"].as_array().unwrap();
        let distinct = review(&corpus).findings.iter().map(Finding::key).collect::<std::collections::BTreeSet<_>>();
        assert_eq!(results.len(), distinct.len());
        for result in results {
            let rule = &rules[result["ruleIndex"].as_u64().unwrap() as usize];
            assert_eq!(rule["id"], result["ruleId"]);
            assert!(["error", "warning", "note"].iter().any(|l| result["level"] == *l));
            assert!(!result["message"]["text"].as_str().unwrap().is_empty());
            let place = &result["locations"][0]["physicalLocation"];
            let lines = include_str!("law.md").lines().count() as u64;
            for key in ["startLine", "endLine"] {
                let line = place["region"][key].as_u64().unwrap();
                assert!((1..=lines).contains(&line), "{line}");
            }
            assert!(place["region"]["startColumn"].as_u64().unwrap() >= 1);
            assert_eq!(place["artifactLocation"]["uri"], "law.md");
            let prints = result["partialFingerprints"].as_object().unwrap();
            assert!(prints.values().all(Value::is_string));
        }
    }
}
