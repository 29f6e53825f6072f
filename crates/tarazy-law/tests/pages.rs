//! The pages of the law: the good ones are good, and of the bad ones every mistake is reported at its line.

#![allow(
    clippy::print_stdout,
    clippy::needless_for_each,
    clippy::cast_possible_wrap,
    clippy::semicolon_if_nothing_returned,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

mod oracle;
mod support;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use oracle::subjects;
use support::{cases, editions, files, law, root, shown, shown_at, whole};
use tarazy_law::case::{MAX_BYTES, MAX_NAME, MAX_TEXT, MAX_VALUES};
use tarazy_law::check::{check_properties, run_examples};
use tarazy_law::decide::Engine;
use tarazy_law::model::Corpus;
use tarazy_law::read_case::read_case;
use tarazy_law::source::{FileId, Source, Sources};
use tarazy_law::syntax::format::format_page;
use tarazy_law::syntax::lex::{Tok, lex};
use tarazy_law::{Code, Diagnostic};

// The pages of the project.

#[test]
fn the_law_loads_without_a_mistake() {
    let loaded = Corpus::load(files(&root().join("law"), ".md"));
    assert!(loaded.diagnostics.is_empty(), "{}", shown(&loaded));
    assert_eq!(editions(&loaded.corpus), ["base", "bill-2025-01", "opinion", "enacted"]);
}

#[test]
fn every_example_comes_out_as_its_page_says() {
    let mut examples = 0;
    for edition in editions(law()) {
        let mut diagnostics = Vec::new();
        let result = run_examples(law(), edition, &mut diagnostics);
        let lines: Vec<String> = diagnostics.iter().map(|d| shown_at(law(), d)).collect();
        assert!(diagnostics.is_empty() && result.failed == 0, "{edition}:\n{}", lines.join("\n"));
        examples += result.examples;
    }
    let written = law().tests().count();
    assert!(examples >= written && written > 100, "{examples} of {written} examples ran");
}

#[test]
fn every_property_comes_out_as_its_page_says() {
    let mut results = 0;
    for edition in editions(law()) {
        let mut diagnostics = Vec::new();
        results += check_properties(law(), edition, false, &mut diagnostics).1.len();
        let lines: Vec<String> = diagnostics.iter().map(|d| shown_at(law(), d)).collect();
        assert!(diagnostics.is_empty(), "{edition}:\n{}", lines.join("\n"));
    }
    assert!(results > 10, "{results}");
}

#[test]
fn every_norm_has_its_place_and_its_three_texts() {
    for edition in editions(law()) {
        let book = law().book(&whole(edition));
        let norms = book.norms.iter().map(|n| (&n.id, n.provision));
        let exceptions = book.exceptions.iter().map(|e| (&e.id, e.provision));
        let definitions = book.definitions.iter().map(|d| (&d.id, d.provision));
        let tables = book.tables.iter().map(|t| (&t.id, t.provision));
        for (id, provision) in norms.chain(exceptions).chain(definitions).chain(tables) {
            let provision = law().provision(provision);
            let missing: Vec<_> = provision.texts.missing().collect();
            assert!(missing.is_empty(), "{id} in {edition} has no text in {missing:?}");
            assert!(provision.cite.is_some(), "{id} in {edition} has no place in the law");
        }
    }
}

#[test]
fn laying_the_pages_out_changes_nothing_they_say() {
    let pages = files(&root().join("law"), ".md");
    let tidy: Vec<Source> = pages.iter().map(|p| Source { path: p.path.clone(), text: format_page(&p.text) }).collect();
    for page in &tidy {
        assert!(format_page(&page.text) == page.text, "{} is laid out differently the second time", page.path);
    }
    let loaded = Corpus::load(tidy);
    assert!(loaded.diagnostics.is_empty(), "{}", shown(&loaded));
    for edition in editions(law()) {
        let (before, after) = (Engine::new(law(), &whole(edition)), Engine::new(&loaded.corpus, &whole(edition)));
        for (name, case) in cases() {
            let (rows, rows_after) = (before.run(&case), after.run(&case));
            for (norm, n) in before.book.norms() {
                let same = after.book.norm_ids[&n.id];
                for person in subjects(&before.book, norm, &case) {
                    let (a, b) = (before.verdict(&rows, norm, person).0, after.verdict(&rows_after, same, person).0);
                    assert_eq!(a, b, "{} for person {person} of {name} in {edition}", n.id);
                }
            }
        }
    }
}

/// Whatever quotation marks a text needs, it is the same text afterwards.
#[test]
fn laying_out_keeps_every_text() {
    for text in ["“a «b» c”", "«a \"b\" c»", "“a \"b» c”", "\"a “b” c\"", "“a \"b\" «c» d”"] {
        let page = format!("# x\n\n```norm\nauthority a\n  title {text}\n```\n");
        let (before, after) = (texts(&page), texts(&format_page(&page)));
        assert_eq!(before.len(), 1, "{page}");
        assert_eq!(before, after, "{}", format_page(&page));
    }
}

/// The texts in quotation marks in the blocks of a page.
fn texts(page: &str) -> Vec<String> {
    let block = page.split("```").nth(1).unwrap_or_default();
    let words = lex(FileId(0), 0, block, &mut Vec::new());
    words.into_iter().filter_map(|w| if let Tok::Text(t) = w.tok { Some(t) } else { None }).collect()
}

// Bad pages. At the end of each line that is wrong stands `¦` with the code of what is wrong there.

/// What every bad page stands on.
const GROUND: &str = r#"# жер / основа / ground {#ground}

edition: base
cite: code 1
source: primary

kk: мәтін

ru: текст

en: text

```norm
act code
  title "Code"
  short "Code"
  divided into parts

authority ministry
  title "Ministry"

edition base in force 2020-01-01

edition later on base in force 2021-01-01

role owner(person, system)
fact size(person): small | large
fact age(person): number
fact acted_on(act): date
fact ended_on(act): date
fact harm(act)
fact acts_for(person, person)

table mci: tenge by date acted_on(act)
  from 2020-01-01  100

definition adult(p)
  means age(p) >= 18

offence ground.1
  subject p where owner(p, system)
  when harm(act)

procedure ground.2
  bearer not stated
  when harm(act)
```
"#;

/// The beginning of a page that is in order.
const HEAD: &str = "# қате / ошибка / bad {#bad}\n\nedition: base\ncite: code 2\nsource: primary\n\nkk: мәтін\n\nru: текст\n\nen: text\n\n";

/// A page with one block of norms.
fn block(norms: &str) -> String {
    format!("{HEAD}```norm\n{norms}\n```\n")
}

/// A page with a block of norms and an example.
fn example(test: &str) -> String {
    format!("{HEAD}```test\n{test}\n```\n")
}

/// The text without its marks, and the marks: lines and codes, in order.
fn marked(text: &str) -> (String, Vec<(usize, String)>) {
    let (mut out, mut marks) = (String::new(), Vec::new());
    for (i, line) in text.lines().enumerate() {
        let mut parts = line.split('¦');
        let _ = writeln!(out, "{}", parts.next().unwrap_or_default().trim_end());
        marks.extend(parts.map(|code| (i + 1, code.trim().to_owned())));
    }
    marks.sort();
    (out, marks)
}

fn found(sources: &Sources, diagnostics: &[Diagnostic], path: &str) -> Vec<(usize, String)> {
    let mut out: Vec<(usize, String)> = diagnostics
        .iter()
        .map(|d| {
            assert_eq!(sources.file(d.span.file).path, path, "{d:?}");
            (sources.line_column(d.span).0, d.code.as_str().to_owned())
        })
        .collect();
    out.sort();
    out
}

/// Every mistake that is marked is reported at its line, and nothing else is.
fn check_page(text: &str) -> Vec<String> {
    let (text, marks) = marked(text);
    let ground = Source { path: "a.md".to_owned(), text: GROUND.to_owned() };
    let loaded = Corpus::load(vec![ground, Source { path: "bad.md".to_owned(), text: text.clone() }]);
    let mut diagnostics = loaded.diagnostics.clone();
    if diagnostics.is_empty() {
        for edition in editions(&loaded.corpus) {
            run_examples(&loaded.corpus, edition, &mut diagnostics);
            check_properties(&loaded.corpus, edition, false, &mut diagnostics);
        }
    }
    assert_eq!(found(&loaded.corpus.sources, &diagnostics, "bad.md"), marks, "{text}\n{diagnostics:#?}");
    marks.into_iter().map(|(_, code)| code).collect()
}

fn check_case(text: &str) -> Vec<String> {
    let (text, marks) = marked(text);
    let ground = Corpus::load(vec![Source { path: "a.md".to_owned(), text: GROUND.to_owned() }]);
    let sources = Sources::new(vec![Source { path: "case.toml".to_owned(), text: text.clone() }]);
    let (_, diagnostics) = read_case(&ground.corpus, FileId(0), &text);
    assert_eq!(found(&sources, &diagnostics, "case.toml"), marks, "{text}\n{diagnostics:#?}");
    marks.into_iter().map(|(_, code)| code).collect()
}

#[test]
fn the_ground_of_the_bad_pages_is_good() {
    assert!(check_page(HEAD).is_empty());
}

/// For each code the shortest page in which it comes up, alone.
fn bad_pages() -> Vec<String> {
    let deep = format!("{}harm(act){}", "(".repeat(70), ")".repeat(70));
    let many = (0..61).map(|i| format!("v{i}")).collect::<Vec<_>>().join(" | ");
    vec![
        // The heading.
        block("offence bad.1 ¦L0101").replace("edition: base\n", ""),
        HEAD.replace("source: primary", "sourse: primary ¦L0102"),
        HEAD.replace("edition: base", "editon: base ¦L0102"),
        HEAD.replace("source: primary", "source: hearsay ¦L0103"),
        HEAD.replace("source: primary", "source: not-seen ¦L0104"),
        block("offence bad.1").replace("{#bad}", "{#bad} ¦L0105").replace("kk: мәтін\n", ""),
        HEAD.replace("cite: code 2", "cite: code 2 part 3 ¦L0106"),
        block("fact bad(act) ¦L0107").replace("қате / ошибка / bad", "қате"),
        block("offence bad.1").replace("{#bad}", "{#bad} ¦L0108").replace("cite: code 2\n", ""),
        // The words.
        block("offence bad.1\n  when harm(act) harm(act) ¦L0201"),
        block("authority bad\n  title \"never closed ¦L0202"),
        block("offence bad.1\n  when harm(act); ¦L0203"),
        block("offence bad.1\n  deadline 99999999999 days ¦L0204"),
        block("offence bad.1\n  body ministry\n  body ministry ¦L0205"),
        block("definition bad(p)\n  sanction fine 5 mci ¦L0206"),
        block(&format!("offence bad.1\n  when {deep} ¦L0207")),
        // The names.
        block("offence bad.1\n  when hram(act) ¦L0301"),
        block("offence bad.1\noffence bad.1 ¦L0302"),
        block("offence bad.1\n  subject p where owner(p, act) ¦L0303"),
        block("offence bad.1\n  subject p where owner(q, system) ¦L0304"),
        block("offence bad.1\n  subject p where size(p) = huge ¦L0305"),
        block("offence bad.1\n  subject p where size(p) ¦L0306"),
        block("carve-out bad from bath.* ¦L0307\n  when harm(act)"),
        block("definition bad(p) ¦L0308\n  means worse(p)\n\ndefinition worse(p)\n  means bad(p)"),
        block("fact bad(person, person, person) ¦L0309"),
        block("replace offence bad.1 ¦L0310").replace("edition: base", "edition: later"),
        block("table bad: tenge by date acted_on(act)\n  from 2021-01-01  5\n  from 2020-01-01  6 ¦L0311"),
        block("ambiguity bad\n  reading only \"the only one\" ¦L0312"),
        block("offence bad.1\n  when harm(act) < 5 ¦L0313"),
        block(&format!("fact bad(act): {many} ¦L0314")),
        block("carve-out bad from ground.2 ¦L0315\n  when owner(p, system)"),
        // One edition cannot say two things of one norm, or the order of files would choose.
        block("replace offence ground.1\n  when harm(act)\nreplace offence ground.1 ¦L0302")
            .replace("edition: base", "edition: later"),
        // What the page claims.
        block(
            "property bad: never both ground.1 and bad.1\n  expect proved in base ¦L0401\n\noffence bad.1\n  subject p where owner(p, system)",
        ),
        example("for a: owner(a, system), harm(act)\nothers none\nexpect ground.1 does not apply to a ¦L0402"),
    ]
}

#[test]
fn bad_pages_are_reported_at_their_lines() {
    for page in bad_pages() {
        check_page(&page);
    }
}

#[test]
fn bad_cases_are_reported_at_their_lines() {
    for case in bad_cases() {
        check_case(&case);
    }
}

fn bad_cases() -> Vec<String> {
    let crowd: String = (0..25).map(|i| format!("[persons.p{i}]{}\n", if i == 24 { " ¦C0107" } else { "" })).collect();
    let typos: String =
        (0..101).map(|i| format!("typo{i} = 1 ¦{}\n", if i < 100 { "C0102" } else { "C0113" })).collect();
    vec![
        "[persons.a ¦C0101\n".to_owned(),
        "[persons.a]\nownr = true ¦C0102\n".to_owned(),
        "[persons.a]\nowner = \"maybe\" ¦C0103\n".to_owned(),
        // Neither yes nor no: there is nothing left that it could be.
        "[persons.a]\nowner = { not = [true, false] } ¦C0103\n".to_owned(),
        "[persons.a]\n[persons.a.towards.b] ¦C0104\nacts_for = true\n".to_owned(),
        "[persons.a]\nharm = true ¦C0105\n".to_owned(),
        "id = \"nobody\" ¦C0106\n".to_owned(),
        crowd,
        "[persons.a]\n[expect.base]\n\"ground.9\" = \"applies\" ¦C0108\n".to_owned(),
        // More than anybody needs.
        format!("id = \"a\" ¦C0109\n[persons.a]\n{}", "#\n".repeat(MAX_BYTES / 2)),
        format!("[persons.a]\nname = \"{}\" ¦C0110\n", "ә".repeat(MAX_TEXT + 1)),
        format!("[persons.{}] ¦C0110\n", "a".repeat(MAX_NAME + 1)),
        format!("[persons.a]\nroles = [{}] ¦C0111\n", vec!["\"owner\""; MAX_VALUES + 1].join(", ")),
        "{\n\"persons\": {\n\"a\": {},\n\"a\": {} ¦C0112\n}\n}\n".to_owned(),
        format!("[persons.a]\n{typos}typo = 1\n"),
    ]
}

/// No code without a page that shows when it comes up.
#[test]
fn every_code_has_a_page_that_brings_it_up() {
    let codes = |text: String| marked(&text).1.into_iter().map(|(_, code)| code);
    let seen: BTreeSet<String> = bad_pages().into_iter().chain(bad_cases()).flat_map(codes).collect();
    let all: BTreeSet<String> = Code::ALL.iter().map(|c| c.as_str().to_owned()).collect();
    assert_eq!(seen, all);
}

// All mistakes of a page at once.

/// One mistake does not hide the next: not in the same condition, not in the same block, not in the same page.
#[test]
fn all_mistakes_of_a_page_are_reported() {
    check_page(
        "# қате / ошибка / bad {#bad}

edition: base
cite: code 2
sourse: primary ¦L0102
in force: tomorrow ¦L0103

kk: мәтін

ru: текст

en: text

```norm
offence bad.1
  subject p where ownr(p, system) and size(p) = huge and adult(q) ¦L0301 ¦L0305 ¦L0304
  when hram(act) ¦L0301
  unless harm(p) ¦L0303

offence bad.2
  when harm(act) and
  body ministry ¦L0201

offence bad.3
  when acts_for(act) or size(act) = small ¦L0303 ¦L0303
  body ministery ¦L0301
  remedy bad.9 ¦L0301
```

## екінші / второе / second {#second} ¦L0105

cite: code 3 third ¦L0106

kk: мәтін

en: text

```norm
fact second(person, person, person) ¦L0309

definition third(p)
  means owner(p, system)

carve-out fourth from nothing.*, ground.2 ¦L0307 ¦L0315
  when third(p)
```
",
    );
}

/// The same holds for examples: each expectation that fails is reported by itself.
#[test]
fn all_failing_expectations_are_reported() {
    check_page(&example(
        "for a, b: owner(a, system), harm(act), not owner(b, system)\nothers none\nexpect ground.1 does not apply to a ¦L0402\n\
         expect ground.1 applies to b ¦L0402\nexpect ground.1 applies to a\nexpect fine 5 mci under ground.1 for a ¦L0402",
    ));
}

/// And for cases.
#[test]
fn all_mistakes_of_a_case_are_reported() {
    check_case(
        "id = 5 ¦C0103
others = \"perhaps\" ¦C0103
harm = true ¦C0105
colour = \"red\" ¦C0102

[persons.a]
ownr = true ¦C0102
size = \"huge\" ¦C0103
roles = [\"owner\", \"friend\"] ¦C0102

[persons.a.towards.z] ¦C0104
acts_for = true

[act]
age = 5 ¦C0105
acted_on = \"yesterday\" ¦C0103

[readings]
ground = \"wide\" ¦C0102

[expect.base]
\"ground.9\" = \"applies\" ¦C0108
\"ground.1\" = { a = \"perhaps\" } ¦C0103

[expect.latest] ¦C0108
",
    );
}
