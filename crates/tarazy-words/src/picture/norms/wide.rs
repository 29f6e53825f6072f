//! The wide drawing: bearers at the left, what follows from norms to the right of them; between the columns each target has its own lane.

use std::collections::BTreeMap;

use super::graph::Graph;
use super::layers::{Layers, Slot};
use crate::picture::card::Port;
use crate::picture::draw::{Area, Drawing, count, whole};
use crate::picture::wires::{self, Leave};
use crate::view::View;

const WIDTH: i32 = 900;
const EDGE: i32 = 4;
const GAP: i32 = 18;
/// The height of a line that passes between cards.
const PASS: i32 = 26;
/// From a column to the first lane, from lane to lane, from the last one to the next column.
const FIRST: i32 = 16;
const NEXT: i32 = 12;
const LAST: i32 = 16;
/// A gap has so many lanes; links to further targets are only said.
const LANES: usize = 7;
/// Between the edge of a card and the nearest place where a line may meet it.
const CORNER: i32 = 10;
/// Two lines that run beside each other are so far apart.
const AWAY: i32 = 6;

/// Where a row of a card, or a line that passes, leaves a column, and for which targets.
struct Out {
    leave: Leave,
    to: Vec<usize>,
}

pub(super) fn draw(view: &View<'_>, graph: &Graph) -> Drawing {
    // Where not all of them would have a line, who bears a norm is said in its card.
    let alone = graph.nodes.iter().filter(|n| n.is_borne()).count() > LANES;
    let without = alone.then(|| graph.without_bearers());
    let graph = without.as_ref().unwrap_or(graph);
    let layers = Layers::new(graph);
    let columns = layers.columns.len();
    let mut drawing = Drawing { width: WIDTH, ..Drawing::default() };
    let d = &mut drawing;
    // Each gap is as wide as its lanes need.
    let targets: Vec<Vec<usize>> = (0..columns).map(|c| reached(&layers, graph, c)).collect();
    let gap = |c: usize| FIRST + (count(&targets[c]) - 1).max(0) * NEXT + LAST;
    let gaps: i32 = (1..columns).map(gap).sum();
    let w = (WIDTH - 2 * EDGE - gaps) / whole(columns.max(1));
    let w = w.min(400);
    let mut left = EDGE;
    let mut bottom = EDGE;
    let mut outs: Vec<Out> = Vec::new();
    for (c, lanes) in targets.iter().enumerate() {
        if c > 0 {
            left += w + gap(c);
        }
        let mut y = EDGE;
        let mut next: Vec<Out> = Vec::new();
        let taken: Vec<i32> = outs.iter().map(|o| o.leave.y).collect();
        let mut entered: BTreeMap<usize, i32> = BTreeMap::new();
        for slot in &layers.columns[c] {
            let (Slot::Card(node) | Slot::Pass(node)) = slot;
            let wanted: Vec<i32> = outs.iter().filter(|o| o.to.contains(node)).map(|o| o.leave.y).collect();
            match slot {
                Slot::Card(_) => {
                    let card = graph.card(view, *node, alone);
                    // Beside what leads here, where there is room.
                    let top = y.max(wanted.iter().min().map_or(y, |w| w - 40).min(y + 160));
                    let (area, ports) = card.draw(d, left, top, w);
                    if lanes.contains(node)
                        && !wanted.is_empty()
                        && let Some(entry) =
                            straight(*node, area, &outs, &entered).or_else(|| free(area.y + 24, area, &taken, &entered))
                    {
                        entered.insert(*node, entry);
                    }
                    next.extend(outs_of(graph, &layers, *node, &ports));
                    y = area.bottom() + GAP;
                }
                Slot::Pass(to) => {
                    let area = Area { x: left, y, w, h: PASS };
                    let tie = outs.iter().filter(|o| o.to.contains(to)).map(|o| o.leave.tie).max();
                    if let (Some(tie), true) = (tie, lanes.contains(to))
                        && let Some(entry) = free(
                            area.y + PASS / 2,
                            Area { y: area.y - CORNER + 2, h: PASS + 2 * CORNER - 4, ..area },
                            &taken,
                            &entered,
                        )
                    {
                        entered.insert(*to, entry);
                        d.wire((left, entry), (left + w, entry), tie);
                        next.push(Out { leave: Leave { y: entry, tie }, to: vec![*to] });
                    }
                    y += PASS;
                }
            }
        }
        bottom = bottom.max(y);
        if c > 0 {
            connect(d, left - gap(c), left, lanes, &entered, &outs);
        }
        outs = next;
    }
    d.height = bottom - GAP + 2 * EDGE;
    drawing
}

/// The targets of lines that cross the gap before a column: those in it, from the top, and those behind it.
fn reached(layers: &Layers, graph: &Graph, c: usize) -> Vec<usize> {
    if c == 0 {
        return Vec::new();
    }
    let leads = |to: usize| graph.lines.iter().any(|l| l.to == to && layers.forward(l) && layers.column(l.from) < c);
    let all = layers.columns[c].iter().map(|s| match s {
        Slot::Card(n) | Slot::Pass(n) => *n,
    });
    all.filter(|n| leads(*n)).take(LANES).collect()
}

/// The rows of a card from which lines run on.
fn outs_of(graph: &Graph, layers: &Layers, node: usize, ports: &[(Port, i32)]) -> Vec<Out> {
    let rows = graph.rows(node);
    let mut out = Vec::new();
    for (port, y) in ports {
        let Port::Norms(i, tie) = port else { continue };
        let Some((_, _, to)) = rows.get(*i) else { continue };
        let to: Vec<usize> = to.iter().copied().filter(|t| layers.column(node) < layers.column(*t)).collect();
        if !to.is_empty() {
            out.push(Out { leave: Leave { y: *y, tie: *tie }, to });
        }
    }
    out
}

/// A line that leads to this target first of all runs straight on, where it comes in beside the card.
fn straight(target: usize, area: Area, outs: &[Out], entered: &BTreeMap<usize, i32>) -> Option<i32> {
    let ends_here = |o: &&Out| o.to.contains(&target) && !o.to.iter().any(|t| entered.contains_key(t));
    let beside = |y: &i32| {
        let inside = (area.y + CORNER..=area.bottom() - CORNER).contains(y);
        inside && entered.values().all(|e| (e - y).abs() >= AWAY)
    };
    outs.iter().filter(ends_here).map(|o| o.leave.y).find(beside)
}

/// A height at which a line may enter, away from all others.
fn free(wanted: i32, area: Area, taken: &[i32], entered: &BTreeMap<usize, i32>) -> Option<i32> {
    let (from, to) = (area.y + CORNER, area.bottom() - CORNER);
    let clear =
        |y: &i32| (from..=to).contains(y) && taken.iter().chain(entered.values()).all(|t| (t - y).abs() >= AWAY);
    (0..=(to - from).max(0)).flat_map(|d| [wanted + d, wanted - d]).find(clear)
}

/// The lines of one gap.
fn connect(d: &mut Drawing, from: i32, left: i32, lanes: &[usize], entered: &BTreeMap<usize, i32>, outs: &[Out]) {
    // The target at the top has the lane nearest to it, so that its line crosses no other on the way in.
    let lane = |target: usize| {
        let place = lanes.iter().position(|t| *t == target)?;
        entered.contains_key(&target).then(|| from + FIRST + (count(lanes) - 1 - whole(place)) * NEXT)
    };
    for target in lanes {
        let (Some(x), Some(entry)) = (lane(*target), entered.get(target)) else { continue };
        let leaves: Vec<Leave> = outs.iter().filter(|o| o.to.contains(target)).map(|o| o.leave).collect();
        wires::lane(d, x, &leaves, (left, *entry), false);
    }
    for out in outs {
        let furthest: Option<i32> = out.to.iter().filter_map(|t| lane(*t)).max();
        if let Some(x) = furthest {
            d.wire((from, out.leave.y), (x, out.leave.y), out.leave.tie);
        }
    }
}
