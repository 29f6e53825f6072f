//! The comparative table: what stands in each structural unit, what is proposed instead, and why.

use tarazy_law::model::ProvId;
use tarazy_review::{Class, Finding};

use super::Row;
use super::make::{Maker, paired, stands};
use crate::amount::capital;
use crate::review;

/// One line for each provision on which there is a remark, in the order of the findings.
pub(super) fn rows(maker: &Maker<'_>, findings: &[&Finding]) -> Vec<Row> {
    let mut gathered: Vec<(Option<ProvId>, String, Vec<&Finding>)> = Vec::new();
    for f in findings {
        let Some(subject) = f.subjects.first() else { continue };
        let at = subject.provision.filter(|_| stands(subject.kind));
        let place = review::place(maker.words, maker.corpus, subject);
        let said = |s| review::subject(maker.words, maker.corpus, &maker.book, s);
        let unit = match at {
            Some(_) if !place.is_empty() => place,
            None if f.class == Class::Indistinguishable => {
                review::listed(maker.words, &f.subjects.iter().map(said).collect::<Vec<_>>())
            }
            _ => said(subject),
        };
        match gathered.iter_mut().find(|(p, u, _)| *p == at && (at.is_some() || *u == unit)) {
            Some((.., here)) => here.push(f),
            None => gathered.push((at, unit, vec![f])),
        }
    }
    gathered.into_iter().map(|(_, unit, here)| row(maker, unit, &here)).collect()
}

/// What is alike of one class is said once.
fn row(maker: &Maker<'_>, unit: String, findings: &[&Finding]) -> Row {
    let current = maker.current(findings.get(..1).unwrap_or_default()).into_iter().next().map(|c| c.text);
    let current = current.filter(|t| !t.is_empty()).unwrap_or_else(|| "–".to_owned());
    let mut row = Row { unit, current, proposed: Vec::new(), reason: Vec::new() };
    let mut classes: Vec<Class> = findings.iter().map(|f| f.class).collect();
    classes.dedup();
    for class in classes {
        let group: Vec<&Finding> = findings.iter().copied().filter(|f| f.class == class).collect();
        let reasons = if paired(&group) {
            let others = group.iter().filter_map(|f| f.subjects.get(1));
            let others: Vec<String> =
                others.map(|s| review::subject(maker.words, maker.corpus, &maker.book, s)).collect();
            vec![format!("{}: {} ({class})", review::title(maker.words, class), review::listed(maker.words, &others))]
        } else {
            group.iter().map(|f| reason(maker, f)).collect()
        };
        let proposed = if group.len() > 1 { maker.proposed_for(&group) } else { maker.proposed(group[0]) };
        for (texts, out) in [(proposed, &mut row.proposed), (reasons, &mut row.reason)] {
            for text in texts {
                if !out.contains(&text) {
                    out.push(text);
                }
            }
        }
    }
    row
}

/// The sentence of the finding. The place, which stands in the first column, is not said again.
fn reason(maker: &Maker<'_>, f: &Finding) -> String {
    let said = review::sentence(maker.words, maker.corpus, &maker.book, f);
    let subject = f.subjects.first().map(|s| capital(&review::subject(maker.words, maker.corpus, &maker.book, s)));
    let own = subject.and_then(|s| said.strip_prefix(&s).and_then(|rest| rest.strip_prefix(": ")).map(capital));
    format!("{} ({})", own.unwrap_or(said), f.class)
}
