//! Addresses of files, as editors write them, and paths.

use lsp_types::Uri;

/// The path that a `file:` address names, with `/`; nothing for other addresses.
pub(crate) fn path_of(uri: &str) -> Option<String> {
    let rest = uri.strip_prefix("file://")?;
    let path = &rest[rest.find('/')?..];
    let path = decoded(path.split(['?', '#']).next().unwrap_or(path))?;
    // `/C:/law` is `C:/law`.
    let drive = matches!(path.as_bytes(), [b'/', letter, b':', ..] if letter.is_ascii_alphabetic());
    let path = if drive { path[1..].to_owned() } else { path };
    Some(if path.len() > 1 { path.trim_end_matches('/').to_owned() } else { path })
}

/// The address of a path.
pub(crate) fn uri_of(path: &str) -> Option<Uri> {
    let mut out = String::from(if path.starts_with('/') { "file://" } else { "file:///" });
    for b in path.bytes() {
        match b {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(b as char),
            _ => out.push_str(&format!("%{b:02X}")),
        }
    }
    out.parse().ok()
}

/// An address of the world, as a page names it: letters that are not Latin stand in it as they are read.
pub(crate) fn address(text: &str) -> Option<Uri> {
    let plain = |b: u8| b.is_ascii_graphic();
    let out: String =
        text.bytes().map(|b| if plain(b) { (b as char).to_string() } else { format!("%{b:02X}") }).collect();
    out.parse().ok()
}

/// Without `%XX`; nothing where what it stands for is not text.
fn decoded(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = (*first == b'%').then(|| tail.get(..2)).flatten().and_then(|h| std::str::from_utf8(h).ok());
        match hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                rest = &tail[2..];
            }
            None => {
                out.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_paths() {
        for path in ["/tmp/заң/a b#1.md", "C:/law/kz.md", "/"] {
            let uri = uri_of(path).map(|u| u.as_str().to_owned()).unwrap_or_default();
            assert_eq!(path_of(&uri).as_deref(), Some(path), "{uri}");
        }
        assert_eq!(path_of("file:///c%3A/law/").as_deref(), Some("c:/law"));
        assert_eq!(path_of("file:///a%zz%2").as_deref(), Some("/a%zz%2"));
        assert_eq!(path_of("file:///%ff"), None);
        assert_eq!(path_of("untitled:Untitled-1"), None);
    }
}
