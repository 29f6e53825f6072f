//! Components against the fixtures of govuk-frontend.
//!
//! `fixtures/govuk.json` holds those whose options our functions can express. Each is said to our function and must come out the same after
//! white space is evened out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unnecessary_wraps,
    clippy::struct_field_names,
    clippy::option_option
)]

use std::collections::BTreeMap;

use maud::{Markup, PreEscaped, html};
use serde::Deserialize;
use serde_json::Value;
use tarazy_web::ui::{self, Action, Cell, Choice, Complaint, Field, Item, Row, Task};

#[derive(Deserialize)]
struct Vendored {
    fixtures: BTreeMap<String, Vec<Fixture>>,
}

#[derive(Deserialize)]
struct Fixture {
    name: String,
    options: Value,
    html: String,
}

#[test]
fn markup_is_that_of_the_library() {
    let path = format!("{}/tests/fixtures/govuk.json", env!("CARGO_MANIFEST_DIR"));
    let vendored: Vendored = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut wrong = Vec::new();
    for component in COMPONENTS {
        let fixtures = &vendored.fixtures[component.name];
        assert!(!fixtures.is_empty(), "{}", component.name);
        for f in fixtures {
            let Some(ours) = (component.say)(&f.options) else {
                wrong.push(format!("{} / {}: our function cannot say these options", component.name, f.name));
                continue;
            };
            let (ours, theirs) = (even(&ours.into_string()), even(&f.html));
            if ours != theirs {
                wrong.push(format!("{} / {}:\n  ours   {ours}\n  theirs {theirs}", component.name, f.name));
            }
        }
    }
    assert_eq!(vendored.fixtures.len(), COMPONENTS.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn white_space_is_evened_out_and_nothing_else() {
    let even_is = |from: &str, to: &str| assert_eq!(even(from), to);
    even_is("<p\n  id=\"a\" >\n  One\n  two </p>\n<p>x</p>", "<p id=\"a\">One two</p><p>x</p>");
    even_is("<p><b>Word</b>\n text <i>more</i></p>", "<p><b>Word</b> text <i>more</i></p>");
    even_is("<p><b>Word</b>text</p>", "<p><b>Word</b>text</p>");
    even_is("<p id=\"a  b\" class='x'>&gt;</p>", "<p id=\"a b\" class='x'>&gt;</p>");
}

/// White space: one space for any; none between tags and at the inner edges of an element.
fn even(html: &str) -> String {
    let one_line = html.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::new();
    // Whether the tag before opens something; at the beginning it might as well.
    let mut opens = true;
    for piece in one_line.replace(" >", ">").split_inclusive('>') {
        let (text, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
        let closing = tag.starts_with("</") || tag.is_empty();
        if text != " " {
            let text = if opens { text.trim_start() } else { text };
            out.push_str(if closing { text.trim_end() } else { text });
        }
        out.push_str(tag);
        opens = !tag.starts_with("</") && !tag.starts_with("<br");
    }
    out
}

/// A component and how its options are said to our function; `None` where they cannot be said.
struct Component {
    name: &'static str,
    say: fn(&Value) -> Option<Markup>,
}

macro_rules! components {
    ($($name:literal => $options:ident),* $(,)?) => {
        const COMPONENTS: &[Component] = &[$(Component { name: $name, say: |o| $options::deserialize(o).ok()?.say() }),*];
    };
}

components! {
    "back-link" => Link,
    "button" => Button,
    "checkboxes" => Checkboxes,
    "details" => Details,
    "error-summary" => ErrorSummary,
    "file-upload" => FileUpload,
    "input" => Input,
    "inset-text" => Said,
    "language-navigation" => Languages,
    "panel" => Panel,
    "radios" => Radios,
    "service-navigation" => ServiceNavigation,
    "skip-link" => Skip,
    "summary-list" => SummaryList,
    "table" => Table,
    "tag" => Tag,
    "task-list" => TaskList,
    "textarea" => Textarea,
    "warning-text" => Warning,
}

/// `text` is escaped, `html` is not.
#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Said {
    Html { html: String },
    Text { text: String },
}

impl Said {
    fn markup(&self) -> Markup {
        match self {
            Said::Text { text } => html! { (text) },
            Said::Html { html } => PreEscaped(html.clone()),
        }
    }

    fn say(self) -> Option<Markup> {
        Some(ui::inset(&self.markup()))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Link {
    text: String,
    href: String,
}

impl Link {
    fn say(self) -> Option<Markup> {
        Some(ui::back_link(&self.text, &self.href))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Skip {
    text: String,
    href: String,
}

impl Skip {
    fn say(self) -> Option<Markup> {
        Some(ui::skip_link(&self.text, &self.href))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Button {
    text: String,
    name: Option<String>,
    href: Option<String>,
    classes: Option<String>,
    #[serde(default)]
    is_start_button: bool,
}

impl Button {
    fn say(self) -> Option<Markup> {
        let text = &self.text;
        let ours = match (self.href, self.classes.as_deref(), self.is_start_button) {
            (None, None, false) => ui::button(text),
            (None, Some("govuk-button--warning"), false) => ui::warning_button(text),
            (None, Some("govuk-button--secondary"), false) => ui::secondary_button(&html! { (text) }),
            (Some(href), None, false) => ui::link_button(&href, text, false),
            (Some(href), Some("govuk-button--secondary"), false) => ui::link_button(&href, text, true),
            (Some(href), None, true) => ui::start_button(&href, text),
            _ => return None,
        };
        // Our buttons have no name.
        let kind = "type=\"submit\"";
        let named = self.name.map(|name| ours.0.replace(kind, &format!("{kind} name=\"{name}\"")));
        Some(named.map_or(ours, PreEscaped))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Group {
    name: String,
    id_prefix: Option<String>,
    fieldset: Fieldset,
    hint: Option<Text>,
    error_message: Option<Text>,
    items: Vec<GroupItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fieldset {
    legend: Label,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Label {
    text: String,
    classes: Option<String>,
    #[serde(default)]
    is_page_heading: bool,
}

impl Label {
    /// The size in the class, which is all that our functions set.
    fn size(&self, base: &str) -> Option<Option<&str>> {
        match &self.classes {
            None => Some(None),
            Some(class) => Some(Some(class.strip_prefix(base)?)),
        }
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum GroupItem {
    Divider(Divider),
    Choice(GroupChoice),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Divider {
    divider: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupChoice {
    value: String,
    text: String,
    hint: Option<Text>,
    #[serde(default)]
    checked: bool,
    conditional: Option<Html>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Html {
    html: String,
}

impl Group {
    fn say(self, how: fn(&Choice<'_>) -> Markup) -> Option<Markup> {
        let id = self.id_prefix.as_ref().unwrap_or(&self.name);
        let mut items = Vec::new();
        let mut divider = None;
        for item in self.items {
            match item {
                GroupItem::Divider(d) => divider = Some(d.divider),
                GroupItem::Choice(c) => items.push(Item {
                    hint: c.hint.map(|h| h.text),
                    conditional: c.conditional.map(|c| PreEscaped(c.html)),
                    divider: divider.take(),
                    ..Item::new(c.value, c.text, c.checked)
                }),
            }
        }
        let legend = &self.fieldset.legend;
        let ours = how(&Choice {
            name: id,
            legend: &legend.text,
            size: legend.size("govuk-fieldset__legend--")?,
            heading: legend.is_page_heading,
            hint: self.hint.as_ref().map(|h| h.text.as_str()),
            error: self.error_message.as_ref().map(|e| e.text.as_str()),
            error_word: "Error",
            items,
        });
        Some(renamed(&ours, id, &self.name))
    }
}

/// Our functions take one word for id and name; where a fixture has two, the name is written over.
fn renamed(ours: &Markup, id: &str, name: &str) -> Markup {
    PreEscaped(ours.0.replace(&format!(" name=\"{id}\""), &format!(" name=\"{name}\"")))
}

#[derive(Deserialize)]
struct Radios(Group);

impl Radios {
    fn say(self) -> Option<Markup> {
        self.0.say(ui::radios)
    }
}

#[derive(Deserialize)]
struct Checkboxes(Group);

impl Checkboxes {
    fn say(self) -> Option<Markup> {
        self.0.say(ui::checkboxes)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct OneField {
    id: Option<String>,
    name: String,
    label: Label,
    hint: Option<Text>,
    error_message: Option<Text>,
    #[serde(default)]
    value: String,
    classes: Option<String>,
    inputmode: Option<String>,
}

impl OneField {
    fn say(self, how: fn(&Field<'_>) -> Markup) -> Option<Markup> {
        if self.label.is_page_heading {
            return None;
        }
        let id = self.id.as_ref().unwrap_or(&self.name);
        let ours = how(&Field {
            name: id,
            label: &self.label.text,
            size: self.label.size("govuk-label--")?,
            hint: self.hint.as_ref().map(|h| h.text.as_str()),
            error: self.error_message.as_ref().map(|e| e.text.as_str()),
            error_word: "Error",
            value: &self.value,
            width: self.classes.as_deref(),
            inputmode: self.inputmode.as_deref(),
        });
        Some(renamed(&ours, id, &self.name))
    }
}

#[derive(Deserialize)]
struct Input(OneField);

impl Input {
    fn say(self) -> Option<Markup> {
        self.0.say(ui::input)
    }
}

#[derive(Deserialize)]
struct Textarea(OneField);

impl Textarea {
    fn say(self) -> Option<Markup> {
        self.0.inputmode.is_none().then(|| self.0.say(ui::textarea))?
    }
}

#[derive(Deserialize)]
struct FileUpload(OneField);

impl FileUpload {
    fn say(self) -> Option<Markup> {
        self.0.value.is_empty().then(|| self.0.say(ui::file_upload))?
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Details {
    id: Option<String>,
    summary_text: Option<String>,
    summary_html: Option<String>,
    text: Option<String>,
    html: Option<String>,
    #[serde(default)]
    open: bool,
}

impl Details {
    fn say(self) -> Option<Markup> {
        let inside = text_or_html(self.text, self.html)?;
        match (self.id, self.open, self.summary_text, self.summary_html) {
            (None, false, Some(summary), None) => Some(ui::details(&summary, &inside)),
            (id, open, text, html) => Some(ui::fold(id.as_deref(), open, &text_or_html(text, html)?, &inside)),
        }
    }
}

fn text_or_html(text: Option<String>, html: Option<String>) -> Option<Markup> {
    match (text, html) {
        (Some(text), None) => Some(html! { (text) }),
        (None, Some(html)) => Some(PreEscaped(html)),
        _ => None,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ErrorSummary {
    title_text: String,
    error_list: Vec<Link>,
}

impl ErrorSummary {
    fn say(self) -> Option<Markup> {
        let complaint = |e: Link| Some(Complaint { field: e.href.strip_prefix('#')?.to_owned(), text: e.text });
        let complaints: Option<Vec<Complaint>> = self.error_list.into_iter().map(complaint).collect();
        Some(ui::error_summary(&self.title_text, &complaints?))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Languages {
    items: Vec<LanguageItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguageItem {
    text: String,
    lang: String,
    href: Option<String>,
    #[serde(default)]
    current: bool,
}

impl Languages {
    fn say(self) -> Option<Markup> {
        if self.items.iter().any(|i| i.current == i.href.is_some()) {
            return None;
        }
        let items: Vec<(&str, &str, Option<String>)> =
            self.items.iter().map(|i| (i.lang.as_str(), i.text.as_str(), i.href.clone())).collect();
        Some(ui::languages("Language", &items))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Panel {
    title_text: String,
    text: Option<String>,
    html: Option<String>,
}

impl Panel {
    fn say(self) -> Option<Markup> {
        Some(ui::panel(&self.title_text, &text_or_html(self.text, self.html)?))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ServiceNavigation {
    navigation: Vec<Way>,
    menu_button_text: Option<String>,
    navigation_label: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Way {
    href: String,
    text: String,
    #[serde(default)]
    active: bool,
}

impl ServiceNavigation {
    fn say(self) -> Option<Markup> {
        // One word serves the button and the list.
        let menu = self.menu_button_text.as_deref().unwrap_or("Menu");
        let label = self.navigation_label.as_deref().unwrap_or(menu);
        let ways: Vec<(String, String, bool)> =
            self.navigation.into_iter().map(|w| (w.href, w.text, w.active)).collect();
        (label == menu && !ways.is_empty()).then(|| ui::service_navigation(menu, &ways))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SummaryList {
    rows: Vec<SummaryRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SummaryRow {
    key: Said,
    value: Said,
    #[serde(default)]
    actions: SummaryActions,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct SummaryActions {
    items: Vec<SummaryAction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct SummaryAction {
    href: String,
    text: String,
    #[serde(default)]
    visually_hidden_text: String,
}

impl SummaryList {
    fn say(self) -> Option<Markup> {
        let action = |a: SummaryAction| Action { href: a.href, text: a.text, about: a.visually_hidden_text };
        let row = |r: SummaryRow| Row {
            key: r.key.markup(),
            value: r.value.markup(),
            actions: r.actions.items.into_iter().map(action).collect(),
        };
        Some(ui::summary_list(&self.rows.into_iter().map(row).collect::<Vec<_>>()))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Table {
    caption: String,
    caption_classes: String,
    first_cell_is_header: bool,
    head: Vec<TableCell>,
    rows: Vec<Vec<TableCell>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TableCell {
    text: String,
    format: Option<String>,
}

impl Table {
    fn say(self) -> Option<Markup> {
        if !self.first_cell_is_header || self.caption_classes != "govuk-table__caption--m" {
            return None;
        }
        let cell = |c: TableCell, class| Cell { inside: html! { (c.text) }, class: c.format.map(|_| class) };
        let head: Vec<Cell> = self.head.into_iter().map(|c| cell(c, "govuk-table__header--numeric")).collect();
        let row = |row: Vec<TableCell>| {
            let mut cells = row.into_iter().map(|c| cell(c, "govuk-table__cell--numeric"));
            cells.next().map(|first| (first.inside, cells.collect()))
        };
        let rows: Option<Vec<(Markup, Vec<Cell>)>> = self.rows.into_iter().map(row).collect();
        Some(ui::table(&self.caption, &head, &rows?))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tag {
    text: String,
    classes: Option<String>,
}

impl Tag {
    fn say(self) -> Option<Markup> {
        match &self.classes {
            None => Some(ui::tag(&self.text, None)),
            Some(class) => Some(ui::tag(&self.text, Some(class.strip_prefix("govuk-tag--")?))),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TaskList {
    items: Vec<TaskItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TaskItem {
    title: Text,
    href: Option<String>,
    status: Status,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Status {
    Plain(Text),
    Tag(StatusTag),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StatusTag {
    tag: Tag,
}

impl TaskList {
    fn say(self) -> Option<Markup> {
        let task = |t: TaskItem| {
            let (status, done) = match t.status {
                Status::Plain(status) => (status.text, true),
                Status::Tag(StatusTag { tag: Tag { text, classes } })
                    if classes.as_deref() == Some("govuk-tag--blue") =>
                {
                    (text, false)
                }
                Status::Tag(_) => return None,
            };
            Some(Task { href: t.href, title: t.title.text, status, done })
        };
        let tasks: Option<Vec<Task>> = self.items.into_iter().map(task).collect();
        Some(ui::task_list(&tasks?))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Warning {
    text: String,
    #[serde(default = "warning")]
    icon_fallback_text: String,
}

fn warning() -> String {
    "Warning".to_owned()
}

impl Warning {
    fn say(self) -> Option<Markup> {
        Some(ui::warning(&self.icon_fallback_text, &self.text))
    }
}
