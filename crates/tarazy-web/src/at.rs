//! Where a request stands: its language, its path without it, its query.

use std::sync::Arc;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use tarazy_law::Lang;
use tarazy_words::Words;

use crate::site::Site;
use crate::trouble::Trouble;

/// The languages, Kazakh first, each by its own name.
pub(crate) const LANGUAGES: [(Lang, &str); 3] = [(Lang::Kk, "Қазақша"), (Lang::Ru, "Русский"), (Lang::En, "English")];

/// Where a request stands.
pub(crate) struct At {
    /// The language of the page.
    pub(crate) lang: Lang,
    /// The path after the language, such as `/samples`.
    path: String,
    query: Vec<(String, String)>,
}

impl At {
    /// Beside every page: what went wrong may have no page of its own, so its other languages are the first page.
    pub(crate) fn beside(lang: Lang) -> At {
        At { lang, path: String::new(), query: Vec::new() }
    }

    /// The words of the page's language.
    pub(crate) fn words(&self) -> &'static Words {
        crate::http::words(self.lang)
    }

    /// A message.
    pub(crate) fn say(&self, key: &str) -> String {
        self.words().say(key)
    }

    /// A message with its values.
    pub(crate) fn say_with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.words().say_with(key, args)
    }

    /// A path in the page's language: `/samples` becomes `/kk/samples`.
    pub(crate) fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.lang.code())
    }

    /// This very page in another language.
    pub(crate) fn here_in(&self, lang: Lang) -> String {
        let query = encode(&self.query);
        let mark = if query.is_empty() { "" } else { "?" };
        format!("/{}{}{mark}{query}", lang.code(), self.path)
    }

    /// The path after the language.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The first value of a parameter that is not empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.as_str())
    }

    /// Every value of a parameter that is not empty.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.query.iter().filter(move |(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.as_str())
    }

    /// This page's query with a parameter set anew: `None` takes it away. Where `add` says so, the value stands beside those of the same name
    /// that are about something else: `damage=no` in the place of `damage=yes`, beside `owner(p1)=yes`.
    pub(crate) fn query_with(&self, name: &str, value: Option<&str>, add: bool) -> String {
        let about = |v: &str| v.split_once('=').map(|(about, _)| about.to_owned());
        let new = value.and_then(about);
        let mut query = self.query.clone();
        query.retain(|(n, v)| n != name || (add && about(v) != new));
        query.extend(value.map(|v| (name.to_owned(), v.to_owned())));
        let text = encode(&query);
        if text.is_empty() { String::new() } else { format!("?{text}") }
    }
}

impl FromRequestParts<Arc<Site>> for At {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Site>) -> Result<At, Trouble> {
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |o| &o.0);
        let rest = uri.path().strip_prefix('/').unwrap_or_default();
        let (code, path) =
            rest.split_once('/').map_or((rest, String::new()), |(code, path)| (code, format!("/{path}")));
        let known = LANGUAGES.iter().find(|(lang, _)| lang.code() == code);
        let (lang, _) = known.ok_or(Trouble::NotFound)?;
        let query = decode(uri.query().unwrap_or_default());
        Ok(At { lang: *lang, path, query })
    }
}

/// `a=b&c=d` as pairs.
pub(crate) fn decode(text: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(text.as_bytes()).into_owned().collect()
}

/// Pairs as `a=b&c=d`.
pub(crate) fn encode(pairs: &[(String, String)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}
