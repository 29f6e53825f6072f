//! What there is: the editions, and the contents of each by act and article.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use tarazy_law::model::{EditionInfo, ProvId};
use tarazy_review::Finding;
use tarazy_words::{capital, date, heading_in};

use super::prose::{foreign, prose};
use super::{cite, findings, margin, said, search_form, title_of};
use crate::at::At;
use crate::layout::Page;
use crate::pages::{Answer, show};
use crate::places::{Article, Shelf};
use crate::site::Site;
use crate::trouble::Trouble;
use crate::ui;

pub(super) async fn home(State(site): State<Arc<Site>>, at: At) -> Answer {
    let law = site.law;
    let newest = law.in_force().map(|e| e.book.selection.edition.as_str());
    let ways = [
        ("/law/compare", "law-compare-title"),
        ("/law/findings", "law-findings-title"),
        ("/binds", "binds-title"),
        ("/law/sandbox", "law-sandbox-title"),
    ];
    let main = html! {
        h1 class="govuk-heading-xl" { (at.say("law-title")) }
        p class="govuk-body-l summary" { (at.say("law-lead")) }
        (search_form(&at, ""))
        div class="columns" {
            section class="column" {
                h2 class="govuk-heading-m" { (at.say("law-editions")) }
                (editions(&site, &at))
            }
            section class="column" {
                h2 class="govuk-heading-m" { (at.say("home-other")) }
                ul class="govuk-list" {
                    @for (path, key) in ways { li { a class="govuk-link" href=(at.to(path)) { (at.say(key)) } } }
                }
            }
        }
        @if let Some(shelf) = newest.and_then(|n| law.places().shelf(n)) {
            h2 class="govuk-heading-l" { (capital(&title_of(&at, law.corpus, &shelf.edition))) }
            (acts(&site, &at, shelf, 3))
        }
    };
    show(&site, &at, Page::new(at.say("law-title"), main).back(&at, &at.to("")))
}

/// The editions, each with how much of it there is and how much is wrong with it.
pub(super) fn editions(site: &Site, at: &At) -> Markup {
    let law = site.law;
    html! {
        ul class="govuk-list" {
            @for e in &law.corpus.editions {
                @let count = law.places().shelf(&e.name).map_or(0, |s| own(site, s).len());
                @let found = law.review(&e.name).map_or(0, |r| r.findings.len());
                li {
                    a class="govuk-link" href=(at.to(&format!("/law/{}", e.name))) { (capital(at.words().of(&e.title))) }
                    span class="visually-quiet" {
                        " · " (at.say_with("law-articles-count", &[("count", &count.to_string())]))
                        @if found > 0 { " · " (at.say_with("law-findings-count", &[("count", &found.to_string())])) }
                    }
                }
            }
        }
    }
}

/// One edition.
pub(super) fn edition(site: &Site, at: &At, edition: &EditionInfo) -> Answer {
    let law = site.law;
    let shelf = law.places().shelf(&edition.name).ok_or(Trouble::NotFound)?;
    let title = capital(at.words().of(&edition.title));
    let notes: Vec<ProvId> =
        shelf.notes.iter().copied().filter(|p| law.corpus.provision(*p).edition == edition.name).collect();
    let main = html! {
        h1 class="govuk-heading-xl" { (title) }
        p class="govuk-body-l" {
            @match edition.in_force {
                Some(day) => (capital(&at.say_with("in-force-since", &[("day", &date(at.words(), &day.to_string()))]))),
                None => (capital(&at.say("law-hypothetical"))),
            }
            @if let Some(on) = &edition.on {
                ". " (at.say("law-stands-on")) " "
                a class="govuk-link" href=(at.to(&format!("/law/{on}"))) { (title_of(at, law.corpus, on)) } "."
            }
        }
        @for (_, what) in &edition.not_seen {
            (ui::inset(&html! { (at.say("law-not-seen")) ": " (at.words().of(what)) }))
        }
        ul class="govuk-list no-print" {
            li { a class="govuk-link" href=(at.to(&format!("/law/compare?a={}", edition.name))) { (at.say("law-compare-with")) } }
            li { a class="govuk-link" href=(at.to(&format!("/law/{}/picture", edition.name))) { (at.say("relations-of-edition")) } }
        }
        (wrong(site, at, &edition.name))
        (acts(site, at, shelf, 2))
        @if !notes.is_empty() {
            h2 class="govuk-heading-m" { (at.say("law-notes")) }
            @for id in &notes {
                @let p = law.corpus.provision(*id);
                (ui::details(heading_in(&p.heading, at.lang), &html! { p class="govuk-body" { (prose(p.texts.get(at.lang), at.lang)) } }))
            }
        }
    };
    show(site, at, Page::new(title, main).back(at, &at.to("/law")))
}

/// How much is wrong with an edition, by weight and by class, with the ways to it.
fn wrong(site: &Site, at: &At, edition: &str) -> Markup {
    let all: Vec<&Finding> = site.law.review(edition).into_iter().flat_map(|r| &r.findings).collect();
    let to = |narrowed| at.to(&findings::address(edition, narrowed));
    let of = |what: &str, count: usize| at.say_with("law-count-of", &[("what", what), ("count", &count.to_string())]);
    html! {
        section class="wrong" {
            h2 class="govuk-heading-m" {
                a class="govuk-link" href=(to(None)) { (at.say_with("law-findings-of", &[("count", &all.len().to_string())])) }
            }
            @if !all.is_empty() {
                ul class="govuk-list wrong__weights" {
                    @for weight in said::WEIGHTS {
                        @let count = all.iter().filter(|f| f.class.weight() == weight).count();
                        @if count > 0 {
                            li {
                                (said::weight(at, weight)) " "
                                a class="govuk-link" href=(to(Some(("weight", weight.as_str())))) { (at.say_with("law-findings-count", &[("count", &count.to_string())])) }
                            }
                        }
                    }
                }
                (ui::details(&at.say("law-classes"), &html! {
                    ul class="govuk-list" {
                        @for (class, found) in margin::by_class(&all) {
                            @let what = format!("{class} {}", said::title(at, class));
                            li { a class="govuk-link" href=(to(Some(("class", class.code())))) { (of(&what, found.len())) } }
                        }
                    }
                }))
            }
        }
    }
}

/// The articles to which an edition brings something of its own.
fn own<'s>(site: &Site, shelf: &'s Shelf) -> Vec<&'s Article> {
    let brings = |a: &&Article| a.provisions.iter().any(|p| site.law.corpus.provision(*p).edition == shelf.edition);
    shelf.articles.iter().filter(brings).collect()
}

/// What an edition says, act by act; what it takes over unchanged is folded away. `level` is that of the acts' headings.
fn acts(site: &Site, at: &At, shelf: &Shelf, level: usize) -> Markup {
    let brought: Vec<*const Article> = own(site, shelf).into_iter().map(std::ptr::from_ref).collect();
    html! {
        @for (act, articles) in shelf.acts() {
            @let (own, taken): (Vec<&Article>, Vec<&Article>) =
                articles.into_iter().partition(|a| brought.contains(&std::ptr::from_ref(*a)));
            @let name = site.law.corpus.acts.get(act).map_or(act, |a| at.words().of(&a.title));
            @if !own.is_empty() {
                @if level == 2 { h2 class="govuk-heading-m" id=(act) { (name) } } @else { h3 class="govuk-heading-s" id=(act) { (name) } }
                (list(site, at, shelf, &own))
            }
            @if !taken.is_empty() {
                @let summary = at.say_with("law-taken-over", &[("act", name), ("count", &taken.len().to_string())]);
                @let id = own.is_empty().then_some(act);
                (ui::fold(id, false, &html! { (summary) }, &list(site, at, shelf, &taken)))
            }
        }
    }
}

fn list(site: &Site, at: &At, shelf: &Shelf, articles: &[&Article]) -> Markup {
    let headings = |a: &Article| {
        let mut out: Vec<&str> = Vec::new();
        for p in &a.provisions {
            let heading = heading_in(&site.law.corpus.provision(*p).heading, at.lang);
            if !out.contains(&heading) {
                out.push(heading);
            }
        }
        out.join("; ")
    };
    html! {
        ul class="govuk-list articles" {
            @for a in articles {
                li {
                    a class="govuk-link" href=(at.to(&a.path(&shelf.edition))) { (cite(at, site.law, a)) }
                    span class="visually-quiet" { " · " (foreign(&headings(a), at.lang)) }
                }
            }
        }
    }
}
