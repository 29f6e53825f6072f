//! An article as an edition has it: each provision in three languages, as the machine reads it, with what is wrong in the margin.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use tarazy_law::Lang;
use tarazy_law::model::{FactKind, Formula, ProvId, Rulebook};
use tarazy_words::{View, capital, date, heading_in};

use super::prose::{foreign, prose};
use super::{anchor, cite, machine, margin, missing, missing_article, relations, sandbox, title_of};
use crate::at::{At, LANGUAGES};
use crate::layout::Page;
use crate::pages::{Answer, show};
use crate::places::{Article, Shelf};
use crate::site::Site;
use crate::ui;

pub(super) async fn page(
    State(site): State<Arc<Site>>,
    at: At,
    Path((_, edition, act, number)): Path<(String, String, String, String)>,
) -> Answer {
    show_article(&site, &at, &edition, &act, &number)
}

pub(super) fn show_article(site: &Site, at: &At, edition: &str, act: &str, number: &str) -> Answer {
    let law = site.law;
    let (Some(engine), Some(info)) = (law.engine(edition), law.corpus.edition(edition)) else {
        return missing(site, at, edition);
    };
    let Some(shelf) = law.places().shelf(&info.name) else { return missing(site, at, edition) };
    let Some(place) = shelf.articles.iter().position(|a| a.act == act && a.number == number) else {
        return missing_article(site, at, &info.name, number);
    };
    let article = &shelf.articles[place];
    let scene = Scene { site, at, shelf, article, book: &engine.book };
    let title = cite(at, law, article);
    let edition_title = title_of(at, law.corpus, &info.name);
    let main = html! {
        span class="govuk-caption-xl" { (capital(&edition_title)) }
        h1 class="govuk-heading-xl" { (title) }
        (scene.editions())
        (scene.contents())
        @for p in &article.provisions { (scene.provision(*p)) }
        (relations::of_article(at, law, &engine.book, &title, &article.provisions))
        (scene.bound())
        (scene.around(place))
    };
    let back = at.to(&format!("/law/{}", info.name));
    show(site, at, Page::new(format!("{title} – {edition_title}"), main).back(at, &back))
}

struct Scene<'s> {
    site: &'s Site,
    at: &'s At,
    shelf: &'s Shelf,
    article: &'s Article,
    book: &'s Rulebook,
}

impl Scene<'_> {
    fn say(&self, key: &str) -> String {
        self.at.say(key)
    }

    /// The same article in other editions: of the same number, or with provisions of the same name.
    fn editions(&self) -> Markup {
        let law = self.site.law;
        let ids: BTreeSet<&str> =
            self.article.provisions.iter().filter_map(|p| law.corpus.provision(*p).id.as_deref()).collect();
        let shares = |a: &&Article| {
            let mut names = a.provisions.iter().filter_map(|p| law.corpus.provision(*p).id.as_deref());
            names.any(|id| ids.contains(id))
        };
        let others: Vec<(String, Option<String>)> = law
            .places()
            .shelves()
            .iter()
            .filter_map(|s| {
                let title = capital(&title_of(self.at, law.corpus, &s.edition));
                if s.edition == self.shelf.edition {
                    return Some((title, None));
                }
                let same = s.article(&self.article.act, &self.article.number);
                let article = same.or_else(|| s.articles.iter().find(shares))?;
                Some((title, Some(self.at.to(&article.path(&s.edition)))))
            })
            .collect();
        html! {
            @if others.len() > 1 {
                nav aria-label=(self.say("law-in-editions")) class="no-print" {
                    ul class="editions" {
                        @for (title, href) in &others {
                            li {
                                @match href {
                                    Some(href) => a class="govuk-link" href=(href) { (title) },
                                    None => span aria-current="true" { (title) },
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Long articles begin with what is in them.
    fn contents(&self) -> Markup {
        let law = self.site.law;
        html! {
            @if self.article.provisions.len() > 3 {
                nav aria-label=(self.say("answer-contents")) class="no-print" {
                    ul class="contents" {
                        @for p in &self.article.provisions {
                            @let info = law.corpus.provision(*p);
                            li { a class="govuk-link" href=(format!("#{}", anchor(law, *p))) { (foreign(heading_in(&info.heading, self.at.lang), self.at.lang)) } }
                        }
                    }
                }
            }
        }
    }

    fn provision(&self, id: ProvId) -> Markup {
        let (at, law) = (self.at, self.site.law);
        let p = law.corpus.provision(id);
        let view = View::of_edition(at.words(), law.corpus, &self.shelf.edition);
        let others: Vec<(Lang, &str)> = LANGUAGES.iter().copied().filter(|(lang, _)| *lang != at.lang).collect();
        let found = margin::beside(law, &self.shelf.edition, id);
        let day = |key: &str, day: jiff::civil::Date| at.say_with(key, &[("day", &date(at.words(), &day.to_string()))]);
        html! {
            section class="provision" {
                div class="provision__text" {
                    h2 class="govuk-heading-l" id=(anchor(law, id)) { (foreign(heading_in(&p.heading, at.lang), at.lang)) }
                    p class="finding__cite" {
                        (view.place_of(p)) " · " (view.source_of(p))
                        @if let Some(days) = p.in_force {
                            " · " (day("in-force-since", days.from))
                            @if let Some(until) = days.until { " " (day("in-force-until", until)) }
                        }
                        @if p.edition != self.shelf.edition {
                            " · " (at.say_with("law-from-edition", &[("edition", &title_of(at, law.corpus, &p.edition))]))
                        }
                    }
                    @if !p.texts.get(at.lang).is_empty() {
                        p class="govuk-body-l" { (prose(p.texts.get(at.lang), at.lang)) }
                        (ui::details(&self.say("law-other-languages"), &html! {
                            @for (lang, name) in &others {
                                p class="govuk-body" lang=(lang.code()) { strong { (name) } ": " (prose(p.texts.get(*lang), *lang)) }
                            }
                        }))
                    }
                    @if !p.points.is_empty() {
                        p class="govuk-body" { (at.say_with("law-points", &[("points", &p.points.join(", "))])) }
                    }
                    (machine::read(at, law, self.book, id))
                }
                @if !found.is_empty() {
                    div class="provision__margin" {
                        h3 class="govuk-heading-s" { (self.say("law-margin")) }
                        (margin::notes(at, law.corpus, self.book, &found, 4))
                    }
                }
            }
        }
    }

    /// Who is spoken of here, with the way to everything that binds them.
    fn bound(&self) -> Markup {
        let (at, law) = (self.at, self.site.law);
        let mut roles: Vec<(&str, &str)> = Vec::new();
        for n in self.book.norms.iter().filter(|n| self.article.provisions.contains(&n.provision)) {
            let mut role = |f: &Formula| {
                let Formula::Fact { fact, .. } = f else { return };
                let FactKind::Vocab(v) = self.book.fact(*fact).kind else { return };
                let info = law.corpus.vocabulary.fact(v);
                let one = (info.name.as_str(), at.words().of(&info.label));
                if info.is_role && info.persons() == 1 && !roles.contains(&one) {
                    roles.push(one);
                }
            };
            n.bearer_cond.visit(&mut role);
        }
        html! {
            @if !roles.is_empty() {
                h2 class="govuk-heading-m no-print" { (self.say("law-bound")) }
                ul class="govuk-list no-print" {
                    @for (name, label) in &roles {
                        li {
                            a class="govuk-link" href=(at.to(&format!("/binds?role={name}&edition={}", self.shelf.edition))) {
                                (at.say_with("law-bound-role", &[("role", label)]))
                            }
                        }
                    }
                }
            }
        }
    }

    /// The articles before and after, and what can be done with this one.
    fn around(&self, place: usize) -> Markup {
        let (at, law) = (self.at, self.site.law);
        let mut pages: Vec<&str> = Vec::new();
        for p in &self.article.provisions {
            let path = law.corpus.sources.file(law.corpus.provision(*p).span.file).path.as_str();
            if !pages.contains(&path) {
                pages.push(path);
            }
        }
        let near = |i: Option<usize>| i.and_then(|i| self.shelf.articles.get(i));
        let link = |a: &Article, key: &str| {
            let text = at.say_with(key, &[("article", &cite(at, law, a))]);
            html! { a class="govuk-link" href=(at.to(&a.path(&self.shelf.edition))) { (text) } }
        };
        html! {
            ul class="govuk-list no-print" {
                @for path in &pages { li { a class="govuk-link" href=(at.to(&sandbox::address(&self.shelf.edition, path))) { (self.say("law-sandbox-try")) } @if pages.len() > 1 { " " code { (path) } } } }
            }
            nav class="actions no-print" aria-label=(self.say("law-around")) {
                @if let Some(a) = near(place.checked_sub(1)) { (link(a, "law-previous")) }
                @if let Some(a) = near(Some(place + 1)) { (link(a, "law-next")) }
            }
        }
    }
}
