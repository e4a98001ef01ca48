//! Words that stand beside somebody's age.

/// Which birthday it is.
pub(crate) const ORDINALS: [&str; 26] = [
    "eerste",
    "tweede",
    "derde",
    "vierde",
    "vijfde",
    "zesde",
    "zevende",
    "achtste",
    "negende",
    "tiende",
    "elfde",
    "twaalfde",
    "dertiende",
    "veertiende",
    "vijftiende",
    "zestiende",
    "zeventiende",
    "achttiende",
    "first",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "sixteenth",
];

pub(crate) fn is_birthday(word: &str) -> bool {
    matches!(
        word,
        "verjaardag"
            | "birthday"
            | "bday"
            | "verjaardagsfeest"
            | "verjaardagsfeestje"
            | "levensjaar"
    )
}

/// What stands between *is* and an age, and says nothing of what is counted.
pub(crate) fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "nu" | "al"
            | "net"
            | "pas"
            | "bijna"
            | "inmiddels"
            | "alweer"
            | "nog"
            | "maar"
            | "ook"
            | "vandaag"
            | "gisteren"
            | "morgen"
            | "eindelijk"
            | "officieel"
            | "zelf"
            | "toen"
            | "intussen"
            | "ondertussen"
            | "only"
            | "now"
            | "just"
            | "already"
            | "nearly"
            | "almost"
            | "still"
            | "ongeveer"
            | "dan"
    )
}

pub(crate) fn is_being(word: &str) -> bool {
    matches!(
        word,
        "is" | "ben"
            | "bent"
            | "was"
            | "wordt"
            | "word"
            | "werd"
            | "am"
            | "turned"
            | "turns"
            | "turning"
            | "be"
            | "worden"
    )
}

pub(crate) fn is_he(word: &str) -> bool {
    matches!(
        word,
        "hij" | "zij" | "ze" | "ik" | "he" | "she" | "i" | "ie" | "die" | "deze"
    )
}

/// Several children of one's own: *mijn kids*, *onze jongens*.
pub(crate) fn is_children(word: &str) -> bool {
    matches!(
        word,
        "kinderen"
            | "kids"
            | "zoons"
            | "zonen"
            | "dochters"
            | "jongens"
            | "meiden"
            | "meisjes"
            | "children"
            | "boys"
            | "girls"
            | "sons"
            | "daughters"
            | "kleinkinderen"
            | "kindjes"
            | "jongetjes"
            | "broertjes"
            | "zusjes"
            | "broers"
            | "zussen"
            | "tweeling"
            | "twins"
    )
}

/// Whoever is said to have so many children: *mama van twee*.
pub(crate) fn is_parent(word: &str) -> bool {
    matches!(
        word,
        "mama"
            | "papa"
            | "moeder"
            | "vader"
            | "ouders"
            | "ouder"
            | "mam"
            | "pap"
            | "mum"
            | "mom"
            | "dad"
            | "mother"
            | "father"
            | "gezin"
    )
}
