//! The cards of a scene: the system, the act, each person, each norm.

use tarazy_law::decide::answer::Verdict;

use super::card::{Before, Card, Port, Row, more};
use super::draw::{Area, Drawing, count};
use super::look::{BODY, NAME, SMALL, Tie};
use super::measure::wrap;
use super::scene::{Norm, Scene, Someone};
use super::ties::Said;
use super::wires::Leave;
use crate::amount::capital;
use crate::view::View;

/// The AI system and what matters of it.
pub(super) fn system(view: &View<'_>, scene: &Scene) -> Card {
    let title = Row::new(view.say("pic-system", &[]), NAME, "pic-name", 2).before(Before::Sign("system"));
    Card { class: "pic-card pic-thing", rows: with_facts(view, vec![title], &scene.system) }
}

/// What happened: the title of the case, then the facts on which the answer turns.
pub(super) fn act(view: &View<'_>, scene: &Scene) -> Card {
    let mut rows = vec![Row::new(view.say("pic-act", &[]), NAME, "pic-name", 2).before(Before::Sign("act"))];
    if !scene.title.trim().is_empty() {
        rows.push(Row::new(&scene.title, BODY, "pic-text", 6));
    }
    Card { class: "pic-card pic-thing", rows: with_facts(view, rows, &scene.act) }
}

fn with_facts(view: &View<'_>, mut rows: Vec<Row>, facts: &[Said]) -> Vec<Row> {
    rows.extend(facts.iter().enumerate().map(|(i, s)| {
        let row = Row::new(shown(view, s), SMALL, if s.open { "pic-faint" } else { "pic-text" }, 3);
        row.before(Before::Bullet { hollow: s.open }).gap(if i == 0 { 8 } else { 3 })
    }));
    rows
}

/// A fact as the picture shows it: what is open with a question mark.
fn shown(view: &View<'_>, said: &Said) -> String {
    if said.open { view.say("pic-maybe", &[("what", &said.text)]) } else { said.text.clone() }
}

/// One after another, each with its question mark if it has one.
fn joined(view: &View<'_>, facts: &[Said]) -> String {
    facts.iter().map(|s| shown(view, s)).collect::<Vec<_>>().join(", ")
}

/// Every role that is known and the first few that may be.
fn roles(view: &View<'_>, facts: &[Said]) -> String {
    const MAYBE: usize = 3;
    let known = facts.iter().filter(|s| !s.open).count();
    let told = &facts[..facts.len().min(known + MAYBE)];
    let more = if told.len() < facts.len() { ", …" } else { "" };
    format!("{}{more}", joined(view, told))
}

fn tie(facts: &[Said]) -> Tie {
    if facts.iter().all(|s| s.open) { Tie::Maybe } else { Tie::Known }
}

/// A person with their roles, their part and the verdicts that concern them.
pub(super) fn person(view: &View<'_>, scene: &Scene, someone: &Someone) -> Card {
    let mut rows = vec![Row::new(capital(&someone.name), NAME, "pic-name", 3).before(Before::Sign("person"))];
    if !someone.roles.is_empty() {
        let row = Row::new(roles(view, &someone.roles), BODY, "pic-text", 4);
        rows.push(row.port(Port::System(tie(&someone.roles))));
    }
    if !someone.part.is_empty() {
        let row = Row::new(joined(view, &someone.part), BODY, "pic-text", 4);
        rows.push(row.port(Port::Act(tie(&someone.part))));
    }
    rows.extend(someone.others.iter().map(|s| Row::new(shown(view, s), SMALL, "pic-faint", 3)));
    if rows.len() == 1 {
        rows.push(Row::new(view.say("pic-no-role", &[]), BODY, "pic-faint", 2));
    }
    let drawn = scene.drawn().len();
    for (i, (verdict, norms)) in someone.verdicts.iter().enumerate() {
        let mut numbers: Vec<String> = norms.iter().filter(|n| **n < drawn).map(|n| (n + 1).to_string()).collect();
        let with_line = !numbers.is_empty();
        let left = norms.len() - numbers.len();
        if left > 0 {
            numbers.push(more(left));
        }
        let tie = Tie::of(*verdict);
        let mut row = Row::verdict(tie, capital(&view.say(&format!("pic-{}", verdict.as_str()), &[])), numbers);
        if with_line {
            row = row.port(Port::Norms(i, tie));
        }
        rows.push(row);
    }
    let class = match someone.strongest().map(Tie::of) {
        Some(tie) if tie.answers() => "pic-card pic-person pic-answers",
        Some(_) => "pic-card pic-person pic-open",
        None => "pic-card pic-person",
    };
    Card { class, rows }
}

/// A norm with its verdict, and what follows.
pub(super) fn norm(view: &View<'_>, norm: &Norm, place: usize) -> Card {
    let tie = Tie::of(norm.verdict);
    let class = if tie.answers() { "pic-number pic-answers" } else { "pic-number pic-open" };
    let number = Before::Number { class, text: (place + 1).to_string() };
    let mut rows = vec![Row::new(capital(&norm.heading), NAME, "pic-name", 4).before(number)];
    // What is abbreviated and its number stay on one line.
    let kind = capital(&view.say(&format!("kind-{}", norm.kind.as_str()), &[]));
    rows.push(Row::new(
        format!("{kind} · {}", norm.place.replace(". ", ".\u{a0}").replace(") ", ")\u{a0}")),
        SMALL,
        "pic-text",
        3,
    ));
    rows.extend(norm.source.iter().map(|s| Row::new(capital(s), SMALL, "pic-faint", 2)));
    rows.extend(norm.follows.iter().map(|s| Row::new(capital(s), SMALL, "pic-text", 4)));
    if norm.nobody {
        rows.push(Row::new(view.say("pic-names-nobody", &[]), SMALL, "pic-faint", 3));
    }
    let said = match norm.verdict {
        Verdict::Unknown => view.say("pic-unknown", &[]),
        verdict => view.say(&format!("verdict-{}", verdict.as_str()), &[]),
    };
    rows.push(Row::verdict(tie, capital(&said), Vec::new()).port(Port::Norms(place, tie)));
    let class = if tie.answers() { "pic-card pic-norm pic-answers" } else { "pic-card pic-norm pic-open" };
    Card { class, rows }
}

/// In place of norms, where there is none.
pub(super) fn no_norm(view: &View<'_>) -> Card {
    Card {
        class: "pic-card pic-norm",
        rows: vec![Row::new(capital(&view.say("nobody-answers", &[])), BODY, "pic-text", 5)],
    }
}

/// A paragraph without a card; its height.
pub(super) fn paragraph(drawing: &mut Drawing, (x, y, w): (i32, i32, i32), row: Row) -> i32 {
    let lines = wrap(&row.text, row.set, w as f32, row.most);
    let height = count(&lines) * row.set.leading;
    for (i, line) in (0..).zip(lines) {
        drawing.text(x, y + i * row.set.leading, row.set, row.class, line);
    }
    height
}

/// Persons one below another, and where lines leave their cards.
#[derive(Default)]
pub(super) struct Column {
    pub(super) to_system: Vec<Leave>,
    pub(super) to_act: Vec<Leave>,
    /// For each norm that is drawn.
    pub(super) to_norms: Vec<Vec<Leave>>,
    /// For each row with norms: its height, its tie, and the places of its norms that are drawn.
    pub(super) rows: Vec<(Leave, Vec<usize>)>,
    pub(super) bottom: i32,
}

/// Draws all persons below `y`.
pub(super) fn persons(
    drawing: &mut Drawing,
    view: &View<'_>,
    scene: &Scene,
    (x, y, w): (i32, i32, i32),
    gap: i32,
) -> Column {
    let drawn = scene.drawn().len();
    let mut column = Column { to_norms: vec![Vec::new(); drawn], bottom: y, ..Column::default() };
    let mut top = y;
    for someone in &scene.persons {
        let (area, ports): (Area, _) = person(view, scene, someone).draw(drawing, x, top, w);
        for (port, y) in ports {
            match port {
                Port::System(tie) => column.to_system.push(Leave { y, tie }),
                Port::Act(tie) => column.to_act.push(Leave { y, tie }),
                Port::Norms(i, tie) => {
                    let norms: Vec<usize> = someone.verdicts[i].1.iter().copied().filter(|n| *n < drawn).collect();
                    for n in &norms {
                        column.to_norms[*n].push(Leave { y, tie });
                    }
                    column.rows.push((Leave { y, tie }, norms));
                }
            }
        }
        column.bottom = area.bottom();
        top = area.bottom() + gap;
    }
    column
}

/// What stands below the norms: how many are not drawn, and that nobody has judged.
pub(super) fn foot(drawing: &mut Drawing, view: &View<'_>, scene: &Scene, (x, y, w): (i32, i32, i32)) -> i32 {
    let mut bottom = y;
    if scene.left() > 0 {
        let text = view.say("pic-more", &[("count", &scene.left().to_string())]);
        bottom += paragraph(drawing, (x, bottom, w), Row::new(capital(&text), BODY, "pic-text", 2)) + 8;
    }
    let note = Row::new(view.say("pic-note", &[]), SMALL, "pic-faint", 4);
    bottom + paragraph(drawing, (x, bottom, w), note)
}
