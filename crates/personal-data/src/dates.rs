//! Days of birth and ages. They count when they are somebody's, so names are found before them.

use crate::ages::age;
use crate::agespan::years_and_months;
use crate::agewords::is_ordinal;
use crate::births;
use crate::category::Category;
use crate::doc::{Doc, Gap, Kind};
use crate::lexicon::Cues;
use crate::lived::lived;
use crate::rows::Rows;
use crate::spelt::is_spelt_age;
use crate::telling::Telling;
use crate::work::{Score, Work};

/// A date in the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Written {
    /// The token after it.
    pub(crate) end: usize,
    /// It has a year; what is written in words or with two figures counts as none that is known.
    pub(crate) full: bool,
    pub(crate) year: Option<u32>,
}

pub(crate) fn find(post: &mut Work<'_>) {
    let (mut telling, mut named, mut rows) = (None, None, None);
    let mut i = 0;
    while i < post.doc.tokens.len() {
        post.steps += 1;
        let token = post.doc.at(i);
        let number = token.kind == Kind::Number
            || token.has(Cues::NUMBER)
            || is_spelt_age(post, i)
            || is_month(&post.doc, i + 1) && is_ordinal(post.doc.w(i));
        if !number && !token.has(Cues::MONTH) || post.is_closed(i) {
            i += 1;
            continue;
        }
        let sentence = post.doc.sentence_of(i);
        let telling = telling.get_or_insert_with(|| Telling::of(post));
        let rows = rows.get_or_insert_with(|| Rows::of(post));
        let named = named.get_or_insert_with(|| about_somebody(post));
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
        if let Some(written) = written(post, i) {
            births::weigh(post, i, written, (person, kin), rows);
            i = written.end;
        } else if let Some(end) = years_and_months(post, i, telling) {
            post.hit(i, end, Category::Age, Score::new("age-of-person", 0.65));
            i = end;
        } else {
            i = age(post, i, (person, kin), rows)
                .or_else(|| weighed(post, i, telling))
                .unwrap_or(i + 1);
        }
    }
}

/// Which sentences are about somebody by name.
fn about_somebody(post: &Work<'_>) -> Vec<bool> {
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
    named
}

/// What no frame knows, by what speaks for it.
fn weighed(post: &mut Work<'_>, i: usize, telling: &Telling) -> Option<usize> {
    let (end, value) = lived(post, i, telling)?;
    post.hit(i, end, Category::Age, Score::new("age-of-person", value));
    Some(end)
}

fn is_day(doc: &Doc<'_>, at: usize) -> bool {
    doc.at(at).kind == Kind::Number
        && doc.w(at).len() <= 2
        && doc.w(at).parse().is_ok_and(|n: u32| (1..=31).contains(&n))
}

fn is_month(doc: &Doc<'_>, at: usize) -> bool {
    doc.at(at).has(Cues::MONTH) && doc.at(at).is_word()
}

/// A year of four figures.
fn year(doc: &Doc<'_>, at: usize) -> Option<u32> {
    let word = doc.w(at);
    (doc.at(at).kind == Kind::Number && word.len() == 4)
        .then(|| word.parse().ok())
        .flatten()
        .filter(|year| (1_500..=2_099).contains(year))
}

/// Where a year ends that stands at `at`: *2014*, *'14*, and of a date in figures *14* as well.
fn year_end(post: &Work<'_>, at: usize, short: bool) -> Option<(usize, Option<u32>)> {
    let doc = &post.doc;
    if let Some(year) = year(doc, at) {
        return Some((at + 1, Some(year)));
    }
    let two = |at: usize| doc.at(at).kind == Kind::Number && doc.w(at).len() == 2;
    // *'14*: of this century, unless that is still to come.
    let century = |at: usize| {
        let year = doc.w(at).parse::<u32>().ok()? + 2_000;
        Some(if year > post.newest + 4 {
            year - 100
        } else {
            year
        })
    };
    if matches!(doc.w(at), "'" | "’" | "‘") && two(at + 1) && doc.glued(at + 1) {
        return Some((at + 2, century(at + 1)));
    }
    (short && two(at)).then(|| (at + 1, century(at)))
}

/// A date at `i`.
fn written(post: &Work<'_>, i: usize) -> Option<Written> {
    let doc = &post.doc;
    let dated = |end, full, year| Some(Written { end, full, year });
    if is_month(doc, i)
        && is_day(doc, i + 1)
        && (doc.sentence_of(i).english || doc.w(i + 2) == "," && year(doc, i + 3).is_some())
    {
        // *October 2nd, 2016*
        let suffix =
            usize::from(matches!(doc.w(i + 2), "st" | "nd" | "rd" | "th") && doc.glued(i + 2));
        let after = i + 2 + suffix;
        let comma = usize::from(doc.w(after) == ",");
        return match year(doc, after + comma) {
            Some(year) => dated(after + comma + 1, true, Some(year)),
            None => dated(after, false, None),
        };
    }
    if let Some(year) = year(doc, i)
        && matches!(doc.w(i + 1), "-" | "/")
        && doc.glued(i + 1)
        && is_day(doc, i + 2)
        && doc.w(i + 3) == doc.w(i + 1)
        && is_day(doc, i + 4)
    {
        return dated(i + 5, true, Some(year));
    }
    // *20171115*, as programs write it.
    if doc.at(i).kind == Kind::Number && doc.w(i).len() == 8 {
        let part = |from: usize, to: usize| {
            doc.w(i)
                .get(from..to)
                .and_then(|part| part.parse::<u32>().ok())
        };
        let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
        let real =
            (1_930..=2_099).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        return real.then_some(Written {
            end: i + 1,
            full: true,
            year: Some(year),
        });
    }
    let spelt = doc.at(i).is_word() && (is_ordinal(doc.w(i)) || doc.at(i).has(Cues::NUMBER));
    if spelt && is_month(doc, i + 1) && doc.at(i + 1).gap == Gap::Space {
        // *elf juli tweeduizend zeventien*
        let year = doc.w(i + 2).starts_with("tweeduizend");
        let more = usize::from(year && doc.at(i + 3).has(Cues::NUMBER));
        return dated(i + 2 + usize::from(year) + more, year, None);
    }
    // *groep 1/2*
    if !is_day(doc, i) || doc.at(i.wrapping_sub(1)).has(Cues::GROUP) {
        return None;
    }
    let mut month = i + 1;
    if matches!(doc.w(month), "st" | "nd" | "rd" | "th" | "e" | "ste" | "de") && doc.glued(month) {
        month += 1;
    }
    if matches!(doc.w(month), "of" | "van") {
        month += 1;
    }
    if is_month(doc, month) && doc.at(month).gap != Gap::Line {
        let dot =
            usize::from(doc.w(month + 1) == "." && year_end(post, month + 2, false).is_some());
        return match year_end(post, month + 1 + dot, false) {
            Some((end, year)) => dated(end, true, year),
            None => dated(month + 1, false, None),
        };
    }
    in_figures(post, i)
}

/// *3-2-2014*, *27-MRT-2016*, *4/4/'14*, *6-5*, and *05 06 2020* behind a word that says what it is.
fn in_figures(post: &Work<'_>, i: usize) -> Option<Written> {
    let doc = &post.doc;
    let mark = doc.w(i + 1);
    let month =
        |at: usize| doc.w(at).parse().is_ok_and(|n: u32| (1..=12).contains(&n)) && is_day(doc, at);
    let spaced = month(i + 1)
        && doc.at(i + 1).gap == Gap::Space
        && doc.at(i + 2).gap == Gap::Space
        && (doc.just_before(i, 4, Cues::BIRTH)
            || doc.w(i.wrapping_sub(4)) == "gb" && doc.w(i.wrapping_sub(2)) == "datum");
    if spaced && let Some(year) = year(doc, i + 2) {
        return Some(Written {
            end: i + 3,
            full: true,
            year: Some(year),
        });
    }
    if !matches!(mark, "-" | "/" | ".")
        || !doc.glued(i + 1)
        || !doc.glued(i + 2)
        || !(month(i + 2) || is_month(doc, i + 2))
    {
        return None;
    }
    if doc.w(i + 3) == mark
        && doc.glued(i + 3)
        && doc.glued(i + 4)
        && let Some((end, year)) = year_end(post, i + 4, true)
    {
        return Some(Written {
            end,
            full: true,
            year,
        });
    }
    (mark != "." && month(i + 2)).then_some(Written {
        end: i + 3,
        full: false,
        year: None,
    })
}
