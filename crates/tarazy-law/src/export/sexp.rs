//! S-expressions that a person can read.

/// No line grows beyond this where it can be broken.
const WIDTH: usize = 110;

/// A term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sexp {
    Atom(String),
    List(Vec<Sexp>),
}

impl Sexp {
    pub(super) fn atom(text: impl Into<String>) -> Sexp {
        Sexp::Atom(text.into())
    }

    /// `(head parts…)`.
    pub(super) fn call(head: &str, parts: impl IntoIterator<Item = Sexp>) -> Sexp {
        Sexp::List(std::iter::once(Sexp::atom(head)).chain(parts).collect())
    }

    pub(super) fn bool(value: bool) -> Sexp {
        Sexp::atom(if value { "true" } else { "false" })
    }

    pub(super) fn int(n: i64) -> Sexp {
        if n < 0 { Sexp::call("-", [Sexp::atom(n.unsigned_abs().to_string())]) } else { Sexp::atom(n.to_string()) }
    }

    fn is(&self, value: bool) -> bool {
        matches!(self, Sexp::Atom(a) if a == if value { "true" } else { "false" })
    }

    /// All of them (or any of them), with what is plainly true or false left out.
    pub(super) fn join(parts: impl IntoIterator<Item = Sexp>, all: bool) -> Sexp {
        let mut out: Vec<Sexp> = Vec::new();
        for part in parts {
            if part.is(!all) {
                return part;
            }
            if !part.is(all) && !out.contains(&part) {
                out.push(part);
            }
        }
        match out.len() {
            0 => Sexp::bool(all),
            1 => out.remove(0),
            _ => Sexp::call(if all { "and" } else { "or" }, out),
        }
    }

    pub(super) fn negated(self) -> Sexp {
        if self.is(true) || self.is(false) {
            return Sexp::bool(self.is(false));
        }
        Sexp::call("not", [self])
    }

    fn flat(&self) -> String {
        match self {
            Sexp::Atom(a) => a.clone(),
            Sexp::List(parts) => format!("({})", parts.iter().map(Sexp::flat).collect::<Vec<_>>().join(" ")),
        }
    }

    /// Writes it, broken into lines where it is long; `indent` is where it begins.
    pub(super) fn write(&self, out: &mut String, indent: usize) {
        let flat = self.flat();
        let Sexp::List(parts) = self else {
            out.push_str(&flat);
            return;
        };
        if indent + flat.chars().count() <= WIDTH {
            out.push_str(&flat);
            return;
        }
        out.push('(');
        for (i, part) in parts.iter().enumerate() {
            if i > 0 {
                out.push('\n');
                out.push_str(&" ".repeat(indent + 2));
            }
            part.write(out, indent + 2);
        }
        out.push(')');
    }
}
