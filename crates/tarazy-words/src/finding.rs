//! One norm for one person, in full or in short.

use tarazy_law::decide::answer::{Finding, Verdict, Ways};
use tarazy_law::syntax::ast::LinkKind;

use crate::because::steps_away;
use crate::cite;
use crate::due::Detail;
use crate::style::{Page, Role, Text};
use crate::tree::Shown;
use crate::view::View;

/// A list names so many ways; the others are counted.
const WAYS: usize = 4;
/// A list names so many facts that would turn a verdict.
const TURNS: usize = 6;
/// A way names so many facts.
const FACTS: usize = 6;
/// An open norm that is at most so many answers away from applying is shown with its tree; of one that is further, the answers say enough.
const NEAR: usize = 6;

/// Something said of a finding in a line of its own: what it is about, then what there is.
pub struct Note {
    /// What it is about; empty where the text speaks for itself.
    pub label: String,
    /// What there is.
    pub text: String,
    pub(crate) role: Role,
}

impl View<'_> {
    /// Everything that is said of an offence or a liability.
    pub(crate) fn in_full(&self, f: &Finding, shown: &mut Shown, page: &mut Page) {
        page.gap();
        self.title(f, page);
        if let Some(text) = self.restated(&f.norm.id) {
            page.line(6, text);
        }
        draw(self.notes(f), page);
        if self.worth_deriving(f) {
            let tree = self.tree(&f.reason, Some(shown));
            if !tree.children.is_empty() {
                page.line(6, Text::new(Role::Faint, format!("{}:", self.words.say("note-why"))));
                tree.draw(page, "      ");
            }
        }
    }

    /// What is said of a duty, a right or another norm.
    pub(crate) fn in_short(&self, f: &Finding, page: &mut Page) {
        self.title(f, page);
        if let Some(text) = self.restated(&f.norm.id) {
            page.line(6, text);
        }
        draw(self.details(f, Detail::Short), page);
    }

    /// That it does not apply, and why.
    pub(crate) fn in_a_line(&self, f: &Finding, page: &mut Page) {
        let kind = self.words.say(&format!("kind-{}", f.kind.as_str()));
        let heading = self.heading(&f.norm.id).unwrap_or(&f.norm.id);
        let line = format!("{kind} · {} · {heading}", self.cited(&f.norm));
        let why = self.some_of(&self.because(f), WAYS);
        page.hang("    ", "      ", Text::new(Role::Plain, line).and(Role::Faint, format!(" – {why}")));
    }

    /// Whether the derivation says more than the notes: of an open norm that is many answers away from applying they say enough.
    pub fn worth_deriving(&self, f: &Finding) -> bool {
        f.verdict != Verdict::Unknown || steps_away(f) <= NEAR
    }

    /// Everything that is said of an offence or a liability besides its text and its derivation.
    pub fn notes(&self, f: &Finding) -> Vec<Note> {
        let competing: Vec<String> = f.competing.iter().map(|c| self.cited(c)).collect();
        let mut out = Vec::from_iter(self.note("note-competing", &competing.join("; "), Role::Warning));
        match f.verdict {
            Verdict::DoesNotApply => {}
            Verdict::Unknown => out.extend(self.details(f, Detail::Short)),
            Verdict::Applies | Verdict::Competing => out.extend(self.details(f, Detail::Full)),
        }
        if let Some(needs) = &f.needs {
            out.extend(self.needs(needs, f));
            out.extend(self.note("note-contested", &self.contested(f).join("; "), Role::Open));
        }
        out.extend(self.turns(f));
        out
    }

    /// The single facts that would turn the verdict, by the verdict to which they would turn it.
    fn turns(&self, f: &Finding) -> Vec<Note> {
        let sides = [(Verdict::Applies, "note-would-apply-with"), (Verdict::DoesNotApply, "note-would-not-apply-with")];
        let side = |(then, key)| {
            let turns = f.turns.iter().filter(|t| t.then == then);
            let turns: Vec<String> = turns.map(|t| self.fact_of(&t.fact, f.person.as_deref())).collect();
            self.note(key, &self.some_of(&turns, TURNS), Role::Plain)
        };
        sides.into_iter().filter_map(side).collect()
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

    /// What follows, by when, who decides, and what the answer rests on.
    pub fn details(&self, f: &Finding, detail: Detail) -> Vec<Note> {
        let key = if f.verdict == Verdict::Unknown { "note-would-follow" } else { "note-follows" };
        let mut out = Vec::from_iter(self.note(key, &self.dues(&f.consequences, detail), Role::Plain));
        let deadline = f.deadline.as_ref().map(|d| self.deadline(d)).unwrap_or_default();
        out.extend(self.note("note-deadline", &deadline, Role::Plain));
        out.extend(self.note("note-body", f.body.as_ref().map_or("", |b| self.words.of(&b.title)), Role::Plain));
        for (link, key) in [
            (LinkKind::Procedure, "note-procedure"),
            (LinkKind::Remedy, "note-remedy"),
            (LinkKind::Sanction, "note-sanction"),
        ] {
            let to: Vec<String> = f.links.iter().filter(|l| l.link == link).map(|l| self.cited_by_id(&l.to)).collect();
            out.extend(self.note(key, &to.join("; "), Role::Plain));
        }
        if f.assessment {
            out.push(Note { label: String::new(), text: self.words.say("note-assessment"), role: Role::Open });
        }
        for p in &f.presumed {
            let rule = self.cited(&p.rule);
            let presumed = self.say("presumed", &[("fact", &self.fact(&p.fact)), ("rule", &rule)]);
            out.extend(self.note("note-presumed", &presumed, Role::Plain));
        }
        if let Some(later) = &f.later_law {
            out.extend(self.note("note-later", &self.later(f, later), Role::Warning));
        }
        out
    }

    /// The ways in which an open verdict can be settled.
    fn needs(&self, needs: &Ways, f: &Finding) -> Vec<Note> {
        let own = f.person.as_deref();
        let mut out = Vec::new();
        for (key, ways) in [("note-applies-if", &needs.applies), ("note-does-not-apply-if", &needs.does_not_apply)] {
            let ways: Vec<Vec<String>> =
                ways.iter().map(|w| w.iter().map(|a| self.fact_of(a, own)).collect()).collect();
            if ways.len() > 1 && ways.iter().all(|w| w.len() == 1) {
                out.extend(self.note(&format!("{key}-any"), &self.some_of(&ways.concat(), WAYS), Role::Plain));
                continue;
            }
            for (i, way) in ways.iter().take(WAYS).enumerate() {
                let key = if i == 0 { key } else { "note-or-if" };
                out.extend(self.note(key, &self.some_of(way, FACTS), Role::Plain));
            }
            let more = ways.len().saturating_sub(WAYS);
            if more > 0 {
                let text = self.say("more-ways", &[("count", &more.to_string())]);
                out.push(Note { label: String::new(), text, role: Role::Faint });
            }
        }
        out
    }

    /// Nothing, where there is nothing to say.
    fn note(&self, key: &str, text: &str, role: Role) -> Option<Note> {
        (!text.is_empty()).then(|| Note { label: self.words.say(key), text: text.to_owned(), role })
    }
}

fn draw(notes: Vec<Note>, page: &mut Page) {
    for Note { label, text, role } in notes {
        if label.is_empty() {
            page.line(6, Text::new(role, text));
        } else {
            page.hang("      ", "        ", Text::new(Role::Faint, format!("{label}: ")).and(role, text));
        }
    }
}
