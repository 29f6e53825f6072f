//! The wide drawing, read from the left: what happened, who, under which norms.

use super::card::{Card, Row};
use super::cards;
use super::draw::{Drawing, count};
use super::look::HEADING;
use super::scene::Scene;
use super::wires;
use crate::view::View;

const WIDTH: i32 = 900;
const EDGE: i32 = 4;
/// The columns and their widths; between them the lanes.
const THINGS: (i32, i32) = (EDGE, 236);
const PERSONS: (i32, i32) = (292, 270);
const NORMS_RIGHT: i32 = WIDTH - EDGE;
const TO_SYSTEM: i32 = 259;
const TO_ACT: i32 = 273;
/// From the persons to the first lane, from lane to lane, from the last one to the norms.
const FIRST: i32 = 18;
const NEXT: i32 = 13;
const LAST: i32 = 18;
const GAP: i32 = 16;
/// Between the edge of a card and the nearest place where a line may meet it.
const CORNER: i32 = 10;
/// So near to its verdict a line may meet a norm.
const NEAR: i32 = 14;

pub(super) fn draw(view: &View<'_>, scene: &Scene) -> Drawing {
    let mut drawing = Drawing { width: WIDTH, ..Drawing::default() };
    let d = &mut drawing;
    let persons_right = PERSONS.0 + PERSONS.1;
    let with_lane: Vec<usize> = (0..scene.drawn().len()).filter(|i| !scene.drawn()[*i].nobody).collect();
    let lanes = count(&with_lane);
    let norms_left = persons_right + if lanes == 0 { 30 } else { FIRST + (lanes - 1) * NEXT + LAST };
    // The norm at the top has the lane nearest to the norms, so that its line crosses no other on the way in.
    let lane = |norm: usize| {
        let (below, _) = (0..).zip(with_lane.iter().rev()).find(|(_, n)| **n == norm)?;
        Some(persons_right + FIRST + below * NEXT)
    };
    let norms_w = NORMS_RIGHT - norms_left;

    let headings = [
        (PERSONS.0, PERSONS.1, view.say("pic-persons", &[])),
        (norms_left, norms_w, view.say("pic-norms", &[("law", &scene.law)])),
    ];
    let mut top = 0;
    for (x, w, text) in headings {
        top = top.max(cards::paragraph(d, (x, EDGE, w), Row::new(text, HEADING, "pic-heading", 3)));
    }
    let top = EDGE + top + 8;

    let column = cards::persons(d, view, scene, (PERSONS.0, top, PERSONS.1), GAP);
    for (leave, norms) in &column.rows {
        if let Some(x) = norms.iter().filter_map(|n| lane(*n)).max() {
            d.wire((persons_right, leave.y), (x, leave.y), leave.tie);
        }
    }

    let left: Vec<i32> = column.to_system.iter().chain(&column.to_act).map(|l| l.y).collect();
    let mut y = top;
    let things: [(Card, _, _, _); 2] = [
        (cards::system(view, scene), TO_SYSTEM, &column.to_system, false),
        (cards::act(view, scene), TO_ACT, &column.to_act, true),
    ];
    for (card, x, leaves, square) in things {
        let (area, _) = card.draw(d, THINGS.0, y, THINGS.1);
        let entry = wires::apart(area.y + 24, area.y + CORNER, area.bottom() - CORNER, &left);
        wires::lane(d, x, leaves, (area.right(), entry), square);
        for leave in leaves {
            d.wire((x, leave.y), (PERSONS.0, leave.y), leave.tie);
        }
        y = area.bottom() + GAP;
    }
    let things_bottom = y;

    let right: Vec<i32> = column.rows.iter().map(|(l, _)| l.y).collect();
    y = top;
    for (i, norm) in scene.drawn().iter().enumerate() {
        let (area, ports) = cards::norm(view, norm, i).draw(d, norms_left, y, norms_w);
        if let (Some(x), Some((_, port))) = (lane(i), ports.first()) {
            // A line that ends in this lane runs straight on, where it comes in near enough.
            let ends_here =
                |(_, norms): &&(wires::Leave, Vec<usize>)| norms.iter().filter_map(|n| lane(*n)).max() == Some(x);
            let (from, to) = (area.y + CORNER, area.bottom() - CORNER);
            let mut straight = column.rows.iter().filter(ends_here).map(|(leave, _)| leave.y);
            let near = straight.find(|y| (port - NEAR..=port + NEAR).contains(y) && (from..=to).contains(y));
            let entry = near.unwrap_or_else(|| wires::apart(*port, from, to, &right));
            wires::lane(d, x, &column.to_norms[i], (norms_left, entry), false);
        }
        y = area.bottom() + GAP;
    }
    if scene.norms.is_empty() {
        y = cards::no_norm(view).draw(d, norms_left, y, norms_w).0.bottom() + GAP;
    }
    let y = y.max(column.bottom + GAP).max(things_bottom);
    d.height = cards::foot(d, view, scene, (EDGE, y, WIDTH - 2 * EDGE)) + EDGE;
    drawing
}
