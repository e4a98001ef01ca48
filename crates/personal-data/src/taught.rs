//! Names of nobody at school because they are learnt about: figures of a book, a sum, a textbook; and names of pets.

use crate::doc::Kind;
use crate::figures::creature;
use crate::work::Work;

/// *Duits: we zingen Nena*, *Boekentip: …*, *de mythen van …*: who stands there is learnt about.
pub(crate) fn is_taught(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let from = doc.sentence_of(i).from;
    let heads = |at: usize| {
        let tip = matches!(
            doc.w(at),
            "boekentip"
                | "leestip"
                | "kijktip"
                | "luistertip"
                | "filmavond"
                | "mediatheek"
                | "leeslijst"
                | "kamer"
                | "kerstmusical"
                | "poule"
                | "voetbalpoule"
                | "debat"
                | "quizvraag"
                | "pubquiz"
        );
        let subject = matches!(
            doc.w(at),
            "duits"
                | "frans"
                | "engels"
                | "spaans"
                | "nederlands"
                | "muziek"
                | "kunst"
                | "geschiedenis"
                | "economie"
                | "maatschappijleer"
                | "natuurkunde"
                | "scheikunde"
                | "biologie"
                | "filosofie"
                | "informatica"
                | "wiskunde"
                | "aardrijkskunde"
                | "latijn"
                | "grieks"
                | "ckv"
                | "literatuur"
                | "kcv"
        ) && at == from;
        (tip || subject) && doc.w(at + 1) == ":"
    };
    let myth = |at: usize| {
        matches!(
            doc.w(at),
            "mythe"
                | "mythen"
                | "mythologie"
                | "sage"
                | "sagen"
                | "sprookje"
                | "sprookjes"
                | "personage"
                | "personages"
                | "hoofdpersoon"
                | "hoofdpersonen"
                | "leeslijst"
                | "boekentip"
                | "leestip"
        )
    };
    // *Oefenzin: Tom loopt naar school*, *Julia* who is played, *Pim en Pien* of a textbook.
    let back = |far: usize| doc.w(i.wrapping_sub(far));
    let played = matches!(back(1), "speelt" | "speelde" | "vertolkt" | "vertolkte")
        || back(1) == "van" && matches!(back(2), "rol" | "hoofdrol" | "kostuum");
    played
        || (from..i).take(12).any(|at| heads(at) || myth(at))
        || is_exercise(post, i)
        || is_in_textbook(post, i)
}

/// *Oefenzin: …*, *Redactiesom: …*, *Vraag 4: Jan heeft 12 appels*, *… in onze taalmethode*: a name of a sum or a textbook.
pub(crate) fn is_exercise(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let from = doc.sentence_of(i).from;
    let sum = matches!(
        doc.w(from),
        "oefenzin"
            | "voorbeeldzin"
            | "redactiesom"
            | "rekensom"
            | "som"
            | "opgave"
            | "dictee"
            | "grammatica"
            | "spellingzin"
    ) || doc.w(from) == "vraag" && doc.at(from + 1).kind == Kind::Number;
    let colon = (from + 1..from + 4).any(|at| at < i && doc.w(at) == ":");
    sum && colon
}

/// *Pim en Pien lopen door de taalmethode*
fn is_in_textbook(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let book = |word: &str| {
        matches!(
            word,
            "taalmethode" | "rekenmethode" | "leesmethode" | "rekenboek" | "taalboek"
        )
    };
    (i..i + 10).any(|at| book(doc.w(at)) && doc.at(at).sentence == doc.at(i).sentence)
}

/// *Onze vissen heten Blub en Bella*: names of animals.
pub(crate) fn are_pets(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let from = doc.sentence_of(i).from.max(i.saturating_sub(10));
    let called = (from..i).any(|at| matches!(doc.w(at), "heten" | "heet" | "noemen" | "genaamd"));
    called
        && (from..i).any(|at| {
            let word = doc.w(at);
            creature(word)
                || matches!(
                    word,
                    "vissen"
                        | "katten"
                        | "honden"
                        | "konijnen"
                        | "kippen"
                        | "kuikens"
                        | "vogels"
                        | "muizen"
                        | "ratten"
                        | "geiten"
                        | "schapen"
                        | "cavias"
                        | "slakken"
                        | "rupsen"
                        | "kikkers"
                        | "eendjes"
                        | "kittens"
                        | "puppies"
                        | "puppys"
                        | "pups"
                        | "dinos"
                        | "poezen"
                )
        })
}

const SCRIPTURE: [&str; 34] = [
    "abel", "abraham", "adam", "daniel", "david", "delila", "elia", "esau", "eva", "goliat",
    "goliath", "isaak", "izaak", "jacob", "jakob", "jezus", "job", "johannes", "jona", "jonas",
    "jozef", "kain", "lazarus", "maria", "mozes", "naomi", "noach", "noah", "paulus", "petrus",
    "ruth", "salomo", "sara", "simson",
];

/// *Bijbelverhalen over Daniël en Job*, *Eva en de appel, Noach en de ark*: whoever stands in the Bible, where it is told.
pub(crate) fn is_of_scripture(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    if !SCRIPTURE.contains(&doc.w(i)) {
        return false;
    }
    let sentence = doc.sentence_of(i);
    let low = sentence.from.saturating_sub(12);
    let told = |at: usize| {
        let word = doc.w(at);
        word.starts_with("bijbel") || matches!(word, "kinderbijbel" | "bible" | "evangelie")
    };
    // What only that story has.
    let scene = |at: usize| {
        matches!(
            (doc.w(at), doc.w(at + 2), doc.w(at + 3)),
            ("noach" | "noah", _, "ark")
                | ("david", "goliat" | "goliath", _)
                | ("eva", _, "appel")
                | ("adam", "eva", _)
                | ("kain", "abel", _)
                | ("jona" | "jonas", _, "vis" | "walvis")
        )
    };
    let to = sentence.to.min(sentence.from + 60);
    (low..to).any(told) || (sentence.from..to).any(scene)
}

/// What singers make.
const SONGS: [&str; 12] = [
    "lied", "liedje", "liedjes", "nummer", "nummers", "hit", "song", "single", "album", "concert",
    "muziek", "plaat",
];
/// Singers whose whole name is a given name, and seldom a child's.
const SINGERS: [&str; 13] = [
    "adele", "anouk", "antoon", "dotan", "flemming", "froukje", "karsu", "madonna", "meau",
    "rihanna", "roxeanne", "shakira", "stromae",
];

/// *het lied van Anouk*: a singer who is known by one name.
pub(crate) fn is_sung(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    doc.w(i.wrapping_sub(1)) == "van"
        && SONGS.contains(&doc.w(i.wrapping_sub(2)))
        && SINGERS.contains(&doc.w(i))
}
