//! A folder for one test.

#![allow(dead_code, unreachable_pub)]

use std::path::PathBuf;

/// Gone with the test.
pub struct Folder {
    pub path: PathBuf,
}

impl Folder {
    pub fn new(name: &str) -> Folder {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("store-{name}-{}", std::process::id()));
        drop(std::fs::remove_dir_all(&path));
        std::fs::create_dir_all(&path).unwrap();
        Folder { path }
    }

    /// The file of the store in it.
    pub fn file(&self) -> PathBuf {
        self.path.join("cases.db")
    }

    /// Some file in it contains this.
    pub fn holds(&self, text: &str) -> bool {
        self.holds_bytes(text.as_bytes())
    }

    /// Some file in it contains these bytes.
    pub fn holds_bytes(&self, bytes: &[u8]) -> bool {
        let mut files = std::fs::read_dir(&self.path).unwrap().map(|e| std::fs::read(e.unwrap().path()).unwrap());
        files.any(|file| file.windows(bytes.len()).any(|w| w == bytes))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.path));
    }
}
