//! Which card stands in which column, and in which order: links run from left to right wherever they can.

use super::graph::{Graph, Line};

/// More columns than these have no room for words.
const COLUMNS: usize = 4;

/// Something that takes up room in a column: a card, or a line on its way to a card further right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Card(usize),
    Pass(usize),
}

/// Columns from the left, each from the top.
#[derive(Clone, Debug)]
pub(super) struct Layers {
    pub(super) columns: Vec<Vec<Slot>>,
    column: Vec<usize>,
}

impl Layers {
    pub(super) fn new(graph: &Graph) -> Layers {
        let column = columns(graph);
        let count = column.iter().max().map_or(0, |c| c + 1);
        let mut slots: Vec<Vec<Slot>> = vec![Vec::new(); count];
        for (node, c) in column.iter().enumerate() {
            slots[*c].push(Slot::Card(node));
        }
        // A line to a card that is further away passes through the columns between, one for all that lead there.
        for to in 0..graph.nodes.len() {
            let from = graph.lines.iter().filter(|l| l.to == to && column[l.from] < column[to]).map(|l| column[l.from]);
            if let Some(first) = from.min() {
                for c in slots.iter_mut().take(column[to]).skip(first + 1) {
                    c.push(Slot::Pass(to));
                }
            }
        }
        let mut layers = Layers { columns: slots, column };
        for _ in 0..4 {
            layers.order(graph, true);
            layers.order(graph, false);
        }
        layers.order(graph, true);
        layers
    }

    /// The column of a card.
    pub(super) fn column(&self, node: usize) -> usize {
        self.column[node]
    }

    /// A link that runs to the right, as lines do.
    pub(super) fn forward(&self, line: &Line) -> bool {
        self.column[line.from] < self.column[line.to]
    }

    /// Puts what is linked side by side: each thing at the middle of its neighbours in the column before it (or after it).
    fn order(&mut self, graph: &Graph, from_left: bool) {
        let count = self.columns.len();
        let order: Vec<usize> =
            if from_left { (1..count).collect() } else { (0..count.saturating_sub(1)).rev().collect() };
        for c in order {
            let beside = if from_left { c - 1 } else { c + 1 };
            let place = |slot: Slot| self.columns[beside].iter().position(|s| *s == slot);
            let key = |slot: &Slot| -> f32 {
                let near = self.neighbours(graph, *slot, c, from_left);
                let places: Vec<f32> = near.into_iter().filter_map(place).map(|p| p as f32).collect();
                if places.is_empty() { f32::MAX } else { places.iter().sum::<f32>() / places.len() as f32 }
            };
            let mut keyed: Vec<(f32, Slot)> = self.columns[c].iter().map(|s| (key(s), *s)).collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            self.columns[c] = keyed.into_iter().map(|(_, s)| s).collect();
        }
    }

    /// What a slot is tied to in the column beside its own.
    fn neighbours(&self, graph: &Graph, slot: Slot, c: usize, from_left: bool) -> Vec<Slot> {
        let forward = graph.lines.iter().filter(|l| self.forward(l));
        let (Slot::Card(node) | Slot::Pass(node)) = slot;
        if from_left {
            // Sources right before, and the line's own way.
            let sources = forward.filter(|l| l.to == node && self.column[l.from] + 1 == c).map(|l| Slot::Card(l.from));
            sources.chain([Slot::Pass(node)]).collect()
        } else if let Slot::Pass(to) = slot {
            vec![Slot::Card(to), Slot::Pass(to)]
        } else {
            let targets = forward.filter(|l| l.from == node);
            targets.flat_map(|l| [Slot::Card(l.to), Slot::Pass(l.to)]).collect()
        }
    }
}

/// The column of each card: right of everything that leads to it, links that would close a circle left out. Who bears a norm stands right
/// before it.
fn columns(graph: &Graph) -> Vec<usize> {
    let n = graph.nodes.len();
    let is_bearer = |i: usize| graph.nodes[i].name.is_none();
    let lines: Vec<&Line> = graph.lines.iter().filter(|l| !is_bearer(l.from)).collect();
    let mut kept: Vec<&Line> = Vec::new();
    for line in lines {
        if !reaches(&kept, line.to, line.from) {
            kept.push(line);
        }
    }
    let first = usize::from((0..n).any(is_bearer));
    let mut column: Vec<usize> = (0..n).map(|i| if is_bearer(i) { 0 } else { first }).collect();
    // As often as a path can be long.
    for _ in 0..n {
        for l in &kept {
            column[l.to] = column[l.to].max((column[l.from] + 1).min(COLUMNS - 1));
        }
    }
    column
}

fn reaches(lines: &[&Line], from: usize, to: usize) -> bool {
    let (mut todo, mut seen) = (vec![from], vec![from]);
    while let Some(at) = todo.pop() {
        if at == to {
            return true;
        }
        for l in lines.iter().filter(|l| l.from == at) {
            if !seen.contains(&l.to) {
                seen.push(l.to);
                todo.push(l.to);
            }
        }
    }
    false
}
