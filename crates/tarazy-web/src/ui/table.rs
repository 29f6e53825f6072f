//! Tables.

use maud::{Markup, html};

/// A cell: what is in it, and a class where it is marked.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What.
    pub inside: Markup,
    /// A class of its own.
    pub class: Option<&'static str>,
}

/// A table whose first cells head their rows.
pub fn table(caption: &str, head: &[Cell], rows: &[(Markup, Vec<Cell>)]) -> Markup {
    html! {
        table class="govuk-table" {
            caption class="govuk-table__caption govuk-table__caption--m" { (caption) }
            @if !head.is_empty() {
                thead class="govuk-table__head" {
                    tr class="govuk-table__row" { @for h in head { th scope="col" class=(marked("govuk-table__header", h)) { (h.inside) } } }
                }
            }
            tbody class="govuk-table__body" {
                @for (first, cells) in rows {
                    tr class="govuk-table__row" {
                        th scope="row" class="govuk-table__header" { (first) }
                        @for cell in cells { td class=(marked("govuk-table__cell", cell)) { (cell.inside) } }
                    }
                }
            }
        }
    }
}

fn marked(class: &str, cell: &Cell) -> String {
    cell.class.map_or_else(|| class.to_owned(), |own| format!("{class} {own}"))
}
