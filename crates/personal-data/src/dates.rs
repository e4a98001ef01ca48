//! Days of birth and ages. They count when they are somebody's, so names are found before them.

use crate::ages::{age, is_age_number, near_turn};
use crate::agespan::years_and_months;
use crate::category::Category;
use crate::doc::{Gap, Kind};
use crate::lexicon::Cues;
use crate::lived::lived;
use crate::spelt::is_spelt_age;
use crate::telling::Telling;
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
    // *… Hij is 6 jaar*: about whom it was.
    for at in 1..named.len() {
        let told = named.get(at - 1) == Some(&true)
            && post.doc.sentences.get(at).is_some_and(|one| {
                matches!(
                    post.doc.w(one.from),
                    "hij" | "zij" | "ze" | "he" | "she" | "leeftijd" | "age"
                )
            });
        if told && let Some(slot) = named.get_mut(at) {
            *slot = true;
        }
    }
    // *Hoera, 7 jaar! Sem is jarig*: what is shouted before it too.
    for at in 1..named.len() {
        let (before, here) = (post.doc.sentences.get(at - 1), post.doc.sentences.get(at));
        let short = before.is_some_and(|one| one.to - one.from <= 8);
        let told = named.get(at) == Some(&true)
            && here.is_some_and(|one| one.cues.intersects(Cues::BIRTH));
        if short
            && told
            && let Some(slot) = named.get_mut(at - 1)
        {
            *slot = true;
        }
    }
    let mut telling = None;
    let mut i = 0;
    while i < post.doc.tokens.len() {
        post.steps += 1;
        let token = post.doc.at(i);
        let sentence = post.doc.sentence_of(i);
        let number = token.kind == Kind::Number || token.has(Cues::NUMBER) || is_spelt_age(post, i);
        if !number && !token.has(Cues::MONTH) || post.is_closed(i) {
            i += 1;
            continue;
        }
        let telling = telling.get_or_insert_with(|| Telling::of(post));
        let person = named.get(token.sentence).copied().unwrap_or(false);
        // *Mijn tweeling gaat naar school. Ze zijn net vier*: about whom it was.
        let own = |back: usize| {
            let one = token.sentence.checked_sub(back);
            one.and_then(|one| post.doc.sentences.get(one))
                .is_some_and(|one| one.cues.intersects(Cues::KIN) && one.cues.intersects(Cues::OWN))
        };
        // A cry may stand between: *Spannend!*.
        let cry = token
            .sentence
            .checked_sub(1)
            .and_then(|one| post.doc.sentences.get(one))
            .is_some_and(|one| one.to - one.from <= 3);
        let carried = matches!(
            post.doc.w(sentence.from),
            "hij" | "zij" | "ze" | "he" | "she" | "they"
        ) && (own(1) || cry && own(2));
        let kin = sentence.cues.intersects(Cues::KIN) || carried;
        if let Some((end, full)) = date(post, i) {
            birth(post, i, end, full, person, kin);
            i = end;
        } else if let Some(end) = years_and_months(post, i, telling) {
            post.hit(i, end, Category::Age, Score::new("age-of-person", 0.65));
            i = end;
        } else {
            i = age(post, i, person, kin)
                .or_else(|| weighed(post, i, telling))
                .unwrap_or(i + 1);
        }
    }
}

/// What no frame knows, by what speaks for it.
fn weighed(post: &mut Work<'_>, i: usize, telling: &Telling) -> Option<usize> {
    let (end, value) = lived(post, i, telling)?;
    post.hit(i, end, Category::Age, Score::new("age-of-person", value));
    Some(end)
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
        && (doc.sentence_of(i).english || doc.w(i + 2) == "," && year(i + 3));
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
    // *groep 1/2*
    if !day(i) || doc.at(i.wrapping_sub(1)).has(Cues::GROUP) {
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
    let abbreviated = doc.w(i.wrapping_sub(1)) == "."
        && doc.w(i.wrapping_sub(2)) == "b"
        && doc.w(i.wrapping_sub(4)) == "o"
        || doc.w(i.wrapping_sub(2)) == "."
            && doc.w(i.wrapping_sub(3)) == "b"
            && doc.w(i.wrapping_sub(5)) == "o";
    let star = doc.w(i.wrapping_sub(1)) == "*";
    // *Jarig in mei: Daan (3/5), Emma (17/5)*: each behind its name.
    let listed = !born
        && sentence.cues.intersects(Cues::BIRTH)
        && matches!(doc.w(i.wrapping_sub(1)), "(" | ":" | "," | "-")
        && post
            .hits
            .iter()
            .rev()
            .take(200)
            .any(|hit| hit.category.is_person() && hit.score.value >= 0.5 && hit.to + 1 == i);
    // *Ravi is van 12 maart 2015*
    let of = full
        && doc.w(i.wrapping_sub(1)) == "van"
        && matches!(doc.w(i.wrapping_sub(2)), "is" | "ben")
        && person;
    // *An is van 30 september 2016 en zijn zusje van 4-1-2020*, where birthdays are spoken of.
    let of = of
        || full
            && doc.w(i.wrapping_sub(1)) == "van"
            && sentence.cues.intersects(Cues::BIRTH)
            && (doc.at(i.wrapping_sub(2)).has(Cues::KIN.union(Cues::CHILD)) || person);
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
    if abbreviated || of {
        score.add("born", 0.6);
    }
    // *verjaardagen, ook die van Summer op 6-5*
    let theirs = !born
        && sentence.cues.intersects(Cues::BIRTH)
        && matches!(doc.w(i.wrapping_sub(1)), "op" | "on" | "is")
        && post.hits.iter().rev().take(200).any(|hit| {
            hit.category.is_person()
                && hit.score.value >= 0.5
                && hit.to + 1 == i
                && matches!(doc.w(hit.from.wrapping_sub(1)), "van" | "of")
        });
    if listed || theirs {
        score.add("born", 0.5);
    }
    if turns && (person || kin || sentence.cues.intersects(Cues::PRONOUN)) {
        score.add("turns", 0.7);
    }
    // Nothing but a name and a date in brackets.
    if full && person && doc.w(i.wrapping_sub(1)) == "(" {
        score.add("date-with-name", 0.55);
    }
    // *Frank Appelman, van 1-9-2008, is nu 18*
    let comma = i.wrapping_sub(if doc.w(i.wrapping_sub(1)) == "van" {
        2
    } else {
        1
    });
    let beside = doc.w(comma) == ","
        && post.hits.iter().rev().take(200).any(|hit| {
            // A number of theirs names them too.
            let number = matches!(hit.category, Category::PupilNo | Category::Bsn);
            (hit.category.is_person() || number) && hit.to == comma
        });
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
