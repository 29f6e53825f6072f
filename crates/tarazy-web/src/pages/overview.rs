//! The page of a case: how far it is, and where to go on.

use std::sync::Arc;

use axum::extract::State;
use maud::html;
use tarazy_words::sentence;

use super::{Answer, show};
use crate::at::At;
use crate::law::{decide, shortened};
use crate::layout::Page;
use crate::site::Site;
use crate::subject::Held;
use crate::trouble::Trouble;
use crate::ui::{self, Task};

pub(super) async fn page(State(site): State<Arc<Site>>, at: At, held: Held) -> Answer {
    let subject = &held.subject;
    let case = &subject.case;
    let engine = site.law.in_force().ok_or(Trouble::NotFound)?;
    let decision = site.work(|| decide(engine, case)).await;
    let to = |page: &str| Some(at.to(&subject.path(page)));
    let persons = case.persons.len();
    let known = case.facts.len();
    let count = |key: &str, n: usize| at.say_with(key, &[("count", &n.to_string())]);
    let task =
        |href: Option<String>, key: &str, status: String, done: bool| Task { href, title: at.say(key), status, done };
    let tasks = [
        task(to("/about"), "start-describe", at.say("task-done"), true),
        task(
            to("/persons"),
            "persons-title",
            if persons == 0 { at.say("task-to-do") } else { count("task-persons", persons) },
            persons > 0,
        ),
        task(
            to("/next").filter(|_| persons > 0),
            "question-title",
            match &decision.ask {
                _ if persons == 0 => at.say("task-not-yet"),
                Some(q) => at.say_with("task-open", &[("count", &q.of.to_string())]),
                // What to ask first takes long to find here; there is something to ask all the same.
                None if shortened(&decision) => at.say("task-to-do"),
                None => at.say("task-done"),
            },
            persons > 0 && decision.ask.is_none() && !shortened(&decision),
        ),
        task(to("/facts"), "check-title", count("task-facts", known), true),
        task(to("/answer"), "answer-title", at.say("task-ready"), true),
    ];
    let main = html! {
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" {
                h1 class="govuk-heading-xl" { (case.title.get(at.lang)) }
                div class="answer answer--small" {
                    p { (if persons == 0 { at.say("overview-empty") } else { sentence(at.words(), site.law.corpus, &decision) }) }
                }
                (ui::task_list(&tasks))
                h2 class="govuk-heading-m" { (at.say("overview-keep")) }
                (ui::inset(&html! { (at.say("overview-address")) }))
                ul class="govuk-list" {
                    li { a class="govuk-link" href=[to("/keep")] { (at.say("keep-title")) } }
                    li { a class="govuk-link" href=[to("/history")] { (at.say("history-title")) } }
                    li { a class="govuk-link" href=[to("/delete")] { (at.say("delete-title")) } }
                }
            }
        }
    };
    show(&site, &at, Page::new(case.title.get(at.lang), main))
}
