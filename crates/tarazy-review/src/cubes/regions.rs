//! A region taken apart until each part lies in one cube of a cover or in none.
//!
//! A region is held as plain words, one for each word of the layout, so that a cube is laid upon it without looking for anything; and all
//! that is remembered on the way lies in vectors that are kept from one region to the next.

use super::cover::{Cover, Cube};
use super::layout::Layout;

/// What is needed while regions are taken apart. Kept, so that no region costs memory.
#[derive(Default)]
pub(super) struct Scratch {
    region: Vec<u64>,
    near: Vec<u32>,
    values: Vec<u64>,
    counts: Vec<u32>,
    touched: Vec<u32>,
}

/// A part of the region that no cube cuts further.
pub(super) struct Part<'s> {
    /// It lies in a cube.
    pub(super) inside: bool,
    words: &'s [u64],
}

impl Part<'_> {
    /// The values of a field.
    pub(super) fn values(&self, layout: &Layout, field: u32) -> u64 {
        let f = &layout.fields[field as usize];
        self.words.get(f.word as usize).map_or(f.full, |w| w >> f.shift & f.full)
    }

    /// Dates or numbers are compared in it.
    pub(super) fn compares(&self, layout: &Layout) -> bool {
        layout.compares() && self.words.iter().zip(0..).any(|(bits, word)| layout.compared(word, *bits))
    }

    /// As a cube.
    pub(super) fn cube(&self) -> Vec<(u32, u64)> {
        let narrowed = self.words.iter().enumerate().filter(|(_, bits)| **bits != u64::MAX);
        narrowed.map(|(word, bits)| (word as u32, *bits)).collect()
    }
}

/// How taking apart ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// Every part was seen.
    Seen,
    /// Somebody had seen enough.
    Stopped,
    /// There were too many.
    TooMany,
}

impl Scratch {
    fn lay_out(&mut self, region: &Cube, layout: &Layout) {
        self.region.clear();
        self.region.resize(layout.words(), u64::MAX);
        for (word, bits) in region {
            self.region[*word as usize] = *bits;
        }
    }

    /// The cubes that meet a region, or would if it were wider in one field.
    pub(super) fn nearby(&mut self, region: &Cube, cover: &Cover, layout: &Layout) -> Nearby {
        self.lay_out(region, layout);
        let (mut cubes, mut reached) = (Vec::new(), vec![0; layout.words()]);
        for i in cover.numbers() {
            let cube = cover.cube(i as usize);
            let conflicts = |(word, bits): &(u32, u64)| layout.excluded(*word, self.region[*word as usize] & bits);
            match cube.iter().map(|w| conflicts(w).count_ones()).sum::<u32>() {
                0 => {
                    for (word, bits) in region {
                        let there = cube.binary_search_by_key(word, |w| w.0).map_or(u64::MAX, |at| cube[at].1);
                        reached[*word as usize] |= layout.any(*word, !bits & there);
                    }
                }
                1 => cube.iter().for_each(|w| reached[w.0 as usize] |= conflicts(w)),
                _ => continue,
            }
            cubes.push(i);
        }
        Nearby { cubes, reached }
    }
}

/// What is near a region.
pub(super) struct Nearby {
    pub(super) cubes: Vec<u32>,
    /// For each word, the top bits of the fields in which some cube reaches beyond the region, where nothing else keeps it off.
    reached: Vec<u64>,
}

impl Nearby {
    /// Whether some cube holds where the region is left by this field alone. Where none does, the region cannot do without it.
    pub(super) fn reaches(&self, layout: &Layout, field: u32) -> bool {
        let f = &layout.fields[field as usize];
        let bits = f.full << f.shift;
        // What is compared with something may be impossible elsewhere.
        f.dated || self.reached.get(f.word as usize).is_none_or(|reached| reached & bits != 0)
    }
}

/// Calls `see` with every part of `region`, until it says that it has seen enough. Only the cubes of `among` can meet it.
pub(super) fn each_part(
    region: &Cube,
    (cover, among): (&Cover, impl Iterator<Item = u32>),
    layout: &Layout,
    most: u32,
    scratch: &mut Scratch,
    see: &mut dyn FnMut(Part<'_>) -> bool,
) -> End {
    scratch.lay_out(region, layout);
    scratch.near.clear();
    scratch.near.extend(among);
    scratch.values.clear();
    scratch.counts.resize(layout.words() * 64, 0);
    Walk { cover, layout, scratch, left: most, see }.part(0)
}

struct Walk<'w> {
    cover: &'w Cover,
    layout: &'w Layout,
    scratch: &'w mut Scratch,
    left: u32,
    see: &'w mut dyn FnMut(Part<'_>) -> bool,
}

impl Walk<'_> {
    /// The region as it is now; what could be near it stands from `from` on.
    fn part(&mut self, from: usize) -> End {
        let Some(left) = self.left.checked_sub(1) else { return End::TooMany };
        self.left = left;
        let (end, cover, layout) = (self.scratch.near.len(), self.cover, self.layout);
        for at in from..end {
            let i = self.scratch.near[at];
            match lies(&self.scratch.region, cover.cube(i as usize), layout) {
                Lies::Inside => {
                    self.scratch.near.truncate(end);
                    return self.say(true);
                }
                Lies::Across => self.scratch.near.push(i),
                Lies::Outside => {}
            }
        }
        let out = match self.splitting(end) {
            Some(field) => self.split(field, end),
            None => self.say(false),
        };
        self.scratch.near.truncate(end);
        out
    }

    fn say(&mut self, inside: bool) -> End {
        let go_on = (self.see)(Part { inside, words: &self.scratch.region });
        if go_on { End::Seen } else { End::Stopped }
    }

    fn split(&mut self, field: u32, near: usize) -> End {
        let f = self.layout.fields[field as usize];
        let (word, mask) = (f.word as usize, f.full << f.shift);
        let before = self.scratch.region[word];
        let classes = self.classes(field, near);
        for at in classes..self.scratch.values.len() {
            self.scratch.region[word] = before & !mask | self.scratch.values[at] << f.shift;
            let end = self.part(near);
            if end != End::Seen {
                return end;
            }
        }
        self.scratch.region[word] = before;
        self.scratch.values.truncate(classes);
        End::Seen
    }

    /// The field that most of the cubes from `near` on narrow further than the region does.
    fn splitting(&mut self, near: usize) -> Option<u32> {
        let Scratch { region, near: all, counts, touched, .. } = &mut *self.scratch;
        for i in &all[near..] {
            for (word, bits) in self.cover.cube(*i as usize) {
                let mut fields = self.layout.any(*word, region[*word as usize] & !bits);
                while fields != 0 {
                    let place = word * 64 + fields.trailing_zeros();
                    let count = &mut counts[place as usize];
                    if *count == 0 {
                        touched.push(place);
                    }
                    *count += 1;
                    fields &= fields - 1;
                }
            }
        }
        let mut best = (0, u32::MAX);
        for place in touched.drain(..) {
            let n = std::mem::take(&mut counts[place as usize]);
            if n > best.0 || n == best.0 && place < best.1 {
                best = (n, place);
            }
        }
        (best.0 > 0).then(|| self.layout.field_at(best.1 / 64, best.1 % 64))
    }

    /// The values of a field in the region, those together between which no cube makes a difference. They stand from the place that is
    /// returned on.
    fn classes(&mut self, field: u32, near: usize) -> usize {
        let f = self.layout.fields[field as usize];
        let Scratch { region, near: all, values, .. } = &mut *self.scratch;
        let start = values.len();
        values.push(region[f.word as usize] >> f.shift & f.full);
        for i in &all[near..] {
            let cube = self.cover.cube(*i as usize);
            let Some((_, bits)) = cube.iter().find(|(word, _)| *word == f.word) else { continue };
            let bits = bits >> f.shift & f.full;
            let mut at = start;
            while at < values.len() {
                let (inside, outside) = (values[at] & bits, values[at] & !bits);
                if inside != 0 && outside != 0 {
                    values[at] = inside;
                    values.insert(at + 1, outside);
                    at += 1;
                }
                at += 1;
            }
        }
        start
    }
}

enum Lies {
    Inside,
    Outside,
    Across,
}

/// How a region lies to a cube.
#[inline]
fn lies(region: &[u64], cube: &Cube, layout: &Layout) -> Lies {
    let mut inside = true;
    for (word, bits) in cube {
        let here = region[*word as usize];
        if here & !bits != 0 {
            if !layout.possible(*word, here & bits) {
                return Lies::Outside;
            }
            inside = false;
        }
    }
    if inside { Lies::Inside } else { Lies::Across }
}
