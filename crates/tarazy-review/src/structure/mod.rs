//! What can be seen from the graph of norms alone: what is missing, what points nowhere, what is worded in two ways.
//!
//! The edition is indexed once ([`index`]); every check then looks at its subject by what norms say, never by what they are called.

mod acts;
mod alternatives;
mod bearers;
mod canonical;
mod cases;
mod consequences;
mod diagnostics;
mod index;
mod leaves;
mod lexicon;
mod liability;
mod reach;
mod references;
mod rights;
mod roles;
mod subjects;
mod terms;
mod time;
mod wording;

use tarazy_law::Diagnostic;

use crate::context::Context;
use crate::review::Review;
use index::Index;

/// Every structural check.
pub(crate) fn find(context: &Context<'_>, diagnostics: &[Diagnostic], out: &mut Review) {
    let index = Index::new(context);
    let checks = [
        acts::find,
        bearers::find,
        liability::find,
        consequences::find,
        rights::find,
        reach::find,
        terms::find,
        roles::find,
        wording::find,
        references::find,
        time::find,
    ];
    for check in checks {
        check(&index, &mut out.findings);
    }
    diagnostics::find(&index, diagnostics, &mut out.findings);
    cases::show(context, &mut out.findings);
}
