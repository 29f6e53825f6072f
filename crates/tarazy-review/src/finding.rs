//! What was found.

use tarazy_law::Span;
use tarazy_law::model::ProvId;

use crate::class::Class;
use crate::witness::Witness;

/// What kind of thing a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Kind {
    Norm,
    Definition,
    Exception,
    Fact,
    Act,
    Ambiguity,
    Edition,
    /// A name that stands for nothing.
    Name,
}

/// One thing that a finding is about, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What it is.
    pub kind: Kind,
    /// Its name in the law language.
    pub name: String,
    /// The provision that declares it, where there is one.
    pub provision: Option<ProvId>,
    /// Its place.
    pub span: Span,
}

/// A value that the sentence of a finding names. Words for it are made in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// As it is.
    Text(String),
    /// Things by their names in the law language: said as a label or a citation.
    Names(Vec<String>),
    /// Parts of a norm or the like, by the key of their message (`part-procedure`, `connective-and` …).
    Keys(Vec<&'static str>),
    /// A number.
    Number(u64),
}

/// In which readings of the ambiguities a finding holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Readings {
    /// However anything is read.
    Every,
    /// In each of these ways of reading (ambiguity, reading); ambiguities that are not named do not matter.
    Only(Vec<Vec<(String, String)>>),
}

/// What makes two findings, perhaps of different editions, the same finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Key {
    /// The class.
    pub class: Class,
    /// The names of its subjects.
    pub names: Vec<String>,
    /// What tells apart findings of one class about the same subjects.
    pub detail: String,
}

/// A defect of the law.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Which kind of defect.
    pub class: Class,
    /// What it is about; the first is where a drafter would begin to mend it.
    pub subjects: Vec<Subject>,
    /// What the sentence says besides, by the names of its variables.
    pub values: Vec<(&'static str, Value)>,
    /// In which readings.
    pub readings: Readings,
    /// In which editions the same finding holds; this one among them.
    pub editions: Vec<String>,
    /// A case that shows it. Where a text lacks something, there may be none to show.
    pub witness: Option<Witness>,
    /// How many cases there are, over the facts on which it turns, where that was asked.
    pub cases: Option<u128>,
    /// A wording that would mend it, with its proof.
    pub repair: Option<Repair>,
}

impl Finding {
    /// A finding about these things; the rest is added by whoever found it.
    pub fn new(class: Class, subjects: Vec<Subject>) -> Finding {
        Finding {
            class,
            subjects,
            values: Vec::new(),
            readings: Readings::Every,
            editions: Vec::new(),
            witness: None,
            cases: None,
            repair: None,
        }
    }

    /// With a value for its sentence.
    pub fn with(mut self, name: &'static str, value: Value) -> Finding {
        self.values.push((name, value));
        self
    }

    /// With the readings in which alone it holds.
    pub fn in_readings(mut self, readings: Readings) -> Finding {
        self.readings = readings;
        self
    }

    /// With the case that shows it.
    pub fn shown_by(mut self, witness: Witness) -> Finding {
        self.witness = Some(witness);
        self
    }

    /// What makes it the same finding in another edition.
    pub fn key(&self) -> Key {
        let detail = self.values.iter().find(|(name, _)| *name == "detail").map(|(_, v)| format!("{v:?}"));
        Key {
            class: self.class,
            names: self.subjects.iter().map(|s| s.name.clone()).collect(),
            detail: detail.unwrap_or_default(),
        }
    }
}

/// A wording that would mend a finding.
#[derive(Clone, Debug)]
pub struct Repair {
    /// The page: an edition that stands on the reviewed one, in the law language.
    pub page: String,
    /// What it does, by the key of its message.
    pub key: &'static str,
    /// The findings that are gone with it.
    pub removes: Vec<Key>,
    /// The findings that come with it.
    pub creates: Vec<Finding>,
}
