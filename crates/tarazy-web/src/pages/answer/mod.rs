//! The answer: who answers, why, what would change it, and what other laws would say.

mod finding;
mod laws;
mod readings;
mod reasons;

use std::sync::Arc;

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};
use tarazy_law::case::Case;
use tarazy_law::decide::answer::{Decision, FactRef, Finding, Verdict};
use tarazy_law::decide::{Engine, day_of_act, decide_in_time};
use tarazy_words::{View, answers, distance, picture, sentence};

use self::finding::Level;
use super::{Answer, question, show};
use crate::at::At;
use crate::law::{FULL, Law, decide, shortened};
use crate::layout::Page;
use crate::site::Site;
use crate::subject::{Origin, Subject};
use crate::suppose;
use crate::trouble::Trouble;
use crate::ui::{self, Field};

/// So many open norms are shown in full.
const NEAR: usize = 2;

/// What an address asks of a case: the law, suppositions, readings.
pub(super) struct Asked<'s> {
    engine: &'s Engine<'static>,
    /// The law of this day rather than a whole edition.
    as_of: Option<Date>,
    case: Case,
    /// The suppositions as they stand in the address, with what they say.
    supposed: Vec<String>,
}

impl<'s> Asked<'s> {
    pub(super) fn of(law: &'s Law, at: &At, case: &Case) -> Result<Asked<'s>, Trouble> {
        let engine = match at.get("edition") {
            Some(name) => law.engine(name).ok_or(Trouble::NotFound)?,
            None => law.in_force().ok_or(Trouble::NotFound)?,
        };
        let as_of = match at.get("as_of") {
            Some(text) => {
                Some(suppose::day(text).ok_or_else(|| Trouble::Parameter { name: "as_of", value: text.to_owned() })?)
            }
            None => None,
        };
        let mut case = case.clone();
        let mut supposed = Vec::new();
        for text in at.all("suppose") {
            suppose::apply(law.corpus, &mut case, text)
                .ok_or_else(|| Trouble::Parameter { name: "suppose", value: text.to_owned() })?;
            supposed.push(text.to_owned());
        }
        for text in at.all("reading") {
            let known = text.split_once('=').filter(|(ambiguity, reading)| {
                law.corpus.readings_of(ambiguity).is_some_and(|known| known.iter().any(|r| r == reading))
            });
            let (ambiguity, reading) =
                known.ok_or_else(|| Trouble::Parameter { name: "reading", value: text.to_owned() })?;
            case.readings.insert(ambiguity.to_owned(), reading.to_owned());
        }
        Ok(Asked { engine, as_of, case, supposed })
    }

    /// The decision, if anything is law on the day that was asked for.
    pub(super) fn decide(&self, law: &Law) -> Result<Decision, Trouble> {
        let Some(day) = self.as_of else { return Ok(decide(self.engine, &self.case)) };
        let acted = day_of_act(law.corpus, &self.case).filter(|d| *d <= day).unwrap_or(day);
        decide_in_time(law.corpus, &self.case, acted, day, FULL).ok_or_else(|| Trouble::NoLaw(day.to_string()))
    }

    /// The decision about one norm, with whatever else came out on the way.
    fn decide_norm(&self, law: &Law, norm: &str) -> Result<Decision, Trouble> {
        if self.as_of.is_some() {
            return self.decide(law);
        }
        self.engine.decide_norm(&self.case, norm, FULL).ok_or(Trouble::NotFound)
    }

    pub(super) fn case(&self) -> &Case {
        &self.case
    }
}

/// What every part of the page needs.
struct Scene<'a> {
    site: &'a Site,
    at: &'a At,
    subject: &'a Subject,
    asked: &'a Asked<'a>,
    decision: &'a Decision,
    view: View<'a>,
}

impl Scene<'_> {
    fn say(&self, key: &str) -> String {
        self.at.say(key)
    }

    /// The name of the edition, where the address chose one.
    fn edition(&self) -> Option<&str> {
        self.at.get("edition")
    }

    /// Another page of this case, asked in the same way.
    fn with_query(&self, page: &str) -> String {
        format!("{}{}", self.at.to(&self.subject.path(page)), self.at.query_with("", None, false))
    }

    /// The answer with another parameter; `add`: beside those of the same name that are about something else.
    fn here(&self, name: &str, value: Option<&str>, add: bool) -> String {
        format!("{}{}", self.at.to(&self.subject.path("/answer")), self.at.query_with(name, value, add))
    }
}

pub(super) async fn page(State(site): State<Arc<Site>>, at: At, subject: Subject) -> Answer {
    let asked = Asked::of(site.law, &at, &subject.case)?;
    let main = site.work(|| {
        let decision = asked.decide(site.law)?;
        let view = View::new(at.words(), site.law.corpus, &decision);
        Ok::<_, Trouble>(
            Scene { site: &site, at: &at, subject: &subject, asked: &asked, decision: &decision, view }.main(),
        )
    });
    let main = main.await?;
    let back = if subject.is_held() { subject.path("") } else { "/samples".to_owned() };
    show(&site, &at, Page::new(subject.case.title.get(at.lang), main).back(&at, &at.to(&back)))
}

/// One norm of the answer, for everybody.
pub(super) async fn norm(
    State(site): State<Arc<Site>>,
    at: At,
    Path((_, _, norm)): Path<(String, String, String)>,
    subject: Subject,
) -> Answer {
    let asked = Asked::of(site.law, &at, &subject.case)?;
    let decision = site.work(|| asked.decide_norm(site.law, &norm)).await?;
    let findings: Vec<&Finding> = decision.findings.iter().filter(|f| f.norm.id == norm).collect();
    if findings.is_empty() {
        return Err(Trouble::NotFound);
    }
    let view = View::new(at.words(), site.law.corpus, &decision);
    let title = view.heading(&norm).unwrap_or(&norm).to_owned();
    let place = view.cited_by_id(&norm);
    let scene = Scene { site: &site, at: &at, subject: &subject, asked: &asked, decision: &decision, view };
    let back = scene.with_query("/answer");
    let main = html! {
        span class="govuk-caption-l" { (subject.case.title.get(at.lang)) }
        h1 class="govuk-heading-l" { (title) }
        @for f in findings { (scene.finding(f, Level::Second)) }
    };
    show(
        &site,
        &at,
        Page::new(format!("{title}, {place} – {}", subject.case.title.get(at.lang)), main).back(&at, &back),
    )
}

impl Scene<'_> {
    fn main(&self) -> Markup {
        let case = &self.asked.case;
        let corpus = self.site.law.corpus;
        html! {
            h1 class="govuk-heading-l" { (case.title.get(self.at.lang)) }
            (self.editions())
            (self.suppositions())
            div class="answer" {
                p { strong { (sentence(self.at.words(), corpus, self.decision)) } }
                (self.next())
            }
            @if !case.summary.get(self.at.lang).is_empty() {
                p class="govuk-body summary" { (case.summary.get(self.at.lang)) }
            }
            (self.contents())
            (self.picture())
            (self.who_answers())
            (self.rest())
            (self.readings())
            (self.three_laws())
            (self.law())
            (self.keep())
        }
    }

    /// The editions of the law to choose from.
    fn editions(&self) -> Markup {
        let own = &self.asked.engine.book.selection.edition;
        html! {
            nav aria-label=(self.say("answer-editions")) {
                ul class="editions" {
                    @for engine in self.site.law.compared() {
                        @let name = &engine.book.selection.edition;
                        @let here = name == own && self.asked.as_of.is_none();
                        li {
                            @if here {
                                strong aria-current="page" { (self.view.edition(name)) }
                            } @else {
                                a class="govuk-link" href=(self.here("edition", Some(name), false)) { (self.view.edition(name)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What is supposed here, and back to what is so.
    fn suppositions(&self) -> Markup {
        let readings: Vec<&str> = self.at.all("reading").collect();
        if self.asked.supposed.is_empty() && readings.is_empty() {
            return html! {};
        }
        let facts = self.asked.supposed.iter().filter_map(|s| Some(self.view.fact(&suppose::fact(s)?)));
        let chosen = readings.iter().filter_map(|r| {
            let (ambiguity, value) = r.split_once('=')?;
            let fact = FactRef::Reading { ambiguity: ambiguity.to_owned(), values: vec![value.to_owned()] };
            Some(self.view.fact(&fact))
        });
        let said: Vec<String> = facts.chain(chosen).collect();
        let back = self.at.to(&self.subject.path("/answer"));
        html! {
            (ui::inset(&html! {
                p class="govuk-body" { strong { (self.say("answer-supposed")) } }
                ul class="govuk-list govuk-list--bullet" { @for s in &said { li { (s) } } }
                p class="govuk-body" { a class="govuk-link" href=(back) { (self.say("answer-as-it-is")) } }
            }))
        }
    }

    /// The question to go on with.
    fn next(&self) -> Markup {
        let Some(ask) = &self.decision.ask else {
            return html! { @if shortened(self.decision) { p { (self.say("answer-shortened")) } } };
        };
        let path = question::path(self.subject, &ask.fact, self.edition()).filter(|_| self.subject.is_held());
        html! {
            p {
                (self.say("answer-asks")) " "
                @match path {
                    Some(path) => a class="govuk-link" href=(self.at.to(&path)) { (self.view.label(&ask.fact)) },
                    None => (self.view.label(&ask.fact)),
                }
            }
        }
    }

    fn contents(&self) -> Markup {
        let parts = [
            ("who", "answer-who"),
            ("rest", "answer-rest"),
            ("readings", "answer-readings"),
            ("laws", "answer-laws"),
            ("law", "answer-law"),
            ("keep", "answer-keep"),
        ];
        html! {
            nav class="no-print" aria-label=(self.say("answer-contents")) {
                ul class="contents" {
                    @for (id, key) in parts { li { a class="govuk-link" href=(format!("#{id}")) { (self.say(key)) } } }
                }
            }
        }
    }

    fn picture(&self) -> Markup {
        if self.asked.case.persons.is_empty() {
            return html! {};
        }
        let picture = picture(self.at.words(), self.site.law.corpus, &self.asked.case, self.decision);
        html! {
            figure class="picture" {
                (PreEscaped(&picture.narrow))
                (PreEscaped(&picture.wide))
                figcaption {
                    (ui::details(&self.say("answer-picture-words"), &html! {
                        @for part in &picture.words {
                            h2 class="govuk-heading-s" { (part.heading) }
                            ul class="govuk-list govuk-list--bullet" { @for line in &part.lines { li { (line) } } }
                        }
                    }))
                }
            }
        }
    }

    /// Offences and liabilities: those that compete, that apply, that are open, that do not apply.
    fn who_answers(&self) -> Markup {
        let answering: Vec<&Finding> = self.decision.findings.iter().filter(|f| answers(f.kind)).collect();
        let with = |v: Verdict| {
            let mut found: Vec<&Finding> = answering.iter().copied().filter(|f| f.verdict == v).collect();
            found.sort_by_key(|f| distance(f));
            found
        };
        let (competing, applies) = (with(Verdict::Competing), with(Verdict::Applies));
        let (open, not) = (with(Verdict::Unknown), with(Verdict::DoesNotApply));
        // Of what is open, the nearest says what is missing; the others are one click away.
        let (near, far) = open.split_at(open.len().min(NEAR));
        html! {
            h2 class="govuk-heading-l" id="who" { (self.say("answer-who")) }
            @if answering.is_empty() { p class="govuk-body" { (self.say("nobody-answers")) } }
            @if !competing.is_empty() {
                h3 class="govuk-heading-m" { (self.chapter("chapter-competing")) }
                p class="govuk-body" { (self.say("answer-competing")) }
                div class="side-by-side" { @for f in &competing { (self.finding(f, Level::Third)) } }
            }
            @if !applies.is_empty() {
                h3 class="govuk-heading-m" { (self.chapter("chapter-applies")) }
                @for f in &applies { (self.finding(f, Level::Third)) }
            }
            @if !near.is_empty() {
                h3 class="govuk-heading-m" { (self.chapter("chapter-unknown")) }
                @for f in near { (self.finding(f, Level::Third)) }
                (self.briefly(far))
            }
            @if !not.is_empty() {
                (ui::details(&self.chapter("chapter-does-not-apply"), &self.briefly(&not)))
            }
        }
    }

    /// Duties, rights and everything else that is not about who answers, by kind.
    fn rest(&self) -> Markup {
        let rest: Vec<&Finding> =
            self.decision.findings.iter().filter(|f| !answers(f.kind) && f.verdict != Verdict::DoesNotApply).collect();
        let mut kinds: Vec<_> = rest.iter().map(|f| f.kind).collect();
        kinds.sort_by_key(|k| k.as_str());
        kinds.dedup();
        html! {
            h2 class="govuk-heading-l" id="rest" { (self.say("answer-rest")) }
            @if rest.is_empty() { p class="govuk-body" { (self.say("answer-rest-none")) } }
            @for kind in kinds {
                @let of_kind: Vec<&Finding> = rest.iter().copied().filter(|f| f.kind == kind).collect();
                h3 class="govuk-heading-m" { (tarazy_words::capital(&self.say(&format!("kinds-{}", kind.as_str())))) }
                (self.briefly(&of_kind))
            }
        }
    }

    /// The law that was asked, and what of it nobody has read.
    fn law(&self) -> Markup {
        let law = &self.decision.law;
        let day = law.as_of.clone().unwrap_or_default();
        html! {
            h2 class="govuk-heading-l" id="law" { (self.say("answer-law")) }
            dl class="facts" {
                dt { (self.say("law-edition")) }
                dd { (self.at.words().of(&law.title)) @if law.hypothetical { " – " (self.say("law-hypothetical")) } }
                @if !day.is_empty() {
                    dt { (self.say("law-as-of")) }
                    dd { (tarazy_words::date(self.at.words(), &day)) }
                }
                dt { (self.say("law-digest")) }
                dd { code { (law.corpus) } }
            }
            @if !law.not_seen.is_empty() {
                h3 class="govuk-heading-s" { (self.say("law-not-seen")) }
                ul class="govuk-list govuk-list--bullet" { @for t in &law.not_seen { li { (self.at.words().of(t)) } } }
            }
            @if !self.decision.not_yet_in_force.is_empty() {
                h3 class="govuk-heading-s" { (self.say("chapter-not-yet")) }
                ul class="govuk-list govuk-list--bullet" {
                    @for n in &self.decision.not_yet_in_force { li { (self.view.cited(&n.norm)) " · " (self.view.quoted(&n.norm.id)) } }
                }
            }
            form method="get" action=(self.at.to(&self.subject.path("/answer"))) class="no-print" {
                (ui::input(&Field {
                    name: "as_of",
                    label: &self.say("law-on-day"),
                    hint: Some(&self.say("law-on-day-hint")),
                    value: self.at.get("as_of").unwrap_or_default(),
                    width: Some("govuk-input--width-10"),
                    ..Field::default()
                }))
                (ui::secondary_button(&html! { (self.say("law-on-day-go")) }))
            }
        }
    }

    /// What can be done with the answer.
    fn keep(&self) -> Markup {
        let with_query =
            |page: &str| format!("{}{}", self.at.to(&self.subject.path(page)), self.at.query_with("", None, false));
        html! {
            section class="no-print" aria-labelledby="keep" {
                h2 class="govuk-heading-l" id="keep" { (self.say("answer-keep")) }
                ul class="govuk-list" {
                    li { a class="govuk-link" href=(with_query("/finding.pdf")) { (self.say("keep-pdf")) } }
                    li { a class="govuk-link" href=(with_query("/decision.json")) { (self.say("keep-decision")) } }
                    li { a class="govuk-link" href=(with_query("/case.json")) { (self.say("keep-case")) } }
                    li { a class="govuk-link" href=(self.at.to(&self.subject.path("/facts"))) { (self.say("keep-facts")) } }
                    @if self.subject.is_held() {
                        li { a class="govuk-link" href=(self.at.to(&self.subject.path("/keep"))) { (self.say("keep-title")) } }
                    }
                }
                @if !self.subject.is_held() {
                    p class="govuk-body" {
                        (self.say(if matches!(self.subject.origin, Origin::Sample) { "keep-copy-sample" } else { "keep-copy-shared" }))
                    }
                    form method="post" action=(self.at.to(&self.subject.path("/copy"))) { (ui::button(&self.say("keep-copy"))) }
                }
            }
        }
    }

    fn chapter(&self, key: &str) -> String {
        tarazy_words::capital(&self.say(key))
    }
}
