//! What every check by meaning has at hand.

use std::collections::HashSet;

use tarazy_law::model::{
    Args, Bearer, Consequence, Derived, ExcId, Exception, FactId, FactKind, Formula, Norm, NormId, ProvId, Rulebook,
    Sort,
};
use tarazy_law::syntax::ast::{Measure, NormKind};
use tarazy_law::{Diagnostic, Severity};

use super::prints::Prints;
use super::readings::{self, Way, merge};
use crate::class::Class;
use crate::context::Context;
use crate::cubes::{Asker, Found, Model};
use crate::finding::{Finding, Readings, Subject};
use crate::review::{Options, Review, Undecided};
use crate::witness::{Claim, Says, Witness};

/// A case that was asked for is there.
pub(super) struct Hit {
    /// In which readings there is one.
    pub(super) readings: Readings,
    /// The smallest of them, with the readings in which it was found.
    model: Model,
    way: Way,
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
    options: &'c Options,
    asker: Asker<'c>,
    unread: HashSet<Derived>,
    out: &'c mut Review,
}

impl<'c, 'a> Look<'c, 'a> {
    pub(super) fn new(
        context: &'c Context<'a>,
        options: &'c Options,
        book: &'c Rulebook,
        asker: Asker<'c>,
        unread: HashSet<Derived>,
        out: &'c mut Review,
    ) -> Look<'c, 'a> {
        Look {
            context,
            book,
            prints: Prints::default(),
            freed: HashSet::new(),
            dead: HashSet::new(),
            options,
            asker,
            unread,
            out,
        }
    }

    /// The term was read in full: no name in it stands for nothing.
    pub(super) fn is_read(&self, what: Derived) -> bool {
        !self.unread.contains(&what)
    }

    /// A smallest case, in whatever reading; no case, or `None` when that is open.
    pub(super) fn may(&mut self, condition: &Formula) -> Option<bool> {
        match self.asker.find(condition) {
            Found::Case(_) => Some(true),
            Found::Never => Some(false),
            Found::Undecided => None,
        }
    }

    /// No case is there. What cannot be decided is noted.
    pub(super) fn never(&mut self, class: Class, subjects: &[Subject], condition: &Formula) -> bool {
        let may = self.may(condition);
        if may.is_none() {
            self.undecided(class, subjects);
        }
        may == Some(false)
    }

    /// A case in which `condition` holds for person 0, and the readings in which there is one. What cannot be decided is noted.
    pub(super) fn ask(&mut self, class: Class, subjects: &[Subject], condition: &Formula) -> Option<Hit> {
        match self.asker.find(condition) {
            Found::Never => return None,
            Found::Undecided => {
                self.undecided(class, subjects);
                return None;
            }
            Found::Case(_) => {}
        }
        let found = self.asker.find_by_reading(condition);
        if found.iter().any(|w| w.found == Found::Undecided) {
            self.undecided(class, subjects);
        }
        // However the answers are grouped: one for each way of reading everything that any of them names.
        let all = readings::ways(self.book, &readings::named(found.iter().map(|w| &w.readings)));
        let has = |w: &Way| found.iter().any(|f| f.found.model().is_some() && readings::agrees(w, &f.readings));
        let holds: Vec<Way> = all.iter().filter(|w| has(w)).cloned().collect();
        let cases = found.into_iter().filter_map(|w| Some((w.found.model()?.clone(), w.readings)));
        let (model, way) = cases.min_by_key(|(m, _)| (m.persons, m.facts.len()))?;
        let cases = if self.options.count { self.asker.count(condition) } else { None };
        Some(Hit { readings: merge(self.book, &all, &holds), model, way, cases })
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
        let Some(plain) = self.ask(class, subjects, condition) else { return Vec::new() };
        let mut out: Vec<(String, Hit)> = Vec::new();
        for (name, assuming) in frames {
            let framed = Formula::all(vec![assuming.clone(), condition.clone()]);
            if let Some(hit) = self.ask(class, subjects, &framed)
                && out.iter().all(|(_, before)| before.readings != hit.readings)
            {
                out.push((name.clone(), hit));
            }
        }
        let told: Vec<&Readings> = out.iter().map(|(_, h)| &h.readings).collect();
        if !readings::covered(self.book, &plain.readings, &told) {
            let outside = frames.iter().map(|(_, f)| f.clone().negated());
            let rest = Formula::all(outside.chain([condition.clone()]).collect());
            let rest = if out.is_empty() { Some(plain) } else { self.ask(class, subjects, &rest) };
            out.extend(rest.map(|hit| ("otherwise".to_owned(), hit)));
        }
        out.into_iter().enumerate().map(|(i, (name, hit))| ((i > 0).then_some(name), hit)).collect()
    }

    /// The case of a hit, replayed; readings that do not matter to what it shows are left open.
    pub(super) fn witness(&self, hit: &Hit, claims: Vec<Claim>) -> Option<Witness> {
        let mut case = hit.model.to_case(self.context.corpus, self.book);
        case.readings.extend(hit.way.iter().filter_map(|(f, i)| readings::reading(self.book, *f, *i)));
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
        let mut case = hit.model.to_case(self.context.corpus, self.book);
        case.readings.extend(hit.way.iter().filter_map(|(f, i)| readings::reading(self.book, *f, *i)));
        case
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
        let (book, corpus) = (self.book, self.context.corpus);
        let a = self.prints.below(book, Derived::Met(a));
        let b = self.prints.below(book, Derived::Met(b));
        let counts = |f: &FactId| match book.fact(*f).kind {
            FactKind::Vocab(v) => {
                let fact = corpus.vocabulary.fact(v);
                fact.is_role || fact.params != [Sort::Person]
            }
            _ => false,
        };
        a.keys().any(|f| counts(f) && b.contains_key(f))
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

/// Every condition was taken away because the edition rests on itself.
pub(super) fn is_circular(book: &Rulebook) -> bool {
    let none = |f: &Formula| *f == Formula::Const(false);
    !book.norms.is_empty() && book.norms.iter().all(|n| none(&n.bearer_cond) && none(&n.when))
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
        if broken(id, provision) {
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

/// Every term of an edition.
pub(super) fn all_terms(book: &Rulebook) -> Vec<Derived> {
    use tarazy_law::model::DefId;
    let definitions = (0..book.definitions.len()).map(|i| Derived::Definition(DefId(i as u32)));
    let norms = book.norms().flat_map(|(id, _)| [Derived::Met(id), Derived::Applies(id)]);
    definitions.chain(norms).chain((0..book.exceptions.len()).map(|i| Derived::Holds(ExcId(i as u32)))).collect()
}
