//! What the picture shows, before anything is measured or drawn.

use std::collections::BTreeSet;

use tarazy_law::case::Case;
use tarazy_law::decide::answer::{Decision, FactRef, Finding, Verdict};
use tarazy_law::syntax::ast::NormKind;

use super::ties::{Said, key_facts, of_person};
use crate::because::distance;
use crate::cite;
use crate::due::Detail;
use crate::sentence::answers;
use crate::view::View;

/// So many norms are drawn; the others are counted, and named in the words.
const NORMS: usize = 6;

/// A case under an edition.
pub(super) struct Scene {
    pub(super) title: String,
    /// What people call the edition.
    pub(super) law: String,
    /// What is established of the system and matters most.
    pub(super) system: Vec<Said>,
    /// What happened.
    pub(super) act: Vec<Said>,
    /// Who answers first, then who may have to, then the others.
    pub(super) persons: Vec<Someone>,
    /// The nearest first. Those that do not apply to anybody are not here.
    pub(super) norms: Vec<Norm>,
}

/// A person of the case.
pub(super) struct Someone {
    pub(super) name: String,
    /// Towards the system.
    pub(super) roles: Vec<Said>,
    /// In what happened.
    pub(super) part: Vec<Said>,
    /// Towards other persons.
    pub(super) others: Vec<Said>,
    /// For each verdict, the norms, by their place in [`Scene::norms`].
    pub(super) verdicts: Vec<(Verdict, Vec<usize>)>,
}

impl Someone {
    /// The strongest verdict.
    pub(super) fn strongest(&self) -> Option<Verdict> {
        self.verdicts.first().map(|(v, _)| *v)
    }
}

/// A norm that applies to somebody, competes, or is open.
pub(super) struct Norm {
    pub(super) kind: NormKind,
    pub(super) heading: String,
    pub(super) place: String,
    /// How far the text was read, where it is not the official text.
    pub(super) source: Option<String>,
    /// What follows, where it applies and the same follows for all.
    pub(super) follows: Option<String>,
    pub(super) verdict: Verdict,
    /// The text does not say who answers.
    pub(super) nobody: bool,
}

impl Scene {
    pub(super) fn new(view: &View<'_>, case: &Case, decision: &Decision) -> Scene {
        let groups = nearest(decision);
        let shown: Vec<&Finding> = groups.iter().take(NORMS).flatten().copied().collect();
        let (system, act) = key_facts(view, case, decision, &shown);
        let mut persons: Vec<Someone> = (0..case.persons.len()).map(|p| someone(view, case, p, &groups)).collect();
        persons.sort_by_key(|p| p.strongest().map_or(3, order));
        Scene {
            title: view.words.of(&decision.case.title).to_owned(),
            law: view.words.of(&decision.law.title).to_owned(),
            system,
            act,
            persons,
            norms: groups.iter().map(|g| norm(view, g)).collect(),
        }
    }

    /// The norms that are drawn.
    pub(super) fn drawn(&self) -> &[Norm] {
        &self.norms[..self.norms.len().min(NORMS)]
    }

    /// How many are not.
    pub(super) fn left(&self) -> usize {
        self.norms.len() - self.drawn().len()
    }
}

fn order(verdict: Verdict) -> usize {
    match verdict {
        Verdict::Competing => 0,
        Verdict::Applies => 1,
        Verdict::Unknown => 2,
        Verdict::DoesNotApply => 3,
    }
}

/// The findings of offences and liabilities that are not excluded, norm by norm: what applies before what is open, offences before
/// liabilities, what is nearest to somebody's answering first.
fn nearest(decision: &Decision) -> Vec<Vec<&Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for f in decision.findings.iter().filter(|f| answers(f.kind) && f.verdict != Verdict::DoesNotApply) {
        match groups.iter_mut().find(|g| g[0].norm.id == f.norm.id) {
            Some(group) => group.push(f),
            None => groups.push(vec![f]),
        }
    }
    groups.sort_by_key(|g| {
        let open = g.iter().all(|f| f.verdict == Verdict::Unknown);
        let far = g.iter().map(|f| distance(f)).min();
        (open, g[0].kind != NormKind::Offence, far)
    });
    groups
}

fn someone(view: &View<'_>, case: &Case, person: usize, groups: &[Vec<&Finding>]) -> Someone {
    let id = &case.persons[person].id;
    let own = |f: &&&Finding| f.person.as_ref() == Some(id);
    let mut verdicts = Vec::new();
    for verdict in [Verdict::Competing, Verdict::Applies, Verdict::Unknown] {
        let with = |g: &Vec<&Finding>| g.iter().filter(own).any(|f| f.verdict == verdict);
        let norms: Vec<usize> = (0..groups.len()).filter(|i| with(&groups[*i])).collect();
        if !norms.is_empty() {
            verdicts.push((verdict, norms));
        }
    }
    let needed: BTreeSet<&str> = groups.iter().take(NORMS).flatten().filter(own).flat_map(|f| needs(f, id)).collect();
    let (roles, part, others) = of_person(view, case, person, &needed);
    Someone { name: view.person(id), roles, part, others, verdicts }
}

/// The facts about a person which an open norm waits to be answered with *yes*: on any of the shortest ways to its applying.
fn needs<'f>(finding: &'f Finding, person: &'f str) -> impl Iterator<Item = &'f str> {
    let ways = || finding.needs.iter().flat_map(|n| &n.applies);
    let shortest = ways().map(Vec::len).min().unwrap_or(0);
    ways().filter(move |w| w.len() == shortest).flatten().filter_map(move |f| match f {
        FactRef::Fact { fact, persons, values } if persons.first().is_some_and(|p| p == person) => {
            values.iter().any(|v| v == "yes").then_some(fact.as_str())
        }
        _ => None,
    })
}

fn norm(view: &View<'_>, group: &[&Finding]) -> Norm {
    let strongest = group.iter().copied().min_by_key(|f| order(f.verdict)).unwrap_or(group[0]);
    let same =
        group.iter().filter(|f| f.verdict == strongest.verdict).all(|f| f.consequences == strongest.consequences);
    let holds = strongest.verdict != Verdict::Unknown;
    let follows = || match &strongest.consequences[..] {
        [] => view.words.say("no-consequence"),
        dues => view.dues(dues, Detail::Short),
    };
    Norm {
        kind: strongest.kind,
        heading: view.heading(&strongest.norm.id).unwrap_or(&strongest.norm.id).to_owned(),
        place: view.cited(&strongest.norm),
        source: (strongest.norm.source != "primary").then(|| cite::source(view.words, &strongest.norm)),
        follows: (holds && same).then(follows),
        verdict: strongest.verdict,
        nobody: group.iter().all(|f| f.person.is_none()),
    }
}
