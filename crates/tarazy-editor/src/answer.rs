//! What an editor asks, and what it is told.

use lsp_server::{ErrorCode, RequestId, Response};
use lsp_types::{
    CompletionItem, CompletionList, CompletionTextEdit, DocumentHighlight, DocumentHighlightKind, Hover, HoverContents,
    MarkupContent, MarkupKind, Position, TextEdit,
};
use serde_json::{Value, json};
use tarazy_law::syntax::format::format_page;
use tarazy_words::Words;

use crate::complete::complete;
use crate::goto::{Pointed, definition, how, pointed, references};
use crate::index::word_at;
use crate::outline::{links, location, of_law, of_page};
use crate::remark::Place;
use crate::rename::{Refused, renamable, rename};
use crate::say::{hover, keyword};
use crate::text::{Columns, Lines, edit};
use crate::walk::How;
use crate::world::{Law, World};

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// Nothing was agreed on yet.
    NotBegun,
    /// Everything was said.
    Over,
    /// Nobody here knows this question.
    NoSuchQuestion(String),
    /// The question lacks something.
    Unclear,
    /// A name that cannot be given.
    Name(Refused),
    /// A mistake of ours.
    Broken,
}

impl From<Refused> for Refusal {
    fn from(r: Refused) -> Refusal {
        Refusal::Name(r)
    }
}

impl Refusal {
    /// As the protocol says it.
    pub(crate) fn response(self, id: RequestId, words: &Words) -> Response {
        let (code, said) = match self {
            Refusal::NotBegun => (ErrorCode::ServerNotInitialized, words.say("editor-not-begun")),
            Refusal::Over => (ErrorCode::InvalidRequest, words.say("editor-over")),
            Refusal::NoSuchQuestion(method) => {
                (ErrorCode::MethodNotFound, words.say_with("editor-no-such-question", &[("method", &method)]))
            }
            Refusal::Unclear => (ErrorCode::InvalidParams, words.say("editor-unclear")),
            Refusal::Name(r) => {
                let args: Vec<(&str, &str)> = r.args.iter().map(|(n, v)| (*n, v.as_str())).collect();
                (ErrorCode::RequestFailed, words.say_with(r.key, &args))
            }
            Refusal::Broken => (ErrorCode::InternalError, words.say("editor-broken")),
        };
        Response::new_err(id, code as i32, said)
    }
}

/// What the server can do.
pub(crate) fn capabilities(columns: Columns) -> Value {
    let encoding = match columns {
        Columns::Utf16 => "utf-16",
        Columns::Utf8 => "utf-8",
    };
    json!({
        "capabilities": {
            "positionEncoding": encoding,
            "textDocumentSync": { "openClose": true, "change": 2, "save": { "includeText": false } },
            "hoverProvider": true,
            "definitionProvider": true,
            "referencesProvider": true,
            "documentHighlightProvider": true,
            "documentSymbolProvider": true,
            "workspaceSymbolProvider": true,
            "documentFormattingProvider": true,
            "documentLinkProvider": { "resolveProvider": false },
            "renameProvider": { "prepareProvider": true },
            "completionProvider": { "triggerCharacters": [".", "(", "=", "{", ":"], "resolveProvider": false },
        },
        "serverInfo": { "name": "tarazy", "version": env!("CARGO_PKG_VERSION") },
    })
}

/// A question, with what is needed to answer it.
pub(crate) struct Asked<'a> {
    /// The law; nothing where no directory is known yet.
    pub law: Option<&'a Law>,
    /// The pages.
    pub world: &'a World,
    /// The reader's language.
    pub words: &'a Words,
    /// What columns count.
    pub columns: Columns,
    /// The editor takes changes of many documents with their versions.
    pub many_documents: bool,
}

/// A question about a place, answered so far as there is something at it.
struct There<'a> {
    law: &'a Law,
    page: usize,
    at: usize,
}

impl There<'_> {
    fn pointed(&self) -> Option<Pointed> {
        pointed(self.law, self.page, self.at)
    }
}

impl Asked<'_> {
    /// The answer.
    pub(crate) fn answer(&self, method: &str, params: Value) -> Result<Value, Refusal> {
        let p = &params;
        let answer = match method {
            "textDocument/definition" => self.there(p)?.and_then(|t| {
                let places = definition(t.law, &t.pointed()?);
                Some(self.locations(t.law, &places))
            }),
            "textDocument/references" => self.there(p)?.and_then(|t| {
                let with = p.pointer("/context/includeDeclaration").and_then(Value::as_bool).unwrap_or(true);
                let places = references(t.law, &t.pointed()?, with);
                Some(self.locations(t.law, &places))
            }),
            "textDocument/documentHighlight" => self.there(p)?.and_then(|t| self.highlights(&t)),
            "textDocument/hover" => self.there(p)?.and_then(|t| self.hover(&t)),
            "textDocument/prepareRename" => match self.there(p)? {
                Some(t) => Some(self.prepare(&t)?),
                None => None,
            },
            "textDocument/rename" => {
                let new = p.get("newName").and_then(Value::as_str).ok_or(Refusal::Unclear)?;
                match self.there(p)? {
                    Some(t) => Some(self.rename(&t, new)?),
                    None => None,
                }
            }
            "textDocument/completion" => self.there(p)?.map(|t| self.completion(&t)),
            "textDocument/formatting" => {
                let open = self.world.open(uri(p)?);
                open.map(|o| json!(edit(&o.text, &format_page(&o.text), self.columns).into_iter().collect::<Vec<_>>()))
            }
            "textDocument/documentSymbol" => {
                self.page(p)?.map(|(law, page)| json!(of_page(law, self.words, page, self.columns)))
            }
            "textDocument/documentLink" => {
                self.page(p)?.and_then(|(law, page)| Some(json!(links(law, self.world.root()?, page, self.columns))))
            }
            "workspace/symbol" => {
                let query = p.get("query").and_then(Value::as_str).unwrap_or_default();
                self.law.map(|law| json!(of_law(law, self.world, self.words, query, self.columns)))
            }
            "tarazy/explain" => {
                let code = p.get("code").and_then(Value::as_str).ok_or(Refusal::Unclear)?;
                explained(self.words, code).map(Value::String)
            }
            other => return Err(Refusal::NoSuchQuestion(other.to_owned())),
        };
        Ok(answer.unwrap_or_default())
    }

    fn page(&self, params: &Value) -> Result<Option<(&Law, usize)>, Refusal> {
        let uri = uri(params)?;
        let Some(law) = self.law else { return Ok(None) };
        Ok(self.world.page_of(uri).and_then(|page| law.find(&page)).map(|page| (law, page)))
    }

    fn there(&self, params: &Value) -> Result<Option<There<'_>>, Refusal> {
        let position = params.get("position").cloned().ok_or(Refusal::Unclear)?;
        let position: Position = serde_json::from_value(position).map_err(|_| Refusal::Unclear)?;
        Ok(self.page(params)?.map(|(law, page)| {
            let at = Lines::new(&law.file(page).text, self.columns).offset(position);
            There { law, page, at }
        }))
    }

    fn locations(&self, law: &Law, places: &[Place]) -> Value {
        let found = places.iter().filter_map(|p| location(law, self.world, p, self.columns));
        json!(found.collect::<Vec<_>>())
    }

    fn highlights(&self, t: &There<'_>) -> Option<Value> {
        let thing = t.pointed()?.thing;
        let lines = Lines::new(&t.law.file(t.page).text, self.columns);
        let here = t.law.index().sites(&thing).iter().filter(|s| s.page == t.page);
        let out = here.map(|s| {
            let m = &t.law.pages[s.page].mentions[s.mention];
            let kind = match how(t.law, *s) {
                How::Used | How::Pattern(_) => DocumentHighlightKind::READ,
                _ => DocumentHighlightKind::WRITE,
            };
            DocumentHighlight { range: lines.range(m.start as usize, m.end as usize), kind: Some(kind) }
        });
        Some(json!(out.collect::<Vec<_>>()))
    }

    fn hover(&self, t: &There<'_>) -> Option<Value> {
        let text = &t.law.file(t.page).text;
        let lines = Lines::new(text, self.columns);
        let (said, start, end) = match t.pointed().and_then(|p| Some((hover(t.law, self.words, &p)?, p.place))) {
            Some((said, place)) => (said, place.start, place.end),
            None => {
                let word = word_at(text, t.at)?;
                (keyword(self.words, word.kw?)?, word.span.start as usize, word.span.end as usize)
            }
        };
        let contents = HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value: said });
        Some(json!(Hover { contents, range: Some(lines.range(start, end)) }))
    }

    fn prepare(&self, t: &There<'_>) -> Result<Value, Refusal> {
        let nothing = || Refused { key: "editor-rename-nothing", args: Vec::new() };
        let pointed = t.pointed().ok_or_else(nothing)?;
        let name = renamable(t.law, &pointed)?;
        let lines = Lines::new(&t.law.file(t.page).text, self.columns);
        Ok(json!({ "range": lines.range(pointed.place.start, pointed.place.end), "placeholder": name }))
    }

    fn rename(&self, t: &There<'_>, new: &str) -> Result<Value, Refusal> {
        let nothing = || Refused { key: "editor-rename-nothing", args: Vec::new() };
        let pointed = t.pointed().ok_or_else(nothing)?;
        let (new, places) = rename(t.law, &pointed, new)?;
        let mut changes = serde_json::Map::new();
        let mut documents = Vec::new();
        for group in places.chunk_by(|a, b| a.page == b.page) {
            let Some(page) = t.law.find(&group[0].page) else { continue };
            let lines = Lines::new(&t.law.file(page).text, self.columns);
            let edit = |p: &Place| TextEdit { range: lines.range(p.start, p.end), new_text: new.clone() };
            let edits: Vec<TextEdit> = group.iter().map(edit).collect();
            let Some(uri) = self.world.uri_of(&group[0].page) else { continue };
            let version = self.world.open_page(&group[0].page).map(|o| o.version);
            documents.push(json!({ "textDocument": { "uri": uri, "version": version }, "edits": edits }));
            changes.insert(uri.as_str().to_owned(), json!(edits));
        }
        Ok(if self.many_documents { json!({ "documentChanges": documents }) } else { json!({ "changes": changes }) })
    }

    fn completion(&self, t: &There<'_>) -> Value {
        let proposals = complete(t.law, self.words, t.page, t.at);
        let range = Lines::new(&t.law.file(t.page).text, self.columns).range(proposals.from, t.at);
        let items = proposals.items.into_iter().enumerate().map(|(i, p)| CompletionItem {
            label: p.text.clone(),
            kind: Some(p.kind),
            detail: Some(p.detail).filter(|d| !d.is_empty()),
            sort_text: Some(format!("{i:04}")),
            filter_text: Some(p.text.clone()),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text: p.text })),
            ..CompletionItem::default()
        });
        json!(CompletionList { is_incomplete: true, items: items.collect() })
    }
}

fn uri(params: &Value) -> Result<&str, Refusal> {
    params.pointer("/textDocument/uri").and_then(Value::as_str).ok_or(Refusal::Unclear)
}

/// What a code means, as `tarazy explain` says it.
fn explained(words: &Words, code: &str) -> Option<String> {
    let wanted = code.trim_end_matches(".md").to_uppercase();
    let known = tarazy_law::Code::ALL.iter().find(|c| c.as_str() == wanted);
    known.map(|c| tarazy_words::explain_code(words, *c)).or_else(|| {
        let say = |part: &str| words.find(&format!("{wanted}-{part}"), &[]);
        let parts: Vec<String> = [say("title"), say("why"), say("mend")].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| format!("{wanted} {}", parts.join("\n\n")))
    })
}
