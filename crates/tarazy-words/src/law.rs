//! The law itself, as the engine understands it: one provision, the contents of an edition, a property with what came out.

use tarazy_law::Lang;
use tarazy_law::check::{Proof, PropertyResult};
use tarazy_law::decide::answer::{Citable, CitationRef};
use tarazy_law::exact::Answer;
use tarazy_law::model::{Bearer, Consequence, Corpus, Derived, FactId, FactKind, Formula, ProvId, Rulebook, Var};
use tarazy_law::syntax::ast::ExceptionKind;

use crate::cite::{citation, source};
use crate::style::Style;
use crate::words::Words;

/// Everything an edition declares, by its name, with its place in the law.
pub fn contents(words: &Words, corpus: &Corpus, book: &Rulebook, _style: &Style) -> String {
    let mut lines = Vec::new();
    let mut line = |kind: &str, id: &str, provision: ProvId| {
        let place = place(words, corpus, &citable(corpus, id, provision));
        lines.push((id.to_owned(), kind.to_owned(), place));
    };
    for d in &book.definitions {
        line("definition", &d.id, d.provision);
    }
    for n in &book.norms {
        line(n.kind.as_str(), &n.id, n.provision);
    }
    for e in book.exceptions.iter().filter(|e| !e.inline) {
        line(e.kind.as_str(), &e.id, e.provision);
    }
    lines.sort();
    let width = lines.iter().map(|(id, ..)| id.chars().count()).max().unwrap_or(0);
    let kinds = lines.iter().map(|(_, k, _)| words.word(k).chars().count()).max().unwrap_or(0);
    let row = |(id, kind, place): (String, String, String)| {
        let kind = words.word(&kind);
        format!("{id:width$}  {kind:kinds$}  {place}")
    };
    lines.into_iter().map(row).collect::<Vec<_>>().join("\n")
}

/// One norm, exception, definition or fact; `None` when the edition has nothing of that name.
pub fn provision(words: &Words, corpus: &Corpus, book: &Rulebook, id: &str, _style: &Style) -> Option<String> {
    let mut out = Vec::new();
    let found = if let Some(n) = book.norms.iter().find(|n| n.id == id) {
        head(words, corpus, n.kind.as_str(), id, n.provision, &mut out);
        if n.bearer == Bearer::NotStated {
            out.push(words.say("show-bearer-not-stated"));
        } else {
            section(words, corpus, book, "show-bearer", &n.bearer_cond, &mut out);
        }
        section(words, corpus, book, "show-when", &n.when, &mut out);
        for e in n.unless.iter().chain(&n.exceptions) {
            edge(words, corpus, book, "show-unless", *e, &mut out);
        }
        for e in &n.scopes {
            edge(words, corpus, book, "show-scope", *e, &mut out);
        }
        for s in &n.sanctions {
            let what = consequence(words, corpus, book, &s.what);
            out.push(words.say_with("show-consequence", &[("what", &what)]));
            if s.when != Formula::Const(true) {
                section(words, corpus, book, "show-when", &s.when, &mut out);
            }
        }
        true
    } else if let Some(d) = book.definitions.iter().find(|d| d.id == id) {
        head(words, corpus, "definition", id, d.provision, &mut out);
        section(words, corpus, book, "show-means", &d.formula, &mut out);
        true
    } else if let Some(e) = book.exceptions.iter().find(|e| e.id == id) {
        head(words, corpus, e.kind.as_str(), id, e.provision, &mut out);
        section(words, corpus, book, "show-when", &e.cond, &mut out);
        true
    } else if let Some(v) = corpus.vocabulary.find(id) {
        let fact = corpus.vocabulary.fact(v);
        out.push(format!("{} – {}", fact.name, words.of(&fact.label)));
        out.push(String::new());
        out.push(words.of(&fact.question).to_owned());
        let values: Vec<String> = fact
            .value_names()
            .iter()
            .enumerate()
            .map(|(i, n)| fact.value_label(i, words.lang).map_or_else(|| words.word(n), |l| format!("{n} – {l}")))
            .collect();
        out.extend(values.into_iter().map(|v| format!("  · {v}")));
        true
    } else {
        false
    };
    found.then(|| out.join("\n"))
}

/// A property and what came out, with the case that refutes it.
pub fn property(words: &Words, corpus: &Corpus, book: &Rulebook, result: &PropertyResult) -> String {
    let readings: Vec<String> = result.readings.iter().map(|(a, r)| format!("{a} = {r}")).collect();
    let readings = if readings.is_empty() { String::new() } else { format!(" [{}]", readings.join(", ")) };
    let outcome = match &result.proof {
        Proof::Proved => words.say("property-proved"),
        Proof::Undecided => words.say("property-undecided"),
        Proof::Refuted { norms, facts } => {
            let norms: Vec<&str> = norms.iter().map(|n| book.norm(*n).id.as_str()).collect();
            let facts: Vec<String> = facts.iter().map(|a| answer(words, corpus, book, a)).collect();
            words.say_with("property-refuted", &[("norms", &norms.join(" + ")), ("facts", &facts.join("; "))])
        }
    };
    format!("{}{readings}: {outcome}", result.property)
}

fn citable(corpus: &Corpus, id: &str, provision: ProvId) -> Citable {
    let p = corpus.provision(provision);
    Citable {
        id: id.to_owned(),
        citation: p.cite.as_ref().map(|c| CitationRef {
            act: c.act.clone(),
            article: c.article.clone(),
            part: c.part.clone(),
            subparagraph: c.sub.clone(),
        }),
        source: p.source.as_str(),
        proposed_by: p.proposed_by.clone(),
    }
}

fn place(words: &Words, corpus: &Corpus, what: &Citable) -> String {
    what.citation.as_ref().map(|c| citation(words, corpus, c)).unwrap_or_default()
}

fn head(words: &Words, corpus: &Corpus, kind: &str, id: &str, provision: ProvId, out: &mut Vec<String>) {
    let p = corpus.provision(provision);
    let what = citable(corpus, id, provision);
    out.push(format!("{} {id}", words.word(kind)));
    out.push(p.heading.clone());
    out.push(format!("{} · {} · {}", place(words, corpus, &what), p.edition, source(words, &what)));
    out.push(String::new());
    for lang in Lang::ALL {
        out.push(format!("{}: {}", lang.code(), p.texts.get(lang)));
    }
    out.push(String::new());
}

fn section(words: &Words, corpus: &Corpus, book: &Rulebook, key: &str, formula: &Formula, out: &mut Vec<String>) {
    if *formula == Formula::Const(true) {
        return;
    }
    out.push(words.say(key));
    condition(words, corpus, book, formula, 1, out);
}

fn edge(words: &Words, corpus: &Corpus, book: &Rulebook, key: &str, e: tarazy_law::model::ExcId, out: &mut Vec<String>) {
    let exc = book.exception(e);
    let kind = if exc.kind == ExceptionKind::Scope { String::new() } else { format!("{} ", words.word(exc.kind.as_str())) };
    let place = place(words, corpus, &citable(corpus, &exc.id, exc.provision));
    out.push(format!("{} {kind}{} ({place})", words.say(key), exc.id));
    condition(words, corpus, book, &exc.cond, 1, out);
}

/// A condition as nested lines: *all of*, *any of*, facts by their labels.
fn condition(words: &Words, corpus: &Corpus, book: &Rulebook, formula: &Formula, depth: usize, out: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    match formula {
        Formula::And(parts) | Formula::Or(parts) => {
            let key = if matches!(formula, Formula::And(_)) { "show-all-of" } else { "show-any-of" };
            out.push(format!("{indent}{}", words.say(key)));
            for p in parts {
                condition(words, corpus, book, p, depth + 1, out);
            }
        }
        Formula::Some { var, body } => {
            out.push(format!("{indent}{}", words.say_with("show-some", &[("who", person(*var))])));
            condition(words, corpus, book, body, depth + 1, out);
        }
        Formula::Not(inner) => match &**inner {
            Formula::And(_) | Formula::Or(_) | Formula::Some { .. } => {
                out.push(format!("{indent}{}", words.say("show-not")));
                condition(words, corpus, book, inner, depth + 1, out);
            }
            other => out.push(format!("{indent}· {} {}", words.say("show-not"), literal(words, corpus, book, other))),
        },
        other => out.push(format!("{indent}· {}", literal(words, corpus, book, other))),
    }
}

fn person(var: Var) -> &'static str {
    if var == 0 { "p" } else { "q" }
}

fn literal(words: &Words, corpus: &Corpus, book: &Rulebook, formula: &Formula) -> String {
    match formula {
        Formula::Const(c) => words.word(if *c { "yes" } else { "no" }),
        Formula::Same(a, b) => format!("{} = {}", person(*a), person(*b)),
        Formula::Derived { what, args } => {
            let persons: Vec<&str> = args.vars().iter().map(|v| person(*v)).collect();
            let prefix = match what {
                Derived::Applies(_) => format!("{} ", words.word("applies")),
                Derived::Met(_) => format!("{} ", words.word("met")),
                _ => String::new(),
            };
            format!("{prefix}{}({})", book.name_of(*what), persons.join(", "))
        }
        Formula::Fact { fact, args, test } => {
            let persons: Vec<&str> = args.vars().iter().map(|v| person(*v)).collect();
            let about = if persons.is_empty() { String::new() } else { format!(" ({})", persons.join(", ")) };
            match test.compare {
                Some(_) => format!("{}{about}: {}", label(words, corpus, book, *fact), values(words, corpus, book, *fact, test.values)),
                None => format!("{}{about}: {}", label(words, corpus, book, *fact), values(words, corpus, book, *fact, test.values)),
            }
        }
        _ => String::new(),
    }
}

fn answer(words: &Words, corpus: &Corpus, book: &Rulebook, a: &Answer) -> String {
    let about = match book.fact(a.fact).persons {
        0 => String::new(),
        1 => format!(" ({})", a.persons[0] + 1),
        _ => format!(" ({}, {})", a.persons[0] + 1, a.persons[1] + 1),
    };
    format!("{}{about}: {}", label(words, corpus, book, a.fact), values(words, corpus, book, a.fact, a.values))
}

fn label(words: &Words, corpus: &Corpus, book: &Rulebook, fact: FactId) -> String {
    match &book.fact(fact).kind {
        FactKind::Vocab(v) => words.of(&corpus.vocabulary.fact(*v).label).to_owned(),
        FactKind::Others => words.say("show-others"),
        FactKind::Reading { name, .. } => words.say_with("show-reading", &[("name", name)]),
        FactKind::Comparison { left, op, right } => {
            let side = |e: &tarazy_law::model::DateExpr| {
                let mut out = label(words, corpus, book, e.fact);
                for (n, unit) in &e.plus {
                    out.push_str(&format!(" + {n} {}", words.word(unit.as_str())));
                }
                out
            };
            format!("{} {} {}", side(left), op.as_str(), side(right))
        }
    }
}

fn values(words: &Words, corpus: &Corpus, book: &Rulebook, fact: FactId, values: u64) -> String {
    let names: Vec<String> = match &book.fact(fact).kind {
        FactKind::Vocab(v) if !corpus.vocabulary.fact(*v).value_names().is_empty() => {
            let vocab = corpus.vocabulary.fact(*v);
            let names = vocab.value_names();
            let of = |i: usize| vocab.value_label(i, words.lang).map_or_else(|| words.word(names[i]), str::to_owned);
            (0..names.len()).filter(|i| values >> i & 1 == 1).map(of).collect()
        }
        FactKind::Reading { readings, .. } => {
            let labels = readings.iter().enumerate().filter(|(i, _)| values >> i & 1 == 1);
            labels.map(|(_, (_, label))| words.of(label).to_owned()).collect()
        }
        FactKind::Vocab(_) => book.intervals(corpus, fact, values),
        _ => (0..2).filter(|i| values >> i & 1 == 1).map(|i| words.word(["no", "yes"][i])).collect(),
    };
    words.list(&names, "list-or")
}

fn consequence(words: &Words, corpus: &Corpus, book: &Rulebook, what: &Consequence) -> String {
    match what {
        Consequence::Fine { amount, unit } => words.say_with("show-fine", &[("amount", &amount.to_string()), ("unit", &words.word(unit))]),
        Consequence::FineBy { fact, table, .. } => {
            let table = &book.tables[*table];
            words.say_with("show-fine-by", &[("fact", &label(words, corpus, book, *fact)), ("table", &table.id)])
        }
        Consequence::Measures(m) => {
            let names: Vec<String> = m.iter().map(|m| words.word(m.as_str())).collect();
            words.list(&names, "list-or")
        }
        Consequence::Arrest { days } => words.say_with("show-arrest", &[("days", &days.to_string())]),
    }
}
