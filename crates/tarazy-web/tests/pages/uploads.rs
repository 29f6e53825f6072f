//! Files that come from outside: good ones are kept, others are refused with words on where they are wrong.

use axum::body::Body;
use axum::http::header;
use tarazy_law::write_case::write_case;

use crate::house::{House, Reply, files, request};
use crate::page::Page;

const BOUNDARY: &str = "-----------------------------tarazy";

/// A file as a browser sends it.
async fn upload(house: &House, lang: &str, field: &str, name: &str, content: &[u8]) -> Reply {
    let mut body = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let request = request("POST", &format!("/{lang}/upload")).header(header::CONTENT_TYPE, kind);
    house.send(request.body(Body::from(body)).unwrap()).await
}

/// The page that refuses a file.
async fn refused(house: &House, lang: &str, name: &str, content: &[u8]) -> Page {
    let reply = upload(house, lang, "file", name, content).await;
    reply.is_refusal(422);
    let page = reply.page();
    assert_eq!(page.complaints().len(), 1);
    assert_eq!(page.complaints()[0].0, "file");
    page
}

#[tokio::test]
async fn good_files_are_kept_as_they_are() {
    let house = House::new();
    let sample = house.law.sample("aiid-545").unwrap();
    let json = write_case(house.law.corpus, &sample.case).to_string();
    let with_mark = [b"\xef\xbb\xbf", sample.source.text.as_bytes()].concat();
    for (name, content) in [
        ("case.toml", sample.source.text.as_bytes()),
        ("case.json", json.as_bytes()),
        ("іс № 5.toml", &with_mark),
        ("", sample.source.text.as_bytes()),
    ] {
        let reply = upload(&house, "ru", "file", name, content).await;
        assert_eq!(reply.status.as_u16(), 303, "{name}: {}", reply.text());
        let next = reply.location();
        house.page(&next).await;
        let kept = house.case(next.strip_prefix("/ru").unwrap()).await;
        assert_eq!(write_case(house.law.corpus, &kept).to_string(), json, "{name}");
        let history = house.page(&format!("{next}/history")).await;
        assert!(history.says(name));
    }
}

#[tokio::test]
async fn every_sample_can_be_uploaded() {
    let house = House::new();
    for source in files(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases"), "toml") {
        let reply = upload(&house, "kk", "file", &source.path, source.text.as_bytes()).await;
        assert_eq!(reply.status.as_u16(), 303, "{}", source.path);
    }
}

#[tokio::test]
async fn mistakes_are_shown_where_they_are() {
    let house = House::new();
    for lang in ["kk", "ru", "en"] {
        let page = refused(&house, lang, "case.toml", b"title = \"x\"\n\n[act]\ndamage = \"perhaps\"\n").await;
        assert!(page.says("case.toml:4:10"), "{}", page.text());
        assert!(page.says("damage = \"perhaps\""));
        let page = refused(&house, lang, "case.json", b"{\"title\": \"x\",\n \"act\": {\"none_such\": true}}").await;
        assert!(page.says("case.json:2:10"), "{}", page.text());
        // Neither TOML nor JSON at all.
        for content in ["<html><script>alert(1)</script>", "%PDF-1.7", "\u{0}\u{1}", "{", "title = "] {
            let page = refused(&house, lang, "<b>.toml", content.as_bytes()).await;
            assert!(page.says("<b>.toml:1:"), "{}", page.text());
            assert!(!page.html().contains("<b>") && !page.html().contains("<script>alert"));
        }
        // No page is as long as a file with a mistake in every line.
        let many: String = (0..20_000).map(|n| format!("wrong{n} = 1\n")).collect();
        let page = refused(&house, lang, "case.toml", many.as_bytes()).await;
        assert!(page.html().len() < 100_000);
    }
}

#[tokio::test]
async fn no_file_or_none_of_text() {
    let house = House::new();
    for lang in ["kk", "ru", "en"] {
        refused(&house, lang, "case.toml", b"").await;
        refused(&house, lang, "", b"").await;
        refused(&house, lang, "case.toml", b"title = \"\xff\xfe\"").await;
        let other = upload(&house, lang, "another", "case.toml", b"title = \"x\"").await;
        other.is_refusal(422);
    }
}

#[tokio::test]
async fn too_large_or_no_form_at_all() {
    let house = House::new();
    let large = vec![b'#'; 5 << 20];
    for lang in ["kk", "ru", "en"] {
        upload(&house, lang, "file", "case.toml", &large).await.is_refusal(413);
        upload(&house, lang, "another", "case.toml", &large).await.is_refusal(413);
        let address = format!("/{lang}/upload");
        // No form with files, and one that ends before it is over.
        house.post(&address, &[("file", "x")]).await.is_refusal(400);
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let cut = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\ntitle");
        for body in [cut.as_str(), "nothing"] {
            let request = request("POST", &address).header(header::CONTENT_TYPE, &kind);
            house.send(request.body(Body::from(body.to_owned())).unwrap()).await.is_refusal(400);
        }
        let long = "x".repeat(5 << 20);
        house.post(&format!("/{lang}/new"), &[("title", &long)]).await.is_refusal(413);
    }
}
