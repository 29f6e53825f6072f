//! What was looked for, with the words marked.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use tarazy_law::Lang;
use tarazy_words::{View, capital};

use super::prose::foreign;
use super::{anchor, search_form, title_of};
use crate::at::At;
use crate::layout::Page;
use crate::pages::{Answer, show};
use crate::places::Shelf;
use crate::search::{Found, Piece};
use crate::site::Site;

/// More than these nobody reads.
const SHOWN: usize = 30;

pub(super) async fn page(State(site): State<Arc<Site>>, at: At) -> Answer {
    let asked = at.get("q").unwrap_or_default().trim();
    let law = site.law;
    let shelf = at.get("edition").and_then(|n| law.corpus.edition(n)).and_then(|e| law.places().shelf(&e.name));
    let ignored = Lang::ALL.map(|lang| crate::http::words(lang).say("law-search-ignored")).join(" ");
    let mut found = law.index().find(law.corpus, at.lang, asked, &ignored);
    if let Some(shelf) = shelf {
        found.retain(|f| shelf.of(f.provision).is_some());
    }
    let near = if found.is_empty() { law.index().near(at.lang, asked) } else { Vec::new() };
    let title = at.say("law-search-title");
    let main = html! {
        h1 class="govuk-heading-xl" { (title) }
        (search_form(&at, asked))
        @if !asked.is_empty() {
            (editions(&site, &at, asked, shelf))
            p class="govuk-body" role="status" { (at.say_with("law-search-count", &[("count", &found.len().to_string())])) }
            @if !near.is_empty() {
                p class="govuk-body" {
                    (at.say("law-search-near"))
                    @for word in &near {
                        " " a class="govuk-link" href=(at.to(&format!("/law/search{}", at.query_with("q", Some(word), false)))) { (word) }
                    }
                }
            }
            ol class="govuk-list results" {
                @for f in found.iter().take(SHOWN) { li { (result(&site, &at, shelf, f)) } }
            }
            @if found.len() > SHOWN {
                p class="govuk-body" { (at.say_with("law-search-more", &[("count", &(found.len() - SHOWN).to_string())])) }
            }
        }
    };
    show(&site, &at, Page::new(title, main).back(&at, &at.to("/law")))
}

/// Where to look: in one edition, or in all.
fn editions(site: &Site, at: &At, asked: &str, chosen: Option<&Shelf>) -> Markup {
    let law = site.law;
    let chosen = chosen.map(|s| s.edition.as_str());
    let all = std::iter::once((None, at.say("law-all-editions")));
    let each = law.corpus.editions.iter().map(|e| (Some(e.name.as_str()), capital(at.words().of(&e.title))));
    html! {
        @if !asked.is_empty() {
            nav aria-label=(at.say("law-editions")) class="no-print" {
                ul class="editions" {
                    @for (name, title) in all.chain(each) {
                        li {
                            @if name == chosen { span aria-current="true" { (title) } }
                            @else { a class="govuk-link" href=(at.to(&format!("/law/search{}", at.query_with("edition", name, false)))) { (title) } }
                        }
                    }
                }
            }
        }
    }
}

fn result(site: &Site, at: &At, shelf: Option<&Shelf>, f: &Found) -> Markup {
    let law = site.law;
    let p = law.corpus.provision(f.provision);
    let shelf = shelf.or_else(|| law.places().shelf(&p.edition));
    let view = View::of_edition(at.words(), law.corpus, &p.edition);
    let path = shelf.map(|s| match s.of(f.provision) {
        Some(article) => format!("{}#{}", article.path(&s.edition), anchor(law, f.provision)),
        None => format!("/law/{}", s.edition),
    });
    html! {
        a class="govuk-link results__name" href=(at.to(&path.unwrap_or_else(|| "/law".to_owned()))) { (marked(&f.heading, at.lang)) }
        p class="results__place" { (view.place_of(p)) " · " (capital(&title_of(at, law.corpus, shelf.map_or(&p.edition, |s| &s.edition)))) }
        @if f.lang == at.lang { p class="govuk-body" { (marked(&f.excerpt, at.lang)) } }
        @else { p class="govuk-body" lang=(f.lang.code()) { (marked(&f.excerpt, f.lang)) } }
    }
}

fn marked(pieces: &[Piece], lang: Lang) -> Markup {
    html! {
        @for p in pieces { @if p.found { mark { (foreign(&p.text, lang)) } } @else { (foreign(&p.text, lang)) } }
    }
}
