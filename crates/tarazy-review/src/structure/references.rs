//! References to acts that are no longer there. (Names that stand for nothing are found from the diagnostics.)

use tarazy_law::Span;

use super::index::Index;
use super::subjects::{of_definition, of_norm};

use crate::class::Class;
use crate::finding::{Finding, Subject};

pub(super) fn find(index: &Index<'_>, out: &mut Vec<Finding>) {
    let book = index.book;
    let norms = book.norms.iter().map(|n| (of_norm(n), n.span));
    let definitions = book.definitions.iter().map(|d| (of_definition(d), d.span));
    for (subject, span) in norms.chain(definitions) {
        out.extend(dangling(index, &subject, span));
    }
}

fn dangling(index: &Index<'_>, from: &Subject, span: Span) -> Vec<Finding> {
    let named = |item: &tarazy_law::syntax::ast::Item| item.name.text == from.name;
    let Some(rule) = index.rule(span).filter(|_| index.item(span).is_some_and(named)) else { return Vec::new() };
    let gone = |name: &str| {
        let act = index.corpus.acts.get(name)?;
        let declared = index.chain.contains(index.corpus.provision(act.provision).edition.as_str());
        (act.replaced_by.is_some() || !declared).then(|| index.act(name)).flatten()
    };
    let acts = rule.refers.iter().filter_map(|r| gone(&r.text));
    acts.map(|act| Finding::new(Class::DanglingReference, vec![from.clone(), act])).collect()
}
