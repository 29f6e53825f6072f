fn main() {
    let mut files = Vec::new();
    let mut stack = vec![std::path::PathBuf::from("law")];
    while let Some(d) = stack.pop() {
        for e in std::fs::read_dir(d).unwrap() { let p = e.unwrap().path();
            if p.is_dir() { stack.push(p) } else { files.push(tarazy_law::Source{ path: p.display().to_string(), text: std::fs::read_to_string(&p).unwrap() }) } }
    }
    let t = std::time::Instant::now();
    let loaded = tarazy_law::model::Corpus::load(files);
    println!("load {:?}", t.elapsed());
    let mut diags = loaded.diagnostics.clone();
    if std::env::args().nth(1).as_deref() == Some("run") || !loaded.has_errors() {
    for e in loaded.corpus.editions.iter().map(|e| e.name.clone()) {
        let t = std::time::Instant::now();
        let (b, r) = tarazy_law::check::check_properties(&loaded.corpus, &e, std::env::args().nth(2).is_some(), &mut diags);
        println!("{e}: norms {} defs {} exc {} props in {:?}", b.norms.len(), b.definitions.len(), b.exceptions.len(), t.elapsed());
        for r in r { println!("  {} {:?} {}", r.property, r.readings, match r.proof { tarazy_law::check::Proof::Proved => "proved", tarazy_law::check::Proof::Refuted{ref facts,..} => { if std::env::args().nth(2).is_some() { for a in facts { println!("     {:?} {:?} {:b}", match &b.fact(a.fact).kind { tarazy_law::model::FactKind::Vocab(v) => loaded.corpus.vocabulary.fact(*v).name.clone(), k => format!("{k:?}") }, a.persons, a.values); } } "refuted" } _ => "undecided" }); }
        let t = std::time::Instant::now();
        println!("{:?} {:?}", tarazy_law::check::run_examples(&loaded.corpus, &e, &mut diags), t.elapsed());
    }}
    for d in &diags { let (l, c) = loaded.corpus.sources.line_column(d.span); println!("{} {}:{}:{} {:?}", d.code.as_str(), loaded.corpus.sources.file(d.span.file).path, l, c, d.args); }
    println!("{} diags", diags.len());
}
