//! *What if*: an answer with a fact otherwise, without keeping anything. A supposition is a parameter of the address, such as
//! `suppose=owner(neda)=yes`, so that a changed case is a link.

use jiff::ToSpan as _;
use jiff::civil::Date;
use tarazy_law::case::{Case, Entry, FactKey, State, Value, parse_value};
use tarazy_law::decide::answer::FactRef;
use tarazy_law::model::{Corpus, Domain};

/// The supposition that would bring a fact to the values of `fact`; `None` where no single value can be named.
pub(crate) fn write(corpus: &Corpus, fact: &FactRef) -> Option<String> {
    let FactRef::Fact { fact, persons, values } = fact else { return None };
    let info = corpus.vocabulary.fact(corpus.vocabulary.find(fact)?);
    let first = values.first()?;
    let value = match info.domain {
        _ if first == "not applicable" => first.clone(),
        Domain::YesNo | Domain::OneOf(_) => first.clone(),
        Domain::Date => day_within(first)?,
        Domain::Number => number_within(first)?,
    };
    let about = if persons.is_empty() { String::new() } else { format!("({})", persons.join(",")) };
    Some(format!("{fact}{about}={value}"))
}

/// Name, persons and value of a supposition.
fn parts(text: &str) -> Option<(&str, Vec<&str>, &str)> {
    let (left, value) = text.split_once('=')?;
    match left.split_once('(') {
        Some((name, rest)) => Some((name, rest.strip_suffix(')')?.split(',').collect(), value)),
        None => Some((left, Vec::new(), value)),
    }
}

/// What a supposition says.
pub(crate) fn fact(text: &str) -> Option<FactRef> {
    let (name, persons, value) = parts(text)?;
    let persons = persons.into_iter().map(str::to_owned).collect();
    Some(FactRef::Fact { fact: name.to_owned(), persons, values: vec![value.to_owned()] })
}

/// Puts a supposition into the case; `None` where it cannot be understood.
pub(crate) fn apply(corpus: &Corpus, case: &mut Case, text: &str) -> Option<()> {
    let (name, persons, value) = parts(text)?;
    let key = key(corpus, case, name, &persons)?;
    let state = if value == "not applicable" {
        State::NotApplicable
    } else {
        State::Established(parse_value(corpus, key.fact, value)?)
    };
    case.facts.insert(key, Entry { state, supposed: true, ..Entry::default() });
    Some(())
}

/// The fact called so about these persons of the case; `None` where there is no such fact or person.
pub(crate) fn key(corpus: &Corpus, case: &Case, name: &str, persons: &[&str]) -> Option<FactKey> {
    let id = corpus.vocabulary.find(name)?;
    let persons: Option<Vec<usize>> = persons.iter().map(|p| case.person(p)).collect();
    let persons = persons?;
    (corpus.vocabulary.fact(id).persons() == persons.len()).then(|| FactKey::new(id, &persons))
}

/// A day in an interval as it is written in an answer: `≥ A < B`, `≥ A`, `< B`, `= A`.
fn day_within(interval: &str) -> Option<String> {
    let parts: Vec<&str> = interval.split_whitespace().collect();
    match parts[..] {
        ["=" | "≥", day, ..] => Some(day.to_owned()),
        ["<", day] => day.parse::<Date>().ok()?.checked_sub(1.day()).ok().map(|d| d.to_string()),
        [day] => day.parse::<Date>().ok().map(|d| d.to_string()),
        _ => None,
    }
}

fn number_within(interval: &str) -> Option<String> {
    let parts: Vec<&str> = interval.split_whitespace().collect();
    match parts[..] {
        ["=" | "≥", n, ..] => Some(n.to_owned()),
        ["<", n] => n.parse::<i64>().ok().map(|n| (n - 1).to_string()),
        [n] => n.parse::<i64>().ok().map(|n| n.to_string()),
        _ => None,
    }
}

/// An answer in words of the machine, as a form sends it.
pub(crate) fn value_of(corpus: &Corpus, key: FactKey, text: &str) -> Option<Value> {
    let info = corpus.vocabulary.fact(key.fact);
    match info.domain {
        Domain::Date => day(text).map(Value::Date),
        Domain::Number => text.trim().replace([' ', '\u{a0}'], "").parse().ok().map(Value::Number),
        _ => parse_value(corpus, key.fact, text),
    }
}

/// A day as people write it: `2026-03-01` or `1.3.2026`.
pub(crate) fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let parts: Vec<&str> = text.split(['.', '/']).map(str::trim).collect();
    let [d, m, y] = parts[..] else { return None };
    Date::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{day, day_within, number_within};

    #[test]
    fn days_as_people_write_them() {
        for text in ["2026-03-01", "1.3.2026", " 01.03.2026 ", "01/03/2026"] {
            assert_eq!(day(text).map(|d| d.to_string()).as_deref(), Some("2026-03-01"), "{text}");
        }
        assert_eq!(day("31.02.2026"), None);
        assert_eq!(day("March"), None);
    }

    #[test]
    fn a_day_or_number_within() {
        assert_eq!(day_within("< 2026-01-01").as_deref(), Some("2025-12-31"));
        assert_eq!(day_within("≥ 2026-01-18 < 2026-07-12").as_deref(), Some("2026-01-18"));
        assert_eq!(day_within("any"), None);
        assert_eq!(number_within("< 16").as_deref(), Some("15"));
    }
}
