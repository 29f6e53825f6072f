//! A Kazakh jurist writes Kazakh, a Russian-speaking one Russian: the same rule in three languages is the same rule.

#![allow(
    clippy::print_stdout,
    clippy::needless_for_each,
    clippy::cast_possible_wrap,
    clippy::semicolon_if_nothing_returned,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs
)]

use tarazy_law::Source;
use tarazy_law::check::run_examples;
use tarazy_law::model::{Corpus, Selection};

const GROUND: &str = "\
# Ground

edition: base
cite: code

kk: негіз
ru: основа
en: ground

```norm
edition base in force 2015-01-01

act code
  title kk \"Кодекс\" ru \"Кодекс\" en \"Code\"
  short kk \"К\" ru \"К\" en \"C\"
  divided into parts
```

## меншік иесі / собственник / owner {#owner}

kk: Иесі ме?
ru: Он собственник?
en: Is it the owner?

```norm
role owner(person, system) named меншік_иесі собственник
```

## басқарды / управлял / managed {#managed}

kk: Басқарды ма?
ru: Управлял?
en: Managed?

```norm
fact managed(person, system) named басқарды управлял
```

## зиян / вред / harm {#harmed}

kk: Зиян келді ме?
ru: Наступил вред?
en: Was there harm?

```norm
fact harmed(act) named зиян_келді вред_наступил
```
";

fn page(rule: &str, example: &str) -> Corpus {
    let text = format!(
        "# Rule\n\nedition: base\ncite: code 1\n\nkk: а\nru: а\nen: a\n\n```norm\n{rule}\n```\n\n```test\n{example}\n```\n"
    );
    let file = |path: &str, text: &str| Source { path: path.into(), text: text.into() };
    let loaded = Corpus::load(vec![file("a.md", GROUND), file("b.md", &text)]);
    assert!(loaded.diagnostics.is_empty(), "{:?}\n{rule}", loaded.diagnostics);
    loaded.corpus
}

#[test]
fn one_rule_in_three_languages() {
    let pages = [
        (
            "offence x\n  subject p where owner(p, system)\n  when not managed(p, system) and harmed(act)\n  sanction fine 15 tenge",
            "for a: owner(a, system), not managed(a, system), harmed(act)\nothers none\nexpect x applies to a\nexpect fine 15 tenge under x for a",
        ),
        (
            "құқықбұзушылық x\n  субъектісі p мұнда меншік_иесі(p, жүйе)\n  егер емес басқарды(p, жүйе) және зиян_келді(акт)\n  жаза айыппұл 15 tenge",
            "бұлар-үшін a: меншік_иесі(a, жүйе), емес басқарды(a, жүйе), зиян_келді(акт)\nбасқалар ешкім\nкүтіледі x қолданылады үшін a\nкүтіледі айыппұл 15 tenge сай x үшін a",
        ),
        (
            "правонарушение x\n  субъект p где собственник(p, система)\n  если не управлял(p, система) и вред_наступил(деяние)\n  санкция штраф 15 tenge",
            "для a: собственник(a, система), не управлял(a, система), вред_наступил(деяние)\nпрочих никого\nожидается x применяется к a\nожидается штраф 15 tenge согласно x к a",
        ),
    ];
    let mut rules = Vec::new();
    for (rule, example) in pages {
        let corpus = page(rule, example);
        let mut diags = Vec::new();
        let result = run_examples(&corpus, "base", &mut diags);
        assert_eq!((result.met, result.failed), (2, 0), "{diags:?}\n{example}");
        let book = corpus.book(&Selection { edition: "base".into(), as_of: None });
        rules.push((book.norms[0].bearer_cond.clone(), book.norms[0].when.clone()));
    }
    assert_eq!(rules[0], rules[1]);
    assert_eq!(rules[0], rules[2]);
}

#[test]
fn a_name_that_begins_with_a_keyword_is_a_name() {
    let rule = "definition nothing(p) means owner(p, system)\n\ndefinition orderly(p) means nothing(p) and not managed(p, system)\n\noffence in-kind\n  subject p where orderly(p)";
    page(rule, "for a: owner(a, system), not managed(a, system)\nexpect in-kind applies to a");
}
