//! What is wrong, class by class; and what each class means.

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use tarazy_law::diag::nearest;
use tarazy_review::{Class, Finding, Review};
use tarazy_words::capital;

use super::{help, margin, said, title_of};
use crate::at::At;
use crate::layout::Page;
use crate::pages::{Answer, show};
use crate::site::Site;
use crate::trouble::Trouble;
use crate::ui;

/// Every class, with how often it was found.
pub(super) async fn classes(State(site): State<Arc<Site>>, at: At) -> Answer {
    let law = site.law;
    let reviews = wanted(&site, &at)?;
    let count = |class: Class| -> usize {
        let mut keys: Vec<_> =
            reviews.iter().flat_map(|r| &r.findings).filter(|f| f.class == class).map(Finding::key).collect();
        keys.sort();
        keys.dedup();
        keys.len()
    };
    let undecided: usize = reviews.iter().map(|r| r.undecided.len()).sum();
    let title = at.say("law-findings-title");
    let main = html! {
        h1 class="govuk-heading-xl" { (title) }
        p class="govuk-body-l summary" { (at.say("law-findings-lead")) }
        (editions(&site, &at))
        ul class="govuk-list classes" {
            @for class in Class::ALL {
                @let (weight, colour) = said::weight(&at, class.weight());
                @let count = count(*class);
                li {
                    a class="govuk-link" href=(at.to(&format!("/law/findings/{class}{}", at.query_with("", None, false)))) {
                        (class) " " (said::title(&at, *class))
                    }
                    " " (ui::tag(&weight, colour)) " "
                    span class="visually-quiet" { (at.say_with("law-findings-count", &[("count", &count.to_string())])) }
                }
            }
        }
        @if undecided > 0 {
            p class="govuk-body" { (at.say_with("law-undecided", &[("count", &undecided.to_string())])) }
        }
    };
    let name = match at.get("edition") {
        Some(edition) => format!("{title} – {}", title_of(&at, law.corpus, edition)),
        None => title,
    };
    show(&site, &at, Page::new(name, main).back(&at, &at.to("/law")))
}

/// One class: what it means, why it hurts, and where it was found.
pub(super) async fn class(State(site): State<Arc<Site>>, at: At, Path((_, code)): Path<(String, String)>) -> Answer {
    let Ok(class) = code.parse::<Class>() else {
        let near = nearest(&code.to_uppercase(), Class::ALL.iter().map(|c| c.code()));
        let near: Vec<(String, String)> = near
            .into_iter()
            .map(|code| (at.to(&format!("/law/findings/{code}")), code.to_owned()))
            .chain([(at.to("/law/findings"), at.say("law-findings-title"))])
            .collect();
        return help(&site, &at, &at.say_with("law-missing-text", &[("name", &code)]), &near, "");
    };
    let law = site.law;
    let reviews = wanted(&site, &at)?;
    let title = format!("{class} {}", said::title(&at, class));
    let (weight, colour) = said::weight(&at, class.weight());
    let mut seen = Vec::new();
    let mut found: Vec<(&Review, &Finding)> = Vec::new();
    for review in &reviews {
        for f in review.findings.iter().filter(|f| f.class == class) {
            if !seen.contains(&f.key()) {
                seen.push(f.key());
                found.push((review, f));
            }
        }
    }
    let main = html! {
        h1 class="govuk-heading-xl" { (title) }
        p class="govuk-body" { (ui::tag(&weight, colour)) " " (at.say(&format!("law-weight-{}.text", class.weight().as_str()))) }
        @for (heading, text) in said::about(&at, class) {
            h2 class="govuk-heading-m" { (heading) }
            p class="govuk-body summary" { (text) }
        }
        h2 class="govuk-heading-l" { (at.say("law-found")) }
        @if found.is_empty() { p class="govuk-body" { (at.say("law-found-nothing")) } }
        @for (review, f) in &found {
            div class="found" {
                p class="govuk-body-s visually-quiet" { (capital(&title_of(&at, law.corpus, &review.edition))) }
                @if let Some(engine) = law.engine(&review.edition) { (margin::note(&at, law.corpus, &engine.book, f, 3)) }
                (margin::subjects(&at, law, &review.edition, f))
            }
        }
    };
    show(&site, &at, Page::new(title, main).back(&at, &at.to("/law/findings")))
}

/// The reviews of the edition that was asked for, or of all.
fn wanted<'s>(site: &'s Site, at: &At) -> Result<Vec<&'s Review>, Trouble> {
    match at.get("edition") {
        None => Ok(site.law.reviews().iter().collect()),
        Some(name) => {
            let wrong = || Trouble::Parameter { name: "edition", value: name.to_owned() };
            let edition = site.law.corpus.edition(name).ok_or_else(wrong)?;
            Ok(site.law.review(&edition.name).into_iter().collect())
        }
    }
}

/// Which editions are looked at.
fn editions(site: &Site, at: &At) -> Markup {
    let law = site.law;
    let chosen = at.get("edition").and_then(|n| law.corpus.edition(n)).map(|e| e.name.as_str());
    let all = std::iter::once((None, at.say("law-all-editions")));
    let each = law.reviews().iter().map(|r| (Some(r.edition.as_str()), capital(&title_of(at, law.corpus, &r.edition))));
    html! {
        nav aria-label=(at.say("law-editions")) class="no-print" {
            ul class="editions" {
                @for (name, title) in all.chain(each) {
                    li {
                        @if name == chosen { span aria-current="true" { (title) } }
                        @else { a class="govuk-link" href=(at.to(&format!("/law/findings{}", at.query_with("edition", name, false)))) { (title) } }
                    }
                }
            }
        }
    }
}
