//! What is to be said at places of pages: mistakes at once, findings of examples, properties and the review a moment later.

use std::collections::BTreeMap;
use std::sync::Arc;

use lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    NumberOrString,
};
use tarazy_law::check::{check_properties, run_examples};
use tarazy_law::model::{Rulebook, Selection};
use tarazy_law::{Severity, Span};
use tarazy_review::{Class, Finding, Key, Memory, Options, Weight, review_again, reviewable};
use tarazy_words::Words;

use crate::text::{Columns, Lines, common};
use crate::world::{Law, World};

/// A stretch of a page, by its path, because ids change when pages come and go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The page.
    pub page: String,
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// Something to be said at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Remark {
    /// Where.
    pub place: Place,
    /// How bad.
    pub severity: DiagnosticSeverity,
    /// Its code, by which it is explained.
    pub code: &'static str,
    /// What.
    pub message: String,
    /// Other places that belong to it.
    pub also: Vec<(Place, String)>,
    /// What stands there could be left out.
    pub unnecessary: bool,
}

/// The place of a span.
pub(crate) fn place(law: &Law, span: Span) -> Place {
    let page = law.file(span.file.0 as usize).path.clone();
    Place { page, start: span.start as usize, end: span.end as usize }
}

/// The mistakes with which the pages were read.
pub(crate) fn mistakes(law: &Law, words: &Words) -> Vec<Remark> {
    law.loaded.diagnostics.iter().map(|d| mistake(law, words, d)).collect()
}

fn mistake(law: &Law, words: &Words, d: &tarazy_law::Diagnostic) -> Remark {
    let args: Vec<(&str, &str)> = d.args.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let also = d.also.map(|span| {
        let said = words.find(&format!("{}.also", d.code.as_str()), &args);
        (place(law, span), said.unwrap_or_else(|| words.say(d.code.as_str())))
    });
    Remark {
        place: place(law, d.span),
        severity: match d.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
        },
        code: d.code.as_str(),
        message: tarazy_words::one_line(words, d),
        also: also.into_iter().collect(),
        unnecessary: false,
    }
}

/// What takes longer: examples, properties, and the review of every edition.
pub(crate) fn findings(law: &Law, words: &Words, memory: &mut Memory) -> Vec<Remark> {
    let corpus = law.corpus();
    let mut out = Vec::new();
    // On pages with mistakes examples say nothing: the law that they are about is not there.
    if law.loaded.diagnostics.is_empty() {
        let mut diags = Vec::new();
        for edition in &corpus.editions {
            check_properties(corpus, &edition.name, false, &mut diags);
            run_examples(corpus, &edition.name, &mut diags);
        }
        diags.sort_by_key(|d| (d.span, d.code));
        diags.dedup();
        out.extend(diags.iter().map(|d| mistake(law, words, d)));
    }
    let editions = reviewable(corpus);
    let mut books = Books::default();
    let mut seen: BTreeMap<Key, Finding> = BTreeMap::new();
    // Nobody reads repairs in a margin, and proving them takes long.
    let options = Options { repairs: false, ..Options::default() };
    for review in review_again(&law.loaded, &editions, &options, memory) {
        for f in review.findings {
            seen.entry(f.key()).or_insert(f);
        }
    }
    out.extend(seen.values().filter_map(|f| finding(law, words, &mut books, f, editions.len())));
    out
}

/// A finding at its first subject, with the others beside it. `editions` is how many were reviewed.
pub(crate) fn finding(law: &Law, words: &Words, books: &mut Books, f: &Finding, editions: usize) -> Option<Remark> {
    let (first, others) = f.subjects.split_first()?;
    let mut message = said(law, words, books, f);
    if f.editions.len() < editions && !f.editions.is_empty() {
        let titles: Vec<String> = f.editions.iter().map(|e| edition(law, words, e)).collect();
        let titles = words.list(&titles, "and-list");
        message = words.say_with("editor-only-in", &[("message", &message), ("editions", &titles)]);
    }
    Some(Remark {
        place: place(law, first.span),
        severity: match f.class.weight() {
            Weight::Serious => DiagnosticSeverity::WARNING,
            Weight::Moderate => DiagnosticSeverity::INFORMATION,
            Weight::Remark => DiagnosticSeverity::HINT,
        },
        code: f.class.code(),
        message,
        also: others.iter().map(|s| (place(law, s.span), s.name.clone())).collect(),
        unnecessary: matches!(
            f.class,
            Class::Surplus | Class::NotUsed | Class::Dead | Class::Subsumed | Class::Identical
        ),
    })
}

fn edition(law: &Law, words: &Words, name: &str) -> String {
    law.corpus().edition(name).map_or_else(|| name.to_owned(), |e| words.of(&e.title).to_owned())
}

/// Editions as books, each made once for all findings.
#[derive(Default)]
pub(crate) struct Books(BTreeMap<String, Rulebook>);

/// The finding in a sentence, as the first edition that has it words it.
fn said(law: &Law, words: &Words, books: &mut Books, f: &Finding) -> String {
    let corpus = law.corpus();
    let edition = f.editions.first().cloned().or_else(|| corpus.editions.first().map(|e| e.name.clone()));
    let edition = edition.unwrap_or_default();
    let book = books.0.entry(edition.clone()).or_insert_with(|| corpus.book(&Selection { edition, as_of: None }));
    tarazy_words::review::sentence(words, corpus, book, f)
}

/// What was found a while ago, at the law of that time.
pub(crate) struct Found {
    /// That law.
    pub law: Arc<Law>,
    /// What was found.
    pub remarks: Vec<Remark>,
}

impl Found {
    /// The remarks at their places in the law of now; those whose place was changed since are gone until they are found again.
    pub(crate) fn now(&self, law: &Law) -> Vec<Remark> {
        self.remarks.iter().filter_map(|r| self.moved(law, r)).collect()
    }

    fn moved(&self, law: &Law, r: &Remark) -> Option<Remark> {
        let mut out = r.clone();
        out.place = self.place_now(law, &r.place)?;
        out.also = r.also.iter().filter_map(|(p, m)| Some((self.place_now(law, p)?, m.clone()))).collect();
        Some(out)
    }

    fn place_now(&self, law: &Law, place: &Place) -> Option<Place> {
        let old = &self.law.file(self.law.find(&place.page)?).text;
        let new = &law.file(law.find(&place.page)?).text;
        if old == new {
            return Some(place.clone());
        }
        let (head, tail) = common(old, new);
        if place.end <= head {
            return Some(place.clone());
        }
        let after = place.start.checked_sub(old.len() - tail)?;
        let start = new.len() - tail + after;
        Some(Place { page: place.page.clone(), start, end: start + (place.end - place.start) })
    }
}

/// How remarks are written for an editor.
pub(crate) struct Writing<'a> {
    /// The pages.
    pub law: &'a Law,
    /// Their addresses.
    pub world: &'a World,
    /// What columns count.
    pub columns: Columns,
    /// Where a code is explained: what stands before it in the address.
    pub explained_at: Option<&'a str>,
}

impl Writing<'_> {
    /// The remarks by page.
    pub(crate) fn by_page(&self, remarks: &[Remark]) -> BTreeMap<String, Vec<Diagnostic>> {
        let mut pages: BTreeMap<String, Lines<'_>> = BTreeMap::new();
        for place in remarks.iter().flat_map(|r| std::iter::once(&r.place).chain(r.also.iter().map(|(p, _)| p))) {
            if !pages.contains_key(&place.page)
                && let Some(page) = self.law.find(&place.page)
            {
                pages.insert(place.page.clone(), Lines::new(&self.law.file(page).text, self.columns));
            }
        }
        let mut out: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
        for r in remarks {
            let Some(lines) = pages.get(&r.place.page) else { continue };
            let also = r.also.iter().filter_map(|(p, message)| {
                let range = pages.get(&p.page)?.range(p.start, p.end);
                let location = Location { uri: self.world.uri_of(&p.page)?, range };
                Some(DiagnosticRelatedInformation { location, message: message.clone() })
            });
            let also: Vec<_> = also.collect();
            let href = self.explained_at.and_then(|at| format!("{at}{}.md", r.code).parse().ok());
            out.entry(r.place.page.clone()).or_default().push(Diagnostic {
                range: lines.range(r.place.start, r.place.end),
                severity: Some(r.severity),
                code: Some(NumberOrString::String(r.code.to_owned())),
                code_description: href.map(|href| CodeDescription { href }),
                source: Some("tarazy".to_owned()),
                message: r.message.clone(),
                related_information: (!also.is_empty()).then_some(also),
                tags: r.unnecessary.then(|| vec![DiagnosticTag::UNNECESSARY]),
                data: None,
            });
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use tarazy_law::{Lang, Source};
    use tarazy_review::{Kind, Subject};

    use lsp_types::DiagnosticSeverity as S;

    use super::*;

    fn law(text: &str) -> (World, Arc<Law>) {
        let mut world = World::default();
        world.settle("/law".into(), vec![Source { path: "a.md".into(), text: text.into() }]);
        let law = world.law();
        (world, law)
    }

    const PAGE: &str = "# A\n\nedition: base\nsource: proposed\n\nkk: а\n\nru: б\n\nen: c\n\n```norm\nedition base\nact law title \"Ә\" short \"Ә\"\ndefinition x(p) means p = p\n```\n";

    fn subject(law: &Law, name: &str) -> Subject {
        let start = PAGE.find(name).unwrap_or_default() as u32;
        let span = Span { file: tarazy_law::FileId(0), start, end: start + name.len() as u32 };
        assert_eq!(law.file(0).text, PAGE);
        Subject { kind: Kind::Definition, name: name.into(), provision: None, span }
    }

    #[test]
    fn a_finding_is_as_bad_as_it_weighs() {
        let (world, law) = law(PAGE);
        let words = Words::new(Lang::En);
        let subjects = vec![subject(&law, "x(p)"), subject(&law, "law")];
        let mut told = Vec::new();
        for class in [Class::Impunity, Class::Competing, Class::NotDefined, Class::NotUsed, Class::Subsumed] {
            let mut f = Finding::new(class, subjects.clone());
            f.editions = vec!["base".into()];
            told.extend(finding(&law, &words, &mut Books::default(), &f, 1));
        }
        let writing =
            Writing { law: &law, world: &world, columns: Columns::Utf16, explained_at: Some("tarazy:explain/") };
        let pages = writing.by_page(&told);
        let told = &pages["a.md"];
        let severities: Vec<_> = told.iter().filter_map(|d| d.severity).collect();
        assert_eq!(severities, [S::WARNING, S::WARNING, S::INFORMATION, S::HINT, S::HINT]);
        let tags: Vec<bool> = told.iter().map(|d| d.tags.is_some()).collect();
        assert_eq!(tags, [false, false, false, true, true]);
        let line = told[0].range.start.line as usize;
        assert_eq!(PAGE.lines().nth(line).map(|l| l.starts_with("definition x(p)")), Some(true));
        assert_eq!(told[0].range.start.character, 11);
        let code = told[0].code_description.as_ref().map(|c| c.href.as_str().to_owned());
        assert_eq!(code.as_deref(), Some("tarazy:explain/R402.md"));
        let also = told[0].related_information.as_ref().map(|r| (r.len(), r[0].location.uri.as_str().to_owned()));
        assert_eq!(also, Some((1, "file:///law/a.md".to_owned())));
    }

    #[test]
    fn a_finding_of_some_editions_says_of_which() {
        let (_, law) = law(PAGE);
        let mut f = Finding::new(Class::NotUsed, vec![subject(&law, "law")]);
        f.editions = vec!["base".into()];
        let told =
            |editions| finding(&law, &Words::new(Lang::En), &mut Books::default(), &f, editions).map(|r| r.message);
        assert!(told(2).is_some_and(|m| m.ends_with("(in: base)")));
        assert!(told(1).is_some_and(|m| !m.contains("(in: base)")));
        f.subjects.clear();
        assert!(finding(&law, &Words::new(Lang::En), &mut Books::default(), &f, 1).is_none());
    }

    #[test]
    fn findings_move_with_the_text_and_go_where_it_was_changed() {
        let (_, old) = law(PAGE);
        let words = Words::new(Lang::En);
        let remarks = ["A\n", "law", "x(p)"].map(|name| {
            finding(&old, &words, &mut Books::default(), &Finding::new(Class::NotUsed, vec![subject(&old, name)]), 1)
        });
        let found = Found { law: old.clone(), remarks: remarks.into_iter().flatten().collect() };
        let at = |text: &str| {
            let (_, now) = law(text);
            let places = found.now(&now).into_iter().map(|r| text[r.place.start..r.place.end].to_owned());
            places.collect::<Vec<_>>()
        };
        assert_eq!(at(PAGE), ["A\n", "law", "x(p)"]);
        assert_eq!(at(&PAGE.replace("\"Ә\" short", "\"Ғә\" short")), ["A\n", "law", "x(p)"]);
        assert_eq!(at(&PAGE.replace("act law", "act lew")), ["A\n", "x(p)"]);
        assert_eq!(at(&PAGE.replace("act law", "")), ["A\n", "x(p)"]);
        let (mut world, _) = law(PAGE);
        world.on_disk("a.md".into(), None);
        assert_eq!(found.now(&world.law()), []);
    }
}
