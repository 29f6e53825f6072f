//! One element of the law by its name: as each edition that has it words it.

use maud::html;
use tarazy_law::Lang;
use tarazy_law::model::ProvisionInfo;
use tarazy_words::{View, heading_in};

use super::prose::prose;
use super::{missing, place_in};
use crate::at::{At, LANGUAGES};
use crate::layout::Page;
use crate::pages::{Answer, show};
use crate::site::Site;
use crate::ui;

pub(super) fn page(site: &Site, at: &At, id: &str) -> Answer {
    let corpus = site.law.corpus;
    let view = View::of_edition(at.words(), corpus, "");
    let own = id.strip_suffix(".unless").unwrap_or(id);
    let found: Vec<&ProvisionInfo> = corpus.declarations(own).map(|(p, _)| corpus.provision(p)).collect();
    let Some(newest) = found.last() else { return missing(site, at, id) };
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
                        p class="govuk-body-l" { (prose(p.texts.get(at.lang), at.lang)) }
                        @if let Some(path) = place_in(site.law, &p.edition, own) {
                            p class="govuk-body" { a class="govuk-link" href=(at.to(&path)) { (at.say("law-to-article")) } }
                        }
                        (ui::details(&at.say("law-other-languages"), &html! {
                            @for (lang, name) in &others {
                                h3 class="govuk-heading-s" lang=(lang.code()) { (name) }
                                p class="govuk-body" lang=(lang.code()) { (prose(p.texts.get(*lang), *lang)) }
                            }
                        }))
                        @if !p.points.is_empty() {
                            p class="govuk-body" { (at.say_with("law-points", &[("points", &p.points.join(", "))])) }
                        }
                    }
                }
                p class="govuk-body visually-quiet" { (at.say_with("law-name", &[("id", id)])) }
            }
        }
    };
    // Norms of several articles may have one heading.
    show(site, at, Page::new(format!("{title}, {}", view.place_of(newest)), main).back(at, &at.to("/law")))
}
