//! A JSON case into [`Input`](super::Input), without a tree in between.

use std::borrow::Cow;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{JsonDecider, KnownFact};
use crate::case::{FactKey, Value};
use crate::model::{Domain, Sort, day_number};
use crate::program::value_index;

/// Reads one case.
pub(super) fn read(decider: &mut JsonDecider<'_>, json: &[u8]) -> Result<(), serde_json::Error> {
    let mut de = serde_json::Deserializer::from_slice(json);
    (&mut de).deserialize_map(Top(decider))?;
    de.end()
}

/// A text that is only looked at.
struct Text<'de>(Cow<'de, str>);

impl<'de> serde::Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct V;
        impl<'de> Visitor<'de> for V {
            type Value = Text<'de>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("text")
            }
            fn visit_borrowed_str<E>(self, s: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(s)))
            }
            fn visit_str<E>(self, s: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(s.to_owned())))
            }
        }
        d.deserialize_str(V)
    }
}

struct Top<'a, 'e>(&'a mut JsonDecider<'e>);

impl<'de> Visitor<'de> for Top<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a case")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let d = self.0;
        while let Some(Text(key)) = map.next_key()? {
            match key.as_ref() {
                "id" => {
                    let Text(id) = map.next_value()?;
                    d.input.id.push_str(&id);
                }
                "title" | "summary" | "source" | "expect" => drop(map.next_value::<IgnoredAny>()?),
                "others" => {
                    let Text(others) = map.next_value()?;
                    d.input.others = match others.as_ref() {
                        "none" => Some(false),
                        "some" => Some(true),
                        "unknown" => None,
                        _ => return Err(A::Error::custom("others")),
                    };
                }
                "persons" => map.next_value_seed(Persons(d))?,
                "system" => map.next_value_seed(Facts { decider: d, about: Sort::System, person: 0 })?,
                "act" => map.next_value_seed(Facts { decider: d, about: Sort::Act, person: 0 })?,
                "readings" => map.next_value_seed(Readings(d))?,
                // Suppositions and mistakes: the ordinary reader.
                _ => return Err(A::Error::custom("field")),
            }
        }
        Ok(())
    }
}

macro_rules! seed {
    ($name:ident<$($l:lifetime),+>) => {
        impl<'de> DeserializeSeed<'de> for $name<$($l),+> {
            type Value = ();
            fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<(), D::Error> {
                d.deserialize_map(self)
            }
        }
    };
}

struct Persons<'a, 'e>(&'a mut JsonDecider<'e>);
seed!(Persons<'_, '_>);

impl<'de> Visitor<'de> for Persons<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("persons")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Text(name)) = map.next_key()? {
            let input = &mut self.0.input;
            if input.find(&name).is_some() {
                return Err(A::Error::custom("person"));
            }
            input.names.push_str(&name);
            input.ends.push(input.names.len());
            let person = input.ends.len() - 1;
            map.next_value_seed(Facts { decider: self.0, about: Sort::Person, person })?;
        }
        Ok(())
    }
}

struct Readings<'a, 'e>(&'a mut JsonDecider<'e>);
seed!(Readings<'_, '_>);

impl<'de> Visitor<'de> for Readings<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("readings")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some((Text(name), Text(reading))) = map.next_entry()? {
            let Some((fact, names)) = self.0.readings.get(name.as_ref()) else {
                return Err(A::Error::custom("ambiguity"));
            };
            let Some(i) = names.iter().position(|n| *n == reading.as_ref()) else {
                return Err(A::Error::custom("reading"));
            };
            self.0.input.chosen.push((*fact, 1 << i));
        }
        Ok(())
    }
}

struct Facts<'a, 'e> {
    decider: &'a mut JsonDecider<'e>,
    about: Sort,
    person: usize,
}
seed!(Facts<'_, '_>);

impl<'de> Visitor<'de> for Facts<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("facts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let d = self.decider;
        while let Some(Text(key)) = map.next_key()? {
            if self.about == Sort::Person && key == "name" {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            if self.about == Sort::Person && key == "roles" {
                map.next_value_seed(Roles { decider: d, person: self.person })?;
                continue;
            }
            // `towards` may speak of persons who come later: the ordinary reader.
            let Some(&known) = d.facts.get(key.as_ref()) else { return Err(A::Error::custom("fact")) };
            let info = d.engine.corpus.vocabulary.fact(known.vocab);
            let fits = if self.about == Sort::Person { known.persons == 1 } else { info.about() == self.about };
            if !fits {
                return Err(A::Error::custom("place"));
            }
            map.next_value_seed(State { decider: d, known, persons: [self.person, 0] })?;
        }
        Ok(())
    }
}

struct Roles<'a, 'e> {
    decider: &'a mut JsonDecider<'e>,
    person: usize,
}

impl<'de> DeserializeSeed<'de> for Roles<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<(), D::Error> {
        d.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Roles<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("roles")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(Text(role)) = seq.next_element()? {
            let known = self.decider.facts.get(role.as_ref()).copied();
            let known = known.filter(|k| k.persons == 1 && self.decider.engine.corpus.vocabulary.fact(k.vocab).is_role);
            let Some(known) = known else { return Err(A::Error::custom("role")) };
            self.decider.input.set.push((known.field, [self.person, 0], 0b10));
        }
        Ok(())
    }
}

/// The value of a fact. Denials, disputes and evidence go to the ordinary reader.
struct State<'a, 'e> {
    decider: &'a mut JsonDecider<'e>,
    known: KnownFact,
    persons: [usize; 2],
}

impl<'de> DeserializeSeed<'de> for State<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<(), D::Error> {
        d.deserialize_any(self)
    }
}

impl State<'_, '_> {
    fn established(self, value: Value) {
        let fact = self.decider.engine.book.fact(self.known.fact);
        let possible = 1 << value_index(fact, value);
        self.decider.input.set.push((self.known.field, self.persons, possible));
        let number = match value {
            Value::Number(n) => n,
            Value::Date(d) => day_number(d),
            Value::Named(_) => return,
        };
        let persons = &self.persons[..self.known.persons];
        self.decider.input.values.push((FactKey::new(self.known.vocab, persons), number));
    }
}

impl Visitor<'_> for State<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        if self.decider.engine.corpus.vocabulary.fact(self.known.vocab).domain != Domain::YesNo {
            return Err(E::custom("value"));
        }
        self.decider.input.set.push((self.known.field, self.persons, 1 << u64::from(value)));
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        match i64::try_from(value) {
            Ok(n) => self.visit_i64(n),
            Err(_) => Err(E::custom("value")),
        }
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        if self.decider.engine.corpus.vocabulary.fact(self.known.vocab).domain != Domain::Number {
            return Err(E::custom("value"));
        }
        self.established(Value::Number(value));
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        let info = self.decider.engine.corpus.vocabulary.fact(self.known.vocab);
        if text == "unknown" || text == "not asked" {
            return Ok(());
        }
        match &info.domain {
            Domain::Date => match text.parse() {
                Ok(day) => self.established(Value::Date(day)),
                Err(_) => return Err(E::custom("value")),
            },
            Domain::YesNo | Domain::OneOf(_) => match info.value_index(text) {
                Some(i) => self.established(Value::Named(i)),
                None => return Err(E::custom("value")),
            },
            Domain::Number => return Err(E::custom("value")),
        }
        Ok(())
    }
}
