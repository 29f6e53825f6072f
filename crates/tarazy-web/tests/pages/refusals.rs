//! What cannot be taken is refused with the right status and a page in the language asked for.

use crate::house::House;

#[tokio::test]
async fn empty_and_too_long_texts() {
    let house = House::new();
    let case = house.begin("Refusals").await;
    house.add(&case, "Someone", &[], "unknown").await;
    let long = |n: usize| "é".repeat(n + 1);
    let (title, summary, name, evidence) = (long(200), long(10_000), long(200), long(2_000));
    for lang in ["kk", "ru", "en"] {
        let at = |page: &str| format!("/{lang}{case}{page}");
        let new = format!("/{lang}/new");
        for (address, form, field) in [
            (&new, &[][..], "title"),
            (&new, &[("title", " \t ")], "title"),
            (&new, &[("title", title.as_str())], "title"),
            (&new, &[("title", "x"), ("summary", summary.as_str())], "summary"),
            (&at("/about"), &[], "title"),
            (&at("/about"), &[("title", title.as_str())], "title"),
            (&at("/persons"), &[], "name"),
            (&at("/persons"), &[("name", name.as_str())], "name"),
            (&at("/persons/p1"), &[("name", "")], "name"),
            (&at("/question/damage"), &[], "answer"),
            (&at("/question/others"), &[("answer", "perhaps")], "answer"),
            (&at("/question/damage"), &[("answer", "yes"), ("evidence", evidence.as_str())], "evidence"),
            (&at("/question/damage"), &[("answer", "yes"), ("by", evidence.as_str())], "by"),
        ] {
            let page = house.refused(address, form).await;
            let complaints = page.complaints();
            assert_eq!(complaints[0].0, field, "{address}");
            // The words stand at the field too, and what was written stays.
            assert!(page.at(&format!("{field}-error")).unwrap().ends_with(&complaints[0].1), "{address}");
            for (name, value) in form.iter().filter(|(_, v)| !v.trim().is_empty() && *v != "perhaps") {
                assert!(page.filled().contains(&((*name).to_owned(), (*value).to_owned())), "{address} {name}");
            }
        }
    }
    let kept = house.case(&case).await;
    assert!(kept.facts.is_empty() && kept.persons.len() == 1 && kept.title.en == "Refusals");
}

#[tokio::test]
async fn what_is_not_there() {
    let house = House::new();
    let case = house.begin("Refusals").await;
    house.add(&case, "Someone", &[], "unknown").await;
    let nobody = "/case/00000000000000000000000000";
    for (status, address) in [
        (404, "/nothing".to_owned()),
        (404, "/xx".to_owned()),
        (404, "/ru/nothing".to_owned()),
        (404, "/en/samples/none/answer".to_owned()),
        (404, "/en/samples/none/decision.json".to_owned()),
        (404, "/en/law/none".to_owned()),
        (404, "/en/case/none".to_owned()),
        (404, format!("/ru{nobody}")),
        (404, format!("/ru{nobody}/answer")),
        (404, format!("/ru{nobody}/question/damage")),
        (404, format!("/ru{case}/question/none")),
        (404, format!("/ru{case}/question/age")),
        (404, format!("/ru{case}/question/age?about=p9")),
        (404, format!("/ru{case}/question/damage?about=p1")),
        (404, format!("/ru{case}/question/damage?edition=none")),
        (404, format!("/ru{case}/persons/p9")),
        (404, format!("/ru{case}/next?edition=none")),
        (404, format!("/ru{case}/answer?edition=none")),
        (404, format!("/ru{case}/finding.pdf?edition=none")),
        (404, "/en/binds?edition=none".to_owned()),
        (404, "/assets/0000/none.css".to_owned()),
        (405, format!("/ru{case}/restore")),
        (405, format!("/ru{case}/copy")),
        (405, format!("/ru{case}/persons/p1/remove")),
    ] {
        house.get(&address).await.is_refusal(status);
    }
    for (status, address) in [
        (404, format!("/ru{case}/question/none")),
        (404, format!("/ru{case}/question/age")),
        (404, format!("/ru{case}/persons/p9")),
        (404, format!("/ru{case}/persons/p9/remove")),
        (405, format!("/ru{case}/answer")),
        (405, "/ru/samples".to_owned()),
    ] {
        house.post(&address, &[("name", "x"), ("answer", "yes")]).await.is_refusal(status);
    }
    let restore = format!("/ru{case}/restore");
    house.post(&restore, &[("number", "99")]).await.is_refusal(404);
    house.post(&restore, &[("number", "one")]).await.is_refusal(400);
    house.post(&restore, &[]).await.is_refusal(400);
}

#[tokio::test]
async fn parameters_that_cannot_be_understood() {
    let house = House::new();
    for lang in ["kk", "ru", "en"] {
        let at = |query: &str| format!("/{lang}/samples/aiid-4/answer?{query}");
        for query in [
            "suppose=nothing",
            "suppose=none=yes",
            "suppose=damage=perhaps",
            "suppose=owner=yes",
            "suppose=owner(nobody)=yes",
            "suppose=owner(uber=yes",
            "suppose=damage(uber)=yes",
            "suppose=acted_on=31.02.2026",
            "suppose=age(uber)=many",
            "reading=nothing",
            "reading=none=letter",
            "reading=system=none",
            "as_of=yesterday",
        ] {
            house.get(&at(query)).await.is_refusal(400);
            house.get(&at(query).replace("/answer", "/decision.json")).await.is_refusal(400);
        }
        house.get(&at("as_of=1900-01-01")).await.is_refusal(422);
        house.get(&at("as_of=1900-01-01").replace("/answer", "/decision.json")).await.is_refusal(422);
        house.get(&at("as_of=1900-01-01").replace("/answer", "/finding.pdf")).await.is_refusal(422);
        for query in ["fact=nothing", "fact=none=yes", "fact=damage=perhaps"] {
            house.get(&format!("/{lang}/binds?role=owner&{query}")).await.is_refusal(400);
        }
        // An empty parameter says nothing.
        house.page(&at("as_of=&edition=&suppose=&reading=")).await;
        house.page(&format!("/{lang}/binds?role=owner&fact=")).await;
    }
}
