//! The edition with names for the conditions that the review asks about.

use std::collections::HashMap;

use tarazy_law::Span;
use tarazy_law::model::{Args, DefId, Definition, Derived, Formula, NormId, ProvId, Rulebook};

/// An edition that grows by definitions of the review's own.
pub(super) struct Ground {
    pub(super) book: Rulebook,
}

impl Ground {
    /// Nothing added yet.
    pub(super) fn new(book: &Rulebook) -> Ground {
        Ground { book: book.clone() }
    }

    /// A name for a condition, as a condition about the same persons. No name that a page can give has a space in it.
    pub(super) fn name(&mut self, condition: Formula, at: (ProvId, Span)) -> Formula {
        let persons = match condition.free_vars() {
            0 => 0,
            1 => 1,
            _ => 2,
        };
        let what = Derived::Definition(self.reserve(persons, at));
        if let Derived::Definition(d) = what {
            self.define(d, condition);
        }
        Formula::Derived { what, args: Args::first(persons) }
    }

    /// A name whose condition is still to come.
    pub(super) fn reserve(&mut self, persons: usize, (provision, span): (ProvId, Span)) -> DefId {
        let id = DefId(self.book.definitions.len() as u32);
        let name = format!("the review {}", id.0);
        self.book.definitions.push(Definition { id: name, persons, formula: Formula::Const(false), provision, span });
        id
    }

    /// What a reserved name means.
    pub(super) fn define(&mut self, name: DefId, condition: Formula) {
        self.book.definitions[name.0 as usize].formula = condition;
    }

    /// The contents of the norms that state one.
    pub(super) fn contents(&mut self) -> HashMap<NormId, Formula> {
        let stated = |(id, n): (NormId, &tarazy_law::model::Norm)| Some((id, n.content.clone()?, n.provision, n.span));
        let contents: Vec<_> = self.book.norms().filter_map(stated).collect();
        contents.into_iter().map(|(id, content, p, s)| (id, self.name(content, (p, s)))).collect()
    }

    /// The elements of offences and liabilities, without what is excepted from them: an exception has its own grounds.
    pub(super) fn elements(&mut self) -> HashMap<NormId, Formula> {
        let whole = |n: &tarazy_law::model::Norm| Formula::all(vec![n.bearer_cond.clone(), n.when.clone()]);
        let answering = self.book.norms().filter(|(_, n)| n.answers());
        let elements: Vec<_> = answering.map(|(id, n)| (id, whole(n), n.provision, n.span)).collect();
        elements.into_iter().map(|(id, all, p, s)| (id, self.name(all, (p, s)))).collect()
    }
}
