//! Names of nobody at school: a pet, a figure of a story, a word that is explained, a word to be spelt.

use crate::doc::{Gap, Kind};
use crate::lexicon::{self, Cues};
use crate::taught::{is_exercise, is_of_scripture, is_sung};
use crate::work::Work;

/// Endings of words for animals, toys and figures: *schoolhond*, *ijsbeer*, *klassenpop*.
const CREATURES: [&str; 62] = [
    "hond",
    "hondje",
    "kat",
    "poes",
    "kater",
    "konijn",
    "konijntje",
    "cavia",
    "hamster",
    "ezel",
    "pony",
    "paard",
    "ijsbeer",
    "beer",
    "beertje",
    "knuffel",
    "handpop",
    "klassenpop",
    "pop",
    "draak",
    "draakje",
    "kabouter",
    "vis",
    "goudvis",
    "muis",
    "olifant",
    "egel",
    "kikker",
    "robot",
    "uil",
    "eend",
    "kip",
    "haan",
    "schaap",
    "geit",
    "kuiken",
    "mol",
    "aap",
    "leeuw",
    "tijger",
    "dino",
    "monster",
    "heks",
    "tovenaar",
    "clown",
    "piraat",
    "reus",
    "eenhoorn",
    "spook",
    "rups",
    "slak",
    "schildpad",
    "papegaai",
    "vogelspin",
    "slang",
    "rat",
    "dog",
    "cat",
    "bunny",
    "rabbit",
    "bear",
    "puppy",
];

/// Kinds of things that a name is said to be: *Milan is een stad*.
const THINGS: [&str; 50] = [
    "verb",
    "noun",
    "werkwoord",
    "begrip",
    "stad",
    "land",
    "dorp",
    "plaats",
    "rivier",
    "eiland",
    "maand",
    "vogel",
    "bloem",
    "plant",
    "boom",
    "kleur",
    "planeet",
    "dier",
    "woord",
    "merk",
    "winkel",
    "film",
    "boek",
    "spel",
    "gevoel",
    "edelsteen",
    "seizoen",
    "godin",
    "figuur",
    "personage",
    "maan",
    "steen",
    "speelgoedwinkel",
    "prentenboek",
    "feeling",
    "stone",
    "city",
    "month",
    "flower",
    "colour",
    "color",
    "word",
    "bird",
    "season",
    "planet",
    "sterrenbeeld",
    "naam",
    "methode",
    "programma",
    "thema",
];

/// What is called after people: *de Anne Frankschool*, *de Willem-Alexanderbrug*.
const CALLED_AFTER: [&str; 24] = [
    "school",
    "brug",
    "toren",
    "straat",
    "laan",
    "plein",
    "kerk",
    "museum",
    "fonds",
    "college",
    "lyceum",
    "prijs",
    "toernooi",
    "huis",
    "stichting",
    "singel",
    "gracht",
    "kade",
    "plantsoen",
    "park",
    "hal",
    "zaal",
    "tunnel",
    "kazerne",
];

/// Whether a word is a thing that is called after somebody.
pub(crate) fn called_after(post: &Work<'_>, at: usize) -> bool {
    let word = post.doc.w(at);
    // *Annie Oosterhuis* is a woman, *het Anne Frankhuis* a house.
    let one = at.wrapping_sub(1);
    let person = word.ends_with("huis")
        && post.doc.at(one).is_capital()
        && post.doc.at(one).is_in(lexicon::GIVEN)
        && !post.doc.at(one.wrapping_sub(1)).has(Cues::DET);
    !person
        && post.doc.at(at).is_capital()
        && CALLED_AFTER
            .iter()
            .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
        && !post.index().surname.knows(post.doc.at(at).hash)
        && !post.doc.at(at).is_surname()
}

pub(crate) fn creature(word: &str) -> bool {
    CREATURES.iter().any(|one| {
        word == *one || one.len() > 3 && word.len() > one.len() + 2 && word.ends_with(one)
    })
}

/// Why a name from token `i` up to `end` is nobody at school, and how much that takes off. `risky` is a name that is a word too.
pub(crate) fn nobody(
    post: &Work<'_>,
    i: usize,
    end: usize,
    risky: bool,
) -> Option<(&'static str, f32)> {
    let doc = &post.doc;
    let back = |far: usize| doc.w(i.wrapping_sub(far));
    let sentence = doc.sentence_of(i);
    // *Puck, dat is die zwarte schijf*
    let explained = doc.w(end) == ","
        && doc.w(end + 1) == "dat"
        && matches!(doc.w(end + 2), "is" | "zijn" | "betekent");
    if explained && doc.at(i).first {
        return Some(("name-explained", -0.6));
    }
    if is_of_scripture(post, i) {
        return Some(("name-of-something", -0.9));
    }
    // *de schoolhond Max*, *Luna de hond*, *Lars de kleine ijsbeer*
    let previous = doc.at(i.wrapping_sub(1));
    let plain = previous.is_word() && !previous.is_capital() && previous.cues == Cues::default();
    let before = doc.at(i).gap == Gap::Space && plain && creature(back(1));
    let comma = usize::from(doc.w(end) == ",");
    let led = matches!(doc.w(end + comma), "de" | "het" | "onze" | "the" | "our")
        && !doc.at(end + comma).is_capital();
    let after = led
        && (1..=2).any(|far| {
            creature(doc.w(end + comma + far)) && !doc.at(end + comma + far).is_capital()
        });
    if before || after {
        return Some(("name-of-something", -0.6));
    }
    let joined = doc.w(end) == "-" && doc.glued(end);
    if called_after(post, end) && doc.at(end).gap == Gap::Space
        || joined && called_after(post, end + 1)
    {
        return Some(("name-of-something", -0.6));
    }
    // *orkaan Milton*, *hotel Wilhelmina*
    let named = matches!(
        back(1),
        "orkaan"
            | "storm"
            | "tyfoon"
            | "schip"
            | "veerboot"
            | "hotel"
            | "villa"
            | "kasteel"
            | "landgoed"
            | "cafe"
            | "brasserie"
            | "taxi"
            | "camping"
            | "stichting"
    );
    if named && doc.at(i).gap == Gap::Space && doc.at(i).is_capital() {
        return Some(("name-of-something", -0.6));
    }
    // *tovenaar Merlijn*, *prinses Amalia*
    if doc.at(i.wrapping_sub(1)).has(Cues::CROWN)
        && doc.at(i).gap == Gap::Space
        && doc.at(i).is_capital()
    {
        return Some(("name-of-something", -0.65));
    }
    // *Tess of the d'Urbervilles*
    if doc.w(end) == "of" && doc.w(end + 1) == "the" {
        return Some(("name-of-something", -0.5));
    }
    // *de Wet van Murphy*, *de stelling van Pythagoras*
    let law = back(1) == "van"
        && matches!(
            back(2),
            "wet"
                | "stelling"
                | "regel"
                | "effect"
                | "principe"
                | "driehoek"
                | "formule"
                | "getal"
                | "reeks"
                | "slag"
                | "vrede"
                | "beeld"
        );
    if law {
        return Some(("name-of-something", -0.4));
    }
    // *Lente is begonnen*, *Summer is over*
    let season = matches!(
        doc.w(i),
        "lente"
            | "zomer"
            | "herfst"
            | "winter"
            | "summer"
            | "spring"
            | "autumn"
            | "storm"
            | "mei"
            | "april"
            | "may"
            | "june"
            | "juni"
            | "august"
    );
    let comes = matches!(
        doc.w(end),
        "is" | "was" | "komt" | "begint" | "begon" | "nadert" | "starts" | "comes"
    ) && matches!(
        doc.w(end + 1),
        "over"
            | "coming"
            | "here"
            | "back"
            | "voorbij"
            | "begonnen"
            | "weer"
            | "er"
            | "op"
            | "terug"
            | "aan"
            | "in"
            | "om"
            | "bijna"
            | "eraan"
            | "near"
            | "almost"
    );
    // *Mei was er niet*: somebody was missing.
    let there = doc.w(end + 1) == "er"
        && matches!(
            doc.w(end + 2),
            "niet" | "ook" | "bij" | "gisteren" | "vandaag"
        );
    if season && comes && !there {
        return Some(("name-explained", -0.4));
    }
    if end == i + 1 && is_sung(post, i) {
        return Some(("name-of-something", -0.7));
    }
    // *het boek Emma is boos*, *in de serie speelt Nova …*
    let titled = doc.at(i.wrapping_sub(1)).has(Cues::WORK)
        && doc.at(i).gap == Gap::Space
        && !matches!(back(1), "nummer" | "gedicht" | "verhaal");
    let low = i.saturating_sub(6).max(sentence.from);
    let told = (low..i).any(|at| {
        matches!(doc.w(at), "in" | "uit")
            && (1..=2).any(|far| {
                let word = doc.w(at + far);
                matches!(
                    word,
                    "serie"
                        | "film"
                        | "prentenboek"
                        | "sprookje"
                        | "stripboek"
                        | "strip"
                        | "fabel"
                        | "roman"
                ) || word == "boek"
            })
    });
    if titled {
        return Some(("name-of-something", -0.55));
    }
    if told && !doc.just_before(i, 2, Cues::OWN) {
        return Some(("name-of-something", -0.4));
    }
    // *Beer zoekt boot is ons prentenboek*
    let shelf = |at: usize| {
        matches!(
            doc.w(at),
            "prentenboek" | "voorleesboek" | "leesboek" | "boek"
        )
    };
    let named = |at: usize| {
        doc.w(at) == "is"
            && matches!(doc.w(at + 1), "ons" | "het" | "een" | "mijn")
            && (shelf(at + 2) || shelf(at + 3))
    };
    if doc.at(i).first && (end..end + 6).any(named) {
        return Some(("name-of-something", -0.5));
    }
    // *Nova is een nieuwe ster*, *Mei is de maand van …*
    let copula = matches!(doc.w(end), "is" | "was" | "betekent" | "zijn");
    let thing = copula
        && (end + 1..end + 6)
            .any(|at| THINGS.contains(&doc.w(at)) && doc.at(at).sentence == doc.at(i).sentence);
    if thing {
        return Some(("name-explained", -0.6));
    }
    if sentence.from < i && is_exercise(post, i) && (risky || doc.w(sentence.from) != "dictee") {
        return Some(("name-explained", -0.6));
    }
    let spelt = sentence.from < i
        && (sentence.from..sentence.from + 4).any(|at| {
            at < i
                && matches!(
                    doc.w(at),
                    "woordjes"
                        | "woorden"
                        | "spelling"
                        | "dictee"
                        | "woordpakket"
                        | "rijmwoorden"
                        | "ankerwoorden"
                )
        });
    (risky && spelt && doc.at(i).kind == Kind::Word).then_some(("name-explained", -0.6))
}
