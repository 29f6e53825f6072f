//! Cubes: conjunctions of *this field has one of these values*, and lists of them any of which suffices.

use std::cmp::Ordering;

use super::layout::Layout;

/// A conjunction: the words that it narrows, in order, with the bits that are left. What it does not name has all bits set.
pub(super) type Cube = [(u32, u64)];

/// The same, kept.
pub(super) type Owned = Vec<(u32, u64)>;

/// Any of these cubes suffices.
#[derive(Clone, Debug, Default)]
pub(super) struct Cover {
    words: Vec<(u32, u64)>,
    /// Where each cube ends.
    ends: Vec<u32>,
    /// For each cube, marks of what it excludes: what excludes something else cannot be implied.
    marks: Vec<u64>,
}

/// More cubes than allowed.
#[derive(Debug)]
pub(super) struct TooMany;

impl Cover {
    /// The cover that holds everywhere.
    pub(super) fn everything() -> Cover {
        let mut out = Cover::default();
        out.push(&[]);
        out
    }

    /// One cube.
    pub(super) fn of(cube: &Cube) -> Cover {
        let mut out = Cover::default();
        out.push(cube);
        out
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    #[inline]
    pub(super) fn cube(&self, i: usize) -> &Cube {
        let start = i.checked_sub(1).map_or(0, |i| self.ends[i] as usize);
        &self.words[start..self.ends[i] as usize]
    }

    pub(super) fn cubes(&self) -> impl Iterator<Item = &Cube> {
        (0..self.len()).map(|i| self.cube(i))
    }

    /// The numbers of its cubes.
    pub(super) fn numbers(&self) -> std::ops::Range<u32> {
        0..self.len() as u32
    }

    pub(super) fn push(&mut self, cube: &Cube) {
        self.words.extend_from_slice(cube);
        self.ends.push(self.words.len() as u32);
        self.marks.push(marks(cube));
    }

    pub(super) fn extend(&mut self, other: &Cover) {
        for c in other.cubes() {
            self.push(c);
        }
    }

    /// Both. At most `products` are made, of which at most `most` may be left.
    pub(super) fn and(&self, other: &Cover, layout: &Layout, products: usize, most: usize) -> Result<Cover, TooMany> {
        if self.len() * other.len() > products {
            return Err(TooMany);
        }
        let mut out = Cover::default();
        let mut product = Vec::new();
        for a in self.cubes() {
            for b in other.cubes() {
                if both(a, b, layout, &mut product) {
                    out.push(&product);
                }
            }
        }
        out.absorb(most)?;
        Ok(out)
    }

    /// Drops every cube that another, weaker one makes superfluous; the weakest come first. No more than `most` may be left.
    pub(super) fn absorb(&mut self, most: usize) -> Result<(), TooMany> {
        if self.len() < 2 {
            return Ok(());
        }
        let mut order: Vec<(u32, u32)> = (0..self.len()).map(|i| (narrowness(self.cube(i)), i as u32)).collect();
        // What is implied has more bits gone than what implies it.
        order.sort_unstable();
        let mut out = Cover::default();
        for (_, i) in order {
            let cube = self.cube(i as usize);
            let marks = self.marks[i as usize];
            let superfluous = (0..out.len()).any(|j| out.marks[j] & !marks == 0 && implies(cube, out.cube(j)));
            if !superfluous {
                if out.len() == most {
                    return Err(TooMany);
                }
                out.push(cube);
            }
        }
        *self = out;
        Ok(())
    }
}

/// `a` and `b` together, into `out`; false when they exclude each other.
#[inline]
pub(super) fn both(a: &Cube, b: &Cube, layout: &Layout, out: &mut Vec<(u32, u64)>) -> bool {
    out.clear();
    let (mut left, mut right) = (a, b);
    while let ([first, rest @ ..], [other, others @ ..]) = (left, right) {
        match first.0.cmp(&other.0) {
            Ordering::Less => {
                out.push(*first);
                left = rest;
            }
            Ordering::Greater => {
                out.push(*other);
                right = others;
            }
            Ordering::Equal => {
                let bits = first.1 & other.1;
                if !layout.possible(first.0, bits) {
                    return false;
                }
                out.push((first.0, bits));
                (left, right) = (rest, others);
            }
        }
    }
    out.extend_from_slice(left);
    out.extend_from_slice(right);
    true
}

/// Wherever `strong` holds, `weak` does.
#[inline]
pub(super) fn implies(strong: &Cube, weak: &Cube) -> bool {
    let mut i = 0;
    for (word, bits) in weak {
        while i < strong.len() && strong[i].0 < *word {
            i += 1;
        }
        match strong.get(i) {
            Some((w, b)) if w == word && b & !bits == 0 => {}
            _ => return false,
        }
    }
    true
}

/// The bits of a field in a cube.
pub(super) fn values(cube: &Cube, layout: &Layout, field: u32) -> u64 {
    let f = &layout.fields[field as usize];
    match cube.binary_search_by_key(&f.word, |w| w.0) {
        Ok(i) => cube[i].1 >> f.shift & f.full,
        Err(_) => f.full,
    }
}

/// The cube with these values for a field instead.
pub(super) fn with(cube: &Cube, layout: &Layout, field: u32, values: u64) -> Vec<(u32, u64)> {
    let f = &layout.fields[field as usize];
    let mut out = cube.to_vec();
    match out.binary_search_by_key(&f.word, |w| w.0) {
        Ok(i) => {
            out[i].1 = out[i].1 & !(f.full << f.shift) | values << f.shift;
            if out[i].1 == u64::MAX {
                out.remove(i);
            }
        }
        Err(_) if values == f.full => {}
        Err(i) => out.insert(i, layout.bits(field, values)),
    }
    out
}

/// Its literals.
pub(super) fn literals(cube: &Cube, layout: &Layout) -> Vec<(u32, u64)> {
    cube.iter().flat_map(|(w, bits)| layout.literals(*w, *bits)).collect()
}

/// How many literals it has.
pub(super) fn size(cube: &Cube, layout: &Layout) -> u32 {
    cube.iter().map(|(w, bits)| layout.narrowed(*w, *bits)).sum()
}

fn narrowness(cube: &Cube) -> u32 {
    cube.iter().map(|(_, bits)| bits.count_zeros()).sum()
}

/// The bits that are gone, those of all words over each other: what implies a cube has every mark of it.
fn marks(cube: &Cube) -> u64 {
    cube.iter().fold(0, |m, (word, bits)| m | (!bits).rotate_left(word * 23 % 64))
}
