//! How an answer is wanted: in which language, as a page or as data.

use std::convert::Infallible;
use std::sync::OnceLock;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use tarazy_law::Lang;
use tarazy_words::Words;

use super::request_id::RequestId;

/// What a request says of how it wants to be answered. Any handler may ask for it as an argument.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The language: of the address (`/kk/…`), else what the browser prefers, else Kazakh.
    pub lang: Lang,
    /// A page rather than data.
    pub page: bool,
    /// The id of the request.
    pub id: RequestId,
}

impl Asked {
    pub(super) fn of(path: &str, headers: &HeaderMap, id: RequestId) -> Asked {
        let lang = of_path(path).unwrap_or_else(|| of_header(headers));
        Asked { lang, page: prefers_page(headers), id }
    }

    /// The words of the language.
    pub fn words(&self) -> &'static Words {
        words(self.lang)
    }
}

impl<S: Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Asked, Infallible> {
        let known = parts.extensions.get::<Asked>().cloned();
        Ok(known.unwrap_or_else(|| Asked::of(parts.uri.path(), &parts.headers, RequestId::of(&parts.headers))))
    }
}

/// The words of a language, read once.
pub fn words(lang: Lang) -> &'static Words {
    static WORDS: [OnceLock<Words>; 3] = [const { OnceLock::new() }; 3];
    let place = match lang {
        Lang::Kk => 0,
        Lang::Ru => 1,
        Lang::En => 2,
    };
    WORDS[place].get_or_init(|| Words::new(lang))
}

fn of_path(path: &str) -> Option<Lang> {
    Lang::from_code(path.strip_prefix('/')?.split('/').next()?)
}

fn of_header(headers: &HeaderMap) -> Lang {
    let mut best: Option<(f32, Lang)> = None;
    for (tag, q) in weighted(headers, header::ACCEPT_LANGUAGE) {
        let code = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let Some(lang) = Lang::from_code(&code) else { continue };
        if q > 0.0 && best.is_none_or(|(before, _)| q > before) {
            best = Some((q, lang));
        }
    }
    best.map_or(Lang::Kk, |(_, lang)| lang)
}

/// Only who names HTML, and prefers it to JSON, is a browser; `*/*` is what programs send.
fn prefers_page(headers: &HeaderMap) -> bool {
    let (mut html, mut json) = (0.0_f32, 0.0_f32);
    for (kind, q) in weighted(headers, header::ACCEPT) {
        match kind.to_ascii_lowercase().as_str() {
            "text/html" | "application/xhtml+xml" => html = html.max(q),
            "application/json" | "application/problem+json" => json = json.max(q),
            _ => {}
        }
    }
    html > 0.0 && html >= json
}

/// The items of a header such as `ru;q=0.8, en`, with their weights.
fn weighted(headers: &HeaderMap, name: header::HeaderName) -> impl Iterator<Item = (&str, f32)> {
    let lines = headers.get_all(name).into_iter().filter_map(|v| v.to_str().ok());
    lines.flat_map(|l| l.split(',')).map(|item| {
        let mut parts = item.split(';').map(str::trim);
        let what = parts.next().unwrap_or_default();
        let q = parts.find_map(|p| p.strip_prefix("q=").or(p.strip_prefix("Q="))).map(|q| q.parse().unwrap_or(0.0));
        (what, q.unwrap_or(1.0))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn asked(path: &str, language: &str, accept: &str) -> (Lang, bool) {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, language.parse().unwrap());
        headers.insert(header::ACCEPT, accept.parse().unwrap());
        let asked = Asked::of(path, &headers, RequestId::of(&headers));
        (asked.lang, asked.page)
    }

    #[test]
    fn the_address_decides_then_the_browser_then_kazakh() {
        assert_eq!(asked("/ru/x", "en", "*/*").0, Lang::Ru);
        assert_eq!(asked("/x", "de, ru;q=0.5, en;q=0.7", "*/*").0, Lang::En);
        assert_eq!(asked("/x", "RU-KZ", "*/*").0, Lang::Ru);
        assert_eq!(asked("/x", "de", "*/*").0, Lang::Kk);
        assert_eq!(asked("/x", "en;q=0", "*/*").0, Lang::Kk);
        assert_eq!(asked("/rules", "", "*/*").0, Lang::Kk);
    }

    #[test]
    fn a_page_is_for_whoever_names_html() {
        assert!(asked("/", "", "text/html,application/xhtml+xml,*/*;q=0.8").1);
        assert!(!asked("/", "", "*/*").1);
        assert!(!asked("/", "", "application/json, text/html;q=0.5").1);
        assert!(!asked("/", "", "text/html;q=0").1);
    }
}
