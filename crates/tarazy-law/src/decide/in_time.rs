//! The law of the day of the act, and a later milder one that reaches back.

use jiff::civil::Date;

use super::answer::*;
use super::consequence::compare;
use super::engine::{Engine, Options};
use crate::case::{Case, FactKey};
use crate::model::{Corpus, Selection};

/// Decides by the law in force on `acted`, and compares each norm that has a rule of retroactivity with what came after, up to `decided`.
pub fn decide_in_time(corpus: &Corpus, case: &Case, acted: Date, decided: Date, options: Options) -> Option<Decision> {
    match decide_in_time_while(corpus, case, acted, decided, options, &|| true) {
        InTime::Decided(decision) => Some(*decision),
        InTime::NoLaw | InTime::Stopped => None,
    }
}

/// What came of a decision that could be stopped.
#[derive(Debug)]
pub enum InTime {
    /// The decision.
    Decided(Box<Decision>),
    /// No edition was in force on the day of the act.
    NoLaw,
    /// It was not to go on.
    Stopped,
}

/// The same as [`decide_in_time`], unless `go_on` says no meanwhile.
pub fn decide_in_time_while(
    corpus: &Corpus,
    case: &Case,
    acted: Date,
    decided: Date,
    options: Options,
    go_on: &dyn Fn() -> bool,
) -> InTime {
    let Some(then) = engine_on(corpus, acted) else { return InTime::NoLaw };
    let Some(mut decision) = then.decide_while(case, options, go_on) else { return InTime::Stopped };
    for day in changes(corpus, acted, decided) {
        let Some(later) = engine_on(corpus, day) else { continue };
        let plain = Options { all: true, counterfactuals: false };
        let Some(after) = later.decide_while(case, plain, go_on) else { return InTime::Stopped };
        for finding in &mut decision.findings {
            reach_back(&later, finding, &after, day);
        }
        for finding in after.findings.iter().filter(|f| matches!(f.verdict, Verdict::Applies | Verdict::Competing)) {
            let known_then = then.book.norm_ids.contains_key(&finding.norm.id);
            let noted = decision.not_yet_in_force.iter().any(|n| n.norm.id == finding.norm.id);
            if !known_then && !noted {
                let since = Some(day.to_string());
                decision.not_yet_in_force.push(NotYet { norm: finding.norm.clone(), since });
            }
        }
    }
    InTime::Decided(Box::new(decision))
}

/// The day of the act, as the rules of retroactivity tell it.
pub fn day_of_act(corpus: &Corpus, case: &Case) -> Option<Date> {
    let books = corpus.editions.iter().map(|e| corpus.book(&Selection { edition: e.name.clone(), as_of: None }));
    let facts: Vec<_> = books.flat_map(|b| b.exceptions).filter_map(|e| e.day_of_act).collect();
    facts.into_iter().find_map(|fact| case.date(FactKey::new(fact, &[])))
}

fn engine_on(corpus: &Corpus, day: Date) -> Option<Engine<'_>> {
    let edition = corpus.edition_on(day)?.name.clone();
    Some(Engine::new(corpus, &Selection { edition, as_of: Some(day) }))
}

/// The days after `from`, up to `to`, on which the law changed.
fn changes(corpus: &Corpus, from: Date, to: Date) -> Vec<Date> {
    let mut days: Vec<Date> = corpus.editions.iter().filter_map(|e| e.in_force).collect();
    for (_, p) in corpus.provisions() {
        // Only what is law can change the law.
        if corpus.edition(&p.edition).is_some_and(|e| e.in_force.is_some()) {
            days.extend(p.in_force.iter().flat_map(|d| [Some(d.from), d.until]).flatten());
        }
    }
    days.retain(|d| from < *d && *d <= to);
    days.sort_unstable();
    days.dedup();
    days
}

/// Sets beside a finding what a later law says of the same norm; the mildest so far governs.
fn reach_back(later: &Engine<'_>, finding: &mut Finding, after: &Decision, day: Date) {
    // A norm that is gone does not apply any more; its own rule of retroactivity went with it, so any that governs its kind is looked for.
    let same = after.findings.iter().find(|f| f.norm.id == finding.norm.id && f.person == finding.person);
    let id = later.book.norm_ids.get(&finding.norm.id);
    let rule = id.and_then(|n| later.book.norm(*n).retroactivity).or_else(|| {
        let like = later.book.norms().find(|(_, n)| n.kind == finding.kind && n.retroactivity.is_some());
        like.and_then(|(_, n)| n.retroactivity)
    });
    let Some(rule) = rule else { return };
    let exc = later.book.exception(rule);
    let (verdict, dues) = same.map_or((Verdict::DoesNotApply, &[][..]), |f| (f.verdict, &f.consequences[..]));
    let governing = match &finding.later_law {
        Some(l) if l.governs => (l.verdict, l.consequences.clone()),
        _ => (finding.verdict, finding.consequences.clone()),
    };
    let compared = compare((governing.0, &governing.1), (verdict, dues));
    if compared == Severity::Same
        || finding.later_law.as_ref().is_some_and(|l| l.governs) && compared != Severity::Milder
    {
        return;
    }
    finding.later_law = Some(LaterLaw {
        edition: after.law.edition.clone(),
        on: day.to_string(),
        verdict,
        consequences: dues.to_vec(),
        compared,
        governs: compared == Severity::Milder,
        rule: Citable { id: exc.id.clone(), ..later.refs(&Case::default()).citable(&exc.id, exc.provision) },
    });
}
