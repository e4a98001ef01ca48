//! Ages inside a word: *twaalfjarige*, *zijn achtste verjaardag*.

use crate::agewords::{is_birthday, is_led_noun, is_ordinal, is_whoever};
use crate::doc::{Gap, Kind};
use crate::lexicon::{self, Cues};
use crate::work::Work;

/// *twaalfjarige*, *achtste* before *verjaardag*: a number inside a word.
#[inline]
pub(crate) fn is_spelt_age(post: &Work<'_>, at: usize) -> bool {
    let word = post.doc.w(at);
    // Most words: none of these ends so.
    word.len() >= 5
        && matches!(word.as_bytes().last(), Some(b'e' | b'h' | b't'))
        && ["de", "te", "ge", "th", "st"]
            .iter()
            .any(|ending| word.ends_with(ending))
        && word.is_ascii()
        && is_spelt(post, at, word)
}

fn is_spelt(post: &Work<'_>, at: usize, word: &str) -> bool {
    let years = word
        .strip_suffix("jarige")
        .is_some_and(|number| lexicon::cues(number).intersects(Cues::NUMBER));
    let behind = matches!(post.doc.w(at.wrapping_sub(1)), "zijn" | "haar" | "mijn")
        && post.doc.w(at.wrapping_sub(2)) == "op";
    // *op zijn achtste* is an age, *op zijn eerste dag* is none.
    let next = post.doc.at(at + 1);
    let done = next.kind != Kind::Word
        || next.gap == Gap::Line
        || next.has(Cues::VERB.union(Cues::PREP).union(Cues::DUTCH)) && post.doc.w(at + 1) != "dag"
        || post.doc.w(at + 1) == "al";
    if behind && done && is_ordinal(word) {
        return true;
    }
    years || is_ordinal(word) && is_birthday(post.doc.w(at + 1))
}

/// *zijn 8e verjaardag*, *de twaalfjarige Sem*: the end, when the number is somebody's.
pub(crate) fn spelt(post: &Work<'_>, i: usize, whose: bool, person: bool) -> Option<usize> {
    let doc = &post.doc;
    if is_spelt_age(post, i) && !is_whoever(post, i) {
        // *drie tienjarige bomen*: nobody is near.
        let one = i.saturating_sub(2)..i + 3;
        let own = doc.at(i.wrapping_sub(1)).has(Cues::OWN) && doc.w(i).ends_with("jarige");
        let whose = (whose || own)
            && (!doc.w(i).ends_with("jarige")
                || person
                || doc.w(i.wrapping_sub(1)) == "een" && !is_led_noun(post, i + 1)
                || doc.at(i.wrapping_sub(1)).has(Cues::OWN)
                || one.clone().any(|at| {
                    doc.at(at)
                        .has(Cues::CHILD.union(Cues::KIN).union(Cues::OWN))
                        || doc.w(at) == "leeftijd"
                }));
        return whose.then_some(i + 1);
    }
    let ending =
        matches!(doc.w(i + 1), "e" | "de" | "ste" | "th" | "st" | "nd" | "rd") && doc.glued(i + 1);
    (whose && ending && is_birthday(doc.w(i + 2))).then_some(i + 2)
}
