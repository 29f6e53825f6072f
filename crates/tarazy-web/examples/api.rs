//! The API alone, on the law and the cases of this repository: `cargo run -p tarazy-web --example api -- 127.0.0.1:8080`.
//!
//! `/hello` beside it answers with nothing but a word, outside all checks: what a server can do at best on this machine.

#![allow(clippy::print_stdout)]

use std::error::Error;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::routing::get;
use tarazy_law::Source;
use tarazy_law::model::Corpus;
use tarazy_web::http::{Settings, hygiene, serve, stop_signal};
use tarazy_web::{Law, api};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let (mut law, mut cases) = (Vec::new(), Vec::new());
    read(&root.join("law"), &root.join("law"), "md", &mut law)?;
    read(&root.join("cases"), &root.join("cases"), "toml", &mut cases)?;
    let law: &'static Law = Box::leak(Box::new(Law::new(Box::leak(Box::new(Corpus::load(law))), cases)));
    let settings = Settings::default();
    let router = hygiene(api::router(law, &settings), &settings);
    let router = router.merge(Router::new().route("/hello", get(|| async { "hello" })));
    let listener = TcpListener::bind(address).await?;
    println!("http://{}/api/openapi.json", listener.local_addr()?);
    serve(listener, router, &settings, stop_signal()).await;
    Ok(())
}

/// Every file below a folder that ends so, with its path relative to `root`.
fn read(root: &Path, folder: &Path, ending: &str, out: &mut Vec<Source>) -> Result<(), Box<dyn Error>> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read(root, &path, ending, out)?;
        } else if path.extension().is_some_and(|e| e == ending) {
            let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            out.push(Source { path: name, text: std::fs::read_to_string(&path)? });
        }
    }
    Ok(())
}
