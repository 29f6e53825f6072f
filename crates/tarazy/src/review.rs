//! `tarazy law review`.

use std::collections::BTreeSet;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use tarazy_law::Severity;
use tarazy_law::diag::nearest;
use tarazy_law::model::{Corpus, Loaded, Selection};
use tarazy_review::{Class, Options, Review, Weight, review_editions, reviewable};
use tarazy_words::opinion::{self, Opinion};
use tarazy_words::{Style, Words, review as words_of};

use crate::case::yes_no;
use crate::cli::{self, Global, ReviewArgs, ReviewFormat};
use crate::explain::{one_line, unknown_code};
use crate::failure::{Failure, Outcome};
use crate::watch::{self, Found, Run};
use crate::{corpus, out, patch};

/// Whoever waits longer than this is told what for.
const LONG: Duration = Duration::from_secs(1);

/// `tarazy law review`.
pub(crate) fn run(global: &Global, args: &ReviewArgs) -> Result<Outcome, Failure> {
    if args.json_schema {
        let schema = if args.patches.is_empty() { words_of::review_schema() } else { tarazy_words::patch_schema() };
        return out::text(&format!("{schema:#}"));
    }
    let words = Words::new(global.lang);
    let format = format(args);
    refuse_terminal(&words, args, format)?;
    let asked = Asked::of(&words, args)?;
    let (files, change) = patch::take(corpus::files(global)?, &args.patches)?;
    let loaded = Corpus::load(files);
    if !change.is_empty() {
        return patch::run(global, args, &asked, &loaded, change);
    }
    let editions = editions(&words, &loaded.corpus, args)?;
    tell_mistakes(&words, &loaded);
    let options = Options { count: args.count, repairs: args.repairs, ..Options::default() };
    let mut reviews = patiently(&words, &editions, || review_editions(&loaded, &editions, &options));
    for review in &mut reviews {
        review.findings.retain(|f| asked.includes(f.class));
        review.undecided.retain(|u| asked.includes(u.class));
    }
    let text = write(global, args, &words, &loaded.corpus, &reviews, format)?;
    deliver(&words, args, &text)?;
    let serious = reviews.iter().flat_map(|r| &r.findings).any(|f| f.class.weight() == Weight::Serious);
    Ok(if serious { Outcome::NotInOrder } else { Outcome::Good })
}

/// To the file of `-o`, or to standard output.
pub(crate) fn deliver(words: &Words, args: &ReviewArgs, text: &[u8]) -> Result<(), Failure> {
    match &args.output {
        Some(path) => {
            out::file(path, text)?;
            tell(&words.say_with("review-written", &[("path", &path.display().to_string())]));
            Ok(())
        }
        None => out::bytes(text).map(|_| ()),
    }
}

/// `tarazy law review --watch`.
pub(crate) fn watch(global: &Global, args: &ReviewArgs) -> Result<ExitCode, Failure> {
    let words = Words::new(global.lang);
    let Some(dir) = &global.law else {
        return Err(Failure::Usage(words.say("watch-no-directory")));
    };
    let asked = Asked::of(&words, args)?;
    // A name that stands for nothing is a mistake now; an edition that is gone for a moment later on is not.
    editions(&words, &Corpus::load(corpus::files(global)?).corpus, args)?;
    watch::watch(&words, dir, |pages| {
        let loaded = Corpus::load(pages);
        let editions = editions(&words, &loaded.corpus, args).unwrap_or_default();
        let options = Options { count: args.count, ..Options::default() };
        let reviews = review_editions(&loaded, &editions, &options);
        found(&words, &loaded, &reviews, &asked)
    })
}

/// The findings of reviews, each once, however many editions have it; before them the mistakes because of which some may be missing.
fn found(words: &Words, loaded: &Loaded, reviews: &[Review], asked: &Asked) -> Run {
    let corpus = &loaded.corpus;
    let at = |span| {
        let (line, column) = corpus.sources.line_column(span);
        format!("{}:{line}:{column}", corpus.sources.file(span.file).path)
    };
    let mistake = |d: &tarazy_law::Diagnostic| {
        let said = tarazy_words::one_line(words, d);
        let key = format!("{} {} {said}", corpus.sources.file(d.span.file).path, d.code.as_str());
        Found { key, text: format!("{}: {} {said}", at(d.span), d.code.as_str()) }
    };
    let mut all: Vec<Found> = loaded.diagnostics.iter().map(mistake).collect();
    let (mut seen, mut serious) = (BTreeSet::new(), false);
    for review in reviews {
        let book = corpus.book(&Selection { edition: review.edition.clone(), as_of: None });
        for f in review.findings.iter().filter(|f| asked.includes(f.class)) {
            serious |= f.class.weight() == Weight::Serious;
            if !seen.insert(f.key()) {
                continue;
            }
            let place = f.subjects.first().map(|s| format!("{}: ", at(s.span))).unwrap_or_default();
            let said = words_of::sentence(words, corpus, &book, f);
            let editions = if reviews.len() > 1 { format!(" [{}]", f.editions.join(", ")) } else { String::new() };
            let key = format!("{:?}{editions}", f.key());
            all.push(Found { key, text: format!("{place}{} {said}{editions}", f.class) });
        }
    }
    let code = if serious { Outcome::NotInOrder } else { Outcome::Good };
    Run { found: all, code: code.code() }
}

/// Which findings are asked for.
pub(crate) struct Asked {
    classes: Vec<Class>,
    weight: Weight,
}

impl Asked {
    fn of(words: &Words, args: &ReviewArgs) -> Result<Asked, Failure> {
        Ok(Asked { classes: classes(words, &args.classes)?, weight: weight(args.weight) })
    }

    /// Findings of this class are.
    pub(crate) fn includes(&self, class: Class) -> bool {
        (self.classes.is_empty() || self.classes.contains(&class)) && class.weight() <= self.weight
    }
}

/// What was asked for, or what the ending of the file means.
pub(crate) fn format(args: &ReviewArgs) -> ReviewFormat {
    if args.json {
        return ReviewFormat::Json;
    }
    let ending = args.output.as_deref().and_then(Path::extension).map(|e| e.to_string_lossy().to_lowercase());
    args.format.unwrap_or(match ending.as_deref() {
        Some("md") => ReviewFormat::Md,
        Some("html" | "htm") => ReviewFormat::Html,
        Some("pdf") => ReviewFormat::Pdf,
        Some("docx") => ReviewFormat::Docx,
        Some("json") => ReviewFormat::Json,
        Some("sarif") => ReviewFormat::Sarif,
        _ => ReviewFormat::Text,
    })
}

/// Bytes that are no text would spoil a terminal.
fn refuse_terminal(words: &Words, args: &ReviewArgs, format: ReviewFormat) -> Result<(), Failure> {
    let (name, ending) = match format {
        ReviewFormat::Pdf => ("PDF", "pdf"),
        ReviewFormat::Docx => ("DOCX", "docx"),
        _ => return Ok(()),
    };
    if args.output.is_some() || !stdout().is_terminal() {
        return Ok(());
    }
    Err(Failure::Usage(words.say_with("review-pdf-to-terminal", &[("format", name), ("ending", ending)])))
}

fn classes(words: &Words, codes: &[String]) -> Result<Vec<Class>, Failure> {
    let class = |code: &String| {
        code.trim().parse().map_err(|()| unknown_code(words, code, Class::ALL.iter().map(|c| c.code())))
    };
    codes.iter().map(class).collect()
}

fn weight(weight: cli::Weight) -> Weight {
    match weight {
        cli::Weight::Serious => Weight::Serious,
        cli::Weight::Moderate => Weight::Moderate,
        cli::Weight::Remark => Weight::Remark,
    }
}

/// The editions that were named; else all but the common ground.
fn editions<'c>(words: &Words, corpus: &'c Corpus, args: &ReviewArgs) -> Result<Vec<&'c str>, Failure> {
    let mut out: Vec<&str> = Vec::new();
    for name in &args.editions {
        let name = edition(words, corpus, name)?;
        if !out.contains(&name) {
            out.push(name);
        }
    }
    if out.is_empty() {
        out = corpus.editions.iter().filter(|e| e.on.is_some()).map(|e| e.name.as_str()).collect();
    }
    Ok(if out.is_empty() { reviewable(corpus) } else { out })
}

/// An edition by one of its names.
pub(crate) fn edition<'c>(words: &Words, corpus: &'c Corpus, name: &str) -> Result<&'c str, Failure> {
    if let Some(e) = corpus.edition(name) {
        return Ok(&e.name);
    }
    let known = reviewable(corpus);
    let (near, known) = (nearest(name, known.iter().copied()).join(", "), known.join(", "));
    let args = [("name", name), ("near", &near), ("has-near", yes_no(&near)), ("known", &known)];
    Err(Failure::Usage(one_line(&words.say_with("review-unknown-edition", &args))))
}

/// A corpus with mistakes is reviewed as far as it was read, and says so.
pub(crate) fn tell_mistakes(words: &Words, loaded: &Loaded) {
    let count = loaded.diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    if count > 0 {
        tell(&words.say_with("review-broken", &[("count", &count.to_string())]));
    }
}

/// Does the work, and says what it waits for if it takes long and somebody looks.
pub(crate) fn patiently<T>(words: &Words, editions: &[&str], work: impl FnOnce() -> T) -> T {
    if !stderr().is_terminal() {
        return work();
    }
    let said = words.say_with("review-progress", &[("edition", &editions.join(", "))]);
    let (done, wait) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            if wait.recv_timeout(LONG) == Err(mpsc::RecvTimeoutError::Timeout) {
                tell(&said);
            }
        });
        let out = work();
        drop(done);
        out
    })
}

pub(crate) fn tell(line: &str) {
    // There is nobody left to tell if this fails.
    let _ = writeln!(stderr(), "{line}");
}

fn write(
    global: &Global,
    args: &ReviewArgs,
    words: &Words,
    corpus: &Corpus,
    reviews: &[Review],
    format: ReviewFormat,
) -> Result<Vec<u8>, Failure> {
    let line = |text: String| format!("{}\n", text.trim_end()).into_bytes();
    let json = |value: &dyn Fn() -> serde_json::Result<String>| value().map_err(|e| Failure::Io(e.to_string()));
    match format {
        ReviewFormat::Text => Ok(line(text(global, args, words, corpus, reviews))),
        ReviewFormat::Json => {
            let all = words_of::json(words, corpus, reviews);
            Ok(line(json(&|| serde_json::to_string_pretty(&all))?))
        }
        ReviewFormat::Sarif => {
            let all = words_of::sarif(words, corpus, reviews);
            Ok(line(json(&|| serde_json::to_string_pretty(&all))?))
        }
        ReviewFormat::Md => Ok(line(opinion::markdown(&document(words, corpus, reviews)?))),
        ReviewFormat::Html => Ok(line(opinion::html(&document(words, corpus, reviews)?))),
        ReviewFormat::Pdf => paper(tarazy_paper::opinion_pdf(&document(words, corpus, reviews)?, day(args))),
        ReviewFormat::Docx => paper(tarazy_paper::opinion_docx(&document(words, corpus, reviews)?, day(args))),
    }
}

fn paper(made: Result<Vec<u8>, tarazy_paper::PaperError>) -> Result<Vec<u8>, Failure> {
    made.map_err(|e| Failure::Io(e.to_string()))
}

fn day(args: &ReviewArgs) -> Date {
    args.date.unwrap_or_else(|| Offset::UTC.to_datetime(Timestamp::now()).date())
}

/// A document is about one edition.
fn document(words: &Words, corpus: &Corpus, reviews: &[Review]) -> Result<Opinion, Failure> {
    match reviews {
        [review] => Ok(Opinion::new(words, corpus, review)),
        several => {
            let known: Vec<&str> = several.iter().map(|r| r.edition.as_str()).collect();
            Err(Failure::Usage(words.say_with("review-one-edition", &[("known", &known.join(" | "))])))
        }
    }
}

fn text(global: &Global, args: &ReviewArgs, words: &Words, corpus: &Corpus, reviews: &[Review]) -> String {
    let style = style(global, args);
    let mut said = words_of::terminal(words, corpus, reviews, args.verbose, &style);
    let first = reviews.iter().flat_map(|r| &r.findings).next();
    if let Some(first) = first.filter(|_| !args.verbose) {
        let hint = words_of::hint(words, first.class, &style);
        said.push_str(&format!("\n\n{hint}"));
    }
    said
}

/// In a file there are no colours.
pub(crate) fn style(global: &Global, args: &ReviewArgs) -> Style {
    let style = out::style(global);
    if args.output.is_some() { Style { color: false, ..style } } else { style }
}
