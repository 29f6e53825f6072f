//! The norms on which somebody may answer, set out by verdict and by person, with their reasons.

use serde::Serialize;
use tarazy_law::decide::answer::{Decision, Finding, TruthRef, Verdict};
use tarazy_words::{Detail, Node, Note, Shown, View, answers, capital, clusters, source, steps_away};

use crate::sheet::Row;

/// So many open norms of one person are set out with their reasons; the rest wait in a table.
const NEAREST: usize = 2;
/// Where there are more persons than this, only the nearest norm of each.
const FEW: usize = 3;
/// So many norms stand side by side on one page.
const BESIDE: usize = 3;
/// What stands where there is nothing.
const NOTHING: &str = "–";
/// A derivation with more lines is cut to those that decide.
const LINES: usize = 40;
/// Lines below this depth stand no further to the right.
const DEPTH: usize = 10;

/// Norms on which persons may answer, with one verdict.
#[derive(Serialize)]
pub(crate) struct Chapter {
    heading: String,
    persons: Vec<Answering>,
}

/// One person, with the norms on which they may answer.
#[derive(Serialize)]
struct Answering {
    name: String,
    /// Norms that compete, side by side: for each table its rows, each with its head and a cell for each norm.
    beside: Vec<Vec<Cells>>,
    norms: Vec<Norm>,
}

#[derive(Serialize)]
struct Cells {
    label: String,
    cells: Vec<String>,
}

/// One norm for one person.
#[derive(Serialize)]
struct Norm {
    kind: String,
    place: String,
    heading: String,
    source: String,
    verdict: String,
    text: Option<String>,
    notes: Vec<Row>,
    why: String,
    reasons: Vec<Reason>,
}

/// A line of a derivation.
#[derive(Serialize)]
struct Reason {
    depth: usize,
    sign: &'static str,
    text: String,
}

/// What the signs mean: nobody has to know them, and nobody has to see a colour.
fn legend(view: &View<'_>) -> String {
    let meaning = |(truth, word): (TruthRef, &str)| {
        let sign = Node { truth: Some(truth), text: String::new(), children: Vec::new() };
        format!("{}\u{a0}{}", sign.sign(), view.say("truth-mark", &[("truth", word)]))
    };
    let all = [(TruthRef::Yes, "yes"), (TruthRef::No, "no"), (TruthRef::Open, "open")];
    all.map(meaning).join(", ")
}

/// The findings that say who answers, with one verdict, by person.
pub(crate) fn chapter(view: &View<'_>, decision: &Decision, verdict: Verdict) -> Option<Chapter> {
    let findings = answering(decision, verdict);
    let mut shown = Shown::default();
    let many = decision.case.persons.len();
    let persons: Vec<Answering> = by_person(&findings)
        .into_iter()
        .map(|(person, findings)| {
            let (set_out, _) = split(view, &findings, many);
            let norms = set_out.into_iter().map(|f| norm(view, f, &mut shown)).collect();
            Answering { name: name(view, person), beside: beside(view, &findings), norms }
        })
        .filter(|p| !p.norms.is_empty())
        .collect();
    let heading = capital(&view.words.say(&format!("paper-chapter-{}", verdict.as_str())));
    (!persons.is_empty()).then_some(Chapter { heading, persons })
}

/// The findings that say who answers, with one verdict, the nearest to applying first.
pub(crate) fn answering(decision: &Decision, verdict: Verdict) -> Vec<&Finding> {
    let mut out: Vec<&Finding> = decision.findings.iter().filter(|f| answers(f.kind) && f.verdict == verdict).collect();
    out.sort_by_key(|f| steps_away(f));
    out
}

/// What is set out with its reasons, and what is too far from applying for that.
pub(crate) fn split<'f>(
    view: &View<'_>,
    findings: &[&'f Finding],
    persons: usize,
) -> (Vec<&'f Finding>, Vec<&'f Finding>) {
    let (mut near, mut far): (Vec<&Finding>, Vec<&Finding>) = findings.iter().partition(|f| view.worth_deriving(f));
    let open = |f: &&&Finding| f.verdict == Verdict::Unknown;
    let most = if persons > FEW { 1 } else { NEAREST };
    if near.iter().filter(open).count() > most {
        far.splice(0..0, near.drain(most..));
    }
    (near, far)
}

/// A person; somebody, where the text names nobody.
pub(crate) fn name(view: &View<'_>, person: Option<&str>) -> String {
    capital(&person.map_or_else(|| view.words.say("names-no-person"), |p| view.person(p)))
}

/// The findings of each person; what names nobody comes last.
pub(crate) fn by_person<'f>(findings: &[&'f Finding]) -> Vec<(Option<&'f str>, Vec<&'f Finding>)> {
    let mut out: Vec<(Option<&str>, Vec<&Finding>)> = Vec::new();
    for f in findings {
        match out.iter_mut().find(|(p, _)| *p == f.person.as_deref()) {
            Some((_, list)) => list.push(f),
            None => out.push((f.person.as_deref(), vec![f])),
        }
    }
    out.sort_by_key(|(p, _)| p.is_none());
    out
}

fn norm(view: &View<'_>, f: &Finding, shown: &mut Shown) -> Norm {
    let (why, reasons) = reasons(view, f, shown);
    // What already stands side by side, or stands in the reasons below and among the facts, is not said again.
    let said: &[&str] = match f.verdict {
        Verdict::Competing => &["note-follows", "note-deadline", "note-body"],
        _ => &["note-contested"],
    };
    let notes = view.notes(f).into_iter().filter(|n| !said.iter().any(|k| n.label == view.words.say(k)));
    Norm {
        kind: capital(&view.words.say(&format!("kind-{}", f.kind.as_str()))),
        place: view.cited(&f.norm),
        heading: view.heading(&f.norm.id).unwrap_or(&f.norm.id).to_owned(),
        source: source(view.words, &f.norm),
        verdict: view.words.say(&format!("verdict-{}", f.verdict.as_str())),
        text: if f.verdict == Verdict::Competing { None } else { view.restated(&f.norm.id) },
        notes: notes.map(note).collect(),
        why,
        reasons,
    }
}

fn note(n: Note) -> Row {
    let text = if n.label.is_empty() { capital(&n.text) } else { n.text };
    Row { label: capital(&n.label), text }
}

/// The derivation; where it is too long for paper, the facts that decide.
fn reasons(view: &View<'_>, f: &Finding, shown: &mut Shown) -> (String, Vec<Reason>) {
    let mut then = shown.clone();
    let mut out = Vec::new();
    for child in &view.tree(&f.reason, Some(&mut then)).children {
        lines(child, 0, &mut out);
    }
    if out.len() <= LINES {
        *shown = then;
        let why = capital(&view.words.say("note-why"));
        return (format!("{why} ({})", legend(view)), out);
    }
    // Its rivals are named already.
    let rivals = usize::from(f.verdict == Verdict::Competing);
    let deciding = |text: String| Reason { depth: 0, sign: "–", text: capital(&text) };
    (view.words.say("paper-why-cut"), view.because(f).into_iter().skip(rivals).map(deciding).collect())
}

fn lines(node: &Node, depth: usize, out: &mut Vec<Reason>) {
    let sign = if node.truth.is_some() { node.sign() } else { "–" };
    out.push(Reason { depth: depth.min(DEPTH), sign, text: node.text.clone() });
    for child in &node.children {
        lines(child, depth + 1, out);
    }
}

/// Norms that compete for one person: what each says and what would follow, in columns.
fn beside(view: &View<'_>, findings: &[&Finding]) -> Vec<Vec<Cells>> {
    let competing: Vec<&Finding> = findings.iter().copied().filter(|f| f.verdict == Verdict::Competing).collect();
    let mut out = Vec::new();
    for cluster in clusters(&competing) {
        for norms in cluster.chunks(BESIDE) {
            let row = |key: &str, cell: &dyn Fn(&Finding) -> String| Cells {
                label: capital(&view.words.say(key)),
                cells: norms
                    .iter()
                    .map(|f| cell(f))
                    .map(|c| if c.is_empty() { NOTHING.to_owned() } else { c })
                    .collect(),
            };
            let mut table = vec![
                row("paper-norm", &|f| title(view, f)),
                row("paper-says", &|f| view.restated(&f.norm.id).unwrap_or_default()),
                row("note-follows", &|f| view.dues(&f.consequences, Detail::Full)),
                row("note-deadline", &|f| f.deadline.as_ref().map(|d| view.deadline(d)).unwrap_or_default()),
                row("note-body", &|f| f.body.as_ref().map_or("", |b| view.words.of(&b.title)).to_owned()),
                row("paper-source", &|f| source(view.words, &f.norm)),
            ];
            table.retain(|r| r.cells.iter().any(|c| c != NOTHING));
            out.push(table);
        }
    }
    out
}

/// The place and the heading.
pub(crate) fn title(view: &View<'_>, f: &Finding) -> String {
    format!("{} – {}", view.cited(&f.norm), view.heading(&f.norm.id).unwrap_or(&f.norm.id))
}
