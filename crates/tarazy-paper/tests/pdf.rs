//! The file itself: the same bytes for the same finding, and what readers of files need to know of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use pdf_extract::{Document, Object};
use support::{decide, in_force, paper, sample};
use tarazy_law::Lang;
use tarazy_law::case::Case;
use tarazy_law::decide::Decision;

/// A case with a part of what is found in it: enough for a file.
fn some() -> (Case, Decision) {
    let case = sample("opinion-news");
    let mut decision = decide(in_force(), &case);
    decision.findings.truncate(12);
    (case, decision)
}

#[test]
fn the_same_finding_is_the_same_bytes() {
    let (case, decision) = some();
    let first = paper(Lang::Kk, &case, &decision).unwrap();
    let other = paper(Lang::Ru, &case, &decision).unwrap();
    assert_ne!(first, other);
    assert_eq!(first, paper(Lang::Kk, &case, &decision).unwrap());
}

#[test]
fn several_at_once_are_the_same_bytes() {
    let (case, decision) = some();
    let alone = paper(Lang::En, &case, &decision).unwrap();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..3).map(|_| scope.spawn(|| paper(Lang::En, &case, &decision).unwrap())).collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), alone);
        }
    });
}

fn text(object: &Object) -> String {
    let bytes = object.as_str().unwrap();
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(wide) => {
            let units: Vec<u16> = wide.chunks(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
        None => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

#[test]
fn who_listens_or_keeps_it_is_told_what_it_is() {
    let (case, decision) = some();
    for lang in Lang::ALL {
        let pdf = paper(lang, &case, &decision).unwrap();
        let document = Document::load_mem(&pdf).unwrap();
        let catalog = document.catalog().unwrap();
        assert_eq!(text(catalog.get(b"Lang").unwrap()), lang.code());
        let marked = document.get_dict_in_dict(catalog, b"MarkInfo").unwrap();
        assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());
        assert!(catalog.get(b"StructTreeRoot").is_ok());
        let metadata = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
        let metadata = document.get_object(metadata).unwrap().as_stream().unwrap();
        let metadata = String::from_utf8(metadata.get_plain_content().unwrap()).unwrap();
        assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{metadata}");
        assert!(metadata.contains("<pdfaid:part>2</pdfaid:part>"), "{metadata}");
        assert!(metadata.contains("<pdfaid:conformance>A</pdfaid:conformance>"), "{metadata}");
        assert!(metadata.contains(case.title.get(lang)), "{metadata}");
        assert!(metadata.contains("Tarazy"), "{metadata}");
        assert!(metadata.contains("2026-07-01"), "{metadata}");
    }
}

#[test]
fn only_our_fonts() {
    let (case, decision) = some();
    let document = Document::load_mem(&paper(Lang::Kk, &case, &decision).unwrap()).unwrap();
    let mut seen = 0;
    for object in document.objects.values() {
        let Ok(dict) = object.as_dict() else { continue };
        let Ok(name) = dict.get(b"FontName").and_then(Object::as_name) else { continue };
        let name = String::from_utf8_lossy(name).into_owned();
        assert!(name.contains("GolosText") || name.contains("DejaVuSans"), "{name}");
        seen += 1;
    }
    assert!(seen >= 2);
}
