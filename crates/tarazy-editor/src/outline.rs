//! What a page holds, and where in the law something is found by its name; links that can be followed.

use lsp_types::{DocumentLink, DocumentSymbol, Location, SymbolInformation, SymbolKind};
use pulldown_cmark::{Event, Parser, Tag};
use tarazy_law::syntax::keyword::Kw;
use tarazy_law::syntax::lex::Tok;
use tarazy_words::{Words, heading_in};

use crate::goto::declarations;
use crate::index::block_at;
use crate::remark::Place;
use crate::rename::own;
use crate::say::{kind_of, label_of};
use crate::text::{Columns, Lines};
use crate::uri::{address, uri_of};
use crate::walk::{How, Kind, Thing};
use crate::world::{Law, World};

/// More than these nobody looks through.
const SHOWN: usize = 200;

/// How an editor shows a kind.
pub(crate) fn symbol(kind: Kind) -> SymbolKind {
    match kind {
        Kind::Fact | Kind::Value => SymbolKind::FIELD,
        Kind::Role => SymbolKind::INTERFACE,
        Kind::Definition => SymbolKind::FUNCTION,
        Kind::Norm(_) => SymbolKind::CLASS,
        Kind::Exception(_) | Kind::Relation => SymbolKind::EVENT,
        Kind::Ambiguity => SymbolKind::ENUM,
        Kind::Reading => SymbolKind::ENUM_MEMBER,
        Kind::Table => SymbolKind::ARRAY,
        Kind::Edition => SymbolKind::MODULE,
        Kind::Act => SymbolKind::PACKAGE,
        Kind::Authority => SymbolKind::NAMESPACE,
        Kind::Property => SymbolKind::PROPERTY,
        Kind::Person => SymbolKind::VARIABLE,
    }
}

/// The headings of a page with what is declared under each.
#[allow(deprecated)]
pub(crate) fn of_page(law: &Law, words: &Words, page: usize, columns: Columns) -> Vec<DocumentSymbol> {
    let (tree, text) = (&law.pages[page], &law.file(page).text);
    let lines = Lines::new(text, columns);
    let one = |name: String, detail: Option<String>, kind, whole, own, children: Vec<DocumentSymbol>| DocumentSymbol {
        name,
        detail,
        kind,
        tags: None,
        deprecated: None,
        range: whole,
        selection_range: own,
        children: (!children.is_empty()).then_some(children),
    };
    let provisions = &tree.page.provisions;
    let mut out = Vec::new();
    for (i, p) in provisions.iter().enumerate() {
        let end = provisions.get(i + 1).map_or(text.len(), |next| next.span.start as usize);
        let items = p.items.iter().filter_map(|item| {
            let at = item.name.span.start;
            let m = tree.mentions.iter().find(|m| m.start == at)?;
            let (How::Declared(kind) | How::Replaced(kind)) = m.how else { return None };
            let (whole, own) = (item.span, item.name.span);
            let whole = lines.range(whole.start as usize, whole.end as usize);
            let own = lines.range(own.start as usize, own.end as usize);
            Some(one(item.name.text.clone(), Some(kind_of(words, kind)), symbol(kind), whole, own, Vec::new()))
        });
        let heading = heading_in(&p.heading, words.lang).to_owned();
        let name = if heading.is_empty() { "#".to_owned() } else { heading };
        let own = lines.range(p.span.start as usize, p.span.end as usize);
        let whole = lines.range(p.span.start as usize, end);
        let id = p.id.as_ref().map(|i| i.text.clone());
        out.push(one(name, id, SymbolKind::STRING, whole, own, items.collect()));
    }
    out
}

/// What is declared anywhere under a name or a heading like this.
#[allow(deprecated)]
pub(crate) fn of_law(law: &Law, world: &World, words: &Words, query: &str, columns: Columns) -> Vec<SymbolInformation> {
    let wanted = crate::walk::nfc(query).to_lowercase();
    let mut out = Vec::new();
    for (thing, _) in law.index().things() {
        if matches!(thing, Thing::Person(..) | Thing::Value(..) | Thing::Reading(..)) {
            continue;
        }
        let also: Vec<&str> = law.index().other_names(own(thing)).collect();
        for (site, kind) in declarations(law, thing) {
            let label = label_of(law, words, site);
            let hay = [own(thing), &label].into_iter().chain(also.iter().copied());
            if !hay.into_iter().any(|h| h.to_lowercase().contains(&wanted)) {
                continue;
            }
            let place = crate::goto::place(law, site);
            let Some(location) = location(law, world, &place, columns) else { continue };
            out.push(SymbolInformation {
                name: own(thing).to_owned(),
                kind: symbol(kind),
                tags: None,
                deprecated: None,
                location,
                container_name: Some(label).filter(|l| !l.is_empty()),
            });
        }
        if out.len() >= SHOWN {
            break;
        }
    }
    out
}

/// A place as editors write it.
pub(crate) fn location(law: &Law, world: &World, place: &Place, columns: Columns) -> Option<Location> {
    let text = &law.file(law.find(&place.page)?).text;
    let range = Lines::new(text, columns).range(place.start, place.end);
    Some(Location { uri: world.uri_of(&place.page)?, range })
}

/// Links of the prose to other pages and to the world, and the addresses where acts are published.
pub(crate) fn links(law: &Law, root: &str, page: usize, columns: Columns) -> Vec<DocumentLink> {
    let file = law.file(page);
    let lines = Lines::new(&file.text, columns);
    let link = |start: usize, end: usize, to: &str| {
        let target =
            if to.contains(':') { address(to) } else { uri_of(&format!("{root}/{}", beside(&file.path, to)?)) };
        Some(DocumentLink { range: lines.range(start, end), target: Some(target?), tooltip: None, data: None })
    };
    let mut out = Vec::new();
    for (event, range) in Parser::new(&file.text).into_offset_iter() {
        if let Event::Start(Tag::Link { dest_url, .. }) = event {
            out.extend(link(range.start, range.end, &dest_url));
        }
    }
    let acts = law.pages[page].page.provisions.iter().flat_map(|p| &p.items);
    for item in acts {
        let Some(block) = block_at(&file.text, item.span.start as usize) else { continue };
        let inside = |at: u32| item.span.start <= at && at < item.span.end;
        for pair in block.tokens.windows(2) {
            if let (Some(Kw::Link), Tok::Text(to), true) = (pair[0].kw, &pair[1].tok, inside(pair[0].span.start)) {
                let (start, end) = (pair[1].span.start as usize, pair[1].span.end as usize);
                // Between the quotation marks.
                let mark = |c: Option<char>| c.map_or(0, char::len_utf8);
                let (first, last) = (file.text[start..end].chars().next(), file.text[start..end].chars().next_back());
                out.extend(link(start + mark(first), end - mark(last), to));
            }
        }
    }
    out.sort_by_key(|l| (l.range.start.line, l.range.start.character));
    out
}

/// A path as it is written in a page, from the root of the law.
fn beside(page: &str, to: &str) -> Option<String> {
    let to = to.split('#').next().filter(|t| !t.is_empty())?;
    let mut out: Vec<&str> = page.split('/').collect();
    out.pop();
    for part in to.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                out.pop()?;
            }
            part => out.push(part),
        }
    }
    Some(out.join("/"))
}
