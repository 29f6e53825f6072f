//! Only what the fonts can show: a letter that nobody would see is written by its number, never dropped in silence.

use serde_json::Value;
use unicode_segmentation::UnicodeSegmentation;

use crate::press::FONTS;

/// A stretch longer than this without a place to break would run over the edge of a cell. Words of the three languages are shorter.
const UNBROKEN: usize = 28;
/// Where a line may break, and nothing is seen.
const BREAK: char = '\u{200b}';

/// Makes every text in the data fit to be set.
pub(crate) fn clean(data: &mut Value) {
    match data {
        Value::String(text) => *text = shown(text),
        Value::Array(items) => items.iter_mut().for_each(clean),
        // A digest is looked for letter by letter, so nothing may be put into it.
        Value::Object(fields) => fields.iter_mut().filter(|(k, _)| *k != "digest").for_each(|(_, v)| clean(v)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The text as the fonts can show it: white space as single spaces, letters without a picture as `[U+1F600]`, places to break in what
/// has none.
fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut unbroken = 0;
    for cluster in text.graphemes(true) {
        if cluster.chars().all(|c| c.is_whitespace() || c.is_control()) {
            match cluster {
                // What holds two words together goes on doing so.
                "\u{a0}" | "\u{202f}" => out.push('\u{a0}'),
                _ if out.is_empty() || out.ends_with(' ') => {}
                _ => out.push(' '),
            }
            unbroken = 0;
            continue;
        }
        unbroken += 1;
        if unbroken > UNBROKEN {
            out.push(BREAK);
            unbroken = 1;
        }
        picture(cluster, &mut out);
    }
    out.truncate(out.trim_end_matches(' ').len());
    out
}

/// One letter with its accents. A font has all of it, or it is written letter by letter.
fn picture(cluster: &str, out: &mut String) {
    let seen = || cluster.chars().filter(|c| !invisible(*c));
    if FONTS.iter().any(|f| seen().all(|c| in_font(f, c))) {
        out.extend(seen());
        return;
    }
    for c in seen() {
        // The first font is that of the text; from it any letter can stand beside any other.
        match FONTS.first() {
            Some(f) if in_font(f, c) => out.push(c),
            _ => out.push_str(&format!("[U+{:04X}]", u32::from(c))),
        }
    }
}

fn in_font(font: &typst::text::Font, c: char) -> bool {
    // In the private areas every font means something of its own.
    let private = matches!(u32::from(c), 0xE000..=0xF8FF | 0xF0000..);
    !private && font.info().coverage.contains(u32::from(c))
}

/// What has no picture anywhere: joiners, marks of direction (which could make a text read otherwise than it is stored), variants.
fn invisible(c: char) -> bool {
    c.is_control()
        || matches!(u32::from(c),
            0xAD | 0x34F | 0x61C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F | 0x2028..=0x202E
            | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFB | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF)
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn what_the_house_writes_stays_as_it_is() {
        let text = "Әділет – «ғылым», қаңтар, өңір, ұлт, үй, Іс, һәм; 86\u{a0}500 ₸ № 5 ≥ 3 ≠ 4 → ✓ ✗ ? “ok” Ё";
        assert_eq!(shown(text), text);
    }

    #[test]
    fn what_has_no_picture_is_written_by_its_number() {
        assert_eq!(shown("a😀b"), "a[U+1F600]b");
        assert_eq!(shown("小"), "[U+5C0F]");
        assert_eq!(shown("a\u{202e}b\u{feff}\u{7}c"), "ab c");
        assert_eq!(shown("\u{e000}"), "[U+E000]");
    }

    #[test]
    fn white_space_is_single_spaces_and_long_words_can_break() {
        assert_eq!(shown("  a \n\t b\u{a0}c  "), "a b\u{a0}c");
        let long = shown(&"ы".repeat(100));
        assert_eq!(long.matches('\u{200b}').count(), 3);
    }
}
