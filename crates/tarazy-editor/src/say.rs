//! What a name stands for, said in the reader's language; and the law's own texts in all three.

use tarazy_law::model::{Domain, ProvisionInfo, VocabFact};
use tarazy_law::syntax::ast::{Item, ItemKind, ReadingDecl};
use tarazy_law::syntax::keyword::Kw;
use tarazy_law::{Lang, Text3};
use tarazy_words::{View, Words, date, heading_in};

use crate::goto::{Pointed, declarations, reached};
use crate::index::Site;
use crate::rename::own;
use crate::walk::{Kind, Thing};
use crate::world::Law;

/// More names than these nobody reads in a list of what a pattern reaches.
const SHOWN: usize = 20;

/// A kind in words.
pub(crate) fn kind_of(words: &Words, kind: Kind) -> String {
    let key = match kind {
        Kind::Fact => "show-fact".to_owned(),
        Kind::Role => "show-role".to_owned(),
        Kind::Definition => "step-definition".to_owned(),
        Kind::Norm(k) => format!("kind-{}", k.as_str()),
        Kind::Exception(k) => format!("step-{}", k.as_str()),
        Kind::Ambiguity => "editor-ambiguity".to_owned(),
        Kind::Table => "editor-table".to_owned(),
        Kind::Edition => "editor-edition".to_owned(),
        Kind::Act => "editor-act".to_owned(),
        Kind::Authority => "editor-authority".to_owned(),
        Kind::Property => "editor-property".to_owned(),
        Kind::Relation => "editor-relation".to_owned(),
        Kind::Value => "editor-value".to_owned(),
        Kind::Reading => "editor-reading".to_owned(),
        Kind::Person => "editor-person".to_owned(),
    };
    words.say(&key).trim_end_matches(',').to_lowercase()
}

/// The heading under which a site stands.
pub(crate) fn provision(law: &Law, site: Site) -> Option<&ProvisionInfo> {
    let at = law.pages[site.page].mentions[site.mention].start;
    let above = law.corpus().provisions().map(|(_, p)| p);
    above.filter(|p| p.span.file.0 as usize == site.page && p.span.start <= at).last()
}

/// A few words for what is declared at a site: its heading or its title.
pub(crate) fn label_of(law: &Law, words: &Words, site: Site) -> String {
    let m = &law.pages[site.page].mentions[site.mention];
    let title = match law.index().thing(site.page, m) {
        Thing::Act(name) => law.corpus().acts.get(&name).map(|a| words.of(&a.short).to_owned()),
        Thing::Authority(name) => law.corpus().authorities.get(&name).map(|t| words.of(t).to_owned()),
        Thing::Edition(name) => law.corpus().edition(&name).map(|e| words.of(&e.title).to_owned()),
        Thing::Value(fact, value) => value_label(law, &fact, &value).map(|t| words.of(&t).to_owned()),
        Thing::Reading(ambiguity, reading) => reading_label(law, &ambiguity, &reading).map(|t| words.of(&t).to_owned()),
        Thing::Element(_) | Thing::Person(..) => None,
    };
    title.or_else(|| Some(heading_in(&provision(law, site)?.heading, words.lang).to_owned())).unwrap_or_default()
}

fn fact<'a>(law: &'a Law, name: &str) -> Option<&'a VocabFact> {
    let vocabulary = &law.corpus().vocabulary;
    Some(vocabulary.fact(vocabulary.find(name)?))
}

fn value_label(law: &Law, name: &str, value: &str) -> Option<Text3> {
    let fact = fact(law, name)?;
    let index = fact.value_index(value)?;
    let said = |lang| fact.value_label(index, lang).unwrap_or(value).to_owned();
    Some(Text3 { kk: said(Lang::Kk), ru: said(Lang::Ru), en: said(Lang::En) })
}

fn reading_label(law: &Law, ambiguity: &str, reading: &str) -> Option<Text3> {
    let readings = law.corpus().declarations(ambiguity).flat_map(|(_, item)| readings_of(item));
    readings.filter(|r| r.name.text == reading).last().map(|r| r.label.clone())
}

fn readings_of(item: &Item) -> &[ReadingDecl] {
    match &item.kind {
        ItemKind::Ambiguity(readings) => readings,
        ItemKind::Definition(rule) | ItemKind::Norm(_, rule) => &rule.readings,
        ItemKind::Exception(e) => &e.rule.readings,
        _ => &[],
    }
}

/// What stands at a place, in Markdown.
pub(crate) fn hover(law: &Law, words: &Words, pointed: &Pointed) -> Option<String> {
    if let Some(sites) = reached(law, pointed) {
        let names = sites.iter().map(|s| format!("`{}`", own(&law.pages[s.page].mentions[s.mention].thing)));
        let mut names: Vec<String> = names.collect();
        names.dedup();
        let more = names.len() > SHOWN;
        names.truncate(SHOWN);
        return Some(format!("{}{}", names.join(", "), if more { ", …" } else { "" }));
    }
    let said = match &pointed.thing {
        Thing::Value(name, value) => {
            let kind = kind_of(words, Kind::Value);
            format!("**{kind}** · `{name}` = `{value}`\n\n{}", three(&value_label(law, name, value)?))
        }
        Thing::Reading(ambiguity, reading) => {
            let kind = kind_of(words, Kind::Reading);
            format!("**{kind}** · `{ambiguity}` = `{reading}`\n\n{}", three(&reading_label(law, ambiguity, reading)?))
        }
        Thing::Person(_, name) => format!("**{}** · `{name}`", kind_of(words, Kind::Person)),
        thing => {
            let declared: Vec<String> =
                declarations(law, thing).map(|(site, kind)| declared(law, words, thing, site, kind)).collect();
            declared.join("\n\n---\n\n")
        }
    };
    Some(said).filter(|s| !s.is_empty())
}

/// A keyword in its three languages.
pub(crate) fn keyword(words: &Words, kw: Kw) -> Option<String> {
    let (_, [en, kk, ru]) = Kw::TABLE.iter().find(|(k, _)| *k == kw)?;
    Some(format!("**{}** · kk `{kk}` · ru `{ru}` · en `{en}`", words.say("editor-keyword")))
}

fn declared(law: &Law, words: &Words, thing: &Thing, site: Site, kind: Kind) -> String {
    let corpus = law.corpus();
    let mut head = vec![format!("**{}**", kind_of(words, kind))];
    let mut about: Vec<String> = vec![format!("`{}`", own(thing))];
    about.extend(law.index().other_names(own(thing)).map(|n| format!("`{n}`")));
    about[1..].sort();
    let info = provision(law, site);
    let view = info.map(|p| View::of_edition(words, corpus, &p.edition));
    let mut texts = None;
    match thing {
        Thing::Act(name) => {
            let Some(act) = corpus.acts.get(name) else { return String::new() };
            head.push(plain(words.of(&act.short)));
            about.extend(act.number.as_ref().map(|n| format!("№ {}", plain(n))));
            about.extend(act.date.map(|d| date(words, &d.to_string())));
            about.extend(act.link.as_ref().map(|l| format!("<{l}>")));
            texts = Some(act.title.clone());
        }
        Thing::Authority(name) => texts = corpus.authorities.get(name).cloned(),
        Thing::Edition(name) => {
            let Some(e) = corpus.edition(name) else { return String::new() };
            about.extend(e.also.iter().map(|n| format!("`{n}`")));
            about.extend(e.on.as_ref().map(|on| format!("→ `{on}`")));
            about
                .extend(e.in_force.map(|d| words.say_with("in-force-since", &[("day", &date(words, &d.to_string()))])));
            texts = Some(e.title.clone());
        }
        _ => {
            if let (Some(p), Some(view)) = (info, &view) {
                let place = view.place_of(p);
                head.extend(Some(plain(&place)).filter(|p| !p.is_empty()));
                head.push(plain(heading_in(&p.heading, words.lang)));
                about.push(plain(&view.edition(&p.edition)));
                about.push(plain(&view.source_of(p)));
                texts = Some(p.texts.clone());
            }
        }
    }
    let mut out = format!("{}\n\n{}", head.join(" · "), about.join(" · "));
    if let Some(texts) = texts.filter(|t| t.missing().count() < 3) {
        out.push_str(&format!("\n\n{}", three(&texts)));
    }
    if let Some(fact) = fact(law, own(thing)).filter(|_| matches!(kind, Kind::Fact | Kind::Role)) {
        out.push_str(&format!("\n\n{}", answers(words, fact)));
        if fact.assessed {
            out.push_str(&format!("\n\n{}", plain(&words.say("question-assessed"))));
        }
    }
    out
}

/// What a fact can be.
fn answers(words: &Words, fact: &VocabFact) -> String {
    let mut out: Vec<String> = match &fact.domain {
        Domain::YesNo => vec![words.say("value-yes"), words.say("value-no")],
        Domain::OneOf(values) => values.iter().map(|(v, said)| format!("`{v}` – {}", plain(words.of(said)))).collect(),
        Domain::Date => vec![words.say("answer-date")],
        Domain::Number => vec![words.say("answer-number")],
    };
    if fact.may_be_inapplicable {
        out.push(words.say("value-not-applicable"));
    }
    out.iter().map(|a| format!("- {a}")).collect::<Vec<_>>().join("\n")
}

/// A text in its three languages, each a paragraph.
fn three(text: &Text3) -> String {
    let one = |lang: Lang| format!("**{}** {}", lang.code(), plain(text.get(lang)));
    Lang::ALL.into_iter().filter(|l| !text.get(*l).trim().is_empty()).map(one).collect::<Vec<_>>().join("\n\n")
}

/// Text that Markdown leaves as it is.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
