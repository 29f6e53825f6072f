//! What every page can reach.

use std::num::NonZero;
use std::sync::Arc;

use tarazy_store::Store;
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::Semaphore;

use crate::assets::Assets;
use crate::law::Law;

/// The law, what is kept, what a browser loads.
pub struct Site {
    /// The law.
    pub law: &'static Law,
    /// What is kept.
    pub store: Arc<Store>,
    /// Styles, scripts, letters.
    pub(crate) assets: Assets,
    places: Semaphore,
    trials: Semaphore,
}

impl Site {
    /// Everything ready.
    pub fn new(law: &'static Law, store: Arc<Store>) -> Site {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        let trials = Semaphore::new((cores / 2).max(1));
        Site { law, store, assets: Assets::new(), places: Semaphore::new(cores), trials }
    }

    /// Work on what somebody wrote as law, which may cost more than any page of ours: half of the cores are never given to it.
    pub(crate) async fn trial<T>(&self, work: impl FnOnce() -> T) -> T {
        let _place = self.trials.acquire().await;
        self.work(work).await
    }

    /// Work of the processor rather than of the network: a page that decides. As many at once as there are cores; requests that only wait go on
    /// meanwhile.
    pub(crate) async fn work<T>(&self, work: impl FnOnce() -> T) -> T {
        // The places are never closed; without one the work would only be less orderly.
        let _place = self.places.acquire().await;
        match Handle::current().runtime_flavor() {
            RuntimeFlavor::MultiThread => tokio::task::block_in_place(work),
            // On one thread there is nobody to make room for.
            _ => work(),
        }
    }
}
