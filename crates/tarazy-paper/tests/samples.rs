//! Every sample case on paper in every language.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::path::Path;
use support::{cases, decide, in_force, paper};
use tarazy_law::Lang;

#[test]
fn every_sample_in_every_language() {
    for case in cases() {
        let decision = decide(in_force(), &case);
        for lang in Lang::ALL {
            let t = std::time::Instant::now();
            let pdf = paper(lang, &case, &decision).unwrap_or_else(|e| panic!("{} {}: {e}", case.id, lang.code()));
            eprintln!("{} {} {} bytes {:?}", case.id, lang.code(), pdf.len(), t.elapsed());
            std::fs::write(
                Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{}.pdf", case.id, lang.code())),
                pdf,
            )
            .unwrap();
        }
    }
}
