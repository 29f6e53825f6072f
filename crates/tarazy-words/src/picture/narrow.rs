//! The tall drawing: everything below one another; lines to the system and the act at the left, lines to the norms at the right.

use super::card::Row;
use super::cards;
use super::draw::Drawing;
use super::look::HEADING;
use super::scene::Scene;
use super::wires;
use crate::view::View;

const WIDTH: i32 = 340;
/// The lanes at the left: the one to the system further out, for the system stands above the act.
const TO_SYSTEM: i32 = 6;
const TO_ACT: i32 = 17;
const LEFT: i32 = 29;
/// From the cards to the first lane at the right, from lane to lane, from the last one to the edge.
const FIRST: i32 = 12;
const NEXT: i32 = 11;
const EDGE: i32 = 6;
const GAP: i32 = 14;
const SECTION: i32 = 24;

pub(super) fn draw(view: &View<'_>, scene: &Scene) -> Drawing {
    // A norm that names nobody needs no lane.
    let mut lanes = vec![None; scene.drawn().len()];
    let mut count = 0;
    for (lane, _) in lanes.iter_mut().zip(scene.drawn()).filter(|(_, n)| !n.nobody) {
        *lane = Some(count);
        count += 1;
    }
    let right = if count == 0 { WIDTH - 2 } else { WIDTH - FIRST - (count - 1) * NEXT - EDGE };
    let lane = |norm: usize| lanes.get(norm).copied().flatten().map(|i| right + FIRST + i * NEXT);
    let w = right - LEFT;
    // No lane runs beside the system, the act and the headings.
    let whole = WIDTH - 2 - LEFT;
    let mut drawing = Drawing { width: WIDTH, ..Drawing::default() };
    let d = &mut drawing;

    let (system, _) = cards::system(view, scene).draw(d, LEFT, 4, whole);
    let (act, _) = cards::act(view, scene).draw(d, LEFT, system.bottom() + GAP, whole);
    let mut y = act.bottom() + SECTION;
    y += heading(d, y, whole, view.say("pic-persons", &[]));
    let column = cards::persons(d, view, scene, (LEFT, y, w), GAP);
    y = column.bottom + SECTION;
    y += heading(d, y, w, view.say("pic-norms", &[("law", &scene.law)]));

    wires::lane(d, TO_SYSTEM, &column.to_system, (LEFT, system.y + 24), false);
    wires::lane(d, TO_ACT, &column.to_act, (LEFT, act.y + 24), true);
    for leave in &column.to_system {
        d.wire((TO_SYSTEM, leave.y), (LEFT, leave.y), leave.tie);
    }
    for leave in &column.to_act {
        d.wire((TO_ACT, leave.y), (LEFT, leave.y), leave.tie);
    }
    for (leave, norms) in &column.rows {
        if let Some(x) = norms.iter().filter_map(|n| lane(*n)).max() {
            d.wire((right, leave.y), (x, leave.y), leave.tie);
        }
    }

    for (i, norm) in scene.drawn().iter().enumerate() {
        let (area, ports) = cards::norm(view, norm, i).draw(d, LEFT, y, w);
        if let (Some(x), Some((_, port))) = (lane(i), ports.first()) {
            wires::lane(d, x, &column.to_norms[i], (right, *port), false);
        }
        y = area.bottom() + GAP;
    }
    if scene.norms.is_empty() {
        y = cards::no_norm(view).draw(d, LEFT, y, w).0.bottom() + GAP;
    }
    d.height = cards::foot(d, view, scene, (LEFT, y, whole)) + 6;
    drawing
}

fn heading(drawing: &mut Drawing, y: i32, w: i32, text: String) -> i32 {
    cards::paragraph(drawing, (LEFT, y, w), Row::new(text, HEADING, "pic-heading", 3)) + 6
}
