//! To whom a request is addressed.

use std::net::Ipv6Addr;

use axum::body::Body;
use axum::http::{Request, Version, header};

use super::problem::Problem;

/// The host (with its port, if it is written) of a request, in small letters.
///
/// Exactly one, readable, and the same as in the request line where that names one too: whoever stands between must not be able to read it
/// otherwise than we do. Where the house has names, another name is refused; a page on somebody's own name that points here gets nothing.
pub(super) fn host(request: &Request<Body>, known: &[String]) -> Result<String, Problem> {
    let bad = || Problem::new("bad-host");
    let mut lines = request.headers().get_all(header::HOST).into_iter();
    let host = match (lines.next(), lines.next()) {
        (Some(_), Some(_)) => return Err(bad()),
        // HTTP/1.0 knows no such header.
        (None, _) if request.version() < Version::HTTP_11 && known.is_empty() => return Ok(String::new()),
        (None, _) => return Err(bad()),
        (Some(line), None) => line.to_str().map_err(|_| bad())?.to_ascii_lowercase(),
    };
    let (name, port) = match host.rfind(':') {
        Some(at) if !host.ends_with(']') => (&host[..at], &host[at + 1..]),
        _ => (host.as_str(), ""),
    };
    if !is_name(name) || !(port.is_empty() || port.parse::<u16>().is_ok()) {
        return Err(bad());
    }
    if request.uri().authority().is_some_and(|a| !a.as_str().eq_ignore_ascii_case(&host)) {
        return Err(bad());
    }
    if !known.is_empty() && !known.iter().any(|k| k.eq_ignore_ascii_case(name)) {
        return Err(Problem::new("misdirected"));
    }
    Ok(host)
}

/// A name as the Domain Name System has it, or an address.
fn is_name(name: &str) -> bool {
    match name.strip_prefix('[') {
        Some(rest) => rest.strip_suffix(']').is_some_and(|a| a.parse::<Ipv6Addr>().is_ok()),
        None => !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_')),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn kind(uri: &str, hosts: &[&str], known: &[&str]) -> &'static str {
        let mut request = Request::builder().uri(uri);
        for h in hosts {
            request = request.header(header::HOST, *h);
        }
        let known: Vec<String> = known.iter().map(|k| (*k).to_owned()).collect();
        host(&request.body(Body::empty()).unwrap(), &known).map_or_else(|p| p.kind, |_| "good")
    }

    #[test]
    fn one_readable_host_is_good() {
        for h in ["tarazy.kz", "TARAZY.kz:8080", "127.0.0.1:1", "[::1]:8080", "localhost", "localhost:"] {
            assert_eq!(kind("/", &[h], &[]), "good", "{h}");
        }
        for h in ["", "a b", "a,b", "me@tarazy.kz", "a:b", "a:99999", "a/b", "a:1:2", "[::1", ":80"] {
            assert_eq!(kind("/", &[h], &[]), "bad-host", "{h}");
        }
        assert_eq!(kind("/", &[], &[]), "bad-host");
        assert_eq!(kind("/", &["a", "a"], &[]), "bad-host");
        assert_eq!(kind("http://b/", &["a"], &[]), "bad-host");
        assert_eq!(kind("http://A/", &["a"], &[]), "good");
    }

    #[test]
    fn a_house_with_names_answers_to_those() {
        assert_eq!(kind("/", &["tarazy.kz:8080"], &["tarazy.kz"]), "good");
        assert_eq!(kind("/", &["evil.example"], &["tarazy.kz"]), "misdirected");
    }
}
