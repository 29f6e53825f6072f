//! A made code: offences with a pair of roles, four plain conditions, three limbs of which one must be there, and two exceptions.

use std::fmt::Write as _;

use fastrand::Rng;
use tarazy_law::Source;

/// Roles, of which a person has one.
pub const ROLES: usize = 6;

/// A fact, and whether it must be so.
pub type Literal = (usize, bool);

pub struct Offence {
    pub roles: [usize; 2],
    pub plain: [Literal; 4],
    pub limbs: [[Literal; 2]; 3],
    pub exceptions: [[Literal; 2]; 2],
}

pub struct Book {
    pub facts: usize,
    pub offences: Vec<Offence>,
}

impl Book {
    pub fn new(offences: usize, facts: usize, seed: u64) -> Book {
        let mut rng = Rng::with_seed(seed);
        let mut one = || {
            let mut literals = || (rng.usize(..facts), rng.bool());
            let plain = std::array::from_fn(|_| literals());
            let limbs = std::array::from_fn(|_| std::array::from_fn(|_| literals()));
            let exceptions = std::array::from_fn(|_| std::array::from_fn(|_| literals()));
            let first = rng.usize(..ROLES);
            let roles = [first, (first + rng.usize(1..ROLES)) % ROLES];
            Offence { roles, plain, limbs, exceptions }
        };
        Book { facts, offences: (0..offences).map(|_| one()).collect() }
    }

    /// As a page of law.
    pub fn page(&self) -> Source {
        let mut out = String::from(
            "# заң / закон / code {#code}\n\nedition: made\ncite: code 1\nsource: primary\n\nkk: x\n\nru: x\n\nen: x\n\n```norm\nact code\n  title \"Code\"\n  \
             short \"Code\"\n  divided into parts\n\nedition made in force 2020-01-01\n```\n\n```norm\nfact role(person): ",
        );
        let roles: Vec<String> = (0..ROLES).map(|r| format!("r{r}")).collect();
        let _ = writeln!(out, "{}\n```\n", roles.join(" | "));
        for f in 0..self.facts {
            let _ = writeln!(out, "```norm\nfact f{f}(person, act): yes or no\n```\n");
        }
        let say = |(f, yes): &Literal| format!("{}f{f}(p)", if *yes { "" } else { "not " });
        let all = |l: &[Literal]| l.iter().map(say).collect::<Vec<_>>().join(" and ");
        for (i, o) in self.offences.iter().enumerate() {
            let limbs: Vec<String> = o.limbs.iter().map(|l| format!("({})", all(l))).collect();
            let _ = writeln!(
                out,
                "```norm\noffence o.{i}\n  bearer p where role(p) in {{r{}, r{}}}\n  when {} and ({})\n```\n",
                o.roles[0],
                o.roles[1],
                all(&o.plain),
                limbs.join(" or ")
            );
            for (k, e) in o.exceptions.iter().enumerate() {
                let _ = writeln!(out, "```norm\ncarve-out x.{i}.{k} from o.{i}\n  when {}\n```\n", all(e));
            }
        }
        Source { path: "code.md".to_owned(), text: out }
    }

    /// As clauses over numbered variables, and for each offence the variable that holds only where it applies.
    pub fn clauses(&self) -> (Vec<Vec<i32>>, Vec<i32>, i32) {
        let (mut clauses, mut last) = (Vec::new(), (self.facts + ROLES) as i32);
        let fact = |(f, yes): &Literal| if *yes { *f as i32 + 1 } else { -(*f as i32 + 1) };
        let role = |r: usize| (self.facts + r) as i32 + 1;
        clauses.push((0..ROLES).map(role).collect());
        for a in 0..ROLES {
            clauses.extend((0..a).map(|b| vec![-role(a), -role(b)]));
        }
        let mut new = || {
            last += 1;
            last
        };
        let mut applies = Vec::new();
        for o in &self.offences {
            let a = new();
            clauses.push(vec![-a, role(o.roles[0]), role(o.roles[1])]);
            clauses.extend(o.plain.iter().map(|l| vec![-a, fact(l)]));
            let mut any = vec![-a];
            for limb in &o.limbs {
                let v = new();
                any.push(v);
                clauses.extend(limb.iter().map(|l| vec![-v, fact(l)]));
            }
            clauses.push(any);
            clauses
                .extend(o.exceptions.iter().map(|e| std::iter::once(-a).chain(e.iter().map(|l| -fact(l))).collect()));
            applies.push(a);
        }
        (clauses, applies, last)
    }
}
