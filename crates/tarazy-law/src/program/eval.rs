//! Rows in, rows out: three-valued, total, without allocation.

use super::{Cube, Lit, Program, RowSel, Slot};
use crate::model::FactId;

/// What is known of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Truth {
    /// It does not hold.
    False,
    /// It holds.
    True,
    /// What is known decides neither.
    Unknown,
}

impl Truth {
    fn bits(self) -> u64 {
        match self {
            Truth::False => 0b01,
            Truth::True => 0b10,
            Truth::Unknown => 0b11,
        }
    }

    fn from_bits(bits: u64) -> Truth {
        match bits & 0b11 {
            0b01 => Truth::False,
            0b10 => Truth::True,
            _ => Truth::Unknown,
        }
    }
}

/// A case as bits.
#[derive(Clone, Debug)]
pub struct Rows {
    pub(crate) data: Vec<u64>,
    /// Persons, those whom the case does not name included.
    pub(crate) persons: usize,
    /// The last person stands for anybody whom the case does not name.
    pub(crate) ghost: bool,
    /// The days and numbers that are established, for what compares them.
    pub(crate) days: Vec<((FactId, [usize; 2]), i64)>,
}

/// For every cube, the literal that decided it in the last evaluation for the last person; kept by [`Program::run_traced`].
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// For each slot instance: the cube that held, or `u32::MAX`.
    pub held: Vec<u32>,
    /// For each cube instance: the literal that failed, or `u32::MAX`.
    pub failed: Vec<u32>,
}

impl Program {
    /// Rows for so many persons, everything unknown.
    pub fn rows(&self, persons: usize, ghost: bool) -> Rows {
        let mut rows = Rows { data: Vec::new(), persons: 0, ghost: false, days: Vec::new() };
        self.reset(&mut rows, persons, ghost);
        rows
    }

    /// Makes the rows those of another case with so many persons, everything unknown.
    pub fn reset(&self, rows: &mut Rows, persons: usize, ghost: bool) {
        rows.persons = persons + usize::from(ghost);
        rows.ghost = ghost;
        rows.days.clear();
        rows.data.clear();
        rows.data.extend_from_slice(&self.blank[0]);
        for _ in 0..rows.persons {
            rows.data.extend_from_slice(&self.blank[1]);
        }
        for _ in 0..rows.persons * rows.persons {
            rows.data.extend_from_slice(&self.blank[2]);
        }
    }

    fn base(&self, row: RowSel, n: usize, p: usize, q: usize) -> usize {
        let person = |i: usize| self.words[0] + i * self.words[1];
        let pair = |i: usize, j: usize| self.words[0] + n * self.words[1] + (i * n + j) * self.words[2];
        match row {
            RowSel::Case | RowSel::Same => 0,
            RowSel::P => person(p),
            RowSel::Q => person(q),
            RowSel::PQ => pair(p, q),
            RowSel::QP => pair(q, p),
            RowSel::PP => pair(p, p),
            RowSel::QQ => pair(q, q),
        }
    }

    /// The place of a field's word for these persons.
    pub(crate) fn place(&self, persons: u8, word: u16, n: usize, p: usize, q: usize) -> usize {
        let row = [RowSel::Case, RowSel::P, RowSel::PQ][persons as usize];
        self.base(row, n, p, q) + word as usize
    }

    #[inline]
    fn literal(&self, rows: &Rows, lit: &Lit, p: usize, q: usize) -> Truth {
        let possible = if lit.row == RowSel::Same {
            if p == q { 0b10 } else { 0b01 }
        } else {
            rows.data[self.base(lit.row, rows.persons, p, q) + lit.word as usize] & lit.mask
        };
        if possible & !lit.values == 0 {
            Truth::True
        } else if possible & lit.values == 0 {
            Truth::False
        } else {
            Truth::Unknown
        }
    }

    #[inline]
    fn cube(&self, rows: &Rows, cube: Cube, p: usize, q: usize, failed: Option<&mut u32>) -> Truth {
        let mut out = Truth::True;
        for (i, lit) in self.lits[cube.start as usize..cube.end as usize].iter().enumerate() {
            match self.literal(rows, lit, p, q) {
                Truth::False => {
                    if let Some(failed) = failed {
                        *failed = cube.start + i as u32;
                    }
                    return Truth::False;
                }
                Truth::Unknown => out = Truth::Unknown,
                Truth::True => {}
            }
        }
        out
    }

    /// Any of the slot's cubes.
    #[inline]
    fn any(
        &self,
        rows: &Rows,
        slot: &Slot,
        p: usize,
        q: usize,
        mut trace: Option<(&mut Trace, usize, usize)>,
    ) -> Truth {
        let mut out = Truth::False;
        for i in slot.cubes.0..slot.cubes.1 {
            let failed = trace.as_mut().map(|(t, _, cubes)| &mut t.failed[*cubes + i as usize]);
            match self.cube(rows, self.cubes[i as usize], p, q, failed) {
                Truth::True => {
                    if let Some((t, slot, _)) = trace {
                        t.held[slot] = i;
                    }
                    return Truth::True;
                }
                Truth::Unknown => out = Truth::Unknown,
                Truth::False => {}
            }
        }
        out
    }

    fn some(&self, rows: &Rows, slot: &Slot, p: usize) -> Truth {
        let mut out = Truth::False;
        for q in 0..rows.persons {
            let (first, second) = if slot.persons == 0 { (q, q) } else { (p, q) };
            let mut here = self.any(rows, slot, first, second, None);
            // Nobody knows whether the person whom the case does not name exists.
            if here == Truth::True && rows.ghost && q == rows.persons - 1 {
                here = Truth::Unknown;
            }
            match here {
                Truth::True => return Truth::True,
                Truth::Unknown => out = Truth::Unknown,
                Truth::False => {}
            }
        }
        out
    }

    /// Computes every derived term.
    pub fn run(&self, rows: &mut Rows) {
        for slot in 0..self.slots.len() {
            self.run_slot(rows, slot, None);
        }
    }

    /// The same, and remembers what decided each term.
    pub fn run_traced(&self, rows: &mut Rows, trace: &mut Trace) {
        trace.held.clear();
        trace.held.resize(self.slots.len() * rows.persons, u32::MAX);
        trace.failed.clear();
        trace.failed.resize(self.cubes.len() * rows.persons, u32::MAX);
        for slot in 0..self.slots.len() {
            self.run_slot(rows, slot, Some(trace));
        }
    }

    #[inline]
    pub(crate) fn run_slot(&self, rows: &mut Rows, index: usize, mut trace: Option<&mut Trace>) {
        let slot = &self.slots[index];
        let n = rows.persons;
        let (outer, inner) = match slot.persons {
            0 => (1, 1),
            1 => (n, 1),
            _ => (n, n),
        };
        for p in 0..outer {
            for j in 0..inner {
                let q = if slot.persons == 2 { j } else { p };
                let truth = if slot.some {
                    self.some(rows, slot, p)
                } else {
                    let trace = trace.as_mut().map(|t| (&mut **t, index * n + p, self.cubes.len() * p));
                    self.any(rows, slot, p, q, trace)
                };
                let at = self.place(slot.persons, slot.out.word, n, p, q);
                rows.data[at] = rows.data[at] & !slot.out.mask | truth.bits() << slot.out.shift;
            }
        }
    }

    /// What the last run found for a slot about person `p` (ignored for a slot about nobody).
    pub fn truth(&self, rows: &Rows, slot: u32, p: usize) -> Truth {
        let slot = &self.slots[slot as usize];
        let at = self.place(slot.persons, slot.out.word, rows.persons, p, p);
        Truth::from_bits(rows.data[at] >> slot.out.shift)
    }
}

/// What the search for open facts, and the writer of reasons, look at.
impl Program {
    /// The literals that decided a term in a traced run, and whether it held: those of the cube that held, or the one in each cube that failed.
    pub(crate) fn deciding(&self, rows: &Rows, trace: &Trace, slot: u32, p: usize) -> (Vec<u32>, bool) {
        let s = &self.slots[slot as usize];
        let p = if s.persons == 0 { 0 } else { p };
        let held = trace.held[slot as usize * rows.persons + p];
        if let Some(cube) = self.cubes.get(held as usize) {
            return ((cube.start..cube.end).collect(), true);
        }
        let failed = (s.cubes.0..s.cubes.1).map(|c| trace.failed[p * self.cubes.len() + c as usize]);
        (failed.filter(|l| *l != u32::MAX).collect(), false)
    }

    pub(crate) fn is_some(&self, slot: u32) -> bool {
        self.slots[slot as usize].some
    }

    pub(crate) fn persons_of(&self, slot: u32) -> u8 {
        self.slots[slot as usize].persons
    }

    pub(crate) fn slot_lits(&self, slot: usize) -> impl Iterator<Item = &Lit> {
        let (from, to) = self.slots[slot].cubes;
        self.cubes[from as usize..to as usize].iter().flat_map(|c| &self.lits[c.start as usize..c.end as usize])
    }

    /// The unknown literals of each cube that is still undecided.
    pub(crate) fn open_cubes(&self, rows: &Rows, slot: u32, p: usize, q: usize) -> Vec<Vec<Lit>> {
        let (from, to) = self.slots[slot as usize].cubes;
        self.cubes[from as usize..to as usize]
            .iter()
            .filter(|cube| self.cube(rows, **cube, p, q, None) == Truth::Unknown)
            .map(|cube| {
                let lits = &self.lits[cube.start as usize..cube.end as usize];
                lits.iter().filter(|l| self.literal(rows, l, p, q) == Truth::Unknown).copied().collect()
            })
            .collect()
    }
}
