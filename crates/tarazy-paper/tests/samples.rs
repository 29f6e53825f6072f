//! Sample cases on paper.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::path::Path;

use support::{decide, in_force, paper, sample};
use tarazy_law::Lang;

#[test]
fn every_sample_in_every_language() {
    for id in std::env::var("CASES").unwrap().split(',') {
        let case = sample(id);
        let decision = decide(in_force(), &case);
        for lang in Lang::ALL {
            let pdf = paper(lang, &case, &decision).unwrap_or_else(|e| panic!("{} {}: {e}", case.id, lang.code()));
            std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{id}-{}.pdf", lang.code())), pdf)
                .unwrap();
        }
    }
}
