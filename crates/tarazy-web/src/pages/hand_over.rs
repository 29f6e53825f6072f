//! What is handed over: the case and the answer as JSON, the finding on paper, the addresses.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::tz::Offset;
use maud::html;
use tarazy_law::decide::Decision;
use tarazy_law::write_case::write_case;
use tarazy_paper::Finding;

use super::answer::Asked;
use super::{Answer, show};
use crate::at::At;
use crate::law::shortened;
use crate::layout::Page;
use crate::site::Site;
use crate::subject::{Held, Origin, Subject};
use crate::trouble::Trouble;
use crate::ui;

/// A file to be kept, under a name made of the case's.
fn file(subject: &Subject, what: &str, kind: &'static str, content: Vec<u8>) -> Response {
    let name = match subject.origin {
        Origin::Sample => subject.case.id.as_str(),
        _ => "case",
    };
    let mut response = content.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"tarazy-{name}-{what}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// What leaves the house says everything or does not leave: how much was left out would depend on how busy this machine was.
fn whole(decision: Decision) -> Result<Decision, Trouble> {
    if shortened(&decision) { Err(Trouble::TooSlow) } else { Ok(decision) }
}

const JSON: &str = "application/json";

pub(super) async fn case(State(site): State<Arc<Site>>, subject: Subject) -> Answer {
    let text = format!("{:#}\n", write_case(site.law.corpus, &subject.case));
    Ok(file(&subject, "case.json", JSON, text.into_bytes()))
}

pub(super) async fn decision(State(site): State<Arc<Site>>, at: At, subject: Subject) -> Answer {
    let asked = Asked::of(site.law, &at, &subject.case)?;
    let decision = site.work(|| whole(asked.decide(site.law)?)).await?;
    let text = serde_json::to_vec_pretty(&decision).map_err(|e| Trouble::Internal(e.to_string()))?;
    Ok(file(&subject, "decision.json", JSON, text))
}

pub(super) async fn finding(State(site): State<Arc<Site>>, at: At, subject: Subject) -> Answer {
    let asked = Asked::of(site.law, &at, &subject.case)?;
    let made = site.work(|| {
        let decision = whole(asked.decide(site.law)?)?;
        let finding = Finding {
            words: at.words(),
            corpus: site.law.corpus,
            case: asked.case(),
            decision: &decision,
            written_on: Offset::UTC.to_datetime(Timestamp::now()).date(),
            address: None,
        };
        finding.pdf().map_err(|e| Trouble::Internal(e.to_string()))
    });
    let pdf = made.await?;
    Ok(file(&subject, &format!("finding-{}.pdf", at.lang.code()), "application/pdf", pdf))
}

/// The addresses of a kept case, and its files.
pub(super) async fn page(State(site): State<Arc<Site>>, at: At, held: Held) -> Answer {
    let subject = &held.subject;
    let viewer = held.holder.viewer();
    let main = html! {
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" {
                h1 class="govuk-heading-xl" { (at.say("keep-title")) }
                p class="govuk-body-l" { (subject.case.title.get(at.lang)) }
                h2 class="govuk-heading-m" { (at.say("keep-holder")) }
                p class="govuk-body" { (at.say("keep-holder-text")) }
                p { a class="govuk-link address" href=(at.to(&subject.path(""))) { (at.to(&subject.path(""))) } }
                (ui::warning(&at.say("page-warning"), &at.say("keep-holder-warning")))
                h2 class="govuk-heading-m" { (at.say("keep-viewer")) }
                p class="govuk-body" { (at.say("keep-viewer-text")) }
                p { a class="govuk-link address" href=(at.to(&format!("/shared/{viewer}"))) { (at.to(&format!("/shared/{viewer}"))) } }
                h2 class="govuk-heading-m" { (at.say("keep-files")) }
                ul class="govuk-list" {
                    li { a class="govuk-link" href=(at.to(&subject.path("/finding.pdf"))) { (at.say("keep-pdf")) } }
                    li { a class="govuk-link" href=(at.to(&subject.path("/decision.json"))) { (at.say("keep-decision")) } }
                    li { a class="govuk-link" href=(at.to(&subject.path("/case.json"))) { (at.say("keep-case")) } }
                }
            }
        }
    };
    show(&site, &at, Page::new(at.say("keep-title"), main).back(&at, &at.to(&subject.path(""))))
}
