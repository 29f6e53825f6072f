//! What is found in each way of reading the ambiguities on which a condition turns.

use std::rc::Rc;

use tarazy_law::model::{FactId, FactKind, Formula};

use super::cover::{self, Cover, Cube};
use super::{Asker, ByReading, Found, days};

/// More ways of reading than this nobody looks at.
const MAX_WAYS: usize = 4_096;
/// The solver is asked about so many ways one by one.
const MAX_ASKED: usize = 64;

/// Readings of some ambiguities, and what is so in them.
type Way = (Vec<(FactId, usize)>, Says);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Case,
    None,
    Undecided,
}

impl Asker<'_> {
    /// What is found in each way of reading the ambiguities on which `condition` turns. Together the ways are all ways there are; what is
    /// the same in every reading of an ambiguity does not name it.
    pub fn find_by_reading(&mut self, condition: &Formula) -> Vec<ByReading> {
        let ways = self.ways(condition).unwrap_or_else(|| vec![(Vec::new(), Says::Undecided)]);
        let one = |(readings, says): Way| {
            let fixed: Vec<(FactId, u64)> = readings.iter().map(|(f, i)| (*f, 1 << i)).collect();
            let found = match says {
                Says::Case => self.find_with(condition, &fixed),
                Says::None => Found::Never,
                Says::Undecided => Found::Undecided,
            };
            ByReading { readings, found }
        };
        ways.into_iter().map(one).collect()
    }

    fn ways(&mut self, condition: &Formula) -> Option<Vec<Way>> {
        let (enough, complete) = self.persons(condition);
        let mut covers: Vec<Rc<Cover>> = Vec::new();
        for n in 1..=enough {
            let id = self.ground.condition(condition, n, true);
            match self.cover(id) {
                Some(cover) if !self.by_oracle => covers.push(cover),
                _ => return self.ways_asked(condition),
            }
            let ways = self.ways_in(&covers, if n == enough && complete { Says::None } else { Says::Undecided })?;
            // More persons change nothing where there is a case already.
            if n == enough || ways.iter().all(|w| w.1 == Says::Case) {
                return Some(ways);
            }
        }
        None
    }

    /// The ways, where what is in none of these covers is as `otherwise` says.
    fn ways_in(&self, covers: &[Rc<Cover>], otherwise: Says) -> Option<Vec<Way>> {
        let layout = &self.ground.layout;
        let cubes = covers.iter().flat_map(|c| c.cubes()).filter(|c| days::possible(c, layout, self.book));
        let cubes: Vec<&Cube> = cubes.collect();
        let mut ambiguities: Vec<(FactId, u32)> = Vec::new();
        for (field, _) in cubes.iter().flat_map(|c| cover::literals(c, layout)) {
            let fact = layout.fields[field as usize].fact;
            if matches!(self.book.fact(fact).kind, FactKind::Reading { .. }) && !ambiguities.contains(&(fact, field)) {
                ambiguities.push((fact, field));
            }
        }
        ambiguities.sort_unstable();
        self.split(&ambiguities, &cubes, otherwise, &mut 0)
    }

    /// Among these cubes, all of which agree with the readings chosen so far.
    fn split(
        &self,
        ambiguities: &[(FactId, u32)],
        cubes: &[&Cube],
        otherwise: Says,
        seen: &mut usize,
    ) -> Option<Vec<Way>> {
        *seen += 1;
        if *seen > MAX_WAYS {
            return None;
        }
        let layout = &self.ground.layout;
        let open = |field: u32, cube: &Cube| cover::values(cube, layout, field) == layout.fields[field as usize].full;
        if cubes.is_empty() {
            return Some(vec![(Vec::new(), otherwise)]);
        }
        if cubes.iter().any(|c| ambiguities.iter().all(|(_, field)| open(*field, c))) {
            return Some(vec![(Vec::new(), Says::Case)]);
        }
        let [(first, field), rest @ ..] = ambiguities else { return None };
        let mut each = Vec::new();
        for reading in 0..self.book.fact(*first).values {
            let agreeing = cubes.iter().copied().filter(|c| cover::values(c, layout, *field) >> reading & 1 == 1);
            each.push(self.split(rest, &agreeing.collect::<Vec<_>>(), otherwise, seen)?);
        }
        Some(merged(*first, each))
    }

    /// The same where cubes are too many: each way is asked for.
    fn ways_asked(&mut self, condition: &Formula) -> Option<Vec<Way>> {
        let mut ambiguities = self.ambiguities(condition);
        ambiguities.sort_unstable();
        let count = ambiguities.iter().try_fold(1_usize, |n, (_, readings)| n.checked_mul(*readings));
        count.filter(|n| *n <= MAX_ASKED)?;
        Some(self.split_asked(condition, &ambiguities, &mut Vec::new()))
    }

    fn split_asked(
        &mut self,
        condition: &Formula,
        ambiguities: &[(FactId, usize)],
        fixed: &mut Vec<(FactId, u64)>,
    ) -> Vec<Way> {
        let [(first, readings), rest @ ..] = ambiguities else {
            let says = match self.glimpse(condition, fixed) {
                Found::Case(_) => Says::Case,
                Found::Never => Says::None,
                Found::Undecided => Says::Undecided,
            };
            return vec![(Vec::new(), says)];
        };
        let mut each = Vec::new();
        for reading in 0..*readings {
            fixed.push((*first, 1 << reading));
            each.push(self.split_asked(condition, rest, fixed));
            fixed.pop();
        }
        merged(*first, each)
    }

    /// The ambiguities of which a condition speaks, with the number of their readings.
    fn ambiguities(&mut self, condition: &Formula) -> Vec<(FactId, usize)> {
        let mut out: Vec<(FactId, usize)> = Vec::new();
        let (mut seen, mut todo) = (Vec::new(), vec![Rc::new(condition.clone())]);
        while let Some(f) = todo.pop() {
            f.visit(&mut |f| {
                if let Formula::Fact { fact, .. } = f {
                    let info = self.book.fact(*fact);
                    if matches!(info.kind, FactKind::Reading { .. }) && !out.iter().any(|(f, _)| f == fact) {
                        out.push((*fact, info.values));
                    }
                }
            });
            for what in f.derived() {
                if !seen.contains(&what) {
                    seen.push(what);
                    todo.push(self.ground.unfold(what));
                }
            }
        }
        out
    }
}

/// Each reading of an ambiguity with its ways; where they are the same, the ambiguity does not matter. The ambiguities are always taken in
/// one order, so ways that mean the same are the same.
fn merged(ambiguity: FactId, mut each: Vec<Vec<Way>>) -> Vec<Way> {
    if each.windows(2).all(|w| w[0] == w[1]) {
        return each.pop().unwrap_or_default();
    }
    let named = each.into_iter().enumerate().flat_map(|(reading, ways)| {
        ways.into_iter().map(move |(mut readings, found)| {
            readings.insert(0, (ambiguity, reading));
            (readings, found)
        })
    });
    named.collect()
}
