//! The law in the browser: editions, articles, what is found in it and in its words.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use tarazy_law::Lang;
use tarazy_law::model::Corpus;
use tarazy_review::{Class, Context, Finding, Readings, Review, Value, Weight};

use crate::house::House;
use crate::page::Page;

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// Every link of these pages that stays within the law.
async fn within(house: &House, pages: &[String], lang: &str) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for page in pages {
        let links = house.page(page).await.links();
        out.extend(links.into_iter().filter(|l| l.starts_with(&format!("/{lang}/law/"))));
    }
    out
}

#[tokio::test]
async fn every_article_of_every_edition_has_a_page() {
    let house = House::new();
    for lang in LANGUAGES {
        let editions: Vec<String> =
            house.law.corpus.editions.iter().map(|e| format!("/{lang}/law/{}", e.name)).collect();
        let links = within(&house, &editions, lang).await;
        let articles: BTreeSet<&String> = links.iter().filter(|l| l.split('/').count() == 6).collect();
        assert!(articles.len() > 100, "{}", articles.len());
        // Each article in one language; the contents in all.
        let own = LANGUAGES.iter().position(|l| *l == lang).unwrap();
        for (i, address) in articles.into_iter().enumerate() {
            if i % 3 == own {
                house.page(address).await;
            }
        }
    }
}

#[tokio::test]
async fn an_article_says_what_the_edition_says() {
    let house = House::new();
    let bill = house.page("/en/law/bill-2025-01/bill/8").await;
    assert!(bill.says("An AI system must always be under the control of its owner, its possessor and its user."));
    let other = bill.html().contains("lang=\"kk\"") && bill.html().contains("lang=\"ru\"");
    assert!(other, "the other languages are there too");
    assert!(bill.says("duty bill.8.p1") && bill.says("liability bill.8.p2"), "the blocks as they are written");
    assert!(bill.says("Whom") || bill.says("Who (p)"), "and in words");
    // The opinion puts another wording in the place of part 1 and takes part 2 away.
    let opinion = house.page("/en/law/opinion/bill/8").await;
    assert!(!opinion.says("An AI system must always be under the control"));
    assert!(opinion.says("Constant control falls to the owner or possessor who is able"));
    assert!(opinion.links().contains("/en/law/bill-2025-01/bill/8"), "the same article in the other edition");
    assert!(opinion.links().iter().any(|l| l.starts_with("/en/binds?role=owner")));
}

#[tokio::test]
async fn addresses_are_kind() {
    let house = House::new();
    // By its number alone, where only one act has it.
    assert_eq!(house.get("/kk/law/bill-2025-01/8").await.location(), "/kk/law/bill-2025-01/bill/8");
    assert_eq!(house.get("/ru/law/2025-11-17").await.location(), "/ru/law/enacted");
    for (address, helps) in [
        ("/en/law/enacted/1", "/en/law/enacted/ail/1"),
        ("/en/law/enacted/ail/999", "/en/law/enacted"),
        ("/en/law/bill-2025-01/ail/17", "/en/law/enacted/ail/17"),
        ("/en/law/enactet", "/en/law/enacted"),
        ("/en/law/koap.641-1.p1.s3", "/en/law/koap.641-1.p1.s2"),
        ("/en/law/nothing/8", "/en/law/enacted"),
        ("/en/law/findings/R999", "/en/law/findings"),
        ("/en/law/%3Cscript%3E", "/en/law/enacted"),
    ] {
        let reply = house.get(address).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{address}");
        let links = reply.page().links();
        assert!(links.contains(helps), "{address}: {links:?}");
    }
}

#[tokio::test]
async fn a_norm_of_a_case_leads_to_its_article() {
    let house = House::new();
    let page = house.page("/en/binds?role=owner&edition=enacted").await;
    let links = page.links();
    let place = links.iter().find(|l| l.contains("/law/enacted/ail/")).expect("a link to an article");
    let (address, anchor) = place.split_once('#').expect("to the very provision");
    assert!(house.page(address).await.at(anchor).is_some(), "{place}");
}

/// Addresses of what was found, in order.
async fn found(house: &House, lang: &str, question: &str) -> Vec<String> {
    let question: String = form_urlencoded::byte_serialize(question.as_bytes()).collect();
    let page = house.page(&format!("/{lang}/law/search?q={question}")).await;
    page.with(|doc| {
        let links = doc.descendants().filter(|n| n.attribute("class").is_some_and(|c| c.contains("results__name")));
        links.filter_map(|n| n.attribute("href").map(str::to_owned)).collect()
    })
}

#[tokio::test]
async fn forms_of_a_word_find_the_same() {
    let house = House::new();
    for (lang, forms) in [
        ("kk", ["тәуекелдерді басқару", "тәуекел басқарған", "ТӘУЕКЕЛДІ басқаруы"]),
        ("kk", ["құқық", "құқығы", "кукык"]),
        ("ru", ["собственник", "собственника", "СОБСТВЕННИКУ"]),
        ("ru", ["запрещённая", "запрещенная", "запрещённой"]),
        ("en", ["possessor", "possessors", "Possessor"]),
    ] {
        let first: BTreeSet<String> = found(&house, lang, forms[0]).await.into_iter().collect();
        assert!(!first.is_empty(), "{forms:?}");
        for form in &forms[1..] {
            let other: BTreeSet<String> = found(&house, lang, form).await.into_iter().collect();
            assert!(first.intersection(&other).count() * 10 >= first.len() * 8, "{} and {form}", forms[0]);
        }
    }
}

#[tokio::test]
async fn numbers_and_other_languages_find_too() {
    let house = House::new();
    for question in ["641-1", "641-1-бап", "ст. 641-1", "статья 641-1", "article 641-1"] {
        let first = found(&house, "kk", question).await;
        assert!(first[0].contains("/641-1#"), "{question}: {first:?}");
    }
    // A Kazakh word on an English page, and the excerpt says that it is Kazakh.
    let page = house.page("/en/law/search?q=%D1%82%D3%99%D1%83%D0%B5%D0%BA%D0%B5%D0%BB").await;
    assert!(page.html().contains("<p class=\"govuk-body\" lang=\"kk\">") && page.html().contains("<mark>"));
    assert!(found(&house, "ru", "qwertyuiop").await.is_empty());
    let near =
        house.page("/ru/law/search?q=%D1%81%D0%BE%D0%B1%D1%81%D1%82%D0%B2%D0%B5%D0%BD%D0%B8%D0%BA%D0%B5%D1%80").await;
    assert!(near.says("собственник"), "a word that looks like it is suggested");
    for strange in ["%00", "a".repeat(5000).as_str(), "%F0%9F%92%A9", "<b>", "\"", "..."] {
        house
            .page(&format!(
                "/en/law/search?q={}",
                form_urlencoded::byte_serialize(strange.as_bytes()).collect::<String>()
            ))
            .await;
    }
}

/// Reviews as they might be: one finding in both editions, one that the opinion cures, one that it brings.
pub(crate) fn made_up(corpus: &Corpus) -> Vec<Review> {
    let of = |edition: &str, found: &[(Class, &[&str])]| {
        let context = Context::new(corpus, edition);
        let norm = |name: &&str| context.norm(context.book.norms.iter().find(|n| n.id == *name).unwrap());
        let finding = |(class, names): &(Class, &[&str])| {
            let readings = vec![vec![("koap.641-1.other-harm".to_owned(), "cumulative".to_owned())]];
            let f = Finding::new(*class, names.iter().map(norm).collect()).with("detail", Value::Text("x".to_owned()));
            Finding { editions: vec![edition.to_owned()], ..f.in_readings(Readings::Only(readings)) }
        };
        let findings = found.iter().map(finding).collect();
        Review { edition: edition.to_owned(), findings, undecided: Vec::new() }
    };
    vec![
        of("base", &[]),
        of(
            "bill-2025-01",
            &[
                (Class::NotAllocated, &["bill.8.p2"]),
                (Class::NoConsequence, &["bill.8.p1"]),
                (Class::Competing, &["koap.641-1.p1.s2", "koap.456-2.p3"]),
            ],
        ),
        of(
            "opinion",
            &[(Class::Competing, &["koap.641-1.p1.s2", "koap.456-2.p3"]), (Class::Surplus, &["opinion.o2.operator"])],
        ),
        of("enacted", &[]),
    ]
}

#[tokio::test]
async fn findings_stand_beside_their_provisions() {
    let house = House::reviewed(|corpus| Some(made_up(corpus)));
    for lang in LANGUAGES {
        let page = house.page(&format!("/{lang}/law/bill-2025-01/bill/8")).await;
        for class in ["R201", "R203"] {
            assert!(page.links().contains(&format!("/{lang}/law/findings/{class}")), "{class}");
            let all = house.page(&format!("/{lang}/law/findings/{class}")).await;
            assert!(all.links().iter().any(|l| l.starts_with(&format!("/{lang}/law/bill-2025-01/bill/8#"))));
        }
        assert!(!page.html().contains("R401"), "it is about another article");
        house.page(&format!("/{lang}/law/findings?edition=opinion")).await;
        house.page(&format!("/{lang}/law/findings/r401")).await;
    }
    let other = house.page("/en/law/bill-2025-01/koap-bill/641-1").await;
    let label = "a listed harm and other harm on top";
    assert!(other.says("R401") && other.says(label), "with the reading in which alone it holds");
    // Every class has a page.
    for class in Class::ALL {
        house.page(&format!("/kk/law/findings/{class}")).await;
    }
}

#[tokio::test]
async fn real_findings_stand_where_they_belong() {
    let house = House::new();
    for lang in LANGUAGES {
        let page = house.page(&format!("/{lang}/law/bill-2025-01/koap-bill/641-1")).await;
        assert!(page.links().contains(&format!("/{lang}/law/findings/R401")), "offences that compete");
        let page = house.page(&format!("/{lang}/law/bill-2025-01/bill/1")).await;
        assert!(page.links().contains(&format!("/{lang}/law/findings/R301")), "a definition too narrow");
    }
    // What shows a finding is told, and in the margin one class stands once for a provision.
    let page = house.page("/en/law/bill-2025-01/koap-bill/641-1").await;
    let review = house.law.reviews().iter().find(|r| r.edition == "bill-2025-01").unwrap();
    let book = &house.law.engine("bill-2025-01").unwrap().book;
    let words = tarazy_words::Words::new(Lang::En);
    let competing = review.findings.iter().filter(|f| f.class == Class::Competing);
    let competing = competing.filter(|f| f.subjects.iter().any(|s| s.name == "koap.641-1.p1.s2"));
    let mut count = 0;
    for f in competing {
        count += 1;
        for told in tarazy_words::review::example(&words, house.law.corpus, book, f.witness.as_ref().unwrap()) {
            assert!(page.says(&told), "{told}");
        }
    }
    assert!(count > 3, "{count}");
    assert_eq!(page.html().matches("/en/law/findings/R401\"").count(), 1);
}

/// Whether a page lists findings of a class.
fn lists(page: &Page, class: &str) -> bool {
    page.at(class).is_some()
}

#[tokio::test]
async fn findings_are_narrowed_by_links() {
    let house = House::new();
    for lang in LANGUAGES {
        let contents = house.page(&format!("/{lang}/law/enacted")).await;
        for narrowed in ["", "&weight=serious", "&class=R401"] {
            let address = format!("/{lang}/law/findings?edition=enacted{narrowed}");
            assert!(contents.links().contains(&address), "{address}");
        }
    }
    let review = house.law.reviews().iter().find(|r| r.edition == "enacted").unwrap();
    let has = |class: &Class| review.findings.iter().any(|f| f.class == *class);
    let all = house.page("/en/law/findings?edition=enacted").await;
    let serious = house.page("/en/law/findings?edition=enacted&weight=serious").await;
    for class in Class::ALL {
        assert_eq!(lists(&all, class.code()), has(class), "{class}");
        assert_eq!(lists(&serious, class.code()), has(class) && class.weight() == Weight::Serious, "{class}");
    }
    let one = house.page("/en/law/findings?edition=enacted&class=R401").await;
    let listed: Vec<&Class> = Class::ALL.iter().filter(|c| lists(&one, c.code())).collect();
    assert_eq!(listed, [&Class::Competing]);
    let words = tarazy_words::Words::new(Lang::En);
    let book = &house.law.engine("enacted").unwrap().book;
    for f in review.findings.iter().filter(|f| f.class == Class::Competing) {
        assert!(one.says(&tarazy_words::review::sentence(&words, house.law.corpus, book, f)));
    }
    // Nothing fits both.
    let none = house.page("/en/law/findings?edition=enacted&class=R401&weight=remark").await;
    assert!(none.says("Nothing of this class was found."));
    house.page("/kk/law/findings?weight=moderate").await;
    for wrong in ["edition=nothing", "weight=heavy", "class=R999"] {
        house.get(&format!("/en/law/findings?{wrong}")).await.is_refusal(400);
    }
}

#[tokio::test]
async fn a_class_has_its_example_and_where_it_was_found() {
    let house = House::new();
    for (i, class) in Class::ALL.iter().enumerate() {
        let page = house.page(&format!("/{}/law/findings/{class}", LANGUAGES[i % 3])).await;
        assert!(page.html().contains("<pre lang=\"zxx\"><code>"), "{class}: an example");
        assert!(page.html().contains("<ins>") || page.html().contains("<del>"), "{class}: what differs in it");
        assert!(!page.text().contains("# <-"), "{class}: what the tests wrote is not shown");
    }
    let page = house.page("/en/law/findings/R401").await;
    assert!(page.says("displacement robots.11 of robots.9 by robots.10"));
    for edition in ["bill-2025-01", "opinion", "enacted"] {
        let address = format!("/en/law/findings?edition={edition}&class=R401");
        assert!(page.links().contains(&address), "{address}");
    }
}

#[tokio::test]
async fn norms_that_differ_are_named() {
    let house = House::new();
    let difference = |a, b| {
        tarazy_review::difference::norms(
            &Context::new(house.law.corpus, a),
            &Context::new(house.law.corpus, b),
            &tarazy_review::Options::default(),
        )
    };
    for (a, b) in [("bill-2025-01", "opinion"), ("bill-2025-01", "enacted")] {
        let found = difference(a, b);
        for lang in LANGUAGES {
            let page = house.page(&format!("/{lang}/law/compare?a={a}&b={b}")).await;
            let words = tarazy_words::Words::new(Lang::from_code(lang).unwrap());
            let account = tarazy_words::difference::account(&words, house.law.corpus, &found, Some(1));
            assert!(account.sections.iter().any(|s| s.key == "changed"));
            for entry in account.sections.iter().flat_map(|s| &s.entries) {
                assert!(page.says(&entry.said), "{}", entry.said);
            }
            assert!(page.at("does").is_some());
        }
    }
}

#[tokio::test]
async fn editions_are_compared() {
    let house = House::reviewed(|corpus| Some(made_up(corpus)));
    for lang in LANGUAGES {
        let page = house.page(&format!("/{lang}/law/compare?a=bill-2025-01&b=opinion")).await;
        assert!(page.html().contains("<del>") && page.html().contains("<ins>"));
        house.page(&format!("/{lang}/law/compare")).await;
        house.page(&format!("/{lang}/law/compare?a=opinion&b=opinion")).await;
    }
    let page = house.page("/en/law/compare?a=bill-2025-01&b=opinion").await;
    for (key, count) in [("gone", 2), ("new", 1), ("stay", 1)] {
        assert!(
            page.says(
                &format!("Findings that {} {key}: {count}", if key == "stay" { "" } else { "are" }).replace("  ", " ")
            ),
            "{key}"
        );
    }
    assert!(page.links().contains("/en/law/opinion/bill/8#bill.8.p1"));
    house.get("/en/law/compare?a=nothing").await.is_refusal(400);
}

#[tokio::test]
async fn pictures_of_norms_have_their_words() {
    let house = House::new();
    for lang in LANGUAGES {
        for edition in ["bill-2025-01", "opinion", "enacted", "base"] {
            house.page(&format!("/{lang}/law/{edition}/picture")).await;
        }
    }
    let page = house.page("/en/law/enacted/koap/641-1").await;
    assert!(page.html().contains("<svg") && page.html().contains("<figure"));
    let heading = house.law.corpus.provisions().find(|(_, p)| p.id.as_deref() == Some("koap.641-1.p2")).unwrap().1;
    let heading = tarazy_words::heading_in(&heading.heading, Lang::En);
    let cells = page.with(|doc| {
        let cells = doc.descendants().filter(|n| n.has_tag_name("td") || n.has_tag_name("th"));
        cells.map(|c| c.descendants().filter_map(|t| t.text()).collect::<String>()).collect::<Vec<_>>()
    });
    assert!(cells.iter().any(|c| c.contains(heading)), "{heading}: {cells:?}");
}

/// A page of the law as it is.
fn written(house: &House, path: &str) -> String {
    house.law.corpus.sources.iter().find(|(_, s)| s.path == path).unwrap().1.text.clone()
}

#[tokio::test]
async fn a_page_is_worded_otherwise() {
    let house = House::reviewed(|corpus| Some(made_up(corpus)));
    let path = "kz/bill/8.md";
    let address = "/en/law/sandbox?edition=bill-2025-01&page=kz%2Fbill%2F8.md";
    assert!(house.page("/en/law/bill-2025-01/bill/8").await.links().contains(address));
    let own = written(&house, path);
    let begun = house.page(address).await;
    let text = begun.filled().into_iter().find(|(name, _)| name == "text").unwrap().1;
    assert_eq!(text.trim_start_matches('\n'), own, "the page as it is");
    for lang in LANGUAGES {
        house.page(&format!("/{lang}/law/sandbox")).await;
        let to = format!("/{lang}/law/sandbox");
        let send = |text: String| {
            let (house, to) = (&house, to.clone());
            async move {
                let form = [("edition", "bill-2025-01"), ("page", path), ("text", &*text)];
                let reply = house.post(&to, &form).await;
                assert_eq!(reply.status, StatusCode::OK);
                reply.page()
            }
        };
        // As it is, with the line ends of a browser: no mistakes.
        let page = send(own.replace('\n', "\r\n")).await;
        assert!(!page.html().contains("class=\"mistakes\""));
        // A misspelt fact, at its line.
        let page = send(own.replacen("user(p, system)", "usr(p, system)", 1)).await;
        let line = own.lines().position(|l| l.contains("user(p, system)")).unwrap() + 1;
        assert!(
            page.html().contains(&format!("{line} │ ")) && page.html().contains("<code>L0301</code>"),
            "{}",
            page.text()
        );
        // An example that no longer comes out.
        let page = send(own.replacen(" or user(p, system)", "", 1)).await;
        assert!(page.html().contains("<code>L0402</code>"));
        // Nothing at all: other pages miss what was declared here.
        send(String::new()).await;
    }
}

#[tokio::test]
async fn a_wording_that_brings_a_defect_is_told() {
    let house = House::new();
    let path = "kz/bill/8.md";
    let more = "\n## Тағы да / Ещё раз / Once more {#bill.8.p9}\n\ncite: bill 8 p9\n\nkk: Меншік иесі жүйені бақылайды.\n\n\
                ru: Собственник контролирует систему.\n\nen: The owner controls the system.\n\n\
                ```norm\nduty bill.8.p9\n  bearer    p where owner(p, system)\n  content   control_exercised(p, system)\n```\n";
    let text = written(&house, path) + more;
    for lang in LANGUAGES {
        let form = [("edition", "bill-2025-01"), ("page", path), ("text", &*text)];
        let page = house.post(&format!("/{lang}/law/sandbox"), &form).await.page();
        assert!(!page.html().contains("class=\"mistakes\""));
        for class in ["R203", "R405"] {
            assert!(page.links().contains(&format!("/{lang}/law/findings/{class}")), "{class}: {}", page.text());
        }
        assert!(lang != "en" || page.says("(Once more): "), "{}", page.text());
    }
}

#[tokio::test]
async fn what_is_tried_is_bounded_and_never_markup() {
    let house = House::new();
    let path = "kz/bill/8.md";
    let form = |text: String| vec![("edition", "bill-2025-01".to_owned()), ("page", path.to_owned()), ("text", text)];
    let send = |form: Vec<(&'static str, String)>| {
        let house = &house;
        async move {
            let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (*n, v.as_str())).collect();
            house.post("/en/law/sandbox", &form).await
        }
    };
    assert_eq!(send(form("x".repeat(100 << 10))).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let own = written(&house, path);
    let many: Vec<String> = (0..500).map(|i| format!("p{i}")).collect();
    let crowd =
        format!("{own}\n```test\nfor {}: owner(p1, system)\nexpect bill.8.p1 applies to p1\n```\n", many.join(", "));
    let page = send(form(crowd)).await.page();
    assert!(page.says("more than 24 persons"));
    let deep = format!(
        "{own}\n## x / x / x {{#x}}\n\ncite: bill 8\n\nkk: x\n\nru: x\n\nen: x\n\n```norm\nduty x\n  when {}ai_system(system){}\n```\n",
        "(".repeat(5000),
        ")".repeat(5000)
    );
    send(form(deep)).await.page();
    let page = send(form("# <script>alert(1)</script> </textarea><b>".to_owned())).await;
    assert!(!page.text().contains("<script>alert") && !page.text().contains("</textarea><b>"));
    for (edition, path, status) in
        [("nothing", "kz/bill/8.md", 400), ("enacted", "kz/none.md", 404), ("enacted", "../../etc/passwd", 404)]
    {
        let form = vec![("edition", edition.to_owned()), ("page", path.to_owned()), ("text", String::new())];
        assert_eq!(send(form).await.status.as_u16(), status, "{path}");
    }
    house.get("/en/law/sandbox?page=kz/none.md").await.is_refusal(404);
}
