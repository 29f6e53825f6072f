//! Styles, scripts, letters: in the binary, compressed once, under addresses that change with what is in them, so that a browser asks for
//! each only once.

use std::io::Write as _;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use sha2::{Digest, Sha256};

use crate::site::Site;
use crate::trouble::Trouble;

/// A file as it is sent.
struct Asset {
    address: String,
    kind: &'static str,
    plain: Bytes,
    gzip: Option<Bytes>,
    brotli: Option<Bytes>,
}

/// Every file.
pub(crate) struct Assets {
    files: Vec<(&'static str, Asset)>,
}

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
const FONT: &str = "font/woff2";
const SVG: &str = "image/svg+xml";

impl Assets {
    pub(crate) fn new() -> Assets {
        let mut files = Vec::new();
        let mut add = |name: &'static str, kind: &'static str, content: &[u8]| {
            let asset = Asset::new(name, kind, content);
            let address = asset.address.clone();
            files.push((name, asset));
            address
        };
        let regular = add("golos-400.woff2", FONT, include_bytes!("../assets/fonts/golos-text-400.woff2"));
        let bold = add("golos-700.woff2", FONT, include_bytes!("../assets/fonts/golos-text-700.woff2"));
        add("tarazy.svg", SVG, include_bytes!("../assets/tarazy.svg"));
        // One file for the style, so that a page waits for one only.
        let style = [
            include_str!("../assets/govuk/govuk-frontend.css"),
            &include_str!("../assets/site.css").replace("golos-400.woff2", &regular).replace("golos-700.woff2", &bold),
            include_str!("../assets/picture.css"),
        ]
        .concat();
        add("style.css", CSS, style.as_bytes());
        let govuk = add("govuk-frontend.js", JS, include_bytes!("../assets/govuk/govuk-frontend.js"));
        let script = include_str!("../assets/site.js").replace("govuk-frontend.js", &govuk);
        add("site.js", JS, script.as_bytes());
        Assets { files }
    }

    /// The address of a file.
    pub(crate) fn address(&self, name: &str) -> &str {
        self.files.iter().find(|(n, _)| *n == name).map_or("", |(_, a)| a.address.as_str())
    }
}

impl Asset {
    fn new(name: &str, kind: &'static str, content: &[u8]) -> Asset {
        let digest: String = Sha256::digest(content).iter().take(6).map(|b| format!("{b:02x}")).collect();
        // Letters are compressed already.
        let squeeze = kind != FONT;
        Asset {
            address: format!("/assets/{digest}/{name}"),
            kind,
            plain: Bytes::copy_from_slice(content),
            gzip: squeeze.then(|| gzip(content)).flatten(),
            brotli: squeeze.then(|| brotli(content)).flatten(),
        }
    }
}

fn gzip(content: &[u8]) -> Option<Bytes> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    out.write_all(content).ok()?;
    out.finish().ok().map(Bytes::from)
}

fn brotli(content: &[u8]) -> Option<Bytes> {
    let mut out = Vec::new();
    let params = ::brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    ::brotli::BrotliCompress(&mut &content[..], &mut out, &params).ok()?;
    Some(Bytes::from(out))
}

pub(crate) async fn serve(
    State(site): State<Arc<Site>>,
    Path((_, name)): Path<(String, String)>,
    headers: HeaderMap,
    uri: axum::http::Uri,
) -> Result<Response, Trouble> {
    let found = site.assets.files.iter().find(|(n, a)| *n == name && a.address == uri.path());
    let (_, asset) = found.ok_or(Trouble::NotFound)?;
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let accepts = |coding: &str| accepted.split(',').any(|c| c.trim().split(';').next() == Some(coding));
    let (coding, body) = match (&asset.brotli, &asset.gzip) {
        (Some(b), _) if accepts("br") => (Some("br"), b),
        (_, Some(g)) if accepts("gzip") => (Some("gzip"), g),
        _ => (None, &asset.plain),
    };
    let mut response = (StatusCode::OK, body.clone()).into_response();
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(asset.kind));
    out.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("public, max-age=31536000, immutable"));
    out.insert(header::VARY, header::HeaderValue::from_static("accept-encoding"));
    if let Some(coding) = coding {
        out.insert(header::CONTENT_ENCODING, header::HeaderValue::from_static(coding));
    }
    Ok(response)
}

/// Browsers ask here when no page has told them of the icon.
pub(crate) async fn icon(State(site): State<Arc<Site>>) -> Redirect {
    Redirect::permanent(site.assets.address("tarazy.svg"))
}
