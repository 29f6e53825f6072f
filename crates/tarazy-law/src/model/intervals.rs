//! Numbers and dates: their domain is cut where a norm compares them.

use std::collections::HashMap;

use super::book::*;
use super::formula::{Formula, Op, Test};
use super::resolve::Builder;
use crate::diag::{Code, Diagnostic};

impl Builder<'_> {
    /// Cuts the domain of every number and date at the constants it is compared with, and turns comparisons into sets of intervals.
    pub(super) fn cut_domains(&mut self) {
        let book = &mut self.book;
        let mut cuts: HashMap<FactId, Vec<i64>> = HashMap::new();
        for_each_formula(book, &mut |f| {
            if let Formula::Fact { fact, test: Test { compare: Some((op, n)), .. }, .. } = f {
                let at = cuts.entry(*fact).or_default();
                match op {
                    Op::Lt | Op::Ge => at.push(*n),
                    Op::Le | Op::Gt => at.push(n.saturating_add(1)),
                    Op::Eq | Op::Ne => at.extend([*n, n.saturating_add(1)]),
                }
            }
        });
        for (fact, mut at) in cuts {
            at.sort_unstable();
            at.dedup();
            let info = &mut book.facts[fact.0 as usize];
            if at.len() > 59 {
                let name = if let FactKind::Vocab(v) = info.kind { self.corpus.vocabulary.fact(v) } else { continue };
                self.diags
                    .push(Diagnostic::error(Code::TooManyValues, name.span).arg("name", &name.name).arg("limit", 60));
                at.truncate(59);
            }
            info.values = at.len() + 1;
            info.cuts = at;
        }
        let facts = book.facts.clone();
        for_each_formula(book, &mut |f| {
            if let Formula::Fact { fact, test, .. } = f
                && let Some((op, n)) = test.compare
            {
                let info = &facts[fact.0 as usize];
                // An interval lies wholly on one side of every constant, so its first number speaks for it.
                let holds = |i: usize| op.holds(if i == 0 { i64::MIN } else { info.cuts[i - 1] }, n);
                test.values = (0..info.values).filter(|i| holds(*i)).fold(0, |m, i| m | 1 << i);
            }
        });
    }
}

fn for_each_formula(book: &mut Rulebook, f: &mut impl FnMut(&mut Formula)) {
    for d in &mut book.definitions {
        d.formula.visit_mut(f);
    }
    let sanctions = |list: &mut Vec<Sanction>, f: &mut dyn FnMut(&mut Formula)| {
        for s in list {
            s.when.visit_mut(&mut |g| f(g));
        }
    };
    for n in &mut book.norms {
        n.bearer_cond.visit_mut(f);
        n.when.visit_mut(f);
        for g in [&mut n.toward, &mut n.reviewer, &mut n.content].into_iter().flatten() {
            g.visit_mut(f);
        }
        sanctions(&mut n.sanctions, f);
    }
    for e in &mut book.exceptions {
        e.cond.visit_mut(f);
        if let Some(reason) = &mut e.reason {
            reason.visit_mut(f);
        }
        sanctions(&mut e.sanctions, f);
    }
    for p in &mut book.properties {
        p.assuming.visit_mut(f);
    }
}
