//! A review on a terminal: by weight, then by class; a line for each finding, or its sentence with the case behind it.

use tarazy_law::model::{Corpus, Rulebook, Selection};
use tarazy_review::{Class, Finding, Kind, Review, Subject, Weight};

use super::located::located;
use super::{cases, elsewhere, example, place, proved, sentence, subject, title, weight, wording};
use crate::amount::capital;
use crate::style::{Page, Role, Style, Text, chars};
use crate::words::Words;

/// So many findings of one class are told; the others are counted. With `verbose`, all.
const SHOWN: usize = 5;
/// Before a line and between its two parts.
const INDENT: usize = 2;
const GAP: usize = 2;
/// What a finding is about is never cut shorter.
const NARROW: usize = 24;

/// Reviews, one edition after another.
pub fn terminal(words: &Words, corpus: &Corpus, reviews: &[Review], verbose: bool, style: &Style) -> String {
    let mut page = Page::new(style);
    for review in reviews {
        page.gap();
        let book = corpus.book(&Selection { edition: review.edition.clone(), as_of: None });
        Told { words, corpus, book, verbose, width: style.width }.review(review, &mut page);
    }
    page.finish()
}

struct Told<'a> {
    words: &'a Words,
    corpus: &'a Corpus,
    book: Rulebook,
    verbose: bool,
    width: usize,
}

impl Told<'_> {
    fn review(&self, review: &Review, page: &mut Page) {
        page.line(0, Text::new(Role::Strong, total(self.words, self.corpus, review)));
        for w in [Weight::Serious, Weight::Moderate, Weight::Remark] {
            let classes: Vec<Class> = Class::ALL.iter().copied().filter(|c| c.weight() == w).collect();
            for class in classes {
                let findings: Vec<&Finding> = review.findings.iter().filter(|f| f.class == class).collect();
                self.class(class, &findings, page);
            }
        }
        if !review.undecided.is_empty() {
            page.gap();
            let count = review.undecided.len().to_string();
            page.line(0, Text::new(Role::Open, self.words.say_with("review-undecided-count", &[("count", &count)])));
        }
    }

    fn class(&self, class: Class, findings: &[&Finding], page: &mut Page) {
        if findings.is_empty() {
            return;
        }
        let role = match class.weight() {
            Weight::Serious => Role::No,
            Weight::Moderate => Role::Open,
            Weight::Remark => Role::Faint,
        };
        page.gap();
        let head = Text::new(role, format!("{class} ")).and(Role::Strong, title(self.words, class));
        let about = format!(" · {} · {}", weight(self.words, class.weight()), findings.len());
        page.line(0, head.and(Role::Faint, about));
        let shown = if self.verbose { findings.len() } else { SHOWN };
        for f in findings.iter().take(shown) {
            self.finding(f, page);
        }
        if findings.len() > shown {
            let more = (findings.len() - shown).to_string();
            let said = self.words.say_with("and-more-in-line", &[("items", "…"), ("count", &more)]);
            page.line(INDENT, Text::new(Role::Faint, said));
        }
    }

    fn finding(&self, f: &Finding, page: &mut Page) {
        let Told { words, corpus, book, .. } = self;
        if !self.verbose {
            page.row(self.short(f));
            return;
        }
        let said = Text::from(sentence(words, corpus, book, f));
        let at = f.subjects.first().map(|s| at(corpus, s.span)).unwrap_or_default();
        page.hang("  • ", "    ", said.and(Role::Faint, format!("  {at}")));
        if let Some(witness) = &f.witness {
            let told = example(words, corpus, book, witness).join(" ");
            let label = Text::new(Role::Faint, format!("{}: ", words.say("review-example")));
            page.line(6, label.and(Role::Plain, told));
        }
        for note in cases(words, f).into_iter().chain(elsewhere(words, corpus, book, f)) {
            page.line(6, Text::new(Role::Faint, capital(&note)));
        }
        if let Some(repair) = proved(f) {
            let (gone, new) = (repair.removes.len().to_string(), repair.creates.len().to_string());
            let what = words.find(repair.key, &[]).unwrap_or_default();
            let args = [("what", what.as_str()), ("removed", &gone), ("created", &new)];
            let label = Text::new(Role::Yes, format!("{}: ", words.say("repair-offered")));
            page.line(6, label.and(Role::Plain, words.say_with("repair-text", &args)));
            for line in repair.page.lines().skip_while(|l| !l.starts_with("```")).filter(|l| !l.starts_with("```")) {
                page.row(Text::new(Role::Faint, format!("        {line}")));
            }
        } else if let Some(open) = f.repair.as_ref().and_then(|r| words.find(r.key, &[])) {
            let label = Text::new(Role::Faint, format!("{}: ", words.say("repair-left-open")));
            page.line(6, label.and(Role::Plain, open));
        }
        if let Some(text) = wording(words, corpus, book, f) {
            let label = Text::new(Role::Faint, format!("{}: ", words.say("opinion-proposed")));
            page.line(6, label.and(Role::Plain, text));
        }
    }

    /// What it is about and where that stands, in one line.
    fn short(&self, f: &Finding) -> Text {
        let Told { words, corpus, book, .. } = self;
        let alone = f.subjects.iter().filter(|s| s.kind == Kind::Norm).count() < 2;
        let name = |s: &Subject| {
            let place = Some(place(words, corpus, s)).filter(|p| !p.is_empty() && s.kind == Kind::Norm && !alone);
            place.unwrap_or_else(|| subject(words, corpus, book, s))
        };
        let about = f.subjects.iter().map(name).collect::<Vec<_>>().join(" · ");
        let at = f.subjects.first().map(|s| at(corpus, s.span)).unwrap_or_default();
        let room = self.width.saturating_sub(chars(&at) + INDENT + GAP).max(NARROW);
        let about = if chars(&about) > room {
            format!("{}…", about.chars().take(room - 1).collect::<String>().trim_end())
        } else {
            about
        };
        Text::from(format!("{}{about}", " ".repeat(INDENT))).and(Role::Faint, format!("{}{at}", " ".repeat(GAP)))
    }
}

/// How to see more, after a short review.
pub fn hint(words: &Words, class: Class, style: &Style) -> String {
    let mut page = Page::new(style);
    page.line(0, Text::new(Role::Faint, words.say_with("review-more-hint", &[("code", class.code())])));
    page.finish()
}

/// How much was found in an edition, in one line.
pub fn total(words: &Words, corpus: &Corpus, review: &Review) -> String {
    let edition = capital(&super::edition(words, corpus, &review.edition));
    let edition = format!("{edition} [{}]", review.edition);
    if review.findings.is_empty() {
        return words.say_with("review-total-nothing", &[("edition", &edition)]);
    }
    let of = |w: Weight| review.findings.iter().filter(|f| f.class.weight() == w).count().to_string();
    words.say_with(
        "review-total",
        &[
            ("edition", &edition),
            ("count", &review.findings.len().to_string()),
            ("serious", &of(Weight::Serious)),
            ("moderate", &of(Weight::Moderate)),
            ("remark", &of(Weight::Remark)),
        ],
    )
}

/// File and line, as editors understand them.
fn at(corpus: &Corpus, span: tarazy_law::Span) -> String {
    located(corpus, span).map(|at| format!("{}:{}", at.path, at.line)).unwrap_or_default()
}
