//! Check your answers: everything that is known, and how to change it.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use tarazy_law::case::{Case, FactKey, Others};
use tarazy_law::decide::answer::{FactRef, Known};
use tarazy_law::decide::person_refs;
use tarazy_law::model::{Sort, VocabFact};
use tarazy_words::View;

use super::question::{self, OTHERS};
use super::{Answer, show};
use crate::at::At;
use crate::layout::Page;
use crate::site::Site;
use crate::subject::Subject;
use crate::ui::{self, Action, Row};

pub(super) async fn page(State(site): State<Arc<Site>>, at: At, subject: Subject) -> Answer {
    let corpus = site.law.corpus;
    let case = &subject.case;
    let refs = person_refs(case);
    let view = View::of_persons(at.words(), corpus, &refs);
    let mut groups: Vec<(String, Vec<Row>)> = Vec::new();
    for (i, person) in case.persons.iter().enumerate() {
        let about = |key: &FactKey, info: &VocabFact| info.about() == Sort::Person && usize::from(key.persons[0]) == i;
        groups.push((person.name.get(at.lang).to_owned(), rows(&site, &at, &subject, &view, about)));
    }
    for (key, sort) in [("check-system", Sort::System), ("check-act", Sort::Act)] {
        groups.push((at.say(key), rows(&site, &at, &subject, &view, |_, info| info.about() == sort)));
    }
    let others = match case.others {
        Others::NotAsked => at.say("known-not-asked"),
        Others::Unknown => at.say("known-unknown"),
        Others::Nobody => at.say("others-nobody"),
        Others::Somebody => at.say("others-somebody"),
    };
    let others = Row {
        key: html! { (tarazy_words::capital(&at.say("others-took-part"))) },
        value: html! { (others) },
        actions: actions(&at, &subject, OTHERS, &[], &at.say("others-took-part")),
    };
    let asks = site.work(|| site.law.in_force().and_then(|e| e.next_question(case, &e.run(case))).is_some()).await;
    let main = html! {
        h1 class="govuk-heading-xl" { (at.say("check-title")) }
        p class="govuk-body-l" { (case.title.get(at.lang)) }
        @if let Some(source) = &case.source { p class="govuk-body visually-quiet" { (source.get(at.lang)) } }
        @if !case.summary.get(at.lang).is_empty() { p class="govuk-body" { (case.summary.get(at.lang)) } }
        p class="actions" {
            (ui::link_button(&at.to(&subject.path("/answer")), &at.say("check-to-answer"), false))
            @if subject.is_held() && asks {
                (ui::link_button(&at.to(&subject.path("/next")), &at.say("check-go-on"), true))
            }
        }
        @for (heading, rows) in &groups {
            @if !rows.is_empty() { h2 class="govuk-heading-m" { (heading) } (ui::summary_list(rows)) }
        }
        h2 class="govuk-heading-m" { (at.say("check-others")) }
        (ui::summary_list(&[others]))
    };
    let back = if subject.is_held() { at.to(&subject.path("")) } else { at.to(&subject.path("/answer")) };
    show(
        &site,
        &at,
        Page::new(format!("{} – {}", at.say("check-title"), case.title.get(at.lang)), main).back(&at, &back),
    )
}

/// One row for each fact that was asked, in the order of the vocabulary.
fn rows(
    site: &Site,
    at: &At,
    subject: &Subject,
    view: &View<'_>,
    about: impl Fn(&FactKey, &VocabFact) -> bool,
) -> Vec<Row> {
    let case = &subject.case;
    let vocabulary = &site.law.corpus.vocabulary;
    let known = case.facts.keys().filter(|key| about(key, vocabulary.fact(key.fact)));
    let row = |key: &FactKey| {
        let info = vocabulary.fact(key.fact);
        let persons: Vec<String> =
            key.persons[..info.persons()].iter().map(|p| case.persons[usize::from(*p)].id.clone()).collect();
        let mut label = tarazy_words::capital(at.words().of(&info.label));
        if let [_, other] = &persons[..] {
            label = format!("{label} → {}", view.person(other));
        }
        Row {
            key: html! { (label) },
            value: value(site, view, case, *key),
            actions: actions(at, subject, &info.name, &persons, &label),
        }
    };
    known.map(row).collect()
}

fn value(site: &Site, view: &View<'_>, case: &Case, key: FactKey) -> Markup {
    let info = site.law.corpus.vocabulary.fact(key.fact);
    let fact = FactRef::Fact { fact: info.name.clone(), persons: Vec::new(), values: Vec::new() };
    html! { (tarazy_words::capital(&view.known(&fact, &Known::of(site.law.corpus, case, key)))) }
}

fn actions(at: &At, subject: &Subject, fact: &str, persons: &[String], label: &str) -> Vec<Action> {
    if !subject.is_held() {
        return Vec::new();
    }
    let fact = if fact == OTHERS {
        FactRef::Others { values: Vec::new() }
    } else {
        FactRef::Fact { fact: fact.to_owned(), persons: persons.to_vec(), values: Vec::new() }
    };
    let path = question::path(subject, &fact, None).unwrap_or_default();
    let mark = if path.contains('?') { '&' } else { '?' };
    vec![Action {
        href: at.to(&format!("{path}{mark}then=facts")),
        text: at.say("page-change"),
        about: label.to_owned(),
    }]
}
