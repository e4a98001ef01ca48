//! Kept pages: the bytes of a page by its address, plain and packed.
//!
//! Two generations bound the memory: when the young one is full it becomes the old one, and
//! what nobody asked for since then is gone.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use axum::body::Bytes;
use axum::http::HeaderValue;

/// Bytes that one generation may hold, plain and packed together.
const GENERATION: usize = 2 << 20;

/// A page as it is sent.
#[derive(Clone)]
pub struct Kept {
    /// As rendered.
    pub plain: Bytes,
    /// Packed with gzip.
    pub gzip: Bytes,
    /// Changes when the page changes.
    pub tag: HeaderValue,
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
        let size = address.len() + page.plain.len() + page.gzip.len();
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
        Kept {
            plain: vec![0; size].into(),
            gzip: Bytes::new(),
            tag: HeaderValue::from_static("\"a\""),
        }
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
