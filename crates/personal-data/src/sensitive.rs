//! Words about health, belief, and delicate situations, when they are about somebody.

use crate::about::{Subject, subjects};
use crate::category::Category;
use crate::doc::{Case, Doc, Gap};
use crate::lexicon::{self, Cues};
use crate::sense::{Sense, shipped};
use crate::topic::{is_anybody, is_something_done, is_topic};
use crate::work::{Hit, Score, Work};

pub(crate) fn find(post: &mut Work<'_>) {
    let subjects = subjects(post);
    let lexicon = shipped();
    let own = &post.scanner.sensitive;
    let mut i = 0;
    while i < post.doc.tokens.len() {
        post.steps += 1;
        let token = post.doc.at(i);
        let subject = subjects
            .get(token.sentence)
            .copied()
            .unwrap_or(Subject::Nobody);
        let public = post.is_public(i) && !matches!(subject, Subject::Named | Subject::Somebody);
        if subject == Subject::Nobody || !token.is_word() || post.is_closed(i) || public {
            i += 1;
            continue;
        }
        let said = lexicon.at(&post.doc, i);
        let strong = said.filter(|(_, sense)| !sense.weak);
        let found = own
            .at(&post.doc, i)
            .or(strong)
            .or_else(|| hurt(post, i))
            .or(said);
        let Some((end, sense)) = found else {
            i += 1;
            continue;
        };
        // *Diagnose: ADHD*: what is behind it says it.
        let head = post.doc.w(end) == ":"
            && matches!(
                post.doc.w(i),
                "diagnose" | "medicatie" | "allergie" | "allergieen" | "medisch"
            )
            && lexicon.at(&post.doc, end + 1).is_some();
        if head {
            i = end;
            continue;
        }
        // *ziekte van Lyme*, *syndroom van Down*: the name belongs to it.
        let named = post.doc.w(end - 1) == "van" && post.doc.at(end).is_capital();
        let end = if named { end + 1 } else { end };
        // *De politie wil Jeremiah spreken*
        let police = sense.weak
            && subject == Subject::Named
            && matches!(post.doc.w(i), "politie" | "police" | "agenten")
            && post.doc.near(i, end, 7, Cues::POLICE_ACT);
        let weak = sense.weak && !police;
        let code = match sense.category {
            Category::Health => "health-word",
            Category::Religion => "religion-word",
            _ => "situation-word",
        };
        let mut score = Score::new(code, if weak { 0.15 } else { 0.55 });
        match subject {
            Subject::Named => score.add("about-named", 0.3),
            Subject::Somebody => score.add("about-somebody", 0.15),
            Subject::Kin | Subject::Nobody => score.add("about-kin", 0.1),
        }
        // *vertelde over mishandeling door zijn stiefvader*: his own.
        let own = (i.saturating_sub(2)..i).chain(end..end + 4).any(|at| {
            matches!(
                post.doc.w(at),
                "zijn" | "haar" | "zn" | "dr" | "his" | "her" | "hem" | "him"
            )
        });
        if is_topic(post, i) && !own || is_anybody(post, i) || is_something_done(post, end) {
            score.add("is-topic", -0.4);
        }
        if post.doc.at(end).has(Cues::ORG) && sense.category == Category::Religion {
            score.add("name-of-something", -0.3);
        }
        // *diagnose ADHD*: two words for one thing.
        let joins = post.hits.last().is_some_and(|hit| {
            hit.to == i && hit.category == sense.category && hit.score.value >= 0.5
        });
        if joins && score.value >= 0.5 && post.doc.at(i).gap == Gap::Space {
            let to = post.doc.bytes(i, end).1;
            if let Some(hit) = post.hits.last_mut() {
                hit.to = end;
                hit.bytes.1 = to;
            }
        } else if score.value >= 0.3 {
            post.hit(i, end, sense.category, score);
        }
        i = end;
    }
    set_aside(post);
}

/// *hamstring gescheurd*, *brak haar pols*: a part of the body, and what happened to it.
fn hurt(post: &Work<'_>, i: usize) -> Option<(usize, Sense)> {
    let doc = &post.doc;
    let here = doc.at(i);
    let sense = Sense {
        category: Category::Health,
        weak: false,
    };
    // *polsbreuk*, *knieoperatie*
    let word = doc.w(i);
    let parts = [
        "breuk",
        "blessure",
        "operatie",
        "letsel",
        "ontsteking",
        "kneuzing",
        "scheuring",
        "klachten",
        "fractuur",
        "pijn",
    ];
    // *i.v.m. ADD*: small, it is a word of English.
    if word.len() == 3
        && here.case == Case::Upper
        && matches!(
            word,
            "add" | "ass" | "tos" | "ocd" | "odd" | "hsp" | "nah" | "lvb"
        )
        && !doc.sentence_of(i).flat
    {
        return Some((i + 1, sense));
    }
    let long = word.len() > 6;
    let part = parts
        .iter()
        .filter(|_| long)
        .find_map(|end| word.strip_suffix(end));
    if part.is_some_and(|part| part.len() > 2 && lexicon::cues(part).intersects(Cues::BODY)) {
        return Some((i + 1, sense));
    }
    let (near, other) = if here.has(Cues::BODY) {
        (2, Cues::HURT)
    } else if here.has(Cues::HURT) {
        (5, Cues::BODY)
    } else {
        return None;
    };
    let last = (i + 1..i + 1 + near)
        .find(|at| doc.at(*at).has(other) && doc.at(*at).sentence == here.sentence);
    let before = here.has(Cues::HURT) && doc.just_before(i, 4, Cues::BODY);
    last.map(|at| (at + 1, sense))
        .or(before.then_some((i + 1, sense)))
}

/// What tells no more where the matter itself stands beside it: who treats an illness and with what (*astma; de puffer ligt in
/// de la*), what is done about a situation (*kindermishandeling, meldcode stap 2*).
fn set_aside(post: &mut Work<'_>) {
    for (category, lesser, code) in [
        (Category::Health, Cues::REMEDY, "illness-beside"),
        (Category::Situation, Cues::BESIDE, "matter-beside"),
    ] {
        let of = |hit: &Hit| hit.category == category && hit.score.value >= 0.5;
        let less = |doc: &Doc<'_>, hit: &Hit| (hit.from..hit.to).any(|at| doc.at(at).has(lesser));
        // Mostly there is nothing of the kind.
        let doc = &post.doc;
        if !post.hits.iter().any(|hit| of(hit) && less(doc, hit)) {
            continue;
        }
        let mut told = vec![false; post.doc.sentences.len() + 2];
        let mut any = false;
        for hit in post
            .hits
            .iter()
            .filter(|hit| of(hit) && !less(&post.doc, hit))
        {
            any = true;
            // One place further, so that the sentence before the first has one.
            let sentence = post.doc.at(hit.from).sentence;
            for slot in told.iter_mut().skip(sentence).take(3) {
                *slot = true;
            }
        }
        let doc = &post.doc;
        for hit in post.hits.iter_mut().filter(|hit| any && of(hit)) {
            let sentence = doc.at(hit.from).sentence;
            if less(doc, hit) && told.get(sentence + 1) == Some(&true) {
                hit.score.add(code, -0.4);
            }
        }
    }
}
