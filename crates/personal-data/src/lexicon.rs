//! The word lists in `lexicons/`: long ones of words, and small ones with sections.

use crate::fold::fold;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher as _;
use std::sync::OnceLock;

/// What a word is a sign of: a set of the sections of `lexicons/cues.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Cues(u64);

macro_rules! cue_sections {
    ($($name:ident = $section:literal),* $(,)?) => {
        cue_sections!(@bits 0u32; $($name)*);
        /// The sections of the file, each with its bit.
        const SECTIONS: &[(&str, Cues)] = &[$(($section, Cues::$name)),*];
    };
    (@bits $at:expr; $name:ident $($rest:ident)*) => {
        impl Cues { pub(crate) const $name: Self = Self(1 << ($at)); }
        cue_sections!(@bits $at + 1; $($rest)*);
    };
    (@bits $at:expr;) => {};
}

cue_sections! {
    DUTCH = "dutch", ENGLISH = "english", ABBREVIATION = "abbreviation", KIN = "kin", OWN = "own", TITLE = "title",
    ROLE = "role", VERB = "verb", PREP = "prep", DET = "det", MONTH = "month", DAY = "day", CLOCK = "clock",
    PLACE = "place", LEAVE = "leave", INSIDE = "inside", PAST = "past", PRONOUN = "pronoun", INFIX = "infix",
    GREET = "greet", CONTACT = "contact", BIRTH = "birth", CAR = "car", NOT_ID = "not-id", GROUP = "group",
    ORG = "organisation", LIVES = "lives", TURNS = "turns", YEARS = "years", BSN = "bsn", PUPIL = "pupil",
    NUMBER = "number", CALL = "call", WHEN = "when", TALK = "general", CHILD = "child", BEFORE_MONTH = "before-month",
    STREET = "street", PAYEE = "payee", FAMILY = "family", THANKS = "thanks", CROWN = "crown", WORK = "work",
    RARELY = "rarely-a-word", HEADING = "heading", PLATFORM = "platform",
    SCHOOL_ROLE = "school-role", CLASS = "class", BEING = "being", COUNTED = "counted", BETWEEN = "between", WHOEVER = "whoever", REMEDY = "remedy", BELONGING = "belonging", BOTH = "both-do",
    UNCOUNTED = "uncounted", SPAN = "span", BODY = "body", HURT = "hurt", BESIDE = "beside", POLICE_ACT = "police-act", TO_ALL = "to-all",
}

impl Cues {
    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    pub(crate) const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The cues of a folded word.
pub(crate) fn cues(word: &str) -> Cues {
    static TABLE: OnceLock<FxHashMap<&'static str, Cues>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table: FxHashMap<&'static str, Cues> = FxHashMap::default();
        for (section, line) in sections(include_str!("../lexicons/cues.txt")) {
            let bit = SECTIONS
                .iter()
                .find(|(name, _)| *name == section)
                .map_or(Cues(0), |(_, bit)| *bit);
            for word in line.split_whitespace() {
                let entry = table.entry(word).or_default();
                *entry = entry.union(bit);
            }
        }
        table
    });
    table.get(word).copied().unwrap_or_default()
}

/// Lines of a file with `[section]` headers and `#` comments, each with its section.
pub(crate) fn sections(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut section = "";
    text.lines().filter_map(move |line| {
        let line = line.trim();
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            section = name;
            return None;
        }
        (!line.is_empty() && !line.starts_with('#')).then_some((section, line))
    })
}

/// A list of words, one a line. At first use it becomes a table of fingerprints: half the size of the text, and one look
/// tells. Two words with one fingerprint in one place are a chance of one in a thousand million.
pub(crate) struct List {
    text: &'static str,
    table: OnceLock<Vec<u32>>,
}

impl List {
    const fn new(text: &'static str) -> Self {
        Self {
            text,
            table: OnceLock::new(),
        }
    }

    fn words(&self) -> impl Iterator<Item = &'static str> {
        self.text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        let table = self.table.get_or_init(|| self.tabulate());
        let (mut at, print) = place(word, table.len());
        while let Some(one) = table.get(at).filter(|one| **one != 0) {
            if *one == print {
                return true;
            }
            at = (at + 1) & (table.len() - 1);
        }
        false
    }

    fn tabulate(&self) -> Vec<u32> {
        let words = self.words().count();
        let mut table = vec![0; (words * 3 / 2 + 1).next_power_of_two()];
        for word in self.words() {
            let (mut at, print) = place(word, table.len());
            while table.get(at).is_some_and(|one| *one != 0 && *one != print) {
                at = (at + 1) & (table.len() - 1);
            }
            if let Some(slot) = table.get_mut(at) {
                *slot = print;
            }
        }
        table
    }
}

/// Where a word belongs in a table whose size is a power of two, and its fingerprint, which is never zero.
fn place(word: &str, size: usize) -> (usize, u32) {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    let hash = hasher.finish();
    let mixed = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let print = u32::try_from(mixed >> 32).unwrap_or(1) | 1;
    let low = usize::try_from(hash & 0xffff_ffff).unwrap_or(0);
    (low & (size - 1), print)
}

/// Dutch words.
pub(crate) static DUTCH: List = List::new(include_str!("../lexicons/dutch-words.txt"));
/// Dutch words with a capital that are nobody's given name.
pub(crate) static PROPER: List = List::new(include_str!("../lexicons/proper-words.txt"));
/// English words.
pub(crate) static ENGLISH: List = List::new(include_str!("../lexicons/english-words.txt"));
/// Surnames of many countries.
static SURNAMES: List = List::new(include_str!("../lexicons/surnames.txt"));
static SURNAMES_OWN: List = List::new(include_str!("../lexicons/surnames-own.txt"));
/// Dutch towns.
pub(crate) static TOWNS: List = List::new(include_str!("../lexicons/towns.txt"));
static GIVEN: List = List::new(include_str!("../lexicons/given-names.txt"));
static GIVEN_OWN: List = List::new(include_str!("../lexicons/given-names-own.txt"));

/// Whether it is somebody's given name, somewhere.
pub(crate) fn is_given_name(word: &str) -> bool {
    GIVEN.has(word) || GIVEN_OWN.has(word)
}

/// Whether it is somebody's surname, somewhere.
pub(crate) fn is_surname(word: &str) -> bool {
    SURNAMES.has(word) || is_surname_here(word)
}

/// Whether it is a surname of here, by our own list or by an ending that hardly any other word has: *Schouwstra*, *Bruinsma*.
pub(crate) fn is_surname_here(word: &str) -> bool {
    SURNAMES_OWN.has(word)
        || word.len() >= 6
            && [
                "stra", "sma", "kema", "ssen", "enga", "inga", "huijs", "dijk", "ink",
            ]
            .iter()
            .any(|ending| word.ends_with(ending))
            && !DUTCH.has(word)
            && !TOWNS.has(word)
            && !ENGLISH.has(word)
            && !is_given_name(word)
}

/// Whether it is a word of Dutch, also as a compound of two words that are.
pub(crate) fn is_dutch(word: &str) -> bool {
    // *Willemijn* is no *wil* and *mijn*.
    DUTCH.has(word) || (word.len() >= 8 && !is_given_name(word) && is_compound(word))
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

/// Whether it is what somebody does, by its form: *knuffelt* of *knuffelen*, *pakt* of *pakken*, *loopt* of *lopen*; *jumps* of *jump*.
/// What flowers, storms and words do as well tells nothing.
pub(crate) fn is_action(word: &str) -> bool {
    if matches!(
        word,
        "ruikt"
            | "geurt"
            | "groeit"
            | "bloeit"
            | "waait"
            | "raast"
            | "smaakt"
            | "duurt"
            | "kost"
            | "stinkt"
            | "verwelkt"
            | "floats"
            | "blooms"
            | "grows"
            | "smells"
            | "means"
            | "costs"
            | "tastes"
    ) {
        return false;
    }
    if let Some(stem) = word
        .strip_suffix('t')
        .filter(|stem| stem.len() >= 3 && stem.is_ascii())
    {
        let bytes = stem.as_bytes();
        let last = stem.chars().last().unwrap_or('t');
        let long = bytes.len() >= 3 && bytes.get(bytes.len() - 2) == bytes.get(bytes.len() - 3);
        let short = stem.get(..stem.len() - 2).unwrap_or_default();
        // *krant* is no form of *kranen*: after one short vowel the consonant doubles.
        let vowel = |b: &u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
        let shut = bytes.iter().filter(|b| vowel(b)).count() == 1
            && bytes.iter().rev().nth(1).is_some_and(vowel)
            && !bytes.last().is_some_and(vowel);
        let infinitive = !shut && DUTCH.has(&format!("{stem}en"))
            || DUTCH.has(&format!("{stem}{last}en"))
            || long && DUTCH.has(&format!("{short}{last}en"));
        if infinitive && DUTCH.has(word) {
            return true;
        }
    }
    word.strip_suffix('s').is_some_and(|stem| {
        stem.len() >= 3 && !DUTCH.has(word) && ENGLISH.has(stem) && ENGLISH.has(word)
    })
}

/// Public names: people everybody knows, titles, brands, feasts. Folded words of each phrase.
pub(crate) fn public_phrases() -> impl Iterator<Item = String> {
    sections(include_str!("../lexicons/public-phrases.txt"))
        .flat_map(|(_, line)| line.split(';'))
        .map(str::trim)
        .filter(|phrase| !phrase.is_empty())
        .map(fold)
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn public_phrases_are_many_and_not_sensitive() {
        let phrases: std::collections::BTreeSet<String> = public_phrases().collect();
        // `docs/word-lists.md` tells of them.
        assert!(phrases.len() >= 3_000, "{}", phrases.len());
        for hidden in [
            "suikerfeest",
            "offerfeest",
            "divali",
            "voedselbank",
            "ramadan",
        ] {
            assert!(!phrases.contains(hidden), "{hidden}");
        }
    }

    #[test]
    fn deeds_are_told_by_their_form() {
        for deed in ["knuffelt", "pakt", "loopt", "jumps"] {
            assert!(is_action(deed), "{deed}");
        }
        // *kast* passes, since *kassen* is a word: the form is a sign, and weighs as one.
        for none in ["krant", "groeit", "bloeit", "lucht", "floats"] {
            assert!(!is_action(none), "{none}");
        }
    }

    #[test]
    fn lists_are_sorted_and_folded() {
        for list in [
            &DUTCH,
            &PROPER,
            &ENGLISH,
            &SURNAMES,
            &SURNAMES_OWN,
            &TOWNS,
            &GIVEN,
            &GIVEN_OWN,
        ] {
            let words: Vec<&str> = list.words().collect();
            assert!(words.is_sorted());
            assert!(words.iter().all(|word| list.has(word)));
            assert!(words.iter().all(|word| fold(word) == **word));
        }
    }

    #[test]
    fn sections_of_the_cues_are_known() {
        for (section, line) in sections(include_str!("../lexicons/cues.txt")) {
            assert!(
                SECTIONS.iter().any(|(name, _)| *name == section),
                "{section}"
            );
            assert!(
                line.split_whitespace().all(|word| fold(word) == word),
                "{line}"
            );
        }
    }
}
