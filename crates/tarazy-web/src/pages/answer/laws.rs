//! Three laws side by side: the bill, the opinion, what was enacted.

use maud::{Markup, html};
use tarazy_law::decide::answer::{Decision, Finding, Verdict};
use tarazy_words::{View, answers, sentence};

use super::Scene;
use crate::law::decide;
use crate::ui::{self, Cell};

/// A norm for the persons for whom it comes out the same in each edition that has it.
struct Row<'d> {
    persons: Vec<String>,
    cells: Vec<Option<&'d Finding>>,
}

impl Row<'_> {
    fn verdicts(&self) -> Vec<Option<Verdict>> {
        self.cells.iter().map(|f| f.map(|f| f.verdict)).collect()
    }

    fn differs(&self) -> bool {
        self.verdicts().windows(2).any(|pair| pair[0] != pair[1])
    }

    /// It says something in at least one edition.
    fn matters(&self) -> bool {
        self.cells.iter().flatten().any(|f| f.verdict != Verdict::DoesNotApply)
    }

    /// It applies in at least one edition, whatever is open.
    fn applies(&self) -> bool {
        self.cells.iter().flatten().any(|f| matches!(f.verdict, Verdict::Applies | Verdict::Competing))
    }
}

impl Scene<'_> {
    /// The answer of each edition in a sentence, and every norm that differs marked.
    pub(super) fn three_laws(&self) -> Markup {
        let corpus = self.site.law.corpus;
        let words = self.at.words();
        let decisions: Vec<Decision> = self.site.law.compared().iter().map(|e| decide(e, &self.asked.case)).collect();
        let views: Vec<View<'_>> = decisions.iter().map(|d| View::new(words, corpus, d)).collect();
        let rows = rows(&decisions);
        let (sure, open): (Vec<&Row<'_>>, Vec<&Row<'_>>) =
            rows.iter().filter(|r| r.matters()).partition(|r| r.applies());
        let lines = |rows: &[&Row<'_>]| -> Vec<(Markup, Vec<Cell>)> {
            rows.iter().map(|r| (self.name(&views, r), self.cells(r))).collect()
        };
        let heads: Vec<Cell> = std::iter::once(self.say("laws-norm"))
            .chain(decisions.iter().map(|d| words.of(&d.law.title).to_owned()))
            .map(|title| Cell { inside: html! { (title) }, class: None })
            .collect();
        html! {
            h2 class="govuk-heading-l" id="laws" { (self.say("answer-laws")) }
            div class="columns" {
                @for d in &decisions {
                    section class="column" {
                        h3 class="govuk-heading-s" { (words.of(&d.law.title)) }
                        p class="govuk-body" { (sentence(words, corpus, d)) }
                    }
                }
            }
            @if !sure.is_empty() { (self.side_by_side("laws-sure", &heads, &lines(&sure))) }
            @if !open.is_empty() {
                (ui::details(&self.say("laws-open"), &self.side_by_side("laws-open", &heads, &lines(&open))))
            }
        }
    }

    /// A table that scrolls by itself where the page is narrow.
    fn side_by_side(&self, key: &str, heads: &[Cell], rows: &[(Markup, Vec<Cell>)]) -> Markup {
        html! {
            div class="wide" tabindex="0" role="region" aria-label=(self.say(key)) { (ui::table(&self.say(key), heads, rows)) }
        }
    }

    fn name(&self, views: &[View<'_>], row: &Row<'_>) -> Markup {
        let youngest = row.cells.iter().zip(views).rev().find_map(|(f, v)| f.map(|f| (v, f)));
        let Some((view, f)) = youngest else { return html! {} };
        html! {
            (view.heading(&f.norm.id).unwrap_or(&f.norm.id))
            @if row.differs() { " " (ui::tag(&self.say("laws-differs"), Some("red"))) }
            div class="norm-of" {
                (view.cited(&f.norm))
                @if !row.persons.is_empty() { br; (view.people(&row.persons)) }
            }
        }
    }

    fn cells(&self, row: &Row<'_>) -> Vec<Cell> {
        let cell = |f: Option<&Finding>| {
            let (key, class) = match f {
                Some(f) => {
                    (format!("verdict-{}", f.verdict.as_str()), format!("verdict verdict--{}", f.verdict.as_str()))
                }
                None => ("laws-no-norm".to_owned(), "verdict verdict--none".to_owned()),
            };
            Cell {
                inside: html! { span class=(class) { (self.say(&key)) } },
                class: row.differs().then_some("differs"),
            }
        };
        row.cells.iter().copied().map(cell).collect()
    }
}

/// The offences and liabilities of every edition, the parts of one article together; persons for whom it is the same in one row.
fn rows(decisions: &[Decision]) -> Vec<Row<'_>> {
    let mut seen: Vec<&Finding> = Vec::new();
    for f in decisions.iter().flat_map(|d| &d.findings).filter(|f| answers(f.kind)) {
        if !seen.iter().any(|s| s.norm.id == f.norm.id && s.person == f.person) {
            seen.push(f);
        }
    }
    seen.sort_by(|a, b| a.norm.id.cmp(&b.norm.id));
    let mut rows: Vec<(&str, Row<'_>)> = Vec::new();
    for f in seen {
        let same = |d: &'_ Decision| d.findings.iter().position(|g| g.norm.id == f.norm.id && g.person == f.person);
        let row = Row {
            persons: f.person.iter().cloned().collect(),
            cells: decisions.iter().map(|d| same(d).map(|i| &d.findings[i])).collect(),
        };
        match rows.iter_mut().find(|(norm, r)| *norm == f.norm.id && r.verdicts() == row.verdicts()) {
            Some((_, before)) => before.persons.extend(row.persons),
            None => rows.push((&f.norm.id, row)),
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}
