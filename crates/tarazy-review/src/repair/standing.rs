//! How one norm stands to others: whether both can strike one person for one act, and whether giving way to them lets somebody go free.

use serde::Serialize;
use tarazy_law::case::Case;
use tarazy_law::model::{Bearer, BookClaim, Derived, FactId, FactKind, NormId, PropertyRule};
use tarazy_law::syntax::ast::ExceptionKind;

use crate::context::Context;
use crate::difference::diagram::{ALWAYS, NEVER, Node};
use crate::difference::show::{Shown, completed, show};
use crate::difference::space::{Atom, Space};
use crate::witness::{Claim, Says, Witness};

/// The answer to *is there such a case?*
#[derive(Clone, Debug)]
pub enum Answer {
    /// This one, decided by the ordinary evaluator.
    Case(Box<Witness>),
    /// None: proved.
    Never,
    /// Not decided.
    Open,
}

impl Answer {
    /// There is none, and that is proved.
    pub fn is_never(&self) -> bool {
        matches!(self, Answer::Never)
    }

    /// There is one, and it was replayed.
    pub fn witness(&self) -> Option<&Witness> {
        match self {
            Answer::Case(w) => Some(w),
            _ => None,
        }
    }
}

impl Serialize for Answer {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(match self {
            Answer::Case(_) => "case",
            Answer::Never => "never",
            Answer::Open => "open",
        })
    }
}

/// How a norm stands to others in one way of reading.
#[derive(Clone, Debug, Serialize)]
pub struct Standing {
    /// The ambiguities on which it turns, with their readings.
    pub readings: Vec<(String, String)>,
    /// The norm and one of the others both apply to one person for one act.
    pub both: Answer,
    /// The norm gives way to the others (a displacement by one of them holds, and nothing else stands against it), and none of them applies.
    pub neither: Answer,
}

/// How many diagrams a question may need.
const MOST_NODES: usize = 1_000_000;

/// How `norm` stands to `others`, in each way of reading what it turns on; `None` where the edition has no such norm.
pub fn standing(context: &Context<'_>, norm: &str, others: &[&str], budget: u64) -> Option<Vec<Standing>> {
    let book = &context.book;
    let one = *book.norm_ids.get(norm)?;
    let others: Vec<NormId> = others.iter().filter_map(|n| book.norm_ids.get(*n).copied()).collect();
    let persons = u8::from(book.norm(one).bearer == Bearer::Person);
    let mut space = Space::new(book, MOST_NODES);
    let applies: Vec<Node> = others.iter().map(|n| space.term(Derived::Applies(*n), persons)).collect();
    let any = space.d.any(&applies);
    let own = space.term(Derived::Applies(one), persons);
    let both = space.d.and(own, any);
    let mut rest = vec![space.term(Derived::Met(one), persons)];
    rest.extend(book.norm(one).scopes.iter().map(|e| space.term(Derived::Holds(*e), persons)));
    let mut ways = Vec::new();
    for e in &book.norm(one).exceptions {
        let exc = book.exception(*e);
        let holds = space.term(Derived::Holds(*e), persons);
        if exc.kind == ExceptionKind::Displacement && exc.others.iter().any(|o| others.contains(o)) {
            ways.push(holds);
        } else {
            rest.push(space.d.not(holds));
        }
    }
    let gives_way = space.d.any(&ways);
    rest.push(gives_way);
    let rest = space.d.all(&rest);
    let neither = space.d.without(rest, any);
    let turns = space.d.or(both, neither);
    let mut out = Vec::new();
    for (readings, given) in ways_of_reading(&mut space, turns) {
        let claims = |both: bool| {
            let others = &others;
            move |case| replayed(context, Claimed { one: norm, others, both, case })
        };
        let one = space.d.and(both, given);
        let both = answer(&mut space, context, one, persons, budget, &claims(true));
        let other = space.d.and(neither, given);
        let neither = answer(&mut space, context, other, persons, budget, &claims(false));
        out.push(Standing { readings, both, neither });
    }
    Some(out)
}

/// A property in one way of reading: the readings, and the answer to *does it fail?*
pub(crate) type Failing = (Vec<(String, String)>, Answer);

/// In which ways of reading a property of the edition fails.
pub(crate) fn failing(context: &Context<'_>, property: &PropertyRule, budget: u64) -> Vec<Failing> {
    let book = &context.book;
    let mut space = Space::new(book, MOST_NODES);
    let assuming = space.about(&property.assuming, 1);
    let mut any = |norms: &[NormId]| {
        let all: Vec<Node> = norms.iter().map(|n| space.term(Derived::Applies(*n), 1)).collect();
        (space.d.any(&all), all)
    };
    let (fails, pairs): (Node, Vec<Vec<(NormId, bool)>>) = match &property.claim {
        BookClaim::AlwaysSome(norms) => {
            let (some, _) = any(norms);
            let none = norms.iter().map(|n| (*n, false)).collect();
            (space.d.without(assuming, some), vec![none])
        }
        BookClaim::NeverBoth(a, b) => {
            let ((_, x), (_, y)) = (any(a), any(b));
            let (mut fails, mut pairs) = (NEVER, Vec::new());
            for (i, one) in a.iter().enumerate() {
                for (j, other) in b.iter().enumerate().filter(|(_, o)| *o != one) {
                    let both = space.d.and(x[i], y[j]);
                    fails = space.d.or(fails, both);
                    pairs.push(vec![(*one, true), (*other, true)]);
                }
            }
            (space.d.and(fails, assuming), pairs)
        }
    };
    let claims = |all: &[(NormId, bool)]| {
        let says = |applies| if applies { Says::Applies } else { Says::DoesNotApply };
        all.iter().map(|(n, a)| Claim { name: book.norm(*n).id.clone(), person: 0, says: says(*a) }).collect::<Vec<_>>()
    };
    let replay = |case: Case| pairs.iter().find_map(|p| Witness::replay(context, case.clone(), claims(p)));
    let mut out = Vec::new();
    for (readings, given) in ways_of_reading(&mut space, fails) {
        let node = space.d.and(fails, given);
        out.push((readings, answer(&mut space, context, node, 1, budget, &replay)));
    }
    out
}

struct Claimed<'a> {
    one: &'a str,
    others: &'a [NormId],
    both: bool,
    case: Case,
}

/// The case, if the ordinary evaluator finds in it what the diagram says.
fn replayed(context: &Context<'_>, c: Claimed<'_>) -> Option<Witness> {
    let claim = |name: &str, says| Claim { name: name.to_owned(), person: 0, says };
    let name = |n: &NormId| context.book.norm(*n).id.clone();
    if c.both {
        let with = |n: &NormId| {
            let claims = vec![claim(c.one, Says::Applies), claim(&name(n), Says::Applies)];
            Witness::replay(context, c.case.clone(), claims)
        };
        return c.others.iter().find_map(with);
    }
    let mut claims = vec![claim(c.one, Says::Met), claim(c.one, Says::DoesNotApply)];
    claims.extend(c.others.iter().map(|n| claim(&name(n), Says::DoesNotApply)));
    Witness::replay(context, c.case, claims)
}

fn answer(
    space: &mut Space<'_>,
    context: &Context<'_>,
    mut node: Node,
    persons: u8,
    budget: u64,
    replay: &impl Fn(Case) -> Option<Witness>,
) -> Answer {
    const TRIES: usize = 64;
    let can = space.possible(node, persons);
    node = space.d.and(node, can);
    for _ in 0..TRIES {
        if space.d.full {
            return Answer::Open;
        }
        if node == NEVER {
            return Answer::Never;
        }
        match show(space, context.corpus, node, persons, budget) {
            Shown::Case(case) => {
                let whole = completed(context.corpus, &case);
                let shown = replay(case).or_else(|| replay(whole));
                return shown.map_or(Answer::Open, |w| Answer::Case(Box::new(w)));
            }
            Shown::Never(values) => {
                let values = space.cube(&values);
                node = space.d.without(node, values);
            }
            Shown::Unclear => return Answer::Open,
        }
    }
    Answer::Open
}

/// Every way of reading the ambiguities on which a condition turns, with the diagram that fixes it.
fn ways_of_reading(space: &mut Space<'_>, turns: Node) -> Vec<(Vec<(String, String)>, Node)> {
    let mut out = vec![(Vec::new(), ALWAYS)];
    let readings: Vec<(u32, FactId)> = space
        .d
        .support(turns)
        .into_iter()
        .filter_map(|v| match space.atom(v) {
            Atom::Fact(f, _) if matches!(space.book.fact(f).kind, FactKind::Reading { .. }) => Some((v, f)),
            _ => None,
        })
        .collect();
    for (var, fact) in readings {
        let FactKind::Reading { name, readings, .. } = &space.book.fact(fact).kind else { continue };
        let mut next = Vec::new();
        for (named, node) in &out {
            for (i, (reading, _)) in readings.iter().enumerate() {
                let fixed = space.literal_of(var, 1 << i);
                let mut named: Vec<(String, String)> = Vec::clone(named);
                named.push((name.clone(), reading.clone()));
                next.push((named, space.d.and(*node, fixed)));
            }
        }
        out = next;
    }
    out
}
