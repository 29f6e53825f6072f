//! Every message is there, and mistakes are shown where they are.
#![allow(clippy::unwrap_used)]

mod common;

use common::golden;
use tarazy_law::decide::answer::{CitationRef, Verdict};
use tarazy_law::model::Corpus;
use tarazy_law::read_case::read_case;
use tarazy_law::syntax::ast::{DeadlineUnit, ExceptionKind, Measure, NormKind};
use tarazy_law::{Code, FileId, Lang, Source, Sources};
use tarazy_words::Words;

#[test]
fn every_code_has_its_title_its_label_and_its_help() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for code in Code::ALL {
            for part in ["", ".label", ".help"] {
                let key = format!("{}{part}", code.as_str());
                assert!(words.find(&key, &[]).is_some(), "{key} in {}", lang.code());
            }
            let explained = tarazy_words::explain_code(&words, *code);
            assert!(!explained.contains("{$"), "{explained}");
        }
    }
}

#[test]
fn every_kind_has_its_word() {
    use DeadlineUnit::*;
    let mut keys: Vec<String> = NormKind::ALL.iter().map(|k| format!("kind-{}", k.as_str())).collect();
    let verdicts = [Verdict::Applies, Verdict::DoesNotApply, Verdict::Unknown, Verdict::Competing];
    for v in verdicts {
        keys.extend(["verdict", "chapter", "cell"].map(|k| format!("{k}-{}", v.as_str())));
    }
    let exceptions = [
        ExceptionKind::CarveOut,
        ExceptionKind::Displacement,
        ExceptionKind::Proviso,
        ExceptionKind::Savings,
        ExceptionKind::Scope,
        ExceptionKind::Presumption,
        ExceptionKind::Retroactivity,
    ];
    for v in verdicts.into_iter().filter(|v| *v != Verdict::DoesNotApply) {
        keys.extend(["", "-said"].map(|said| format!("pic-{}{said}", v.as_str())));
    }
    keys.extend(exceptions.iter().map(|e| format!("step-{}", e.as_str())));
    keys.extend(["applies", "met", "definition"].map(|w| format!("step-{w}")));
    keys.extend(["applies", "met", "definition", "scope", "exception", "mark"].map(|w| format!("truth-{w}")));
    let measures = [
        Measure::Suspension,
        Measure::Prohibition,
        Measure::Compensation,
        Measure::Correction,
        Measure::Referral,
        Measure::Disqualification,
    ];
    keys.extend(measures.iter().map(|m| format!("measure-{}", m.as_str())));
    keys.extend([Years, Months, Days, WorkingDays, KoapDays].iter().map(|u| format!("term-{}", u.as_str())));
    keys.extend(["immediately", "within", "every"].map(|d| format!("deadline-{d}")));
    keys.extend(
        ["denied", "not-asked", "unknown", "not-applicable", "established", "disputed"].map(|k| format!("known-{k}")),
    );
    keys.extend(["primary", "secondary", "proposed"].map(|s| format!("source-{s}")));
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for key in &keys {
            assert!(words.find(key, &[]).is_some(), "{key} in {}", lang.code());
        }
    }
}

#[test]
fn a_missing_message_is_seen() {
    assert_eq!(Words::new(Lang::Kk).say("no-such-message"), "⟨no-such-message⟩");
    assert_eq!(Words::new(Lang::Kk).word("unknown word"), "unknown word");
}

#[test]
fn plurals() {
    let errors = |lang, n: &str| Words::new(lang).say_with("errors-count", &[("errors", n)]);
    assert_eq!(
        ["1", "2", "5", "11", "21"].map(|n| errors(Lang::Ru, n)),
        ["1 ошибка", "2 ошибки", "5 ошибок", "11 ошибок", "21 ошибка"]
    );
    assert_eq!(["1", "2"].map(|n| errors(Lang::En, n)), ["1 error", "2 errors"]);
    assert_eq!(["1", "2"].map(|n| errors(Lang::Kk, n)), ["1 қате", "2 қате"]);
}

#[test]
fn citations() {
    let corpus = common::corpus();
    let place = |act: &str, article: &str, part: Option<&str>, sub: Option<&str>| CitationRef {
        act: act.into(),
        article: article.into(),
        part: part.map(Into::into),
        subparagraph: sub.map(Into::into),
    };
    let say = |lang, place: &CitationRef| tarazy_words::citation(&Words::new(lang), &corpus, place);
    let in_code = place("code", "641-1", Some("1"), Some("2"));
    assert_eq!(say(Lang::Kk, &in_code), "ӘҚБтК 641-1-бап, 1-бөлік, 2) тармақша");
    assert_eq!(say(Lang::Ru, &in_code), "КоАП, ст. 641-1, ч. 1, пп. 2)");
    assert_eq!(say(Lang::En, &in_code), "KoAP art. 641-1(1)(2)");
    let in_law = place("ai", "21", Some("2"), None);
    assert_eq!(say(Lang::Kk, &in_law), "ЖИ туралы заң, 21-бап, 2-тармақ");
    assert_eq!(say(Lang::Ru, &in_law), "Закон об ИИ, ст. 21, п. 2");
    assert_eq!(say(Lang::En, &in_law), "AI Law art. 21(2)");
    assert_eq!(say(Lang::Ru, &place("ai", "", None, None)), "Закон об ИИ");
    assert_eq!(say(Lang::En, &place("unknown", "3", None, None)), "unknown art. 3");
}

#[test]
fn mistakes_in_a_page() {
    let text = "\
# Редакциялар / Редакции / Editions

edition: base
source: primary

kk: а

ru: б

en: c

```norm
edition base in force 2015-01-01
edition next on bse
```

## меншік иесі / собственник / owner {#owner}

kk: Сұрақ?

ru: Вопрос?

en: Question?

```norm
role owner(person, system)
fact owner(person)
definition a(p) means b(p)
definition b(p) means a(p)
```

## Норма {#n}

cite: koap 1 x2
source: not-seen

kk: Мәтін.

ru: Текст.

```norm
offence koap.1
  subject p where ownr(p, system)
  deadline \"x
```
";
    let loaded = Corpus::load(vec![Source { path: "kz/a.md".into(), text: text.into() }]);
    for lang in Lang::ALL {
        let said = tarazy_words::diagnostics(&Words::new(lang), &loaded.corpus.sources, &loaded.diagnostics, false);
        golden(&format!("mistakes.{}.txt", lang.code()), &said);
    }
}

#[test]
fn mistakes_in_a_case() {
    let text = "titel = \"x\"\nowner = true\n[persons.firm]\nroles = [\"ownr\"]\nsize = \"huge\"\n[persons.firm.towards.clerk]\n";
    let corpus = common::corpus();
    let (_, diags) = read_case(&corpus, FileId(0), text);
    let sources = Sources::new(vec![Source { path: "case.toml".into(), text: text.into() }]);
    for lang in Lang::ALL {
        golden(
            &format!("case.{}.txt", lang.code()),
            &tarazy_words::diagnostics(&Words::new(lang), &sources, &diags, false),
        );
    }
    let colored = tarazy_words::diagnostics(&Words::new(Lang::En), &sources, &diags, true);
    assert!(colored.contains("\u{1b}["));
}
