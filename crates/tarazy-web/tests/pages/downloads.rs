//! What is handed over is the case and the decision, and nothing else.

use serde_json::Value;
use tarazy_law::decide::{Engine, Options};
use tarazy_law::write_case::write_case;

use crate::house::House;

/// What pages and files ask the engine for.
const FULL: Options = Options { all: false, counterfactuals: true };

#[tokio::test]
async fn cases_read_back_equal() {
    let house = House::new();
    for sample in &house.law.samples {
        let reply = house.get(&format!("/ru/samples/{}/case.json", sample.case.id)).await;
        assert_eq!((reply.status.as_u16(), reply.kind()), (200, "application/json"));
        let name = format!("attachment; filename=\"tarazy-{}-case.json\"", sample.case.id);
        assert_eq!(reply.header("content-disposition"), name);
        let read = house.read(&reply.text());
        assert_eq!(write_case(house.law.corpus, &read), write_case(house.law.corpus, &sample.case));
        assert_eq!(format!("{:?}", read.facts), format!("{:?}", sample.case.facts));
    }
}

#[tokio::test]
async fn decisions_are_those_of_the_engine() {
    let house = House::new();
    for sample in &house.law.samples {
        let address = format!("/kk/samples/{}/decision.json", sample.case.id);
        same(&house, &address, house.law.in_force().unwrap(), &sample.case).await;
        for edition in ["bill-2025-01", "opinion", "enacted"] {
            let engine = house.law.engine(edition).unwrap();
            same(&house, &format!("{address}?edition={edition}"), engine, &sample.case).await;
        }
    }
    // A kept case too, and under a name that says nothing.
    let copy = house.done("/kk/samples/aiid-4/copy", &[]).await;
    let case = house.case(copy.strip_prefix("/kk").unwrap()).await;
    let reply = same(&house, &format!("{copy}/decision.json"), house.law.in_force().unwrap(), &case).await;
    assert_eq!(reply, "attachment; filename=\"tarazy-case-decision.json\"");
}

/// The decision at an address is that of the engine. How the file is called.
async fn same(house: &House, address: &str, engine: &Engine<'_>, case: &tarazy_law::case::Case) -> String {
    let reply = house.get(address).await;
    assert_eq!((reply.status.as_u16(), reply.kind()), (200, "application/json"), "{address}");
    let said: Value = serde_json::from_slice(&reply.body).unwrap();
    assert_eq!(said, serde_json::to_value(engine.decide(case, FULL)).unwrap(), "{address}");
    reply.header("content-disposition").to_owned()
}

#[tokio::test]
async fn the_finding_is_a_document() {
    let house = House::new();
    let reply = house.get("/kk/samples/aiid-4/finding.pdf").await;
    assert_eq!((reply.status.as_u16(), reply.kind()), (200, "application/pdf"));
    assert!(reply.body.starts_with(b"%PDF"));
    assert_eq!(reply.header("content-disposition"), "attachment; filename=\"tarazy-aiid-4-finding-kk.pdf\"");
}
