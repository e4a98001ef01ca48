//! Where an age ends: *8*, *7½*, *8 jaar*, *drie jaar en tien maanden*, *a 14-year-old*.

use crate::ages::is_age_number;
use crate::agewords::{closes, is_whoever};
use crate::doc::Gap;
use crate::lexicon::Cues;
use crate::telling::Telling;
use crate::work::Work;

/// *drie jaar en tien maanden*: years and what comes above them. The end.
pub(crate) fn years_and_months(post: &Work<'_>, i: usize, telling: &Telling) -> Option<usize> {
    let doc = &post.doc;
    if !doc.at(i + 1).has(Cues::YEARS)
        || doc.at(i.wrapping_sub(1)).has(Cues::COUNTED)
        || !telling.is_near(doc.at(i).sentence)
        || is_whoever(post, i)
    {
        return None;
    }
    let end = whole(post, i)?;
    (end > i + 3).then_some(end)
}

/// Where the age that begins at `i` ends, when nothing else is counted: *8*, *7½*, *8 jaar*, *8 years old*, *5 weken oud*.
pub(crate) fn whole(post: &Work<'_>, i: usize) -> Option<usize> {
    let doc = &post.doc;
    let mut end = i + 1;
    let half = |at: usize| {
        let comma = doc.w(at) == "," && doc.glued(at) && doc.w(at + 1) == "5" && doc.glued(at + 1);
        let said = matches!(doc.w(at), "en" | "and")
            && matches!(doc.w(at + 1), "een" | "n" | "a")
            && doc.w(at + 2) == "half";
        match (comma, said, doc.w(at)) {
            (true, _, _) => 2,
            (_, true, _) => 3,
            (_, _, "½") => 1,
            _ => 0,
        }
    };
    end += half(end);
    // *seventy-four*
    let unit = doc.at(end + 1).has(Cues::NUMBER) && doc.glued(end + 1) && doc.at(i).is_word();
    if doc.w(end) == "-" && doc.glued(end) && unit {
        end += 2;
    }
    // *negen jaar en vier maanden*
    let months = |at: usize| {
        matches!(
            doc.w(at),
            "maanden"
                | "maand"
                | "months"
                | "mnd"
                | "month"
                | "dagen"
                | "days"
                | "weken"
                | "weeks"
                | "dag"
                | "day"
        )
    };
    let joined = usize::from(matches!(doc.w(end + 1), "en" | "and" | ","));
    if doc.at(end).has(Cues::YEARS)
        && is_age_number(post, end + 1 + joined)
        && months(end + 2 + joined)
    {
        return Some(end + 3 + joined);
    }
    let old = |at: usize| matches!(doc.w(at), "oud" | "old" | "jong" | "young");
    let same = |at: usize| doc.at(at).gap != Gap::Line;
    if doc.at(end).has(Cues::YEARS) && same(end) {
        if old(end + 1) {
            return Some(end + 2);
        }
        let lasts = matches!(
            doc.w(end + 1),
            "in" | "bij"
                | "op"
                | "lang"
                | "geleden"
                | "later"
                | "ago"
                | "voor"
                | "met"
                | "van"
                | "aan"
        );
        return (!lasts && closes(post, end + 1)).then_some(end + 1);
    }
    let short = matches!(
        doc.w(end),
        "weken" | "weeks" | "dagen" | "days" | "week" | "dag" | "months" | "maand" | "mnd"
    );
    if short {
        // *de dochter van onze vormgever, tien weken, …*
        let apart = doc.w(i.wrapping_sub(1)) == "," && doc.w(end + 1) == ",";
        return if old(end + 1) {
            Some(end + 2)
        } else {
            apart.then_some(end + 1)
        };
    }
    closes(post, end).then_some(end)
}

/// *a 14-year-old girl*, *een vierjarige*: one, and no thing that lasts so long.
pub(crate) fn is_year_old(post: &Work<'_>, i: usize) -> Option<usize> {
    let doc = &post.doc;
    let dash = |at: usize| usize::from(doc.w(at) == "-");
    let unit = i + 1 + dash(i + 1);
    let old = unit + 1 + dash(unit + 1);
    let one = doc.w(i.wrapping_sub(1));
    let end = if matches!(doc.w(unit), "year" | "month" | "yr") && doc.w(old) == "old" {
        old + 1
    } else if doc.w(unit) == "jarige" {
        unit + 1
    } else {
        return None;
    };
    let next = doc.at(end);
    let child = next.has(Cues::CHILD.union(Cues::KIN).union(Cues::ROLE)) || next.is_capital();
    let led = matches!(one, "a" | "an" | "een" | "and" | "en" | "de" | "the" | "n");
    (led && (child || closes(post, end))).then_some(end)
}

/// Whether the years from `i`, with their unit, tell how long something lasted: *drie jaar lang*, *al zes jaar*, *Zes jaar luizenpluizen*.
pub(crate) fn lasts(post: &Work<'_>, i: usize, unit: usize) -> bool {
    let doc = &post.doc;
    let duration = matches!(
        doc.w(unit + 1),
        "lang"
            | "geleden"
            | "terug"
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
        || !matches!(doc.w(unit + 1), "oud" | "old")
            && matches!(
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
    // *wachtte drie jaar op …*: neither *is* nor *van* nor a name before it, and what it was spent on behind it.
    let before = doc.at(i.wrapping_sub(1));
    let passed = matches!(
        doc.w(unit + 1),
        "op" | "in" | "bij" | "aan" | "met" | "als" | "naar" | "onderweg"
    ) && before.is_word()
        && !before.is_capital()
        && !before.has(Cues::BEING.union(Cues::KIN).union(Cues::CHILD))
        && !matches!(
            doc.w(i.wrapping_sub(1)),
            "van" | "of" | "met" | "bijna" | "pas" | "net" | "nog" | "maar" | "inmiddels" | "nu"
        );
    // *Zes jaar luizenpluizen*: so long it went on.
    let next = doc.at(unit + 1);
    let went_on = doc.at(i).first
        && next.is_word()
        && next.gap == Gap::Space
        && next.cues == Cues::default()
        && !matches!(
            doc.w(unit + 1),
            "oud" | "jong" | "old" | "vandaag" | "alweer" | "geleden" | "al"
        );
    duration || passed || went_on
}
