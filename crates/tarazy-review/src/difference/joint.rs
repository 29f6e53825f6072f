//! Two editions as one book, so that one question can be asked of both: facts are shared, everything else stands side by side.

use std::collections::HashMap;

use tarazy_law::model::{
    Consequence, DefId, Derived, Edge, ExcId, FactId, FactKind, Formula, Norm, NormId, OTHERS, Rulebook, Sanction,
};

/// The two editions in one book.
pub(crate) struct Joint {
    /// Their norms, definitions and exceptions, the first edition's before the second's.
    pub book: Rulebook,
    /// Where the second edition's begin.
    pub second: Offsets,
    /// For ambiguities that the editions read from different lists: the readings that both know.
    pub common_readings: HashMap<FactId, u64>,
}

/// Where one edition's things begin in the joint book.
#[derive(Clone, Copy, Default)]
pub(crate) struct Offsets {
    norms: u32,
    definitions: u32,
    exceptions: u32,
    tables: usize,
}

impl Offsets {
    /// The norm, by its id in its own edition.
    pub(crate) fn norm(self, id: NormId) -> NormId {
        NormId(id.0 + self.norms)
    }

    /// What is derived, by its id in its own edition.
    pub(crate) fn derived(self, what: Derived) -> Derived {
        match what {
            Derived::Definition(d) => Derived::Definition(DefId(d.0 + self.definitions)),
            Derived::Met(n) => Derived::Met(self.norm(n)),
            Derived::Applies(n) => Derived::Applies(self.norm(n)),
            Derived::Holds(e) => Derived::Holds(self.exception(e)),
        }
    }

    /// Where the tables of the second edition begin.
    pub(crate) fn tables(self) -> usize {
        self.tables
    }

    fn exception(self, id: ExcId) -> ExcId {
        ExcId(id.0 + self.exceptions)
    }
}

impl Joint {
    /// Both editions of one corpus. Numbers and dates are cut wherever either edition compares them.
    pub(crate) fn new(a: &Rulebook, b: &Rulebook) -> Joint {
        let mut book = a.clone();
        book.properties.clear();
        let second = Offsets {
            norms: a.norms.len() as u32,
            definitions: a.definitions.len() as u32,
            exceptions: a.exceptions.len() as u32,
            tables: a.tables.len(),
        };
        let mut common_readings = HashMap::new();
        let shared = share_facts(&mut book, b, &mut common_readings);
        let carry = Carry { facts: &shared, offsets: second };
        book.definitions.extend(b.definitions.iter().cloned().map(|mut d| {
            carry.formula(&mut d.formula);
            d
        }));
        book.norms.extend(b.norms.iter().cloned().map(|n| carry.norm(n)));
        book.exceptions.extend(b.exceptions.iter().cloned().map(|mut e| {
            carry.formula(&mut e.cond);
            e.reason.iter_mut().for_each(|f| carry.formula(f));
            carry.sanctions(&mut e.sanctions);
            for edge in &mut e.targets {
                *edge = match *edge {
                    Edge::Norm(n) => Edge::Norm(second.norm(n)),
                    Edge::Exception(x) => Edge::Exception(second.exception(x)),
                };
            }
            e.others.iter_mut().for_each(|n| *n = second.norm(*n));
            e.exceptions.iter_mut().chain(&mut e.scopes).for_each(|x| *x = second.exception(*x));
            e
        }));
        book.tables.extend(b.tables.iter().cloned().map(|mut t| {
            t.by = shared[t.by.0 as usize].0;
            t
        }));
        cut_again(&mut book);
        Joint { book, second, common_readings }
    }
}

/// What becomes of a fact of the second edition: its place in the joint book, and for readings the new place of each value.
type Shared = (FactId, Option<Vec<u32>>);

fn share_facts(book: &mut Rulebook, b: &Rulebook, common: &mut HashMap<FactId, u64>) -> Vec<Shared> {
    let mut out: Vec<Shared> = Vec::new();
    for (i, info) in b.facts.iter().enumerate() {
        let shared = match &info.kind {
            FactKind::Others => (OTHERS, None),
            FactKind::Vocab(v) => {
                let id = book.vocab.get(v).copied().unwrap_or(FactId(i as u32));
                let cuts = &mut book.facts[id.0 as usize].cuts;
                cuts.extend(&info.cuts);
                cuts.sort_unstable();
                cuts.dedup();
                (id, None)
            }
            FactKind::Reading { name, readings, .. } => match book.ambiguities.get(name).copied() {
                None => {
                    let id = FactId(book.facts.len() as u32);
                    book.ambiguities.insert(name.clone(), id);
                    book.facts.push(info.clone());
                    (id, None)
                }
                Some(id) => {
                    let here = &mut book.facts[id.0 as usize];
                    let FactKind::Reading { readings: known, .. } = &mut here.kind else { continue };
                    let (before, mut place, mut both) = (known.len(), Vec::new(), 0);
                    for r in readings {
                        let at = known.iter().position(|(n, _)| *n == r.0).unwrap_or_else(|| {
                            known.push(r.clone());
                            known.len() - 1
                        });
                        both |= u64::from(at < before) << at;
                        place.push(at as u32);
                    }
                    here.values = known.len();
                    if both != 0 && both.count_ones() as usize != here.values {
                        common.insert(id, both);
                    }
                    (id, Some(place))
                }
            },
            FactKind::Comparison { left, op, right } => {
                let (mut left, mut right) = (left.clone(), right.clone());
                left.fact = out[left.fact.0 as usize].0;
                right.fact = out[right.fact.0 as usize].0;
                let same = book.facts.iter().position(
                    |f| matches!(&f.kind, FactKind::Comparison { left: l, op: o, right: r } if *l == left && o == op && *r == right),
                );
                let id = FactId(same.unwrap_or(book.facts.len()) as u32);
                if same.is_none() {
                    let mut fact = info.clone();
                    fact.kind = FactKind::Comparison { left, op: *op, right };
                    book.facts.push(fact);
                }
                (id, None)
            }
        };
        out.push(shared);
    }
    for fact in &mut book.facts {
        if !fact.cuts.is_empty() {
            fact.values = fact.cuts.len() + 1;
        }
    }
    out
}

/// Takes the second edition's things to their new places.
struct Carry<'a> {
    facts: &'a [Shared],
    offsets: Offsets,
}

impl Carry<'_> {
    fn formula(&self, formula: &mut Formula) {
        formula.visit_mut(&mut |f| match f {
            Formula::Fact { fact, test, .. } => {
                let (id, values) = &self.facts[fact.0 as usize];
                *fact = *id;
                if let Some(place) = values {
                    let old = test.values;
                    test.values =
                        place.iter().enumerate().filter(|(i, _)| old >> i & 1 == 1).fold(0, |m, (_, at)| m | 1 << at);
                }
            }
            Formula::Derived { what, .. } => *what = self.offsets.derived(*what),
            _ => {}
        });
    }

    fn sanctions(&self, list: &mut [Sanction]) {
        for s in list {
            self.formula(&mut s.when);
            if let Consequence::FineBy { fact, table, .. } = &mut s.what {
                *fact = self.facts[fact.0 as usize].0;
                *table += self.offsets.tables;
            }
        }
    }

    fn norm(&self, mut n: Norm) -> Norm {
        for f in [&mut n.bearer_cond, &mut n.when] {
            self.formula(f);
        }
        for f in [&mut n.toward, &mut n.reviewer, &mut n.content].into_iter().flatten() {
            self.formula(f);
        }
        self.sanctions(&mut n.sanctions);
        for list in [&mut n.scopes, &mut n.exceptions, &mut n.provisos, &mut n.presumptions] {
            for e in list.iter_mut() {
                *e = self.offsets.exception(*e);
            }
        }
        for e in [&mut n.unless, &mut n.retroactivity].into_iter().flatten() {
            *e = self.offsets.exception(*e);
        }
        for (norm, exc) in &mut n.beside {
            (*norm, *exc) = (self.offsets.norm(*norm), self.offsets.exception(*exc));
        }
        n
    }
}

/// Comparisons with constants, in the intervals of both editions together.
fn cut_again(book: &mut Rulebook) {
    let facts = std::mem::take(&mut book.facts);
    let again = |f: &mut Formula| {
        f.visit_mut(&mut |f| {
            if let Formula::Fact { fact, test, .. } = f
                && let Some((op, n)) = test.compare
            {
                let info = &facts[fact.0 as usize];
                let holds = |i: usize| op.holds(i.checked_sub(1).map_or(i64::MIN, |c| info.cuts[c]), n);
                test.values = (0..info.values).filter(|i| holds(*i)).fold(0, |m, i| m | 1 << i);
            }
        });
    };
    for d in &mut book.definitions {
        again(&mut d.formula);
    }
    for n in &mut book.norms {
        again(&mut n.bearer_cond);
        again(&mut n.when);
        [&mut n.toward, &mut n.reviewer, &mut n.content].into_iter().flatten().for_each(&again);
        n.sanctions.iter_mut().for_each(|s| again(&mut s.when));
    }
    for e in &mut book.exceptions {
        again(&mut e.cond);
        e.reason.iter_mut().for_each(&again);
        e.sanctions.iter_mut().for_each(|s| again(&mut s.when));
    }
    book.facts = facts;
}
