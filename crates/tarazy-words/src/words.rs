//! The messages of one language.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use tarazy_law::{Lang, Text3};
use unic_langid::LanguageIdentifier;

/// What Tarazy says in one language.
pub struct Words {
    /// The language.
    pub lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of `lang`.
    pub fn new(lang: Lang) -> Words {
        let texts = match lang {
            Lang::Kk => [
                include_str!("../locales/kk.ftl"),
                include_str!("../locales/pages.kk.ftl"),
                include_str!("../locales/review.kk.ftl"),
                include_str!("../locales/difference.kk.ftl"),
            ],
            Lang::Ru => [
                include_str!("../locales/ru.ftl"),
                include_str!("../locales/pages.ru.ftl"),
                include_str!("../locales/review.ru.ftl"),
                include_str!("../locales/difference.ru.ftl"),
            ],
            Lang::En => [
                include_str!("../locales/en.ftl"),
                include_str!("../locales/pages.en.ftl"),
                include_str!("../locales/review.en.ftl"),
                include_str!("../locales/difference.en.ftl"),
            ],
        };
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Terminals show the marks that would isolate names from right-to-left text, and none of the three languages needs them.
        bundle.set_use_isolating(false);
        for text in texts {
            // The build refuses a file that does not parse, so what could be read is everything.
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Words { lang, bundle }
    }

    /// The message `key`, which takes no values.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The message `key` with its values. A whole number also decides the plural form. `key.attribute` is an attribute of a message.
    pub fn say_with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.find(key, args).unwrap_or_else(|| format!("⟨{key}⟩"))
    }

    /// The message `key`, if there is one.
    pub fn find(&self, key: &str, args: &[(&str, &str)]) -> Option<String> {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, a)| (id, Some(a)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values
                .set(*name, if is_number(value) { FluentValue::try_number(value) } else { FluentValue::from(*value) });
        }
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned())
    }

    /// A word of the machine (a unit, a kind, a verdict) in this language; as it is, where nobody has translated it.
    pub fn word(&self, word: &str) -> String {
        let mut key = String::from("word");
        for part in word.split(|c: char| !c.is_ascii_alphanumeric()).filter(|p| !p.is_empty()) {
            key.push('-');
            key.push_str(&part.to_ascii_lowercase());
        }
        self.find(&key, &[]).unwrap_or_else(|| word.to_owned())
    }

    /// The text in this language.
    pub fn of<'a>(&self, text: &'a Text3) -> &'a str {
        text.get(self.lang)
    }

    /// «a, b or c» (or *and*), in this language.
    pub fn list(&self, items: &[String], joined: &str) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => self.say_with(joined, &[("first", &first.join(", ")), ("last", last)]),
        }
    }
}

/// What counts: a few digits. Longer ones are names and are left as they are written.
fn is_number(value: &str) -> bool {
    let digits = value.bytes().all(|b| b.is_ascii_digit());
    digits && (1..=9).contains(&value.len()) && (value == "0" || !value.starts_with('0'))
}
