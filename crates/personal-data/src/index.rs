//! The roster, made ready to be found in a text: given names, surnames, numbers, and how they are misspelt.

use crate::doc::Token;
use crate::fold::fold;
use crate::lexicon;
use crate::roster::{Person, Roster};
use crate::spelling::{alike, keys};
use crate::trie::Trie;
use rustc_hash::{FxHashMap, FxHashSet};

/// How a given name belongs to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Given {
    Call,
    Nick,
    /// A pet name made by rule: weaker than a nickname that the roster has.
    Small,
    /// The official first name of somebody who is called otherwise.
    Official,
}

/// A given name of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct GivenOf {
    pub(crate) person: usize,
    pub(crate) kind: Given,
}

/// More spellings than these of one word are not looked up: a short word has few, a long one is no name.
pub(crate) const TYPO_LENGTHS: std::ops::RangeInclusive<usize> = 5..=24;

#[derive(Debug)]
pub(crate) struct Index {
    pub(crate) people: Vec<Person>,
    pub(crate) given: Trie<GivenOf>,
    pub(crate) surname: Trie<usize>,
    pub(crate) numbers: FxHashMap<String, usize>,
    /// First letters of surnames and of given names, folded, per person.
    pub(crate) letters: Vec<(String, String)>,
    /// Groups that are no number with a letter, as *h3b*, *4vwo*, without spaces; and each without its last letter.
    pub(crate) groups: FxHashSet<String>,
    /// How long the longest of them is.
    pub(crate) longest_group: usize,
    typos: FxHashMap<u64, Vec<usize>>,
    /// A bit for each key of `typos`.
    typo_bits: Vec<u64>,
    spelt: Vec<String>,
}

impl Index {
    pub(crate) fn new(roster: &Roster) -> Self {
        let mut index = Self {
            people: roster.people.clone(),
            given: Trie::new(),
            surname: Trie::new(),
            numbers: FxHashMap::default(),
            letters: Vec::with_capacity(roster.people.len()),
            groups: FxHashSet::default(),
            longest_group: 0,
            typos: FxHashMap::default(),
            typo_bits: Vec::new(),
            spelt: Vec::new(),
        };
        let mut single: FxHashSet<String> = FxHashSet::default();
        for (person, entry) in roster.people.iter().enumerate() {
            index.add_given(person, entry, &mut single);
            index.add_surname(person, entry);
            let group = crate::roster::squeezed(&entry.group);
            let plain = group.chars().next().is_none_or(|c| c.is_ascii_digit()) && group.len() <= 2;
            if !plain
                && group.chars().any(|c| c.is_ascii_digit())
                && group.chars().any(char::is_alphabetic)
            {
                let short = group.trim_end_matches(|c: char| c.is_ascii_lowercase());
                if short.len() + 1 == group.len() && short.chars().any(char::is_alphabetic) {
                    index.groups.insert(short.to_owned());
                }
                index.groups.insert(group);
            }
            if entry.pupil_no.len() >= 4 {
                index.numbers.insert(entry.pupil_no.clone(), person);
            }
            let first = |name: &str| fold(name).chars().take(1).collect::<String>();
            let mut initials = first(&entry.call_name);
            initials.push_str(&first(&entry.given_names));
            index.letters.push((first(&entry.surname), initials));
        }
        index.longest_group = index.groups.iter().map(String::len).max().unwrap_or(0);
        let mut single: Vec<String> = single.into_iter().collect();
        single.sort_unstable();
        for word in single {
            index.add_typos(word);
        }
        let words = (index.typos.len() / 8 + 16).next_power_of_two();
        index.typo_bits = vec![0; words];
        for key in index.typos.keys() {
            let (place, bit) = bit_of(*key, words);
            if let Some(slot) = index.typo_bits.get_mut(place) {
                *slot |= bit;
            }
        }
        index
    }

    fn add_given(&mut self, person: usize, entry: &Person, single: &mut FxHashSet<String>) {
        let mut add = |name: &str, kind| {
            for variant in variants(name) {
                self.given.add(&variant, GivenOf { person, kind });
                if TYPO_LENGTHS.contains(&variant.len())
                    && variant.bytes().all(|b| b.is_ascii_lowercase())
                {
                    single.insert(variant);
                }
            }
        };
        add(&entry.call_name, Given::Call);
        for nick in &entry.nicknames {
            add(nick, Given::Nick);
        }
        let called = fold(&entry.call_name);
        for small in diminutives(&called) {
            // *Jannie* is mostly somebody else's own name.
            if !small.ends_with("ie") || !lexicon::is_given_name(&small) {
                add(&small, Given::Small);
            }
        }
        if fold(&entry.given_names) != called {
            add(&entry.given_names, Given::Official);
            if let Some(first) = entry
                .given_names
                .split(' ')
                .next()
                .filter(|first| fold(first) != called)
            {
                add(first, Given::Official);
            }
        }
    }

    fn add_surname(&mut self, person: usize, entry: &Person) {
        // Some lists keep the infix in the surname.
        let folded = fold(&entry.surname);
        let bare = strip_infix(&folded);
        for name in [folded.as_str(), bare] {
            for variant in variants(name) {
                self.surname.add(&variant, person);
            }
        }
        let parts: Vec<&str> = bare.split('-').collect();
        if let [first, ..] = parts.as_slice()
            && parts.len() > 1
            && first.len() > 2
        {
            self.surname.add(first, person);
        }
        let parts: Vec<&str> = bare.split(' ').collect();
        if let [first, ..] = parts.as_slice()
            && parts.len() > 1
            && first.len() > 3
        {
            self.surname.add(first, person);
        }
    }

    fn add_typos(&mut self, word: String) {
        let at = self.spelt.len();
        keys(&word, |key| self.typos.entry(key).or_default().push(at));
        self.spelt.push(word);
    }

    /// Given names of the roster that differ from this word by one slip or by sound. The word is not itself one.
    pub(crate) fn misspelt(&self, token: &Token<'_>) -> Vec<&str> {
        let word = token.word();
        let length = word.chars().count();
        if !TYPO_LENGTHS.contains(&length) || token.is_in(lexicon::TOWNS) || token.is_dutch() {
            return Vec::new();
        }
        let mut found: Vec<usize> = Vec::new();
        keys(word, |key| {
            // Nearly every key of a text is nobody's: one bit says so.
            let (place, bit) = bit_of(key, self.typo_bits.len());
            if self
                .typo_bits
                .get(place)
                .is_some_and(|slot| slot & bit != 0)
                && let Some(names) = self.typos.get(&key)
            {
                found.extend(names);
            }
        });
        found.sort_unstable();
        found.dedup();
        found
            .into_iter()
            .take(64)
            .filter_map(|at| self.spelt.get(at))
            .map(String::as_str)
            .filter(|name| alike(name, word))
            .collect()
    }
}

/// *Keesje*, *Daantje*: the plain rule; other pet names are nicknames of the roster.
fn diminutives(name: &str) -> Vec<String> {
    let Some(last) = name.chars().last() else {
        return Vec::new();
    };
    if name.len() < 3 || name.ends_with("je") || !name.bytes().all(|b| b.is_ascii_lowercase()) {
        return Vec::new();
    }
    let ending = match last {
        'm' => "pje",
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'l' | 'n' | 'r' | 'w' => "tje",
        _ => "je",
    };
    let mut all = vec![format!("{name}{ending}")];
    // *Brammetje*, *Jannetje*: after one short vowel the last letter doubles.
    let mut back = name.chars().rev().skip(1);
    let vowel = |c: Option<char>| c.is_some_and(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'));
    if matches!(last, 'm' | 'n' | 'l' | 'r') && vowel(back.next()) && !vowel(back.next()) {
        all.push(format!("{name}{last}etje"));
        all.push(format!("{name}{last}ie"));
    } else if name.len() <= 5 && matches!(last, 'n' | 'm' | 's' | 't' | 'k' | 'p') {
        all.push(format!("{name}ie"));
    }
    all
}

const INFIXES: [&str; 14] = [
    "van den ", "van der ", "van de ", "van 't ", "van ", "de ", "den ", "der ", "el ", "al ",
    "ter ", "te ", "ten ", "'t ",
];

/// A folded surname without the infix that some lists keep in it.
fn strip_infix(name: &str) -> &str {
    INFIXES
        .iter()
        .find_map(|infix| name.strip_prefix(infix))
        .unwrap_or(name)
}

/// The ways to write a name down: as it is, joined, and with letters that a keyboard may lack spelt out.
pub(crate) fn variants(name: &str) -> Vec<String> {
    let plain = fold(name);
    let mut all = vec![plain.clone()];
    let joined: String = plain.chars().filter(char::is_ascii_alphanumeric).collect();
    if plain.contains(['-', ' ', '\'']) && joined.len() < 25 {
        all.push(joined);
    }
    let spelt: String = name
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'ö' => "oe".to_owned(),
            'ü' => "ue".to_owned(),
            'ä' => "ae".to_owned(),
            'đ' => "dj".to_owned(),
            'ş' | 'š' => "sh".to_owned(),
            'ç' | 'č' | 'ć' => "ch".to_owned(),
            'å' => "aa".to_owned(),
            _ => c.to_string(),
        })
        .collect();
    let spelt = fold(&spelt);
    if spelt != plain {
        all.push(spelt);
    }
    if plain.contains("ij") {
        all.push(plain.replace("ij", "y"));
    }
    all
}

/// Where a key has its bit, in a table of so many words of 64.
fn bit_of(key: u64, words: usize) -> (usize, u64) {
    let mixed = key ^ (key >> 29);
    let place = usize::try_from(mixed & 0xffff_ffff).unwrap_or(0) & (words * 64 - 1);
    (place / 64, 1 << (place % 64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::{Doc, Folded};

    #[test]
    fn long_words_are_left_alone() {
        let index = Index::new(&Roster::default());
        let (text, mut folded) = ("a".repeat(10_000), Folded::default());
        let doc = Doc::read(&text, &mut folded);
        assert!(index.misspelt(&doc.at(0)).is_empty());
    }
}
