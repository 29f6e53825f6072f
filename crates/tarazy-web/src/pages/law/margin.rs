//! Findings beside the text that they are about: those of one class together, the heaviest first.

use maud::{Markup, html};
use tarazy_law::model::{Corpus, ProvId, Rulebook};
use tarazy_review::{Class, Finding, Kind};

use super::{place_in, said};
use crate::at::At;
use crate::law::Law;
use crate::places::provision_at;
use crate::ui;

/// So many findings of one class are shown at once; the others can be opened.
const SHOWN: usize = 3;

/// The findings of an edition that concern a provision.
pub(super) fn beside<'l>(law: &'l Law, edition: &str, provision: ProvId) -> Vec<&'l Finding> {
    let Some(review) = law.review(edition) else { return Vec::new() };
    let concerns = |f: &&Finding| {
        f.subjects.iter().any(|s| s.provision.or_else(|| provision_at(law.corpus, s.span)) == Some(provision))
    };
    review.findings.iter().filter(concerns).collect()
}

/// Findings by class: the heaviest classes first, each in the order of the review.
pub(super) fn by_class<'f>(found: &[&'f Finding]) -> Vec<(Class, Vec<&'f Finding>)> {
    let mut classes: Vec<Class> = found.iter().map(|f| f.class).collect();
    classes.sort_by_key(|c| (c.weight(), *c));
    classes.dedup();
    let of = |class: Class| found.iter().copied().filter(|f| f.class == class).collect();
    classes.into_iter().map(|c| (c, of(c))).collect()
}

/// Findings as notes, one for each class. `heading` is the level of their headings.
pub(super) fn notes(at: &At, corpus: &Corpus, book: &Rulebook, found: &[&Finding], heading: usize) -> Markup {
    html! {
        @for (class, found) in by_class(found) {
            div class=(format!("remark remark--{}", class.weight().as_str())) {
                (head(at, class, found.len(), heading))
                (shown(&found, |f| said::finding(at, corpus, book, f), at))
            }
        }
    }
}

/// The name of a class, with the way to its page, its weight, and how often it was found here.
pub(super) fn head(at: &At, class: Class, count: usize, heading: usize) -> Markup {
    let title = html! {
        a class="govuk-link" href=(at.to(&format!("/law/findings/{class}"))) { (class) }
        " " (said::title(at, class))
    };
    html! {
        @match heading {
            2 => h2 class="govuk-heading-s" id=(class) { (title) },
            3 => h3 class="govuk-heading-s" { (title) },
            _ => h4 class="govuk-heading-s" { (title) },
        }
        p class="remark__weight" {
            (said::weight(at, class.weight()))
            @if count > 1 { " " span class="visually-quiet" { (at.say_with("law-findings-count", &[("count", &count.to_string())])) } }
        }
    }
}

/// The first of many, and the others folded away.
pub(super) fn shown(found: &[&Finding], one: impl Fn(&Finding) -> Markup, at: &At) -> Markup {
    let (first, rest) = found.split_at(found.len().min(SHOWN));
    html! {
        @for f in first { div class="remark__one" { (one(f)) } }
        @if !rest.is_empty() {
            (ui::details(&at.say_with("law-findings-more", &[("count", &rest.len().to_string())]), &html! {
                @for f in rest { div class="remark__one" { (one(f)) } }
            }))
        }
    }
}

/// What a finding is about, each with a link to where it stands.
pub(super) fn subjects(at: &At, law: &Law, edition: &str, f: &Finding) -> Markup {
    let view = tarazy_words::View::of_edition(at.words(), law.corpus, edition);
    let known = f.subjects.iter().filter(|s| !matches!(s.kind, Kind::Name | Kind::Edition | Kind::Fact));
    let mut links: Vec<(String, String)> =
        known.filter_map(|s| Some((place_in(law, edition, &s.name)?, view.cited_by_id(&s.name)))).collect();
    links.dedup();
    html! {
        @if !links.is_empty() {
            ul class="govuk-list places" {
                @for (path, text) in &links { li { a class="govuk-link" href=(at.to(path)) { (text) } } }
            }
        }
    }
}
