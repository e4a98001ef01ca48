//! The word lists in `lexicons/`: long ones of words, and small ones with sections.

use crate::fold::fold;
use crate::lists::hash;
pub(crate) use crate::lists::{
    DRAWN, DUTCH, ENGLISH, GIVEN, PROPER, TOWNS, is_dutch, is_given_name,
};
use rustc_hash::FxHashMap;
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
    pub(crate) const NONE: Self = Self(0);

    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    pub(crate) const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The cues of a folded word.
pub(crate) fn cues(word: &str) -> Cues {
    cues_of(hash(word))
}

/// The cues of the folded word with this hash. Empty places have no cue, so that no other word's hash can be mistaken for one.
pub(crate) fn cues_of(hash: u64) -> Cues {
    static TABLE: OnceLock<Vec<(u64, Cues)>> = OnceLock::new();
    let table = TABLE.get_or_init(tabulate);
    let last = table.len() - 1;
    let mut at = usize::try_from(hash & 0xffff_ffff).unwrap_or(0) & last;
    loop {
        match table.get(at) {
            Some((one, cues)) if *one == hash || *cues == Cues::NONE => return *cues,
            Some(_) => at = (at + 1) & last,
            None => return Cues::NONE,
        }
    }
}

/// Every word of the file where its hash says; the size is a power of two, and half of the places or more are empty.
fn tabulate() -> Vec<(u64, Cues)> {
    let mut words: FxHashMap<&'static str, Cues> = FxHashMap::default();
    for (section, line) in sections(include_str!("../lexicons/cues.txt")) {
        let bit = SECTIONS
            .iter()
            .find(|(name, _)| *name == section)
            .map_or(Cues::NONE, |(_, bit)| *bit);
        for word in line.split_whitespace() {
            let entry = words.entry(word).or_default();
            *entry = entry.union(bit);
        }
    }
    words.retain(|_, cues| *cues != Cues::NONE);
    let size = (words.len() * 2).next_power_of_two();
    let mut table = vec![(0, Cues::NONE); size];
    for (word, cues) in words {
        let hash = hash(word);
        let mut at = usize::try_from(hash & 0xffff_ffff).unwrap_or(0) & (size - 1);
        while table.get(at).is_some_and(|(_, one)| *one != Cues::NONE) {
            at = (at + 1) & (size - 1);
        }
        if let Some(slot) = table.get_mut(at) {
            *slot = (hash, cues);
        }
    }
    table
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
