//! What is wrong: in the whole law class by class, in one edition finding by finding.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use tarazy_review::{Class, Finding, Key, Review, Weight};
use tarazy_words::{capital, review as words_of};

use super::{margin, said, title_of};
use crate::at::At;
use crate::law::Law;
use crate::layout::Page;
use crate::pages::{Answer, show};
use crate::site::Site;
use crate::trouble::Trouble;

/// What is to be shown: each may be left open.
struct Wanted<'s> {
    review: Option<&'s Review>,
    weight: Option<Weight>,
    class: Option<Class>,
}

pub(super) async fn page(State(site): State<Arc<Site>>, at: At) -> Answer {
    let law = site.law;
    let wanted = wanted(law, &at)?;
    let title = at.say("law-findings-title");
    let main = html! {
        h1 class="govuk-heading-xl" { (title) }
        p class="govuk-body-l summary" { (at.say("law-findings-lead")) }
        (editions(law, &at, &wanted))
        (weights(law, &at, &wanted))
        @match wanted.review {
            Some(review) => (of_edition(law, &at, &wanted, review)),
            None => (classes(law, &at, &wanted)),
        }
    };
    let mut name = vec![title];
    name.extend(wanted.review.map(|r| title_of(&at, law.corpus, &r.edition)));
    name.extend(wanted.weight.map(|w| words_of::weight(at.words(), w)));
    name.extend(wanted.class.map(|c| format!("{c} {}", said::title(&at, c))));
    show(&site, &at, Page::new(name.join(" – "), main).back(&at, &at.to("/law")))
}

/// What the address asks for.
fn wanted<'s>(law: &'s Law, at: &At) -> Result<Wanted<'s>, Trouble> {
    let wrong = |name: &'static str, value: &str| Trouble::Parameter { name, value: value.to_owned() };
    let mut out = Wanted { review: None, weight: None, class: None };
    if let Some(name) = at.get("edition") {
        let edition = law.corpus.edition(name).ok_or_else(|| wrong("edition", name))?;
        out.review = Some(law.review(&edition.name).ok_or(Trouble::NotFound)?);
    }
    if let Some(name) = at.get("weight") {
        let weight = said::WEIGHTS.into_iter().find(|w| w.as_str() == name);
        out.weight = Some(weight.ok_or_else(|| wrong("weight", name))?);
    }
    if let Some(name) = at.get("class") {
        out.class = Some(name.parse().map_err(|()| wrong("class", name))?);
    }
    Ok(out)
}

/// Where a list of findings stands that is narrowed so.
pub(super) fn address(edition: &str, narrowed: Option<(&str, &str)>) -> String {
    let mut pairs = vec![("edition".to_owned(), edition.to_owned())];
    pairs.extend(narrowed.map(|(name, value)| (name.to_owned(), value.to_owned())));
    format!("/law/findings?{}", crate::at::encode(&pairs))
}

/// Choices as links, of which one is where the reader is.
fn choices(at: &At, label: &str, name: &str, chosen: Option<&str>, all: &[(Option<&str>, String)]) -> Markup {
    html! {
        nav aria-label=(label) class="no-print" {
            ul class="editions" {
                @for (value, text) in all {
                    li {
                        @if *value == chosen { span aria-current="true" { (text) } }
                        @else { a class="govuk-link" href=(at.to(&format!("/law/findings{}", at.query_with(name, *value, false)))) { (text) } }
                    }
                }
            }
        }
    }
}

fn editions(law: &Law, at: &At, wanted: &Wanted<'_>) -> Markup {
    let mut all = vec![(None, at.say("law-all-editions"))];
    let each = law.reviews().iter().map(|r| r.edition.as_str());
    all.extend(each.map(|e| (Some(e), capital(&title_of(at, law.corpus, e)))));
    choices(at, &at.say("law-editions"), "edition", wanted.review.map(|r| r.edition.as_str()), &all)
}

fn weights(law: &Law, at: &At, wanted: &Wanted<'_>) -> Markup {
    let found = all_of(law, wanted);
    let count = |w: Option<Weight>| {
        let one = |f: &&&Finding| w.is_none_or(|w| f.class.weight() == w) && wanted.class.is_none_or(|c| f.class == c);
        found.iter().filter(one).count()
    };
    let text = |what: &str, w| at.say_with("law-count-of", &[("what", what), ("count", &count(w).to_string())]);
    let mut all = vec![(None, text(&at.say("law-all-weights"), None))];
    for w in said::WEIGHTS.into_iter().filter(|w| wanted.class.is_none() || count(Some(*w)) > 0) {
        all.push((Some(w.as_str()), text(&capital(&words_of::weight(at.words(), w)), Some(w))));
    }
    choices(at, &at.say("law-weight"), "weight", wanted.weight.map(Weight::as_str), &all)
}

/// The findings of the edition, or of all: each once.
fn all_of<'s>(law: &'s Law, wanted: &Wanted<'s>) -> Vec<&'s Finding> {
    match wanted.review {
        Some(review) => review.findings.iter().collect(),
        None => once(law.reviews()).into_iter().map(|(_, f)| f).collect(),
    }
}

/// The findings of all editions, each with the first edition that has it.
pub(super) fn once(reviews: &[Review]) -> Vec<(&Review, &Finding)> {
    let mut seen: BTreeSet<Key> = BTreeSet::new();
    let all = reviews.iter().flat_map(|r| r.findings.iter().map(move |f| (r, f)));
    all.filter(|(_, f)| seen.insert(f.key())).collect()
}

/// Every class by subject, with how often it was found.
fn classes(law: &Law, at: &At, wanted: &Wanted<'_>) -> Markup {
    let found = all_of(law, wanted);
    let fits = |c: &&Class| wanted.weight.is_none_or(|w| c.weight() == w) && wanted.class.is_none_or(|w| w == **c);
    let mut groups: Vec<(String, Vec<Class>)> = Vec::new();
    for class in Class::ALL.iter().filter(fits) {
        let group = words_of::group(at.words(), *class);
        match groups.last_mut() {
            Some((last, classes)) if *last == group => classes.push(*class),
            _ => groups.push((group, vec![*class])),
        }
    }
    html! {
        @for (group, classes) in &groups {
            h2 class="govuk-heading-m" { (group) }
            ul class="govuk-list classes" {
                @for class in classes {
                    @let count = found.iter().filter(|f| f.class == *class).count();
                    li {
                        a class="govuk-link" href=(at.to(&format!("/law/findings/{class}"))) { (class) " " (said::title(at, *class)) }
                        " " (said::weight(at, class.weight())) " "
                        span class="visually-quiet" { (at.say_with("law-findings-count", &[("count", &count.to_string())])) }
                    }
                }
            }
        }
    }
}

/// The findings of an edition, class by class.
fn of_edition(law: &Law, at: &At, wanted: &Wanted<'_>, review: &Review) -> Markup {
    let all: Vec<&Finding> = review.findings.iter().collect();
    let weighs = |c: Class| wanted.weight.is_none_or(|w| c.weight() == w);
    let there: Vec<(Class, Vec<&Finding>)> = margin::by_class(&all).into_iter().filter(|(c, _)| weighs(*c)).collect();
    let undecided: Vec<Class> = review.undecided.iter().map(|u| u.class).filter(|c| weighs(*c)).collect();
    let narrowed = |class: Option<&str>| at.to(&format!("/law/findings{}", at.query_with("class", class, false)));
    html! {
        @if let Some(class) = wanted.class {
            p class="govuk-body no-print" {
                (class) " " (said::title(at, class)) " · "
                a class="govuk-link" href=(narrowed(None)) { (at.say("law-all-classes")) }
            }
        } @else if there.len() > 1 {
            nav aria-label=(at.say("law-classes")) class="no-print" {
                ul class="contents" {
                    @for (class, found) in &there {
                        @let what = format!("{class} {}", said::title(at, *class));
                        li { a class="govuk-link" href=(narrowed(Some(class.code()))) { (at.say_with("law-count-of", &[("what", &what), ("count", &found.len().to_string())])) } }
                    }
                }
            }
        }
        @let shown: Vec<&(Class, Vec<&Finding>)> = there.iter().filter(|(c, _)| wanted.class.is_none_or(|w| w == *c)).collect();
        @if shown.is_empty() { p class="govuk-body" { (at.say("law-found-nothing")) } }
        @if let Some(engine) = law.engine(&review.edition) {
            @let one = |f: &Finding| html! {
                (said::finding(at, law.corpus, &engine.book, f))
                (margin::subjects(at, law, &review.edition, f))
            };
            @for (class, found) in shown {
                div class=(format!("remark remark--{} found", class.weight().as_str())) {
                    (margin::head(at, *class, found.len(), 2))
                    @if wanted.class.is_some() {
                        @for f in found { div class="remark__one" { (one(f)) } }
                    } @else {
                        (margin::shown(found, one, at))
                    }
                }
            }
        }
        @if !undecided.is_empty() {
            p class="govuk-body" { (at.say_with("law-undecided", &[("count", &undecided.len().to_string())])) }
        }
    }
}
