//! `tarazy serve` and `tarazy demo`: pages and API.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tarazy_law::model::Loaded;
use tarazy_store::{Limits, Store};
use tarazy_web::http::{Check, Settings, serve, stop_signal};
use tarazy_web::{Law, Site};
use tarazy_words::Words;
use tokio::net::TcpListener;

use crate::cli::{DemoArgs, Global, LogFormat, ServeArgs};
use crate::failure::{Failure, Outcome};
use crate::{corpus, out};

/// So often what was not used for too long is looked for, and what was erased is tidied away.
const HOUSEKEEPING: Duration = Duration::from_hours(1);

/// A server that forgets everything when it stops.
pub(crate) fn demo(global: &Global, args: &DemoArgs) -> Result<Outcome, Failure> {
    let store = Store::in_memory(Limits::default()).map_err(|e| Failure::Io(e.to_string()))?;
    log(LogFormat::Quiet);
    run(global, args.listen, store, Settings::default(), None)
}

pub(crate) fn serve_kept(global: &Global, args: &ServeArgs) -> Result<Outcome, Failure> {
    log(args.log);
    let store = Store::open(&args.store, Limits::default()).map_err(|e| Failure::Io(e.to_string()))?;
    let settings = Settings { hosts: args.host.clone(), metrics_for_all: args.metrics_for_all, ..Settings::default() };
    run(global, args.listen, store, settings, args.forget_after)
}

fn run(
    global: &Global,
    listen: SocketAddr,
    store: Store,
    mut settings: Settings,
    forget_after: Option<u32>,
) -> Result<Outcome, Failure> {
    let words = Words::new(global.lang);
    // The law is read once and lives as long as the server.
    let corpus = corpus::load(global, &words)?;
    // With a mistake in it the law was refused.
    let loaded = Box::leak(Box::new(Loaded { corpus, diagnostics: Vec::new() }));
    let law: &'static Law = Box::leak(Box::new(Law::new(loaded, corpus::samples())));
    let store = Arc::new(store);
    let checked = store.clone();
    settings
        .checks
        .push(Check { name: "store", run: Arc::new(move || checked.count().map(|_| ()).map_err(|e| e.to_string())) });
    let (router, settings) = tarazy_web::router(Arc::new(Site::new(law, store.clone())), settings);
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|e| Failure::Io(e.to_string()))?;
    runtime.block_on(async move {
        let listener = TcpListener::bind(listen).await.map_err(|e| Failure::Io(format!("{listen}: {e}")))?;
        let address = listener.local_addr().map_err(|e| Failure::Io(e.to_string()))?;
        out::text(&words.say_with("serve-ready", &[("address", &format!("http://{address}"))]))?;
        prepare(law);
        tokio::spawn(housekeeping(store, forget_after));
        serve(listener, router, &settings, stop_signal()).await;
        Ok(Outcome::Good)
    })
}

/// Reviews the law before anybody asks, on a thread of its own that no stop waits for. Without it the first who asks would wait.
fn prepare(law: &'static Law) {
    let reviewed = move || {
        let begun = Instant::now();
        let findings: usize = law.reviews().iter().map(|r| r.findings.len()).sum();
        let milliseconds = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        tracing::info!(findings, milliseconds, "the law is reviewed");
    };
    if let Err(e) = std::thread::Builder::new().name("review".to_owned()).spawn(reviewed) {
        tracing::warn!(error = %e, "the law is reviewed when somebody asks");
    }
}

/// Forgets cases that nobody changed for so many days, and tidies up after what was erased.
async fn housekeeping(store: Arc<Store>, forget_after: Option<u32>) {
    loop {
        tokio::time::sleep(HOUSEKEEPING).await;
        let store = store.clone();
        let done = tokio::task::spawn_blocking(move || {
            if let Some(days) = forget_after {
                let before = jiff::Timestamp::now() - jiff::SignedDuration::from_hours(24 * i64::from(days));
                store.forget_unchanged_since(before)?;
            }
            store.tidy()
        });
        if let Ok(Err(e)) = done.await {
            tracing::error!(error = %e, "housekeeping");
        }
    }
}

fn log(format: LogFormat) {
    use tracing_subscriber::EnvFilter;
    let default = if format == LogFormat::Quiet { "warn" } else { "info" };
    let filter = EnvFilter::try_from_env("TARAZY_LOG").unwrap_or_else(|_| EnvFilter::new(default));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Only a second start within one process could fail here, and then the first one's log goes on.
    let _ = match format {
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
        LogFormat::Text | LogFormat::Quiet => lines.try_init(),
    };
}
