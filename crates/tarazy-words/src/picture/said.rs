//! The picture in words: everything it shows, and what it has no room for.

use tarazy_law::decide::answer::Verdict;

use super::Part;
use super::scene::{Norm, Scene, Someone};
use super::ties::Said;
use crate::amount::capital;
use crate::view::View;

pub(super) fn said(view: &View<'_>, scene: &Scene) -> Vec<Part> {
    let title = (!scene.title.trim().is_empty()).then(|| scene.title.clone());
    let parts = [
        (view.say("pic-system", &[]), facts(view, &scene.system)),
        (view.say("pic-act", &[]), title.into_iter().chain(facts(view, &scene.act)).collect()),
        (view.say("pic-persons", &[]), scene.persons.iter().map(|p| person(view, scene, p)).collect()),
        (view.say("pic-norms", &[("law", &scene.law)]), norms(view, scene)),
    ];
    parts.into_iter().filter(|(_, lines)| !lines.is_empty()).map(|(heading, lines)| Part { heading, lines }).collect()
}

fn facts(view: &View<'_>, facts: &[Said]) -> Vec<String> {
    facts.iter().map(|s| capital(&in_words(view, s))).collect()
}

/// A question mark is for the eye; here it is said what it means.
fn in_words(view: &View<'_>, said: &Said) -> String {
    if said.open { view.say("pic-maybe-said", &[("what", &said.text)]) } else { said.text.clone() }
}

/// «Clinic: owner, possessor (not established); took part; may answer under 1».
fn person(view: &View<'_>, scene: &Scene, someone: &Someone) -> String {
    let mut clauses = Vec::new();
    for facts in [&someone.roles, &someone.part, &someone.others] {
        if !facts.is_empty() {
            clauses.push(facts.iter().map(|s| in_words(view, s)).collect::<Vec<_>>().join(", "));
        }
    }
    if clauses.is_empty() {
        clauses.push(view.say("pic-no-role", &[]));
    }
    for (verdict, norms) in &someone.verdicts {
        let norms: Vec<String> = norms.iter().map(|n| place(scene, *n)).collect();
        let key = format!("pic-{}-said", verdict.as_str());
        clauses.push(view.say(&key, &[("norms", &norms.join("; "))]));
    }
    if someone.verdicts.is_empty() {
        clauses.push(view.say("pic-free-said", &[]));
    }
    view.say("pic-person-said", &[("person", &capital(&someone.name)), ("what", &clauses.join("; "))])
}

/// A norm by its place in the law; by its heading too, where several have the same place.
fn place(scene: &Scene, norm: usize) -> String {
    let n = &scene.norms[norm];
    let alone = scene.norms.iter().filter(|m| m.place == n.place).count() == 1;
    if alone { n.place.clone() } else { format!("{} ({})", n.place, n.heading) }
}

fn norms(view: &View<'_>, scene: &Scene) -> Vec<String> {
    if scene.norms.is_empty() {
        return vec![capital(&view.say("nobody-answers", &[]))];
    }
    scene.norms.iter().enumerate().map(|(i, n)| norm(view, n, i + 1)).collect()
}

fn norm(view: &View<'_>, norm: &Norm, number: usize) -> String {
    let kind = view.say(&format!("kind-{}", norm.kind.as_str()), &[]);
    let verdict = match norm.verdict {
        Verdict::Unknown => view.say("pic-unknown", &[]),
        v => view.say(&format!("verdict-{}", v.as_str()), &[]),
    };
    let mut rest = vec![verdict];
    rest.extend(norm.source.clone());
    rest.extend(norm.follows.clone());
    if norm.nobody {
        rest.push(view.say("pic-names-nobody", &[]));
    }
    let args = [
        ("number", &*number.to_string()),
        ("heading", &*capital(&norm.heading)),
        ("kind", &*kind),
        ("place", &*norm.place),
        ("what", &*rest.join("; ")),
    ];
    view.say("pic-norm-said", &args)
}
