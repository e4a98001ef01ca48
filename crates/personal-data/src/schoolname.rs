//! The school's name where a private person writes it: it tells which school a child goes to.

use crate::category::Category;
use crate::doc::Marks;
use crate::lexicon::Cues;
use crate::roster::Role;
use crate::trie::Found;
use crate::voice::{is_first_person, is_private};
use crate::work::{Score, Work};

/// Where the school's name stands, marked as public too: it is nobody's name.
pub(crate) fn mark(post: &mut Work<'_>) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < post.doc.tokens.len() {
        post.steps += 1;
        let one = if post.is_closed(i) {
            None
        } else {
            post.scanner.names.longest(&post.doc, i)
        };
        // One word is only a name with a capital: a compass lies on many tables.
        let one = one.filter(|one| {
            let token = post.doc.at(i);
            one.words > 1
                || token.is_capital()
                || token.word().len() > 7 && !token.is_in(crate::lexicon::DUTCH)
        });
        let one = one.or_else(|| tagged(post, i));
        if let Some(one) = one {
            post.doc.mark(i, one.end, Marks::PUBLIC);
            found.push((i, one.end));
            i = one.end;
        } else {
            i += 1;
        }
    }
    found
}

/// `#waterlelie`, `#obsdewaterlelie`: the school's name as people put it behind a hash sign.
fn tagged(post: &Work<'_>, i: usize) -> Option<Found> {
    let doc = &post.doc;
    let tag = i > 0 && doc.w(i - 1) == "#" && doc.glued(i);
    (tag && post.scanner.tags.contains(doc.w(i))).then_some(Found {
        node: 0,
        end: i + 1,
        words: 1,
    })
}

/// How a school's name stands behind a hash sign: in one word, with and without what such names begin with.
pub(crate) fn tags(name: &str) -> Vec<String> {
    let words: Vec<String> = crate::fold::fold(name)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    (0..words.len())
        .filter(|from| words.iter().take(*from).all(|word| is_kind(word)))
        .map(|from| words.get(from..).unwrap_or_default().concat())
        .filter(|tag| tag.len() > 4)
        .collect()
}

fn is_kind(word: &str) -> bool {
    matches!(
        word,
        "de" | "het"
            | "basisschool"
            | "school"
            | "obs"
            | "cbs"
            | "rkbs"
            | "pcbs"
            | "kbs"
            | "ikc"
            | "openbare"
            | "daltonschool"
    )
}

pub(crate) fn find(post: &mut Work<'_>, places: &[(usize, usize)]) {
    if places.is_empty() {
        return;
    }
    let private: Vec<bool> = post
        .doc
        .sentences
        .iter()
        .map(|sentence| (sentence.from..sentence.to).any(|i| is_private(post, i)))
        .collect();
    let anywhere = private.iter().any(|one| *one);
    let me = is_first_person(post);
    let young = aged(post);
    let named = named(post);
    // Beside somebody's account or film the school's name is what they tell of themselves.
    let account = post.hits.iter().any(|hit| {
        matches!(hit.category, Category::Handle | Category::Url) && hit.score.value >= 0.5
    });
    for (from, to) in places.iter().copied() {
        let sentence = post.doc.at(from).sentence;
        let here = private.get(sentence).copied().unwrap_or(false);
        let mut score = Score::default();
        if here {
            score.add("school-private", 0.8);
        } else if anywhere {
            score.add("school-private", 0.6);
        } else if me.is_some()
            || is_profile(post, from, to)
            || young.get(sentence + 1) == Some(&true)
        {
            score.add("school-private", 0.55);
        } else if of_person(post, from, to, sentence) || of_whom_was_told(post, from, &named) {
            score.add("school-of-person", 0.65);
        } else if account && named.contains(&true) {
            score.add("school-private", 0.55);
        }
        if score.value > 0.0 {
            post.hit(from, to, Category::SchoolName, score);
        }
    }
}

/// Per sentence, whether the age of somebody young stands in it or beside it: whoever is told of goes there.
fn aged(post: &Work<'_>) -> Vec<bool> {
    let mut aged = vec![false; post.doc.sentences.len() + 2];
    for hit in post
        .hits
        .iter()
        .filter(|hit| hit.category == Category::Age && hit.score.value >= 0.5)
    {
        let young = post.doc.w(hit.from).parse().map_or(true, |n: u32| n < 19);
        let sentence = post.doc.at(hit.from).sentence;
        for slot in aged
            .iter_mut()
            .skip(sentence)
            .take(if young { 3 } else { 0 })
        {
            *slot = true;
        }
    }
    aged
}

/// Per sentence, whether a pupil or somebody unknown is named in it.
fn named(post: &Work<'_>) -> Vec<bool> {
    let mut named = vec![false; post.doc.sentences.len()];
    for hit in &post.hits {
        let staff = post.has_role(&hit.people, Role::Staff);
        let child = hit.category.is_person() && hit.score.value >= 0.5 && !staff;
        if child && let Some(slot) = named.get_mut(post.doc.at(hit.from).sentence) {
            *slot = true;
        }
    }
    named
}

/// *Dinsdag trakteert hij op De Zwaan*, *Allemaal van De Zwaan!* behind a sentence that names them; *zit in de brugklas De Zwaan*.
fn of_whom_was_told(post: &Work<'_>, from: usize, named: &[bool]) -> bool {
    let doc = &post.doc;
    let sentence = doc.at(from).sentence;
    let told = (0..3).any(|back| {
        let one = sentence.checked_sub(back).and_then(|one| named.get(one));
        one == Some(&true)
    });
    let article = usize::from(matches!(doc.w(from.wrapping_sub(1)), "de" | "het" | "the"));
    let by = matches!(
        doc.w(from.wrapping_sub(1 + article)),
        "op" | "van" | "bij" | "at" | "from"
    );
    let they = (from.saturating_sub(6)..from).any(|at| {
        doc.at(at).sentence == sentence
            && matches!(
                doc.w(at),
                "hij"
                    | "zij"
                    | "ze"
                    | "he"
                    | "she"
                    | "allemaal"
                    | "allebei"
                    | "beide"
                    | "alledrie"
                    | "they"
                    | "both"
            )
    });
    let class = matches!(
        doc.w(from.wrapping_sub(1)),
        "brugklas" | "brugpieper" | "eindexamenklas"
    ) && (from.saturating_sub(5)..from)
        .any(|at| matches!(doc.w(at), "zit" | "zitten" | "uit" | "in"));
    told && by && they || class
}

/// *14 | Vestingcollege | hockey*: what an account says of its owner.
fn is_profile(post: &Work<'_>, from: usize, to: usize) -> bool {
    let bar = |at: usize| matches!(post.doc.w(at), "|" | "•" | "·");
    bar(from.wrapping_sub(1)) || bar(to)
}

/// A named child *of*, *at* or *on* the school, in the same sentence.
fn of_person(post: &Work<'_>, from: usize, to: usize, sentence: usize) -> bool {
    let doc = &post.doc;
    // *Op De Waterlelie zit Daan in groep 3*
    let sits = matches!(doc.w(to), "zit" | "zat" | "zitten") && {
        let mut hits = post.hits.iter().rev().take(300);
        hits.any(|hit| hit.category.is_person() && hit.score.value >= 0.5 && hit.from == to + 1)
    };
    if sits {
        return true;
    }
    let mut before = from.wrapping_sub(1);
    if matches!(
        doc.w(before),
        "basisschool" | "school" | "obs" | "de" | "het"
    ) {
        before = before.wrapping_sub(1);
    }
    if !matches!(
        doc.w(before),
        "van"
            | "op"
            | "at"
            | "from"
            | "namens"
            | "bij"
            | "to"
            | "naar"
            | "("
            | ","
            | "|"
            | "verlaat"
            | "verliet"
            | "bezoekt"
            | "bezocht"
            | "attends"
            | "left"
            | "leaves"
            | "joins"
            | "joined"
    ) {
        return false;
    }
    post.hits.iter().rev().take(300).any(|hit| {
        let staff = post.has_role(&hit.people, Role::Staff);
        // *Onze oud-leerling Pieter-Jelle*: a pupil, and no office.
        let pupil = matches!(
            doc.w(hit.from.wrapping_sub(1)),
            "leerling" | "leerlinge" | "scholier" | "scholiere" | "brugklasser" | "kleuter"
        );
        let titled = !pupil && doc.just_before(hit.from, 2, Cues::TITLE.union(Cues::ROLE));
        // *Karin, de nieuwe directeur van …*
        let office = (hit.to..from).any(|at| doc.at(at).has(Cues::SCHOOL_ROLE.union(Cues::TITLE)));
        hit.category.is_person()
            && hit.score.value >= 0.5
            && hit.to <= from
            && from - hit.to <= 8
            && !office
            && !staff
            && !titled
            && doc.at(hit.from).sentence == sentence
            && hit.to <= from
            && from - hit.to <= 8
    })
}
