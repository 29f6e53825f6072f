//! A house of one's own for each test, and what is asked of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use tarazy_law::case::{Case, Entry, FactKey, State};
use tarazy_law::diag::Code;
use tarazy_law::model::{Corpus, Loaded};
use tarazy_law::read_case::read_case;
use tarazy_law::{FileId, Lang, Source};
use tarazy_review::Review;
use tarazy_store::{Limits, Store};
use tarazy_web::http::Settings;
use tarazy_web::{Law, Site, router};
use tower::ServiceExt as _;

use crate::page::Page;

/// A fact that may be not applicable: no page of the law has one yet.
const MAY_NOT_APPLY: &str = "\
# Жүйенің кепілдігі / Гарантия системы / Warranty of the system

edition: base
source: proposed
proposed by: tests

A page for tests.

### кепілдік сақталды / гарантия соблюдена / warranty kept {#warranty_kept}

kk: Кепілдік сақталды ма?

ru: Соблюдена ли гарантия?

en: Was the warranty kept?

```norm
fact warranty_kept(system): yes or no or not applicable
```
";

/// Pages over the law and the samples of this repository, with nothing kept yet.
pub(crate) struct House {
    router: Router,
    pub(crate) law: &'static Law,
}

/// What the house answered.
pub(crate) struct Reply {
    pub(crate) asked: String,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl House {
    pub(crate) fn new() -> House {
        House::reviewed(|_| None)
    }

    /// A house whose law was reviewed elsewhere.
    pub(crate) fn reviewed(reviews: impl FnOnce(&Corpus) -> Option<Vec<Review>>) -> House {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut pages = files(&root.join("law"), "md");
        pages.push(Source { path: "kz/vocabulary/warranty.md".to_owned(), text: MAY_NOT_APPLY.to_owned() });
        let loaded: &'static Loaded = Box::leak(Box::new(Corpus::load(pages)));
        assert!(loaded.corpus.vocabulary.find("warranty_kept").is_some());
        let mut law = Law::new(loaded, files(&root.join("cases"), "toml"));
        if let Some(reviews) = reviews(&loaded.corpus) {
            law = law.reviewed(reviews);
        }
        let law: &'static Law = Box::leak(Box::new(law));
        let store = Arc::new(Store::in_memory(Limits::default()).unwrap());
        let (router, _) = router(Arc::new(Site::new(law, store)), Settings::default());
        House { router, law }
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Reply {
        let asked = format!("{} {}", request.method(), request.uri());
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        let reply = Reply { asked, status: parts.status, headers: parts.headers, body };
        if reply.kind().starts_with("text/html") {
            reply.page().check();
        }
        reply
    }

    pub(crate) async fn get(&self, address: &str) -> Reply {
        self.send(request("GET", address).body(Body::empty()).unwrap()).await
    }

    /// A page that is there.
    pub(crate) async fn page(&self, address: &str) -> Page {
        let reply = self.get(address).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.asked);
        reply.page()
    }

    /// A form as browsers send it.
    pub(crate) async fn post(&self, address: &str, form: &[(&str, &str)]) -> Reply {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let kind = "application/x-www-form-urlencoded";
        self.send(request("POST", address).header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap()).await
    }

    /// A form that is taken: where it leads.
    pub(crate) async fn done(&self, address: &str, form: &[(&str, &str)]) -> String {
        let reply = self.post(address, form).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{} {form:?}\n{}", reply.asked, reply.text());
        reply.location()
    }

    /// A form that is not taken: its page, with every complaint linked to the field where it is.
    pub(crate) async fn refused(&self, address: &str, form: &[(&str, &str)]) -> Page {
        let reply = self.post(address, form).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{} {form:?}", reply.asked);
        let page = reply.page();
        assert!(!page.complaints().is_empty(), "{} {form:?}", reply.asked);
        page
    }

    /// A new case: its address without language, `/case/KEY`.
    pub(crate) async fn begin(&self, title: &str) -> String {
        let next = self.done("/kk/new", &[("title", title)]).await;
        next.strip_prefix("/kk").and_then(|n| n.strip_suffix("/persons")).expect("to the persons").to_owned()
    }

    /// A person added to a case.
    pub(crate) async fn add(&self, case: &str, name: &str, roles: &[&str], rest: &str) {
        let mut form = vec![("name", name), ("rest", rest)];
        form.extend(roles.iter().map(|r| ("role", *r)));
        self.done(&format!("/kk{case}/persons"), &form).await;
    }

    /// A case as it is kept, read from the file that is handed over.
    pub(crate) async fn case(&self, case: &str) -> Case {
        let reply = self.get(&format!("/en{case}/case.json")).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.asked);
        self.read(&reply.text())
    }

    pub(crate) fn read(&self, text: &str) -> Case {
        let (case, mut wrong) = read_case(self.law.corpus, FileId(0), text);
        // A case that has just begun is kept although there is nobody in it yet.
        wrong.retain(|d| d.code != Code::CaseNoPersons);
        assert!(wrong.is_empty(), "{wrong:?}\n{text}");
        case
    }

    pub(crate) fn key(&self, case: &Case, fact: &str, persons: &[&str]) -> FactKey {
        let id = self.law.corpus.vocabulary.find(fact).unwrap_or_else(|| panic!("no fact {fact}"));
        let persons: Vec<usize> = persons.iter().map(|p| case.person(p).expect("a person")).collect();
        FactKey::new(id, &persons)
    }

    pub(crate) fn entry<'c>(&self, case: &'c Case, fact: &str, persons: &[&str]) -> Option<&'c Entry> {
        case.facts.get(&self.key(case, fact, persons))
    }

    pub(crate) fn state(&self, case: &Case, fact: &str, persons: &[&str]) -> State {
        case.state(self.key(case, fact, persons)).clone()
    }
}

impl Reply {
    pub(crate) fn kind(&self) -> &str {
        self.header("content-type")
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap())
    }

    pub(crate) fn location(&self) -> String {
        self.header("location").to_owned()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub(crate) fn page(&self) -> Page {
        assert_eq!(self.kind(), "text/html; charset=utf-8", "{}", self.asked);
        // A problem of no page at all is answered in the language of the browser, which here names none: Kazakh.
        let path = self.asked.split(['/', '?']).nth(1).unwrap_or_default();
        let lang = Lang::from_code(path).unwrap_or(Lang::Kk);
        assert_eq!(self.header("content-language"), lang.code(), "{}", self.asked);
        Page::new(&self.asked, lang, &self.text())
    }

    /// It is a page of this status: a refusal for a browser.
    pub(crate) fn is_refusal(&self, status: u16) {
        assert_eq!(self.status.as_u16(), status, "{}", self.asked);
        self.page();
    }
}

/// A request of a browser on this very site.
pub(crate) fn request(method: &str, address: &str) -> axum::http::request::Builder {
    let uri: String = address.split('#').next().unwrap_or_default().to_owned();
    Request::builder()
        .method(method)
        .uri(uri)
        .header(header::HOST, "tarazy.test")
        .header(header::ACCEPT, "text/html")
        .header("sec-fetch-site", "same-origin")
}

/// Every file below a folder that ends so, in the order of names.
pub(crate) fn files(root: &Path, ending: &str) -> Vec<Source> {
    fn walk(root: &Path, folder: &Path, ending: &str, out: &mut Vec<Source>) {
        let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                walk(root, &path, ending, out);
            } else if path.extension().is_some_and(|e| e == ending) {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                out.push(Source { path: name, text: std::fs::read_to_string(&path).unwrap() });
            }
        }
    }
    let mut out = Vec::new();
    walk(root, root, ending, &mut out);
    out
}
