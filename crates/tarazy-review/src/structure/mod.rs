//! What can be seen from the graph of norms alone: what is missing, what points nowhere, what is worded in two ways.

use tarazy_law::Diagnostic;

use crate::context::Context;
use crate::review::Review;

/// Every structural check.
pub(crate) fn find(context: &Context<'_>, diagnostics: &[Diagnostic], out: &mut Review) {
    let _ = (context, diagnostics, out);
}
