//! Prints the grammar of blocks; `cargo xtask grammar` puts it where the extension has it.

use std::io::Write;

fn main() -> std::io::Result<()> {
    writeln!(std::io::stdout(), "{:#}", tarazy_editor::grammar::grammar())
}
