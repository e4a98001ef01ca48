//! Frames in which a bare number can only be somebody's age, whatever stands around: *toen ze vier was*, *is nog maar 15*,
//! *mijn jongens van 6 en 9*, *alweer 10, onze Daan!*.

use crate::ages::{is_age_number, own_child};
use crate::agewords::{is_being, is_children, is_filler, is_he, is_parent};
use crate::category::Category;
use crate::doc::{Gap, Kind};
use crate::lexicon::{self, Cues};
use crate::work::Work;

/// Whether a person was found that ends at a token.
fn named_to(post: &Work<'_>, at: usize) -> bool {
    let mut hits = post.hits.iter().rev().take(200);
    hits.any(|hit| hit.category.is_person() && hit.score.value >= 0.5 && hit.to == at)
}

fn named_from(post: &Work<'_>, at: usize) -> bool {
    let mut hits = post.hits.iter().rev().take(200);
    hits.any(|hit| hit.category.is_person() && hit.score.value >= 0.5 && hit.from == at)
}

/// Nothing is counted behind it.
fn closes(post: &Work<'_>, end: usize) -> bool {
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
fn is_feast(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let from = doc.sentence_of(i).from;
    let before = doc.sentence_of(from.saturating_sub(1)).from;
    (before.max(i.saturating_sub(30))..i + 6).any(|at| {
        matches!(
            doc.w(at),
            "hoera"
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

/// What a number at `i` is told to be: the token after the age, and how sure.
pub(crate) fn told(post: &Work<'_>, i: usize, person: bool, kin: bool) -> Option<(usize, f32)> {
    let doc = &post.doc;
    let back = |far: usize| doc.w(i.wrapping_sub(far));
    // *7,5* and *7½* are one number.
    let comma = doc.w(i + 1) == "," && doc.glued(i + 1) && doc.w(i + 2) == "5" && doc.glued(i + 2);
    let end = match (comma, doc.w(i + 1)) {
        (true, _) => i + 3,
        (false, "½") => i + 2,
        _ => i + 1,
    };
    if back(1) == "van" && is_parent(back(2)) || is_whoever(post, i) {
        return None;
    }
    // *My 12 year old*, *m'n 7-jarige*, *my 6 y/o*.
    if let Some(end) = own_child(post, i) {
        return Some((end, 0.7));
    }
    // *lft. 15*, *op de leeftijd van 9*, *At 9, Oliver …*, *nog geen 9*.
    let marks = usize::from(matches!(back(1), "." | ":"));
    let said = matches!(back(1 + marks), "lft" | "lftd")
        || matches!(back(1), "van" | "of") && matches!(back(2), "leeftijd" | "age")
        || back(1) == "geen" && back(2) == "nog" && closes(post, end)
        || back(1) == "at" && doc.at(i.wrapping_sub(1)).first && doc.w(end) == ",";
    if said && (person || kin) {
        return Some((end, 0.6));
    }
    let short = doc.w(end) == "y" && matches!(doc.w(end + 1), "/" | ".") && doc.w(end + 2) == "o";
    if short && (person || kin) {
        return Some((end + 3, 0.6));
    }
    // *Daan 15 | hockey*: what an account says of itself.
    if named_to(post, i) && matches!(doc.w(end), "|" | "•" | "·") {
        return Some((end, 0.6));
    }
    // *8j*, in brackets or right behind a name.
    if doc.w(end) == "j"
        && doc.glued(end)
        && (named_to(post, i) || back(1) == "(")
        && (person || kin)
    {
        return Some((end + 1, 0.6));
    }
    // *op zijn 14e al*: a year of somebody's life.
    let ordinal = matches!(doc.w(end), "e" | "de" | "ste" | "th") && doc.glued(end);
    if ordinal {
        let his = matches!(back(1), "zijn" | "haar" | "mijn" | "zn" | "n" | "r" | "dr")
            && (2..5).any(|far| back(far) == "op");
        let fits = closes(post, end + 1) && !doc.at(end + 1).has(Cues::GROUP);
        return (his && fits && (person || kin)).then_some((end + 1, 0.6));
    }
    // *10 kaarsjes*, *de 10 aangetikt*.
    if matches!(doc.w(end), "kaarsjes" | "candles" | "kaarsen") && (person || kin) {
        return Some((end, 0.6));
    }
    let weeks = matches!(
        doc.w(end),
        "weken" | "weeks" | "dagen" | "days" | "maanden" | "months"
    ) && matches!(doc.w(end + 1), "oud" | "old" | "jong");
    if weeks && (person || kin) {
        return Some((end + 2, 0.65));
    }
    // *ze is zes jaar*, *Ik ben 44 en …*: said outright.
    let years = doc.at(end).has(Cues::YEARS) && doc.at(end).gap != Gap::Line;
    let adverb = usize::from(is_filler(back(1)));
    let who = i.wrapping_sub(2 + adverb);
    let outright = is_being(back(1 + adverb))
        && (is_he(doc.w(who))
            || doc.at(who).has(Cues::KIN)
                && matches!(
                    doc.w(who.wrapping_sub(1)),
                    "je" | "jouw"
                        | "mijn"
                        | "mn"
                        | "zijn"
                        | "haar"
                        | "onze"
                        | "ons"
                        | "our"
                        | "my"
                        | "your"
                ));
    let done = closes(post, end + 1) || matches!(doc.w(end + 1), "oud" | "old");
    let me = matches!(doc.w(who), "ik" | "i");
    if years
        && outright
        && (person || kin || me)
        && done
        && !matches!(doc.w(end + 1), "in" | "bij" | "op")
    {
        return Some((end + 1, 0.65));
    }
    let i_am = matches!(
        (back(2 + adverb), back(1 + adverb)),
        ("ik", "ben") | ("i", "am")
    );
    if i_am && !years && closes(post, end) && doc.at(i).kind == Kind::Number {
        return Some((end, 0.55));
    }
    if doc.at(end).has(Cues::YEARS) && doc.w(end) != "maanden" {
        // *mijn kinderen zijn 6, 8 en 11 jaar*: the last of a row.
        let row = matches!(back(1), "en" | "," | "&" | "and") && aged_to(post, i.wrapping_sub(1));
        return (row && doc.at(end).gap != Gap::Line).then_some((end + 1, 0.65));
    }
    if comma && back(1) == "van" && doc.at(i.wrapping_sub(2)).has(Cues::KIN.union(Cues::CHILD)) {
        return Some((end, 0.6));
    }
    // *ze vier was*, *die 8 is*, *nu Emma 16 is*: the verb behind it.
    let subject = |at: usize| {
        is_he(doc.w(at))
            || named_to(post, at.wrapping_add(1))
            || doc.at(at).has(Cues::KIN) && doc.just_before(at, 2, Cues::OWN)
    };
    let mut at = i.wrapping_sub(1);
    for _ in 0..3 {
        if is_filler(doc.w(at)) && !is_he(doc.w(at)) {
            at = at.wrapping_sub(1);
        }
    }
    if matches!(doc.w(end), "is" | "was" | "ben" | "wordt" | "werd" | "word")
        && subject(at)
        && (person || kin)
    {
        let leads = (doc.sentence_of(i).from.max(i.saturating_sub(12))..i).any(|at| {
            matches!(
                doc.w(at),
                "toen"
                    | "nu"
                    | "die"
                    | "dat"
                    | "als"
                    | "sinds"
                    | "zodra"
                    | "omdat"
                    | "voordat"
                    | "terwijl"
                    | "tot"
                    | "wanneer"
                    | "of"
                    | "voor"
                    | "nadat"
            )
        });
        if leads {
            return Some((end, 0.6));
        }
    }
    if !closes(post, end) {
        return row(post, i, end);
    }
    // *is nog maar 15*, *was only four when*, *onze grote vent is 10*.
    let they = matches!(doc.w(at), "zijn" | "are")
        && matches!(doc.w(at.wrapping_sub(1)), "ze" | "zij" | "they");
    if they && (kin || person) {
        return Some((end, 0.6));
    }
    if is_being(doc.w(at)) && !matches!(back(1), "om" | "at") {
        let before = at.wrapping_sub(1);
        let owned = doc.at(before).is_word()
            && doc.just_before(at, 4, Cues::OWN)
            && !doc.at(before).has(
                Cues::GROUP
                    .union(Cues::ORG)
                    .union(Cues::INSIDE)
                    .union(Cues::PLACE)
                    .union(Cues::MONTH),
            );
        let whose = subject(before) || owned && (person || kin);
        // *toen was Daan 9*, *gisteren is mijn zoon 13 geworden*: the verb first.
        let will = doc.w(at) == "be" && matches!(doc.w(before), "will" | "to" | "ll");
        if (whose || will) && (person || kin) {
            return Some((end, 0.6));
        }
    }
    let turned = matches!(doc.w(end), "geworden") || matches!(doc.w(end), "was" | "is");
    if turned && subject(at) && (person || kin) {
        return Some((end, 0.6));
    }
    // *Alweer 10, onze Daan!*, *Pas 15 en nu al kampioen*.
    let first = doc.sentence_of(i).from;
    let opens = i > first
        && i - first < 6
        && (first..i).all(|at| {
            is_filler(doc.w(at))
                || matches!(
                    doc.w(at),
                    "en" | "hoera" | "wow" | "jeetje" | "tjonge" | "," | "!"
                )
        });
    if opens && person && doc.at(i).kind == Kind::Number {
        return Some((end, 0.55));
    }
    // *Daan 10!!* where somebody is congratulated.
    if named_to(post, i)
        && matches!(doc.w(end), "!" | "🎂" | "🎉" | "🥳" | "🎈" | "")
        && is_feast(post, i)
    {
        return Some((end, 0.6));
    }
    // *leerling van 15*, *buurmeisje van twaalf*: one of them.
    let one = doc.at(i.wrapping_sub(2)).has(Cues::CHILD.union(Cues::KIN))
        || matches!(
            back(2),
            "leerling"
                | "leerlinge"
                | "buurmeisje"
                | "buurjongen"
                | "scholier"
                | "pupil"
                | "vriendje"
                | "vriendinnetje"
                | "nichtje"
                | "neefje"
                | "oppas"
        );
    let owned = doc.just_before(i.wrapping_sub(2), 2, Cues::OWN);
    if matches!(back(1), "van" | "of") && one && !is_children(back(2)) && (person || owned) {
        return Some((end, 0.6));
    }
    // *ons dochtertje, 3, speelt mee*
    let set_off = back(1) == ","
        && doc.w(end) == ","
        && doc.at(i.wrapping_sub(2)).has(Cues::KIN)
        && doc.just_before(i.wrapping_sub(2), 2, Cues::OWN);
    if set_off {
        return Some((end, 0.6));
    }
    // *Daan is 8, Sem 10*
    let parallel = named_to(post, i) && doc.at(i).gap == Gap::Space && {
        let mut hits = post.hits.iter().rev().take(20);
        hits.any(|hit| {
            hit.category == Category::Age && doc.at(hit.from).sentence == doc.at(i).sentence
        })
    };
    if parallel && !named_from(post, end) {
        return Some((end, 0.55));
    }
    row(post, i, end)
}

fn aged_to(post: &Work<'_>, at: usize) -> bool {
    let mut hits = post.hits.iter().rev().take(20);
    hits.any(|hit| hit.category == Category::Age && hit.to == at)
}

/// *mijn kinderen zijn 6, 8 en 11*, *mijn jongens van 6 en 9*, *twee meiden (10 en 12) van ons*: the first of them.
fn row(post: &Work<'_>, i: usize, end: usize) -> Option<(usize, f32)> {
    let doc = &post.doc;
    let back = |far: usize| doc.w(i.wrapping_sub(far));
    let next =
        matches!(doc.w(end), "," | "en" | "&" | "/" | "and" | "+") && is_age_number(post, end + 1);
    let many = matches!(
        back(1),
        "zijn" | "are" | "van" | "(" | "of" | "aged" | "worden"
    ) && is_children(back(2));
    let low = doc.sentence_of(i).from.max(i.saturating_sub(6));
    let own = (low..i).any(|at| {
        doc.at(at).has(Cues::OWN) || matches!(doc.w(at), "zijn" | "haar" | "twee" | "drie" | "two")
    }) || (end + 2..end + 7).any(|at| doc.w(at) == "ons");
    (next && many && own).then_some((end, 0.6))
}
