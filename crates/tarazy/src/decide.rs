//! `tarazy decide`.

use serde_json::json;
use tarazy_law::case::Case;
use tarazy_law::decide::{Decision, Engine, Options, decide_in_time};
use tarazy_law::model::{Corpus, Selection};
use tarazy_words::Words;

use crate::cli::{DecideArgs, Global};
use crate::failure::{Failure, Outcome};
use crate::{case, corpus, out};

pub(crate) fn run(global: &Global, args: &DecideArgs) -> Result<Outcome, Failure> {
    if args.json_schema {
        return out::text(&format!("{:#}", tarazy_law::decide::decision_schema()));
    }
    let words = Words::new(global.lang);
    let corpus = corpus::load(global, &words)?;
    let mut cases = case::read_all(global, &words, &corpus, &args.cases)?;
    choose_readings(&corpus, args, &mut cases)?;
    if args.check {
        return check(&corpus, &words, &cases);
    }
    let editions = editions(&corpus, args)?;
    if let Some(day) = args.as_of {
        return as_of(global, args, &words, &corpus, &cases, day);
    }
    let engines: Vec<Engine<'_>> = editions.iter().map(|s| Engine::new(&corpus, s)).collect();
    if args.ask {
        return ask(global, args, &words, &corpus, &engines, &cases);
    }
    let options = Options { all: args.all, counterfactuals: true };
    let style = out::style(global);
    let mut text = Vec::new();
    for case in &cases {
        let decisions: Vec<Decision> = engines.iter().map(|e| e.decide(case, options)).collect();
        if args.json {
            text.push(if decisions.len() == 1 { json!(decisions[0]) } else { json!(decisions) }.to_string());
        } else if cases.len() > 1 {
            text.push(tarazy_words::brief(&words, &corpus, case.title.get(global.lang), &decisions, &style));
        } else if !args.compare.is_empty() {
            text.push(tarazy_words::compare(&words, &corpus, &decisions, &style));
        } else {
            text.push(one(&words, &corpus, args, &engines, &decisions, &style));
        }
    }
    out::text(&text.join(if args.json { "\n" } else { "\n\n" }))
}

/// One case: how the editions answer, then in full the one that was asked for, or the one in force.
fn one(
    words: &Words,
    corpus: &Corpus,
    args: &DecideArgs,
    engines: &[Engine<'_>],
    decisions: &[Decision],
    style: &tarazy_words::Style,
) -> String {
    let in_force =
        engines.iter().rposition(|e| corpus.edition(&e.book.selection.edition).is_some_and(|e| e.in_force.is_some()));
    let full = tarazy_words::full(words, corpus, &decisions[in_force.unwrap_or(decisions.len() - 1)], style);
    if args.edition.is_some() || decisions.len() == 1 {
        return full;
    }
    let title = decisions[0].case.title.get(words.lang);
    format!("{}\n\n{full}", tarazy_words::brief(words, corpus, title, decisions, style))
}

/// The editions to decide by.
fn editions(corpus: &Corpus, args: &DecideArgs) -> Result<Vec<Selection>, Failure> {
    let names = match &args.edition {
        Some(name) => vec![name.clone()],
        None if !args.compare.is_empty() => args.compare.clone(),
        None if args.ask => vec![corpus::in_force(corpus)],
        None => corpus::editions(corpus),
    };
    names.iter().map(|n| corpus::selection(corpus, n)).collect()
}

fn choose_readings(corpus: &Corpus, args: &DecideArgs, cases: &mut [Case]) -> Result<(), Failure> {
    for (ambiguity, reading) in &args.readings {
        match corpus.readings_of(ambiguity) {
            None => {
                return Err(Failure::Usage(format!("--reading {ambiguity}: {}", corpus.ambiguity_names().join(", "))));
            }
            Some(known) if !known.contains(reading) => {
                return Err(Failure::Usage(format!("--reading {ambiguity}={reading}: {}", known.join(", "))));
            }
            Some(_) => {}
        }
        for case in cases.iter_mut() {
            case.readings.insert(ambiguity.clone(), reading.clone());
        }
    }
    Ok(())
}

/// The law of the day of the act (or of `day`, where that is not established), and a milder one up to `day`.
fn as_of(
    global: &Global,
    args: &DecideArgs,
    words: &Words,
    corpus: &Corpus,
    cases: &[Case],
    day: jiff::civil::Date,
) -> Result<Outcome, Failure> {
    let style = out::style(global);
    let options = Options { all: args.all, counterfactuals: true };
    let mut text = Vec::new();
    for case in cases {
        let acted = tarazy_law::decide::day_of_act(corpus, case).filter(|acted| *acted <= day).unwrap_or(day);
        let Some(decision) = decide_in_time(corpus, case, acted, day, options) else {
            return Err(Failure::Usage(words.say_with("no-law-on-day", &[("day", &acted.to_string())])));
        };
        text.push(if args.json {
            json!(decision).to_string()
        } else if args.ask {
            decision.ask.as_ref().map_or_else(
                || words.say("nothing-to-ask"),
                |q| tarazy_words::question_about(words, corpus, &decision.case.persons, q),
            )
        } else {
            tarazy_words::full(words, corpus, &decision, &style)
        });
    }
    out::text(&text.join(if args.json { "\n" } else { "\n\n" }))
}

fn ask(
    _global: &Global,
    args: &DecideArgs,
    words: &Words,
    corpus: &Corpus,
    engines: &[Engine<'_>],
    cases: &[Case],
) -> Result<Outcome, Failure> {
    let mut text = Vec::new();
    for case in cases {
        for engine in engines {
            let decision = engine.decide(case, Options { all: false, counterfactuals: true });
            text.push(match &decision.ask {
                Some(q) if args.json => json!(q).to_string(),
                Some(q) => tarazy_words::question_about(words, corpus, &decision.case.persons, q),
                None if args.json => "null".to_owned(),
                None => words.say("nothing-to-ask"),
            });
        }
    }
    out::text(&text.join("\n"))
}

/// `--check`: what the cases expect against what comes out.
fn check(corpus: &Corpus, words: &Words, cases: &[Case]) -> Result<Outcome, Failure> {
    let (mut lines, mut met, mut failed) = (Vec::new(), 0_usize, 0_usize);
    for edition in &corpus.editions {
        let engine = Engine::new(corpus, &Selection { edition: edition.name.clone(), as_of: None });
        for case in cases {
            let expected = case.expect.iter().filter(|e| e.edition == edition.name);
            let rows = engine.run(case);
            for e in expected {
                let options = Options { all: true, counterfactuals: false };
                let finding = engine.find(case, &rows, &e.norm, e.person, options);
                let found = finding.as_ref().map_or("—", |f| f.verdict.as_str());
                if found == e.verdict {
                    met += 1;
                    continue;
                }
                failed += 1;
                let person = e.person.map_or("—", |p| case.persons[p].id.as_str());
                let args = [
                    ("case", case.id.as_str()),
                    ("edition", &e.edition),
                    ("norm", &e.norm),
                    ("person", person),
                    ("expected", &e.verdict),
                    ("found", found),
                ];
                lines.push(words.say_with("case-expectation-failed", &args));
            }
        }
    }
    lines.push(words.say_with(
        "case-expectations",
        &[("cases", &cases.len().to_string()), ("met", &met.to_string()), ("failed", &failed.to_string())],
    ));
    out::text(&lines.join("\n"))?;
    Ok(if failed == 0 { Outcome::Good } else { Outcome::NotInOrder })
}
