//! A page as it is written: names not yet looked up.

use jiff::civil::Date;

use super::keyword::Kw;
use super::lex::Punct;
use crate::lang::{Lang, Text3};
use crate::source::{FileId, Span};

/// A name and its place.
#[derive(Clone, Debug)]
pub struct Name {
    /// In NFC.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// One file of law.
#[derive(Clone, Debug)]
pub struct Page {
    /// The file.
    pub file: FileId,
    /// Its headings, in order.
    pub provisions: Vec<Provision>,
}

/// A heading with what stands under it.
#[derive(Clone, Debug)]
pub struct Provision {
    /// `{#name}` of the heading.
    pub id: Option<Name>,
    /// The heading without its name.
    pub heading: String,
    /// The place of the heading.
    pub span: Span,
    /// The edition it belongs to.
    pub edition: Option<Name>,
    /// Where it stands in the law.
    pub cite: Option<Citation>,
    /// How far it was read.
    pub source: Option<SourceStatus>,
    /// Who proposes it.
    pub proposed_by: Option<String>,
    /// The points of the opinion it answers.
    pub points: Vec<String>,
    /// The days on which it holds.
    pub in_force: Option<InForce>,
    /// The restatement.
    pub texts: Text3,
    /// What its `norm` blocks declare.
    pub items: Vec<Item>,
    /// Its `test` blocks.
    pub tests: Vec<TestBlock>,
}

/// A place in an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The name of the act.
    pub act: String,
    /// The article; empty for the act as a whole.
    pub article: String,
    /// Part (of a code) or point (of a law).
    pub part: Option<String>,
    /// Subparagraph.
    pub sub: Option<String>,
    /// Where it was written.
    pub span: Span,
}

/// How far the text behind a provision was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceStatus {
    /// In the official text.
    Primary,
    /// At second hand.
    Secondary,
    /// It is a proposal, not law.
    Proposed,
}

impl SourceStatus {
    /// As it is written in a page.
    pub fn as_str(self) -> &'static str {
        match self {
            SourceStatus::Primary => "primary",
            SourceStatus::Secondary => "secondary",
            SourceStatus::Proposed => "proposed",
        }
    }
}

/// From a day, and until a day on which it no longer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InForce {
    /// The first day.
    pub from: Date,
    /// The first day after the last.
    pub until: Option<Date>,
}

impl InForce {
    /// It holds on `day`.
    pub fn holds_on(self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|u| day < u)
    }
}

/// Something declared.
#[derive(Clone, Debug)]
pub struct Item {
    /// It takes the place of what an earlier edition declared under this name.
    pub replace: bool,
    /// What.
    pub kind: ItemKind,
    /// Its name (for `repeal`, the word itself).
    pub name: Name,
    /// From its keyword to its last word.
    pub span: Span,
}

/// What can be declared.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum ItemKind {
    Fact(FactDecl),
    Definition(Rule),
    Norm(NormKind, Rule),
    Exception(ExceptionDecl),
    Ambiguity(Vec<ReadingDecl>),
    Table(TableDecl),
    Edition(EditionDecl),
    Act(ActDecl),
    Authority(Text3),
    Property(PropertyDecl),
    Repeal(Vec<Name>),
    /// `relation ID between ACT and ACT`: the provision says how two acts relate.
    Relation(Name, Name),
}

/// The kinds of element that bind, entitle or punish somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum NormKind {
    Right,
    Duty,
    Prohibition,
    Permission,
    Power,
    Procedure,
    Liability,
    Offence,
    Exemption,
    /// A body, a platform, a register: its bearers are those whom it serves or binds.
    Institution,
}

impl NormKind {
    /// Every kind.
    pub const ALL: [NormKind; 10] = [
        NormKind::Right,
        NormKind::Duty,
        NormKind::Prohibition,
        NormKind::Permission,
        NormKind::Power,
        NormKind::Procedure,
        NormKind::Liability,
        NormKind::Offence,
        NormKind::Exemption,
        NormKind::Institution,
    ];

    /// The kind that a keyword opens.
    pub fn of(kw: Kw) -> Option<NormKind> {
        NormKind::ALL.into_iter().find(|k| k.keyword() == kw)
    }

    /// The keyword that opens it.
    pub fn keyword(self) -> Kw {
        match self {
            NormKind::Right => Kw::Right,
            NormKind::Duty => Kw::Duty,
            NormKind::Prohibition => Kw::Prohibition,
            NormKind::Permission => Kw::Permission,
            NormKind::Power => Kw::Power,
            NormKind::Procedure => Kw::Procedure,
            NormKind::Liability => Kw::Liability,
            NormKind::Offence => Kw::Offence,
            NormKind::Exemption => Kw::Exemption,
            NormKind::Institution => Kw::Institution,
        }
    }

    /// Its English name, which is also its key in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            NormKind::Right => "right",
            NormKind::Duty => "duty",
            NormKind::Prohibition => "prohibition",
            NormKind::Permission => "permission",
            NormKind::Power => "power",
            NormKind::Procedure => "procedure",
            NormKind::Liability => "liability",
            NormKind::Offence => "offence",
            NormKind::Exemption => "exemption",
            NormKind::Institution => "institution",
        }
    }
}

/// `fact` and `role`.
#[derive(Clone, Debug)]
pub struct FactDecl {
    /// Declared by `role`.
    pub is_role: bool,
    /// What it is about: `person`, `system`, `act`.
    pub params: Vec<Name>,
    /// The values it can have.
    pub ty: TypeDecl,
    /// It may be not applicable.
    pub may_be_inapplicable: bool,
    /// An open term: whoever answers, assesses.
    pub assessed: bool,
    /// Names in other languages.
    pub also_named: Vec<Name>,
    /// Labels of values.
    pub values: Vec<(Name, Text3)>,
    /// `tells ASPECT`: what the review may conclude from it.
    pub tells: Option<Aspect>,
    /// `feasible for F, F` or `feasible for nobody`: who is able to bring it about.
    pub feasible: Option<Feasible<Name>>,
    /// `excluded by F` or `excluded by F = v`: a state in which it cannot be.
    pub excluded_by: Vec<(Name, Option<Name>)>,
    /// `meaning not stated`: a word of the law's text that nobody can say the meaning of.
    pub meaning_not_stated: bool,
}

/// What a fact tells about a case, for the review of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// At which stage of the life cycle something went wrong.
    Stage,
    /// For which cause.
    Cause,
    /// That somebody or something is outside the territory.
    Abroad,
}

/// Who is able to bring a fact about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Feasible<T> {
    /// Nobody: what it asks cannot be known or done.
    Nobody,
    /// Those of whom any of these facts holds.
    For(Vec<T>),
}

/// How a text joins several bearers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Connective {
    /// "and"
    And,
    /// "or"
    Or,
    /// "and (or)"
    AndOr,
}

impl Connective {
    /// Its key in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Connective::And => "and",
            Connective::Or => "or",
            Connective::AndOr => "and-or",
        }
    }
}

/// The type of a fact.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum TypeDecl {
    YesNo,
    OneOf(Vec<Name>),
    Date,
    Number,
}

/// A definition or a norm: conditions, readings, links.
#[derive(Clone, Debug, Default)]
pub struct Rule {
    /// Parameters of a definition.
    pub params: Vec<Name>,
    /// `bearer p where …`.
    pub bearer: Option<Bearer>,
    /// `toward q where …`.
    pub toward: Option<Binding>,
    /// `reviewer q where …`.
    pub reviewer: Option<Binding>,
    /// `when …` or `means …`, joined by *and*.
    pub when: Vec<Expr>,
    /// `unless …`, joined by *or*.
    pub unless: Vec<Expr>,
    /// `reading …: …`.
    pub readings: Vec<ReadingDecl>,
    /// `deadline …`.
    pub deadline: Option<DeadlineDecl>,
    /// `sanction …` with amounts.
    pub sanctions: Vec<SanctionDecl>,
    /// `procedure ID`, `remedy ID`, `sanction ID`, `answers to ID`.
    pub links: Vec<(LinkKind, Name)>,
    /// `body NAME`.
    pub body: Option<Name>,
    /// `content E`: what is to be done, may be demanded, or is forbidden.
    pub content: Option<Expr>,
    /// `joined and | or | and or`: how the text joins its bearers.
    pub joined: Option<Connective>,
    /// `refers to ACT, …`: acts that the text leans on.
    pub refers: Vec<Name>,
    /// `says TERM kk … ru … en …`: how this text words a term.
    pub says: Vec<(Name, Text3)>,
    /// `establishes FACT, …`, for procedures.
    pub establishes: Vec<Name>,
    /// `reason E`, for exceptions: the cases for which the exception is made.
    pub reason: Option<Expr>,
}

/// Who is bound.
#[derive(Clone, Debug)]
pub enum Bearer {
    /// A person for whom a condition holds.
    Person(Binding),
    /// The text names nobody.
    NotStated(Span),
}

/// A person and what must hold of them.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The person.
    pub var: Name,
    /// The condition.
    pub cond: Option<Expr>,
}

/// The links between elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum LinkKind {
    Procedure,
    Remedy,
    Sanction,
    AnswersTo,
}

/// One reading of an ambiguity.
#[derive(Clone, Debug)]
pub struct ReadingDecl {
    /// Its name.
    pub name: Name,
    /// Its labels.
    pub label: Text3,
    /// What the words then say; absent where the ambiguity stands by itself.
    pub expr: Option<Expr>,
}

/// A term of time.
#[derive(Clone, Debug)]
pub struct DeadlineDecl {
    /// How long.
    pub length: DeadlineLength,
    /// The date fact from which it runs.
    pub from: Option<Call>,
    /// Where.
    pub span: Span,
}

/// How long a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum DeadlineLength {
    Immediately,
    Within(u32, DeadlineUnit),
    Every(u32, DeadlineUnit),
}

/// The units in which terms run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum DeadlineUnit {
    Years,
    Months,
    Days,
    WorkingDays,
    KoapDays,
}

impl DeadlineUnit {
    /// The key of the unit in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            DeadlineUnit::Years => "years",
            DeadlineUnit::Months => "months",
            DeadlineUnit::Days => "days",
            DeadlineUnit::WorkingDays => "working-days",
            DeadlineUnit::KoapDays => "koap-days",
        }
    }
}

/// A consequence and the condition under which it follows.
#[derive(Clone, Debug)]
pub struct SanctionDecl {
    /// What follows.
    pub what: ConsequenceDecl,
    /// When it does.
    pub when: Option<Expr>,
    /// Where.
    pub span: Span,
}

/// What can follow.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum ConsequenceDecl {
    Fine { amount: u64, unit: Name },
    FineFrom { by: Call, table: Name },
    Measure(Vec<Measure>),
    Arrest { days: u32 },
}

/// Consequences that are not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Measure {
    Suspension,
    Prohibition,
    Compensation,
    Correction,
    Referral,
    Disqualification,
}

impl Measure {
    /// The measure that a keyword names.
    pub fn of(kw: Kw) -> Option<Measure> {
        Some(match kw {
            Kw::Suspension => Measure::Suspension,
            Kw::Prohibition => Measure::Prohibition,
            Kw::Compensation => Measure::Compensation,
            Kw::Correction => Measure::Correction,
            Kw::Referral => Measure::Referral,
            Kw::Disqualification => Measure::Disqualification,
            _ => return None,
        })
    }

    /// The key of the measure in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Measure::Suspension => "suspension",
            Measure::Prohibition => "prohibition",
            Measure::Compensation => "compensation",
            Measure::Correction => "correction",
            Measure::Referral => "referral",
            Measure::Disqualification => "disqualification",
        }
    }
}

/// A named edge between norms.
#[derive(Clone, Debug)]
pub struct ExceptionDecl {
    /// Which of the kinds.
    pub kind: ExceptionKind,
    /// What it touches.
    pub target: Target,
    /// What takes the place (displacement) or stands beside (savings).
    pub other: Option<Target>,
    /// The fact and value of a presumption.
    pub presumed: Option<(Name, Name)>,
    /// The date fact that tells the day of the act (retroactivity).
    pub day_of_act: Option<Call>,
    /// When, readings, and for a proviso the sanctions.
    pub rule: Rule,
}

/// The kinds of edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum ExceptionKind {
    CarveOut,
    Displacement,
    Proviso,
    Savings,
    Scope,
    Presumption,
    Retroactivity,
}

impl ExceptionKind {
    /// The key of the kind in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            ExceptionKind::CarveOut => "carve-out",
            ExceptionKind::Displacement => "displacement",
            ExceptionKind::Proviso => "proviso",
            ExceptionKind::Savings => "savings",
            ExceptionKind::Scope => "scope",
            ExceptionKind::Presumption => "presumption",
            ExceptionKind::Retroactivity => "retroactivity",
        }
    }
}

/// Elements by name and pattern.
#[derive(Clone, Debug)]
pub struct Target {
    /// Only elements of this kind.
    pub kind: Option<NormKind>,
    /// The names; `true` marks a `prefix.*`.
    pub names: Vec<(Name, bool)>,
}

/// `table`.
#[derive(Clone, Debug)]
pub struct TableDecl {
    /// What its amounts count.
    pub unit: Name,
    /// By what it is looked up.
    pub by: Call,
    /// Rows by value.
    pub rows: Vec<(Vec<Name>, u64)>,
    /// Rows by date; `None` where the amount is not known.
    pub dated: Vec<(Date, Option<u64>, Span)>,
}

/// `edition`.
#[derive(Clone, Debug)]
pub struct EditionDecl {
    /// What people call it.
    pub title: Option<Text3>,
    /// The edition it stands on.
    pub on: Option<Name>,
    /// From when it is law.
    pub in_force: Option<Date>,
    /// Other names.
    pub also_named: Vec<Name>,
    /// From when changes exist that nobody has read.
    pub not_seen: Vec<(Date, Text3)>,
}

/// `act`.
#[derive(Clone, Debug, Default)]
pub struct ActDecl {
    /// The full title.
    pub title: Text3,
    /// The short one.
    pub short: Text3,
    /// Its number.
    pub number: Option<String>,
    /// Its date.
    pub date: Option<Date>,
    /// Articles have parts (a code) rather than points.
    pub parts: bool,
    /// Where it is published.
    pub link: Option<String>,
    /// `rank WORD`: its place in the order of acts.
    pub rank: Option<String>,
    /// `covers WORD, …`: what it is about.
    pub covers: Vec<String>,
    /// `replaced by ACT`: it is no longer there to be referred to.
    pub replaced_by: Option<Name>,
}

/// `property`.
#[derive(Clone, Debug)]
pub struct PropertyDecl {
    /// The claim.
    pub claim: Claim,
    /// The cases it is about.
    pub assuming: Vec<Expr>,
    /// What the page expects the proof to say.
    pub expect: Vec<PropertyExpectation>,
}

/// What a property claims.
#[derive(Clone, Debug)]
pub enum Claim {
    /// Two groups of norms never both apply to one person for the one act.
    NeverBoth(Target, Target),
    /// At least one of these norms applies.
    AlwaysSome(Target),
}

/// `expect proved in E where reading(X) = y`.
#[derive(Clone, Debug)]
pub struct PropertyExpectation {
    /// Proved, or refuted.
    pub proved: bool,
    /// In these editions.
    pub editions: Vec<Name>,
    /// In these readings.
    pub readings: Vec<(Name, Name)>,
    /// Where it is written.
    pub span: Span,
}

/// A `test` block.
#[derive(Clone, Debug, Default)]
pub struct TestBlock {
    /// In these editions.
    pub editions: Vec<Name>,
    /// The persons.
    pub persons: Vec<Name>,
    /// What is established or denied.
    pub facts: Vec<Expr>,
    /// Nobody else took part.
    pub others_none: bool,
    /// Unmentioned yes-or-no facts are denied.
    pub otherwise_no: bool,
    /// Readings that were chosen.
    pub readings: Vec<(Name, Name)>,
    /// What must come out.
    pub expect: Vec<TestExpectation>,
}

/// One line `expect …`.
#[derive(Clone, Debug)]
pub struct TestExpectation {
    /// What.
    pub what: Expected,
    /// The norm.
    pub norm: Name,
    /// The person, where the norm has one.
    pub person: Option<Name>,
    /// `ought` instead of `expect`: what the text should say, not what it says. The review reports it; the check does not.
    pub ought: bool,
    /// Where.
    pub span: Span,
}

/// What an example expects.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Expected {
    Applies,
    DoesNotApply,
    Unknown,
    Competing,
    Fine(u64, String),
    Measure(Measure),
    NotMeasure(Measure),
}

/// `F(a, b)`.
#[derive(Clone, Debug)]
pub struct Call {
    /// The name of the fact or definition.
    pub name: Name,
    /// What stands in the parentheses.
    pub args: Vec<Name>,
    /// From the name to the last parenthesis.
    pub span: Span,
}

/// A comparison operator.
pub type Op = Punct;

/// A condition as it is written.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Expr {
    Holds(Call),
    Compare { left: Operand, op: Op, right: Operand, span: Span },
    In { left: Call, values: Vec<Name> },
    Within { left: Operand, length: (u32, DeadlineUnit), after: Operand, span: Span },
    Met { norm: Name, var: Option<Name> },
    Applies { norm: Name, var: Option<Name> },
    ReadingIs { ambiguity: Name, reading: Name },
    Not(Box<Expr>, Span),
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Some { var: Name, body: Box<Expr> },
    Every { var: Name, body: Box<Expr> },
}

/// A side of a comparison.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Operand {
    Call(Call),
    Name(Name),
    Number(i64, Span),
    Date(Date, Span),
    Plus(Box<Operand>, u32, DeadlineUnit, Span),
}

impl Operand {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Operand::Call(c) => c.span,
            Operand::Name(n) => n.span,
            Operand::Number(_, s) | Operand::Date(_, s) | Operand::Plus(.., s) => *s,
        }
    }
}

/// A text under a language keyword.
pub fn lang_of(kw: Kw) -> Option<Lang> {
    match kw {
        Kw::Kk => Some(Lang::Kk),
        Kw::Ru => Some(Lang::Ru),
        Kw::En => Some(Lang::En),
        _ => None,
    }
}
