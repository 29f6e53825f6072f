//! The opinion on paper: read back from the PDF and from the DOCX, in three languages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::io::{Cursor, Read};

use pdf_extract::Document;
use support::{DAY, law, letters, squeezed};
use tarazy_law::Lang;
use tarazy_law::model::Selection;
use tarazy_paper::{opinion_docx, opinion_pdf};
use tarazy_review::{Class, Finding, Kind, Review, Subject, Value};
use tarazy_words::Words;
use tarazy_words::opinion::Opinion;

/// A made-up review, long enough for a table of several pages.
fn made_up(edition: &str) -> Review {
    let book = law().book(&Selection { edition: edition.into(), as_of: None });
    let subject = |n: &tarazy_law::model::Norm| Subject {
        kind: Kind::Norm,
        name: n.id.clone(),
        provision: Some(n.provision),
        span: n.span,
    };
    let mut findings: Vec<Finding> = book
        .norms
        .iter()
        .take(24)
        .map(|n| {
            let part = Value::Keys(vec!["bearer-not-stated"]);
            Finding::new(Class::AddresseeNotStated, vec![subject(n)]).with("part", part)
        })
        .collect();
    findings.extend(
        book.norms
            .iter()
            .take(10)
            .map(|n| Finding::new(Class::NoConsequence, vec![subject(n)]).with("kind", Value::Keys(vec!["kind-duty"]))),
    );
    let pair = book.norms.iter().rev().take(2).map(subject).collect();
    findings.push(Finding::new(Class::Competing, pair));
    Review { edition: edition.into(), findings, undecided: Vec::new() }
}

fn texts(opinion: &Opinion) -> Vec<String> {
    let mut out = vec![opinion.title.clone(), opinion.subtitle.clone(), opinion.found.clone()];
    out.extend(opinion.preamble.clone());
    for r in opinion.general.iter().chain(opinion.articles.iter().flat_map(|a| &a.remarks)) {
        out.extend([r.title.clone(), r.wrong.clone(), r.reason.clone(), r.mend.clone()]);
        out.extend(r.items.clone());
        out.extend(r.proposed.clone());
        out.extend(r.current.iter().map(|c| c.text.clone()));
    }
    out.extend(opinion.rows.iter().flat_map(|r| [r.unit.clone(), r.current.clone()]));
    out.extend(opinion.duties.iter().map(|d| d.heading.clone()));
    out.push(opinion.text[1].text.clone());
    out
}

#[test]
fn the_pdf_says_what_the_opinion_says() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let opinion = Opinion::new(&words, law(), &made_up("enacted"));
        let pdf = opinion_pdf(&opinion, DAY).unwrap();
        let read = letters(&pdf);
        // A text that goes over the end of a page has the foot of the page in its middle.
        let all = texts(&opinion);
        let torn = all.iter().filter(|t| !read.contains(&squeezed(t))).collect::<Vec<_>>();
        let pages = Document::load_mem(&pdf).unwrap().get_pages().len();
        assert!(torn.len() <= pages, "{} of {}: {torn:#?}", torn.len(), all.len());
        // The head of the comparative table stands on each of its pages.
        let head = squeezed(opinion.word("opinion-unit"));
        assert!(read.matches(&head).count() >= 3, "{}", read.matches(&head).count());
    }
}

#[test]
fn the_comparative_table_lies_across() {
    let words = Words::new(Lang::Kk);
    let opinion = Opinion::new(&words, law(), &made_up("bill-2025-01"));
    let pdf = opinion_pdf(&opinion, DAY).unwrap();
    assert_eq!(pdf, opinion_pdf(&opinion, DAY).unwrap(), "the same opinion is the same bytes");
    let document = Document::load_mem(&pdf).unwrap();
    let pages = document.get_pages();
    let across = pages.values().filter(|id| {
        let page = document.get_dictionary(**id).unwrap();
        let size: Vec<f32> =
            page.get(b"MediaBox").unwrap().as_array().unwrap().iter().map(|n| n.as_float().unwrap()).collect();
        size[2] > size[3]
    });
    let (across, all) = (across.count(), pages.len());
    assert!(across >= 1 && across < all, "{across} of {all}");
}

fn parts(docx: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    (0..zip.len())
        .map(|i| {
            let mut file = zip.by_index(i).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn the_docx_says_what_the_opinion_says() {
    for (lang, tag) in [(Lang::Kk, "kk-KZ"), (Lang::Ru, "ru-RU"), (Lang::En, "en-GB")] {
        let words = Words::new(lang);
        let opinion = Opinion::new(&words, law(), &made_up("enacted"));
        let docx = opinion_docx(&opinion, DAY).unwrap();
        let parts = parts(&docx);
        for (name, text) in &parts {
            roxmltree::Document::parse(text).unwrap_or_else(|e| panic!("{name}: {e}"));
        }
        let part = |name: &str| parts.iter().find(|(n, _)| n == name).map(|(_, t)| t.as_str()).unwrap();
        assert!(part("word/styles.xml").contains(&format!("<w:lang w:val=\"{tag}\"")));
        assert!(part("docProps/core.xml").contains("2026-07-01T00:00:00Z"));
        let document = roxmltree::Document::parse(part("word/document.xml")).unwrap();
        let paragraphs: Vec<(String, String)> = document
            .descendants()
            .filter(|n| n.has_tag_name(("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "p")))
            .map(|p| {
                let style = p.descendants().find(|n| n.tag_name().name() == "pStyle");
                let style = style.and_then(|s| s.attributes().next()).map_or("", |a| a.value()).to_owned();
                (style, p.descendants().filter_map(|n| n.text()).collect::<String>())
            })
            .collect();
        // Every style that is used is there, and every heading is one.
        for (style, text) in &paragraphs {
            let known = part("word/styles.xml").contains(&format!("w:styleId=\"{style}\""));
            assert!(known || style.is_empty(), "{style}: {text}");
        }
        let of = |style: &str| paragraphs.iter().filter(|(s, _)| s == style).count();
        assert_eq!(of("Heading2"), opinion.general.len() + opinion.articles.len());
        assert_eq!(of("Heading3"), opinion.articles.iter().map(|a| a.remarks.len()).sum::<usize>());
        for text in texts(&opinion) {
            assert!(paragraphs.iter().any(|(_, p)| p.contains(&text)), "{text}");
        }
        let count = |name: &str| document.descendants().filter(|n| n.tag_name().name() == name).count();
        assert_eq!(count("tbl"), count("tblHeader"), "the head of every table stands again on every page");
        assert_eq!(count("tbl"), 3);
        assert_eq!(count("sectPr"), 3);
        // A cell holds at least one paragraph, and the relations lead to parts that are there.
        let cells = document.descendants().filter(|n| n.tag_name().name() == "tc");
        assert!(cells.into_iter().all(|c| c.children().any(|n| n.tag_name().name() == "p")));
        for target in part("word/_rels/document.xml.rels").split("Target=\"").skip(1) {
            let target = target.split('"').next().unwrap();
            assert!(parts.iter().any(|(n, _)| *n == format!("word/{target}")), "{target}");
        }
        assert_eq!(docx, opinion_docx(&opinion, DAY).unwrap(), "the same opinion is the same bytes");
    }
}

#[test]
fn what_is_written_is_never_markup() {
    let words = Words::new(Lang::En);
    let mut opinion = Opinion::new(&words, law(), &made_up("opinion"));
    opinion.title = "#import \"x\" & <w:p/> ]]> $a$ \u{1}\u{fffe}".into();
    assert!(!opinion_pdf(&opinion, DAY).unwrap().is_empty());
    for (name, text) in parts(&opinion_docx(&opinion, DAY).unwrap()) {
        roxmltree::Document::parse(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
}

#[test]
fn nothing_found_is_a_document_too() {
    let nothing = Review { edition: "enacted".into(), findings: Vec::new(), undecided: Vec::new() };
    let words = Words::new(Lang::Ru);
    let opinion = Opinion::new(&words, law(), &nothing);
    let read = letters(&opinion_pdf(&opinion, DAY).unwrap());
    assert!(read.contains(&squeezed(&words.say("opinion-found-nothing"))));
    assert!(!opinion_docx(&opinion, DAY).unwrap().is_empty());
}
