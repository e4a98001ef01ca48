//! Streets with a house number.

use crate::category::Category;
use crate::doc::{Gap, Kind};
use crate::homes;
use crate::lexicon::{self, Cues};
use crate::names::skip_infix;
use crate::work::{Score, Work};

const ENDINGS: [&str; 69] = [
    "buurt",
    "buorren",
    "straat",
    "straatje",
    "laan",
    "weg",
    "plein",
    "pad",
    "hof",
    "kade",
    "kaai",
    "singel",
    "gracht",
    "dijk",
    "steeg",
    "dreef",
    "plantsoen",
    "ring",
    "wal",
    "markt",
    "akker",
    "horst",
    "zoom",
    "baan",
    "brink",
    "haven",
    "kanaal",
    "vaart",
    "sloot",
    "stede",
    "gaarde",
    "gaard",
    "weide",
    "wei",
    "waard",
    "poort",
    "sluis",
    "str",
    "burg",
    "oord",
    "erf",
    "kamp",
    "veld",
    "hoek",
    "park",
    "daal",
    "heuvel",
    "meent",
    "hofke",
    "hoeve",
    "hofje",
    "pleintje",
    "laantje",
    "wijk",
    "stelle",
    "kwartier",
    "terp",
    "leane",
    "strjitte",
    "reed",
    "dyk",
    "stee",
    "wijck",
    "rak",
    "donk",
    "bos",
    "berg",
    "diep",
    "wierde",
];
/// Endings that hardly any other word has.
const STRONG: [&str; 12] = [
    "straat",
    "laan",
    "plein",
    "gracht",
    "singel",
    "steeg",
    "dreef",
    "plantsoen",
    "kade",
    "weg",
    "dijk",
    "str",
];
const PREFIXES: [&str; 24] = [
    "burgemeester",
    "burg",
    "prins",
    "prinses",
    "koning",
    "koningin",
    "dokter",
    "dr",
    "professor",
    "prof",
    "pastoor",
    "sint",
    "st",
    "oude",
    "nieuwe",
    "grote",
    "kleine",
    "lange",
    "korte",
    "eerste",
    "tweede",
    "van",
    "jan",
    "meester",
];

pub(crate) fn find(post: &mut Work<'_>) {
    if !post.doc.numbers {
        return;
    }
    for i in 1..post.doc.tokens.len() {
        post.steps += 1;
        if post.doc.at(i).kind == Kind::Number && !post.is_closed(i) && !post.is_closed(i - 1) {
            address(post, i);
        }
    }
}

/// A house number at `i`: is there a street before it?
fn address(post: &mut Work<'_>, i: usize) {
    if let Some(to) = homes::reversed(post, i) {
        post.hit(i - 1, to, Category::Address, Score::new("street", 0.85));
        post.close(i - 1, to);
        return;
    }
    let number = post.doc.w(i);
    let glued = post.doc.glued(i) && post.doc.w(i - 1) != ".";
    if number.len() > 4 || number.starts_with('0') || post.doc.at(i).gap == Gap::Line || glued {
        return;
    }
    let (last, house) = before_number(post, i);
    let token = post.doc.at(last);
    // Nothing stands before a text that begins with *nr 12*.
    let years = last < i - 1 && post.doc.at(last + 1).kind == Kind::Number;
    if years && !matches!(post.doc.w(last), "plein" | "laan" | "park") {
        return;
    }
    if !token.is_word() || token.has(Cues::MONTH.union(Cues::DAY).union(Cues::GROUP)) {
        return;
    }
    let end = number_end(post, i);
    let (street, laan) = parts(post, last);
    let mut score = street_score(post, last, street, laan);
    let from = start(post, street, laan);
    if score.value <= 0.0 {
        score = homes::told(post, (from, last), (i, end), house);
    }
    if score.value <= 0.0 {
        return;
    }
    if post.doc.just_before(last, 9, Cues::LIVES) {
        score.add("lives-there", 0.12);
    }
    if is_counted(post, i, end) || !house && is_year_of_a_square(post, i, last, end) {
        score.add("other-number", -0.6);
    }
    if score.value >= 0.3 {
        post.hit(from, end, Category::Address, score);
        post.close(from, end);
    }
}

/// The last word before a house number, and whether what stands between says that it is one: *nr. 7*, *, ligplaats 7*.
fn before_number(post: &Work<'_>, i: usize) -> (usize, bool) {
    let doc = &post.doc;
    let mut last = i - 1;
    let cut = |word: &str| {
        matches!(word, "nr" | "huisnr")
            || word.ends_with("str")
            || word.ends_with("wg")
            || word.ends_with("pln")
    };
    if doc.w(last) == "." && cut(doc.w(last.wrapping_sub(1))) {
        last = last.wrapping_sub(1);
    }
    let house = matches!(
        doc.w(last),
        "huisnr" | "huisnummer" | "ligplaats" | "standplaats"
    );
    if house || matches!(doc.w(last), "nr" | "nummer" | "no") {
        last = last.wrapping_sub(1);
        if doc.w(last) == "," {
            last = last.wrapping_sub(1);
        }
        // *Plein 1945 nr 8*, *Laan 1940-45 nr 16*
        while doc.at(last).kind == Kind::Number || doc.w(last) == "-" && doc.glued(last) {
            last = last.wrapping_sub(1);
        }
    }
    (last, house)
}

/// Where the number with what belongs to it ends: 18a, 7-bis, 4 hs, 12-14.
fn number_end(post: &Work<'_>, i: usize) -> usize {
    let doc = &post.doc;
    let end = i + 1;
    let small =
        |at: usize| doc.at(at).is_word() && (doc.w(at).len() == 1 || homes::is_floor(doc.w(at)));
    if doc.glued(end) && small(end) {
        end + 1
    } else if matches!(doc.w(end), "-" | "/")
        && doc.glued(end)
        && doc.glued(end + 1)
        && (small(end + 1) || doc.at(end + 1).kind == Kind::Number)
    {
        end + 2
    } else if doc.at(end).gap == Gap::Space && homes::is_floor(doc.w(end)) && doc.w(end) != "huis" {
        end + 1
    } else {
        end
    }
}

/// Where the street's own word stands, and whether it comes first: *Kanaaldijk Zuid*, *Laan van Nieuw Oosteinde*.
fn parts(post: &Work<'_>, last: usize) -> (usize, Option<usize>) {
    let doc = &post.doc;
    let wing = matches!(
        doc.w(last),
        "zuid" | "noord" | "oost" | "west" | "boven" | "beneden" | "zz" | "nz" | "oz" | "wz"
    );
    let wide = wing && doc.at(last.wrapping_sub(1)).is_capital();
    let laan = (1..=5).map(|back| last.wrapping_sub(back)).find(|at| {
        matches!(
            doc.w(*at),
            "laan" | "plein" | "weg" | "straat" | "hof" | "pad" | "kade" | "singel"
        ) && doc.at(*at).is_capital()
            && skip_infix(post, at + 1) == last
            && (last > at + 1 || !doc.at(last).has(Cues::DUTCH))
    });
    let laan = laan.filter(|_| doc.at(last).is_capital());
    (last - usize::from(wide), laan)
}

/// How surely it is a street by its own words.
fn street_score(post: &Work<'_>, last: usize, street: usize, laan: Option<usize>) -> Score {
    let doc = &post.doc;
    let (word, token) = (doc.w(last), doc.at(last));
    let ending = ENDINGS
        .iter()
        .any(|ending| word == *ending || (word.len() > ending.len() + 1 && word.ends_with(ending)));
    let stretched = street < last && ENDINGS.iter().any(|ending| doc.w(street).ends_with(ending));
    let strong = stretched || laan.is_some() || STRONG.iter().any(|ending| word.ends_with(ending));
    let alone = ENDINGS.contains(&word);
    let capital = token.is_capital();
    // *Oude Baan 71a*: with a name of its own it is no lane of a pool.
    let before = doc.at(last.wrapping_sub(1));
    let named = before.is_capital()
        && token.gap == Gap::Space
        && (PREFIXES.contains(&before.word()) || !before.first && !before.has(Cues::DUTCH));
    let numbered = alone && (token.first || homes::is_numbered(word)) && laan.is_none() && !named;
    if (ending || stretched || laan.is_some()) && capital && !numbered {
        Score::new("street", if strong { 0.85 } else { 0.6 })
    } else if ending && strong && !alone {
        Score::new("street-small", 0.62)
    } else if capital
        && doc.just_before(last, 9, Cues::LIVES)
        && !token.first
        && word.len() >= 4
        && !lexicon::is_given_name(word)
        && !post.scanner.is_school_word(word)
    {
        Score::new("street-unknown", 0.45)
    } else {
        Score::default()
    }
}

/// Words before it that are part of the name: Prins Bernhardstraat, Burgemeester van der Lindenlaan, De Kamp.
fn start(post: &Work<'_>, street: usize, laan: Option<usize>) -> usize {
    let doc = &post.doc;
    let mut from = laan.unwrap_or(street);
    for _ in 0..5 {
        let before = from.wrapping_sub(1);
        let dotted = if doc.w(before) == "." {
            before.wrapping_sub(1)
        } else {
            before
        };
        let name = doc.at(dotted);
        let inner = name.has(Cues::INFIX)
            && doc.at(dotted.wrapping_sub(1)).is_capital()
            && PREFIXES.contains(&doc.w(dotted.wrapping_sub(1)));
        let article = name.is_capital()
            && matches!(doc.w(dotted), "de" | "het" | "den" | "it")
            && !name.first;
        if doc.at(from).gap != Gap::Line
            && name.is_word()
            && ((name.is_capital()
                && (PREFIXES.contains(&doc.w(dotted)) || !name.first && !name.has(Cues::DUTCH)))
                || inner
                || article)
        {
            from = dotted;
        } else {
            break;
        }
    }
    from
}

/// So many of something, an hour, or a number that goes on.
fn is_counted(post: &Work<'_>, i: usize, end: usize) -> bool {
    let doc = &post.doc;
    doc.at(end)
        .has(Cues::CLOCK.union(Cues::YEARS).union(Cues::MONTH))
        || matches!(
            doc.w(end),
            "euro"
                | "minuten"
                | "km"
                | "meter"
                | "kinderen"
                | "keer"
                | "dagen"
                | "weken"
                | "%"
                | "x"
        )
        || doc.w(end) == ":" && doc.glued(end) && doc.at(end + 1).kind == Kind::Number
        || doc.w(end) == "."
            && doc.glued(end)
            && doc.at(end + 1).kind == Kind::Number
            && doc.glued(end + 1)
            && end == i + 1
}

/// *Plein 1945*: the year is its name.
fn is_year_of_a_square(post: &Work<'_>, i: usize, last: usize, end: usize) -> bool {
    let doc = &post.doc;
    let year = doc.w(i).len() == 4 && (doc.w(i).starts_with("18") || doc.w(i).starts_with("19"));
    year && end == i + 1 && matches!(doc.w(last), "plein" | "laan" | "park")
}
