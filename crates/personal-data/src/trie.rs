//! Names and phrases of several words, found word by word.

use crate::doc::{Doc, Folded, Gap, Kind};
use crate::lists::hash;
use rustc_hash::FxHashMap;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// By the hash of a folded word, which is well mixed as it is.
pub(crate) type ByHash<V> = HashMap<u64, V, BuildHasherDefault<AsIs>>;

/// Hands back what it was given: the keys are hashes.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        // Only numbers of 64 bits are keys.
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }
    fn write_u64(&mut self, number: u64) {
        self.0 = self.0.rotate_left(8) ^ number;
    }
}

/// Phrases with a payload each. Hyphens and apostrophes inside a phrase may be written or not. A word is known by its hash:
/// it is taken once for each token, and that two words of a text and a list share one of 64 bits does not happen.
#[derive(Debug, Default)]
pub(crate) struct Trie<T> {
    /// Every word, with the node of the phrases that begin with it; 0 if none does.
    words: ByHash<usize>,
    edges: FxHashMap<(usize, u64), usize>,
    ends: Vec<Vec<T>>,
    /// A bit for each first word: most words of a text are turned away by one look.
    first: Vec<u64>,
}

/// Bits of the table of first words.
const BITS: u64 = 16_384;

fn bit(hash: u64) -> (usize, u64) {
    let place = (hash >> 32) % BITS;
    (usize::try_from(place / 64).unwrap_or(0), 1 << (place % 64))
}

/// A phrase found: the token after it, and where its payloads are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    pub(crate) end: usize,
    pub(crate) node: usize,
    /// How many words.
    pub(crate) words: usize,
}

impl<T: PartialEq> Trie<T> {
    pub(crate) fn new() -> Self {
        Self {
            words: ByHash::default(),
            edges: FxHashMap::default(),
            ends: vec![Vec::new()],
            first: vec![0; usize::try_from(BITS / 64).unwrap_or(0)],
        }
    }

    pub(crate) fn add(&mut self, phrase: &str, payload: T) {
        let mut node = 0;
        let mut folded = Folded::default();
        let doc = Doc::words(phrase, &mut folded);
        for token in doc.tokens.iter().filter(|one| one.kind != Kind::Mark) {
            let next = self.ends.len();
            let head = self.words.entry(token.hash).or_default();
            if node == 0 {
                let (place, bit) = bit(token.hash);
                if let Some(slot) = self.first.get_mut(place) {
                    *slot |= bit;
                }
                if *head == 0 {
                    *head = next;
                }
                node = *head;
            } else {
                node = *self.edges.entry((node, token.hash)).or_insert(next);
            }
            if node == next {
                self.ends.push(Vec::new());
            }
        }
        if node > 0
            && let Some(end) = self.ends.get_mut(node)
            && end.last() != Some(&payload)
        {
            end.push(payload);
        }
    }

    /// The phrases that start at a token, the shortest first.
    #[inline]
    pub(crate) fn all(&self, doc: &Doc<'_>, from: usize) -> Vec<Found> {
        let mut all = Vec::new();
        if self.opens_with(doc.at(from).hash) {
            self.walk(doc, from, |found| all.push(found));
        }
        all
    }

    /// The longest phrase that starts at a token.
    #[inline]
    pub(crate) fn longest(&self, doc: &Doc<'_>, from: usize) -> Option<Found> {
        let mut longest = None;
        if self.opens_with(doc.at(from).hash) {
            self.walk(doc, from, |found| longest = Some(found));
        }
        longest
    }

    /// Every phrase that starts at a token, the shortest first.
    #[inline(never)]
    fn walk(&self, doc: &Doc<'_>, from: usize, mut found: impl FnMut(Found)) {
        let head = self.words.get(&doc.at(from).hash).copied();
        let Some(mut node) = head.filter(|node| *node > 0) else {
            return;
        };
        let mut at = from;
        // No phrase has more words than this; a text cannot make the walk longer.
        for words in 1..=12 {
            at += 1;
            if self.is_end(node) {
                found(Found {
                    end: at,
                    node,
                    words,
                });
            }
            if is_glue(doc, at) {
                at += 1;
            }
            let next = doc.at(at);
            if next.gap == Gap::Line {
                break;
            }
            let Some(edge) = self.edges.get(&(node, next.hash)) else {
                break;
            };
            node = *edge;
        }
    }

    /// Whether a phrase may begin with the word with this hash: most words of a text are turned away here.
    #[inline]
    fn opens_with(&self, hash: u64) -> bool {
        let (place, bit) = bit(hash);
        self.first.get(place).is_some_and(|slot| slot & bit != 0)
    }

    /// The node of the phrases that begin with a word.
    #[inline]
    fn head(&self, hash: u64) -> Option<usize> {
        if !self.opens_with(hash) {
            return None;
        }
        self.words.get(&hash).copied().filter(|node| *node > 0)
    }

    /// Whether a phrase begins with the word with this hash.
    #[inline]
    pub(crate) fn heads(&self, hash: u64) -> bool {
        self.head(hash).is_some()
    }

    fn is_end(&self, node: usize) -> bool {
        self.ends.get(node).is_some_and(|end| !end.is_empty())
    }

    /// The phrase that is exactly this one folded word.
    pub(crate) fn single(&self, word: &str) -> Option<usize> {
        self.single_of(hash(word))
    }

    /// The phrase that is exactly the one word with this hash.
    pub(crate) fn single_of(&self, hash: u64) -> Option<usize> {
        self.head(hash).filter(|node| self.is_end(*node))
    }

    pub(crate) fn payloads(&self, node: usize) -> &[T] {
        self.ends.get(node).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many phrases there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.ends.iter().filter(|end| !end.is_empty()).count()
    }

    /// Whether the word with this hash stands anywhere in a phrase.
    pub(crate) fn knows(&self, hash: u64) -> bool {
        self.words.contains_key(&hash)
    }
}

/// A mark that may stand between two words of one name.
pub(crate) fn is_glue(doc: &Doc<'_>, at: usize) -> bool {
    match doc.w(at) {
        "-" | "‐" | "‑" | "–" | "_" => true,
        "'" | "’" | "`" | "‘" => doc.at(at + 1).is_word(),
        "." => doc.w(at.wrapping_sub(1)).len() <= 2,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_however_they_are_joined() {
        let mut trie = Trie::new();
        trie.add("Anne-Fleur", 1);
        trie.add("Anne", 2);
        let longest = |text: &str| {
            let mut folded = Folded::default();
            let doc = Doc::read(text, &mut folded);
            trie.longest(&doc, 0)
                .map(|found| (found.end, trie.payloads(found.node).to_vec()))
        };
        assert_eq!(longest("Anne Fleur"), Some((2, vec![1])));
        assert_eq!(longest("anne-fleur"), Some((3, vec![1])));
        assert_eq!(longest("Anne, Fleur"), Some((1, vec![2])));
        assert_eq!(longest("Anne\nFleur"), Some((1, vec![2])));
        assert_eq!(longest("Fleur"), None);
    }
}
