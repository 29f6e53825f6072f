//! Things of the law as the subjects of findings.

use tarazy_law::Span;
use tarazy_law::model::{Definition, Norm, ProvId, VocabFact};
use tarazy_law::syntax::ast::{Item, ItemKind};

use crate::finding::{Kind, Subject};

pub(super) fn subject(kind: Kind, name: &str, provision: Option<ProvId>, span: Span) -> Subject {
    Subject { kind, name: name.to_owned(), provision, span }
}

pub(super) fn of_norm(norm: &Norm) -> Subject {
    subject(Kind::Norm, &norm.id, Some(norm.provision), norm.span)
}

pub(super) fn of_fact(fact: &VocabFact) -> Subject {
    subject(Kind::Fact, &fact.name, Some(fact.provision), fact.span)
}

pub(super) fn of_definition(d: &Definition) -> Subject {
    subject(Kind::Definition, &d.id, Some(d.provision), d.span)
}

/// A declared element of any kind.
pub(super) fn of_item(provision: ProvId, item: &Item) -> Subject {
    let kind = match item.kind {
        ItemKind::Norm(..) => Kind::Norm,
        ItemKind::Definition(_) => Kind::Definition,
        ItemKind::Exception(_) => Kind::Exception,
        ItemKind::Ambiguity(_) => Kind::Ambiguity,
        _ => Kind::Name,
    };
    subject(kind, &item.name.text, Some(provision), item.name.span)
}
