//! What a condition says, whatever numbers its terms and facts have in this edition.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use tarazy_law::model::{Corpus, DateExpr, Derived, FactId, FactKind, Formula, Rulebook};

/// A fingerprint: what has the same says the same.
pub(super) type Content = u128;

/// Remembers the fingerprints of terms and facts.
#[derive(Default)]
pub(super) struct Contents {
    terms: HashMap<Derived, Content>,
    facts: HashMap<FactId, Content>,
    by_content: HashMap<Content, FactId>,
}

impl Contents {
    /// Of a condition, with everything below it.
    pub(super) fn of(&mut self, corpus: &Corpus, book: &Rulebook, condition: &Formula) -> Content {
        let mut print = Print::default();
        self.add(corpus, book, condition, &mut print);
        print.content()
    }

    /// Of a fact.
    pub(super) fn fact(&mut self, corpus: &Corpus, book: &Rulebook, fact: FactId) -> Content {
        if let Some(content) = self.facts.get(&fact) {
            return *content;
        }
        let (mut print, info) = (Print::default(), book.fact(fact));
        print.add((info.persons, info.values, info.may_be_inapplicable, &info.cuts));
        match &info.kind {
            FactKind::Others => print.add(0_u8),
            FactKind::Vocab(v) => {
                let fact = corpus.vocabulary.fact(*v);
                print.add((1_u8, &fact.name, format!("{:?}", fact.domain)));
            }
            FactKind::Reading { name, readings, .. } => {
                print.add((2_u8, name, readings.len()));
                for (reading, _) in readings {
                    print.add(reading);
                }
            }
            FactKind::Comparison { left, op, right } => {
                print.add((3_u8, *op));
                for DateExpr { fact, args, plus } in [left, right] {
                    print.add((self.fact(corpus, book, *fact), *args, plus.len()));
                    for (n, unit) in plus {
                        print.add((*n, format!("{unit:?}")));
                    }
                }
            }
        }
        let content = print.content();
        self.facts.insert(fact, content);
        self.by_content.insert(content, fact);
        content
    }

    /// The fact of this content, if a condition has spoken of it.
    pub(super) fn known(&self, content: Content) -> Option<FactId> {
        self.by_content.get(&content).copied()
    }

    fn term(&mut self, corpus: &Corpus, book: &Rulebook, what: Derived) -> Content {
        if let Some(content) = self.terms.get(&what) {
            return *content;
        }
        let content = self.of(corpus, book, &book.unfold(what));
        self.terms.insert(what, content);
        content
    }

    fn add(&mut self, corpus: &Corpus, book: &Rulebook, condition: &Formula, print: &mut Print) {
        match condition {
            Formula::Const(c) => print.add((0_u8, *c)),
            Formula::Fact { fact, args, test } => {
                print.add((1_u8, self.fact(corpus, book, *fact), *args, test.values));
            }
            Formula::Derived { what, args } => print.add((2_u8, self.term(corpus, book, *what), *args)),
            Formula::Same(a, b) => print.add((3_u8, *a, *b)),
            Formula::Not(inner) => {
                print.add(4_u8);
                self.add(corpus, book, inner, print);
            }
            Formula::And(parts) | Formula::Or(parts) => {
                print.add((if matches!(condition, Formula::And(_)) { 5_u8 } else { 6 }, parts.len()));
                for part in parts {
                    self.add(corpus, book, part, print);
                }
            }
            Formula::Some { var, body } => {
                print.add((7_u8, *var));
                self.add(corpus, book, body, print);
            }
        }
    }
}

/// Two hashers, so that nothing has the fingerprint of something else by chance.
struct Print(DefaultHasher, DefaultHasher);

impl Default for Print {
    fn default() -> Print {
        let mut second = DefaultHasher::new();
        second.write_u8(1);
        Print(DefaultHasher::new(), second)
    }
}

impl Print {
    fn add(&mut self, what: impl Hash) {
        what.hash(&mut self.0);
        what.hash(&mut self.1);
    }

    fn content(&self) -> Content {
        u128::from(self.0.finish()) << 64 | u128::from(self.1.finish())
    }
}
