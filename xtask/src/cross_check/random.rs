//! Corpora and cases made by chance: small, but with every construct of the language that bears on a verdict.

use std::collections::BTreeMap;

use fastrand::Rng;
use tarazy_law::Source;
use tarazy_law::case::{Case, Entry, FactKey, State, Value, parse_value};
use tarazy_law::model::{Corpus, Domain, FactKind, VocabId};

use super::compare::{Check, Law};
use super::{domain, pairs};

/// Cases for each corpus.
const CASES: usize = 6;
/// Every so many corpora one is asked with somebody unnamed too.
const OTHERS_EVERY: u64 = 3;
/// Every so many corpora the pairs of norms are asked of clingo too.
const CLINGO_EVERY: u64 = 10;

pub fn run(check: &mut Check, corpora: u64, seed: u64, only_pairs: bool) -> Result<(), String> {
    let (mut made, mut at) = (0, 0);
    while made < corpora {
        at += 1;
        if at > corpora * 20 {
            return Err(format!("only {made} of {at} random corpora can be read"));
        }
        let mut rng = Rng::with_seed(seed.wrapping_mul(1_000_003).wrapping_add(at));
        let page = Page::new(&mut rng).text;
        let loaded = Corpus::load(vec![Source { path: "random.md".to_owned(), text: page.clone() }]);
        // A cycle, or a comparison that makes no sense.
        if loaded.has_errors() {
            continue;
        }
        made += 1;
        let name = format!("random corpus {at} of seed {seed}");
        // Most of the time of clingo goes into starting it.
        let clingo = if made % CLINGO_EVERY == 0 { 3 } else { 0 };
        pairs::run(check, &loaded.corpus, "base", &name, Some(&page), clingo)?;
        if !only_pairs {
            one(check, &mut rng, &loaded.corpus, &page, &name, made % OTHERS_EVERY == 0)?;
        }
    }
    Ok(())
}

fn one(check: &mut Check, rng: &mut Rng, corpus: &Corpus, page: &str, name: &str, others: bool) -> Result<(), String> {
    let ids = &["a", "b", "c"][..rng.usize(1..=3)];
    let law = Law { page: Some(page), ..Law::new(name, corpus, "base", ids) };
    check.z3.load(&law.smtlib())?;
    let mut cases = Vec::new();
    for i in 0..CASES {
        let case = case(rng, &law, &format!("{i}"));
        // Most of the time of clingo goes into starting it.
        check.case(&law, &case, i < 2)?;
        cases.push(case);
    }
    if others {
        let ids: Vec<&str> = ids.iter().copied().chain(["somebody-else"]).collect();
        let law = Law { page: Some(page), ..Law::new(name, corpus, "base", &ids) };
        check.z3.load(&law.smtlib())?;
        for case in &cases {
            check.others(&law, case)?;
        }
    }
    Ok(())
}

/// A case of which some, most or nearly all is known.
fn case(rng: &mut Rng, law: &Law<'_>, id: &str) -> Case {
    let (corpus, book) = (law.engine.corpus, &law.engine.book);
    let mut case = domain::empty(id, &law.persons);
    let known = [35, 70, 95][rng.usize(0..3)];
    let thresholds: BTreeMap<VocabId, Vec<i64>> = domain::thresholds(book)
        .into_iter()
        .filter_map(|(f, at)| if let FactKind::Vocab(v) = book.fact(f).kind { Some((v, at)) } else { None })
        .collect();
    for (fact, info) in corpus.vocabulary.iter() {
        for persons in domain::tuples(info.persons(), law.persons.len()) {
            if rng.u32(0..100) >= known {
                continue;
            }
            let value = |rng: &mut Rng| value(rng, corpus, fact, thresholds.get(&fact));
            let state = match rng.u32(0..10) {
                0 if info.may_be_inapplicable => State::NotApplicable,
                1 => State::Disputed((0..2).filter_map(|_| value(rng)).collect()),
                2 => State::Denied(value(rng).into_iter().collect()),
                3 => State::Unknown,
                _ => match value(rng) {
                    Some(v) => State::Established(v),
                    None => State::Unknown,
                },
            };
            case.facts.insert(FactKey::new(fact, &persons), Entry { state, ..Entry::default() });
        }
    }
    for fact in book.facts.iter() {
        if let FactKind::Reading { name, readings, .. } = &fact.kind
            && rng.bool()
        {
            case.readings.insert(name.clone(), readings[rng.usize(0..readings.len())].0.clone());
        }
    }
    case
}

/// A value, for numbers and dates often one at which something turns.
fn value(rng: &mut Rng, corpus: &Corpus, fact: VocabId, thresholds: Option<&Vec<i64>>) -> Option<Value> {
    let info = corpus.vocabulary.fact(fact);
    let near = |rng: &mut Rng, far: i64| {
        let base = thresholds.filter(|_| rng.u32(0..3) > 0).map(|t| t[rng.usize(0..t.len())] + rng.i64(-1..=1));
        base.unwrap_or_else(|| far + rng.i64(-40..40))
    };
    match info.domain {
        Domain::YesNo | Domain::OneOf(_) => {
            let names = info.value_names();
            parse_value(corpus, fact, names[rng.usize(0..names.len())])
        }
        Domain::Number => Some(Value::Number(near(rng, 10))),
        // Some day near the days of the comparisons.
        Domain::Date => parse_value(corpus, fact, &domain::day(near(rng, DAY))?),
    }
}

/// A day in spring 2026, counted from 1970-01-01: near it the random pages put their dates.
const DAY: i64 = 20_514;

/// A page of law.
struct Page<'r> {
    rng: &'r mut Rng,
    text: String,
    /// Yes-or-no facts and definitions with the number of their persons.
    bools: Vec<(String, usize)>,
    /// Named values: fact, persons, how many values.
    named: Vec<(String, usize, usize)>,
    /// Norms made so far: name, about a person.
    norms: Vec<(String, bool)>,
    exceptions: Vec<String>,
}

impl<'r> Page<'r> {
    fn new(rng: &'r mut Rng) -> Page<'r> {
        let head = "# The / random / law\n\nedition: base\nsource: proposed\nproposed by: Tarazy\ncite: code 1\n\nkk: x\n\nru: x\n\nen: x\n\n\
                    ```norm\nedition base\n\nact code\n  title kk \"x\" ru \"x\" en \"x\"\n  short kk \"x\" ru \"x\" en \"x\"\n  \
                    divided into parts\n\nambiguity doubt\n  reading left kk \"x\" ru \"x\" en \"x\"\n  reading right kk \"x\" ru \"x\" \
                    en \"x\"\n```\n";
        let mut page = Page {
            rng,
            text: head.to_owned(),
            bools: Vec::new(),
            named: Vec::new(),
            norms: Vec::new(),
            exceptions: Vec::new(),
        };
        page.vocabulary();
        for i in 0..page.rng.usize(2..6) {
            page.definition(i);
            page.norm(2 * i);
            page.norm(2 * i + 1);
            if page.rng.bool() {
                page.exception(i);
            }
        }
        page.exception(9);
        page.exception(10);
        page.text.push('\n');
        page
    }

    fn item(&mut self, name: &str, block: &str) {
        let heading =
            format!("\n## {name} / {name} / {name} {{#{name}}}\n\ncite: code 1\n\nkk: x\n\nru: x\n\nen: x\n\n");
        self.text.push_str(&heading);
        self.text.push_str(&format!("```norm\n{block}\n```\n"));
    }

    fn vocabulary(&mut self) {
        for (i, about) in ["act", "act", "system", "person", "person", "person", "person, person"].iter().enumerate() {
            let inapplicable = if self.rng.u32(0..4) == 0 { ": yes or no or not applicable" } else { "" };
            self.item(&format!("f{i}"), &format!("fact f{i}({about}){inapplicable}"));
            self.bools.push((format!("f{i}"), about.matches("person").count()));
        }
        self.item("owner", "role owner(person, system)");
        self.bools.push(("owner".to_owned(), 1));
        for (i, about) in ["act", "person"].iter().enumerate() {
            let n = self.rng.usize(2..5);
            let values: Vec<String> = (0..n).map(|v| format!("v{v}")).collect();
            let inapplicable = if self.rng.bool() { " or not applicable" } else { "" };
            self.item(&format!("e{i}"), &format!("fact e{i}({about}): {}{inapplicable}", values.join(" | ")));
            self.named.push((format!("e{i}"), i, n));
        }
        // What may be not applicable is compared with constants only: compared with each other, the engine leaves such facts open.
        let numbers = ["count(act): number", "age(person): number", "rank(person): number or not applicable"];
        let dates = [
            "done_on(act): date",
            "told_on(act): date",
            "seen_on(person): date",
            "sent_on(act): date or not applicable",
        ];
        for name in numbers.iter().chain(&dates) {
            self.item(name.split('(').next().unwrap_or_default(), &format!("fact {name}"));
        }
    }

    fn pick<'x>(&mut self, list: &[&'x str]) -> &'x str {
        list[self.rng.usize(0..list.len())]
    }

    /// A condition about these persons.
    fn expr(&mut self, persons: &[&str], depth: usize) -> String {
        if depth == 0 || self.rng.u32(0..6) == 0 {
            return self.atom(persons);
        }
        match self.rng.u32(0..10) {
            0..=2 => self.parts(persons, depth, " and "),
            3..=5 => self.parts(persons, depth, " or "),
            6 | 7 => format!("not ({})", self.expr(persons, depth - 1)),
            _ if persons.len() < 2 => {
                let q = if persons.contains(&"q") { "p" } else { "q" };
                let word = self.pick(&["some", "every"]);
                let inner: Vec<&str> = persons.iter().copied().chain([q]).collect();
                format!("({word} {q}: {})", self.expr(&inner, depth - 1))
            }
            _ => self.atom(persons),
        }
    }

    fn parts(&mut self, persons: &[&str], depth: usize, join: &str) -> String {
        let parts: Vec<String> = (0..self.rng.usize(2..5)).map(|_| self.expr(persons, depth - 1)).collect();
        format!("({})", parts.join(join))
    }

    fn args(&mut self, count: usize, persons: &[&str]) -> Option<String> {
        let list: Vec<&str> = (0..count)
            .map(|_| if persons.is_empty() { "" } else { persons[self.rng.usize(0..persons.len())] })
            .collect();
        if count > 0 && persons.is_empty() { None } else { Some(list.join(", ")) }
    }

    fn person<'x>(&mut self, persons: &[&'x str]) -> Option<&'x str> {
        if persons.is_empty() { None } else { Some(self.pick(persons)) }
    }

    fn atom(&mut self, persons: &[&str]) -> String {
        loop {
            let made = match self.rng.u32(0..12) {
                0..=4 => {
                    let (name, count) = self.bools[self.rng.usize(0..self.bools.len())].clone();
                    self.args(count, persons).map(|a| format!("{name}({a})"))
                }
                5 | 6 => self.value(persons),
                7 => self.number(persons),
                8 => self.date(persons),
                9 => Some(format!("reading(doubt) = {}", self.pick(&["left", "right"]))),
                10 => self.term(persons),
                _ if persons.len() == 2 => Some(format!("{} {} {}", persons[0], self.pick(&["=", "!="]), persons[1])),
                _ => None,
            };
            if let Some(made) = made {
                return if self.rng.u32(0..3) == 0 { format!("not {made}") } else { made };
            }
        }
    }

    fn value(&mut self, persons: &[&str]) -> Option<String> {
        let (name, count, n) = self.named[self.rng.usize(0..self.named.len())].clone();
        let call = format!("{name}({})", self.args(count, persons)?);
        let (one, two) = (self.rng.usize(0..n), self.rng.usize(0..n));
        Some(match self.rng.u32(0..3) {
            0 => format!("{call} = v{one}"),
            1 => format!("{call} != v{one}"),
            _ => format!("{call} in {{v{one}, v{two}}}"),
        })
    }

    fn number(&mut self, persons: &[&str]) -> Option<String> {
        let op = self.pick(&["=", "!=", "<", "<=", ">", ">="]);
        let n = self.rng.i64(5..15);
        let person = self.person(persons);
        match (self.rng.u32(0..4), person) {
            (0, None) | (1, _) => Some(format!("count() {op} {n}")),
            (0, Some(p)) => Some(format!("count() {op} age({p})")),
            (2, Some(p)) => Some(format!("rank({p}) {op} {n}")),
            (_, Some(p)) => Some(format!("age({p}) {op} {n}")),
            _ => None,
        }
    }

    fn date(&mut self, persons: &[&str]) -> Option<String> {
        let op = self.pick(&["=", "!=", "<", "<=", ">", ">="]);
        let person = self.person(persons).map_or("told_on()".to_owned(), |p| format!("seen_on({p})"));
        let n = self.rng.u32(1..20);
        let (left, right) = if self.rng.bool() {
            ("done_on()".to_owned(), person)
        } else {
            ("told_on()".to_owned(), "done_on()".to_owned())
        };
        let day = domain::day(DAY + self.rng.i64(-3..3))?;
        Some(match self.rng.u32(0..6) {
            0 | 1 => format!("{left} {op} {day}"),
            5 => format!("sent_on() {op} {day}"),
            2 => format!("{left} {op} {right}"),
            3 => format!("{left} {op} {right} + {n} {}", self.pick(&["days", "months"])),
            _ => format!("{left} within {} after {right}", self.pick(&["1 year", "2 months", "10 days"])),
        })
    }

    fn term(&mut self, persons: &[&str]) -> Option<String> {
        if self.norms.is_empty() {
            return None;
        }
        let (name, about) = self.norms[self.rng.usize(0..self.norms.len())].clone();
        let word = self.pick(&["met", "applies"]);
        if about {
            self.person(persons).map(|p| format!("{word}({name}, {p})"))
        } else {
            Some(format!("{word}({name})"))
        }
    }

    fn definition(&mut self, i: usize) {
        let persons = &["p", "q"][..self.rng.usize(0..3)];
        let name = format!("d{i}");
        let args = if persons.is_empty() { "act".to_owned() } else { persons.join(", ") };
        let block = if self.rng.u32(0..3) == 0 {
            let (left, right) = (self.expr(persons, 2), self.expr(persons, 2));
            let label = "kk \"x\" ru \"x\" en \"x\"";
            format!("definition {name}({args})\n  reading left {label}: {left}\n  reading right {label}: {right}")
        } else {
            format!("definition {name}({args}) means {}", self.expr(persons, 3))
        };
        self.item(&name, &block);
        self.bools.push((name, persons.len()));
    }

    fn norm(&mut self, i: usize) {
        let name = format!("{}.n{i}", self.pick(&["x", "y"]));
        let about = self.rng.u32(0..5) > 0;
        let persons: &[&str] = if about { &["p"] } else { &[] };
        let kind = self.pick(&["offence", "duty", "right"]);
        let mut block = format!("{kind} {name}\n");
        block.push_str(&if about {
            format!("  bearer p where {}\n", self.expr(persons, 1))
        } else {
            "  bearer not stated\n".to_owned()
        });
        block.push_str(&format!("  when {}\n", self.expr(persons, 3)));
        if self.rng.bool() {
            block.push_str(&format!("  unless {}\n", self.expr(persons, 2)));
            self.exceptions.push(format!("{name}.unless"));
        }
        self.item(&name, block.trim_end());
        self.norms.push((name, about));
    }

    /// An exception to a norm, to a group of norms or to another exception. Its condition may speak of what it touches: then the corpus is
    /// refused for its cycle, and another is made.
    fn exception(&mut self, i: usize) {
        let (norm, about) = self.norms[self.rng.usize(0..self.norms.len())].clone();
        let (other, _) = self.norms[self.rng.usize(0..self.norms.len())].clone();
        // An exception to an exception must not ask who somebody is: it may end in a norm about nobody.
        let of_exception = !self.exceptions.is_empty() && self.rng.u32(0..5) == 0;
        let (target, persons): (String, &[&str]) = if of_exception {
            (self.exceptions[self.rng.usize(0..self.exceptions.len())].clone(), &[])
        } else if self.rng.u32(0..4) == 0 {
            (format!("{} {}.*", self.pick(&["offence", "duty"]), &norm[..1]), &[])
        } else {
            (norm, if about { &["p"] } else { &[] })
        };
        let name = format!("z{i}");
        let norms = std::mem::take(&mut self.norms);
        let when = self.expr(persons, 2);
        self.norms = norms;
        let block = match self.rng.u32(0..5) {
            0 | 1 => format!("carve-out {name} from {target}\n  when {when}"),
            2 => format!("displacement {name} of {target} by {other}\n  when {when}"),
            3 if !of_exception => format!("displacement {name} of {target} by {other}"),
            _ => format!("scope {name} governs {target}\n  when {when}"),
        };
        self.item(&name, &block);
        self.exceptions.push(name);
    }
}
