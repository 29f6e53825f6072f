//! `tarazy case`, and how cases are found and read.

use std::io::Read;
use std::path::Path;

use tarazy_law::case::Case;
use tarazy_law::model::Corpus;
use tarazy_law::read_case::{read_case, schema};
use tarazy_law::{FileId, Source, Sources};
use tarazy_words::Words;

use crate::cli::Global;
use crate::corpus;
use crate::failure::{Failure, Outcome};
use crate::out;

/// The cases that the arguments name, read and in order. Every mistake of every case is reported together.
pub(crate) fn read_all(global: &Global, words: &Words, corpus: &Corpus, args: &[String]) -> Result<Vec<Case>, Failure> {
    let mut files = Vec::new();
    for arg in args {
        files.extend(find(words, arg)?);
    }
    let mut cases = Vec::new();
    let (mut broken, mut diags) = (Vec::new(), Vec::new());
    for file in files {
        // Each broken file is one more file of the report.
        let (mut case, wrong) = read_case(corpus, FileId(broken.len() as u32), &file.text);
        if case.id.is_empty() {
            case.id = stem(&file.path);
        }
        if wrong.is_empty() {
            cases.push(case);
        } else {
            diags.extend(wrong);
            broken.push(file);
        }
    }
    if diags.is_empty() {
        return Ok(cases);
    }
    Err(Failure::diagnostics(global, words, &Sources::in_order(broken), &diags))
}

fn stem(path: &str) -> String {
    Path::new(path).file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A file, a directory, standard input, or a sample that is built in. What lies on disk comes first.
fn find(words: &Words, arg: &str) -> Result<Vec<Source>, Failure> {
    if arg == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(|e| Failure::read(Path::new("-"), &e))?;
        return Ok(vec![Source { path: "-".into(), text }]);
    }
    let path = Path::new(arg);
    if path.is_dir() {
        let mut files = corpus::read_dir(Path::new(""), path)?;
        files.retain(|f| corpus::is_case(&f.path));
        files.sort_by_cached_key(|f| corpus::natural(&f.path));
        return Ok(files);
    }
    if path.is_file() {
        return Ok(vec![Source { path: arg.to_owned(), text: corpus::read_file(path)? }]);
    }
    let samples = corpus::samples();
    if arg == "cases" {
        return Ok(samples);
    }
    let names: Vec<String> = samples.iter().map(|s| stem(&s.path)).collect();
    match names.iter().position(|n| n == arg) {
        Some(i) => Ok(samples.into_iter().nth(i).into_iter().collect()),
        None => {
            let near = tarazy_law::diag::nearest(arg, names.iter().map(String::as_str)).join(", ");
            Err(Failure::Io(
                words.say_with("case-not-found", &[("name", arg), ("near", &near), ("has-near", yes_no(&near))]),
            ))
        }
    }
}

/// For messages that say something only where there is something to say.
pub(crate) fn yes_no(text: &str) -> &'static str {
    if text.is_empty() { "no" } else { "yes" }
}

/// `tarazy case template`.
pub(crate) fn template(global: &Global) -> Result<Outcome, Failure> {
    let words = Words::new(global.lang);
    let corpus = corpus::load(global, &words)?;
    out::text(&schema::case_template(&corpus, global.lang, &words.say("case-template-intro")))
}

/// `tarazy case schema`.
pub(crate) fn schema(global: &Global) -> Result<Outcome, Failure> {
    let words = Words::new(global.lang);
    let corpus = corpus::load(global, &words)?;
    out::text(&format!("{:#}", schema::case_schema(&corpus)))
}

/// `tarazy case list`.
pub(crate) fn list(global: &Global) -> Result<Outcome, Failure> {
    let words = Words::new(global.lang);
    let corpus = corpus::load(global, &words)?;
    let cases = read_all(global, &words, &corpus, &["cases".to_owned()])?;
    let width = cases.iter().map(|c| c.id.len()).max().unwrap_or(0);
    let lines: Vec<String> = cases.iter().map(|c| format!("{:width$}  {}", c.id, c.title.get(global.lang))).collect();
    out::text(&lines.join("\n"))
}
