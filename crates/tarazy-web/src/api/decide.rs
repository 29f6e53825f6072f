//! `POST /api/decide`.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use tarazy_law::case::Case;
use tarazy_law::decide::{Decision, InTime, Options, day_of_act, decide_in_time_while};

use super::Api;
use super::case::{form, read};
use super::query::{Parameters, bad, bad_edition};
use super::work::GoOn;
use crate::http::{Asked, Problem};
use crate::law::Law;

const KNOWN: [&str; 6] = ["edition", "compare", "as_of", "all", "counterfactuals", "reading"];

/// By which law.
enum By {
    /// These editions, each taken whole.
    Editions(Vec<String>),
    /// The law of the day of the act, or a milder one up to this day.
    Day(Date),
}

struct Wanted {
    by: By,
    options: Options,
    readings: Vec<(String, String)>,
}

pub(super) async fn decide(
    State(api): State<Api>,
    Query(given): Query<Vec<(String, String)>>,
    asked: Asked,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let wanted = wanted(api.law, given)?;
    let form = form(&headers)?;
    let body = match body {
        Ok(body) => body,
        // Why it broke is known outside.
        Err(rejection) => return Ok(rejection.into_response()),
    };
    let (law, metrics) = (api.law, api.settings.metrics.clone());
    let work = move |go_on: GoOn| {
        let mut case = read(law.corpus, asked.words(), form, &body)?;
        case.readings.extend(wanted.readings.iter().cloned());
        let (json, decisions) = answer(law, &case, &wanted, &go_on)?;
        metrics.decided(decisions);
        Ok::<_, Problem>(json)
    };
    let json = api.room.run(work).await??;
    Ok(([(header::CONTENT_TYPE, "application/json")], json).into_response())
}

fn wanted(law: &Law, given: Vec<(String, String)>) -> Result<Wanted, Problem> {
    let given = Parameters::new(given, &KNOWN)?;
    given.apart("edition", "compare")?;
    given.apart("edition", "as_of")?;
    given.apart("compare", "as_of")?;
    let by = match given.one("as_of")? {
        Some(day) => By::Day(date(day).ok_or_else(|| bad("as_of", day, "2026-01-18"))?),
        None => By::Editions(editions(law, &given)?),
    };
    let options = Options { all: given.flag("all", false)?, counterfactuals: given.flag("counterfactuals", true)? };
    Ok(Wanted { by, options, readings: given.readings(law)? })
}

/// A day, written in the one way.
fn date(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok()?;
    (date.to_string() == text).then_some(date)
}

/// The editions that are named, each once; all that are usually compared, where none is.
fn editions(law: &Law, given: &Parameters) -> Result<Vec<String>, Problem> {
    let one_by_one = given.all("edition").map(|e| ("edition", e));
    let together = given.one("compare")?.into_iter().flat_map(|c| c.split(',')).map(|e| ("compare", e.trim()));
    let mut names: Vec<String> = Vec::new();
    for (parameter, name) in one_by_one.chain(together) {
        let engine = law.engine(name).ok_or_else(|| bad_edition(law, parameter, name))?;
        let name = &engine.book.selection.edition;
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    if names.is_empty() {
        names = law.compared().iter().map(|e| e.book.selection.edition.clone()).collect();
    }
    Ok(names)
}

/// The decision, or for several editions a list of them; and how many there are.
fn answer(law: &Law, case: &Case, wanted: &Wanted, go_on: &GoOn) -> Result<(Vec<u8>, u64), Problem> {
    let go_on = || go_on.holds();
    let too_slow = || Problem::new("too-slow");
    let mut decisions: Vec<Decision> = Vec::new();
    match &wanted.by {
        By::Editions(names) => {
            for engine in names.iter().filter_map(|n| law.engine(n)) {
                decisions.push(engine.decide_while(case, wanted.options, &go_on).ok_or_else(too_slow)?);
            }
        }
        By::Day(day) => {
            let acted = day_of_act(law.corpus, case).filter(|acted| acted <= day).unwrap_or(*day);
            match decide_in_time_while(law.corpus, case, acted, *day, wanted.options, &go_on) {
                InTime::Decided(decision) => decisions.push(*decision),
                InTime::NoLaw => return Err(Problem::new("no-law-on-day").with("day", acted.to_string())),
                InTime::Stopped => return Err(too_slow()),
            }
        }
    }
    let json = match &decisions[..] {
        [one] => serde_json::to_vec(one),
        many => serde_json::to_vec(many),
    };
    Ok((json.map_err(|_| Problem::new("internal"))?, decisions.len() as u64))
}
