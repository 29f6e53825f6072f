//! `tarazy law`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use tarazy_law::check::{Proof, check_properties, run_examples};
use tarazy_law::export;
use tarazy_law::model::{Corpus, Loaded};
use tarazy_law::syntax::format::format_page;
use tarazy_law::syntax::keyword::Kw;
use tarazy_words::Words;

use crate::cli::{CheckArgs, ExportArgs, ExportFormat, FmtArgs, Global, ShowArgs};
use crate::failure::{Failure, Outcome};
use crate::watch::{self, Found, Run};
use crate::{case, corpus, out};

/// `tarazy law check`.
pub(crate) fn check(global: &Global, args: &CheckArgs) -> Result<Outcome, Failure> {
    let words = Words::new(global.lang);
    let here = Global { law: args.dir.clone().or_else(|| global.law.clone()), ..*global };
    let (corpus, mut diags) = corpus::read(&here)?;
    let mut lines = Vec::new();
    if diags.is_empty() {
        for edition in &corpus.editions {
            let (book, results) = check_properties(&corpus, &edition.name, args.verbose, &mut diags);
            let examples = run_examples(&corpus, &edition.name, &mut diags);
            let count = |proof: &dyn Fn(&Proof) -> bool| results.iter().filter(|r| proof(&r.proof)).count().to_string();
            lines.push(words.say_with(
                "law-check-edition",
                &[
                    ("edition", &edition.name),
                    ("norms", &book.norms.len().to_string()),
                    ("definitions", &book.definitions.len().to_string()),
                    ("exceptions", &book.exceptions.len().to_string()),
                    ("examples", &examples.examples.to_string()),
                    ("expectations", &(examples.met + examples.failed).to_string()),
                    ("proved", &count(&|p| *p == Proof::Proved)),
                    ("refuted", &count(&|p| matches!(p, Proof::Refuted { .. }))),
                ],
            ));
            if args.verbose {
                lines
                    .extend(results.iter().map(|r| format!("  {}", tarazy_words::property(&words, &corpus, &book, r))));
            }
        }
    }
    if diags.is_empty() {
        lines.push(words.say_with(
            "law-check-good",
            &[("files", &corpus.sources.iter().count().to_string()), ("digest", &corpus.digest)],
        ));
        return out::text(&lines.join("\n"));
    }
    Err(Failure::diagnostics(global, &words, &corpus.sources, &diags))
}

/// `tarazy law check --watch`.
pub(crate) fn watch(global: &Global, args: &CheckArgs) -> Result<ExitCode, Failure> {
    let words = Words::new(global.lang);
    let Some(dir) = args.dir.as_ref().or(global.law.as_ref()) else {
        return Err(Failure::Usage(words.say("watch-no-directory")));
    };
    watch::watch(&words, dir, |pages| {
        let Loaded { corpus, diagnostics: mut diags } = Corpus::load(pages);
        if diags.is_empty() {
            for edition in &corpus.editions {
                check_properties(&corpus, &edition.name, false, &mut diags);
                run_examples(&corpus, &edition.name, &mut diags);
            }
            diags.sort_by_key(|d| (d.span, d.code));
            diags.dedup();
        }
        let code = if diags.is_empty() { Outcome::Good.code() } else { Failure::Unreadable(String::new()).code() };
        let found = diags.iter().map(|d| {
            let (path, said) = (&corpus.sources.file(d.span.file).path, tarazy_words::one_line(&words, d));
            let (line, column) = corpus.sources.line_column(d.span);
            let key = format!("{path} {} {said}", d.code.as_str());
            Found { key, text: format!("{path}:{line}:{column}: {} {said}", d.code.as_str()) }
        });
        Run { found: found.collect(), code }
    })
}

/// `tarazy law fmt`.
pub(crate) fn fmt(global: &Global, args: &FmtArgs) -> Result<Outcome, Failure> {
    let words = Words::new(global.lang);
    let mut pages = Vec::new();
    for path in &args.paths {
        collect_pages(path, &mut pages)?;
    }
    let mut changed = Vec::new();
    for path in &pages {
        let text = corpus::read_file(path)?;
        let tidy = format_page(&text);
        if tidy == text {
            continue;
        }
        if !args.check {
            replace(path, &tidy)?;
        }
        changed.push(path.display().to_string());
    }
    let key = if args.check { "law-fmt-check" } else { "law-fmt" };
    let summary = words.say_with(key, &[("pages", &pages.len().to_string()), ("changed", &changed.len().to_string())]);
    changed.push(summary);
    let untidy = args.check && changed.len() > 1;
    out::text(&changed.join("\n"))?;
    Ok(if untidy { Outcome::NotInOrder } else { Outcome::Good })
}

/// A page is replaced as a whole or not at all.
fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let beside = path.with_extension("md.tmp");
    std::fs::write(&beside, text).map_err(|e| Failure::read(&beside, &e))?;
    std::fs::rename(&beside, path).map_err(|e| Failure::read(path, &e))
}

fn collect_pages(path: &Path, out: &mut Vec<PathBuf>) -> Result<(), Failure> {
    if !path.is_dir() {
        out.push(path.to_owned());
        return Ok(());
    }
    let mut inside = Vec::new();
    for entry in std::fs::read_dir(path).map_err(|e| Failure::read(path, &e))? {
        inside.push(entry.map_err(|e| Failure::read(path, &e))?.path());
    }
    inside.sort();
    for p in inside {
        if p.is_dir() || p.extension().is_some_and(|e| e == "md") {
            collect_pages(&p, out)?;
        }
    }
    Ok(())
}

/// `tarazy law show`.
pub(crate) fn show(global: &Global, args: &ShowArgs) -> Result<Outcome, Failure> {
    let words = Words::new(global.lang);
    let corpus = corpus::load(global, &words)?;
    let book = corpus.book(&corpus::selection(&corpus, &args.edition)?);
    let Some(id) = &args.id else {
        return out::text(&tarazy_words::contents(&words, &corpus, &book, &out::style(global)));
    };
    match tarazy_words::provision(&words, &corpus, &book, id, &out::style(global)) {
        Some(text) => out::text(&text),
        None => {
            let known =
                corpus.item_names().chain(corpus.vocabulary.names()).chain(corpus.acts.keys().map(String::as_str));
            let near = tarazy_law::diag::nearest(id, known).join(", ");
            let args =
                [("name", id.as_str()), ("edition", &args.edition), ("near", &near), ("has-near", case::yes_no(&near))];
            Err(Failure::Usage(words.say_with("law-show-unknown", &args)))
        }
    }
}

/// `tarazy law export`.
pub(crate) fn export(global: &Global, args: &ExportArgs) -> Result<Outcome, Failure> {
    let words = Words::new(global.lang);
    let corpus = corpus::load(global, &words)?;
    let book = corpus.book(&corpus::selection(&corpus, &args.edition)?);
    let cases = match &args.case {
        Some(name) => case::read_all(global, &words, &corpus, std::slice::from_ref(name))?,
        None => Vec::new(),
    };
    let case = cases.first();
    let persons = case.map_or_else(|| vec!["a".to_owned()], |c| c.persons.iter().map(|p| p.id.clone()).collect());
    out::text(&match args.format {
        ExportFormat::Smtlib => export::smtlib(&corpus, &book, &persons, case),
        ExportFormat::Asp => export::asp(&corpus, &book, &persons, case),
    })
}

/// `tarazy law keywords`.
pub(crate) fn keywords() -> Result<Outcome, Failure> {
    let lines: Vec<String> = Kw::TABLE.iter().map(|(_, [en, kk, ru])| format!("{en:<18}{}{ru}", pad(kk, 22))).collect();
    out::text(&lines.join("\n"))
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.chars().count()).max(1)))
}
