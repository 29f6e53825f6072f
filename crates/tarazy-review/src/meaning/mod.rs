//! What follows from what norms say: for whom, in which cases.
//!
//! Every check puts its question to the [`Asker`] as a condition that holds exactly in the cases that are wrong, and shows the case that comes
//! back. A condition whose contrary is asked for is first given a name ([`ground::Ground`]), because what is not applicable is neither a
//! condition nor its contrary, and a named condition that cannot be said to hold does not hold.

mod competing;
mod content;
mod dead;
mod definitions;
mod exceptions;
mod ground;
mod impunity;
mod levels;
mod look;
mod memory;
mod narrower;
mod power;
mod prints;
mod readings;
mod rests;
mod same;
mod surplus;
mod texts;

use tarazy_law::Diagnostic;

use crate::context::Context;
use crate::cubes::Asker;
use crate::review::{Options, Review};
use ground::Ground;
use look::Look;
use memory::Answers;

pub use memory::Memory;

/// Every check by meaning.
pub(crate) fn find(
    context: &Context<'_>,
    diagnostics: &[Diagnostic],
    options: &Options,
    memory: &mut Answers,
    out: &mut Review,
) {
    let unread = look::unread(context, diagnostics);
    definitions::find(context, &unread, out);
    let mut ground = Ground::new(&context.book);
    let contents = ground.contents();
    let elements = ground.elements();
    let surplus = surplus::prepare(context, &mut ground);
    let texts = texts::prepare(&context.book, &mut ground);
    let book = ground.book;
    let asker = Asker::new(&book, options.budget);
    let mut look = Look::new(context, options, &book, asker, unread, (memory, out));
    competing::find(&mut look);
    impunity::find(&mut look);
    exceptions::find(&mut look);
    dead::find(&mut look);
    same::find(&mut look, &contents);
    power::find(&mut look, &contents);
    levels::find(&mut look, &contents);
    narrower::find(&mut look, &contents, &elements);
    surplus::find(&mut look, &surplus);
    texts::find(&mut look, &texts);
}
