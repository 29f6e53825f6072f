//! Components: the markup of `govuk-frontend`, each as a function of what it says. `tests/components.rs` holds every one of them against the
//! fixtures that come with that library.

mod button;
mod choice;
mod field;
mod list;
mod navigation;
mod notice;
mod table;

pub use button::{button, link_button, secondary_button, start_button, warning_button};
pub use choice::{Choice, Item, checkboxes, radios};
pub use field::{Field, file_upload, input, textarea};
pub use list::{Action, Row, Task, summary_list, task_list};
pub use navigation::{back_link, languages, service_navigation, skip_link};
pub use notice::{Complaint, details, error_summary, fold, inset, panel, tag, warning};
pub use table::{Cell, table};
