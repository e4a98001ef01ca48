//! How old somebody is: *8 jaar*, *wordt 9*, *(10)*, *zijn achtste verjaardag*. Counts when it is somebody's.

use crate::agespan::lasts;
use crate::agewords::{
    is_children, is_kin_of, is_of_thing, is_own_kin, is_parent, is_speaking, is_whoever,
};
use crate::category::Category;
use crate::doc::{Gap, Kind};
use crate::lexicon::Cues;
use crate::rows::Rows;
use crate::spelt::spelt;
use crate::told::told;
use crate::work::{Score, Work};

/// Whether what stands behind a bare number makes it no hour, amount or group.
pub(crate) fn closes_age(post: &Work<'_>, end: usize) -> bool {
    let doc = &post.doc;
    let next = doc.at(end);
    next.kind == Kind::Mark && !matches!(doc.w(end), ":" | "%" | "/" | "-")
        || next.gap == Gap::Line
        || next.kind == Kind::None
        || next.has(Cues::VERB.union(Cues::DUTCH).union(Cues::PREP)) && !next.has(Cues::CLOCK)
}

pub(crate) fn is_age_number(post: &Work<'_>, at: usize) -> bool {
    let token = post.doc.at(at);
    let word = post.doc.w(at);
    (token.kind == Kind::Number
        && word.len() <= 3
        && word.parse().is_ok_and(|n: u32| (1..=110).contains(&n)))
        || (token.has(Cues::NUMBER) && word.len() > 2 && !matches!(word, "een" | "one"))
}

/// Frames in which a bare number can only be somebody's age: *ze is 7*, *I am 14*, *aged 9*, *Lieke 9 🎂*, *(5, 7 en 9)*.
fn is_told(
    post: &Work<'_>,
    (i, end): (usize, usize),
    (person, kin): (bool, bool),
    rows: &Rows,
) -> bool {
    let doc = &post.doc;
    let back = |far: usize| doc.w(i.wrapping_sub(far));
    if matches!(back(1), "aged" | "age") && (person || kin) {
        return true;
    }
    let closed = closes_age(post, end);
    let between = usize::from(matches!(
        back(1),
        "nu" | "al" | "net" | "pas" | "bijna" | "only" | "now" | "just"
    ));
    let being = matches!(back(1 + between), "is" | "ben" | "am")
        && matches!(
            back(2 + between),
            "hij" | "zij" | "ze" | "ik" | "he" | "she" | "i"
        )
        || back(1) == "s" && matches!(back(3), "she" | "he");
    if being && closed && (person || kin) {
        return true;
    }
    let cake = matches!(doc.w(end), "🎂" | "🎉" | "🎈" | "🥳" | "🎁" | "🍰");
    if cake && rows.person_ends(i) {
        return true;
    }
    // A row of ages: the one before was one, or this one opens a bracket behind one's own children.
    let joined = matches!(back(1), "en" | "," | "&" | "and" | "/");
    let mut hits = post.hits.iter().rev().take(200);
    if joined && hits.any(|hit| hit.category == Category::Age && hit.to + 1 == i) && closed {
        return true;
    }
    let has = |at: usize| matches!(doc.w(at), "hebben" | "heb" | "heeft" | "have" | "has");
    let own = is_children(back(2))
        && (doc.just_before(i, 4, Cues::OWN) || (i.saturating_sub(8)..i).any(has));
    matches!(back(1), "(" | "," | ":" | "van" | "of")
        && own
        && !doc.near(i, end, 6, Cues::GROUP)
        && matches!(doc.w(end), "," | "en" | "&" | "/" | ")" | "and")
}

/// *mijn 11-jarige*, *my 16-year-old*: a child of one's own, by its age alone. The end.
pub(crate) fn own_child(post: &Work<'_>, i: usize) -> Option<usize> {
    let doc = &post.doc;
    // *m'n* is three tokens.
    let mine = matches!(doc.w(i.wrapping_sub(1)), "n" | "ne")
        && matches!(doc.w(i.wrapping_sub(2)), "'" | "’" | "‘" | "`");
    // *papa van een 8-jarige*, who speaks of themselves.
    let parent = matches!(doc.w(i.wrapping_sub(1)), "een" | "a" | "an")
        && matches!(doc.w(i.wrapping_sub(2)), "van" | "of" | "to")
        && is_parent(doc.w(i.wrapping_sub(3)))
        && is_speaking(post, i);
    if !doc.at(i.wrapping_sub(1)).has(Cues::OWN) && !mine && !parent {
        return None;
    }
    let unit = if doc.w(i + 1) == "-" && doc.glued(i + 1) {
        i + 2
    } else {
        i + 1
    };
    let dash = usize::from(doc.w(unit + 1) == "-");
    if matches!(doc.w(unit), "year" | "yr" | "month") && doc.w(unit + 1 + dash) == "old" {
        return Some(unit + 2 + dash);
    }
    let short =
        doc.w(unit) == "y" && matches!(doc.w(unit + 1), "/" | ".") && doc.w(unit + 2) == "o";
    if short {
        return Some(unit + 3);
    }
    matches!(doc.w(unit), "jarige" | "yo").then_some(unit + 1)
}

/// Whether a number stands where somebody turns it.
pub(crate) fn near_turn(post: &Work<'_>, at: usize) -> bool {
    let doc = &post.doc;
    doc.just_before(at, 6, Cues::TURNS)
        || doc.at(at + 1).has(Cues::TURNS)
        || doc.at(at + 1).has(Cues::YEARS)
        || doc.at(at + 2).has(Cues::TURNS)
}

/// Whether the verb says that somebody turns it, and no *today* alone.
fn is_turning(post: &Work<'_>, i: usize, end: usize) -> bool {
    let turn = |at: usize| {
        post.doc.at(at).has(Cues::TURNS) && !matches!(post.doc.w(at), "vandaag" | "bijna")
    };
    (i.saturating_sub(6)..i).any(turn) || turn(end)
}

pub(crate) fn age(
    post: &mut Work<'_>,
    i: usize,
    (person, kin): (bool, bool),
    rows: &Rows,
) -> Option<usize> {
    let whose = person || kin || post.doc.sentence_of(i).cues.intersects(Cues::PRONOUN);
    if let Some(end) = spelt(post, i, whose, person) {
        post.hit(i, end, Category::Age, Score::new("turns", 0.65));
        return Some(end);
    }
    // *tot half 6*
    if matches!(post.doc.w(i.wrapping_sub(1)), "half" | "kwart") {
        return None;
    }
    let timed = post.doc.w(i + 1) == "."
        && post.doc.glued(i + 1)
        && post.doc.glued(i + 2)
        && post.doc.at(i + 2).kind == Kind::Number;
    if !is_age_number(post, i)
        || timed
        || is_of_thing(post, i)
        || post.group_at(i).is_some()
        || post.doc.at(i.wrapping_sub(1)).has(Cues::GROUP)
    {
        return None;
    }
    let doc = &post.doc;
    // *dochter 1 (15) en dochter 2 (13)* are numbered.
    if doc.w(i + 1) == "(" && doc.at(i.wrapping_sub(1)).has(Cues::KIN.union(Cues::CHILD)) {
        return None;
    }
    // *mama van twee* has two children, and *uw kind* is anybody's.
    let counted = doc.w(i.wrapping_sub(1)) == "van" && is_parent(doc.w(i.wrapping_sub(2)));
    // *die twee worden verward*
    let those = doc.at(i).is_word()
        && matches!(
            doc.w(i.wrapping_sub(1)),
            "die" | "deze" | "alle" | "those" | "these" | "allebei" | "wij" | "jullie"
        );
    if counted || those || is_whoever(post, i) && !person {
        return None;
    }
    // *lokaal 12*, *kluis 214*: the number of a thing.
    let numbered = Cues::NOT_ID
        .union(Cues::INSIDE)
        .union(Cues::PLACE)
        .union(Cues::STREET);
    if doc.at(i.wrapping_sub(1)).has(numbered) && !doc.at(i.wrapping_sub(1)).has(Cues::OWN) {
        return None;
    }
    // Most numbers stand where nobody is told of: a phone, a date, a price.
    let near = Cues::OWN.union(Cues::YEARS).union(Cues::CHILD);
    let sentence = doc.sentence_of(i);
    let somebody = person || kin || sentence.english || sentence.cues.intersects(near);
    if let Some((end, value)) = somebody
        .then(|| told(post, i, (person, kin), rows))
        .flatten()
    {
        let code = if person {
            "age-of-person"
        } else {
            "age-of-kin"
        };
        post.hit(i, end, Category::Age, Score::new(code, value));
        return Some(end);
    }
    let doc = &post.doc;
    let spelt = doc.at(i).is_word();
    let sentence = doc.sentence_of(i);
    let mut end = i + 1;
    let mut score = Score::default();
    let hyphen = doc.w(end) == "-" && doc.glued(end);
    let unit = if hyphen { end + 1 } else { end };
    let years = doc.at(unit).has(Cues::YEARS)
        && doc.at(unit).gap != Gap::Line
        && !(hyphen && doc.w(unit) == "jaar");
    let half = doc.w(end) == "½"
        || (doc.w(end) == "," && doc.glued(end) && doc.glued(end + 1) && doc.w(end + 1) == "5");
    let duration = years && lasts(post, i, unit);
    let older =
        (end..end + 5).any(|at| matches!(doc.w(at), "ouder" | "jonger" | "older" | "younger"));
    // *ons meisje van 5 jaar*: one child, whoever *ons* is.
    let one = doc.just_before(i, 3, Cues::CHILD);
    let general = older || (doc.near(i, end, 4, Cues::GROUP.union(Cues::TALK)) && !person && !one);
    let public = (i.saturating_sub(4)..(i + 5)).any(|at| post.is_public(at));
    if years {
        end = unit + 1;
        if matches!(doc.w(end), "oud" | "old") {
            end += 1;
        }
        if person {
            score.add("age-of-person", if duration { 0.2 } else { 0.7 });
        } else if (kin || one && doc.just_before(i, 5, Cues::OWN)) && !general {
            score.add("age-of-kin", if duration { 0.1 } else { 0.65 });
        }
        // *mijn zoon van 12 jaar op het Heideveld College*
        let ones_own = doc.w(i.wrapping_sub(1)) == "van" && is_own_kin(post, i.wrapping_sub(2));
        // A school or a club that exists for so long.
        if doc.near(i, end, 6, Cues::ORG) && !ones_own
            || sentence.cues.intersects(Cues::TALK) && !person && !kin
            || public && !one
        {
            score.add("age-of-something", -0.4);
        }
    } else if half
        && person
        && matches!(
            doc.w(i.wrapping_sub(1)),
            "is" | "bijna" | "wordt" | "van" | "al" | "nu"
        )
    {
        end += if doc.w(end) == "½" { 1 } else { 2 };
        score.add("age-of-person", 0.6);
    } else if doc.at(end).has(Cues::CLOCK)
        || half
        || doc.at(end).has(Cues::MONTH)
        || matches!(
            doc.w(end),
            ":" | "%" | "x" | "euro" | "e" | "x'" | "keer" | "-"
        ) && doc.glued(end)
    {
        return None;
    } else {
        let small = spelt || doc.w(i).len() <= 2;
        let bracket = doc.w(i.wrapping_sub(1)) == "("
            && matches!(doc.w(end), ")" | "," | "/")
            && small
            && !spelt;
        // A pupil's number names them too.
        let named_before = rows.whose_ends(i) || rows.whose_ends(i.wrapping_sub(1));
        let closes = doc.at(end).kind != Kind::Word && doc.at(end).kind != Kind::Number
            || doc.at(end).gap == Gap::Line
            || doc.at(end).has(
                Cues::TURNS
                    .union(Cues::PREP)
                    .union(Cues::DUTCH)
                    .union(Cues::ENGLISH)
                    .union(Cues::WHEN)
                    .union(Cues::DAY),
            )
            || doc.w(end) == "en";
        // *werden 1 en 2*: places in a match.
        let places = doc.w(i).parse().is_ok_and(|n: u32| n < 4)
            && (i.saturating_sub(4)..i).any(|at| doc.w(at) == "werden");
        let turned = near_turn(post, i)
            && !places
            && closes
            && (person
                || kin
                || is_turning(post, i, end) && sentence.cues.intersects(Cues::PRONOUN));
        // *is nu 2*, *is net 9*: a word between.
        let between = matches!(
            doc.w(i.wrapping_sub(1)),
            "nu" | "al" | "net" | "inmiddels" | "vandaag" | "now" | "only" | "alweer"
        );
        let at_is = if between {
            i.wrapping_sub(2)
        } else {
            i.wrapping_sub(1)
        };
        let kin_is = kin
            && matches!(doc.w(at_is), "is" | "ben")
            && doc.at(at_is.wrapping_sub(1)).has(Cues::KIN)
            && small
            && closes_age(post, end);
        let said = (i.saturating_sub(5).max(sentence.from)..i)
            .any(|at| matches!(doc.w(at), "leeftijd" | "age"))
            && doc.w(i.wrapping_sub(1)) == ":";
        let exclaimed = matches!(doc.w(i.wrapping_sub(1)), "alweer" | "al" | "already")
            && person
            && small
            && matches!(doc.w(end), "!" | "." | "," | "?" | "")
            && rows.person_ends(i.wrapping_sub(1));
        let is = matches!(doc.w(at_is), "is" | "ben" | "bijna" | "pas" | "was")
            && person
            && small
            && (doc.at(end).kind == Kind::Mark
                || doc.w(end) == "en"
                || doc.at(end).kind == Kind::None
                || doc.at(end).gap == Gap::Line)
            && (rows.person_ends(at_is)
                || (1..=2).any(|back| rows.person_ends(i.wrapping_sub(back))));
        // *mijn kleindochter van 9*: whose age it is stands right before it, and no hour or amount behind it.
        let of = matches!(doc.w(i.wrapping_sub(1)), "van" | "of") && closes_age(post, end);
        let whose = |at: usize| {
            post.hits.iter().rev().take(200).any(|hit| {
                hit.category.is_person() && hit.score.value >= 0.5 && !hit.full && hit.to == at
            })
        };
        let told = is_told(post, (i, end), (person, kin), rows);
        let again = matches!(doc.w(end), "alweer" | "already") && i == sentence.from;
        if is || exclaimed || told && person && small {
            score.add("age-of-person", 0.6);
        } else if told && small || kin_is {
            score.add("age-of-kin", 0.6);
        } else if said && (person || kin) {
            score.add("age-of-person", 0.6);
        } else if again && person && small {
            score.add("turns", 0.55);
        } else if (of || is_kin_of(post, i, end))
            && doc.at(i.wrapping_sub(2)).has(Cues::KIN.union(Cues::CHILD))
            && (kin || person)
        {
            score.add("age-of-kin", 0.6);
        } else if of && !spelt && whose(i.wrapping_sub(1)) {
            score.add("age-of-person", 0.55);
        } else if bracket && (named_before || kin && doc.just_before(i, 4, Cues::KIN)) {
            score.add("age-in-brackets", 0.8);
        } else if turned && small {
            let turning = matches!(
                doc.w(i.wrapping_sub(1)),
                "wordt" | "werd" | "turns" | "turned" | "turning"
            ) || doc.at(end).has(Cues::TURNS);
            score.add("turns", if turning { 0.75 } else { 0.55 });
        } else if doc.w(i.wrapping_sub(1)) == ","
            && named_before
            && matches!(doc.w(end), "," | ".")
            && !(doc.glued(end + 1) && doc.at(end + 1).kind == Kind::Number)
            && !spelt
        {
            score.add("age-in-brackets", 0.55);
        }
    }
    if score.value >= 0.3 {
        post.hit(i, end, Category::Age, score);
        return Some(end);
    }
    None
}
