//! One element of the law, as the engine understands it, set out for a reader.

use tarazy_law::Lang;
use tarazy_law::model::{Corpus, ProvId, Rulebook, VocabFact};

use crate::amount::{capital, date};
use crate::clauses::of_the_world;
use crate::condition::Shelf;
use crate::outline::Clause;
use crate::style::{Page, Role, Style, Text};
use crate::tree::Node;
use crate::view::View;
use crate::words::Words;

/// One norm, exception, definition, act or fact; `None` when the edition has nothing of that name.
pub fn provision(words: &Words, corpus: &Corpus, book: &Rulebook, id: &str, style: &Style) -> Option<String> {
    let shelf = Shelf { view: View::of_edition(words, corpus, &book.selection.edition), book };
    let mut page = Page::new(style);
    if let Some(n) = book.norms.iter().find(|n| n.id == id) {
        shelf.head(&format!("kind-{}", n.kind.as_str()), &n.id, n.provision, &mut page);
        clauses(shelf.norm_clauses(n), &mut page);
    } else if let Some(d) = book.definitions.iter().find(|d| d.id == id) {
        shelf.head("step-definition", id, d.provision, &mut page);
        clauses(shelf.definition_clauses(d), &mut page);
    } else if let Some(e) = book.exceptions.iter().find(|e| e.id == id) {
        shelf.head(&format!("step-{}", e.kind.as_str()), &e.id, e.provision, &mut page);
        clauses(shelf.exception_clauses(e), &mut page);
    } else if let Some(r) = book.relations.iter().find(|r| r.id == id) {
        shelf.head("show-relation", &r.id, r.provision, &mut page);
        clauses(shelf.relation_clauses(r), &mut page);
    } else if let Some(act) = corpus.acts.get(id) {
        shelf.about_act(id, act, &mut page);
    } else {
        let vocab = corpus.vocabulary.find(id)?;
        fact(&shelf.view, corpus.vocabulary.fact(vocab), &mut page);
    }
    Some(page.finish())
}

impl Shelf<'_> {
    /// What it is, where it stands, how far it was read, and what it says in the three languages.
    pub(crate) fn head(&self, kind: &str, id: &str, provision: ProvId, page: &mut Page) {
        let (view, p) = (&self.view, self.view.corpus.provision(provision));
        let (place, source) = self.placed(id, provision);
        let kind = capital(view.words.say(kind).trim_end_matches(','));
        let heading = view.heading(id).unwrap_or(&p.heading).to_owned();
        page.hang(
            "",
            "  ",
            Text::new(Role::Plain, format!("{kind} · "))
                .and(Role::Strong, place)
                .and(Role::Plain, format!(" · {heading}")),
        );
        let mut about = vec![id.to_owned(), view.edition(&p.edition), source];
        if let Some(days) = p.in_force {
            let since = view.words.say_with("in-force-since", &[("day", &date(view.words, &days.from.to_string()))]);
            about.push(since);
            about.extend(
                days.until
                    .map(|d| view.words.say_with("in-force-until", &[("day", &date(view.words, &d.to_string()))])),
            );
        }
        page.hang("  ", "  ", Text::new(Role::Faint, about.join(" · ")));
        page.gap();
        for lang in Lang::ALL {
            page.hang(&format!("  {}  ", lang.code()), "      ", p.texts.get(lang));
        }
    }
}

/// The clauses one below another.
pub(crate) fn clauses(clauses: Vec<Clause>, page: &mut Page) {
    for clause in clauses {
        page.gap();
        match clause {
            Clause::Lines(title, lines) => {
                page.line(0, Text::new(Role::Strong, title));
                Node { truth: None, text: String::new(), children: lines }.draw(page, "  ");
            }
            Clause::Note(key, text) => {
                page.hang("", "  ", Text::new(Role::Strong, format!("{key}: ")).and(Role::Plain, text));
            }
            Clause::Remark(text) => page.line(0, Text::new(Role::Strong, text)),
        }
    }
}

/// A fact: its label, the question, the values it can have.
fn fact(view: &View<'_>, info: &VocabFact, page: &mut Page) {
    let kind = view.words.say(if info.is_role { "show-role" } else { "show-fact" });
    page.line(0, Text::new(Role::Plain, format!("{kind} · ")).and(Role::Strong, view.words.of(&info.label)));
    let names: Vec<&str> = std::iter::once(&info.name).chain(&info.also).map(String::as_str).collect();
    page.line(2, Text::new(Role::Faint, names.join(" · ")));
    page.gap();
    for lang in Lang::ALL {
        page.hang(&format!("  {}  ", lang.code()), "      ", info.question.get(lang));
    }
    page.gap();
    for (written, said) in view.answers(info) {
        page.line(2, format!("{written} – {said}"));
    }
    if info.assessed {
        page.line(2, Text::new(Role::Open, view.words.say("question-assessed")));
    }
    of_the_world(view, info, page);
}
