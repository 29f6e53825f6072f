//! The canonical repairs: what a drafter would try first, tried.

use std::collections::BTreeSet;

use tarazy_law::Source;
use tarazy_law::model::{Derived, Formula, Loaded, NormId, ProvId};
use tarazy_law::syntax::ast::{Bearer, ItemKind, NormKind, Target};
use tarazy_law::syntax::keyword::Kw;

use super::page::{Cut, item, page};
use super::patch::apply;
use super::print::print;
use crate::class::Class;
use crate::context::Context;
use crate::difference::diagram::NEVER;
use crate::difference::roles;
use crate::difference::space::Space;
use crate::finding::{Finding, Kind, Repair, Subject, Value};
use crate::review::{Options, Review};

/// More than these are not tried for one finding; each costs a review.
const MOST_TRIED: usize = 4;
/// How many diagrams a comparison may need.
const MOST_NODES: usize = 500_000;

/// A wording to try: the key of its message, the provision that it mends, and the block.
struct Candidate {
    key: &'static str,
    at: ProvId,
    block: String,
}

/// A repair of one finding of a review, with its proof; `None` where none is known.
///
/// A page is offered only when the edition, reviewed again with it, has the finding no longer and has none that is new and weighs as much.
/// Where content is missing that only people can choose (an amount, a term, a body), the repair has no page, and its key says what is to be
/// filled in.
pub fn propose(
    loaded: &Loaded,
    context: &Context<'_>,
    review: &Review,
    finding: &Finding,
    options: &Options,
) -> Option<Repair> {
    let plain = Options { repairs: false, ..options.clone() };
    let key = finding.key();
    for c in candidates(context, finding).into_iter().take(MOST_TRIED) {
        let page = page(context.corpus, c.at, &c.block);
        let source = Source { path: "repair.md".to_owned(), text: page.clone() };
        let patched = apply(loaded, context.edition, vec![source], review, &plain);
        let heavy = |f: &Finding| f.class.weight() <= finding.class.weight();
        let read = patched.diagnostics.is_empty() && patched.difference.is_some();
        if read && patched.removed.contains(&key) && !patched.created.iter().any(heavy) {
            return Some(Repair { page, key: c.key, removes: patched.removed, creates: patched.created });
        }
    }
    let slot = slot(finding.class)?;
    Some(Repair { page: String::new(), key: slot, removes: Vec::new(), creates: Vec::new() })
}

/// Looks for a repair of every finding of a review.
pub fn mend(loaded: &Loaded, review: &mut Review, options: &Options) {
    let edition = review.edition.clone();
    let context = Context::new(&loaded.corpus, &edition);
    let found: Vec<Option<Repair>> =
        review.findings.iter().map(|f| propose(loaded, &context, review, f, options)).collect();
    for (f, repair) in review.findings.iter_mut().zip(found) {
        f.repair = repair;
    }
}

/// What is to be filled in, where only people can say with what.
fn slot(class: Class) -> Option<&'static str> {
    Some(match class {
        Class::NoConsequence => "repair-slot-consequence",
        Class::RightWithoutProcedure => "repair-slot-right",
        Class::Indistinguishable => "repair-slot-merge",
        Class::TimeContradicts => "repair-slot-term",
        _ => return None,
    })
}

fn candidates(context: &Context<'_>, f: &Finding) -> Vec<Candidate> {
    let all = match f.class {
        Class::Competing => competing(context, &f.subjects),
        Class::Impunity => {
            f.subjects.first().and_then(|s| exactly_where_the_other_applies(context, s)).into_iter().collect()
        }
        Class::NoConsequence => consequence(context, &f.subjects),
        Class::NotUsed | Class::Subsumed => f.subjects.first().and_then(repeal).into_iter().collect(),
        Class::Identical => f.subjects.iter().rev().filter_map(repeal).collect(),
        Class::Dead => shorter(context, &f.subjects, None),
        Class::Surplus => {
            let word = f.values.iter().find_map(|(name, v)| match v {
                Value::Names(names) if *name == "word" => Some(names.clone()),
                _ => None,
            });
            shorter(context, &f.subjects, word.as_deref())
        }
        Class::DanglingReference => re_point(context, &f.subjects).into_iter().collect(),
        Class::TimeContradicts => align(context, &f.subjects),
        _ => Vec::new(),
    };
    let mut seen = BTreeSet::new();
    all.into_iter().filter(|c| seen.insert(c.block.clone())).collect()
}

fn norm(context: &Context<'_>, s: &Subject) -> Option<NormId> {
    (s.kind == Kind::Norm).then(|| context.book.norm_ids.get(&s.name).copied()).flatten()
}

// Competition: the special norm goes before the general one, exactly where it applies; so nobody goes free by it.

fn competing(context: &Context<'_>, subjects: &[Subject]) -> Vec<Candidate> {
    let [one, other, ..] = subjects else { return Vec::new() };
    let (Some(one), Some(other)) = (norm(context, one), norm(context, other)) else { return Vec::new() };
    let book = &context.book;
    let before = |general: NormId, special: NormId, key| {
        let (gives_way, goes_first) = (&book.norm(general).id, &book.norm(special).id);
        let block = format!("displacement {gives_way}.gives-way.{goes_first} of {gives_way} by {goes_first}");
        Candidate { key, at: book.norm(general).provision, block }
    };
    let mut space = Space::new(book, MOST_NODES);
    let applies = [one, other].map(|n| space.term(Derived::Applies(n), 1));
    let mut inside = |special: usize| {
        let outside = space.d.without(applies[special], applies[1 - special]);
        let can = space.possible(outside, 1);
        space.d.and(outside, can) == NEVER && !space.d.full
    };
    if inside(0) {
        return vec![before(other, one, "repair-special"), before(one, other, "repair-special")];
    }
    if inside(1) {
        return vec![before(one, other, "repair-special"), before(other, one, "repair-special")];
    }
    // Whoever did it by themselves answers for that: the norm that asks more of the person's own conduct goes first.
    let own = [one, other].map(|n| conduct(context, Derived::Applies(n)));
    let (of_one, of_other) = (own[0].difference(&own[1]).count(), own[1].difference(&own[0]).count());
    let mut both = vec![before(one, other, "repair-own-conduct"), before(other, one, "repair-own-conduct")];
    if of_one > of_other {
        both.reverse();
    }
    both
}

/// The facts about the person, other than roles, on which a term rests.
fn conduct(context: &Context<'_>, what: Derived) -> BTreeSet<u32> {
    let (mut out, mut seen, mut todo) = (BTreeSet::new(), vec![what], vec![context.book.unfold(what)]);
    while let Some(f) = todo.pop() {
        f.visit(&mut |f| match f {
            Formula::Fact { fact, .. } => {
                if let tarazy_law::model::FactKind::Vocab(v) = context.book.fact(*fact).kind {
                    let info = context.corpus.vocabulary.fact(v);
                    if info.persons() > 0 && !info.is_role {
                        out.insert(v.0);
                    }
                }
            }
            Formula::Derived { what, .. } if !seen.contains(what) => {
                seen.push(*what);
                todo.push(context.book.unfold(*what));
            }
            _ => {}
        });
    }
    out
}

/// A displacement without conditions of its own: it holds where what takes the place applies, and nowhere else.
fn exactly_where_the_other_applies(context: &Context<'_>, s: &Subject) -> Option<Candidate> {
    let exc = context.book.exceptions.iter().find(|e| s.kind == Kind::Exception && e.id == s.name)?;
    let ItemKind::Exception(decl) = &item(context.corpus, &exc.id, exc.provision)?.kind else { return None };
    let by = decl.other.as_ref()?;
    let block = format!("replace displacement {} of {} by {}", exc.id, target(&decl.target), target(by));
    Some(Candidate { key: "repair-exactly-where", at: exc.provision, block })
}

fn target(t: &Target) -> String {
    let names: Vec<String> =
        t.names.iter().map(|(n, pattern)| if *pattern { format!("{}.*", n.text) } else { n.text.clone() }).collect();
    let kind = t.kind.map(|k| format!("{} ", k.as_str())).unwrap_or_default();
    format!("{kind}{}", names.join(", "))
}

/// A link to an offence or liability that strikes the same bearers.
fn consequence(context: &Context<'_>, subjects: &[Subject]) -> Vec<Candidate> {
    let Some(duty) = subjects.first().and_then(|s| norm(context, s)).map(|n| context.book.norm(n)) else {
        return Vec::new();
    };
    if !matches!(duty.kind, NormKind::Duty | NormKind::Prohibition) {
        return Vec::new();
    }
    let bound = roles(context.corpus, &context.book, duty);
    let strikes = context.book.norms.iter().filter(|n| n.answers() && !n.sanctions.is_empty());
    let same = strikes.filter(|n| !bound.is_empty() && roles(context.corpus, &context.book, n) == bound);
    let with = |offence: &str| {
        let cut = Cut::of(context.corpus, item(context.corpus, &duty.id, duty.provision)?)?;
        let block = cut.with(Kw::Sanction, format!("sanction {offence}")).text();
        Some(Candidate { key: "repair-sanction", at: duty.provision, block })
    };
    same.filter_map(|n| with(&n.id)).collect()
}

fn repeal(s: &Subject) -> Option<Candidate> {
    Some(Candidate { key: "repair-repeal", at: s.provision?, block: format!("repeal {}", s.name) })
}

/// The norm or definition without one member of its condition. With `word`, the meaning must stay; without, something must become possible.
fn shorter(context: &Context<'_>, subjects: &[Subject], word: Option<&[String]>) -> Vec<Candidate> {
    let Some(s) = subjects.first() else { return Vec::new() };
    let (book, corpus) = (&context.book, context.corpus);
    let (Some(provision), Some(what)) = (s.provision, context.derived(&s.name)) else { return Vec::new() };
    let Some(item) = item(corpus, &s.name, provision) else { return Vec::new() };
    let (kw, formula, rule) = match (what, &item.kind) {
        (Derived::Applies(n), ItemKind::Norm(_, rule)) => (Kw::When, book.norm(n).when.clone(), rule),
        (Derived::Definition(d), ItemKind::Definition(rule)) => (Kw::Means, book.definition(d).formula.clone(), rule),
        _ => return Vec::new(),
    };
    // What is read in several ways, and what a definition excepts, is not written anew.
    if !rule.readings.is_empty() || kw == Kw::Means && !rule.unless.is_empty() {
        return Vec::new();
    }
    let persons: Vec<String> = match (&rule.bearer, kw) {
        (Some(Bearer::Person(b)), Kw::When) => vec![b.var.text.clone()],
        (_, Kw::Means) => {
            let persons = rule.params.iter().filter(|p| tarazy_law::model::Sort::of(&p.text).is_none());
            persons.map(|p| p.text.clone()).collect()
        }
        _ => Vec::new(),
    };
    let mut space = Space::new(book, MOST_NODES);
    let about = persons.len() as u8;
    let old = space.about(&formula, about);
    let around = |g: Formula| match what {
        Derived::Applies(n) => Formula::all(vec![book.norm(n).bearer_cond.clone(), g]),
        _ => g,
    };
    let mut out = Vec::new();
    each_shorter(&formula, &mut |g| g, &mut |rest| {
        let fits = if word.is_some() {
            space.about(&rest, about) == old
        } else {
            let all = around(rest.clone());
            space.about(&all, about) != NEVER
        };
        if let Some(text) = fits.then(|| print(corpus, book, &rest, &persons)).flatten()
            && let Some(cut) = Cut::of(corpus, item)
        {
            let word = if kw == Kw::When { "when" } else { "means" };
            let block = cut.without(kw).with(kw, format!("{word} {text}")).text();
            out.push(Candidate { key: "repair-drop", at: provision, block });
        }
    });
    out
}

/// The condition without each member of an *and* or *or*; outer ones first.
fn each_shorter(at: &Formula, around: &mut dyn FnMut(Formula) -> Formula, f: &mut dyn FnMut(Formula)) {
    let joined = |all: bool, parts: Vec<Formula>| if all { Formula::all(parts) } else { Formula::any(parts) };
    match at {
        Formula::And(parts) | Formula::Or(parts) => {
            let all = matches!(at, Formula::And(_));
            for i in 0..parts.len() {
                let mut rest = parts.clone();
                rest.remove(i);
                f(around(joined(all, rest)));
            }
            for (i, member) in parts.iter().enumerate() {
                let mut inside = |new: Formula| {
                    let mut rest = parts.clone();
                    rest[i] = new;
                    around(joined(all, rest))
                };
                each_shorter(member, &mut inside, f);
            }
        }
        Formula::Not(inner) => each_shorter(inner, &mut |new| around(new.negated()), f),
        Formula::Some { var, body } => {
            each_shorter(body, &mut |new| around(Formula::Some { var: *var, body: Box::new(new) }), f);
        }
        _ => {}
    }
}

/// A reference to an act that another has replaced goes to that other.
fn re_point(context: &Context<'_>, subjects: &[Subject]) -> Option<Candidate> {
    let [from, act, ..] = subjects else { return None };
    let successor = context.corpus.acts.get(&act.name).filter(|_| act.kind == Kind::Act)?.replaced_by.as_ref()?;
    let provision = from.provision?;
    let cut = Cut::of(context.corpus, item(context.corpus, &from.name, provision)?)?;
    let block = cut.reworded(Kw::Refers, &act.name, &successor.text).text();
    Some(Candidate { key: "repair-re-point", at: provision, block })
}

/// One of the two terms that contradict each other becomes the other.
fn align(context: &Context<'_>, subjects: &[Subject]) -> Vec<Candidate> {
    let cut = |s: &Subject| Cut::of(context.corpus, item(context.corpus, &s.name, s.provision?)?);
    let as_in = |s: &Subject, other: &Subject| {
        let term = cut(other)?.only(Kw::Deadline)?.to_owned();
        let block = cut(s)?.without(Kw::Deadline).with(Kw::Deadline, term).text();
        Some(Candidate { key: "repair-align", at: s.provision?, block })
    };
    let [one, other, ..] = subjects else { return Vec::new() };
    as_in(one, other).into_iter().chain(as_in(other, one)).collect()
}
