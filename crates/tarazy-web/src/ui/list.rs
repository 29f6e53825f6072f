//! What is known, and what is to be done.

use maud::{Markup, html};

use super::notice::tag;

/// A link beside a row; `about` is read to those who do not see the row.
#[derive(Clone, Debug)]
pub struct Action {
    /// Where it leads.
    pub href: String,
    /// What it does.
    pub text: String,
    /// To what.
    pub about: String,
}

/// A row of a summary.
#[derive(Clone, Debug)]
pub struct Row {
    /// What.
    pub key: Markup,
    /// Is what.
    pub value: Markup,
    /// What can be done about it.
    pub actions: Vec<Action>,
}

/// What is known, row by row.
pub fn summary_list(rows: &[Row]) -> Markup {
    let with_actions = rows.iter().any(|r| !r.actions.is_empty());
    html! {
        dl class="govuk-summary-list" {
            @for row in rows {
                @let class = if with_actions && row.actions.is_empty() {
                    "govuk-summary-list__row govuk-summary-list__row--no-actions"
                } else {
                    "govuk-summary-list__row"
                };
                div class=(class) {
                    dt class="govuk-summary-list__key" { (row.key) }
                    dd class="govuk-summary-list__value" { (row.value) }
                    @match row.actions.as_slice() {
                        [] => {}
                        [one] => dd class="govuk-summary-list__actions" { (action(one)) }
                        several => dd class="govuk-summary-list__actions" {
                            ul class="govuk-summary-list__actions-list" {
                                @for a in several { li class="govuk-summary-list__actions-list-item" { (action(a)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn action(a: &Action) -> Markup {
    html! {
        a class="govuk-link" href=(a.href) {
            (a.text)
            @if !a.about.is_empty() { span class="govuk-visually-hidden" { " " (a.about) } }
        }
    }
}

/// Something to be done.
#[derive(Clone, Debug)]
pub struct Task {
    /// Where it is done; not yet, where there is nothing.
    pub href: Option<String>,
    /// What.
    pub title: String,
    /// How far it is.
    pub status: String,
    /// It is done: the status is written plainly.
    pub done: bool,
}

/// What is to be done, and how far it is.
pub fn task_list(tasks: &[Task]) -> Markup {
    html! {
        ul class="govuk-task-list" {
            @for (i, task) in tasks.iter().enumerate() {
                @let id = format!("task-list-{}", i + 1);
                @let class = if task.href.is_some() {
                    "govuk-task-list__item govuk-task-list__item--with-link"
                } else {
                    "govuk-task-list__item"
                };
                li class=(class) {
                    div class="govuk-task-list__name-and-hint" {
                        @if let Some(href) = &task.href {
                            a class="govuk-link govuk-task-list__link" href=(href)
                                aria-describedby=(format!("{id}-status")) { (task.title) }
                        } @else {
                            div { (task.title) }
                        }
                    }
                    div class="govuk-task-list__status" id=(format!("{id}-status")) {
                        @if task.done { (task.status) } @else { (tag(&task.status, Some("blue"))) }
                    }
                }
            }
        }
    }
}
