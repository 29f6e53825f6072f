//! The derivation: every step can be opened, closed and read aloud.

use maud::{Markup, html};
use tarazy_law::decide::answer::{Finding, TruthRef};
use tarazy_words::Node;

use super::Scene;

impl Scene<'_> {
    /// Why a verdict is as it is.
    pub(super) fn why(&self, f: &Finding) -> Markup {
        let tree = self.view.derivation(&f.reason);
        if tree.children.is_empty() {
            return html! {};
        }
        html! {
            details class="finding__why" {
                summary { (tarazy_words::capital(&self.say("note-why"))) }
                ul class="reasons" { @for n in &tree.children { (self.node(n)) } }
            }
        }
    }

    fn node(&self, n: &Node) -> Markup {
        let class = match n.truth {
            Some(TruthRef::Yes) => "yes",
            Some(TruthRef::No) => "no",
            Some(TruthRef::Open) => "open",
            None => "if",
        };
        // The sign is for the eye; whoever listens hears the word.
        let line = html! {
            @if n.truth.is_some() {
                span class="sign" role="img" aria-label=(self.view.say("truth-mark", &[("truth", class)])) { (n.sign()) } " "
            }
            (n.text)
        };
        html! {
            li class=(class) {
                @if n.children.is_empty() {
                    (line)
                } @else {
                    details {
                        summary { (line) }
                        ul { @for child in &n.children { (self.node(child)) } }
                    }
                }
            }
        }
    }
}
