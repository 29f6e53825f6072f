//! A review of the small law, made up: every kind of value, and each of the ways in which findings come together.
#![allow(dead_code, clippy::unwrap_used)]

use tarazy_law::model::{Corpus, Rulebook, Selection};
use tarazy_review::{Class, Finding, Kind, Readings, Repair, Review, Subject, Undecided, Value};

pub(crate) fn book(corpus: &Corpus) -> Rulebook {
    corpus.book(&Selection { edition: "new".into(), as_of: None })
}

pub(crate) fn norm(book: &Rulebook, id: &str) -> Subject {
    let n = book.norms.iter().find(|n| n.id == id).unwrap();
    Subject { kind: Kind::Norm, name: n.id.clone(), provision: Some(n.provision), span: n.span }
}

pub(crate) fn fact(corpus: &Corpus, name: &str) -> Subject {
    let info = corpus.vocabulary.fact(corpus.vocabulary.find(name).unwrap());
    Subject { kind: Kind::Fact, name: name.into(), provision: Some(info.provision), span: info.span }
}

/// The values that the classes carry, all at once, over a small law.
pub(crate) fn findings(corpus: &Corpus, book: &Rulebook) -> Vec<Finding> {
    let names = |n: &[&str]| Value::Names(n.iter().map(|n| (*n).to_owned()).collect());
    let of = |class, ids: &[&str]| Finding::new(class, ids.iter().map(|id| norm(book, id)).collect());
    vec![
        of(Class::AddresseeNotStated, &["ai.24"]).with("part", Value::Keys(vec!["bearer-not-stated"])),
        of(Class::NotAllocated, &["new.error"]).with("roles", names(&["owner", "at_fault"])),
        of(Class::NoConsequence, &["ai.8"]).with("kind", Value::Keys(vec!["kind-duty"])),
        of(Class::NoConsequence, &["ai.9"]).with("kind", Value::Keys(vec!["kind-duty"])),
        of(Class::RightWithoutProcedure, &["ai.8"])
            .with("parts", Value::Keys(vec!["part-procedure", "part-deadline", "part-remedy"])),
        of(Class::CannotBePerformed, &["ai.8"])
            .with("detail", Value::Text("power".into()))
            .with("fact", names(&["managed"])),
        of(Class::NoLevels, &["ai.8"]).with("fact", names(&["managed"])).with("state", names(&["size = large"])),
        Finding::new(Class::MeaningNotStated, vec![norm(book, "code.10.p1"), fact(corpus, "harmed")]),
        Finding::new(Class::ConnectiveDrift, vec![norm(book, "ai.8"), norm(book, "ai.9")])
            .with("connectives", Value::Keys(vec!["connective-and", "connective-and-or"])),
        of(Class::Competing, &["code.10.p1", "code.20"])
            .in_readings(Readings::Only(vec![vec![("harm-readings".into(), "wide".into())]])),
        of(Class::Subsumed, &["ai.9", "ai.8"]),
        Finding::new(
            Class::NotDefined,
            vec![Subject { kind: Kind::Name, name: "operator".into(), ..norm(book, "ai.8") }],
        ),
    ]
}

/// With a repair, a finding about acts and one that was given up.
pub(crate) fn review(corpus: &Corpus) -> Review {
    let book = book(corpus);
    let mut findings = findings(corpus, &book);
    let act = |name: &str| {
        let act = &corpus.acts[name];
        let span = corpus.provision(act.provision).span;
        Subject { kind: Kind::Act, name: name.into(), provision: Some(act.provision), span }
    };
    findings
        .push(Finding::new(Class::RelationOpen, vec![act("ai"), act("code")]).with("covers", Value::Text("x".into())));
    for f in &mut findings {
        f.editions = vec!["new".into()];
        if f.class == Class::Competing {
            f.editions.insert(0, "old".into());
            f.cases = Some(12_345);
            f.repair = Some(Repair {
                page: "# Түзету / Поправка / Amendment {#fix}\n\nedition: fixed\ncite: code 10 p1\nsource: proposed\n\n\
                       kk: Өзі жариялаған 20-бап бойынша жауап береді.\n\nru: Опубликовавший сам отвечает по статье 20.\n\n\
                       en: Who published answers under article 20.\n"
                    .into(),
                key: "R401-mend",
                removes: vec![f.key()],
                creates: Vec::new(),
            });
        }
    }
    let undecided = vec![Undecided { class: Class::Impunity, subjects: vec![norm(&book, "code.20")] }];
    Review { edition: "new".into(), findings, undecided }
}
