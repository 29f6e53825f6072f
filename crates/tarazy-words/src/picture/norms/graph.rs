//! What relates to what: norms, named exceptions, and the roles that bear norms.

use std::collections::{BTreeMap, BTreeSet};

use tarazy_law::model::{Derived, Edge, Exception, FactKind, Formula, Norm, ProvId};
use tarazy_law::syntax::ast::{ExceptionKind, LinkKind};

use super::Link;
use crate::amount::capital;
use crate::condition::Shelf;
use crate::picture::card::{Before, Card, Port, Row};
use crate::picture::look::{NAME, SMALL, Tie};
use crate::view::View;

/// An exception from more norms than these is a rule of the general part: it is counted, not drawn.
const HUB: usize = 6;

/// A card in the making.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// Its name in the law language; none where it stands for persons.
    pub(super) name: Option<String>,
    /// What it is called.
    pub(super) heading: String,
    /// Its kind and its place.
    place: String,
    /// The roles that bear it.
    roles: Vec<String>,
    /// It belongs to what the picture is of, not only to its neighbours.
    own: bool,
    exception: bool,
    /// What is said besides, without a line.
    notes: Vec<String>,
}

/// A link between two cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line {
    pub(super) from: usize,
    pub(super) to: usize,
    /// The key of what it means.
    pub(super) means: &'static str,
    pub(super) tie: Tie,
}

/// Cards and links.
#[derive(Clone, Debug, Default)]
pub(super) struct Graph {
    pub(super) nodes: Vec<Node>,
    pub(super) lines: Vec<Line>,
}

/// Everything of an edition that could be drawn, by name.
struct Whole {
    names: Vec<String>,
    provisions: Vec<ProvId>,
    lines: Vec<Line>,
    /// Exceptions from many norms: how many.
    hubs: BTreeMap<usize, usize>,
}

impl Whole {
    fn new(shelf: &Shelf<'_>) -> Whole {
        let book = shelf.book;
        let named = book.exceptions.iter().filter(|e| !e.inline && drawn(e.kind));
        let all: Vec<(String, ProvId)> = (book.norms.iter().map(|n| (n.id.clone(), n.provision)))
            .chain(named.clone().map(|e| (e.id.clone(), e.provision)))
            .collect();
        let place: BTreeMap<&str, usize> = all.iter().enumerate().map(|(i, (n, _))| (n.as_str(), i)).collect();
        let at = |name: &str| place.get(name).copied();
        let mut lines = BTreeSet::new();
        let mut hubs = BTreeMap::new();
        for n in &book.norms {
            for (kind, to) in &n.links {
                let (means, tie) = match kind {
                    LinkKind::Sanction => ("relations-sanction", Tie::Applies),
                    LinkKind::Procedure => ("relations-procedure", Tie::Known),
                    LinkKind::Remedy => ("relations-remedy", Tie::Known),
                    LinkKind::AnswersTo => ("relations-answers-to", Tie::Known),
                };
                if let (Some(from), Some(to)) = (at(&n.id), at(to)) {
                    lines.insert(Line { from, to, means, tie });
                }
            }
        }
        for e in named {
            let Some(own) = at(&e.id) else { continue };
            let touched = |edge: &Edge| match edge {
                Edge::Norm(n) => at(&book.norm(*n).id),
                Edge::Exception(x) => at(&book.exception(*x).id),
            };
            let (touches, instead) = means(e);
            // What takes the place of a group to which it belongs is no exception to itself.
            let others: BTreeSet<usize> = e.others.iter().filter_map(|n| at(&book.norm(*n).id)).collect();
            let targets: BTreeSet<usize> =
                e.targets.iter().filter_map(touched).filter(|t| !others.contains(t)).collect();
            if targets.len() > HUB {
                hubs.insert(own, targets.len());
            } else {
                lines.extend(targets.iter().map(|t| Line { from: *t, to: own, means: touches, tie: Tie::Open }));
            }
            if others.len() <= HUB {
                lines.extend(others.iter().map(|o| Line { from: own, to: *o, means: instead, tie: Tie::Open }));
            }
        }
        let lines = lines.into_iter().filter(|l| l.from != l.to).collect();
        let (names, provisions) = all.into_iter().unzip();
        Whole { names, provisions, lines, hubs }
    }

    /// These elements with the links between them, and who bears them.
    fn part(&self, shelf: &Shelf<'_>, wanted: &BTreeSet<usize>, own: &BTreeSet<usize>) -> Graph {
        let mut graph = Graph::default();
        let place: BTreeMap<usize, usize> = wanted.iter().enumerate().map(|(new, old)| (*old, new)).collect();
        for i in wanted {
            let mut node = node(shelf, &self.names[*i], self.provisions[*i], own.contains(i));
            if let Some(count) = self.hubs.get(i) {
                node.notes.push(shelf.view.say("relations-many", &[("count", &count.to_string())]));
            }
            graph.nodes.push(node);
        }
        for l in &self.lines {
            if let (Some(from), Some(to)) = (place.get(&l.from), place.get(&l.to))
                && (own.contains(&l.from) || own.contains(&l.to))
            {
                graph.lines.push(Line { from: *from, to: *to, ..*l });
            }
        }
        graph.bearers();
        graph
    }
}

impl Node {
    /// Roles are named that bear it.
    pub(super) fn is_borne(&self) -> bool {
        self.name.is_some() && !self.roles.is_empty()
    }
}

impl Graph {
    /// The norms alone. Whoever bears them stands behind them.
    pub(super) fn without_bearers(&self) -> Graph {
        let count = self.nodes.iter().take_while(|n| n.name.is_some()).count();
        let lines = self.lines.iter().copied().filter(|l| l.from < count && l.to < count).collect();
        Graph { nodes: self.nodes[..count].to_vec(), lines }
    }

    /// What these provisions declare, and what it is linked to.
    pub(super) fn around(shelf: &Shelf<'_>, provisions: &[ProvId]) -> Graph {
        let whole = Whole::new(shelf);
        let own: BTreeSet<usize> =
            (0..whole.names.len()).filter(|i| provisions.contains(&whole.provisions[*i])).collect();
        let mut wanted: BTreeSet<usize> = BTreeSet::new();
        for l in whole.lines.iter().filter(|l| own.contains(&l.from) || own.contains(&l.to)) {
            wanted.extend([l.from, l.to]);
        }
        // Norms that somebody bears are worth a picture too, if there are several.
        let borne: Vec<usize> = own.iter().copied().filter(|i| !roles(shelf, &whole.names[*i]).is_empty()).collect();
        if borne.len() > 1 || !wanted.is_empty() {
            wanted.extend(borne);
        }
        whole.part(shelf, &wanted, &own)
    }

    /// Each group of connected elements of an edition.
    pub(super) fn groups(shelf: &Shelf<'_>) -> Vec<Graph> {
        let whole = Whole::new(shelf);
        let mut group: Vec<usize> = (0..whole.names.len()).collect();
        // As often as there are elements at most; lines are few.
        loop {
            let before = group.clone();
            for l in &whole.lines {
                let least = group[l.from].min(group[l.to]);
                (group[l.from], group[l.to]) = (least, least);
            }
            if group == before {
                break;
            }
        }
        let mut groups: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (i, g) in group.iter().enumerate() {
            groups.entry(*g).or_default().insert(i);
        }
        let mut groups: Vec<BTreeSet<usize>> = groups.into_values().filter(|g| g.len() > 1).collect();
        groups.sort_by_key(|g| std::cmp::Reverse(g.len()));
        groups.iter().map(|g| whole.part(shelf, g, g)).collect()
    }

    /// Cards for whoever bears norms: one for each set of roles.
    fn bearers(&mut self) {
        let norms = self.nodes.len();
        for norm in 0..norms {
            let roles = self.nodes[norm].roles.clone();
            if roles.is_empty() {
                continue;
            }
            let same = self.nodes[norms..].iter().position(|n| n.roles == roles).map(|i| norms + i);
            let from = same.unwrap_or_else(|| {
                let heading = capital(&roles.join(", "));
                self.nodes.push(Node {
                    name: None,
                    heading,
                    place: String::new(),
                    roles,
                    own: true,
                    exception: false,
                    notes: Vec::new(),
                });
                self.nodes.len() - 1
            });
            self.lines.push(Line { from, to: norm, means: "relations-bears", tie: Tie::Known });
        }
    }

    /// The links that begin at a card, those of one meaning together.
    pub(super) fn rows(&self, node: usize) -> Vec<(&'static str, Tie, Vec<usize>)> {
        let mut out: Vec<(&'static str, Tie, Vec<usize>)> = Vec::new();
        for l in self.lines.iter().filter(|l| l.from == node) {
            match out.iter_mut().find(|(means, ..)| *means == l.means) {
                Some((_, _, to)) => to.push(l.to),
                None => out.push((l.means, l.tie, vec![l.to])),
            }
        }
        out
    }

    /// The card of a node. With `alone`, who bears a norm is said in its card, for there is no card of theirs.
    pub(super) fn card(&self, view: &View<'_>, node: usize, alone: bool) -> Card {
        let n = &self.nodes[node];
        let heading = Row::new(n.heading.clone(), NAME, "pic-name", 4);
        if n.name.is_none() {
            let rows = vec![heading.before(Before::Sign("person")).port(Port::Norms(0, Tie::Known))];
            return Card { class: "pic-card pic-person", rows };
        }
        let mut rows = vec![heading, Row::new(n.place.clone(), SMALL, "pic-faint", 3)];
        if alone && !n.roles.is_empty() {
            let who = view.say("relations-who", &[("roles", &n.roles.join(", "))]);
            rows.push(Row::new(who, SMALL, "pic-text", 3));
        }
        rows.extend(n.notes.iter().map(|note| Row::new(note.clone(), SMALL, "pic-text", 2)));
        for (i, (means, tie, to)) in self.rows(node).into_iter().enumerate() {
            let to: Vec<&str> = to.iter().map(|t| self.nodes[*t].heading.as_str()).collect();
            let text = format!("{}: {}", view.say(means, &[]), to.join("; "));
            let row = Row::new(text, SMALL, "pic-text", 3).before(Before::Bullet { hollow: tie == Tie::Open });
            rows.push(row.gap(if i == 0 { 8 } else { 4 }).port(Port::Norms(i, tie)));
        }
        let class = match (n.exception, n.own) {
            (true, _) => "pic-card pic-open",
            (_, true) => "pic-card pic-norm pic-own",
            _ => "pic-card pic-norm",
        };
        Card { class, rows }
    }

    /// Every link in words.
    pub(super) fn links(&self, view: &View<'_>) -> Vec<Link> {
        let end = |i: usize| (self.nodes[i].name.clone(), self.nodes[i].heading.clone());
        let mut lines = self.lines.clone();
        lines.sort_unstable();
        let link = |l: &Line| Link { from: end(l.from), means: view.say(l.means, &[]), to: end(l.to) };
        lines.iter().map(link).collect()
    }

    /// What tells this picture from others of the edition.
    pub(super) fn key(&self) -> String {
        self.nodes.first().and_then(|n| n.name.clone()).unwrap_or_default()
    }
}

/// The kinds of exception that stand between norms; scopes and presumptions concern all alike.
fn drawn(kind: ExceptionKind) -> bool {
    matches!(
        kind,
        ExceptionKind::CarveOut | ExceptionKind::Displacement | ExceptionKind::Proviso | ExceptionKind::Savings
    )
}

/// What a link to an exception and a link from it mean.
fn means(e: &Exception) -> (&'static str, &'static str) {
    match e.kind {
        ExceptionKind::Proviso => ("relations-proviso", "relations-instead"),
        ExceptionKind::Savings => ("relations-savings", "relations-beside"),
        _ => ("relations-except", "relations-instead"),
    }
}

fn node(shelf: &Shelf<'_>, name: &str, provision: ProvId, own: bool) -> Node {
    let view = &shelf.view;
    let norm = shelf.book.norms.iter().find(|n| n.id == name);
    let exception = shelf.book.exceptions.iter().find(|e| e.id == name);
    let kind = match (norm, exception) {
        (Some(n), _) => format!("kind-{}", n.kind.as_str()),
        (_, Some(e)) => format!("step-{}", e.kind.as_str()),
        _ => "step-definition".to_owned(),
    };
    let (place, _) = shelf.placed(name, provision);
    // What is abbreviated and its number stay on one line.
    let place = place.replace(". ", ".\u{a0}").replace(") ", ")\u{a0}");
    Node {
        name: Some(name.to_owned()),
        heading: capital(view.heading(name).unwrap_or(name)),
        place: format!("{} · {place}", capital(view.words.say(&kind).trim_end_matches(','))),
        roles: norm.map(|n| of_norm(shelf, n)).unwrap_or_default(),
        own,
        exception: norm.is_none(),
        notes: Vec::new(),
    }
}

fn roles(shelf: &Shelf<'_>, name: &str) -> Vec<String> {
    shelf.book.norms.iter().find(|n| n.id == name).map(|n| of_norm(shelf, n)).unwrap_or_default()
}

/// The roles that make somebody the bearer of a norm, definitions opened.
fn of_norm(shelf: &Shelf<'_>, norm: &Norm) -> Vec<String> {
    const DEPTH: usize = 4;
    fn look(shelf: &Shelf<'_>, formula: &Formula, depth: usize, out: &mut Vec<String>) {
        match formula {
            Formula::Fact { fact, args, test } if args.vars().first() == Some(&0) => {
                let FactKind::Vocab(v) = shelf.book.fact(*fact).kind else { return };
                let info = shelf.view.corpus.vocabulary.fact(v);
                let label = shelf.view.words.of(&info.label);
                if info.is_role && test.values & 2 != 0 && !out.iter().any(|o| o == label) {
                    out.push(label.to_owned());
                }
            }
            Formula::Derived { what: Derived::Definition(d), .. } if depth > 0 => {
                look(shelf, &shelf.book.definition(*d).formula, depth - 1, out);
            }
            Formula::And(parts) | Formula::Or(parts) => parts.iter().for_each(|p| look(shelf, p, depth, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    look(shelf, &norm.bearer_cond, DEPTH, &mut out);
    out
}
