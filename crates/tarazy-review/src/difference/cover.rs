//! The smallest description: maximal cubes, none of them superfluous.

use std::collections::HashMap;

use super::diagram::{Cube, NEVER, Node};
use super::space::Space;

/// Cubes that together hold wherever `must` does and nowhere outside `may`, and whether they are all; more than `limit` are not made.
///
/// Each cube is maximal: none of its literals can be dropped and none allows one value more. None of the cubes can be left out.
pub(crate) fn cover(space: &mut Space<'_>, must: Node, may: Node, limit: usize) -> (Vec<Cube>, bool) {
    let mut cubes: Vec<(Cube, Node)> = Vec::new();
    let (mut left, mut all) = (must, true);
    while let Some(path) = space.d.shortest(left) {
        if cubes.len() == limit || space.d.full {
            all = false;
            break;
        }
        let cube = largest(space, &path, may);
        let node = space.cube(&cube);
        left = space.d.without(left, node);
        cubes.push((cube, node));
    }
    all &= !space.d.full;
    if all {
        irredundant(space, must, &mut cubes);
    }
    let mut out: Vec<Cube> = cubes.into_iter().map(|(c, _)| c).collect();
    out.sort_by_key(|c| (c.len(), c.clone()));
    (out, all)
}

/// The largest of the maximal cubes around a case that are found by giving literals up in different orders.
fn largest(space: &Space<'_>, path: &[(u32, usize)], may: Node) -> Cube {
    let start: Cube = path.iter().map(|(var, value)| (*var, 1 << value)).collect();
    let forwards: Vec<u32> = start.iter().map(|(v, _)| *v).collect();
    let backwards: Vec<u32> = forwards.iter().rev().copied().collect();
    let middle = forwards.len() / 2;
    let outwards: Vec<u32> = forwards[middle..].iter().chain(&forwards[..middle]).copied().collect();
    let candidates = [backwards, forwards, outwards].map(|order| maximal(space, start.clone(), &order, may));
    let best = candidates.into_iter().min_by_key(|c| (c.len(), std::cmp::Reverse(weight(c))));
    best.unwrap_or(start)
}

fn weight(cube: &Cube) -> u32 {
    cube.iter().map(|(_, values)| values.count_ones()).sum()
}

fn maximal(space: &Space<'_>, mut cube: Cube, order: &[u32], may: Node) -> Cube {
    for var in order {
        let without: Cube = cube.iter().filter(|(v, _)| v != var).copied().collect();
        if space.d.covers(may, &without) {
            cube = without;
        }
    }
    for i in 0..cube.len() {
        for value in 0..space.size(cube[i].0) {
            let before = cube[i].1;
            cube[i].1 |= 1 << value;
            if cube[i].1 != before && !space.d.covers(may, &cube) {
                cube[i].1 = before;
            }
        }
    }
    cube
}

/// Leaves out what the others cover, those with the most literals first.
fn irredundant(space: &mut Space<'_>, must: Node, cubes: &mut Vec<(Cube, Node)>) {
    cubes.sort_by_key(|(c, _)| std::cmp::Reverse(c.len()));
    // What those after each one cover together.
    let mut after = vec![NEVER; cubes.len()];
    for i in (1..cubes.len()).rev() {
        after[i - 1] = space.d.or(after[i], cubes[i].1);
    }
    let (mut kept, mut i) = (NEVER, 0);
    cubes.retain(|(_, node)| {
        let others = space.d.or(kept, after[i]);
        let needed = space.d.without(must, others) != NEVER || space.d.full;
        if needed {
            kept = space.d.or(kept, *node);
        }
        i += 1;
        needed
    });
}

/// The values as a map, for what asks them one by one.
pub(crate) fn as_map(path: &[(u32, usize)]) -> HashMap<u32, usize> {
    path.iter().copied().collect()
}
