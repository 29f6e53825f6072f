//! A page of the law to be worded otherwise, and what the review says of it at once. Nothing is kept: the wording travels in the form.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use tarazy_law::check::run_examples;
use tarazy_law::model::{Corpus, Loaded, Selection};
use tarazy_law::{Diagnostic, FileId, Source};
use tarazy_review::{Finding, Key, review};
use tarazy_words::{capital, heading_in, one_line};

use super::prose::foreign;
use super::{margin, missing, title_of};
use crate::at::At;
use crate::law::review_options;
use crate::layout::Page;
use crate::pages::{Answer, Form, show};
use crate::places::pages;
use crate::site::Site;
use crate::trouble::Trouble;
use crate::ui::{self, Complaint};

/// A page is no longer than this, in bytes; the longest of the law has a third of it.
const LONGEST: usize = 96 << 10;
/// An example has so many persons at most: what is decided grows with their square.
const PERSONS: usize = 24;
/// More mistakes than these nobody reads at once.
const MISTAKES: usize = 40;

/// What is being tried.
struct Trial<'s> {
    site: &'s Site,
    at: &'s At,
    /// The edition that is reviewed.
    edition: &'s str,
    /// The page, by its path.
    path: &'s str,
    /// What it says now.
    text: &'s str,
}

pub(super) async fn page(State(site): State<Arc<Site>>, at: At) -> Answer {
    let Some((edition, path)) = wanted(&site, at.get("edition"), at.get("page"))? else {
        return show(&site, &at, choose(&site, &at));
    };
    let Some(text) = original(site.law.corpus, path) else { return missing(&site, &at, path) };
    let trial = Trial { site: &site, at: &at, edition, path, text };
    show(&site, &at, trial.page(None, &[]))
}

pub(super) async fn tried(State(site): State<Arc<Site>>, at: At, body: String) -> Answer {
    let form = Form::read(&body);
    let filled = |name: &'static str| Some(form.get(name)).filter(|v| !v.is_empty());
    let Some((edition, path)) = wanted(&site, filled("edition"), filled("page"))? else { return Err(Trouble::Bad) };
    if original(site.law.corpus, path).is_none() {
        return missing(&site, &at, path);
    }
    // Browsers end lines in their own way.
    let text = form.whole("text").replace("\r\n", "\n");
    let trial = Trial { site: &site, at: &at, edition, path, text: &text };
    if text.len() > LONGEST {
        let complaint = Complaint {
            field: "text".to_owned(),
            text: at.say_with("law-sandbox-too-long", &[("limit", &(LONGEST >> 10).to_string())]),
        };
        return show(&site, &at, trial.page(None, &[complaint]));
    }
    let result = site.trial(|| trial.review()).await;
    show(&site, &at, trial.page(Some(&result), &[]))
}

/// The edition and the page that are asked for: an edition that is known, and a page; nothing, where no page is named.
fn wanted<'s>(
    site: &'s Site,
    edition: Option<&str>,
    path: Option<&'s str>,
) -> Result<Option<(&'s str, &'s str)>, Trouble> {
    let corpus = site.law.corpus;
    let Some(path) = path else { return Ok(None) };
    let own = || corpus.provisions().find(|(_, p)| corpus.sources.file(p.span.file).path == path);
    let edition = match edition {
        Some(name) => {
            let wrong = || Trouble::Parameter { name: "edition", value: name.to_owned() };
            corpus.edition(name).ok_or_else(wrong)?
        }
        None => match own().and_then(|(_, p)| corpus.edition(&p.edition)).or(corpus.editions.last()) {
            Some(edition) => edition,
            None => return Ok(None),
        },
    };
    Ok(Some((&edition.name, path)))
}

fn original<'c>(corpus: &'c Corpus, path: &str) -> Option<&'c str> {
    corpus.sources.iter().find(|(_, s)| s.path == path).map(|(_, s)| s.text.as_str())
}

/// Which page is to be tried.
fn choose(site: &Site, at: &At) -> Page {
    let corpus = site.law.corpus;
    let title = at.say("law-sandbox-title");
    let main = html! {
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" {
                h1 class="govuk-heading-xl" { (title) }
                p class="govuk-body-l" { (at.say("law-sandbox-lead")) }
                h2 class="govuk-heading-m" { (at.say("law-sandbox-choose")) }
                @for e in &corpus.editions {
                    @let pages = pages(corpus, &e.name);
                    @if !pages.is_empty() {
                        (ui::details(&capital(at.words().of(&e.title)), &html! {
                            ul class="govuk-list" {
                                @for (path, heading) in &pages {
                                    li {
                                        a class="govuk-link" href=(at.to(&address(&e.name, path))) { (foreign(heading_in(heading, at.lang), at.lang)) }
                                    }
                                }
                            }
                        }))
                    }
                }
            }
        }
    };
    Page::new(title, main).back(at, &at.to("/law"))
}

/// Where a page can be tried, without language.
pub(super) fn address(edition: &str, path: &str) -> String {
    let pairs = [("edition".to_owned(), edition.to_owned()), ("page".to_owned(), path.to_owned())];
    format!("/law/sandbox?{}", crate::at::encode(&pairs))
}

/// What came out.
struct Tried {
    corpus: Corpus,
    /// The page among the files of this corpus.
    file: FileId,
    mistakes: Vec<Diagnostic>,
    /// Examples were left out, because one of them has too many persons.
    crowded: bool,
    findings: Vec<Finding>,
}

impl Trial<'_> {
    fn say(&self, key: &str) -> String {
        self.at.say(key)
    }

    /// The whole law with this page as it is now.
    fn review(&self) -> Tried {
        let files = self.site.law.corpus.sources.iter().map(|(_, s)| Source {
            path: s.path.clone(),
            text: if s.path == self.path { self.text.to_owned() } else { s.text.clone() },
        });
        let mut loaded: Loaded = Corpus::load(files.collect());
        let file = loaded.corpus.sources.iter().find(|(_, s)| s.path == self.path).map_or(FileId(0), |(id, _)| id);
        let crowded = loaded.corpus.tests().any(|(_, t)| t.persons.len() > PERSONS);
        let there = loaded.corpus.edition(self.edition).is_some();
        if there && !loaded.has_errors() && !crowded {
            run_examples(&loaded.corpus, self.edition, &mut loaded.diagnostics);
        }
        let findings = if there { review(&loaded, self.edition, &review_options()).findings } else { Vec::new() };
        let Loaded { corpus, diagnostics } = loaded;
        Tried { corpus, file, mistakes: diagnostics, crowded, findings }
    }

    fn page(&self, result: Option<&Tried>, complaints: &[Complaint]) -> Page {
        let (at, law) = (self.at, self.site.law);
        let title = self.say("law-sandbox-title");
        let changed = original(law.corpus, self.path) != Some(self.text);
        let heading = pages(law.corpus, self.edition).into_iter().find(|(p, _)| *p == self.path);
        let heading = heading.map_or(self.path, |(_, h)| heading_in(h, at.lang));
        let main = html! {
            span class="govuk-caption-xl" { (capital(&title_of(at, law.corpus, self.edition))) }
            h1 class="govuk-heading-xl" { (title) ": " (foreign(heading, at.lang)) }
            @if !complaints.is_empty() { (ui::error_summary(&self.say("page-problem"), complaints)) }
            p class="govuk-body summary" { (self.say("law-sandbox-how")) }
            div class="sandbox" {
                form method="post" action=(at.to("/law/sandbox")) class="sandbox__form" data-live="review" {
                    input type="hidden" name="edition" value=(self.edition);
                    input type="hidden" name="page" value=(self.path);
                    (self.field(complaints))
                    div class="actions" {
                        (ui::button(&self.say("law-sandbox-go")))
                        @if changed {
                            a class="govuk-link" href=(at.to(&address(self.edition, self.path))) { (self.say("law-sandbox-again")) }
                        }
                    }
                }
                div class="sandbox__said" {
                    h2 class="govuk-heading-m" { (self.say("law-sandbox-said")) }
                    p class="govuk-body" id="review-said" role="status" {
                        @match result {
                            None => (self.say("law-sandbox-not-yet")),
                            Some(tried) => (self.summary(tried)),
                        }
                    }
                    div id="review" { @if let Some(tried) = result { (self.said(tried)) } }
                }
            }
        };
        let back = at.to(&format!("/law/{}", self.edition));
        Page::new(format!("{title}: {heading} – {}", title_of(at, law.corpus, self.edition)), main)
            .refused(!complaints.is_empty())
            .back(at, &back)
    }

    fn field(&self, complaints: &[Complaint]) -> Markup {
        let error = complaints.first();
        let class = if error.is_some() { "govuk-form-group govuk-form-group--error" } else { "govuk-form-group" };
        html! {
            div class=(class) {
                label class="govuk-label govuk-label--s" for="text" { (self.say("law-sandbox-text")) }
                @if let Some(error) = error {
                    p id="text-error" class="govuk-error-message" {
                        span class="govuk-visually-hidden" { (self.say("page-error")) ":" } " " (error.text)
                    }
                }
                // A line break right after the tag would not count.
                textarea class="govuk-textarea sandbox__text" id="text" name="text" rows="30" spellcheck="false" lang="zxx"
                    aria-describedby=[error.map(|_| "text-error")] { "\n" (self.text) }
            }
        }
    }

    /// What the review says, in one line.
    fn summary(&self, tried: &Tried) -> String {
        let [gone, new, stay] = self.sorted(tried).map(|f| f.len().to_string());
        let mistakes = tried.mistakes.len().to_string();
        let said = [("mistakes", &*mistakes), ("gone", &*gone), ("new", &*new), ("stay", &*stay)];
        self.at.say_with("law-sandbox-summary", &said)
    }

    /// Findings that are gone, new, and as before.
    fn sorted<'t>(&'t self, tried: &'t Tried) -> [Vec<&'t Finding>; 3] {
        let before: &[Finding] = self.site.law.review(self.edition).map_or(&[], |r| r.findings.as_slice());
        let keys = |of: &[Finding]| of.iter().map(Finding::key).collect::<BTreeSet<Key>>();
        let (was, is) = (keys(before), keys(&tried.findings));
        let gone = before.iter().filter(|f| !is.contains(&f.key())).collect();
        let (stay, new) = tried.findings.iter().partition(|f| was.contains(&f.key()));
        [gone, new, stay]
    }

    fn said(&self, tried: &Tried) -> Markup {
        let [gone, new, stay] = self.sorted(tried);
        let old = self.site.law.corpus;
        let selection = Selection { edition: self.edition.to_owned(), as_of: None };
        let (was, is) = (old.book(&selection), tried.corpus.book(&selection));
        let groups = [
            ("law-compare-created", new, &tried.corpus, &is, true),
            ("law-compare-cured", gone, old, &was, true),
            ("law-compare-kept", stay, &tried.corpus, &is, false),
        ];
        html! {
            @if tried.mistakes.is_empty() {
                p class="govuk-body" { (self.say("law-sandbox-no-mistakes")) }
            } @else {
                (self.mistakes(tried))
            }
            @if tried.crowded {
                p class="govuk-body" { (self.at.say_with("law-sandbox-crowded", &[("limit", &PERSONS.to_string())])) }
            }
            @for (key, found, corpus, book, open) in groups {
                @let summary = self.at.say_with(key, &[("count", &found.len().to_string())]);
                @if found.is_empty() { p class="govuk-body" { (summary) } } @else {
                    (ui::fold(None, open, &html! { (summary) }, &html! {
                        (margin::notes(self.at, corpus, book, &found, 3))
                    }))
                }
            }
        }
    }

    /// What is wrong with the page itself, line by line; and with others because of it.
    fn mistakes(&self, tried: &Tried) -> Markup {
        let sources = &tried.corpus.sources;
        let lines: Vec<&str> = self.text.lines().collect();
        // Those of this page first, for they are what was just written.
        let mut mistakes: Vec<&Diagnostic> = tried.mistakes.iter().collect();
        mistakes.sort_by_key(|d| (d.span.file != tried.file, d.span));
        html! {
            h3 class="govuk-heading-s" { (self.say("law-sandbox-mistakes")) }
            ol class="mistakes" {
                @for d in mistakes.iter().take(MISTAKES) {
                    @let (line, column) = sources.line_column(d.span);
                    li {
                        p class="govuk-body" {
                            @if d.span.file == tried.file {
                                strong { (self.at.say_with("law-sandbox-line", &[("line", &line.to_string()), ("column", &column.to_string())])) }
                            } @else {
                                strong { code { (sources.file(d.span.file).path) ":" (line) ":" (column) } }
                            }
                            " " code { (d.code.as_str()) } " " (foreign(&one_line(self.at.words(), d), self.at.lang))
                        }
                        @if d.span.file == tried.file {
                            @if let Some(text) = lines.get(line - 1).map(|l| l.trim()).filter(|l| !l.is_empty()) {
                                pre lang="zxx" { code { (line) " │ " (text) } }
                            }
                        }
                    }
                }
            }
            @if mistakes.len() > MISTAKES {
                p class="govuk-body" { (self.at.say_with("law-sandbox-more", &[("count", &(mistakes.len() - MISTAKES).to_string())])) }
            }
        }
    }
}
