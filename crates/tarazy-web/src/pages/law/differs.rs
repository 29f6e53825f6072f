//! What two editions do differently, norm by norm: for whom, in which cases, what follows. Each norm opens when somebody wants to know more.

use maud::{Markup, html};
use tarazy_review::difference::Difference;
use tarazy_words::capital;
use tarazy_words::difference::{Account, Entry, Point, SHOWN, Section, account};

use super::place_in;
use super::prose::{foreign, prose};
use crate::at::At;
use crate::law::Law;
use crate::ui;

/// How much differs, and the norms that came, went or changed.
pub(super) fn told(law: &Law, at: &At, found: &Difference) -> Markup {
    let account = account(at.words(), law.corpus, found, Some(SHOWN));
    html! {
        h2 class="govuk-heading-l" id="does" { (at.say("law-compare-does")) }
        p class="govuk-body" { (capital(account.summary.trim_end_matches('.'))) "." }
        @for s in &account.sections { (section(law, at, &account, s)) }
    }
}

fn section(law: &Law, at: &At, account: &Account, s: &Section) -> Markup {
    let title = at.say_with("law-count-of", &[("what", &s.title), ("count", &s.entries.len().to_string())]);
    let edition = if s.key == "lost" { &account.before } else { &account.after };
    let to = |e: &Entry| place_in(law, edition, &e.name).map(|path| at.to(&path));
    html! {
        @if s.key == "changed" {
            h3 class="govuk-heading-m" { (title) }
            @for e in &s.entries {
                (ui::fold(None, false, &html! { (foreign(&e.said, at.lang)) }, &html! {
                    @if let Some(href) = to(e) { p class="govuk-body" { a class="govuk-link" href=(href) { (at.say("law-to-article")) } } }
                    ul class="govuk-list govuk-list--bullet" { @for p in &e.points { li { (point(at, p)) } } }
                }))
            }
        } @else {
            (ui::fold(None, false, &html! { (title) }, &html! {
                @for e in &s.entries {
                    p class="govuk-body" {
                        @match to(e) {
                            Some(href) => a class="govuk-link" href=(href) { (foreign(&e.said, at.lang)) },
                            None => (foreign(&e.said, at.lang)),
                        }
                        @for p in &e.points { br; (prose(&p.said, at.lang)) }
                    }
                }
            }))
        }
    }
}

/// One thing that is different. The first of its ways has an example: one is enough to see what is meant.
fn point(at: &At, p: &Point) -> Markup {
    let colon = if p.ways.is_empty() && p.notes.is_empty() { "" } else { ":" };
    html! {
        (foreign(&p.said, at.lang)) (colon)
        @if !p.notes.is_empty() || !p.ways.is_empty() || p.more.is_some() {
            ul class="govuk-list govuk-list--bullet" {
                @for note in &p.notes { li class="visually-quiet" { (foreign(note, at.lang)) } }
                @for way in &p.ways { li { (foreign(&way.said, at.lang)) } }
                @if let Some(more) = &p.more { li class="visually-quiet" { "… " (more) } }
            }
        }
        @if let Some(way) = p.ways.iter().find(|w| !w.example.is_empty()) {
            (ui::details(&at.say("law-finding-example"), &html! {
                ul class="govuk-list govuk-list--bullet" { @for line in &way.example { li { (foreign(line, at.lang)) } } }
            }))
        }
    }
}
