//! Numbers and days as they are written in each language.

use tarazy_law::Lang;

use crate::words::Words;

/// A whole number in groups of three.
pub fn number(words: &Words, n: u64) -> String {
    let digits = n.to_string();
    // A space that no line breaks at; in English a comma.
    let between = if words.lang == Lang::En { ',' } else { '\u{a0}' };
    let mut out = String::new();
    for (i, d) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) && digits.len() > 4 {
            out.push(between);
        }
        out.push(d);
    }
    out
}

/// A day written `2026-03-02`, in words; anything else as it is.
pub fn date(words: &Words, iso: &str) -> String {
    let parts: Vec<&str> = iso.split('-').collect();
    let [year, month, day] = parts[..] else { return iso.to_owned() };
    let plain = |n: &str| n.parse::<u32>().ok();
    let (Some(_), Some(m), Some(d)) = (plain(year), plain(month), plain(day)) else { return iso.to_owned() };
    words.say_with("date", &[("year", year), ("month", &m.to_string()), ("day", &d.to_string())])
}

/// `text` with its first letter large, unless its first word is a name that is written otherwise.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return String::new() };
    if chars.clone().take_while(|c| !c.is_whitespace()).any(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_uppercase().chain(chars).collect()
}
