//! One thing gets another name, in every page at once, or not at all.

use tarazy_law::source::FileId;
use tarazy_law::syntax::lex::{Tok, lex};

use crate::goto::{Pointed, declarations, patterns, place};
use crate::index::Site;
use crate::remark::Place;
use crate::walk::{How, Kind, Thing, UNLESS, nfc};
use crate::world::Law;

/// Why it cannot be renamed: the key of the message, with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    /// The key.
    pub key: &'static str,
    /// Its values.
    pub args: Vec<(&'static str, String)>,
}

fn refused<T>(key: &'static str, args: &[(&'static str, &str)]) -> Result<T, Refused> {
    Err(Refused { key, args: args.iter().map(|(n, v)| (*n, (*v).to_owned())).collect() })
}

/// The name at a place as it is written there, if it can have another.
pub(crate) fn renamable(law: &Law, pointed: &Pointed) -> Result<String, Refused> {
    let Some(site) = pointed.site.filter(|_| declarations(law, &pointed.thing).next().is_some()) else {
        return refused("editor-rename-nothing", &[]);
    };
    if matches!(mention(law, site).how, How::Pattern(_)) {
        return refused("editor-rename-nothing", &[]);
    }
    // A name that stands in an item that cannot be read would be left behind.
    let concerned = |page: usize| !matches!(pointed.thing, Thing::Person(..)) || page == site.page;
    let broken = law.pages.iter().enumerate().filter(|(i, p)| p.broken && concerned(*i));
    let broken: Vec<&str> = broken.map(|(i, _)| law.file(i).path.as_str()).collect();
    if !broken.is_empty() {
        return refused("editor-rename-broken", &[("pages", &broken.join(", "))]);
    }
    Ok(own(&mention(law, site).thing).to_owned())
}

/// The places to change, and the name that they get.
pub(crate) fn rename(law: &Law, pointed: &Pointed, new: &str) -> Result<(String, Vec<Place>), Refused> {
    let old = renamable(law, pointed)?;
    let new = nfc(new.trim());
    if new == old {
        return Ok((new, Vec::new()));
    }
    if !is_name(&new) {
        return refused("editor-rename-not-a-name", &[("name", &new)]);
    }
    if taken(law, &pointed.thing, &new) {
        return refused("editor-rename-taken", &[("name", &new)]);
    }
    if let Some(pattern) = reach_changes(law, &pointed.thing, &new) {
        return refused("editor-rename-pattern", &[("name", &new), ("pattern", &pattern)]);
    }
    // A fact keeps its names in the other languages.
    let written = |s: &&Site| own(&mention(law, **s).thing) == old;
    let places = law.index().sites(&pointed.thing).iter().filter(written).map(|s| place(law, *s)).collect();
    Ok((new, places))
}

fn mention(law: &Law, site: Site) -> &crate::walk::Mention {
    &law.pages[site.page].mentions[site.mention]
}

/// The name of a thing, without what it is a part of.
pub(crate) fn own(thing: &Thing) -> &str {
    match thing {
        Thing::Element(n) | Thing::Act(n) | Thing::Authority(n) | Thing::Edition(n) => n,
        Thing::Value(_, n) | Thing::Reading(_, n) | Thing::Person(_, n) => n,
    }
}

/// One word that is not a keyword.
fn is_name(text: &str) -> bool {
    let mut diags = Vec::new();
    let tokens = lex(FileId(0), 0, text, &mut diags);
    let [word, end] = &tokens[..] else { return false };
    diags.is_empty() && matches!(&word.tok, Tok::Word(w) if w == text) && word.kw.is_none() && end.tok == Tok::End
}

fn taken(law: &Law, thing: &Thing, new: &str) -> bool {
    let (index, new) = (law.index(), new.to_owned());
    let same = match thing {
        Thing::Element(_) => {
            let inner = new.strip_suffix(UNLESS).is_some_and(|of| index.has_element(of));
            return inner || index.has_element(&new);
        }
        Thing::Act(_) => Thing::Act(new),
        Thing::Authority(_) => Thing::Authority(new),
        Thing::Edition(_) => index.canonical(&Thing::Edition(new)),
        Thing::Value(fact, _) => Thing::Value(fact.clone(), new),
        Thing::Reading(ambiguity, _) => Thing::Reading(ambiguity.clone(), new),
        Thing::Person(item, _) => Thing::Person(*item, new),
    };
    !index.sites(&same).is_empty()
}

/// A pattern that reaches the one name and not the other: with the new name the law would say something else.
fn reach_changes(law: &Law, thing: &Thing, new: &str) -> Option<String> {
    let before = patterns(law, thing);
    let kinds = declarations(law, thing).filter_map(|(_, k)| if let Kind::Norm(k) = k { Some(k) } else { None });
    let mut after: Vec<Site> = kinds.flat_map(|k| law.index().patterns(new, k)).collect();
    after.sort_unstable();
    after.dedup();
    let changed = before.iter().find(|s| !after.contains(s)).or_else(|| after.iter().find(|s| !before.contains(s)))?;
    Some(format!("{}.*", own(&mention(law, *changed).thing)))
}
