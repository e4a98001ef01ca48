//! The school's name where a private person writes it: it tells which school a child goes to.

use crate::category::Category;
use crate::lexicon::Cues;
use crate::roster::Role;
use crate::trie::Found;
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
            let word = post.doc.w(i);
            one.words > 1
                || post.doc.at(i).is_capital()
                || word.len() > 7 && !crate::lexicon::DUTCH.has(word)
        });
        let one = one.or_else(|| tagged(post, i));
        if let Some(one) = one {
            for slot in post.public.iter_mut().take(one.end).skip(i) {
                *slot = true;
            }
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
    for (from, to) in places.iter().copied() {
        let sentence = post.doc.at(from).sentence;
        let here = private.get(sentence).copied().unwrap_or(false);
        let mut score = Score::default();
        if here {
            score.add("school-private", 0.8);
        } else if anywhere {
            score.add("school-private", 0.6);
        } else if of_person(post, from, to, sentence) {
            score.add("school-of-person", 0.65);
        }
        if score.value > 0.0 {
            post.hit(from, to, Category::SchoolName, score);
        }
    }
}

/// Somebody speaks of an own child: *mijn dochter*, *trotse papa*, *#trotsemoeder*, *our little girl*.
fn is_private(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let token = doc.at(i);
    let word = doc.w(i);
    let mine = (1..4).any(|far| {
        matches!(
            doc.w(i.wrapping_sub(far)),
            "mijn" | "mn" | "my" | "onze" | "ons" | "our" | "m"
        )
    });
    let child = token.has(Cues::CHILD)
        && doc.just_before(i, 3, Cues::OWN)
        && !matches!(doc.w(i.wrapping_sub(1)), "elk" | "ieder");
    // *mijn broertje*, *onze kids*, *our girls*; but *onze kinderen* are a school's as well.
    let family = mine
        && doc.at(i).sentence == doc.at(i.wrapping_sub(1)).sentence
        && (is_family(word)
            || word == "kinderen"
                && (1..4).any(|far| matches!(doc.w(i.wrapping_sub(far)), "mijn" | "mn" | "my")));
    // *ons gezin … de kinderen*, *ik heb twee kinderen*, *mama van twee*
    let house = matches!(word, "gezin" | "family") && mine
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
            );
    let child = child || family || house;
    let proud = token.has(Cues::KIN)
        && matches!(
            doc.w(i.wrapping_sub(1)),
            "trotse" | "proud" | "blije" | "gelukkige"
        );
    let proud = proud
        || token.has(Cues::KIN)
            && matches!(doc.w(i + 1), "is" | "zijn" | "was" | "so")
            && (i + 2..i + 5)
                .any(|at| matches!(doc.w(at), "trots" | "supertrots" | "apetrots" | "proud"));
    let tagged = doc.w(i.wrapping_sub(1)) == "#"
        && (word.starts_with("trots") && word.len() > 6
            || word.starts_with("proud")
            || word.contains("moeder")
            || word.contains("mama")
            || word.contains("papa"));
    let alone = token.has(Cues::CHILD) && token.first && !matches!(word, "kind" | "kid" | "child");
    // A pupil who tells of itself: *ik zit in groep 8 van …*, *mijn school*.
    let pupil = matches!(
        word,
        "zit" | "zat" | "ga" | "ging" | "slaagde" | "kom" | "go" | "went"
    ) && (matches!(doc.w(i.wrapping_sub(1)), "ik" | "i") || doc.w(i + 1) == "ik")
        || word == "school" && matches!(doc.w(i.wrapping_sub(1)), "mijn" | "mn" | "my");
    // *De jongste ging …*, *Oma is tachtig geworden*: of one's own house.
    let ours = matches!(word, "jongste" | "oudste" | "middelste")
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
            && doc.at(i + 1).has(Cues::VERB);
    // *Ik ben zelf leerling van …*, *ik heb zelf nog op … gezeten*
    let first = doc.sentence_of(i).from;
    let went = matches!(
        word,
        "gezeten" | "leerling" | "leerlinge" | "scholier" | "oud-leerling"
    ) && (first.max(i.saturating_sub(12))..i).any(|at| {
        matches!(
            (doc.w(at), doc.w(at + 1)),
            ("ik", "ben" | "zat" | "heb") | ("ben" | "heb", "ik" | "zelf")
        )
    });
    let pupil = pupil || ours || went;
    // *zit ook op …*: who writes so leaves out *ik*.
    let pupil = pupil
        || token.first
            && word == "zit"
            && matches!(doc.w(i + 1), "ook" | "hier" | "nu" | "zelf" | "op");
    let aged = crate::ages::own_child(post, i).is_some();
    aged || child || alone || proud || tagged || pupil
}

/// Somebody of a writer's own family.
fn is_family(word: &str) -> bool {
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
        "van" | "op" | "at" | "from" | "bij" | "to" | "naar" | "(" | "," | "|"
    ) {
        return false;
    }
    post.hits.iter().rev().take(300).any(|hit| {
        let staff = hit.people.iter().any(|one| {
            post.index()
                .people
                .get(*one)
                .is_some_and(|one| one.role == Role::Staff)
        });
        let titled = doc.just_before(hit.from, 2, Cues::TITLE.union(Cues::ROLE));
        hit.category.is_person()
            && hit.score.value >= 0.5
            && !staff
            && !titled
            && doc.at(hit.from).sentence == sentence
            && hit.to <= from
            && from - hit.to <= 8
    })
}
