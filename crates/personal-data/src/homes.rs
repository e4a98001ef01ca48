//! Streets that no ending tells, by what stands around them: *Korenbloem 144, 7207 XK*, *we wonen op nummer 12 in de …*

use crate::category::Category;
use crate::codes::is_written_as_postcode;
use crate::doc::{Gap, Kind};
use crate::forms::is_street;
use crate::lexicon::{self, Cues};
use crate::work::{Score, Work};

/// What has a number and is no street.
const NUMBERED: [&str; 65] = [
    "aflevering",
    "artikel",
    "baan",
    "bijlage",
    "blok",
    "bus",
    "cijfer",
    "cluster",
    "deel",
    "editie",
    "etage",
    "etappe",
    "fase",
    "gebouw",
    "halte",
    "hoofdstuk",
    "ingang",
    "kaart",
    "kamp",
    "kanaal",
    "kleur",
    "laag",
    "leerjaar",
    "les",
    "level",
    "lijn",
    "locatie",
    "maat",
    "module",
    "niveau",
    "opdracht",
    "opgave",
    "pagina",
    "paragraaf",
    "perron",
    "plaats",
    "plek",
    "podium",
    "poule",
    "punt",
    "rij",
    "ronde",
    "route",
    "schaal",
    "score",
    "seizoen",
    "set",
    "speler",
    "spoor",
    "stand",
    "stap",
    "tafel",
    "team",
    "thema",
    "top",
    "trein",
    "unit",
    "vak",
    "veld",
    "verdieping",
    "vleugel",
    "vraag",
    "wave",
    "week",
    "zaal",
];

/// Whether it has a number and is no street.
pub(crate) fn is_numbered(word: &str) -> bool {
    NUMBERED.contains(&word)
}

/// What stands behind a house number and behind no other: *4 hs*, *12 bis*, *33 rood*.
pub(crate) fn is_floor(word: &str) -> bool {
    matches!(
        word,
        "bis" | "hs" | "huis" | "rd" | "ii" | "iii" | "iv" | "rood"
    )
}

/// *nummer 12 in de Esdoornstraat*: the token after it, for the number at `i`.
pub(crate) fn reversed(post: &Work<'_>, i: usize) -> Option<usize> {
    let doc = &post.doc;
    let named = matches!(doc.w(i - 1), "nummer" | "nr" | "huisnummer");
    if !named || !matches!(doc.w(i + 1), "in" | "aan" | "op" | "van") {
        return None;
    }
    let street = i + 2 + usize::from(matches!(doc.w(i + 2), "de" | "het"));
    (is_street(post, street) || doc.at(street).has(Cues::STREET)).then_some(street + 1)
}

/// How surely `from..=last` is a street, with a number at `i..end`.
pub(crate) fn told(
    post: &Work<'_>,
    (from, last): (usize, usize),
    (i, end): (usize, usize),
    house: bool,
) -> Score {
    let doc = &post.doc;
    let word = doc.w(last);
    let floor = end > i + 1
        && is_floor(doc.w(end - 1))
        && doc.w(end - 1) != "huis"
        && doc.w(end - 1) != "rd";
    let capital = doc.at(last).is_capital();
    let lives = |at: usize| doc.at(at).has(Cues::LIVES.union(Cues::CALL));
    let small = floor && word.len() >= 5 && (last.saturating_sub(5)..last).any(lives);
    let coded = has_postcode(post, end);
    let other = is_something_else(post, last, i) || is_numbered(doc.w(last)) && !coded;
    if !(capital || small) || other {
        return Score::default();
    }
    if house || floor || coded {
        return Score::new("street-unknown", 0.6);
    }
    // *Achter de Molens 6, bel even eerst*
    let called = doc.at(from).first
        && doc.w(end) == ","
        && doc.at(end + 1).has(Cues::CALL.union(Cues::CONTACT));
    let said = called
        || is_where_one_comes(post, from, last, end)
        || is_labelled(post, from)
        || is_a_field(post, from, end)
        || is_all_there_is(post, from, end);
    if said {
        Score::new("street-unknown", 0.55)
    } else {
        Score::default()
    }
}

/// A room, a team, a person, a year: whatever else has a capital and a number.
fn is_something_else(post: &Work<'_>, last: usize, i: usize) -> bool {
    let doc = &post.doc;
    let word = doc.w(last);
    let thing = Cues::INSIDE
        .union(Cues::NOT_ID)
        .union(Cues::ORG)
        .union(Cues::DUTCH)
        .union(Cues::ENGLISH)
        .union(Cues::KIN)
        .union(Cues::ROLE)
        .union(Cues::CALL)
        .union(Cues::PUPIL)
        .union(Cues::BSN)
        .union(Cues::CLASS)
        .union(Cues::NUMBER);
    let year = doc.w(i).len() == 4 && (doc.w(i).starts_with("19") || doc.w(i).starts_with("20"));
    let street = doc.at(last);
    street.has(thing)
        || year
        || word.len() < 3
        || street.is_in(lexicon::GIVEN) && !street.is_dutch()
        || post.index().given.knows(street.hash)
        || post.index().surname.knows(street.hash)
        || post.scanner.is_school_word(word)
        || post.is_public(last)
}

/// *Korenbloem 144, 7207 XK*
fn has_postcode(post: &Work<'_>, end: usize) -> bool {
    let doc = &post.doc;
    let next = end + usize::from(doc.w(end) == ",");
    is_written_as_postcode(doc, next) && doc.at(next + 1).is_capital()
}

/// *breng het langs op Turfsteker 61*, *komen naar de Meerpaal 61*, *thuis op Achterom 12a*.
fn is_where_one_comes(post: &Work<'_>, from: usize, last: usize, end: usize) -> bool {
    let doc = &post.doc;
    let article = usize::from(matches!(doc.w(from.wrapping_sub(1)), "de" | "het" | "t"));
    let before = from.wrapping_sub(1 + article);
    let goes_on = doc.at(end).kind == Kind::Word
        && doc.at(end).gap != Gap::Line
        && !doc
            .at(end)
            .has(Cues::GREET.union(Cues::PREP).union(Cues::WHEN));
    // *feest bij Quincy thuis, Achterom 3a*
    let home = doc.w(before) == "," && doc.w(before.wrapping_sub(1)) == "thuis";
    if !(home || matches!(doc.w(before), "op" | "naar" | "aan" | "in"))
        || goes_on
        || doc.at(last).has(Cues::PLACE)
    {
        return false;
    }
    let cues = doc.sentence_of(from).cues;
    let ours = cues.intersects(
        Cues::OWN
            .union(Cues::LIVES)
            .union(Cues::CALL)
            .union(Cues::CONTACT),
    );
    let lettered = doc.at(end - 1).is_word();
    let comes = (from.saturating_sub(12)..from).any(|at| {
        matches!(
            doc.w(at),
            "kom"
                | "komen"
                | "komt"
                | "langs"
                | "thuis"
                | "kopen"
                | "feest"
                | "kaart"
                | "kaartje"
                | "kaartjes"
                | "post"
                | "bloemen"
                | "stuur"
                | "sturen"
                | "opsturen"
        )
    });
    match doc.w(before) {
        "op" => ours || lettered || comes,
        _ => doc.w(end - 1).len() <= 3 && (lettered || comes),
    }
}

/// *Adres: De Kamp 3*, *Moeder: Schoener 23* where addresses are spoken of.
fn is_labelled(post: &Work<'_>, from: usize) -> bool {
    let doc = &post.doc;
    let is = doc.w(from.wrapping_sub(1)) == "is" && doc.at(from.wrapping_sub(2)).has(Cues::LIVES);
    if is || doc.w(from.wrapping_sub(1)) != ":" {
        return is;
    }
    let sentence = doc.at(from).sentence;
    let of = |back: usize| {
        let one = sentence
            .checked_sub(back)
            .and_then(|one| doc.sentences.get(one));
        one.is_some_and(|one| one.cues.intersects(Cues::LIVES))
    };
    of(0) || of(1)
}

/// A field of a row of data, or between commas behind a date of birth: *geb. 17-11-2016, Korenbloem 144.*
fn is_a_field(post: &Work<'_>, from: usize, end: usize) -> bool {
    let doc = &post.doc;
    let sign = |at: usize| matches!(doc.w(at), "," | ";" | "|");
    let opens = doc.at(from).gap == Gap::Line || sign(from.wrapping_sub(1));
    let closes =
        doc.at(end).gap == Gap::Line || sign(end) || doc.w(end) == "." || end >= doc.tokens.len();
    opens && closes && !doc.at(from).first && {
        let birth = doc.sentence_of(from).cues.intersects(Cues::BIRTH);
        birth || has_numbers_of_somebody(post, from.saturating_sub(16), end + 16)
    }
}

/// A sentence of nothing but a street and a number, in a text with somebody's number: *Ik moet weg. Vogelwikke 3*
fn is_all_there_is(post: &Work<'_>, from: usize, end: usize) -> bool {
    let doc = &post.doc;
    let sentence = doc.sentence_of(from);
    let closes = end == sentence.to || end + 1 == sentence.to && doc.at(end).kind == Kind::Mark;
    let word = lexicon::is_dutch(doc.w(end.saturating_sub(2))) && from + 2 >= end;
    from > 0
        && sentence.from == from
        && closes
        && !word
        && has_numbers_of_somebody(post, 0, doc.tokens.len())
}

fn has_numbers_of_somebody(post: &Work<'_>, from: usize, to: usize) -> bool {
    let hits = post.hits.iter().rev().take(40);
    hits.into_iter().any(|hit| {
        matches!(
            hit.category,
            Category::Phone | Category::PupilNo | Category::Bsn | Category::Email | Category::Iban
        ) && hit.score.value >= 0.5
            && hit.from < to
            && hit.to > from
    })
}
