//! How many cases there are.

use std::collections::HashMap;

use tarazy_law::dates::date_of;
use tarazy_law::model::{FactKind, Formula};

use super::cover::{self, Cover, Cube};
use super::solve::{classes, splitting};
use super::{Asker, days};

/// So many regions are looked at in one count.
const MAX_REGIONS: u32 = 100_000;
/// Dates that are compared with each other are gone through one by one; so many combinations at most.
const MAX_DATES: u128 = 20_000;

/// A count on its way.
struct Count<'c> {
    cover: &'c Cover,
    /// Fields to count, those whose values do not bear on each other.
    free: Vec<u32>,
    /// Comparisons, and the dates that are compared.
    dated: Vec<u32>,
    known: HashMap<Vec<u64>, u128>,
    regions: u32,
}

impl Asker<'_> {
    /// The number of cases in which `condition` holds: of ways to answer the facts on which it turns (what makes no difference is not
    /// counted, and dates count by the intervals and comparisons that the law makes), with as few persons as it needs. `None` when they are
    /// too many to count.
    pub fn count(&mut self, condition: &Formula) -> Option<u128> {
        let (enough, complete) = self.persons(condition);
        for n in 1..=enough {
            let id = self.ground.condition(condition, n, true);
            let cover = self.cover(id)?;
            let cover = self.prime(&cover)?;
            if !cover.is_empty() {
                return self.count_in(&cover);
            }
        }
        complete.then_some(0)
    }

    /// The same with no literal in any cube that could be dropped; so the cubes name the facts on which it turns and no other.
    fn prime(&self, cover: &Cover) -> Option<Cover> {
        let mut out = Cover::default();
        let layout = &self.ground.layout;
        for cube in cover.cubes() {
            if !days::possible(cube, layout, self.book) {
                continue;
            }
            let mut cube = cube.to_vec();
            for (field, _) in cover::literals(&cube, layout) {
                let wider = cover::with(&cube, layout, field, layout.fields[field as usize].full);
                if self.covered(&wider, cover, &mut 0)? {
                    cube = wider;
                }
            }
            out.push(&cube);
        }
        out.absorb(cover.len()).ok()?;
        Some(out)
    }

    fn count_in(&self, cover: &Cover) -> Option<u128> {
        let layout = &self.ground.layout;
        let mut fields: Vec<u32> =
            cover.cubes().flat_map(|c| cover::literals(c, layout)).map(|(field, _)| field).collect();
        fields.sort_unstable();
        fields.dedup();
        let mut dates = Vec::new();
        for field in &fields {
            let f = &layout.fields[*field as usize];
            if let FactKind::Comparison { left, right, .. } = &self.book.fact(f.fact).kind {
                dates.push(*field);
                for side in [left, right] {
                    let (fact, about) = date_of(side, f.about());
                    dates.extend(layout.known(fact, about.map(|p| p as u8)));
                }
            }
        }
        let (dated, free) = fields.into_iter().partition(|f| dates.contains(f));
        let mut count = Count { cover, free, dated, known: HashMap::new(), regions: 0 };
        let all: Vec<u32> = (0..cover.len() as u32).collect();
        self.count_region(&[], &all, &mut count)
    }

    /// Those cases in a region that lie in any of the cubes: it is cut in parts until each lies in one of them or in none.
    fn count_region(&self, region: &Cube, among: &[u32], count: &mut Count<'_>) -> Option<u128> {
        count.regions += 1;
        if count.regions > MAX_REGIONS {
            return None;
        }
        let (layout, cover) = (&self.ground.layout, count.cover);
        let mut near = Vec::new();
        for i in among {
            let cube = cover.cube(*i as usize);
            if cover::implies(region, cube) {
                return self.size(region, count);
            }
            if cover::meet(region, cube, layout) {
                near.push(*i);
            }
        }
        let Some(field) = splitting(region, cover, &near, layout) else { return Some(0) };
        let mut sum = 0_u128;
        for values in classes(region, cover, &near, layout, field) {
            let part = cover::with(region, layout, field, values);
            sum = sum.checked_add(self.count_region(&part, &near, count)?)?;
        }
        Some(sum)
    }

    /// The cases of a region.
    fn size(&self, region: &Cube, count: &mut Count<'_>) -> Option<u128> {
        let layout = &self.ground.layout;
        let ways = |f: &u32| u128::from(cover::values(region, layout, *f).count_ones());
        let free = count.free.iter().try_fold(1_u128, |n, f| n.checked_mul(ways(f)))?;
        if count.dated.is_empty() {
            return Some(free);
        }
        let open: Vec<u64> = count.dated.iter().map(|f| cover::values(region, layout, *f)).collect();
        let dated = match count.known.get(&open) {
            Some(n) => *n,
            None => {
                count.dated.iter().try_fold(1_u128, |n, f| n.checked_mul(ways(f))).filter(|n| *n <= MAX_DATES)?;
                let n = self.fitting(&count.dated, &open, Vec::new());
                count.known.insert(open, n);
                n
            }
        };
        free.checked_mul(dated)
    }

    /// How many ways to choose one value for each field fit together.
    fn fitting(&self, fields: &[u32], open: &[u64], chosen: Vec<(u32, u64)>) -> u128 {
        let layout = &self.ground.layout;
        if !days::possible(&chosen, layout, self.book) {
            return 0;
        }
        let ([field, fields @ ..], [values, open @ ..]) = (fields, open) else { return 1 };
        let bits = (0..64).map(|i| 1_u64 << i).filter(|bit| values & bit != 0);
        bits.map(|bit| self.fitting(fields, open, cover::with(&chosen, layout, *field, bit))).sum()
    }
}
