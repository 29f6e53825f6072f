//! What follows from what norms say: for whom, in which cases.

use crate::context::Context;
use crate::review::{Options, Review};

/// Every check by meaning.
pub(crate) fn find(context: &Context<'_>, options: &Options, out: &mut Review) {
    let _ = (context, options, out);
}
