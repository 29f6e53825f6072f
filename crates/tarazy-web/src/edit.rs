//! Changes of a case, and how they are kept.

use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tarazy_law::case::{Case, Entry, FactKey, Person, PersonIdx, State};
use tarazy_law::write_case::write_case;
use tarazy_law::{Lang, Text3};
use tarazy_store::{Changed, Holder};

use crate::site::Site;
use crate::subject::{blocking, read};
use crate::trouble::Trouble;

/// So often a change is tried again when another came between.
const TRIES: usize = 5;

/// What a change was, for the history.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub(crate) enum Note {
    /// The case was begun.
    Begun,
    /// It was begun with a copy of a sample or a file.
    Copied {
        /// Of what.
        from: String,
    },
    /// Title or summary were written.
    Described,
    /// A person was added or changed.
    Person {
        /// Who.
        name: String,
    },
    /// A person was taken out.
    Removed {
        /// Who.
        name: String,
    },
    /// A question was answered.
    Answered {
        /// Which.
        fact: String,
        /// About whom.
        persons: Vec<String>,
    },
    /// An older version was brought back.
    Restored {
        /// Which.
        number: u32,
    },
}

impl Note {
    fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A note as it was kept.
    pub(crate) fn read(text: &str) -> Option<Note> {
        serde_json::from_str(text).ok()
    }
}

/// Begins to keep a case.
pub(crate) async fn keep(site: &Arc<Site>, case: Case, note: Note) -> Result<Holder, Trouble> {
    blocking(site, move |site| {
        site.store.create(&write_case(site.law.corpus, &case).to_string(), &note.text(), Timestamp::now())
    })
    .await
}

/// Changes a kept case. Where another change came between, the same is done to what that one left.
pub(crate) async fn change(
    site: &Arc<Site>,
    holder: &Holder,
    note: Note,
    change: impl Fn(&mut Case) + Send + 'static,
) -> Result<(), Trouble> {
    let holder = holder.clone();
    blocking(site, move |site| {
        let corpus = site.law.corpus;
        for _ in 0..TRIES {
            let Some(kept) = site.store.by_holder(&holder)? else { return Ok(Err(Trouble::NotFound)) };
            let mut case = read(corpus, &kept.document);
            change(&mut case);
            let document = write_case(corpus, &case).to_string();
            if let Changed::Done(_) =
                site.store.change(&holder, kept.revision, &document, &note.text(), Timestamp::now())?
            {
                return Ok(Ok(()));
            }
        }
        Ok(Err(Trouble::Busy))
    })
    .await?
}

/// Answers a question. What was supposed before is now said.
pub(crate) fn answer(case: &mut Case, key: FactKey, entry: Entry) {
    if entry.state == State::NotAsked {
        case.facts.remove(&key);
    } else {
        case.facts.insert(key, entry);
    }
}

/// A text that was the same in every language stays so; one that was not changes in the language in which it was written.
pub(crate) fn write_in(text: &mut Text3, lang: Lang, new: &str) {
    if *text == Text3::same(&text.kk) {
        *text = Text3::same(new);
    } else {
        new.clone_into(text.get_mut(lang));
    }
}

/// A new person, with a name in the case that nobody else has.
pub(crate) fn add_person(case: &mut Case, name: &str) -> PersonIdx {
    // One of so many names is free: there is one more than there are persons.
    let names = (1..=case.persons.len() + 1).map(|n| format!("p{n}"));
    let id = names.into_iter().find(|id| case.person(id).is_none()).unwrap_or_default();
    case.persons.push(Person { id, name: Text3::same(name) });
    case.persons.len() - 1
}

/// Takes a person out, with everything that is said about them.
pub(crate) fn remove_person(case: &mut Case, gone: PersonIdx, about: impl Fn(FactKey) -> usize) {
    let place = |p: u8| if usize::from(p) > gone { p - 1 } else { p };
    let facts = std::mem::take(&mut case.facts);
    for (key, entry) in facts {
        let persons = &key.persons[..about(key)];
        if !persons.iter().any(|p| usize::from(*p) == gone) {
            let mut moved = key;
            for p in &mut moved.persons[..about(key)] {
                *p = place(*p);
            }
            case.facts.insert(moved, entry);
        }
    }
    case.expect.retain(|e| e.person != Some(gone));
    for e in &mut case.expect {
        e.person = e.person.map(|p| if p > gone { p - 1 } else { p });
    }
    case.persons.remove(gone);
}
