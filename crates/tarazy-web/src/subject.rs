//! The case that a page is about, and what may be done with it: a sample and a shared case are read, a held one is changed too.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use tarazy_law::FileId;
use tarazy_law::case::Case;
use tarazy_law::model::Corpus;
use tarazy_law::read_case::read_case;
use tarazy_store::{Holder, Kept, Viewer};

use crate::site::Site;
use crate::trouble::Trouble;

/// Where a case comes from.
#[derive(Clone, Debug)]
pub(crate) enum Origin {
    /// Built in.
    Sample,
    /// Kept; whoever has this address may read it.
    Shared,
    /// Kept; whoever has this address may change it.
    Held(Holder),
}

/// A case with its address.
pub(crate) struct Subject {
    /// The case.
    pub(crate) case: Case,
    /// Where it comes from.
    pub(crate) origin: Origin,
    /// Its path, without language: `/samples/NAME`, `/case/KEY`, `/shared/KEY`.
    base: String,
}

impl Subject {
    /// A page of this case, without language.
    pub(crate) fn path(&self, page: &str) -> String {
        format!("{}{page}", self.base)
    }

    /// It can be changed from here.
    pub(crate) fn is_held(&self) -> bool {
        matches!(self.origin, Origin::Held(_))
    }
}

impl FromRequestParts<Arc<Site>> for Subject {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Subject, Trouble> {
        let mut segments = parts.uri.path().split('/').skip(2);
        let (Some(place), Some(name)) = (segments.next(), segments.next()) else { return Err(Trouble::NotFound) };
        let base = format!("/{place}/{name}");
        let (case, origin) = match place {
            "samples" => (site.law.sample(name).ok_or(Trouble::NotFound)?.case.clone(), Origin::Sample),
            "shared" => {
                let viewer: Viewer = name.parse().map_err(|_| Trouble::NotFound)?;
                let wanted = viewer.clone();
                let kept = blocking(site, move |site| site.store.by_viewer(&wanted)).await?;
                (open(site.law.corpus, kept)?, Origin::Shared)
            }
            _ => {
                let holder: Holder = name.parse().map_err(|_| Trouble::NotFound)?;
                let wanted = holder.clone();
                let kept = blocking(site, move |site| site.store.by_holder(&wanted)).await?;
                (open(site.law.corpus, kept)?, Origin::Held(holder))
            }
        };
        Ok(Subject { case, origin, base })
    }
}

/// A case that can be changed.
pub(crate) struct Held {
    /// Its key.
    pub(crate) holder: Holder,
    /// The case as it is kept.
    pub(crate) subject: Subject,
}

impl FromRequestParts<Arc<Site>> for Held {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Held, Trouble> {
        let subject = Subject::from_request_parts(parts, site).await?;
        match &subject.origin {
            Origin::Held(holder) => Ok(Held { holder: holder.clone(), subject }),
            _ => Err(Trouble::NotFound),
        }
    }
}

fn open(corpus: &Corpus, kept: Option<Kept>) -> Result<Case, Trouble> {
    let kept = kept.ok_or(Trouble::NotFound)?;
    Ok(read(corpus, &kept.document))
}

/// A case as it was kept. What a later vocabulary no longer knows is left out rather than making the whole unreadable.
pub(crate) fn read(corpus: &Corpus, document: &str) -> Case {
    let (case, _) = read_case(corpus, FileId(0), document);
    case
}

/// Work on what is kept, beside the work on requests.
pub(crate) async fn blocking<T: Send + 'static>(
    site: &Arc<Site>,
    work: impl FnOnce(&Site) -> Result<T, tarazy_store::StoreError> + Send + 'static,
) -> Result<T, Trouble> {
    let site = site.clone();
    match tokio::task::spawn_blocking(move || work(&site)).await {
        Ok(done) => Ok(done?),
        Err(e) => Err(Trouble::Internal(e.to_string())),
    }
}
