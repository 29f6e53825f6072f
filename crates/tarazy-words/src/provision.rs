//! One element of the law, as the engine understands it, set out for a reader.

use tarazy_law::Lang;
use tarazy_law::model::{Bearer, Corpus, Edge, ExcId, Exception, Formula, Norm, ProvId, Rulebook, VocabFact};
use tarazy_law::syntax::ast::{DeadlineLength, ExceptionKind};

use crate::amount::{capital, date};
use crate::clauses::of_the_world;
use crate::condition::Shelf;
use crate::style::{Page, Role, Style, Text};
use crate::tree::Node;
use crate::view::View;
use crate::words::Words;

/// One norm, exception, definition, act or fact; `None` when the edition has nothing of that name.
pub fn provision(words: &Words, corpus: &Corpus, book: &Rulebook, id: &str, style: &Style) -> Option<String> {
    let shelf = Shelf { view: View::of_edition(words, corpus, &book.selection.edition), book };
    let mut page = Page::new(style);
    if let Some(n) = book.norms.iter().find(|n| n.id == id) {
        shelf.norm(n, &mut page);
    } else if let Some(d) = book.definitions.iter().find(|d| d.id == id) {
        shelf.head("step-definition", id, d.provision, &mut page);
        shelf.section("show-means", &d.formula, &mut page);
    } else if let Some(e) = book.exceptions.iter().find(|e| e.id == id) {
        shelf.exception(e, &mut page);
    } else if let Some(r) = book.relations.iter().find(|r| r.id == id) {
        shelf.relation(r, &mut page);
    } else if let Some(act) = corpus.acts.get(id) {
        shelf.act(id, act, &mut page);
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

    /// A heading with the lines of a condition; nothing, where the condition always holds.
    fn section(&self, key: &str, formula: &Formula, page: &mut Page) {
        self.lines(key, self.condition(formula), page);
    }

    pub(crate) fn lines(&self, key: &str, lines: Vec<Node>, page: &mut Page) {
        titled(&self.view.words.say(key), lines, page);
    }

    fn norm(&self, n: &Norm, page: &mut Page) {
        self.head(&format!("kind-{}", n.kind.as_str()), &n.id, n.provision, page);
        if n.bearer == Bearer::NotStated {
            page.gap();
            page.line(0, Text::new(Role::Strong, self.view.words.say("show-names-nobody")));
        }
        self.section("show-who", &n.bearer_cond, page);
        for (key, other) in [("show-toward", &n.toward), ("show-reviewer", &n.reviewer)] {
            if let Some(formula) = other {
                self.section(key, formula, page);
            }
        }
        self.section("show-when", &n.when, page);
        self.content(n, page);
        self.edges("show-unless", n.unless.iter().chain(&n.exceptions), page);
        self.edges("show-scope", n.scopes.iter(), page);
        let provisos = n.provisos.iter().map(|e| self.proviso(*e));
        self.lines("show-follows", n.sanctions.iter().map(|s| self.consequence(s)).chain(provisos).collect(), page);
        if let Some(deadline) = &n.deadline {
            let from = deadline.from.map(|v| self.view.corpus.vocabulary.fact(v).name.clone());
            let (kind, count, unit) = match deadline.length {
                DeadlineLength::Immediately => ("immediately", None, None),
                DeadlineLength::Within(n, u) => ("within", Some(n), Some(u.as_str())),
                DeadlineLength::Every(n, u) => ("every", Some(n), Some(u.as_str())),
            };
            let term = self.view.deadline(&tarazy_law::decide::answer::DeadlineRef { kind, count, unit, from });
            self.note("note-deadline", &term, page);
        }
        let body = n.body.as_ref().and_then(|b| self.view.corpus.authorities.get(b)).map(|t| self.view.words.of(t));
        self.note("note-body", body.unwrap_or_default(), page);
        self.edges("show-presumed", n.presumptions.iter(), page);
        self.edges("show-beside", n.beside.iter().map(|(_, e)| e), page);
        self.edges("show-reaches-back", n.retroactivity.iter(), page);
        self.wording(n, page);
    }

    pub(crate) fn note(&self, key: &str, text: &str, page: &mut Page) {
        if !text.is_empty() {
            page.gap();
            let key = capital(&self.view.words.say(key));
            page.hang("", "  ", Text::new(Role::Strong, format!("{key}: ")).and(Role::Plain, text));
        }
    }

    /// Exceptions with their places and conditions.
    fn edges<'e>(&self, key: &str, edges: impl Iterator<Item = &'e ExcId>, page: &mut Page) {
        let lines = edges.map(|e| {
            let exc = self.book.exception(*e);
            Node {
                truth: None,
                text: self.edge(exc),
                children: self.presumed(exc).into_iter().chain(self.condition(&exc.cond)).collect(),
            }
        });
        self.lines(key, lines.collect(), page);
    }

    fn edge(&self, exc: &Exception) -> String {
        let (place, _) = self.placed(&exc.id, exc.provision);
        // Under a heading of their own the others need not say again what they are.
        let kind = match exc.kind {
            ExceptionKind::CarveOut | ExceptionKind::Displacement | ExceptionKind::Proviso => {
                format!("{} ", self.view.words.say(&format!("step-{}", exc.kind.as_str())))
            }
            _ => String::new(),
        };
        self.view.say(
            "show-edge",
            &[("what", &kind), ("name", &self.view.quoted(&exc.id)), ("place", &place), ("id", &exc.id)],
        )
    }

    /// The fact as a presumption has it.
    fn presumed(&self, exc: &Exception) -> Option<Node> {
        let (vocab, value) = exc.presumed?;
        let fact = self.fact(*self.book.vocab.get(&vocab)?, &["p".to_owned(), "q".to_owned()], 1 << value);
        Some(Node { truth: None, text: self.view.fact(&fact), children: Vec::new() })
    }

    fn proviso(&self, id: ExcId) -> Node {
        let exc = self.book.exception(id);
        let children = self.condition(&exc.cond).into_iter().chain(exc.sanctions.iter().map(|s| self.consequence(s)));
        Node { truth: None, text: self.edge(exc), children: children.collect() }
    }

    fn exception(&self, e: &Exception, page: &mut Page) {
        self.head(&format!("step-{}", e.kind.as_str()), &e.id, e.provision, page);
        let touched = |edge: &Edge| {
            let (id, provision) = match edge {
                Edge::Norm(n) => (&self.book.norm(*n).id, self.book.norm(*n).provision),
                Edge::Exception(x) => (&self.book.exception(*x).id, self.book.exception(*x).provision),
            };
            self.element(id, provision)
        };
        self.lines("show-touches", e.targets.iter().map(touched).collect(), page);
        let others = e.others.iter().map(|n| self.element(&self.book.norm(*n).id, self.book.norm(*n).provision));
        self.lines("show-instead", others.collect(), page);
        self.lines("show-presumed", self.presumed(e).into_iter().collect(), page);
        self.section("show-when", &e.cond, page);
        if let Some(reason) = &e.reason {
            self.section("show-reason", reason, page);
        }
        self.lines("show-follows", e.sanctions.iter().map(|s| self.consequence(s)).collect(), page);
    }

    fn element(&self, id: &str, provision: ProvId) -> Node {
        let (place, _) = self.placed(id, provision);
        Node {
            truth: None,
            text: format!("{} · {place} [{id}]", self.view.heading(id).unwrap_or(id)),
            children: Vec::new(),
        }
    }
}

/// Lines under a title; nothing, where there are none.
pub(crate) fn titled(title: &str, lines: Vec<Node>, page: &mut Page) {
    if lines.is_empty() {
        return;
    }
    page.gap();
    page.line(0, Text::new(Role::Strong, title));
    Node { truth: None, text: String::new(), children: lines }.draw(page, "  ");
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
