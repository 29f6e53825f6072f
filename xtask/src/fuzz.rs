//! `cargo xtask fuzz`: real pages and cases, mutated, against the parser, the formatter, the case reader and the engine.
//!
//! It works on the stable toolchain and needs nothing installed. Nothing may panic; formatting twice must be formatting once; and whatever can be
//! read must be decided, and come back the same when it is written and read again. What fails is written to `target/fuzz`, with the seed that makes it again.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use fastrand::Rng;
use tarazy_law::decide::{Engine, Options};
use tarazy_law::model::{Corpus, Selection};
use tarazy_law::read_case::read_case;
use tarazy_law::syntax::format::format_page;
use tarazy_law::syntax::keyword::Kw;
use tarazy_law::write_case::write_case;
use tarazy_law::{FileId, Source};

use crate::test::root;

/// # Errors
/// What input broke something.
pub fn run(args: &[String]) -> Result<(), String> {
    let number = |name: &str, default: u64| -> Result<u64, String> {
        match args.iter().position(|a| a == name) {
            Some(i) => args.get(i + 1).and_then(|n| n.parse().ok()).ok_or(format!("{name} N")),
            None => Ok(default),
        }
    };
    let seconds = number("--seconds", 60)?;
    let first = number("--seed", 1)?;
    let seeds = Seeds::read()?;
    let end = Instant::now() + Duration::from_secs(seconds);
    let (mut seed, mut said) = (first, Instant::now());
    let quiet = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let mut failure = None;
    while Instant::now() < end && failure.is_none() {
        failure = seeds.try_one(seed);
        seed += 1;
        if said.elapsed() > Duration::from_secs(10) {
            println!("   {} inputs", seed - first);
            said = Instant::now();
        }
    }
    std::panic::set_hook(quiet);
    match failure {
        None => {
            println!("{} inputs, nothing broke", seed - first);
            Ok(())
        }
        Some((what, input)) => {
            let dir = root().join("target/fuzz");
            let path = dir.join(format!("{what}-{}", seed - 1));
            std::fs::create_dir_all(&dir).and_then(|()| std::fs::write(&path, input)).map_err(|e| e.to_string())?;
            Err(format!("{what} broke on {}; again with --seed {}", path.display(), seed - 1))
        }
    }
}

struct Seeds {
    pages: Vec<Source>,
    cases: Vec<Source>,
    /// Pages without which hardly anything else can be read.
    vocabulary: Vec<Source>,
    corpus: Corpus,
}

impl Seeds {
    fn read() -> Result<Seeds, String> {
        let (mut pages, mut cases) = (Vec::new(), Vec::new());
        collect(&root().join("law"), &mut pages)?;
        collect(&root().join("cases"), &mut cases)?;
        let basic = |p: &&Source| ["vocabulary", "acts", "editions", "amounts"].iter().any(|w| p.path.contains(w));
        let vocabulary = pages.iter().filter(basic).cloned().collect();
        let corpus = Corpus::load(pages.clone()).corpus;
        Ok(Seeds { pages, cases, vocabulary, corpus })
    }

    /// One mutated input; what broke and on what, if anything did.
    fn try_one(&self, seed: u64) -> Option<(&'static str, String)> {
        let mut rng = Rng::with_seed(seed);
        if self.cases.is_empty() || rng.bool() {
            let page = self.pages.get(rng.usize(..self.pages.len()))?;
            let other = self.pages.get(rng.usize(..self.pages.len()))?;
            let text = mutate(&page.text, &other.text, &mut rng);
            let broke = catch_unwind(AssertUnwindSafe(|| self.page(&page.path, &text)));
            if !matches!(broke, Ok(true)) {
                return Some(("page", text));
            }
        } else {
            let case = self.cases.get(rng.usize(..self.cases.len()))?;
            let other = self.cases.get(rng.usize(..self.cases.len()))?;
            let text = mutate(&case.text, &other.text, &mut rng);
            if catch_unwind(AssertUnwindSafe(|| self.case(&text))).is_err() {
                return Some(("case", text));
            }
        }
        None
    }

    fn page(&self, path: &str, text: &str) -> bool {
        let tidy = format_page(text);
        if format_page(&tidy) != tidy {
            return false;
        }
        let mut files = self.vocabulary.clone();
        files.retain(|f| f.path != path);
        files.push(Source { path: path.to_owned(), text: text.to_owned() });
        let loaded = Corpus::load(files);
        for edition in &loaded.corpus.editions {
            // A corpus with errors must still not break what looks at it: editors do, while somebody types.
            drop(Engine::new(&loaded.corpus, &Selection { edition: edition.name.clone(), as_of: None }));
        }
        true
    }

    fn case(&self, text: &str) {
        let (case, diags) = read_case(&self.corpus, FileId(0), text);
        if !diags.is_empty() {
            return;
        }
        let written = write_case(&self.corpus, &case).to_string();
        assert_eq!(read_case(&self.corpus, FileId(0), &written), (case.clone(), Vec::new()), "{written}");
        let Some(edition) = self.corpus.editions.last() else { return };
        let engine = Engine::new(&self.corpus, &Selection { edition: edition.name.clone(), as_of: None });
        drop(engine.decide(&case, Options { all: false, counterfactuals: false }));
    }
}

fn collect(dir: &Path, out: &mut Vec<Source>) -> Result<(), String> {
    let mut entries: Vec<_> = std::fs::read_dir(dir).map_err(|e| e.to_string())?.flatten().map(|e| e.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, out)?;
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            out.push(Source { path: path.to_string_lossy().into_owned(), text });
        }
    }
    Ok(())
}

/// A few small wounds: what typing, merging and truncation do to a file.
fn mutate(text: &str, other: &str, rng: &mut Rng) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let donor: Vec<&str> = other.lines().collect();
    for _ in 0..rng.usize(1..6) {
        if lines.is_empty() {
            break;
        }
        let at = rng.usize(..lines.len());
        match rng.u8(..8) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[at].clone()),
            2 if !donor.is_empty() => lines.insert(at, donor[rng.usize(..donor.len())].to_owned()),
            3 => lines.swap(at, 0),
            4 => lines[at] = words(&lines[at], rng),
            5 => lines.truncate(at + 1),
            _ => lines[at] = characters(&lines[at], rng),
        }
    }
    lines.join(if rng.u8(..20) == 0 { "\r\n" } else { "\n" })
}

fn words(line: &str, rng: &mut Rng) -> String {
    let mut words: Vec<String> = line.split(' ').map(str::to_owned).collect();
    let at = rng.usize(..words.len());
    match rng.u8(..4) {
        0 => drop(words.remove(at)),
        1 => words.swap(at, 0),
        2 => words.insert(at, words[at].clone()),
        _ => {
            let (_, forms) = Kw::TABLE[rng.usize(..Kw::TABLE.len())];
            words.insert(at, forms[rng.usize(..3)].to_owned());
        }
    }
    words.join(" ")
}

fn characters(line: &str, rng: &mut Rng) -> String {
    const STRANGE: [char; 28] = [
        '(', ')', '{', '}', '[', ']', ',', ':', '=', '<', '>', '!', '"', '«', '`', '#', '|', '+', '.', '*', '-', '_',
        '0', '9', 'ә', '\u{0301}', '\u{202e}', '\0',
    ];
    let mut chars: Vec<char> = line.chars().collect();
    let at = rng.usize(..=chars.len());
    let strange = STRANGE[rng.usize(..STRANGE.len())];
    if at == chars.len() || rng.bool() {
        chars.insert(at, strange);
    } else if rng.bool() {
        chars[at] = strange;
    } else {
        chars.remove(at);
    }
    chars.into_iter().collect()
}
