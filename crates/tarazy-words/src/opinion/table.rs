//! The comparative table: what stands in each structural unit, what is proposed instead, and why.

use tarazy_law::model::ProvId;
use tarazy_review::Finding;

use super::Row;
use super::make::{Maker, stands};
use crate::amount::capital;
use crate::review;

/// One line for each provision on which there is a remark, in the order of the findings.
pub(super) fn rows(maker: &Maker<'_>, findings: &[&Finding]) -> Vec<Row> {
    let mut out: Vec<(Option<ProvId>, Row)> = Vec::new();
    for f in findings {
        let Some(subject) = f.subjects.first() else { continue };
        let at = subject.provision.filter(|_| stands(subject.kind));
        let place = review::place(maker.words, maker.corpus, subject);
        let unit = match at {
            Some(_) if !place.is_empty() => place,
            _ => review::subject(maker.words, maker.corpus, &maker.book, subject),
        };
        let row = match out.iter_mut().find(|(p, r)| *p == at && (at.is_some() || r.unit == unit)) {
            Some((_, row)) => row,
            None => {
                let current = maker.current(&[*f]).into_iter().next().map(|c| c.text).unwrap_or_default();
                out.push((at, Row { unit, current, proposed: Vec::new(), reason: Vec::new() }));
                let Some((_, row)) = out.last_mut() else { continue };
                row
            }
        };
        for text in maker.proposed(f) {
            if !row.proposed.contains(&text) {
                row.proposed.push(text);
            }
        }
        let reason = reason(maker, f);
        if !row.reason.contains(&reason) {
            row.reason.push(reason);
        }
    }
    out.into_iter().map(|(_, row)| row).collect()
}

/// The sentence of the finding. The place, which stands in the first column, is not said again.
fn reason(maker: &Maker<'_>, f: &Finding) -> String {
    let said = review::sentence(maker.words, maker.corpus, &maker.book, f);
    let subject = f.subjects.first().map(|s| capital(&review::subject(maker.words, maker.corpus, &maker.book, s)));
    let own = subject.and_then(|s| said.strip_prefix(&s).and_then(|rest| rest.strip_prefix(": ")).map(capital));
    format!("{} ({})", own.unwrap_or(said), f.class)
}
