//! An edition of the law: what it holds, and what its properties came out to be.

use tarazy_law::check::{Proof, PropertyResult};
use tarazy_law::model::{Corpus, ProvId, Rulebook};

use crate::condition::Shelf;
use crate::style::{Page, Role, Style, Text, chars};
use crate::view::View;
use crate::words::Words;

/// Everything an edition declares, by its name, with its kind and its place in the law.
pub fn contents(words: &Words, corpus: &Corpus, book: &Rulebook, style: &Style) -> String {
    let shelf = Shelf { view: View::of_edition(words, corpus, &book.selection.edition), book };
    let line = |kind: String, id: &str, provision: ProvId| {
        let kind = words.say(&kind).trim_end_matches(',').to_owned();
        let heading = shelf.view.heading(id).unwrap_or_default();
        (id.to_owned(), kind, format!("{} · {heading}", shelf.placed(id, provision).0))
    };
    let definitions = book.definitions.iter().map(|d| line("step-definition".to_owned(), &d.id, d.provision));
    let norms = book.norms.iter().map(|n| line(format!("kind-{}", n.kind.as_str()), &n.id, n.provision));
    let exceptions = book.exceptions.iter().filter(|e| !e.inline);
    let exceptions = exceptions.map(|e| line(format!("step-{}", e.kind.as_str()), &e.id, e.provision));
    let mut lines: Vec<(String, String, String)> = definitions.chain(norms).chain(exceptions).collect();
    lines.sort();
    let widest = |of: fn(&(String, String, String)) -> &str| lines.iter().map(|l| chars(of(l))).max().unwrap_or(0);
    let (ids, kinds) = (widest(|l| &l.0), widest(|l| &l.1));
    let mut page = Page::new(style);
    for (id, kind, place) in &lines {
        let (id, kind) = (format!("{id:ids$}  "), format!("{kind:kinds$}  "));
        page.row(Text::new(Role::Strong, id).and(Role::Faint, kind).and(Role::Plain, place.clone()));
    }
    page.finish()
}

/// A property and what came out, with the case that refutes it.
pub fn property(words: &Words, corpus: &Corpus, book: &Rulebook, result: &PropertyResult) -> String {
    let shelf = Shelf { view: View::of_edition(words, corpus, &book.selection.edition), book };
    let view = &shelf.view;
    let reading = |(ambiguity, reading): &(String, String)| {
        let label =
            view.readings(ambiguity).iter().find(|r| r.name.text == *reading).map(|r| words.of(&r.label).to_owned());
        format!("{} – {}", view.quoted(ambiguity), label.unwrap_or_else(|| reading.clone()))
    };
    let readings: Vec<String> = result.readings.iter().map(reading).collect();
    let readings = if readings.is_empty() { String::new() } else { format!(" [{}]", readings.join("; ")) };
    let outcome = match &result.proof {
        Proof::Proved => words.say("property-proved"),
        Proof::Undecided => words.say("property-undecided"),
        Proof::Refuted { norms, facts } => {
            let norms: Vec<String> =
                norms.iter().map(|n| shelf.placed(&book.norm(*n).id, book.norm(*n).provision).0).collect();
            // The first person is the one for whom the property fails.
            let name = |p: &usize| ["p", "q", "r"].get(*p).copied().unwrap_or("…").to_owned();
            let facts = facts
                .iter()
                .map(|a| view.fact(&shelf.fact(a.fact, &a.persons.iter().map(name).collect::<Vec<_>>(), a.values)));
            let facts = facts.collect::<Vec<_>>().join("; ");
            let which = if norms.is_empty() { "no" } else { "yes" };
            words
                .say_with("property-refuted", &[("has-norms", which), ("norms", &norms.join(" + ")), ("facts", &facts)])
        }
    };
    words.say_with(
        "property",
        &[
            ("name", &view.quoted(&result.property)),
            ("id", &result.property),
            ("readings", &readings),
            ("outcome", &outcome),
        ],
    )
}
