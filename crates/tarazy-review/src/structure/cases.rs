//! Cases for findings that a case can show, asked once the structure has pointed at them; where there is none, there is no finding.

use tarazy_law::model::{Args, Derived, FactId, FactKind, Formula, NormId, Test};

use crate::class::Class;
use crate::context::Context;
use crate::cubes::{Asker, Found};
use crate::finding::{Finding, Value};
use crate::review::Options;
use crate::witness::{Claim, Says, Witness};

/// Shows what can be shown, and drops what is proved to have no case.
pub(super) fn show(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut asker = Asker::new(&context.book, Options::default().budget);
    findings.retain_mut(|finding| {
        let shown = match finding.class {
            Class::NotAllocated => two_liable(context, &mut asker, finding),
            Class::ScopeUnbounded => read_two_ways(context, &mut asker, finding),
            _ => return true,
        };
        match shown {
            Shown::By(witness) => finding.witness = Some(witness),
            Shown::Never => return false,
            Shown::Not => {}
        }
        true
    });
}

enum Shown {
    By(Witness),
    /// It is proved that there is no such case.
    Never,
    Not,
}

fn names<'f>(finding: &'f Finding, value: &str) -> &'f [String] {
    match finding.values.iter().find(|(name, _)| *name == value) {
        Some((_, Value::Names(names))) => names,
        _ => &[],
    }
}

fn norm_of(context: &Context<'_>, finding: &Finding) -> Option<NormId> {
    context.book.norm_ids.get(&finding.subjects.first()?.name).copied()
}

/// Two persons in different roles, both liable for one act.
fn two_liable(context: &Context<'_>, asker: &mut Asker<'_>, finding: &Finding) -> Shown {
    let Some(norm) = norm_of(context, finding) else { return Shown::Not };
    let vocabulary = &context.corpus.vocabulary;
    let roles = names(finding, "roles").iter().filter_map(|n| vocabulary.find(n)).map(|v| context.book.vocab[&v]);
    let roles: Vec<FactId> = roles.collect();
    let liable = |person, role| {
        let args = Args::new(&[person]).unwrap_or_default();
        let is = Formula::Fact { fact: role, args, test: Test { values: 0b10, compare: None } };
        vec![Formula::Derived { what: Derived::Applies(norm), args }, is]
    };
    let mut proved = true;
    for (i, one) in roles.iter().enumerate() {
        for other in &roles[i + 1..] {
            let mut second = liable(1, *other);
            second.push(Formula::Same(0, 1).negated());
            let mut both = liable(0, *one);
            both.push(Formula::Some { var: 1, body: Box::new(Formula::all(second)) });
            match asker.find(&Formula::all(both)) {
                Found::Case(model) => {
                    let case = model.to_case(context.corpus, &context.book);
                    let applies =
                        |person| Claim { name: context.book.norm(norm).id.clone(), person, says: Says::Applies };
                    return Witness::replay(context, case, vec![applies(0), applies(1)]).map_or(Shown::Not, Shown::By);
                }
                Found::Never => {}
                Found::Undecided => proved = false,
            }
        }
    }
    if proved { Shown::Never } else { Shown::Not }
}

/// A person whom one reading takes in and another leaves out.
fn read_two_ways(context: &Context<'_>, asker: &mut Asker<'_>, finding: &Finding) -> Shown {
    let ambiguities = names(finding, "readings");
    let Some(norm) = norm_of(context, finding).filter(|_| !ambiguities.is_empty()) else { return Shown::Not };
    let bearer = &context.book.norm(norm).bearer_cond;
    let mut proved = true;
    for ambiguity in ambiguities.iter().filter_map(|n| context.book.ambiguities.get(n)) {
        let FactKind::Reading { name, readings, .. } = &context.book.fact(*ambiguity).kind else { continue };
        for i in 0..readings.len() {
            for j in (0..readings.len()).filter(|j| *j != i) {
                let (taken_in, whole) = read_as(context, bearer, *ambiguity, i, 0);
                let (left_out, also) = read_as(context, bearer, *ambiguity, j, 0);
                proved &= whole && also;
                let applies = Formula::Derived { what: Derived::Applies(norm), args: Args::first(1) };
                let condition = Formula::all(vec![applies, taken_in, left_out.negated()]);
                match asker.find_with(&condition, &[(*ambiguity, 1 << i)]) {
                    Found::Case(model) => {
                        let mut case = model.to_case(context.corpus, &context.book);
                        case.readings.insert(name.clone(), readings[i].0.clone());
                        let id = context.book.norm(norm).id.clone();
                        let claims = vec![Claim { name: id, person: 0, says: Says::Applies }];
                        return Witness::replay(context, case, claims).map_or(Shown::Not, Shown::By);
                    }
                    Found::Never => {}
                    Found::Undecided => proved = false,
                }
            }
        }
    }
    if proved { Shown::Never } else { Shown::Not }
}

/// What a condition says when an ambiguity is read so, and whether it was followed everywhere.
fn read_as(context: &Context<'_>, f: &Formula, ambiguity: FactId, reading: usize, depth: usize) -> (Formula, bool) {
    let parts = |parts: &[Formula]| {
        let all: Vec<(Formula, bool)> = parts.iter().map(|p| read_as(context, p, ambiguity, reading, depth)).collect();
        let whole = all.iter().all(|(_, whole)| *whole);
        (all.into_iter().map(|(f, _)| f).collect::<Vec<_>>(), whole)
    };
    match f {
        Formula::Fact { fact, test, .. } if *fact == ambiguity => {
            (Formula::Const(test.values >> reading & 1 == 1), true)
        }
        Formula::And(all) => {
            let (all, whole) = parts(all);
            (Formula::all(all), whole)
        }
        Formula::Or(any) => {
            let (any, whole) = parts(any);
            (Formula::any(any), whole)
        }
        Formula::Not(inner) => {
            let (inner, whole) = read_as(context, inner, ambiguity, reading, depth);
            (inner.negated(), whole)
        }
        Formula::Some { var, body } => {
            let (body, whole) = read_as(context, body, ambiguity, reading, depth);
            (Formula::Some { var: *var, body: Box::new(body) }, whole)
        }
        // Its persons must be called alike inside and outside, so that nothing need be renamed.
        Formula::Derived { what, args } if *args == Args::first(context.book.persons_of(*what)) && depth < 16 => {
            read_as(context, &context.book.unfold(*what), ambiguity, reading, depth + 1)
        }
        Formula::Derived { .. } => (f.clone(), false),
        Formula::Const(_) | Formula::Fact { .. } | Formula::Same(..) => (f.clone(), true),
    }
}
