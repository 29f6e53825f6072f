//! The answer as nested HTML: every step can be opened, closed and read aloud.

use tarazy_law::decide::answer::{Decision, Finding, TruthRef, Verdict};
use tarazy_law::model::Corpus;

use crate::amount::capital;
use crate::cite;
use crate::due::Detail;
use crate::sentence::sentence;
use crate::tree::Node;
use crate::view::View;
use crate::words::Words;

/// The sentence, then for each verdict its norms, each with its reasons inside.
pub fn html(words: &Words, corpus: &Corpus, decision: &Decision) -> String {
    let view = View::new(words, corpus, decision);
    let mut out = format!("<section lang=\"{}\" class=\"decision\">\n", words.lang.code());
    paragraph(&mut out, "answer", &sentence(words, corpus, decision));
    for verdict in [Verdict::Competing, Verdict::Applies, Verdict::Unknown, Verdict::DoesNotApply] {
        let findings: Vec<&Finding> = decision.findings.iter().filter(|f| f.verdict == verdict).collect();
        if findings.is_empty() {
            continue;
        }
        let heading = capital(&words.say(&format!("chapter-{}", verdict.as_str())));
        out.push_str(&format!("<h2>{}</h2>\n<ul class=\"{}\">\n", escaped(&heading), verdict.as_str()));
        for f in findings {
            finding(&view, f, &mut out);
        }
        out.push_str("</ul>\n");
    }
    paragraph(&mut out, "note", &words.say("not-a-decision"));
    out.push_str("</section>\n");
    out
}

fn finding(view: &View<'_>, f: &Finding, out: &mut String) {
    out.push_str(&format!("<li id=\"{}\">", escaped(&anchor(f))));
    out.push_str(&format!("<details><summary>{}</summary>\n", escaped(&view.verdict_of(f))));
    if let Some(text) = view.restated(&f.norm.id) {
        paragraph(out, "text", &text);
    }
    paragraph(out, "source", &cite::source(view.words, &f.norm));
    if !f.consequences.is_empty() {
        paragraph(out, "follows", &view.dues(&f.consequences, Detail::Full));
    }
    out.push_str("<ul>\n");
    // The norm itself is the summary above.
    for step in &view.tree(&f.reason, None).children {
        node(view, step, out);
    }
    out.push_str("</ul>\n</details></li>\n");
}

/// A name for the place of a finding, so that other pages can point to it.
fn anchor(f: &Finding) -> String {
    f.person.as_ref().map_or_else(|| f.norm.id.clone(), |p| format!("{}--{p}", f.norm.id))
}

fn node(view: &View<'_>, n: &Node, out: &mut String) {
    let class = match n.truth {
        Some(TruthRef::Yes) => "yes",
        Some(TruthRef::No) => "no",
        Some(TruthRef::Open) => "open",
        None => "if",
    };
    // The sign is for the eye; whoever listens hears the word.
    let sign = match n.truth {
        Some(_) => {
            let said = view.say("truth-mark", &[("truth", class)]);
            format!("<span class=\"mark\" role=\"img\" aria-label=\"{}\">{}</span> ", escaped(&said), n.mark().1)
        }
        None => String::new(),
    };
    let line = format!("{sign}{}", escaped(&n.text));
    if n.children.is_empty() {
        out.push_str(&format!("<li class=\"{class}\">{line}</li>\n"));
        return;
    }
    out.push_str(&format!("<li class=\"{class}\"><details><summary>{line}</summary>\n<ul>\n"));
    for child in &n.children {
        node(view, child, out);
    }
    out.push_str("</ul>\n</details></li>\n");
}

fn paragraph(out: &mut String, class: &str, text: &str) {
    out.push_str(&format!("<p class=\"{class}\">{}</p>\n", escaped(text)));
}

/// Text in which nothing is markup.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
