//! Sensitive words: those of `lexicons/sensitive.txt`, and those that a school added.

use crate::category::Category;
use crate::doc::{Doc, Gap};
use crate::fold::fold;
use crate::lexicon::sections;
use crate::lists::hash;
use crate::trie::{ByHash, Trie};
use aho_corasick::AhoCorasick;
use rustc_hash::FxHashSet;
use std::sync::OnceLock;

/// What a word says, and whether it says so by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sense {
    pub(crate) category: Category,
    pub(crate) weak: bool,
}

impl Sense {
    /// Of a word that says nothing.
    const NONE: Self = Self {
        category: Category::Outing,
        weak: true,
    };
}

/// Words, beginnings of words, parts of words and phrases, each with its sense.
#[derive(Debug)]
pub(crate) struct Lexicon {
    exact: ByHash<Sense>,
    /// By their first three bytes, which every word that has one shares.
    stems: ByHash<Vec<(Box<str>, Sense)>>,
    parts: Vec<Box<str>>,
    part_senses: Vec<Sense>,
    inside: Option<AhoCorasick>,
    phrases: Trie<Sense>,
    /// Phrases whose last word may go on: *co-ouder**. All but that word, with how it begins.
    open: Trie<(Box<str>, Sense)>,
    /// Words with others between them, *zit … vast*: by the last word, those right before it and the first of all.
    apart: ByHash<Vec<Apart>>,
    not: FxHashSet<Box<str>>,
    /// How many were added.
    entries: usize,
}

/// Words that belong together over others: *gaan … uit elkaar*.
#[derive(Debug)]
struct Apart {
    first: Box<str>,
    /// Right before the last word, in the order of the text.
    inner: Vec<Box<str>>,
    sense: Sense,
}

/// No part that words have inside is shorter.
const SHORTEST_PART: usize = 5;

/// At most so many words stand between the two parts.
const APART: usize = 9;

/// The shipped lexicon, read once.
pub(crate) fn shipped() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon = Lexicon::empty();
        for (section, line) in sections(include_str!("../lexicons/sensitive.txt")) {
            let (name, weak) = section
                .strip_suffix("-weak")
                .map_or((section, false), |name| (name, true));
            let name = name.strip_suffix("-apart").unwrap_or(name);
            let category = match name {
                "health" => Some(Category::Health),
                "religion" => Some(Category::Religion),
                "situation" => Some(Category::Situation),
                _ => None,
            };
            let entries = line.split(';').map(str::trim);
            for entry in entries.filter(|entry| !entry.is_empty()) {
                match category {
                    Some(category) => lexicon.add(entry, Sense { category, weak }),
                    None => drop(lexicon.not.insert(entry.into())),
                }
            }
        }
        lexicon.inside = AhoCorasick::new(lexicon.parts.iter().map(|part| part.as_bytes())).ok();
        lexicon
    })
}

impl Lexicon {
    fn empty() -> Self {
        Self {
            exact: ByHash::default(),
            stems: ByHash::default(),
            parts: Vec::new(),
            part_senses: Vec::new(),
            inside: None,
            phrases: Trie::new(),
            open: Trie::new(),
            apart: ByHash::default(),
            not: FxHashSet::default(),
            entries: 0,
        }
    }

    /// What a school added: a single word also counts with other letters behind it.
    pub(crate) fn of_school(words: &[(String, Category)]) -> Self {
        let mut lexicon = Self::empty();
        for (word, category) in words {
            let sense = Sense {
                category: *category,
                weak: false,
            };
            let folded = fold(word.trim().trim_end_matches('*'));
            let stem = if folded.contains([' ', '-']) {
                folded
            } else {
                format!("{folded}*")
            };
            lexicon.add(&stem, sense);
        }
        lexicon
    }

    /// `word`, `stem*`, `**part*`, or a phrase.
    fn add(&mut self, entry: &str, sense: Sense) {
        self.entries += 1;
        if let Some((first, rest)) = entry.split_once(" ~ ") {
            let mut words: Vec<Box<str>> = rest.split(' ').map(Box::from).collect();
            if let Some(last) = words.pop() {
                let (first, inner) = (first.into(), words);
                let one = Apart {
                    first,
                    inner,
                    sense,
                };
                self.apart.entry(hash(&last)).or_default().push(one);
            }
        } else if entry.contains([' ', '-']) {
            let last = entry.rsplit([' ', '-']).next().unwrap_or_default();
            if let Some(stem) = last.strip_suffix('*') {
                let head = entry.get(..entry.len() - last.len()).unwrap_or_default();
                self.open.add(head, (stem.into(), sense));
            } else {
                self.phrases.add(entry, sense);
            }
        } else if let Some(stem) = entry.strip_suffix('*') {
            if let Some(part) = stem.strip_prefix("**") {
                self.parts.push(part.into());
                self.part_senses.push(sense);
            } else if let Some(head) = head(stem) {
                let stems = self.stems.entry(head).or_default();
                stems.push((stem.into(), sense));
                // The longest that fits is the one.
                stems.sort_by_key(|(stem, _)| std::cmp::Reverse(stem.len()));
            }
        } else {
            self.exact.insert(hash(entry), sense);
        }
    }

    /// How many entries there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        let stems: usize = self.stems.values().map(Vec::len).sum();
        self.exact.len() + stems + self.parts.len() + self.phrases.len()
    }

    /// The phrase or word at a token: the token after it, and its sense.
    pub(crate) fn at(&self, doc: &Doc<'_>, at: usize) -> Option<(usize, Sense)> {
        if self.entries == 0 {
            return None;
        }
        let phrase = self.phrases.longest(doc, at).and_then(|found| {
            let sense = self.phrases.payloads(found.node).first()?;
            Some((found.end, *sense))
        });
        let open = || {
            let all = self.open.all(doc, at);
            all.into_iter().rev().find_map(|found| {
                let end = found.end + usize::from(doc.w(found.end) == "-" && doc.glued(found.end));
                let mut stems = self.open.payloads(found.node).iter();
                let fits = stems.find(|(stem, _)| doc.w(end).starts_with(&**stem))?;
                (doc.at(end).gap != Gap::Line).then_some((end + 1, fits.1))
            })
        };
        let word = || {
            let token = doc.at(at);
            let sense = self.sense(token.word(), token.hash);
            sense.map(|sense| (at + 1, sense))
        };
        let (end, sense) = phrase
            .or_else(open)
            .or_else(word)
            .unwrap_or((at + 1, Sense::NONE));
        let apart = if sense.weak && doc.w(end - 1).len() > 3 {
            self.apart_at(doc, end - 1)
        } else {
            None
        };
        let sense = apart.unwrap_or(sense);
        (sense != Sense::NONE).then_some((end, sense))
    }

    /// The sense of the last of some words that stand apart in one sentence.
    fn apart_at(&self, doc: &Doc<'_>, at: usize) -> Option<Sense> {
        let all = self.apart.get(&doc.at(at).hash)?;
        let from = doc.sentence_of(at).from;
        let fits = |one: &&Apart| {
            let start = at - one.inner.len().min(at);
            let inner = one.inner.iter().enumerate();
            inner
                .clone()
                .all(|(far, word)| doc.w(start + far) == &**word)
                && (from.max(start.saturating_sub(APART))..start).any(|i| doc.w(i) == &*one.first)
        };
        all.iter().find(fits).map(|one| one.sense)
    }

    fn sense(&self, word: &str, hash: u64) -> Option<Sense> {
        if word.len() < 3 || word.len() > 48 {
            return None;
        }
        // What is left out is asked last: few words come so far.
        let exact = self.exact.get(&hash).copied();
        exact
            .or_else(|| self.by_part(word))
            .filter(|_| !self.not.contains(word))
    }

    /// The sense of a word by how it begins, or by what it has inside.
    fn by_part(&self, word: &str) -> Option<Sense> {
        let stems = self.stems.get(&head(word)?);
        let stems = stems.map(Vec::as_slice).unwrap_or_default();
        let stem = stems
            .iter()
            .find(|(stem, _)| word.starts_with(&**stem))
            .map(|(_, sense)| *sense);
        let inside = || {
            let long = word.len() >= SHORTEST_PART;
            let found = self.inside.as_ref().filter(|_| long)?.find(word)?;
            self.part_senses.get(found.pattern().as_usize()).copied()
        };
        stem.or_else(inside)
    }
}

/// A key of the first three bytes of a word.
fn head(word: &str) -> Option<u64> {
    let [a, b, c] = *word.as_bytes().first_chunk::<3>()?;
    let key = u64::from(u32::from_le_bytes([a, b, c, 0]));
    let mixed = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    Some(mixed ^ (mixed >> 32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::Folded;

    #[test]
    fn stems_compounds_and_exceptions() {
        let lexicon = shipped();
        let category = |word: &str| lexicon.sense(word, hash(word)).map(|sense| sense.category);
        assert_eq!(category("epilepsie"), Some(Category::Health));
        assert_eq!(category("notenallergie"), Some(Category::Health));
        assert_eq!(category("offerfeest"), Some(Category::Religion));
        assert_eq!(category("voogdijzaak"), Some(Category::Situation));
        assert_eq!(category("boterham"), None);
        // `docs/word-lists.md` tells of them.
        assert!(lexicon.len() >= 2_000, "{}", lexicon.len());
    }

    #[test]
    fn a_school_adds_stems_and_phrases() {
        let words = [
            ("Veilig Thuis".to_owned(), Category::Situation),
            ("bovenbouwplus*".to_owned(), Category::Health),
        ];
        let lexicon = Lexicon::of_school(&words);
        let at = |text: &str| {
            let mut folded = Folded::default();
            let found = lexicon.at(&Doc::read(text, &mut folded), 0);
            found.map(|(end, sense)| (end, sense.category))
        };
        assert_eq!(at("veilig thuis is er"), Some((2, Category::Situation)));
        assert_eq!(at("Bovenbouwplusgroep"), Some((1, Category::Health)));
        assert_eq!(at("bovenbouw"), None);
    }
}
