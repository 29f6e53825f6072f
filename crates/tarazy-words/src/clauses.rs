//! What a provision says beyond its conditions: what is to be done, how it joins and words things, what it leans on; what a fact
//! tells of the world; how acts relate.

use tarazy_law::Lang;
use tarazy_law::model::{ActInfo, Norm, Relation, VocabFact, VocabId};
use tarazy_law::syntax::ast::{Aspect, Feasible};

use crate::amount::{capital, date};
use crate::condition::Shelf;
use crate::outline::Clause;
use crate::provision::clauses;
use crate::style::{Page, Role, Text};
use crate::tree::Node;
use crate::view::View;

fn leaf(text: String) -> Node {
    Node { truth: None, text, children: Vec::new() }
}

impl Shelf<'_> {
    /// What is to be done.
    pub(crate) fn content(&self, n: &Norm) -> Option<Clause> {
        let content = n.content.as_ref()?;
        let title = self.view.say("show-content", &[("kind", n.kind.as_str())]);
        Some(match self.condition(content) {
            lines if lines.is_empty() => Clause::Lines(title, vec![leaf(self.view.words.say("show-always"))]),
            lines => Clause::Lines(title, lines),
        })
    }

    /// How the text joins its bearers, words its terms, what it leans on and what it finds out.
    pub(crate) fn wording(&self, n: &Norm) -> Vec<Clause> {
        let words = self.view.words;
        let joined = n.joined.map(|how| {
            let how = words.say(&format!("show-joined-{}", how.as_str()));
            Clause::Note(capital(&words.say("show-joined")), how)
        });
        let refers = self.titled("show-refers", n.refers.iter().map(|a| leaf(self.act_called(a))).collect());
        let says = n.says.iter().map(|(term, wording)| Node {
            truth: None,
            text: self.term_called(term),
            children: Lang::ALL.map(|l| leaf(format!("{}  {}", l.code(), wording.get(l)))).into(),
        });
        let says = self.titled("show-says", says.collect());
        let found = n.establishes.iter().map(|f| leaf(label(&self.view, *f)));
        joined.into_iter().chain(refers).chain(says).chain(self.titled("show-establishes", found.collect())).collect()
    }

    /// Lines under a heading; nothing, where there are none.
    fn titled(&self, key: &str, lines: Vec<Node>) -> Option<Clause> {
        (!lines.is_empty()).then(|| Clause::Lines(self.view.words.say(key), lines))
    }

    /// A fact, a role or something defined, as people call it.
    fn term_called(&self, term: &str) -> String {
        let known = self.view.corpus.vocabulary.find(term).map(|v| label(&self.view, v));
        known.unwrap_or_else(|| self.view.quoted(term))
    }

    fn act_called(&self, name: &str) -> String {
        let known = self.view.corpus.acts.get(name).map(|a| self.view.words.of(&a.short).to_owned());
        format!("{} [{name}]", known.unwrap_or_default()).trim_start().to_owned()
    }

    /// An act that citations name.
    pub(crate) fn about_act(&self, id: &str, act: &ActInfo, page: &mut Page) {
        let (view, words) = (&self.view, self.view.words);
        page.line(
            0,
            Text::new(Role::Plain, format!("{} · ", words.say("show-act"))).and(Role::Strong, words.of(&act.short)),
        );
        let day = act.date.map(|d| date(words, &d.to_string()));
        let about = [Some(id.to_owned()), act.number.clone(), day, act.link.clone()];
        page.hang("  ", "  ", Text::new(Role::Faint, about.into_iter().flatten().collect::<Vec<_>>().join(" · ")));
        page.gap();
        for lang in Lang::ALL {
            page.hang(&format!("  {}  ", lang.code()), "      ", act.title.get(lang));
        }
        let note = |key: &str, text: String| (!text.is_empty()).then(|| Clause::Note(capital(&words.say(key)), text));
        let instead = act.replaced_by.as_ref().map(|n| self.act_called(&n.text));
        let notes = [
            note("show-rank", act.rank.clone().unwrap_or_default()),
            note("show-covers", act.covers.join(", ")),
            note("show-replaced", instead.unwrap_or_default()),
        ];
        let related = self.book.relations.iter().filter(|r| r.acts.iter().any(|a| a == id));
        let related = related.map(|r| {
            let others = r.acts.iter().filter(|a| *a != id).map(|a| self.act_called(a)).collect::<Vec<_>>();
            leaf(format!("{} · {}", others.join(", "), view.cited_by_id(&r.id)))
        });
        let related = self.titled("show-relations", related.collect());
        clauses(notes.into_iter().flatten().chain(related).collect(), page);
    }

    /// A provision that says how two acts relate.
    pub(crate) fn relation_clauses(&self, r: &Relation) -> Vec<Clause> {
        self.titled("show-acts", r.acts.iter().map(|a| leaf(self.act_called(a))).collect()).into_iter().collect()
    }
}

/// What the review may conclude from a fact, and who is able to bring it about.
pub(crate) fn of_the_world(view: &View<'_>, info: &VocabFact, page: &mut Page) {
    let mut lines = Vec::new();
    if let Some(aspect) = info.tells {
        lines.push(view.words.say(match aspect {
            Aspect::Stage => "show-tells-stage",
            Aspect::Cause => "show-tells-cause",
            Aspect::Abroad => "show-tells-abroad",
        }));
    }
    match &info.feasible {
        Some(Feasible::Nobody) => lines.push(view.words.say("show-feasible-nobody")),
        Some(Feasible::For(able)) => {
            let able: Vec<String> = able.iter().map(|f| label(view, *f)).collect();
            lines.push(view.say("show-feasible", &[("who", &view.words.list(&able, "or-list"))]));
        }
        None => {}
    }
    for (state, value) in &info.excluded_by {
        let other = view.corpus.vocabulary.fact(*state);
        let value = other.value_names().get(*value).map(|v| view.value(&other.name, v)).unwrap_or_default();
        lines.push(view.say("show-excluded", &[("fact", &label(view, *state)), ("value", &value)]));
    }
    if info.meaning_not_stated {
        lines.push(view.words.say("show-meaning-not-stated"));
    }
    for line in lines {
        page.hang("  ", "  ", Text::new(Role::Open, line));
    }
}

fn label(view: &View<'_>, id: VocabId) -> String {
    view.words.of(&view.corpus.vocabulary.fact(id).label).to_owned()
}
