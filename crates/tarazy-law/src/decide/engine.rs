//! One edition, ready to decide cases.

use super::answer::*;
use super::consequence::consequences;
use super::refs::Refs;
use crate::case::{Case, PersonIdx};
use crate::exact::Trial;
use crate::explain::{Explainer, Reason};
use crate::model::{Bearer, Corpus, Derived, FactId, FactKind, Norm, NormId, OTHERS, Rulebook, Selection, VocabId};
use crate::program::{Program, Rows, Truth};
use crate::syntax::ast::{DeadlineLength, NormKind};

/// How much to say.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Every norm for every person, also duties that plainly do not apply.
    pub all: bool,
    /// What would change the answer, and what would settle it.
    pub counterfactuals: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options { all: false, counterfactuals: true }
    }
}

/// An edition of the law, compiled.
pub struct Engine<'a> {
    /// The corpus it comes from.
    pub corpus: &'a Corpus,
    /// What it says.
    pub book: Rulebook,
    /// The same as tables.
    pub program: Program,
    slots: Vec<u32>,
    applicable_to: Vec<Vec<NormId>>,
}

impl<'a> Engine<'a> {
    /// Compiles the edition of a selection.
    pub fn new(corpus: &'a Corpus, selection: &Selection) -> Engine<'a> {
        let book = corpus.book(selection);
        let program = Program::new(&book, &[]);
        let slots = book.norms().map(|(id, _)| program.slot(Derived::Applies(id)).unwrap_or(0)).collect();
        let rivals = book.norms().map(|(id, norm)| rivals(&book, id, norm)).collect();
        Engine { corpus, book, program, slots, applicable_to: rivals }
    }

    /// The case as rows, every derived term computed.
    pub fn run(&self, case: &Case) -> Rows {
        let mut rows = self.program.pack(&self.book, case);
        self.program.run(&mut rows);
        rows
    }

    /// Whether a norm applies to a person: exact, whatever is open.
    pub fn truth(&self, rows: &Rows, norm: NormId, person: PersonIdx) -> Truth {
        let slot = self.slots[norm.0 as usize];
        match self.program.truth(rows, slot, person) {
            Truth::Unknown => Trial::new(&self.book, &self.program, rows, slot, person).truth(),
            definite => definite,
        }
    }

    /// The verdict, competition included, with the competing norms.
    pub fn verdict(&self, rows: &Rows, norm: NormId, person: PersonIdx) -> (Verdict, Vec<NormId>) {
        match self.truth(rows, norm, person) {
            Truth::False => (Verdict::DoesNotApply, Vec::new()),
            Truth::Unknown => (Verdict::Unknown, Vec::new()),
            Truth::True => {
                let rivals = &self.applicable_to[norm.0 as usize];
                let also: Vec<NormId> =
                    rivals.iter().copied().filter(|r| self.truth(rows, *r, person) == Truth::True).collect();
                (if also.is_empty() { Verdict::Applies } else { Verdict::Competing }, also)
            }
        }
    }

    /// The persons for whom a norm is asked: everyone, or (for a norm about nobody) the case as a whole.
    pub fn subjects(&self, norm: &Norm, case: &Case) -> Vec<Option<PersonIdx>> {
        if norm.bearer == Bearer::Person { (0..case.persons.len()).map(Some).collect() } else { vec![None] }
    }

    /// The decision.
    pub fn decide(&self, case: &Case, options: Options) -> Decision {
        let rows = self.run(case);
        let findings = self.findings(case, &rows, options, &|| true).unwrap_or_default();
        let ask = if options.counterfactuals { self.next_question(case, &rows) } else { None };
        self.decision(case, findings, ask)
    }

    /// The same, unless `go_on` says no meanwhile: a case may be small and yet leave so much open that looking into all of it takes long.
    /// It is asked before each finding and each open verdict.
    pub fn decide_while(&self, case: &Case, options: Options, go_on: &dyn Fn() -> bool) -> Option<Decision> {
        let rows = self.run(case);
        let findings = self.findings(case, &rows, options, go_on)?;
        let ask = if options.counterfactuals { self.next_question_while(case, &rows, go_on).ok()? } else { None };
        Some(self.decision(case, findings, ask))
    }

    /// The decision about one norm, for everybody; `None` when the edition has no such norm.
    pub fn decide_norm(&self, case: &Case, norm: &str, options: Options) -> Option<Decision> {
        let id = *self.book.norm_ids.get(norm)?;
        let rows = self.run(case);
        let subjects = self.subjects(self.book.norm(id), case).into_iter();
        let findings = subjects.filter_map(|person| self.find(case, &rows, norm, person, options)).collect();
        Some(self.decision(case, findings, None))
    }

    /// One finding for each norm and person that matters.
    fn findings(&self, case: &Case, rows: &Rows, options: Options, go_on: &dyn Fn() -> bool) -> Option<Vec<Finding>> {
        let refs = self.refs(case);
        let mut findings = Vec::new();
        for (id, norm) in self.book.norms() {
            for person in self.subjects(norm, case) {
                if !go_on() {
                    return None;
                }
                let p = person.unwrap_or(0);
                let (verdict, rivals) = self.verdict(rows, id, p);
                // That an offence or liability does not apply is an answer; that a duty about something else does not, is noise.
                if verdict == Verdict::DoesNotApply && !options.all && !norm.answers() {
                    continue;
                }
                findings.push(self.finding(case, rows, &refs, id, person, verdict, &rivals, options));
            }
        }
        Some(findings)
    }

    fn decision(&self, case: &Case, findings: Vec<Finding>, ask: Option<Question>) -> Decision {
        Decision {
            format: FORMAT,
            case: case_ref(&self.refs(case)),
            law: self.law_ref(case),
            findings,
            not_yet_in_force: Vec::new(),
            ask,
        }
    }

    /// The finding about one norm, for one person or for the case as a whole; `None` when the edition has no such norm, or it is asked the
    /// other way.
    pub fn find(
        &self,
        case: &Case,
        rows: &Rows,
        norm: &str,
        person: Option<PersonIdx>,
        options: Options,
    ) -> Option<Finding> {
        let id = *self.book.norm_ids.get(norm)?;
        if (self.book.norm(id).bearer == Bearer::Person) != person.is_some() {
            return None;
        }
        let (verdict, rivals) = self.verdict(rows, id, person.unwrap_or(0));
        Some(self.finding(case, rows, &self.refs(case), id, person, verdict, &rivals, options))
    }

    pub(super) fn refs<'b>(&'b self, case: &'b Case) -> Refs<'b> {
        Refs { corpus: self.corpus, book: &self.book, case }
    }

    #[allow(clippy::too_many_arguments)]
    fn finding(
        &self,
        case: &Case,
        rows: &Rows,
        refs: &Refs<'_>,
        id: NormId,
        person: Option<PersonIdx>,
        verdict: Verdict,
        rivals: &[NormId],
        options: Options,
    ) -> Finding {
        let (norm, p) = (self.book.norm(id), person.unwrap_or(0));
        let slot = self.slots[id.0 as usize];
        let reason = Explainer::new(&self.book, &self.program, rows).explain(Derived::Applies(id), p);
        let mut trial = Trial::new(&self.book, &self.program, rows, slot, p);
        let open = verdict == Verdict::Unknown;
        let needs = (open && options.counterfactuals).then(|| {
            let n = trial.needs();
            let write = |ways: &[Vec<crate::exact::Answer>]| {
                ways.iter().map(|w| w.iter().map(|a| refs.answer(a)).collect()).collect()
            };
            Ways { applies: write(&n.applies), does_not_apply: write(&n.does_not_apply) }
        });
        let turns = if open || !options.counterfactuals || !norm.answers() {
            Vec::new()
        } else {
            let known = self.known_facts(case, &reason);
            let turns = trial.turns(&known).into_iter().filter(|t| t.then != Truth::Unknown);
            turns.map(|t| TurnRef { fact: refs.answer(&t.answer), then: verdict_of(t.then) }).collect()
        };
        Finding {
            norm: refs.citable(&norm.id, norm.provision),
            kind: norm.kind,
            person: person.map(|p| case.persons[p].id.clone()),
            verdict,
            assessment: self.rests_on_assessment(&reason, verdict),
            competing: rivals.iter().map(|r| refs.term(Derived::Applies(*r))).collect(),
            needs,
            presumed: if open { self.presumed(refs, rows, norm, slot, p) } else { Vec::new() },
            consequences: if verdict == Verdict::DoesNotApply {
                Vec::new()
            } else {
                consequences(refs, &self.program, rows, norm, p)
            },
            deadline: norm.deadline.as_ref().map(|d| {
                let (kind, count, unit) = match d.length {
                    DeadlineLength::Immediately => ("immediately", None, None),
                    DeadlineLength::Within(n, u) => ("within", Some(n), Some(u.as_str())),
                    DeadlineLength::Every(n, u) => ("every", Some(n), Some(u.as_str())),
                };
                DeadlineRef { kind, count, unit, from: d.from.map(|v| self.corpus.vocabulary.fact(v).name.clone()) }
            }),
            body: norm.body.as_ref().and_then(|b| {
                self.corpus.authorities.get(b).map(|title| BodyRef { id: b.clone(), title: title.clone() })
            }),
            links: norm.links.iter().map(|(link, to)| Link { link: *link, to: to.clone() }).collect(),
            turns,
            later_law: None,
            reason: refs.step(&reason),
        }
    }

    /// The established facts on which a derivation stands.
    fn known_facts(&self, case: &Case, reason: &Reason) -> Vec<(FactId, [PersonIdx; 2])> {
        let named = |persons: &[PersonIdx; 2]| persons.iter().all(|p| *p < case.persons.len());
        let is_fact = |f: &FactId| matches!(self.book.fact(*f).kind, FactKind::Vocab(_));
        reason.facts().into_iter().filter(|(f, p)| *f != OTHERS && is_fact(f) && named(p)).collect()
    }

    fn rests_on_assessment(&self, reason: &Reason, verdict: Verdict) -> bool {
        let assessed =
            |f: FactId| matches!(self.book.fact(f).kind, FactKind::Vocab(v) if self.corpus.vocabulary.fact(v).assessed);
        verdict != Verdict::Unknown && reason.facts().into_iter().any(|(f, _)| assessed(f))
    }

    /// The presumptions that speak for a person while a fact is open.
    fn presumed(&self, refs: &Refs<'_>, rows: &Rows, norm: &Norm, slot: u32, p: PersonIdx) -> Vec<Presumed> {
        let open = Trial::new(&self.book, &self.program, rows, slot, p).open_facts();
        let mut out = Vec::new();
        for e in &norm.presumptions {
            let exc = self.book.exception(*e);
            let Some((fact, value)): Option<(VocabId, usize)> = exc.presumed else { continue };
            let id = self.book.vocab[&fact];
            // It protects the person whom the norm is about, and nobody else.
            let about_them =
                |a: &&crate::exact::Answer| a.fact == id && (self.book.fact(id).persons == 0 || a.persons[0] == p);
            if let Some(a) = open.iter().find(about_them) {
                out.push(Presumed {
                    rule: refs.citable(&exc.id, exc.provision),
                    fact: refs.fact(id, a.persons, 1 << value),
                });
            }
        }
        out
    }

    fn law_ref(&self, case: &Case) -> LawRef {
        let selection = &self.book.selection;
        let edition = self.corpus.edition(&selection.edition);
        let chain = self.corpus.chain(&selection.edition);
        let not_seen =
            chain.iter().flat_map(|e| &e.not_seen).filter(|(from, _)| selection.as_of.is_none_or(|d| *from <= d));
        let mut readings = Vec::new();
        for (ambiguity, reading) in &case.readings {
            let Some(fact) = self.book.ambiguities.get(ambiguity) else { continue };
            if let FactKind::Reading { readings: list, .. } = &self.book.fact(*fact).kind
                && let Some((name, label)) = list.iter().find(|(n, _)| n == reading)
            {
                readings.push(ReadingRef { ambiguity: ambiguity.clone(), reading: name.clone(), label: label.clone() });
            }
        }
        LawRef {
            edition: selection.edition.clone(),
            title: edition.map(|e| e.title.clone()).unwrap_or_default(),
            hypothetical: edition.is_some_and(|e| e.in_force.is_none()),
            as_of: selection.as_of.map(|d| d.to_string()),
            corpus: self.corpus.digest.clone(),
            readings,
            not_seen: not_seen.map(|(_, what)| what.clone()).collect(),
        }
    }
}

/// Offences with no edge between them that could both strike one person.
fn rivals(book: &Rulebook, id: NormId, norm: &Norm) -> Vec<NormId> {
    if norm.kind != NormKind::Offence {
        return Vec::new();
    }
    book.norms()
        .filter(|(other, o)| {
            *other != id && o.kind == NormKind::Offence && !norm.beside.iter().any(|(b, _)| b == other)
        })
        .map(|(other, _)| other)
        .collect()
}

pub(super) fn verdict_of(t: Truth) -> Verdict {
    match t {
        Truth::True => Verdict::Applies,
        Truth::False => Verdict::DoesNotApply,
        Truth::Unknown => Verdict::Unknown,
    }
}

fn case_ref(refs: &Refs<'_>) -> CaseRef {
    let case = refs.case;
    CaseRef {
        id: case.id.clone(),
        title: case.title.clone(),
        persons: super::refs::person_refs(case),
        source: case.source.clone(),
        supposed: case
            .facts
            .iter()
            .filter(|(_, e)| e.supposed)
            .filter_map(|(key, e)| {
                let vocab = refs.corpus.vocabulary.fact(key.fact);
                let crate::case::State::Established(v) = e.state else { return None };
                let persons = key.persons.map(usize::from);
                Some(FactRef::Fact {
                    fact: vocab.name.clone(),
                    persons: refs.persons(vocab.persons(), persons),
                    values: vec![crate::case::value_name(&refs.corpus.vocabulary, key.fact, v)],
                })
            })
            .collect(),
    }
}
