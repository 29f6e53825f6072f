//! The whole answer: what was asked, one sentence, then norm by norm with its reasons.

use tarazy_law::decide::answer::{Decision, Finding, Step, Verdict};
use tarazy_law::model::Corpus;

use crate::amount::{capital, date};
use crate::because::{exception, steps_away};
use crate::question::question_about;
use crate::sentence::{answers, sentence};
use crate::style::{Page, Role, Style, Text};
use crate::tree::Shown;
use crate::view::View;
use crate::waiting;
use crate::words::Words;

/// A reason names so many facts.
const FACTS: usize = 6;
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
        let readings: Vec<String> = law
            .readings
            .iter()
            .map(|r| format!("{} – {}", self.quoted(&r.ambiguity), self.words.of(&r.label)))
            .collect();
        let supposed: Vec<String> = decision.case.supposed.iter().map(|f| self.fact(f)).collect();
        let digest: String = law.corpus.chars().take(DIGEST).collect();
        self.head_line("head-source", decision.case.source.as_ref().map(|s| self.words.of(s)), Role::Plain, page);
        self.head_line("head-law", Some(&edition), Role::Plain, page);
        if law.hypothetical {
            page.line(2, Text::new(Role::Warning, self.words.say("head-hypothetical")));
        }
        self.head_line("head-as-of", as_of.as_deref(), Role::Plain, page);
        self.head_line("head-readings", Some(&readings.join("; ")), Role::Plain, page);
        self.head_line("head-supposed", Some(&supposed.join("; ")), Role::Open, page);
        self.head_line(
            "head-not-seen",
            Some(&law.not_seen.iter().map(|t| self.words.of(t)).collect::<Vec<_>>().join("; ")),
            Role::Warning,
            page,
        );
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
            // That a norm plainly does not apply is said in a line; where it is a matter of one fact, or of an exception, in full.
            let in_full = |f: &&&Finding| verdict != Verdict::DoesNotApply || near_miss(f);
            findings.iter().filter(in_full).for_each(|f| self.in_full(f, shown, page));
            page.gap();
            findings.iter().filter(|f| !in_full(f)).for_each(|f| self.in_a_line(f, page));
        }
        match verdict {
            Verdict::Unknown => waiting::list(self, &other, page),
            Verdict::DoesNotApply => waiting::plain_list(self, &other, page),
            Verdict::Applies | Verdict::Competing => self.draw_by_reason(&other, page),
        }
    }

    fn person_heading(&self, person: Option<&str>, page: &mut Page) {
        page.gap();
        let name = person.map_or_else(|| self.words.say("names-no-person"), |p| self.person(p));
        page.line(2, Text::new(Role::Strong, capital(&name)));
    }

    /// Duties, rights and the rest, under the persons and reasons that they share.
    fn draw_by_reason(&self, findings: &[&Finding], page: &mut Page) {
        for (reasons, group) in self.by_reason(findings) {
            page.gap();
            page.hang("  ", "    ", Text::new(Role::Strong, capital(&reasons.join("; "))));
            for f in group {
                self.in_short(f, page);
            }
        }
    }

    /// Each norm once; those that apply to the same persons for the same reasons together.
    pub fn by_reason<'f>(&self, findings: &[&'f Finding]) -> Vec<(Vec<String>, Vec<&'f Finding>)> {
        let mut norms: Vec<Vec<&Finding>> = Vec::new();
        for f in findings {
            match norms.iter_mut().find(|n| n[0].norm.id == f.norm.id) {
                Some(norm) => norm.push(f),
                None => norms.push(vec![f]),
            }
        }
        let mut groups: Vec<(Vec<String>, Vec<&Finding>)> = Vec::new();
        for norm in norms {
            let reasons: Vec<String> = norm.iter().map(|f| self.who_and_why(f)).collect();
            match groups.iter_mut().find(|(known, _)| *known == reasons) {
                Some((_, group)) => group.push(norm[0]),
                None => groups.push((reasons, vec![norm[0]])),
            }
        }
        // What names nobody comes last.
        groups.sort_by_key(|(_, g)| g[0].person.is_none());
        groups
    }

    fn who_and_why(&self, f: &Finding) -> String {
        let who = f.person.as_ref().map_or_else(|| self.words.say("names-no-person"), |p| self.person(p));
        let why = self.some_of(&self.because(f), FACTS);
        if why.is_empty() { who } else { self.say("who-and-why", &[("who", &who), ("why", &why)]) }
    }

    fn not_yet(&self, decision: &Decision, page: &mut Page) {
        if decision.not_yet_in_force.is_empty() {
            return;
        }
        page.gap();
        page.line(0, Text::new(Role::Faint, self.words.say("chapter-not-yet")));
        for n in &decision.not_yet_in_force {
            let since =
                n.since.as_ref().map(|d| self.say("since", &[("day", &date(self.words, d))])).unwrap_or_default();
            page.hang("    ", "      ", format!("{} – {}{since}", self.cited(&n.norm), self.quoted(&n.norm.id)));
        }
    }
}

/// One fact the other way round, or an exception gone, and the norm would apply.
pub fn near_miss(f: &Finding) -> bool {
    let Step::Term { because, .. } = &f.reason else { return false };
    !f.turns.is_empty() || exception(because).is_some()
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
