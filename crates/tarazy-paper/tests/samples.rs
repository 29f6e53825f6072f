//! Sample cases on paper: what must stand there stands there, in the right letters and the right order.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::path::Path;

use support::{cases, decide, edition, in_force, law, letters, paper, sample, squeezed};
use tarazy_law::Lang;
use tarazy_law::case::Case;
use tarazy_law::decide::Decision;
use tarazy_words::{View, Words, capital, sentence};

/// Left in the target folder to be looked at.
fn keep(name: &str, lang: Lang, pdf: &[u8]) {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}.pdf", lang.code()));
    std::fs::write(path, pdf).unwrap();
}

/// What is looked for comes after what was found before.
struct Reader {
    text: String,
    at: usize,
}

impl Reader {
    fn then(&mut self, what: &str) {
        let wanted = squeezed(what);
        match self.text[self.at..].find(&wanted) {
            Some(place) => self.at += place + wanted.len(),
            None => panic!("«{what}» does not stand after {} letters", self.at),
        }
    }

    fn somewhere(&self, what: &str) {
        assert!(self.text.contains(&squeezed(what)), "«{what}» stands nowhere");
    }
}

fn stands(lang: Lang, case: &Case, decision: &Decision, name: &str) {
    let words = Words::new(lang);
    let view = View::new(&words, law(), decision);
    let pdf = paper(lang, case, decision).unwrap_or_else(|e| panic!("{name} {}: {e}", lang.code()));
    keep(name, lang, &pdf);
    let mut reader = Reader { text: letters(&pdf), at: 0 };
    reader.then(&words.say("not-a-decision"));
    reader.then(&words.say("paper-title"));
    reader.then(words.of(&case.title));
    reader.then(&view.edition(&decision.law.edition));
    reader.then(&words.say("paper-summary"));
    reader.then(words.of(&case.summary));
    reader.then(&sentence(&words, law(), decision));
    for person in &decision.case.persons {
        reader.then(&capital(&view.person(&person.id)));
    }
    reader.then(&words.say("paper-facts"));
    reader.then(&decision.law.corpus);
    reader.then(&words.say("paper-sign-signature"));
    for finding in &decision.findings {
        // An id stands where a norm has no place.
        reader.somewhere(&view.cited(&finding.norm));
    }
    for not_seen in &decision.law.not_seen {
        reader.somewhere(words.of(not_seen));
    }
}

#[test]
fn what_must_stand_there_does() {
    for id in ["aiid-545", "opinion-news"] {
        let case = sample(id);
        let decision = decide(in_force(), &case);
        for lang in Lang::ALL {
            stands(lang, &case, &decision, id);
        }
    }
}

/// Each fifth sample, each in another language than the one before: all of them would take minutes in a build without optimisation.
#[test]
fn samples_of_every_kind() {
    for (i, case) in cases().into_iter().step_by(5).enumerate() {
        let decision = decide(in_force(), &case);
        let lang = Lang::ALL[i % Lang::ALL.len()];
        stands(lang, &case, &decision, &case.id);
    }
}

#[test]
fn an_edition_that_was_never_law_says_so() {
    let case = sample("opinion-news");
    let decision = decide(&edition("opinion"), &case);
    assert!(decision.law.hypothetical);
    let pdf = paper(Lang::Kk, &case, &decision).unwrap();
    keep("opinion-news-by-opinion", Lang::Kk, &pdf);
    assert!(letters(&pdf).contains(&squeezed(&Words::new(Lang::Kk).say("head-hypothetical"))));
}
