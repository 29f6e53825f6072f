//! A restatement as it is read: emphasis and names of facts as pages write them, and words of another language said in that language.

use maud::{Markup, html};
use tarazy_law::Lang;

/// A text of this language.
pub(super) fn prose(text: &str, lang: Lang) -> Markup {
    html! {
        @for (i, part) in paired(text, '`').into_iter().enumerate() {
            @if i % 2 == 1 { code { (part) } } @else {
                @for (i, part) in paired(part, '*').into_iter().enumerate() {
                    @if i % 2 == 1 { em { (foreign(part, lang)) } } @else { (foreign(part, lang)) }
                }
            }
        }
    }
}

/// Split at a mark that opens and closes; whole, where one is left over.
fn paired(text: &str, mark: char) -> Vec<&str> {
    let parts: Vec<&str> = text.split(mark).collect();
    if parts.len() % 2 == 1 { parts } else { vec![text] }
}

/// Text in which words with letters that the language does not have are marked as those of another, so that they are read aloud rightly.
pub(super) fn foreign(text: &str, lang: Lang) -> Markup {
    let mut runs: Vec<(Option<&'static str>, String)> = Vec::new();
    for word in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = word.trim_end_matches(|c: char| !c.is_alphabetic());
        let other = of_other(letters, lang);
        for (other, piece) in [(other, letters), (None, &word[letters.len()..])] {
            match runs.last_mut() {
                Some((last, run)) if *last == other => run.push_str(piece),
                _ if piece.is_empty() => {}
                _ => runs.push((other, piece.to_owned())),
            }
        }
    }
    html! {
        @for (other, run) in &runs {
            @match other {
                Some(code) => span lang=(code) { (run) },
                None => (run),
            }
        }
    }
}

fn of_other(word: &str, lang: Lang) -> Option<&'static str> {
    let kazakh = word.chars().any(|c| "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(c));
    let cyrillic = word.chars().any(|c| ('\u{400}'..='\u{52f}').contains(&c));
    match lang {
        Lang::En | Lang::Ru if kazakh => Some("kk"),
        Lang::En if cyrillic => Some("ru"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use tarazy_law::Lang;

    use super::prose;

    #[test]
    fn words_of_another_language_say_so() {
        let said = prose("joined by *and*; the word is *иеленуші*, in Russian владелец", Lang::En).into_string();
        let wanted = "joined by <em>and</em>; the word is <em><span lang=\"kk\">иеленуші</span></em>, in Russian <span lang=\"ru\">владелец</span>";
        assert_eq!(said, wanted);
        assert_eq!(prose("2 * 3 <b> `koap.*`", Lang::En).into_string(), "2 * 3 &lt;b&gt; <code>koap.*</code>");
    }
}
