//! Kept pages: the bytes of a page by its address, plain, and packed once somebody wants them so.
//!
//! Two generations bound the memory: when the young one is full it becomes the old one, and
//! what nobody asked for since then is gone.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hasher};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use axum::body::Bytes;
use axum::http::HeaderValue;
use flate2::Compression;

use crate::files::gzip;

/// Bytes that one generation may hold, plain and packed together.
const GENERATION: usize = 1 << 20;

/// How hard to pack: beyond this it costs much more and saves little.
const EFFORT: u32 = 5;

/// A page as it is sent.
#[derive(Clone)]
pub struct Kept(Arc<Page>);

struct Page {
    plain: Bytes,
    gzip: OnceLock<Bytes>,
    tag: HeaderValue,
}

impl Kept {
    /// A rendered page.
    #[must_use]
    pub fn new(html: String) -> Self {
        let plain = Bytes::from(html);
        let mut hasher = DefaultHasher::new();
        hasher.write(&plain);
        let tag = HeaderValue::try_from(format!("W/\"{:016x}\"", hasher.finish()));
        Self(Arc::new(Page {
            plain,
            gzip: OnceLock::new(),
            tag: tag.unwrap_or_else(|_| HeaderValue::from_static("W/\"0\"")),
        }))
    }

    /// As rendered.
    #[must_use]
    pub fn plain(&self) -> Bytes {
        self.0.plain.clone()
    }

    /// Packed with gzip.
    #[must_use]
    pub fn gzip(&self) -> Bytes {
        let pack = || gzip(&self.0.plain, Compression::new(EFFORT));
        self.0.gzip.get_or_init(pack).clone()
    }

    /// Changes when the page changes.
    #[must_use]
    pub fn tag(&self) -> &HeaderValue {
        &self.0.tag
    }

    /// What it takes, packed or not: a packed page is about a third of a plain one.
    fn size(&self) -> usize {
        self.0.plain.len() + self.0.plain.len() / 3
    }
}

/// Pages by address.
#[derive(Default)]
pub struct Pages(Mutex<Generations>);

#[derive(Default)]
struct Generations {
    young: HashMap<Box<str>, Kept>,
    old: HashMap<Box<str>, Kept>,
    size: usize,
}

impl Pages {
    /// The page at this address, if it is kept.
    pub fn get(&self, address: &str) -> Option<Kept> {
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(page) = pages.young.get(address) {
            return Some(page.clone());
        }
        let (address, page) = pages.old.remove_entry(address)?;
        pages.put(address, page.clone());
        Some(page)
    }

    /// Keeps a page.
    pub fn put(&self, address: &str, page: Kept) {
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        pages.put(address.into(), page);
    }
}

impl Generations {
    fn put(&mut self, address: Box<str>, page: Kept) {
        let size = address.len() + page.size();
        if self.size + size > GENERATION {
            self.old = std::mem::take(&mut self.young);
            self.size = 0;
        }
        self.size += size;
        self.young.insert(address, page);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(size: usize) -> Kept {
        Kept::new("x".repeat(size))
    }

    #[test]
    fn what_is_asked_for_stays_and_memory_is_bounded() {
        let pages = Pages::default();
        for at in 0..1000 {
            pages.put(&format!("/{at}"), page(20_000));
            assert!(pages.get("/0").is_some(), "still asked for at {at}");
        }
        assert!(pages.get("/1").is_none());
        let inner = pages.0.lock().unwrap();
        assert!(inner.size <= GENERATION);
        assert!(inner.old.len() * 20_000 <= GENERATION);
    }
}
