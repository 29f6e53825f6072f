//! The tall drawing: cards one below another, links in lanes at the right.

use super::graph::Graph;
use super::layers::{Layers, Slot};
use crate::picture::card::Port;
use crate::picture::draw::{Drawing, whole};
use crate::picture::wires::{self, Leave};
use crate::view::View;

const WIDTH: i32 = 340;
const LEFT: i32 = 2;
/// From the cards to the first lane, from lane to lane, from the last one to the edge.
const FIRST: i32 = 12;
const NEXT: i32 = 11;
const EDGE: i32 = 6;
const GAP: i32 = 14;
/// So many lanes leave room for words; other links are only said.
const LANES: usize = 6;
const CORNER: i32 = 8;

pub(super) fn draw(view: &View<'_>, graph: &Graph) -> Drawing {
    // Who bears a norm is said in its card.
    let layers = Layers::new(graph);
    let cards = layers.columns.iter().flatten().filter_map(|s| match s {
        Slot::Card(n) if graph.nodes[*n].name.is_some() => Some(*n),
        _ => None,
    });
    let cards: Vec<usize> = cards.collect();
    let place = |node: usize| cards.iter().position(|c| *c == node);
    let lanes = lanes(graph, &cards);
    let count = lanes.iter().filter_map(|l| l.map(|l| l + 1)).max().unwrap_or(0);
    let right = if count == 0 { WIDTH - 2 } else { WIDTH - EDGE - (whole(count) - 1) * NEXT - FIRST };
    let lane = |node: usize| place(node).and_then(|p| lanes[p]).map(|l| right + FIRST + whole(l) * NEXT);

    let mut drawing = Drawing { width: WIDTH, ..Drawing::default() };
    let d = &mut drawing;
    let mut y = 4;
    let mut leaves: Vec<(Leave, Vec<usize>)> = Vec::new();
    let mut areas = Vec::new();
    for node in &cards {
        let (area, ports) = graph.card(view, *node, true).draw(d, LEFT, y, right - LEFT);
        let rows = graph.rows(*node);
        let mut own = Vec::new();
        for (port, y) in ports {
            let Port::Norms(i, tie) = port else { continue };
            own.push(y);
            if let Some((_, _, to)) = rows.get(i) {
                leaves.push((Leave { y, tie }, to.clone()));
            }
        }
        areas.push((area, own));
        y = area.bottom() + GAP;
    }
    for (i, node) in cards.iter().enumerate() {
        let Some(x) = lane(*node) else { continue };
        let lead: Vec<Leave> = leaves.iter().filter(|(_, to)| to.contains(node)).map(|(l, _)| *l).collect();
        let (area, own) = &areas[i];
        let entry = wires::apart(area.y + 20, area.y + CORNER, area.bottom() - CORNER, own);
        wires::lane(d, x, &lead, (right, entry), false);
    }
    for (leave, to) in &leaves {
        if let Some(x) = to.iter().filter_map(|t| lane(*t)).max() {
            d.wire((right, leave.y), (x, leave.y), leave.tie);
        }
    }
    d.height = y - GAP + 6;
    drawing
}

/// The lane of each card to which links lead; lines that share a lane do not meet. The shortest first, so that as many as can be are
/// drawn.
fn lanes(graph: &Graph, cards: &[usize]) -> Vec<Option<usize>> {
    let place = |node: usize| cards.iter().position(|c| *c == node);
    let mut reach: Vec<(usize, usize, usize)> = Vec::new();
    for (i, node) in cards.iter().enumerate() {
        let from: Vec<usize> = graph.lines.iter().filter(|l| l.to == *node).filter_map(|l| place(l.from)).collect();
        if let (Some(first), Some(last)) = (from.iter().min(), from.iter().max()) {
            reach.push((i, i.min(*first), i.max(*last)));
        }
    }
    reach.sort_by_key(|(i, first, last)| (last - first, *i));
    let mut out = vec![None; cards.len()];
    let mut taken: Vec<Vec<(usize, usize)>> = vec![Vec::new(); LANES];
    for (i, first, last) in reach {
        let fits = |lane: &Vec<(usize, usize)>| lane.iter().all(|(f, l)| last < *f || *l < first);
        if let Some(lane) = taken.iter().position(fits) {
            taken[lane].push((first, last));
            out[i] = Some(lane);
        }
    }
    out
}
