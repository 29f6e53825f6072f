//! The answer in one sentence.

use tarazy_law::decide::answer::{Decision, Finding, Verdict};
use tarazy_law::model::Corpus;
use tarazy_law::syntax::ast::NormKind;

use crate::amount::capital;
use crate::because::distance;
use crate::cite;
use crate::due::Detail;
use crate::view::View;
use crate::words::Words;

/// A sentence names so many norms; the others are counted.
const NORMS: usize = 3;
/// A sentence names so many facts that are missing.
const FACTS: usize = 3;

/// One sentence: who may answer, under which norm and with what consequence; or that norms compete; or that it cannot be said yet and
/// what is missing; or that nobody answers.
pub fn sentence(words: &Words, corpus: &Corpus, decision: &Decision) -> String {
    let view = View::new(words, corpus, decision);
    let answering: Vec<&Finding> = decision.findings.iter().filter(|f| answers(f.kind)).collect();
    let with = |v: Verdict| answering.iter().copied().filter(|f| f.verdict == v).collect::<Vec<_>>();
    let (competing, applying, open) = (with(Verdict::Competing), with(Verdict::Applies), with(Verdict::Unknown));
    let mut clauses = view.competing(&competing);
    let (named, unnamed): (Vec<&Finding>, Vec<&Finding>) = applying.into_iter().partition(|f| f.person.is_some());
    let (groups, unnamed) = (by_norm(&named), by_norm(&unnamed));
    let (named_first, unnamed_then) = (groups.len().min(NORMS), unnamed.len().min(NORMS.saturating_sub(groups.len())));
    clauses.extend(view.answering(&groups[..named_first]));
    clauses.extend(unnamed[..unnamed_then].iter().map(|g| view.nobody_named(g[0])));
    let more = groups.len() + unnamed.len() - named_first - unnamed_then;
    if more > 0 {
        clauses.push(view.say("more-norms-apply", &[("count", &more.to_string())]));
    }
    if let Some(nearest) = open.iter().min_by_key(|f| distance(f)) {
        clauses.push(view.open(nearest, by_norm(&open).len(), clauses.is_empty()));
    }
    if clauses.is_empty() {
        clauses.push(words.say("nobody-answers"));
    }
    format!("{}.", capital(&clauses.join("; ")))
}

/// Offences and liabilities say who answers; duties, rights and the rest do not.
pub fn answers(kind: NormKind) -> bool {
    matches!(kind, NormKind::Offence | NormKind::Liability)
}

impl View<'_> {
    /// One clause for each set of norms that compete, with the persons for whom they do.
    fn competing(&self, findings: &[&Finding]) -> Vec<String> {
        let mut sets: Vec<(Vec<String>, Vec<String>)> = Vec::new();
        for cluster in clusters(findings) {
            let norms: Vec<String> = cluster.iter().map(|f| self.norm_with_dues(f)).collect();
            let person = cluster[0].person.clone().unwrap_or_default();
            match sets.iter_mut().find(|(n, _)| *n == norms) {
                Some((_, persons)) => persons.push(person),
                None => sets.push((norms, vec![person])),
            }
        }
        let clause = |(norms, persons): &(Vec<String>, Vec<String>)| {
            let count = persons.len().to_string();
            self.say(
                "norms-compete",
                &[("who", &self.people(persons)), ("norms", &self.words.list(norms, "and-list")), ("count", &count)],
            )
        };
        sets.iter().map(clause).collect()
    }

    /// What cannot be said yet: the norm that is nearest to applying, and what is missing there.
    fn open(&self, nearest: &Finding, count: usize, alone: bool) -> String {
        let who = nearest.person.iter().map(|p| self.person(p)).collect();
        self.say(
            if alone { "cannot-be-said" } else { "more-norms-open" },
            &[
                ("norm", &self.norm(nearest, who)),
                ("facts", &self.some_in_line(&self.missing(nearest), FACTS)),
                ("count", &count.to_string()),
            ],
        )
    }

    fn norm_with_dues(&self, f: &Finding) -> String {
        self.norm(f, vec![self.what_follows(f)])
    }

    /// One clause for the same persons, with every norm under which they may answer.
    fn answering(&self, groups: &[Vec<&Finding>]) -> Vec<String> {
        let mut out: Vec<(Vec<String>, Vec<&Finding>)> = Vec::new();
        for group in groups {
            let persons: Vec<String> = group.iter().filter_map(|f| f.person.clone()).collect();
            match out.iter_mut().find(|(known, _)| *known == persons) {
                Some((_, norms)) => norms.push(group[0]),
                None => out.push((persons, vec![group[0]])),
            }
        }
        out.iter().map(|(persons, norms)| self.under(persons, norms)).collect()
    }

    fn under(&self, persons: &[String], norms: &[&Finding]) -> String {
        let count = persons.len().to_string();
        let clause = |norm: &str, many: &str| {
            self.say("may-answer", &[("who", &self.people(persons)), ("norm", norm), ("count", &count), ("many", many)])
        };
        match norms {
            [one] => format!("{} – {}", clause(&self.norm(one, Vec::new()), "no"), self.what_follows(one)),
            several => {
                let norms: Vec<String> = several.iter().map(|f| self.norm_with_dues(f)).collect();
                clause(&self.words.list(&norms, "and-list"), "yes")
            }
        }
    }

    fn nobody_named(&self, f: &Finding) -> String {
        format!("{} – {}", self.say("names-nobody", &[("norm", &self.norm(f, Vec::new()))]), self.what_follows(f))
    }

    /// A norm by its place, with `notes` in parentheses. What was not read in the official text says so; a proposal goes by its heading,
    /// for its place is only where it would stand.
    fn norm(&self, f: &Finding, notes: Vec<String>) -> String {
        let (place, source) = (self.cited(&f.norm), cite::source(self.words, &f.norm));
        let (name, first) = match f.norm.source {
            "primary" => (self.say("norm-cited", &[("norm", &place)]), Vec::new()),
            "proposed" => (self.quoted(&f.norm.id), vec![source, place]),
            _ => (self.say("norm-cited", &[("norm", &place)]), vec![source]),
        };
        let notes: Vec<String> = first.into_iter().chain(notes).collect();
        if notes.is_empty() { name } else { format!("{name} ({})", notes.join("; ")) }
    }

    fn what_follows(&self, f: &Finding) -> String {
        if f.consequences.is_empty() {
            self.words.say("no-consequence")
        } else {
            self.dues(&f.consequences, Detail::Short)
        }
    }
}

/// Findings of one norm together, offences before liabilities, what has a consequence before what has none.
fn by_norm<'f>(findings: &[&'f Finding]) -> Vec<Vec<&'f Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for f in findings {
        match groups.iter_mut().find(|g| g[0].norm.id == f.norm.id && g[0].consequences == f.consequences) {
            Some(group) => group.push(f),
            None => groups.push(vec![f]),
        }
    }
    groups.sort_by_key(|g| (g[0].kind != NormKind::Offence, distance(g[0])));
    groups
}

/// The findings of one person that compete with each other, directly or through a third.
pub fn clusters<'f>(findings: &[&'f Finding]) -> Vec<Vec<&'f Finding>> {
    let rivals = |f: &Finding, g: &Finding| f.person == g.person && f.competing.iter().any(|c| c.id == g.norm.id);
    let mut out: Vec<Vec<&Finding>> = Vec::new();
    for f in findings {
        let (mut joined, apart): (Vec<_>, Vec<_>) =
            out.into_iter().partition(|c| c.iter().any(|g| rivals(f, g) || rivals(g, f)));
        joined.push(vec![f]);
        out = apart;
        out.push(joined.concat());
    }
    out
}
