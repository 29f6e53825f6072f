//! Clean law of every shape gives no finding.
//!
//! The generator starts from what law owes its reader, not from what is checked: a duty says whom it binds and what follows, a right says
//! how it is used, whoever answers was bound before and is found by a procedure, words are defined and used, terms of time begin somewhere,
//! acts say how they stand to each other. Everything else is left to chance.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use fastrand::Rng;
use support::{all_findings, mistakes, shown};
use tarazy_law::model::{Corpus, Loaded};
use tarazy_law::source::Source;
use tarazy_review::Class;

/// The classes that this law is clean of.
const STRUCTURAL: &[Class] = &[
    Class::RelationOpen,
    Class::AddresseeNotStated,
    Class::ScopeUnbounded,
    Class::NotAllocated,
    Class::NoProcedureForCause,
    Class::NoConsequence,
    Class::ConsequenceWithoutDuty,
    Class::RightWithoutProcedure,
    Class::OutOfReach,
    Class::LiableWithoutDuty,
    Class::MeaningNotStated,
    Class::NotDefined,
    Class::NotUsed,
    Class::Circular,
    Class::Indistinguishable,
    Class::ConnectiveDrift,
    Class::TermDrift,
    Class::AbsoluteWording,
    Class::DanglingReference,
    Class::EdgesInCycle,
    Class::TimeContradicts,
    Class::TimeAmbiguous,
    Class::NoTransition,
];

#[test]
fn clean_law_gives_no_finding() {
    for seed in 0..1_000 {
        let page = Law::new(seed).page();
        let loaded = Corpus::load(vec![Source { path: "page.md".to_owned(), text: page.clone() }]);
        assert_eq!(mistakes(&loaded), Vec::<String>::new(), "seed {seed}\n{page}");
        let found = structural(&loaded);
        assert!(found.is_empty(), "seed {seed}: {found:#?}\n{page}");
    }
}

/// A line taken out of an element, or changed: what is found then, and about which element.
type Error = (&'static str, fn(&str) -> Option<String>, Class);

const ERRORS: &[Error] = &[
    ("right ", |b| without(b, "  procedure "), Class::RightWithoutProcedure),
    ("right ", |b| without(b, "  remedy "), Class::RightWithoutProcedure),
    (
        "procedure ",
        |b| changed(b, "  deadline ", |l| l.split(" from ").next().map(str::to_owned)),
        Class::TimeAmbiguous,
    ),
    ("institution ", |b| without(b, "  bearer "), Class::ScopeUnbounded),
    ("power ", |b| without(b, "  body "), Class::AddresseeNotStated),
    ("liability ", |b| without(b, "  sanction "), Class::NoConsequence),
    ("duty ", |b| without(b, "  bearer ").filter(|b| !b.contains("(p")), Class::AddresseeNotStated),
    (
        "prohibition ",
        |b| changed(b, "  sanction  a.", |_| Some("  sanction  b.1".to_owned())),
        Class::DanglingReference,
    ),
    ("duty ", |b| changed(b, "  when ", |l| Some(format!("{l} and nobody_said(act)"))), Class::NotDefined),
];

fn without(block: &str, line: &str) -> Option<String> {
    changed(block, line, |_| Some(String::new()))
}

/// The block with its first line of this beginning made anew, where it has exactly one.
fn changed(block: &str, line: &str, make: fn(&str) -> Option<String>) -> Option<String> {
    let mut found = block.lines().filter(|l| l.starts_with(line));
    let (old, None) = (found.next()?, found.next()) else { return None };
    Some(block.replacen(old, &make(old)?, 1))
}

#[test]
fn an_error_in_clean_law_is_found() {
    let mut tried = vec![0; ERRORS.len()];
    for seed in 0..60 {
        let page = Law::new(seed).page();
        for (i, (kind, make, class)) in ERRORS.iter().enumerate() {
            // Elements stand in blocks; what a later edition says anew is left as it is.
            let blocks = page.split("```norm\n").skip(1).filter_map(|b| b.split("\n```").next());
            for block in blocks.filter(|b| b.starts_with(kind)) {
                let Some(broken) = make(block) else { continue };
                let loaded = support::load(&page.replacen(block, &broken, 1));
                let name = block.split_whitespace().nth(1).unwrap();
                let found = support::all_findings(&loaded);
                let about = |f: &&tarazy_review::Finding| {
                    f.class == *class && (f.subjects[0].name == name || *class == Class::NotDefined)
                };
                assert!(found.iter().any(|f| about(&f)), "seed {seed}: no {class} about {name}\n{broken}\n{page}");
                tried[i] += 1;
            }
        }
    }
    assert!(tried.iter().all(|n| *n > 5), "{tried:?}");
}

fn structural(loaded: &Loaded) -> Vec<String> {
    let found = all_findings(loaded);
    found.iter().filter(|f| STRUCTURAL.contains(&f.class)).map(|f| shown(loaded, f)).collect()
}

/// A law in the making.
struct Law {
    rng: Rng,
    /// The clauses that serve the review only are used.
    modern: bool,
    /// It takes force on a day.
    in_force: bool,
    roles: Vec<String>,
    /// Words that stand for persons, with the roles they stand for.
    words: Vec<(String, Vec<usize>)>,
    /// Yes-or-no facts about the system and the act.
    states: Vec<String>,
    /// Conduct of a person.
    deeds: Vec<String>,
    facts: String,
    /// The items of the act, each under a heading of its own.
    items: Vec<String>,
    count: usize,
}

impl Law {
    fn new(seed: u64) -> Law {
        let mut rng = Rng::with_seed(seed);
        let (modern, in_force) = (rng.bool(), rng.bool());
        Law {
            rng,
            modern,
            in_force,
            roles: Vec::new(),
            words: Vec::new(),
            states: Vec::new(),
            deeds: Vec::new(),
            facts: String::new(),
            items: Vec::new(),
            count: 0,
        }
    }

    fn chance(&mut self, of_ten: u32) -> bool {
        self.rng.u32(..10) < of_ten
    }

    fn fact(&mut self, declaration: &str) {
        self.facts.push_str(&format!("## а / б / c\n\n```norm\n{declaration}\n```\n\n"));
    }

    /// A new element: its name.
    fn id(&mut self) -> String {
        self.count += 1;
        format!("a.{}", self.count)
    }

    fn item(&mut self, block: String) {
        self.items.push(block);
    }

    fn pick(&mut self, from: &[String]) -> String {
        from[self.rng.usize(..from.len())].clone()
    }

    /// Some condition about the system and the act, true of some cases and false of others.
    fn state(&mut self, depth: u32) -> String {
        if depth > 0 && self.chance(4) {
            let (a, b) = (self.state(depth - 1), self.state(depth - 1));
            let join = if self.rng.bool() { "and" } else { "or" };
            return format!("({a} {join} {b})");
        }
        match self.rng.u32(..5) {
            0 => format!("amount(act) > {}", self.rng.u32(..9)),
            1 => format!("kind_of(system) {} red", if self.rng.bool() { "=" } else { "!=" }),
            n => {
                let states = self.states.clone();
                format!("{}{}", if n == 2 { "not " } else { "" }, self.pick(&states))
            }
        }
    }

    /// Persons: those of one role, of some roles, or of a word; the roles are returned with the condition.
    fn persons(&mut self, var: &str) -> (String, Vec<usize>) {
        if !self.words.is_empty() && self.chance(3) {
            let (word, roles) = self.words[self.rng.usize(..self.words.len())].clone();
            return (format!("{word}({var}, system)"), roles);
        }
        let mut roles: Vec<usize> = (0..self.roles.len()).collect();
        self.rng.shuffle(&mut roles);
        roles.truncate(1 + self.rng.usize(..2));
        let named: Vec<String> = roles.iter().map(|r| format!("{}({var}, system)", self.roles[*r])).collect();
        (format!("({})", named.join(" or ")), roles)
    }

    fn consequence(&mut self) -> String {
        let all =
            ["fine 100 tenge", "correction", "compensation", "suspension or prohibition", "fine by size(p) from fines"];
        let what = all[self.rng.usize(..all.len())];
        format!("\n  sanction  {what}")
    }

    fn page(mut self) -> String {
        self.vocabulary();
        let roles = self.roles.clone();
        // Every role has something of its own, or it would not be a role of its own.
        for role in &roles {
            self.own_duty(&format!("{role}(p, system)"));
        }
        for (word, _) in self.words.clone() {
            self.own_duty(&format!("{word}(p, system)"));
        }
        for _ in 0..self.rng.usize(..6) {
            self.duty();
        }
        for _ in 0..self.rng.usize(..3) {
            self.right();
        }
        for _ in 0..self.rng.usize(..3) {
            self.liability();
        }
        for _ in 0..self.rng.usize(..3) {
            self.offence();
        }
        self.rest();
        self.rng.clone().shuffle(&mut self.items);
        self.put_together()
    }

    fn vocabulary(&mut self) {
        for i in 0..2 + self.rng.usize(..4) {
            self.roles.push(format!("role_{i}"));
            self.fact(&format!("role role_{i}(person, system)"));
        }
        for i in 0..3 + self.rng.usize(..4) {
            let about = if self.rng.bool() { "system" } else { "act" };
            self.states.push(format!("state_{i}({about})"));
            self.fact(&format!("fact state_{i}({about})"));
        }
        for i in 0..2 + self.rng.usize(..3) {
            let about = if self.rng.bool() { "system" } else { "act" };
            self.deeds.push(format!("deed_{i}(p, {about})"));
            self.fact(&format!("fact deed_{i}(person, {about})"));
        }
        let tells = if self.modern && self.rng.bool() { "\n  tells stage" } else { "" };
        self.fact(&format!("fact stage(act): making | selling | using{tells}"));
        self.fact("fact took_part(person, act)");
        self.fact("fact hurt(person, act)");
        self.fact("fact stranger(person)");
        self.fact("fact size(person): small | large");
        self.fact("fact kind_of(system): red | green | blue");
        self.fact("fact amount(act): number");
        self.fact("fact asked_on(act): date");
        self.fact("fact done_on(act): date");
        self.fact("fact made_on(system): date");
        self.fact("fact resident(person)");
        for i in 0..self.rng.usize(..3) {
            let mut of: Vec<usize> = (0..self.roles.len()).collect();
            self.rng.shuffle(&mut of);
            of.truncate(1 + self.rng.usize(..2));
            let means: Vec<String> = of.iter().map(|r| format!("{}(p, system)", self.roles[*r])).collect();
            let (name, means) = (format!("word_{i}"), means.join(" or "));
            self.item(format!("definition {name}(p, system)\n  means     {means}"));
            self.words.push((name, of));
        }
        for i in 0..self.rng.usize(..3) {
            let (name, a) = (format!("term_{i}(act)"), self.state(1));
            let block = if self.rng.bool() {
                let b = self.state(1);
                let labels = "kk \"а\" ru \"б\" en \"c\"";
                format!("definition {name}\n  reading   narrow {labels}: {a} and {b}\n  reading   broad {labels}: {a}")
            } else {
                format!("definition {name}\n  means     {a}")
            };
            self.item(block);
            // It is used at least here.
            let (id, (who, _)) = (self.id(), self.persons("p"));
            self.item(format!("permission {id}\n  bearer    p where {who}\n  when      {name}"));
            self.states.push(name);
        }
    }

    fn own_duty(&mut self, who: &str) {
        let (id, consequence) = (self.id(), self.consequence());
        let when = if self.rng.bool() { format!("\n  when      {}", self.state(2)) } else { String::new() };
        let says = if self.modern && self.chance(3) {
            "\n  says      role_0 kk \"рөл иесі\" ru \"носитель роли\" en \"bearer of the role\""
        } else {
            ""
        };
        self.item(format!("duty {id}\n  bearer    p where {who}{when}{consequence}{says}"));
    }

    /// A duty or prohibition, with one of the ways in which something can follow from its breach.
    fn duty(&mut self) {
        let (id, (who, roles)) = (self.id(), self.persons("p"));
        let forbids = self.rng.bool();
        let kind = if forbids { "prohibition" } else { "duty" };
        let deeds = self.deeds.clone();
        let deed = self.pick(&deeds);
        let when = if self.chance(6) { format!("\n  when      {}", self.state(2)) } else { String::new() };
        let unless = if self.chance(3) { format!("\n  unless    {}", self.state(1)) } else { String::new() };
        let mut more = format!("{when}{unless}");
        if self.modern && self.rng.bool() {
            more.push_str(&format!("\n  content   {deed}"));
        }
        if self.modern && roles.len() > 1 && self.chance(5) {
            more.push_str("\n  joined    or");
        }
        if self.modern && self.chance(3) {
            more.push_str("\n  refers    to other");
        }
        let times = ["", "", "", "\n  deadline  immediately", "\n  deadline  every 1 year"];
        more.push_str(times[self.rng.usize(..times.len())]);
        let punished = self.id();
        let done = if forbids { deed.clone() } else { format!("not {deed}") };
        let offence = |link: &str, fine: &str| {
            format!("offence {punished}\n  subject   p where {who}\n  when      {done}{link}{fine}")
        };
        let head = format!("{kind} {id}\n  bearer    p where {who}{more}");
        match self.rng.u32(..5) {
            0 => {
                let follows = self.consequence();
                self.item(format!("{head}{follows}"));
            }
            1 => {
                let fine = self.consequence();
                self.item(offence("", &fine));
                self.item(format!("{head}\n  sanction  {punished}"));
            }
            2 => {
                let fine = self.consequence();
                self.item(offence(&format!("\n  answers   to {id}"), &fine));
                self.item(head);
            }
            3 => {
                let follows = self.consequence();
                self.item(format!("duty {punished}\n  bearer    p where {who}\n  when      damage(act){follows}"));
                self.item(format!("{head}\n  remedy    {punished}"));
                self.states_damage();
            }
            _ => {
                let (follows, state) = (self.consequence(), self.state(1));
                let first = self.consequence();
                self.item(format!("{head}{first}\n\nproviso {punished} to {id}\n  when      {state}{follows}"));
            }
        }
    }

    fn states_damage(&mut self) {
        if !self.facts.contains("fact damage(act)") {
            self.fact("fact damage(act)");
        }
    }

    /// A right with its way, its term, who looks again and what mends, each wherever a text may put it.
    fn right(&mut self) {
        self.states_damage();
        let (right, way, mend, answer) = (self.id(), self.id(), self.id(), self.id());
        let (who, _) = self.persons("p");
        let from = if self.rng.bool() { "asked_on(act)" } else { "done_on(act)" };
        let term = format!(
            "\n  deadline  {} {} from {from}",
            1 + self.rng.u32(..20),
            if self.rng.bool() { "days" } else { "working days" }
        );
        let reviewer = "\n  reviewer  q where stranger(q)";
        let place = self.rng.u32(..3);
        let at = |n: u32, clause: &str| if place == n { clause.to_owned() } else { String::new() };
        let looks = self.rng.u32(..2);
        let looked = |n: u32| if looks == n { reviewer } else { "" };
        let (on_right, on_way, on_answer) = (at(0, &term), at(1, &term), at(2, &term));
        let remedy_on_way = self.rng.bool();
        let remedy = format!("\n  remedy    {mend}");
        let (of_right, of_way) = if remedy_on_way { ("", remedy.as_str()) } else { (remedy.as_str(), "") };
        self.item(format!(
            "right {right}\n  bearer    p where hurt(p, act)\n  procedure {way}{on_right}{}{of_right}",
            looked(0)
        ));
        self.item(format!("procedure {way}\n  bearer    p where {who}{on_way}{}{of_way}", looked(1)));
        let follows = self.consequence();
        self.item(format!("duty {mend}\n  bearer    p where {who}\n  when      damage(act){follows}"));
        if place == 2 {
            let follows = self.consequence();
            let duty = format!("duty {answer}\n  bearer    p where {who}{on_answer}\n  answers   to {right}{follows}");
            self.item(duty);
        }
    }

    /// A liability of one, or of several among whom the text chooses.
    fn liability(&mut self) {
        self.states_damage();
        let (id, inquiry) = (self.id(), self.id());
        let (who, roles) = self.persons("p");
        let several = roles.len() > 1;
        let one = self.roles[roles[0]].clone();
        let other = self.roles[roles[roles.len() - 1]].clone();
        let (who, when) = match self.rng.u32(..3) {
            _ if !several => (who, "damage(act)".to_owned()),
            0 => (format!("{who} and took_part(p, act)"), "damage(act)".to_owned()),
            1 => (who, "damage(act) and stage(act) in {making, using}".to_owned()),
            _ => (
                format!("{one}(p, system) or {other}(p, system) and every q: not {one}(q, system)"),
                "damage(act)".to_owned(),
            ),
        };
        let follows = self.consequence();
        let links = if self.rng.bool() { format!("\n  procedure {inquiry}") } else { String::new() };
        let answers = if links.is_empty() { format!("\n  answers   to {id}") } else { String::new() };
        let establishes = if self.modern { "\n  establishes stage" } else { "" };
        self.item(format!("liability {id}\n  subject   p where {who}\n  when      {when}{links}{follows}"));
        self.item(format!("procedure {inquiry}\n  body      council\n  when      damage(act){establishes}{answers}"));
    }

    /// An offence that needs no duty: whoever does something. Two of them, of which the graver takes the other's place.
    fn offence(&mut self) {
        self.states_damage();
        let (a, b, edge) = (self.id(), self.id(), self.id());
        let deeds = self.deeds.clone();
        let (deed, first, second) = (self.pick(&deeds), self.consequence(), self.consequence());
        let who = if self.rng.bool() { format!("p where {deed}") } else { format!("p\n  when      {deed}") };
        self.item(format!("offence {a}\n  subject   {who}{first}"));
        self.item(format!("offence {b}\n  subject   p where met({a}, p)\n  when      damage(act){second}"));
        let block = match self.rng.u32(..3) {
            0 => format!("savings {edge} of {a} beside {b}"),
            1 => format!("displacement {edge} of {a} by {b}"),
            _ => {
                let state = self.state(1);
                format!(
                    "displacement {edge} of {a} by {b}\n\ncarve-out {edge}.x from {a}, {b}\n  when      {state}\n\ncarve-out {edge}.y from {edge}.x\n  when      resident(p)"
                )
            }
        };
        self.item(block);
    }

    /// What a law has besides.
    fn rest(&mut self) {
        if self.chance(5) {
            let id = self.id();
            self.item(format!("power {id}\n  body      council"));
        }
        if self.chance(5) {
            let (id, (who, _)) = (self.id(), self.persons("p"));
            self.item(format!("institution {id}\n  bearer    p where {who}\n  body      council"));
        }
        if self.chance(3) {
            let (id, (who, _)) = (self.id(), self.persons("p"));
            self.item(format!("exemption {id}\n  bearer    p where {who} and size(p) = small"));
        }
        if self.modern && self.chance(4) {
            self.fact("fact foreign(system)\n  tells abroad");
            let (id, (who, _), follows) = (self.id(), self.persons("p"), self.consequence());
            self.item(format!("duty {id}\n  bearer    p where {who}\n  when      foreign(system){follows}"));
        }
        if self.in_force {
            let (id, (who, _), follows) = (self.id(), self.persons("p"), self.consequence());
            let block = match self.rng.u32(..3) {
                0 => format!("retroactivity {id} for a.* by done_on(act)"),
                1 => {
                    format!("duty {id}\n  bearer    p where {who}\n  when      made_on(system) >= 2031-01-01{follows}")
                }
                _ => format!("carve-out {id} from duty a.*\n  when      made_on(system) < 2031-01-01"),
            };
            self.item(block);
        }
    }

    fn put_together(mut self) -> String {
        let title = "kk \"а\" ru \"б\" en \"c\"";
        let force = if self.in_force { " in force 2031-01-01" } else { "" };
        let about = |covers: &str| if self.modern { format!("\n  rank law\n  covers {covers}") } else { String::new() };
        let (mine, other) = (about("machines"), about("roads, machines"));
        let related = if self.modern { "relation a.other between a and other".to_owned() } else { String::new() };
        let mut page = format!(
            "# А / Б / C\n\nedition: first\n\n```norm\nedition first{force}\nedition second on first{force}\n\nact a\n  title {title}\n  short {title}{mine}\n\nact other\n  title {title}\n  short {title}{other}\n\nauthority council\n  title {title}\n```\n\n{}",
            self.facts
        );
        // Whom the act binds: said of all its duties, or of each chapter.
        let bind = |b: &&String| ["duty ", "prohibition ", "liability "].iter().any(|k| b.starts_with(k));
        let names = self.items.iter().filter(bind).filter_map(|b| b.split_whitespace().nth(1));
        let names = names.map(str::to_owned).collect::<Vec<_>>().join(", ");
        self.items.push(format!("scope a.0 governs {names}\n  when      resident(p)"));
        self.items.push("table fines: tenge by size\n  small 10\n  large 20".to_owned());
        self.items.extend((!related.is_empty()).then_some(related));
        let heading = |n: usize, edition: &str, block: &str| {
            format!(
                "## А / Б / C {{#p{n}}}\n\nedition: {edition}\ncite: a {n}\n\nkk: Мәтін.\n\nru: Текст.\n\nen: Text.\n\n```norm\n{block}\n```\n\n"
            )
        };
        for (n, block) in self.items.iter().enumerate() {
            page.push_str(&heading(n + 1, "first", block));
        }
        // A later edition says some of it anew, as well as before.
        let simple = |b: &&String| b.starts_with("duty ") && b.matches("\n\n").count() == 0;
        let again: Vec<String> = self.items.iter().filter(simple).take(2).cloned().collect();
        let more = self.rng.usize(..=again.len());
        for (n, block) in again.iter().take(more).enumerate() {
            page.push_str(&heading(500 + n, "second", &format!("replace {block}")));
        }
        page
    }
}
