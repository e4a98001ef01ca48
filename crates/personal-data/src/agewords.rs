//! Words that stand beside somebody's age.

use crate::doc::{Gap, Kind};
use crate::lexicon::{self, Cues};
use crate::work::Work;

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

/// Nothing is counted behind it.
pub(crate) fn closes(post: &Work<'_>, end: usize) -> bool {
    let doc = &post.doc;
    let next = doc.at(end);
    let word = doc.w(end);
    if next.kind == Kind::None || next.gap == Gap::Line {
        return true;
    }
    if next.kind == Kind::Mark {
        return match word {
            "%" | "/" | "+" | "€" => false,
            "-" | ":" => !doc.glued(end),
            _ => true,
        };
    }
    if matches!(word, "van" | "of" | "x" | "op") || next.has(Cues::CLOCK) {
        return false;
    }
    matches!(
        word,
        "hoor"
            | "toen"
            | "today"
            | "when"
            | "geworden"
            | "alweer"
            | "dus"
            | "want"
            | "joh"
            | "already"
            | "inmiddels"
            | "omdat"
            | "tomorrow"
            | "on"
            | "in"
            | "this"
            | "next"
            | "and"
            | "en"
            | "but"
            | "maar"
            | "mag"
            | "was"
            | "is"
    ) || next.has(
        Cues::VERB
            .union(Cues::DUTCH)
            .union(Cues::ENGLISH)
            .union(Cues::WHEN)
            .union(Cues::DAY),
    ) || next.has(Cues::PREP) && word != "dag"
        || !next.is_capital() && lexicon::is_action(word)
}

/// Whether somebody is spoken of in general: *is uw kind bijna 4?*.
pub(crate) fn is_whoever(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let low = doc.sentence_of(i).from.max(i.saturating_sub(8));
    (low..i).any(|at| {
        matches!(doc.w(at), "uw" | "je" | "jouw" | "your" | "ieder" | "elk")
            && matches!(
                doc.w(at + 1),
                "kind" | "kindje" | "kinderen" | "kleuter" | "peuter" | "child" | "kid"
            )
            && doc.w(at + 2) != "is"
    })
}

/// Whether a sentence, or the one before it, congratulates.
pub(crate) fn is_feast(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let from = doc.sentence_of(i).from;
    let before = doc.sentence_of(from.saturating_sub(1)).from;
    (before.max(i.saturating_sub(30))..i + 6).any(|at| {
        matches!(
            doc.w(at),
            "hoera"
                | "harte"
                | "hiep"
                | "jarig"
                | "jarige"
                | "gefeliciteerd"
                | "proficiat"
                | "verjaardag"
                | "birthday"
                | "bday"
                | "🎂"
                | "🎉"
                | "🥳"
                | "🎈"
        )
    })
}
