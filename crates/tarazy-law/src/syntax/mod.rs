//! From the text of a page to its tree, and back to a tidy text.

pub mod ast;
mod expr;
pub mod format;
mod item;
pub mod keyword;
pub mod lex;
mod page;
mod parse;
mod test_block;

pub use item::clause_fits;
pub use page::parse_page;
