//! Is *Roos* somebody or a flower? What stands around a bare given name tells.

use crate::births::of_birthdays;
use crate::doc::{Case, Gap, Kind};
use crate::figures;
use crate::index::Given;
use crate::lexicon::{self, Cues};
use crate::passing;
use crate::signs::{is_entry, is_month, is_praised, is_sign};
use crate::work::{Score, Work};

/// Weighs a given name that stands alone, from token `i` up to `end`.
pub(crate) fn bare(post: &Work<'_>, i: usize, end: usize, words: usize, kind: Given) -> Score {
    let doc = &post.doc;
    let token = doc.at(i);
    let sentence = doc.sentence_of(i);
    let word = doc.w(i);
    let risky = words == 1 && is_word(post, i);
    let capital = token.is_capital() && !(sentence.flat && token.case == Case::Upper);
    let mut score = match (risky, capital) {
        (false, true) => Score::new("given-name", 0.82),
        (false, false) if word.len() >= 4 => Score::new("given-name-small", 0.62),
        (false, false) => Score::new(
            "given-name-short",
            if word.len() == 3 { 0.52 } else { 0.42 },
        ),
        (true, true) if !token.first => Score::new("given-name-word", 0.62),
        (true, true) => Score::new("given-name-word-first", 0.42),
        // In a sentence of capitals nothing tells a name from a word but what it does.
        (true, false) if token.case == Case::Upper && words == 1 => {
            Score::new("given-name-word-first", 0.4)
        }
        (true, false) => Score::new("given-name-word-small", 0.2),
    };
    let chatted = if risky && !capital && words == 1 {
        passing::small(post, i, end)
    } else {
        0.0
    };
    if chatted > 0.0 {
        score.add("named-in-passing", chatted);
    }
    match kind {
        Given::Call => {}
        Given::Nick | Given::Small => score.add("nickname", -0.02),
        Given::Official => score.add("official-name", -0.2),
    }
    let before = doc.at(i.wrapping_sub(1));
    let after = doc.at(end);
    if is_possessive(post, end) {
        score.add("possessive", 0.25);
    }
    if group_after(post, end).is_some() {
        score.add("group-named", 0.35);
    }
    let listed = is_listed(post, i, end);
    if listed {
        score.add("named-with-others", 0.2);
    }
    if risky && capital && is_entry(post, i, end) {
        score.add("named-with-others", 0.2);
    }
    // *Zilver en vos hebben allebei …*
    if risky && capital && !listed && passing::are_both(post, i, end) {
        score.add("named-with-others", 0.2);
    }
    if passing::is_label(post, i, end) && !token.has(Cues::MONTH) {
        score.add("label", 0.15);
    }
    // *Roos 🎉 heeft*, *(Roos) heeft*: a sign between somebody and what is done.
    let behind = if is_sign(post, end) {
        doc.at(end + 1)
    } else {
        after
    };
    let place = if is_sign(post, end) { end + 1 } else { end };
    let acts = risky
        && capital
        && behind.is_word()
        && !behind.is_capital()
        && lexicon::is_action(doc.w(place));
    // *Raven zijn slimme vogels*: many of them.
    let many = risky
        && token.first
        && !listed
        && matches!(
            doc.w(place),
            "zijn" | "waren" | "hebben" | "worden" | "kunnen" | "komen" | "are"
        )
        && (word.ends_with("en") || word.ends_with('s'));
    if many {
        score.add("name-of-something", -0.2);
    } else if (behind.has(Cues::VERB) || acts) && behind.gap == Gap::Space {
        score.add(
            "does-something",
            if !capital {
                0.08
            } else if token.first && risky {
                0.14
            } else {
                0.2
            },
        );
    }
    if before.has(Cues::PREP) && capital && token.gap == Gap::Space && !before.has(Cues::DET) {
        score.add("someone-does-to", 0.1);
    }
    if doc.just_before(i, 2, Cues::KIN) && token.gap == Gap::Space {
        score.add("kin", 0.2);
    }
    let ours = matches!(doc.w(i.wrapping_sub(1)), "onze" | "ons" | "our" | "mijn");
    // *ik denk dat Mark …*: not an article, for a word would have no capital.
    let that = matches!(doc.w(i.wrapping_sub(1)), "dat" | "that");
    if ours && capital && token.gap == Gap::Space {
        score.add("one-of-ours", 0.1);
    } else if !capital
        && doc.at(i.wrapping_sub(2)).has(Cues::DET)
        && doc.w(i.wrapping_sub(1)).ends_with('e')
        && before.cues == Cues::default()
        && before.is_word()
    {
        // *de hele roman*
        score.add("article-before", -0.3);
    } else if before.has(Cues::DET)
        && token.gap == Gap::Space
        && !((that || is_praised(post, i)) && capital)
    {
        let led = !capital && !matches!(doc.w(i.wrapping_sub(1)), "onze" | "dat");
        score.add(
            "article-before",
            if before.word() == "een" && before.first {
                // *Een Noor won goud*
                -0.6
            } else if risky {
                -0.45
            } else if led {
                -0.2
            } else {
                -0.05
            },
        );
    }
    let month = token.has(Cues::MONTH)
        && group_after(post, end).is_none()
        && !is_possessive(post, end)
        && is_month(post, (i, end), capital, listed);
    if month {
        score.add("month", -0.7);
    }
    if after.has(Cues::ORG) && after.gap == Gap::Space && !after.has(Cues::VERB) {
        score.add("name-of-something", -0.5);
    }
    let mut nearby = (end..end + 7)
        .filter(|at| doc.at(*at).sentence == token.sentence)
        .map(|at| doc.w(at));
    let told = |word: &str| {
        matches!(
            word,
            "woord" | "betekent" | "godin" | "planeet" | "sterrenbeeld" | "means"
        )
    };
    let tongue = |word: &str| {
        matches!(
            word,
            "spaans" | "latijn" | "latijnse" | "grieks" | "engels" | "frans"
        )
    };
    if !after.has(Cues::PREP) && nearby.clone().any(told)
        || matches!(doc.w(end), "is" | "means") && nearby.any(tongue)
    {
        score.add("name-explained", -0.6);
    }
    if score.value >= 0.4
        && let Some((code, less)) = figures::nobody(post, i, end, risky)
    {
        score.add(code, less);
    }
    let work_of = doc.w(i.wrapping_sub(1)) == "van"
        && doc.at(i.wrapping_sub(2)).is_capital()
        && !doc.at(i.wrapping_sub(2)).first;
    if work_of
        && (i.saturating_sub(7)..i).any(|at| {
            matches!(
                doc.w(at),
                "film" | "boek" | "musical" | "prentenboek" | "serie" | "voorstelling" | "liedje"
            )
        })
    {
        score.add("name-of-something", -0.5);
    }
    if token.first && doc.w(end) == "," && !capital {
        score.add("spoken-to", 0.12);
    }
    if is_spoken_to(post, i, end) {
        score.add("spoken-to", 0.25);
    }
    if is_introduced(post, i) {
        score.add("introduced", 0.4);
    }
    // *Hope nailed it!*
    let did = sentence.english && doc.w(end).len() > 4 && doc.w(end).ends_with("ed");
    if did && risky && capital && after.gap == Gap::Space && !after.has(Cues::VERB) {
        score.add("does-something", 0.14);
    }
    // *Wie is er jarig? Mees!*: the answer to a question.
    let answers =
        token.first && doc.w(i.wrapping_sub(1)) == "?" && matches!(doc.w(end), "!" | "." | "");
    if answers && risky && capital {
        score.add("label", 0.15);
    }
    // *Fleur d'r jas*, *mees z'n tas*
    let hers =
        matches!((doc.w(end), doc.w(end + 2)), ("d", "r") | ("z", "n")) && doc.glued(end + 1);
    // *Bo haar jas*
    let hers = hers
        || matches!(doc.w(end), "haar" | "zijn" | "zn" | "dr")
            && doc.at(end + 1).has(Cues::BELONGING);
    if hers && capital {
        score.add("possessive", 0.2);
    }
    if capital && risky && passing::is_aged(post, end) {
        score.add("age-behind", 0.2);
    }
    // *MO13*: a team.
    if doc.glued(end) && doc.at(end).kind == Kind::Number {
        score.add("part-of-word", -0.5);
    }
    if risky && passing::has_birthday(post, end) {
        score.add("does-something", 0.35);
    }
    if capital && risky && passing::is_with_me(post, end) {
        score.add("named-with-others", 0.2);
    }
    let acted = after.is_word()
        && !after.is_capital()
        && after.gap == Gap::Space
        && !after.has(Cues::VERB)
        && doc.w(end).len() > 4
        && (doc.w(end).ends_with("de") || doc.w(end).ends_with("te"));
    if acted && capital && doc.at(end).is_dutch() {
        score.add("does-something", 0.13);
    }
    let hyphened = |at: usize| {
        doc.w(at) == "-" && doc.glued(at) && doc.at(at + 1).is_word() && doc.glued(at + 1)
    };
    if hyphened(end) || (i > 1 && hyphened(i - 1)) {
        score.add("part-of-word", -0.5);
    }
    // *wordt onze Mijntje 9*
    let aged = ours || doc.just_before(i, 4, Cues::TURNS) && !before.has(Cues::DET);
    // *Verjaardagen: Wouter 30/1, Willemijn 2/12*
    let dated = matches!(doc.w(end + 1), "/" | "-") || doc.at(end + 1).has(Cues::MONTH);
    let birthday = dated && of_birthdays(post, i);
    // *sem 2 begint pas*: half a year of school.
    if (risky || !capital)
        && !aged
        && !birthday
        && after.kind == Kind::Number
        && after.gap == Gap::Space
        && !token.has(Cues::MONTH)
    {
        score.add("number-after", -0.3);
    }
    score.value = score.value.clamp(0.0, 0.98);
    score
}

/// Whether a token is also a word of the language of its sentence, a month or a place.
fn is_word(post: &Work<'_>, i: usize) -> bool {
    let sentence = post.doc.sentence_of(i);
    let word = post.doc.w(i);
    let dutch = sentence.cues.intersects(Cues::DUTCH);
    let english = sentence.cues.intersects(Cues::ENGLISH);
    let token = post.doc.at(i);
    // *Jan* is hardly ever January, *Max* hardly ever the most; numbers tell.
    let counts = token.has(Cues::MONTH) || matches!(word, "max" | "maxim" | "tom" | "mina");
    let numbered = counts
        && (post.doc.at(i + 1).kind == Kind::Number
            || post.doc.w(i + 1) == "." && post.doc.at(i + 2).kind == Kind::Number
            || post.doc.at(i.wrapping_sub(1)).kind == Kind::Number);
    let led = !token.is_capital() && post.doc.at(i.wrapping_sub(1)).has(Cues::DET);
    if token.has(Cues::RARELY) && !numbered && !led {
        return false;
    }
    token.has(Cues::MONTH.union(Cues::DUTCH).union(Cues::INFIX))
        || ((!sentence.english || !english) && (token.is_in(lexicon::TOWNS) || token.is_dutch()))
        || ((sentence.english || (!dutch && english)) && token.is_in(lexicon::ENGLISH))
}

/// *Ruby jij bent een ster*, *sem heb je …*: whoever is told something about *you* right behind the name.
fn is_spoken_to(post: &Work<'_>, i: usize, end: usize) -> bool {
    let doc = &post.doc;
    if doc.at(end).gap != Gap::Space || doc.at(i.wrapping_sub(1)).has(Cues::DET) {
        return false;
    }
    let you = |at: usize| matches!(doc.w(at), "je" | "jij" | "jouw" | "you");
    let asked = matches!(
        doc.w(end),
        "heb"
            | "ben"
            | "kun"
            | "kan"
            | "wil"
            | "ga"
            | "kom"
            | "weet"
            | "mag"
            | "moet"
            | "did"
            | "do"
            | "can"
            | "are"
    );
    // *Fleur je klas op*: behind *je* stands what somebody does or is, not a thing.
    let does = doc.at(end + 1).has(Cues::VERB)
        || matches!(
            doc.w(end + 1),
            "bent" | "hebt" | "kunt" | "bof" | "are" | "have" | "did"
        );
    // *Hope, please bring your camera*
    let please = doc.at(i).is_capital() && doc.w(end) == "," && doc.w(end + 1) == "please";
    you(end) && does || asked && you(end + 1) || please
}

/// *mijn naam is jade*, *ik heet Storm*, *zegt jetje*: only somebody stands here, however it is written.
fn is_introduced(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let back = |far: usize| doc.w(i.wrapping_sub(far));
    let here = |far: usize| i >= far && doc.at(i - far).sentence == doc.at(i).sentence;
    let named = here(2) && matches!(back(1), "is" | "was") && matches!(back(2), "naam" | "name");
    let called = here(1) && matches!(back(1), "heet" | "heette" | "genaamd" | "named" | "called");
    let said = here(1)
        && matches!(
            back(1),
            "zegt" | "zei" | "vraagt" | "vroeg" | "roept" | "riep" | "says" | "asks"
        );
    // *Rein, geboren op …*
    let born = doc.at(i).is_capital()
        && matches!(doc.w(i + 1), "," | "(")
        && matches!(doc.w(i + 2), "geboren" | "geb" | "born");
    named || called || said || born
}

/// *'s* or a lone apostrophe behind a name.
pub(crate) fn is_possessive(post: &Work<'_>, end: usize) -> bool {
    let doc = &post.doc;
    matches!(doc.w(end), "'" | "’" | "‘" | "`")
        && doc.glued(end)
        && (doc.w(end + 1) == "s" || doc.at(end + 1).gap != Gap::None)
}

/// A group right behind a name: *uit groep 7*, *(7a)*.
pub(crate) fn group_after<'a>(post: &Work<'a>, end: usize) -> Option<(&'a str, &'a str)> {
    let doc = &post.doc;
    for at in end..end + 3 {
        if doc.at(at).gap == Gap::Line {
            return None;
        }
        if let Some((number, letter, _)) = post.group_at(at) {
            return Some((number, letter));
        }
        if !matches!(
            doc.w(at),
            "uit" | "van" | "in" | "(" | "," | "from" | "zit" | "-" | "of" | "de"
        ) {
            return None;
        }
    }
    None
}

/// Whether another given name of the roster, or any, stands beside it: *Sem, Noa en Lily*.
fn is_listed(post: &Work<'_>, i: usize, end: usize) -> bool {
    let doc = &post.doc;
    let joins = |at: usize| matches!(doc.w(at), "en" | "&" | "," | "and" | "+" | "e");
    let named = |at: usize| {
        let token = doc.at(at);
        let word = doc.w(at);
        token.is_word()
            && (token.is_capital() || doc.sentence_of(at).flat)
            && word.len() > 1
            && !token.is_dutch()
            && (post.index().given.knows(token.hash)
                || post.index().surname.knows(token.hash)
                || token.is_in(lexicon::GIVEN))
    };
    let after = joins(end) && named(end + 1);
    let before = i >= 2 && joins(i - 1) && named(i - 2);
    let sure_after = joins(end)
        && post.index().given.knows(doc.at(end + 1).hash)
        && doc.at(end + 1).is_capital();
    let sure_before = i >= 2
        && joins(i - 1)
        && post.index().given.knows(doc.at(i - 2).hash)
        && doc.at(i - 2).is_capital();
    after || before || sure_after || sure_before
}
