//! The opinion as Markdown.

use super::{Opinion, Remark};

/// The whole document.
pub fn markdown(opinion: &Opinion) -> String {
    let mut out = String::new();
    let o = opinion;
    out.push_str(&format!("# {}\n\n{}\n", text(&o.title), text(&o.subtitle)));
    for p in o.preamble.iter().chain([&o.found]) {
        paragraph(&mut out, p);
    }
    if !o.general.is_empty() {
        heading(&mut out, 2, o.word("opinion-general"));
        for r in &o.general {
            remark(&mut out, o, r, 3);
        }
    }
    if !o.articles.is_empty() {
        heading(&mut out, 2, o.word("opinion-by-article"));
        for a in &o.articles {
            heading(&mut out, 3, &a.heading);
            for r in &a.remarks {
                remark(&mut out, o, r, 4);
            }
        }
    }
    if !o.rows.is_empty() {
        heading(&mut out, 2, o.word("opinion-comparative"));
        let heads = ["opinion-unit", "opinion-current-short", "opinion-proposed", "opinion-reason"];
        let rows = o.rows.iter().map(|r| vec![cell(&r.unit), cell(&r.current), cells(&r.proposed), cells(&r.reason)]);
        table(&mut out, o, &heads, rows);
    }
    if !o.duties.is_empty() {
        heading(&mut out, 2, o.word("opinion-annex-duties"));
        paragraph(&mut out, &o.duties_about);
        let rows = o.duties.iter().map(|d| vec![cell(&d.unit), cell(&d.heading), cell(&d.text)]);
        table(&mut out, o, &["opinion-unit", "opinion-norm", "opinion-says"], rows);
    }
    if !o.undecided.is_empty() {
        heading(&mut out, 2, o.word("opinion-annex-undecided"));
        paragraph(&mut out, o.word("opinion-annex-undecided-about"));
        list(&mut out, &o.undecided);
    }
    if !o.codes.is_empty() {
        heading(&mut out, 2, o.word("opinion-annex-codes"));
        let rows =
            o.codes.iter().map(|c| vec![c.code.to_owned(), cell(&c.title), cell(&c.weight), c.count.to_string()]);
        table(&mut out, o, &["opinion-code", "opinion-meaning", "opinion-weight", "opinion-count"], rows);
        list(&mut out, &o.weights.iter().map(|l| format!("{} – {}", l.label, l.text)).collect::<Vec<_>>());
    }
    heading(&mut out, 2, o.word("opinion-annex-text"));
    list(&mut out, &o.text.iter().map(|l| format!("{}: {}", l.label, l.text)).collect::<Vec<_>>());
    out
}

fn remark(out: &mut String, o: &Opinion, r: &Remark, level: usize) {
    heading(out, level, &format!("{}. {} ({}, {})", r.number, r.title, r.code, r.weight_said));
    if !r.current.is_empty() {
        label(out, o.word("opinion-current"));
        for c in &r.current {
            let place = [c.unit.as_str(), c.heading.as_str()].into_iter().filter(|t| !t.is_empty());
            let place = place.collect::<Vec<_>>().join(" – ");
            out.push_str(&format!("\n> **{}.** {}\n", text(&place), text(&c.text)));
        }
    }
    label(out, o.word("opinion-wrong"));
    paragraph(out, &r.wrong);
    list(out, &r.items);
    if !r.example.is_empty() {
        label(out, o.word("opinion-example"));
        paragraph(out, &r.example.join(" "));
    }
    if !r.notes.is_empty() {
        paragraph(out, &r.notes.join(" "));
    }
    label(out, o.word("opinion-reason"));
    paragraph(out, &r.reason);
    if !r.mend.is_empty() {
        label(out, o.word("opinion-how-to-mend"));
        paragraph(out, &r.mend);
    }
    if !r.proposed.is_empty() {
        label(out, o.word("opinion-proposed"));
        for p in &r.proposed {
            out.push_str(&format!("\n> {}\n", text(p)));
        }
    }
    out.extend(r.proved.iter().map(|p| format!("\n{}\n", text(p))));
}

fn heading(out: &mut String, level: usize, said: &str) {
    out.push_str(&format!("\n{} {}\n", "#".repeat(level), text(said)));
}

fn label(out: &mut String, said: &str) {
    out.push_str(&format!("\n**{}**\n", text(said)));
}

fn paragraph(out: &mut String, said: &str) {
    out.push_str(&format!("\n{}\n", text(said)));
}

fn list(out: &mut String, items: &[String]) {
    if !items.is_empty() {
        out.push('\n');
    }
    for i in items {
        out.push_str(&format!("- {}\n", text(i)));
    }
}

fn table(out: &mut String, o: &Opinion, heads: &[&str], rows: impl Iterator<Item = Vec<String>>) {
    let heads: Vec<String> = heads.iter().map(|h| cell(o.word(h))).collect();
    out.push_str(&format!("\n| {} |\n|{}\n", heads.join(" | "), " --- |".repeat(heads.len())));
    for row in rows {
        out.push_str(&format!("| {} |\n", row.join(" | ")));
    }
}

fn cells(items: &[String]) -> String {
    items.iter().map(|i| cell(i)).collect::<Vec<_>>().join("<br><br>")
}

/// In one line, and no bar that would end the cell.
fn cell(said: &str) -> String {
    text(said).replace('|', "\\|")
}

/// Text in which nothing is markup.
fn text(said: &str) -> String {
    let mut out = String::with_capacity(said.len());
    for c in said.split_ascii_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' => out.extend(['\\', c]),
            other => out.push(other),
        }
    }
    out
}
