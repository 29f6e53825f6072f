//! A review: every check, in order.

use tarazy_law::model::{Corpus, Loaded};

use crate::class::Class;
use crate::context::Context;
use crate::finding::{Finding, Subject};
use crate::meaning::{self, Memory};
use crate::structure;

/// How to review.
#[derive(Clone, Debug)]
pub struct Options {
    /// How many steps each question may cost before it is given up, openly.
    pub budget: u64,
    /// Count the cases of each finding.
    pub count: bool,
    /// Look for repairs and prove them. Each that is tried costs a review, so nobody gets them who does not ask.
    pub repairs: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options { budget: 1_000_000, count: false, repairs: false }
    }
}

/// A question that was given up: neither found nor excluded.
#[derive(Clone, Debug)]
pub struct Undecided {
    /// What was looked for.
    pub class: Class,
    /// About what.
    pub subjects: Vec<Subject>,
}

/// What was found in an edition.
#[derive(Clone, Debug)]
pub struct Review {
    /// The edition.
    pub edition: String,
    /// The findings, by class and place.
    pub findings: Vec<Finding>,
    /// What could not be decided within the budget.
    pub undecided: Vec<Undecided>,
}

/// Reviews one edition. What is wrong with the pages themselves (a circle, a name that stands for nothing) is found as well, from the
/// diagnostics with which they were loaded.
pub fn review(loaded: &Loaded, edition: &str, options: &Options) -> Review {
    review_one(loaded, edition, options, &mut Memory::default())
}

fn review_one(loaded: &Loaded, edition: &str, options: &Options, memory: &mut Memory) -> Review {
    let context = Context::new(&loaded.corpus, edition);
    let mut out = Review { edition: edition.to_owned(), findings: Vec::new(), undecided: Vec::new() };
    structure::find(&context, &loaded.diagnostics, &mut out);
    meaning::find(&context, &loaded.diagnostics, options, memory.of(edition, options), &mut out);
    out.findings.sort_by(|a, b| {
        (a.class, a.subjects.first().map(|s| s.span)).cmp(&(b.class, b.subjects.first().map(|s| s.span)))
    });
    for f in &mut out.findings {
        f.editions = vec![edition.to_owned()];
    }
    if options.repairs {
        crate::repair::mend(loaded, &mut out, options);
    }
    out
}

/// Reviews several editions, and says of each finding in which of them it holds.
pub fn review_editions(loaded: &Loaded, editions: &[&str], options: &Options) -> Vec<Review> {
    review_again(loaded, editions, options, &mut Memory::default())
}

/// The same where the law is reviewed again and again while it is written: what was found out before is not asked again. The findings are
/// the same; of several smallest cases another may be shown.
pub fn review_again(loaded: &Loaded, editions: &[&str], options: &Options, memory: &mut Memory) -> Vec<Review> {
    let mut reviews: Vec<Review> = editions.iter().map(|e| review_one(loaded, e, options, memory)).collect();
    let keys: Vec<Vec<_>> = reviews.iter().map(|r| r.findings.iter().map(Finding::key).collect()).collect();
    for review in &mut reviews {
        for f in &mut review.findings {
            let key = f.key();
            let there = editions.iter().zip(&keys).filter(|(_, keys)| keys.contains(&key));
            f.editions = there.map(|(e, _)| (*e).to_owned()).collect();
        }
    }
    reviews
}

/// The editions of a corpus that are not the common ground of others alone.
pub fn reviewable(corpus: &Corpus) -> Vec<&str> {
    corpus.editions.iter().map(|e| e.name.as_str()).collect()
}
