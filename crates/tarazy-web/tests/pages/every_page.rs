//! Every page there is, in every language: `House` holds each against what must be true of all.

use std::collections::BTreeSet;

use crate::house::House;
use crate::life::addresses;

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

#[tokio::test]
async fn pages_of_the_house() {
    let house = House::new();
    for lang in LANGUAGES {
        for page in [
            "",
            "/samples",
            "/new",
            "/upload",
            "/binds",
            "/binds?role=owner",
            "/binds?role=developer&role=deployer&edition=opinion&fact=generates=yes&fact=in_operation=unknown",
            "/law",
            "/law/findings",
            "/law/search",
            "/law/search?q=иесі",
            "/api",
            "/about",
            "/accessibility",
            "/privacy",
            "/deleted",
        ] {
            house.page(&format!("/{lang}{page}")).await;
        }
    }
    assert_eq!(house.get("/").await.location(), "/kk");
}

#[tokio::test]
async fn pages_of_every_sample() {
    let house = House::new();
    for (i, sample) in house.law.samples.iter().enumerate() {
        let base = format!("/samples/{}", sample.case.id);
        // Each in one language, all three over the whole; the facts in all.
        let lang = LANGUAGES[i % 3];
        assert_eq!(house.get(&format!("/{lang}{base}")).await.location(), format!("/{lang}{base}/answer"));
        let answer = house.page(&format!("/{lang}{base}/answer")).await;
        assert!(answer.says(sample.case.title.get(tarazy_law::Lang::from_code(lang).unwrap())));
        for edition in ["bill-2025-01", "opinion", "enacted"] {
            house.page(&format!("/{lang}{base}/answer?edition={edition}")).await;
        }
        for lang in LANGUAGES {
            house.page(&format!("/{lang}{base}/facts")).await;
        }
    }
}

#[tokio::test]
async fn pages_of_a_kept_case() {
    let house = House::new();
    let empty = house.begin("Nothing yet").await;
    let copy = house.done("/kk/samples/aiid-545/copy", &[]).await;
    let copy = copy.strip_prefix("/kk").unwrap().to_owned();
    let person = house.case(&copy).await.persons[0].id.clone();
    for lang in LANGUAGES {
        for page in ["", "/about", "/persons", "/answer", "/facts", "/history", "/keep", "/delete", "/question/others"]
        {
            house.page(&format!("/{lang}{empty}{page}")).await;
        }
        assert_eq!(house.get(&format!("/{lang}{empty}/next")).await.location(), format!("/{lang}{empty}/persons"));
        house.page(&format!("/{lang}{copy}/persons/{person}")).await;
        for address in addresses(&house, &copy).await {
            let address = format!("/{lang}{}", address.get(3..).unwrap());
            if !address.ends_with(".pdf") && !address.ends_with("/p1") {
                let reply = house.get(&address).await;
                assert!(reply.status.is_success() || reply.status.is_redirection(), "{address}");
            }
        }
    }
}

#[tokio::test]
async fn every_question() {
    let house = House::new();
    let case = house.begin("Every question").await;
    for name in ["One", "Two"] {
        house.add(&case, name, &["owner"], "unknown").await;
    }
    let about = ["", "?about=p1", "?about=p1&about=p2"];
    for (_, fact) in house.law.corpus.vocabulary.iter() {
        for lang in LANGUAGES {
            let page = house.page(&format!("/{lang}{case}/question/{}{}", fact.name, about[fact.persons()])).await;
            let question = fact.question.get(tarazy_law::Lang::from_code(lang).unwrap());
            assert!(page.says(&question.split_whitespace().collect::<Vec<_>>().join(" ")), "{}", fact.name);
        }
    }
}

/// Every link of the pages of a case that is held leads somewhere.
#[tokio::test]
async fn links_lead_somewhere() {
    let house = House::new();
    let copy = house.done("/ru/samples/aiid-545/copy", &[]).await;
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for page in ["", "/persons", "/answer", "/answer?edition=opinion", "/facts", "/history", "/keep", "/delete"] {
        seen.extend(house.page(&format!("{copy}{page}")).await.links());
    }
    for address in seen.iter().filter(|l| l.starts_with('/') && !l.contains(".pdf") && !l.contains("suppose=")) {
        let reply = house.get(address).await;
        assert!(reply.status.is_success() || reply.status.is_redirection(), "{} {}", reply.asked, reply.status);
    }
}
