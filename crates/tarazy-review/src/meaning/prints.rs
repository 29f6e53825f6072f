//! On which facts a condition turns, however far down.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use tarazy_law::model::{Derived, FactId, FactKind, Formula, Rulebook};

/// How often each fact is asked for.
pub(super) type Print = BTreeMap<FactId, usize>;

/// Remembers the facts below each term.
#[derive(Default)]
pub(super) struct Prints {
    known: HashMap<Derived, Rc<Print>>,
}

impl Prints {
    /// The facts on which a condition turns.
    pub(super) fn of(&mut self, book: &Rulebook, condition: &Formula) -> Print {
        let mut out = Print::new();
        self.add(book, condition, &mut out);
        out
    }

    /// The facts below a term.
    pub(super) fn below(&mut self, book: &Rulebook, what: Derived) -> Rc<Print> {
        if let Some(print) = self.known.get(&what) {
            return print.clone();
        }
        let print = Rc::new(self.of(book, &book.unfold(what)));
        self.known.insert(what, print.clone());
        print
    }

    fn add(&mut self, book: &Rulebook, condition: &Formula, out: &mut Print) {
        match condition {
            Formula::Fact { fact, .. } => *out.entry(*fact).or_default() += 1,
            Formula::Derived { what, .. } => {
                for (fact, n) in self.below(book, *what).iter() {
                    *out.entry(*fact).or_default() += n;
                }
            }
            Formula::Not(inner) | Formula::Some { body: inner, .. } => self.add(book, inner, out),
            Formula::And(parts) | Formula::Or(parts) => parts.iter().for_each(|p| self.add(book, p, out)),
            Formula::Const(_) | Formula::Same(..) => {}
        }
    }
}

/// The ambiguities among the facts.
pub(super) fn ambiguities(book: &Rulebook, print: &Print) -> Vec<FactId> {
    print.keys().copied().filter(|f| is_reading(book, *f)).collect()
}

/// No evidence settles it.
pub(super) fn is_reading(book: &Rulebook, fact: FactId) -> bool {
    matches!(book.fact(fact).kind, FactKind::Reading { .. })
}
