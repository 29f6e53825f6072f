//! Prints an answer, to be looked at.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::panic, missing_docs)]
use tarazy_law::decide::{Engine, Options};
use tarazy_law::model::{Corpus, Selection};
use tarazy_law::{Lang, Source, Sources};
use tarazy_words::{Style, Words};

fn files(root: &str) -> Vec<Source> {
    let (mut out, mut todo) = (Vec::new(), vec![std::path::PathBuf::from(root)]);
    while let Some(dir) = todo.pop() {
        for e in std::fs::read_dir(dir).unwrap() {
            let p = e.unwrap().path();
            if p.is_dir() { todo.push(p) } else {
                out.push(Source { path: p.display().to_string(), text: std::fs::read_to_string(&p).unwrap() })
            }
        }
    }
    out
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let (mode, lang, path) = (&args[1], Lang::from_code(&args[2]).unwrap(), &args[3]);
    let words = Words::new(lang);
    let style = Style { color: std::env::var("COLOR").is_ok(), width: 100 };
    if mode == "diag" {
        let loaded = Corpus::load(files(path));
        let mut d = loaded.diagnostics.clone();
        if d.is_empty() {
            for e in loaded.corpus.editions.iter().map(|e| e.name.clone()) {
                tarazy_law::check::run_examples(&loaded.corpus, &e, &mut d);
            }
        }
        println!("{}", tarazy_words::diagnostics(&words, &loaded.corpus.sources, &d, style.color));
        return;
    }
    let corpus = Corpus::load(files("law")).corpus;
    let text = std::fs::read_to_string(path).unwrap();
    let sources = Sources::new(vec![Source { path: path.clone(), text: text.clone() }]);
    let (case, diags) = tarazy_law::read_case::read_case(&corpus, tarazy_law::FileId(0), &text);
    if !diags.is_empty() {
        println!("{}", tarazy_words::diagnostics(&words, &sources, &diags, style.color));
        return;
    }
    let editions: Vec<String> = if args.len() > 4 { args[4..].to_vec() } else { vec!["bill-2025-01".into(), "opinion".into(), "enacted".into()] };
    let decisions: Vec<_> = editions.iter().map(|e| {
        let selection = Selection { edition: e.clone(), as_of: None };
        Engine::new(&corpus, &selection).decide(&case, Options { all: mode == "compare", counterfactuals: true })
    }).collect();
    match mode.as_str() {
        "sentence" => for d in &decisions { println!("{}: {}\n", d.law.edition, tarazy_words::sentence(&words, &corpus, d)) },
        "brief" => println!("{}", tarazy_words::brief(&words, &corpus, case.title.get(lang), &decisions, &style)),
        "full" => for d in &decisions { println!("{}", tarazy_words::full(&words, &corpus, d, &style)) },
        "compare" => println!("{}", tarazy_words::compare(&words, &corpus, &decisions, &style)),
        "html" => for d in &decisions { println!("{}", tarazy_words::html(&words, &corpus, d)) },
        "json" => for d in &decisions { println!("{}", serde_json::to_string_pretty(d).unwrap()) },
        _ => for d in &decisions { if let Some(q) = &d.ask { println!("{}", tarazy_words::question(&words, &corpus, q)) } },
    }
}
