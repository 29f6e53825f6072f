//! The pages: as they lie on the disk, and over them, as they stand in the editor. Unsaved text counts.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use tarazy_law::Source;
use tarazy_law::model::{Corpus, Loaded};

use crate::index::Index;
use crate::uri::{path_of, uri_of};
use crate::walk::PageTree;

/// A page that stands in the editor.
pub(crate) struct Open {
    /// Its place in the law; nothing where it is no page of it.
    pub page: Option<String>,
    /// The version that the editor counts.
    pub version: i32,
    /// Its text.
    pub text: String,
}

/// The law as it is at one moment.
pub(crate) struct Law {
    /// Read and checked.
    pub loaded: Loaded,
    /// The pages in the order of their ids.
    pub pages: Vec<Arc<PageTree>>,
    index: OnceLock<Index>,
}

impl Law {
    /// Of these pages; `tree` reads one, or remembers how it was read.
    fn new(files: Vec<Source>, mut tree: impl FnMut(&str, &str) -> Arc<PageTree>) -> Law {
        let loaded = Corpus::load(files);
        let pages = loaded.corpus.sources.iter().map(|(_, f)| tree(&f.path, &f.text)).collect();
        Law { loaded, pages, index: OnceLock::new() }
    }

    /// Who is called what. Made when it is first asked for: most edits are followed by none of the questions that need it.
    pub(crate) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.pages))
    }

    /// The corpus.
    pub(crate) fn corpus(&self) -> &Corpus {
        &self.loaded.corpus
    }

    /// A page by its id.
    pub(crate) fn file(&self, page: usize) -> &Source {
        self.corpus().sources.file(tarazy_law::FileId(page as u32))
    }

    /// A page by its path.
    pub(crate) fn find(&self, path: &str) -> Option<usize> {
        self.corpus().sources.iter().position(|(_, f)| f.path == path)
    }
}

/// Everything that was read and is being written.
#[derive(Default)]
pub(crate) struct World {
    root: Option<String>,
    disk: BTreeMap<String, String>,
    open: HashMap<String, Open>,
    trees: HashMap<String, (String, Arc<PageTree>)>,
    now: Option<Arc<Law>>,
}

impl World {
    /// Where the law lies.
    pub(crate) fn root(&self) -> Option<&str> {
        self.root.as_deref()
    }

    /// The law lies here, and these are its pages.
    pub(crate) fn settle(&mut self, root: String, pages: Vec<Source>) {
        self.disk = pages.into_iter().map(|p| (p.path, p.text)).collect();
        self.root = Some(root);
        self.now = None;
        let places: Vec<(String, Option<String>)> = self.open.keys().map(|u| (u.clone(), self.page_of(u))).collect();
        for (uri, page) in places {
            if let Some(open) = self.open.get_mut(&uri) {
                open.page = page;
            }
        }
    }

    /// The place of a document in the law.
    pub(crate) fn page_of(&self, uri: &str) -> Option<String> {
        let (path, root) = (path_of(uri)?, self.root.as_deref()?);
        let inside = path.strip_prefix(root)?.strip_prefix('/')?;
        inside.ends_with(".md").then(|| inside.to_owned())
    }

    /// The address of a page: as the editor writes it, where it stands there.
    pub(crate) fn uri_of(&self, page: &str) -> Option<lsp_types::Uri> {
        let open = self.open.iter().find(|(_, o)| o.page.as_deref() == Some(page));
        open.and_then(|(uri, _)| uri.parse().ok()).or_else(|| uri_of(&format!("{}/{page}", self.root.as_deref()?)))
    }

    /// A document of the editor.
    pub(crate) fn open(&self, uri: &str) -> Option<&Open> {
        self.open.get(uri)
    }

    /// The document of the editor for a page.
    pub(crate) fn open_page(&self, page: &str) -> Option<&Open> {
        self.open.values().find(|o| o.page.as_deref() == Some(page))
    }

    /// Every page that stands in the editor, with its version.
    pub(crate) fn versions(&self) -> impl Iterator<Item = (&str, i32)> {
        self.open.values().filter_map(|o| Some((o.page.as_deref()?, o.version)))
    }

    /// The editor holds this text from now on.
    pub(crate) fn write(&mut self, uri: &str, version: i32, text: String) {
        let page = self.page_of(uri);
        let before = self.open.insert(uri.to_owned(), Open { page, version, text });
        let (now, before) = (&self.open[uri], before.map(|b| b.text));
        if now.page.is_some() && before.as_ref() != Some(&now.text) {
            self.now = None;
        }
    }

    /// The editor has let go of a document: what lies on the disk counts again.
    pub(crate) fn close(&mut self, uri: &str) {
        if self.open.remove(uri).is_some_and(|o| o.page.is_some()) {
            self.now = None;
        }
    }

    /// What lies on the disk for a page has changed.
    pub(crate) fn on_disk(&mut self, page: String, text: Option<String>) {
        let same = match text {
            Some(text) => self.disk.insert(page, text.clone()).is_some_and(|before| before == text),
            None => self.disk.remove(&page).is_none(),
        };
        if !same {
            self.now = None;
        }
    }

    /// Pages on the disk at or below a path.
    pub(crate) fn below(&self, path: &str) -> Vec<String> {
        let inside = |p: &&String| *p == path || p.strip_prefix(path).is_some_and(|r| r.starts_with('/'));
        self.disk.keys().filter(inside).cloned().collect()
    }

    /// The law as it stands now, unsaved text and all.
    pub(crate) fn law(&mut self) -> Arc<Law> {
        if let Some(now) = &self.now {
            return now.clone();
        }
        let mut texts: BTreeMap<&str, &str> = self.disk.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
        for open in self.open.values() {
            if let Some(page) = &open.page {
                texts.insert(page, &open.text);
            }
        }
        let files = texts.into_iter().map(|(p, t)| Source { path: p.to_owned(), text: t.to_owned() }).collect();
        let trees = &mut self.trees;
        let law = Law::new(files, |path, text| match trees.get(path) {
            Some((before, tree)) if before == text => tree.clone(),
            _ => {
                let tree = Arc::new(PageTree::read(text));
                trees.insert(path.to_owned(), (text.to_owned(), tree.clone()));
                tree
            }
        });
        let law = Arc::new(law);
        self.now = Some(law.clone());
        law
    }
}
