//! Edges between norms: who is whose exception, and that nothing rests on itself.

use std::collections::HashMap;

use super::book::*;
use super::formula::{Derived, Formula};
use super::resolve::Builder;
use crate::diag::{Code, Diagnostic};
use crate::syntax::ast::ExceptionKind;

impl Builder<'_> {
    /// Tells every norm and exception which edges end in it.
    pub(super) fn link(&mut self) {
        for i in 0..self.book.exceptions.len() {
            let id = ExcId(i as u32);
            let exc = &self.book.exceptions[i];
            if exc.inline {
                continue;
            }
            let (kind, targets, others) = (exc.kind, exc.targets.clone(), exc.others.clone());
            for edge in targets {
                match edge {
                    Edge::Exception(e) if kind == ExceptionKind::Scope => {
                        self.book.exceptions[e.0 as usize].scopes.push(id);
                    }
                    Edge::Exception(e) => self.book.exceptions[e.0 as usize].exceptions.push(id),
                    Edge::Norm(n) => {
                        // A norm that takes the place of a group to which it belongs does not displace itself.
                        if kind == ExceptionKind::Displacement && others.contains(&n) {
                            continue;
                        }
                        let norm = &mut self.book.norms[n.0 as usize];
                        match kind {
                            ExceptionKind::CarveOut | ExceptionKind::Displacement => norm.exceptions.push(id),
                            ExceptionKind::Scope => norm.scopes.push(id),
                            ExceptionKind::Proviso => norm.provisos.push(id),
                            ExceptionKind::Presumption => norm.presumptions.push(id),
                            ExceptionKind::Retroactivity => norm.retroactivity = Some(id),
                            ExceptionKind::Savings => {
                                norm.beside.extend(others.iter().map(|o| (*o, id)));
                                for o in &others {
                                    self.book.norms[o.0 as usize].beside.push((n, id));
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// A norm about nobody in particular cannot hang on who somebody is, however far down its exceptions ask.
    pub(super) fn check_bearers(&mut self) {
        let mut found = Vec::new();
        for norm in self.book.norms.iter().filter(|n| n.bearer != Bearer::Person) {
            let mut todo: Vec<ExcId> = norm.scopes.iter().chain(&norm.exceptions).copied().collect();
            let mut seen = Vec::new();
            while let Some(e) = todo.pop() {
                let exc = self.book.exception(e);
                if seen.contains(&e) {
                    continue;
                }
                seen.push(e);
                if exc.cond.free_vars() & 1 != 0 {
                    found.push(Diagnostic::error(Code::NoBearer, exc.span).arg("name", &norm.id));
                }
                todo.extend(exc.exceptions.iter().chain(&exc.scopes));
            }
        }
        self.diags.extend(found);
    }

    /// A term that rests on itself has no meaning.
    pub(super) fn find_cycles(&mut self) {
        #[derive(Clone, Copy, PartialEq)]
        enum Mark {
            Open,
            Done,
        }
        fn walk(
            book: &Rulebook,
            at: Derived,
            marks: &mut HashMap<Derived, Mark>,
            path: &mut Vec<Derived>,
        ) -> Option<Vec<Derived>> {
            match marks.get(&at) {
                Some(Mark::Done) => return None,
                Some(Mark::Open) => {
                    let from = path.iter().position(|d| *d == at).unwrap_or(0);
                    return Some(path[from..].to_vec());
                }
                None => {}
            }
            marks.insert(at, Mark::Open);
            path.push(at);
            for next in book.unfold(at).derived() {
                if let Some(cycle) = walk(book, next, marks, path) {
                    return Some(cycle);
                }
            }
            path.pop();
            marks.insert(at, Mark::Done);
            None
        }
        // What stands in a circle says nothing; the rest goes on to be read. Each round breaks one circle, so that all are reported.
        loop {
            let mut found = self.exception_ring().map(|ring| ring.into_iter().map(Derived::Holds).collect::<Vec<_>>());
            if found.is_none() {
                let mut marks = HashMap::new();
                let roots = (0..self.book.definitions.len()).map(|i| Derived::Definition(DefId(i as u32)));
                let roots = roots.chain((0..self.book.norms.len()).map(|i| Derived::Applies(NormId(i as u32))));
                let roots: Vec<Derived> =
                    roots.chain((0..self.book.exceptions.len()).map(|i| Derived::Holds(ExcId(i as u32)))).collect();
                found = roots.into_iter().find_map(|r| walk(&self.book, r, &mut marks, &mut Vec::new()));
            }
            let Some(cycle) = found else { return };
            let path: Vec<&str> = cycle.iter().map(|d| self.book.name_of(*d)).collect();
            let span = match cycle[0] {
                Derived::Definition(d) => self.book.definition(d).span,
                Derived::Met(n) | Derived::Applies(n) => self.book.norm(n).span,
                Derived::Holds(e) => self.book.exception(e).span,
            };
            let d = Diagnostic::error(Code::Cycle, span).arg("name", path[0]).arg("path", path.join(" → "));
            self.diags.push(d);
            for member in cycle {
                self.silence(member);
            }
        }
    }

    /// What rests on itself is taken for what never holds, and rests on nothing.
    fn silence(&mut self, what: Derived) {
        match what {
            Derived::Definition(d) => self.book.definitions[d.0 as usize].formula = Formula::Const(false),
            Derived::Met(n) | Derived::Applies(n) => {
                let norm = &mut self.book.norms[n.0 as usize];
                norm.bearer_cond = Formula::Const(false);
                norm.when = Formula::Const(false);
                norm.content = None;
                norm.unless = None;
                norm.scopes.clear();
                norm.exceptions.clear();
            }
            Derived::Holds(e) => {
                let exc = &mut self.book.exceptions[e.0 as usize];
                exc.cond = Formula::Const(false);
                exc.exceptions.clear();
                exc.scopes.clear();
            }
        }
    }

    /// Exceptions that are exceptions to each other. Found apart, because even asking what they are about would not end.
    pub(super) fn exception_ring(&self) -> Option<Vec<ExcId>> {
        fn walk(book: &Rulebook, at: ExcId, done: &mut [bool], path: &mut Vec<ExcId>) -> Option<Vec<ExcId>> {
            if let Some(from) = path.iter().position(|e| *e == at) {
                return Some(path[from..].to_vec());
            }
            if std::mem::replace(&mut done[at.0 as usize], true) {
                return None;
            }
            path.push(at);
            let exc = book.exception(at);
            let found = exc.exceptions.iter().chain(&exc.scopes).find_map(|next| walk(book, *next, done, path));
            path.pop();
            found
        }
        let mut done = vec![false; self.book.exceptions.len()];
        (0..self.book.exceptions.len()).find_map(|i| walk(&self.book, ExcId(i as u32), &mut done, &mut Vec::new()))
    }
}
