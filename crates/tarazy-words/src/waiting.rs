//! Norms in lists: many are open for the same reason, and a reader wants the reason once.

use tarazy_law::decide::answer::Finding;

use crate::because::open_facts;
use crate::style::{Page, Role, Text};
use crate::view::View;

/// So many of the facts for which norms wait are named.
const FACTS: usize = 6;

/// Norms that wait for the same facts.
pub struct Waiting<'f> {
    /// What they wait for.
    pub facts: Vec<String>,
    /// The norms, for each person.
    pub findings: Vec<&'f Finding>,
}

impl View<'_> {
    /// Open norms, those that wait for the same facts together; the largest groups first.
    pub fn waiting<'f>(&self, findings: &[&'f Finding]) -> Vec<Waiting<'f>> {
        let mut groups: Vec<Waiting<'f>> = Vec::new();
        for f in findings {
            let mut facts: Vec<String> =
                open_facts(f).into_iter().map(|x| self.label_of(x, f.person.as_deref())).collect();
            facts.sort_unstable();
            match groups.iter_mut().find(|g| g.facts == facts) {
                Some(group) => group.findings.push(f),
                None => groups.push(Waiting { facts, findings: vec![f] }),
            }
        }
        groups.sort_by_key(|g| std::cmp::Reverse(g.findings.len()));
        groups
    }
}

/// Open norms: the groups, then each norm that waits for something of its own.
pub(crate) fn list(view: &View<'_>, findings: &[&Finding], page: &mut Page) {
    let groups = view.waiting(findings).into_iter().map(|w| (w.facts, norms(view, &w.findings)));
    let (together, alone): (Vec<_>, Vec<_>) = groups.partition(|(_, norms)| norms.len() > 1);
    for (facts, norms) in together {
        page.gap();
        let args = [("count", &*norms.len().to_string()), ("facts", &*view.some_of(&facts, FACTS))];
        page.hang("  ", "    ", Text::new(Role::Open, view.say("wait-for", &args)));
        draw(norms, page);
    }
    if !alone.is_empty() {
        page.gap();
        let count = alone.len().to_string();
        page.hang("  ", "    ", Text::new(Role::Open, view.say("wait-alone", &[("count", &count)])));
    }
    for (facts, norms) in alone {
        for norm in norms {
            let facts = format!(" – {}", view.some_of(&facts, FACTS));
            page.hang("    ", "      ", Text::new(Role::Plain, norm).and(Role::Open, facts));
        }
    }
}

/// Norms and nothing else.
pub(crate) fn plain_list(view: &View<'_>, findings: &[&Finding], page: &mut Page) {
    page.gap();
    draw(norms(view, findings), page);
}

/// One line for each norm, with the persons whom it concerns.
fn norms(view: &View<'_>, findings: &[&Finding]) -> Vec<String> {
    let mut out: Vec<(&str, String, Vec<String>)> = Vec::new();
    for f in findings {
        let persons = f.person.iter().map(|p| view.person(p));
        match out.iter_mut().find(|(id, ..)| *id == f.norm.id) {
            Some((_, _, known)) => known.extend(persons),
            None => {
                let kind = view.words.say(&format!("kind-{}", f.kind.as_str()));
                let line =
                    format!("{kind} · {} · {}", view.cited(&f.norm), view.heading(&f.norm.id).unwrap_or(&f.norm.id));
                out.push((&f.norm.id, line, persons.collect()));
            }
        }
    }
    let line = |(_, line, persons): (&str, String, Vec<String>)| {
        if persons.is_empty() { line } else { format!("{line} ({})", persons.join(", ")) }
    };
    out.into_iter().map(line).collect()
}

fn draw(norms: Vec<String>, page: &mut Page) {
    for norm in norms {
        page.hang("    ", "      ", norm);
    }
}
