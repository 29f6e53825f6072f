//! The clauses that a review rests on: each is read in three languages, a wrong name in it is reported where it stands, and laying a
//! page out changes nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use tarazy_law::check::run_examples;
use tarazy_law::model::{Corpus, Loaded, Rulebook, Selection};
use tarazy_law::source::Source;
use tarazy_law::syntax::ast::{Aspect, Connective, Feasible, NormKind};
use tarazy_law::syntax::format::format_page;

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
";

/// Every new clause once, in the words of three languages.
const PAGES: [&str; 3] = [
    "\
act old
  rank statute
  covers digital_environment, ai
  replaced by code

act young
  rank statute

relation order between code and young

role owner(person, system)
fact can_stop(person, system)
fact runs(system)
fact autonomy(system): low | high
fact controlled(person, system)
  feasible for can_stop, owner
  excluded by runs, autonomy = high
fact foreseen(act)
  feasible for nobody
fact reality(act)
  meaning not stated
fact stage(act): making | use
  tells stage
fact cause(act): code | data
  tells cause
fact foreign(person)
  tells abroad

definition term(p)
  means owner(p, system)
  refers to old
  says owner kk \"иесі\" ru \"владелец\" en \"possessor\"

duty x
  bearer p where owner(p, system)
  content controlled(p, system)
  joined and or
  refers to old, code
  says owner kk \"меншік иесі\" ru \"собственник\" en \"owner\"

procedure find-out
  bearer not stated
  establishes stage, cause

carve-out x.alone from x
  when runs(system)
  reason runs(system) and not can_stop(p, system)

institution platform
  bearer p where owner(p, system)",
    "\
акт old
  дәрежесі statute
  реттейді digital_environment, ai
  ауыстырылған бойынша code

акт young
  дәрежесі statute

арақатынас order арасында code және young

рөл owner(тұлға, жүйе)
дерек can_stop(тұлға, жүйе)
дерек runs(жүйе)
дерек autonomy(жүйе): low | high
дерек controlled(тұлға, жүйе)
  мүмкін бұлар-үшін can_stop, owner
  жоққа-шығарылады бойынша runs, autonomy = high
дерек foreseen(акт)
  мүмкін бұлар-үшін ешкімде
дерек reality(акт)
  мағынасы емес көрсетілген
дерек stage(акт): making | use
  көрсетеді кезең
дерек cause(акт): code | data
  көрсетеді себеп
дерек foreign(тұлға)
  көрсетеді шетел

анықтама term(p)
  білдіреді owner(p, жүйе)
  сілтейді үшін old
  дейді owner қаз \"иесі\" орыс \"владелец\" ағыл \"possessor\"

міндет x
  міндеттелген p мұнда owner(p, жүйе)
  мазмұны controlled(p, жүйе)
  байланысқан және немесе
  сілтейді үшін old, code
  дейді owner қаз \"меншік иесі\" орыс \"собственник\" ағыл \"owner\"

рәсім find-out
  міндеттелген емес көрсетілген
  анықтайды stage, cause

алып-тастау x.alone бастап x
  егер runs(жүйе)
  себебі runs(жүйе) және емес can_stop(p, жүйе)

институт platform
  міндеттелген p мұнда owner(p, жүйе)",
    "\
деяние old
  ранг statute
  регулирует digital_environment, ai
  заменён по code

деяние young
  ранг statute

соотношение order между code и young

роль owner(лицо, система)
факт can_stop(лицо, система)
факт runs(система)
факт autonomy(система): low | high
факт controlled(лицо, система)
  посильно для can_stop, owner
  исключено по runs, autonomy = high
факт foreseen(деяние)
  посильно для никто
факт reality(деяние)
  смысл не указан
факт stage(деяние): making | use
  показывает стадия
факт cause(деяние): code | data
  показывает причина
факт foreign(лицо)
  показывает зарубежье

определение term(p)
  означает owner(p, система)
  отсылает к old
  говорит owner каз \"иесі\" рус \"владелец\" англ \"possessor\"

обязанность x
  обязанный p где owner(p, система)
  содержание controlled(p, система)
  соединены и или
  отсылает к old, code
  говорит owner каз \"меншік иесі\" рус \"собственник\" англ \"owner\"

процедура find-out
  обязанный не указан
  устанавливает stage, cause

изъятие x.alone из x
  если runs(система)
  основание runs(система) и не can_stop(p, система)

учреждение platform
  обязанный p где owner(p, система)",
];

fn page(norms: &str, example: &str) -> String {
    format!(
        "# қ / о / w\n\nedition: base\ncite: code 1\n\nkk: а\nru: а\nen: a\n\n```norm\n{norms}\n```\n\n```test\n{example}\n```\n"
    )
}

fn load(text: &str) -> Loaded {
    let file = |path: &str, text: &str| Source { path: path.into(), text: text.into() };
    Corpus::load(vec![file("a.md", GROUND), file("b.md", text)])
}

fn read(norms: &str) -> (Corpus, Rulebook) {
    let loaded = load(&page(norms, ""));
    assert!(loaded.diagnostics.is_empty(), "{:?}\n{norms}", loaded.diagnostics);
    let book = loaded.corpus.book(&Selection { edition: "base".into(), as_of: None });
    (loaded.corpus, book)
}

#[test]
fn each_clause_says_the_same_in_three_languages() {
    for norms in PAGES {
        let (corpus, book) = read(norms);
        let vocabulary = &corpus.vocabulary;
        let id = |name: &str| vocabulary.find(name).expect(name);
        let fact = |name: &str| vocabulary.fact(id(name));

        let old = &corpus.acts["old"];
        assert_eq!((old.rank.as_deref(), old.covers.join(" ")), (Some("statute"), "digital_environment ai".to_owned()));
        assert_eq!(old.replaced_by.as_ref().map(|n| n.text.as_str()), Some("code"));
        assert_eq!(book.relations[0].acts, ["code", "young"]);

        let tells = ["stage", "cause", "foreign", "runs"].map(|n| fact(n).tells);
        assert_eq!(tells, [Some(Aspect::Stage), Some(Aspect::Cause), Some(Aspect::Abroad), None]);
        assert_eq!(fact("controlled").feasible, Some(Feasible::For(vec![id("can_stop"), id("owner")])));
        assert_eq!(fact("controlled").excluded_by, [(id("runs"), 1), (id("autonomy"), 1)]);
        assert_eq!(fact("foreseen").feasible, Some(Feasible::Nobody));
        assert!(fact("reality").meaning_not_stated && !fact("runs").meaning_not_stated);

        let x = book.norm(book.norm_ids["x"]);
        assert_eq!(x.joined, Some(Connective::AndOr));
        assert_eq!(x.refers, ["old", "code"]);
        assert_eq!((x.says[0].0.as_str(), x.says[0].1.ru.as_str()), ("owner", "собственник"));
        assert!(x.content.is_some());
        let procedure = book.norm(book.norm_ids["find-out"]);
        assert_eq!(procedure.establishes, [id("stage"), id("cause")]);
        assert!(book.exceptions.iter().any(|e| e.id == "x.alone" && e.reason.is_some()));
        assert_eq!(book.norm(book.norm_ids["platform"]).kind, NormKind::Institution);
        assert!(book.definitions.iter().any(|d| d.id == "term"));
    }
}

#[test]
fn the_three_languages_make_one_formula() {
    let formulas = PAGES.map(|norms| {
        let (_, book) = read(norms);
        let reason = book.exceptions.iter().find_map(|e| e.reason.clone());
        (book.norm(book.norm_ids["x"]).content.clone(), reason)
    });
    assert_eq!(formulas[0], formulas[1]);
    assert_eq!(formulas[0], formulas[2]);
}

#[test]
fn the_texts_may_join_by_one_word() {
    for (written, how) in [("and", Connective::And), ("or", Connective::Or), ("and or", Connective::AndOr)] {
        let (_, book) = read(&format!(
            "role owner(person, system)\n\nduty x\n  bearer p where owner(p, system)\n  joined {written}"
        ));
        assert_eq!(book.norms[0].joined, Some(how));
    }
}

#[test]
fn laying_out_twice_is_laying_out_once() {
    for norms in PAGES {
        let once = format_page(&page(norms, "for a: owner(a, system)\n  ought x applies to a"));
        assert_eq!(format_page(&once), once);
        let loaded = load(&once);
        assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    }
    let laid = format_page(&page(PAGES[0], ""));
    for line in ["  refers    to old, code", "  feasible  for can_stop, owner", "  excluded  by runs, autonomy = high"]
    {
        assert!(laid.contains(line), "{laid}");
    }
    let laid = format_page(&page("duty x\n  reason (harm(act) or fear(act))\n  content (harm(act))", ""));
    assert!(laid.contains("  reason    (harm(act)") && laid.contains("  content   (harm(act)"), "{laid}");
}

/// What should be so is a wish: it fails no check, and is not counted among the examples that came out.
#[test]
fn what_ought_to_be_fails_no_check() {
    let norms = "role owner(person, system)\n\nduty x\n  bearer p where owner(p, system)";
    let example = "for a: not owner(a, system)\nought x applies to a\nexpect x does not apply to a";
    let loaded = load(&page(norms, example));
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    let mut diagnostics = Vec::new();
    let result = run_examples(&loaded.corpus, "base", &mut diagnostics);
    assert_eq!((result.met, result.failed, diagnostics.len()), (1, 0, 0), "{diagnostics:?}");

    // A wish about nothing is a mistake all the same.
    let loaded = load(&page(norms, "for a: not owner(a, system)\nought y applies to a"));
    run_examples(&loaded.corpus, "base", &mut diagnostics);
    assert_eq!(diagnostics.iter().map(|d| d.code.as_str()).collect::<Vec<_>>(), ["L0301"]);
}

/// What is wrong stands before `¦`, its code after it.
#[test]
fn wrong_names_are_reported_where_they_stand() {
    let facts = "role owner(person, system)\nfact size(person): small | large\nfact day(act): date\nfact near(person, person)\n";
    let cases = [
        "fact f(act)\n  tells weather ¦L0201",
        "fact f(person, system)\n  feasible for ownr ¦L0301",
        "fact f(person, system)\n  feasible for size ¦L0306",
        "fact f(person, system)\n  feasible for day ¦L0306",
        "fact f(person, system)\n  feasible for near ¦L0306",
        "fact f(act)\n  excluded by runs ¦L0301",
        "fact f(person)\n  excluded by size = huge ¦L0305",
        "fact f(person)\n  excluded by size ¦L0305",
        "fact f(act)\n  meaning stated ¦L0201",
        "duty x\n  joined nor ¦L0201",
        "duty x\n  refers to cod ¦L0301",
        "duty x\n  says ownr kk \"а\" ru \"а\" en \"a\" ¦L0301",
        "duty x\n  content harmed(act) ¦L0301",
        "duty x\n  bearer not stated\n  content owner(p, system) ¦L0304",
        "duty x\n  content day(act) = day(act)\n  content day(act) = day(act) ¦L0205",
        "duty x\n  establishes day ¦L0206",
        "procedure x\n  establishes dy ¦L0301",
        "duty x\n\ncarve-out y from x\n  when day(act) = day(act)\n  reason dy(act) ¦L0301",
        "duty x\n\nscope y governs x\n  reason day(act) = day(act) ¦L0206",
        "relation r between code and cod ¦L0301",
        "act a\n  title \"a\"\n  replaced by b ¦L0301",
    ];
    for case in cases {
        let text = page(&format!("{facts}{case}"), "");
        let mut wanted = Vec::new();
        let mut clean = String::new();
        for (i, line) in text.lines().enumerate() {
            let (kept, code) = line.split_once('¦').map_or((line, None), |(kept, code)| (kept.trim_end(), Some(code)));
            clean.push_str(kept);
            clean.push('\n');
            wanted.extend(code.map(|c| (i + 1, c.to_owned())));
        }
        let loaded = load(&clean);
        let mut found: Vec<(usize, String)> = loaded
            .diagnostics
            .iter()
            .map(|d| (loaded.corpus.sources.line_column(d.span).0, d.code.as_str().to_owned()))
            .collect();
        found.dedup();
        assert_eq!(found, wanted, "{clean}\n{:?}", loaded.diagnostics);
    }
}
