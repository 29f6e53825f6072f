//! Pictures of how norms relate, each with the same as a table.

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, PreEscaped, html};
use tarazy_law::model::{ProvId, Rulebook};
use tarazy_words::{Relations, capital, relations, relations_of};

use super::prose::foreign;
use super::{missing, place_in, title_of};
use crate::at::At;
use crate::law::Law;
use crate::layout::Page;
use crate::pages::{Answer, show};
use crate::site::Site;
use crate::ui::{self, Cell};

/// The norms of an article with their neighbours.
pub(super) fn of_article(at: &At, law: &Law, book: &Rulebook, title: &str, provisions: &[ProvId]) -> Markup {
    let title = at.say_with("relations-title", &[("what", title)]);
    let Some(picture) = relations_of(at.words(), law.corpus, book, &title, provisions) else { return html! {} };
    html! {
        h2 class="govuk-heading-l" { (title) }
        (figure(at, law, book, &picture, 1))
    }
}

/// Every connected group of an edition.
pub(super) async fn page(State(site): State<Arc<Site>>, at: At, Path((_, edition)): Path<(String, String)>) -> Answer {
    let law = site.law;
    let Some(engine) = law.engine(&edition) else { return missing(&site, &at, &edition) };
    let book = &engine.book;
    let name = capital(&title_of(&at, law.corpus, &book.selection.edition));
    let title = at.say_with("relations-title", &[("what", &name)]);
    let pictures = relations(at.words(), law.corpus, book, &title);
    let main = html! {
        h1 class="govuk-heading-xl" { (title) }
        p class="govuk-body-l summary" { (at.say("relations-lead")) }
        @if pictures.is_empty() { p class="govuk-body" { (at.say("relations-none")) } }
        @for (i, picture) in pictures.iter().enumerate() {
            @let first = picture.links.iter().find_map(|l| l.from.0.as_ref().map(|_| l.from.1.as_str()));
            h2 class="govuk-heading-m" { (foreign(first.unwrap_or(&picture.summary), at.lang)) }
            (figure(&at, law, book, picture, i + 1))
        }
    };
    let back = at.to(&format!("/law/{}", book.selection.edition));
    show(&site, &at, Page::new(title, main).back(&at, &back))
}

/// A picture and its table; the number tells it from others of the page.
fn figure(at: &At, law: &Law, book: &Rulebook, picture: &Relations, number: usize) -> Markup {
    let edition = book.selection.edition.as_str();
    let element = |(name, text): &(Option<String>, String)| {
        let path = name.as_ref().and_then(|n| place_in(law, edition, n));
        html! {
            @match path {
                Some(path) => a class="govuk-link" href=(at.to(&path)) { (foreign(text, at.lang)) },
                None => (foreign(text, at.lang)),
            }
        }
    };
    let cell = |inside: Markup| Cell { inside, class: None };
    let heads = ["relations-from", "relations-means", "relations-to"].map(|key| cell(html! { (at.say(key)) }));
    let rows: Vec<(Markup, Vec<Cell>)> = picture
        .links
        .iter()
        .map(|l| (element(&l.from), vec![cell(html! { (l.means) }), cell(element(&l.to))]))
        .collect();
    html! {
        figure class="picture" {
            (PreEscaped(&picture.narrow))
            (PreEscaped(&picture.wide))
            figcaption {
                p class="govuk-body-s visually-quiet" { (picture.summary) }
                (ui::details(&at.say("relations-same"), &html! {
                    div class="wide" tabindex="0" role="region" aria-label=(format!("{} {number}", at.say("relations-links"))) { (ui::table(&at.say("relations-links"), &heads, &rows)) }
                }))
            }
        }
    }
}
