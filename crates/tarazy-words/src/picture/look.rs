//! The sizes of letters and how a verdict looks: its classes, its line, its sign.

use tarazy_law::decide::answer::Verdict;

use super::measure::Type;

/// Headings over cards.
pub(super) const HEADING: Type = Type { size: 15, bold: true, leading: 20 };
/// The name of a person, the heading of a norm.
pub(super) const NAME: Type = Type { size: 16, bold: true, leading: 21 };
/// What is said in a card.
pub(super) const BODY: Type = Type { size: 15, bold: false, leading: 20 };
/// What is said beside it.
pub(super) const SMALL: Type = Type { size: 14, bold: false, leading: 18 };
/// A verdict that holds.
pub(super) const VERDICT: Type = Type { size: 15, bold: true, leading: 20 };
/// The number of a norm.
pub(super) const NUMBER: Type = Type { size: 14, bold: true, leading: 18 };

/// How strongly two things are tied; the strongest is drawn where several run together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// A role or a part in the act that is not known.
    Maybe,
    /// A role or a part in the act.
    Known,
    /// A norm of which it is open whether it applies.
    Open,
    /// A norm that applies.
    Applies,
    /// Norms that compete.
    Competing,
}

impl Tie {
    /// The tie between a person and a norm.
    pub(super) fn of(verdict: Verdict) -> Tie {
        match verdict {
            Verdict::Competing => Tie::Competing,
            Verdict::Applies => Tie::Applies,
            Verdict::Unknown | Verdict::DoesNotApply => Tie::Open,
        }
    }

    /// It says that somebody may answer.
    pub(super) fn answers(self) -> bool {
        matches!(self, Tie::Applies | Tie::Competing)
    }

    /// Classes of a line.
    pub(super) fn line(self) -> &'static str {
        match self {
            Tie::Maybe => "pic-line pic-maybe",
            Tie::Known => "pic-line",
            Tie::Open => "pic-line pic-open",
            Tie::Applies => "pic-line pic-answers",
            Tie::Competing => "pic-line pic-answers pic-competing",
        }
    }

    /// Classes of a dot where a line ends.
    pub(super) fn dot(self) -> &'static str {
        match self {
            Tie::Maybe => "pic-dot pic-maybe",
            Tie::Known => "pic-dot",
            Tie::Open => "pic-dot pic-open",
            Tie::Applies | Tie::Competing => "pic-dot pic-answers",
        }
    }
}
