//! A case for a diagram: persons, answers, and days that fit together.

use std::collections::BTreeMap;

use jiff::civil::Date;
use tarazy_law::Text3;
use tarazy_law::case::{Case, Entry, FactKey, Others, Person, State, Value};
use tarazy_law::model::{Args, Corpus, DateExpr, Domain, FactId, FactKind, Formula, Rulebook, Test};
use tarazy_law::syntax::ast::DeadlineUnit;

use super::cover::as_map;
use super::diagram::{Cube, Node};
use super::space::{Atom, Space, Who};
use crate::cubes::{Asker, Found};

/// A fact about persons of the case.
type About = (FactId, [usize; 2]);

/// What came of the attempt to make a case.
pub(crate) enum Shown {
    /// This one.
    Case(Case),
    /// These values never come together, because no days fit them.
    Never(Cube),
    /// None was found.
    Unclear,
}

/// A day in the middle of nowhere, for dates of which nothing is asked but how they lie to others.
const SOME_DAY: i64 = 20_000;

/// A case in which `node` holds, with as little said as it takes.
pub(crate) fn show(space: &mut Space<'_>, corpus: &Corpus, node: Node, persons: Who, budget: u64) -> Shown {
    let Some(path) = space.d.shortest(node) else { return Shown::Unclear };
    let vars = space.d.support(node);
    let mut maker = Maker { known: BTreeMap::new(), persons: usize::from(persons).max(1), given: path.clone() };
    let env: Vec<usize> = (0..usize::from(persons)).collect();
    if maker.take(space, &path, &vars, &env, persons).is_none() {
        return Shown::Unclear;
    }
    match Days::of(space.book, corpus, &maker.known).solve() {
        Some(days) => Shown::Case(maker.case(space.book, corpus, &days)),
        None => impossible(space, &path, persons, budget),
    }
}

/// The case with every yes-or-no question answered by *no* that it leaves open. What holds of a shown case holds of every completion, and this
/// one leaves the evaluator nothing to try out.
pub(crate) fn completed(corpus: &Corpus, case: &Case) -> Case {
    let mut out = case.clone();
    for (id, fact) in corpus.vocabulary.iter().filter(|(_, f)| f.domain == Domain::YesNo) {
        let n = case.persons.len();
        let about: Vec<Vec<usize>> = match fact.persons() {
            0 => vec![Vec::new()],
            1 => (0..n).map(|p| vec![p]).collect(),
            _ => (0..n).flat_map(|p| (0..n).map(move |q| vec![p, q])).collect(),
        };
        for persons in about {
            let key = FactKey::new(id, &persons);
            out.facts.entry(key).or_insert_with(|| Entry::established(Value::Named(0)));
        }
    }
    out
}

struct Maker {
    known: BTreeMap<About, usize>,
    persons: usize,
    /// What has been settled so far, persons besides the first ones apart.
    given: Vec<(u32, usize)>,
}

impl Maker {
    /// Takes the values of a path over, and makes a person for each *somebody else* that holds in it.
    fn take(
        &mut self,
        space: &mut Space<'_>,
        path: &[(u32, usize)],
        vars: &[u32],
        env: &[usize],
        level: Who,
    ) -> Option<()> {
        for (var, value) in path {
            if let Atom::Fact(f, who) = space.atom(*var) {
                let n = space.book.fact(f).persons;
                let mut about = [0, 0];
                for i in 0..n.min(2) {
                    about[i] = env.get(usize::from(who[i])).copied().unwrap_or(0);
                }
                if self.known.insert((f, about), *value).is_some_and(|before| before != *value) {
                    return None;
                }
            }
        }
        let others = space.others(vars, level);
        for one in &others {
            if path.iter().all(|(v, value)| *v != one.0 || *value == 0) {
                continue;
            }
            let fits = space.person_for(*one, &others);
            let given = as_map(&self.given);
            let left = space.d.given(fits, &given);
            let chosen = space.d.shortest(left)?;
            let mut wider = env.to_vec();
            wider.push(self.persons);
            self.persons += 1;
            let person = usize::from(level);
            let of_first = |space: &Space<'_>, v: u32| match space.atom(v) {
                Atom::Fact(f, who) => who[..space.book.fact(f).persons.min(2)].iter().all(|w| usize::from(*w) < person),
                Atom::Another(..) => false,
            };
            let vars = space.d.support(left);
            self.take(space, &chosen, &vars, &wider, level + 1)?;
            self.given.extend(chosen.iter().filter(|(v, _)| of_first(space, *v)));
        }
        Some(())
    }

    fn case(&self, book: &Rulebook, corpus: &Corpus, days: &BTreeMap<About, i64>) -> Case {
        let names = ["a", "b", "c", "d", "e", "f"];
        let persons = (0..self.persons).map(|i| {
            let id = names.get(i).map_or_else(|| format!("p{i}"), |n| (*n).to_owned());
            Person { name: Text3::same(&id.to_uppercase()), id }
        });
        let mut case = Case { persons: persons.collect(), others: Others::Nobody, ..Case::default() };
        for ((fact, about), value) in &self.known {
            let info = book.fact(*fact);
            match &info.kind {
                FactKind::Vocab(v) => {
                    let state = match corpus.vocabulary.fact(*v).domain {
                        _ if *value >= info.values => State::NotApplicable,
                        Domain::YesNo | Domain::OneOf(_) => State::Established(Value::Named(*value)),
                        Domain::Number | Domain::Date => continue,
                    };
                    let key = FactKey::new(*v, &about[..info.persons.min(2)]);
                    case.facts.insert(key, Entry { state, ..Entry::default() });
                }
                FactKind::Reading { name, readings, .. } => {
                    if let Some((reading, _)) = readings.get(*value) {
                        case.readings.insert(name.clone(), reading.clone());
                    }
                }
                FactKind::Others | FactKind::Comparison { .. } => {}
            }
        }
        for ((fact, about), n) in days {
            let info = book.fact(*fact);
            let FactKind::Vocab(v) = info.kind else { continue };
            let value = match corpus.vocabulary.fact(v).domain {
                Domain::Number => Some(Value::Number(*n)),
                _ => date(*n).map(Value::Date),
            };
            let key = FactKey::new(v, &about[..info.persons.min(2)]);
            case.facts.extend(value.map(|value| (key, Entry::established(value))));
        }
        case
    }
}

/// Days and numbers that a case needs, with what must hold between them.
struct Days<'a> {
    book: &'a Rulebook,
    wanted: Vec<(About, Option<usize>)>,
    between: Vec<(FactId, [usize; 2], bool)>,
}

impl<'a> Days<'a> {
    fn of(book: &'a Rulebook, corpus: &Corpus, known: &BTreeMap<About, usize>) -> Days<'a> {
        let mut days = Days { book, wanted: Vec::new(), between: Vec::new() };
        for ((fact, about), value) in known {
            let info = book.fact(*fact);
            match &info.kind {
                FactKind::Comparison { left, right, .. } => {
                    days.between.push((*fact, *about, *value == 1));
                    for side in [left, right] {
                        let key = side_of(side, *about);
                        let interval = known.get(&key).copied();
                        if days.wanted.iter().all(|(k, _)| *k != key) {
                            days.wanted.push((key, interval));
                        }
                    }
                }
                FactKind::Vocab(v)
                    if *value < info.values
                        && matches!(corpus.vocabulary.fact(*v).domain, Domain::Date | Domain::Number)
                        && days.wanted.iter().all(|(k, _)| *k != (*fact, *about)) =>
                {
                    days.wanted.push(((*fact, *about), Some(*value)));
                }
                _ => {}
            }
        }
        days
    }

    fn solve(&self) -> Option<BTreeMap<About, i64>> {
        let mut chosen = BTreeMap::new();
        self.next(0, &mut chosen).then_some(chosen)
    }

    fn next(&self, at: usize, chosen: &mut BTreeMap<About, i64>) -> bool {
        let Some((key, interval)) = self.wanted.get(at) else { return true };
        let cuts = &self.book.fact(key.0).cuts;
        let (low, high) = match interval {
            Some(i) => (i.checked_sub(1).and_then(|c| cuts.get(c).copied()), cuts.get(*i).map(|c| c - 1)),
            None => (None, None),
        };
        let mut tries: Vec<i64> = [low, high].into_iter().flatten().collect();
        if tries.is_empty() {
            tries.push(SOME_DAY);
        }
        for (fact, about, _) in &self.between {
            let FactKind::Comparison { left, right, .. } = &self.book.fact(*fact).kind else { continue };
            for (mine, other) in [(left, right), (right, left)] {
                if side_of(mine, *about) == *key
                    && let Some(there) = chosen.get(&side_of(other, *about)).and_then(|d| later(*d, &other.plus, 1))
                    && let Some(here) = later(there, &mine.plus, -1)
                {
                    tries.extend([here, here - 1, here + 1, here - 4, here + 4]);
                }
            }
        }
        for day in tries {
            if low.is_some_and(|l| day < l) || high.is_some_and(|h| day > h) {
                continue;
            }
            chosen.insert(*key, day);
            if self.fits(chosen) && self.next(at + 1, chosen) {
                return true;
            }
            chosen.remove(key);
        }
        false
    }

    fn fits(&self, chosen: &BTreeMap<About, i64>) -> bool {
        self.between.iter().all(|(fact, about, holds)| {
            let FactKind::Comparison { left, op, right } = &self.book.fact(*fact).kind else { return true };
            let day = |side: &DateExpr| chosen.get(&side_of(side, *about)).and_then(|d| later(*d, &side.plus, 1));
            match (day(left), day(right)) {
                (Some(l), Some(r)) => op.holds(l, r) == *holds,
                _ => true,
            }
        })
    }
}

/// The values of a path that speak of days, where it is proved that none fit them.
fn impossible(space: &Space<'_>, path: &[(u32, usize)], persons: Who, budget: u64) -> Shown {
    let (mut cube, mut parts) = (Vec::new(), Vec::new());
    for (var, value) in path {
        let Atom::Fact(fact, who) = space.atom(*var) else { continue };
        let info = space.book.fact(fact);
        let dated = !info.cuts.is_empty() || matches!(info.kind, FactKind::Comparison { .. });
        if dated && who.iter().all(|w| *w < persons.max(1)) {
            let args = Args::new(&who[..info.persons.min(2)]).unwrap_or_default();
            parts.push(Formula::Fact { fact, args, test: Test { values: 1 << value, compare: None } });
            cube.push((*var, 1 << value));
        }
    }
    match Asker::new(space.book, budget).find(&Formula::all(parts)) {
        Found::Never => Shown::Never(cube),
        _ => Shown::Unclear,
    }
}

fn side_of(side: &DateExpr, about: [usize; 2]) -> About {
    let mut who = side.args.vars().iter().map(|v| about[usize::from(*v)]);
    (side.fact, [who.next().unwrap_or(0), who.next().unwrap_or(0)])
}

fn later(day: i64, plus: &[(u32, DeadlineUnit)], sign: i64) -> Option<i64> {
    if plus.is_empty() {
        return Some(day);
    }
    let mut out = date(day)?;
    for (n, unit) in plus {
        let n = i64::from(*n) * sign;
        let span = jiff::Span::new();
        let span = match unit {
            DeadlineUnit::Years => span.try_years(n),
            DeadlineUnit::Months => span.try_months(n),
            _ => span.try_days(n),
        };
        out = out.checked_add(span.ok()?).ok()?;
    }
    Some(out.duration_since(epoch()).as_hours() / 24)
}

fn epoch() -> Date {
    Date::constant(1970, 1, 1)
}

pub(crate) fn date(n: i64) -> Option<Date> {
    epoch().checked_add(jiff::Span::new().try_days(n).ok()?).ok()
}
