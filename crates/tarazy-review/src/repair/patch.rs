//! Pages that would change an edition, taken in and reviewed beside it.

use serde::Serialize;
use tarazy_law::model::{Corpus, EditionInfo, Loaded};
use tarazy_law::syntax::ast::ItemKind;
use tarazy_law::syntax::parse_page;
use tarazy_law::{Diagnostic, FileId, Severity, Source};

use super::standing::{Answer, Failing, failing};
use crate::context::Context;
use crate::difference::{Difference, Fate, fate, norms};
use crate::finding::{Finding, Key, Readings};
use crate::review::{Options, Review, review};

/// The name of the edition to which pages of a patch belong when they declare none of their own.
pub const PATCH: &str = "patch";

/// What a patch does.
pub struct PatchReview {
    /// The old pages with those of the patch. Spans of what was found after the patch are places in these.
    pub loaded: Loaded,
    /// The edition that the patch makes.
    pub edition: String,
    /// What is wrong with the pages of the patch, or with others because of them. With an error, nothing else is filled in.
    pub diagnostics: Vec<Diagnostic>,
    /// The review before.
    pub before: Review,
    /// The review after.
    pub after: Review,
    /// Findings that are gone: the question that found them has the answer *never* now.
    pub removed: Vec<Key>,
    /// Findings that are still there.
    pub kept: Vec<Kept>,
    /// Findings that are new, each with its case and its readings where it has them.
    pub created: Vec<Finding>,
    /// Findings of which it could not be decided whether they are gone.
    pub open: Vec<Key>,
    /// The difference in behaviour between the edition and the patched one.
    pub difference: Option<Difference>,
    /// What became of the properties that the pages claim.
    pub properties: Vec<Claimed>,
}

/// A finding that a patch leaves, perhaps in fewer readings.
#[derive(Clone, Debug)]
pub struct Kept {
    /// As it was named before.
    pub before: Key,
    /// As it is named now.
    pub after: Key,
    /// In which readings it held.
    pub was_in: Readings,
    /// In which it holds.
    pub is_in: Readings,
}

/// A property in one way of reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Claimed {
    /// Its name.
    pub property: String,
    /// The readings of the patched edition on which it turns.
    pub readings: Vec<(String, String)>,
    /// Whether it held before in every reading that agrees with these; `None` where the edition did not have it, or it was not decided.
    pub before: Option<bool>,
    /// Whether it holds now; `None` where it was not decided.
    pub after: Option<bool>,
}

/// Reviews `base` with and without the pages of a patch.
///
/// Pages of a patch either declare an edition of their own, which stands on `base`, or say `edition: patch`; that edition is then declared
/// for them. They are read after all others, whatever their paths.
pub fn check_patch(loaded: &Loaded, base: &str, pages: Vec<Source>, options: &Options) -> PatchReview {
    let plain = Options { repairs: false, ..options.clone() };
    let before = review(loaded, base, &plain);
    apply(loaded, base, pages, &before, &plain)
}

/// The same, with the review of what is patched at hand.
pub(crate) fn apply(
    loaded: &Loaded,
    base: &str,
    pages: Vec<Source>,
    before: &Review,
    options: &Options,
) -> PatchReview {
    let (patched, edition) = load(&loaded.corpus, base, pages);
    let known = |d: &Diagnostic| loaded.diagnostics.iter().any(|k| k.code == d.code && k.args == d.args);
    let diagnostics: Vec<Diagnostic> = patched.diagnostics.iter().filter(|d| !known(d)).cloned().collect();
    let after = Review { edition: edition.clone(), findings: Vec::new(), undecided: Vec::new() };
    let mut out = PatchReview {
        loaded: patched,
        edition,
        diagnostics,
        before: before.clone(),
        after,
        removed: Vec::new(),
        kept: Vec::new(),
        created: Vec::new(),
        open: Vec::new(),
        difference: None,
        properties: Vec::new(),
    };
    if out.diagnostics.iter().any(|d| d.severity == Severity::Error) {
        return out;
    }
    out.after = review(&out.loaded, &out.edition, options);
    let (was, is) = (Context::new(&out.loaded.corpus, base), Context::new(&out.loaded.corpus, &out.edition));
    let difference = norms(&was, &is, options);
    let renamed = difference.renamed();
    let Fate { cured, kept, created, open } = fate(&out.before, &out.after, &is, &renamed);
    let readings =
        |r: &Review, k: &Key| r.findings.iter().find(|f| f.key() == *k).map_or(Readings::Every, |f| f.readings.clone());
    out.kept = kept
        .into_iter()
        .map(|(before, after)| Kept {
            was_in: readings(&out.before, &before),
            is_in: readings(&out.after, &after),
            before,
            after,
        })
        .collect();
    out.created = out.after.findings.iter().filter(|f| created.contains(&f.key())).cloned().collect();
    out.properties = properties(&was, &is, options.budget);
    out.removed = cured;
    out.open = open;
    out.difference = Some(difference);
    out
}

/// The old pages and those of the patch, and the name of the patched edition.
fn load(corpus: &Corpus, base: &str, pages: Vec<Source>) -> (Loaded, String) {
    let mut files: Vec<Source> = corpus.sources.iter().map(|(_, f)| f.clone()).collect();
    // Files are read in the order of their paths; those of a patch come last.
    let last = files.iter().map(|f| f.path.as_str()).max().unwrap_or_default();
    let after = format!("{}{MARK}", last.split('/').next().unwrap_or_default());
    let declared = pages.iter().find_map(|p| own_edition(&p.text));
    let edition = declared.clone().unwrap_or_else(|| PATCH.to_owned());
    if declared.is_none() {
        files.push(Source { path: format!("{after}/.edition.md"), text: declaration(base) });
    }
    files.extend(pages.into_iter().map(|p| Source { path: format!("{after}/{}", p.path), text: p.text }));
    (Corpus::load(files), edition)
}

/// What ends the name of the folder in which the pages of a patch lie beside the others.
const MARK: &str = "~patch";

/// The edition is one that a patch makes.
pub(crate) fn is_proposal(corpus: &Corpus, edition: &EditionInfo) -> bool {
    let path = &corpus.sources.file(corpus.provision(edition.provision).span.file).path;
    path.split_once('/').is_some_and(|(folder, _)| folder.ends_with(MARK))
}

/// The edition that a page declares.
fn own_edition(text: &str) -> Option<String> {
    let page = parse_page(FileId(0), text, &mut Vec::new());
    let mut items = page.provisions.into_iter().flat_map(|p| p.items);
    items.find_map(|i| matches!(i.kind, ItemKind::Edition(_)).then_some(i.name.text))
}

fn declaration(base: &str) -> String {
    format!("# {PATCH}\n\n```norm\nedition {PATCH} on {base}\n  title \"{PATCH}\"\n```\n")
}

/// What the pages claim, before and after, in each way of reading the patched edition.
fn properties(was: &Context<'_>, is: &Context<'_>, budget: u64) -> Vec<Claimed> {
    let said = |a: &Answer| match a {
        Answer::Never => Some(true),
        Answer::Case(_) => Some(false),
        Answer::Open => None,
    };
    let mut out = Vec::new();
    for property in &is.book.properties {
        let before = was.book.properties.iter().find(|p| p.id == property.id);
        let before = before.map(|p| failing(was, p, budget)).unwrap_or_default();
        for (readings, after) in failing(is, property, budget) {
            let agrees = |f: &&Failing| f.0.iter().all(|(x, v)| readings.iter().all(|(y, w)| x != y || v == w));
            // One refutation refutes; what is not decided stays so.
            let before = before.iter().filter(agrees).map(|(_, a)| said(a)).reduce(|a, b| match (a, b) {
                (Some(false), _) | (_, Some(false)) => Some(false),
                (Some(true), Some(true)) => Some(true),
                _ => None,
            });
            let (property, before) = (property.id.clone(), before.flatten());
            out.push(Claimed { property, readings, before, after: said(&after) });
        }
    }
    out
}
