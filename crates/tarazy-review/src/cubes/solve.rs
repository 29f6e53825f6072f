//! One question for one number of persons: by cubes, and by the oracle where those are too many.

use std::rc::Rc;

use tarazy_law::model::{FactKind, Formula};

use super::cover::{self, Cover, Cube, Owned, TooMany};
use super::days;
use super::ground::{FALSE, Id, Node};
use super::sat::{Said, Sat};
use super::{Asker, Made, Model};

/// A part that would need more cubes than this goes to the oracle.
pub(super) const MAX_CUBES: usize = 800;
/// So many products are made at most for one conjunction.
const MAX_PRODUCTS: usize = 3_000;
/// So many of the smallest cubes are looked at for the smallest case.
const CANDIDATES: usize = 12;
/// From so many parts of a case anybody sees what follows from all of them.
const PLAIN: u32 = 16;
/// So many regions are looked at to tell whether a literal can be dropped; then the oracle is asked.
const MAX_REGIONS: u32 = 2_000;

/// A case, as cubes.
struct Shown {
    /// What is needed.
    cube: Owned,
    /// With this it is plain that the condition holds.
    also: Owned,
}

/// Whether a condition follows.
enum Implied {
    /// From a few parts of the case.
    Plainly,
    /// After looking at many, or by the solver.
    AfterAll,
    No,
}

/// One number of persons.
pub(super) enum At {
    Case(Model),
    Never,
    Undecided,
}

impl Asker<'_> {
    /// The cubes of a part, or `None` where they are too many.
    pub(super) fn cover(&mut self, id: Id) -> Option<Rc<Cover>> {
        if self.covers.len() <= id as usize {
            self.covers.resize(self.ground.nodes.len(), Made::NotYet);
        }
        match &self.covers[id as usize] {
            Made::These(cover) => return Some(cover.clone()),
            Made::TooMany => return None,
            Made::NotYet => {}
        }
        let made = self.make_cover(id).ok().map(Rc::new);
        self.covers[id as usize] = made.clone().map_or(Made::TooMany, Made::These);
        made
    }

    fn make_cover(&mut self, id: Id) -> Result<Cover, TooMany> {
        match self.ground.nodes[id as usize].clone() {
            Node::Const(false) => Ok(Cover::default()),
            Node::Const(true) => Ok(Cover::everything()),
            Node::Lit(field, values) => Ok(Cover::of(&[self.ground.layout.bits(field, values)])),
            Node::Or(parts) => {
                let mut out = Cover::default();
                for p in parts {
                    out.extend(&*self.cover(p).ok_or(TooMany)?);
                    if out.len() > 4 * MAX_CUBES {
                        return Err(TooMany);
                    }
                }
                out.absorb(MAX_CUBES)?;
                Ok(out)
            }
            Node::And(parts) => {
                let mut covers = Vec::with_capacity(parts.len());
                for p in parts {
                    covers.push(self.cover(p).ok_or(TooMany)?);
                }
                // What excludes most comes first.
                covers.sort_by_key(|c| c.len());
                let mut out = Cover::everything();
                for c in covers {
                    out = out.and(&c, &self.ground.layout, MAX_PRODUCTS, MAX_CUBES)?;
                    if out.is_empty() {
                        break;
                    }
                }
                Ok(out)
            }
        }
    }

    /// A smallest case with so many persons in which all of `fixed` holds too.
    pub(super) fn find_at(&mut self, condition: &Formula, persons: u8, fixed: &Cube) -> At {
        let id = self.ground.condition(condition, persons, true);
        if id == FALSE {
            return At::Never;
        }
        let cover = if self.by_oracle { None } else { self.cover(id) };
        match &cover {
            Some(cover) => {
                self.smallest(condition, persons, cover, fixed).map_or(At::Never, |s| At::Case(self.model(persons, &s)))
            }
            None => self.ask_oracle(condition, persons, id, fixed),
        }
    }

    fn model(&self, persons: u8, shown: &Shown) -> Model {
        let layout = &self.ground.layout;
        let needed = cover::literals(&shown.cube, layout);
        let also = cover::literals(&shown.also, layout).into_iter().filter(|l| needed.iter().all(|n| n.0 != l.0));
        let also = also.map(|(f, v)| layout.answer(f, v)).collect();
        let facts = needed.iter().map(|(f, v)| layout.answer(*f, *v)).collect();
        Model { persons: usize::from(persons), facts, also }
    }

    /// The smallest case among the cubes, no literal of which can be dropped.
    fn smallest(&mut self, condition: &Formula, persons: u8, cover: &Cover, fixed: &Cube) -> Option<Shown> {
        let layout = &self.ground.layout;
        let mut product = Vec::new();
        let mut order: Vec<(u32, u32, u32)> = Vec::new();
        for (i, cube) in cover.cubes().enumerate() {
            if cover::both(cube, fixed, layout, &mut product) {
                order.push((cover::size(&product, layout), self.readings(&product), i as u32));
            }
        }
        order.sort_unstable();
        // Literals, readings among them, and the cube.
        let mut best: Option<((u32, u32), Shown)> = None;
        let mut looked_at = 0;
        for (size, _, i) in order {
            let layout = &self.ground.layout;
            cover::both(cover.cube(i as usize), fixed, layout, &mut product);
            if !days::possible(&product, layout, self.book) {
                continue;
            }
            looked_at += 1;
            // A cube loses a literal or two at most where several cubes cover it together.
            if best.as_ref().is_some_and(|b| looked_at > CANDIDATES || size > b.0.0 + 2) {
                break;
            }
            let shown = self.without_superfluous(condition, persons, Some(cover), &product);
            let weight = (cover::size(&shown.cube, &self.ground.layout), self.readings(&shown.cube));
            if best.as_ref().is_none_or(|b| weight < b.0) {
                best = Some((weight, shown));
            }
        }
        best.map(|b| b.1)
    }

    fn readings(&self, cube: &Cube) -> u32 {
        let is_reading = |f: u32| {
            let fact = self.ground.layout.fields[f as usize].fact;
            matches!(self.book.fact(fact).kind, FactKind::Reading { .. })
        };
        cover::literals(cube, &self.ground.layout).into_iter().filter(|(f, _)| is_reading(*f)).count() as u32
    }

    /// The cube without the literals that the condition does not need. Each of those that stay was tried.
    fn without_superfluous(&mut self, condition: &Formula, persons: u8, cover: Option<&Cover>, whole: &Cube) -> Shown {
        let fails = self.ground.condition(condition, persons, false);
        let asker = &*self;
        let layout = &asker.ground.layout;
        let mut sat = None;
        let mut by_solver = |cube: &Cube| {
            let sat = sat.get_or_insert_with(|| {
                let mut sat = Sat::new(&asker.ground.nodes, layout, asker.book, asker.conflicts());
                sat.require(fails);
                sat
            });
            let never = matches!(sat.find(fails, &cover::literals(cube, layout)), Said::Never);
            if never { Implied::AfterAll } else { Implied::No }
        };
        let (mut cube, mut plain) = (whole.to_vec(), true);
        for (field, _) in cover::literals(whole, layout) {
            let wider = cover::with(&cube, layout, field, layout.fields[field as usize].full);
            let mut regions = 0;
            let implied = match cover.map(|c| asker.covered(&wider, c, &mut regions)) {
                Some(Some(true)) if regions <= PLAIN => Implied::Plainly,
                Some(Some(true)) => Implied::AfterAll,
                Some(Some(false)) => Implied::No,
                Some(None) | None => by_solver(&wider),
            };
            match implied {
                Implied::No => continue,
                Implied::Plainly => {}
                Implied::AfterAll => plain = false,
            }
            cube = wider;
        }
        Shown { cube, also: if plain { Vec::new() } else { whole.to_vec() } }
    }

    /// Whether there is a case, of whatever kind; `None` when that is undecided.
    pub(super) fn exists(&mut self, condition: &Formula) -> Option<bool> {
        let (enough, mut decided) = self.persons(condition);
        for n in 1..=enough {
            let id = self.ground.condition(condition, n, true);
            let cover = if self.by_oracle { None } else { self.cover(id) };
            let (layout, book) = (&self.ground.layout, self.book);
            let found = match cover {
                Some(cover) => Some(cover.cubes().any(|c| days::possible(c, layout, book))),
                None => {
                    let mut sat = Sat::new(&self.ground.nodes, layout, book, self.conflicts());
                    sat.require(id);
                    match sat.find(id, &[]) {
                        Said::Cube(_) => Some(true),
                        Said::Never => Some(false),
                        Said::Undecided => None,
                    }
                }
            };
            match found {
                Some(true) => return Some(true),
                Some(false) => {}
                None => decided = false,
            }
        }
        decided.then_some(false)
    }

    /// Whether cubes cover a region together; `None` when that is too much to tell.
    pub(super) fn covered(&self, region: &Cube, cover: &Cover, regions: &mut u32) -> Option<bool> {
        let layout = &self.ground.layout;
        let all: Vec<u32> = (0..cover.len() as u32).collect();
        self.covered_by(region, cover, &all, layout, regions)
    }

    fn covered_by(
        &self,
        region: &Cube,
        cover: &Cover,
        among: &[u32],
        layout: &super::layout::Layout,
        regions: &mut u32,
    ) -> Option<bool> {
        *regions += 1;
        if *regions > MAX_REGIONS {
            return None;
        }
        let mut near = Vec::new();
        for i in among {
            let cube = cover.cube(*i as usize);
            if cover::implies(region, cube) {
                return Some(true);
            }
            if cover::meet(region, cube, layout) {
                near.push(*i);
            }
        }
        let Some(field) = splitting(region, cover, &near, layout) else {
            return Some(!days::possible(region, layout, self.book));
        };
        for values in classes(region, cover, &near, layout, field) {
            let part = cover::with(region, layout, field, values);
            if !self.covered_by(&part, cover, &near, layout, regions)? {
                return Some(false);
            }
        }
        Some(true)
    }

    fn ask_oracle(&mut self, condition: &Formula, persons: u8, id: Id, fixed: &Cube) -> At {
        let given = cover::literals(fixed, &self.ground.layout);
        let mut sat = Sat::new(&self.ground.nodes, &self.ground.layout, self.book, self.conflicts());
        sat.require(id);
        match sat.find(id, &given) {
            Said::Cube(cube) => {
                let shown = self.without_superfluous(condition, persons, None, &cube);
                At::Case(self.model(persons, &shown))
            }
            Said::Never => At::Never,
            Said::Undecided => At::Undecided,
        }
    }

    /// How many conflicts the oracle may spend on one question.
    fn conflicts(&self) -> u64 {
        (self.budget / 100).max(1)
    }
}

/// The field that most of these cubes narrow further than the region does.
pub(super) fn splitting(region: &Cube, cover: &Cover, near: &[u32], layout: &super::layout::Layout) -> Option<u32> {
    let mut counts: Vec<(u32, u32)> = Vec::new();
    for i in near {
        for (field, values) in cover::literals(cover.cube(*i as usize), layout) {
            if cover::values(region, layout, field) & !values != 0 {
                match counts.iter_mut().find(|c| c.0 == field) {
                    Some(c) => c.1 += 1,
                    None => counts.push((field, 1)),
                }
            }
        }
    }
    counts.into_iter().max_by_key(|(field, n)| (*n, std::cmp::Reverse(*field))).map(|c| c.0)
}

/// The values of a field in a region, those together between which no cube makes a difference.
pub(super) fn classes(
    region: &Cube,
    cover: &Cover,
    near: &[u32],
    layout: &super::layout::Layout,
    field: u32,
) -> Vec<u64> {
    let mut out = vec![cover::values(region, layout, field)];
    for i in near {
        let values = cover::values(cover.cube(*i as usize), layout, field);
        out = out.into_iter().flat_map(|c| [c & values, c & !values]).filter(|c| *c != 0).collect();
    }
    out
}
