//! The interview: one question at a time, and always the one that decides most.

mod given;

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use tarazy_law::Text3;
use tarazy_law::case::{Case, Entry, FactKey, Others};
use tarazy_law::decide::answer::FactRef;
use tarazy_law::decide::{Engine, person_refs};
use tarazy_law::model::{Domain, VocabFact};
use tarazy_words::View;

use given::{EVIDENCE, Given};

use super::{Answer, Form, see, show};
use crate::at::At;
use crate::edit::{Note, answer as put, change, write_in};
use crate::layout::Page;
use crate::site::Site;
use crate::subject::{Held, Subject, blocking};
use crate::suppose::key;
use crate::trouble::Trouble;
use crate::ui::{self, Choice, Complaint, Field, Item};

/// The question whether somebody else took part, among the names of facts.
pub(super) const OTHERS: &str = "others";
/// A page names so many norms that wait for an answer.
const NORMS: usize = 5;

/// The edition for which questions are asked: that of the address, or the law in force.
fn engine<'s>(site: &'s Site, at: &At) -> Result<&'s Engine<'static>, Trouble> {
    match at.get("edition") {
        Some(name) => site.law.engine(name).ok_or(Trouble::NotFound),
        None => site.law.in_force().ok_or(Trouble::NotFound),
    }
}

/// Which question an address asks.
struct Asked {
    fact: String,
    persons: Vec<String>,
}

impl Asked {
    fn of(fact: &FactRef) -> Option<Asked> {
        match fact {
            FactRef::Fact { fact, persons, .. } => Some(Asked { fact: fact.clone(), persons: persons.clone() }),
            FactRef::Others { .. } => Some(Asked { fact: OTHERS.to_owned(), persons: Vec::new() }),
            _ => None,
        }
    }

    fn at(at: &At, fact: String) -> Asked {
        Asked { fact, persons: at.all("about").map(str::to_owned).collect() }
    }

    fn key(&self, site: &Site, case: &Case) -> Option<FactKey> {
        key(site.law.corpus, case, &self.fact, &self.persons.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn fact(&self) -> FactRef {
        if self.fact == OTHERS {
            return FactRef::Others { values: Vec::new() };
        }
        FactRef::Fact { fact: self.fact.clone(), persons: self.persons.clone(), values: Vec::new() }
    }
}

/// The page of a question, without language.
pub(super) fn path(subject: &Subject, fact: &FactRef, edition: Option<&str>) -> Option<String> {
    let asked = Asked::of(fact)?;
    let mut query: Vec<(String, String)> = asked.persons.iter().map(|p| ("about".to_owned(), p.clone())).collect();
    query.extend(edition.map(|e| ("edition".to_owned(), e.to_owned())));
    let query = crate::at::encode(&query);
    let mark = if query.is_empty() { "" } else { "?" };
    Some(subject.path(&format!("/question/{}{mark}{query}", asked.fact)))
}

/// On to the question that decides most; to the check, where nothing is left to ask.
pub(super) async fn next(State(site): State<Arc<Site>>, at: At, held: Held) -> Answer {
    let subject = &held.subject;
    if subject.case.persons.is_empty() {
        return Ok(see(&at.to(&subject.path("/persons"))));
    }
    let engine = engine(&site, &at)?;
    let question = site.work(|| engine.next_question(&subject.case, &engine.run(&subject.case))).await;
    let path = question.and_then(|q| path(subject, &q.fact, at.get("edition")));
    let edition = at.query_with("", None, false);
    Ok(see(&at.to(&path.unwrap_or_else(|| subject.path(&format!("/facts{edition}"))))))
}

type Address = Path<(String, String, String)>;

pub(super) async fn page(State(site): State<Arc<Site>>, at: At, Path((_, _, fact)): Address, held: Held) -> Answer {
    let asked = Asked::at(&at, fact);
    let case = &held.subject.case;
    let given = if asked.fact == OTHERS {
        let answer = match case.others {
            Others::NotAsked => "",
            Others::Unknown => "unknown",
            Others::Nobody => "no",
            Others::Somebody => "yes",
        };
        Given { answer: answer.to_owned(), ..Given::default() }
    } else {
        Given::from_case(&site, &at, case, asked.key(&site, case).ok_or(Trouble::NotFound)?)
    };
    let before = before(&site, &held).await?;
    show(&site, &at, asking(&site, &at, &held.subject, &asked, &given, None, before.as_ref())?)
}

/// The question that was answered last, to go back to.
async fn before(site: &Arc<Site>, held: &Held) -> Result<Option<FactRef>, Trouble> {
    let holder = held.holder.clone();
    let history = blocking(site, move |site| site.store.history(&holder)).await?;
    Ok(history.iter().rev().find_map(|r| match Note::read(&r.what)? {
        Note::Answered { fact, persons } => Some(Asked { fact, persons }.fact()),
        _ => None,
    }))
}

pub(super) async fn answer(
    State(site): State<Arc<Site>>,
    at: At,
    Path((_, _, fact)): Address,
    held: Held,
    body: String,
) -> Answer {
    let asked = Asked::at(&at, fact);
    let form = Form::read(&body);
    let given = Given::of(&form);
    let case = &held.subject.case;
    let note = Note::Answered { fact: asked.fact.clone(), persons: asked.persons.clone() };
    let refuse = |wrong: (&str, &str)| {
        let complaint =
            Complaint { field: wrong.0.to_owned(), text: at.say_with(wrong.1, &[("limit", &EVIDENCE.to_string())]) };
        show(&site, &at, asking(&site, &at, &held.subject, &asked, &given, Some(complaint), None)?)
    };
    if asked.fact == OTHERS {
        let others = match given.answer.as_str() {
            "no" => Others::Nobody,
            "yes" => Others::Somebody,
            "unknown" => Others::Unknown,
            _ => return refuse(("answer", "question-choose")),
        };
        change(&site, &held.holder, note, move |case| case.others = others).await?;
    } else {
        let key = asked.key(&site, case).ok_or(Trouble::NotFound)?;
        if let Some(wrong) = given.too_long() {
            return refuse(wrong);
        }
        let state = match given.state(&site, key) {
            Ok(state) => state,
            Err(wrong) => return refuse(wrong),
        };
        let (site_in, lang) = (site.clone(), at.lang);
        change(&site, &held.holder, note, move |case| {
            // The persons may stand in another order by now.
            let Some(key) = asked.key(&site_in, case) else { return };
            let before = case.facts.get(&key);
            let text = |before: Option<&Text3>, new: &str| {
                let mut text = before.cloned().unwrap_or_default();
                write_in(&mut text, lang, new);
                (!new.is_empty()).then_some(text)
            };
            let evidence = text(before.and_then(|b| b.evidence.as_ref()), &given.evidence);
            let by = text(before.and_then(|b| b.by.as_ref()), &given.by);
            put(case, key, Entry { state: state.clone(), evidence, by, supposed: false });
        })
        .await?;
    }
    let edition = at.get("edition").map(|e| crate::at::encode(&[("edition".to_owned(), e.to_owned())]));
    let query = edition.map(|e| format!("?{e}")).unwrap_or_default();
    let page = if form.get("then") == "facts" { "/facts" } else { "/next" };
    Ok(see(&at.to(&held.subject.path(&format!("{page}{query}")))))
}

fn asking(
    site: &Site,
    at: &At,
    subject: &Subject,
    asked: &Asked,
    given: &Given,
    complaint: Option<Complaint>,
    before: Option<&FactRef>,
) -> Result<Page, Trouble> {
    let corpus = site.law.corpus;
    let persons = person_refs(&subject.case);
    let view = View::of_persons(at.words(), corpus, &persons);
    let (question, choices) = if asked.fact == OTHERS {
        (at.say("question-others"), others_choices(at, given))
    } else {
        let info = corpus.vocabulary.fact(asked.key(site, &subject.case).ok_or(Trouble::NotFound)?.fact);
        (at.words().of(&info.question).to_owned(), choices(at, &view, info, given, complaint.as_ref()))
    };
    let engine = engine(site, at)?;
    let error = complaint.as_ref().filter(|c| c.field == "answer").map(|c| c.text.clone());
    let about = (!asked.persons.is_empty()).then(|| {
        let names: Vec<String> = asked.persons.iter().map(|p| view.person(p)).collect();
        names.join(" → ")
    });
    let complaints: Vec<Complaint> = complaint.into_iter().collect();
    let main = html! {
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" {
                @if !complaints.is_empty() { (ui::error_summary(&at.say("page-problem"), &complaints)) }
                span class="govuk-caption-l" { (about.as_deref().unwrap_or(subject.case.title.get(at.lang))) }
                form method="post" {
                    (ui::radios(&Choice {
                        name: "answer",
                        legend: &question,
                        size: Some("l"),
                        heading: true,
                        error: error.as_deref(),
                        error_word: &at.say("page-error"),
                        items: choices,
                        ..Choice::default()
                    }))
                    @if asked.fact != OTHERS { (evidence(at, given, &complaints)) }
                    @if at.get("then") == Some("facts") { input type="hidden" name="then" value="facts"; }
                    (ui::button(&at.say("page-go-on")))
                }
                (why(at, &view, &subject.case, asked, engine))
                p class="govuk-body no-print" {
                    a class="govuk-link" href=(at.to(&subject.path("/answer"))) { (at.say("question-stop")) }
                }
            }
        }
    };
    let back = before
        .filter(|b| **b != asked.fact())
        .and_then(|b| path(subject, b, at.get("edition")))
        .unwrap_or_else(|| subject.path("/persons"));
    let title = about.map_or_else(|| question.clone(), |a| format!("{question} ({a})"));
    Ok(Page::new(title, main).back(at, &at.to(&back)).refused(!complaints.is_empty()))
}

fn others_choices(at: &At, given: &Given) -> Vec<Item> {
    [("no", "others-nobody"), ("yes", "others-somebody"), ("unknown", "question-unknown")]
        .into_iter()
        .map(|(value, key)| Item::new(value, at.say(key), given.answer == value))
        .collect()
}

/// The answers that a person can give: the values, that they do not know, and that it is disputed.
fn choices(at: &At, view: &View<'_>, info: &VocabFact, given: &Given, complaint: Option<&Complaint>) -> Vec<Item> {
    let item = |value: &str, text: String| Item::new(value, tarazy_words::capital(&text), given.answer == value);
    let error = |field: &str| complaint.filter(|c| c.field == field).map(|c| c.text.as_str());
    let word = at.say("page-error");
    let line = |name: &'static str, value: &str, hint: &str, inputmode: Option<&str>| {
        ui::input(&Field {
            name,
            label: &at.say(hint),
            hint: None,
            error: error(name),
            error_word: &word,
            value,
            width: Some("govuk-input--width-10"),
            inputmode,
            ..Field::default()
        })
    };
    let (mut items, names): (Vec<Item>, Vec<&str>) = match &info.domain {
        Domain::YesNo => (vec![item("yes", at.say("value-yes")), item("no", at.say("value-no"))], Vec::new()),
        Domain::OneOf(values) => {
            let items = values.iter().map(|(name, label)| item(name, at.words().of(label).to_owned())).collect();
            (items, values.iter().map(|(name, _)| name.as_str()).collect())
        }
        Domain::Date | Domain::Number => {
            let (text, hint, keyboard) = if info.domain == Domain::Date {
                ("question-date", "question-date-hint", None)
            } else {
                ("question-number", "question-number-hint", Some("numeric"))
            };
            let mut first = item("value", at.say(text));
            first.conditional = Some(line("value", &given.value, hint, keyboard));
            (vec![first], Vec::new())
        }
    };
    if info.may_be_inapplicable {
        items.push(item("not-applicable", at.say("question-not-applicable")));
    }
    let mut unknown = item("unknown", at.say("question-unknown"));
    unknown.divider = Some(at.say("question-or"));
    items.push(unknown);
    let mut disputed = item("disputed", at.say("question-disputed"));
    let several = |name: &'static str, legend: &str, chosen: &[String]| {
        ui::checkboxes(&Choice {
            name,
            legend: &at.say(legend),
            error: error(name),
            error_word: &word,
            items: names
                .iter()
                .map(|n| {
                    Item::new(*n, tarazy_words::capital(&view.value(&info.name, n)), chosen.iter().any(|c| c == n))
                })
                .collect(),
            ..Choice::default()
        })
    };
    match info.domain {
        Domain::YesNo => {}
        Domain::OneOf(_) => {
            disputed.conditional = Some(several("disputed", "question-disputed-values", &given.disputed));
        }
        _ => disputed.conditional = Some(line("disputed-text", &given.disputed_text, "question-disputed-dates", None)),
    }
    items.push(disputed);
    if !names.is_empty() {
        let mut denied = item("denied", at.say("question-denied"));
        denied.conditional = Some(several("denied", "question-denied-values", &given.denied));
        items.push(denied);
    }
    items
}

fn evidence(at: &At, given: &Given, complaints: &[Complaint]) -> Markup {
    let error = |field: &str| complaints.iter().find(|c| c.field == field).map(|c| c.text.as_str());
    let word = at.say("page-error");
    let open = !given.evidence.is_empty() || !given.by.is_empty();
    let inside = html! {
        (ui::textarea(&Field {
            name: "evidence",
            label: &at.say("question-shown-by"),
            error: error("evidence"),
            error_word: &word,
            value: &given.evidence,
            ..Field::default()
        }))
        (ui::input(&Field {
            name: "by",
            label: &at.say("question-said-by"),
            error: error("by"),
            error_word: &word,
            value: &given.by,
            ..Field::default()
        }))
    };
    ui::fold(None, open, &html! { (at.say("question-evidence")) }, &inside)
}

/// Why it is asked: the article behind the question, and the norms that wait for the answer.
fn why(at: &At, view: &View<'_>, case: &Case, asked: &Asked, engine: &Engine<'_>) -> Markup {
    let info = view.vocabulary(&asked.fact);
    let place = info.map(|_| view.cited_by_id(&asked.fact)).filter(|p| *p != asked.fact);
    let norms = engine.waiting_for(case, &engine.run(case), &asked.fact());
    html! {
        (ui::details(&at.say("question-why"), &html! {
            @if let Some(place) = place { p class="govuk-body" { (at.say_with("question-article", &[("place", &place)])) } }
            @if info.is_some_and(|i| i.assessed) { p class="govuk-body" { (at.say("question-assessed")) } }
            @if norms.is_empty() {
                p class="govuk-body" { (at.say("question-decides-nothing")) }
            } @else {
                p class="govuk-body" { (at.say_with("question-decides", &[("count", &norms.len().to_string())])) }
                ul class="govuk-list govuk-list--bullet" {
                    @for norm in norms.iter().take(NORMS) {
                        li {
                            a class="govuk-link" href=(at.to(&format!("/law/{}", norm.id))) {
                                (view.cited(norm)) " · " (view.quoted(&norm.id))
                            }
                        }
                    }
                }
                @if norms.len() > NORMS {
                    p class="govuk-body" { (at.say_with("question-decides-more", &[("count", &(norms.len() - NORMS).to_string())])) }
                }
            }
        }))
    }
}
