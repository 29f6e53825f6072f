//! A reviewed change on a terminal and as Markdown.

use super::cases::full_stop;
use super::terminal::{section, written};
use crate::patch::PatchAccount;
use crate::style::{Page, Role, Style, Text};
use crate::words::Words;

/// A change on a terminal.
pub fn patch_terminal(words: &Words, account: &PatchAccount, verbose: bool, style: &Style) -> String {
    let mut page = Page::new(style);
    page.line(0, Text::new(Role::Strong, account.title.as_str()));
    page.line(0, account.summary.as_str());
    for s in &account.findings {
        section(words, s, verbose, &mut page);
        if s.key == "cured" {
            page.line(2, Text::new(Role::Faint, words.say("patch-proved")));
        }
    }
    if !account.properties.is_empty() {
        page.gap();
        page.line(0, Text::new(Role::Strong, words.say("patch-properties")));
        for p in &account.properties {
            let role = if p.after == Some(false) { Role::No } else { Role::Plain };
            page.hang("  • ", "    ", Text::new(role, p.said.as_str()));
        }
    }
    if let Some(difference) = &account.difference {
        page.gap();
        let title = format!("{}: ", words.say("patch-difference"));
        page.line(0, Text::new(Role::Strong, title).and(Role::Plain, difference.summary.as_str()));
        for s in &difference.sections {
            section(words, s, verbose, &mut page);
        }
    }
    page.finish()
}

/// A change as Markdown.
pub fn patch_markdown(words: &Words, account: &PatchAccount) -> String {
    let mut out = format!("# {}\n\n{}\n", account.title, full_stop(&account.summary));
    for s in &account.findings {
        out.push_str(&format!("\n## {} ({})\n", s.title, s.entries.len()));
        if s.key == "cured" {
            out.push_str(&format!("\n{}\n", words.say("patch-proved")));
        }
        for entry in &s.entries {
            out.push_str(&written(words, entry));
        }
    }
    if !account.properties.is_empty() {
        out.push_str(&format!("\n## {}\n\n", words.say("patch-properties")));
        for p in &account.properties {
            out.push_str(&format!("- {}\n", full_stop(&p.said)));
        }
    }
    if let Some(difference) = &account.difference {
        out.push_str(&format!("\n## {}\n\n{}\n", words.say("patch-difference"), full_stop(&difference.summary)));
        for entry in difference.sections.iter().flat_map(|s| &s.entries) {
            out.push_str(&written(words, entry));
        }
    }
    out
}
