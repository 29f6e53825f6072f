//! Two editions side by side: their texts, what they do differently, and what is wrong with each.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use tarazy_law::model::ProvId;
use tarazy_review::difference::Difference;
use tarazy_review::{Finding, Key};
use tarazy_words::{capital, heading_in};

use super::prose::{foreign, prose};
use super::{anchor, diff, differs, margin, title_of};
use crate::at::At;
use crate::law::Law;
use crate::layout::Page;
use crate::pages::{Answer, show};
use crate::places::Shelf;
use crate::site::Site;
use crate::trouble::Trouble;
use crate::ui;

/// A provision of one edition beside that of the other.
struct Pair {
    a: Option<ProvId>,
    b: Option<ProvId>,
}

pub(super) async fn page(State(site): State<Arc<Site>>, at: At) -> Answer {
    let law = site.law;
    let title = at.say("law-compare-title");
    let a = chosen(&site, &at, "a", true)?;
    let b = chosen(&site, &at, "b", false)?;
    let (name_a, name_b) = (title_of(&at, law.corpus, &a.edition), title_of(&at, law.corpus, &b.edition));
    let pairs = pairs(law, a, b);
    let found = difference(&site, &a.edition, &b.edition).await;
    let (same, changed): (Vec<&Pair>, Vec<&Pair>) = pairs.iter().partition(|p| p.a.is_some() && p.a == p.b);
    let main = html! {
        h1 class="govuk-heading-xl" { (title) }
        (form(&site, &at, a, b))
        @if a.edition == b.edition {
            p class="govuk-body" { (at.say("law-compare-same")) }
        } @else {
            p class="govuk-body-l summary" { (at.say_with("law-compare-lead", &[("a", &name_a), ("b", &name_b)])) }
            @if let Some(found) = found {
                (differs::told(law, &at, found))
                (fates(law, &at, a, b, found))
            }
            h2 class="govuk-heading-l" { (at.say("law-compare-texts")) }
            p class="govuk-body" { (at.say_with("law-compare-unchanged", &[("count", &same.len().to_string())])) }
            @if changed.is_empty() { p class="govuk-body" { (at.say("law-compare-none")) } }
            @for pair in changed { (beside(&at, law, a, b, pair)) }
        }
    };
    let name = format!("{title}: {name_a} – {name_b}");
    show(&site, &at, Page::new(name, main).back(&at, &at.to("/law")))
}

/// The edition that the address names; else the one that was proposed, beside what was made of it.
fn chosen<'s>(site: &'s Site, at: &At, which: &'static str, first: bool) -> Result<&'s Shelf, Trouble> {
    let law = site.law;
    let named = match at.get(which) {
        Some(name) => {
            let wrong = || Trouble::Parameter { name: which, value: name.to_owned() };
            Some(law.corpus.edition(name).ok_or_else(wrong)?.name.as_str())
        }
        None => None,
    };
    let taken = at.get("a").and_then(|n| law.corpus.edition(n)).map(|e| e.name.as_str());
    let compared = law.compared();
    let mut names = compared.iter().map(|e| e.book.selection.edition.as_str());
    let default = if first { names.next() } else { names.rfind(|n| Some(*n) != taken) };
    let name = named.or(default).ok_or(Trouble::NotFound)?;
    law.places().shelf(name).ok_or(Trouble::NotFound)
}

fn form(site: &Site, at: &At, a: &Shelf, b: &Shelf) -> Markup {
    let law = site.law;
    let select = |name: &str, chosen: &str| {
        html! {
            div class="govuk-form-group" {
                label class="govuk-label" for=(name) { (at.say(&format!("law-compare-{name}"))) }
                select class="govuk-select" id=(name) name=(name) {
                    @for e in &law.corpus.editions {
                        option value=(e.name) selected[e.name == chosen] { (capital(at.words().of(&e.title))) }
                    }
                }
            }
        }
    };
    html! {
        form method="get" class="no-print pick" {
            (select("a", &a.edition))
            (select("b", &b.edition))
            (ui::button(&at.say("law-compare-go")))
        }
    }
}

/// The provisions of both, matched by name, and what has no match by name by its place. Each once, in the order of the second edition, what
/// is only in the first after it.
fn pairs(law: &Law, a: &Shelf, b: &Shelf) -> Vec<Pair> {
    let all = |s: &Shelf| s.articles.iter().flat_map(|x| x.provisions.clone()).collect::<Vec<ProvId>>();
    let (in_a, in_b) = (all(a), all(b));
    let id = |p: ProvId| law.corpus.provision(p).id.as_deref();
    let mut left: Vec<ProvId> = in_a.clone();
    let mut take = |wanted: &dyn Fn(ProvId) -> bool| {
        let at = left.iter().position(|p| wanted(*p))?;
        Some(left.remove(at))
    };
    let mut out: Vec<Pair> = in_b
        .iter()
        .map(|q| {
            let same = take(&|p| p == *q);
            Pair { a: same.or_else(|| id(*q).and_then(|name| take(&|p| id(p) == Some(name)))), b: Some(*q) }
        })
        .collect();
    let place = |p: ProvId| {
        let cite = law.corpus.provision(p).cite.as_ref();
        cite.map(|c| (c.act.clone(), c.article.clone(), c.part.clone(), c.sub.clone()))
    };
    for pair in out.iter_mut().filter(|p| p.a.is_none()) {
        let Some(q) = pair.b else { continue };
        pair.a = take(&|p| place(p).is_some_and(|own| own.2.is_some() && Some(own) == place(q)));
    }
    out.extend(left.into_iter().map(|p| Pair { a: Some(p), b: None }));
    out
}

/// One pair: the text with its changes, or that it is only here or only there.
fn beside(at: &At, law: &Law, a: &Shelf, b: &Shelf, pair: &Pair) -> Markup {
    let Some(own) = pair.b.or(pair.a) else { return html! {} };
    let info = law.corpus.provision(own);
    let view = tarazy_words::View::of_edition(at.words(), law.corpus, &info.edition);
    let link = |shelf: &Shelf, p: Option<ProvId>| {
        let path = p.and_then(|p| Some(format!("{}#{}", shelf.of(p)?.path(&shelf.edition), anchor(law, p))));
        html! {
            @if let Some(path) = path {
                a class="govuk-link" href=(at.to(&path)) { (capital(&title_of(at, law.corpus, &shelf.edition))) } " "
            }
        }
    };
    let text = |p: ProvId| law.corpus.provision(p).texts.get(at.lang);
    let (key, colour) = match (pair.a, pair.b) {
        (Some(_), Some(_)) => ("law-compare-changed", "purple"),
        (None, _) => ("law-compare-new", "green"),
        _ => ("law-compare-gone", "red"),
    };
    html! {
        section class="finding" {
            div class="finding__head" {
                h3 class="govuk-heading-s" { (foreign(heading_in(&info.heading, at.lang), at.lang)) }
                (ui::tag(&at.say(key), Some(colour)))
            }
            p class="finding__cite" { (view.place_of(info)) " · " (link(a, pair.a)) (link(b, pair.b)) }
            @match (pair.a, pair.b) {
                (Some(before), Some(after)) => p class="govuk-body changes" {
                    (diff::marked(text(before), text(after), &at.say("law-compare-was"), &at.say("law-compare-is")))
                },
                (None, Some(one)) | (Some(one), None) => p class="govuk-body" { (prose(text(one), at.lang)) },
                _ => {}
            }
        }
    }
}

/// What the editions do differently: found once, and by no more than half of the cores.
async fn difference(site: &Site, a: &str, b: &str) -> Option<&'static Difference> {
    let law = site.law;
    if a == b || law.is_compared(a, b) { law.difference(a, b) } else { site.trial(|| law.difference(a, b)).await }
}

/// Which findings the second edition cures, which it keeps, which come with it.
fn fates(law: &Law, at: &At, a: &Shelf, b: &Shelf, found: &Difference) -> Markup {
    let Some(fate) = &found.findings else { return html! {} };
    let kept: Vec<&Key> = fate.kept.iter().map(|(_, key)| key).collect();
    let groups: [(&str, &str, Vec<&Key>); 4] = [
        ("law-compare-cured", &a.edition, fate.cured.iter().collect()),
        ("law-compare-created", &b.edition, fate.created.iter().collect()),
        ("law-compare-kept", &b.edition, kept),
        ("law-compare-open", &a.edition, fate.open.iter().collect()),
    ];
    let of = |edition: &str, keys: &[&Key]| -> Vec<&Finding> {
        let keys: BTreeSet<&Key> = keys.iter().copied().collect();
        let all = law.review(edition).into_iter().flat_map(|r| &r.findings);
        all.filter(|f| keys.contains(&f.key())).collect()
    };
    html! {
        h2 class="govuk-heading-l" { (at.say("law-compare-findings")) }
        @for (key, edition, keys) in &groups {
            @let summary = at.say_with(key, &[("count", &keys.len().to_string())]);
            @if !keys.is_empty() {
                (ui::details(&summary, &html! {
                    @if let Some(engine) = law.engine(edition) {
                        (margin::notes(at, law.corpus, &engine.book, &of(edition, keys), 3))
                    }
                }))
            } @else if *key != "law-compare-open" {
                p class="govuk-body" { (summary) }
            }
        }
    }
}
