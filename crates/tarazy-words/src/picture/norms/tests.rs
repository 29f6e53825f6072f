//! In no picture of norms does anything lie over anything else, and everything drawn is said.
#![allow(clippy::unwrap_used)]

use tarazy_law::Lang;
use tarazy_law::model::{Corpus, ProvId, Rulebook, Selection};

use super::graph::Graph;
use super::{Relations, narrow, relations, relations_of, wide};
use crate::condition::Shelf;
use crate::picture::tests::{in_order, sources, well_formed};
use crate::view::View;
use crate::words::Words;

fn books(corpus: &Corpus) -> Vec<Rulebook> {
    let select = |name: &String| Selection { edition: name.clone(), as_of: None };
    corpus.editions.iter().map(|e| corpus.book(&select(&e.name))).collect()
}

fn check(graph: &Graph, view: &View<'_>, name: &str) {
    in_order(&wide::draw(view, graph), &format!("{name} wide"));
    in_order(&narrow::draw(view, graph), &format!("{name} narrow"));
}

fn said(relations: &Relations) {
    well_formed(&relations.narrow, &relations.wide);
    assert!(!relations.wide.contains('⟨') && !relations.summary.contains('⟨'), "{}", relations.summary);
    assert!(relations.links.iter().all(|l| !l.means.contains('⟨') && !l.from.1.is_empty() && !l.to.1.is_empty()));
}

#[test]
fn every_edition_is_drawn_in_order() {
    let corpus = Corpus::load(sources("law")).corpus;
    let mut groups = 0;
    for book in books(&corpus) {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let shelf = Shelf { view: View::of_edition(&words, &corpus, &book.selection.edition), book: &book };
            for (i, graph) in Graph::groups(&shelf).iter().enumerate() {
                check(graph, &shelf.view, &format!("{} {} {i}", book.selection.edition, lang.code()));
                groups += 1;
            }
            relations(&words, &corpus, &book, "Norms").iter().for_each(said);
        }
    }
    assert!(groups >= 3 * 5, "{groups}");
}

#[test]
fn every_article_is_drawn_in_order() {
    let corpus = Corpus::load(sources("law")).corpus;
    let mut drawn = 0;
    for book in books(&corpus) {
        let words = Words::new(Lang::Kk);
        let shelf = Shelf { view: View::of_edition(&words, &corpus, &book.selection.edition), book: &book };
        let mut articles: Vec<(String, String)> = Vec::new();
        for (_, p) in corpus.provisions() {
            let article = p.cite.as_ref().map(|c| (c.act.clone(), c.article.clone()));
            articles.extend(article.filter(|a| !articles.contains(a)));
        }
        for article in articles {
            let here = |p: &tarazy_law::model::ProvisionInfo| {
                p.cite.as_ref().is_some_and(|c| (&c.act, &c.article) == (&article.0, &article.1))
            };
            let own: Vec<ProvId> = corpus.provisions().filter(|(_, p)| here(p)).map(|(id, _)| id).collect();
            check(&Graph::around(&shelf, &own), &shelf.view, &format!("{} {article:?}", book.selection.edition));
            if let Some(relations) = relations_of(&words, &corpus, &book, "Norms", &own) {
                said(&relations);
                drawn += 1;
            }
        }
    }
    assert!(drawn > 20, "{drawn}");
}

#[test]
fn a_picture_of_many_things_stays_in_order() {
    // Everybody bears everything, everything is an exception from everything, in circles too.
    let mut page = String::from(
        "# Т / Т / T\n\nedition: base\nsource: primary\ncite: x 1\n\nkk: ә\n\nru: а\n\nen: a\n\n```norm\nedition base in force 2020-01-01\n  title kk \"а\" ru \"а\" en \"a\"\n\nact x\n  title kk \"а\" ru \"а\" en \"a\"\n  short kk \"а\" ru \"а\" en \"a\"\n  divided into points\n```\n\n",
    );
    page.push_str("## р / р / r {#r1}\n\nkk: ә?\n\nru: а?\n\nen: a?\n\n```norm\nrole r1(person, system)\n```\n\n");
    for i in 0..14 {
        page.push_str(&format!(
            "## Норма{i} / Норма {i} / Norm {} {{#n{i}}}\n\ncite: x 1 p{i}\n\nkk: ә\n\nru: а\n\nen: a\n\n```norm\nduty n{i}\n  bearer p where r1(p, system)\n",
            "long ".repeat(i * 3)
        ));
        for to in [(i * 5 + 1) % 14, (i * 3 + 2) % 14, (i + 7) % 14] {
            page.push_str(&format!("  {} n{to}\n", ["sanction ", "remedy   ", "procedure"][to % 3]));
        }
        page.push_str("```\n\n");
        page.push_str(&format!(
            "## Ерекше {i} / Исключение {i} / Exception {i} {{#e{i}}}\n\ncite: x 2\n\nkk: ә\n\nru: а\n\nen: a\n\n```norm\ndisplacement e{i} of n{i}, n{} by n{}\n```\n\n",
            (i * 3 + 1) % 14,
            (i * 5 + 4) % 14
        ));
    }
    let source = tarazy_law::Source { path: "x.md".to_owned(), text: page };
    let corpus = Corpus::load(vec![source]).corpus;
    let book = &books(&corpus)[0];
    assert!(book.norms.len() == 14 && book.exceptions.len() == 14, "{} {}", book.norms.len(), book.exceptions.len());
    let words = Words::new(Lang::En);
    let shelf = Shelf { view: View::of_edition(&words, &corpus, "base"), book };
    let groups = Graph::groups(&shelf);
    assert_eq!(groups.len(), 1);
    check(&groups[0], &shelf.view, "many");
}
