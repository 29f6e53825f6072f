//! Persons come, change and go, and what is said about the others stays with them.

use tarazy_law::case::{Others, State, Value};

use crate::house::House;

const YES: State = State::Established(Value::Named(1));
const NO: State = State::Established(Value::Named(0));

#[tokio::test]
async fn roles_are_said_with_the_person() {
    let house = House::new();
    let case = house.begin("Roles").await;
    house.add(&case, "Әсел", &["owner", "developer"], "unknown").await;
    house.add(&case, "Bek", &["possessor"], "no").await;
    let kept = house.case(&case).await;
    assert_eq!(kept.persons.iter().map(|p| p.name.kk.as_str()).collect::<Vec<_>>(), ["Әсел", "Bek"]);
    assert_eq!(house.state(&kept, "owner", &["p1"]), YES);
    assert_eq!(house.state(&kept, "possessor", &["p1"]), State::NotAsked);
    assert_eq!(house.state(&kept, "possessor", &["p2"]), YES);
    assert_eq!(house.state(&kept, "owner", &["p2"]), NO);

    let page = house.page(&format!("/en{case}/persons/p2")).await;
    let filled = page.filled();
    let is_filled = |name: &str, value: &str| filled.contains(&(name.to_owned(), value.to_owned()));
    assert!(is_filled("name", "Bek") && is_filled("role", "possessor") && is_filled("rest", "no"), "{filled:?}");
    assert!(!is_filled("role", "owner"));
}

#[tokio::test]
async fn a_changed_person_is_changed_and_nothing_else() {
    let house = House::new();
    let case = house.begin("Change").await;
    house.add(&case, "First", &["owner"], "no").await;
    house.add(&case, "Second", &["possessor"], "no").await;
    let before = house.case(&case).await;
    let next = house
        .done(&format!("/ru{case}/persons/p1"), &[("name", "Renamed"), ("role", "user"), ("rest", "unknown")])
        .await;
    assert_eq!(next, format!("/ru{case}/persons"));
    let after = house.case(&case).await;
    assert_eq!(after.persons[0].name.en, "Renamed");
    assert_eq!(after.persons[0].id, "p1");
    assert_eq!(house.state(&after, "user", &["p1"]), YES);
    assert_eq!(house.state(&after, "owner", &["p1"]), State::NotAsked);
    assert_eq!(
        house.state(&after, "developer", &["p1"]),
        State::NotAsked,
        "what was denied with the rest is open again"
    );
    let of_second = |c: &tarazy_law::case::Case| -> Vec<_> {
        c.facts.iter().filter(|(k, _)| k.persons[0] == 1).map(|(k, e)| (*k, e.state.clone())).collect()
    };
    assert_eq!(of_second(&before), of_second(&after));
}

#[tokio::test]
async fn a_new_name_alone_leaves_every_answer() {
    let house = House::new();
    let case = house.begin("Name").await;
    house.add(&case, "First", &["owner"], "unknown").await;
    let about = |fact: &str| format!("/kk{case}/question/{fact}?about=p1");
    house.done(&about("possessor"), &[("answer", "no"), ("evidence", "A lease")]).await;
    house.done(&about("developer"), &[("answer", "disputed")]).await;
    house.done(&about("owner"), &[("answer", "yes"), ("evidence", "A receipt")]).await;
    let before = house.case(&case).await;

    let page = house.page(&format!("/kk{case}/persons/p1")).await;
    let mut form = page.filled();
    for (name, value) in &mut form {
        if name == "name" {
            "Renamed".clone_into(value);
        }
    }
    let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    house.done(&format!("/kk{case}/persons/p1"), &form).await;

    let after = house.case(&case).await;
    assert_eq!(after.persons[0].name.kk, "Renamed");
    assert_eq!(format!("{:?}", after.facts), format!("{:?}", before.facts));
}

#[tokio::test]
async fn who_is_removed_takes_along_only_what_was_said_about_them() {
    let house = House::new();
    let case = house.begin("Removal").await;
    for (name, role) in [("First", "owner"), ("Second", "possessor"), ("Third", "user")] {
        house.add(&case, name, &[role], "unknown").await;
    }
    let ask = |about: &str| format!("/kk{case}/question/acts_for?{about}");
    for about in ["about=p1&about=p3", "about=p1&about=p2", "about=p2&about=p3", "about=p3&about=p1"] {
        house.done(&ask(about), &[("answer", "yes"), ("evidence", about)]).await;
    }
    house.done(&format!("/kk{case}/question/age?about=p3"), &[("answer", "value"), ("value", "41")]).await;
    house.done(&format!("/kk{case}/question/others"), &[("answer", "no")]).await;

    let next = house.done(&format!("/kk{case}/persons/p2/remove"), &[]).await;
    assert_eq!(next, format!("/kk{case}/persons"));

    let kept = house.case(&case).await;
    assert_eq!(kept.persons.iter().map(|p| p.id.as_str()).collect::<Vec<_>>(), ["p1", "p3"]);
    assert_eq!(house.state(&kept, "owner", &["p1"]), YES);
    assert_eq!(house.state(&kept, "user", &["p3"]), YES);
    assert_eq!(house.state(&kept, "age", &["p3"]), State::Established(Value::Number(41)));
    let said = |persons: &[&str]| {
        let entry = house.entry(&kept, "acts_for", persons)?;
        entry.evidence.as_ref().map(|t| t.kk.clone())
    };
    assert_eq!(said(&["p1", "p3"]).as_deref(), Some("about=p1&about=p3"));
    assert_eq!(said(&["p3", "p1"]).as_deref(), Some("about=p3&about=p1"));
    let acts_for = house.law.corpus.vocabulary.find("acts_for").unwrap();
    assert_eq!(kept.facts.keys().filter(|k| k.fact == acts_for).count(), 2);
    assert_eq!(kept.others, Others::Nobody);

    // A new person gets the free name, and nothing of whoever had it before.
    house.add(&case, "Fourth", &[], "unknown").await;
    let kept = house.case(&case).await;
    assert_eq!(kept.person("p2"), Some(2));
    assert_eq!(house.state(&kept, "possessor", &["p2"]), State::NotAsked);
    house.page(&format!("/ru{case}/facts")).await;
    house.page(&format!("/ru{case}/history")).await;
}

#[tokio::test]
async fn a_full_case_takes_nobody_more() {
    let house = House::new();
    let case = house.begin("Full").await;
    for n in 0..tarazy_law::case::MAX_PERSONS {
        house.add(&case, &format!("Person {n}"), &[], "unknown").await;
    }
    let page = house.page(&format!("/en{case}/persons")).await;
    assert!(!page.forms().contains(&(format!("/en{case}/persons"), "post".to_owned())));
    let before = house.page(&format!("/en{case}/history")).await.text();
    house.done(&format!("/en{case}/persons"), &[("name", "One more")]).await;
    assert_eq!(house.case(&case).await.persons.len(), tarazy_law::case::MAX_PERSONS);
    assert_eq!(house.page(&format!("/en{case}/history")).await.text(), before);
}
