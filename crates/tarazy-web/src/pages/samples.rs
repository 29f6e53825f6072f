//! The sample cases, each with its answer in a sentence.

use std::sync::Arc;

use axum::extract::State;
use maud::html;
use tarazy_words::sentence;

use super::{Answer, show};
use crate::at::At;
use crate::layout::Page;
use crate::site::Site;

pub(super) async fn page(State(site): State<Arc<Site>>, at: At) -> Answer {
    let decided = site.law.samples.iter().map(|s| &s.case).zip(site.work(|| site.law.decided_samples()).await);
    let main = html! {
        h1 class="govuk-heading-xl" { (at.say("samples-title")) }
        p class="govuk-body-l" { (at.say("samples-lead")) }
        ul class="cards" {
            @for (case, decision) in decided {
                li class="card" {
                    h2 class="govuk-heading-s" {
                        a class="govuk-link" href=(at.to(&format!("/samples/{}/answer", case.id))) { (case.title.get(at.lang)) }
                    }
                    p class="govuk-body-s" { (sentence(at.words(), site.law.corpus, decision)) }
                }
            }
        }
        p class="govuk-body-s" { (at.say("samples-source")) }
    };
    show(&site, &at, Page::new(at.say("samples-title"), main))
}
