//! What can stand at a place: the keywords of the language in which a block is written, and names that fit.

use lsp_types::CompletionItemKind;
use tarazy_law::Lang;
use tarazy_law::model::Domain;
use tarazy_law::syntax::ast::NormKind;
use tarazy_law::syntax::clause_fits;
use tarazy_law::syntax::format::Block;
use tarazy_law::syntax::keyword::Kw;
use tarazy_law::syntax::lex::{Punct, Tok, Token};
use tarazy_words::Words;

use crate::goto::declarations;
use crate::index::{Words as InBlock, block_at};
use crate::rename::own;
use crate::say::{kind_of, label_of};
use crate::walk::{How, Kind, Thing, nfc};
use crate::world::Law;

/// Something that can stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Proposal {
    /// What is written.
    pub text: String,
    /// How an editor shows it.
    pub kind: CompletionItemKind,
    /// What it is.
    pub detail: String,
    /// What is nearer stands first.
    pub rank: u8,
}

/// What is proposed, and from which byte on it takes the place of what was typed.
pub(crate) struct Proposals {
    /// The first byte of what was typed.
    pub from: usize,
    /// What can stand there.
    pub items: Vec<Proposal>,
}

/// More than these nobody looks through; what is typed next narrows them.
const SHOWN: usize = 300;

/// What is wanted at a place.
enum Want {
    Keywords(Vec<Kw>),
    /// A condition: facts, definitions, persons, joining words.
    Condition,
    /// A fact or definition, without joining words.
    Facts,
    Dates,
    /// What an exception or a property can touch: names, perhaps after a kind.
    Targets,
    /// What an example can expect to apply.
    Expected,
    Norms,
    Ambiguities,
    Tables,
    Acts,
    Authorities,
    Editions,
    Persons,
    Values(String),
    Readings(String),
    Words(&'static [&'static str]),
    Nothing,
}

/// What can stand at a byte of a page.
pub(crate) fn complete(law: &Law, words: &Words, page: usize, at: usize) -> Proposals {
    let text = &law.file(page).text;
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
    let from = text[..at].char_indices().rev().take_while(|(_, c)| inside(*c)).last().map_or(at, |(i, _)| i);
    let maker = Maker { law, words, page, from, typed: nfc(&text[from..at]).to_lowercase() };
    let mut items = match block_at(text, at) {
        Some(block) => {
            let lang = language(&block.tokens, text, words.lang);
            let want = maker.wanted(&block, text);
            maker.proposals(&want, lang, Some(&block))
        }
        None => maker.proposals(&heading_line(&text[..from]), words.lang, None),
    };
    items.sort_by(|a, b| (a.rank, &a.text).cmp(&(b.rank, &b.text)));
    items.dedup_by(|a, b| a.text == b.text);
    items.truncate(SHOWN);
    Proposals { from, items }
}

/// Outside the blocks: the values of the keys under a heading, and the keys.
fn heading_line(before: &str) -> Want {
    let line = before.rsplit('\n').next().unwrap_or_default();
    match line.split_once(':') {
        Some(("edition", rest)) if rest.trim().is_empty() => Want::Editions,
        Some(("cite", rest)) if rest.trim().is_empty() => Want::Acts,
        Some(("source", rest)) if rest.trim().is_empty() => Want::Words(&["primary", "secondary", "proposed"]),
        None if line.is_empty() => {
            Want::Words(&["edition:", "cite:", "source:", "proposed by:", "point:", "in force:", "kk:", "ru:", "en:"])
        }
        _ => Want::Nothing,
    }
}

/// The language in which a block is written: that of most of its keywords, else of its page, else of the reader.
fn language(tokens: &[Token], text: &str, reader: Lang) -> Lang {
    let mut counts = [0_usize; 3];
    let mut count = |word: &str, kw: Kw| {
        if let Some((_, forms)) = Kw::TABLE.iter().find(|(k, _)| *k == kw) {
            (0..3).filter(|i| forms[*i] == word).for_each(|i| counts[i] += 1);
        }
    };
    let in_block =
        tokens.iter().filter_map(|t| if let Tok::Word(w) = &t.tok { Some((w.as_str(), t.kw?)) } else { None });
    let mut any = false;
    for (word, kw) in in_block {
        any = true;
        count(word, kw);
    }
    if !any {
        for word in text.split_whitespace() {
            if let Some(kw) = Kw::of(word) {
                count(word, kw);
            }
        }
    }
    let most = counts.iter().max().copied().unwrap_or(0);
    let order = [(Lang::En, 0), (Lang::Kk, 1), (Lang::Ru, 2)];
    let best = |lang: Lang| order.iter().any(|(l, i)| *l == lang && counts[*i] == most);
    if most == 0 || best(reader) { reader } else { Lang::ALL.into_iter().find(|l| best(*l)).unwrap_or(reader) }
}

fn form(kw: Kw, lang: Lang) -> &'static str {
    let column = match lang {
        Lang::En => 0,
        Lang::Kk => 1,
        Lang::Ru => 2,
    };
    Kw::TABLE.iter().find(|(k, _)| *k == kw).map_or("", |(_, forms)| forms[column])
}

struct Maker<'a> {
    law: &'a Law,
    words: &'a Words,
    page: usize,
    from: usize,
    typed: String,
}

impl Maker<'_> {
    fn wanted(&self, block: &InBlock, text: &str) -> Want {
        let before: Vec<&Token> = block
            .tokens
            .iter()
            .filter(|t| t.span.end as usize <= self.from && !matches!(t.tok, Tok::Comment(_) | Tok::End))
            .collect();
        let line_start = text[..self.from].rfind('\n').map_or(0, |i| i + 1);
        let in_comment = block.tokens.iter().any(|t| {
            matches!(t.tok, Tok::Comment(_))
                && (t.span.start as usize) < self.from
                && t.span.start as usize >= line_start
        });
        let in_text = block.tokens.iter().any(|t| {
            matches!(t.tok, Tok::Text(_)) && (t.span.start as usize) < self.from && self.from < t.span.end as usize
        });
        if in_comment || in_text {
            return Want::Nothing;
        }
        let first_of_line = before.last().is_none_or(|t| (t.span.start as usize) < line_start);
        let indented = self.from > line_start;
        if block.block == Block::Test {
            return test_line(&before, first_of_line);
        }
        let opener = before.iter().rposition(|t| t.starts_line && !t.indented && t.kw.is_some_and(Kw::opens_item));
        let Some(opener) = opener.filter(|_| !first_of_line || indented) else {
            return Want::Keywords(Kw::TABLE.iter().map(|(k, _)| *k).filter(|k| k.opens_item()).collect());
        };
        item_word(&before[opener..], first_of_line)
    }

    fn proposals(&self, want: &Want, lang: Lang, block: Option<&InBlock>) -> Vec<Proposal> {
        let mut out = Vec::new();
        match want {
            Want::Nothing => {}
            Want::Keywords(kws) => self.keywords(kws, lang, &mut out),
            Want::Words(texts) => {
                out.extend(texts.iter().filter(|t| t.contains(&self.typed)).map(|t| Proposal {
                    text: (*t).to_owned(),
                    kind: CompletionItemKind::KEYWORD,
                    detail: String::new(),
                    rank: 1,
                }));
            }
            Want::Condition => {
                let joining = [
                    Kw::Not,
                    Kw::And,
                    Kw::Or,
                    Kw::Some,
                    Kw::Every,
                    Kw::In,
                    Kw::Is,
                    Kw::Within,
                    Kw::After,
                    Kw::Met,
                    Kw::Applies,
                    Kw::Reading,
                    Kw::System,
                    Kw::Act,
                    Kw::Of,
                ];
                self.keywords(&joining, lang, &mut out);
                self.elements(|k| matches!(k, Kind::Fact | Kind::Role | Kind::Definition), lang, &mut out);
                self.persons(block, &mut out);
            }
            Want::Facts => self.elements(|k| matches!(k, Kind::Fact | Kind::Role | Kind::Definition), lang, &mut out),
            Want::Dates => {
                let dates = self.law.corpus().vocabulary.iter().filter(|(_, f)| f.domain == Domain::Date);
                let dates: Vec<String> = dates.map(|(_, f)| f.name.clone()).collect();
                self.elements(|k| k == Kind::Fact, lang, &mut out);
                out.retain(|p| dates.contains(&p.text) || dates.iter().any(|d| self.is_alias(&p.text, d)));
            }
            Want::Targets => {
                self.elements(|k| matches!(k, Kind::Norm(_) | Kind::Exception(_)), lang, &mut out);
                let kinds: Vec<Kw> = NormKind::ALL.into_iter().map(NormKind::keyword).collect();
                self.keywords(&kinds, lang, &mut out);
            }
            Want::Expected => {
                let wanted = |k| matches!(k, Kind::Norm(_) | Kind::Exception(_) | Kind::Definition);
                self.elements(wanted, lang, &mut out);
            }
            Want::Norms => self.elements(|k| matches!(k, Kind::Norm(_)), lang, &mut out),
            Want::Ambiguities => {
                for name in self.law.corpus().ambiguity_names() {
                    self.put(name, CompletionItemKind::ENUM, kind_of(self.words, Kind::Ambiguity), 2, &mut out);
                }
            }
            Want::Tables => self.elements(|k| k == Kind::Table, lang, &mut out),
            Want::Acts => self.things(|t| matches!(t, Thing::Act(_)), &mut out),
            Want::Authorities => self.things(|t| matches!(t, Thing::Authority(_)), &mut out),
            Want::Editions => self.things(|t| matches!(t, Thing::Edition(_)), &mut out),
            Want::Persons => self.persons(block, &mut out),
            Want::Values(fact) => {
                let fact = self.law.index().canonical(&Thing::Element(fact.clone()));
                self.things(|t| matches!(t, Thing::Value(of, _) if of == own(&fact)), &mut out);
            }
            Want::Readings(of) => self.things(|t| matches!(t, Thing::Reading(a, _) if a == of), &mut out),
        }
        out
    }

    fn is_alias(&self, also: &str, name: &str) -> bool {
        self.law.index().other_names(name).any(|n| n == also)
    }

    fn put(&self, text: String, kind: CompletionItemKind, detail: String, rank: u8, out: &mut Vec<Proposal>) {
        if text.to_lowercase().contains(&self.typed) {
            out.push(Proposal { text, kind, detail, rank });
        }
    }

    fn keywords(&self, kws: &[Kw], lang: Lang, out: &mut Vec<Proposal>) {
        for kw in kws {
            let detail = self.words.say("editor-keyword");
            self.put(form(*kw, lang).to_owned(), CompletionItemKind::KEYWORD, detail, 1, out);
        }
    }

    /// Elements of some kinds, with their names in the other languages; those that are written as the block is, first.
    fn elements(&self, wanted: fn(Kind) -> bool, lang: Lang, out: &mut Vec<Proposal>) {
        let index = self.law.index();
        for (thing, _) in index.things() {
            let Thing::Element(name) = thing else { continue };
            let Some((site, kind)) = declarations(self.law, thing).find(|(_, k)| wanted(*k)) else { continue };
            for name in std::iter::once(name.as_str()).chain(index.other_names(name)) {
                if !name.to_lowercase().contains(&self.typed) {
                    continue;
                }
                let detail = format!("{} · {}", kind_of(self.words, kind), label_of(self.law, self.words, site));
                let rank = if name.is_ascii() == (lang == Lang::En) { 2 } else { 3 };
                out.push(Proposal { text: name.to_owned(), kind: shown_as(kind), detail, rank });
            }
        }
    }

    fn things(&self, wanted: impl Fn(&Thing) -> bool, out: &mut Vec<Proposal>) {
        for (thing, _) in self.law.index().things().filter(|(t, _)| wanted(t)) {
            if let Some((site, kind)) = declarations(self.law, thing).next() {
                self.put(own(thing).to_owned(), shown_as(kind), label_of(self.law, self.words, site), 0, out);
            }
        }
    }

    /// The persons of the item or example around the place. Where it cannot be read, whatever stands after a word that brings one in.
    fn persons(&self, block: Option<&InBlock>, out: &mut Vec<Proposal>) {
        let Some(block) = block else { return };
        let tokens = &block.tokens;
        let around = |t: &Token| (t.span.end as usize) < self.from;
        let start = if block.block == Block::Test {
            0
        } else {
            let opens = |t: &Token| around(t) && t.starts_line && !t.indented && t.kw.is_some_and(Kw::opens_item);
            tokens.iter().rposition(opens).unwrap_or(0)
        };
        let end = tokens.iter().skip(start + 1).position(|t| {
            block.block == Block::Norm && t.starts_line && !t.indented && t.kw.is_some_and(Kw::opens_item)
        });
        let own = &tokens[start..end.map_or(tokens.len(), |e| start + 1 + e)];
        let mut names = Vec::new();
        for (i, t) in own.iter().enumerate() {
            let Tok::Word(word) = &t.tok else { continue };
            let after = i.checked_sub(1).and_then(|i| own[i].kw);
            let brought = matches!(after, Some(Kw::Bearer | Kw::Toward | Kw::Reviewer | Kw::Some | Kw::Every));
            if brought && t.kw.is_none() && t.span.end as usize != self.from + self.typed.len() {
                names.push(word.clone());
            }
        }
        if matches!(own.first().and_then(|t| t.kw), Some(k) if opens_exception(k)) {
            names.push("p".to_owned());
        }
        let (first, last) = (own.first().map_or(0, |t| t.span.start), own.last().map_or(u32::MAX, |t| t.span.end));
        let tree = &self.law.pages[self.page];
        names.extend(tree.mentions.iter().filter(|m| first <= m.start && m.end <= last).filter_map(|m| {
            match (&m.thing, m.how) {
                (Thing::Person(_, name), How::Declared(_)) => Some(name.clone()),
                _ => None,
            }
        }));
        if block.block == Block::Test {
            names.extend(listed(own));
        }
        for name in names {
            self.put(name, CompletionItemKind::VARIABLE, kind_of(self.words, Kind::Person), 0, out);
        }
    }
}

/// The persons of `for a, b:`.
fn listed(tokens: &[Token]) -> Vec<String> {
    let after = tokens.iter().skip_while(|t| t.kw != Some(Kw::For)).skip(1);
    let names = after.take_while(|t| t.tok != Tok::Punct(Punct::Colon) && !t.starts_line);
    names.filter_map(|t| if let Tok::Word(w) = &t.tok { Some(w.clone()) } else { None }).collect()
}

fn shown_as(kind: Kind) -> CompletionItemKind {
    match kind {
        Kind::Fact | Kind::Role => CompletionItemKind::FIELD,
        Kind::Definition => CompletionItemKind::FUNCTION,
        Kind::Norm(_) | Kind::Exception(_) => CompletionItemKind::CLASS,
        Kind::Value | Kind::Reading => CompletionItemKind::ENUM_MEMBER,
        Kind::Person => CompletionItemKind::VARIABLE,
        _ => CompletionItemKind::MODULE,
    }
}

fn opens_exception(kw: Kw) -> bool {
    use Kw::*;
    matches!(kw, CarveOut | Displacement | Proviso | Savings | Scope | Presumption | Retroactivity)
}

fn test_line(before: &[&Token], first_of_line: bool) -> Want {
    let Some(last) = before.last().filter(|_| !first_of_line) else {
        return Want::Keywords(Kw::TABLE.iter().map(|(k, _)| *k).filter(|k| k.opens_test_line()).collect());
    };
    let start = before.iter().rposition(|t| t.starts_line && t.kw.is_some_and(Kw::opens_test_line)).unwrap_or(0);
    let line = &before[start..];
    match (line[0].kw, last.kw) {
        (Some(Kw::In), _) => Want::Editions,
        (Some(Kw::Reading), Some(Kw::Reading)) => Want::Ambiguities,
        (Some(Kw::Reading), _) => line.get(1).map_or(Want::Nothing, |t| Want::Readings(t.describe())),
        (Some(Kw::Others), _) => Want::Keywords(vec![Kw::None]),
        (Some(Kw::Otherwise), _) => Want::Keywords(vec![Kw::No]),
        (Some(Kw::Expect | Kw::Ought), Some(Kw::Expect | Kw::Ought | Kw::Under)) => Want::Expected,
        (Some(Kw::Expect | Kw::Ought), Some(Kw::To | Kw::For)) => Want::Persons,
        (Some(Kw::Expect | Kw::Ought), Some(Kw::Does)) => Want::Keywords(vec![Kw::Not]),
        (Some(Kw::Expect | Kw::Ought), Some(Kw::Not)) => Want::Keywords(vec![Kw::Applies]),
        (Some(Kw::Expect | Kw::Ought), Some(Kw::Applies | Kw::Unknown | Kw::Competing)) => {
            Want::Keywords(vec![Kw::To, Kw::For])
        }
        (Some(Kw::Expect | Kw::Ought), _) => {
            Want::Keywords(vec![Kw::Applies, Kw::Does, Kw::Unknown, Kw::Competing, Kw::Under, Kw::For, Kw::To])
        }
        _ => in_condition(line),
    }
}

/// What can follow inside an item; `before` begins with its keyword.
fn item_word(before: &[&Token], first_of_line: bool) -> Want {
    let opener = before.iter().take(2).filter_map(|t| t.kw).find(|k| *k != Kw::Replace).unwrap_or(Kw::Fact);
    if first_of_line {
        return Want::Keywords(clauses(opener));
    }
    let clause = before.iter().rposition(|t| t.starts_line && t.kw.is_some_and(|k| k.opens_clause() && k != Kw::From));
    let clause = clause.filter(|c| *c > 0);
    let (line, last) = (&before[clause.unwrap_or(0)..], before[before.len() - 1]);
    let Some(kw) = clause.and_then(|c| before[c].kw) else { return head(opener, before) };
    match (kw, last.kw) {
        (Kw::Procedure | Kw::Remedy, _) => Want::Norms,
        (Kw::Sanction, Some(Kw::Sanction)) => Want::Norms,
        (Kw::Sanction, Some(Kw::From)) => Want::Tables,
        (Kw::Answers, Some(Kw::Answers)) => Want::Keywords(vec![Kw::To]),
        (Kw::Answers, _) => Want::Norms,
        (Kw::Body, _) => Want::Authorities,
        (Kw::Refers, Some(Kw::Refers)) => Want::Keywords(vec![Kw::To]),
        (Kw::Refers, _) => Want::Acts,
        (Kw::Replaced, Some(Kw::Replaced)) => Want::Keywords(vec![Kw::By]),
        (Kw::Replaced, _) => Want::Acts,
        (Kw::Says, Some(Kw::Says)) | (Kw::Establishes, _) => Want::Facts,
        (Kw::Says | Kw::Title | Kw::Short | Kw::Value, _) => Want::Keywords(vec![Kw::Kk, Kw::Ru, Kw::En]),
        (Kw::Feasible, Some(Kw::Feasible)) => Want::Keywords(vec![Kw::For]),
        (Kw::Feasible, _) => Want::Facts,
        (Kw::Excluded, Some(Kw::Excluded)) => Want::Keywords(vec![Kw::By]),
        (Kw::Excluded, _) if last.tok == Tok::Punct(Punct::Eq) => called(line, line.len() - 1),
        (Kw::Excluded, _) => Want::Facts,
        (Kw::Tells, _) => Want::Words(&["stage", "cause", "abroad"]),
        (Kw::Joined, _) => Want::Keywords(vec![Kw::And, Kw::Or]),
        (Kw::Meaning, _) => Want::Keywords(vec![Kw::Not, Kw::Stated]),
        (Kw::Expect, Some(Kw::Expect)) => Want::Keywords(vec![Kw::Proved, Kw::Refuted]),
        (Kw::Expect, Some(Kw::Proved | Kw::Refuted)) => Want::Keywords(vec![Kw::In]),
        (Kw::Expect, Some(Kw::In)) => Want::Editions,
        (Kw::Deadline, Some(Kw::From)) => Want::Dates,
        (Kw::Deadline, _) => Want::Keywords(vec![
            Kw::Immediately,
            Kw::Every,
            Kw::Working,
            Kw::Koap,
            Kw::Days,
            Kw::Months,
            Kw::Years,
            Kw::From,
        ]),
        (Kw::Bearer | Kw::Toward | Kw::Reviewer, _) if line.len() == 1 => Want::Keywords(vec![Kw::Not]),
        (Kw::Bearer | Kw::Toward | Kw::Reviewer, _) if line.len() == 2 => Want::Keywords(vec![Kw::Where, Kw::Stated]),
        (Kw::Named | Kw::NumberOf | Kw::Link | Kw::Divided | Kw::Rank | Kw::Covers, _) => Want::Nothing,
        _ => in_condition(line),
    }
}

/// The line that opens an item, after its keyword.
fn head(opener: Kw, before: &[&Token]) -> Want {
    let last = before[before.len() - 1];
    // Its name is new, except where something is replaced or taken away.
    let named = before.len() > if before[0].kw == Some(Kw::Replace) { 2 } else { 1 };
    match (opener, last.kw) {
        (Kw::Repeal, _) => Want::Expected,
        _ if !named => {
            if before[0].kw == Some(Kw::Replace) && before.len() > 1 {
                Want::Expected
            } else {
                Want::Nothing
            }
        }
        (Kw::Edition, Some(Kw::On)) => Want::Editions,
        (Kw::Edition, _) => Want::Keywords(vec![Kw::On, Kw::In, Kw::Force]),
        (Kw::Relation, Some(Kw::Between | Kw::And)) => Want::Acts,
        (Kw::Relation, _) => Want::Keywords(vec![Kw::Between, Kw::And]),
        (Kw::Fact | Kw::Role, _) if before.iter().any(|t| t.tok == Tok::Punct(Punct::Open)) => {
            Want::Keywords(vec![Kw::Person, Kw::System, Kw::Act, Kw::Date, Kw::NumberOf, Kw::Assessed, Kw::Named])
        }
        (Kw::Table, Some(Kw::By | Kw::Date)) => Want::Facts,
        (Kw::Presumption, Some(Kw::Of)) => Want::Facts,
        (Kw::Presumption, Some(Kw::Is)) => called(before, before.len() - 1),
        (Kw::Retroactivity, Some(Kw::By)) => Want::Dates,
        (_, Some(Kw::From | Kw::Of | Kw::To | Kw::Governs | Kw::For | Kw::By | Kw::Beside | Kw::Both | Kw::And))
            if opens_exception(opener) || opener == Kw::Property =>
        {
            Want::Targets
        }
        (k, _) if opens_exception(k) && last.tok == Tok::Punct(Punct::Comma) => Want::Targets,
        (Kw::CarveOut, _) => Want::Keywords(vec![Kw::From, Kw::When]),
        (Kw::Displacement, _) => Want::Keywords(vec![Kw::Of, Kw::By, Kw::When]),
        (Kw::Proviso, _) => Want::Keywords(vec![Kw::To, Kw::When]),
        (Kw::Savings, _) => Want::Keywords(vec![Kw::Of, Kw::Beside, Kw::When]),
        (Kw::Scope, _) => Want::Keywords(vec![Kw::Governs, Kw::When]),
        (Kw::Presumption, _) => Want::Keywords(vec![Kw::For, Kw::Of, Kw::Is]),
        (Kw::Retroactivity, _) => Want::Keywords(vec![Kw::For, Kw::By]),
        (Kw::Property, _) => Want::Keywords(vec![Kw::Never, Kw::Both, Kw::And, Kw::Always, Kw::Some, Kw::Of, Kw::For]),
        (Kw::Definition, _) if last.tok == Tok::Punct(Punct::Close) => Want::Keywords(vec![Kw::Means, Kw::Reading]),
        (Kw::Definition, _) if before.iter().any(|t| matches!(t.kw, Some(Kw::Means | Kw::When))) => {
            in_condition(before)
        }
        (Kw::Definition, _) => Want::Keywords(vec![Kw::System, Kw::Act]),
        _ => in_condition(before),
    }
}

/// The clauses that an item can have.
fn clauses(opener: Kw) -> Vec<Kw> {
    use Kw::*;
    match opener {
        Fact | Role => vec![Value, Named, Assessed, Tells, Feasible, Excluded, Meaning],
        Edition => vec![Title, Named, From],
        Act => vec![Title, Short, NumberOf, Of, Divided, Link, Rank, Covers, Replaced],
        Authority => vec![Title],
        Table => vec![From],
        Property => vec![Assuming, Expect],
        Relation | Repeal => vec![],
        opener => {
            let fitting = Kw::TABLE.iter().map(|(k, _)| *k).filter(|k| k.opens_clause() && clause_fits(opener, *k));
            fitting.chain([And, Or]).collect()
        }
    }
}

/// Inside a condition: what an open parenthesis, a sign or a word asks for.
fn in_condition(line: &[&Token]) -> Want {
    let Some(last) = line.last() else { return Want::Condition };
    let n = line.len() - 1;
    match last.tok {
        Tok::Punct(Punct::Open) => match n.checked_sub(1).and_then(|i| line[i].kw) {
            Some(Kw::Met | Kw::Applies) => Want::Norms,
            Some(Kw::Reading) => Want::Ambiguities,
            Some(kw) if kw.precedes_condition() => Want::Condition,
            _ if n > 0 && matches!(line[n - 1].tok, Tok::Word(_)) => Want::Persons,
            _ => Want::Condition,
        },
        Tok::Punct(Punct::Comma) => match open_bracket(line, n) {
            Some((i, Punct::BraceOpen)) => called(line, i.saturating_sub(1)),
            Some(_) => Want::Persons,
            None => Want::Condition,
        },
        Tok::Punct(Punct::BraceOpen) => called(line, n.saturating_sub(1)),
        Tok::Punct(Punct::Eq | Punct::Ne) => called(line, n),
        _ => Want::Condition,
    }
}

/// The bracket that is open before a place.
fn open_bracket(line: &[&Token], before: usize) -> Option<(usize, Punct)> {
    let mut depth = 0;
    for i in (0..before).rev() {
        match line[i].tok {
            Tok::Punct(Punct::Close | Punct::BraceClose) => depth += 1,
            Tok::Punct(Punct::Open | Punct::BraceOpen) if depth > 0 => depth -= 1,
            Tok::Punct(p @ (Punct::Open | Punct::BraceOpen)) => return Some((i, p)),
            _ => {}
        }
    }
    None
}

/// The values of the fact, or the readings of the ambiguity, that is called just before a place.
fn called(line: &[&Token], before: usize) -> Want {
    let Some(end) = before.checked_sub(1) else { return Want::Condition };
    if line[end].tok != Tok::Punct(Punct::Close) {
        return match &line[end].tok {
            Tok::Word(fact) if line[end].kw.is_none() => Want::Values(fact.clone()),
            _ => Want::Condition,
        };
    }
    let Some((open, Punct::Open)) = open_bracket(line, end) else { return Want::Condition };
    let Some(name) = open.checked_sub(1).map(|i| line[i]) else { return Want::Condition };
    match (&name.tok, name.kw) {
        (_, Some(Kw::Reading)) => Want::Readings(line[open + 1].describe()),
        (Tok::Word(fact), _) => Want::Values(fact.clone()),
        _ => Want::Condition,
    }
}
