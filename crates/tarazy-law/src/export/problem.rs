//! What both exports speak of: persons, facts about them, terms in the order in which they rest on each other.

use std::collections::HashSet;

use crate::case::{Case, FactKey, State};
use crate::model::{
    Bearer, BookClaim, Corpus, DateExpr, DefId, Derived, FactId, FactKind, Formula, NormId, Op, PropertyRule, ProvId,
    Rulebook, VocabId,
};

/// A person for whom the law is written out.
struct Who {
    label: String,
    /// Their place in the case.
    in_case: Option<usize>,
}

/// An edition with the persons for whom it is written out.
pub(super) struct Problem<'a> {
    pub corpus: &'a Corpus,
    pub book: &'a Rulebook,
    pub case: Option<&'a Case>,
    persons: Vec<Who>,
    /// Every term, after those on which it rests.
    pub terms: Vec<Derived>,
}

impl<'a> Problem<'a> {
    pub(super) fn new(
        corpus: &'a Corpus,
        book: &'a Rulebook,
        persons: &[String],
        case: Option<&'a Case>,
    ) -> Problem<'a> {
        let of_case = || case.map(|c| c.persons.iter().map(|p| p.id.clone()).collect()).unwrap_or_default();
        let ids: Vec<String> = if persons.is_empty() { of_case() } else { persons.to_vec() };
        let who = labels(&ids).into_iter().zip(&ids);
        let persons = who.map(|(label, id)| Who { label, in_case: case.and_then(|c| c.person(id)) }).collect();
        Problem { corpus, book, case, persons, terms: order(book) }
    }

    /// How many persons there are.
    pub(super) fn persons(&self) -> usize {
        self.persons.len()
    }

    pub(super) fn label(&self, person: usize) -> &str {
        self.persons.get(person).map_or("", |p| p.label.as_str())
    }

    pub(super) fn labels(&self, persons: &[usize]) -> Vec<&str> {
        persons.iter().map(|p| self.label(*p)).collect()
    }

    /// Every tuple of so many persons.
    pub(super) fn tuples(&self, count: usize) -> Vec<Vec<usize>> {
        let n = self.persons();
        match count {
            0 => vec![Vec::new()],
            1 => (0..n).map(|p| vec![p]).collect(),
            _ => (0..n).flat_map(|p| (0..n).map(move |q| vec![p, q])).collect(),
        }
    }

    /// How far the case knows a fact about these persons.
    pub(super) fn state(&self, fact: VocabId, persons: &[usize]) -> &State {
        const NOT_ASKED: &State = &State::NotAsked;
        let in_case: Option<Vec<usize>> = persons.iter().map(|p| self.persons.get(*p)?.in_case).collect();
        match (self.case, in_case) {
            (Some(case), Some(persons)) => case.state(FactKey::new(fact, &persons)),
            _ => NOT_ASKED,
        }
    }

    /// The name of a fact, reading or comparison; persons of a comparison are written by `person`.
    pub(super) fn fact_name(&self, fact: FactId) -> String {
        match &self.book.fact(fact).kind {
            FactKind::Others => "others".to_owned(),
            FactKind::Vocab(v) => self.corpus.vocabulary.fact(*v).name.clone(),
            FactKind::Reading { name, .. } => format!("reading {name}"),
            FactKind::Comparison { left, op, right } => {
                format!("{} {} {}", self.date_name(left), ascii(*op), self.date_name(right))
            }
        }
    }

    /// `decided_on`, `penalised_on:1 + 1 years` (the first person of the comparison).
    fn date_name(&self, expr: &DateExpr) -> String {
        let about: Vec<String> = expr.args.vars().iter().map(|v| (v + 1).to_string()).collect();
        let mut out = self.fact_name(expr.fact);
        if !about.is_empty() {
            out = format!("{out}:{}", about.join(":"));
        }
        for (n, unit) in &expr.plus {
            out = format!("{out} + {n} {}", unit.as_str());
        }
        out
    }

    /// The names of a fact's values, *not applicable* last. Empty for numbers and dates.
    pub(super) fn value_names(&self, fact: FactId) -> Vec<String> {
        let info = self.book.fact(fact);
        let mut names: Vec<String> = match &info.kind {
            FactKind::Vocab(v) => {
                self.corpus.vocabulary.fact(*v).value_names().into_iter().map(str::to_owned).collect()
            }
            FactKind::Reading { readings, .. } => readings.iter().map(|(name, _)| name.clone()).collect(),
            FactKind::Others | FactKind::Comparison { .. } => vec!["no".to_owned(), "yes".to_owned()],
        };
        if info.may_be_inapplicable && !names.is_empty() {
            names.push(NOT_APPLICABLE.to_owned());
        }
        names
    }

    /// The reading that the case chooses.
    pub(super) fn chosen_reading(&self, fact: FactId) -> Option<&str> {
        let FactKind::Reading { name, readings, .. } = &self.book.fact(fact).kind else { return None };
        let chosen = self.case?.readings.get(name)?;
        readings.iter().map(|(r, _)| r.as_str()).find(|r| r == chosen)
    }

    /// What kind of term it is.
    pub(super) fn word(what: Derived) -> &'static str {
        match what {
            Derived::Definition(_) => "means",
            Derived::Met(_) => "met",
            Derived::Applies(_) => "applies",
            Derived::Holds(_) => "holds",
        }
    }

    /// Where a term stands in the law and how far that was read.
    pub(super) fn citation(&self, what: Derived) -> String {
        let (provision, note) = match what {
            Derived::Definition(d) => (self.book.definition(d).provision, "definition".to_owned()),
            Derived::Met(n) => {
                (self.book.norm(n).provision, format!("elements of the {}", self.book.norm(n).kind.as_str()))
            }
            Derived::Applies(n) => (self.book.norm(n).provision, self.book.norm(n).kind.as_str().to_owned()),
            Derived::Holds(e) => (self.book.exception(e).provision, self.book.exception(e).kind.as_str().to_owned()),
        };
        format!("{note}, {}", self.place(provision))
    }

    pub(super) fn place(&self, provision: ProvId) -> String {
        let p = self.corpus.provision(provision);
        let mut out = String::new();
        if let Some(c) = &p.cite {
            out.push_str(&one_line(&format!("{} {}", c.act, c.article)));
            for (mark, part) in [(" p", &c.part), (" s", &c.sub)] {
                if let Some(part) = part {
                    out.push_str(&one_line(&format!("{mark}{part}")));
                }
            }
            out.push_str(", ");
        }
        out + p.source.as_str()
    }

    /// The first lines of an export, without comment signs.
    pub(super) fn header(&self) -> Vec<String> {
        let selection = &self.book.selection;
        let as_of = selection.as_of.map(|d| format!(", what of it was in force on {d}")).unwrap_or_default();
        let persons: Vec<&str> = self.persons.iter().map(|p| p.label.as_str()).collect();
        let mut out = vec![
            format!("The law as Tarazy reads it: edition {}{as_of}.", one_line(&selection.edition)),
            format!("Corpus: sha256 {}.", self.corpus.digest),
            format!("Persons: {}.", if persons.is_empty() { "none".to_owned() } else { persons.join(", ") }),
        ];
        if let Some(case) = self.case {
            out.push(format!(
                "Case: {}.",
                if case.id.is_empty() { "without a name".to_owned() } else { one_line(&case.id) }
            ));
        }
        out.push(
            "Nobody else took part. A case that leaves open whether somebody did is wider than what stands here:"
                .to_owned(),
        );
        out.push(
            "the engine may then say \"unknown\" where a solver, with these persons alone, finds an answer.".to_owned(),
        );
        out
    }

    /// The pairs (or the sets) of norms any of which would refute a property: applying together, or none of them applying.
    pub(super) fn refutations(property: &PropertyRule) -> (Vec<Vec<NormId>>, bool) {
        match &property.claim {
            BookClaim::NeverBoth(a, b) => {
                let pairs = a.iter().flat_map(|x| b.iter().filter(move |y| *y != x).map(move |y| vec![*x, *y]));
                (pairs.collect(), true)
            }
            BookClaim::AlwaysSome(norms) => (vec![norms.clone()], false),
        }
    }

    /// The persons that a norm's `applies` takes, when it is asked for `person`.
    pub(super) fn bearer(&self, norm: NormId, person: usize) -> Vec<usize> {
        if self.book.norm(norm).bearer == Bearer::Person { vec![person] } else { Vec::new() }
    }
}

/// The value *not applicable*.
pub(super) const NOT_APPLICABLE: &str = "not applicable";

pub(super) fn ascii(op: Op) -> &'static str {
    match op {
        Op::Eq => "=",
        Op::Ne => "!=",
        Op::Lt => "<",
        Op::Le => "<=",
        Op::Gt => ">",
        Op::Ge => ">=",
    }
}

/// Text of a page or a case inside a comment.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The names by which exports refer to persons: their ids with every sign that a solver could misread replaced, made distinct.
pub fn labels(ids: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for id in ids {
        let plain = |c: char| if c.is_alphanumeric() || "_-.".contains(c) { c } else { '_' };
        let base: String = id.chars().map(plain).collect();
        let mut label = base.clone();
        let mut n = 2;
        while label.is_empty() || out.contains(&label) {
            label = format!("{base}.{n}");
            n += 1;
        }
        out.push(label);
    }
    out
}

/// The SMT-LIB name of something about persons: `symbol("applies", "koap.641-1.p1.s2", &["a"])` is `|applies koap.641-1.p1.s2 (a)|`.
pub fn symbol(word: &str, name: &str, persons: &[&str]) -> String {
    let about = if persons.is_empty() { String::new() } else { format!(" ({})", persons.join(", ")) };
    format!("|{word} {name}{about}|")
}

/// Every term that a verdict, a proviso, a definition or a property rests on, each after those on which it rests itself.
fn order(book: &Rulebook) -> Vec<Derived> {
    let mut roots: Vec<Derived> = (0..book.definitions.len()).map(|i| Derived::Definition(DefId(i as u32))).collect();
    for (id, norm) in book.norms() {
        roots.push(Derived::Applies(id));
        roots.extend(norm.provisos.iter().map(|e| Derived::Holds(*e)));
    }
    let mut walk = Walk { book, seen: HashSet::new(), out: Vec::new() };
    for r in roots {
        walk.term(r);
    }
    for p in &book.properties {
        walk.below(&p.assuming);
    }
    walk.out
}

struct Walk<'a> {
    book: &'a Rulebook,
    seen: HashSet<Derived>,
    out: Vec<Derived>,
}

impl Walk<'_> {
    fn term(&mut self, what: Derived) {
        if self.seen.insert(what) {
            let formula = self.book.unfold(what);
            self.below(&formula);
            self.out.push(what);
        }
    }

    fn below(&mut self, formula: &Formula) {
        for inner in formula.derived() {
            self.term(inner);
        }
    }
}
