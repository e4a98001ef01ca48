//! Which keys came by, in sixteen bytes each, so that a file of a million people can be held to its own references.

use std::hash::{DefaultHasher, Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet};

/// Two independent hashes of a key. Equal keys give equal marks; that two others do is beyond any file's size.
pub(crate) type Mark = (u64, u64);

/// The mark of a key.
pub(crate) fn mark(key: &str) -> Mark {
    let of = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        salt.hash(&mut hasher);
        key.hash(&mut hasher);
        hasher.finish()
    };
    (of(1), of(2))
}

/// A set of keys.
#[derive(Debug, Default)]
pub(crate) struct Seen(FxHashSet<Mark>);

impl Seen {
    /// False when the key was there already.
    pub(crate) fn insert(&mut self, key: &str) -> bool {
        self.0.insert(mark(key))
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.0.contains(&mark(key))
    }
}

/// Something small for each key.
#[derive(Debug)]
pub(crate) struct Known<T>(FxHashMap<Mark, T>);

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<T> Known<T> {
    /// The place of a key.
    pub(crate) fn at(&mut self, key: &str) -> std::collections::hash_map::Entry<'_, Mark, T> {
        self.0.entry(mark(key))
    }

    pub(crate) fn get(&self, key: &str) -> Option<&T> {
        self.0.get(&mark(key))
    }
}
