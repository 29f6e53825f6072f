//! The persons of a case and what they are to the system: who made it, who runs it, who used it, who was hurt.

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use tarazy_law::case::{Case, Entry, FactKey, MAX_PERSONS, PersonIdx, State as Known, Value};
use tarazy_law::model::{Corpus, Domain, VocabFact, VocabId};

use super::{Answer, Form, see, show};
use crate::at::At;
use crate::edit::{Note, add_person, answer, change, remove_person, write_in};
use crate::layout::Page;
use crate::site::Site;
use crate::subject::{Held, Subject};
use crate::trouble::Trouble;
use crate::ui::{self, Action, Choice, Complaint, Field, Item, Row};

/// A name is so long at most.
const NAME: usize = 200;
const YES: Value = Value::Named(1);
const NO: Value = Value::Named(0);

/// A heading of the vocabulary, if there is one, with the facts under it.
type Group<'a> = (Option<String>, Vec<(VocabId, &'a VocabFact)>);

/// What persons are to a system, as the vocabulary groups it: each heading with the facts under it.
///
/// That is every page of the vocabulary on which a role is declared, with all its yes-or-no facts about one person.
fn roles(corpus: &Corpus) -> Vec<Group<'_>> {
    let facts = || corpus.vocabulary.iter();
    let pages: Vec<_> = facts().filter(|(_, f)| f.is_role).map(|(_, f)| f.span.file).collect();
    let mut out: Vec<Group<'_>> = Vec::new();
    let plain = |f: &VocabFact| f.persons() == 1 && f.domain == Domain::YesNo && pages.contains(&f.span.file);
    for (id, fact) in facts().filter(|(_, f)| plain(f)) {
        let group = corpus.group_of(fact.provision).map(|g| g.heading.clone());
        match out.last_mut() {
            Some((heading, list)) if *heading == group => list.push((id, fact)),
            _ => out.push((group, vec![(id, fact)])),
        }
    }
    out
}

/// What is written of a person.
#[derive(Default)]
struct Sketch {
    name: String,
    chosen: Vec<String>,
    nothing_else: bool,
}

impl Sketch {
    fn of(form: &Form) -> Sketch {
        Sketch {
            name: form.get("name").to_owned(),
            chosen: form.all("role").map(str::to_owned).collect(),
            nothing_else: form.get("rest") == "no",
        }
    }

    fn from_case(corpus: &Corpus, at: &At, case: &Case, person: PersonIdx) -> Sketch {
        let all = roles(corpus).into_iter().flat_map(|(_, facts)| facts);
        let chosen = all.filter(|(id, _)| *case.state(FactKey::new(*id, &[person])) == Known::Established(YES));
        Sketch {
            name: case.persons[person].name.get(at.lang).to_owned(),
            chosen: chosen.map(|(_, f)| f.name.clone()).collect(),
            nothing_else: Sketch::denies_the_rest(corpus, case, person),
        }
    }

    /// Every role is either established or denied.
    fn denies_the_rest(corpus: &Corpus, case: &Case, person: PersonIdx) -> bool {
        let mut all = roles(corpus).into_iter().flat_map(|(_, facts)| facts);
        all.all(|(id, _)| matches!(case.state(FactKey::new(id, &[person])), Known::Established(_)))
    }

    fn complaints(&self, at: &At) -> Vec<Complaint> {
        let complaint =
            |key: &str| Complaint { field: "name".to_owned(), text: at.say_with(key, &[("limit", &NAME.to_string())]) };
        if self.name.is_empty() {
            return vec![complaint("persons-name-missing")];
        }
        if self.name.chars().count() > NAME { vec![complaint("text-too-long")] } else { Vec::new() }
    }

    /// Writes what was said into the case: a chosen role is established; one not chosen is denied where nothing else was said to be, and
    /// otherwise forgotten if the form said it before: as chosen, or as denied with all the rest. What a question said stays.
    fn write(&self, corpus: &Corpus, case: &mut Case, person: PersonIdx) {
        let denied_before = Sketch::denies_the_rest(corpus, case, person);
        for (id, fact) in roles(corpus).into_iter().flat_map(|(_, facts)| facts) {
            let key = FactKey::new(id, &[person]);
            let chosen = self.chosen.contains(&fact.name);
            let before = case.state(key).clone();
            let state = match (chosen, self.nothing_else) {
                (true, _) => Known::Established(YES),
                (false, true) => Known::Established(NO),
                (false, false) if before == Known::Established(YES) || denied_before => Known::NotAsked,
                (false, false) => continue,
            };
            if state != before {
                answer(case, key, Entry { state, ..Entry::default() });
            }
        }
    }

    fn form(&self, at: &At, corpus: &Corpus, complaints: &[Complaint], go: &str) -> Markup {
        let error = complaints.first().map(|c| c.text.as_str());
        html! {
            (ui::input(&Field {
                name: "name",
                label: &at.say("persons-name"),
                hint: Some(&at.say("persons-name-hint")),
                error,
                error_word: &at.say("page-error"),
                value: &self.name,
                ..Field::default()
            }))
            fieldset class="govuk-fieldset" {
                legend class="govuk-fieldset__legend govuk-fieldset__legend--m" { (at.say("persons-roles")) }
                p class="govuk-hint" { (at.say("persons-roles-hint")) }
                @for (i, (heading, facts)) in roles(corpus).iter().enumerate() {
                    @let legend = heading.as_deref().map_or_else(|| at.say("persons-roles"), |h| in_language(at, h));
                    (role_boxes(at, self, &legend, facts, i))
                }
            }
            (ui::radios(&Choice {
                name: "rest",
                legend: &at.say("persons-rest"),
                size: Some("s"),
                hint: Some(&at.say("persons-rest-hint")),
                items: vec![
                    Item::new("no", at.say("persons-rest-no"), self.nothing_else),
                    Item::new("unknown", at.say("persons-rest-unknown"), !self.nothing_else),
                ],
                ..Choice::default()
            }))
            (ui::button(&at.say(go)))
        }
    }
}

/// One heading with its roles. All boxes send the same name, so their ids come from the place of the heading.
fn role_boxes(at: &At, sketch: &Sketch, legend: &str, facts: &[(VocabId, &VocabFact)], group: usize) -> Markup {
    html! {
        div class="govuk-form-group" {
            fieldset class="govuk-fieldset" {
                legend class="govuk-fieldset__legend govuk-fieldset__legend--s" { (legend) }
                div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes" {
                    @for (i, (_, fact)) in facts.iter().enumerate() {
                        @let id = format!("role-{group}-{i}");
                        @let hint = format!("{id}-item-hint");
                        div class="govuk-checkboxes__item" {
                            input class="govuk-checkboxes__input" id=(id) name="role" type="checkbox" value=(fact.name)
                                checked[sketch.chosen.contains(&fact.name)] aria-describedby=(hint);
                            label class="govuk-label govuk-checkboxes__label" for=(id) {
                                (tarazy_words::capital(at.words().of(&fact.label)))
                            }
                            div id=(hint) class="govuk-hint govuk-checkboxes__hint" { (at.words().of(&fact.question)) }
                        }
                    }
                }
            }
        }
    }
}

/// A heading `kk / ru / en` in the language of the page.
fn in_language(at: &At, heading: &str) -> String {
    tarazy_words::heading_in(heading, at.lang).to_owned()
}

pub(super) async fn list(State(site): State<Arc<Site>>, at: At, held: Held) -> Answer {
    show(&site, &at, everybody(&site, &at, &held.subject, &Sketch::default(), &[]))
}

fn everybody(site: &Site, at: &At, subject: &Subject, sketch: &Sketch, complaints: &[Complaint]) -> Page {
    let case = &subject.case;
    let corpus = site.law.corpus;
    let row = |(i, p): (usize, &tarazy_law::case::Person)| {
        let known = Sketch::from_case(corpus, at, case, i);
        let labels = known.chosen.iter().filter_map(|name| {
            corpus.vocabulary.find(name).map(|id| at.words().of(&corpus.vocabulary.fact(id).label).to_owned())
        });
        let labels: Vec<String> = labels.collect();
        let name = p.name.get(at.lang).to_owned();
        Row {
            key: html! { (name) },
            value: html! { @if labels.is_empty() { (at.say("persons-no-role")) } @else { (labels.join(", ")) } },
            actions: vec![Action {
                href: at.to(&subject.path(&format!("/persons/{}", p.id))),
                text: at.say("page-change"),
                about: name,
            }],
        }
    };
    let rows: Vec<Row> = case.persons.iter().enumerate().map(row).collect();
    let full = case.persons.len() >= MAX_PERSONS;
    let main = html! {
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" {
                @if !complaints.is_empty() { (ui::error_summary(&at.say("page-problem"), complaints)) }
                h1 class="govuk-heading-xl" { (at.say("persons-title")) }
                @if rows.is_empty() {
                    p class="govuk-body-l" { (at.say("persons-lead")) }
                } @else {
                    (ui::summary_list(&rows))
                    p class="actions" { (ui::link_button(&at.to(&subject.path("/next")), &at.say("persons-go-on"), false)) }
                }
                @if full {
                    (ui::inset(&html! { (at.say_with("persons-full", &[("count", &MAX_PERSONS.to_string())])) }))
                } @else {
                    h2 class="govuk-heading-l" { (at.say(if rows.is_empty() { "persons-first" } else { "persons-another" })) }
                    form method="post" { (sketch.form(at, corpus, complaints, "persons-add")) }
                }
            }
        }
    };
    Page::new(at.say("persons-title"), main).back(at, &at.to(&subject.path(""))).refused(!complaints.is_empty())
}

pub(super) async fn add(State(site): State<Arc<Site>>, at: At, held: Held, body: String) -> Answer {
    let persons = at.to(&held.subject.path("/persons"));
    if held.subject.case.persons.len() >= MAX_PERSONS {
        return Ok(see(&persons));
    }
    let sketch = Sketch::of(&Form::read(&body));
    let complaints = sketch.complaints(&at);
    if !complaints.is_empty() {
        return show(&site, &at, everybody(&site, &at, &held.subject, &sketch, &complaints));
    }
    let corpus = site.law.corpus;
    change(&site, &held.holder, Note::Person { name: sketch.name.clone() }, move |case| {
        if case.persons.len() < MAX_PERSONS {
            let person = add_person(case, &sketch.name);
            sketch.write(corpus, case, person);
        }
    })
    .await?;
    Ok(see(&persons))
}

/// The person whom the address names.
fn named(case: &Case, id: &str) -> Result<PersonIdx, Trouble> {
    case.person(id).ok_or(Trouble::NotFound)
}

type Key = Path<(String, String, String)>;

pub(super) async fn edit(State(site): State<Arc<Site>>, at: At, Path((_, _, id)): Key, held: Held) -> Answer {
    let person = named(&held.subject.case, &id)?;
    let sketch = Sketch::from_case(site.law.corpus, &at, &held.subject.case, person);
    show(&site, &at, editing(&site, &at, &held.subject, &id, &sketch, &[]))
}

fn editing(site: &Site, at: &At, subject: &Subject, id: &str, sketch: &Sketch, complaints: &[Complaint]) -> Page {
    let main = html! {
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" {
                @if !complaints.is_empty() { (ui::error_summary(&at.say("page-problem"), complaints)) }
                h1 class="govuk-heading-xl" { (at.say("persons-edit")) }
                form method="post" { (sketch.form(at, site.law.corpus, complaints, "page-save")) }
                h2 class="govuk-heading-m" { (at.say("persons-remove")) }
                p class="govuk-body" { (at.say("persons-remove-text")) }
                form method="post" action=(at.to(&subject.path(&format!("/persons/{id}/remove")))) {
                    (ui::warning_button(&at.say("persons-remove")))
                }
            }
        }
    };
    Page::new(at.say("persons-edit"), main).back(at, &at.to(&subject.path("/persons"))).refused(!complaints.is_empty())
}

pub(super) async fn edited(
    State(site): State<Arc<Site>>,
    at: At,
    Path((_, _, id)): Key,
    held: Held,
    body: String,
) -> Answer {
    named(&held.subject.case, &id)?;
    let sketch = Sketch::of(&Form::read(&body));
    let complaints = sketch.complaints(&at);
    if !complaints.is_empty() {
        return show(&site, &at, editing(&site, &at, &held.subject, &id, &sketch, &complaints));
    }
    let (corpus, lang) = (site.law.corpus, at.lang);
    change(&site, &held.holder, Note::Person { name: sketch.name.clone() }, move |case| {
        let Some(person) = case.person(&id) else { return };
        write_in(&mut case.persons[person].name, lang, &sketch.name);
        sketch.write(corpus, case, person);
    })
    .await?;
    Ok(see(&at.to(&held.subject.path("/persons"))))
}

pub(super) async fn remove(State(site): State<Arc<Site>>, at: At, Path((_, _, id)): Key, held: Held) -> Answer {
    let person = named(&held.subject.case, &id)?;
    let name = held.subject.case.persons[person].name.get(at.lang).to_owned();
    let corpus = site.law.corpus;
    change(&site, &held.holder, Note::Removed { name }, move |case| {
        if let Some(person) = case.person(&id) {
            remove_person(case, person, |key| corpus.vocabulary.fact(key.fact).persons());
        }
    })
    .await?;
    Ok(see(&at.to(&held.subject.path("/persons"))))
}
