//! Facts as fields of words: one bit for each value, no field across two words.

use std::collections::HashMap;

use tarazy_law::exact::Answer;
use tarazy_law::model::{FactId, FactKind, Rulebook};

use super::days::Known;
use super::quick::Quick;

/// A field: a fact about these persons.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub(super) fact: FactId,
    pub(super) persons: [u8; 2],
    pub(super) word: u32,
    pub(super) shift: u8,
    /// All its values, *not applicable* among them, not shifted.
    pub(super) full: u64,
    /// It compares two dates or numbers.
    pub(super) compares: bool,
    /// Or it may be such a date or number.
    pub(super) dated: bool,
}

impl Field {
    /// The persons as the rest of the law counts them.
    pub(super) fn about(&self) -> [usize; 2] {
        self.persons.map(usize::from)
    }
}

/// Where each fact lies. Fields are placed when they are first needed; whatever a cube does not speak of has all bits set.
#[derive(Default)]
pub(super) struct Layout {
    pub(super) fields: Vec<Field>,
    index: HashMap<(FactId, [u8; 2]), u32, Quick>,
    words: Vec<Word>,
    compares: bool,
    /// What was found of dates.
    pub(super) days: Known,
}

#[derive(Clone, Copy)]
struct Word {
    /// All bits of each field but its top one.
    low: u64,
    /// The top bits.
    top: u64,
    /// The top bits of fields that say how an ambiguity is read.
    readings: u64,
    /// The top bits of fields that compare dates or numbers.
    compares: u64,
    used: u32,
    first_field: u32,
}

impl Layout {
    /// The field of a fact.
    pub(super) fn field(&mut self, book: &Rulebook, fact: FactId, persons: [u8; 2]) -> u32 {
        if let Some(i) = self.index.get(&(fact, persons)) {
            return *i;
        }
        let info = book.fact(fact);
        let bits = (info.values + usize::from(info.may_be_inapplicable)).clamp(1, 64) as u32;
        let id = self.fields.len() as u32;
        if self.words.last().is_none_or(|w| w.used + bits > 64) {
            self.words.push(Word { low: 0, top: 0, readings: 0, compares: 0, used: 0, first_field: id });
        }
        let word = self.words.len() - 1;
        let w = &mut self.words[word];
        let (shift, full) = (w.used, u64::MAX >> (64 - bits));
        w.used += bits;
        w.low |= (full >> 1) << shift;
        w.top |= 1 << (shift + bits - 1);
        let (top, compares) = (1 << (shift + bits - 1), matches!(info.kind, FactKind::Comparison { .. }));
        w.readings |= if matches!(info.kind, FactKind::Reading { .. }) { top } else { 0 };
        w.compares |= if compares { top } else { 0 };
        self.compares |= compares;
        let dated = compares || info.values < 2 || !info.cuts.is_empty();
        self.fields.push(Field { fact, persons, word: word as u32, shift: shift as u8, full, compares, dated });
        self.index.insert((fact, persons), id);
        id
    }

    /// The field of a fact, if a condition has spoken of it.
    pub(super) fn known(&self, fact: FactId, persons: [u8; 2]) -> Option<u32> {
        self.index.get(&(fact, persons)).copied()
    }

    /// Some field compares dates or numbers.
    pub(super) fn compares(&self) -> bool {
        self.compares
    }

    /// Every field of a word has a bit left. No carry crosses a field: the low bits of a field plus themselves without the top one stay
    /// below twice its top bit.
    #[inline]
    pub(super) fn possible(&self, word: u32, bits: u64) -> bool {
        let Word { low, top, .. } = self.words[word as usize];
        (((bits & low) + low) | bits) & top == top
    }

    /// How many fields of a word are narrower than everything.
    #[inline]
    pub(super) fn narrowed(&self, word: u32, bits: u64) -> u32 {
        self.any(word, !bits).count_ones()
    }

    /// The top bits of the fields of a word in which any of these bits lies.
    #[inline]
    pub(super) fn any(&self, word: u32, bits: u64) -> u64 {
        let Word { low, top, .. } = self.words[word as usize];
        (((bits & low) + low) | bits) & top
    }

    /// How many readings are chosen in a word.
    #[inline]
    pub(super) fn readings(&self, word: u32, bits: u64) -> u32 {
        (self.any(word, !bits) & self.words[word as usize].readings).count_ones()
    }

    /// Dates or numbers are compared in a word.
    #[inline]
    pub(super) fn compared(&self, word: u32, bits: u64) -> bool {
        self.any(word, !bits) & self.words[word as usize].compares != 0
    }

    /// The top bits of the fields of a word that have no bit left.
    #[inline]
    pub(super) fn excluded(&self, word: u32, bits: u64) -> u64 {
        self.words[word as usize].top & !self.any(word, bits)
    }

    /// The field of a word with this top bit.
    pub(super) fn field_at(&self, word: u32, top: u32) -> u32 {
        let w = &self.words[word as usize];
        w.first_field + (w.top & !(u64::MAX << top)).count_ones()
    }

    /// How many words there are.
    pub(super) fn words(&self) -> usize {
        self.words.len()
    }

    /// The fields of a word that these bits narrow, with the values that are left.
    pub(super) fn literals(&self, word: u32, bits: u64) -> impl Iterator<Item = (u32, u64)> {
        let first = self.words[word as usize].first_field;
        let end = self.words.get(word as usize + 1).map_or(self.fields.len() as u32, |w| w.first_field);
        (first..end).filter_map(move |i| {
            let f = &self.fields[i as usize];
            let values = bits >> f.shift & f.full;
            (values != f.full).then_some((i, values))
        })
    }

    /// The word of a literal, and its bits there.
    pub(super) fn bits(&self, field: u32, values: u64) -> (u32, u64) {
        let f = &self.fields[field as usize];
        (f.word, !(f.full << f.shift) | values << f.shift)
    }

    /// A literal as an answer to a question.
    pub(super) fn answer(&self, field: u32, values: u64) -> Answer {
        let f = &self.fields[field as usize];
        Answer { fact: f.fact, persons: f.about(), values }
    }
}
