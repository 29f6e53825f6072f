//! What can be typed.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use tarazy_law::Lang;

const EXIT_CODES: &str = "\
Exit codes:
  0  done, and everything is in order
  1  done, and something is not: the law or a case does not hold what it claims, a page is not laid out
  2  the command was not understood
  3  a page of law or a case cannot be read; nothing was decided
  4  a file cannot be read or written";

/// Who answers for what an AI system does.
///
/// Tarazy reads the law as norms with conditions, and a case as facts each of which may be established, denied, disputed or not
/// known; and says which norms apply to whom, why, with what consequence, and which fact would change that. It decides nothing about
/// guilt: a competent body or a court does.
#[derive(Parser)]
#[command(version, after_help = EXIT_CODES, after_long_help = EXIT_CODES, propagate_version = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command understands.
#[derive(Args)]
pub(crate) struct Global {
    /// The language to answer in
    #[arg(long, global = true, default_value = "kk", env = "TARAZY_LANG", value_name = "kk|ru|en", value_parser = lang)]
    pub(crate) lang: Lang,
    /// Read the law from this directory instead of the one built in
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) law: Option<PathBuf>,
    /// When to colour
    #[arg(long, global = true, default_value = "auto", value_name = "WHEN")]
    pub(crate) color: Color,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Say who answers, under which norm, why, and what would change that
    #[command(after_help = DECIDE_EXAMPLES)]
    Decide(DecideArgs),
    /// Show it: pages with the sample cases, kept in memory only
    Demo(DemoArgs),
    /// Serve pages and the API, and keep cases in a file
    #[command(after_help = SERVE_EXAMPLES)]
    Serve(ServeArgs),
    /// Check, review, lay out, show and export the law
    Law {
        #[command(subcommand)]
        command: LawCommand,
    },
    /// Begin a case of your own
    Case {
        #[command(subcommand)]
        command: CaseCommand,
    },
    /// Serve an editor: the Language Server Protocol on standard input and output
    #[command(after_help = LSP_HELP)]
    Lsp {
        /// What editors add by habit; it is the only way there is
        #[arg(long, hide = true)]
        stdio: bool,
    },
    /// Explain a message by its code, such as L0301 or R401
    Explain {
        /// The code; without it, all of them
        code: Option<String>,
    },
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page (roff)
    Man,
}

const LSP_HELP: &str = "\
The law is the directory of --law, else `law` in the editor's folder, else the folder itself. An extension for Visual Studio Code is in
editors/vscode; any other editor starts `tarazy lsp` for Markdown.";

const DECIDE_EXAMPLES: &str = "\
Examples:
  tarazy decide cases                                every sample case, briefly
  tarazy decide aiid-545 --edition enacted           one sample case, in full
  tarazy decide my.toml --compare opinion,enacted    side by side
  tarazy decide my.toml --ask                        only the next question
  tarazy decide my.toml --as-of 2026-03-01 --json    the law of that day, as JSON
  tarazy decide --batch < cases.jsonl > out.jsonl    a case a line";

#[derive(Args)]
pub(crate) struct DecideArgs {
    /// Case files (TOML or JSON), directories of them, names of sample cases, or - for standard input
    #[arg(value_name = "CASE", required_unless_present_any = ["batch", "json_schema"])]
    pub(crate) cases: Vec<String>,
    /// Decide by this edition, taken whole
    #[arg(long, value_name = "NAME", conflicts_with_all = ["as_of", "compare"])]
    pub(crate) edition: Option<String>,
    /// Decide on this day: by the law of the day of the act, or a milder later one
    #[arg(long, value_name = "DATE", conflicts_with = "compare")]
    pub(crate) as_of: Option<Date>,
    /// Set editions side by side
    #[arg(long, value_name = "NAME,…", value_delimiter = ',', num_args = 1..)]
    pub(crate) compare: Vec<String>,
    /// Read an ambiguity in one way, such as koap.disseminates=broad (may be repeated)
    #[arg(long = "reading", value_name = "AMBIGUITY=READING", value_parser = reading)]
    pub(crate) readings: Vec<(String, String)>,
    /// Every norm for everybody, also what plainly does not apply
    #[arg(long)]
    pub(crate) all: bool,
    /// Ask only the next question: the one whose answer would settle most
    #[arg(long, conflicts_with_all = ["compare", "batch", "check"])]
    pub(crate) ask: bool,
    /// Answer in JSON
    #[arg(long, conflicts_with = "check")]
    pub(crate) json: bool,
    /// Read one JSON case a line from standard input, write one JSON answer a line
    #[arg(long, conflicts_with_all = ["cases", "compare", "as_of"])]
    pub(crate) batch: bool,
    /// Compare with the verdicts that the cases themselves expect
    #[arg(long, conflicts_with_all = ["compare", "as_of", "edition"])]
    pub(crate) check: bool,
    /// Print the JSON Schema of the answers
    #[arg(long, exclusive = true)]
    pub(crate) json_schema: bool,
}

#[derive(Args)]
pub(crate) struct DemoArgs {
    /// The address to listen at
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS:PORT")]
    pub(crate) listen: SocketAddr,
}

const SERVE_EXAMPLES: &str = "\
Examples:
  tarazy serve                                       http://127.0.0.1:8080, cases in tarazy.db
  tarazy serve --store /var/lib/tarazy/cases.db --listen [::]:80 --host tarazy.example --log json
  curl http://127.0.0.1:8080/healthz
  curl http://127.0.0.1:8080/metrics";

#[derive(Args)]
pub(crate) struct ServeArgs {
    /// The address to listen at
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS:PORT", env = "TARAZY_LISTEN")]
    pub(crate) listen: SocketAddr,
    /// The file in which cases are kept; made if it is missing
    #[arg(long, default_value = "tarazy.db", value_name = "FILE", env = "TARAZY_STORE")]
    pub(crate) store: PathBuf,
    /// A name under which this server is reached; requests for others are refused (may be repeated; none: any name)
    #[arg(long, value_name = "NAME")]
    pub(crate) host: Vec<String>,
    /// Forget cases that nobody changed for so many days
    #[arg(long, value_name = "DAYS")]
    pub(crate) forget_after: Option<u32>,
    /// Let everybody read /metrics, not only this machine
    #[arg(long)]
    pub(crate) metrics_for_all: bool,
    /// How to write the log
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub(crate) log: LogFormat,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    /// Lines for people
    Text,
    /// One JSON object a line
    Json,
    /// Only what goes wrong
    Quiet,
}

#[derive(Subcommand)]
pub(crate) enum LawCommand {
    /// Check every page: names, examples, properties
    Check(CheckArgs),
    /// Review the law: gaps, competing norms, words without meaning
    #[command(after_help = REVIEW_HELP)]
    Review(ReviewArgs),
    /// Lay out the blocks of pages
    Fmt(FmtArgs),
    /// Show a provision as the engine understands it
    Show(ShowArgs),
    /// Write an edition as a problem for z3 (SMT-LIB) or clingo (ASP)
    Export(ExportArgs),
    /// Print the keywords in three languages
    Keywords,
}

#[derive(Args)]
pub(crate) struct CheckArgs {
    /// The directory to check (the same as --law DIR)
    pub(crate) dir: Option<PathBuf>,
    /// Also print every property with what came out, and a case for each that is refuted
    #[arg(long, short)]
    pub(crate) verbose: bool,
    /// Go on: check again after each change of a page, and say what is gone and what is new
    #[arg(long, conflicts_with = "verbose")]
    pub(crate) watch: bool,
}

const REVIEW_HELP: &str = "\
Exit codes:
  0  nothing serious was found (among the classes and weights that were asked for)
  1  something serious was found
  2  the command was not understood, or there is no such edition or code
  4  a file cannot be read or written

Examples:
  tarazy law review                                         every edition, briefly
  tarazy law review --edition bill-2025-01 --verbose        one edition, each finding with a case that shows it
  tarazy law review --edition bill-2025-01 -o opinion.pdf   the opinion as a document (md, html, pdf, docx)
  tarazy law review --weight serious --format json          for programs; sarif for code hosts and editors
  tarazy law review --patch amendment.md                    with a page that is not in the law yet";

#[derive(Args)]
pub(crate) struct ReviewArgs {
    /// Review this edition (may be repeated; none: all but the common ground)
    #[arg(long = "edition", value_name = "NAME")]
    pub(crate) editions: Vec<String>,
    /// The format (none: by the ending of the file, or text)
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<ReviewFormat>,
    /// Answer in JSON: the same as --format json
    #[arg(long, conflicts_with = "format")]
    pub(crate) json: bool,
    /// Write to this file, as a whole or not at all
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Only this class of findings, such as R401 (may be repeated)
    #[arg(long = "class", value_name = "CODE")]
    pub(crate) classes: Vec<String>,
    /// Only findings that weigh at least so much
    #[arg(long, value_enum, value_name = "WEIGHT", default_value = "remark", hide_default_value = true)]
    pub(crate) weight: Weight,
    /// Count the cases of each finding
    #[arg(long)]
    pub(crate) count: bool,
    /// Review with this page as well, in place of the page of the same path (may be repeated)
    #[arg(long = "patch", value_name = "PAGE.md")]
    pub(crate) patches: Vec<PathBuf>,
    /// Tell the case behind each finding, its readings, and a wording to begin with
    #[arg(long, short)]
    pub(crate) verbose: bool,
    /// The day that stands on a document (none: today)
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<Date>,
    /// Print the JSON Schema of --format json
    #[arg(long, exclusive = true)]
    pub(crate) json_schema: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReviewFormat {
    /// For a terminal
    Text,
    /// The opinion as Markdown
    Md,
    /// The opinion as a page that stands alone
    Html,
    /// The opinion as a PDF that can be filed and read aloud
    Pdf,
    /// The opinion for a word processor
    Docx,
    /// Everything, for programs
    Json,
    /// For code hosts and editors (SARIF 2.1.0)
    Sarif,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Weight {
    /// Somebody will be hurt by it
    Serious,
    /// Whoever applies the law will have to guess
    Moderate,
    /// A careful drafter would mend it
    Remark,
}

#[derive(Args)]
pub(crate) struct FmtArgs {
    /// Pages or directories of pages
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Write nothing; exit with 1 when a page is not laid out
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Args)]
pub(crate) struct ShowArgs {
    /// The name of a norm, exception, definition or fact; without it, every name
    pub(crate) id: Option<String>,
    /// In this edition
    #[arg(long, default_value = "enacted", value_name = "NAME")]
    pub(crate) edition: String,
}

#[derive(Args)]
pub(crate) struct ExportArgs {
    /// The format
    #[arg(long, value_enum)]
    pub(crate) format: ExportFormat,
    /// The edition
    #[arg(long, default_value = "enacted", value_name = "NAME")]
    pub(crate) edition: String,
    /// A case whose facts are given; without it, one person `a` and every fact open
    #[arg(long, value_name = "CASE")]
    pub(crate) case: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum ExportFormat {
    Smtlib,
    Asp,
}

#[derive(Subcommand)]
pub(crate) enum CaseCommand {
    /// Print a case to fill in, with every question
    Template,
    /// Print the JSON Schema of a case
    Schema,
    /// List the sample cases
    List,
}

fn lang(text: &str) -> Result<Lang, String> {
    // `ru_RU.UTF-8` is Russian too.
    let code = text.split(['_', '-', '.']).next().unwrap_or(text);
    Lang::from_code(code).ok_or_else(|| "kk, ru, en".to_owned())
}

fn reading(text: &str) -> Result<(String, String), String> {
    let (ambiguity, reading) = text.split_once('=').ok_or("AMBIGUITY=READING")?;
    Ok((ambiguity.trim().to_owned(), reading.trim().to_owned()))
}
