//! Words that stand beside somebody's age.

use crate::ages::{closes_age, is_age_number};
use crate::doc::{Gap, Kind};
use crate::lexicon::{self, Cues};
use crate::work::Work;

/// Which birthday it is.
const ORDINALS: [&str; 26] = [
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

/// *achtste*, *tachtigste*, *eightieth*.
pub(crate) fn is_ordinal(word: &str) -> bool {
    let number = |word: &str| lexicon::cues(word).intersects(Cues::NUMBER);
    ORDINALS.contains(&word)
        || word.strip_suffix("ste").is_some_and(number)
        || word.strip_suffix("de").is_some_and(number)
        || word.strip_suffix("th").is_some_and(number)
        || word
            .strip_suffix("ieth")
            .is_some_and(|tens| number(&format!("{tens}y")))
}

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
            | "liefst"
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
            "-" => !doc.glued(end),
            // *werd 50: Abraham gezien*
            ":" => !doc.glued(end) || !doc.glued(end + 1),
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
            | "toch"
            | "zeg"
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
            | "going"
            | "maand"
            | "maar"
            | "mag"
            | "was"
            | "is"
    ) || next.has(
        Cues::VERB
            .union(Cues::DUTCH)
            .union(Cues::ENGLISH)
            .union(Cues::WHEN)
            .union(Cues::DAY)
            .union(Cues::BOTH),
    ) || next.has(Cues::PREP) && word != "dag"
        || !next.is_capital() && lexicon::is_action(word)
}

/// Whether somebody is spoken of in general: *is uw kind bijna 4?*.
pub(crate) fn is_whoever(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let low = doc.sentence_of(i).from.max(i.saturating_sub(8));
    (low..i + 8).any(|at| {
        doc.at(at).sentence == doc.at(i).sentence
            && matches!(doc.w(at), "uw" | "je" | "jouw" | "your" | "ieder" | "elk")
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

/// *bel Gerda van zes tot zeven*
pub(crate) fn are_hours(post: &Work<'_>, i: usize) -> bool {
    matches!(post.doc.w(i.wrapping_sub(1)), "van" | "from")
        && matches!(post.doc.w(i + 1), "tot" | "to" | "till")
        && is_age_number(post, i + 2)
}

/// *Het lokaal van Lieke is 12*, *Lieke's hond is 3 jaar*: somebody's thing, not somebody; and *4 over 8*, an hour.
pub(crate) fn is_of_thing(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let mut verb = i.wrapping_sub(1);
    if are_hours(post, i) {
        return true;
    }
    if matches!(doc.w(verb), "over" | "voor") && doc.at(verb.wrapping_sub(1)).kind == Kind::Number {
        return true;
    }
    while is_filler(doc.w(verb)) {
        verb = verb.wrapping_sub(1);
    }
    if !doc.at(verb).has(Cues::BEING) {
        return false;
    }
    let person = Cues::KIN
        .union(Cues::CHILD)
        .union(Cues::ROLE)
        .union(Cues::WHOEVER)
        .union(Cues::TITLE)
        .union(Cues::SCHOOL_ROLE);
    let thing = |at: usize| {
        let token = doc.at(at);
        token.is_word()
            && !token.is_capital()
            && !token.has(person.union(Cues::OWN).union(Cues::PRONOUN))
            && doc.w(at).len() > 2
    };
    let low = verb.saturating_sub(5).max(doc.sentence_of(i).from);
    let owned = (low..verb).rev().any(|at| {
        doc.w(at) == "van"
            && at > low
            && thing(at - 1)
            && matches!(
                doc.w(at.wrapping_sub(2)),
                "de" | "het" | "een" | "die" | "deze"
            )
            && !is_maker(doc.w(at - 1))
    });
    let name = verb.wrapping_sub(3);
    let hers = doc.w(verb.wrapping_sub(2)) == "s"
        && matches!(doc.w(name), "'" | "’")
        && thing(verb.wrapping_sub(1));
    owned || hers
}

/// Whether a word says what somebody does or is, by its ending: *winnaar*, *trainster*.
pub(crate) fn is_maker(word: &str) -> bool {
    word.len() > 4
        && [
            "er", "ster", "aar", "ares", "ist", "iste", "eur", "euse", "je", "oen", "ant", "ante",
            "ing",
        ]
        .iter()
        .any(|ending| word.ends_with(ending))
        || matches!(
            word,
            "juf" | "held" | "heldin" | "talent" | "vriend" | "vriendin" | "fan" | "baas"
        )
}

/// Whether a thing stands behind it: *een vierjarige opleiding*.
pub(crate) fn is_led_noun(post: &Work<'_>, at: usize) -> bool {
    let next = post.doc.at(at);
    next.is_word()
        && next.gap == Gap::Space
        && !closes_age(post, at)
        && !matches!(post.doc.w(at), "hier" | "die" | "en")
}

/// Whether whoever writes speaks of themselves in this sentence.
pub(crate) fn is_speaking(post: &Work<'_>, i: usize) -> bool {
    let sentence = post.doc.sentence_of(i);
    sentence.cues.intersects(Cues::OWN)
        || (i..sentence.to.min(i + 12)).any(|at| matches!(post.doc.w(at), "hier" | "here"))
}

/// *mijn nichtje*, *onze jongste zoon*
pub(crate) fn is_own_kin(post: &Work<'_>, at: usize) -> bool {
    post.doc.at(at).has(Cues::KIN.union(Cues::CHILD)) && post.doc.just_before(at, 2, Cues::OWN)
}

/// *mijn nichtje van elf meteen*: of somebody's own kin, and nothing is counted behind it.
pub(crate) fn is_kin_of(post: &Work<'_>, i: usize, end: usize) -> bool {
    let doc = &post.doc;
    let counted = Cues::CLOCK
        .union(Cues::MONTH)
        .union(Cues::SPAN)
        .union(Cues::CHILD)
        .union(Cues::GROUP)
        .union(Cues::CLASS)
        .union(Cues::KIN);
    let own = is_own_kin(post, i.wrapping_sub(2));
    let next = doc.at(end);
    let small = next.is_word() && !next.is_capital() && !next.has(counted);
    matches!(doc.w(i.wrapping_sub(1)), "van" | "of") && own && small
}
