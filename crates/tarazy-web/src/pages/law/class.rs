//! A class of defects: what it means, how it is mended, an example, and where it was found.

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use tarazy_law::diag::nearest;
use tarazy_review::{Class, Finding, Review};
use tarazy_words::capital;

use super::{findings, help, margin, said, sample, title_of};
use crate::at::At;
use crate::law::Law;
use crate::layout::Page;
use crate::pages::{Answer, show};
use crate::site::Site;

pub(super) async fn page(State(site): State<Arc<Site>>, at: At, Path((_, code)): Path<(String, String)>) -> Answer {
    let Ok(class) = code.parse::<Class>() else {
        let near = nearest(&code.to_uppercase(), Class::ALL.iter().map(|c| c.code()));
        let near: Vec<(String, String)> = near
            .into_iter()
            .map(|code| (at.to(&format!("/law/findings/{code}")), code.to_owned()))
            .chain([(at.to("/law/findings"), at.say("law-findings-title"))])
            .collect();
        return help(&site, &at, &at.say_with("law-missing-text", &[("name", &code)]), &near, "");
    };
    let title = format!("{class} {}", said::title(&at, class));
    let main = html! {
        h1 class="govuk-heading-xl" { (title) }
        p class="govuk-body" { (said::weight(&at, class.weight())) " " (said::weighs(&at, class.weight())) }
        @for (heading, text) in said::about(&at, class) {
            h2 class="govuk-heading-m" { (heading) }
            p class="govuk-body summary" { (text) }
        }
        (sample::shown(&at, class))
        (found(site.law, &at, class))
    };
    show(&site, &at, Page::new(title, main).back(&at, &at.to("/law/findings")))
}

/// How often each edition has it, and the findings themselves: each once, with the first edition that has it.
fn found(law: &Law, at: &At, class: Class) -> Markup {
    let reviews = law.reviews();
    let count = |r: &Review| r.findings.iter().filter(|f| f.class == class).count();
    let all: Vec<(&Review, &Finding)> = findings::once(reviews).into_iter().filter(|(_, f)| f.class == class).collect();
    html! {
        h2 class="govuk-heading-l" { (at.say("law-found")) }
        @if all.is_empty() { p class="govuk-body" { (at.say("law-found-nothing")) } } @else {
            ul class="govuk-list" {
                @for review in reviews {
                    @let text = at.say_with("law-count-of", &[("what", &capital(&title_of(at, law.corpus, &review.edition))), ("count", &count(review).to_string())]);
                    li {
                        @if count(review) == 0 { (text) } @else {
                            a class="govuk-link" href=(at.to(&findings::address(&review.edition, Some(("class", class.code()))))) { (text) }
                        }
                    }
                }
            }
        }
        @for review in reviews {
            @let own: Vec<&Finding> = all.iter().filter(|(r, _)| r.edition == review.edition).map(|(_, f)| *f).collect();
            @if let Some(engine) = law.engine(&review.edition).filter(|_| !own.is_empty()) {
                h3 class="govuk-heading-m" { (capital(&title_of(at, law.corpus, &review.edition))) }
                div class=(format!("remark remark--{} found", class.weight().as_str())) {
                    (margin::shown(&own, |f| html! {
                        (said::finding(at, law.corpus, &engine.book, f))
                        (margin::subjects(at, law, &review.edition, f))
                    }, at))
                }
            }
        }
    }
}
