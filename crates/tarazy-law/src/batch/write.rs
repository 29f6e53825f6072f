//! The answer as JSON. What is the same for every case was written once.

use super::JsonDecider;
use crate::decide::{Engine, Verdict};
use crate::model::{FactKind, Norm};
use crate::program::{Atom, RowSel, Truth};

/// The law that is asked: the start of every answer.
pub(super) fn head(engine: &Engine<'_>) -> String {
    let law = serde_json::json!({ "edition": engine.book.selection.edition, "corpus": engine.corpus.digest });
    format!("\"law\":{law},\"findings\":[")
}

/// What never changes about a norm.
pub(super) fn fixed(engine: &Engine<'_>, norm: &Norm) -> String {
    let p = engine.corpus.provision(norm.provision);
    let citation = p
        .cite
        .as_ref()
        .map(|c| serde_json::json!({ "act": c.act, "article": c.article, "part": c.part, "subparagraph": c.sub }));
    format!(
        "\"norm\":{},\"kind\":\"{}\",\"citation\":{},\"source\":\"{}\"",
        serde_json::json!(norm.id),
        norm.kind.as_str(),
        serde_json::json!(citation),
        p.source.as_str()
    )
}

/// For each literal on a fact, its name as JSON.
pub(super) fn leaves(engine: &Engine<'_>) -> Vec<String> {
    let name = |what: Atom| match what {
        Atom::Fact(f) => match &engine.book.fact(f).kind {
            FactKind::Vocab(v) => engine.corpus.vocabulary.fact(*v).name.clone(),
            FactKind::Reading { name, .. } => format!("reading {name}"),
            FactKind::Others => "others".to_owned(),
            FactKind::Comparison { left, op, right } => {
                let side = |e: &crate::model::DateExpr| match engine.book.fact(e.fact).kind {
                    FactKind::Vocab(v) => engine.corpus.vocabulary.fact(v).name.clone(),
                    _ => String::new(),
                };
                format!("{} {} {}", side(left), op.as_str(), side(right))
            }
        },
        Atom::Slot(_) => String::new(),
        Atom::Same => "same person".to_owned(),
    };
    engine.program.literals().iter().map(|l| serde_json::json!(name(l.what)).to_string()).collect()
}

impl JsonDecider<'_> {
    /// `{"case":…,"law":…,"findings":[…]}`.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"{\"case\":");
        text(&self.input.id, out);
        out.push(b',');
        out.extend_from_slice(self.head.as_bytes());
        let start = out.len();
        for (i, asked) in self.asked.iter().enumerate() {
            let persons = if asked.person { self.input.ends.len() } else { 1 };
            for p in 0..persons {
                let (verdict, rivals) = self.engine.verdict(&self.rows, asked.norm, p);
                if out.len() > start {
                    out.push(b',');
                }
                out.push(b'{');
                out.extend_from_slice(self.asked[i].fixed.as_bytes());
                if asked.person {
                    out.extend_from_slice(b",\"person\":");
                    text(self.input.person(p), out);
                }
                out.extend_from_slice(b",\"verdict\":\"");
                out.extend_from_slice(verdict.as_str().as_bytes());
                out.extend_from_slice(b"\",\"because\":[");
                self.because(asked.slot, p, verdict, out);
                out.push(b']');
                if verdict == Verdict::Competing {
                    let names: Vec<&str> = rivals.iter().map(|r| self.engine.book.norm(*r).id.as_str()).collect();
                    out.extend_from_slice(format!(",\"competing\":{}", serde_json::json!(names)).as_bytes());
                }
                out.push(b'}');
            }
        }
        out.extend_from_slice(b"]}");
    }

    /// The facts that decided: of the cube that held, or one for each cube that failed.
    fn because(&self, slot: u32, person: usize, verdict: Verdict, out: &mut Vec<u8>) {
        let start = out.len();
        let mut seen = [u32::MAX; 32];
        let mut count = 0;
        let mut leaf = |lit: u32, about: usize, out: &mut Vec<u8>| {
            let key = lit << 5 | about as u32;
            if count == seen.len() || seen[..count].contains(&key) {
                return;
            }
            seen[count] = key;
            count += 1;
            if out.len() > start {
                out.push(b',');
            }
            out.extend_from_slice(b"{\"fact\":");
            out.extend_from_slice(self.leaves[lit as usize].as_bytes());
            if self.engine.program.literals()[lit as usize].row == RowSel::P {
                out.extend_from_slice(b",\"person\":");
                text(self.input.person(about), out);
            }
            out.push(b'}');
        };
        let truth = match verdict {
            Verdict::Unknown => return,
            Verdict::DoesNotApply => Truth::False,
            Verdict::Applies | Verdict::Competing => Truth::True,
        };
        self.descend(slot, person, truth, 0, &mut |lit, about| leaf(lit, about, out));
    }

    /// Follows what decided a term down to facts.
    fn descend(&self, slot: u32, person: usize, truth: Truth, depth: u32, leaf: &mut dyn FnMut(u32, usize)) {
        let program = &self.engine.program;
        // What a *some* rests on is not traced person by person; its reasons are in the full answer.
        if depth > 16 || program.is_some(slot) {
            return;
        }
        let (lits, held) = program.deciding(&self.rows, &self.trace, slot, person);
        if held != (truth == Truth::True) {
            return;
        }
        for lit in lits {
            let l = &program.literals()[lit as usize];
            match l.what {
                Atom::Slot(inner) if matches!(l.row, RowSel::Case | RowSel::P) => {
                    // A literal that failed failed because its term came out the other way than it asked.
                    let inner_truth = if l.asks_for_truth() == held { Truth::True } else { Truth::False };
                    self.descend(inner, person, inner_truth, depth + 1, leaf);
                }
                Atom::Slot(_) => {}
                _ => leaf(lit, person),
            }
        }
    }
}

/// A JSON string.
fn text(s: &str, out: &mut Vec<u8>) {
    if s.bytes().all(|b| b >= 0x20 && b != b'"' && b != b'\\') {
        out.push(b'"');
        out.extend_from_slice(s.as_bytes());
        out.push(b'"');
    } else {
        out.extend_from_slice(serde_json::json!(s).to_string().as_bytes());
    }
}
