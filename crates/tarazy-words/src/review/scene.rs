//! A case told as a short example: who is who, what is known, what comes of it.

use std::collections::BTreeSet;

use tarazy_law::case::{Case, FactKey, Others, PersonIdx, State, Value, value_name};
use tarazy_law::decide::answer::{FactRef, PersonRef};
use tarazy_law::model::{Bearer, Corpus, ProvId, Rulebook};
use tarazy_law::{Lang, Text3};
use tarazy_review::{Claim, Says, Witness};

use super::fold::{Asked, asked, folded};
use crate::amount::capital;
use crate::condition::Shelf;
use crate::view::View;
use crate::words::Words;

/// A longer case is told without what is merely denied.
const LONG: usize = 14;
/// So many facts about nobody in particular are told; the others are counted.
const BESIDES: usize = 8;
/// So many readings are told; more would say nothing of this case.
const READINGS: usize = 2;

/// The case that shows a finding, a sentence an entry: each person, what else is known, what follows.
pub fn example(words: &Words, corpus: &Corpus, book: &Rulebook, witness: &Witness) -> Vec<String> {
    scene(words, corpus, book, witness.case(), witness.claims())
}

/// A case with what it shows, a sentence an entry.
pub fn scene(words: &Words, corpus: &Corpus, book: &Rulebook, case: &Case, claims: &[Claim]) -> Vec<String> {
    let persons: Vec<PersonRef> = (0..case.persons.len()).map(|p| named(words, case, p, "review-person")).collect();
    let view = View::of_scene(words, corpus, &book.selection.edition, &persons);
    let asked = asked(book, claims);
    let folded = folded(book, case, claims, &asked.own);
    let told = Told { shelf: Shelf { view, book }, case, asked, folded };
    let mut out: Vec<String> = (0..case.persons.len()).filter_map(|p| told.person(p)).collect();
    out.extend(told.besides(out.is_empty()));
    if case.others == Others::Nobody && case.persons.len() > 1 {
        out.push(format!("{}.", capital(&words.say("review-nobody-else"))));
    }
    out.extend(told.readings());
    let claims = told.claims(claims);
    if !claims.is_empty() {
        out.push(words.say_with("review-claims", &[("claims", &super::listed(words, &claims))]));
    }
    out
}

/// What a case shows, in one clause; empty where it claims nothing.
pub(crate) fn claimed(words: &Words, corpus: &Corpus, book: &Rulebook, case: &Case, claims: &[Claim]) -> String {
    let persons: Vec<PersonRef> = (0..case.persons.len()).map(|p| named(words, case, p, "review-person")).collect();
    let view = View::of_scene(words, corpus, &book.selection.edition, &persons);
    let told = Told { shelf: Shelf { view, book }, case, asked: asked(book, claims), folded: Vec::new() };
    super::listed(words, &told.claims(claims))
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
    asked: Asked,
    folded: Vec<(String, Vec<FactKey>)>,
}

impl Told<'_> {
    /// The facts to tell: what the norms themselves ask for first, then in the order of the vocabulary, days last.
    fn facts(&self) -> Vec<FactKey> {
        let short = self.case.facts.len() <= LONG;
        let no = State::Established(Value::Named(0));
        let hidden: BTreeSet<FactKey> = self.folded.iter().flat_map(|(_, signs)| signs.iter().copied()).collect();
        let mut out: Vec<FactKey> = self.case.facts.keys().copied().collect();
        out.retain(|k| {
            let state = self.case.state(*k);
            let asked = self.asked.own.contains(&k.fact) || self.asked.rest.contains(&k.fact);
            *state != State::NotAsked && !hidden.contains(k) && (short || asked || *state != no || !self.yes_no(*k))
        });
        out.sort_by_key(|k| {
            let rank = match () {
                () if self.is_day(*k) => 3,
                () if self.asked.own.contains(&k.fact) => 0,
                () if self.asked.rest.contains(&k.fact) => 1,
                () => 2,
            };
            (rank, *self.case.state(*k) == no)
        });
        out
    }

    fn is_day(&self, key: FactKey) -> bool {
        self.shelf.view.corpus.vocabulary.fact(key.fact).domain == tarazy_law::model::Domain::Date
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
            self.facts().into_iter().filter(|k| self.persons(*k) == 1 && usize::from(k.persons[0]) == person).collect();
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
        let words = self.shelf.view.words;
        let mut facts: Vec<String> =
            self.facts().into_iter().filter(|k| self.persons(*k) != 1).map(|k| self.fact(k, None)).collect();
        let terms = self.folded.iter().filter_map(|(name, _)| self.shelf.called(name));
        let terms = terms.map(|t| words.say_with("review-term-there", &[("name", &self.shelf.in_quotes(&t))]));
        facts.splice(0..0, terms);
        if facts.is_empty() {
            return None;
        }
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
        let what = FactRef::Fact { fact: info.name.clone(), persons, values };
        // That something is so is said by its name alone.
        if self.yes_no(key) && *self.case.state(key) == State::Established(Value::Named(1)) {
            return view.label_of(&what, own.map(id).as_deref());
        }
        view.fact_of(&what, own.map(id).as_deref())
    }

    /// How the law is read in this case, where that is said in a few words.
    fn readings(&self) -> Option<String> {
        let view = &self.shelf.view;
        let one = |(ambiguity, reading): (&String, &String)| {
            let label =
                view.readings(ambiguity).iter().find(|r| r.name.text == *reading).map(|r| view.words.of(&r.label));
            let how = label.filter(|l| !l.is_empty())?;
            let what = self.shelf.called(ambiguity).map(|t| self.shelf.in_quotes(&t))?;
            Some(view.say("review-reading", &[("what", &what), ("how", how)]))
        };
        let said: Vec<String> = self.case.readings.iter().filter_map(one).collect();
        let few = !said.is_empty() && said.len() == self.case.readings.len() && said.len() <= READINGS;
        few.then(|| view.say("review-reads", &[("readings", &super::listed(view.words, &said))]))
    }

    /// What the case shows: what is shown alike is said once.
    fn claims(&self, claims: &[Claim]) -> Vec<String> {
        let (view, words) = (&self.shelf.view, self.shelf.view.words);
        let mut groups: Vec<(&'static str, Vec<PersonIdx>, Vec<String>)> = Vec::new();
        for claim in claims {
            let (key, person, name) = self.claim(claim, claims);
            let who: Vec<PersonIdx> = person.into_iter().collect();
            let same = groups.iter_mut().find(|(k, w, _)| *k == key && *w == who);
            match same {
                Some((.., names)) if names.contains(&name) => {}
                Some((.., names)) => names.push(name),
                None => groups.push((key, who, vec![name])),
            }
        }
        let mut out: Vec<(&'static str, Vec<PersonIdx>, Vec<String>)> = Vec::new();
        for (key, who, names) in groups {
            match out.iter_mut().find(|(k, w, n)| *k == key && *n == names && !w.is_empty() && !who.is_empty()) {
                Some((_, several, _)) => several.extend(who),
                None => out.push((key, who, names)),
            }
        }
        let say = |(key, who, names): (&str, Vec<PersonIdx>, Vec<String>)| {
            let (name, count) = (super::listed(words, &names), names.len().to_string());
            if who.is_empty() {
                return view.say(&format!("review-claim-{key}"), &[("name", &name), ("count", &count)]);
            }
            let who: Vec<String> = who
                .iter()
                .map(|p| words.of(&named(words, self.case, *p, "review-person-to").name).to_owned())
                .collect();
            let who = words.list(&who, "and-list");
            view.say(&format!("review-claim-{key}-to"), &[("name", &name), ("who", &who), ("count", &count)])
        };
        out.into_iter().map(say).collect()
    }

    fn claim(&self, claim: &Claim, all: &[Claim]) -> (&'static str, Option<PersonIdx>, String) {
        let book = self.shelf.book;
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
            (Some(n), _) => self.placed(&n.id, n.provision, all),
            (_, Some(e)) => self.placed(&e.id, e.provision, all),
            _ => self.shelf.in_quotes(&self.shelf.name(&claim.name)),
        };
        let key = match (claim.says, norm.is_some() || exception.is_some()) {
            (Says::Applies, true) => "applies",
            (Says::DoesNotApply, true) => "not",
            (Says::Applies, false) => "holds",
            (Says::DoesNotApply, false) => "holds-not",
            (Says::Met, _) => "met",
            (Says::NotMet, _) => "not-met",
        };
        let person = (about_person && claim.person < self.case.persons.len()).then_some(claim.person);
        (key, person, name)
    }

    /// By its place alone, where nothing else of what is told has the same.
    fn placed(&self, id: &str, provision: ProvId, all: &[Claim]) -> String {
        let book = self.shelf.book;
        let corpus = self.shelf.view.corpus;
        let place = |p: ProvId| self.shelf.view.place_of(corpus.provision(p));
        let here = place(provision);
        let others =
            book.norms.iter().map(|n| (&n.id, n.provision)).chain(book.exceptions.iter().map(|e| (&e.id, e.provision)));
        let mut others = others.filter(|(other, _)| *other != id && all.iter().any(|c| c.name == **other));
        if here.is_empty() || others.any(|(_, p)| place(p) == here) {
            return self.shelf.at(id, Some(provision));
        }
        here
    }
}
