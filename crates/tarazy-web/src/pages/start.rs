//! How a case begins: with nothing, with a copy of a sample, with a file; and what it is called.

use std::sync::Arc;

use axum::extract::{Multipart, State};
use maud::{Markup, html};
use tarazy_law::case::Case;
use tarazy_law::read_case::read_case;
use tarazy_law::{FileId, Source, Sources, Text3};

use super::{Answer, Form, see, show};
use crate::at::At;
use crate::edit::{Note, change, keep, write_in};
use crate::layout::Page;
use crate::site::Site;
use crate::subject::{Held, Origin, Subject};
use crate::ui::{self, Complaint, Field};

/// A title is so long at most; a summary so long.
const TITLE: usize = 200;
const SUMMARY: usize = 10_000;

pub(super) async fn page(State(site): State<Arc<Site>>, at: At) -> Answer {
    show(&site, &at, beginning(&at, &Described::default(), None))
}

/// The words with which a case is described.
#[derive(Default)]
struct Described {
    title: String,
    summary: String,
}

impl Described {
    fn of(form: &Form) -> Described {
        Described { title: form.get("title").to_owned(), summary: form.get("summary").to_owned() }
    }

    fn complaints(&self, at: &At) -> Vec<Complaint> {
        let complaint = |field: &str, key: &str, limit: usize| Complaint {
            field: field.to_owned(),
            text: at.say_with(key, &[("limit", &limit.to_string())]),
        };
        let mut out = Vec::new();
        if self.title.is_empty() {
            out.push(complaint("title", "start-title-missing", 0));
        }
        if self.title.chars().count() > TITLE {
            out.push(complaint("title", "text-too-long", TITLE));
        }
        if self.summary.chars().count() > SUMMARY {
            out.push(complaint("summary", "text-too-long", SUMMARY));
        }
        out
    }

    fn fields(&self, at: &At, complaints: &[Complaint]) -> Markup {
        let error = |field: &str| complaints.iter().find(|c| c.field == field).map(|c| c.text.as_str());
        let word = at.say("page-error");
        html! {
            (ui::input(&Field {
                name: "title",
                label: &at.say("start-title"),
                hint: Some(&at.say("start-title-hint")),
                error: error("title"),
                error_word: &word,
                value: &self.title,
                ..Field::default()
            }))
            (ui::textarea(&Field {
                name: "summary",
                label: &at.say("start-summary"),
                hint: Some(&at.say("start-summary-hint")),
                error: error("summary"),
                error_word: &word,
                value: &self.summary,
                ..Field::default()
            }))
        }
    }
}

/// The page with both ways; `refused` says what was wrong with one of them.
fn beginning(at: &At, described: &Described, refused: Option<(Vec<Complaint>, Markup)>) -> Page {
    let (complaints, shown) = refused.unwrap_or_default();
    let refused = !complaints.is_empty();
    let upload_error = complaints.iter().find(|c| c.field == "file").map(|c| c.text.as_str());
    let main = html! {
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" {
                @if refused { (ui::error_summary(&at.say("page-problem"), &complaints)) }
                (shown)
                h1 class="govuk-heading-xl" { (at.say("start-heading")) }
                p class="govuk-body" { (at.say("start-lead")) }
                form method="post" action=(at.to("/new")) {
                    (described.fields(at, &complaints))
                    (ui::button(&at.say("start-go")))
                }
                h2 class="govuk-heading-l" id="upload" { (at.say("start-upload")) }
                p class="govuk-body" { (at.say("start-upload-lead")) }
                form method="post" action=(at.to("/upload")) enctype="multipart/form-data" {
                    (ui::file_upload(&Field {
                        name: "file",
                        label: &at.say("start-file"),
                        hint: Some(&at.say("start-file-hint")),
                        error: upload_error,
                        error_word: &at.say("page-error"),
                        ..Field::default()
                    }))
                    (ui::button(&at.say("start-upload-go")))
                }
                h2 class="govuk-heading-l" { (at.say("start-sample")) }
                p class="govuk-body" { a class="govuk-link" href=(at.to("/samples")) { (at.say("home-samples")) } }
            }
        }
    };
    Page::new(at.say("start-heading"), main).back(at, &at.to("")).refused(refused)
}

pub(super) async fn begin(State(site): State<Arc<Site>>, at: At, body: String) -> Answer {
    let described = Described::of(&Form::read(&body));
    let complaints = described.complaints(&at);
    if !complaints.is_empty() {
        return show(&site, &at, beginning(&at, &described, Some((complaints, html! {}))));
    }
    let case =
        Case { title: Text3::same(&described.title), summary: Text3::same(&described.summary), ..Case::default() };
    let holder = keep(&site, case, Note::Begun).await?;
    Ok(see(&at.to(&format!("/case/{holder}/persons"))))
}

pub(super) async fn upload(State(site): State<Arc<Site>>, at: At, mut form: Multipart) -> Answer {
    let mut file = None;
    while let Some(field) = form.next_field().await? {
        if field.name() == Some("file") {
            let name = field.file_name().unwrap_or_default().to_owned();
            file = Some((name, field.bytes().await?));
        }
    }
    let refuse = |key: &str, shown: Markup| {
        let complaint = Complaint { field: "file".to_owned(), text: at.say(key) };
        show(&site, &at, beginning(&at, &Described::default(), Some((vec![complaint], shown))))
    };
    let Some((name, content)) = file.filter(|(_, content)| !content.is_empty()) else {
        return refuse("start-file-missing", html! {});
    };
    let Ok(text) = std::str::from_utf8(&content) else { return refuse("start-file-encoding", html! {}) };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (case, wrong) = read_case(site.law.corpus, FileId(0), text);
    if !wrong.is_empty() {
        let name = if name.is_empty() { "case" } else { &name };
        let sources = Sources::in_order(vec![Source { path: name.to_owned(), text: text.to_owned() }]);
        let said = tarazy_words::diagnostics(at.words(), &sources, &wrong, false);
        // A file that is no case at all is wrong in every line; the first mistakes are enough.
        let said: String = said.chars().take(20_000).collect();
        return refuse(
            "start-file-wrong",
            html! { pre tabindex="0" role="region" aria-label=(at.say("start-mistakes")) { (said) } },
        );
    }
    let holder = keep(&site, case, Note::Copied { from: name }).await?;
    Ok(see(&at.to(&format!("/case/{holder}"))))
}

/// A case of one's own, made of a sample or of a case that somebody else holds.
pub(super) async fn copy(State(site): State<Arc<Site>>, at: At, subject: Subject) -> Answer {
    let mut case = subject.case;
    case.expect.clear();
    let from = match subject.origin {
        Origin::Sample => case.id.clone(),
        _ => case.title.get(at.lang).to_owned(),
    };
    let holder = keep(&site, case, Note::Copied { from }).await?;
    Ok(see(&at.to(&format!("/case/{holder}"))))
}

pub(super) async fn describe(State(site): State<Arc<Site>>, at: At, held: Held) -> Answer {
    let case = &held.subject.case;
    let described =
        Described { title: case.title.get(at.lang).to_owned(), summary: case.summary.get(at.lang).to_owned() };
    show(&site, &at, describing(&at, &held.subject, &described, &[]))
}

fn describing(at: &At, subject: &Subject, described: &Described, complaints: &[Complaint]) -> Page {
    let main = html! {
        div class="govuk-grid-row" {
            div class="govuk-grid-column-two-thirds" {
                @if !complaints.is_empty() { (ui::error_summary(&at.say("page-problem"), complaints)) }
                h1 class="govuk-heading-xl" { (at.say("start-describe")) }
                form method="post" {
                    (described.fields(at, complaints))
                    (ui::button(&at.say("page-save")))
                }
            }
        }
    };
    Page::new(at.say("start-describe"), main).back(at, &at.to(&subject.path(""))).refused(!complaints.is_empty())
}

pub(super) async fn described(State(site): State<Arc<Site>>, at: At, held: Held, body: String) -> Answer {
    let described = Described::of(&Form::read(&body));
    let complaints = described.complaints(&at);
    if !complaints.is_empty() {
        return show(&site, &at, describing(&at, &held.subject, &described, &complaints));
    }
    let lang = at.lang;
    change(&site, &held.holder, Note::Described, move |case| {
        write_in(&mut case.title, lang, &described.title);
        write_in(&mut case.summary, lang, &described.summary);
    })
    .await?;
    Ok(see(&at.to(&held.subject.path(""))))
}
