//! `tarazy law diff`.

use tarazy_law::diag::nearest;
use tarazy_law::model::Corpus;
use tarazy_review::difference::{Difference, Fate, norms, of_findings};
use tarazy_review::{Context, Options, review};
use tarazy_words::Words;
use tarazy_words::difference::{SHOWN, account, findings, markdown, schema, terminal};

use crate::case::yes_no;
use crate::cli::{DiffArgs, DiffFormat, Global};
use crate::explain::one_line;
use crate::failure::{Failure, Outcome};
use crate::review::{edition, patiently};
use crate::{corpus, out};

/// `tarazy law diff A B`.
pub(crate) fn run(global: &Global, args: &DiffArgs) -> Result<Outcome, Failure> {
    if args.json_schema {
        return out::text(&format!("{:#}", schema()));
    }
    let (Some(a), Some(b)) = (&args.before, &args.after) else { return Ok(Outcome::Good) };
    let words = Words::new(global.lang);
    let loaded = Corpus::load(corpus::files(global)?);
    let corpus = &loaded.corpus;
    if loaded.diagnostics.iter().any(|d| d.severity == tarazy_law::Severity::Error) {
        return Err(Failure::diagnostics(global, &words, &corpus.sources, &loaded.diagnostics));
    }
    let (a, b) = (edition(&words, corpus, a)?, edition(&words, corpus, b)?);
    let (was, is) = (Context::new(corpus, a), Context::new(corpus, b));
    for name in &args.norms {
        known(&words, name, [&was, &is])?;
    }
    let options = Options::default();
    let (mut difference, before, after) = patiently(&words, &[a, b], || {
        let difference = norms(&was, &is, &options);
        (difference, review(&loaded, a, &options), review(&loaded, b, &options))
    });
    let mut fate = of_findings(&before, &after, &is, &difference);
    if !args.norms.is_empty() {
        only(&args.norms, &mut difference, &mut fate);
    }
    let format = if args.json { DiffFormat::Json } else { args.format };
    let most = (format == DiffFormat::Text && !args.verbose).then_some(SHOWN);
    let mut told = account(&words, corpus, &difference, most);
    told.sections.extend(findings(&words, corpus, &fate, &before, &after));
    out::text(&match format {
        DiffFormat::Text => terminal(&words, &told, args.verbose, &out::style(global)),
        DiffFormat::Md => markdown(&words, &told),
        DiffFormat::Json => serde_json::to_string_pretty(&told).map_err(|e| Failure::Io(e.to_string()))?,
    })
}

/// One of the editions has a norm of this name.
fn known(words: &Words, name: &str, editions: [&Context<'_>; 2]) -> Result<(), Failure> {
    let all = || editions.iter().flat_map(|c| c.book.norms.iter().map(|n| n.id.as_str()));
    if all().any(|n| n == name) {
        return Ok(());
    }
    let near = nearest(name, all()).join(", ");
    let both = format!("{}, {}", editions[0].edition, editions[1].edition);
    let args = [("name", name), ("edition", &both), ("near", &near), ("has-near", yes_no(&near))];
    Err(Failure::Usage(one_line(&words.say_with("law-show-unknown", &args))))
}

/// Keeps what is about these norms.
fn only(names: &[String], difference: &mut Difference, fate: &mut Fate) {
    let asked = |n: &String| names.contains(n);
    difference.gained.retain(asked);
    difference.lost.retain(asked);
    difference.changed.retain(|c| asked(&c.before) || asked(&c.after));
    let about = |k: &tarazy_review::Key| k.names.iter().any(asked);
    fate.cured.retain(about);
    fate.kept.retain(|(a, b)| about(a) || about(b));
    fate.created.retain(about);
    fate.open.retain(about);
}
