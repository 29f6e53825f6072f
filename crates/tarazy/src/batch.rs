//! `tarazy decide --batch`: a case a line in, an answer a line out.

use std::io::{BufRead, IsTerminal, Write, stderr, stdin, stdout};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use tarazy_law::batch::JsonDecider;
use tarazy_law::decide::Engine;
use tarazy_law::read_case::read_case;
use tarazy_law::{FileId, Source, Sources};
use tarazy_words::Words;

use crate::cli::{DecideArgs, Global};
use crate::corpus;
use crate::failure::{Failure, Outcome};

pub(crate) fn run(global: &Global, args: &DecideArgs) -> Result<Outcome, Failure> {
    let words = Words::new(global.lang);
    let corpus = corpus::load(global, &words)?;
    let edition = args.edition.clone().unwrap_or_else(|| corpus::in_force(&corpus));
    let engine = Engine::new(&corpus, &corpus::selection(&corpus, &edition)?);
    let mut decider = JsonDecider::new(&engine, args.all);
    decider.choose(&args.readings).map_err(|name| Failure::Usage(format!("--reading {name}")))?;
    let progress = progress();
    let (mut input, mut output) = (stdin().lock(), std::io::BufWriter::new(stdout().lock()));
    let (mut line, mut answer) = (String::new(), Vec::new());
    let (mut number, mut broken) = (0_u64, 0_u64);
    loop {
        line.clear();
        // A file that is not text at all is no batch of cases.
        if input.read_line(&mut line).map_err(|e| Failure::read(Path::new("-"), &e))? == 0 {
            break;
        }
        number += 1;
        if line.trim().is_empty() {
            continue;
        }
        answer.clear();
        if decider.decide(line.as_bytes(), &mut answer).is_err() {
            answer.clear();
            broken += u64::from(slowly(&mut decider, &words, number, &line, &mut answer));
        }
        answer.push(b'\n');
        output.write_all(&answer).map_err(Failure::write)?;
        progress.inc(1);
    }
    output.flush().map_err(Failure::write)?;
    progress.finish_and_clear();
    if broken == 0 {
        return Ok(Outcome::Good);
    }
    let args = [("broken", broken.to_string()), ("lines", number.to_string())];
    let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
    Err(Failure::Unreadable(words.say_with("batch-broken", &args)))
}

/// A line that the fast way does not read: by the ordinary reader. A line that nobody can read is answered with what is wrong, and the next is tried.
fn slowly(decider: &mut JsonDecider<'_>, words: &Words, number: u64, line: &str, answer: &mut Vec<u8>) -> bool {
    let (case, wrong) = read_case(decider.corpus(), FileId(0), line);
    if wrong.is_empty() {
        decider.decide_case(&case, answer);
        return false;
    }
    let sources = Sources::in_order(vec![Source { path: "-".into(), text: line.to_owned() }]);
    let errors: Vec<_> = wrong
        .iter()
        .map(|d| {
            let (_, column) = sources.line_column(d.span);
            let values: serde_json::Map<String, serde_json::Value> =
                d.args.iter().map(|(k, v)| ((*k).to_owned(), json!(v))).collect();
            json!({ "code": d.code.as_str(), "column": column, "message": words.say(d.code.as_str()), "values": values })
        })
        .collect();
    answer.extend_from_slice(json!({ "line": number, "case": case.id, "errors": errors }).to_string().as_bytes());
    true
}

/// Shown only where somebody watches.
fn progress() -> ProgressBar {
    if !stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {human_pos}  {per_sec}") {
        bar.set_style(style);
    }
    bar
}
