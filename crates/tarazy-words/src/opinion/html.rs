//! The opinion as a page that stands alone: read aloud, by keyboard, on a phone and on paper.

use super::{Opinion, Remark};
use crate::html::escaped;

const STYLE: &str = include_str!("opinion.css");

/// The whole page.
pub fn html(opinion: &Opinion) -> String {
    let o = opinion;
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n\
         </head>\n<body>\n<main>\n<header>\n<h1>{}</h1>\n<p class=\"subtitle\">{}</p>\n</header>\n",
        o.lang,
        escaped(&o.title),
        escaped(&o.title),
        escaped(&o.subtitle)
    );
    for p in &o.preamble {
        paragraph(&mut out, "", p);
    }
    paragraph(&mut out, "found", &o.found);
    contents(&mut out, o);
    if !o.general.is_empty() {
        section(&mut out, "general", o.word("opinion-general"));
        for r in &o.general {
            remark(&mut out, o, r, 3);
        }
        out.push_str("</section>\n");
    }
    if !o.articles.is_empty() {
        section(&mut out, "articles", o.word("opinion-by-article"));
        for a in &o.articles {
            out.push_str(&format!("<h3>{}</h3>\n", escaped(&a.heading)));
            for r in &a.remarks {
                remark(&mut out, o, r, 4);
            }
        }
        out.push_str("</section>\n");
    }
    if !o.rows.is_empty() {
        let heads = ["opinion-unit", "opinion-current-short", "opinion-proposed", "opinion-reason"];
        let rows = o.rows.iter().map(|r| vec![one(&r.unit), one(&r.current), many(&r.proposed), many(&r.reason)]);
        section(&mut out, "comparative", o.word("opinion-comparative"));
        table(&mut out, o, "opinion-comparative", &heads, rows);
        out.push_str("</section>\n");
    }
    annexes(&mut out, o);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn contents(out: &mut String, o: &Opinion) {
    let places = [
        ("general", "opinion-general", !o.general.is_empty()),
        ("articles", "opinion-by-article", !o.articles.is_empty()),
        ("comparative", "opinion-comparative", !o.rows.is_empty()),
        ("duties", "opinion-annex-duties", !o.duties.is_empty()),
        ("undecided", "opinion-annex-undecided", !o.undecided.is_empty()),
        ("codes", "opinion-annex-codes", !o.codes.is_empty()),
        ("text", "opinion-annex-text", true),
    ];
    let label = escaped(o.word("opinion-contents"));
    out.push_str(&format!("<nav aria-label=\"{label}\">\n<h2>{label}</h2>\n<ul>\n"));
    for (id, key, _) in places.iter().filter(|(.., there)| *there) {
        out.push_str(&format!("<li><a href=\"#{id}\">{}</a></li>\n", escaped(o.word(key))));
    }
    out.push_str("</ul>\n</nav>\n");
}

fn annexes(out: &mut String, o: &Opinion) {
    if !o.duties.is_empty() {
        section(out, "duties", o.word("opinion-annex-duties"));
        paragraph(out, "", &o.duties_about);
        let rows = o.duties.iter().map(|d| vec![one(&d.unit), one(&d.heading), one(&d.text)]);
        table(out, o, "opinion-annex-duties", &["opinion-unit", "opinion-norm", "opinion-says"], rows);
        out.push_str("</section>\n");
    }
    if !o.undecided.is_empty() {
        section(out, "undecided", o.word("opinion-annex-undecided"));
        paragraph(out, "", o.word("opinion-annex-undecided-about"));
        list(out, &o.undecided);
        out.push_str("</section>\n");
    }
    if !o.codes.is_empty() {
        section(out, "codes", o.word("opinion-annex-codes"));
        let rows = o.codes.iter().map(|c| vec![one(c.code), one(&c.title), one(&c.weight), c.count.to_string()]);
        let heads = ["opinion-code", "opinion-meaning", "opinion-weight", "opinion-count"];
        table(out, o, "opinion-annex-codes", &heads, rows);
        pairs(out, o.weights.iter().map(|l| (l.label.as_str(), l.text.as_str())));
        out.push_str("</section>\n");
    }
    section(out, "text", o.word("opinion-annex-text"));
    pairs(out, o.text.iter().map(|l| (l.label.as_str(), l.text.as_str())));
    out.push_str("</section>\n");
}

fn remark(out: &mut String, o: &Opinion, r: &Remark, level: usize) {
    out.push_str(&format!(
        "<article class=\"remark {}\" id=\"remark-{}\" aria-labelledby=\"remark-{}-title\">\n<h{level} id=\"remark-{}-title\">{}. {} \
         <span class=\"code\">({}, {})</span></h{level}>\n",
        r.weight, r.number, r.number, r.number, r.number,
        escaped(&r.title),
        r.code,
        escaped(&r.weight_said)
    ));
    for c in &r.current {
        let place = [c.unit.as_str(), c.heading.as_str()].into_iter().filter(|t| !t.is_empty());
        let place = place.collect::<Vec<_>>().join(" – ");
        out.push_str(&format!(
            "<blockquote><p class=\"label\">{}: {}</p>\n<p>{}</p></blockquote>\n",
            escaped(o.word("opinion-current")),
            escaped(&place),
            escaped(&c.text)
        ));
    }
    labelled(out, o.word("opinion-wrong"), &r.wrong);
    list(out, &r.items);
    if !r.example.is_empty() {
        labelled(out, o.word("opinion-example"), &r.example.join(" "));
    }
    if !r.notes.is_empty() {
        paragraph(out, "note", &r.notes.join(" "));
    }
    labelled(out, o.word("opinion-reason"), &r.reason);
    if !r.mend.is_empty() {
        labelled(out, o.word("opinion-how-to-mend"), &r.mend);
    }
    for p in &r.proposed {
        labelled(out, o.word("opinion-proposed"), p);
    }
    if let Some(p) = &r.proved {
        paragraph(out, "note", p);
    }
    out.push_str("</article>\n");
}

fn section(out: &mut String, id: &str, heading: &str) {
    out.push_str(&format!(
        "<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{}</h2>\n",
        escaped(heading)
    ));
}

fn paragraph(out: &mut String, class: &str, text: &str) {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    out.push_str(&format!("<p{class}>{}</p>\n", escaped(text)));
}

fn labelled(out: &mut String, label: &str, text: &str) {
    out.push_str(&format!("<p><strong>{}.</strong> {}</p>\n", escaped(label), escaped(text)));
}

fn list(out: &mut String, items: &[String]) {
    if items.is_empty() {
        return;
    }
    let items: Vec<String> = items.iter().map(|i| format!("<li>{}</li>\n", escaped(i))).collect();
    out.push_str(&format!("<ul>\n{}</ul>\n", items.concat()));
}

fn pairs<'t>(out: &mut String, lines: impl Iterator<Item = (&'t str, &'t str)>) {
    out.push_str("<dl>\n");
    for (label, text) in lines {
        out.push_str(&format!("<dt>{}</dt>\n<dd>{}</dd>\n", escaped(label), escaped(text)));
    }
    out.push_str("</dl>\n");
}

/// A table that can be scrolled by keyboard where the screen is narrow.
fn table(out: &mut String, o: &Opinion, caption: &str, heads: &[&str], rows: impl Iterator<Item = Vec<String>>) {
    let caption = escaped(o.word(caption));
    out.push_str(&format!(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\">\n<table>\n<caption>{caption}</caption>\n<thead><tr>"
    ));
    out.extend(heads.iter().map(|h| format!("<th scope=\"col\">{}</th>", escaped(o.word(h)))));
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        let (first, rest) = (row.first().cloned().unwrap_or_default(), row.get(1..).unwrap_or_default());
        let rest: String = rest.iter().map(|c| format!("<td>{c}</td>")).collect();
        out.push_str(&format!("<tr><th scope=\"row\">{first}</th>{rest}</tr>\n"));
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn one(text: &str) -> String {
    escaped(text)
}

fn many(texts: &[String]) -> String {
    texts.iter().map(|t| format!("<p>{}</p>", escaped(t))).collect()
}
