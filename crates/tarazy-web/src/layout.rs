//! What stands around every page.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::at::{At, LANGUAGES};
use crate::http::{Asked, Problem};
use crate::site::Site;
use crate::ui;

/// A page: what is particular to it.
pub(crate) struct Page {
    /// What the window is called.
    pub(crate) title: String,
    /// What stands above the main part (a link back).
    pub(crate) before: Markup,
    /// The main part.
    pub(crate) main: Markup,
    /// Something is wrong with what was sent.
    pub(crate) refused: bool,
    /// There is nothing under this address; the page says where to look.
    pub(crate) missing: bool,
}

impl Page {
    /// A page with this title.
    pub(crate) fn new(title: impl Into<String>, main: Markup) -> Page {
        Page { title: title.into(), before: html! {}, main, refused: false, missing: false }
    }

    /// With a link back.
    pub(crate) fn back(mut self, at: &At, href: &str) -> Page {
        let back = at.say("page-back");
        // A landmark of its own: it stands before the main part, and nothing on a page lies outside of all landmarks.
        self.before = html! { nav aria-label=(back) { (ui::back_link(&back, href)) } };
        self
    }

    /// As the answer to something that could not be taken.
    pub(crate) fn refused(mut self, refused: bool) -> Page {
        self.refused = refused;
        self
    }

    /// As the answer to an address under which there is nothing.
    pub(crate) fn missing(mut self) -> Page {
        self.missing = true;
        self
    }

    /// The whole document.
    pub(crate) fn render(self, site: &Site, at: &At) -> Response {
        let status = match (self.refused, self.missing) {
            (true, _) => StatusCode::UNPROCESSABLE_ENTITY,
            (_, true) => StatusCode::NOT_FOUND,
            _ => StatusCode::OK,
        };
        let mut response = (status, document(site, at, &self).into_string()).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        if let Ok(lang) = HeaderValue::from_str(at.lang.code()) {
            response.headers_mut().insert(header::CONTENT_LANGUAGE, lang);
        }
        response
    }
}

fn document(site: &Site, at: &At, page: &Page) -> Markup {
    let asset = |name| site.assets.address(name);
    html! {
        (DOCTYPE)
        html lang=(at.lang.code()) class="govuk-template" {
            head {
                meta charset="utf-8";
                title { @if page.refused { (at.say("page-error")) ": " } (page.title) " – Tarazy" }
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="color-scheme" content="light dark";
                meta name="description" content=(at.say("site-description"));
                link rel="icon" href=(asset("tarazy.svg")) type="image/svg+xml";
                link rel="preload" href=(asset("golos-400.woff2")) as="font" type="font/woff2" crossorigin;
                link rel="stylesheet" href=(asset("style.css"));
                script type="module" src=(asset("site.js")) {}
            }
            body class="govuk-template__body" {
                (ui::skip_link(&at.say("page-skip"), "#main"))
                (header(at))
                div class="govuk-width-container" {
                    (page.before)
                    main class="govuk-main-wrapper" id="main" { (page.main) }
                }
                (footer(at))
            }
        }
    }
}

/// A problem as a page.
pub(crate) fn problem(site: &Site, problem: &Problem, asked: &Asked) -> String {
    let at = At::beside(asked.lang);
    let words = asked.words();
    let title = problem.title(words);
    let main = html! {
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" {
                h1 class="govuk-heading-xl" { (title) }
                p class="govuk-body-l" { (problem.detail(words)) }
                @if !problem.errors.is_empty() {
                    ul class="govuk-list govuk-list--bullet" {
                        @for e in &problem.errors { li { (e.line) ":" (e.column) " " (e.message) } }
                    }
                }
                p class="govuk-body" { a class="govuk-link" href=(at.to("")) { (at.say("page-home")) } }
                p class="govuk-body-s visually-quiet" { (problem.status.as_u16()) " · " (asked.id.as_str()) }
            }
        }
    };
    document(site, &at, &Page::new(title, main)).into_string()
}

/// The mark: scales, one pan a little lower.
pub(crate) const MARK: &str = include_str!("../assets/mark.svg");

fn header(at: &At) -> Markup {
    let ways = [("/samples", "nav-samples"), ("/binds", "nav-binds"), ("/law", "nav-law"), ("/api", "nav-api")];
    let ways: Vec<(String, String, bool)> =
        ways.iter().map(|(path, key)| (at.to(path), at.say(key), at.path().starts_with(path))).collect();
    let languages: Vec<(&str, &str, Option<String>)> = LANGUAGES
        .iter()
        .map(|(lang, name)| (lang.code(), *name, (*lang != at.lang).then(|| at.here_in(*lang))))
        .collect();
    html! {
        header class="site-header" {
            div class="govuk-width-container site-header__inside" {
                a class="site-header__home" href=(at.to("")) { (PreEscaped(MARK)) span { "Tarazy" } }
                (ui::languages(&at.say("page-language"), &languages))
            }
        }
        (ui::service_navigation(&at.say("page-menu"), &ways))
    }
}

fn footer(at: &At) -> Markup {
    html! {
        footer class="site-footer" {
            div class="govuk-width-container" {
                p class="site-footer__note" { (at.say("not-a-decision")) }
                ul class="site-footer__links" {
                    @for (path, key) in [("/about", "nav-about"), ("/accessibility", "nav-accessibility"), ("/privacy", "nav-privacy")] {
                        li { a class="govuk-link" href=(at.to(path)) { (at.say(key)) } }
                    }
                }
            }
        }
    }
}
