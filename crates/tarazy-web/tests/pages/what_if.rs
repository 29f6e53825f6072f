//! *What if*: every link of an answer that supposes something or reads the law otherwise opens, and does what it claims.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};
use serde_json::Value;
use tarazy_law::Lang;
use tarazy_web::http::words;

use crate::house::House;
use crate::page::{Page, elements, has_class, text};

/// The verdicts as they are named in classes and in decisions.
const VERDICTS: [&str; 4] = ["applies", "does-not-apply", "competing", "unknown"];

/// A link, and what it claims: that this finding has this verdict then.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Claim {
    link: String,
    finding: String,
    then: &'static str,
}

#[tokio::test]
async fn links_turn_what_they_claim_to_turn() {
    follow(0).await;
}

#[tokio::test]
async fn links_turn_what_they_claim_to_turn_in_the_other_samples() {
    follow(1).await;
}

/// Two halves, so that two cores have something to do.
async fn follow(half: usize) {
    let house = House::new();
    let (mut followed, mut wrong) = (0, Vec::new());
    for sample in house.law.samples.iter().skip(half).step_by(2) {
        let address = format!("/en/samples/{}/answer", sample.case.id);
        let page = house.page(&address).await;
        let claims = page.with(claims);
        let supposing = page.links().into_iter().filter(|l| l.contains("suppose=") || l.contains("reading="));
        let by_link = claims.iter().fold(BTreeMap::<&str, Vec<&Claim>>::new(), |mut all, claim| {
            all.entry(&claim.link).or_default().push(claim);
            all
        });
        for link in supposing.collect::<BTreeSet<_>>() {
            let there = house.page(&link).await;
            followed += 1;
            for claim in by_link.get(link.as_str()).into_iter().flatten() {
                let verdict = verdict(&there, &claim.finding);
                // A norm that comes to apply may find another one that applies too.
                let turned = verdict == claim.then || (verdict == "competing" && claim.then == "applies");
                if !turned {
                    wrong.push(format!("{link}: {} is {verdict} rather than {}", claim.finding, claim.then));
                }
            }
        }
    }
    assert!(followed > 100, "{followed}");
    assert!(wrong.is_empty(), "{} of {followed}\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn readings_change_as_many_verdicts_as_they_say() {
    let house = House::new();
    let mut read = 0;
    for sample in &house.law.samples {
        let base = format!("/ru/samples/{}", sample.case.id);
        let page = house.page(&format!("{base}/answer")).await;
        let said: Vec<(String, String)> = page.with(|doc| {
            let items = elements(doc, "li").filter_map(|li| {
                let link = li.children().find(|c| c.has_tag_name("a"))?.attribute("href")?;
                let reading = link.split_once("?reading=").filter(|_| !in_finding(li))?.1;
                Some((reading.to_owned(), text(li)))
            });
            items.collect()
        });
        let open = verdicts(&house, &format!("{base}/decision.json")).await;
        for (reading, said) in said {
            let chosen = verdicts(&house, &format!("{base}/decision.json?reading={reading}")).await;
            let norms: BTreeSet<&String> = open.keys().chain(chosen.keys()).collect();
            let of = |all: &BTreeMap<String, String>, norm: &String| {
                all.get(norm).map_or("does-not-apply", String::as_str).to_owned()
            };
            let changes = norms.into_iter().filter(|n| of(&open, n) != of(&chosen, n)).count();
            let claim = words(Lang::Ru).say_with("readings-change", &[("count", &changes.to_string())]);
            let claim = claim.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.ends_with(&claim), "{base} {reading}: «{said}» but {claim}");
            read += 1;
        }
    }
    assert!(read > 10, "{read}");
}

#[tokio::test]
async fn a_supposition_is_said_and_taken_back() {
    let house = House::new();
    let base = "/en/samples/aiid-4/answer";
    let page = house.page(&format!("{base}?suppose=damage%3Dno&suppose=risks_managed%28uber%29%3Dno")).await;
    assert!(page.links().contains(base), "back to what is so");
    // The same fact supposed anew takes the place of what was supposed of it before.
    let first = house.page(&format!("{base}?suppose=damage%3Dno")).await;
    let again: Vec<String> = first.links().into_iter().filter(|l| l.contains("suppose=damage%3Dyes")).collect();
    assert!(again.iter().all(|l| !l.contains("damage%3Dno")), "{again:?}");
    // Nothing of it is kept.
    let before = house.page(base).await;
    assert!(!before.links().iter().any(|l| l.matches("suppose=").count() > 1));
}

async fn verdicts(house: &House, address: &str) -> BTreeMap<String, String> {
    let reply = house.get(address).await;
    assert_eq!(reply.status.as_u16(), 200, "{address}");
    let decision: Value = serde_json::from_slice(&reply.body).unwrap();
    let findings = decision["findings"].as_array().unwrap().iter();
    let name =
        |f: &Value| format!("{}--{}", f["norm"]["id"].as_str().unwrap(), f["person"].as_str().unwrap_or_default());
    findings.map(|f| (name(f), f["verdict"].as_str().unwrap().to_owned())).collect()
}

/// What the links of a page claim: those that turn a verdict, and those ways to settle one that consist of a single fact.
fn claims(doc: &Document<'_>) -> Vec<Claim> {
    let say =
        |key: &str| tarazy_words::capital(&words(Lang::En).say(key)).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut heads = Vec::new();
    for (then, keys) in [
        ("applies", ["note-would-apply-with", "note-applies-if", "note-applies-if-any"]),
        ("does-not-apply", ["note-would-not-apply-with", "note-does-not-apply-if", "note-does-not-apply-if-any"]),
    ] {
        heads.extend(keys.map(|key| (say(key), then)));
    }
    let mut out = Vec::new();
    for list in elements(doc, "ul") {
        let Some(head) = list.prev_sibling_element().map(text) else { continue };
        let Some((_, then)) = heads.iter().find(|(said, _)| *said == head) else { continue };
        let finding = list.ancestors().find(|a| is_finding(*a)).expect("a finding");
        for item in list.children().filter(Node::is_element) {
            let links: Vec<&str> = item.descendants().filter_map(|a| a.attribute("href")).collect();
            if let ([link], false) = (&links[..], text(item).contains(" + ")) {
                let finding = finding.attribute("id").unwrap().to_owned();
                out.push(Claim { link: (*link).to_owned(), finding, then });
            }
        }
    }
    out
}

/// The verdict that a page shows for a finding; what it leaves out does not apply.
fn verdict(page: &Page, id: &str) -> &'static str {
    page.with(|doc| {
        let found = doc.descendants().find(|n| n.attribute("id") == Some(id));
        let Some(found) = found else { return "does-not-apply" };
        let of_class = VERDICTS.iter().find(|v| has_class(found, &format!("finding--{v}")));
        let said = found.first_element_child().map(text).unwrap_or_default();
        let of_summary =
            VERDICTS.iter().find(|v| said.ends_with(&format!(": {}", words(Lang::En).say(&format!("verdict-{v}")))));
        of_class.or(of_summary).copied().expect("a verdict")
    })
}

fn is_finding(n: Node<'_, '_>) -> bool {
    n.attribute("id").is_some() && (n.has_tag_name("article") || n.has_tag_name("details"))
}

fn in_finding(n: Node<'_, '_>) -> bool {
    n.ancestors().any(is_finding)
}
