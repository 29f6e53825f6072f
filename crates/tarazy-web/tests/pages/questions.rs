//! Each kind of question, answered in each way that it can be.

use jiff::civil::date;
use tarazy_law::case::{Others, State, Value};

use crate::house::House;

/// A case with one person, and the address of a question in it.
async fn begun() -> (House, String) {
    let house = House::new();
    let case = house.begin("Questions").await;
    house.add(&case, "Ayan", &["owner"], "unknown").await;
    (house, case)
}

#[tokio::test]
async fn yes_or_no() {
    let (house, case) = begun().await;
    let yes = State::Established(Value::Named(1));
    let no = State::Established(Value::Named(0));
    let disputed = State::Disputed(vec![Value::Named(1), Value::Named(0)]);
    for (answer, state) in [("yes", yes), ("no", no), ("unknown", State::Unknown), ("disputed", disputed)] {
        answered(&house, &case, "error_occurred", &[("answer", answer)], &state).await;
    }
}

#[tokio::test]
async fn one_of_several() {
    let (house, case) = begun().await;
    let cause = |name: &str| {
        let vocabulary = &house.law.corpus.vocabulary;
        let place = vocabulary.fact(vocabulary.find("error_cause").unwrap()).value_index(name);
        Value::Named(place.unwrap())
    };
    let fact = "error_cause";
    answered(&house, &case, fact, &[("answer", "data")], &State::Established(cause("data"))).await;
    answered(&house, &case, fact, &[("answer", "unknown")], &State::Unknown).await;
    let two = State::Disputed(vec![cause("data"), cause("attack")]);
    answered(&house, &case, fact, &[("answer", "disputed"), ("disputed", "data"), ("disputed", "attack")], &two).await;
    let denied = State::Denied(vec![cause("attack")]);
    answered(&house, &case, fact, &[("answer", "denied"), ("denied", "attack")], &denied).await;
}

#[tokio::test]
async fn a_day() {
    let (house, case) = begun().await;
    let day = State::Established(Value::Date(date(2026, 3, 1)));
    for written in ["2026-03-01", "1.3.2026", " 01/03/2026 "] {
        answered(&house, &case, "acted_on", &[("answer", "unknown")], &State::Unknown).await;
        answered(&house, &case, "acted_on", &[("answer", "value"), ("value", written)], &day).await;
    }
    let two = State::Disputed(vec![Value::Date(date(2026, 3, 1)), Value::Date(date(2026, 4, 2))]);
    answered(&house, &case, "acted_on", &[("answer", "disputed"), ("disputed-text", "1.3.2026, 2.4.2026")], &two).await;
}

#[tokio::test]
async fn a_number() {
    let (house, case) = begun().await;
    let fact = "age?about=p1";
    let number = |n| State::Established(Value::Number(n));
    answered(&house, &case, fact, &[("answer", "value"), ("value", "17")], &number(17)).await;
    answered(&house, &case, fact, &[("answer", "value"), ("value", "1 000")], &number(1000)).await;
    let two = State::Disputed(vec![Value::Number(15), Value::Number(16)]);
    answered(&house, &case, fact, &[("answer", "disputed"), ("disputed-text", "15; 16")], &two).await;
    answered(&house, &case, fact, &[("answer", "unknown")], &State::Unknown).await;
}

#[tokio::test]
async fn what_may_be_not_applicable() {
    let (house, case) = begun().await;
    answered(&house, &case, "warranty_kept", &[("answer", "not-applicable")], &State::NotApplicable).await;
    // Of other facts nobody can say so.
    house.refused(&format!("/kk{case}/question/error_occurred"), &[("answer", "not-applicable")]).await;
}

#[tokio::test]
async fn whether_somebody_else_took_part() {
    let (house, case) = begun().await;
    for (answer, others) in [("no", Others::Nobody), ("yes", Others::Somebody), ("unknown", Others::Unknown)] {
        let address = format!("/kk{case}/question/others");
        house.done(&address, &[("answer", answer)]).await;
        assert_eq!(house.case(&case).await.others, others);
        let shown = house.page(&address).await.filled();
        assert_eq!(shown, [("answer".to_owned(), answer.to_owned())]);
    }
}

#[tokio::test]
async fn what_shows_it_and_who_says_it_are_kept() {
    let (house, case) = begun().await;
    let address = format!("/kk{case}/question/error_occurred");
    let long = "ә".repeat(2000);
    for evidence in ["Хаттама № 5", &long] {
        house.done(&address, &[("answer", "yes"), ("evidence", evidence), ("by", "Инспектор")]).await;
        let kept = house.case(&case).await;
        let entry = house.entry(&kept, "error_occurred", &[]).unwrap();
        assert_eq!(entry.evidence.as_ref().map(|t| t.kk.as_str()), Some(evidence));
        assert_eq!(entry.by.as_ref().map(|t| t.kk.as_str()), Some("Инспектор"));
        let filled = house.page(&address).await.filled();
        assert!(filled.contains(&("evidence".to_owned(), evidence.to_owned())), "{filled:?}");
    }
}

#[tokio::test]
async fn what_was_not_understood_stays_in_the_form() {
    let (house, case) = begun().await;
    let day = format!("/ru{case}/question/acted_on");
    let page = house.refused(&day, &[("answer", "value"), ("value", "31.02.2026"), ("evidence", "A letter")]).await;
    assert_eq!(page.complaints()[0].0, "value");
    let filled = page.filled();
    for expected in [("answer", "value"), ("value", "31.02.2026"), ("evidence", "A letter")] {
        assert!(filled.iter().any(|(n, v)| (n.as_str(), v.as_str()) == expected), "{expected:?} {filled:?}");
    }
    let cause = format!("/en{case}/question/error_cause");
    let number = format!("/en{case}/question/age?about=p1");
    for (address, form, field) in [
        (&day, &[("value", "1.3.2026")][..], "answer"),
        (&day, &[("answer", "yes")], "answer"),
        (&day, &[("answer", "value")], "value"),
        (&day, &[("answer", "disputed"), ("disputed-text", "1.3.2026")], "disputed-text"),
        (&day, &[("answer", "disputed"), ("disputed-text", "1.3.2026, soon")], "disputed-text"),
        (&day, &[("answer", "denied"), ("denied", "x")], "answer"),
        (&number, &[("answer", "value"), ("value", "many")], "value"),
        (&number, &[("answer", "value"), ("value", "99999999999999999999")], "value"),
        (&cause, &[("answer", "magic")], "answer"),
        (&cause, &[("answer", "disputed")], "disputed"),
        (&cause, &[("answer", "disputed"), ("disputed", "data")], "disputed"),
        (&cause, &[("answer", "disputed"), ("disputed", "data"), ("disputed", "data")], "disputed"),
        (&cause, &[("answer", "denied")], "denied"),
        (&cause, &[("answer", "denied"), ("denied", "magic")], "denied"),
    ] {
        let page = house.refused(address, form).await;
        assert_eq!(page.complaints()[0].0, field, "{address} {form:?}");
    }
    assert!(house.case(&case).await.facts.keys().all(|k| house.law.corpus.vocabulary.fact(k.fact).is_role));
}

#[tokio::test]
async fn a_question_leads_on_and_comes_to_an_end() {
    let (house, case) = begun().await;
    let mut asked = Vec::new();
    for _ in 0..300 {
        let next = house.get(&format!("/kk{case}/next")).await.location();
        if next == format!("/kk{case}/facts") {
            break;
        }
        assert!(!asked.contains(&next), "asked twice: {next}");
        let page = house.page(&next).await;
        assert!(page.forms().iter().any(|(_, method)| method == "post"));
        assert_eq!(house.done(&next, &[("answer", "unknown")]).await, format!("/kk{case}/next"));
        asked.push(next);
    }
    assert!(asked.len() > 3 && asked.len() < 300, "{}", asked.len());
    assert_eq!(house.get(&format!("/kk{case}/next?edition=bill-2025-01")).await.status.as_u16(), 303);
}

/// Answers, and finds the answer in the case, in the form, and among the facts.
async fn answered(house: &House, case: &str, fact: &str, form: &[(&str, &str)], state: &State) {
    let address = format!("/kk{case}/question/{fact}");
    assert_eq!(house.done(&address, form).await, format!("/kk{case}/next"));
    let kept = house.case(case).await;
    let (name, about) = fact.split_once("?about=").map_or((fact, vec![]), |(name, about)| (name, vec![about]));
    assert_eq!(house.state(&kept, name, &about), *state, "{fact} {form:?}");

    // The form shows what was answered: sent again, it says the same.
    let shown = house.page(&address).await.filled();
    let again: Vec<(&str, &str)> = shown.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let change = if address.contains('?') { format!("{address}&then=facts") } else { format!("{address}?then=facts") };
    let facts = house.page(&format!("/kk{case}/facts")).await;
    assert!(facts.links().contains(&change), "{change} is not among {:?}", facts.links());
    let mut again = again;
    again.push(("then", "facts"));
    assert_eq!(house.done(&address, &again).await, format!("/kk{case}/facts"), "{again:?}");
    let kept = house.case(case).await;
    assert_eq!(house.state(&kept, name, &about), *state, "{fact} {again:?}");
}
