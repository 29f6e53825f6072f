//! Requests that another site makes a browser send.

use axum::body::Body;
use axum::http::{HeaderValue, Method, Request, Uri, header};

use super::problem::Problem;

/// Refuses what changes something and comes from another site, without cookies or tokens.
///
/// Browsers say in `Sec-Fetch-Site` where a request comes from, and no page can say it otherwise. Older browsers send `Origin`, which must
/// then be our own host. What sends neither is no browser, and can be made to do nothing that its owner does not want.
pub(super) fn own(request: &Request<Body>, host: &str) -> Result<(), Problem> {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    let headers = request.headers();
    let own = |v: &HeaderValue| matches!(v.as_bytes(), b"same-origin" | b"none");
    let sites = headers.get_all("sec-fetch-site");
    let good = if sites.iter().next().is_some() {
        sites.iter().all(own)
    } else {
        headers.get_all(header::ORIGIN).iter().all(|o| is_host(o, host))
    };
    if good { Ok(()) } else { Err(Problem::new("cross-site")) }
}

fn is_host(origin: &HeaderValue, host: &str) -> bool {
    let uri: Option<Uri> = origin.to_str().ok().and_then(|o| o.parse().ok());
    uri.and_then(|u| u.scheme().and(u.authority().map(|a| a.as_str().eq_ignore_ascii_case(host)))).unwrap_or(false)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn good(method: &str, site: Option<&str>, origin: Option<&str>) -> bool {
        let mut request = Request::builder().method(method).uri("/");
        for (name, value) in [("sec-fetch-site", site), ("origin", origin)] {
            if let Some(v) = value {
                request = request.header(name, v);
            }
        }
        own(&request.body(Body::empty()).unwrap(), "tarazy.kz:8080").is_ok()
    }

    #[test]
    fn another_site_changes_nothing() {
        let ours = Some("https://tarazy.kz:8080");
        for (site, origin, fine) in [
            (None, None, true),
            (None, ours, true),
            (None, Some("https://TARAZY.kz:8080"), true),
            (None, Some("https://tarazy.kz"), false),
            (None, Some("https://evil.example"), false),
            (None, Some("null"), false),
            (None, Some("tarazy.kz:8080"), false),
            (None, Some(""), false),
            (Some("same-origin"), Some("https://behind.a.proxy"), true),
            (Some("none"), None, true),
            (Some("same-site"), ours, false),
            (Some("cross-site"), ours, false),
            (Some("cross-site"), None, false),
            (Some(""), None, false),
        ] {
            assert_eq!(good("POST", site, origin), fine, "{site:?} {origin:?}");
            assert_eq!(good("DELETE", site, origin), fine, "{site:?} {origin:?}");
            assert!(good("GET", site, origin) && good("HEAD", site, origin) && good("OPTIONS", site, origin));
        }
    }
}
