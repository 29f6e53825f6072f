//! How many cases there are.

use std::collections::HashMap;

use tarazy_law::dates::date_of;
use tarazy_law::model::{FactKind, Formula};

use super::cover::{self, Cover};
use super::regions::{End, Part, Scratch, each_part};
use super::solve;
use super::{Asker, days};

/// So many regions are looked at in one count.
const MAX_REGIONS: u32 = 100_000;
/// Dates that are compared with each other are gone through one by one; so many combinations at most.
const MAX_DATES: u128 = 20_000;

/// A count on its way.
struct Count {
    /// Fields to count, those whose values do not bear on each other.
    free: Vec<u32>,
    /// Comparisons, and the dates that are compared.
    dated: Vec<u32>,
    known: HashMap<Vec<u64>, u128>,
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
        let (mut out, mut scratch) = (Cover::default(), Scratch::default());
        let layout = &self.ground.layout;
        for cube in cover.cubes() {
            if !days::possible(cube, layout, self.book) {
                continue;
            }
            let mut cube = cube.to_vec();
            for (field, _) in cover::literals(&cube, layout) {
                let wider = cover::with(&cube, layout, field, layout.fields[field as usize].full);
                if self.covered(&wider, (cover, cover.numbers()), solve::MAX_REGIONS, &mut scratch)? {
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
        let mut count = Count { free, dated, known: HashMap::new() };
        // Everything is cut in parts until each lies in one of the cubes or in none.
        let mut sum = Some(0_u128);
        let mut see = |part: Part<'_>| {
            if part.inside {
                sum = sum.and_then(|n| n.checked_add(self.size(&part, &mut count)?));
            }
            sum.is_some()
        };
        let end = each_part(&[], (cover, cover.numbers()), layout, MAX_REGIONS, &mut Scratch::default(), &mut see);
        sum.filter(|_| end == End::Seen)
    }

    /// The cases of a region.
    fn size(&self, part: &Part<'_>, count: &mut Count) -> Option<u128> {
        let layout = &self.ground.layout;
        let ways = |f: &u32| u128::from(part.values(layout, *f).count_ones());
        let free = count.free.iter().try_fold(1_u128, |n, f| n.checked_mul(ways(f)))?;
        if count.dated.is_empty() {
            return Some(free);
        }
        let open: Vec<u64> = count.dated.iter().map(|f| part.values(layout, *f)).collect();
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
