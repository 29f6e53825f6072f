//! Conditions to cubes.

use std::collections::HashMap;

use super::{Atom, Cube, Field, Lit, Program, RowSel, Slot};
use crate::model::{Args, DefId, Derived, Formula, NormId, Rulebook, Var};

/// A condition that would need more alternatives than this gets terms of its own for its parts.
const MAX_CUBES: usize = 24;

/// A literal while cubes are being made: row, atom, values.
type RawLit = (RowSel, Atom, u64);
type RawCube = Vec<RawLit>;

impl Program {
    /// Compiles every norm of `book`, and `extra` conditions about one person (or none) besides.
    pub fn new(book: &Rulebook, extra: &[Formula]) -> Program {
        let norms: Vec<NormId> = book.norms().map(|(id, _)| id).collect();
        let definitions = (0..book.definitions.len()).map(|i| Derived::Definition(DefId(i as u32)));
        Program::compile(book, &norms, definitions, extra)
    }

    /// Compiles what `norms` need, and nothing else.
    pub fn only(book: &Rulebook, norms: &[NormId], extra: &[Formula]) -> Program {
        Program::compile(book, norms, std::iter::empty(), extra)
    }

    fn compile(book: &Rulebook, norms: &[NormId], also: impl Iterator<Item = Derived>, extra: &[Formula]) -> Program {
        let mut c = Compiler { book, layout: Layout::default(), fields: Vec::new(), program: Program::empty() };
        for (i, fact) in book.facts.iter().enumerate() {
            debug_assert_eq!(i, c.fields.len());
            let bits = fact.values + usize::from(fact.may_be_inapplicable);
            let field = c.layout.place(fact.persons as u8, bits as u8);
            c.fields.push(field);
        }
        for n in norms {
            c.derived(Derived::Applies(*n));
            for e in &book.norm(*n).provisos {
                c.derived(Derived::Holds(*e));
            }
        }
        for d in also {
            c.derived(d);
        }
        for f in extra {
            let persons = u8::from(f.free_vars() != 0);
            let slot = c.term(f, persons, false);
            c.program.extra.push(slot);
        }
        let Compiler { layout, fields, mut program, .. } = c;
        program.words = layout.words.map(|w| w.max(1));
        program.blank = [0, 1, 2].map(|i| {
            let mut row = vec![0; program.words[i]];
            for f in fields.iter().chain(program.slots.iter().map(|s| &s.out)).filter(|f| f.persons as usize == i) {
                row[f.word as usize] |= f.mask;
            }
            row
        });
        program.fact_fields = fields;
        program
    }

    fn empty() -> Program {
        Program {
            lits: Vec::new(),
            cubes: Vec::new(),
            slots: Vec::new(),
            fact_fields: Vec::new(),
            slot_of: HashMap::new(),
            extra: Vec::new(),
            words: [0; 3],
            blank: Default::default(),
        }
    }
}

/// Puts fields side by side into words; no field lies across two.
#[derive(Default)]
struct Layout {
    words: [usize; 3],
    used: [u32; 3],
}

impl Layout {
    fn place(&mut self, persons: u8, bits: u8) -> Field {
        let row = persons as usize;
        let bits = u32::from(bits.max(1));
        if self.words[row] == 0 || self.used[row] + bits > 64 {
            self.words[row] += 1;
            self.used[row] = 0;
        }
        let shift = self.used[row];
        self.used[row] += bits;
        let mask = (u64::MAX >> (64 - bits)) << shift;
        Field { persons, word: (self.words[row] - 1) as u16, shift: shift as u8, mask }
    }
}

struct Compiler<'a> {
    book: &'a Rulebook,
    layout: Layout,
    fields: Vec<Field>,
    program: Program,
}

impl Compiler<'_> {
    /// The slot of a derived term, made when it is first needed; so a slot always comes after those it rests on.
    fn derived(&mut self, what: Derived) -> u32 {
        if let Some(slot) = self.program.slot_of.get(&what) {
            return *slot;
        }
        let formula = self.book.unfold(what);
        let persons = self.book.persons_of(what) as u8;
        let slot = self.term(&formula, persons, false);
        self.program.slot_of.insert(what, slot);
        slot
    }

    /// A slot for a condition about `persons` persons (and, for `some`, one more).
    fn term(&mut self, formula: &Formula, persons: u8, some: bool) -> u32 {
        let cubes = self.cubes(formula, true);
        let first = self.program.cubes.len() as u32;
        for cube in cubes {
            let start = self.program.lits.len() as u32;
            for (row, what, values) in cube {
                let lit = match what {
                    Atom::Same => Lit { row, word: 0, mask: 0b11, values, what },
                    Atom::Fact(f) => lit(row, self.fields[f.0 as usize], values, what),
                    Atom::Slot(s) => lit(row, self.program.slots[s as usize].out, values, what),
                };
                self.program.lits.push(lit);
            }
            self.program.cubes.push(Cube { start, end: self.program.lits.len() as u32 });
        }
        let out = self.layout.place(persons, 2);
        self.program.slots.push(Slot { persons, some, cubes: (first, self.program.cubes.len() as u32), out });
        self.program.slots.len() as u32 - 1
    }

    /// The cubes of a condition, or of its contrary.
    fn cubes(&mut self, formula: &Formula, positive: bool) -> Vec<RawCube> {
        match formula {
            Formula::Const(c) => {
                if *c == positive {
                    vec![Vec::new()]
                } else {
                    Vec::new()
                }
            }
            Formula::Not(inner) => self.cubes(inner, !positive),
            Formula::Fact { fact, args, test } => {
                let all = ones(self.book.fact(*fact).values);
                let values = if positive { test.values } else { all & !test.values };
                if values == 0 { Vec::new() } else { vec![vec![(row(*args), Atom::Fact(*fact), values)]] }
            }
            Formula::Derived { what, args } => {
                let slot = self.derived(*what);
                vec![vec![(row(*args), Atom::Slot(slot), truth_bit(positive))]]
            }
            Formula::Same(a, b) if a == b => self.cubes(&Formula::Const(true), positive),
            Formula::Same(..) => vec![vec![(RowSel::Same, Atom::Same, truth_bit(positive))]],
            Formula::Some { var, body } => {
                let (slot, args) = self.some(*var, body);
                vec![vec![(row(args), Atom::Slot(slot), truth_bit(positive))]]
            }
            Formula::And(parts) if positive => self.product(parts, true),
            Formula::Or(parts) if !positive => self.product(parts, false),
            Formula::And(parts) | Formula::Or(parts) => {
                let mut out = Vec::new();
                for p in parts {
                    out.extend(self.cubes(p, positive));
                }
                absorb(&mut out);
                out
            }
        }
    }

    fn product(&mut self, parts: &[Formula], positive: bool) -> Vec<RawCube> {
        let mut out: Vec<RawCube> = vec![Vec::new()];
        for part in parts {
            let mut alternatives = self.cubes(part, positive);
            if out.len() * alternatives.len() > MAX_CUBES && alternatives.len() > 1 {
                alternatives = vec![vec![self.own_term(part, positive)]];
            }
            let mut next = Vec::with_capacity(out.len() * alternatives.len());
            for a in &out {
                for b in &alternatives {
                    next.extend(Self::conjoin(a, b));
                }
            }
            out = next;
        }
        absorb(&mut out);
        out
    }

    /// A term for a part that has too many alternatives to be multiplied out.
    fn own_term(&mut self, part: &Formula, positive: bool) -> RawLit {
        // The contrary is taken inside, fact by fact: of what is not applicable neither a fact nor its contrary holds.
        let part = if positive { part.clone() } else { part.clone().negated() };
        let free = part.free_vars();
        // A part about the second person alone is a term about one person, read from the second's row.
        if free == 0b10 {
            let slot = self.term(&renamed(&part, 1, 0), 1, false);
            return (RowSel::Q, Atom::Slot(slot), truth_bit(true));
        }
        let persons = match free {
            0 => 0,
            1 => 1,
            _ => 2,
        };
        let slot = self.term(&part, persons, false);
        (row(Args::first(persons as usize)), Atom::Slot(slot), truth_bit(true))
    }

    /// Both together; `None` when they exclude each other.
    fn conjoin(a: &RawCube, b: &RawCube) -> Option<RawCube> {
        let mut out = a.clone();
        for (row, what, values) in b {
            match out.iter_mut().find(|(r, w, _)| r == row && w == what) {
                Some((_, _, v)) => {
                    *v &= values;
                    if *v == 0 {
                        return None;
                    }
                }
                None => out.push((*row, *what, *values)),
            }
        }
        Some(out)
    }

    /// *For some person*: a term about one person less than its body.
    fn some(&mut self, var: Var, body: &Formula) -> (u32, Args) {
        let outer = body.free_vars() & !(1 << var);
        if outer == 0 {
            // The bound person is the only one: it takes the first place.
            let body = renamed(body, var, 0);
            return (self.term(&body, 0, true), Args::default());
        }
        (self.term(body, 1, true), Args::first(1))
    }
}

/// The same condition about another person. (A bound person keeps its place: at most two are in play, so nothing is captured.)
fn renamed(formula: &Formula, from: Var, to: Var) -> Formula {
    if from == to {
        return formula.clone();
    }
    let mut out = formula.clone();
    let rename = |v: Var| if v == from { to } else { v };
    let args = |a: &Args| Args::new(&a.vars().iter().map(|v| rename(*v)).collect::<Vec<_>>()).unwrap_or_default();
    out.visit_mut(&mut |f| match f {
        Formula::Fact { args: a, .. } | Formula::Derived { args: a, .. } => *a = args(a),
        Formula::Same(a, b) => (*a, *b) = (rename(*a), rename(*b)),
        Formula::Some { var, .. } => *var = rename(*var),
        _ => {}
    });
    out
}

fn lit(row: RowSel, field: Field, values: u64, what: Atom) -> Lit {
    Lit { row, word: field.word, mask: field.mask, values: values << field.shift, what }
}

/// A derived term is *false* in its lower and *true* in its upper bit, like a yes-or-no fact.
fn truth_bit(truth: bool) -> u64 {
    if truth { 0b10 } else { 0b01 }
}

fn ones(n: usize) -> u64 {
    if n >= 64 { u64::MAX } else { (1 << n) - 1 }
}

fn row(args: Args) -> RowSel {
    match args.vars() {
        [] => RowSel::Case,
        [0] => RowSel::P,
        [_] => RowSel::Q,
        [0, 0] => RowSel::PP,
        [0, _] => RowSel::PQ,
        [_, 0] => RowSel::QP,
        _ => RowSel::QQ,
    }
}

/// Drops every cube that another, weaker one makes superfluous.
fn absorb(cubes: &mut Vec<RawCube>) {
    if cubes.len() < 2 {
        return;
    }
    let implies = |strong: &RawCube, weak: &RawCube| {
        weak.iter().all(|(r, w, v)| strong.iter().any(|(r2, w2, v2)| r == r2 && w == w2 && v2 & !v == 0))
    };
    let mut keep = vec![true; cubes.len()];
    for i in 0..cubes.len() {
        for j in 0..cubes.len() {
            if i != j
                && keep[i]
                && keep[j]
                && implies(&cubes[i], &cubes[j])
                && (j < i || !implies(&cubes[j], &cubes[i]))
            {
                keep[i] = false;
            }
        }
    }
    let mut keep = keep.into_iter();
    cubes.retain(|_| keep.next().unwrap_or(true));
}
