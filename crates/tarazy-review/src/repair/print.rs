//! Conditions written in the law language.

use tarazy_law::model::{Args, Corpus, DateExpr, Derived, Domain, FactKind, Formula, Op, Rulebook, Sort, Var};

/// A condition about persons of these names, outermost first; `None` where it cannot be written.
pub(crate) fn print(corpus: &Corpus, book: &Rulebook, formula: &Formula, persons: &[String]) -> Option<String> {
    Printer { corpus, book }.formula(formula, &mut persons.to_vec(), false)
}

struct Printer<'a> {
    corpus: &'a Corpus,
    book: &'a Rulebook,
}

impl Printer<'_> {
    fn formula(&self, f: &Formula, env: &mut Vec<String>, inside: bool) -> Option<String> {
        match f {
            // A condition that always holds is no condition; nobody writes one.
            Formula::Const(_) => None,
            Formula::Fact { fact, args, test } => self.fact(*fact, *args, test.values, env),
            Formula::Derived { what, args } => self.derived(*what, *args, env),
            Formula::Same(a, b) => Some(format!("{} = {}", who(env, *a)?, who(env, *b)?)),
            Formula::Not(inner) => match &**inner {
                Formula::Same(a, b) => Some(format!("{} != {}", who(env, *a)?, who(env, *b)?)),
                other => Some(format!("not {}", self.formula(other, env, true)?)),
            },
            Formula::And(parts) | Formula::Or(parts) => {
                let all: Option<Vec<String>> = parts.iter().map(|p| self.formula(p, env, true)).collect();
                let word = if matches!(f, Formula::And(_)) { " and " } else { " or " };
                let text = all?.join(word);
                Some(if inside { format!("({text})") } else { text })
            }
            Formula::Some { var, body } => {
                let place = usize::from(*var);
                let name = ["q", "r", "s", "x"].into_iter().find(|n| env.iter().all(|e| e != n))?.to_owned();
                env.truncate(place);
                if env.len() != place {
                    return None;
                }
                env.push(name.clone());
                let body = self.formula(body, env, true);
                env.pop();
                Some(format!("(some {name}: {})", body?))
            }
        }
    }

    fn fact(&self, id: tarazy_law::model::FactId, args: Args, values: u64, env: &[String]) -> Option<String> {
        let info = self.book.fact(id);
        let has = |i: usize| values >> i & 1 == 1;
        match &info.kind {
            FactKind::Others => None,
            FactKind::Reading { name, readings, .. } => {
                let chosen = readings.iter().enumerate().filter(|(i, _)| has(*i));
                let each: Vec<String> = chosen.map(|(_, (r, _))| format!("reading({name}) = {r}")).collect();
                Some(if each.len() == 1 { each.concat() } else { format!("({})", each.join(" or ")) })
            }
            FactKind::Comparison { left, op, right } => {
                let side = |e: &DateExpr| {
                    let vars: Option<Vec<Var>> =
                        e.args.vars().iter().map(|v| args.vars().get(usize::from(*v)).copied()).collect();
                    let FactKind::Vocab(v) = self.book.fact(e.fact).kind else { return None };
                    let mut text = self.call(v, Args::new(&vars?)?, env)?;
                    for (n, unit) in &e.plus {
                        text = format!("{text} + {n} {}", unit.as_str());
                    }
                    Some(text)
                };
                let text = format!("{} {} {}", side(left)?, sign(*op), side(right)?);
                Some(if has(1) { text } else { format!("not {text}") })
            }
            FactKind::Vocab(v) => {
                let fact = self.corpus.vocabulary.fact(*v);
                let call = self.call(*v, args, env)?;
                match &fact.domain {
                    Domain::YesNo => match values {
                        0b10 => Some(call),
                        0b01 => Some(format!("not {call}")),
                        _ => None,
                    },
                    Domain::OneOf(names) => {
                        let names: Vec<&str> =
                            names.iter().enumerate().filter(|(i, _)| has(*i)).map(|(_, (n, _))| n.as_str()).collect();
                        Some(if names.len() == 1 {
                            format!("{call} = {}", names[0])
                        } else {
                            format!("{call} in {{{}}}", names.join(", "))
                        })
                    }
                    Domain::Number | Domain::Date => self.stretches(*v, info.values, &info.cuts, values, &call),
                }
            }
        }
    }

    fn stretches(
        &self,
        v: tarazy_law::model::VocabId,
        n: usize,
        cuts: &[i64],
        values: u64,
        call: &str,
    ) -> Option<String> {
        let dates = self.corpus.vocabulary.fact(v).domain == Domain::Date;
        let write =
            |c: i64| if dates { crate::difference::show::date(c).map(|d| d.to_string()) } else { Some(c.to_string()) };
        let (mut out, mut i) = (Vec::new(), 0);
        while i < n {
            let first = i;
            while i < n && values >> i & 1 == 1 {
                i += 1;
            }
            if i > first {
                let mut parts = Vec::new();
                if let Some(c) = first.checked_sub(1).and_then(|c| cuts.get(c)) {
                    parts.push(format!("{call} >= {}", write(*c)?));
                }
                if let Some(c) = cuts.get(i - 1) {
                    parts.push(format!("{call} < {}", write(*c)?));
                }
                out.push(parts.join(" and "));
            }
            i += 1;
        }
        match &out[..] {
            [] => None,
            [one] => Some(format!("({one})")),
            many => Some(format!("({})", many.iter().map(|m| format!("({m})")).collect::<Vec<_>>().join(" or "))),
        }
    }

    /// A fact with what it is about, in the order of its declaration.
    fn call(&self, v: tarazy_law::model::VocabId, args: Args, env: &[String]) -> Option<String> {
        let fact = self.corpus.vocabulary.fact(v);
        let mut persons = args.vars().iter();
        let words: Option<Vec<String>> = fact
            .params
            .iter()
            .map(|s| match s {
                Sort::Person => who(env, *persons.next()?),
                Sort::System => Some("system".to_owned()),
                Sort::Act => Some("act".to_owned()),
            })
            .collect();
        Some(format!("{}({})", fact.name, words?.join(", ")))
    }

    fn derived(&self, what: Derived, args: Args, env: &[String]) -> Option<String> {
        let persons: Option<Vec<String>> = args.vars().iter().map(|v| who(env, *v)).collect();
        let (name, mut persons) = (self.book.name_of(what), persons?);
        match what {
            Derived::Definition(_) => {
                if persons.is_empty() {
                    persons.push("act".to_owned());
                }
                Some(format!("{name}({})", persons.join(", ")))
            }
            Derived::Met(_) | Derived::Applies(_) => {
                let word = if matches!(what, Derived::Met(_)) { "met" } else { "applies" };
                persons.insert(0, name.to_owned());
                Some(format!("{word}({})", persons.join(", ")))
            }
            Derived::Holds(_) => None,
        }
    }
}

fn who(env: &[String], v: Var) -> Option<String> {
    env.get(usize::from(v)).cloned()
}

fn sign(op: Op) -> &'static str {
    match op {
        Op::Eq => "=",
        Op::Ne => "!=",
        Op::Lt => "<",
        Op::Le => "<=",
        Op::Gt => ">",
        Op::Ge => ">=",
    }
}
