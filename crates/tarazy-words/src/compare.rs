//! Editions side by side.

use tarazy_law::decide::answer::{Decision, Finding, Verdict};
use tarazy_law::model::Corpus;

use crate::brief::same_in;
use crate::sentence::answers;
use crate::style::{Page, Role, Style, Text, chars};
use crate::view::View;
use crate::words::Words;

/// A reason names so many facts.
const FACTS: usize = 4;
/// No cell is narrower.
const CELL: usize = 6;

/// A norm for a person, in every edition that has it.
struct Row<'d> {
    cells: Vec<Option<&'d Finding>>,
}

impl<'d> Row<'d> {
    /// The youngest edition that knows the norm.
    fn youngest(&self) -> Option<(usize, &'d Finding)> {
        self.cells.iter().enumerate().rev().find_map(|(i, f)| f.map(|f| (i, f)))
    }

    fn differs(&self) -> bool {
        let verdicts: Vec<Option<Verdict>> = self.cells.iter().map(|f| f.map(|f| f.verdict)).collect();
        verdicts.windows(2).any(|pair| pair[0] != pair[1])
    }

    /// It says something in at least one edition.
    fn matters(&self) -> bool {
        self.cells.iter().flatten().any(|f| f.verdict != Verdict::DoesNotApply)
    }
}

/// A table of who may answer under which norm in which edition; then, for each difference, the reasons.
pub fn compare(words: &Words, corpus: &Corpus, decisions: &[Decision], style: &Style) -> String {
    let views: Vec<View<'_>> = decisions.iter().map(|d| View::new(words, corpus, d)).collect();
    let mut page = Page::new(style);
    let rows: Vec<Row<'_>> = rows(decisions).into_iter().filter(Row::matters).collect();
    table(&views, decisions, &rows, style, &mut page);
    page.gap();
    others(&views, decisions, &mut page);
    let differing: Vec<&Row<'_>> = rows.iter().filter(|r| r.differs()).collect();
    if !differing.is_empty() {
        page.gap();
        page.line(0, Text::new(Role::Strong, words.say("why-they-differ")));
        for row in differing {
            reasons(&views, decisions, row, &mut page);
        }
    }
    page.gap();
    page.line(0, Text::new(Role::Faint, words.say("not-a-decision")));
    page.finish()
}

/// The offences and liabilities of every edition, each norm and person once.
fn rows(decisions: &[Decision]) -> Vec<Row<'_>> {
    let mut seen: Vec<&Finding> = Vec::new();
    for f in decisions.iter().flat_map(|d| &d.findings).filter(|f| answers(f.kind)) {
        if !seen.iter().any(|s| s.norm.id == f.norm.id && s.person == f.person) {
            seen.push(f);
        }
    }
    // The parts of one article stand together.
    seen.sort_by(|a, b| a.norm.id.cmp(&b.norm.id));
    seen.iter().map(|f| Row { cells: decisions.iter().map(|d| same_in(d, f)).collect() }).collect()
}

fn name(views: &[View<'_>], row: &Row<'_>) -> String {
    let Some((i, f)) = row.youngest() else { return String::new() };
    let view = &views[i];
    let person = f.person.as_ref().map(|p| format!(" · {}", view.person(p))).unwrap_or_default();
    // Several proposals may stand in one place of the law.
    let heading = if f.norm.source == "proposed" { format!(" {}", view.quoted(&f.norm.id)) } else { String::new() };
    format!("{}{heading}{person}", view.cited(&f.norm))
}

fn table(views: &[View<'_>], decisions: &[Decision], rows: &[Row<'_>], style: &Style, page: &mut Page) {
    let Some(words) = views.first().map(|v| v.words) else { return };
    let cell = |f: Option<&Finding>| match f {
        Some(f) => words.say(&format!("cell-{}", f.verdict.as_str())),
        None => words.say("cell-none"),
    };
    let heads: Vec<String> = views.iter().zip(decisions).map(|(v, d)| v.edition(&d.law.edition)).collect();
    let width = |i: usize| {
        let cells = rows.iter().map(|r| chars(&cell(r.cells[i])));
        cells.chain([chars(&heads[i]), CELL]).max().unwrap_or(CELL)
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let names: Vec<String> = rows.iter().map(|r| name(views, r)).collect();
    let room = style.width.saturating_sub(widths.iter().map(|w| w + 2).sum::<usize>() + 2).max(20);
    let first = names.iter().map(|n| chars(n)).max().unwrap_or(0).min(room);
    let mut head = Text::new(Role::Faint, " ".repeat(first + 2));
    for (h, w) in heads.iter().zip(&widths) {
        head = head.and(Role::Faint, format!("  {}", padded(h, *w)));
    }
    page.row(head);
    for (row, name) in rows.iter().zip(&names) {
        let mark = if row.differs() { Text::new(Role::Warning, "≠ ") } else { Text::new(Role::Faint, "= ") };
        // A name that is too long goes on a line of its own above its cells.
        let name = if chars(name) > first {
            page.row(mark.clone().and(Role::Plain, name.clone()));
            Text::from(" ".repeat(first + 2))
        } else {
            mark.and(Role::Plain, padded(name, first))
        };
        let cells = row.cells.iter().zip(&widths).fold(name, |line, (f, w)| {
            let role = f.map_or(Role::Faint, |f| crate::full::role_of(f.verdict));
            line.and(role, format!("  {}", padded(&cell(*f), *w)))
        });
        page.row(cells);
    }
    page.line(0, Text::new(Role::Faint, words.say("compare-legend")));
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(chars(text))))
}

/// Duties, rights and the rest are only counted here.
fn others(views: &[View<'_>], decisions: &[Decision], page: &mut Page) {
    for (view, d) in views.iter().zip(decisions) {
        let count = |v: Verdict| d.findings.iter().filter(|f| !answers(f.kind) && f.verdict == v).count().to_string();
        let args = [
            ("edition", view.edition(&d.law.edition)),
            ("applies", count(Verdict::Applies)),
            ("open", count(Verdict::Unknown)),
        ];
        let args: Vec<(&str, &str)> = args.iter().map(|(n, v)| (*n, v.as_str())).collect();
        page.line(0, view.say("compare-others", &args));
    }
}

/// Why the norm has each of its verdicts, in the editions that have it.
fn reasons(views: &[View<'_>], decisions: &[Decision], row: &Row<'_>, page: &mut Page) {
    page.gap();
    page.line(2, Text::new(Role::Strong, name(views, row)));
    for ((view, d), f) in views.iter().zip(decisions).zip(&row.cells) {
        let Some(f) = f else { continue };
        let mut text = view.words.say(&format!("verdict-{}", f.verdict.as_str()));
        let because = view.because(f);
        if !because.is_empty() {
            let key = if f.verdict == Verdict::Unknown { "missing-facts" } else { "because-facts" };
            text.push_str(&view.say(key, &[("facts", &view.some_of(&because, FACTS))]));
        }
        let edition = format!("{}: ", view.edition(&d.law.edition));
        page.hang("    ", "      ", Text::new(Role::Faint, edition).and(Role::Plain, text));
    }
}
