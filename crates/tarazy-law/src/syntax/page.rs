//! Markdown to provisions: headings, `key: value` lines, three texts, fenced blocks.

use std::ops::Range;

use jiff::civil::Date;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::ast::*;
use super::item::parse_items;
use super::test_block::parse_test;
use crate::diag::{Code, Diagnostic, nearest};
use crate::lang::{Lang, Text3};
use crate::source::{FileId, Span};

const KEYS: [&str; 6] = ["edition", "cite", "source", "proposed by", "point", "in force"];

/// Reads one file. Every mistake is reported; what can be read is returned all the same.
pub fn parse_page(file: FileId, text: &str, diags: &mut Vec<Diagnostic>) -> Page {
    let mut reader = Reader { file, text, diags, provisions: Vec::new() };
    reader.read();
    let mut provisions = reader.provisions;
    inherit(&mut provisions);
    Page { file, provisions }
}

/// What the first heading of a page says holds for the whole page.
fn inherit(provisions: &mut [Provision]) {
    let Some((first, rest)) = provisions.split_first_mut() else { return };
    for p in rest {
        p.edition = p.edition.take().or_else(|| first.edition.clone());
        p.source = p.source.or(first.source);
        p.proposed_by = p.proposed_by.take().or_else(|| first.proposed_by.clone());
        p.in_force = p.in_force.or(first.in_force);
        if p.points.is_empty() {
            p.points.clone_from(&first.points);
        }
    }
}

struct Reader<'a> {
    file: FileId,
    text: &'a str,
    diags: &'a mut Vec<Diagnostic>,
    provisions: Vec<Provision>,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut heading: Option<(Range<usize>, Option<String>)> = None;
        let mut block: Option<(String, Option<Range<usize>>)> = None;
        let text = self.text;
        for (event, range) in Parser::new_ext(text, Options::ENABLE_HEADING_ATTRIBUTES).into_offset_iter() {
            match event {
                Event::Start(Tag::Heading { id, .. }) => heading = Some((range, id.map(|i| i.to_string()))),
                Event::End(TagEnd::Heading(_)) => {
                    if let Some((range, id)) = heading.take() {
                        self.open_provision(range, id);
                    }
                }
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => block = Some((info.to_string(), None)),
                Event::Text(_) if block.is_some() => {
                    if let Some((_, covered)) = &mut block {
                        let start = covered.as_ref().map_or(range.start, |c| c.start);
                        *covered = Some(start..range.end);
                    }
                }
                Event::End(TagEnd::CodeBlock) => {
                    if let Some((info, Some(range))) = block.take() {
                        self.block(info.trim(), range);
                    }
                }
                Event::Start(Tag::Paragraph) => self.paragraph(range),
                _ => {}
            }
        }
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span { file: self.file, start: range.start as u32, end: range.end as u32 }
    }

    fn open_provision(&mut self, range: Range<usize>, id: Option<String>) {
        let raw = self.text[range.clone()].trim();
        let span = self.span(range.start..range.start + raw.len());
        let body = raw.trim_start_matches('#').trim();
        let heading = body.split("{#").next().unwrap_or(body).trim().to_owned();
        let id = id.map(|text| {
            // The label before it may hold the same word.
            let at = raw.rfind(&format!("#{text}")).map_or(0, |i| i + 1) + range.start;
            Name { span: self.span(at..at + text.len()), text }
        });
        self.provisions.push(Provision {
            id,
            heading,
            span,
            edition: None,
            cite: None,
            source: None,
            proposed_by: None,
            points: Vec::new(),
            in_force: None,
            texts: Text3::default(),
            items: Vec::new(),
            tests: Vec::new(),
        });
    }

    fn block(&mut self, info: &str, range: Range<usize>) {
        let Some(provision) = self.provisions.last_mut() else { return };
        let text = &self.text[range.clone()];
        match info {
            "norm" | "норма" => provision.items.extend(parse_items(self.file, range.start, text, self.diags)),
            "test" | "мысал" | "пример" => {
                provision.tests.extend(parse_test(self.file, range.start, text, self.diags));
            }
            _ => {}
        }
    }

    /// Keys and texts are paragraphs whose lines begin with a known word and a colon; any other paragraph is prose.
    fn paragraph(&mut self, range: Range<usize>) {
        let (text, mut offset) = (self.text, range.start);
        let mut open: Option<Lang> = None;
        // A paragraph with one known key is a paragraph of keys, so that a misspelt one among them is seen.
        let key_of = |line: &str| line.split_once(':').map(|(k, _)| k.trim().to_owned());
        let keyed = text[range.clone()].lines().filter_map(key_of).any(|k| KEYS.contains(&k.as_str()));
        for line in text[range].split_inclusive('\n') {
            let at = offset..offset + line.trim_end().len();
            offset += line.len();
            let Some((key, value)) = line.trim_end().split_once(':') else {
                self.continue_text(open, line);
                continue;
            };
            let value_at = at.start + key.len() + 1 + (value.len() - value.trim_start().len())..at.end;
            let (key, value) = (key.trim(), value.trim());
            if let Some(lang) = Lang::from_code(key) {
                open = Some(lang);
                if let Some(p) = self.provisions.last_mut() {
                    value.clone_into(p.texts.get_mut(lang));
                }
            } else if KEYS.contains(&key) {
                self.key(key, value, value_at);
            } else if open.is_some() {
                self.continue_text(open, line);
            } else if keyed {
                let near = nearest(key, KEYS).join(", ");
                let d = Diagnostic::error(Code::UnknownKey, self.span(at.start..at.start + key.len()));
                self.diags.push(d.arg("key", key).arg("near", near).arg("known", KEYS.join(", ")));
            }
        }
    }

    fn continue_text(&mut self, open: Option<Lang>, line: &str) {
        if let (Some(lang), Some(p)) = (open, self.provisions.last_mut()) {
            let text = p.texts.get_mut(lang);
            text.push(' ');
            text.push_str(line.trim());
        }
    }

    fn key(&mut self, key: &str, value: &str, at: Range<usize>) {
        let span = self.span(at);
        let bad = |reader: &mut Self, known: &str| {
            let d = Diagnostic::error(Code::BadValue, span).arg("key", key).arg("value", value);
            reader.diags.push(d.arg("known", known));
        };
        let name = || Name { text: value.to_owned(), span };
        let Some(i) = self.provisions.len().checked_sub(1) else { return };
        match key {
            "edition" => self.provisions[i].edition = Some(name()),
            "source" => match value {
                "primary" => self.provisions[i].source = Some(SourceStatus::Primary),
                "secondary" => self.provisions[i].source = Some(SourceStatus::Secondary),
                "proposed" => self.provisions[i].source = Some(SourceStatus::Proposed),
                "not-seen" => self.diags.push(Diagnostic::error(Code::NotSeen, span)),
                _ => bad(self, "primary, secondary, proposed"),
            },
            "proposed by" => self.provisions[i].proposed_by = Some(value.to_owned()),
            "point" => self.provisions[i].points = value.split(',').map(|p| p.trim().to_owned()).collect(),
            "in force" => match in_force(value) {
                Some(days) => self.provisions[i].in_force = Some(days),
                None => bad(self, "2026-01-18, 2026-01-18 until 2027-01-01"),
            },
            _ => match citation(value, span) {
                Some(cite) => self.provisions[i].cite = Some(cite),
                None => self.diags.push(Diagnostic::error(Code::BadCitation, span).arg("found", value)),
            },
        }
    }
}

fn in_force(value: &str) -> Option<InForce> {
    let (from, until) = match value.split_once(" until ") {
        Some((from, until)) => (from, Some(until.trim().parse::<Date>().ok()?)),
        None => (value, None),
    };
    Some(InForce { from: from.trim().parse().ok()?, until })
}

/// `ACT [ARTICLE [pPART] [sSUBPARAGRAPH]]`.
fn citation(value: &str, span: Span) -> Option<Citation> {
    let mut words = value.split_whitespace();
    let act = words.next()?.to_owned();
    let article = words.next().unwrap_or_default().to_owned();
    let (mut part, mut sub) = (None, None);
    for word in words {
        let (slot, rest) = match word.as_bytes()[0] {
            b'p' => (&mut part, &word[1..]),
            b's' => (&mut sub, &word[1..]),
            _ => return None,
        };
        if rest.is_empty() || slot.is_some() {
            return None;
        }
        *slot = Some(rest.to_owned());
    }
    Some(Citation { act, article, part, sub, span })
}
