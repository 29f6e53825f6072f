//! One question for one number of persons: by cubes, and by the oracle where those are too many.

use std::rc::Rc;

use tarazy_law::model::{FactId, FactKind, Formula};

use super::cover::{self, Cover, Cube, Owned, TooMany};
use super::days;
use super::ground::{FALSE, Id, Node};
use super::regions::{End, Nearby, Part, Scratch, each_part};
use super::sat::{Said, Sat};
use super::{Asker, Found, Made, Model};

/// A part that would need more cubes than this goes to the oracle.
pub(super) const MAX_CUBES: usize = 800;
/// So many products are made at most for one conjunction.
const MAX_PRODUCTS: usize = 3_000;
/// So many of the smallest cubes are looked at for the smallest case.
const CANDIDATES: usize = 12;
/// From so many parts of a case anybody sees what follows from all of them.
const PLAIN: u32 = 16;
/// So many regions are looked at to tell whether a literal can be dropped; then the oracle is asked.
pub(super) const MAX_REGIONS: u32 = 2_000;

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
            let near = self.scratch.nearby(&product, cover, layout);
            if best.as_ref().is_some_and(|b| self.at_least(&product, &near) >= b.0) {
                continue;
            }
            let shown = self.without_superfluous(condition, persons, Some((cover, near)), &product);
            let weight = (cover::size(&shown.cube, &self.ground.layout), self.readings(&shown.cube));
            if best.as_ref().is_none_or(|b| weight < b.0) {
                best = Some((weight, shown));
            }
        }
        best.map(|b| b.1)
    }

    /// The literals that a cube cannot do without at first sight, and the readings among them.
    fn at_least(&self, cube: &Cube, near: &Nearby) -> (u32, u32) {
        let layout = &self.ground.layout;
        let mut out = (0, 0);
        for (field, _) in cover::literals(cube, layout) {
            if !near.reaches(layout, field) {
                let fact = self.book.fact(layout.fields[field as usize].fact);
                out.0 += 1;
                out.1 += u32::from(matches!(fact.kind, FactKind::Reading { .. }));
            }
        }
        out
    }

    fn readings(&self, cube: &Cube) -> u32 {
        cube.iter().map(|(word, bits)| self.ground.layout.readings(*word, *bits)).sum()
    }

    /// The cube without the literals that the condition does not need. Each of those that stay was tried.
    fn without_superfluous(
        &mut self,
        condition: &Formula,
        persons: u8,
        cover: Option<(&Cover, Nearby)>,
        whole: &Cube,
    ) -> Shown {
        let fails = self.ground.condition(condition, persons, false);
        let mut scratch = std::mem::take(&mut self.scratch);
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
        let (cover, mut near) = cover.map_or((None, None), |(cover, near)| (Some(cover), Some(near)));
        // What a cube cannot do without, a wider one cannot either.
        let needed = |field: u32| near.as_ref().is_some_and(|near| !near.reaches(layout, field));
        let open: Vec<(u32, u64)> =
            cover::literals(whole, layout).into_iter().filter(|(field, _)| !needed(*field)).collect();
        for (field, values) in open {
            let full = layout.fields[field as usize].full;
            let wider = cover::with(&cube, layout, field, full);
            let mut covered = |region: &Cube, most: u32| {
                let (cover, near) = (cover?, near.as_ref()?);
                asker.covered(region, (cover, near.cubes.iter().copied()), most, &mut scratch)
            };
            // Of the cube itself it is known already; what is open is the rest.
            let rest = covered(&cover::with(&cube, layout, field, full & !values), MAX_REGIONS);
            let implied = match rest {
                Some(false) => Implied::No,
                _ => match (covered(&wider, PLAIN), rest) {
                    (Some(true), _) => Implied::Plainly,
                    (Some(false), _) => Implied::No,
                    (None, Some(true)) => Implied::AfterAll,
                    (None, _) => by_solver(&wider),
                },
            };
            match implied {
                Implied::No => continue,
                Implied::Plainly => {}
                Implied::AfterAll => plain = false,
            }
            cube = wider;
            near = cover.map(|c| scratch.nearby(&cube, c, layout));
        }
        self.scratch = scratch;
        Shown { cube, also: if plain { Vec::new() } else { whole.to_vec() } }
    }

    /// Whether there is a case, of whatever kind; `None` when that is undecided.
    pub fn may(&mut self, condition: &Formula) -> Option<bool> {
        match self.glimpse(condition, &[]) {
            Found::Case(_) => Some(true),
            Found::Never => Some(false),
            Found::Undecided => None,
        }
    }

    /// The first case that comes, in which too much may be fixed.
    pub fn glimpse(&mut self, condition: &Formula, fixed: &[(FactId, u64)]) -> Found {
        let Some(fixed) = self.fixed(fixed) else { return Found::Never };
        let (enough, mut decided) = self.persons(condition);
        for n in 1..=enough {
            match self.glimpse_at(condition, n, &fixed) {
                At::Case(model) => return Found::Case(model),
                At::Never => {}
                At::Undecided => decided = false,
            }
        }
        if decided { Found::Never } else { Found::Undecided }
    }

    fn glimpse_at(&mut self, condition: &Formula, persons: u8, fixed: &Cube) -> At {
        let id = self.ground.condition(condition, persons, true);
        if id == FALSE {
            return At::Never;
        }
        let cover = if self.by_oracle { None } else { self.cover(id) };
        let (layout, book) = (&self.ground.layout, self.book);
        let found = if let Some(cover) = cover {
            let mut product = Vec::new();
            let mut cubes = cover.cubes();
            let there =
                cubes.any(|c| cover::both(c, fixed, layout, &mut product) && days::possible(&product, layout, book));
            if there { Said::Cube(product) } else { Said::Never }
        } else {
            let mut sat = Sat::new(&self.ground.nodes, layout, book, self.conflicts());
            sat.require(id);
            sat.find(id, &cover::literals(fixed, layout))
        };
        match found {
            Said::Cube(cube) => At::Case(self.model(persons, &Shown { cube, also: Vec::new() })),
            Said::Never => At::Never,
            Said::Undecided => At::Undecided,
        }
    }

    /// Whether these cubes of a cover together cover a region, looking at so many parts of it; `None` when that is too much to tell.
    pub(super) fn covered(
        &self,
        region: &Cube,
        cover: (&Cover, impl Iterator<Item = u32>),
        most: u32,
        scratch: &mut Scratch,
    ) -> Option<bool> {
        let (layout, book) = (&self.ground.layout, self.book);
        let mut see =
            |part: Part<'_>| part.inside || part.compares(layout) && !days::possible(&part.cube(), layout, book);
        match each_part(region, cover, layout, most, scratch, &mut see) {
            End::Seen => Some(true),
            End::Stopped => Some(false),
            End::TooMany => None,
        }
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
