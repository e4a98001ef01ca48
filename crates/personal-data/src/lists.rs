//! The long lists of words in `lexicons/`, as one table: one look tells of a word which of them have it.

use crate::casual::is_drawn;
use rustc_hash::FxHasher;
use std::hash::Hasher as _;
use std::sync::OnceLock;

/// A set of lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Lists(u8);

/// Dutch words.
pub(crate) const DUTCH: Lists = Lists(1);
/// Dutch words with a capital that are nobody's given name.
pub(crate) const PROPER: Lists = Lists(1 << 1);
/// English words.
pub(crate) const ENGLISH: Lists = Lists(1 << 2);
/// Dutch towns.
pub(crate) const TOWNS: Lists = Lists(1 << 3);
/// Given names.
pub(crate) const GIVEN: Lists = Lists(1 << 4);
/// Surnames of many countries.
const SURNAMES: Lists = Lists(1 << 5);
/// Surnames of here.
const SURNAMES_OWN: Lists = Lists(1 << 6);

/// What is no list: a word of Dutch that has a letter three times in a row, as no other small word of a text has to be asked.
pub(crate) const DRAWN: Lists = Lists(1 << 7);

/// One word a line.
const TEXTS: [(&str, Lists); 8] = [
    (include_str!("../lexicons/dutch-words.txt"), DUTCH),
    (include_str!("../lexicons/proper-words.txt"), PROPER),
    (include_str!("../lexicons/english-words.txt"), ENGLISH),
    (include_str!("../lexicons/towns.txt"), TOWNS),
    (include_str!("../lexicons/given-names.txt"), GIVEN),
    (include_str!("../lexicons/given-names-own.txt"), GIVEN),
    (include_str!("../lexicons/surnames.txt"), SURNAMES),
    (include_str!("../lexicons/surnames-own.txt"), SURNAMES_OWN),
];

fn words(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// Of a folded word, for every table.
pub(crate) fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// Fingerprints of words, and beside each the lists that have it: half the size of the texts. Two words with one fingerprint
/// in one place are a chance of one in a thousand million.
struct Table {
    prints: Vec<u32>,
    lists: Vec<Lists>,
}

impl Table {
    fn shared() -> &'static Self {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(Self::tabulate)
    }

    fn tabulate() -> Self {
        let lines = |(text, _): &(&str, Lists)| text.bytes().filter(|b| *b == b'\n').count();
        let count: usize = TEXTS.iter().map(lines).sum();
        let size = (count * 3 / 2 + 1).next_power_of_two();
        let (mut prints, mut lists) = (vec![0; size], vec![Lists::NONE; size]);
        for (text, list) in TEXTS {
            for word in words(text) {
                let (mut at, print) = place(hash(word), size);
                while prints.get(at).is_some_and(|one| *one != 0 && *one != print) {
                    at = (at + 1) & (size - 1);
                }
                if let Some(slot) = prints.get_mut(at) {
                    *slot = print;
                }
                let drawn = list == DUTCH && is_drawn(word);
                if let Some(slot) = lists.get_mut(at) {
                    slot.0 |= list.0 | if drawn { DRAWN.0 } else { 0 };
                }
            }
        }
        Self { prints, lists }
    }
}

/// Where a hash belongs in a table whose size is a power of two, and its fingerprint, which is never zero.
fn place(hash: u64, size: usize) -> (usize, u32) {
    let mixed = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let print = u32::try_from(mixed >> 32).unwrap_or(1) | 1;
    let low = usize::try_from(hash & 0xffff_ffff).unwrap_or(0);
    (low & (size - 1), print)
}

impl Lists {
    pub(crate) const NONE: Self = Self(0);

    /// The lists that have the word with this hash.
    pub(crate) fn of(hash: u64) -> Self {
        let table = Table::shared();
        let (mut at, print) = place(hash, table.prints.len());
        while let Some(one) = table.prints.get(at).filter(|one| **one != 0) {
            if *one == print {
                return table.lists.get(at).copied().unwrap_or_default();
            }
            at = (at + 1) & (table.prints.len() - 1);
        }
        Self::NONE
    }

    fn of_word(word: &str) -> Self {
        Self::of(hash(word))
    }

    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether one of them has a word.
    pub(crate) fn has(self, word: &str) -> bool {
        Self::of_word(word).intersects(self)
    }

    /// What [`is_dutch`] says of a word that is in these lists.
    pub(crate) fn is_dutch(self, word: &str) -> bool {
        // *Willemijn* is no *wil* and *mijn*.
        self.intersects(DUTCH) || (word.len() >= 8 && !self.intersects(GIVEN) && is_compound(word))
    }

    /// Whether a word that is in these lists is somebody's surname, somewhere.
    pub(crate) fn is_surname(self, word: &str) -> bool {
        self.intersects(SURNAMES) || self.is_surname_here(word)
    }

    /// Whether it is a surname of here, by our own list or by an ending that hardly any other word has: *Schouwstra*, *Bruinsma*.
    pub(crate) fn is_surname_here(self, word: &str) -> bool {
        const ENDINGS: [&str; 9] = [
            "stra", "sma", "kema", "ssen", "enga", "inga", "huijs", "dijk", "ink",
        ];
        let word_too = DUTCH.union(TOWNS).union(ENGLISH).union(GIVEN);
        self.intersects(SURNAMES_OWN)
            || word.len() >= 6
                && !self.intersects(word_too)
                && ENDINGS.iter().any(|ending| word.ends_with(ending))
    }
}

/// Whether it is somebody's given name, somewhere.
pub(crate) fn is_given_name(word: &str) -> bool {
    GIVEN.has(word)
}

/// Whether it is a word of Dutch, also as a compound of two words that are.
pub(crate) fn is_dutch(word: &str) -> bool {
    Lists::of_word(word).is_dutch(word)
}

fn is_compound(word: &str) -> bool {
    // Long tokens are no words, and would cost a look-up for each letter.
    word.len() <= 40
        && (3..word.len() - 3).any(|at| {
            let (Some(head), Some(tail)) = (word.get(..at), word.get(at..)) else {
                return false;
            };
            if tail.len() < 4 || !DUTCH.has(tail) {
                return false;
            }
            let bare = head
                .strip_suffix('s')
                .or_else(|| head.strip_suffix("en"))
                .filter(|bare| bare.len() >= 3);
            DUTCH.has(head) || bare.is_some_and(|bare| DUTCH.has(bare))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;

    #[test]
    fn words_are_found_in_the_lists() {
        for word in ["aan", "roos", "wolf", "schoolplein", "zwembad"] {
            assert!(is_dutch(word), "{word}");
        }
        for word in ["", "daan", "qqq", "zzzzzz", "# "] {
            assert!(!is_dutch(word), "{word}");
        }
        assert!(is_dutch("kerstvoorstelling"));
        assert!(is_given_name("fatima"));
        assert!(!is_given_name("groep"));
    }

    #[test]
    fn lists_are_sorted_and_folded() {
        for (text, list) in TEXTS {
            let words: Vec<&str> = words(text).collect();
            assert!(words.is_sorted());
            assert!(words.iter().all(|word| list.has(word)));
            assert!(words.iter().all(|word| fold(word) == **word));
        }
    }
}
