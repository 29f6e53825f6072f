//! The life of a case, from its beginning to its deletion.

use tarazy_law::case::{State, Value};
use tarazy_law::write_case::write_case;

use crate::house::House;

#[tokio::test]
async fn begun_changed_restored_copied_deleted() {
    let house = House::new();
    let case = house.begin("A camera at a school").await;
    let document = |c| write_case(house.law.corpus, &c);
    house.add(&case, "Camera Ltd", &["owner", "possessor"], "no").await;
    house.done(&format!("/kk{case}/question/error_occurred"), &[("answer", "yes")]).await;
    let first = house.case(&case).await;
    assert_eq!(first.title.kk, "A camera at a school");

    // The facts show it, and lead to the change.
    let facts = house.page(&format!("/en{case}/facts")).await;
    assert!(facts.says("Camera Ltd"));
    let change = format!("/en{case}/question/error_occurred?then=facts");
    assert!(facts.links().contains(&change));
    assert_eq!(house.done(&change, &[("answer", "no"), ("then", "facts")]).await, format!("/en{case}/facts"));
    let second = house.case(&case).await;
    assert_eq!(house.state(&second, "error_occurred", &[]), State::Established(Value::Named(0)));

    // The history lists it, newest first, and brings back what was.
    let history = house.page(&format!("/en{case}/history")).await;
    let numbers: Vec<String> = history.with(|doc| {
        let boxes = doc.descendants().filter(|n| n.attribute("name") == Some("number"));
        boxes.map(|n| n.attribute("value").unwrap().to_owned()).collect()
    });
    assert_eq!(numbers, ["3", "2", "1"]);
    for said in ["A camera at a school", "Camera Ltd"] {
        assert!(history.says(said), "{said}");
    }
    assert_eq!(house.done(&format!("/en{case}/restore"), &[("number", "3")]).await, format!("/en{case}/facts"));
    assert_eq!(document(house.case(&case).await), document(first));
    house.done(&format!("/en{case}/restore"), &[("number", "4")]).await;
    assert_eq!(document(house.case(&case).await), document(second.clone()));

    // A copy is another case with the same facts.
    let copied = house.done(&format!("/ru{case}/copy"), &[]).await;
    let copy = copied.strip_prefix("/ru").unwrap();
    assert_ne!(copy, case);
    assert_eq!(document(house.case(copy).await), document(second.clone()));

    // What is deleted is nowhere.
    let addresses = addresses(&house, &case).await;
    house.page(&format!("/kk{case}/delete")).await;
    assert_eq!(house.done(&format!("/kk{case}/delete"), &[]).await, "/kk/deleted");
    house.page("/kk/deleted").await;
    for address in &addresses {
        house.get(address).await.is_refusal(404);
    }
    for page in CHANGES {
        house
            .post(&format!("/kk{case}{page}"), &[("number", "1"), ("answer", "yes"), ("name", "x"), ("title", "x")])
            .await
            .is_refusal(404);
    }
    assert_eq!(document(house.case(copy).await), document(second), "the copy stays");
}

#[tokio::test]
async fn words_about_the_case_change_in_the_language_in_which_they_are_written() {
    let house = House::new();
    let case = house.begin("Тақырып").await;
    let about = |lang: &str| format!("/{lang}{case}/about");
    house.done(&about("kk"), &[("title", "Жаңа тақырып"), ("summary", "Қысқаша")]).await;
    let kept = house.case(&case).await;
    assert_eq!(
        (kept.title.en.as_str(), kept.summary.ru.as_str()),
        ("Жаңа тақырып", "Қысқаша"),
        "the same in every language"
    );

    // A sample is written in three languages: a change in one leaves the others.
    let copy = house.done("/en/samples/aiid-545/copy", &[]).await;
    let before = house.case(copy.strip_prefix("/en").unwrap()).await;
    house.done(&format!("{copy}/about"), &[("title", "Mine"), ("summary", "")]).await;
    let after = house.case(copy.strip_prefix("/en").unwrap()).await;
    assert_eq!(
        (&after.title.kk, &after.title.ru, after.title.en.as_str()),
        (&before.title.kk, &before.title.ru, "Mine")
    );
}

#[tokio::test]
async fn a_text_is_as_long_as_the_form_allows() {
    let house = House::new();
    let (title, name, summary) = ("ә".repeat(200), "ұ".repeat(200), "қ".repeat(10_000));
    let next = house.done("/kk/new", &[("title", &title), ("summary", &summary)]).await;
    let case = next.strip_prefix("/kk").and_then(|n| n.strip_suffix("/persons")).unwrap();
    house.add(case, &name, &[], "unknown").await;
    let kept = house.case(case).await;
    assert_eq!((&kept.title.kk, &kept.summary.kk, &kept.persons[0].name.kk), (&title, &summary, &name));
    // What is kept is read again at each change.
    house.done(&format!("/kk{case}/question/error_occurred"), &[("answer", "yes")]).await;
    let kept = house.case(case).await;
    assert_eq!((&kept.title.kk, &kept.summary.kk, &kept.persons[0].name.kk), (&title, &summary, &name));
    house.page(&format!("/kk{case}/history")).await;
    house.page(&format!("/kk{case}/answer")).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_changes_at_once_are_both_kept() {
    let house = House::new();
    let case = house.begin("At once").await;
    house.add(&case, "Person", &[], "unknown").await;
    let ask = |fact: &str| format!("/kk{case}/question/{fact}");
    for answer in ["yes", "no", "disputed", "unknown"].repeat(5) {
        let form = [("answer", answer)];
        let (one, other) = (ask("error_occurred"), ask("damage"));
        tokio::join!(house.done(&one, &form), house.done(&other, &form));
        let kept = house.case(&case).await;
        assert_eq!(house.state(&kept, "error_occurred", &[]), house.state(&kept, "damage", &[]), "{answer}");
        assert_ne!(house.state(&kept, "damage", &[]), State::NotAsked);
    }
}

/// What changes a case, below its address.
pub(crate) const CHANGES: [&str; 9] = [
    "/about",
    "/persons",
    "/persons/p1",
    "/persons/p1/remove",
    "/question/error_occurred",
    "/question/others",
    "/restore",
    "/delete",
    "/copy",
];

/// Every page of a case that can be read, for whoever holds it and for whoever may only read it.
pub(crate) async fn addresses(house: &House, case: &str) -> Vec<String> {
    let keep = house.page(&format!("/en{case}/keep")).await;
    let shared = keep.links().into_iter().find(|l| l.contains("/shared/")).expect("an address for reading");
    let mut out = vec![shared.clone()];
    for page in ["/answer", "/facts", "/case.json", "/decision.json", "/finding.pdf"] {
        out.push(format!("{shared}{page}"));
        out.push(format!("/ru{case}{page}"));
    }
    let held =
        ["", "/about", "/persons", "/persons/p1", "/next", "/question/error_occurred", "/history", "/keep", "/delete"];
    out.extend(held.iter().map(|page| format!("/kk{case}{page}")));
    out
}

#[tokio::test]
async fn what_a_sample_says_in_three_languages_is_not_lost_by_answering_in_one() {
    let house = House::new();
    let copy = house.done("/ru/samples/aiid-4/copy", &[]).await;
    let case = copy.strip_prefix("/ru").unwrap();
    let evidence = |c: &tarazy_law::case::Case| house.entry(c, "health_harmed", &[]).unwrap().evidence.clone().unwrap();
    let before = evidence(&house.case(case).await);
    let question = format!("{copy}/question/health_harmed");
    house.done(&question, &[("answer", "no"), ("evidence", &before.ru)]).await;
    assert_eq!(evidence(&house.case(case).await), before);
    house.done(&question, &[("answer", "no"), ("evidence", "Справка")]).await;
    let after = evidence(&house.case(case).await);
    assert_eq!((after.kk, after.ru.as_str()), (before.kk, "Справка"));

    let name = house.case(case).await.persons[1].name.clone();
    house.done(&format!("{copy}/persons/pedestrian"), &[("name", "прохожий"), ("rest", "unknown")]).await;
    let renamed = house.case(case).await.persons[1].name.clone();
    assert_eq!((renamed.kk, renamed.ru.as_str()), (name.kk, "прохожий"));
}
