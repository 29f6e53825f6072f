//! Three laws side by side: the bill, the opinion, what was enacted.

use maud::{Markup, html};
use tarazy_law::decide::answer::{Decision, Finding, Verdict};
use tarazy_words::{View, answers, sentence};

use super::Scene;
use crate::law::FULL;
use crate::ui::{self, Cell};

/// A norm for a person, in each edition that has it.
struct Row<'d> {
    cells: Vec<Option<&'d Finding>>,
}

impl Row<'_> {
    fn differs(&self) -> bool {
        self.cells.windows(2).any(|pair| pair[0].map(|f| f.verdict) != pair[1].map(|f| f.verdict))
    }

    /// It says something in at least one edition.
    fn matters(&self) -> bool {
        self.cells.iter().flatten().any(|f| f.verdict != Verdict::DoesNotApply)
    }
}

impl Scene<'_> {
    /// The answer of each edition in a sentence, and every norm that differs marked.
    pub(super) fn three_laws(&self) -> Markup {
        let corpus = self.site.law.corpus;
        let words = self.at.words();
        let decisions: Vec<Decision> =
            self.site.law.compared().iter().map(|e| e.decide(&self.asked.case, FULL)).collect();
        let views: Vec<View<'_>> = decisions.iter().map(|d| View::new(words, corpus, d)).collect();
        let rows = rows(&decisions);
        let table_rows: Vec<(Markup, Vec<Cell>)> =
            rows.iter().filter(|r| r.matters()).map(|r| (self.name(&views, r), self.cells(r))).collect();
        let titles = decisions.iter().map(|d| words.of(&d.law.title).to_owned());
        let heads: Vec<Cell> = std::iter::once(self.say("laws-norm"))
            .chain(titles)
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
            @if !table_rows.is_empty() {
                div class="wide" tabindex="0" role="region" aria-label=(self.say("laws-table")) {
                    (ui::table(&self.say("laws-table"), &heads, &table_rows))
                }
            }
        }
    }

    fn name(&self, views: &[View<'_>], row: &Row<'_>) -> Markup {
        let youngest = row.cells.iter().zip(views).rev().find_map(|(f, v)| f.map(|f| (v, f)));
        let Some((view, f)) = youngest else { return html! {} };
        html! {
            @if let Some(p) = &f.person { (view.person(p)) " – " }
            (view.heading(&f.norm.id).unwrap_or(&f.norm.id))
            span class="visually-quiet" { ", " (view.cited(&f.norm)) }
            @if row.differs() { " " (ui::tag(&self.say("laws-differs"), Some("red"))) }
        }
    }

    fn cells(&self, row: &Row<'_>) -> Vec<Cell> {
        let cell = |f: &Option<&Finding>| {
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
        row.cells.iter().map(cell).collect()
    }
}

/// The offences and liabilities of every edition, each norm and person once, the parts of one article together.
fn rows(decisions: &[Decision]) -> Vec<Row<'_>> {
    let mut seen: Vec<&Finding> = Vec::new();
    for f in decisions.iter().flat_map(|d| &d.findings).filter(|f| answers(f.kind)) {
        if !seen.iter().any(|s| s.norm.id == f.norm.id && s.person == f.person) {
            seen.push(f);
        }
    }
    seen.sort_by(|a, b| a.norm.id.cmp(&b.norm.id));
    let same =
        |d: &'_ Decision, f: &Finding| d.findings.iter().position(|g| g.norm.id == f.norm.id && g.person == f.person);
    seen.iter().map(|f| Row { cells: decisions.iter().map(|d| same(d, f).map(|i| &d.findings[i])).collect() }).collect()
}
