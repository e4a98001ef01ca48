//! Days of birth and ages. They count when they are somebody's, so names are found before them.

use crate::category::Category;
use crate::doc::{Gap, Kind};
use crate::lexicon::Cues;
use crate::work::{Score, Work};

pub(crate) fn find(post: &mut Work<'_>) {
    let mut named = vec![false; post.doc.sentences.len()];
    for hit in post
        .hits
        .iter()
        .filter(|hit| hit.category.is_person() && hit.score.value >= 0.5)
    {
        if let Some(slot) = named.get_mut(post.doc.at(hit.from).sentence) {
            *slot = true;
        }
    }
    // *Evi is jarig!! 7 jaar*: what is shouted after it is about the same.
    for at in 1..named.len() {
        let told = named.get(at - 1) == Some(&true)
            && post
                .doc
                .sentences
                .get(at - 1)
                .is_some_and(|one| one.cues.intersects(Cues::BIRTH));
        if told && let Some(slot) = named.get_mut(at) {
            *slot = true;
        }
    }
    let mut i = 0;
    while i < post.doc.tokens.len() {
        post.steps += 1;
        let token = post.doc.at(i);
        let sentence = post.doc.sentence_of(i);
        let number = token.kind == Kind::Number || token.has(Cues::NUMBER);
        if !number && !token.has(Cues::MONTH) || post.is_closed(i) {
            i += 1;
            continue;
        }
        let person = named.get(token.sentence).copied().unwrap_or(false);
        let kin = sentence.cues.intersects(Cues::KIN);
        if let Some((end, full)) = date(post, i) {
            birth(post, i, end, full, person, kin);
            i = end;
        } else {
            i = age(post, i, person, kin).unwrap_or(i + 1);
        }
    }
}

/// A date at `i`: its end, and whether it has a year.
fn date(post: &Work<'_>, i: usize) -> Option<(usize, bool)> {
    let doc = &post.doc;
    let day = |at: usize| {
        doc.at(at).kind == Kind::Number
            && doc.w(at).len() <= 2
            && doc.w(at).parse().is_ok_and(|n: u32| (1..=31).contains(&n))
    };
    let year = |at: usize| {
        doc.at(at).kind == Kind::Number
            && (doc.w(at).len() == 4
                && (doc.w(at).starts_with("19") || doc.w(at).starts_with("20")))
    };
    let english = doc.at(i).has(Cues::MONTH)
        && doc.at(i).is_word()
        && day(i + 1)
        && doc.sentence_of(i).english;
    if english {
        let comma = usize::from(doc.w(i + 2) == ",");
        return Some(if year(i + 2 + comma) {
            (i + 3 + comma, true)
        } else {
            (i + 2, false)
        });
    }
    if year(i)
        && doc.w(i + 1) == "-"
        && doc.glued(i + 1)
        && day(i + 2)
        && doc.w(i + 3) == "-"
        && day(i + 4)
    {
        return Some((i + 5, true));
    }
    if !day(i) {
        return None;
    }
    let mut month = i + 1;
    if matches!(doc.w(month), "st" | "nd" | "rd" | "th" | "e") && doc.glued(month) {
        month += 1;
    }
    if doc.w(month) == "of" {
        month += 1;
    }
    if doc.at(month).has(Cues::MONTH) && doc.at(month).is_word() && doc.at(month).gap != Gap::Line {
        let end = month + 1 + usize::from(doc.w(month + 1) == "." && year(month + 2));
        let mark = usize::from(doc.w(end) == "'" || doc.w(end) == "’");
        if year(end) || (mark == 1 && doc.at(end + 1).kind == Kind::Number) {
            return Some((end + 1 + mark, true));
        }
        return Some((end, false));
    }
    let mark = doc.w(i + 1);
    if !matches!(mark, "-" | "/" | ".")
        || !doc.glued(i + 1)
        || !day(i + 2)
        || !doc.glued(i + 2)
        || !doc.w(i + 2).parse().is_ok_and(|n: u32| n <= 12)
    {
        return None;
    }
    if doc.w(i + 3) == mark
        && doc.glued(i + 3)
        && doc.at(i + 4).kind == Kind::Number
        && doc.glued(i + 4)
        && (year(i + 4) || doc.w(i + 4).len() == 2)
    {
        return Some((i + 5, true));
    }
    (mark != ".").then_some((i + 3, false))
}

fn birth(post: &mut Work<'_>, i: usize, end: usize, full: bool, person: bool, kin: bool) {
    let doc = &post.doc;
    let sentence = doc.sentence_of(i);
    let born = doc.near(i, end, 8, Cues::BIRTH);
    let star = doc.w(i.wrapping_sub(1)) == "*";
    let turns = sentence.cues.intersects(Cues::TURNS)
        && (sentence.from..sentence.to.min(sentence.from + 200))
            .any(|at| is_age_number(post, at) && (at < i || at >= end) && near_turn(post, at));
    let mut score = Score::default();
    if born {
        score.add(
            "born",
            if doc.just_before(i, 5, Cues::BIRTH) && full {
                0.75
            } else if person || kin || sentence.cues.intersects(Cues::PRONOUN) {
                0.6
            } else {
                0.25
            },
        );
    }
    if star {
        score.add("born", 0.4);
    }
    if turns && (person || kin || sentence.cues.intersects(Cues::PRONOUN)) {
        score.add("turns", 0.7);
    }
    // Nothing but a name and a date in brackets.
    if full && person && doc.w(i.wrapping_sub(1)) == "(" {
        score.add("date-with-name", 0.55);
    }
    let beside = doc.w(i.wrapping_sub(1)) == ","
        && post
            .hits
            .iter()
            .rev()
            .take(200)
            .any(|hit| hit.category.is_person() && hit.to + 1 == i);
    if full && beside {
        score.add("date-with-name", 0.45);
    }
    if person && score.value > 0.0 {
        score.add("with-person", 0.2);
    }
    if score.value >= 0.3 {
        post.hit(i, end, Category::Birthdate, score);
        post.close(i, end);
    }
}

/// Whether what stands behind a bare number makes it no hour, amount or group.
fn closes_age(post: &Work<'_>, end: usize) -> bool {
    let doc = &post.doc;
    let next = doc.at(end);
    next.kind == Kind::Mark && !matches!(doc.w(end), ":" | "%" | "/" | "-")
        || next.gap == Gap::Line
        || next.kind == Kind::None
        || next.has(Cues::VERB.union(Cues::DUTCH).union(Cues::PREP)) && !next.has(Cues::CLOCK)
}

fn is_age_number(post: &Work<'_>, at: usize) -> bool {
    let token = post.doc.at(at);
    let word = post.doc.w(at);
    (token.kind == Kind::Number
        && word.len() <= 2
        && word.parse().is_ok_and(|n: u32| (1..=99).contains(&n)))
        || (token.has(Cues::NUMBER) && word.len() > 2 && !matches!(word, "een" | "one"))
}

/// Whether a number stands where somebody turns it.
fn near_turn(post: &Work<'_>, at: usize) -> bool {
    let doc = &post.doc;
    doc.just_before(at, 6, Cues::TURNS)
        || doc.at(at + 1).has(Cues::TURNS)
        || doc.at(at + 1).has(Cues::YEARS)
        || doc.at(at + 2).has(Cues::TURNS)
}

fn age(post: &mut Work<'_>, i: usize, person: bool, kin: bool) -> Option<usize> {
    if !is_age_number(post, i)
        || post.group_at(i).is_some()
        || post.doc.at(i.wrapping_sub(1)).has(Cues::GROUP)
    {
        return None;
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
    let duration = matches!(
        doc.w(unit + 1),
        "lang"
            | "geleden"
            | "getrouwd"
            | "in"
            | "bestaat"
            | "ago"
            | "oude"
            | "werkzaam"
            | "school"
            | "ervaring"
            | "garantie"
            | "onderwijs"
    ) && doc.w(unit) == "jaar"
        || matches!(
            doc.w(i.wrapping_sub(1)),
            "al" | "na"
                | "over"
                | "elke"
                | "per"
                | "afgelopen"
                | "vorige"
                | "sinds"
                | "binnen"
                | "bestaat"
                | "vanaf"
                | "tot"
                | "tussen"
                | "komende"
                | "om"
                | "for"
                | "t/m"
                | "m"
        );
    let older =
        (end..end + 5).any(|at| matches!(doc.w(at), "ouder" | "jonger" | "older" | "younger"));
    let general = older || (doc.near(i, end, 4, Cues::GROUP.union(Cues::TALK)) && !person);
    let public = (i.saturating_sub(4)..(i + 5)).any(|at| post.is_public(at));
    if years {
        end = unit + 1;
        if matches!(doc.w(end), "oud" | "old") {
            end += 1;
        }
        if person {
            score.add("age-of-person", if duration { 0.2 } else { 0.7 });
        } else if kin && !general {
            score.add("age-of-kin", if duration { 0.1 } else { 0.65 });
        }
        // A school or a club that exists for so long.
        if doc.near(i, end, 6, Cues::ORG)
            || sentence.cues.intersects(Cues::TALK) && !person && !kin
            || public
        {
            score.add("age-of-something", -0.4);
        }
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
        let named_before = post.hits.iter().rev().take(200).any(|hit| {
            hit.category.is_person() && hit.score.value >= 0.5 && (hit.to + 1 == i || hit.to == i)
        });
        let closes = doc.at(end).kind != Kind::Word && doc.at(end).kind != Kind::Number
            || doc.at(end).gap == Gap::Line
            || doc
                .at(end)
                .has(Cues::TURNS.union(Cues::PREP).union(Cues::DUTCH))
            || doc.w(end) == "en";
        let turned = near_turn(post, i)
            && closes
            && (person || kin || sentence.cues.intersects(Cues::PRONOUN));
        let is = matches!(doc.w(i.wrapping_sub(1)), "is" | "ben" | "bijna" | "pas")
            && person
            && small
            && (doc.at(end).kind == Kind::Mark
                || doc.w(end) == "en"
                || doc.at(end).gap == Gap::Line)
            && post
                .hits
                .iter()
                .rev()
                .take(200)
                .any(|hit| hit.category.is_person() && (hit.to + 1 == i || hit.to + 2 == i));
        // *mijn kleindochter van 9*: whose age it is stands right before it, and no hour or amount behind it.
        let of = matches!(doc.w(i.wrapping_sub(1)), "van" | "of") && closes_age(post, end);
        let whose = |at: usize| {
            post.hits.iter().rev().take(200).any(|hit| {
                hit.category.is_person() && hit.score.value >= 0.5 && !hit.full && hit.to == at
            })
        };
        let again = matches!(doc.w(end), "alweer" | "already") && i == sentence.from;
        if is {
            score.add("age-of-person", 0.6);
        } else if again && person && small {
            score.add("turns", 0.55);
        } else if of && doc.at(i.wrapping_sub(2)).has(Cues::KIN) && (kin || person) {
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
