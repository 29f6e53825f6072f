//! Of two pages that differ little, what is needed to see how.

/// What ends a line at which a defect is found.
const MARK: &str = " # <- R";

/// A line of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A line that the other page does not have, or one at which the defect is found.
    Own(String),
    /// A line around it.
    Around(String),
    /// Lines that were left out.
    Gap,
}

/// The lines of `text` that `other` does not have, each rule whole and under its heading; everything, where little would be left out.
pub(super) fn excerpt(text: &str, other: &str) -> Vec<Line> {
    let lines: Vec<&str> = text.lines().collect();
    let others: Vec<&str> = other.lines().map(bare).collect();
    let shared = common(&lines.iter().map(|l| bare(l)).collect::<Vec<_>>(), &others);
    let own: Vec<bool> = lines
        .iter()
        .zip(&shared)
        .map(|(line, shared)| (!shared && !line.trim().is_empty()) || line.contains(MARK))
        .collect();
    let mut keep = own.clone();
    let (mut heading, mut opened) = (None, None);
    for (i, line) in lines.iter().enumerate() {
        if opened.is_none() && line.starts_with('#') {
            heading = Some(i);
        }
        let mut needed = own[i];
        match (line.starts_with("```"), opened) {
            (true, None) => opened = Some(i),
            (true, Some(first)) => {
                if own[first..=i].contains(&true) {
                    keep[first..=i].fill(true);
                    needed = true;
                }
                opened = None;
            }
            _ => {}
        }
        if let Some(h) = heading.filter(|_| needed) {
            keep[h] = true;
        }
    }
    let mut out = Vec::new();
    let mut skipped = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        if !keep[i] {
            skipped.push(*line);
            continue;
        }
        if skipped.iter().any(|l| !l.trim().is_empty()) {
            out.push(Line::Gap);
        } else if !out.is_empty() {
            out.extend(skipped.iter().map(|_| Line::Around(String::new())));
        }
        skipped.clear();
        let line = bare(line).to_owned();
        out.push(if own[i] { Line::Own(line) } else { Line::Around(line) });
    }
    if skipped.iter().any(|l| !l.trim().is_empty()) && !out.is_empty() {
        out.push(Line::Gap);
    }
    out
}

/// A line without the mark at which tests expect the defect.
fn bare(line: &str) -> &str {
    line.split_once(MARK).map_or(line, |(text, _)| text)
}

/// Which of these lines belong to the longest sequence that both have.
fn common(a: &[&str], b: &[&str]) -> Vec<bool> {
    let mut longest = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] =
                if a[i] == b[j] { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    let (mut out, mut i, mut j) = (vec![false; a.len()], 0, 0);
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            out[i] = true;
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Line::{Around, Gap, Own};
    use super::excerpt;

    #[test]
    fn a_rule_is_shown_whole_under_its_heading() {
        let wrong = "# page\n\n## one\n\nen: a\n\n```norm\nduty one # <- R102\n  when x\n```\n\n## two\n\nen: b\n";
        let right = "# page\n\n## one\n\nen: a\n\n```norm\nduty one\n  bearer p\n  when x\n```\n\n## two\n\nen: b\n";
        let own = |s: &str| Own(s.to_owned());
        let around = |s: &str| Around(s.to_owned());
        let block = [around("```norm"), own("duty one"), around("  when x"), around("```")];
        let mut wanted = vec![Gap, around("## one"), Gap];
        wanted.extend(block);
        wanted.push(Gap);
        assert_eq!(excerpt(wrong, right), wanted);
        let mended = excerpt(right, wrong);
        assert!(mended.contains(&own("  bearer p")) && mended.contains(&around("duty one")), "{mended:?}");
    }
}
