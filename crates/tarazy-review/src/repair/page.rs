//! Pages in the law language, and items of them as they stand, cut into clauses.

use tarazy_law::model::{Corpus, ProvId};
use tarazy_law::syntax::ast::Item;
use tarazy_law::syntax::keyword::Kw;

use super::PATCH;

/// A page of a patch: the block under the heading, citation and restatement of the provision that it mends. How the mended text is worded is
/// for people to say; until they do, the restatement is the old one.
pub(crate) fn page(corpus: &Corpus, provision: ProvId, block: &str) -> String {
    let p = corpus.provision(provision);
    let line = |text: &str| if text.trim().is_empty() { p.heading.clone() } else { text.replace('\n', " ") };
    let cite = p.cite.as_ref().map(|c| {
        let sub = [("p", &c.part), ("s", &c.sub)];
        let sub = sub.into_iter().filter_map(|(letter, n)| n.as_ref().map(|n| format!(" {letter}{n}")));
        format!("cite: {} {}{}\n", c.act, c.article, sub.collect::<String>())
    });
    format!(
        "# {}\n\nedition: {PATCH}\nsource: proposed\nproposed by: Tarazy\n{}\nkk: {}\n\nru: {}\n\nen: {}\n\n```norm\n{}\n```\n",
        p.heading,
        cite.unwrap_or_default(),
        line(&p.texts.kk),
        line(&p.texts.ru),
        line(&p.texts.en),
        block.trim_end(),
    )
}

/// The item of this name that stands in this provision.
pub(crate) fn item<'a>(corpus: &'a Corpus, name: &'a str, provision: ProvId) -> Option<&'a Item> {
    corpus.declarations(name).find(|(p, _)| *p == provision).map(|(_, item)| item)
}

/// An item cut into its head and its clauses, each with all of its lines.
pub(crate) struct Cut {
    head: String,
    clauses: Vec<(Kw, String)>,
}

impl Cut {
    /// The item as it stands; as what takes its own place.
    pub(crate) fn of(corpus: &Corpus, item: &Item) -> Option<Cut> {
        let file = corpus.sources.file(item.span.file);
        let text = file.text.get(item.span.start as usize..item.span.end as usize)?;
        let mut lines = text.lines();
        let head = lines.next()?.to_owned();
        let head = if item.replace { head } else { format!("replace {head}") };
        let mut out = Cut { head, clauses: Vec::new() };
        for line in lines {
            let first = line.split_whitespace().next().and_then(Kw::of).filter(|k| opens_clause(*k));
            match (first, out.clauses.last_mut()) {
                (Some(kw), _) => out.clauses.push((kw, line.to_owned())),
                (None, Some((_, last))) => *last = format!("{last}\n{line}"),
                (None, None) => out.head = format!("{}\n{line}", out.head),
            }
        }
        Some(out)
    }

    /// Without the clauses of this kind.
    pub(crate) fn without(mut self, kw: Kw) -> Cut {
        self.clauses.retain(|(k, _)| *k != kw);
        self
    }

    /// With one more clause.
    pub(crate) fn with(mut self, kw: Kw, clause: String) -> Cut {
        self.clauses.push((kw, format!("  {clause}")));
        self
    }

    /// The clause of this kind, where there is exactly one.
    pub(crate) fn only(&self, kw: Kw) -> Option<&str> {
        let mut all = self.clauses.iter().filter(|(k, _)| *k == kw);
        all.next().filter(|_| all.next().is_none()).map(|(_, text)| text.trim())
    }

    /// Other words in the clauses of one kind.
    pub(crate) fn reworded(mut self, kw: Kw, old: &str, new: &str) -> Cut {
        let ends = [' ', ',', '\n'];
        let word = |w: &str| {
            let bare = w.trim_end_matches(ends);
            if bare == old { format!("{new}{}", &w[bare.len()..]) } else { w.to_owned() }
        };
        for (_, text) in self.clauses.iter_mut().filter(|(k, _)| *k == kw) {
            *text = text.split_inclusive(ends).map(word).collect();
        }
        self
    }

    /// The text.
    pub(crate) fn text(&self) -> String {
        self.clauses.iter().fold(self.head.clone(), |text, (_, clause)| format!("{text}\n{clause}"))
    }
}

fn opens_clause(kw: Kw) -> bool {
    use Kw::*;
    matches!(
        kw,
        Bearer
            | Toward
            | When
            | Unless
            | Deadline
            | Reviewer
            | Procedure
            | Remedy
            | Sanction
            | Answers
            | Body
            | Content
            | Joined
            | Refers
            | Says
            | Establishes
            | Reason
            | Reading
            | Means
    )
}
