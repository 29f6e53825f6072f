//! Whoever has the address for reading reads, and changes nothing.

use crate::house::{House, request};
use crate::life::{CHANGES, addresses};
use axum::body::Body;
use tarazy_law::write_case::write_case;

#[tokio::test]
async fn a_shared_case_is_read_and_not_changed() {
    let house = House::new();
    let case = house.begin("Shared").await;
    house.add(&case, "Someone", &["owner"], "no").await;
    house.done(&format!("/kk{case}/question/error_occurred"), &[("answer", "yes")]).await;
    let before = write_case(house.law.corpus, &house.case(&case).await);
    let key = case.strip_prefix("/case/").unwrap();
    let keep = house.page(&format!("/ru{case}/keep")).await;
    let shared = keep.links().into_iter().find(|l| l.contains("/shared/")).unwrap();
    let (_, viewer) = shared.rsplit_once('/').unwrap();

    // It is read, and nothing that is read names the holder's key: neither a page nor a file, in whatever language.
    let entered = house.get(&shared).await;
    assert_eq!(entered.location(), format!("{shared}/answer"));
    for address in addresses(&house, &case).await.iter().filter(|a| a.contains("/shared/") && !a.ends_with(".pdf")) {
        for lang in ["kk", "ru", "en"] {
            let address = format!("/{lang}{}", address.get(3..).unwrap());
            let reply = house.get(&address).await;
            assert!(reply.status.is_success() || reply.status.is_redirection(), "{address}");
            assert!(!reply.text().contains(key), "{address}");
            assert!(!reply.headers.values().any(|v| v.to_str().unwrap().contains(key)), "{address}");
            if reply.kind().starts_with("text/html") {
                let forms = reply.page().forms();
                let copy = (format!("/{lang}/shared/{viewer}/copy"), "post".to_owned());
                assert!(forms.iter().all(|f| f.1 == "get" || *f == copy), "{address}: {forms:?}");
            }
        }
    }

    // Nothing there changes it, nor does the address for reading open what the holder's opens.
    let form = [("title", "x"), ("name", "x"), ("answer", "no"), ("number", "1")];
    for page in CHANGES.iter().filter(|c| **c != "/copy") {
        for base in [format!("/ru/shared/{viewer}"), format!("/ru/samples/{viewer}"), format!("/ru/case/{viewer}")] {
            let reply = house.post(&format!("{base}{page}"), &form).await;
            assert!(matches!(reply.status.as_u16(), 404 | 405), "{}: {}", reply.asked, reply.status);
            reply.page();
        }
        for method in ["PUT", "PATCH", "DELETE"] {
            let reply = house.send(request(method, &format!("/ru{case}{page}")).body(Body::empty()).unwrap()).await;
            reply.is_refusal(405);
        }
    }
    for page in ["", "/about", "/persons", "/history", "/keep", "/delete", "/next"] {
        house.get(&format!("/kk/case/{viewer}{page}")).await.is_refusal(404);
        if !page.is_empty() {
            house.get(&format!("/kk/shared/{viewer}{page}")).await.is_refusal(404);
        }
    }
    // The holder's key is no address for reading.
    house.get(&format!("/kk/shared/{key}/answer")).await.is_refusal(404);
    assert_eq!(write_case(house.law.corpus, &house.case(&case).await), before);

    // A copy is the reader's own.
    let copy = house.done(&format!("/ru/shared/{viewer}/copy"), &[]).await;
    assert!(!copy.contains(key) && !copy.contains(viewer));
    house.done(&format!("{copy}/delete"), &[]).await;
    house.page(&format!("/ru{case}/answer")).await;
}
