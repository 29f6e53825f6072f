//! How wide a text is, and how it is broken into lines that fit.
//!
//! A drawing has no layout engine, so the widths must be known before anybody's browser sees it. They are those of Golos Text, rounded up
//! by classes of letters, with some room for the fonts that stand in for it.

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Type {
    pub(super) size: i32,
    pub(super) bold: bool,
    /// From one line to the next.
    pub(super) leading: i32,
}

/// Fonts that stand in for Golos Text may be that much wider.
const RESERVE: f32 = 1.03;

/// The width of `text` in units of the drawing.
pub(super) fn width(text: &str, set: Type) -> f32 {
    let bolder = if set.bold { 30 } else { 0 };
    let one = |c: char| match advance(c) {
        0 => 0,
        a => a + bolder,
    };
    let thousandths: i32 = text.chars().map(one).sum();
    thousandths as f32 * set.size as f32 / 1000.0 * RESERVE
}

/// Thousandths of the size, by classes of letters.
fn advance(c: char) -> i32 {
    match c {
        _ if takes_no_room(c) => 0,
        '\'' => 240,
        ' ' | '\u{a0}' | '`' | 'i' | 'j' | 'і' => 280,
        '!' | ',' | '.' | ':' | ';' | '·' | '’' | 'I' | 'l' | 'І' => 320,
        '|' | '"' | '(' | ')' | '-' | '[' | ']' | '{' | '}' | 'f' | 'r' | 't' => 400,
        '*' | '/' | '\\' | 'г' => 480,
        '1' | '?' | '_' | '“' | '”' | '„' | 'z' | 'т' | 'ғ' => 520,
        '+' | '7' | '<' | '=' | '>' | '^' | '~' | '«' | '»' | '–' | '§' => 560,
        'J' | 'c' | 's' | 'v' | 'x' | 'y' | 'з' | 'с' | 'у' | 'х' | 'ч' | 'ь' | 'э' | 'ұ' | 'ү' | 'Г' | 'Ғ' => {
            560
        }
        '2' | '3' | '5' | 'F' | 'L' | 'Z' | 'a' | 'e' | 'k' | 'o' => 600,
        'а' | 'б' | 'в' | 'е' | 'к' | 'л' | 'о' | 'п' | 'я' | 'ё' | 'ә' | 'қ' | 'ө' => 600,
        'м' => 720,
        'H' | 'N' | 'O' | 'Q' | 'U' | '—' | 'ф' | 'ы' | 'Д' | 'И' | 'Й' | 'Н' | 'О' | 'П' | 'Ъ' | 'Ө' => {
            760
        }
        '%' | 'w' | 'ж' | 'ш' | 'щ' | 'ю' | 'Ц' | 'Ң' => 840,
        'm' | 'M' | 'М' | 'Ф' | 'Ы' => 920,
        'W' | '…' | 'Ж' | 'Ю' => 960,
        '@' | '№' | 'Ш' | 'Щ' => 1120,
        ' '..='\u{24f}' | '\u{370}'..='\u{52f}' if c.is_uppercase() => 720,
        ' '..='\u{24f}' | '\u{370}'..='\u{52f}' => 640,
        // Letters of scripts for which another font stands in.
        '\u{530}'..='\u{6ff}' => 800,
        _ => 1_350,
    }
}

/// Marks over letters, joiners and the like: they belong to the letter before them.
fn takes_no_room(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{200b}'..='\u{200d}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{20d0}'..='\u{20ff}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Without what a drawing cannot show or what would turn the text around: control characters, marks of direction, towers of accents.
pub(super) fn clean(text: &str) -> String {
    const ACCENTS: usize = 2;
    let mut out = String::with_capacity(text.len());
    let (mut accents, mut space) = (0, true);
    for c in text.chars() {
        if c.is_whitespace() && c != '\u{a0}' {
            if !space {
                out.push(' ');
            }
            space = true;
            continue;
        }
        let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}');
        if turns || c.is_control() {
            continue;
        }
        // Signs as wide as a whole phrase; the words have them.
        if matches!(c, '\u{2e3a}' | '\u{2e3b}' | '\u{a9c4}' | '\u{a9c5}' | '\u{fdf0}'..='\u{fdff}' | '\u{12000}'..='\u{1254f}')
        {
            out.push('…');
            space = false;
            continue;
        }
        accents = if takes_no_room(c) { accents + 1 } else { 0 };
        if accents <= ACCENTS {
            out.push(c);
            space = false;
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Broken into at most `most` lines that are no wider than `room`; what is left over becomes «…».
pub(super) fn wrap(text: &str, set: Type, room: f32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in clean(text).split(' ') {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, set) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut rest = word;
        while width(rest, set) > room {
            let (head, tail) = rest.split_at(fitting(rest, set, room, true));
            lines.push(head.to_owned());
            rest = tail;
        }
        rest.clone_into(&mut line);
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    if lines.len() > most.max(1) {
        lines.truncate(most.max(1));
        if let Some(last) = lines.last_mut() {
            *last = shortened(last, set, room);
        }
    }
    lines
}

/// `text` with «…» after as much of it as fits.
fn shortened(text: &str, set: Type, room: f32) -> String {
    let head = &text[..fitting(text, set, room - width("…", set), false)];
    format!("{}…", head.trim_end_matches([' ', ',', ';', ':', '–', '·', '«', '(']))
}

/// So many bytes of `text` fit into `room`: at least one letter, and never a letter without its accents. After a hyphen, where there is
/// one.
fn fitting(text: &str, set: Type, room: f32, at_hyphen: bool) -> usize {
    let (mut end, mut hyphen) = (0, None);
    let mut before = '\0';
    for (i, c) in text.char_indices() {
        if i > 0 && !takes_no_room(c) && before != '\u{200d}' {
            if width(&text[..i], set) > room {
                break;
            }
            end = i;
            if before == '-' {
                hyphen = Some(i);
            }
        }
        before = c;
    }
    if end == 0 {
        // Not even the first letter fits; it is taken all the same, so that there is an end to it.
        return if width(text, set) <= room { text.len() } else { text.chars().next().map_or(0, char::len_utf8) };
    }
    if width(text, set) <= room {
        return text.len();
    }
    hyphen.filter(|_| at_hyphen).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::{Type, clean, width, wrap};

    const SET: Type = Type { size: 15, bold: false, leading: 19 };

    #[test]
    fn kazakh_letters_are_as_wide_as_their_kin() {
        for (kazakh, kin) in [("ә", "а"), ("қ", "к"), ("ң", "н"), ("ө", "о"), ("һ", "h")] {
            assert!((width(kazakh, SET) - width(kin, SET)).abs() < 0.4 * 15.0, "{kazakh} {kin}");
        }
        assert!(width("жауапкершілік", SET) > 100.0);
    }

    #[test]
    fn lines_fit_and_say_that_they_were_cut() {
        let text = "Тамақтану бұзылысынан көмек сұрағандарға чат-бот арықтау кеңесін берді";
        let lines = wrap(text, SET, 160.0, 9);
        assert_eq!(lines.join(" "), text);
        assert!(lines.iter().all(|l| width(l, SET) <= 160.0));
        let cut = wrap(text, SET, 160.0, 2);
        assert_eq!(cut.len(), 2);
        assert!(cut[1].ends_with('…') && width(&cut[1], SET) <= 160.0);
    }

    #[test]
    fn long_words_break_after_a_hyphen_or_anywhere() {
        assert_eq!(wrap("информационно-коммуникационная", SET, 170.0, 9)[0], "информационно-");
        let long = "ы".repeat(200);
        let lines = wrap(&long, SET, 100.0, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|l| width(l, SET) <= 100.0));
    }

    #[test]
    fn what_turns_text_around_is_left_out() {
        assert_eq!(clean("a\u{202e}b\u{0}c\n d"), "abc d");
        assert_eq!(clean(&format!("e{}", "\u{301}".repeat(9))), "e\u{301}\u{301}");
        assert_eq!(wrap("", SET, 100.0, 3), [""]);
    }
}
