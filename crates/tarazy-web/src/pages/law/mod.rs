//! The law itself: its editions, act by act and article by article, with what the machine makes of them and what is wrong with them.

mod article;
mod class;
mod compare;
mod contents;
mod diff;
mod differs;
mod findings;
mod machine;
mod margin;
mod norm;
mod prose;
mod relations;
mod said;
mod sample;
mod sandbox;
mod search;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::get;
use maud::{Markup, html};
use tarazy_law::decide::answer::CitationRef;
use tarazy_law::diag::nearest;
use tarazy_law::model::Corpus;
use tarazy_words::citation;

use super::{Answer, see, show};
use crate::at::At;
use crate::law::Law;
use crate::layout::Page;
use crate::places::Article;
use crate::site::Site;
use crate::ui::{self, Field};

/// Every page of the law.
pub(super) fn router(site: &Arc<Site>) -> Router<Arc<Site>> {
    Router::new()
        .route("/{lang}/law", get(contents::home))
        .route("/{lang}/law/search", get(search::page))
        .route("/{lang}/law/compare", get(compare::page))
        .route("/{lang}/law/findings", get(findings::page))
        .route("/{lang}/law/findings/{code}", get(class::page))
        .route("/{lang}/law/sandbox", get(sandbox::page).post(sandbox::tried))
        .route("/{lang}/law/{name}", get(named))
        .route("/{lang}/law/{edition}/picture", get(relations::page))
        .route("/{lang}/law/{edition}/{article}", get(short))
        .route("/{lang}/law/{edition}/{act}/{article}", get(article::page))
        .route_layer(from_fn_with_state(site.clone(), reviewed))
}

/// Nearly every page of the law says what is wrong with it. Until the reviews are there, who asks waits, and nobody else.
async fn reviewed(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    if !site.law.is_reviewed() {
        let law = site.law;
        site.trial(|| law.reviews().len()).await;
    }
    next.run(request).await
}

/// An edition, or something that the law declares.
async fn named(State(site): State<Arc<Site>>, at: At, Path((_, name)): Path<(String, String)>) -> Answer {
    match site.law.corpus.edition(&name) {
        Some(edition) if edition.name == name => contents::edition(&site, &at, edition),
        Some(edition) => Ok(see(&at.to(&format!("/law/{}", edition.name)))),
        None => norm::page(&site, &at, &name),
    }
}

/// An article by its number alone, where only one act of the edition has it; or what an act says as a whole.
async fn short(
    State(site): State<Arc<Site>>,
    at: At,
    Path((_, edition, article)): Path<(String, String, String)>,
) -> Answer {
    let Some(edition) = site.law.corpus.edition(&edition) else { return missing(&site, &at, &edition) };
    let Some(shelf) = site.law.places().shelf(&edition.name) else { return missing(&site, &at, &edition.name) };
    if shelf.article(&article, "").is_some() {
        return article::show_article(&site, &at, &edition.name, &article, "");
    }
    if shelf.articles.iter().any(|a| a.act == article) {
        return Ok(see(&at.to(&format!("/law/{}#{article}", edition.name))));
    }
    let found: Vec<&Article> = shelf.numbered(&article).collect();
    match found[..] {
        [one] => Ok(see(&at.to(&one.path(&edition.name)))),
        _ => missing_article(&site, &at, &edition.name, &article),
    }
}

/// An article by its citation: «КоАП, ст. 641-1».
fn cite(at: &At, law: &Law, article: &Article) -> String {
    let place =
        CitationRef { act: article.act.clone(), article: article.number.clone(), part: None, subparagraph: None };
    citation(at.words(), law.corpus, &place)
}

/// What an edition is called.
fn title_of(at: &At, corpus: &Corpus, edition: &str) -> String {
    corpus.edition(edition).map_or_else(|| edition.to_owned(), |e| at.words().of(&e.title).to_owned())
}

/// Where something that is declared stands in an edition: its article, and the place in it.
fn place_in(law: &Law, edition: &str, name: &str) -> Option<String> {
    let shelf = law.places().shelf(edition)?;
    let own = name.strip_suffix(".unless").unwrap_or(name);
    let stands = |(p, _): &(tarazy_law::model::ProvId, _)| shelf.of(*p).map(|a| (a, *p));
    let (article, provision) = law.corpus.declarations(own).filter_map(|d| stands(&d)).last()?;
    Some(format!("{}#{}", article.path(edition), anchor(law, provision)))
}

/// The same, for pages about cases: as near as can be had.
pub(super) fn norm_path(law: &Law, edition: &str, name: &str) -> String {
    place_in(law, edition, name).unwrap_or_else(|| format!("/law/{name}"))
}

/// The id of a provision on its page.
fn anchor(law: &Law, provision: tarazy_law::model::ProvId) -> String {
    law.corpus.provision(provision).id.clone().unwrap_or_else(|| format!("s{}", provision.0))
}

/// The form that looks for words.
fn search_form(at: &At, asked: &str) -> Markup {
    html! {
        form method="get" action=(at.to("/law/search")) role="search" class="no-print" {
            (ui::input(&Field { name: "q", label: &at.say("law-search-label"), hint: Some(&at.say("law-search-hint")), value: asked, ..Field::default() }))
            (ui::button(&at.say("law-search-go")))
        }
    }
}

/// Nothing is called so: what may have been meant, and where to look.
fn missing(site: &Site, at: &At, wanted: &str) -> Answer {
    let law = site.law;
    let editions = law.corpus.editions.iter().map(|e| e.name.as_str());
    let near: Vec<(String, String)> = nearest(wanted, editions.chain(law.corpus.item_names()))
        .into_iter()
        .map(|name| (at.to(&format!("/law/{name}")), name.to_owned()))
        .collect();
    let lead = at.say_with("law-missing-text", &[("name", wanted)]);
    help(site, at, &lead, &near, wanted)
}

/// An edition without such an article: the editions that have it, and the articles of this number.
fn missing_article(site: &Site, at: &At, edition: &str, number: &str) -> Answer {
    let law = site.law;
    let shelves = law.places().shelves().iter();
    let own_first = |e: &&crate::places::Shelf| usize::from(e.edition != edition);
    let mut shelves: Vec<_> = shelves.collect();
    shelves.sort_by_key(own_first);
    let near: Vec<(String, String)> = shelves
        .iter()
        .flat_map(|s| s.numbered(number).map(move |a| (s, a)))
        .map(|(s, a)| {
            (at.to(&a.path(&s.edition)), format!("{} – {}", cite(at, law, a), title_of(at, law.corpus, &s.edition)))
        })
        .collect();
    let lead =
        at.say_with("law-missing-article", &[("article", number), ("edition", &title_of(at, law.corpus, edition))]);
    help(site, at, &lead, &near, number)
}

fn help(site: &Site, at: &At, lead: &str, near: &[(String, String)], wanted: &str) -> Answer {
    let title = at.say("law-missing");
    let main = html! {
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" {
                h1 class="govuk-heading-xl" { (title) }
                p class="govuk-body-l" { (prose::foreign(lead, at.lang)) }
                @if !near.is_empty() {
                    h2 class="govuk-heading-m" { (at.say("law-missing-near")) }
                    ul class="govuk-list" {
                        @for (href, text) in near { li { a class="govuk-link" href=(href) { (prose::foreign(text, at.lang)) } } }
                    }
                }
                (search_form(at, wanted))
                h2 class="govuk-heading-m" { (at.say("law-editions")) }
                (contents::editions(site, at))
            }
        }
    };
    show(site, at, Page::new(title, main).missing().back(at, &at.to("/law")))
}
