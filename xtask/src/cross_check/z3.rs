//! One z3 process, fed through a pipe.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// What a solver finds possible of one term.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Can {
    pub hold: bool,
    pub fail: bool,
}

/// A solver that has read an export.
pub struct Z3 {
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
    /// How often it was asked.
    pub checks: usize,
}

impl Z3 {
    pub fn start(program: &[String]) -> Result<Z3, String> {
        let mut command = Command::new(&program[0]);
        command.args(&program[1..]).arg("-in").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|e| format!("z3: {e}"))?;
        let (Some(stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("z3: no pipe".to_owned());
        };
        Ok(Z3 { child, stdin, stdout: BufReader::new(stdout), checks: 0 })
    }

    fn send(&mut self, text: &str) -> Result<(), String> {
        self.stdin.write_all(text.as_bytes()).and_then(|()| self.stdin.flush()).map_err(|e| format!("z3: {e}"))
    }

    /// Forgets everything and reads an export.
    pub fn load(&mut self, export: &str) -> Result<(), String> {
        // The older arithmetic of z3 is several times as fast here.
        self.send("(reset)\n(set-option :produce-models true)\n(set-option :smt.arith.solver 2)\n")?;
        self.send(export)?;
        self.send("\n")
    }

    /// Runs `f` with more asserted, and takes that back.
    pub fn with<T>(&mut self, assertions: &str, f: impl FnOnce(&mut Z3) -> Result<T, String>) -> Result<T, String> {
        self.send("(push 1)\n")?;
        self.send(assertions)?;
        let out = f(self)?;
        self.send("\n(pop 1)\n")?;
        Ok(out)
    }

    /// Whether everything asserted can be true together.
    pub fn satisfiable(&mut self) -> Result<bool, String> {
        self.checks += 1;
        self.send("(check-sat)\n")?;
        match self.read()? {
            Sexp::Atom(a) if a == "sat" => Ok(true),
            Sexp::Atom(a) if a == "unsat" => Ok(false),
            other => Err(format!("z3 answered {other:?}")),
        }
    }

    /// The values of terms in the case that the last check found.
    pub fn values(&mut self, terms: &[String]) -> Result<Vec<Sexp>, String> {
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        self.send(&format!("(get-value ({}))\n", terms.join(" ")))?;
        let Sexp::List(pairs) = self.read()? else { return Err("z3 gave no values".to_owned()) };
        let value = |p: Sexp| match p {
            Sexp::List(pair) => pair.into_iter().nth(1),
            Sexp::Atom(_) => None,
        };
        let out: Option<Vec<Sexp>> = pairs.into_iter().map(value).collect();
        out.filter(|v| v.len() == terms.len()).ok_or_else(|| "z3 gave other values than it was asked for".to_owned())
    }

    /// For every term whether it can hold and whether it can fail; `None` when what is asserted contradicts itself.
    ///
    /// Each case that the solver finds settles one side of every term. Then it is asked for a case in which many of the terms that are
    /// still one-sided are otherwise, then fewer, at last any: so the last answer is *unsat* for every contrary at once.
    pub fn possible(&mut self, terms: &[String]) -> Result<Option<Vec<Can>>, String> {
        let mut can = vec![Can::default(); terms.len()];
        if !self.satisfiable()? {
            return Ok(None);
        }
        self.note(terms, &mut can)?;
        let mut least = terms.len();
        loop {
            let open: Vec<usize> = (0..terms.len()).filter(|i| can[*i].hold != can[*i].fail).collect();
            if open.is_empty() {
                return Ok(Some(can));
            }
            least = least.min(open.len().div_ceil(2));
            let contrary = |i: &usize| if can[*i].hold { format!("(not {})", terms[*i]) } else { terms[*i].clone() };
            let contraries = open.iter().map(contrary).collect::<Vec<_>>().join(" ");
            let among = if least == 1 { "or".to_owned() } else { format!("(_ at-least {least})") };
            let found = self.with(&format!("(assert ({among} {contraries}))\n"), |z3| {
                let found = z3.satisfiable()?;
                if found {
                    z3.note(terms, &mut can)?;
                }
                Ok(found)
            })?;
            match (found, least) {
                (true, _) => {}
                (false, 1) => return Ok(Some(can)),
                (false, _) => least /= 2,
            }
        }
    }

    /// Which of these conditions hold in some case of what is asserted; `None` when there is none.
    pub fn holding(&mut self, terms: &[String]) -> Result<Option<Vec<bool>>, String> {
        if !self.satisfiable()? {
            return Ok(None);
        }
        let mut can = vec![Can::default(); terms.len()];
        self.note(terms, &mut can)?;
        Ok(Some(can.into_iter().map(|c| c.hold).collect()))
    }

    fn note(&mut self, terms: &[String], can: &mut [Can]) -> Result<(), String> {
        for (value, can) in self.values(terms)?.iter().zip(can) {
            match value {
                Sexp::Atom(a) if a == "true" => can.hold = true,
                Sexp::Atom(a) if a == "false" => can.fail = true,
                other => return Err(format!("z3 gave {other:?} for a condition")),
            }
        }
        Ok(())
    }

    /// The next answer.
    fn read(&mut self) -> Result<Sexp, String> {
        let mut text = String::new();
        loop {
            let before = text.len();
            self.stdout.read_line(&mut text).map_err(|e| format!("z3: {e}"))?;
            if text.len() == before {
                return Err("z3 ended".to_owned());
            }
            if let Some(answer) = Sexp::parse(&text) {
                return match &answer {
                    Sexp::List(parts) if parts.first() == Some(&Sexp::Atom("error".to_owned())) => Err(text),
                    _ => Ok(answer),
                };
            }
        }
    }
}

impl Drop for Z3 {
    fn drop(&mut self) {
        let _ = self.send("(exit)\n");
        let _ = self.child.wait();
    }
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sexp {
    Atom(String),
    List(Vec<Sexp>),
}

impl Sexp {
    /// `None` while the text is not yet whole.
    fn parse(text: &str) -> Option<Sexp> {
        let mut stack: Vec<Vec<Sexp>> = vec![Vec::new()];
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '(' => stack.push(Vec::new()),
                ')' => {
                    let list = stack.pop()?;
                    stack.last_mut()?.push(Sexp::List(list));
                }
                c if c.is_whitespace() => {}
                quote @ ('|' | '"') => {
                    let mut atom = String::from(quote);
                    loop {
                        let c = chars.next()?;
                        atom.push(c);
                        if c == quote {
                            break;
                        }
                    }
                    stack.last_mut()?.push(Sexp::Atom(atom));
                }
                c => {
                    let mut atom = String::from(c);
                    while let Some(c) = chars.next_if(|c| !c.is_whitespace() && *c != '(' && *c != ')') {
                        atom.push(c);
                    }
                    stack.last_mut()?.push(Sexp::Atom(atom));
                }
            }
        }
        if stack.len() == 1 { stack.pop()?.into_iter().next() } else { None }
    }

    /// A whole number.
    pub fn int(&self) -> Option<i64> {
        match self {
            Sexp::Atom(a) => a.parse().ok(),
            Sexp::List(parts) => match &parts[..] {
                [Sexp::Atom(minus), n] if minus == "-" => n.int().map(|n: i64| -n),
                _ => None,
            },
        }
    }
}
