//! Names and phrases of several words, found word by word.

use crate::doc::{Doc, Gap, Kind};
use rustc_hash::FxHashMap;

/// Phrases with a payload each. Hyphens and apostrophes inside a phrase may be written or not.
#[derive(Debug, Default)]
pub(crate) struct Trie<T> {
    words: FxHashMap<Box<str>, usize>,
    edges: FxHashMap<(usize, usize), usize>,
    ends: Vec<Vec<T>>,
    /// A bit for each first word, by a few of its bytes: most words of a text are turned away by one look.
    first: Vec<u64>,
}

/// Bits of the table of first words.
const BITS: usize = 16_384;

fn bit(word: &str) -> (usize, u64) {
    let bytes = word.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().map_or(0, usize::from);
    let sum = byte(0)
        .wrapping_mul(131)
        .wrapping_add(byte(bytes.len() / 2).wrapping_mul(31))
        .wrapping_add(byte(bytes.len().wrapping_sub(1)).wrapping_mul(1_021))
        .wrapping_add(bytes.len().wrapping_mul(4_099));
    let place = sum % BITS;
    (place / 64, 1 << (place % 64))
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
            words: FxHashMap::default(),
            edges: FxHashMap::default(),
            ends: vec![Vec::new()],
            first: vec![0; BITS / 64],
        }
    }

    pub(crate) fn add(&mut self, phrase: &str, payload: T) {
        let mut node = 0;
        let doc = Doc::read(phrase);
        for at in (0..doc.tokens.len()).filter(|at| doc.at(*at).kind != Kind::Mark) {
            let fresh = self.words.len() + 1;
            let known = self.words.get(doc.w(at)).copied();
            let word =
                known.unwrap_or_else(|| *self.words.entry(doc.w(at).into()).or_insert(fresh));
            if node == 0 {
                let (place, bit) = bit(doc.w(at));
                if let Some(slot) = self.first.get_mut(place) {
                    *slot |= bit;
                }
            }
            let next = self.ends.len();
            node = *self.edges.entry((node, word)).or_insert(next);
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

    /// The longest phrase that starts at a token, and the shorter ones before it, shortest first.
    pub(crate) fn all(&self, doc: &Doc<'_>, from: usize) -> Vec<Found> {
        let mut found = Vec::new();
        if !self.has_head(doc.w(from)) {
            return found;
        }
        let (mut node, mut at) = (0, from);
        // No phrase has more words than this; a text cannot make the walk longer.
        for words in 1..=12 {
            let Some(next) = self
                .words
                .get(doc.w(at))
                .and_then(|word| self.edges.get(&(node, *word)))
            else {
                break;
            };
            node = *next;
            at += 1;
            if self.ends.get(node).is_some_and(|end| !end.is_empty()) {
                found.push(Found {
                    end: at,
                    node,
                    words,
                });
            }
            if is_glue(doc, at) {
                at += 1;
            }
            if doc.at(at).gap == Gap::Line {
                break;
            }
        }
        found
    }

    pub(crate) fn longest(&self, doc: &Doc<'_>, from: usize) -> Option<Found> {
        self.all(doc, from).pop()
    }

    fn has_head(&self, word: &str) -> bool {
        let (place, bit) = bit(word);
        self.first.get(place).is_some_and(|slot| slot & bit != 0)
    }

    /// The phrase that is exactly this one folded word.
    pub(crate) fn single(&self, word: &str) -> Option<usize> {
        if !self.has_head(word) {
            return None;
        }
        let word = self.words.get(word)?;
        let node = *self.edges.get(&(0, *word))?;
        self.ends
            .get(node)
            .is_some_and(|end| !end.is_empty())
            .then_some(node)
    }

    pub(crate) fn payloads(&self, node: usize) -> &[T] {
        self.ends.get(node).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many phrases there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.ends.iter().filter(|end| !end.is_empty()).count()
    }

    /// Whether a word stands anywhere in a phrase.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.words.contains_key(word)
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
            let doc = Doc::read(text);
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
