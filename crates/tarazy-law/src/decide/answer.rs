//! The answer to a case, as it is printed, sent and kept. One shape for the command, the API and the pages.

use schemars::JsonSchema;
use serde::Serialize;

use crate::lang::Text3;
use crate::syntax::ast::{LinkKind, Measure, NormKind};

/// The version of this shape.
pub const FORMAT: &str = "tarazy-decision/1";

/// What one edition of the law says about one case.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Decision {
    /// [`FORMAT`].
    pub format: &'static str,
    /// The case.
    pub case: CaseRef,
    /// The law that was asked.
    pub law: LawRef,
    /// One finding for each norm and person that matters.
    pub findings: Vec<Finding>,
    /// Norms that are law today and were not on the day of the act.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_yet_in_force: Vec<NotYet>,
    /// The question whose answer would settle most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask: Option<Question>,
}

/// The case that was decided.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CaseRef {
    /// Its short name.
    pub id: String,
    /// Its title.
    pub title: Text3,
    /// Its persons, in order.
    pub persons: Vec<PersonRef>,
    /// Where its facts come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Text3>,
    /// Facts that are not from the record but supposed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub supposed: Vec<FactRef>,
}

/// A person of the case.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PersonRef {
    /// The name by which findings refer to them.
    pub id: String,
    /// Their name.
    pub name: Text3,
}

/// Which law was asked: enough to ask it again years later.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LawRef {
    /// The edition.
    pub edition: String,
    /// What people call it.
    pub title: Text3,
    /// It was never in force.
    pub hypothetical: bool,
    /// Only what was in force on this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// SHA-256 of the whole corpus.
    pub corpus: String,
    /// Ambiguities that were read in a chosen way.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<ReadingRef>,
    /// Changes that exist on that day and that nobody has read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_seen: Vec<Text3>,
}

/// How an ambiguity is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReadingRef {
    /// The ambiguity.
    pub ambiguity: String,
    /// The reading.
    pub reading: String,
    /// Its label.
    pub label: Text3,
}

/// One norm for one person.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Finding {
    /// The norm.
    pub norm: Citable,
    /// Its kind.
    pub kind: NormKind,
    /// The person; absent where the text names nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// The verdict.
    pub verdict: Verdict,
    /// An open term decided: whoever answered it made an assessment.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub assessment: bool,
    /// The norms that compete with it, for this person.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub competing: Vec<Citable>,
    /// What would settle it, where it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needs: Option<Ways>,
    /// Who is to be treated how meanwhile.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub presumed: Vec<Presumed>,
    /// What follows, where it applies or may apply.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consequences: Vec<Due>,
    /// The term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<DeadlineRef>,
    /// The competent body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<BodyRef>,
    /// Links to other elements.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Each single fact that, had it been otherwise, would turn the verdict.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub turns: Vec<TurnRef>,
    /// What later law says, where it may reach back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub later_law: Option<LaterLaw>,
    /// The derivation.
    pub reason: Step,
}

/// A norm, exception or definition with its place in the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Citable {
    /// Its name in the corpus.
    pub id: String,
    /// Its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citation: Option<CitationRef>,
    /// How far the text was read: `primary`, `secondary`, `proposed`.
    pub source: &'static str,
    /// Who proposes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposed_by: Option<String>,
}

/// A place in an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CitationRef {
    /// The act, by its name in the corpus.
    pub act: String,
    /// The article.
    pub article: String,
    /// Part or point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// Subparagraph.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subparagraph: Option<String>,
}

/// The four verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Verdict {
    Applies,
    DoesNotApply,
    Unknown,
    Competing,
}

impl Verdict {
    /// Its key.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Applies => "applies",
            Verdict::DoesNotApply => "does-not-apply",
            Verdict::Unknown => "unknown",
            Verdict::Competing => "competing",
        }
    }
}

/// The smallest sets of answers that would settle an open verdict.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Ways {
    /// Any one of these makes the norm apply.
    pub applies: Vec<Vec<FactRef>>,
    /// Any one of these makes it not apply.
    pub does_not_apply: Vec<Vec<FactRef>>,
}

/// A fact about persons, with values.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum FactRef {
    /// A fact of the vocabulary.
    Fact {
        /// Its name.
        fact: String,
        /// About whom.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        persons: Vec<String>,
        /// One of these values; comparisons for numbers and dates.
        values: Vec<String>,
    },
    /// How an ambiguity is read.
    Reading {
        /// The ambiguity.
        ambiguity: String,
        /// One of these readings.
        values: Vec<String>,
    },
    /// Whether somebody whom the case does not name took part.
    Others {
        /// `yes` or `no`.
        values: Vec<String>,
    },
    /// Two dates compared.
    Comparison {
        /// The earlier-named date.
        left: DateRef,
        /// The operator.
        op: &'static str,
        /// The other.
        right: DateRef,
        /// `yes` or `no`.
        values: Vec<String>,
    },
}

/// A date of the case, later by some time.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct DateRef {
    /// The fact.
    pub fact: String,
    /// About whom.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub persons: Vec<String>,
    /// Later by so many of such units.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub plus: Vec<(u32, &'static str)>,
    /// The date, where it is established.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// A presumption that protects a person while a fact is open.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Presumed {
    /// The presumption.
    pub rule: Citable,
    /// The fact as it is presumed.
    pub fact: FactRef,
}

/// A consequence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Due {
    /// What.
    #[serde(flatten)]
    pub what: DueKind,
    /// `false` where it turns on something open.
    pub certain: bool,
    /// The proviso that put it in place of the ordinary one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proviso: Option<Citable>,
}

/// What follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "consequence", rename_all = "kebab-case")]
pub enum DueKind {
    /// A fine.
    Fine {
        /// The least it can be.
        from: u64,
        /// The most it can be (the same, where nothing is open).
        to: u64,
        /// In what.
        unit: String,
        /// Among the possible subjects is one for whom the text has no amount.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        none_for_some: bool,
        /// In tenge, where the day is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        tenge: Option<Tenge>,
    },
    /// One of these measures.
    Measure {
        /// Any of them.
        any_of: Vec<Measure>,
    },
    /// Arrest up to so many days.
    Arrest {
        /// The most.
        days: u32,
    },
}

/// An amount in tenge, with the day and the table by which it was computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Tenge {
    /// The least.
    pub from: u64,
    /// The most.
    pub to: u64,
    /// The fact whose day decides the rate.
    pub by: String,
    /// That day.
    pub on: String,
    /// The rate on that day.
    pub rate: u64,
    /// The table.
    pub table: Citable,
}

/// A term of time.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DeadlineRef {
    /// `immediately`, `within`, `every`.
    pub kind: &'static str,
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Of what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    /// The date fact from which it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
}

/// A competent body.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BodyRef {
    /// Its name in the corpus.
    pub id: String,
    /// Its title.
    pub title: Text3,
}

/// A link from one element to another.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Link {
    /// What the other is to this one.
    pub link: LinkKind,
    /// The other.
    pub to: String,
}

/// A fact that, had it been otherwise, would turn the verdict.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TurnRef {
    /// The fact as it would have to be.
    pub fact: FactRef,
    /// The verdict then.
    pub then: Verdict,
}

/// What later law says.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LaterLaw {
    /// Its edition.
    pub edition: String,
    /// The day it was asked for.
    pub on: String,
    /// Its verdict.
    pub verdict: Verdict,
    /// Its consequences.
    pub consequences: Vec<Due>,
    /// How it compares with the law of the day of the act.
    pub compared: Severity,
    /// It is milder and reaches back: it governs.
    pub governs: bool,
    /// The rule that says so.
    pub rule: Citable,
}

/// How one law compares with another for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Severity {
    Milder,
    Same,
    Harsher,
    /// Something open, or kinds of consequence that no order covers.
    NotComparable,
}

/// A norm that was not yet law on the day of the act.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NotYet {
    /// The norm.
    pub norm: Citable,
    /// Since when it is law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
}

/// A question for a person.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Question {
    /// What is asked.
    pub fact: FactRef,
    /// How many open verdicts an answer may settle.
    pub settles: usize,
    /// How many are open.
    pub of: usize,
}

/// A step of a derivation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Step {
    /// A norm, exception or definition.
    Term {
        /// Which.
        term: Citable,
        /// What of it: `applies`, `met`, `definition`, or the kind of exception.
        what: &'static str,
        /// About whom.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        persons: Vec<String>,
        /// Whether it holds.
        truth: TruthRef,
        /// What it rests on.
        because: Vec<Step>,
    },
    /// A fact.
    Fact {
        /// The fact, with the values for which the condition holds.
        fact: FactRef,
        /// Whether it holds.
        truth: TruthRef,
        /// How far it is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        known: Option<Known>,
    },
    /// Whether two persons are one.
    SamePerson {
        /// Who.
        persons: Vec<String>,
        /// Whether they are.
        truth: TruthRef,
    },
    /// It holds for this person, so it holds for someone.
    Someone {
        /// Who.
        person: String,
        /// Why.
        because: Vec<Step>,
    },
    /// Person by person.
    Each {
        /// What comes out for them.
        truth: TruthRef,
        /// For each; without a name: somebody whom the case does not name.
        persons: Vec<EachPerson>,
    },
    /// Open, but every answer leads to the same.
    EitherWay {
        /// The open fact.
        fact: FactRef,
        /// What comes out.
        truth: TruthRef,
        /// For each answer, why.
        answers: Vec<EitherAnswer>,
    },
}

/// One person of [`Step::Each`].
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EachPerson {
    /// Who; absent for somebody whom the case does not name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// Why.
    pub because: Vec<Step>,
}

/// One answer of [`Step::EitherWay`].
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EitherAnswer {
    /// The fact with the answer.
    pub fact: FactRef,
    /// Why.
    pub because: Vec<Step>,
}

/// Whether something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum TruthRef {
    Yes,
    No,
    Open,
}

/// How far a fact of the case is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Known {
    /// `established`, `denied`, `not-asked`, `unknown`, `disputed`, `not-applicable`.
    pub state: &'static str,
    /// The values concerned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// What shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Text3>,
    /// Who says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Text3>,
    /// It is supposed, not from the record.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub supposed: bool,
    /// An open term: the answer is an assessment.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub assessed: bool,
}

/// The JSON Schema (draft 2020-12) of a [`Decision`].
pub fn decision_schema() -> serde_json::Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Decision>();
    schema.insert("$id".to_owned(), "https://tarazy.example/schema/decision-1.json".into());
    schema.to_value()
}
