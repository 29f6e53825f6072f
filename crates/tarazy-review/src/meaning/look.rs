//! What every check by meaning has at hand.

use std::collections::{HashMap, HashSet};

use tarazy_law::model::{
    Args, Bearer, Consequence, Derived, ExcId, Exception, FactId, FactKind, Formula, Norm, NormId, ProvId, Rulebook,
    Sort,
};
use tarazy_law::program::{Rows, Truth};
use tarazy_law::syntax::ast::{Measure, NormKind};
use tarazy_law::{Diagnostic, Severity};

use super::content::Contents;
use super::memory::Answers;
use super::prints::{Prints, ambiguities};
use super::readings::{self, Way, merge};
use crate::class::Class;
use crate::context::Context;
use crate::cubes::{Asker, Found, Model};
use crate::finding::{Finding, Readings, Subject};
use crate::review::{Options, Review, Undecided};
use crate::witness::{Claim, Says, Witness};

/// Apart from questions for a smallest case.
const ANY_CASE: u128 = 1;

/// A case that was asked for is there.
pub(super) struct Hit {
    /// In which readings there is one.
    pub(super) readings: Readings,
    /// The smallest of them.
    pub(super) model: Model,
    /// How many there are.
    pub(super) cases: Option<u128>,
}

/// What every check has at hand.
pub(super) struct Look<'c, 'a> {
    pub(super) context: &'c Context<'a>,
    /// The edition with the names of the review.
    pub(super) book: &'c Rulebook,
    pub(super) prints: Prints,
    /// Displacements and the norms they free somebody from, as far as they were found to do so.
    pub(super) freed: HashSet<(ExcId, NormId)>,
    /// Norms that can apply to nobody.
    pub(super) dead: HashSet<NormId>,
    /// A case in which a norm applies to person 0, where one was looked for.
    alive: HashMap<NormId, Rows>,
    options: &'c Options,
    asker: Asker<'c>,
    unread: HashSet<Derived>,
    contents: Contents,
    memory: &'c mut Answers,
    /// The last question was given up, in some reading.
    gave_up: bool,
    out: &'c mut Review,
}

impl<'c, 'a> Look<'c, 'a> {
    pub(super) fn new(
        context: &'c Context<'a>,
        options: &'c Options,
        book: &'c Rulebook,
        asker: Asker<'c>,
        unread: HashSet<Derived>,
        (memory, out): (&'c mut Answers, &'c mut Review),
    ) -> Look<'c, 'a> {
        Look {
            context,
            book,
            prints: Prints::default(),
            freed: HashSet::new(),
            dead: HashSet::new(),
            alive: HashMap::new(),
            options,
            asker,
            unread,
            contents: Contents::default(),
            memory,
            gave_up: false,
            out,
        }
    }

    /// The term was read in full: no name in it stands for nothing.
    pub(super) fn is_read(&self, what: Derived) -> bool {
        !self.unread.contains(&what)
    }

    /// Whether there is a case, in whatever reading; `None` when that is open.
    pub(super) fn may(&mut self, condition: &Formula) -> Option<bool> {
        let question = self.contents.of(self.context.corpus, self.book, condition);
        if let Some(known) = self.memory.may(question) {
            return known.ok();
        }
        let may = self.asker.may(condition);
        self.memory.keep_may(question, may);
        may
    }

    /// No case is there. What cannot be decided is noted.
    pub(super) fn never(&mut self, class: Class, subjects: &[Subject], condition: &Formula) -> bool {
        let may = self.may(condition);
        if may.is_none() {
            self.undecided(class, subjects);
        }
        may == Some(false)
    }

    /// Whether a norm can apply at all; the case is kept.
    pub(super) fn can_apply(&mut self, n: NormId) -> Option<bool> {
        let (corpus, applies) = (self.context.corpus, applies(self.book, n));
        let question = self.contents.of(corpus, self.book, &applies).wrapping_add(ANY_CASE);
        let (hit, gave_up) = if let Some(known) = self.memory.hit(question, &self.contents) {
            known
        } else {
            let (hit, gave_up) = match self.asker.glimpse(&applies, &[]) {
                Found::Case(model) => (Some(Hit { readings: Readings::Every, model, cases: None }), false),
                Found::Never => (None, false),
                Found::Undecided => (None, true),
            };
            self.memory.keep_hit(question, (hit.as_ref(), gave_up), &mut self.contents, (corpus, self.book));
            (hit, gave_up)
        };
        let Some(hit) = hit else { return if gave_up { None } else { Some(false) } };
        self.alive.insert(n, self.context.engine().run(&self.case(&hit)));
        Some(true)
    }

    /// Whether the first can apply where the second does not. The case that is known of the first may tell without a question.
    pub(super) fn can_apply_without(&mut self, one: NormId, other: NormId) -> Option<bool> {
        if let Some(rows) = self.alive.get(&one)
            && self.context.engine().truth(rows, other, 0) != Truth::True
        {
            return Some(true);
        }
        self.may(&Formula::all(vec![applies(self.book, one), applies(self.book, other).negated()]))
    }

    /// A case in which `condition` holds for person 0, and the readings in which there is one. What cannot be decided is noted.
    pub(super) fn ask(&mut self, class: Class, subjects: &[Subject], condition: &Formula) -> Option<Hit> {
        let corpus = self.context.corpus;
        let question = self.contents.of(corpus, self.book, condition);
        if let Some((known, gave_up)) = self.memory.hit(question, &self.contents) {
            if gave_up {
                self.undecided(class, subjects);
            }
            return known;
        }
        self.gave_up = false;
        let hit = self.ask_anew(class, subjects, condition);
        self.memory.keep_hit(question, (hit.as_ref(), self.gave_up), &mut self.contents, (corpus, self.book));
        hit
    }

    fn ask_anew(&mut self, class: Class, subjects: &[Subject], condition: &Formula) -> Option<Hit> {
        let smallest = match self.asker.find(condition) {
            Found::Never => return None,
            Found::Undecided => {
                self.undecided(class, subjects);
                return None;
            }
            Found::Case(model) => model,
        };
        // A case speaks for every way of reading that it leaves open, so that few ways have to be asked about.
        let print = self.prints.of(self.book, condition);
        let all = readings::ways(self.book, &ambiguities(self.book, &print));
        let mut holds: Vec<Way> = all.iter().filter(|w| Self::stands_in(&smallest, w)).cloned().collect();
        let mut open: Vec<Way> = all.iter().filter(|w| !holds.contains(w)).cloned().collect();
        while let Some(way) = open.pop() {
            let fixed: Vec<(FactId, u64)> = way.iter().map(|(f, i)| (*f, 1 << i)).collect();
            match self.asker.glimpse(condition, &fixed) {
                Found::Never => {}
                Found::Undecided => self.undecided(class, subjects),
                Found::Case(model) => {
                    holds.push(way);
                    let (too, rest) = open.into_iter().partition(|w| Self::stands_in(&model, w));
                    holds.extend::<Vec<Way>>(too);
                    open = rest;
                }
            }
        }
        let cases = if self.options.count { self.asker.count(condition) } else { None };
        Some(Hit { readings: merge(self.book, &all, &holds), model: smallest, cases })
    }

    /// What a case says of readings agrees with this way of reading.
    fn stands_in(model: &Model, way: &Way) -> bool {
        let allows = |f: FactId, i: usize| model.facts.iter().all(|a| a.fact != f || a.values >> i & 1 == 1);
        way.iter().all(|(f, i)| allows(*f, *i))
    }

    /// The question as a property of the pages frames it, if one does; and what is left beside. The first answer stands for the finding; the
    /// others have a name, so that they are told apart from it.
    pub(super) fn ask_framed(
        &mut self,
        class: Class,
        subjects: &[Subject],
        condition: &Formula,
        frames: &[(String, Formula)],
    ) -> Vec<(Option<String>, Hit)> {
        if frames.is_empty() {
            return self.ask(class, subjects, condition).map(|hit| (None, hit)).into_iter().collect();
        }
        let mut out: Vec<(String, Hit)> = Vec::new();
        let book = self.book;
        let told = |out: &[(String, Hit)], more: &Readings| {
            let told: Vec<&Readings> = out.iter().map(|(_, h)| &h.readings).collect();
            readings::covered(book, more, &told)
        };
        for (name, assuming) in frames {
            if told(&out, &Readings::Every) {
                break;
            }
            let framed = Formula::all(vec![assuming.clone(), condition.clone()]);
            if let Some(hit) = self.ask(class, subjects, &framed)
                && !told(&out, &hit.readings)
            {
                out.push((name.clone(), hit));
            }
        }
        if !told(&out, &Readings::Every) {
            let outside = frames.iter().map(|(_, f)| f.clone().negated());
            let outside = Formula::all(outside.chain([condition.clone()]).collect());
            if let Some(rest) = self.ask(class, subjects, &outside)
                && !told(&out, &rest.readings)
            {
                out.push(("otherwise".to_owned(), rest));
            }
        }
        out.into_iter().enumerate().map(|(i, (name, hit))| ((i > 0).then_some(name), hit)).collect()
    }

    /// The case of a hit, replayed; readings that do not matter to what it shows are left open.
    pub(super) fn witness(&self, hit: &Hit, claims: Vec<Claim>) -> Option<Witness> {
        let mut case = hit.model.to_case(self.context.corpus, self.book);
        let mut witness = Witness::replay(self.context, case.clone(), claims.clone());
        if witness.is_some() {
            for name in case.readings.clone().into_keys() {
                let mut open = case.clone();
                open.readings.remove(&name);
                if let Some(w) = Witness::replay(self.context, open.clone(), claims.clone()) {
                    (case, witness) = (open, Some(w));
                }
            }
        }
        witness
    }

    /// The case of a hit as it is.
    pub(super) fn case(&self, hit: &Hit) -> tarazy_law::case::Case {
        hit.model.to_case(self.context.corpus, self.book)
    }

    /// Says what was found, with the case that shows it.
    pub(super) fn report(&mut self, mut finding: Finding, hit: &Hit, claims: Vec<Claim>) {
        finding.witness = self.witness(hit, claims);
        finding.readings = hit.readings.clone();
        finding.cases = hit.cases;
        self.out.findings.push(finding);
    }

    /// Says what was found where there is no case to show, or it is in the finding already.
    pub(super) fn report_plain(&mut self, finding: Finding) {
        self.out.findings.push(finding);
    }

    /// Notes that a question was given up.
    pub(super) fn undecided(&mut self, class: Class, subjects: &[Subject]) {
        self.gave_up = true;
        let same = |u: &Undecided| u.class == class && u.subjects == subjects;
        if !self.out.undecided.iter().any(same) {
            self.out.undecided.push(Undecided { class, subjects: subjects.to_vec() });
        }
    }

    /// The norm.
    pub(super) fn norm(&self, id: NormId) -> &'c Norm {
        self.book.norm(id)
    }

    /// A norm as the subject of a finding.
    pub(super) fn subject(&self, id: NormId) -> Subject {
        self.context.norm(self.book.norm(id))
    }

    /// Something of the second is in the first too that makes them about one thing: a role, an event, conduct; not merely what sort of person
    /// somebody is.
    pub(super) fn share(&mut self, a: NormId, b: NormId) -> bool {
        let (a, b) = (self.matter(a), self.matter(b));
        a.intersection(&b).next().is_some()
    }

    /// Two norms may be about one person and one act: they share something, or one of them is about anybody. Norms for different roles about
    /// different things only meet where somebody did two things.
    pub(super) fn may_meet(&mut self, a: NormId, b: NormId) -> bool {
        let (a, b) = (self.matter(a), self.matter(b));
        let has_role = |facts: &HashSet<FactId>| facts.iter().any(|f| self.is_role(*f));
        a.intersection(&b).next().is_some() || !has_role(&a) || !has_role(&b)
    }

    /// What a norm is about, besides what sort of person somebody is.
    pub(super) fn matter(&mut self, n: NormId) -> HashSet<FactId> {
        let (book, corpus) = (self.book, self.context.corpus);
        let counts = |f: &FactId| match book.fact(*f).kind {
            FactKind::Vocab(v) => {
                let fact = corpus.vocabulary.fact(v);
                fact.is_role || fact.params != [Sort::Person]
            }
            _ => false,
        };
        self.prints.below(book, Derived::Met(n)).keys().copied().filter(counts).collect()
    }

    pub(super) fn is_role(&self, fact: FactId) -> bool {
        matches!(self.book.fact(fact).kind, FactKind::Vocab(v) if self.context.corpus.vocabulary.fact(v).is_role)
    }

    /// How late in the chain of editions a provision stands.
    pub(super) fn age(&self, provision: ProvId) -> usize {
        let edition = &self.context.corpus.provision(provision).edition;
        let chain = self.context.corpus.chain(self.context.edition);
        chain.iter().position(|e| e.name == *edition).unwrap_or(0)
    }
}

/// *It applies*.
pub(super) fn applies(book: &Rulebook, n: NormId) -> Formula {
    derived(book, Derived::Applies(n))
}

/// A term about the first persons.
pub(super) fn derived(book: &Rulebook, what: Derived) -> Formula {
    Formula::Derived { what, args: Args::first(book.persons_of(what)) }
}

/// A condition about person 0: where it is about two, there is a second.
pub(super) fn about_one(condition: Formula) -> Formula {
    if condition.free_vars() & 0b10 == 0 {
        return condition;
    }
    Formula::Some { var: 1, body: Box::new(condition) }
}

/// The norm would apply if it were not for this exception.
pub(super) fn but_for(book: &Rulebook, n: NormId, exception: ExcId) -> Formula {
    let norm = book.norm(n);
    let holds = |e: &ExcId| derived(book, Derived::Holds(*e));
    let mut parts: Vec<Formula> = norm.scopes.iter().map(holds).collect();
    if norm.unless == Some(exception) {
        parts.extend([norm.bearer_cond.clone(), norm.when.clone()]);
    } else {
        parts.push(derived(book, Derived::Met(n)));
    }
    parts.extend(norm.exceptions.iter().filter(|e| **e != exception).map(|e| holds(e).negated()));
    Formula::all(parts)
}

/// It holds exactly where what it puts in place applies, so that nothing can come of it but that.
pub(super) fn follows(book: &Rulebook, exception: &Exception) -> bool {
    let others: Vec<Formula> = exception.others.iter().map(|o| applies(book, *o)).collect();
    !others.is_empty()
        && match &exception.cond {
            Formula::Or(parts) => parts.iter().all(|p| others.contains(p)),
            Formula::And(parts) => parts.iter().any(|p| others.contains(p)),
            one => others.contains(one),
        }
}

/// It punishes: an offence, or a liability that brings more than making good.
pub(super) fn punishes(norm: &Norm) -> bool {
    let hurts = |m: &Measure| matches!(m, Measure::Suspension | Measure::Prohibition | Measure::Disqualification);
    norm.kind == NormKind::Offence
        || norm.kind == NormKind::Liability
            && norm.sanctions.iter().any(|s| match &s.what {
                Consequence::Measures(all) => all.iter().any(hurts),
                _ => true,
            })
}

/// It answers, and something follows.
pub(super) fn has_consequence(norm: &Norm) -> bool {
    norm.kind == NormKind::Offence || norm.kind == NormKind::Liability && !norm.sanctions.is_empty()
}

/// It is about a person.
pub(super) fn has_bearer(norm: &Norm) -> bool {
    norm.bearer == Bearer::Person
}

/// A claim about person 0.
pub(super) fn claim(name: &str, says: Says) -> Claim {
    Claim { name: name.to_owned(), person: 0, says }
}

/// What a condition names: facts, definitions, norms.
pub(super) fn names(context: &Context<'_>, condition: &Formula) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    condition.visit(&mut |f| {
        let name = match f {
            Formula::Fact { fact, .. } => match &context.book.fact(*fact).kind {
                FactKind::Vocab(v) => context.corpus.vocabulary.fact(*v).name.clone(),
                FactKind::Comparison { left, .. } => match context.book.fact(left.fact).kind {
                    FactKind::Vocab(v) => context.corpus.vocabulary.fact(v).name.clone(),
                    _ => return,
                },
                _ => return,
            },
            Formula::Derived { what, .. } => context.book.name_of(*what).to_owned(),
            _ => return,
        };
        if !out.contains(&name) {
            out.push(name);
        }
    });
    out
}

/// The terms in which something could not be read, and all that rest on them: what they mean is not known.
pub(super) fn unread(context: &Context<'_>, diagnostics: &[Diagnostic]) -> HashSet<Derived> {
    let errors: Vec<_> = diagnostics.iter().filter(|d| d.severity == Severity::Error).map(|d| d.span).collect();
    let mut out = HashSet::new();
    if errors.is_empty() {
        return out;
    }
    let (corpus, book) = (context.corpus, &context.book);
    let broken = |id: &str, provision: ProvId| {
        let mut items = corpus.declarations(id).filter(|(p, _)| *p == provision);
        items.any(|(_, i)| {
            errors.iter().any(|e| e.file == i.span.file && i.span.start <= e.start && e.start < i.span.end)
        })
    };
    let all = all_terms(book);
    for what in &all {
        let (id, provision) = match what {
            Derived::Definition(d) => (&book.definition(*d).id, book.definition(*d).provision),
            Derived::Met(n) | Derived::Applies(n) => (&book.norm(*n).id, book.norm(*n).provision),
            Derived::Holds(e) => (&book.exception(*e).id, book.exception(*e).provision),
        };
        if broken(id, provision) || was_emptied(book, *what) {
            out.insert(*what);
        }
    }
    while !out.is_empty() {
        let before = out.len();
        let rests = |d: &&Derived| book.unfold(**d).derived().iter().any(|below| out.contains(below));
        let more: Vec<Derived> = all.iter().filter(|d| !out.contains(d)).filter(rests).copied().collect();
        out.extend(more);
        if out.len() == before {
            break;
        }
    }
    out
}

/// Its conditions were taken away, because it rests on itself.
fn was_emptied(book: &Rulebook, what: Derived) -> bool {
    let none = Formula::Const(false);
    match what {
        Derived::Definition(d) => book.definition(d).formula == none,
        Derived::Met(n) | Derived::Applies(n) => book.norm(n).bearer_cond == none && book.norm(n).when == none,
        Derived::Holds(e) => book.exception(e).cond == none,
    }
}

/// Every term of an edition.
pub(super) fn all_terms(book: &Rulebook) -> Vec<Derived> {
    use tarazy_law::model::DefId;
    let definitions = (0..book.definitions.len()).map(|i| Derived::Definition(DefId(i as u32)));
    let norms = book.norms().flat_map(|(id, _)| [Derived::Met(id), Derived::Applies(id)]);
    definitions.chain(norms).chain((0..book.exceptions.len()).map(|i| Derived::Holds(ExcId(i as u32)))).collect()
}
