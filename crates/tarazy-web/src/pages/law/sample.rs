//! The small page of law that has a defect, beside the same page without it: what differs, line by line, and both as they are.

use maud::{Markup, html};
use tarazy_review::Class;

use super::diff::{Change, steps};
use crate::at::At;
use crate::ui;

/// So many lines that are the same are shown around those that differ.
const AROUND: usize = 3;
/// What the tests write behind a line where the defect is to be found.
const MARK: &str = "# <-";

/// The example of a class.
pub(super) fn shown(at: &At, class: Class) -> Markup {
    let (clean, defect) = class.examples();
    let here: Vec<bool> = defect.lines().map(|l| l.contains(MARK)).collect();
    let (wrong, right) = (lines(defect), lines(clean));
    html! {
        h2 class="govuk-heading-l" { (at.say("law-class-example")) }
        p class="govuk-body summary" { (at.say("law-class-example-lead")) }
        pre lang="zxx" { code { (differing(at, &steps(&wrong, &right), &here)) } }
        (ui::details(&at.say("explain-wrong"), &whole(&wrong)))
        (ui::details(&at.say("explain-right"), &whole(&right)))
    }
}

/// The lines of a page without what the tests wrote.
fn lines(page: &str) -> Vec<&str> {
    page.lines().map(|l| l.split(MARK).next().unwrap_or(l).trim_end()).collect()
}

fn whole(lines: &[&str]) -> Markup {
    html! { pre lang="zxx" { code { (lines.join("\n")) } } }
}

/// Lines that differ, with some around them. `here` tells the lines of the first text in which the defect is.
fn differing(at: &At, steps: &[(Change, &str)], here: &[bool]) -> Markup {
    let near = |i: usize| {
        let from = i.saturating_sub(AROUND);
        steps[from..(i + AROUND + 1).min(steps.len())].iter().any(|(c, _)| *c != Change::Same)
    };
    let mut line = 0;
    let mut out = Vec::new();
    for (i, (change, text)) in steps.iter().enumerate() {
        let marked = *change != Change::New && here.get(line).copied().unwrap_or(false);
        line += usize::from(*change != Change::New);
        if near(i) || marked {
            out.push(Some((*change, *text, marked)));
        } else if out.last().is_some_and(Option::is_some) || out.is_empty() {
            out.push(None);
        }
    }
    let aloud = |key: &str| html! { span class="govuk-visually-hidden" lang=(at.lang.code()) { (at.say(key)) " " } };
    html! {
        @for shown in &out {
            @match shown {
                None => "…\n",
                Some((Change::Same, text, true)) => { mark { (text) } "\n" },
                Some((Change::Same, text, false)) => { (text) "\n" },
                Some((Change::Gone, text, _)) => { del { (aloud("law-compare-was")) (text) } "\n" },
                Some((Change::New, text, _)) => { ins { (aloud("law-compare-is")) (text) } "\n" },
            }
        }
    }
}
