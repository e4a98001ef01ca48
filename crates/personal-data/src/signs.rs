//! Small signs around a bare given name that is a word too.

use crate::doc::{Gap, Kind};
use crate::lexicon::{self, Cues};
use crate::work::Work;

/// Whether a folded word is one of Dutch, English or a town, and not hardly ever one.
pub(crate) fn is_any_word(word: &str) -> bool {
    !lexicon::cues(word).intersects(Cues::RARELY)
        && (lexicon::is_dutch(word) || lexicon::ENGLISH.has(word) || lexicon::TOWNS.has(word))
}

/// *kleine Roos*, *lieve Storm*: nobody writes a capital behind these but for a name, unless an article leads it in.
pub(crate) fn is_praised(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    matches!(doc.w(i.wrapping_sub(1)), "kleine" | "mooie" | "grote")
        && !matches!(doc.w(i.wrapping_sub(2)), "de" | "het" | "een" | "the" | "a")
}

/// *de jas van Mei*, where *eind van mei* and *de eerste van mei* are days.
pub(crate) fn is_owner(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let thing = doc.at(i.wrapping_sub(2));
    doc.w(i.wrapping_sub(1)) == "van"
        && thing.is_word()
        && !thing.has(Cues::NUMBER.union(Cues::DAY).union(Cues::BEFORE_MONTH))
        && !matches!(
            doc.w(i.wrapping_sub(2)),
            "maand"
                | "week"
                | "dagen"
                | "weken"
                | "weekend"
                | "eerste"
                | "laatste"
                | "vakantie"
                | "begin"
                | "eind"
                | "einde"
        )
}

/// Whether *mei* or *jan* is the month: a day or another month stands beside it.
pub(crate) fn is_month(
    post: &Work<'_>,
    (i, end): (usize, usize),
    capital: bool,
    listed: bool,
) -> bool {
    let doc = &post.doc;
    let (before, two) = (doc.at(i.wrapping_sub(1)), doc.at(i.wrapping_sub(2)));
    let joined = matches!(before.word(), "en" | "and" | "&" | ",");
    // *Fleur en Mei*: after a name, *en* does not lead to a month.
    let after_name = listed && joined && !two.has(Cues::MONTH);
    // *… haar gedicht en Jan met zijn bekers*: neither a month nor a day is joined to it.
    let dates = two.has(Cues::MONTH.union(Cues::DAY)) || two.kind == Kind::Number;
    let called = capital && (is_owner(post, i) || joined && doc.at(i).has(Cues::RARELY) && !dates);
    // *Op 4 mei wordt Mei 8*
    let turns = capital && matches!(before.word(), "wordt" | "werd");
    let months =
        matches!(doc.w(end), "en" | "of" | "and" | ",") && doc.at(end + 1).has(Cues::MONTH);
    before.kind == Kind::Number
        || before.has(Cues::BEFORE_MONTH) && !after_name && !called
        || doc.at(end).kind == Kind::Number && !turns
        || before.has(Cues::DAY)
        || months
}

/// A mark that is neither the end of a sentence nor joins words: an emoji, a star, a closing bracket or quote.
pub(crate) fn is_sign(post: &Work<'_>, at: usize) -> bool {
    let doc = &post.doc;
    let mark = doc.w(at);
    doc.at(at).kind == Kind::Mark
        && (!mark.is_ascii() && !matches!(mark, "…" | "–" | "—")
            || matches!(mark, "*" | ")" | "\""))
}

/// *- Roos* or *1. Mark*, alone on its line, under a heading about people or beside a line that is a name.
pub(crate) fn is_entry(post: &Work<'_>, i: usize, end: usize) -> bool {
    let doc = &post.doc;
    let ends = |at: usize| doc.at(at).gap == Gap::Line || at >= doc.tokens.len();
    let mut head = i;
    while head > 0 && i - head < 3 && doc.at(head).gap != Gap::Line {
        head -= 1;
    }
    let bullet = (head..i).all(|at| !doc.at(at).is_word());
    if !bullet || !ends(end) || doc.at(head).gap != Gap::Line || i == head && head == 0 {
        return false;
    }
    let named = |at: usize| {
        let token = doc.at(at);
        token.is_capital()
            && !is_any_word(token.word())
            && (post.index().given.knows(token.hash) || token.is_in(lexicon::GIVEN))
    };
    let next = (end..end + 3).find(|at| doc.at(*at).is_word());
    let heading = (head.saturating_sub(16)..head).any(|at| doc.at(at).has(Cues::HEADING));
    let before = head.checked_sub(1).is_some_and(named);
    heading || before || next.is_some_and(named)
}
