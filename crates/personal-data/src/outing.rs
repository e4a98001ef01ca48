//! Where a group of children will be, and when: what a stranger must not know beforehand.

use crate::category::Category;
use crate::doc::{Case, Gap, Kind, Sentence};
use crate::lexicon::{self, Cues};
use crate::work::{Score, Work};

/// Endings of words for places: *binnenzwembad*, *stadspark*.
const ENDINGS: [&str; 46] = [
    "vijver",
    "plas",
    "zwembad",
    "museum",
    "station",
    "speeltuin",
    "boerderij",
    "park",
    "bos",
    "strand",
    "theater",
    "bibliotheek",
    "sportveld",
    "sporthal",
    "kerk",
    "plein",
    "haven",
    "manege",
    "kazerne",
    "fabriek",
    "markt",
    "kasteel",
    "molen",
    "tuin",
    "tuinen",
    "halte",
    "veld",
    "ijsbaan",
    "terrein",
    "huis",
    "duinen",
    "bad",
    "stadion",
    "camping",
    "schouwburg",
    "centrum",
    "paleis",
    "arena",
    "toren",
    "gebouw",
    "winkel",
    "kwekerij",
    "bakkerij",
    "archief",
    "bedrijf",
    "paviljoen",
];
/// A meeting of grown-ups, at school.
const MEETINGS: [&str; 13] = [
    "meeting",
    "informatieavond",
    "ouderavond",
    "rapportgesprekken",
    "inloopavond",
    "inloop",
    "inloopochtend",
    "toets",
    "toetsweek",
    "vergadering",
    "koffieochtend",
    "oudergesprekken",
    "rapportavond",
];

pub(crate) fn find(post: &mut Work<'_>) {
    for at in 0..post.doc.sentences.len() {
        let Some(sentence) = post.doc.sentences.get(at).copied() else {
            continue;
        };
        post.steps += (sentence.to - sentence.from) as u64;
        outing(post, sentence);
    }
}

fn outing(post: &mut Work<'_>, sentence: Sentence) {
    let doc = &post.doc;
    let range = sentence.from..sentence.to;
    // Most sentences name no hour: those are done here.
    let timed = sentence.cues.intersects(Cues::CLOCK.union(Cues::NUMBER))
        || doc.numbers && range.clone().any(|i| doc.at(i).kind == Kind::Number);
    if !timed || sentence.cues.intersects(Cues::PAST) {
        return;
    }
    let group = range.clone().find_map(|i| {
        let plain = doc.at(i).has(Cues::GROUP)
            && !matches!(
                doc.w(i),
                "groep"
                    | "gr"
                    | "klas"
                    | "group"
                    | "class"
                    | "grade"
                    | "groepen"
                    | "kinderen"
                    | "leerlingen"
            );
        post.group_at(i)
            .map(|(_, _, end)| (i, end))
            .or_else(|| post.any_class_at(i).map(|end| (i, end)))
            .or_else(|| small_class(post, i).map(|end| (i, end)))
            .or_else(|| plain.then_some((i, i + 1)))
            .or_else(|| {
                let ours = matches!(
                    doc.w(i),
                    "klas" | "kinderen" | "leerlingen" | "children" | "groepen" | "class" | "groep"
                ) && matches!(
                    doc.w(i.wrapping_sub(1)),
                    "de" | "onze" | "hele" | "alle" | "our" | "the" | "all"
                );
                ours.then_some((i, i + 1))
            })
    });
    let Some(group) = group else { return };
    if range.clone().any(|i| MEETINGS.contains(&doc.w(i))) {
        return;
    }
    let Some(time) = range
        .clone()
        .find_map(|i| time(post, i).map(|end| (i, end)))
    else {
        return;
    };
    let known = range
        .clone()
        .find_map(|i| place(post, i, group, time).map(|end| (i, end)));
    let dated = Cues::WHEN.union(Cues::DAY).union(Cues::MONTH);
    let somewhere = || {
        let leaves = sentence.cues.intersects(dated) && !sentence.cues.intersects(Cues::INSIDE);
        let mut range = range.clone();
        leaves
            .then(|| range.find_map(|i| somewhere(post, i).map(|end| (i, end))))
            .flatten()
    };
    let Some(place) = known.or_else(somewhere) else {
        return;
    };
    let coming = sentence.cues.intersects(Cues::LEAVE.union(dated));
    let mut score = Score::new("outing", 0.6);
    if coming {
        score.add("outing-coming", 0.2);
    } else {
        score.add("outing-when", -0.2);
    }
    if sentence.cues.intersects(Cues::INSIDE) && !sentence.cues.intersects(Cues::PLACE) {
        score.add("outing-inside", -0.3);
    }
    let day = range.clone().find(|i| {
        doc.at(*i).has(Cues::DAY.union(Cues::WHEN)) && doc.w(*i).len() > 2 && doc.w(*i) != "nu"
    });
    let from = [group.0, time.0, place.0]
        .into_iter()
        .chain(day)
        .min()
        .unwrap_or(group.0);
    let to = [group.1, time.1, place.1]
        .into_iter()
        .max()
        .unwrap_or(group.1);
    post.hit(from, to, Category::Outing, score);
}

/// *4v is donderdag …*, *de leerlingen van 3m*, *speelt 2m de finale*: a class written small, and no measure.
fn small_class(post: &Work<'_>, i: usize) -> Option<usize> {
    let doc = &post.doc;
    let year = doc.at(i).kind == Kind::Number
        && matches!(doc.w(i), "1" | "2" | "3" | "4" | "5" | "6")
        && !doc.glued(i);
    let level = doc.glued(i + 1) && matches!(doc.w(i + 1), "v" | "h" | "m" | "t" | "k" | "g" | "b");
    let next = doc.at(i + 2);
    let measure = matches!(
        doc.w(i + 2),
        "hoog" | "breed" | "lang" | "diep" | "ver" | "per" | "x" | "afstand" | "sprint" | "verder"
    );
    let goes_on = next.is_word() && next.gap == Gap::Space && !measure;
    (year && level && goes_on).then_some(i + 2)
}

/// A time of the clock at a token: *9.00 uur*, *13:15*, *half negen*, *kwart over tien*, *10 uur*.
fn time(post: &Work<'_>, i: usize) -> Option<usize> {
    let doc = &post.doc;
    let word = doc.w(i);
    let digits = doc.at(i).kind == Kind::Number;
    if matches!(word, "half" | "kwart") {
        let at = if word == "kwart" && matches!(doc.w(i + 1), "voor" | "over") {
            i + 2
        } else {
            i + 1
        };
        return (doc.at(at).has(Cues::NUMBER) || doc.at(at).kind == Kind::Number).then_some(at + 1);
    }
    if digits && word.len() <= 2 && word.parse().is_ok_and(|hour: u32| hour <= 24) {
        let mark = matches!(doc.w(i + 1), ":" | "." | "u")
            && doc.glued(i + 1)
            && doc.glued(i + 2)
            && doc.at(i + 2).kind == Kind::Number
            && doc.w(i + 2).len() == 2;
        if mark {
            let dated =
                doc.w(i + 3) == "." && doc.glued(i + 3) && doc.at(i + 4).kind == Kind::Number;
            let unit = usize::from(matches!(doc.w(i + 3), "uur" | "u" | "am" | "pm" | "h"));
            return (!dated).then_some(i + 3 + unit);
        }
    }
    // *van 9 tot 11*
    let spans = matches!(doc.w(i.wrapping_sub(1)), "van" | "from")
        && digits
        && word.len() <= 2
        && matches!(doc.w(i + 1), "tot" | "to" | "till")
        && doc.at(i + 2).kind == Kind::Number
        && doc.w(i + 2).len() <= 2
        && doc
            .sentence_of(i)
            .cues
            .intersects(Cues::DAY.union(Cues::WHEN));
    if spans {
        return Some(i + 3 + usize::from(matches!(doc.w(i + 3), "uur" | "u")));
    }
    let hour = (digits && word.len() <= 2) || doc.at(i).has(Cues::NUMBER);
    let unit = matches!(doc.w(i + 1), "uur" | "u" | "am" | "pm" | "h" | "o");
    let om = matches!(doc.w(i.wrapping_sub(1)), "om" | "at" | "rond");
    // Two hours long is no time.
    let long = matches!(doc.w(i + 2), "lang" | "durend" | "per");
    if hour && unit && !long {
        return Some(i + 2);
    }
    (hour && om && doc.at(i).gap == Gap::Space).then_some(i + 1)
}

/// A place outside school at a token.
fn place(post: &Work<'_>, i: usize, group: (usize, usize), time: (usize, usize)) -> Option<usize> {
    let doc = &post.doc;
    let token = doc.at(i);
    let inside = |at: usize| (group.0..group.1).contains(&at) || (time.0..time.1).contains(&at);
    // *op ons eigen plein*
    let at_school = matches!(doc.w(i.wrapping_sub(1)), "eigen" | "own");
    if !token.is_word() || inside(i) || token.has(Cues::INSIDE) || at_school {
        return None;
    }
    let word = doc.w(i);
    let ending = word.len() >= 6
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
        && !matches!(
            word,
            "schoolplein" | "thuis" | "schooltuin" | "gymzaal" | "schoolgebouw"
        );
    // *het pontje*, *het bruggetje*
    let small = word.strip_suffix("je").is_some_and(|one| {
        [one, one.trim_end_matches('t')]
            .iter()
            .any(|one| lexicon::cues(one).intersects(Cues::PLACE))
    });
    // *bij VV Rietmonde*, *op veld 3*
    let club = matches!(
        word,
        "vv" | "sv" | "hc" | "tc" | "fc" | "rkvv" | "mhc" | "ltc"
    ) && doc.at(i + 1).is_capital();
    let field = word == "veld" && doc.at(i + 1).kind == Kind::Number;
    if token.has(Cues::PLACE) || ending || small || club || field {
        let mut end = i + 1;
        while end < i + 4
            && doc.at(end).is_capital()
            && doc.at(end).gap == Gap::Space
            && !inside(end)
        {
            end += 1;
        }
        return Some(end);
    }
    let preposition = matches!(
        word,
        "naar"
            | "bij"
            | "in"
            | "vanaf"
            | "op"
            | "at"
            | "to"
            | "from"
            | "langs"
            | "richting"
            | "aan"
    ) || visits(post, i);
    if !preposition {
        return None;
    }
    let mut at = i + 1;
    if doc.at(at).has(Cues::DET) && !doc.at(at).is_capital() {
        at += 1;
    }
    // *bij de ingang van Natuurpoort De Kolk*
    let side = matches!(
        doc.w(at),
        "ingang" | "hoofdingang" | "entree" | "achterkant" | "voorkant" | "overkant" | "entrance"
    );
    if side && matches!(doc.w(at + 1), "van" | "of") {
        at += 2;
        at += usize::from(doc.at(at).has(Cues::DET) && !doc.at(at).is_capital());
    }
    let name = doc.at(at);
    let person = post.hits.iter().rev().take(100).any(|hit| {
        hit.category.is_person() && hit.from <= at && at < hit.to && hit.score.value >= 0.5
    });
    let capital = name.is_capital()
        && !name.has(
            Cues::DAY
                .union(Cues::MONTH)
                .union(Cues::TITLE)
                .union(Cues::GROUP)
                .union(Cues::INSIDE),
        )
        && !post.scanner.is_school_word(doc.w(at));
    (capital && !person && !inside(at) && name.gap == Gap::Space
        || doc.at(at).is_in(lexicon::TOWNS) && name.is_capital())
    .then_some(at + 1)
}

/// *bezoekt groep 6b de Euromast*: behind who visits.
fn visits(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let article = matches!(doc.w(i), "de" | "het" | "the");
    article
        && (i.saturating_sub(6).max(doc.sentence_of(i).from)..i).any(|at| {
            matches!(
                doc.w(at),
                "bezoekt" | "bezoeken" | "bezichtigt" | "visits" | "visit"
            )
        })
}

/// What is no place to go to, by how it ends: rooms of the school, times, and what is done there.
const NOWHERE: [&str; 44] = [
    "achter", "afdeling", "app", "avond", "bed", "beneden", "binnen", "boek", "boven", "brief",
    "buiten", "dag", "dagen", "film", "gang", "gesprek", "groep", "groepen", "gym", "huis", "klas",
    "klassen", "kring", "les", "lessen", "lijst", "lokaal", "lokalen", "maand", "mail", "middag",
    "morgen", "ochtend", "pauze", "periode", "rooster", "ruimte", "school", "toets", "uur",
    "vakantie", "voren", "week", "weken",
];

/// A place that no list has, in a sentence with a group, an hour and a day: *naar het streekarchief*, *bij de imker*.
fn somewhere(post: &Work<'_>, i: usize) -> Option<usize> {
    let doc = &post.doc;
    let to = matches!(doc.w(i), "naar" | "richting");
    if !to && !matches!(doc.w(i), "bij" | "in" | "aan" | "langs" | "vanaf") {
        return None;
    }
    let article = matches!(doc.w(i + 1), "de" | "het" | "een" | "t");
    let mut at = i + 1 + usize::from(article);
    // *naar de oude fabriek*
    let next = doc.at(at + 1);
    let described = doc.w(at).ends_with('e') && next.case == Case::Lower && next.gap == Gap::Space;
    at += usize::from(described && next.is_word() && next.cues == Cues::default());
    let (token, word) = (doc.at(at), doc.w(at));
    let other = Cues::DAY
        .union(Cues::MONTH)
        .union(Cues::WHEN)
        .union(Cues::GROUP)
        .union(Cues::CLOCK)
        .union(Cues::TITLE)
        .union(Cues::KIN)
        .union(Cues::PRONOUN)
        .union(Cues::NUMBER)
        .union(Cues::DUTCH);
    let place = token.is_word()
        && token.case == Case::Lower
        && article
        && word.len() >= if to { 4 } else { 6 }
        && !token.has(other)
        && lexicon::is_dutch(word)
        && !NOWHERE.iter().any(|one| word.ends_with(one));
    place.then_some(at + 1)
}
