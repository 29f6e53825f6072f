//! Where a name is declared, and where it is said.

use crate::index::{Site, mention_at, word_at};
use crate::remark::Place;
use crate::walk::{How, Kind, Thing, nfc};
use crate::world::Law;

/// What stands at a place.
pub(crate) struct Pointed {
    /// What it is, under its first name.
    pub thing: Thing,
    /// Where its name begins and ends.
    pub place: Place,
    /// The mention; nothing where the item around it cannot be read.
    pub site: Option<Site>,
}

/// What stands at a byte of a page.
pub(crate) fn pointed(law: &Law, page: usize, at: usize) -> Option<Pointed> {
    let (tree, file, index) = (&law.pages[page], law.file(page), law.index());
    if let Some(mention) = mention_at(tree, at) {
        let m = &tree.mentions[mention];
        let place = Place { page: file.path.clone(), start: m.start as usize, end: m.end as usize };
        return Some(Pointed { thing: index.thing(page, m), place, site: Some(Site { page, mention }) });
    }
    let word = word_at(&file.text, at)?;
    let thing = index.by_word(&nfc(law.file(page).text.get(word.span.start as usize..word.span.end as usize)?))?;
    let place = Place { page: file.path.clone(), start: word.span.start as usize, end: word.span.end as usize };
    Some(Pointed { thing, place, site: None })
}

/// The place of a mention.
pub(crate) fn place(law: &Law, site: Site) -> Place {
    let m = &law.pages[site.page].mentions[site.mention];
    Place { page: law.file(site.page).path.clone(), start: m.start as usize, end: m.end as usize }
}

/// How a mention is said.
pub(crate) fn how(law: &Law, site: Site) -> How {
    law.pages[site.page].mentions[site.mention].how
}

/// The sites that declare a thing, the one that replaces it in a later edition among them.
pub(crate) fn declarations<'a>(law: &'a Law, thing: &Thing) -> impl Iterator<Item = (Site, Kind)> + 'a {
    law.index().sites(thing).iter().filter_map(|s| match how(law, *s) {
        How::Declared(kind) | How::Replaced(kind) => Some((*s, kind)),
        _ => None,
    })
}

/// The sites that a `prefix.*` at a place reaches; nothing where there is no pattern.
pub(crate) fn reached(law: &Law, pointed: &Pointed) -> Option<Vec<Site>> {
    let site = pointed.site?;
    let (How::Pattern(kind), Thing::Element(prefix)) = (how(law, site), &pointed.thing) else { return None };
    Some(law.index().reached(&law.pages, prefix, kind))
}

/// Where what stands at a place is declared.
pub(crate) fn definition(law: &Law, pointed: &Pointed) -> Vec<Place> {
    let sites = match reached(law, pointed) {
        Some(sites) => sites,
        None => declarations(law, &pointed.thing).map(|(s, _)| s).collect(),
    };
    sites.into_iter().map(|s| place(law, s)).collect()
}

/// Where what stands at a place is said; patterns that reach it are said of it, too.
pub(crate) fn references(law: &Law, pointed: &Pointed, with_declarations: bool) -> Vec<Place> {
    let mut sites: Vec<Site> = match reached(law, pointed) {
        Some(sites) => sites,
        None => law.index().sites(&pointed.thing).to_vec(),
    };
    if !with_declarations {
        sites.retain(|s| how(law, *s) == How::Used);
    }
    sites.extend(patterns(law, &pointed.thing));
    sites.sort_unstable();
    sites.dedup();
    sites.into_iter().map(|s| place(law, s)).collect()
}

/// The patterns that reach a norm.
pub(crate) fn patterns(law: &Law, thing: &Thing) -> Vec<Site> {
    let Thing::Element(name) = thing else { return Vec::new() };
    let kinds = declarations(law, thing).filter_map(|(_, k)| if let Kind::Norm(k) = k { Some(k) } else { None });
    let mut out: Vec<Site> = kinds.flat_map(|k| law.index().patterns(name, k)).collect();
    out.sort_unstable();
    out.dedup();
    out
}
