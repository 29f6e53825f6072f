//! Which norms of a list can apply together to one person.
//!
//! All cubes of all norms are numbered, and each literal gets a row of bits: the cubes that it leaves possible. The cubes with which a cube
//! can meet are then those that the rows of its literals have in common: a few hundred cubes are compared at once.

use std::collections::HashMap;
use std::rc::Rc;

use tarazy_law::model::{Args, Derived, Formula, NormId};

use super::cover::{self, Cover};
use super::{Asker, MAX_PERSONS, days};

/// What was found for a list of norms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// Pairs, in the order of the list, that can apply together to one person.
    pub together: Vec<(NormId, NormId)>,
    /// Norms that can apply to nobody.
    pub dead: Vec<NormId>,
    /// What could not be decided; a norm beside itself may be dead.
    pub undecided: Vec<(NormId, NormId)>,
}

/// A norm of the list.
struct Row {
    norm: NormId,
    applies: Formula,
    /// With how many persons it is looked at, and whether that is as many as it can ask for.
    enough: (usize, bool),
    /// The cubes for the number of persons that is looked at.
    cover: Option<Rc<Cover>>,
    /// For no number of persons there were too many cubes.
    easy: bool,
    compares: bool,
    alive: bool,
}

impl Asker<'_> {
    /// All pairs of these norms that can apply together to one person, and those norms that can apply to nobody.
    pub fn pairs(&mut self, norms: &[NormId]) -> Pairs {
        let mut rows: Vec<Row> = norms.iter().map(|n| self.row(*n)).collect();
        let mut met = vec![false; rows.len() * rows.len()];
        let most = rows.iter().map(|r| r.enough.0).max().unwrap_or(1);
        for persons in 1..=(2 * most - 1).min(MAX_PERSONS) {
            // Only what is still open is looked at with more persons.
            let open = still_open(&rows, &met, persons);
            for (row, open) in rows.iter_mut().zip(open) {
                row.cover = None;
                if !open {
                    continue;
                }
                let id = self.ground.condition(&row.applies, persons as u8, true);
                row.cover = if self.by_oracle { None } else { self.cover(id) };
                row.easy &= row.cover.is_some();
                row.compares = row.cover.as_ref().is_some_and(|c| self.compares(c));
                row.alive |= row.cover.as_ref().is_some_and(|c| self.lives(c, row.compares));
            }
            self.meet(&rows, &mut met);
        }
        self.sum_up(rows, met)
    }

    fn row(&mut self, norm: NormId) -> Row {
        let what = Derived::Applies(norm);
        let applies = Formula::Derived { what, args: Args::first(self.book.persons_of(what)) };
        let (enough, complete) = self.persons(&applies);
        Row {
            norm,
            applies,
            enough: (usize::from(enough), complete),
            cover: None,
            easy: true,
            compares: false,
            alive: false,
        }
    }

    fn compares(&self, cover: &Cover) -> bool {
        let layout = &self.ground.layout;
        layout.compares()
            && cover.cubes().flat_map(|c| cover::literals(c, layout)).any(|(f, _)| layout.fields[f as usize].compares)
    }

    fn lives(&self, cover: &Cover, compares: bool) -> bool {
        let layout = &self.ground.layout;
        if compares { cover.cubes().any(|c| days::possible(c, layout, self.book)) } else { !cover.is_empty() }
    }

    /// Notes the pairs that meet with this number of persons.
    fn meet(&self, rows: &[Row], met: &mut [bool]) {
        let layout = &self.ground.layout;
        let mut first = Vec::with_capacity(rows.len() + 1);
        let mut total = 0;
        for row in rows {
            first.push(total);
            total += row.cover.as_ref().map_or(0, |c| c.len());
        }
        first.push(total);
        let words = total.div_ceil(64);
        // Each literal that occurs, by field; and which literals each cube has.
        let mut index: HashMap<(u32, u64), u32, super::quick::Quick> = HashMap::default();
        let mut literals: Vec<(u32, u64)> = Vec::new();
        let mut by_field: Vec<Vec<(u32, u32)>> = vec![Vec::new(); layout.fields.len()];
        let (mut of_cube, mut ends) = (Vec::new(), Vec::with_capacity(total));
        let covers = rows.iter().filter_map(|r| r.cover.as_ref());
        for (i, cube) in covers.flat_map(|c| c.cubes()).enumerate() {
            for (word, bits) in cube {
                for literal in layout.literals(*word, *bits) {
                    let id = *index.entry(literal).or_insert_with(|| {
                        literals.push(literal);
                        literals.len() as u32 - 1
                    });
                    of_cube.push(id);
                    by_field[literal.0 as usize].push((i as u32, id));
                }
            }
            ends.push(of_cube.len());
        }
        // The cubes that a literal leaves possible.
        let mut possible = vec![u64::MAX; literals.len() * words];
        for (id, (field, values)) in literals.iter().enumerate() {
            let row = &mut possible[id * words..(id + 1) * words];
            for (cube, other) in &by_field[*field as usize] {
                if literals[*other as usize].1 & values == 0 {
                    row[*cube as usize / 64] &= !(1 << (cube % 64));
                }
            }
        }
        let mut any = vec![0_u64; words];
        let mut here = vec![0_u64; words];
        for i in 0..rows.len() {
            let later = first[i + 1];
            let from = later / 64;
            if first[i] == later || later == total {
                continue;
            }
            any[from..].fill(0);
            for cube in first[i]..later {
                here[from..].fill(u64::MAX);
                let start = cube.checked_sub(1).map_or(0, |c| ends[c]);
                for id in &of_cube[start..ends[cube]] {
                    let row = &possible[*id as usize * words..(*id as usize + 1) * words];
                    for (h, r) in here[from..].iter_mut().zip(&row[from..]) {
                        *h &= r;
                    }
                }
                for (a, h) in any[from..].iter_mut().zip(&here[from..]) {
                    *a |= h;
                }
            }
            for j in i + 1..rows.len() {
                let at = i * rows.len() + j;
                if met[at] || !some_bit(&any, first[j], first[j + 1]) {
                    continue;
                }
                met[at] = !(rows[i].compares || rows[j].compares) || self.fit_together(&rows[i], &rows[j]);
            }
        }
    }

    /// Some cubes of both norms meet, dates and all.
    fn fit_together(&self, a: &Row, b: &Row) -> bool {
        let (Some(a), Some(b)) = (&a.cover, &b.cover) else { return false };
        let layout = &self.ground.layout;
        let mut product = Vec::new();
        a.cubes().any(|x| {
            b.cubes().any(|y| cover::both(x, y, layout, &mut product) && days::possible(&product, layout, self.book))
        })
    }

    fn sum_up(&mut self, rows: Vec<Row>, met: Vec<bool>) -> Pairs {
        let mut out = Pairs::default();
        // By cubes alone everything is settled, unless some norm has too many or looks for more persons than that.
        for row in rows.iter().filter(|r| !r.alive) {
            match if row.easy && row.enough.1 { Some(false) } else { self.may(&row.applies) } {
                Some(false) => out.dead.push(row.norm),
                None => out.undecided.push((row.norm, row.norm)),
                Some(true) => {}
            }
        }
        for (i, a) in rows.iter().enumerate() {
            for (j, b) in rows.iter().enumerate().skip(i + 1) {
                if met[i * rows.len() + j] {
                    out.together.push((a.norm, b.norm));
                    continue;
                }
                let persons = a.enough.0 + b.enough.0 - 1;
                if out.dead.contains(&a.norm)
                    || out.dead.contains(&b.norm)
                    || a.easy && b.easy && a.enough.1 && b.enough.1 && persons <= MAX_PERSONS
                {
                    continue;
                }
                match self.may(&Formula::all(vec![a.applies.clone(), b.applies.clone()])) {
                    Some(true) => out.together.push((a.norm, b.norm)),
                    Some(false) => {}
                    None => out.undecided.push((a.norm, b.norm)),
                }
            }
        }
        out
    }
}

/// Some bit from `start` up to `end`.
fn some_bit(bits: &[u64], start: usize, end: usize) -> bool {
    if start == end {
        return false;
    }
    let (a, b) = (start / 64, (end - 1) / 64);
    let head = u64::MAX << (start % 64);
    let tail = u64::MAX >> (63 - (end - 1) % 64);
    if a == b {
        bits[a] & head & tail != 0
    } else {
        bits[a] & head != 0 || bits[b] & tail != 0 || bits[a + 1..b].iter().any(|w| *w != 0)
    }
}

/// The norms about which something may still be found with so many persons.
fn still_open(rows: &[Row], met: &[bool], persons: usize) -> Vec<bool> {
    let mut out: Vec<bool> = rows.iter().map(|r| !r.alive && persons <= r.enough.0).collect();
    for (i, a) in rows.iter().enumerate() {
        for (j, b) in rows.iter().enumerate().skip(i + 1) {
            if !met[i * rows.len() + j] && persons < a.enough.0 + b.enough.0 {
                (out[i], out[j]) = (true, true);
            }
        }
    }
    out
}
