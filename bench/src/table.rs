//! Tables for a terminal and for Markdown.

/// A table with its caption; the first column is text, the others are figures.
pub struct Table {
    pub caption: String,
    pub head: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    pub fn print(&self, markdown: bool) {
        if markdown { self.markdown() } else { self.plain() }
    }

    fn markdown(&self) {
        println!("{}\n", self.caption);
        println!("| {} |", self.head.join(" | "));
        println!("|---{}|", "|---:".repeat(self.head.len() - 1));
        for row in &self.rows {
            println!("| {} |", row.join(" | "));
        }
        println!();
    }

    fn plain(&self) {
        let lines =
            || std::iter::once(self.head.iter().map(|h| (*h).to_owned()).collect()).chain(self.rows.iter().cloned());
        let width = |i: usize| lines().map(|l: Vec<String>| l[i].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..self.head.len()).map(width).collect();
        println!("{}\n", self.caption);
        for line in lines() {
            let cells = line
                .iter()
                .zip(&widths)
                .enumerate()
                .map(|(i, (cell, w))| if i == 0 { format!("{cell:<w$}") } else { format!("{cell:>w$}") });
            println!("  {}", cells.collect::<Vec<_>>().join("  "));
        }
        println!();
    }
}

/// A time in the unit in which it is easily read.
pub fn time(ns: f64) -> String {
    match ns {
        n if n < 1e3 => format!("{n:.0} ns"),
        n if n < 1e4 => format!("{:.2} µs", n / 1e3),
        n if n < 1e6 => format!("{:.1} µs", n / 1e3),
        n => format!("{:.1} ms", n / 1e6),
    }
}

/// How often a second.
pub fn rate(ns: f64) -> String {
    match 1e9 / ns {
        r if r >= 1e6 => format!("{:.1} M/s", r / 1e6),
        r if r >= 1e3 => format!("{:.0} k/s", r / 1e3),
        r => format!("{r:.0} /s"),
    }
}
