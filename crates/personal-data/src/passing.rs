//! Small-written names in passing: a word that is also a name is only somebody when what stands around it can be about
//! nothing else, or when a thing would have an article.

use crate::category::Category;
use crate::doc::{Gap, Kind};
use crate::lexicon::{self, Cues};
use crate::sense::shipped;
use crate::signs;
use crate::work::Work;

/// How much a word that is written small gains by what stands around it: *kan roos morgen …*, *hoi roos,*, *moeder van roos*.
pub(crate) fn small(post: &Work<'_>, i: usize, end: usize) -> f32 {
    let doc = &post.doc;
    let back = |far: usize| doc.w(i.wrapping_sub(far));
    if doc.at(i).gap != Gap::Space && !doc.at(i).first || doc.at(i.wrapping_sub(1)).has(Cues::DET) {
        return 0.0;
    }
    let closed =
        doc.at(end).kind != Kind::Word && doc.w(end) != "-" || doc.at(end).gap == Gap::Line;
    let greeting = [
        "hoi",
        "hallo",
        "hey",
        "hee",
        "hai",
        "hi",
        "yo",
        "ewa",
        "ey",
        "jo",
        "bro",
        "gast",
        "lieve",
        "beste",
        "gefeliciteerd",
        "dankjewel",
        "bedankt",
    ];
    let told = matches!(
        doc.w(end),
        "bel"
            | "app"
            | "stuur"
            | "kom"
            | "je"
            | "jij"
            | "heb"
            | "kan"
            | "wil"
            | "waar"
            | "hoe"
            | "wanneer"
            | "ben"
            | "mag"
            | "doe"
            | "ga"
            | "ff"
            | "even"
            | "wat"
            | "kun"
            | "ik"
    );
    if greeting.contains(&back(1)) && (closed || told) {
        return 0.35;
    }
    if back(1) == "van" && doc.at(i.wrapping_sub(2)).has(Cues::KIN) && closed_or_verb(post, end) {
        return 0.15;
    }
    // *bo heeft pfeiffer*: who has an illness is somebody.
    let ill = matches!(doc.w(end), "heeft" | "had" | "kreeg" | "krijgt" | "has")
        && shipped()
            .at(doc, end + 1)
            .is_some_and(|(_, sense)| !sense.weak && sense.category == Category::Health);
    if ill {
        return 0.35;
    }
    // *kan iemand roos meenemen*, *weet iemand of lente al thuis is*, *wolf en sem gaan samen*
    let fetched = matches!(
        doc.w(end),
        "meenemen" | "ophalen" | "brengen" | "wegbrengen" | "thuisbrengen" | "bellen" | "helpen"
    ) && matches!(
        back(1),
        "iemand" | "kan" | "wil" | "ik" | "jij" | "je" | "wie" | "zal"
    );
    let whether = back(1) == "of"
        && matches!(back(2), "iemand" | "je" | "jij" | "jullie" | "u")
        && (matches!(
            doc.w(end),
            "al" | "nog" | "ook" | "er" | "wel" | "niet" | "vandaag" | "morgen"
        ) || doc.at(end).has(Cues::VERB));
    let friend = doc.w(end + 1);
    // *Lente en fee woensdag op*: beside somebody who is written as a name.
    let joined = i >= 2
        && matches!(back(1), "en" | "&" | "+" | "and")
        && doc.at(i - 2).is_capital()
        && !(doc.at(i - 2).first && signs::is_any_word(back(2)))
        && post
            .index()
            .given
            .single_of(doc.at(i.wrapping_sub(2)).hash)
            .is_some();
    let together = joined
        || matches!(doc.w(end), "en" | "&" | "+")
            && (doc.at(i).first || back(1) == ",")
            && post.index().given.single(friend).is_some()
            && !signs::is_any_word(friend);
    if fetched || whether || together {
        return 0.35;
    }
    let owned = matches!(doc.w(end), "dr" | "zn")
        || matches!(doc.w(end), "d" | "z")
            && matches!(doc.w(end + 2), "r" | "n")
            && doc.glued(end + 1);
    if owned {
        return 0.35;
    }
    let asked = matches!(
        back(1),
        "kan" | "mag" | "wil" | "komt" | "gaat" | "is" | "was" | "heeft" | "had" | "moet"
    ) && doc.at(i.wrapping_sub(1)).first;
    let then = [
        "morgen",
        "vandaag",
        "vanmiddag",
        "ook",
        "mee",
        "even",
        "ff",
        "bij",
        "nog",
        "eerder",
        "straks",
        "misschien",
        "al",
        "met",
        "zaterdag",
        "zondag",
        "woensdag",
        "vrijdag",
        "jarig",
        "ziek",
        "thuis",
        "beter",
        "haar",
        "zijn",
        "iets",
        "niet",
    ];
    let next = doc.at(end);
    let goes_on = next.is_word() && next.gap == Gap::Space && !next.is_capital();
    if asked && (then.contains(&doc.w(end)) || goes_on && !is_uncounted(post, i)) {
        return 0.35;
    }
    if is_owner(post, i, end) || are_both(post, i, end) || is_without_article(post, i, end) {
        return 0.35;
    }
    let living = matches!(
        doc.w(end),
        "wil"
            | "zegt"
            | "zei"
            | "vraagt"
            | "vroeg"
            | "vindt"
            | "vond"
            | "denkt"
            | "dacht"
            | "mist"
            | "vergat"
            | "heet"
            | "huilt"
            | "blijft"
            | "bleef"
            | "huilde"
    );
    let state = matches!(doc.w(end), "is" | "was" | "heeft" | "had" | "kan" | "mag")
        && matches!(
            doc.w(end + 1),
            "jarig"
                | "ziek"
                | "vergeten"
                | "geslaagd"
                | "gevallen"
                | "thuis"
                | "kwijt"
                | "verdrietig"
                | "misselijk"
                | "dr"
                | "zn"
                | "z"
                | "d"
                | "haar"
                | "gewonnen"
                | "vandaag"
                | "morgen"
        );
    let abed = matches!(doc.w(end), "ligt" | "lag" | "zit")
        && matches!(doc.w(end + 1), "in" | "op" | "ziek" | "thuis" | "nog")
        && matches!(doc.w(end + 2), "bed" | "bank");
    let opens = doc.at(i).first || back(1) == ",";
    if opens && (living || state || abed) {
        0.35
    } else if is_doer(post, i, end) {
        0.3
    } else {
        0.0
    }
}

/// *nam iris een taart mee*, *ik heb beer gisteren gezien*, *knap gedaan, roos!*, *ik zat naast wolf*: a thing would have an article.
fn is_without_article(post: &Work<'_>, i: usize, end: usize) -> bool {
    let doc = &post.doc;
    if is_uncounted(post, i) {
        return false;
    }
    let (before, next) = (doc.at(i.wrapping_sub(1)), doc.at(end));
    let back = doc.w(i.wrapping_sub(1));
    let acts = (before.has(Cues::VERB)
        || lexicon::is_action(back)
        || matches!(back, "heb" | "zag" | "hebben" | "zagen"))
        && !matches!(
            back,
            "is" | "was" | "wordt" | "werd" | "staat" | "ligt" | "hangt" | "zit"
        );
    let led = next.gap == Gap::Space
        && (next.has(
            Cues::DET
                .union(Cues::DAY)
                .union(Cues::WHEN)
                .union(Cues::OWN),
        ) || matches!(doc.w(end), "gisteren" | "haar" | "zijn"))
        && !next.is_capital();
    let low = i.saturating_sub(6).max(doc.sentence_of(i).from);
    let praised = back == ","
        && matches!(doc.w(end), "!" | "" | "🎉" | "👏" | "❤" | "💪")
        && (low..i).any(|at| {
            doc.at(at).has(Cues::THANKS)
                || matches!(
                    doc.w(at),
                    "knap" | "goed" | "top" | "bravo" | "sterkte" | "beterschap" | "gedaan"
                )
        });
    let beside = back == "naast" && (next.has(Cues::PREP) || next.kind != Kind::Word);
    let there = doc.at(i).first && doc.w(end) == "was" && doc.w(end + 1) == "er";
    let told = matches!(
        (doc.w(end), doc.w(end + 1)),
        ("je" | "jij", "bent" | "hebt") | ("ben" | "heb", "je")
    );
    acts && led || praised || beside || there || told
}

/// *de foto's van ruby*: what somebody has.
pub(crate) fn is_owner(post: &Work<'_>, i: usize, end: usize) -> bool {
    let doc = &post.doc;
    let of = matches!(doc.w(i.wrapping_sub(1)), "van" | "voor" | "aan");
    // *foto's* is three tokens.
    let mark = matches!(doc.w(i.wrapping_sub(3)), "'" | "’") && doc.glued(i - 2);
    let thing = if mark {
        i.wrapping_sub(4)
    } else {
        i.wrapping_sub(2)
    };
    of && doc.at(thing).has(Cues::BELONGING) && !doc.at(end).is_capital() && !is_uncounted(post, i)
}

/// *zilver en vos hebben allebei …*: two names without an article, and what both do.
pub(crate) fn are_both(post: &Work<'_>, i: usize, end: usize) -> bool {
    let doc = &post.doc;
    let given = |at: usize| {
        post.index().given.single_of(doc.at(at).hash).is_some() && !is_uncounted(post, at)
    };
    let and = |at: usize| matches!(doc.w(at), "en" | "&" | "+");
    let (first, last) = if and(end) && given(end + 1) {
        (i, end + 1)
    } else if and(i.wrapping_sub(1)) && given(i.wrapping_sub(2)) {
        (i - 2, i)
    } else {
        return false;
    };
    let alone = doc.at(first).first
        || !doc
            .at(first.wrapping_sub(1))
            .has(Cues::DET.union(Cues::NUMBER));
    alone && !is_uncounted(post, i) && doc.at(last + 1).has(Cues::BOTH)
}

/// What is spoken of without an article, so that a name cannot be told by its lack: a season, the weather, a feeling, a stuff.
pub(crate) fn is_uncounted(post: &Work<'_>, i: usize) -> bool {
    let token = post.doc.at(i);
    token.has(
        Cues::MONTH
            .union(Cues::DUTCH)
            .union(Cues::ENGLISH)
            .union(Cues::UNCOUNTED),
    )
}

/// *…, bries houdt de gieter vast*: a thing has an article before it, somebody has none. What is spoken of without one,
/// a season, the weather, a feeling, tells nothing.
pub(crate) fn is_doer(post: &Work<'_>, i: usize, end: usize) -> bool {
    let doc = &post.doc;
    let next = doc.at(end);
    let opens = doc.at(i).first
        || matches!(
            doc.w(i.wrapping_sub(1)),
            "," | "en" | "maar" | "dat" | "want" | "omdat" | "als" | "terwijl" | "toen" | ":" | "–"
        );
    let free = is_uncounted(post, i);
    let does = next.has(Cues::VERB) && !matches!(doc.w(end), "is" | "was" | "wordt" | "werd")
        || lexicon::is_action(doc.w(end));
    opens && !free && next.gap == Gap::Space && does && !next.is_capital()
}

pub(crate) fn closed_or_verb(post: &Work<'_>, end: usize) -> bool {
    let next = post.doc.at(end);
    next.kind != Kind::Word || next.gap == Gap::Line || next.has(Cues::VERB)
}

/// Whether it stands at the head of a line with a colon or a number behind it: *- Bram: oma haalt op*, *Fleur - 4410307*,
/// *Wolf - met de auto* where another line begins so.
pub(crate) fn is_label(post: &Work<'_>, i: usize, end: usize) -> bool {
    let doc = &post.doc;
    // *… graag discreet regelen. Storm: niets bijzonders*: the next of a row.
    let labelled = |at: usize| {
        let sentence = doc.sentence_of(at.wrapping_sub(1));
        doc.at(at).first && doc.w(sentence.from + 1) == ":"
    };
    let begins = |at: usize| at == 0 || doc.at(at).gap == Gap::Line || labelled(at);
    let bullet = i > 0 && matches!(doc.w(i - 1), "-" | "*" | "•" | "–" | "·") && begins(i - 1);
    let colon = doc.w(end) == ":" && doc.glued(end);
    let dash = matches!(doc.w(end), "-" | "–") && !doc.glued(end);
    let other = |at: usize| {
        let next = doc.w(at + 1) == doc.w(end) && !doc.glued(at + 1);
        next && at != i && doc.at(at).gap == Gap::Line && post.index().given.knows(doc.at(at).hash)
    };
    let row =
        dash && (doc.at(end + 1).kind == Kind::Number || (i.saturating_sub(20)..i + 20).any(other));
    (colon || row) && doc.at(i).is_capital() && (begins(i) || bullet)
}

/// *Wolf (11) woont …*, *Storm (10 jaar)*: with an age of somebody at school.
pub(crate) fn is_aged(post: &Work<'_>, end: usize) -> bool {
    let doc = &post.doc;
    let years = usize::from(doc.at(end + 2).has(Cues::YEARS));
    doc.w(end) == "("
        && doc.w(end + 2 + years) == ")"
        && doc
            .w(end + 1)
            .parse()
            .is_ok_and(|n: u32| (3..=19).contains(&n))
}

/// *Mark en ik gaan*, *Storm and I*
pub(crate) fn is_with_me(post: &Work<'_>, end: usize) -> bool {
    matches!(
        (post.doc.w(end), post.doc.w(end + 1)),
        ("en", "ik" | "wij") | ("and", "i" | "me")
    )
}

/// *sep is 1 april jarig*
pub(crate) fn has_birthday(post: &Work<'_>, end: usize) -> bool {
    matches!(post.doc.w(end), "is" | "was")
        && (end + 1..end + 7).any(|at| {
            post.doc.w(at) == "jarig" && post.doc.at(at).sentence == post.doc.at(end).sentence
        })
}
