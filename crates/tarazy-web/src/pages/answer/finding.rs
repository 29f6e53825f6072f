//! One norm for one person.

use maud::{Markup, html};
use tarazy_law::decide::answer::{FactRef, Finding, Verdict, Ways};
use tarazy_law::syntax::ast::LinkKind;
use tarazy_words::{Detail, source};

use super::Scene;
use crate::pages::question;
use crate::suppose;
use crate::ui;

/// So many ways, and so many facts that would turn a verdict, are shown.
const WAYS: usize = 6;

/// The colour of a verdict's tag.
pub(super) fn colour(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Applies => "green",
        Verdict::Competing => "red",
        Verdict::Unknown => "purple",
        Verdict::DoesNotApply => "grey",
    }
}

/// Where a finding stands among the headings: right under that of the page, or under a chapter's.
#[derive(Clone, Copy)]
pub(super) enum Level {
    Second,
    Third,
}

impl Scene<'_> {
    /// Everything that is said of an offence or a liability.
    pub(super) fn finding(&self, f: &Finding, level: Level) -> Markup {
        html! {
            article class=(format!("finding finding--{}", f.verdict.as_str())) id=(anchor(f)) {
                (self.head(f, level))
                @if let Some(text) = self.view.restated(&f.norm.id) { p class="govuk-body" { (text) } }
                (self.facts(f))
                @if let Some(needs) = &f.needs { (self.needs(f, needs)) }
                (self.turns(f))
                (self.why(f))
            }
        }
    }

    /// One line for each norm, with what comes out for whom, and the way to the reasons.
    pub(super) fn briefly(&self, findings: &[&Finding]) -> Markup {
        let mut norms: Vec<Vec<&Finding>> = Vec::new();
        for f in findings {
            match norms.iter_mut().find(|g| g[0].norm.id == f.norm.id) {
                Some(group) => group.push(f),
                None => norms.push(vec![f]),
            }
        }
        html! {
            ul class="norms" {
                @for group in &norms {
                    @let first = group[0];
                    li {
                        a class="govuk-link" href=(self.with_query(&format!("/answer/{}", first.norm.id))) { (self.heading(first)) }
                        span class="visually-quiet" { " · " (self.view.cited(&first.norm)) }
                        @for verdict in [Verdict::Applies, Verdict::Competing, Verdict::Unknown, Verdict::DoesNotApply] {
                            @let persons: Vec<String> = group
                                .iter()
                                .filter(|f| f.verdict == verdict)
                                .map(|f| f.person.as_ref().map_or_else(|| self.say("answer-nobody-named"), |p| self.view.person(p)))
                                .collect();
                            @if !persons.is_empty() {
                                div {
                                    (ui::tag(&self.say(&format!("verdict-{}", verdict.as_str())), Some(colour(verdict))))
                                    " " (persons.join(", "))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn heading(&self, f: &Finding) -> String {
        self.view.heading(&f.norm.id).unwrap_or(&f.norm.id).to_owned()
    }

    fn head(&self, f: &Finding, level: Level) -> Markup {
        let person = f.person.as_ref().map_or_else(|| self.say("answer-nobody-named"), |p| self.view.person(p));
        let heading = format!("{} – {}", tarazy_words::capital(&person), self.heading(f));
        html! {
            div class="finding__head" {
                @match level {
                    Level::Second => h2 class="govuk-heading-s" { (heading) },
                    Level::Third => h3 class="govuk-heading-s" { (heading) },
                }
                (ui::tag(&self.say(&format!("verdict-{}", f.verdict.as_str())), Some(colour(f.verdict))))
            }
            p class="finding__cite" { (self.place(f)) }
        }
    }

    /// Kind, place, and how far the text was read.
    fn place(&self, f: &Finding) -> Markup {
        html! {
            (tarazy_words::capital(&self.say(&format!("kind-{}", f.kind.as_str())))) " · "
            a class="govuk-link" href=(self.at.to(&format!("/law/{}", f.norm.id))) { (self.view.cited(&f.norm)) }
            " · " (source(self.at.words(), &f.norm))
        }
    }

    /// What follows, by when, who decides, and what the answer rests on.
    fn facts(&self, f: &Finding) -> Markup {
        let mut rows: Vec<(String, String)> = Vec::new();
        let mut add = |key: &str, text: String| {
            if !text.is_empty() {
                rows.push((tarazy_words::capital(&self.say(key)), text));
            }
        };
        let detail = if f.verdict == Verdict::Unknown { Detail::Short } else { Detail::Full };
        let follows = if f.verdict == Verdict::Unknown { "note-would-follow" } else { "note-follows" };
        let competing: Vec<String> = f.competing.iter().map(|c| self.view.cited(c)).collect();
        add("note-competing", competing.join("; "));
        add(follows, self.view.dues(&f.consequences, detail));
        add("note-deadline", f.deadline.as_ref().map(|d| self.view.deadline(d)).unwrap_or_default());
        add("note-body", f.body.as_ref().map(|b| self.at.words().of(&b.title).to_owned()).unwrap_or_default());
        for (link, key) in [
            (LinkKind::Procedure, "note-procedure"),
            (LinkKind::Remedy, "note-remedy"),
            (LinkKind::Sanction, "note-sanction"),
        ] {
            let to: Vec<String> =
                f.links.iter().filter(|l| l.link == link).map(|l| self.view.cited_by_id(&l.to)).collect();
            add(key, to.join("; "));
        }
        for p in &f.presumed {
            let rule = self.view.cited(&p.rule);
            add("note-presumed", self.view.say("presumed", &[("fact", &self.view.fact(&p.fact)), ("rule", &rule)]));
        }
        if let Some(later) = &f.later_law {
            add("note-later", self.view.later(f, later));
        }
        html! {
            @if !rows.is_empty() { dl class="facts" { @for (key, text) in &rows { dt { (key) } dd { (text) } } } }
            @if f.assessment { p class="govuk-body-s" { (tarazy_words::capital(&self.say("note-assessment"))) } }
        }
    }

    /// The ways in which an open verdict can be settled, each answer a link.
    fn needs(&self, f: &Finding, needs: &Ways) -> Markup {
        let sides = [("note-applies-if", &needs.applies), ("note-does-not-apply-if", &needs.does_not_apply)];
        let contested = self.view.contested(f);
        html! {
            @for (key, ways) in sides {
                @if !ways.is_empty() {
                    p class="govuk-body govuk-!-margin-bottom-1" {
                        strong { (tarazy_words::capital(&self.say(&if ways.len() > 1 { format!("{key}-any") } else { key.to_owned() }))) }
                    }
                    ul class="govuk-list govuk-list--bullet" {
                        @for way in ways.iter().take(WAYS) {
                            li {
                                @for (i, fact) in way.iter().enumerate() {
                                    @if i > 0 { " + " }
                                    (self.fact_link(f, fact))
                                }
                            }
                        }
                    }
                    @if ways.len() > WAYS {
                        p class="govuk-body-s" { (self.view.say("more-ways", &[("count", &(ways.len() - WAYS).to_string())])) }
                    }
                }
            }
            @if !contested.is_empty() {
                p class="govuk-body-s" { (tarazy_words::capital(&self.say("note-contested"))) ": " (contested.join("; ")) }
            }
        }
    }

    /// The single facts that would turn the verdict, each with a link that opens the case so changed.
    fn turns(&self, f: &Finding) -> Markup {
        let sides = [(Verdict::Applies, "note-would-apply-with"), (Verdict::DoesNotApply, "note-would-not-apply-with")];
        html! {
            @for (then, key) in sides {
                @let turns: Vec<&FactRef> = f.turns.iter().filter(|t| t.then == then).map(|t| &t.fact).collect();
                @if !turns.is_empty() {
                    p class="govuk-body govuk-!-margin-bottom-1" { strong { (tarazy_words::capital(&self.say(key))) } }
                    ul class="govuk-list govuk-list--bullet" {
                        @for fact in turns.iter().take(WAYS) { li { (self.what_if(f, fact)) } }
                    }
                }
            }
        }
    }

    /// A fact that nobody has answered leads to its question; where the reader cannot answer, to what would follow.
    fn fact_link(&self, f: &Finding, fact: &FactRef) -> Markup {
        let said = self.view.fact_of(fact, f.person.as_deref());
        let asks = question::path(self.subject, fact, self.edition()).filter(|_| self.subject.is_held());
        match asks {
            Some(path) => html! { a class="govuk-link" href=(self.at.to(&path)) { (said) } },
            None => self.what_if(f, fact),
        }
    }

    fn what_if(&self, f: &Finding, fact: &FactRef) -> Markup {
        let said = self.view.fact_of(fact, f.person.as_deref());
        let address = match fact {
            FactRef::Reading { ambiguity, values } => {
                values.first().map(|v| self.here("reading", Some(&format!("{ambiguity}={v}")), true))
            }
            _ => suppose::write(self.site.law.corpus, fact).map(|s| self.here("suppose", Some(&s), true)),
        };
        match address {
            Some(address) => html! { a class="govuk-link" href=(address) rel="nofollow" { (said) } },
            None => html! { (said) },
        }
    }
}

/// A name for the place of a finding, so that other pages can point to it.
fn anchor(f: &Finding) -> String {
    f.person.as_ref().map_or_else(|| f.norm.id.clone(), |p| format!("{}--{p}", f.norm.id))
}
