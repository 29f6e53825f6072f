//! A code explained to whoever met it.

use tarazy_law::Code;
use tarazy_review::Class;

use super::excerpt::{Line, excerpt};
use super::{group, mend, title, weight, why};
use crate::amount::capital;
use crate::style::{Page, Role, Style, Text, chars};
use crate::words::Words;

/// A page of law with a defect, and without it.
#[derive(Clone, Copy, Debug)]
pub struct Example<'a> {
    /// With it.
    pub wrong: &'a str,
    /// Mended.
    pub right: &'a str,
}

/// What a class means, why it hurts, how it is mended; and where there is an example, what of
/// the page has the defect, and how it is mended there.
pub fn explain(words: &Words, class: Class, example: Option<Example<'_>>, style: &Style) -> String {
    let mut page = Page::new(style);
    let head = Text::new(Role::Strong, format!("{class} {}", title(words, class)));
    page.line(0, head.and(Role::Faint, format!(" · {}", weight(words, class.weight()))));
    for (key, text) in [("explain-why", why(words, class)), ("explain-mend", mend(words, class))] {
        page.gap();
        page.line(0, Text::new(Role::Strong, words.say(key)));
        page.line(2, text);
    }
    // A wording may name values that only a finding has.
    let blank: Vec<(&str, &str)> = vec![("others", "…"), ("has-word", "no"), ("word", "…")];
    if let Some(wording) = words.find(&format!("{class}-wording"), &blank) {
        page.gap();
        page.line(0, Text::new(Role::Strong, words.say("explain-wording")));
        page.line(2, super::tidy(&wording));
    }
    if let Some(Example { wrong, right }) = example {
        for (key, role, text, other) in
            [("explain-wrong", Role::No, wrong, right), ("explain-right", Role::Yes, right, wrong)]
        {
            page.gap();
            page.line(0, Text::new(Role::Strong, words.say(key)));
            for line in excerpt(text, other) {
                page.row(match line {
                    Line::Own(line) => Text::new(role, format!("  {line}")),
                    Line::Around(line) => Text::from(format!("  {line}")),
                    Line::Gap => Text::new(Role::Faint, "  …"),
                });
            }
        }
    }
    page.finish()
}

/// Every code with its title: those of the review by subject, those of mistakes in pages and cases.
pub fn codes(words: &Words, style: &Style) -> String {
    let mut page = Page::new(style);
    page.line(0, Text::new(Role::Strong, words.say("explain-classes")));
    let mut last = String::new();
    let widest = Class::ALL.iter().map(|c| chars(&weight(words, c.weight()))).max().unwrap_or(0);
    for class in Class::ALL {
        let group = group(words, *class);
        if group != last {
            page.gap();
            page.line(0, capital(&group));
            last = group;
        }
        let weight = weight(words, class.weight());
        let pad = " ".repeat(widest - chars(&weight));
        page.hang(&format!("  {class}  {weight}{pad}  "), &" ".repeat(10 + widest), title(words, *class));
    }
    page.gap();
    page.line(0, Text::new(Role::Strong, words.say("explain-codes")));
    page.gap();
    for code in Code::ALL {
        page.hang(&format!("  {}  ", code.as_str()), "         ", words.say(code.as_str()));
    }
    page.finish()
}
