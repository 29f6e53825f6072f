//! The colours of blocks, for editors that read TextMate grammars: made from the table of keywords, so that it cannot fall behind.

use serde_json::{Value, json};
use tarazy_law::syntax::keyword::Kw;

/// The grammar that colours `norm` and `test` blocks inside Markdown.
pub fn grammar() -> Value {
    let declares = forms(Kw::opens_item);
    let clauses = forms(|k| !k.opens_item() && (k.opens_clause() || k.opens_test_line()));
    let others = forms(|k| !k.opens_item() && !k.opens_clause() && !k.opens_test_line());
    // A word is a name where it goes on: `act` is a keyword, `act.1` and `acted_on` are not.
    let word = |forms: &str| {
        format!("(?<![\\p{{L}}\\p{{N}}_.\\-])(?:{forms})(?![\\p{{L}}\\p{{N}}_]|[.\\-][\\p{{L}}\\p{{N}}_])")
    };
    let block = |names: &str| {
        json!({
            "begin": format!("^\\s*(`{{3,}}|~{{3,}})\\s*({names})\\s*$"),
            "end": "^\\s*\\1\\s*$",
            "beginCaptures": { "2": { "name": "fenced_code.block.language" } },
            "contentName": "meta.embedded.block.tarazy",
            "patterns": [{ "include": "#words" }]
        })
    };
    json!({
        "name": "Tarazy",
        "scopeName": "tarazy.markdown",
        "injectionSelector": "L:text.html.markdown",
        "patterns": [block("norm|норма"), block("test|мысал|пример")],
        "repository": { "words": { "patterns": [
            { "name": "comment.line.number-sign.tarazy", "match": "#.*$" },
            { "name": "string.quoted.tarazy", "match": "\"[^\"\\n]*\"|«[^»\\n]*»|“[^”\\n]*”" },
            { "name": "constant.numeric.date.tarazy", "match": "(?<![\\p{L}\\p{N}_.\\-])\\d{4}-\\d{2}-\\d{2}(?![\\p{L}\\p{N}_])" },
            { "name": "constant.numeric.tarazy", "match": "(?<![\\p{L}\\p{N}_.\\-])\\d+(?![\\p{L}\\p{N}_.\\-])" },
            { "match": format!("^((?:{})\\s+)?({})\\s+([\\p{{L}}\\p{{N}}_][\\p{{L}}\\p{{N}}_.\\-]*)", forms(|k| k == Kw::Replace), declares),
              "captures": {
                "1": { "name": "keyword.declaration.tarazy" },
                "2": { "name": "keyword.declaration.tarazy" },
                "3": { "name": "entity.name.tarazy" } } },
            { "name": "keyword.declaration.tarazy", "match": word(&declares) },
            { "name": "keyword.control.clause.tarazy", "match": word(&clauses) },
            { "name": "keyword.operator.word.tarazy", "match": word(&others) },
            { "name": "entity.name.function.tarazy", "match": "[\\p{L}\\p{N}_][\\p{L}\\p{N}_.\\-]*(?=\\()" },
            { "name": "keyword.operator.tarazy", "match": "!=|<=|>=|[=<>≠≤≥|+]" }
        ] } }
    })
}

/// Every form of the keywords of a kind, the longer first, so that none is taken for the beginning of another.
fn forms(kind: impl Fn(Kw) -> bool) -> String {
    let mut out: Vec<&str> = Kw::TABLE.iter().filter(|(k, _)| kind(*k)).flat_map(|(_, forms)| forms).copied().collect();
    out.sort_by_key(|f| (std::cmp::Reverse(f.chars().count()), *f));
    out.dedup();
    out.iter().map(|f| f.replace('-', "\\-")).collect::<Vec<_>>().join("|")
}
