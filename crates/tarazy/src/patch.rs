//! `tarazy law review --patch`: what a change of one edition would do.

use std::path::PathBuf;

use tarazy_law::model::{Corpus, Loaded};
use tarazy_law::syntax::ast::ItemKind;
use tarazy_law::syntax::parse_page;
use tarazy_law::{Diagnostic, FileId, Severity, Source, Sources};
use tarazy_review::repair::{PATCH, PatchReview, check_patch};
use tarazy_review::{Options, Weight, reviewable};
use tarazy_words::Words;
use tarazy_words::difference::{SHOWN, patch_markdown, patch_terminal};

use crate::cli::{Global, ReviewArgs, ReviewFormat};
use crate::corpus;
use crate::failure::{Failure, Outcome};
use crate::review::{Asked, deliver, edition, format, patiently, style, tell_mistakes};

/// The pages of the law, those that lie under the path of one of them read in its place; and the pages of a change.
pub(crate) fn take(mut files: Vec<Source>, patches: &[PathBuf]) -> Result<(Vec<Source>, Vec<Source>), Failure> {
    let mut change = Vec::new();
    for patch in patches {
        let text = corpus::read_file(patch)?;
        let path = corpus::slashes(patch);
        let own = |f: &&mut Source| path == f.path || path.ends_with(&format!("/{}", f.path));
        match files.iter_mut().find(own) {
            // A proposal that lies beside the law is not yet a page of it.
            Some(file) if !belongs_to_a_change(&file.text) => file.text = text,
            _ => change.push(Source { path, text }),
        }
    }
    // What the law directory itself holds of a change is read once, as what was asked for.
    files.retain(|f| change.iter().all(|c| c.path != f.path && !c.path.ends_with(&format!("/{}", f.path))));
    Ok((files, change))
}

/// The page says so itself: it belongs to no edition of the law.
fn belongs_to_a_change(text: &str) -> bool {
    text.lines().any(|l| l.split_once(':').is_some_and(|(k, v)| k == "edition" && v.trim() == PATCH))
}

/// Reviews a change of one edition and tells what it does.
pub(crate) fn run(
    global: &Global,
    args: &ReviewArgs,
    asked: &Asked,
    loaded: &Loaded,
    change: Vec<Source>,
) -> Result<Outcome, Failure> {
    let words = Words::new(global.lang);
    let format = format(args);
    if !matches!(format, ReviewFormat::Text | ReviewFormat::Md | ReviewFormat::Json) {
        return Err(Failure::Usage(words.say("patch-format")));
    }
    let base = base(&words, &loaded.corpus, args, &change)?;
    tell_mistakes(&words, loaded);
    let options = Options { count: args.count, ..Options::default() };
    let mut done = patiently(&words, &[base], || check_patch(loaded, base, change, &options));
    if done.diagnostics.iter().any(|d| d.severity == Severity::Error) {
        return Err(unreadable(global, &words, &done));
    }
    done.removed.retain(|k| asked.includes(k.class));
    done.kept.retain(|k| asked.includes(k.after.class));
    done.created.retain(|f| asked.includes(f.class));
    done.open.retain(|k| asked.includes(k.class));
    // Documents and programs get everything that is told.
    let most = (format == ReviewFormat::Text && !args.verbose).then_some(SHOWN);
    let told = tarazy_words::patch(&words, &loaded.corpus, &done, most);
    let text = match format {
        ReviewFormat::Json => serde_json::to_string_pretty(&told).map_err(|e| Failure::Io(e.to_string()))?,
        ReviewFormat::Md => patch_markdown(&words, &told),
        _ => patch_terminal(&words, &told, args.verbose, &style(global, args)),
    };
    deliver(&words, args, format!("{}\n", text.trim_end()).as_bytes())?;
    let serious = done.created.iter().any(|f| f.class.weight() == Weight::Serious);
    let broken = done.properties.iter().any(|p| p.before == Some(true) && p.after == Some(false));
    Ok(if serious || broken { Outcome::NotInOrder } else { Outcome::Good })
}

/// The edition that is changed: the one that was named, else the one on which the change says that it stands.
fn base<'c>(words: &Words, corpus: &'c Corpus, args: &ReviewArgs, change: &[Source]) -> Result<&'c str, Failure> {
    match &args.editions[..] {
        [one] => edition(words, corpus, one),
        [] => match change.iter().find_map(|p| stands_on(&p.text)) {
            Some(name) => edition(words, corpus, &name),
            None => Err(one_edition(words, corpus)),
        },
        _ => Err(one_edition(words, corpus)),
    }
}

fn one_edition(words: &Words, corpus: &Corpus) -> Failure {
    let known = reviewable(corpus).join(" | ");
    Failure::Usage(words.say_with("patch-one-edition", &[("known", &known)]))
}

/// The edition under that which a page declares.
fn stands_on(text: &str) -> Option<String> {
    let page = parse_page(FileId(0), text, &mut Vec::new());
    page.provisions.into_iter().flat_map(|p| p.items).find_map(|i| match i.kind {
        ItemKind::Edition(e) => e.on.map(|on| on.text),
        _ => None,
    })
}

/// What is wrong with the change, by the paths that were typed: its pages lie beside the law under a made-up folder while they are read.
fn unreadable(global: &Global, words: &Words, done: &PatchReview) -> Failure {
    let named = done.loaded.corpus.sources.iter().map(|(_, f)| {
        let path = f.path.split_once("~patch/").map_or(f.path.as_str(), |(_, own)| own);
        Source { path: path.to_owned(), text: f.text.clone() }
    });
    let errors: Vec<Diagnostic> = done.diagnostics.iter().filter(|d| d.severity == Severity::Error).cloned().collect();
    match Failure::diagnostics(global, words, &Sources::in_order(named.collect()), &errors) {
        Failure::Unreadable(text) => Failure::Unreadable(format!("{text}\n{}", words.say("patch-broken"))),
        other => other,
    }
}
