//! The whole answer: what was asked, one sentence, then norm by norm with its reasons.

use tarazy_law::decide::answer::{Decision, Finding, Verdict, Ways};
use tarazy_law::model::Corpus;
use tarazy_law::syntax::ast::LinkKind;

use crate::amount::{capital, date};
use crate::because::steps_away;
use crate::due::Detail;
use crate::question::question_about;
use crate::sentence::{answers, sentence};
use crate::style::{Page, Role, Style, Text};
use crate::tree::Shown;
use crate::view::View;
use crate::words::Words;
use crate::{cite, waiting};

/// A list names so many ways or turns; the others are counted.
const WAYS: usize = 4;
/// A reason or a way names so many facts.
const FACTS: usize = 6;
/// An open norm that is at most so many answers away from applying is shown with its tree; of one that is further, the answers say enough.
const NEAR: usize = 6;
/// So much of a digest tells two corpora apart.
const DIGEST: usize = 12;

/// The whole answer with its reasons, for a terminal.
pub fn full(words: &Words, corpus: &Corpus, decision: &Decision, style: &Style) -> String {
    let view = View::new(words, corpus, decision);
    let mut page = Page::new(style);
    view.header(decision, &mut page);
    page.gap();
    page.line(0, Text::new(Role::Strong, sentence(words, corpus, decision)));
    let mut shown = Shown::default();
    for verdict in [Verdict::Competing, Verdict::Applies, Verdict::Unknown, Verdict::DoesNotApply] {
        let findings: Vec<&Finding> = decision.findings.iter().filter(|f| f.verdict == verdict).collect();
        view.chapter(verdict, &findings, &mut shown, &mut page);
    }
    view.not_yet(decision, &mut page);
    if let Some(q) = &decision.ask {
        page.gap();
        page.line(0, Text::new(Role::Strong, words.say("ask-next")));
        for line in question_about(words, corpus, &decision.case.persons, q).lines() {
            // What is to be typed is not to be broken.
            if line.starts_with(' ') { page.line(0, line.replace(' ', "\u{a0}").as_str()) } else { page.line(2, line) }
        }
    }
    page.gap();
    page.line(0, Text::new(Role::Faint, words.say("not-a-decision")));
    page.finish().replace('\u{a0}', " ")
}

impl View<'_> {
    fn header(&self, decision: &Decision, page: &mut Page) {
        let title = self.words.of(&decision.case.title);
        page.line(0, Text::new(Role::Strong, if title.is_empty() { &decision.case.id } else { title }));
        let law = &decision.law;
        let edition = self.say("head-edition", &[("edition", &self.edition(&law.edition)), ("name", &law.edition)]);
        let as_of = law.as_of.as_ref().map(|d| date(self.words, d));
        let readings: Vec<String> =
            law.readings.iter().map(|r| format!("{} – {}", self.quoted(&r.ambiguity), self.words.of(&r.label))).collect();
        let supposed: Vec<String> = decision.case.supposed.iter().map(|f| self.fact(f)).collect();
        let digest: String = law.corpus.chars().take(DIGEST).collect();
        self.head_line("head-source", decision.case.source.as_deref(), Role::Plain, page);
        self.head_line("head-law", Some(&edition), Role::Plain, page);
        if law.hypothetical {
            page.line(2, Text::new(Role::Warning, self.words.say("head-hypothetical")));
        }
        self.head_line("head-as-of", as_of.as_deref(), Role::Plain, page);
        self.head_line("head-readings", Some(&readings.join("; ")), Role::Plain, page);
        self.head_line("head-supposed", Some(&supposed.join("; ")), Role::Open, page);
        self.head_line("head-not-seen", Some(&law.not_seen.iter().map(|t| self.words.of(t)).collect::<Vec<_>>().join("; ")), Role::Warning, page);
        self.head_line("head-corpus", Some(&digest), Role::Faint, page);
    }

    fn head_line(&self, key: &str, value: Option<&str>, role: Role, page: &mut Page) {
        let Some(value) = value.filter(|v| !v.is_empty()) else { return };
        page.hang("  ", "    ", Text::new(Role::Faint, format!("{}: ", self.words.say(key))).and(role, value));
    }

    /// Every finding with one verdict: offences and liabilities in full by person, then the other norms.
    fn chapter(&self, verdict: Verdict, findings: &[&Finding], shown: &mut Shown, page: &mut Page) {
        if findings.is_empty() {
            return;
        }
        page.gap();
        let heading = self.words.say(&format!("chapter-{}", verdict.as_str()));
        page.line(0, Text::new(role_of(verdict), format!("{} ({})", capital(&heading), findings.len())));
        let (mut first, other): (Vec<&Finding>, Vec<&Finding>) = findings.iter().partition(|f| answers(f.kind));
        first.sort_by_key(|f| steps_away(f));
        for (person, findings) in by_person(&first) {
            self.person_heading(person, page);
            findings.iter().for_each(|f| self.in_full(f, shown, page));
        }
        match verdict {
            Verdict::Unknown => waiting::list(self, &other, page),
            Verdict::DoesNotApply => waiting::plain_list(self, &other, page),
            Verdict::Applies | Verdict::Competing => self.by_reason(&other, page),
        }
    }

    fn person_heading(&self, person: Option<&str>, page: &mut Page) {
        page.gap();
        let name = person.map_or_else(|| self.words.say("names-no-person"), |p| self.person(p));
        page.line(2, Text::new(Role::Strong, name));
    }

    /// Duties, rights and the rest: under the name of each person, those that apply for the same reason together.
    fn by_reason(&self, findings: &[&Finding], page: &mut Page) {
        for (person, findings) in by_person(findings) {
            self.person_heading(person, page);
            let mut groups: Vec<(String, Vec<&Finding>)> = Vec::new();
            for f in findings {
                let why = self.some_of(&self.because(f), FACTS);
                match groups.iter_mut().find(|(known, _)| *known == why) {
                    Some((_, group)) => group.push(f),
                    None => groups.push((why, vec![f])),
                }
            }
            for (why, group) in groups {
                if !why.is_empty() {
                    page.hang("    ", "      ", Text::new(Role::Faint, format!("{}: ", self.words.say("note-why"))).and(Role::Plain, why));
                }
                group.iter().for_each(|f| self.in_short(f, page));
            }
        }
    }

    fn in_full(&self, f: &Finding, shown: &mut Shown, page: &mut Page) {
        page.gap();
        self.title(f, page);
        if let Some(text) = self.restated(&f.norm.id) {
            page.line(6, text);
        }
        let competing: Vec<String> = f.competing.iter().map(|c| self.cited(c)).collect();
        self.note("note-competing", &competing.join("; "), Role::Warning, page);
        match f.verdict {
            Verdict::DoesNotApply => {}
            Verdict::Unknown => self.details(f, Detail::Short, page),
            Verdict::Applies | Verdict::Competing => self.details(f, Detail::Full, page),
        }
        if let Some(needs) = &f.needs {
            self.needs(needs, f, page);
            self.note("note-contested", &self.contested(f).join("; "), Role::Open, page);
        }
        let turns: Vec<String> = f
            .turns
            .iter()
            .map(|t| {
                let then = self.words.say(&format!("verdict-{}", t.then.as_str()));
                self.say("turn", &[("fact", &self.fact_of(&t.fact, f.person.as_deref())), ("then", &then)])
            })
            .collect();
        self.note("note-turns", &self.some_of(&turns, WAYS), Role::Plain, page);
        if f.verdict != Verdict::Unknown || steps_away(f) <= NEAR {
            let tree = self.tree(&f.reason, Some(shown));
            if !tree.children.is_empty() {
                page.line(6, Text::new(Role::Faint, format!("{}:", self.words.say("note-why"))));
                tree.draw(page, "      ");
            }
        }
    }

    fn in_short(&self, f: &Finding, page: &mut Page) {
        self.title(f, page);
        if let Some(text) = self.restated(&f.norm.id) {
            page.line(6, text);
        }
        self.details(f, Detail::Short, page);
    }

    /// The kind, the place and how far the text was read.
    fn title(&self, f: &Finding, page: &mut Page) {
        let kind = self.words.say(&format!("kind-{}", f.kind.as_str()));
        let text = Text::new(Role::Plain, format!("{kind} · "))
            .and(Role::Strong, self.cited(&f.norm))
            .and(Role::Plain, format!(" · {}", self.heading(&f.norm.id).unwrap_or(&f.norm.id)))
            .and(Role::Faint, format!(" · {}", cite::source(self.words, &f.norm)));
        page.hang("    ", "      ", text);
    }

    fn details(&self, f: &Finding, detail: Detail, page: &mut Page) {
        let key = if f.verdict == Verdict::Unknown { "note-would-follow" } else { "note-follows" };
        self.note(key, &self.dues(&f.consequences, detail), Role::Plain, page);
        self.note("note-deadline", &f.deadline.as_ref().map(|d| self.deadline(d)).unwrap_or_default(), Role::Plain, page);
        self.note("note-body", f.body.as_ref().map_or("", |b| self.words.of(&b.title)), Role::Plain, page);
        for (link, key) in [(LinkKind::Procedure, "note-procedure"), (LinkKind::Remedy, "note-remedy"), (LinkKind::Sanction, "note-sanction")] {
            let to: Vec<String> = f.links.iter().filter(|l| l.link == link).map(|l| self.cited_by_id(&l.to)).collect();
            self.note(key, &to.join("; "), Role::Plain, page);
        }
        if f.assessment {
            page.line(6, Text::new(Role::Open, self.words.say("note-assessment")));
        }
        for p in &f.presumed {
            let rule = self.cited(&p.rule);
            self.note("note-presumed", &self.say("presumed", &[("fact", &self.fact(&p.fact)), ("rule", &rule)]), Role::Plain, page);
        }
        if let Some(later) = &f.later_law {
            self.note("note-later", &self.later(f, later), Role::Warning, page);
        }
    }

    fn needs(&self, needs: &Ways, f: &Finding, page: &mut Page) {
        let own = f.person.as_deref();
        for (key, ways) in [("note-applies-if", &needs.applies), ("note-does-not-apply-if", &needs.does_not_apply)] {
            let ways: Vec<Vec<String>> = ways.iter().map(|w| w.iter().map(|a| self.fact_of(a, own)).collect()).collect();
            if ways.len() > 1 && ways.iter().all(|w| w.len() == 1) {
                self.note(&format!("{key}-any"), &self.some_of(&ways.concat(), WAYS), Role::Plain, page);
                continue;
            }
            for (i, way) in ways.iter().take(WAYS).enumerate() {
                self.note(if i == 0 { key } else { "note-or-if" }, &self.some_of(way, FACTS), Role::Plain, page);
            }
            let more = ways.len().saturating_sub(WAYS);
            if more > 0 {
                page.line(6, Text::new(Role::Faint, self.say("more-ways", &[("count", &more.to_string())])));
            }
        }
    }

    fn note(&self, key: &str, text: &str, role: Role, page: &mut Page) {
        if !text.is_empty() {
            page.hang("      ", "        ", Text::new(Role::Faint, format!("{}: ", self.words.say(key))).and(role, text));
        }
    }

    fn not_yet(&self, decision: &Decision, page: &mut Page) {
        if decision.not_yet_in_force.is_empty() {
            return;
        }
        page.gap();
        page.line(0, Text::new(Role::Faint, self.words.say("chapter-not-yet")));
        for n in &decision.not_yet_in_force {
            let since = n.since.as_ref().map(|d| self.say("since", &[("day", &date(self.words, d))])).unwrap_or_default();
            page.hang("    ", "      ", format!("{} – {}{since}", self.cited(&n.norm), self.quoted(&n.norm.id)));
        }
    }
}

/// The findings of each person; what names nobody comes last.
fn by_person<'f>(findings: &[&'f Finding]) -> Vec<(Option<&'f str>, Vec<&'f Finding>)> {
    let mut out: Vec<(Option<&str>, Vec<&Finding>)> = Vec::new();
    for f in findings {
        match out.iter_mut().find(|(p, _)| *p == f.person.as_deref()) {
            Some((_, list)) => list.push(f),
            None => out.push((f.person.as_deref(), vec![f])),
        }
    }
    out.sort_by_key(|(p, _)| p.is_none());
    out
}

pub(crate) fn role_of(verdict: Verdict) -> Role {
    match verdict {
        Verdict::Competing => Role::Warning,
        Verdict::Applies => Role::Strong,
        Verdict::Unknown => Role::Open,
        Verdict::DoesNotApply => Role::Faint,
    }
}
