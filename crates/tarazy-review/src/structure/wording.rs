//! Wordings that promise too much.

use std::collections::BTreeMap;

use tarazy_law::Lang;
use tarazy_law::model::{Norm, ProvId};
use tarazy_law::syntax::ast::NormKind;

use super::index::Index;
use super::lexicon::absolute;
use super::subjects::of_norm;

use crate::class::Class;
use crate::finding::{Finding, Value};

/// In so many languages a text must be absolute: one alone may be a matter of translation.
const LANGUAGES: usize = 2;

pub(super) fn find(index: &Index<'_>, out: &mut Vec<Finding>) {
    let mut by_text: BTreeMap<ProvId, Vec<&Norm>> = BTreeMap::new();
    for (_, norm) in index.of_kind(&[NormKind::Duty, NormKind::Prohibition, NormKind::Liability]) {
        if unbounded(index, norm) {
            by_text.entry(norm.provision).or_default().push(norm);
        }
    }
    for (provision, norms) in by_text {
        let texts = &index.corpus.provision(provision).texts;
        let words: Vec<_> =
            Lang::ALL.into_iter().map(|l| absolute(l, texts.get(l))).filter(|w| !w.is_empty()).collect();
        if words.len() >= LANGUAGES {
            let subjects = norms.into_iter().map(of_norm).collect();
            let words = words.concat().join(", ");
            out.push(Finding::new(Class::AbsoluteWording, subjects).with("words", Value::Text(words)));
        }
    }
}

/// Nothing in the norm says when it holds, when not, or what exactly is asked.
fn unbounded(index: &Index<'_>, norm: &Norm) -> bool {
    let bare = |r: &tarazy_law::syntax::ast::Rule| {
        r.when.is_empty() && r.unless.is_empty() && r.readings.is_empty() && r.content.is_none()
    };
    norm.exceptions.is_empty() && index.rule(norm.span).is_some_and(bare)
}
