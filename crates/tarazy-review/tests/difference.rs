//! Differences between editions.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

mod support;

use support::law;
use tarazy_review::Context;
use tarazy_review::Options;
use tarazy_review::difference::norms;

#[test]
fn look() {
    let l = law();
    for (a, b) in [("bill-2025-01", "opinion"), ("bill-2025-01", "enacted"), ("opinion", "enacted")] {
        let (x, y) = (Context::new(&l.corpus, a), Context::new(&l.corpus, b));
        let t = std::time::Instant::now();
        let d = norms(&x, &y, &Options::default());
        eprintln!("{a} {b}: {:?} gained {} lost {} changed {} same {}", t.elapsed(), d.gained.len(), d.lost.len(), d.changed.len(), d.same);
        for c in &d.changed {
            eprintln!("  {} {:?} {:?}", c.before, c.matched, c.causes.iter().map(|c| &c.name).collect::<Vec<_>>());
            for (w, cases) in [("+", &c.applies), ("-", &c.no_longer)] {
                let Some(cases) = cases else { continue };
                eprintln!("   {w} within {} complete {} ways {} always {}", cases.within.len(), cases.complete, cases.ways.len(), serde_json::to_string(&cases.always).unwrap());
                for way in &cases.ways {
                    eprintln!("     {} {}", way.shown.is_some(), serde_json::to_string(&way.literals).unwrap());
                }
            }
            eprintln!("   {}", serde_json::to_string(&c.clauses).unwrap());
        }
    }
}
