//! The law itself: what there is, and each provision as it was restated, with its place and how far it was read.

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::html;
use tarazy_law::Lang;
use tarazy_law::model::ProvisionInfo;
use tarazy_law::syntax::ast::ItemKind;
use tarazy_words::{View, heading_in};

use super::{Answer, show};
use crate::at::{At, LANGUAGES};
use crate::layout::Page;
use crate::site::Site;
use crate::trouble::Trouble;
use crate::ui;

pub(super) async fn contents(State(site): State<Arc<Site>>, at: At) -> Answer {
    let corpus = site.law.corpus;
    let editions = corpus.editions.iter().map(|e| {
        let is_norm = |p: &&ProvisionInfo| {
            let id = p.id.as_deref().unwrap_or_default();
            corpus.declarations(id).any(|(_, item)| matches!(item.kind, ItemKind::Norm(..) | ItemKind::Exception(_)))
        };
        let own = corpus.provisions().map(|(_, p)| p).filter(|p| p.edition == e.name && p.id.is_some());
        (e, own.filter(is_norm).collect::<Vec<_>>())
    });
    let view = View::of_edition(at.words(), corpus, "");
    let main = html! {
        h1 class="govuk-heading-xl" { (at.say("law-title")) }
        p class="govuk-body-l" { (at.say("law-lead")) }
        @for (edition, provisions) in editions {
            @if !provisions.is_empty() {
                h2 class="govuk-heading-m" { (at.words().of(&edition.title)) }
                ul class="govuk-list" {
                    @for p in provisions {
                        @let id = p.id.as_deref().unwrap_or_default();
                        li {
                            a class="govuk-link" href=(at.to(&format!("/law/{id}"))) { (heading_in(&p.heading, at.lang)) }
                            span class="visually-quiet" { " · " (view.place_of(p)) }
                        }
                    }
                }
            }
        }
    };
    show(&site, &at, Page::new(at.say("law-title"), main).back(&at, &at.to("")))
}

pub(super) async fn provision(State(site): State<Arc<Site>>, at: At, Path((_, id)): Path<(String, String)>) -> Answer {
    let corpus = site.law.corpus;
    let view = View::of_edition(at.words(), corpus, "");
    let own = id.strip_suffix(".unless").unwrap_or(&id);
    let found: Vec<&ProvisionInfo> = corpus.declarations(own).map(|(p, _)| corpus.provision(p)).collect();
    let newest = found.last().ok_or(Trouble::NotFound)?;
    let title = heading_in(&newest.heading, at.lang).to_owned();
    let others: Vec<(Lang, &str)> = LANGUAGES.iter().copied().filter(|(lang, _)| *lang != at.lang).collect();
    let main = html! {
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" {
                h1 class="govuk-heading-xl" { (title) }
                @for p in found.iter().rev() {
                    section class="finding" {
                        h2 class="govuk-heading-m" {
                            (corpus.edition(&p.edition).map_or(p.edition.as_str(), |e| at.words().of(&e.title)))
                        }
                        p class="finding__cite" { (view.place_of(p)) " · " (view.source_of(p)) }
                        p class="govuk-body-l" { (p.texts.get(at.lang)) }
                        (ui::details(&at.say("law-other-languages"), &html! {
                            @for (lang, name) in &others {
                                h3 class="govuk-heading-s" lang=(lang.code()) { (name) }
                                p class="govuk-body" lang=(lang.code()) { (p.texts.get(*lang)) }
                            }
                        }))
                        @if !p.points.is_empty() {
                            p class="govuk-body" { (at.say_with("law-points", &[("points", &p.points.join(", "))])) }
                        }
                    }
                }
                p class="govuk-body visually-quiet" { (at.say_with("law-name", &[("id", &id)])) }
            }
        }
    };
    // Norms of several articles may have one heading.
    show(&site, &at, Page::new(format!("{title}, {}", view.place_of(newest)), main).back(&at, &at.to("/law")))
}
