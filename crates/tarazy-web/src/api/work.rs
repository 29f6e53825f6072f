//! Work of the processor, beside the server loop.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tokio::sync::Semaphore;

use crate::http::Problem;

/// As many pieces of work at once as there are cores. More would only make all of them slower.
#[derive(Clone)]
pub(super) struct Room {
    places: Arc<Semaphore>,
    longest: Duration,
}

/// Whether work is to go on: there is time, and somebody still waits for it.
#[derive(Clone)]
pub(super) struct GoOn {
    until: Instant,
    left: Arc<AtomicBool>,
}

impl GoOn {
    pub(super) fn holds(&self) -> bool {
        !self.left.load(Ordering::Relaxed) && Instant::now() < self.until
    }
}

/// Tells the work, when it is dropped, that nobody waits any more.
struct Waiting(Arc<AtomicBool>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Room {
    pub(super) fn new(longest: Duration) -> Room {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        Room { places: Arc::new(Semaphore::new(cores)), longest }
    }

    /// Runs `work` when there is a place for it. The clock starts with the work, not with the wait.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(GoOn) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let place = self.places.clone().acquire_owned().await.map_err(|_| Problem::new("unavailable"))?;
        let left = Arc::new(AtomicBool::new(false));
        let waiting = Waiting(left.clone());
        let (longest, span) = (self.longest, tracing::Span::current());
        let done = tokio::task::spawn_blocking(move || {
            let _in = span.enter();
            let result = work(GoOn { until: Instant::now() + longest, left });
            drop(place);
            result
        });
        let result = done.await;
        drop(waiting);
        result.map_err(|e| {
            tracing::error!(error = %e, "deciding panicked");
            Problem::new("internal")
        })
    }
}
