//! How far a fact is known, in words.

use tarazy_law::decide::answer::{FactRef, Known};

use crate::view::View;

impl View<'_> {
    /// The value as far as it is known, and how it is known: «no (established; shown by: audit report)».
    pub fn known(&self, what: &FactRef, known: &Known) -> String {
        let values: Vec<String> = match what {
            FactRef::Fact { fact, .. } => known.values.iter().map(|v| self.value(fact, v)).collect(),
            _ => known.values.clone(),
        };
        let values = self.words.list(&values, "or-list");
        let mut about = match known.state {
            "established" | "disputed" => vec![self.words.say(&format!("known-{}", known.state))],
            _ => Vec::new(),
        };
        let told = [("known-evidence", &known.evidence), ("known-by", &known.by)];
        about.extend(
            told.into_iter().filter_map(|(key, v)| v.as_ref().map(|v| self.say(key, &[("what", self.words.of(v))]))),
        );
        if known.supposed {
            about = vec![self.words.say("known-supposed")];
        }
        if known.assessed && !matches!(known.state, "not-asked" | "unknown") {
            about.push(self.words.say("known-assessed"));
        }
        let value = match known.state {
            "established" | "disputed" => values,
            "denied" => self.say("known-denied", &[("values", &values)]),
            state => self.words.say(&format!("known-{state}")),
        };
        if about.is_empty() { value } else { format!("{value} ({})", about.join("; ")) }
    }
}
