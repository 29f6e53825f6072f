//! Findings beside the text that they are about.

use maud::{Markup, html};
use tarazy_law::model::{Corpus, ProvId, Rulebook};
use tarazy_review::{Finding, Kind};

use super::{place_in, said, title_of};
use crate::at::At;
use crate::law::Law;
use crate::places::provision_at;
use crate::ui;

/// The findings of an edition that concern a provision.
pub(super) fn beside<'l>(law: &'l Law, edition: &str, provision: ProvId) -> Vec<&'l Finding> {
    let Some(review) = law.review(edition) else { return Vec::new() };
    let concerns = |f: &&Finding| {
        f.subjects.iter().any(|s| s.provision.or_else(|| provision_at(law.corpus, s.span)) == Some(provision))
    };
    review.findings.iter().filter(concerns).collect()
}

/// A finding as a note: its class, what is wrong, an example. `heading` is the level of its heading.
pub(super) fn note(at: &At, corpus: &Corpus, book: &Rulebook, f: &Finding, heading: usize) -> Markup {
    let edition = book.selection.edition.as_str();
    let (weight, colour) = said::weight(at, f.class.weight());
    let class = f.class.code();
    let title = html! {
        a class="govuk-link" href=(at.to(&format!("/law/findings/{class}"))) { (class) }
        " " (said::title(at, f.class))
    };
    let readings = said::readings(at, corpus, book, &f.readings);
    let others: Vec<String> = f.editions.iter().filter(|e| *e != edition).map(|e| title_of(at, corpus, e)).collect();
    html! {
        div class=(format!("remark remark--{}", f.class.weight().as_str())) {
            @match heading {
                3 => h3 class="govuk-heading-s" { (title) },
                _ => h4 class="govuk-heading-s" { (title) },
            }
            p class="remark__weight" { (ui::tag(&weight, colour)) }
            p class="govuk-body" { (said::sentence(at, corpus, book, f)) }
            @if !readings.is_empty() {
                p class="govuk-body-s" { (at.say_with("law-finding-readings", &[("readings", &readings.join(" / "))])) }
            }
            @if let Some(witness) = &f.witness {
                (ui::details(&at.say("law-finding-example"), &html! {
                    ul class="govuk-list govuk-list--bullet" {
                        @for fact in said::example(at, corpus, witness) { li { (fact) } }
                    }
                    @if let Some(cases) = f.cases {
                        p class="govuk-body-s" { (at.say_with("law-finding-cases", &[("count", &cases.to_string())])) }
                    }
                }))
            }
            @if !others.is_empty() {
                p class="govuk-body-s visually-quiet" { (at.say_with("law-finding-also", &[("editions", &others.join(", "))])) }
            }
        }
    }
}

/// What a finding is about, each with a link to where it stands.
pub(super) fn subjects(at: &At, law: &Law, edition: &str, f: &Finding) -> Markup {
    let view = tarazy_words::View::of_edition(at.words(), law.corpus, edition);
    let known = f.subjects.iter().filter(|s| !matches!(s.kind, Kind::Name | Kind::Edition | Kind::Fact));
    let links: Vec<(String, String)> =
        known.filter_map(|s| Some((place_in(law, edition, &s.name)?, view.cited_by_id(&s.name)))).collect();
    html! {
        @if !links.is_empty() {
            ul class="govuk-list" {
                @for (path, text) in &links { li { a class="govuk-link" href=(at.to(path)) { (text) } } }
            }
        }
    }
}
