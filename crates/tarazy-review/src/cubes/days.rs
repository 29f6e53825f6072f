//! Whether the comparisons of dates in a cube fit together and into its intervals.

use std::cell::RefCell;
use std::collections::HashMap;

use tarazy_law::dates::{Fit, date_of, fit};
use tarazy_law::model::{FactKind, Rulebook};

use super::cover::{Cube, Owned, literals, values};
use super::layout::Layout;
use super::quick::Quick;

/// What was found already: comparisons with their answers and the intervals of what they compare, and whether they fit. The same few
/// come back again and again.
pub(super) type Known = RefCell<HashMap<Owned, bool, Quick>>;

/// There are days for it; also when there were too many to try.
pub(super) fn possible(cube: &Cube, layout: &Layout, book: &Rulebook) -> bool {
    if !cube.iter().any(|(word, bits)| layout.compared(*word, *bits)) {
        return true;
    }
    let mut asked: Owned = Vec::new();
    for (field, bits) in literals(cube, layout) {
        if layout.fields[field as usize].compares && bits.is_power_of_two() {
            asked.push((field, bits));
        }
    }
    let comparisons = asked.len();
    if comparisons == 0 {
        return true;
    }
    for i in 0..comparisons {
        let f = &layout.fields[asked[i].0 as usize];
        if let FactKind::Comparison { left, right, .. } = &book.fact(f.fact).kind {
            for side in [left, right] {
                let (fact, about) = date_of(side, f.about());
                let field = layout.known(fact, about.map(|p| p as u8));
                asked.extend(field.map(|f| (f, values(cube, layout, f))));
            }
        }
    }
    if let Some(found) = layout.days.borrow().get(&asked) {
        return *found;
    }
    let answers = asked[..comparisons].iter().map(|(field, bits)| {
        let f = &layout.fields[*field as usize];
        ((f.fact, f.about()), *bits == 0b10)
    });
    let found = fit(book, &answers.collect::<Vec<_>>(), |(fact, about)| {
        let field = layout.known(fact, about.map(|p| p as u8));
        field.map_or(u64::MAX, |f| values(cube, layout, f))
    });
    let found = found != Fit::Never;
    layout.days.borrow_mut().insert(asked, found);
    found
}
