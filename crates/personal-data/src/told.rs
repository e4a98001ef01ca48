//! Frames in which a bare number can only be somebody's age, whatever stands around: *toen ze vier was*, *is nog maar 15*,
//! *mijn jongens van 6 en 9*, *alweer 10, onze Daan!*.

use crate::ages::{is_age_number, own_child};
use crate::agewords::{
    closes, is_being, is_children, is_feast, is_filler, is_he, is_kin_of, is_maker, is_parent,
    is_whoever,
};
use crate::category::Category;
use crate::doc::{Gap, Kind};
use crate::lexicon::Cues;
use crate::rows::Rows;
use crate::work::{Hit, Work};

/// What a number at `i` is told to be: the token after the age, and how sure.
pub(crate) fn told(
    post: &Work<'_>,
    i: usize,
    (person, kin): (bool, bool),
    rows: &Rows,
) -> Option<(usize, f32)> {
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
    // *kampioen met 12 jaar*, *He's four and …*
    let with = back(1) == "met" && doc.at(end).has(Cues::YEARS) && !is_maker(doc.w(end + 1));
    let shes = back(1) == "s" && matches!(back(2), "'" | "’") && matches!(back(3), "he" | "she");
    if with && (person || kin) {
        return Some((end + 1, 0.6));
    }
    if shes && (closes(post, end) || matches!(doc.w(end), "and" | "now" | "already")) {
        return Some((end, 0.6));
    }
    // *Iris en Finn!!! allebei 9 vandaag*
    let both = matches!(back(1), "allebei" | "beiden" | "both");
    if both && (closes(post, end) || matches!(doc.w(end), "vandaag" | "today" | "geworden")) {
        return Some((end, 0.6));
    }
    let short = doc.w(end) == "y" && matches!(doc.w(end + 1), "/" | ".") && doc.w(end + 2) == "o";
    if short && (person || kin) {
        return Some((end + 3, 0.6));
    }
    // *Daan 15 | hockey*: what an account says of itself.
    if rows.person_ends(i) && matches!(doc.w(end), "|" | "•" | "·") {
        return Some((end, 0.6));
    }
    // *I'm 15*, *I just turned 13*, *Ik word zaterdag 16*: whoever writes says so of themselves.
    if is_own(post, i) && closes(post, end) {
        return Some((end, 0.6));
    }
    // *Isabella, eight, wrote this*
    let spelt =
        doc.at(i).is_word() && doc.w(i).len() > 3 && !matches!(doc.w(i), "twee" | "drie" | "three");
    let apart = spelt && back(1) == "," && doc.w(end) == "," && rows.person_ends(i.wrapping_sub(1));
    // *Mijn oudste is 17, mijn jongste 9*
    let beside = doc.at(i.wrapping_sub(1)).has(Cues::KIN)
        && doc.just_before(i.wrapping_sub(1), 1, Cues::OWN)
        && closes(post, end)
        && post.hits.iter().rev().take(20).any(|hit| {
            hit.category == Category::Age && doc.at(hit.from).sentence == doc.at(i).sentence
        });
    // *My twins are 6*
    let twins = matches!(back(1), "are" | "zijn")
        && is_children(back(2))
        && doc.just_before(i.wrapping_sub(2), 2, Cues::OWN)
        && closes(post, end);
    // *Als 16-jarige vind ik dat raar*
    let dash = usize::from(doc.w(end) == "-");
    let jarige = back(1) == "als" && doc.w(end + dash) == "jarige";
    if jarige {
        return Some((end + dash + 1, 0.6));
    }
    if apart || beside || twins {
        return Some((end, 0.6));
    }
    let young = doc.at(end).has(Cues::YEARS) && matches!(doc.w(end + 1), "jong" | "young");
    if young && is_feast(post, i) {
        return Some((end + 2, 0.6));
    }
    // *8j*, in brackets or right behind a name.
    if doc.w(end) == "j"
        && doc.glued(end)
        && (rows.person_ends(i) || back(1) == "(")
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
            || rows.person_ends(at.wrapping_add(1))
            || doc.at(at).has(Cues::KIN) && doc.just_before(at, 2, Cues::OWN)
    };
    let mut at = i.wrapping_sub(1);
    for _ in 0..3 {
        let when = doc.at(at).has(Cues::DAY.union(Cues::WHEN)) || doc.w(at) == "sinds";
        if (is_filler(doc.w(at)) || when) && !is_he(doc.w(at)) {
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
    // *Sasha 6 juni 10*, *Karim 25 juni maar liefst 40*: behind the day.
    let mut day = i;
    while day > 0 && is_filler(doc.w(day - 1)) {
        day -= 1;
    }
    // *Born on 3 March 2014, already 11 …*
    let since = day < i && doc.w(day.wrapping_sub(1)) == ",";
    day -= usize::from(since);
    let born =
        |hit: &Hit| hit.category == Category::Birthdate && hit.to == day && hit.score.value >= 0.5;
    let yearless = since || doc.at(day.wrapping_sub(1)).kind != Kind::Number;
    if yearless && closes(post, end) && post.hits.iter().rev().take(20).any(born) {
        return Some((end, 0.6));
    }
    // *my little girl of 5 started today*
    let child = doc.at(i.wrapping_sub(2)).has(Cues::CHILD) && !is_children(back(2));
    if child && is_kin_of(post, i, end) {
        return Some((end, 0.6));
    }
    if !closes(post, end) {
        return row(post, i, end);
    }
    // *is nog maar 15*, *was only four when*, *onze grote vent is 10*.
    // *She's only eight*
    let short = doc.w(at) == "s"
        && matches!(doc.w(at.wrapping_sub(1)), "'" | "’")
        && matches!(doc.w(at.wrapping_sub(2)), "she" | "he");
    if short && (person || kin) {
        return Some((end, 0.6));
    }
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
    if rows.person_ends(i)
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
    let parallel = rows.person_ends(i) && doc.at(i).gap == Gap::Space && {
        let mut hits = post.hits.iter().rev().take(20);
        hits.any(|hit| {
            hit.category == Category::Age && doc.at(hit.from).sentence == doc.at(i).sentence
        })
    };
    if parallel && !rows.person_begins(end) {
        return Some((end, 0.55));
    }
    row(post, i, end)
}

/// Whether *I am* or *I turn* stands before a number, with words of time between.
fn is_own(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let mut at = i.wrapping_sub(1);
    for _ in 0..3 {
        if is_filler(doc.w(at)) || doc.at(at).has(Cues::DAY.union(Cues::WHEN)) {
            at = at.wrapping_sub(1);
        }
    }
    let before = doc.w(at.wrapping_sub(1));
    if doc.w(at) == "m" && matches!(before, "'" | "’") {
        return doc.w(at.wrapping_sub(2)) == "i";
    }
    let just = usize::from(is_filler(before));
    matches!(
        doc.w(at),
        "ben" | "word" | "werd" | "am" | "turned" | "turn"
    ) && matches!(doc.w(at.wrapping_sub(1 + just)), "ik" | "i")
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
