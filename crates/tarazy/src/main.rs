//! The command. Here the outside world comes in: arguments, files, the terminal. What the law says is decided in `tarazy-law`, what is
//! said to people is written in `tarazy-words`.

mod batch;
mod case;
mod cli;
mod corpus;
mod decide;
mod diff;
mod explain;
mod failure;
mod law;
mod lsp;
mod out;
mod patch;
mod review;
mod serve;
mod watch;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use cli::{CaseCommand, Cli, Command, LawCommand};
use failure::{Failure, Outcome};

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(code) => code,
        Err(failure) => {
            failure.report();
            failure.code()
        }
    }
}

fn run(cli: &Cli) -> Result<ExitCode, Failure> {
    let global = &cli.global;
    let done = match &cli.command {
        // Some commands go on until they are stopped, and end with a code of their own.
        Command::Lsp { .. } => return lsp::run(global),
        Command::Law { command: LawCommand::Check(args) } if args.watch => return law::watch(global, args),
        Command::Law { command: LawCommand::Review(args) } if args.watch => return review::watch(global, args),
        Command::Decide(args) if args.batch => batch::run(global, args),
        Command::Decide(args) => decide::run(global, args),
        Command::Demo(args) => serve::demo(global, args),
        Command::Serve(args) => serve::serve_kept(global, args),
        Command::Law { command } => match command {
            LawCommand::Check(args) => law::check(global, args),
            LawCommand::Review(args) => review::run(global, args),
            LawCommand::Diff(args) => diff::run(global, args),
            LawCommand::Fmt(args) => law::fmt(global, args),
            LawCommand::Show(args) => law::show(global, args),
            LawCommand::Export(args) => law::export(global, args),
            LawCommand::Keywords => law::keywords(),
        },
        Command::Case { command } => match command {
            CaseCommand::Template => case::template(global),
            CaseCommand::Schema => case::schema(global),
            CaseCommand::List => case::list(global),
        },
        Command::Explain { code } => explain::run(global, code.as_deref()),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "tarazy", &mut script);
            out::bytes(&script)
        }
        Command::Man => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Cli::command()).render(&mut page).map_err(Failure::write)?;
            out::bytes(&page)
        }
    };
    done.map(Outcome::code)
}
