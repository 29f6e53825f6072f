//! From findings to remarks: by article, what is alike said once.

use std::collections::BTreeMap;

use tarazy_law::FileId;
use tarazy_law::decide::answer::CitationRef;
use tarazy_law::model::{Corpus, ProvId, ProvisionInfo, Rulebook, Selection};
use tarazy_law::syntax::parse_page;
use tarazy_review::{Class, Finding, Kind, Review, Subject, Value, Weight};

use super::{Article, CodeRow, Current, Duty, FORM, Line, Opinion, Remark, table};
use crate::amount::{capital, number};
use crate::cite;
use crate::review;
use crate::view::heading_in;
use crate::words::Words;

/// From so many duties without consequence on, they stand in a table of their own.
const MANY_DUTIES: usize = 8;
/// From so many findings of one class about one article on, they are one remark.
const MANY: usize = 3;
/// From so many findings on, the provisions are not quoted beside the remark: they stand in the comparative table.
const TOO_MANY: usize = 6;
/// So many proved wordings stand in one remark.
const WORDINGS: usize = 3;
/// So many acts are named under the title.
const ACTS: usize = 3;

/// What is told first, and in which order: how the act stands among others, whom it reaches, who answers, how rights are exercised.
const CONCEPTUAL: [Class; 7] = [
    Class::RelationOpen,
    Class::ScopeUnbounded,
    Class::NotAllocated,
    Class::NoProcedureForCause,
    Class::LiableWithoutDuty,
    Class::RightWithoutProcedure,
    Class::NoTransition,
];

/// An article, in the order in which articles stand in the document: acts as they are declared, articles by number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    declared: ProvId,
    act: String,
    number: Vec<(String, u64)>,
    article: String,
}

pub(super) struct Maker<'a> {
    pub(super) words: &'a Words,
    pub(super) corpus: &'a Corpus,
    pub(super) book: Rulebook,
}

impl Opinion {
    /// The opinion that says what a review has found.
    pub fn new(words: &Words, corpus: &Corpus, review: &Review) -> Opinion {
        let book = corpus.book(&Selection { edition: review.edition.clone(), as_of: None });
        Maker { words, corpus, book }.opinion(review)
    }
}

impl Maker<'_> {
    fn opinion(&self, review: &Review) -> Opinion {
        let Maker { words, corpus, book } = self;
        let edition = review::edition(words, corpus, &review.edition);
        let (annexed, told): (Vec<&Finding>, Vec<&Finding>) = review.findings.iter().partition(|f| is_bare_duty(f));
        let (annexed, told) =
            if annexed.len() < MANY_DUTIES { (Vec::new(), review.findings.iter().collect()) } else { (annexed, told) };
        let told = self.in_order(&told);
        let mut general = self.remarks(told.iter().copied().filter(|f| self.is_general(f)));
        general.sort_by_key(|r| CONCEPTUAL.iter().position(|c| c.code() == r.code).unwrap_or(CONCEPTUAL.len()));
        general.extend(self.annexed(&annexed));
        let mut articles = Vec::new();
        let single: Vec<&Finding> = told.iter().copied().filter(|f| !self.is_general(f)).collect();
        let mut places: Vec<Place> = single.iter().filter_map(|f| self.place(f)).collect();
        places.sort();
        places.dedup();
        for place in places {
            let here = single.iter().copied().filter(|f| self.place(f).as_ref() == Some(&place));
            let cite =
                CitationRef { act: place.act.clone(), article: place.article.clone(), part: None, subparagraph: None };
            articles.push(Article { heading: cite::citation(words, corpus, &cite), remarks: self.remarks(here) });
        }
        let remarks = general.iter_mut().chain(articles.iter_mut().flat_map(|a| &mut a.remarks));
        let mut explained: BTreeMap<&str, usize> = BTreeMap::new();
        for (i, remark) in remarks.enumerate() {
            remark.number = i + 1;
            // Why a kind of defect matters is said once.
            match explained.get(remark.code) {
                Some(first) => {
                    remark.reason = words.say_with("opinion-see", &[("n", &first.to_string())]);
                    remark.mend = String::new();
                }
                None => {
                    explained.insert(remark.code, remark.number);
                }
            }
        }
        let count = |n: usize| number(words, n as u64);
        let preamble = words.say_with(
            "opinion-preamble",
            &[
                ("norms", &count(book.norms.len())),
                ("definitions", &count(book.definitions.len())),
                ("exceptions", &count(book.exceptions.iter().filter(|e| !e.inline).count())),
            ],
        );
        let duties_about = if annexed.is_empty() {
            String::new()
        } else {
            words.say_with("opinion-annex-duties-about", &[("count", &annexed.len().to_string())])
        };
        Opinion {
            lang: words.lang.code(),
            edition: review.edition.clone(),
            title: words.say_with("opinion-title", &[("edition", &edition)]),
            subtitle: self.subtitle(&review.edition),
            preamble: vec![preamble, words.say("opinion-not-official"), words.say("opinion-machine")],
            found: self.found(&review.findings),
            rows: table::rows(self, &told),
            duties: annexed.iter().filter_map(|f| self.duty(f)).collect(),
            duties_about,
            undecided: review.undecided.iter().map(|u| self.undecided(u.class, &u.subjects)).collect(),
            codes: self.codes(&review.findings),
            weights: [Weight::Serious, Weight::Moderate, Weight::Remark].map(|w| self.weight(w)).into(),
            text: self.text(&review.edition),
            words: self.form(&review.edition),
            general,
            articles,
        }
    }

    /// The acts that the edition brings, by their full names; its own name, where they are many.
    fn subtitle(&self, edition: &str) -> String {
        let corpus = self.corpus;
        let cited = |p: ProvId| {
            let info = corpus.provision(p);
            info.cite.as_ref().filter(|_| info.edition == edition).map(|c| c.act.as_str())
        };
        let norms = self.book.norms.iter().map(|n| n.provision);
        let definitions = self.book.definitions.iter().map(|d| d.provision);
        let mut acts: Vec<_> = norms.chain(definitions).filter_map(cited).filter_map(|a| corpus.acts.get(a)).collect();
        acts.sort_by_key(|a| (a.provision, a.span.start));
        acts.dedup_by(|a, b| std::ptr::eq(*a, *b));
        let names: Vec<String> = acts.iter().map(|a| self.words.of(&a.title).to_owned()).collect();
        if names.is_empty() || names.len() > ACTS {
            return self.words.say_with("opinion-subtitle", &[("name", edition)]);
        }
        self.words.say_with("opinion-subtitle-acts", &[("acts", &names.join("; "))])
    }

    /// About acts, the edition or the terms as a whole, or a matter of concept.
    fn is_general(&self, f: &Finding) -> bool {
        let of_facts = f.subjects.iter().all(|s| s.kind == Kind::Fact);
        of_facts || CONCEPTUAL.contains(&f.class) || self.place(f).is_none()
    }

    /// The headings. What is no law yet has no wording in force.
    fn form(&self, edition: &str) -> BTreeMap<&'static str, String> {
        let draft = self.corpus.edition(edition).is_some_and(|e| e.in_force.is_none());
        let said = |key: &'static str| {
            let of_draft = self.words.find(&format!("{key}-draft"), &[]).filter(|_| draft);
            (key, of_draft.unwrap_or_else(|| self.words.say(key)))
        };
        FORM.into_iter().map(said).collect()
    }

    fn found(&self, findings: &[Finding]) -> String {
        if findings.is_empty() {
            return self.words.say("opinion-found-nothing");
        }
        let of = |w: Weight| findings.iter().filter(|f| f.class.weight() == w).count().to_string();
        self.words.say_with(
            "opinion-found",
            &[
                ("count", &findings.len().to_string()),
                ("serious", &of(Weight::Serious)),
                ("moderate", &of(Weight::Moderate)),
                ("remark", &of(Weight::Remark)),
            ],
        )
    }

    /// Where a finding is told; what is about acts or the edition, or has no place in the law, is told first.
    fn place(&self, finding: &Finding) -> Option<Place> {
        let first = finding.subjects.first()?;
        if matches!(first.kind, Kind::Act | Kind::Edition) {
            return None;
        }
        let cite = self.provision(first)?.cite.as_ref()?;
        let declared = self.corpus.acts.get(&cite.act)?.provision;
        let (act, article) = (cite.act.clone(), cite.article.clone());
        Some(Place { declared, act, number: natural(&article), article })
    }

    /// As the document tells them: what is general first, then by article.
    fn in_order<'f>(&self, findings: &[&'f Finding]) -> Vec<&'f Finding> {
        let mut out = findings.to_vec();
        out.sort_by_cached_key(|f| (self.place(f), f.subjects.first().and_then(|s| s.provision)));
        out
    }

    pub(super) fn provision(&self, subject: &Subject) -> Option<&ProvisionInfo> {
        subject.provision.map(|p| self.corpus.provision(p))
    }

    /// The remarks that findings of one article come to.
    fn remarks<'f>(&self, findings: impl Iterator<Item = &'f Finding>) -> Vec<Remark> {
        let mut classes: BTreeMap<Class, Vec<&Finding>> = BTreeMap::new();
        for f in findings {
            classes.entry(f.class).or_default().push(f);
        }
        let mut out = Vec::new();
        for group in classes.into_values() {
            let bare = group.iter().all(|f| f.witness.is_none() && review::proved(f).is_none());
            let one_text = group.iter().all(|f| names(f) == names(group[0]));
            if group.len() >= MANY || (group.len() > 1 && (one_text || alike(&group) && bare)) {
                out.push(self.several(&group));
            } else {
                out.extend(group.iter().map(|f| self.remark(f)));
            }
        }
        // What weighs most is read first.
        out.sort_by_key(|r| ["serious", "moderate", "remark"].iter().position(|w| *w == r.weight));
        out
    }

    fn remark(&self, f: &Finding) -> Remark {
        let Maker { words, corpus, book } = self;
        let mut notes: Vec<String> = review::cases(words, f).into_iter().collect();
        notes.extend(review::elsewhere(words, corpus, book, f));
        Remark {
            number: 0,
            code: f.class.code(),
            title: review::title(words, f.class),
            weight: f.class.weight().as_str(),
            weight_said: review::weight(words, f.class.weight()),
            current: self.current(&[f]),
            wrong: review::sentence(words, corpus, book, f),
            items: Vec::new(),
            example: f.witness.as_ref().map(|w| review::example(words, corpus, book, w)).unwrap_or_default(),
            notes: notes.iter().map(|n| format!("{}.", capital(n))).collect(),
            proposed: self.proposed(f),
            proved: review::proved(f).map(|r| {
                let (gone, new) = (r.removes.len().to_string(), r.creates.len().to_string());
                words.say_with("opinion-proved", &[("removed", &gone), ("created", &new)])
            }),
            reason: review::why(words, f.class),
            mend: f
                .repair
                .as_ref()
                .and_then(|r| words.find(r.key, &[]))
                .unwrap_or_else(|| review::mend(words, f.class)),
        }
    }

    /// Several findings of one class: the class is said once, then what it concerns.
    fn several(&self, group: &[&Finding]) -> Remark {
        let Maker { words, corpus, book } = self;
        let Some(first) = group.first() else { return self.remark(&Finding::new(Class::Identical, Vec::new())) };
        let shown = group.iter().find(|f| f.witness.is_some()).unwrap_or(first);
        let (same, pairs) = (alike(group), paired(group));
        let said = |s: &Subject| review::subject(words, corpus, book, s);
        let item = |f: &&Finding| {
            let only = review::readings(words, corpus, book, f).map(|r| format!(" – {r}")).unwrap_or_default();
            match &f.subjects[..] {
                [_, second] if pairs => format!("{}{only}", said(second)),
                [..] if same => review::listed(words, &f.subjects.iter().map(said).collect::<Vec<_>>()),
                _ => review::sentence(words, corpus, book, f),
            }
        };
        let title = if same { self.predicate(first) } else { None };
        let title = title.unwrap_or_else(|| review::title(words, first.class));
        let subject = first.subjects.first().map(said).unwrap_or_default();
        let count = group.len().to_string();
        let args = [("title", title.as_str()), ("count", &count), ("subject", &subject)];
        Remark {
            current: match group.len() {
                _ if pairs => self.current(group).into_iter().take(1).collect(),
                n if n < TOO_MANY => self.current(group),
                _ => Vec::new(),
            },
            wrong: words.say_with(if pairs { "review-same-with" } else { "review-same-in" }, &args),
            items: if same || pairs { group.iter().map(item).collect() } else { self.items(group) },
            proposed: self.proposed_for(group),
            ..self.remark(shown)
        }
    }

    /// What is said of several subjects is said once, with all of them behind it.
    fn items(&self, group: &[&Finding]) -> Vec<String> {
        let Maker { words, corpus, book } = self;
        let mut said: Vec<(Option<String>, Vec<&Finding>)> = Vec::new();
        for f in group {
            let predicate = self.predicate(f).filter(|_| review::readings(words, corpus, book, f).is_none());
            match said.iter_mut().find(|(p, _)| p.is_some() && *p == predicate) {
                Some((_, several)) => several.push(f),
                None => said.push((predicate, vec![f])),
            }
        }
        let item = |(predicate, findings): (Option<String>, Vec<&Finding>)| match (predicate, &findings[..]) {
            (Some(p), [_, _, ..]) => {
                let name = |f: &&Finding| {
                    let said = f.subjects.iter().map(|s| review::subject(words, corpus, book, s));
                    review::listed(words, &said.collect::<Vec<_>>())
                };
                format!("{p} – {}.", findings.iter().map(name).collect::<Vec<_>>().join("; "))
            }
            (_, findings) => findings.iter().map(|f| review::sentence(words, corpus, book, f)).collect(),
        };
        said.into_iter().map(item).collect()
    }

    /// What is said of the subjects, without them; nothing, where the sentence names one of them again.
    fn predicate(&self, f: &Finding) -> Option<String> {
        let Maker { words, corpus, book } = self;
        let said: Vec<String> = f.subjects.iter().map(|s| review::subject(words, corpus, book, s)).collect();
        let sentence = review::message(words, corpus, book, f, "")?;
        let rest = [said.first().cloned().unwrap_or_default(), review::listed(words, &said)]
            .iter()
            .find_map(|s| sentence.strip_prefix(&capital(s)).and_then(|r| r.strip_prefix(": ")).map(capital))?;
        let again = said.iter().any(|s| rest.contains(s.as_str()));
        (!again).then(|| rest.trim_end_matches('.').to_owned())
    }

    /// The wordings for several findings: the proved ones, and one to begin with for the others together.
    pub(super) fn proposed_for(&self, group: &[&Finding]) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for text in group.iter().filter(|f| f.repair.is_some()).flat_map(|f| self.proposed(f)).take(WORDINGS) {
            if !out.contains(&text) {
                out.push(text);
            }
        }
        let open: Vec<&Finding> = group.iter().copied().filter(|f| f.repair.is_none()).collect();
        let mut wordings: Vec<String> = open.iter().flat_map(|f| self.proposed(f)).collect();
        wordings.dedup();
        match (&wordings[..], open.first()) {
            ([], _) | (_, None) => {}
            ([one], _) => out.push(one.clone()),
            (_, Some(first)) => {
                let subjects = if paired(&open) {
                    first
                        .subjects
                        .iter()
                        .take(1)
                        .chain(open.iter().filter_map(|f| f.subjects.get(1)))
                        .cloned()
                        .collect()
                } else {
                    Vec::new()
                };
                let together = Finding::new(first.class, subjects);
                out.extend(review::wording(self.words, self.corpus, &self.book, &together));
            }
        }
        out
    }

    /// The duties of the annex, as one general remark.
    fn annexed(&self, findings: &[&Finding]) -> Option<Remark> {
        let first = findings.first()?;
        let words = self.words;
        let about = words.say_with("opinion-annex-duties-about", &[("count", &findings.len().to_string())]);
        let see = words.say("opinion-see-annex");
        Some(Remark {
            current: Vec::new(),
            wrong: format!("{} ({see}).", about.trim_end_matches('.')),
            notes: Vec::new(),
            ..self.remark(first)
        })
    }

    fn duty(&self, f: &Finding) -> Option<Duty> {
        let subject = f.subjects.first()?;
        let info = self.provision(subject)?;
        Some(Duty {
            unit: review::place(self.words, self.corpus, subject),
            heading: heading_in(&info.heading, self.words.lang).to_owned(),
            text: self.words.of(&info.texts).trim().to_owned(),
        })
    }

    /// The provisions of the subjects, each once.
    pub(super) fn current(&self, findings: &[&Finding]) -> Vec<Current> {
        let mut out: Vec<Current> = Vec::new();
        for subject in findings.iter().flat_map(|f| &f.subjects) {
            let Some(info) = self.provision(subject).filter(|_| stands(subject.kind)) else { continue };
            let text = self.words.of(&info.texts).trim().to_owned();
            let unit = review::place(self.words, self.corpus, subject);
            let heading = heading_in(&info.heading, self.words.lang).to_owned();
            let current = Current { unit, heading, text };
            if !current.text.is_empty() && !out.contains(&current) {
                out.push(current);
            }
        }
        out
    }

    /// What is proposed: the wording of the repair where it has one that is not the old one, else a wording to begin with; and the rule that
    /// was proved, because the proof is of the rule.
    pub(super) fn proposed(&self, f: &Finding) -> Vec<String> {
        let begin = || review::wording(self.words, self.corpus, &self.book, f).into_iter().collect();
        let Some(repair) = review::proved(f) else { return begin() };
        let page = parse_page(FileId(0), &repair.page, &mut Vec::new());
        let old: Vec<String> = self.current(&[f]).into_iter().map(|c| review::tidy(&c.text)).collect();
        let texts = page.provisions.iter().map(|p| self.words.of(&p.texts).trim().to_owned());
        let mut texts: Vec<String> = texts.filter(|t| !t.is_empty() && !old.contains(&review::tidy(t))).collect();
        if texts.is_empty() {
            texts = begin();
        }
        let rules = review::rules(repair);
        if !rules.is_empty() {
            texts.push(self.words.say_with("repair-rule", &[("rule", &rules)]));
        }
        texts
    }

    fn undecided(&self, class: Class, subjects: &[Subject]) -> String {
        let said: Vec<String> =
            subjects.iter().map(|s| review::subject(self.words, self.corpus, &self.book, s)).collect();
        format!("{class} {}: {}", review::title(self.words, class), said.join("; "))
    }

    fn codes(&self, findings: &[Finding]) -> Vec<CodeRow> {
        let mut count: BTreeMap<Class, usize> = BTreeMap::new();
        for f in findings {
            *count.entry(f.class).or_default() += 1;
        }
        let row = |(class, count): (Class, usize)| CodeRow {
            code: class.code(),
            title: review::title(self.words, class),
            weight: review::weight(self.words, class.weight()),
            count,
        };
        count.into_iter().map(row).collect()
    }

    fn weight(&self, weight: Weight) -> Line {
        let key = format!("weight-{}-about", weight.as_str());
        Line {
            label: capital(&review::weight(self.words, weight)),
            text: format!("{}.", capital(&self.words.say(&key))),
        }
    }

    /// What is needed to make the same review years later.
    fn text(&self, edition: &str) -> Vec<Line> {
        let words = self.words;
        let chain = self.corpus.chain(edition);
        let chain: Vec<String> = chain.iter().map(|e| format!("{} ({})", words.of(&e.title), e.name)).collect();
        let rows = [
            ("opinion-editions", chain.join(" → ")),
            ("opinion-digest", self.corpus.digest.clone()),
            ("opinion-made-by", format!("Tarazy {}", env!("CARGO_PKG_VERSION"))),
        ];
        rows.into_iter().map(|(key, text)| Line { label: words.say(key), text }).collect()
    }
}

/// What stands in the text of the law, rather than beside it.
pub(super) fn stands(kind: Kind) -> bool {
    !matches!(kind, Kind::Fact | Kind::Act | Kind::Edition)
}

/// A duty or prohibition without consequence and with nothing else to tell.
fn is_bare_duty(f: &Finding) -> bool {
    let kind = f.values.iter().find(|(n, _)| *n == "kind").map(|(_, v)| v);
    let duty = matches!(kind, Some(Value::Keys(k)) if k.iter().any(|k| matches!(*k, "kind-duty" | "kind-prohibition")));
    f.class == Class::NoConsequence && duty && review::proved(f).is_none()
}

/// The findings differ in nothing but what they are about.
fn alike(group: &[&Finding]) -> bool {
    group.iter().all(|f| f.values == group[0].values && f.readings == group[0].readings)
}

/// One thing that stands in the same relation to each of several others.
pub(super) fn paired(group: &[&Finding]) -> bool {
    let first = |f: &&Finding| f.subjects.first().map(|s| s.name.clone());
    group.len() > 1
        && group.iter().all(|f| f.subjects.len() == 2 && first(f) == first(&group[0]) && f.values == group[0].values)
}

fn names(f: &Finding) -> Vec<&str> {
    f.subjects.iter().map(|s| s.name.as_str()).collect()
}

/// Article 9 comes before article 10, and 641 before 641-1.
fn natural(article: &str) -> Vec<(String, u64)> {
    let mut out = Vec::new();
    let mut rest = article;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        let (text, tail) = rest.split_at(digits);
        let end = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        out.push((text.to_owned(), tail[..end].parse().unwrap_or(0)));
        rest = &tail[end..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn articles_stand_in_the_order_of_their_numbers() {
        let mut articles = ["11", "641-1", "7", "641", "456-2", ""];
        articles.sort_by_key(|a| natural(a));
        assert_eq!(articles, ["", "7", "11", "456-2", "641", "641-1"]);
    }
}
