//! `tarazy law review` and `tarazy explain`.

use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use tarazy_law::diag::nearest;
use tarazy_law::model::{Corpus, Loaded};
use tarazy_law::{Severity, Source};
use tarazy_review::{Class, Options, Review, Weight, review_editions, reviewable};
use tarazy_words::opinion::{self, Opinion};
use tarazy_words::{Words, review as words_of};

use crate::case::yes_no;
use crate::cli::{self, Global, ReviewArgs, ReviewFormat};
use crate::corpus;
use crate::failure::{Failure, Outcome};
use crate::out;

/// Whoever waits longer than this is told what for.
const LONG: Duration = Duration::from_secs(1);

/// `tarazy law review`.
pub(crate) fn run(global: &Global, args: &ReviewArgs) -> Result<Outcome, Failure> {
    if args.json_schema {
        return out::text(&format!("{:#}", words_of::review_schema()));
    }
    let words = Words::new(global.lang);
    let format = format(args);
    refuse_terminal(&words, args, format)?;
    let classes = classes(&words, &args.classes)?;
    let (loaded, patched) = load(global, args)?;
    let editions = editions(&words, &loaded.corpus, args, &patched)?;
    tell_mistakes(&words, &loaded);
    let options = Options { count: args.count, ..Options::default() };
    let mut reviews = patiently(&words, &editions, || review_editions(&loaded, &editions, &options));
    for review in &mut reviews {
        let asked = |c: Class| (classes.is_empty() || classes.contains(&c)) && c.weight() <= weight(args.weight);
        review.findings.retain(|f| asked(f.class));
        review.undecided.retain(|u| asked(u.class));
    }
    let text = write(global, args, &words, &loaded.corpus, &reviews, format)?;
    match &args.output {
        Some(path) => {
            out::file(path, &text)?;
            tell(&words.say_with("review-written", &[("path", &path.display().to_string())]));
        }
        None => {
            out::bytes(&text)?;
        }
    }
    let serious = reviews.iter().flat_map(|r| &r.findings).any(|f| f.class.weight() == Weight::Serious);
    Ok(if serious { Outcome::NotInOrder } else { Outcome::Good })
}

/// `tarazy explain [CODE]`.
pub(crate) fn explain(global: &Global, code: Option<&str>) -> Result<Outcome, Failure> {
    let (words, style) = (Words::new(global.lang), out::style(global));
    let Some(code) = code else { return out::text(&words_of::codes(&words, &style)) };
    let wanted = code.trim().to_uppercase();
    if let Ok(class) = wanted.parse::<Class>() {
        return out::text(&words_of::explain(&words, class, None, &style));
    }
    if let Some(code) = tarazy_law::Code::ALL.iter().find(|c| c.as_str() == wanted) {
        return out::text(&tarazy_words::explain_code(&words, *code));
    }
    let known = Class::ALL.iter().map(|c| c.code()).chain(tarazy_law::Code::ALL.iter().map(|c| c.as_str()));
    Err(unknown_code(&words, code, known))
}

fn unknown_code<'a>(words: &Words, code: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    let near = nearest(&code.to_uppercase(), known).join(", ");
    let args = [("code", code), ("near", near.as_str()), ("has-near", yes_no(&near))];
    Failure::Usage(one_line(&words.say_with("review-unknown-class", &args)))
}

/// A hint that is not there leaves no gap.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What was asked for, or what the ending of the file means.
fn format(args: &ReviewArgs) -> ReviewFormat {
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

/// The law with the pages of `--patch`, and the paths of these.
fn load(global: &Global, args: &ReviewArgs) -> Result<(Loaded, Vec<String>), Failure> {
    let mut files = corpus::files(global)?;
    let mut patched = Vec::new();
    for patch in &args.patches {
        let text = corpus::read_file(patch)?;
        let path = corpus::slashes(patch);
        // A page that lies somewhere else as it does in the law takes its place.
        let own = |f: &&mut Source| path == f.path || path.ends_with(&format!("/{}", f.path));
        let own_path = match files.iter_mut().find(own) {
            Some(file) => {
                file.text = text;
                file.path.clone()
            }
            None => {
                // Pages are read in the order of their paths, and an edition stands on one that was read before it.
                let name = path.rsplit('/').next().unwrap_or(&path).trim_end_matches(".md");
                let path = format!("~patch/{name}.md");
                files.push(Source { path: path.clone(), text });
                path
            }
        };
        patched.push(own_path);
    }
    Ok((Corpus::load(files), patched))
}

/// The editions that were named; else those that a patch declares; else all but the common ground.
fn editions<'c>(
    words: &Words,
    corpus: &'c Corpus,
    args: &ReviewArgs,
    patched: &[String],
) -> Result<Vec<&'c str>, Failure> {
    let known = reviewable(corpus);
    let mut out = Vec::new();
    for name in &args.editions {
        match corpus.edition(name) {
            Some(e) if out.contains(&e.name.as_str()) => {}
            Some(e) => out.push(e.name.as_str()),
            None => {
                let (near, known) = (nearest(name, known.iter().copied()).join(", "), known.join(", "));
                let args = [("name", name.as_str()), ("near", &near), ("has-near", yes_no(&near)), ("known", &known)];
                return Err(Failure::Usage(one_line(&words.say_with("review-unknown-edition", &args))));
            }
        }
    }
    let declared = |e: &&tarazy_law::model::EditionInfo| {
        let file = corpus.provision(e.provision).span.file;
        patched.contains(&corpus.sources.file(file).path)
    };
    let choices: [Vec<&'c str>; 3] = [
        corpus.editions.iter().filter(declared).map(|e| e.name.as_str()).collect(),
        corpus.editions.iter().filter(|e| e.on.is_some()).map(|e| e.name.as_str()).collect(),
        known,
    ];
    if out.is_empty() {
        out = choices.into_iter().find(|c| !c.is_empty()).unwrap_or_default();
    }
    Ok(out)
}

/// A corpus with mistakes is reviewed as far as it was read, and says so.
fn tell_mistakes(words: &Words, loaded: &Loaded) {
    let count = loaded.diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    if count > 0 {
        tell(&words.say_with("review-broken", &[("count", &count.to_string())]));
    }
}

/// Does the work, and says what it waits for if it takes long and somebody looks.
fn patiently<T>(words: &Words, editions: &[&str], work: impl FnOnce() -> T) -> T {
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

fn tell(line: &str) {
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
    let style = if args.output.is_some() {
        tarazy_words::Style { color: false, ..out::style(global) }
    } else {
        out::style(global)
    };
    let mut said = words_of::terminal(words, corpus, reviews, args.verbose, &style);
    let first = reviews.iter().flat_map(|r| &r.findings).next();
    if let Some(first) = first.filter(|_| !args.verbose) {
        let hint = words_of::hint(words, first.class, &style);
        said.push_str(&format!("\n\n{hint}"));
    }
    said
}
