//! The law and the samples, made ready once and then only read.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use tarazy_law::case::Case;
use tarazy_law::decide::{Decision, Engine, Options, Verdict};
use tarazy_law::model::{Corpus, Loaded, Rulebook, Selection};
use tarazy_law::read_case::read_case;
use tarazy_law::{FileId, Source};
use tarazy_review::difference::{Difference, norms, of_findings};
use tarazy_review::{Context, Options as ReviewOptions, Review, review_editions, reviewable};

use crate::places::Places;
use crate::search::Index;

/// A sample case: as it was written, and as it was read.
pub struct Sample {
    /// The file.
    pub source: Source,
    /// The case.
    pub case: Case,
}

/// Every edition compiled, every sample read. Nothing in it ever changes, so all requests share it.
pub struct Law {
    /// The corpus.
    pub corpus: &'static Corpus,
    loaded: &'static Loaded,
    /// The samples, in the order in which they came.
    pub samples: Vec<Sample>,
    engines: Vec<Engine<'static>>,
    decided: OnceLock<Vec<Decision>>,
    reviews: OnceLock<Vec<Review>>,
    /// For each edition, what is different in each.
    differences: Vec<OnceLock<Difference>>,
    places: Places,
    index: Index,
}

/// Decides for a page: with what would change the answer, unless so much is open that finding it takes too long; then the verdicts alone.
pub(crate) fn decide(engine: &Engine<'_>, case: &Case) -> Decision {
    let until = Instant::now() + LONGEST;
    engine.decide_while(case, FULL, &|| Instant::now() < until).unwrap_or_else(|| engine.decide(case, BRIEF))
}

/// What would settle the open verdicts was left out, because finding it took too long.
pub(crate) fn shortened(decision: &Decision) -> bool {
    decision.findings.iter().any(|f| f.verdict == Verdict::Unknown && f.needs.is_none())
}

impl Law {
    /// Compiles the editions and reads the samples. A sample that cannot be read is left out and named in the log.
    pub fn new(loaded: &'static Loaded, samples: Vec<Source>) -> Law {
        let corpus = &loaded.corpus;
        let select = |name: &str| Selection { edition: name.to_owned(), as_of: None };
        let engines: Vec<Engine<'static>> =
            corpus.editions.iter().map(|e| Engine::new(corpus, &select(&e.name))).collect();
        let mut read = Vec::new();
        for source in samples {
            let (mut case, wrong) = read_case(corpus, FileId(0), &source.text);
            if case.id.is_empty() {
                stem(&source.path).clone_into(&mut case.id);
            }
            if wrong.is_empty() {
                read.push(Sample { source, case });
            } else {
                tracing::warn!(path = source.path, mistakes = wrong.len(), "a sample case cannot be read");
            }
        }
        let books: Vec<&Rulebook> = engines.iter().map(|e| &e.book).collect();
        let places = Places::new(corpus, &books);
        let index = Index::new(corpus, &places);
        let (decided, reviews) = (OnceLock::new(), OnceLock::new());
        let differences = vec![OnceLock::new(); corpus.editions.len().pow(2)];
        Law { corpus, loaded, samples: read, engines, decided, reviews, differences, places, index }
    }

    /// With reviews that were made before, instead of those that are made when somebody first asks.
    pub fn reviewed(self, reviews: Vec<Review>) -> Law {
        Law { reviews: OnceLock::from(reviews), ..self }
    }

    /// What is wrong with each edition, looked for when it is first asked for: by the server itself, before anybody else.
    pub fn reviews(&self) -> &[Review] {
        self.reviews.get_or_init(|| review_editions(self.loaded, &reviewable(self.corpus), &review_options()))
    }

    /// What is wrong with an edition.
    pub(crate) fn review(&self, edition: &str) -> Option<&Review> {
        self.reviews().iter().find(|r| r.edition == edition)
    }

    /// Whether the editions have been reviewed.
    pub(crate) fn is_reviewed(&self) -> bool {
        self.reviews.get().is_some()
    }

    /// What the second edition does differently from the first, found when it is first asked for.
    pub(crate) fn difference(&self, before: &str, after: &str) -> Option<&Difference> {
        let kept = self.kept(before, after)?;
        let (was, is) = (self.review(before)?, self.review(after)?);
        Some(kept.get_or_init(|| {
            let (a, b) = (Context::new(self.corpus, before), Context::new(self.corpus, after));
            let mut found = norms(&a, &b, &review_options());
            found.findings = Some(of_findings(was, is, &b, &found));
            found
        }))
    }

    /// Whether that has been found already.
    pub(crate) fn is_compared(&self, before: &str, after: &str) -> bool {
        self.kept(before, after).is_some_and(|d| d.get().is_some())
    }

    fn kept(&self, before: &str, after: &str) -> Option<&OnceLock<Difference>> {
        let place = |name: &str| self.corpus.editions.iter().position(|e| e.name == name);
        self.differences.get(place(before)? * self.corpus.editions.len() + place(after)?)
    }

    /// Where everything stands.
    pub(crate) fn places(&self) -> &Places {
        &self.places
    }

    /// Every word of the law.
    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    /// The edition with this name (or one of its other names), ready for cases.
    pub fn engine(&self, name: &str) -> Option<&Engine<'static>> {
        let name = &self.corpus.edition(name)?.name;
        self.engines.iter().find(|e| e.book.selection.edition == *name)
    }

    /// The newest edition that is law.
    pub fn in_force(&self) -> Option<&Engine<'static>> {
        let editions = &self.corpus.editions;
        let newest = editions.iter().filter(|e| e.in_force.is_some()).max_by_key(|e| e.in_force);
        self.engine(&newest.or(editions.last())?.name)
    }

    /// The editions that are compared when nobody says which: all but those that only carry others.
    pub fn compared(&self) -> Vec<&Engine<'static>> {
        self.corpus.editions.iter().filter(|e| e.on.is_some()).filter_map(|e| self.engine(&e.name)).collect()
    }

    /// What the law in force says of each sample, decided when it is first asked for.
    pub fn decided_samples(&self) -> &[Decision] {
        self.decided.get_or_init(|| {
            let engine = self.in_force();
            self.samples.iter().filter_map(|s| Some(decide(engine?, &s.case))).collect()
        })
    }

    /// The sample with this id, or whose file is called so.
    pub fn sample(&self, id: &str) -> Option<&Sample> {
        self.samples.iter().find(|s| s.case.id == id || stem(&s.source.path) == id)
    }
}

/// What the pages ask for: everything that matters, with what would change it.
pub(crate) const FULL: Options = Options { all: false, counterfactuals: true };
/// A page may look so long for what would change an answer.
const LONGEST: Duration = Duration::from_secs(2);
/// Verdicts alone.
pub(crate) const BRIEF: Options = Options { all: false, counterfactuals: false };

/// How the pages review: a page has no room for wordings that would mend what it shows, and finding them takes longest.
pub(crate) fn review_options() -> ReviewOptions {
    ReviewOptions { repairs: false, ..ReviewOptions::default() }
}

/// The name of a file without folder and ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
