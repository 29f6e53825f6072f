//! What every page can reach.

use std::sync::Arc;

use tarazy_store::Store;

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
}

impl Site {
    /// Everything ready.
    pub fn new(law: &'static Law, store: Arc<Store>) -> Site {
        Site { law, store, assets: Assets::new() }
    }
}
