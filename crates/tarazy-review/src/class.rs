//! The kinds of defect, each with its code.

use serde::Serialize;

/// How heavy a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// Somebody will be hurt by it: rights fail, guilt escapes, one act is punished twice.
    Serious,
    /// A court will have to guess.
    Moderate,
    /// A careful drafter would mend it.
    Remark,
}

impl Weight {
    /// Its key in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Weight::Serious => "serious",
            Weight::Moderate => "moderate",
            Weight::Remark => "remark",
        }
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $code:literal $weight:ident),+ $(,)?) => {
        /// What is wrong. The words for each are in the message files, under its code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Class { $($(#[$doc])* $name),+ }

        impl Class {
            /// Every class, by code.
            pub const ALL: &'static [Class] = &[$(Class::$name),+];

            /// The code: it never changes its meaning.
            pub fn code(self) -> &'static str {
                match self { $(Class::$name => $code),+ }
            }

            /// How heavy findings of this class weigh.
            pub fn weight(self) -> Weight {
                match self { $(Class::$name => Weight::$weight),+ }
            }

            /// A small page of law without any defect, and the same page with this one: for a reader, and for the tests, which hold the
            /// review to them.
            pub fn examples(self) -> (&'static str, &'static str) {
                match self {
                    $(Class::$name => (
                        include_str!(concat!("../classes/", $code, "/clean.md")),
                        include_str!(concat!("../classes/", $code, "/defect.md")),
                    )),+
                }
            }
        }
    };
}

classes! {
    /// Two acts of one rank cover one subject, and no provision says how they relate.
    RelationOpen = "R101" Moderate,
    /// The text names nobody who is bound, entitled or answers.
    AddresseeNotStated = "R102" Serious,
    /// An institution, a duty or an act with no bound on who falls under it, or one that hangs on how a word is read.
    ScopeUnbounded = "R103" Moderate,
    /// Several answer for the same thing, and nothing orders them by stage, cause or own part.
    NotAllocated = "R201" Serious,
    /// Liability, and no procedure that establishes at which stage and for which cause the error arose.
    NoProcedureForCause = "R202" Serious,
    /// A duty or liability from which nothing follows.
    NoConsequence = "R203" Serious,
    /// An omission is punished that no duty forbids, or a consequence follows from no conduct at all.
    ConsequenceWithoutDuty = "R204" Moderate,
    /// A right without procedure, term, reviewer or remedy.
    RightWithoutProcedure = "R205" Serious,
    /// What a duty asks cannot be known, or is not in the power of whom it binds.
    CannotBePerformed = "R206" Serious,
    /// A duty without levels, although the law allows states of the system in which it cannot be met.
    NoLevels = "R207" Serious,
    /// The bearer may be outside the territory, and then nobody inside answers.
    OutOfReach = "R208" Serious,
    /// A duty can be broken in cases that its sanction does not reach.
    ConsequenceNarrower = "R209" Moderate,
    /// Somebody is liable by role, and no duty is laid on that role.
    LiableWithoutDuty = "R210" Moderate,
    /// Known members of a class fall outside its definition.
    TooNarrow = "R301" Serious,
    /// A term takes in what other norms govern on other grounds.
    TooBroad = "R302" Moderate,
    /// A word of the text of which nobody can say what it means.
    MeaningNotStated = "R303" Moderate,
    /// A word without which the text would say the same.
    Surplus = "R304" Remark,
    /// A term that is used and nowhere defined.
    NotDefined = "R305" Moderate,
    /// A term that is defined and nowhere used.
    NotUsed = "R306" Remark,
    /// A term that is defined by itself.
    Circular = "R307" Serious,
    /// Terms that no norm tells apart.
    Indistinguishable = "R308" Moderate,
    /// The same persons are joined now by "and", now by "or", now by "and (or)".
    ConnectiveDrift = "R309" Moderate,
    /// One term is worded differently in different places.
    TermDrift = "R310" Remark,
    /// The texts in two languages say different things.
    TextsDiverge = "R311" Serious,
    /// A wording that leaves no room for any case.
    AbsoluteWording = "R312" Remark,
    /// A reference to what is not there.
    DanglingReference = "R313" Moderate,
    /// Two norms that punish apply to one person for one act, and nothing says which gives way.
    Competing = "R401" Serious,
    /// Somebody is at fault by the elements of a norm that gives way, and no other norm takes its place.
    Impunity = "R402" Serious,
    /// An exception reaches beyond the reason for which it was made.
    ExceptionTooWide = "R403" Moderate,
    /// A norm that can apply to nobody.
    Dead = "R404" Moderate,
    /// A norm that adds nothing to another.
    Subsumed = "R405" Remark,
    /// Two norms that say the same.
    Identical = "R406" Remark,
    /// Norms that are exceptions to each other in a circle.
    EdgesInCycle = "R407" Serious,
    /// Two terms of time for one step.
    TimeContradicts = "R501" Moderate,
    /// A term of which the beginning, the end or the unit can be counted in more than one way.
    TimeAmbiguous = "R502" Moderate,
    /// New duties, and no rule for what is already there.
    NoTransition = "R503" Remark,
}

impl std::fmt::Display for Class {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::str::FromStr for Class {
    type Err = ();

    fn from_str(code: &str) -> Result<Class, ()> {
        Class::ALL.iter().copied().find(|c| c.code().eq_ignore_ascii_case(code)).ok_or(())
    }
}

impl Serialize for Class {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.code())
    }
}
