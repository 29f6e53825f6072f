//! What was changed in a case, and back to it.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use tarazy_law::case::Case;
use tarazy_law::decide::answer::FactRef;
use tarazy_law::decide::person_refs;
use tarazy_words::View;

use super::{Answer, Form, see, show};
use crate::at::At;
use crate::edit::{Note, change};
use crate::layout::Page;
use crate::site::Site;
use crate::subject::{Held, blocking, read};
use crate::trouble::Trouble;
use crate::ui;

pub(super) async fn page(State(site): State<Arc<Site>>, at: At, held: Held) -> Answer {
    let holder = held.holder.clone();
    let mut revisions = blocking(&site, move |site| site.store.history(&holder)).await?;
    revisions.reverse();
    let case = &held.subject.case;
    let newest = revisions.first().map(|r| r.number);
    let main = html! {
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" {
                h1 class="govuk-heading-xl" { (at.say("history-title")) }
                p class="govuk-body" { (case.title.get(at.lang)) }
                ol class="cards" reversed {
                    @for r in &revisions {
                        li class="card" {
                            p class="govuk-body" {
                                strong { (said(&site, &at, case, Note::read(&r.what))) }
                                br;
                                time class="visually-quiet" datetime=(r.at.to_string()) { (moment(&at, r.at)) }
                            }
                            @if Some(r.number) == newest {
                                p class="govuk-body" { (ui::tag(&at.say("history-now"), Some("green"))) }
                            } @else {
                                form method="post" action=(at.to(&held.subject.path("/restore"))) {
                                    input type="hidden" name="number" value=(r.number);
                                    (ui::secondary_button(&html! {
                                        (at.say("history-restore"))
                                        span class="govuk-visually-hidden" { " № " (r.number) }
                                    }))
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    show(&site, &at, Page::new(at.say("history-title"), main).back(&at, &at.to(&held.subject.path(""))))
}

/// A moment, in the time that the whole world shares: the reader's own is not known here.
fn moment(at: &At, moment: jiff::Timestamp) -> String {
    let text = moment.to_string();
    let (day, time) = text.split_once('T').unwrap_or((&text, ""));
    format!("{}, {} UTC", tarazy_words::date(at.words(), day), time.get(..5).unwrap_or_default())
}

fn said(site: &Site, at: &At, case: &Case, note: Option<Note>) -> Markup {
    let persons = person_refs(case);
    let view = View::of_persons(at.words(), site.law.corpus, &persons);
    match note {
        None => html! { (at.say("change-other")) },
        Some(Note::Begun) => html! { (at.say("change-begun")) },
        Some(Note::Copied { from }) => about(at, "change-copied", "from", &from),
        Some(Note::Described) => html! { (at.say("change-described")) },
        Some(Note::Person { name }) => about(at, "change-person", "name", &name),
        Some(Note::Removed { name }) => about(at, "change-removed", "name", &name),
        Some(Note::Restored { number }) => {
            html! { (at.say_with("change-restored", &[("number", &number.to_string())])) }
        }
        Some(Note::Answered { fact, persons }) => {
            let what = if fact == super::question::OTHERS {
                at.say("others-took-part")
            } else {
                view.label(&FactRef::Fact { fact, persons, values: Vec::new() })
            };
            html! { (at.say_with("change-answered", &[("what", &what)])) }
        }
    }
}

/// A message with a name that somebody wrote, in a language that nobody knows.
fn about(at: &At, key: &str, value: &str, name: &str) -> Markup {
    const HERE: &str = "\u{1}";
    let said = at.say_with(key, &[(value, HERE)]);
    let (before, after) = said.split_once(HERE).unwrap_or((&said, ""));
    html! { (before) span lang="" { (name) } (after) }
}

pub(super) async fn restore(State(site): State<Arc<Site>>, at: At, held: Held, body: String) -> Answer {
    let form = Form::read(&body);
    let number: u32 = form.get("number").parse().map_err(|_| Trouble::Bad)?;
    let holder = held.holder.clone();
    let document = blocking(&site, move |site| site.store.revision(&holder, number)).await?.ok_or(Trouble::NotFound)?;
    let older = read(site.law.corpus, &document);
    change(&site, &held.holder, Note::Restored { number }, move |case| *case = older.clone()).await?;
    Ok(see(&at.to(&held.subject.path("/facts"))))
}
