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
    /// Say what two editions do differently: for whom and in which cases
    #[command(after_help = DIFF_HELP)]
    Diff(DiffArgs),
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
A page of --patch belongs to a change: it declares an edition of its own, or says `edition: patch`. The edition is then reviewed without it and
with it, and told is what is gone (proved), what is still there, what is new, what the pages claim, and for whom and in which cases the law
differs. A page that lies under the path of a page of the law is read in its place instead: what that page would say once it is saved.

Exit codes:
  0  nothing serious was found (among the classes and weights that were asked for)
  1  something serious was found; with --patch: the change brings something serious, or a claim of the pages no longer holds
  2  the command was not understood, or there is no such edition or code
  3  a page of --patch cannot be read as law; nothing was reviewed
  4  a file cannot be read or written

Examples:
  tarazy law review                                         every edition, briefly
  tarazy law review --edition bill-2025-01 --verbose        one edition, each finding with a case that shows it
  tarazy law review --edition bill-2025-01 -o opinion.pdf   the opinion as a document (md, html, pdf, docx)
  tarazy law review --weight serious --format json          for programs; sarif for code hosts and editors
  tarazy law review --edition bill-2025-01 --patch note.md  what a change would mend, leave and break
  tarazy law review --law law --edition enacted --watch     again after each change of a page";

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
    /// Look for a wording that mends each finding, and prove it (takes long: each is a review of its own)
    #[arg(long, conflicts_with_all = ["patches", "watch"])]
    pub(crate) repairs: bool,
    /// Say what this change of one edition would do (may be repeated: pages of one change)
    #[arg(long = "patch", value_name = "PAGE.md")]
    pub(crate) patches: Vec<PathBuf>,
    /// Tell the case behind each finding, its readings, its repair, and a wording to begin with
    #[arg(long, short)]
    pub(crate) verbose: bool,
    /// The day that stands on a document (none: today)
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<Date>,
    /// Go on: review again after each change of a page, and say what is gone and what is new
    #[arg(long, conflicts_with_all = ["patches", "output", "format", "json", "verbose"])]
    pub(crate) watch: bool,
    /// Print the JSON Schema of --format json (with --patch: of what is said about a change)
    #[arg(long)]
    pub(crate) json_schema: bool,
}

const DIFF_HELP: &str = "\
Not which words differ, but which norms are new, gone or changed; for whom and in which cases each applies now and did not, or no longer does, in
the fewest ways that say it; what else of it differs (what is asked, term, consequence, amount); and which findings are gone, kept and new.

Exit codes:
  0  done, whether or not there is a difference
  2  the command was not understood, or there is no such edition or norm
  3  a page cannot be read; nothing was compared
  4  a file cannot be read or written

Examples:
  tarazy law diff bill-2025-01 opinion
  tarazy law diff opinion enacted --norm koap.641-1.p1.s2 --verbose
  tarazy law diff bill-2025-01 enacted --format md";

#[derive(Args)]
pub(crate) struct DiffArgs {
    /// The first edition
    #[arg(value_name = "A", required_unless_present = "json_schema")]
    pub(crate) before: Option<String>,
    /// The second edition
    #[arg(value_name = "B", required_unless_present = "json_schema")]
    pub(crate) after: Option<String>,
    /// Only this norm, by its name in either edition (may be repeated)
    #[arg(long = "norm", value_name = "ID")]
    pub(crate) norms: Vec<String>,
    /// The format
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: DiffFormat,
    /// Answer in JSON: the same as --format json
    #[arg(long, conflicts_with = "format")]
    pub(crate) json: bool,
    /// Every way, a case for each, and the texts of new norms
    #[arg(long, short)]
    pub(crate) verbose: bool,
    /// Print the JSON Schema of --format json
    #[arg(long, exclusive = true)]
    pub(crate) json_schema: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For a terminal
    Text,
    /// Markdown
    Md,
    /// Everything, for programs
    Json,
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
