//! A case told as a short example: who is who, what is known, what comes of it.

use tarazy_law::case::{Case, FactKey, Others, PersonIdx, State, Value, value_name};
use tarazy_law::decide::answer::{FactRef, PersonRef};
use tarazy_law::model::{Bearer, Corpus, Rulebook};
use tarazy_law::{Lang, Text3};
use tarazy_review::{Claim, Says, Witness};

use crate::amount::capital;
use crate::condition::Shelf;
use crate::view::View;
use crate::words::Words;

/// A longer case is told without what is merely denied.
const LONG: usize = 14;
/// So many facts about nobody in particular are told; the others are counted.
const BESIDES: usize = 10;

/// The case that shows a finding, a sentence an entry: each person, what else is known, what follows.
pub fn example(words: &Words, corpus: &Corpus, book: &Rulebook, witness: &Witness) -> Vec<String> {
    scene(words, corpus, book, witness.case(), witness.claims())
}

/// A case with what it shows, a sentence an entry.
pub fn scene(words: &Words, corpus: &Corpus, book: &Rulebook, case: &Case, claims: &[Claim]) -> Vec<String> {
    let persons: Vec<PersonRef> = (0..case.persons.len()).map(|p| named(words, case, p, "review-person")).collect();
    let view = View::of_scene(words, corpus, &book.selection.edition, &persons);
    let told = Told { shelf: Shelf { view, book }, case };
    let mut out: Vec<String> = (0..case.persons.len()).filter_map(|p| told.person(p)).collect();
    out.extend(told.besides(out.is_empty()));
    if case.others == Others::Nobody && case.persons.len() > 1 {
        out.push(format!("{}.", capital(&words.say("review-nobody-else"))));
    }
    let claims: Vec<String> = claims.iter().map(|c| told.claim(c)).collect();
    if !claims.is_empty() {
        out.push(words.say_with("review-claims", &[("claims", &super::listed(words, &claims))]));
    }
    out
}

/// What a case shows, in one clause; empty where it claims nothing.
pub(crate) fn claimed(words: &Words, corpus: &Corpus, book: &Rulebook, case: &Case, claims: &[Claim]) -> String {
    let persons: Vec<PersonRef> = (0..case.persons.len()).map(|p| named(words, case, p, "review-person")).collect();
    let view = View::of_scene(words, corpus, &book.selection.edition, &persons);
    let told = Told { shelf: Shelf { view, book }, case };
    super::listed(words, &claims.iter().map(|c| told.claim(c)).collect::<Vec<_>>())
}

/// The persons of a made-up case have letters for names.
fn named(words: &Words, case: &Case, person: PersonIdx, key: &str) -> PersonRef {
    let letters = words.say("review-letters");
    let letter = letters.split(' ').nth(person).map_or_else(|| (person + 1).to_string(), str::to_owned);
    let id = case.persons.get(person).map(|p| p.id.clone()).unwrap_or_default();
    let name = words.say_with(key, &[("letter", &letter)]);
    let mut text = Text3::default();
    for lang in Lang::ALL {
        name.clone_into(text.get_mut(lang));
    }
    PersonRef { id, name: text }
}

struct Told<'a> {
    shelf: Shelf<'a>,
    case: &'a Case,
}

impl Told<'_> {
    /// The facts to tell, in the order of the vocabulary.
    fn facts(&self) -> impl Iterator<Item = FactKey> + '_ {
        let short = self.case.facts.len() <= LONG;
        let no = State::Established(Value::Named(0));
        self.case.facts.keys().copied().filter(move |k| {
            let state = self.case.state(*k);
            *state != State::NotAsked && (short || *state != no || !self.yes_no(*k))
        })
    }

    fn yes_no(&self, key: FactKey) -> bool {
        self.shelf.view.corpus.vocabulary.fact(key.fact).domain == tarazy_law::model::Domain::YesNo
    }

    fn persons(&self, key: FactKey) -> usize {
        self.shelf.view.corpus.vocabulary.fact(key.fact).persons()
    }

    /// One person: roles first, by their names alone.
    fn person(&self, person: PersonIdx) -> Option<String> {
        let view = &self.shelf.view;
        let own: Vec<FactKey> =
            self.facts().filter(|k| self.persons(*k) == 1 && usize::from(k.persons[0]) == person).collect();
        let is_role = |k: &FactKey| {
            let yes = *self.case.state(*k) == State::Established(Value::Named(1));
            yes && view.corpus.vocabulary.fact(k.fact).is_role
        };
        let (roles, facts): (Vec<FactKey>, Vec<FactKey>) = own.into_iter().partition(is_role);
        let roles = roles.iter().map(|k| view.named(&view.corpus.vocabulary.fact(k.fact).name));
        let facts = facts.iter().map(|k| self.fact(*k, Some(person)));
        let what: Vec<String> = roles.chain(facts).collect();
        if what.is_empty() {
            return None;
        }
        let who = capital(&view.person(&self.case.persons[person].id));
        Some(format!("{}.", view.say("review-about", &[("who", &who), ("what", &what.join("; "))])))
    }

    /// What is known of the system and the act, and of one person towards another; `alone`, where no person was told of before.
    fn besides(&self, alone: bool) -> Option<String> {
        let facts: Vec<String> = self.facts().filter(|k| self.persons(*k) != 1).map(|k| self.fact(k, None)).collect();
        if facts.is_empty() {
            return None;
        }
        let words = self.shelf.view.words;
        let mut said = facts[..facts.len().min(BESIDES)].join("; ");
        if facts.len() > BESIDES {
            let more = (facts.len() - BESIDES).to_string();
            said = words.say_with("and-more-in-line", &[("items", &said), ("count", &more)]);
        }
        let said = if alone { said } else { words.say_with("review-also", &[("facts", &said)]) };
        Some(format!("{}.", capital(&said)))
    }

    fn fact(&self, key: FactKey, own: Option<PersonIdx>) -> String {
        let view = &self.shelf.view;
        let info = view.corpus.vocabulary.fact(key.fact);
        let id = |p: PersonIdx| self.case.persons.get(p).map(|p| p.id.clone()).unwrap_or_default();
        let persons = key.persons.iter().take(info.persons()).map(|p| id(usize::from(*p))).collect();
        let name = |v: &Value| value_name(&view.corpus.vocabulary, key.fact, *v);
        let values = match self.case.state(key) {
            State::Established(v) => vec![name(v)],
            State::Disputed(vs) => vs.iter().map(name).collect(),
            State::NotApplicable => vec!["not applicable".to_owned()],
            State::Denied(vs) => {
                let denied: Vec<String> = vs.iter().map(name).collect();
                info.value_names().iter().filter(|n| !denied.iter().any(|d| d == *n)).map(|n| (*n).to_owned()).collect()
            }
            State::NotAsked | State::Unknown => Vec::new(),
        };
        view.fact_of(&FactRef::Fact { fact: info.name.clone(), persons, values }, own.map(id).as_deref())
    }

    fn claim(&self, claim: &Claim) -> String {
        let (view, book) = (&self.shelf.view, self.shelf.book);
        let norm = book.norms.iter().find(|n| n.id == claim.name);
        let exception = book.exceptions.iter().find(|e| e.id == claim.name);
        let definition = book.definitions.iter().find(|d| d.id == claim.name);
        let about_person = match (norm, exception, definition) {
            (Some(n), ..) => n.bearer == Bearer::Person,
            (_, Some(e), _) => e.about_person(book),
            (.., Some(d)) => d.persons > 0,
            _ => false,
        };
        let name = match (norm, exception) {
            (Some(n), _) => self.shelf.at(&n.id, Some(n.provision)),
            (_, Some(e)) => self.shelf.at(&e.id, Some(e.provision)),
            _ => view.say("review-name", &[("name", &self.shelf.name(&claim.name))]),
        };
        let key = match (claim.says, norm.is_some() || exception.is_some()) {
            (Says::Applies, true) => "applies",
            (Says::DoesNotApply, true) => "not",
            (Says::Applies, false) => "holds",
            (Says::DoesNotApply, false) => "holds-not",
            (Says::Met, _) => "met",
            (Says::NotMet, _) => "not-met",
        };
        if !about_person || claim.person >= self.case.persons.len() {
            return view.say(&format!("review-claim-{key}"), &[("name", &name)]);
        }
        let who = named(view.words, self.case, claim.person, "review-person-to").name;
        view.say(&format!("review-claim-{key}-to"), &[("name", &name), ("who", view.words.of(&who))])
    }
}
