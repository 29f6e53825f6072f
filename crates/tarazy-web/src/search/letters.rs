//! Letters as people type them: capitals, ё for е, Latin letters that look Cyrillic, Kazakh words on a Russian keyboard.

/// A word or a number of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Its first byte.
    pub(super) start: usize,
    /// One past its last byte.
    pub(super) end: usize,
    /// Folded.
    pub(super) text: String,
    /// It is a number: of an article, a part, an amount.
    pub(super) number: bool,
}

/// The words and numbers of a text. `641-1` is one number; `641-1-бап` is a number and a word.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let number = c.is_ascii_digit();
        if !number && !c.is_alphabetic() {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some((at, next)) = chars.peek().copied() {
            let goes_on = if number {
                let digit_follows = || text[at + 1..].starts_with(|d: char| d.is_ascii_digit());
                next.is_ascii_digit() || (next == '-' && digit_follows())
            } else {
                next.is_alphabetic() || is_accent(next)
            };
            if !goes_on {
                break;
            }
            end = at + next.len_utf8();
            chars.next();
        }
        let piece = &text[start..end];
        let text = if number { piece.to_owned() } else { fold(piece) };
        out.push(Token { start, end, text, number });
    }
    out
}

/// A word in small letters, without accents, ё as е; Latin letters among Cyrillic ones as the Cyrillic letters that they look like.
pub(super) fn fold(word: &str) -> String {
    let small = word.to_lowercase();
    let cyrillic = small.chars().any(|c| ('\u{400}'..='\u{52f}').contains(&c));
    small
        .chars()
        .filter(|c| !is_accent(*c))
        .map(|c| match c {
            'ё' => 'е',
            other if cyrillic => look_alike(other),
            other => other,
        })
        .collect()
}

/// As it is typed where the keyboard has no Kazakh letters.
pub(super) fn plain(word: &str) -> String {
    let one = |c: char| match c {
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        other => other,
    };
    word.chars().map(one).collect()
}

fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn look_alike(c: char) -> char {
    match c {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'h' => 'һ',
        'i' => 'і',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{fold, plain, tokens};

    #[test]
    fn numbers_of_articles_stay_whole() {
        let of = |text| tokens(text).into_iter().map(|t| (t.text, t.number)).collect::<Vec<_>>();
        assert_eq!(of("641-1-бап"), [("641-1".to_owned(), true), ("бап".to_owned(), false)]);
        assert_eq!(
            of("ст. 3-1, ч.2"),
            [("ст".to_owned(), false), ("3-1".to_owned(), true), ("ч".to_owned(), false), ("2".to_owned(), true)]
        );
    }

    #[test]
    fn a_word_is_what_it_looks_like() {
        assert_eq!(fold("Ёлка"), "елка");
        assert_eq!(fold("c\u{438}стема"), "система", "a Latin c");
        assert_eq!(fold("жүйeci"), "жүйесі", "Latin e, c, i");
        assert_eq!(fold("risk"), "risk");
        assert_eq!(fold("контро\u{301}ль"), "контроль");
        assert_eq!(plain("құқық"), "кукык");
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "«Жүйе» – 8-бап";
        for t in tokens(text) {
            assert!(text.is_char_boundary(t.start) && text.is_char_boundary(t.end));
        }
        assert_eq!(&text[tokens(text)[0].start..tokens(text)[0].end], "Жүйе");
    }
}
