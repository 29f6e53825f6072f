//! The answer in one sentence.

use tarazy_law::decide::answer::{Decision, Finding, Verdict};
use tarazy_law::model::Corpus;
use tarazy_law::syntax::ast::NormKind;

use crate::amount::capital;
use crate::because::steps_away;
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
    let norms: Vec<String> = view.by_norm(&named).iter().map(|g| view.answering(g)).chain(unnamed.iter().map(|f| view.nobody_named(f))).collect();
    clauses.extend(norms.iter().take(NORMS).cloned());
    if norms.len() > NORMS {
        clauses.push(view.say("more-norms-apply", &[("count", &(norms.len() - NORMS).to_string())]));
    }
    if let Some(nearest) = open.iter().min_by_key(|f| steps_away(f)) {
        clauses.push(view.open(nearest, view.by_norm(&open).len(), clauses.is_empty()));
    }
    if clauses.is_empty() {
        clauses.push(words.say("nobody-answers"));
    }
    format!("{}.", capital(&clauses.join("; ")))
}

/// Offences and liabilities say who answers; duties, rights and the rest do not.
pub(crate) fn answers(kind: NormKind) -> bool {
    matches!(kind, NormKind::Offence | NormKind::Liability)
}

impl View<'_> {
    /// Findings of one norm together, in the order of the norms; offences before liabilities.
    pub(crate) fn by_norm<'f>(&self, findings: &[&'f Finding]) -> Vec<Vec<&'f Finding>> {
        let mut groups: Vec<Vec<&Finding>> = Vec::new();
        for f in findings {
            match groups.iter_mut().find(|g| g[0].norm.id == f.norm.id && g[0].consequences == f.consequences) {
                Some(group) => group.push(f),
                None => groups.push(vec![f]),
            }
        }
        groups.sort_by_key(|g| g[0].kind != NormKind::Offence);
        groups
    }

    /// One clause for each set of norms that compete, with the persons for whom they do.
    fn competing(&self, findings: &[&Finding]) -> Vec<String> {
        let mut sets: Vec<(Vec<String>, Vec<String>)> = Vec::new();
        for f in findings {
            let Some(person) = &f.person else { continue };
            let norms: Vec<String> = findings.iter().filter(|g| g.person == f.person).map(|g| self.norm_with_dues(g)).collect();
            match sets.iter_mut().find(|(n, _)| *n == norms) {
                Some((_, persons)) if persons.contains(person) => {}
                Some((_, persons)) => persons.push(person.clone()),
                None => sets.push((norms, vec![person.clone()])),
            }
        }
        let clause = |(norms, persons): &(Vec<String>, Vec<String>)| {
            let count = persons.len().to_string();
            self.say("norms-compete", &[("who", &self.people(persons)), ("norms", &self.words.list(norms, "and-list")), ("count", &count)])
        };
        sets.iter().map(clause).collect()
    }

    /// What cannot be said yet: the norm that is nearest to applying, and what is missing there.
    fn open(&self, nearest: &Finding, count: usize, alone: bool) -> String {
        let who = nearest.person.as_ref().map(|p| self.say("for-person", &[("who", &self.person(p))])).unwrap_or_default();
        self.say(
            if alone { "cannot-be-said" } else { "more-norms-open" },
            &[
                ("norm", &self.norm(nearest)),
                ("for", &who),
                ("facts", &self.some_of(&self.missing(nearest), FACTS)),
                ("count", &count.to_string()),
            ],
        )
    }

    fn norm_with_dues(&self, f: &Finding) -> String {
        let norm = self.norm(f);
        format!("{norm} ({})", self.what_follows(f))
    }

    fn answering(&self, group: &[&Finding]) -> String {
        let persons: Vec<String> = group.iter().filter_map(|f| f.person.clone()).collect();
        let norm = self.norm(group[0]);
        let clause = self.say("may-answer", &[("who", &self.people(&persons)), ("norm", &norm), ("count", &persons.len().to_string())]);
        format!("{clause} – {}", self.what_follows(group[0]))
    }

    fn nobody_named(&self, f: &Finding) -> String {
        let norm = self.norm(f);
        format!("{} – {}", self.say("names-nobody", &[("norm", &norm)]), self.what_follows(f))
    }

    /// A norm by its place; a proposal by its heading too, for its place is only where it would stand.
    fn norm(&self, f: &Finding) -> String {
        let (norm, source) = (self.cited(&f.norm), cite::source(self.words, &f.norm));
        match f.norm.source {
            "primary" => self.say("norm-cited", &[("norm", &norm)]),
            "proposed" => self.say("norm-proposed", &[("name", &self.quoted(&f.norm.id)), ("norm", &norm), ("source", &source)]),
            _ => self.say("norm-secondary", &[("norm", &norm), ("source", &source)]),
        }
    }

    fn what_follows(&self, f: &Finding) -> String {
        if f.consequences.is_empty() { self.words.say("no-consequence") } else { self.dues(&f.consequences, Detail::Short) }
    }
}
