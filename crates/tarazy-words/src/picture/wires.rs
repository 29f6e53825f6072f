//! How lines run: each target has a lane of its own, down the gap between the columns; a line from a card runs across to it, and a mark
//! shows where they meet. Where lines cross without a mark they do not meet.

use super::draw::{Drawing, Mark};
use super::look::Tie;

/// Where a line leaves a card for a lane.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leave {
    pub(super) y: i32,
    pub(super) tie: Tie,
}

/// The lane at `x`, from where lines meet it to the target at `entry`. Every stretch is as strong as the strongest line that runs
/// through it.
pub(super) fn lane(drawing: &mut Drawing, x: i32, leaves: &[Leave], entry: (i32, i32), square: bool) {
    let Some(strongest) = leaves.iter().map(|l| l.tie).max() else { return };
    let mut stops: Vec<i32> = leaves.iter().map(|l| l.y).chain([entry.1]).collect();
    stops.sort_unstable();
    stops.dedup();
    for pair in stops.windows(2) {
        let [from, to] = *pair else { continue };
        // Lines from above the target run down through the stretch, those from below run up.
        let through = |l: &&Leave| if to <= entry.1 { l.y <= from } else { l.y >= to };
        if let Some(tie) = leaves.iter().filter(through).map(|l| l.tie).max() {
            drawing.wire((x, from), (x, to), tie);
        }
    }
    drawing.wire((x, entry.1), entry, strongest);
    for leave in leaves {
        let mark = if square { Mark::Square(leave.tie) } else { Mark::Round(leave.tie) };
        drawing.mark((x, leave.y), mark);
    }
}

/// A height near `wanted`, between `from` and `to`, that keeps away from every one of `taken`, so that no line runs along another.
pub(super) fn apart(wanted: i32, from: i32, to: i32, taken: &[i32]) -> i32 {
    const AWAY: i32 = 6;
    let free = |y: &i32| (from..=to).contains(y) && taken.iter().all(|t| (t - y).abs() >= AWAY);
    (0..=(to - from).max(0)).flat_map(|d| [wanted + d, wanted - d]).find(free).unwrap_or(wanted)
}
