//! Two texts word by word: what went, what came, what stayed.

use maud::{Markup, html};

/// Texts with more words than these are shown whole, one after the other.
const WORDS: usize = 1_500;

/// What became of a word or a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    Same,
    Gone,
    New,
}

/// The second text with what differs from the first marked, for the eye and for the ear.
pub(super) fn marked(before: &str, after: &str, gone: &str, new: &str) -> Markup {
    let runs = runs(before, after);
    html! {
        @for (change, text) in &runs {
            @match change {
                Change::Same => (text),
                Change::Gone => del { span class="govuk-visually-hidden" { (gone) " " } (text) },
                Change::New => ins { span class="govuk-visually-hidden" { (new) " " } (text) },
            }
            " "
        }
    }
}

/// The longest common words, and what lies between them.
fn runs(before: &str, after: &str) -> Vec<(Change, String)> {
    let (a, b): (Vec<&str>, Vec<&str>) = (before.split_whitespace().collect(), after.split_whitespace().collect());
    let mut out: Vec<(Change, String)> = Vec::new();
    for (change, word) in steps(&a, &b) {
        match out.last_mut() {
            Some((last, text)) if *last == change => {
                text.push(' ');
                text.push_str(word);
            }
            _ => out.push((change, word.to_owned())),
        }
    }
    out
}

/// How one list of words or lines becomes another, step by step.
pub(super) fn steps<'t>(a: &[&'t str], b: &[&'t str]) -> Vec<(Change, &'t str)> {
    if a.len() > WORDS || b.len() > WORDS {
        let gone = a.iter().map(|w| (Change::Gone, *w));
        return gone.chain(b.iter().map(|w| (Change::New, *w))).collect();
    }
    // common[i][j]: how many words the rests from i and from j have in common, in order.
    let mut common = vec![vec![0_u16; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] = if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            out.push((Change::Same, a[i]));
            i += 1;
            j += 1;
        } else if j == b.len() || (i < a.len() && common[i + 1][j] >= common[i][j + 1]) {
            out.push((Change::Gone, a[i]));
            i += 1;
        } else {
            out.push((Change::New, b[j]));
            j += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Change, runs};

    #[test]
    fn what_stayed_stays() {
        let found = runs("the owner and the user answer", "the owner or the possessor answer");
        let of = |c: Change| found.iter().filter(|(k, _)| *k == c).map(|(_, t)| t.as_str()).collect::<Vec<_>>();
        assert_eq!(of(Change::Same), ["the owner", "the", "answer"]);
        assert_eq!(of(Change::Gone), ["and", "user"]);
        assert_eq!(of(Change::New), ["or", "possessor"]);
        assert_eq!(runs("", "a b"), [(Change::New, "a b".to_owned())]);
        assert_eq!(runs("a b", "a b"), [(Change::Same, "a b".to_owned())]);
    }

    #[test]
    fn both_texts_can_be_read_out_of_it() {
        let (a, b) = ("қателік қай кезеңде және неден болғаны", "қателік неден болғаны қай кезеңде айтылмаған");
        let found = runs(a, b);
        let without = |c: Change| {
            let kept: Vec<&str> = found.iter().filter(|(k, _)| *k != c).map(|(_, t)| t.as_str()).collect();
            kept.join(" ")
        };
        assert_eq!((without(Change::New), without(Change::Gone)), (a.to_owned(), b.to_owned()));
    }
}
