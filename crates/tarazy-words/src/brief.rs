//! A case in a few lines: one sentence for each edition, and why they differ.

use std::collections::BTreeSet;

use tarazy_law::decide::answer::{Decision, Finding, Verdict};
use tarazy_law::model::Corpus;
use tarazy_law::syntax::ast::NormKind;

use crate::because::distance;
use crate::sentence::{answers, sentence};
use crate::style::{Page, Role, Style, Text, chars};
use crate::view::View;
use crate::words::Words;

/// A line names so many deciding facts.
const FACTS: usize = 3;

/// The title, a sentence for each edition, and for each edition the norm and the facts that make the difference.
pub fn brief(words: &Words, corpus: &Corpus, title: &str, decisions: &[Decision], style: &Style) -> String {
    let mut page = Page::new(style);
    page.line(0, Text::new(Role::Strong, title));
    let labels: Vec<String> = decisions.iter().map(|d| View::new(words, corpus, d).edition(&d.law.edition)).collect();
    let width = labels.iter().map(|l| chars(l)).max().unwrap_or(0);
    let rest = " ".repeat(width + 4);
    let label = |l: &str| format!("  {l}{}  ", " ".repeat(width - chars(l)));
    for (d, l) in decisions.iter().zip(&labels) {
        page.hang(&label(l), &rest, sentence(words, corpus, d));
    }
    if differ(decisions) {
        page.line(2, Text::new(Role::Faint, words.say("why-they-differ")));
        for (d, l) in decisions.iter().zip(&labels) {
            page.hang(&label(l), &rest, View::new(words, corpus, d).difference(d, decisions));
        }
    }
    page.finish()
}

/// The answers of the editions are not the same.
fn differ(decisions: &[Decision]) -> bool {
    let answer = |d: &Decision| {
        let answering = d.findings.iter().filter(|f| answers(f.kind) && f.verdict != Verdict::DoesNotApply);
        answering.map(|f| (f.norm.id.clone(), f.person.clone(), f.verdict)).collect::<Vec<_>>()
    };
    decisions.windows(2).any(|pair| answer(&pair[0]) != answer(&pair[1]))
}

/// What `decision` says of the norm and person of `finding`.
pub(crate) fn same_in<'d>(decision: &'d Decision, finding: &Finding) -> Option<&'d Finding> {
    decision.findings.iter().find(|f| f.norm.id == finding.norm.id && f.person == finding.person)
}

/// How far apart the editions are on one norm for one person: 0 where it applies in one and not in another. `None` where they agree, or
/// where only one has the norm.
fn apart(finding: &Finding, decisions: &[Decision]) -> Option<usize> {
    let verdicts: Vec<Verdict> = decisions.iter().filter_map(|d| same_in(d, finding)).map(|f| f.verdict).collect();
    let has = |v: Verdict| verdicts.contains(&v);
    let answers = has(Verdict::Applies) || has(Verdict::Competing);
    match verdicts[..] {
        _ if verdicts.len() < 2 => None,
        _ if answers && has(Verdict::DoesNotApply) => Some(0),
        _ if answers && has(Verdict::Unknown) => Some(1),
        _ => None,
    }
}

/// The norm and person on which the editions are furthest apart: offences before liabilities.
fn most_apart(decisions: &[Decision]) -> Option<&Finding> {
    let all = decisions.iter().flat_map(|d| &d.findings).filter(|f| answers(f.kind));
    let known_to = |f: &Finding| decisions.iter().filter(|d| same_in(d, f).is_some()).count();
    let measured = all.filter_map(|f| {
        apart(f, decisions).map(|a| ((a, f.kind != NormKind::Offence, std::cmp::Reverse(known_to(f))), f))
    });
    measured.min_by_key(|(m, _)| *m).map(|(_, f)| f)
}

impl View<'_> {
    /// The norm on which this edition differs from the others, its verdict, and the deciding facts. Where one norm sets the editions apart,
    /// every edition that has it speaks of it.
    fn difference(&self, decision: &Decision, all: &[Decision]) -> String {
        let shared = most_apart(all).and_then(|f| same_in(decision, f));
        let own = || decision.findings.iter().filter(|f| answers(f.kind)).min_by_key(|f| distance(f));
        let Some(f) = shared.or_else(own) else { return self.words.say("no-answering-norm") };
        if shared.is_none() && f.verdict == Verdict::DoesNotApply {
            let count = decision
                .findings
                .iter()
                .filter(|f| answers(f.kind))
                .map(|f| f.norm.id.as_str())
                .collect::<BTreeSet<_>>()
                .len();
            return self.say("none-applies", &[("count", &count.to_string())]);
        }
        let mut out = self.verdict_of(f);
        let because = self.because(f);
        if !because.is_empty() {
            let key = if f.verdict == Verdict::Unknown { "missing-facts" } else { "because-facts" };
            out.push_str(&self.say(key, &[("facts", &self.some_of(&because, FACTS))]));
        }
        if all.iter().filter(|d| same_in(d, f).is_some()).count() == 1 {
            out.push_str(&self.words.say("only-here"));
        }
        out
    }

    /// The norm, the person and the verdict, in a few words.
    pub fn verdict_of(&self, f: &Finding) -> String {
        let person = f.person.as_ref().map(|p| format!(", {}", self.person(p))).unwrap_or_default();
        let kind = self.words.say(&format!("kind-{}", f.kind.as_str()));
        let verdict = self.words.say(&format!("verdict-{}", f.verdict.as_str()));
        let (name, norm) = (self.quoted(&f.norm.id), self.cited(&f.norm));
        self.say(
            "verdict-line",
            &[("kind", &kind), ("name", &name), ("norm", &norm), ("person", &person), ("verdict", &verdict)],
        )
    }
}
