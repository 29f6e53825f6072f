//! clingo, once for what follows in every case and once for what follows in some.

use std::collections::HashSet;
use std::io::Write;
use std::process::{Command, Stdio};

use super::z3::Can;

/// How clingo is started.
pub struct Clingo(pub Vec<String>);

impl Clingo {
    /// For every norm and person (`case` for a norm about nobody) whether it can apply and whether it can fail to;
    /// `None` when what the case settles contradicts itself.
    pub fn possible(&self, program: &str, atoms: &[String]) -> Result<Option<Vec<Can>>, String> {
        let (Some(some), Some(all)) = (self.run(program, "brave")?, self.run(program, "cautious")?) else {
            return Ok(None);
        };
        Ok(Some(atoms.iter().map(|a| Can { hold: some.contains(a), fail: !all.contains(a) }).collect()))
    }

    /// Which atoms hold in some answer; `None` when there is none.
    pub fn some(&self, program: &str, atoms: &[String]) -> Result<Option<Vec<bool>>, String> {
        let some = self.run(program, "brave")?;
        Ok(some.map(|some| atoms.iter().map(|a| some.contains(a)).collect()))
    }

    fn run(&self, program: &str, mode: &str) -> Result<Option<HashSet<String>>, String> {
        let mut command = Command::new(&self.0[0]);
        command.args(&self.0[1..]).args([&format!("--enum-mode={mode}"), "--quiet=1", "--verbose=1", "-"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|e| format!("clingo: {e}"))?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(program.as_bytes()).map_err(|e| format!("clingo: {e}"))?;
        }
        let out = child.wait_with_output().map_err(|e| format!("clingo: {e}"))?;
        let (said, errors) = (String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
        if said.lines().any(|l| l == "UNSATISFIABLE") {
            return Ok(None);
        }
        if !errors.trim().is_empty() || !said.lines().any(|l| l == "SATISFIABLE") {
            return Err(format!("clingo: {said}{errors}"));
        }
        let mut lines = said.lines();
        let mut last = "";
        while let Some(l) = lines.next() {
            if l.starts_with("Answer:") {
                last = lines.next().unwrap_or_default();
            }
        }
        Ok(Some(atoms(last)))
    }
}

/// The atoms of an answer; strings in them may hold blanks.
fn atoms(line: &str) -> HashSet<String> {
    let mut out = HashSet::new();
    let (mut atom, mut quoted, mut escaped) = (String::new(), false, false);
    for c in line.chars() {
        if c == ' ' && !quoted {
            out.insert(std::mem::take(&mut atom));
            continue;
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        atom.push(c);
    }
    out.insert(atom);
    out
}
