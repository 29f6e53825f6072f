//! The loop that takes connections.

use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tower::Service;

use super::io::Taken;
use super::metrics::Open;
use super::settings::Settings;

/// What one connection may hold of what was read and not yet understood, and of an answer that is not taken.
const BUFFER: usize = 64 << 10;
/// A head longer than this no browser sends.
const HEAD: usize = 32 << 10;
/// When the system has no more handles, a moment later it may have some.
const BACK_OFF: Duration = Duration::from_millis(100);

/// From where a request came: whoever opened the connection, which may be a proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub SocketAddr);

/// Answers connections until `shutdown`, then finishes what runs, for as long as the settings allow.
pub async fn serve(listener: TcpListener, router: Router, settings: &Settings, shutdown: impl Future<Output = ()>) {
    let limits = settings.limits.clone();
    let room = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    let mut running = JoinSet::new();
    let mut shutdown = pin!(shutdown);
    loop {
        let accepted = tokio::select! {
            biased;
            () = &mut shutdown => break,
            Some(_) = running.join_next() => continue,
            accepted = accept(&listener, &room) => accepted,
        };
        let Some((stream, peer, permit)) = accepted else { break };
        let open = settings.metrics.connection_opened();
        running.spawn(connection(stream, peer, router.clone(), settings.clone(), graceful.watcher(), (permit, open)));
    }
    drop(listener);
    let finished = async {
        tokio::join!(graceful.shutdown(), async { while running.join_next().await.is_some() {} });
    };
    if timeout(limits.stop, finished).await.is_err() {
        tracing::warn!("connections were cut because they did not end in time");
    }
}

/// The next connection, when there is room for one. Everything that can go wrong here concerns one connection or passes.
async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let permit = room.clone().acquire_owned().await.ok()?;
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => return Some((stream, peer, permit)),
            Err(e) if is_of_the_connection(e.kind()) => {}
            Err(e) => {
                tracing::error!(error = %e, "no connection can be taken");
                sleep(BACK_OFF).await;
            }
        }
    }
}

fn is_of_the_connection(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ConnectionAborted
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionRefused
            | ErrorKind::Interrupted
    )
}

async fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    settings: Settings,
    watcher: hyper_util::server::graceful::Watcher,
    _held: (OwnedSemaphorePermit, Open),
) {
    // Answers are written whole; waiting for more would only delay them.
    let _ = stream.set_nodelay(true);
    let io = TokioIo::new(Taken::new(stream, settings.limits.unread));
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(Peer(peer));
        let answer = router.clone().call(request);
        async move { Ok::<_, Infallible>(answer.await.unwrap_or_else(|never| match never {})) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(settings.limits.head)
        .max_header_size(HEAD)
        .max_buf_size(BUFFER)
        .serve_connection(io, service);
    // What goes wrong on a connection is the other side's affair; what goes wrong in a handler was answered and logged.
    if let Err(e) = watcher.watch(connection).await {
        tracing::debug!(target: "tarazy::http", error = %e, "connection broke");
    }
}

/// Ends when the system asks the server to stop (SIGTERM) or somebody presses Ctrl-C.
pub async fn stop_signal() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => drop(terminate.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
