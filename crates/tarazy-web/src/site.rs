//! What every page can reach.

use tarazy_law::Lang;
use tarazy_store::Store;
use tarazy_words::Words;

use crate::assets::Assets;
use crate::law::Law;

/// The law, the words, what is kept.
pub struct Site {
    /// The law.
    pub law: Law,
    /// What is kept.
    pub store: Store,
    /// Styles, scripts, letters.
    pub assets: Assets,
    words: [Words; 3],
}

impl Site {
    /// Everything ready.
    pub fn new(law: Law, store: Store) -> Site {
        Site { law, store, assets: Assets::new(), words: [Lang::Kk, Lang::Ru, Lang::En].map(Words::new) }
    }

    /// The words of a language.
    pub fn words(&self, lang: Lang) -> &Words {
        &self.words[match lang {
            Lang::Kk => 0,
            Lang::Ru => 1,
            Lang::En => 2,
        }]
    }
}
