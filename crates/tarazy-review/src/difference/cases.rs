//! Cases in words that both editions share: what is printed, sent and kept.

use serde::{Serialize, Serializer};
use tarazy_law::model::{Corpus, Domain, FactId, FactKind, Rulebook, VocabId};

use super::cover::cover;
use super::diagram::{Cube, Node};
use super::space::{Atom, Space, Who};
use crate::witness::Witness;

/// In which cases something is so: within the common conditions, in any of these ways.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Cases {
    /// Conditions that both editions share and without which neither says anything here: parts of the norm, by what they are.
    pub within: Vec<Shared>,
    /// What must be so in each of the ways.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub always: Vec<Literal>,
    /// The ways: each is a maximal set of cases, and none of them can be left out.
    pub ways: Vec<Way>,
    /// The ways are all there are: proved. Otherwise they are too many to be said, and these are some of them.
    pub complete: bool,
}

/// A condition that stands in both editions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shared {
    /// Whom the norm binds.
    Bearer,
    /// When it does.
    When,
    /// Its own exception does not hold.
    Unless,
    /// This scope takes the case in.
    Scope(String),
    /// This exception does not hold.
    Exception(String),
}

/// One way: all of its literals hold.
#[derive(Clone, Debug, Serialize)]
pub struct Way {
    /// What must be so besides what must be so always. Nothing of it can be left out.
    pub literals: Vec<Literal>,
    /// A case of this kind, decided under both editions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<Shown>,
}

/// One case, decided twice by the ordinary evaluator.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Under the first edition.
    pub before: Witness,
    /// The same case under the second.
    pub after: Witness,
    /// The case as it is written in a file.
    pub(crate) written: serde_json::Value,
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        self.written.serialize(s)
    }
}

/// One thing that must be so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Literal {
    /// A fact has one of these values.
    Fact {
        /// Its name.
        fact: String,
        /// The same, for whoever has the vocabulary at hand.
        #[serde(skip)]
        id: VocabId,
        /// About whom: 0 is the person the norm is about, 1 the other one.
        about: Vec<Who>,
        /// The values by name, for facts that have named ones.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        values: Vec<String>,
        /// Stretches of numbers or days.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        ranges: Vec<Range>,
        /// It may also not be applicable.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        or_not_applicable: bool,
    },
    /// An ambiguity is read in one of these ways.
    Reading {
        /// Its name.
        ambiguity: String,
        /// The readings.
        readings: Vec<String>,
    },
    /// Two days or numbers lie so.
    Compared {
        /// The facts, each about whom and how much later.
        left: Side,
        /// `<`, `≥` …
        op: &'static str,
        /// The other.
        right: Side,
    },
    /// Somebody else is such, or nobody else is.
    Another {
        /// Somebody is.
        exists: bool,
        /// In any of these ways; in them, 1 is that person.
        such: Vec<Vec<Literal>>,
    },
}

/// A stretch of numbers or days, both ends inside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Range {
    /// The first; open when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The last; open when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Side {
    /// The fact.
    pub fact: String,
    /// About whom.
    pub about: Vec<Who>,
    /// Later by so much, in units by their keys.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub plus: Vec<(u32, &'static str)>,
}

/// Writes cubes as literals.
pub(crate) struct Writer<'a> {
    pub(crate) corpus: &'a Corpus,
}

impl Writer<'_> {
    /// The literals of a cube.
    pub(crate) fn literals(&self, space: &mut Space<'_>, cube: &Cube) -> Vec<Literal> {
        cube.iter().filter_map(|(var, values)| self.literal(space, *var, *values)).collect()
    }

    fn literal(&self, space: &mut Space<'_>, var: u32, values: u64) -> Option<Literal> {
        match space.atom(var) {
            Atom::Fact(fact, who) => self.fact(space.book, fact, who, values),
            Atom::Another(_, such) => {
                let such = self.such(space, such);
                Some(Literal::Another { exists: values & 0b10 != 0, such })
            }
        }
    }

    /// Somebody who is such: in the fewest words, or not at all where that takes too many.
    fn such(&self, space: &mut Space<'_>, such: Node) -> Vec<Vec<Literal>> {
        const MOST: usize = 32;
        let cubes = cover(space, such, such, MOST).0;
        cubes.iter().map(|c| self.literals(space, c)).collect()
    }

    fn fact(&self, book: &Rulebook, id: FactId, who: [Who; 2], bits: u64) -> Option<Literal> {
        let info = book.fact(id);
        let about = who[..info.persons.min(2)].to_vec();
        let has = |i: usize| bits >> i & 1 == 1;
        match &info.kind {
            FactKind::Others => None,
            FactKind::Vocab(v) => {
                let fact = self.corpus.vocabulary.fact(*v);
                let named = fact.value_names();
                let dates = fact.domain == Domain::Date;
                Some(Literal::Fact {
                    fact: fact.name.clone(),
                    id: *v,
                    about,
                    values: named.iter().enumerate().filter(|(i, _)| has(*i)).map(|(_, n)| (*n).to_owned()).collect(),
                    ranges: if named.is_empty() { ranges(&info.cuts, info.values, bits, dates) } else { Vec::new() },
                    or_not_applicable: info.may_be_inapplicable && has(info.values),
                })
            }
            FactKind::Reading { name, readings, .. } => Some(Literal::Reading {
                ambiguity: name.clone(),
                readings: readings.iter().enumerate().filter(|(i, _)| has(*i)).map(|(_, r)| r.0.clone()).collect(),
            }),
            FactKind::Comparison { left, op, right } => {
                use tarazy_law::model::{DateExpr, Op};
                let side = |e: &DateExpr| Side {
                    fact: match book.fact(e.fact).kind {
                        FactKind::Vocab(v) => self.corpus.vocabulary.fact(v).name.clone(),
                        _ => String::new(),
                    },
                    about: e.args.vars().iter().map(|v| who[usize::from(*v)]).collect(),
                    plus: e.plus.iter().map(|(n, unit)| (*n, unit.as_str())).collect(),
                };
                let op = match (op, has(1)) {
                    (op, true) => *op,
                    (Op::Eq, _) => Op::Ne,
                    (Op::Ne, _) => Op::Eq,
                    (Op::Lt, _) => Op::Ge,
                    (Op::Ge, _) => Op::Lt,
                    (Op::Le, _) => Op::Gt,
                    (Op::Gt, _) => Op::Le,
                };
                Some(Literal::Compared { left: side(left), op: op.as_str(), right: side(right) })
            }
        }
    }
}

fn ranges(cuts: &[i64], values: usize, bits: u64, dates: bool) -> Vec<Range> {
    let write = |n: i64| {
        if dates { super::show::date(n).map_or_else(|| n.to_string(), |d| d.to_string()) } else { n.to_string() }
    };
    let (mut out, mut i) = (Vec::new(), 0);
    while i < values {
        let first = i;
        while i < values && bits >> i & 1 == 1 {
            i += 1;
        }
        if i > first {
            let from = first.checked_sub(1).and_then(|c| cuts.get(c)).map(|n| write(*n));
            let to = cuts.get(i - 1).map(|n| write(n - 1));
            out.push(Range { from, to });
        }
        i += 1;
    }
    out
}
