//! A difference on a terminal and as Markdown.

use super::cases::full_stop;
use super::{Account, Entry, Point, Section};
use crate::style::{Page, Role, Style, Text};
use crate::words::Words;

/// So many findings of one section are told where nobody asked for all.
const FINDINGS: usize = 10;

/// A difference; short, or with the texts of new norms, a case for each way and every finding.
pub fn terminal(words: &Words, account: &Account, verbose: bool, style: &Style) -> String {
    let mut page = Page::new(style);
    page.line(0, Text::new(Role::Strong, account.title.as_str()));
    page.line(0, account.summary.as_str());
    for section in &account.sections {
        self::section(words, section, verbose, &mut page);
    }
    page.finish()
}

/// One section.
pub(crate) fn section(words: &Words, section: &Section, verbose: bool, page: &mut Page) {
    page.gap();
    let role = match section.key {
        "lost" | "created" => Role::No,
        "gained" | "cured" => Role::Yes,
        "open" => Role::Open,
        _ => Role::Strong,
    };
    page.line(0, Text::new(role, section.title.as_str()).and(Role::Faint, format!(" · {}", section.entries.len())));
    let finding = section.entries.iter().all(|e| e.code.is_some());
    let shown = if verbose || !finding { section.entries.len() } else { FINDINGS };
    for entry in section.entries.iter().take(shown) {
        let code = entry.code.map(|c| format!("{c} ")).unwrap_or_default();
        let text = Text::new(Role::Faint, code).and(Role::Plain, entry.said.as_str());
        let name = if entry.code.is_none() { format!("  {}", entry.name) } else { String::new() };
        page.hang("  • ", "    ", text.and(Role::Faint, name));
        if verbose || matches!(section.key, "changed" | "kept" | "created") {
            for point in &entry.points {
                self::point(words, point, verbose, page);
            }
        }
    }
    if section.entries.len() > shown {
        let more = (section.entries.len() - shown).to_string();
        page.line(4, Text::new(Role::Faint, format!("… {}", words.say_with("diff-more", &[("count", &more)]))));
    }
}

fn point(words: &Words, point: &Point, verbose: bool, page: &mut Page) {
    let colon = if point.ways.is_empty() && point.notes.is_empty() { "" } else { ":" };
    page.hang("    – ", "      ", format!("{}{colon}", point.said));
    for note in point.notes.iter().chain(point.within.as_ref().filter(|_| verbose)) {
        page.line(6, Text::new(Role::Faint, full_stop(note)));
    }
    // One case is enough to see what is meant.
    for (i, way) in point.ways.iter().enumerate() {
        page.hang("      ◦ ", "        ", way.said.as_str());
        if !way.example.is_empty() && (verbose || i == 0) {
            let label = Text::new(Role::Faint, format!("{}: ", words.say("review-example")));
            page.line(10, label.and(Role::Faint, way.example.join(" ")));
        }
    }
    if let Some(more) = &point.more {
        page.line(8, Text::new(Role::Faint, format!("… {more}")));
    }
}

/// A difference as Markdown, with everything that the account has.
pub fn markdown(words: &Words, account: &Account) -> String {
    let mut out = format!("# {}\n\n{}\n", account.title, full_stop(&account.summary));
    for section in &account.sections {
        out.push_str(&format!("\n## {} ({})\n", section.title, section.entries.len()));
        for entry in &section.entries {
            out.push_str(&written(words, entry));
        }
    }
    out
}

/// An entry: a norm under a heading of its own, a finding as a line of a list.
pub(crate) fn written(words: &Words, entry: &Entry) -> String {
    let mut out = match entry.code {
        Some(code) => format!("\n- **{code}** {}\n", entry.said),
        None => format!("\n### {} `{}`\n\n", entry.said, entry.name),
    };
    let indent = if entry.code.is_some() { "  " } else { "" };
    for point in &entry.points {
        let text: Vec<&str> = point.said.split_whitespace().collect();
        out.push_str(&format!("{indent}- {}\n", full_stop(&text.join(" "))));
        for note in point.notes.iter().chain(&point.within) {
            out.push_str(&format!("{indent}  - *{}*\n", full_stop(note)));
        }
        for way in &point.ways {
            out.push_str(&format!("{indent}  - {}\n", full_stop(&way.said)));
            if !way.example.is_empty() {
                let example = way.example.join(" ");
                out.push_str(&format!("{indent}    > {}: {example}\n", words.say("review-example")));
            }
        }
        if let Some(more) = &point.more {
            out.push_str(&format!("{indent}  - … {more}\n"));
        }
    }
    out
}
