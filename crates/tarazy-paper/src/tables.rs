//! The norms that are not set out, in tables: what applies besides, what is open, what does not apply.

use serde::Serialize;
use tarazy_law::decide::answer::{Decision, Finding, NotYet, Verdict};
use tarazy_words::{Detail, View, answers, capital, date, near_miss, source};

use crate::norms::{answering, by_person, name, split, title};
use crate::sheet::Row;

/// A cell names so many facts.
const FACTS: usize = 4;

/// Norms that apply, under the persons and reasons that they share.
#[derive(Serialize)]
pub(crate) struct Other {
    common: String,
    norms: Vec<OtherNorm>,
}

#[derive(Serialize)]
struct OtherNorm {
    norm: String,
    kind: String,
    text: String,
}

/// Open norms that wait for the same facts and concern the same persons.
#[derive(Serialize)]
pub(crate) struct Waits {
    facts: String,
    norms: String,
    persons: String,
}

/// The open norms of one person that are not set out.
#[derive(Serialize)]
pub(crate) struct Open {
    name: String,
    norms: Vec<OpenNorm>,
}

#[derive(Serialize)]
struct OpenNorm {
    norm: String,
    follows: String,
    missing: String,
}

/// A norm that does not apply.
#[derive(Serialize)]
pub(crate) struct NotApplying {
    norm: String,
    persons: String,
    why: String,
    otherwise: String,
}

fn others(decision: &Decision, verdict: Verdict) -> Vec<&Finding> {
    decision.findings.iter().filter(|f| !answers(f.kind) && f.verdict == verdict).collect()
}

/// Duties, rights and the rest that apply, under the persons and reasons that they share.
pub(crate) fn applying(view: &View<'_>, decision: &Decision) -> Vec<Other> {
    let mut findings = others(decision, Verdict::Competing);
    findings.extend(others(decision, Verdict::Applies));
    let row = |f: &Finding| {
        let mut says = vec![view.restated(&f.norm.id).unwrap_or_else(|| title(view, f))];
        if f.norm.source != "primary" {
            says.push(format!("[{}]", source(view.words, &f.norm)));
        }
        for n in view.details(f, Detail::Short) {
            says.push(if n.label.is_empty() {
                format!("{}.", capital(&n.text))
            } else {
                format!("{}: {}.", capital(&n.label), n.text)
            });
        }
        let kind = capital(&view.words.say(&format!("kind-{}", f.kind.as_str())));
        OtherNorm { norm: view.cited(&f.norm), kind, text: says.join(" ") }
    };
    let groups = view.by_reason(&findings).into_iter();
    groups.map(|(why, g)| Other { common: capital(&why.join("; ")), norms: g.into_iter().map(row).collect() }).collect()
}

/// The open norms on which persons may answer and that are not set out.
pub(crate) fn open(view: &View<'_>, decision: &Decision) -> Vec<Open> {
    let findings = answering(decision, Verdict::Unknown);
    let by_person = by_person(&findings).into_iter();
    by_person
        .map(|(person, findings)| {
            let (_, far) = split(view, &findings, decision.case.persons.len());
            let norms = far.into_iter().map(|f| OpenNorm {
                norm: title(view, f),
                follows: if f.consequences.is_empty() {
                    view.words.say("no-consequence")
                } else {
                    view.dues(&f.consequences, Detail::Short)
                },
                missing: awaited(view, &view.missing(f)),
            });
            Open { name: name(view, person), norms: norms.collect() }
        })
        .filter(|o| !o.norms.is_empty())
        .collect()
}

/// What has to be known; the search for it has a budget, and may have ended without an answer.
fn awaited(view: &View<'_>, facts: &[String]) -> String {
    if facts.is_empty() { view.words.say("paper-not-found") } else { view.some_of(facts, FACTS) }
}

/// The other open norms, by the facts for which they wait and the persons whom they concern.
pub(crate) fn open_others(view: &View<'_>, decision: &Decision) -> Vec<Waits> {
    let mut out = Vec::new();
    for group in view.waiting(&others(decision, Verdict::Unknown)) {
        let facts = capital(&awaited(view, &group.facts));
        let titled = group.findings.iter().map(|f| (title(view, f), name(view, f.person.as_deref())));
        for (persons, norms) in together(together(titled).into_iter().map(|(norm, persons)| (persons, norm))) {
            out.push(Waits { facts: facts.clone(), norms: norms.join("; "), persons: persons.join("; ") });
        }
    }
    out
}

/// What goes with the same key, in the order in which the keys come.
fn together<K: PartialEq, V: PartialEq>(pairs: impl Iterator<Item = (K, V)>) -> Vec<(K, Vec<V>)> {
    let mut out: Vec<(K, Vec<V>)> = Vec::new();
    for (key, value) in pairs {
        match out.iter_mut().find(|(k, _)| *k == key) {
            Some((_, values)) if values.contains(&value) => {}
            Some((_, values)) => values.push(value),
            None => out.push((key, vec![value])),
        }
    }
    out
}

/// Norms that are law today and were not on the day of the act.
pub(crate) fn not_yet(view: &View<'_>, decision: &Decision) -> Vec<Row> {
    let row = |n: &NotYet| {
        let since = n.since.as_ref().map_or_else(|| "–".to_owned(), |d| date(view.words, d));
        Row { label: format!("{} – {}", view.cited(&n.norm), view.quoted(&n.norm.id)), text: since }
    };
    decision.not_yet_in_force.iter().map(row).collect()
}

/// Norms on which nobody answers here; those that one fact would turn come first. What goes for several persons or norms is said once.
pub(crate) fn not_applying(view: &View<'_>, decision: &Decision) -> Vec<NotApplying> {
    let mut findings = answering(decision, Verdict::DoesNotApply);
    findings.sort_by_key(|f| !near_miss(f));
    let why = |f: &Finding| {
        let turns = f.turns.iter().filter(|t| t.then != Verdict::DoesNotApply);
        let turns: Vec<String> = turns.map(|t| view.fact_of(&t.fact, f.person.as_deref())).collect();
        (view.some_of(&view.because(f), FACTS), view.some_of(&turns, FACTS))
    };
    let of_one = together(findings.iter().map(|f| ((title(view, f), why(f)), name(view, f.person.as_deref()))));
    let of_all = together(of_one.into_iter().map(|((norm, why), persons)| ((persons, why), norm)));
    let mut rows = Vec::new();
    for ((persons, (why, otherwise)), norms) in of_all {
        rows.push(NotApplying { norm: norms.join("; "), persons: persons.join("; "), why, otherwise });
    }
    rows
}
