//! Whether the comparisons of dates in a cube fit together and into its intervals.

use tarazy_law::dates::{Fit, fit};
use tarazy_law::model::Rulebook;

use super::cover::{Cube, literals, values};
use super::layout::Layout;

/// There are days for it; also when there were too many to try.
pub(super) fn possible(cube: &Cube, layout: &Layout, book: &Rulebook) -> bool {
    let mut comparisons = Vec::new();
    for (field, bits) in literals(cube, layout) {
        let f = &layout.fields[field as usize];
        if f.compares && bits.is_power_of_two() {
            comparisons.push(((f.fact, f.about()), bits == 0b10));
        }
    }
    if comparisons.is_empty() {
        return true;
    }
    let found = fit(book, &comparisons, |(fact, about)| {
        let field = layout.known(fact, about.map(|p| p as u8));
        field.map_or(u64::MAX, |f| values(cube, layout, f))
    });
    found != Fit::Never
}
