//! `tarazy lsp` as an editor meets it: messages over pipes, the answers exactly.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

/// A small law: Kazakh names, letters outside the BMP, two editions.
const VOCABULARY: &str = "\
# Сөздік

edition: base
source: proposed
proposed by: Tarazy

```norm
edition base
  title     kk \"негіз\" ru \"основа\" en \"base\"

edition bill on base
  title     kk \"жоба\" ru \"проект\" en \"bill\"

act заң
  title     kk \"Заң\" ru \"Закон\" en \"Law\"
  short     kk \"Заң\" ru \"Закон\" en \"Law\"
  link      \"https://example.org/заң\"

authority орган
  title     kk \"Орган\" ru \"Орган\" en \"Body\"
```

## меншік иесі / собственник / owner {#меншік_иесі}

kk: Жүйе кімдікі?

ru: Чья система?

en: Whose system is it?

```norm
role меншік_иесі(person, system)
  named     owner собственник
```

## көлемі / размер / size {#көлемі}

kk: Қандай?

ru: Какой?

en: What size?

```norm
fact көлемі(person): шағын | ірі
  value     шағын kk \"шағын\" ru \"малый\" en \"small\"
  value     ірі kk \"ірі\" ru \"крупный\" en \"large\"
```
";

const NORMS: &str = "\
# Нормалар 𝔸

edition: bill
source: secondary

kk: Бәрі [сөздікте](vocabulary.md#көлемі).

ru: Всё в словаре.

en: All is in the vocabulary.

## Міндет / Обязанность / Duty {#заң.1}

cite: заң 1 p2

kk: Меншік иесі басқарады.

ru: Собственник управляет.

en: The owner manages.

```norm
міндет заң.1 # 𝔸𝔸
  міндеттелген p мұнда меншік_иесі(p, жүйе) және көлемі(p) = ірі
  қарайтын орган
```

```test
for a: owner(a, system), көлемі(a) = ірі
expect заң.1 applies to a
```
";

struct Corpus(PathBuf);

impl Corpus {
    fn new(name: &str, pages: &[(&str, &str)]) -> Corpus {
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("lsp-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&dir);
        std::fs::create_dir_all(dir.join("law")).unwrap();
        for (path, text) in pages {
            std::fs::write(dir.join("law").join(path), text).unwrap();
        }
        Corpus(dir)
    }

    fn usual(name: &str) -> Corpus {
        Corpus::new(name, &[("vocabulary.md", VOCABULARY), ("norms.md", NORMS)])
    }

    fn folder(&self) -> String {
        format!("file://{}", self.0.display())
    }

    fn uri(&self, page: &str) -> String {
        format!("{}/law/{page}", self.folder())
    }
}

impl Drop for Corpus {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

struct Editor {
    child: Child,
    to: Option<ChildStdin>,
    from: BufReader<ChildStdout>,
    id: i32,
    /// Notifications that came while an answer was waited for.
    heard: Vec<Value>,
}

/// Ends with its test, however that ends.
impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

impl Editor {
    fn start() -> Editor {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tarazy"))
            .args(["--lang", "en", "lsp", "--stdio"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (to, from) = (child.stdin.take(), BufReader::new(child.stdout.take().unwrap()));
        Editor { child, to, from, id: 0, heard: Vec::new() }
    }

    fn with(corpus: &Corpus, capabilities: Value) -> Editor {
        let mut editor = Editor::start();
        let params = json!({ "processId": null, "rootUri": corpus.folder(), "capabilities": capabilities });
        let answer = editor.ask("initialize", params);
        assert_eq!(answer["capabilities"]["hoverProvider"], json!(true));
        editor.tell("initialized", json!({}));
        editor
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        let to = self.to.as_mut().unwrap();
        write!(to, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
        to.flush().unwrap();
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn begin(&mut self, method: &str, params: Value) -> i32 {
        self.id += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.id, "method": method, "params": params }));
        self.id
    }

    /// The whole answer, result or error.
    fn answer(&mut self, method: &str, params: Value) -> Value {
        let id = self.begin(method, params);
        loop {
            let message = self.hear();
            if message["id"] == json!(id) && message.get("method").is_none() {
                return message;
            }
            self.heard.push(message);
        }
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        let answer = self.answer(method, params);
        assert_eq!(answer.get("error"), None, "{method}");
        answer["result"].clone()
    }

    fn hear(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.from.read_line(&mut line).unwrap() > 0, "the server has gone");
            if line.trim().is_empty() {
                break;
            }
            if let Some(n) = line.strip_prefix("Content-Length: ") {
                length = n.trim().parse().unwrap();
            }
        }
        let mut body = vec![0; length];
        self.from.read_exact(&mut body).unwrap();
        serde_json::from_slice(&body).unwrap()
    }

    /// The next diagnostics of a page for a version of it, whatever else is said meanwhile.
    fn diagnostics(&mut self, uri: &str, version: i32) -> Vec<Value> {
        loop {
            let message = if self.heard.is_empty() { self.hear() } else { self.heard.remove(0) };
            let params = &message["params"];
            if message["method"] == json!("textDocument/publishDiagnostics")
                && params["uri"] == json!(uri)
                && params["version"] == json!(version)
            {
                return params["diagnostics"].as_array().unwrap().clone();
            }
        }
    }

    fn open(&mut self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    fn change(&mut self, uri: &str, version: i32, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    fn end(mut self) -> i32 {
        assert_eq!(self.ask("shutdown", Value::Null), Value::Null);
        let refused = self.answer("textDocument/hover", json!({}));
        assert_eq!(refused["error"]["code"], json!(-32600));
        self.tell("exit", Value::Null);
        self.child.wait().unwrap().code().unwrap()
    }
}

/// Where `what` begins inside `around` in a text: line, and column in units of UTF-16, `further` units on.
fn at(text: &str, around: &str, what: &str, further: u32) -> Value {
    let i = text.find(around).unwrap_or_else(|| panic!("{around}"));
    let i = i + around.find(what).unwrap_or_else(|| panic!("{what}"));
    let line = text[..i].matches('\n').count();
    let column = text[..i].rsplit('\n').next().unwrap().encode_utf16().count() as u32 + further;
    json!({ "line": line, "character": column })
}

fn range(text: &str, around: &str, what: &str) -> Value {
    let end = at(text, around, what, what.encode_utf16().count() as u32);
    json!({ "start": at(text, around, what, 0), "end": end })
}

fn location(uri: &str, text: &str, around: &str, what: &str) -> Value {
    json!({ "uri": uri, "range": range(text, around, what) })
}

fn there(uri: &str, place: Value) -> Value {
    json!({ "textDocument": { "uri": uri }, "position": place })
}

fn page(uri: &str) -> Value {
    json!({ "textDocument": { "uri": uri } })
}

#[test]
fn mistakes_come_and_go_with_edits() {
    let corpus = Corpus::usual("edits");
    let mut editor = Editor::with(&corpus, json!({}));
    let uri = corpus.uri("norms.md");
    editor.open(&uri, NORMS);
    assert_eq!(editor.diagnostics(&uri, 1), Vec::<Value>::new());
    // The name becomes one that nobody bears.
    let place = at(NORMS, "қарайтын орган", "орган", 5);
    editor.change(&uri, 2, json!([{ "range": { "start": place, "end": place }, "text": "ы" }]));
    let found = editor.diagnostics(&uri, 2);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0]["code"], json!("L0301"));
    assert_eq!(found[0]["severity"], json!(1));
    assert_eq!(found[0]["source"], json!("tarazy"));
    let changed = NORMS.replace("қарайтын орган", "қарайтын органы");
    assert_eq!(found[0]["range"], range(&changed, "қарайтын органы", "органы"));
    assert!(found[0]["message"].as_str().unwrap().starts_with("An unknown name: nothing here is called “органы”"));
    let end = at(&changed, "қарайтын органы", "органы", 6);
    editor.change(&uri, 3, json!([{ "range": { "start": place, "end": end }, "text": "" }]));
    assert_eq!(editor.diagnostics(&uri, 3), Vec::<Value>::new());
    // Several changes in one message, the second of which speaks of what the first left, behind letters outside the BMP.
    let (start, end) = (at(NORMS, "𝔸𝔸", "𝔸𝔸", 2), at(NORMS, "𝔸𝔸", "𝔸𝔸", 4));
    let changes = json!([
        { "range": { "start": start, "end": end }, "text": "ә" },
        { "range": { "start": start, "end": { "line": start["line"], "character": start["character"].as_u64().unwrap() + 1 } }, "text": "\n  зат" },
    ]);
    editor.change(&uri, 4, changes);
    let found = editor.diagnostics(&uri, 4);
    let changed = NORMS.replace("𝔸𝔸", "𝔸\n  зат");
    assert_eq!(found[0]["code"], json!("L0201"));
    assert_eq!(found[0]["range"], range(&changed, "зат", "зат"));
    editor.change(&uri, 5, json!([{ "text": NORMS }]));
    assert_eq!(editor.diagnostics(&uri, 5), Vec::<Value>::new());
    assert_eq!(editor.end(), 0);
}

#[test]
fn unsaved_text_counts_and_so_does_the_disk() {
    let corpus = Corpus::usual("unsaved");
    let mut editor = Editor::with(&corpus, json!({}));
    let (uri, vocabulary) = (corpus.uri("norms.md"), corpus.uri("vocabulary.md"));
    editor.open(&uri, NORMS);
    assert_eq!(editor.diagnostics(&uri, 1), Vec::<Value>::new());
    let other = VOCABULARY.replace("authority орган", "authority басқа");
    editor.open(&vocabulary, &other);
    assert_eq!(editor.diagnostics(&uri, 1)[0]["code"], json!("L0301"));
    // Let go of without saving: what lies on the disk counts again.
    editor.tell("textDocument/didClose", page(&vocabulary));
    assert_eq!(editor.diagnostics(&uri, 1), Vec::<Value>::new());
    // Changed by somebody else.
    std::fs::write(corpus.0.join("law/vocabulary.md"), &other).unwrap();
    let changes = json!({ "changes": [{ "uri": vocabulary, "type": 2 }] });
    editor.tell("workspace/didChangeWatchedFiles", changes);
    assert_eq!(editor.diagnostics(&uri, 1)[0]["code"], json!("L0301"));
    // A directory goes as a whole.
    std::fs::write(corpus.0.join("law/vocabulary.md"), VOCABULARY).unwrap();
    std::fs::create_dir(corpus.0.join("law/more")).unwrap();
    std::fs::write(corpus.0.join("law/more/again.md"), VOCABULARY).unwrap();
    let folder = corpus.uri("more");
    editor.tell(
        "workspace/didChangeWatchedFiles",
        json!({ "changes": [{ "uri": vocabulary, "type": 2 }, { "uri": folder, "type": 1 }] }),
    );
    let place = at(NORMS, "қарайтын орган", "орган", 0);
    let declared = editor.ask("textDocument/definition", there(&uri, place.clone()));
    assert_eq!(declared.as_array().unwrap().len(), 2);
    std::fs::remove_dir_all(corpus.0.join("law/more")).unwrap();
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": folder, "type": 3 }] }));
    let declared = editor.ask("textDocument/definition", there(&uri, place));
    assert_eq!(declared, json!([location(&vocabulary, VOCABULARY, "authority орган", "орган")]));
    assert_eq!(editor.end(), 0);
}

#[test]
fn examples_that_fail_are_found_a_moment_later() {
    let corpus = Corpus::usual("examples");
    let mut editor = Editor::with(&corpus, json!({}));
    let uri = corpus.uri("norms.md");
    let text = NORMS.replace("applies to a", "does not apply to a");
    editor.open(&uri, &text);
    assert_eq!(editor.diagnostics(&uri, 1), Vec::<Value>::new());
    let found = editor.diagnostics(&uri, 1);
    let found: Vec<&Value> = found.iter().filter(|d| d["code"] == json!("L0402")).collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["range"], range(&text, "expect заң.1 does not apply to a", "expect заң.1 does not apply to a"));
    assert_eq!(editor.end(), 0);
}

#[test]
fn names_lead_to_where_they_are_declared() {
    let corpus = Corpus::usual("declared");
    let mut editor = Editor::with(&corpus, json!({}));
    let (norms, vocabulary) = (corpus.uri("norms.md"), corpus.uri("vocabulary.md"));
    for (around, what, to, name) in [
        ("owner(a", "owner", "role меншік_иесі", "меншік_иесі"),
        ("cite: заң", "заң", "act заң", "заң"),
        ("edition: bill", "bill", "edition bill", "bill"),
        ("қарайтын орган", "орган", "authority орган", "орган"),
        ("= ірі", "ірі", "| ірі", "ірі"),
        ("көлемі(a)", "көлемі", "fact көлемі", "көлемі"),
    ] {
        for further in [0, what.encode_utf16().count() as u32] {
            let place = at(NORMS, around, what, further);
            let answer = editor.ask("textDocument/definition", there(&norms, place));
            assert_eq!(answer, json!([location(&vocabulary, VOCABULARY, to, name)]), "{around}");
        }
    }
    // A person is brought in by the clause that names it.
    let answer = editor.ask("textDocument/definition", there(&norms, at(NORMS, "көлемі(p)", "p", 0)));
    assert_eq!(answer, json!([location(&norms, NORMS, "p мұнда", "p")]));
    // Prose names nothing; nor do pages of another place.
    let prose = at(NORMS, "Меншік иесі", "Меншік", 1);
    assert_eq!(editor.ask("textDocument/definition", there(&norms, prose)), Value::Null);
    let elsewhere = there("file:///elsewhere.md", json!({ "line": 0, "character": 0 }));
    assert_eq!(editor.ask("textDocument/definition", elsewhere), Value::Null);
    assert_eq!(editor.end(), 0);
}

#[test]
fn every_use_of_a_name_is_found() {
    let corpus = Corpus::usual("used");
    let mut editor = Editor::with(&corpus, json!({}));
    let (norms, vocabulary) = (corpus.uri("norms.md"), corpus.uri("vocabulary.md"));
    let mut ask = there(&vocabulary, at(VOCABULARY, "role меншік_иесі", "иесі", 0));
    ask["context"] = json!({ "includeDeclaration": false });
    let used = [location(&norms, NORMS, "меншік_иесі(p", "меншік_иесі"), location(&norms, NORMS, "owner(a", "owner")];
    assert_eq!(editor.ask("textDocument/references", ask.clone()), json!(used));
    ask["context"] = json!({ "includeDeclaration": true });
    let declared = [
        location(&vocabulary, VOCABULARY, "{#меншік_иесі}", "меншік_иесі"),
        location(&vocabulary, VOCABULARY, "role меншік_иесі", "меншік_иесі"),
        location(&vocabulary, VOCABULARY, "named     owner", "owner"),
        location(&vocabulary, VOCABULARY, "owner собственник", "собственник"),
    ];
    let all: Vec<&Value> = used.iter().chain(&declared).collect();
    assert_eq!(editor.ask("textDocument/references", ask), json!(all));
    let here = editor.ask("textDocument/documentHighlight", there(&norms, at(NORMS, "заң.1 #", "заң", 0)));
    let marks = [("{#заң.1}", 3), ("міндет заң.1", 3), ("expect заң.1", 2)];
    assert_eq!(
        here,
        json!(marks.map(|(around, kind)| json!({ "range": range(NORMS, around, "заң.1"), "kind": kind })))
    );
    assert_eq!(editor.end(), 0);
}

#[test]
fn what_stands_there_is_said() {
    let corpus = Corpus::usual("said");
    let mut editor = Editor::with(&corpus, json!({}));
    let norms = corpus.uri("norms.md");
    let mut said = |around: &str, what: &str| {
        let answer = editor.ask("textDocument/hover", there(&norms, at(NORMS, around, what, 0)));
        assert_eq!(answer["range"], range(NORMS, around, what), "{around}");
        answer["contents"]["value"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        said("expect заң.1", "заң.1"),
        "**duty** · Law art. 1(2) · Duty\n\n`заң.1` · bill · known at second hand\n\n\
         **kk** Меншік иесі басқарады.\n\n**ru** Собственник управляет.\n\n**en** The owner manages."
    );
    assert_eq!(
        said("көлемі(p)", "көлемі"),
        "**fact** · size\n\n`көлемі` · base · proposal, Tarazy\n\n**kk** Қандай?\n\n**ru** Какой?\n\n**en** What size?\n\n\
         - `шағын` – small\n- `ірі` – large"
    );
    assert_eq!(said("= ірі", "ірі"), "**value** · `көлемі` = `ірі`\n\n**kk** ірі\n\n**ru** крупный\n\n**en** large");
    assert_eq!(said("мұнда", "мұнда"), "**keyword** · kk `мұнда` · ru `где` · en `where`");
    assert_eq!(said("p мұнда", "p"), "**person** · `p`");
    assert_eq!(
        said("edition: bill", "bill"),
        "**edition**\n\n`bill` · → `base`\n\n**kk** жоба\n\n**ru** проект\n\n**en** bill"
    );
    assert_eq!(editor.end(), 0);
}

#[test]
fn a_thing_is_renamed_everywhere_or_not_at_all() {
    let corpus = Corpus::usual("renamed");
    let mut editor = Editor::with(&corpus, json!({}));
    let (norms, vocabulary) = (corpus.uri("norms.md"), corpus.uri("vocabulary.md"));
    let mut rename = |uri: &str, place: Value, new: &str| {
        let mut ask = there(uri, place);
        ask["newName"] = json!(new);
        editor.answer("textDocument/rename", ask)
    };
    let edit =
        |text: &str, around: &str, what: &str, new: &str| json!({ "range": range(text, around, what), "newText": new });
    let size = at(NORMS, "көлемі(p)", "көлемі", 2);
    // «й» as two characters becomes the one that names are compared in.
    let answer = rename(&norms, size.clone(), "көлемі\u{438}\u{306}");
    let new = "көлемі\u{439}";
    assert_eq!(
        answer["result"]["changes"],
        json!({
            norms.as_str(): [edit(NORMS, "көлемі(p)", "көлемі", new), edit(NORMS, "көлемі(a)", "көлемі", new)],
            vocabulary.as_str(): [
                edit(VOCABULARY, "{#көлемі}", "көлемі", new),
                edit(VOCABULARY, "fact көлемі", "көлемі", new),
            ],
        })
    );
    // A name in another language is a name of its own.
    let answer = rename(&norms, at(NORMS, "owner(a", "owner", 0), "holder");
    assert_eq!(
        answer["result"]["changes"],
        json!({
            norms.as_str(): [edit(NORMS, "owner(a", "owner", "holder")],
            vocabulary.as_str(): [edit(VOCABULARY, "named     owner", "owner", "holder")],
        })
    );
    // An act, from a citation; a person, within its item.
    let answer = rename(&norms, at(NORMS, "cite: заң", "заң", 0), "заң2");
    assert_eq!(
        answer["result"]["changes"],
        json!({
            norms.as_str(): [edit(NORMS, "cite: заң", "заң", "заң2")],
            vocabulary.as_str(): [edit(VOCABULARY, "act заң", "заң", "заң2")],
        })
    );
    let answer = rename(&norms, at(NORMS, "p мұнда", "p", 0), "кім");
    let edits = ["p мұнда", "p, жүйе", "p) ="].map(|around| edit(NORMS, around, "p", "кім"));
    assert_eq!(answer["result"]["changes"], json!({ norms.as_str(): edits }));
    for (new, why) in [
        ("owner", "The name “owner” is taken."),
        ("собственник", "The name “собственник” is taken."),
        ("заң.1", "The name “заң.1” is taken."),
        ("two words", "“two words” cannot be a name"),
        ("міндет", "“міндет” cannot be a name"),
        ("", "“” cannot be a name"),
    ] {
        let error = rename(&norms, size.clone(), new)["error"].clone();
        assert_eq!(error["code"], json!(-32803), "{new}");
        assert!(error["message"].as_str().unwrap().starts_with(why), "{error}");
    }
    let error = rename(&norms, at(NORMS, "Меншік иесі", "Меншік", 0), "x")["error"].clone();
    assert_eq!(error["message"], json!("Nothing that could be renamed stands here."));
    let prepared = editor.ask("textDocument/prepareRename", there(&norms, size));
    assert_eq!(prepared, json!({ "range": range(NORMS, "көлемі(p)", "көлемі"), "placeholder": "көлемі" }));
    assert_eq!(editor.end(), 0);
}

#[test]
fn a_name_that_a_pattern_reaches_stays_within_it() {
    let more = "\n```norm\ncarve-out босату.1 from заң.*\n  when      көлемі(p) = шағын\n```\n";
    let text = format!("{NORMS}{more}");
    let corpus = Corpus::new("pattern", &[("vocabulary.md", VOCABULARY), ("norms.md", &text)]);
    let mut editor = Editor::with(&corpus, json!({ "workspace": { "workspaceEdit": { "documentChanges": true } } }));
    let norms = corpus.uri("norms.md");
    let mut ask = there(&norms, at(&text, "міндет заң.1", "заң.1", 0));
    ask["newName"] = json!("бап.1");
    let error = editor.answer("textDocument/rename", ask.clone())["error"]["message"].clone();
    assert_eq!(error, json!("With the name “бап.1” the pattern “заң.*” would reach other norms than now."));
    ask["newName"] = json!("заң.2");
    let answer = editor.ask("textDocument/rename", ask);
    let changed = &answer["documentChanges"][0];
    assert_eq!(changed["textDocument"], json!({ "uri": norms, "version": null }));
    assert_eq!(changed["edits"].as_array().unwrap().len(), 3);
    // The pattern leads to what it reaches, and is found among the uses.
    let pattern = location(&norms, &text, "from заң.*", "заң.*");
    let answer = editor.ask("textDocument/definition", there(&norms, at(&text, "from заң.*", "заң", 0)));
    assert_eq!(answer, json!([location(&norms, &text, "міндет заң.1", "заң.1")]));
    let mut ask = there(&norms, at(&text, "міндет заң.1", "заң.1", 0));
    ask["context"] = json!({ "includeDeclaration": false });
    let used = editor.ask("textDocument/references", ask);
    assert_eq!(used, json!([location(&norms, &text, "expect заң.1", "заң.1"), pattern]));
    assert_eq!(editor.end(), 0);
}

#[test]
fn blocks_are_laid_out() {
    let corpus = Corpus::usual("format");
    let mut editor = Editor::with(&corpus, json!({}));
    let uri = corpus.uri("norms.md");
    let options = json!({ "textDocument": { "uri": uri }, "options": { "tabSize": 2, "insertSpaces": true } });
    let untidy = NORMS.replace("  қарайтын орган\n", "    қарайтын     орган\n");
    let tidy = tarazy_law::syntax::format::format_page(&untidy);
    editor.open(&uri, &untidy);
    let edits = editor.ask("textDocument/formatting", options.clone());
    let start = at(&untidy, "міндеттелген", "міндеттелген", 0)["line"].as_u64().unwrap();
    assert_eq!(
        edits,
        json!([{
            "range": { "start": { "line": start + 1, "character": 0 }, "end": { "line": start + 2, "character": 0 } },
            "newText": "  қарайтын  орган\n",
        }])
    );
    editor.change(&uri, 2, json!([{ "text": tidy }]));
    assert_eq!(editor.ask("textDocument/formatting", options), json!([]));
    assert_eq!(editor.end(), 0);
}

#[test]
fn what_fits_is_proposed_in_the_language_of_the_block() {
    let corpus = Corpus::usual("completion");
    let mut editor = Editor::with(&corpus, json!({}));
    let uri = corpus.uri("norms.md");
    editor.open(&uri, NORMS);
    let mut version = 1;
    let mut proposed = |from: &str, to: &str, around: &str| {
        let text = NORMS.replacen(from, to, 1);
        assert_ne!(text, NORMS);
        version += 1;
        editor.change(&uri, version, json!([{ "text": text }]));
        let place = at(&text, around, "", around.encode_utf16().count() as u32);
        let answer = editor.ask("textDocument/completion", there(&uri, place));
        let items = answer["items"].as_array().unwrap().clone();
        let labels: Vec<String> = items.iter().map(|i| i["label"].as_str().unwrap().to_owned()).collect();
        (labels, items)
    };
    let is = |labels: &[String], wanted: &[&str]| assert_eq!(labels, wanted);
    is(&proposed("= ірі\n", "=\n", "көлемі(p) =").0, &["шағын", "ірі"]);
    is(&proposed("қарайтын орган", "қарайтын ", "қарайтын ").0, &["орган"]);
    is(&proposed("edition: bill", "edition: ", "edition: ").0, &["base", "bill"]);
    is(&proposed("cite: заң 1 p2", "cite: ", "cite: ").0, &["заң"]);
    is(&proposed("expect заң.1 applies to a", "expect ", "expect ").0[..1], &["заң.1"]);
    is(&proposed("applies to a", "applies to ", "applies to ").0, &["a"]);
    is(&proposed("міндет заң.1", "мінд", "мінд").0, &["міндет"]);
    is(&proposed("  қарайтын орган", "  қар", "  қар").0, &["қарайтын", "қараушы"]);
    let (labels, items) = proposed("меншік_иесі(p, жүйе)", "мен", "мұнда мен");
    is(&labels, &["меншік_иесі"]);
    assert_eq!(items[0]["detail"], json!("role · owner"));
    let text = NORMS.replacen("меншік_иесі(p, жүйе)", "мен", 1);
    assert_eq!(items[0]["textEdit"], json!({ "range": range(&text, "мұнда мен", "мен"), "newText": "меншік_иесі" }));
    // A name in another language is found, too; keywords are those of the block.
    is(&proposed("меншік_иесі(p, жүйе)", "own", "мұнда own").0, &["owner"]);
    is(&proposed("және көлемі(p)", "жән", "жүйе) жән").0, &["және"]);
    is(&proposed("меншік_иесі(p, жүйе)", "меншік_иесі(", "меншік_иесі(").0, &["p"]);
    assert_eq!(editor.end(), 0);
}

#[test]
fn pages_are_outlined_and_searched() {
    let corpus = Corpus::usual("outline");
    let mut editor = Editor::with(&corpus, json!({}));
    let norms = corpus.uri("norms.md");
    let outline = editor.ask("textDocument/documentSymbol", page(&norms));
    let names: Vec<&str> = outline.as_array().unwrap().iter().map(|s| s["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Нормалар 𝔸", "Duty"]);
    let inside = &outline[1]["children"][0];
    assert_eq!(inside["name"], json!("заң.1"));
    assert_eq!(inside["detail"], json!("duty"));
    assert_eq!(inside["selectionRange"], range(NORMS, "міндет заң.1", "заң.1"));
    let found = editor.ask("workspace/symbol", json!({ "query": "СОБСТВ" }));
    let names: Vec<&str> = found.as_array().unwrap().iter().map(|s| s["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["меншік_иесі"]);
    let found = editor.ask("workspace/symbol", json!({ "query": "заң" }));
    let names: Vec<&str> = found.as_array().unwrap().iter().map(|s| s["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["заң.1", "заң"]);
    let links = editor.ask("textDocument/documentLink", page(&norms));
    assert_eq!(links.as_array().unwrap().len(), 1);
    assert_eq!(links[0]["range"], range(NORMS, "[сөздікте](vocabulary.md#көлемі)", "[сөздікте](vocabulary.md#көлемі)"));
    assert_eq!(links[0]["target"], json!(corpus.uri("vocabulary.md")));
    let links = editor.ask("textDocument/documentLink", page(&corpus.uri("vocabulary.md")));
    assert_eq!(links[0]["range"], range(VOCABULARY, "https://example.org/заң", "https://example.org/заң"));
    assert_eq!(editor.end(), 0);
}

#[test]
fn pages_with_mistakes_still_lead_somewhere() {
    let corpus = Corpus::usual("broken");
    let mut editor = Editor::with(&corpus, json!({}));
    let (uri, vocabulary) = (corpus.uri("norms.md"), corpus.uri("vocabulary.md"));
    let text = NORMS.replace("және көлемі(p) = ірі", "және және көлемі(p) =");
    editor.open(&uri, &text);
    assert_eq!(editor.diagnostics(&uri, 1)[0]["code"], json!("L0201"));
    // The item cannot be read, and its words still have a meaning.
    let place = at(&text, "көлемі(p)", "көлемі", 1);
    let answer = editor.ask("textDocument/definition", there(&uri, place.clone()));
    assert_eq!(answer, json!([location(&vocabulary, VOCABULARY, "fact көлемі", "көлемі")]));
    assert!(
        editor.ask("textDocument/hover", there(&uri, place.clone()))["contents"]["value"]
            .as_str()
            .unwrap()
            .starts_with("**fact** · size")
    );
    // Renaming would leave it behind.
    let mut ask = there(&vocabulary, at(VOCABULARY, "fact көлемі", "көлемі", 0));
    ask["newName"] = json!("мөлшері");
    let error = editor.answer("textDocument/rename", ask)["error"]["message"].clone();
    assert_eq!(error, json!("Pages with mistakes in their blocks would keep the old name: norms.md. Mend them first."));
    // Whatever is typed, something answers. Every prefix of a page is a page.
    for (version, (cut, _)) in (2_i32..).zip(NORMS.char_indices().step_by(7)) {
        editor.change(&uri, version, json!([{ "text": NORMS[..cut] }]));
        let end = NORMS[..cut].rsplit('\n').next().unwrap().encode_utf16().count();
        let place = json!({ "line": NORMS[..cut].matches('\n').count(), "character": end });
        for method in ["textDocument/completion", "textDocument/hover", "textDocument/definition"] {
            let answer = editor.answer(method, there(&uri, place.clone()));
            assert_eq!(answer.get("error"), None, "{cut} {method}");
        }
    }
    assert_eq!(editor.end(), 0);
}

#[test]
fn columns_are_bytes_where_the_editor_offers_them() {
    let corpus = Corpus::usual("bytes");
    let mut editor = Editor::start();
    let capabilities = json!({ "general": { "positionEncodings": ["utf-16", "utf-8"] } });
    let answer = editor.ask("initialize", json!({ "rootUri": corpus.folder(), "capabilities": capabilities }));
    assert_eq!(answer["capabilities"]["positionEncoding"], json!("utf-8"));
    let uri = corpus.uri("norms.md");
    let line = NORMS.lines().position(|l| l.contains("міндеттелген")).unwrap();
    let column = NORMS.lines().nth(line).unwrap().find("көлемі").unwrap();
    let answer = editor.ask("textDocument/hover", there(&uri, json!({ "line": line, "character": column })));
    let end = column + "көлемі".len();
    assert_eq!(
        answer["range"],
        json!({ "start": { "line": line, "character": column }, "end": { "line": line, "character": end } })
    );
    assert_eq!(editor.end(), 0);
}

#[test]
fn the_protocol_is_kept_to() {
    let mut editor = Editor::start();
    // Nothing is answered before the beginning, and no notification breaks anything.
    editor.tell("textDocument/didOpen", json!({}));
    assert_eq!(editor.answer("textDocument/hover", json!({}))["error"]["code"], json!(-32002));
    let answer = editor.ask("initialize", json!({ "rootUri": null, "capabilities": {} }));
    assert_eq!(answer["serverInfo"]["name"], json!("tarazy"));
    assert_eq!(answer["capabilities"]["positionEncoding"], json!("utf-16"));
    assert_eq!(editor.answer("initialize", json!({}))["error"]["code"], json!(-32600));
    assert_eq!(editor.answer("no/such/question", json!({}))["error"]["code"], json!(-32601));
    assert_eq!(editor.answer("textDocument/hover", json!({ "textDocument": 3 }))["error"]["code"], json!(-32602));
    let params = json!({ "textDocument": { "uri": "untitled:1" }, "position": { "line": 9, "character": 9 } });
    assert_eq!(editor.ask("textDocument/hover", params.clone()), Value::Null);
    editor.tell(
        "textDocument/didChange",
        json!({ "textDocument": { "uri": "untitled:1" }, "contentChanges": [{ "range": 1 }] }),
    );
    editor.tell("$/setTrace", json!({ "value": "off" }));
    // Taken back: it is either answered already, or refused as taken back; and what is not there cannot be.
    let id = editor.begin("textDocument/hover", params.clone());
    editor.tell("$/cancelRequest", json!({ "id": id }));
    editor.tell("$/cancelRequest", json!({ "id": "nobody" }));
    let answer = editor.hear();
    assert_eq!(answer["id"], json!(id));
    assert!(answer["result"].is_null() && (answer.get("result").is_some() || answer["error"]["code"] == json!(-32800)));
    assert_eq!(
        editor.ask("tarazy/explain", json!({ "code": "L0301" })).as_str().unwrap().lines().next().unwrap(),
        "L0301 An unknown name."
    );
    assert_eq!(editor.end(), 0);

    // Who goes without a word, or leaves without saying so before, has not ended in good order.
    let mut editor = Editor::start();
    editor.ask("initialize", json!({ "capabilities": {} }));
    editor.tell("exit", Value::Null);
    assert_eq!(editor.child.wait().unwrap().code(), Some(1));
    let mut editor = Editor::start();
    drop(editor.to.take());
    assert_eq!(editor.child.wait().unwrap().code(), Some(1));
}

#[test]
fn a_page_without_a_folder_brings_its_law_along() {
    let corpus = Corpus::usual("alone");
    let mut editor = Editor::start();
    let options = json!({ "language": "kk", "explainedAt": "tarazy:explain/" });
    editor.ask("initialize", json!({ "capabilities": {}, "initializationOptions": options }));
    let uri = corpus.uri("norms.md");
    editor.open(&uri, &NORMS.replace("қарайтын орган", "қарайтын ешкім_емес"));
    let found = editor.diagnostics(&uri, 1);
    assert_eq!(found[0]["code"], json!("L0301"));
    assert_eq!(found[0]["codeDescription"]["href"], json!("tarazy:explain/L0301.md"));
    assert!(found[0]["message"].as_str().unwrap().contains("ешкім_емес"));
    assert!(found[0]["message"].as_str().unwrap().starts_with("Белгісіз атау"), "{found:?}");
    assert_eq!(editor.end(), 0);
}
