mod cedar;
mod clock;
mod domain;
mod ours;
mod rego;

use std::hint::black_box;
use std::path::Path;
use clock::{Entry, contest};
use tarazy_law::model::Corpus;

fn main() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let points = domain::points();
    let loaded = Corpus::load(ours::pages(&here.join("law")));
    assert!(!loaded.has_errors());
    let engine = ours::engine(&loaded.corpus, "bill");
    let mut ours = ours::Ours::new(&engine);
    let facts: Vec<_> = points.iter().map(|p| ours.facts(p)).collect();
    let cases: Vec<String> = points.iter().map(|p| p.case_json()).collect();
    let mut wrong = 0;
    for (p, f) in points.iter().zip(&facts) { wrong += (ours.packed(f) != domain::oracle(p)) as usize; wrong += (ours.packed_bare(f) != domain::oracle(p)) as usize; }
    println!("wrong {wrong} slots {} cubes {}", engine.program.slots(), engine.program.cubes());
    let mut o2 = ours::Ours::new(&engine);
    let o3 = ours::Ours::new(&engine);
    let mut out = Vec::new();
    let f = &facts;
    let mut e = vec![
        Entry { name: "traced", pass: Box::new(|| for f in f { black_box(ours.packed(f)); }) },
        Entry { name: "bare", pass: Box::new(|| for f in f { black_box(o2.packed_bare(f)); }) },
        Entry { name: "full", pass: Box::new(|| for f in &cases[..480] { black_box(o3.full(f, &mut out)); }) },
    ];
    let t = contest(&mut e, 9);
    println!("{:?}", t.iter().map(|t| t / 4800.0).collect::<Vec<_>>());
    drop(e);
    println!("{} {}", cases[0].len(), out.len());
}
