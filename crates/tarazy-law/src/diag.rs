//! What is wrong with a page or a case: a code, a place, and the values a message needs.
//!
//! The words are elsewhere (`tarazy-words`), in three languages; here is only what happened.

use crate::source::Span;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// What kind of mistake it is. The text of each code is in the message files, under the code itself.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($(#[$doc])* $name),+ }

        impl Code {
            /// Every code there is.
            pub const ALL: &'static [Code] = &[$(Code::$name),+];

            /// The code as it is printed and looked up.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $code),+ }
            }
        }
    };
}

codes! {
    /// A provision declares elements and belongs to no edition.
    NoEdition = "L0101",
    /// A line under a heading has an unknown key.
    UnknownKey = "L0102",
    /// A value that its key does not take.
    BadValue = "L0103",
    /// Somebody tries to encode what nobody has read.
    NotSeen = "L0104",
    /// A provision is not restated in all three languages.
    TextMissing = "L0105",
    /// A citation that cannot be read.
    BadCitation = "L0106",
    /// A fact without its label in three languages.
    LabelMissing = "L0107",
    /// A provision with a rule and without a citation.
    CitationMissing = "L0108",
    /// Another word was expected.
    Unexpected = "L0201",
    /// A string without its end.
    OpenString = "L0202",
    /// A character that no word begins with.
    BadCharacter = "L0203",
    /// A date that no calendar has, or a number that is too large.
    BadNumber = "L0204",
    /// A clause stands twice.
    ClauseTwice = "L0205",
    /// A clause that this kind of element does not have.
    ClauseMisplaced = "L0206",
    /// Nesting beyond what a reader could follow.
    TooDeep = "L0207",
    /// A name that nothing bears.
    UnknownName = "L0301",
    /// A name that two things bear.
    DeclaredTwice = "L0302",
    /// Too many, too few or the wrong things in parentheses.
    BadArguments = "L0303",
    /// A person that no clause introduced.
    UnboundVariable = "L0304",
    /// A value that the fact cannot have.
    UnknownValue = "L0305",
    /// A name that stands for another kind of thing.
    WrongKind = "L0306",
    /// A pattern that matches nothing.
    EmptyTarget = "L0307",
    /// A rule that rests on itself.
    Cycle = "L0308",
    /// Three persons at once.
    ThreePersons = "L0309",
    /// A patch of something that is not there.
    NothingToPatch = "L0310",
    /// A row that its table cannot have.
    BadRow = "L0311",
    /// Fewer than two readings.
    OneReading = "L0312",
    /// A comparison of things that cannot be compared.
    NotComparable = "L0313",
    /// More values than a fact can have.
    TooManyValues = "L0314",
    /// A condition about a person, on a norm that is about no person.
    NoBearer = "L0315",
    /// A property turned out otherwise than the page says.
    Property = "L0401",
    /// An example turned out otherwise than the page says.
    Example = "L0402",
    /// The case is not TOML or JSON.
    CaseSyntax = "C0101",
    /// A field that no fact has.
    CaseUnknownField = "C0102",
    /// A value that the fact cannot have.
    CaseBadValue = "C0103",
    /// A person who is not among the persons of the case.
    CaseUnknownPerson = "C0104",
    /// A fact that does not belong in this part of a case.
    CaseMisplaced = "C0105",
    /// A case without persons.
    CaseNoPersons = "C0106",
    /// More persons than a case can have.
    CaseTooManyPersons = "C0107",
    /// An expectation about something unknown.
    CaseBadExpectation = "C0108",
    /// A case with more bytes than any case has.
    CaseTooLarge = "C0109",
    /// A text or a name of a case that is too long.
    CaseTooLong = "C0110",
    /// A list of a case that is too long.
    CaseTooManyValues = "C0111",
    /// A field that stands twice.
    CaseFieldTwice = "C0112",
    /// More mistakes than anybody reads.
    CaseTooManyMistakes = "C0113",
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Nothing can be decided on this.
    Error,
    /// It can, but somebody should look.
    Warning,
}

/// One mistake: what, where, and the values that its message names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// A second place that the message points to.
    pub also: Option<Span>,
    /// Values for the message.
    pub args: Vec<(&'static str, String)>,
}

impl Diagnostic {
    /// An error at `span`.
    pub fn error(code: Code, span: Span) -> Diagnostic {
        Diagnostic { code, severity: Severity::Error, span, also: None, args: Vec::new() }
    }

    /// A value for the message.
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Diagnostic {
        self.args.push((name, value.to_string()));
        self
    }

    /// The second place.
    pub fn also(mut self, span: Span) -> Diagnostic {
        self.also = Some(span);
        self
    }

    /// The names among `known` that somebody who wrote `wrote` may have meant, nearest first, as a value for the message.
    pub fn near<'a>(self, wrote: &str, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
        let near = nearest(wrote, known);
        self.arg("near", near.join(", "))
    }
}

/// At most three names of `known` that look like `wrote`, nearest first.
pub fn nearest<'a>(wrote: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    // Nothing is called so, and comparing it would cost more than the answer is worth.
    if wrote.len() > 1_000 {
        return Vec::new();
    }
    let mut scored: Vec<(f64, &str)> = known
        .into_iter()
        .map(|name| (strsim::jaro_winkler(wrote, name).max(word_overlap(wrote, name)), name))
        .filter(|(score, _)| *score > 0.8)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    scored.dedup_by(|a, b| a.1 == b.1);
    scored.into_iter().take(3).map(|(_, name)| name).collect()
}

/// Names are words joined by `_`: `managed_risks` is near `risks_managed` though no letter stands where it should.
fn word_overlap(a: &str, b: &str) -> f64 {
    let words = |s: &str| s.split(['_', '.', '-']).map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    let shared = a.iter().filter(|w| b.contains(w)).count();
    2.0 * shared as f64 / (a.len() + b.len()) as f64
}
