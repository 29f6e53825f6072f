//! A case may come from anybody. Whatever the text is, it is read without a panic, without exhausting the stack, and its mistakes are few
//! and short. (Work that grew with the square of the length would show here as a test that does not end.)

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use support::law;
use tarazy_law::case::{Case, MAX_BYTES};
use tarazy_law::read_case::read_case;
use tarazy_law::source::FileId;

/// Nearly as long as a case may be.
const LONG: usize = MAX_BYTES - 1_000;
const DEEP: usize = 100_000;

#[track_caller]
fn refused(text: &str, code: &str) -> Case {
    let (case, wrong) = read_case(law(), FileId(0), text);
    let codes: Vec<&str> = wrong.iter().map(|d| d.code.as_str()).collect();
    assert!(codes.contains(&code), "{codes:?}");
    assert!(wrong.len() <= 101, "{} mistakes", wrong.len());
    for d in &wrong {
        let said: usize = d.args.iter().map(|(_, value)| value.len()).sum();
        assert!(said < 10_000, "{} says {said} bytes", d.code.as_str());
        assert!(d.span.start <= d.span.end && d.span.end as usize <= text.len());
    }
    case
}

fn filled(with: &str) -> String {
    with.repeat(LONG / with.len())
}

#[test]
fn ten_megabytes_of_anything() {
    for with in ["x9 [ = \" {", "{", "\0", "\n", "\u{10ffff}\u{1f600}", "persons = 1\n"] {
        refused(&with.repeat(10_000_000 / with.len()), "C0109");
    }
}

#[test]
fn garbage() {
    for with in ["x9 [ = \" {", "{", "[[", "\"", "'", "\0", "\r", "\\", "a\n", "/*", "\u{1f600}", "= 1", ",", "\"\"\""]
    {
        refused(&filled(with), "C0101");
        refused(&format!("{{{}", filled(with)), "C0101");
    }
    for with in [" ", "\n", "#\n"] {
        refused(&filled(with), "C0106");
    }
    refused(&format!("{{{}}}", filled("/**/")), "C0106");
}

#[test]
fn deep_nesting() {
    let dotted = vec!["a"; DEEP].join(".");
    let texts = [
        "[".repeat(DEEP),
        "{\"persons\":".repeat(DEEP),
        format!("{{\"persons\":{}", "[".repeat(DEEP)),
        format!("{{\"persons\":{}{}}}", "[".repeat(DEEP), "]".repeat(DEEP)),
        format!("{}1{}", "{\"a\":".repeat(DEEP), "}".repeat(DEEP)),
        format!("a = {}", "[".repeat(DEEP)),
        format!("a = {}{}", "[".repeat(DEEP), "]".repeat(DEEP)),
        format!("a = {}", "{a=".repeat(DEEP)),
        format!("{dotted} = 1"),
        format!("[{dotted}]\na = 1"),
        format!("[[{dotted}]]\na = 1"),
        format!("a = {{ {dotted} = 1 }}"),
    ];
    for text in texts {
        refused(&text, "C0101");
    }
}

#[test]
fn too_many_persons() {
    let many: String = (0..200_000).map(|i| format!(",\"p{i}\":{{}}")).collect();
    let case = refused(&format!("{{\"persons\":{{\"p\":{{}}{many}}}}}"), "C0107");
    assert_eq!(case.persons.len(), 24);
}

#[test]
fn a_crowd_of_mistakes() {
    let many = |each: &dyn Fn(usize) -> String| (0..100_000).map(each).collect::<Vec<_>>().join(",");
    let texts = [
        format!("{{\"persons\":{{\"a\":{{{}}}}}}}", many(&|i| format!("\"ownr{i}\":true"))),
        format!("{{\"persons\":{{\"a\":{{}}}},{}}}", many(&|i| format!("\"titel{i}\":1"))),
        format!("{{\"persons\":{{\"a\":{{}}}},\"readings\":{{{}}}}}", many(&|i| format!("\"ail.{i}\":1"))),
        format!("{{\"persons\":{{\"a\":{{}}}},\"expect\":{{{}}}}}", many(&|i| format!("\"enacted{i}\":1"))),
        format!(
            "{{\"persons\":{{\"a\":{{}}}},\"expect\":{{\"enacted\":{{{}}}}}}}",
            many(&|i| format!("\"ail.{i}\":1"))
        ),
        format!("{{\"persons\":{{\"a\":{{\"towards\":{{{}}}}}}}}}", many(&|i| format!("\"b{i}\":{{}}"))),
        format!("{{\"persons\":{{\"a\":{{}}}},\"suppose\":{{{}}}}}", many(&|i| format!("\"b{i}\":{{}}"))),
        format!(
            "{{\"persons\":{{\"a\":{{}}}},\"suppose\":{{\"persons\":{{{}}}}}}}",
            many(&|i| format!("\"b{i}\":{{}}"))
        ),
    ];
    for text in texts {
        refused(&text, "C0113");
    }
    refused(&(0..200_000).map(|i| format!("[a{i}]\n")).collect::<String>(), "C0113");
}

#[test]
fn huge_texts_and_lists() {
    let case = |fields: &str| format!("{{\"persons\":{{\"a\":{{{fields}}}}}}}");
    refused(&case(&format!("\"name\":\"{}\"", filled("Ә"))), "C0110");
    refused(&case(&format!("\"{}\":1", filled("owner_"))), "C0110");
    refused(&case(&format!("\"owner\":{{\"is\":true,\"evidence\":\"{}\"}}", filled("\\u0041"))), "C0110");
    refused(&case(&format!("\"size\":\"{}\"", "x".repeat(10_000))), "C0103");
    refused(&case(&format!("\"age\":{}", filled("9"))), "C0103");
    refused(&case(&format!("\"age\":{{\"not\":[1{}]}}", filled(",1"))), "C0111");
    refused(&case(&format!("\"roles\":[\"owner\"{}]", filled(",\"owner\""))), "C0111");
    refused(&format!("title = '''{}'''\n[persons.a]", filled("\n")), "C0110");
    refused(&format!("[persons.a]\n{}", filled("[[act]]\n")), "C0111");
    refused(&format!("[persons.\"{}\"]", filled("a")), "C0110");
}

/// Two readers of one text must not see two cases.
#[test]
fn a_field_stands_once() {
    refused(r#"{"persons":{"a":{}, "a":{"owner":true}}}"#, "C0112");
    refused(r#"{"persons":{"a":{"owner":true, "owner":false}}}"#, "C0112");
    refused(r#"{"persons":{"a":{}}, "act":{}, "persons":{"b":{}}}"#, "C0112");
    refused("[persons.a]\nowner = true\nowner = false", "C0101");
}

/// What some editors put before the text.
#[test]
fn a_byte_order_mark_says_nothing() {
    for text in ["\u{feff}{\"persons\":{\"a\":{\"owner\":true}}}", "\u{feff}[persons.a]\nowner = true"] {
        let (case, wrong) = read_case(law(), FileId(0), text);
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!((case.persons.len(), case.facts.len()), (1, 1));
    }
    let text = "\u{feff}{\"titel\":1,\"persons\":{\"a\":{}}}";
    let (_, wrong) = read_case(law(), FileId(0), text);
    assert_eq!(&text[wrong[0].span.start as usize..wrong[0].span.end as usize], "\"titel\"");
}
