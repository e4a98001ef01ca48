//! Who speaks: somebody of a family, a pupil, or the school itself.

use crate::lexicon::Cues;
use crate::work::Work;

/// Somebody speaks of an own child: *mijn dochter*, *trotse papa*, *#trotsemoeder*, *our little girl*.
pub(crate) fn is_private(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let token = doc.at(i);
    let word = doc.w(i);
    // Asked one after the other, and only as far as one holds: a text about the school is asked at each of its words.
    let mine = || {
        (1..4).any(|far| {
            matches!(
                doc.w(i.wrapping_sub(far)),
                "mijn" | "mn" | "my" | "onze" | "ons" | "our" | "m"
            )
        })
    };
    let child = || {
        token.has(Cues::CHILD)
            && doc.just_before(i, 3, Cues::OWN)
            && !matches!(doc.w(i.wrapping_sub(1)), "elk" | "ieder")
    };
    // *mijn broertje*, *onze kids*, *our girls*; but *onze kinderen* are a school's as well.
    let family = || {
        (is_family(word)
            || word == "kinderen"
                && (1..4).any(|far| matches!(doc.w(i.wrapping_sub(far)), "mijn" | "mn" | "my")))
            && doc.at(i).sentence == doc.at(i.wrapping_sub(1)).sentence
            && mine()
    };
    // *ons gezin … de kinderen*, *ik heb twee kinderen*, *mama van twee*
    let house = || {
        matches!(word, "gezin" | "pleeggezin" | "family") && mine()
            || matches!(
                word,
                "kinderen" | "kids" | "zoons" | "dochters" | "jongens" | "meiden" | "children"
            ) && doc.at(i.wrapping_sub(1)).has(Cues::NUMBER)
                && (2..5).any(|far| {
                    matches!(
                        doc.w(i.wrapping_sub(far)),
                        "ik" | "wij" | "we" | "i" | "heb" | "hebben" | "have"
                    )
                })
            || doc.w(i + 1) == "van"
                && doc.at(i + 2).has(Cues::NUMBER)
                && matches!(
                    word,
                    "mama" | "papa" | "moeder" | "vader" | "mum" | "mom" | "dad"
                )
    };
    let proud = || {
        token.has(Cues::KIN)
            && (matches!(
                doc.w(i.wrapping_sub(1)),
                "trotse" | "proud" | "blije" | "gelukkige"
            ) || matches!(doc.w(i + 1), "is" | "zijn" | "was" | "so")
                && (i + 2..i + 5)
                    .any(|at| matches!(doc.w(at), "trots" | "supertrots" | "apetrots" | "proud")))
    };
    let tagged = || {
        doc.w(i.wrapping_sub(1)) == "#"
            && (word.starts_with("trots") && word.len() > 6
                || word.starts_with("proud")
                || word.contains("moeder")
                || word.contains("mama")
                || word.contains("papa"))
    };
    let alone =
        || token.has(Cues::CHILD) && token.first && !matches!(word, "kind" | "kid" | "child");
    // A pupil who tells of itself: *ik zit in groep 8 van …*, *mijn school*.
    let pupil = || {
        matches!(
            word,
            "zit" | "zat" | "ga" | "ging" | "slaagde" | "kom" | "go" | "went"
        ) && (matches!(doc.w(i.wrapping_sub(1)), "ik" | "i") || doc.w(i + 1) == "ik")
            || word == "school" && matches!(doc.w(i.wrapping_sub(1)), "mijn" | "mn" | "my")
    };
    // *De jongste ging …*, *Oma is tachtig geworden*: of one's own house.
    let ours = || {
        matches!(word, "jongste" | "oudste" | "middelste")
            && doc.w(i.wrapping_sub(1)) == "de"
            && (doc.at(i.wrapping_sub(1)).first || doc.at(i + 1).has(Cues::VERB))
            || matches!(
                word,
                "moeder" | "vader" | "mama" | "papa" | "oma" | "opa" | "ouder"
            ) && doc.w(i.wrapping_sub(1)) == "als"
            || token.first
                && matches!(
                    word,
                    "oma" | "opa" | "mama" | "papa" | "grandma" | "grandpa"
                )
                && doc.at(i + 1).has(Cues::VERB)
    };
    // *Ik ben zelf leerling van …*, *ik heb zelf nog op … gezeten*
    let went = || {
        matches!(
            word,
            "gezeten" | "leerling" | "leerlinge" | "scholier" | "oud-leerling"
        ) && (doc.sentence_of(i).from.max(i.saturating_sub(12))..i).any(|at| {
            matches!(
                (doc.w(at), doc.w(at + 1)),
                ("ik", "ben" | "zat" | "heb") | ("ben" | "heb", "ik" | "zelf")
            )
        })
    };
    // *zit ook op …*: who writes so leaves out *ik*.
    let sits = || {
        token.first
            && word == "zit"
            && matches!(doc.w(i + 1), "ook" | "hier" | "nu" | "zelf" | "op")
    };
    let aged = || crate::ages::own_child(post, i).is_some();
    child()
        || family()
        || house()
        || alone()
        || proud()
        || tagged()
        || pupil()
        || ours()
        || went()
        || sits()
        || is_relative(post, i)
        || aged()
}

/// One of somebody's family, whoever tells it: *zijn dochter*, *opa bracht*, *de kleinkinderen*; and nobody's in general: *een vader*, *uw zoon*.
pub(crate) fn is_relative(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let word = doc.w(i);
    // *kleine man*, *our little girl*
    let little = matches!(
        word,
        "man" | "meid" | "vent" | "meisje" | "jongen" | "girl" | "boy" | "one"
    ) && matches!(
        doc.w(i.wrapping_sub(1)),
        "kleine" | "grote" | "little" | "big"
    ) && !matches!(doc.w(i.wrapping_sub(2)), "een" | "elke" | "a" | "every");
    // *de meiden zitten nu op …*
    let several = matches!(
        word,
        "meiden" | "jongens" | "twins" | "girls" | "boys" | "tweeling"
    ) && matches!(doc.w(i.wrapping_sub(1)), "de" | "the")
        && (matches!(
            doc.w(i + 1),
            "zitten" | "gaan" | "mogen" | "go" | "are" | "zit" | "gaat"
        ) || matches!(doc.w(i + 1), "at" | "off")
            || doc.w(i.wrapping_sub(2)) == "off");
    if little || several {
        return true;
    }
    if !doc.at(i).has(Cues::KIN) {
        return matches!(
            word,
            "kleinkinderen" | "kids" | "jongste" | "oudste" | "middelste"
        ) && matches!(
            doc.w(i.wrapping_sub(1)),
            "de" | "alle" | "beide" | "zijn" | "haar" | "hun" | "z" | "n"
        );
    }
    let general = matches!(
        word,
        "moeders"
            | "vaders"
            | "opas"
            | "omas"
            | "ouders"
            | "ouder"
            | "kind"
            | "gezin"
            | "kleuter"
            | "peuter"
            | "baby"
            | "brugger"
            | "tiener"
            | "puber"
            | "kid"
            | "brugpieper"
            | "voogd"
            | "verzorger"
            | "verzorgers"
    );
    let his = matches!(
        doc.w(i.wrapping_sub(1)),
        "zijn"
            | "haar"
            | "hun"
            | "zn"
            | "his"
            | "her"
            | "their"
            | "jongste"
            | "oudste"
            | "kleine"
            | "enige"
    );
    let anybody = (1..3).any(|far| {
        matches!(
            doc.w(i.wrapping_sub(far)),
            "een"
                | "uw"
                | "je"
                | "jouw"
                | "geen"
                | "elke"
                | "iedere"
                | "a"
                | "your"
                | "any"
                | "of"
                | "every"
                | "jullie"
        )
    }) || matches!(doc.w(i + 1), "of" | "or" | "'" | "’")
        || matches!(doc.w(doc.sentence_of(i).from), "wie" | "iedereen" | "ieder");
    !anybody && (his || !general)
}

/// Whether somebody speaks of themselves: *ik*, *mijn*; and not for the school: *als directeur*, *ons team zoekt*.
pub(crate) fn is_first_person(post: &Work<'_>) -> Option<usize> {
    let doc = &post.doc;
    let (mut me, mut quoted) = (None, false);
    for (at, token) in doc.tokens.iter().enumerate().take(400) {
        let word = doc.w(at);
        let speaks = match word {
            "ik" | "mijn" | "mij" | "mn" | "my" | "me" | "myself" => true,
            "i" => token.is_capital() && doc.at(at + 1).is_word(),
            "k" => matches!(doc.w(at.wrapping_sub(1)), "'" | "’") && !doc.glued(at - 1),
            _ => false,
        };
        quoted ^= matches!(word, "“" | "”" | "„" | "\"");
        if speaks && me.is_none() && !quoted {
            me = Some(token.sentence);
        }
        let official = matches!(
            word,
            "directeur"
                | "directrice"
                | "rector"
                | "bestuurder"
                | "vacature"
                | "team"
                | "collega"
                | "namens"
                | "voorzitter"
                | "principal"
        );
        // *Ik ben leerkracht op …*, *ik geef les op …*
        let back = |far: usize| doc.w(at.wrapping_sub(far));
        let staff = token.has(Cues::SCHOOL_ROLE.union(Cues::TITLE))
            && (matches!(back(1), "ben" | "als" | "am" | "as")
                || matches!(back(2), "ben" | "am" | "as"))
            || word == "les" && (back(1) == "geef" || back(2) == "geef");
        if official || staff {
            return None;
        }
    }
    me
}

/// Somebody of a writer's own family.
pub(crate) fn is_family(word: &str) -> bool {
    matches!(
        word,
        "kids"
            | "meiden"
            | "jongens"
            | "zoons"
            | "zonen"
            | "dochters"
            | "jongetjes"
            | "meisjes"
            | "broertje"
            | "broer"
            | "zusje"
            | "zus"
            | "nicht"
            | "neef"
            | "kleinkinderen"
            | "man"
            | "mannetjes"
            | "girls"
            | "boys"
            | "sons"
            | "daughters"
            | "brother"
            | "sister"
            | "tweeling"
            | "twins"
            | "peuters"
    )
}
