//! What binds me: a role and a system in, duties, rights and prohibitions out.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use tarazy_law::Text3;
use tarazy_law::case::{Case, Entry, FactKey, Person, State as Known, Value, parse_value};
use tarazy_law::decide::answer::{FactRef, Finding, Verdict};
use tarazy_law::model::{Corpus, Domain, Sort, VocabFact, VocabId};
use tarazy_law::syntax::ast::NormKind;
use tarazy_words::{View, open_facts, source};

use super::{Answer, show};
use crate::at::At;
use crate::law::decide;
use crate::layout::Page;
use crate::site::Site;
use crate::trouble::Trouble;
use crate::ui::{self, Choice, Item};

/// The kinds of norms that bind or entitle, in this order.
const KINDS: [NormKind; 5] =
    [NormKind::Duty, NormKind::Prohibition, NormKind::Right, NormKind::Permission, NormKind::Power];
/// So many further questions are asked at a time.
const QUESTIONS: usize = 6;
/// The one person of this case.
const YOU: &str = "you";

/// The roles that can be chosen.
fn roles(corpus: &Corpus) -> impl Iterator<Item = (VocabId, &VocabFact)> {
    corpus.vocabulary.iter().filter(|(_, f)| f.is_role && f.persons() == 1)
}

/// The case of one person in the chosen roles and no others, with what the address says besides.
fn case(corpus: &Corpus, at: &At) -> Result<Case, Trouble> {
    let you = Person { id: YOU.to_owned(), name: Text3::same(&at.say("binds-you")) };
    let mut case = Case { persons: vec![you], ..Case::default() };
    let chosen: Vec<&str> = at.all("role").collect();
    for (id, fact) in roles(corpus) {
        let value = Value::Named(usize::from(chosen.contains(&fact.name.as_str())));
        case.facts.insert(FactKey::new(id, &[0]), Entry::established(value));
    }
    for text in at.all("fact") {
        let wrong = || Trouble::Parameter { name: "fact", value: text.to_owned() };
        let (name, value) = text.split_once('=').ok_or_else(wrong)?;
        let id = corpus.vocabulary.find(name).ok_or_else(wrong)?;
        let key = match corpus.vocabulary.fact(id).persons() {
            0 => FactKey::new(id, &[]),
            1 => FactKey::new(id, &[0]),
            _ => return Err(wrong()),
        };
        let state = match value {
            "unknown" => Known::Unknown,
            _ => Known::Established(parse_value(corpus, id, value).ok_or_else(wrong)?),
        };
        case.facts.insert(key, Entry { state, ..Entry::default() });
    }
    Ok(case)
}

pub(super) async fn page(State(site): State<Arc<Site>>, at: At) -> Answer {
    let corpus = site.law.corpus;
    let engine = match at.get("edition") {
        Some(name) => site.law.engine(name).ok_or(Trouble::NotFound)?,
        None => site.law.in_force().ok_or(Trouble::NotFound)?,
    };
    let chosen: Vec<&str> = at.all("role").collect();
    let found = if chosen.is_empty() {
        html! {}
    } else {
        let case = case(corpus, &at)?;
        let decision = site.work(|| decide(engine, &case)).await;
        let view = View::new(at.words(), corpus, &decision);
        let findings: Vec<&Finding> = decision
            .findings
            .iter()
            .filter(|f| f.person.is_some() && KINDS.contains(&f.kind) && f.verdict != Verdict::DoesNotApply)
            .collect();
        html! {
            (further(&site, &at, &view, &case, &findings))
            (bound(&site, &at, &view, engine.book.selection.edition.as_str(), &findings))
        }
    };
    let items = roles(corpus).map(|(_, f)| Item {
        hint: Some(at.words().of(&f.question).to_owned()),
        ..Item::new(&f.name, tarazy_words::capital(at.words().of(&f.label)), chosen.contains(&f.name.as_str()))
    });
    let main = html! {
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" {
                h1 class="govuk-heading-xl" { (at.say("binds-title")) }
                p class="govuk-body-l" { (at.say("binds-lead")) }
                @if chosen.is_empty() {
                    form method="get" {
                        (ui::checkboxes(&Choice {
                            name: "role",
                            legend: &at.say("binds-role"),
                            size: Some("m"),
                            hint: Some(&at.say("binds-role-hint")),
                            items: items.collect(),
                            ..Choice::default()
                        }))
                        (ui::button(&at.say("binds-go")))
                    }
                } @else {
                    @let labels: Vec<String> = roles(corpus)
                        .filter(|(_, f)| chosen.contains(&f.name.as_str()))
                        .map(|(_, f)| at.words().of(&f.label).to_owned())
                        .collect();
                    p class="govuk-body" {
                        (at.say_with("binds-as", &[("roles", &labels.join(", "))])) " "
                        a class="govuk-link" href=(at.to("/binds")) { (at.say("binds-other")) }
                    }
                    p class="govuk-body" { (at.say_with("binds-law", &[("law", at.words().of(&law_title(corpus, engine.book.selection.edition.as_str())))])) }
                }
                (found)
            }
        }
    };
    show(&site, &at, Page::new(at.say("binds-title"), main).back(&at, &at.to("")))
}

fn law_title(corpus: &Corpus, edition: &str) -> Text3 {
    corpus.edition(edition).map(|e| e.title.clone()).unwrap_or_default()
}

/// The questions on which most of what is open hangs, asked all at once: what is known already stays.
fn further(site: &Site, at: &At, view: &View<'_>, case: &Case, findings: &[&Finding]) -> Markup {
    let vocabulary = &site.law.corpus.vocabulary;
    let askable = |info: &VocabFact| {
        let of_person = info.about() == Sort::Person && info.params == [Sort::Person];
        (info.about() == Sort::System || of_person) && matches!(info.domain, Domain::YesNo | Domain::OneOf(_))
    };
    let mut waiting: BTreeMap<&str, usize> = BTreeMap::new();
    for f in findings.iter().filter(|f| f.verdict == Verdict::Unknown) {
        for fact in open_facts(f) {
            if let FactRef::Fact { fact, .. } = fact {
                *waiting.entry(fact.as_str()).or_default() += 1;
            }
        }
    }
    let mut open: Vec<(usize, &VocabFact)> = waiting
        .iter()
        .filter_map(|(name, count)| Some((*count, vocabulary.fact(vocabulary.find(name)?))))
        .filter(|(_, info)| askable(info))
        .collect();
    open.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    if open.is_empty() {
        return html! {};
    }
    let known = case.facts.iter().filter(|(key, _)| !vocabulary.fact(key.fact).is_role);
    let kept: Vec<String> = known
        .filter_map(|(key, entry)| {
            let value = match &entry.state {
                Known::Established(v) => tarazy_law::case::value_name(vocabulary, key.fact, *v),
                Known::Unknown => "unknown".to_owned(),
                _ => return None,
            };
            Some(format!("{}={value}", vocabulary.fact(key.fact).name))
        })
        .collect();
    html! {
        form method="get" class="no-print" {
            h2 class="govuk-heading-m" { (at.say("binds-further")) }
            @for role in at.all("role") { input type="hidden" name="role" value=(role); }
            @for edition in at.all("edition") { input type="hidden" name="edition" value=(edition); }
            @for text in &kept { input type="hidden" name="fact" value=(text); }
            @for (i, (count, info)) in open.iter().take(QUESTIONS).enumerate() { (question(at, view, info, *count, i)) }
            (ui::button(&at.say("binds-narrow")))
        }
    }
}

/// One of the questions. All send the same name, so their ids come from their place.
fn question(at: &At, view: &View<'_>, info: &VocabFact, count: usize, place: usize) -> Markup {
    let values: Vec<String> = match &info.domain {
        Domain::OneOf(values) => values.iter().map(|(name, _)| name.clone()).collect(),
        _ => vec!["yes".to_owned(), "no".to_owned()],
    };
    let id = format!("fact-{place}");
    html! {
        div class="govuk-form-group" {
            label class="govuk-label" for=(id) { (at.words().of(&info.question)) }
            div class="govuk-hint" id=(format!("{id}-hint")) { (at.say_with("binds-waiting", &[("count", &count.to_string())])) }
            select class="govuk-select" id=(id) name="fact" aria-describedby=(format!("{id}-hint")) {
                option value="" selected { (at.say("binds-leave-open")) }
                @for v in &values {
                    option value=(format!("{}={v}", info.name)) { (tarazy_words::capital(&view.value(&info.name, v))) }
                }
            }
        }
    }
}

/// What binds and entitles, by kind: first what does, then what may.
fn bound(site: &Site, at: &At, view: &View<'_>, edition: &str, findings: &[&Finding]) -> Markup {
    html! {
        @if findings.is_empty() { p class="govuk-body" { (at.say("binds-nothing")) } }
        @for kind in KINDS {
            @let of_kind: Vec<&&Finding> = findings.iter().filter(|f| f.kind == kind).collect();
            @if !of_kind.is_empty() {
                h2 class="govuk-heading-m" { (tarazy_words::capital(&at.say(&format!("kinds-{}", kind.as_str())))) }
                @for f in of_kind.iter().filter(|f| f.verdict != Verdict::Unknown) { (norm(site, at, view, edition, f)) }
                @for f in of_kind.iter().filter(|f| f.verdict == Verdict::Unknown) { (norm(site, at, view, edition, f)) }
            }
        }
    }
}

fn norm(site: &Site, at: &At, view: &View<'_>, edition: &str, f: &Finding) -> Markup {
    let open = f.verdict == Verdict::Unknown;
    let missing = if open { view.missing(f) } else { Vec::new() };
    html! {
        article class=(format!("finding finding--{}", f.verdict.as_str())) {
            div class="finding__head" {
                h3 class="govuk-heading-s" { (view.heading(&f.norm.id).unwrap_or(&f.norm.id)) }
                (ui::tag(&at.say(if open { "binds-may" } else { "binds-does" }), Some(if open { "purple" } else { "green" })))
            }
            p class="finding__cite" {
                a class="govuk-link" href=(at.to(&super::law::norm_path(site.law, edition, &f.norm.id))) { (view.cited(&f.norm)) }
                " · " (source(at.words(), &f.norm))
            }
            @if let Some(text) = view.restated(&f.norm.id) { p class="govuk-body" { (text) } }
            @if let Some(d) = &f.deadline { p class="govuk-body" { (tarazy_words::capital(&at.say("note-deadline"))) ": " (view.deadline(d)) } }
            @if !missing.is_empty() { p class="govuk-body" { (at.say("binds-depends")) " " (view.some_of(&missing, 5)) } }
        }
    }
}
