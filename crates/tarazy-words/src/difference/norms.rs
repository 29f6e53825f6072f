//! Norms that differ, each with its points.

use tarazy_law::decide::answer::PersonRef;
use tarazy_law::model::{Corpus, Rulebook};
use tarazy_law::{Lang, Text3};
use tarazy_review::difference::{Cause, Changed, How, Part};

use super::{Entry, Point, Told};
use crate::condition::Shelf;
use crate::review::listed;
use crate::view::{View, heading_in};
use crate::words::Words;

/// Puts differences into words.
pub(super) struct Teller<'a> {
    pub words: &'a Words,
    pub corpus: &'a Corpus,
    /// The first edition and the second.
    pub books: &'a [Rulebook; 2],
    /// Whom conditions speak of: the person whom the norm is about, and others.
    persons: Vec<PersonRef>,
    /// So many ways are told.
    pub most: Option<usize>,
}

impl<'a> Teller<'a> {
    pub(super) fn new(
        words: &'a Words,
        corpus: &'a Corpus,
        books: &'a [Rulebook; 2],
        most: Option<usize>,
    ) -> Teller<'a> {
        let person = |(i, key): (usize, &str)| {
            let mut name = Text3::default();
            for lang in Lang::ALL {
                *name.get_mut(lang) = words.say(key);
            }
            PersonRef { id: i.to_string(), name }
        };
        let persons = ["diff-person", "diff-other", "diff-third"].into_iter().enumerate().map(person).collect();
        Teller { words, corpus, books, persons, most }
    }

    /// The edition (0 the first, 1 the second) with the persons of conditions.
    pub(super) fn shelf(&self, which: usize) -> Shelf<'_> {
        let book = &self.books[which];
        let view = View::of_scene(self.words, self.corpus, &book.selection.edition, &self.persons);
        Shelf { view, book }
    }

    /// A norm by its place and heading.
    pub(super) fn norm(&self, which: usize, name: &str) -> String {
        let shelf = self.shelf(which);
        let norm = self.books[which].norms.iter().find(|n| n.id == name);
        shelf.at(name, norm.map(|n| n.provision))
    }

    /// Whatever has this name in one of the editions, the second first.
    pub(super) fn name(&self, name: &str) -> String {
        for which in [1, 0] {
            let (shelf, book) = (self.shelf(which), &self.books[which]);
            if let Some(n) = book.norms.iter().find(|n| n.id == name) {
                return shelf.at(name, Some(n.provision));
            }
            if let Some(e) = book.exceptions.iter().find(|e| e.id == name) {
                return shelf.at(name, Some(e.provision));
            }
            if let Some(d) = book.definitions.iter().find(|d| d.id == name) {
                return shelf.defined(name, Some(d.provision));
            }
        }
        self.shelf(1).name(name)
    }

    /// A norm that only one edition has, with what it says in our own words.
    pub(super) fn alone(&self, which: usize, name: &str) -> Entry {
        let norm = self.books[which].norms.iter().find(|n| n.id == name);
        let text = norm.map(|n| self.corpus.provision(n.provision).texts.get(self.words.lang).trim());
        let points = text.filter(|t| !t.is_empty()).map(|t| Point { said: t.to_owned(), ..Point::default() });
        Entry {
            name: name.to_owned(),
            said: self.norm(which, name),
            points: points.into_iter().collect(),
            ..Entry::default()
        }
    }

    /// A norm of both.
    pub(super) fn changed(&self, c: &Changed) -> Entry {
        let (words, mut points) = (self.words, Vec::new());
        if c.before != c.after {
            let args = [("before", c.before.as_str()), ("after", &c.after)];
            points.push(Point { said: words.say_with("diff-matched-place", &args), ..Point::default() });
        }
        for (key, cases) in [("diff-applies", &c.applies), ("diff-no-longer", &c.no_longer)] {
            points.extend(cases.as_ref().map(|cases| self.cases(words.say(key), cases)));
        }
        points.extend(c.clauses.iter().flat_map(|change| self.change(&c.after, change)));
        let own = |cause: &&Cause| cause.what != Part::Norm || cause.name != c.after;
        let causes: Vec<String> = c.causes.iter().filter(own).map(|cause| self.cause(cause)).collect();
        if !causes.is_empty() {
            let said = words.say_with("diff-because", &[("what", &listed(words, &causes))]);
            points.push(Point { said, ..Point::default() });
        }
        Entry { name: c.after.clone(), said: self.norm(1, &c.after), points, ..Entry::default() }
    }

    fn cause(&self, cause: &Cause) -> String {
        let what = match cause.what {
            Part::Norm => "norm",
            Part::Definition => "definition",
            Part::Exception => "exception",
        };
        let how = match cause.how {
            How::Gained => "gained",
            How::Lost => "lost",
            How::Changed => "changed",
        };
        self.words.say_with("diff-cause", &[("how", how), ("what", what), ("name", &self.name(&cause.name))])
    }

    /// A heading as it stands over a name, without its place.
    pub(super) fn heading(&self, name: &str) -> String {
        let provision = self.shelf(1).view.provision(name).or_else(|| self.shelf(0).view.provision(name));
        let heading = provision.map(|p| heading_in(&p.heading, self.words.lang)).filter(|h| !h.is_empty());
        heading.unwrap_or(name).to_owned()
    }

    /// At most so many of these are told.
    pub(super) fn some(&self, ways: Vec<Told>) -> (Vec<Told>, Option<String>) {
        let most = self.most.unwrap_or(ways.len());
        let more = ways.len().saturating_sub(most);
        let more = (more > 0).then(|| self.words.say_with("diff-more", &[("count", &more.to_string())]));
        (ways.into_iter().take(most).collect(), more)
    }
}
