//! What a picture of a small case looks like, and says.
#![allow(clippy::unwrap_used)]

mod common;

use common::{case, corpus, decisions, golden, read};
use tarazy_law::Lang;
use tarazy_law::case::Case;
use tarazy_law::decide::Decision;
use tarazy_law::model::Corpus;
use tarazy_words::{Words, picture};

fn shown(corpus: &Corpus, case: &Case, decision: &Decision, lang: Lang) -> String {
    let p = picture(&Words::new(lang), corpus, case, decision);
    let mut out = format!("{}\n{}\n\n", p.title, p.summary);
    for part in &p.words {
        out.push_str(&format!("{}\n", part.heading));
        for line in &part.lines {
            out.push_str(&format!("- {line}\n"));
        }
    }
    format!("{out}\n{}\n{}", p.narrow, p.wide)
}

#[test]
fn somebody_answers() {
    let corpus = corpus();
    let case = case(&corpus);
    let decision = &decisions(&corpus, &case)[0];
    for lang in Lang::ALL {
        golden(&format!("picture.{}.txt", lang.code()), &shown(&corpus, &case, decision, lang));
    }
}

#[test]
fn it_is_open_who_answers() {
    let corpus = corpus();
    let case = read(
        &corpus,
        "id = \"open\"\n[title]\nkk = \"Ашық іс\"\nru = \"Открытое дело\"\nen = \"An open case\"\n[persons.a]\nowner = \"unknown\"\nmanaged = false\n\
         published = { disputed = [true, false] }\n[persons.b]\nowner = false\n",
    );
    let decision = &decisions(&corpus, &case)[1];
    for lang in Lang::ALL {
        golden(&format!("picture-open.{}.txt", lang.code()), &shown(&corpus, &case, decision, lang));
    }
}
