//! The Language Server Protocol: messages in, messages out. Whoever carries them (a pipe, a test) is elsewhere.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::{Diagnostic, PublishDiagnosticsParams};
use serde_json::{Value, json};
use tarazy_law::{Lang, Source};
use tarazy_review::Memory;
use tarazy_words::Words;

use crate::answer::{Asked, Refusal};
use crate::remark::{Found, Remark, Writing, findings, mistakes};
use crate::text::{Columns, changed};
use crate::uri::path_of;
use crate::world::{Law, World};

/// Where pages lie. The server itself opens no file.
pub trait Disk {
    /// There is a directory of this path.
    fn is_dir(&self, path: &str) -> bool;
    /// The pages (`.md`) below a directory, with their paths from there; what cannot be read is left out.
    fn pages(&self, root: &str) -> Vec<Source>;
    /// The text of one file; nothing where it cannot be read.
    fn read(&self, path: &str) -> Option<String>;
}

/// Where a conversation stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Running,
    ShutDown,
    Over,
}

/// A review to be made somewhere where it delays nobody.
pub struct Job {
    law: Arc<Law>,
    lang: Lang,
    memory: Arc<Mutex<Memory>>,
}

impl Job {
    /// Makes it. A review that breaks is a review without findings: whoever types goes on typing.
    pub fn done(self) -> Done {
        let words = Words::new(self.lang);
        // What a broken review has found out is as good as anything: an answer is kept by what its question says.
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let remarks = catch_unwind(AssertUnwindSafe(|| findings(&self.law, &words, &mut memory))).unwrap_or_default();
        drop(memory);
        Done { lang: self.lang, found: Found { law: self.law, remarks } }
    }
}

/// A review that was made.
pub struct Done {
    lang: Lang,
    found: Found,
}

/// One conversation with one editor.
pub struct Server<D> {
    disk: D,
    given_law: Option<String>,
    words: Words,
    world: World,
    columns: Columns,
    state: State,
    waiting: VecDeque<Message>,
    found: Option<Found>,
    /// What was last published of each page, with the version it was published for.
    published: BTreeMap<String, (Option<i32>, Vec<Diagnostic>)>,
    /// The law that the newest job is about.
    asked_for: Option<Arc<Law>>,
    /// What reviews have found out, for the next one.
    memory: Arc<Mutex<Memory>>,
    explained_at: Option<String>,
    many_documents: bool,
    watches: bool,
    next_id: i32,
    code: i32,
}

impl<D: Disk> Server<D> {
    /// Before the first message. `law` is the directory of the law, where whoever started the server named one.
    pub fn new(disk: D, lang: Lang, law: Option<String>) -> Server<D> {
        Server {
            disk,
            given_law: law,
            words: Words::new(lang),
            world: World::default(),
            columns: Columns::default(),
            state: State::New,
            waiting: VecDeque::new(),
            found: None,
            published: BTreeMap::new(),
            asked_for: None,
            memory: Arc::default(),
            explained_at: None,
            many_documents: false,
            watches: false,
            next_id: 0,
            code: 1,
        }
    }

    /// The conversation is over, with this exit code: 0 where it was ended in good order.
    pub fn over(&self) -> Option<i32> {
        (self.state == State::Over).then_some(self.code)
    }

    /// A message came. It waits, so that one that takes it back can still reach it.
    pub fn receive(&mut self, message: Message) -> Option<Message> {
        if let Message::Notification(n) = &message
            && n.method == "$/cancelRequest"
        {
            let id: RequestId = match n.params.get("id") {
                Some(Value::Number(n)) => i32::try_from(n.as_i64()?).ok()?.into(),
                Some(Value::String(s)) => s.clone().into(),
                _ => return None,
            };
            let at = self.waiting.iter().position(|m| matches!(m, Message::Request(r) if r.id == id))?;
            self.waiting.remove(at);
            let said = self.words.say("editor-cancelled");
            return Some(Response::new_err(id, ErrorCode::RequestCanceled as i32, said).into());
        }
        self.waiting.push_back(message);
        None
    }

    /// Works off what waits, the oldest first; true where something did.
    pub fn work(&mut self, out: &mut Vec<Message>) -> bool {
        let Some(message) = self.waiting.pop_front() else { return false };
        match message {
            Message::Request(r) => {
                let id = r.id.clone();
                let answer = catch_unwind(AssertUnwindSafe(|| self.request(r)));
                let answer = answer.unwrap_or_else(|_| Err(Refusal::Broken));
                let response = match answer {
                    Ok(result) => Response::new_ok(id, result),
                    Err(refusal) => refusal.response(id, &self.words),
                };
                out.push(response.into());
            }
            Message::Notification(n) => {
                // Nobody waits for an answer to a notification, and one that breaks changes nothing.
                let _ = catch_unwind(AssertUnwindSafe(|| self.notification(n, out)));
            }
            Message::Response(_) => {}
        }
        true
    }

    /// What is to be said of the pages now, where it is something else than what was said before.
    pub fn publish(&mut self, out: &mut Vec<Message>) {
        if self.state != State::Running || self.world.root().is_none() {
            return;
        }
        let law = self.world.law();
        let mut remarks: Vec<Remark> = mistakes(&law, &self.words);
        remarks.extend(self.found.iter().flat_map(|f| f.now(&law)));
        let explained_at = self.explained_at.as_deref();
        let writing = Writing { law: &law, world: &self.world, columns: self.columns, explained_at };
        let mut now = writing.by_page(&remarks);
        let versions: HashMap<&str, i32> = self.world.versions().collect();
        // A page that stands in the editor is spoken of even where there is nothing to say; so is one that was spoken of before.
        for page in versions.keys().map(|p| (*p).to_owned()).chain(self.published.keys().cloned()) {
            now.entry(page).or_default();
        }
        let mut published = BTreeMap::new();
        for (page, diagnostics) in now {
            let version = versions.get(page.as_str()).copied();
            let before = self.published.get(&page);
            if before.is_none_or(|(v, d)| *v != version || *d != diagnostics)
                && let Some(uri) = self.world.uri_of(&page)
            {
                let params = PublishDiagnosticsParams { uri, diagnostics: diagnostics.clone(), version };
                out.push(notification("textDocument/publishDiagnostics", json!(params)));
            }
            if !diagnostics.is_empty() || version.is_some() {
                published.insert(page, (version, diagnostics));
            }
        }
        self.published = published;
    }

    /// The review that is to be made next, where the law has changed since the last.
    pub fn job(&mut self) -> Option<Job> {
        if self.state != State::Running || self.world.root().is_none() {
            return None;
        }
        let law = self.world.law();
        if self.asked_for.as_ref().is_some_and(|before| Arc::ptr_eq(before, &law)) {
            return None;
        }
        self.asked_for = Some(law.clone());
        Some(Job { law, lang: self.words.lang, memory: self.memory.clone() })
    }

    /// A review was made. One of a law that has changed meanwhile still tells where its places are to be found now.
    pub fn take(&mut self, done: Done) {
        if done.lang == self.words.lang {
            self.found = Some(done.found);
        }
    }

    fn request(&mut self, r: Request) -> Result<Value, Refusal> {
        match (self.state, r.method.as_str()) {
            (State::New, "initialize") => {
                let answer = self.initialize(&r.params);
                self.state = State::Running;
                Ok(answer)
            }
            (State::New, _) => Err(Refusal::NotBegun),
            (State::ShutDown | State::Over, _) | (_, "initialize") => Err(Refusal::Over),
            (_, "shutdown") => {
                self.state = State::ShutDown;
                Ok(Value::Null)
            }
            (State::Running, method) => {
                let root = self.world.root().is_some();
                let law = root.then(|| self.world.law());
                let asked = Asked {
                    law: law.as_deref(),
                    world: &self.world,
                    words: &self.words,
                    columns: self.columns,
                    many_documents: self.many_documents,
                };
                asked.answer(method, r.params)
            }
        }
    }

    fn initialize(&mut self, params: &Value) -> Value {
        let at = |path: &str| params.pointer(path);
        let own = |name: &str| at(&format!("/initializationOptions/{name}")).and_then(Value::as_str);
        if let Some(lang) = own("language").and_then(Lang::from_code) {
            self.words = Words::new(lang);
        }
        self.explained_at = own("explainedAt").map(str::to_owned);
        let offered = at("/capabilities/general/positionEncodings").and_then(Value::as_array);
        let utf8 = offered.is_some_and(|o| o.iter().any(|e| e == "utf-8"));
        self.columns = if utf8 { Columns::Utf8 } else { Columns::Utf16 };
        let can = |path: &str| at(path).and_then(Value::as_bool).unwrap_or(false);
        self.many_documents = can("/capabilities/workspace/workspaceEdit/documentChanges");
        self.watches = can("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration");
        let folder = [at("/workspaceFolders/0/uri"), at("/rootUri")].into_iter().flatten().find_map(Value::as_str);
        let folder = folder.and_then(path_of).or_else(|| at("/rootPath").and_then(Value::as_str).map(str::to_owned));
        let named = own("law").filter(|l| !l.is_empty()).map(str::to_owned);
        if let Some(root) = self.law_of(folder.as_deref(), named.as_deref()) {
            self.settle(root);
        }
        crate::answer::capabilities(self.columns)
    }

    /// Where the law lies: where somebody said, else in `law` of the folder, else the folder itself.
    fn law_of(&self, folder: Option<&str>, named: Option<&str>) -> Option<String> {
        if let Some(given) = &self.given_law {
            return Some(given.clone());
        }
        if let Some(named) = named.filter(|n| self.disk.is_dir(n)) {
            return Some(named.trim_end_matches('/').to_owned());
        }
        let folder = folder?;
        let inside = format!("{folder}/{}", named.unwrap_or("law"));
        Some(if self.disk.is_dir(&inside) { inside } else { folder.to_owned() })
    }

    fn settle(&mut self, root: String) {
        let pages = self.disk.pages(&root);
        self.world.settle(root, pages);
    }

    fn notification(&mut self, n: Notification, out: &mut Vec<Message>) {
        if n.method == "exit" {
            self.code = i32::from(self.state != State::ShutDown);
            self.state = State::Over;
        }
        if self.state != State::Running {
            return;
        }
        let text = |path: &str| n.params.pointer(path).and_then(Value::as_str).map(str::to_owned);
        let version = n.params.pointer("/textDocument/version").and_then(Value::as_i64).unwrap_or(0) as i32;
        match n.method.as_str() {
            "initialized" if self.watches => out.push(self.watch()),
            "textDocument/didOpen" => {
                if let (Some(uri), Some(text)) = (text("/textDocument/uri"), text("/textDocument/text")) {
                    self.adopt(&uri);
                    self.world.write(&uri, version, text);
                }
            }
            "textDocument/didChange" => {
                let Some(uri) = text("/textDocument/uri") else { return };
                let changes = n.params.get("contentChanges").cloned().unwrap_or_default();
                let Ok(changes) = serde_json::from_value(changes) else { return };
                if let Some(open) = self.world.open(&uri) {
                    let now = changed(open.text.clone(), changes, self.columns);
                    self.world.write(&uri, version, now);
                }
            }
            "textDocument/didClose" => {
                if let Some(uri) = text("/textDocument/uri") {
                    if let Some(page) = self.world.page_of(&uri) {
                        self.reread(page);
                    }
                    self.world.close(&uri);
                }
            }
            "textDocument/didSave" => {
                if let Some(page) = text("/textDocument/uri").and_then(|uri| self.world.page_of(&uri)) {
                    self.reread(page);
                }
            }
            "workspace/didChangeWatchedFiles" => {
                let changes = n.params.get("changes").and_then(Value::as_array).cloned().unwrap_or_default();
                for uri in changes.iter().filter_map(|c| c.get("uri").and_then(Value::as_str)) {
                    self.touched(uri);
                }
            }
            "workspace/didChangeConfiguration" => {
                if let Some(lang) = text("/settings/tarazy/language").as_deref().and_then(Lang::from_code) {
                    self.words = Words::new(lang);
                    // What was found is said anew, in the other language.
                    self.asked_for = None;
                    self.found = None;
                }
            }
            _ => {}
        }
    }

    /// A page that is opened without a folder: the law is the `law` above it, or where it lies.
    fn adopt(&mut self, uri: &str) {
        if self.world.root().is_some() {
            return;
        }
        let Some(path) = path_of(uri) else { return };
        let root = match path.find("/law/") {
            Some(i) => &path[..i + 4],
            None => path.rsplit_once('/').map_or("", |(dir, _)| dir),
        };
        self.settle(root.to_owned());
    }

    fn reread(&mut self, page: String) {
        let Some(root) = self.world.root() else { return };
        let text = self.disk.read(&format!("{root}/{page}"));
        self.world.on_disk(page, text);
    }

    /// Something changed on the disk: a page, or a directory of pages that came or went.
    fn touched(&mut self, uri: &str) {
        if let Some(page) = self.world.page_of(uri) {
            return self.reread(page);
        }
        let inside =
            path_of(uri).and_then(|p| Some(p.strip_prefix(self.world.root()?)?.trim_start_matches('/').to_owned()));
        let Some(dir) = inside else { return };
        let root = self.world.root().unwrap_or_default().to_owned();
        let mut gone = self.world.below(&dir);
        if self.disk.is_dir(&format!("{root}/{dir}")) {
            for page in self.disk.pages(&format!("{root}/{dir}")) {
                let path = format!("{dir}/{}", page.path);
                gone.retain(|g| *g != path);
                self.world.on_disk(path, Some(page.text));
            }
        }
        for page in gone {
            self.world.on_disk(page, None);
        }
    }

    fn watch(&mut self) -> Message {
        self.next_id += 1;
        let watchers = json!([{ "globPattern": "**/*.md" }]);
        let registration = json!({
            "id": "pages", "method": "workspace/didChangeWatchedFiles", "registerOptions": { "watchers": watchers }
        });
        let params = json!({ "registrations": [registration] });
        Request::new(self.next_id.into(), "client/registerCapability".to_owned(), params).into()
    }
}

fn notification(method: &str, params: Value) -> Message {
    Notification::new(method.to_owned(), params).into()
}
